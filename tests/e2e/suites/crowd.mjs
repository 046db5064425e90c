// Miners of every kind, asked from a page: those that take calls of btauth/1 and Epistula 2, and eight at once of which some
// are dead, slow or lying.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';

import { MNEMONIC, axons, called, site } from '../context.mjs';
import { Desk, jsonValue } from '../desk.mjs';
import { Browser } from '../wallet.mjs';

const VALIDATOR = `${MNEMONIC}//seed//validator//1//hotkey`;
/** An axon that lets no page ask, two that do, one that takes calls, one with another's hotkey, and one that is not there. */
const [SHIPPED, OPEN, ALSO_OPEN, CALLED, IMPOSTOR, DEAD, SLOW, LYING] = Array.from(
  { length: 8 },
  (_, number) => `127.0.0.2:${9101 + number}`,
);

/** How pages are let in. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
};

/** A miner of this process: `answer` has the request's path and the response. */
async function miner(port, answer) {
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end();
    request.resume().on('end', () => answer(request.url, response));
  });
  server.listen(port, '127.0.0.2');
  await once(server, 'listening');
  return server;
}

/** As an axon answers, numbers spelled as Python spells them: another spelling is another answer. */
const echoed = (response, reply) => {
  const own = { 'content-type': 'application/json', name: 'EchoText', 'bt_header_axon_status_code': '200' };
  response.writeHead(200, { ...CORS, ...own });
  response.end(`{"name": "EchoText", "text": "a", "repeat": 1, "temperature": 1.0, "tags": [], "reply": "${reply}"}`);
};

describe('crowd', () => {
  let browser;
  let wallet;
  let desk;
  let asker;
  const servers = [];
  const slow = { answer: undefined, streams: 0, left: 0 };

  before(async () => {
    servers.push(
      await miner(9107, (path, response) => {
        if (path !== '/StreamText') {
          slow.answer = () => echoed(response, 'a');
          return;
        }
        slow.streams += 1;
        response.writeHead(200, { ...CORS, 'content-type': 'text/event-stream' });
        const going = setInterval(() => response.write('on and on '), 50);
        response.on('close', () => {
          clearInterval(going);
          slow.left += 1;
        });
      }),
      await miner(9108, (_, response) => echoed(response, 'b')),
    );
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    desk = new Desk(wallet);
    await Promise.all([axons(), called()]);
    await wallet.ready();
    asker = await wallet.addAccount(VALIDATOR, { label: 'Validator', role: 'hotkey' });
    await desk.open();
    await wallet.waitForAttribute('miners-standing', 'data-uid', (uid) => Number(uid) >= 0);
    await desk.choose(CALLED);
    await wallet.id('miners-special').check();
  });
  after(async () => {
    await browser?.close();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  for (const [question, protocol, refusals] of [
    ['btauth', 'btauth/1', [/signature does not verify/, /signed for a different receiving hotkey/]],
    ['epistula', 'epistula/2', [/Signature Mismatch/, /not intended for self/]],
  ]) {
    test(`a call of ${protocol} is verified by its miner and answered`, async () => {
      await desk.choose(CALLED);
      const target = '/a%20b?q=1&r=%2F';
      await wallet.id('miners-question').selectOption(question);
      await desk.fill({ method: 'POST', target, body: '{"text": "ünï τ", "n": 1.0}' });
      await desk.review();
      const sheet = await wallet.id('miners-review-sheet').innerText();
      assert.ok(sheet.includes(target), sheet);
      await wallet.id('miners-confirm').click();
      const answer = await desk.answerIn(CALLED, 'answered');
      const said = (key) => jsonValue(answer, key).innerText();
      assert.equal(await said('protocol'), `protocol: ${protocol}`);
      assert.equal(await said('caller'), `caller: ${asker}`);
      assert.equal(await said('method'), 'method: POST');
      assert.equal(await said('target'), `target: ${target}`);
      const body = (await said('body')).slice('body: '.length);
      assert.deepEqual(JSON.parse(body), { text: 'ünï τ', n: 1 });
      assert.match(body, /1\.0/, 'as it was typed');

      await desk.ask(question, { method: 'GET', target: '/' });
      assert.equal(await jsonValue(await desk.answerIn(CALLED, 'answered'), 'method').innerText(), 'method: GET');
    });

    test(`a streamed answer to a call of ${protocol} comes event by event`, async () => {
      await desk.choose(CALLED);
      await desk.ask(question, { method: 'POST', target: '/words', body: '{"text": "one two three four"}', stream: 'events' });
      const coming = await desk.answerIn(CALLED, 'coming');
      await jsonValue(coming, 'word').first().waitFor();
      const answer = await desk.answerIn(CALLED, 'answered');
      const words = ['one', 'two', 'three', 'four'].map((word) => `word: ${word}`);
      assert.deepEqual(await jsonValue(answer, 'word').allInnerTexts(), words);
    });

    test(`a call of ${protocol} that was changed on the way, or meets another miner, is refused`, async () => {
      await desk.choose(CALLED, IMPOSTOR);
      await desk.ask(question, { method: 'POST', target: '/changed', body: '{"text": "hello"}', stream: '' });
      for (const [address, refusal] of [[CALLED, refusals[0]], [IMPOSTOR, refusals[1]]]) {
        const answer = await desk.answerIn(address, 'failed');
        assert.equal(await answer.getAttribute('data-code'), 'not_verified');
        assert.match(await answer.innerText(), refusal);
        assert.equal(await answer.getByTestId('miners-answer-again').count(), 0, 'a refusal is not asked again');
      }
      const advice = [CALLED, IMPOSTOR].map(async (address) => (await desk.answer(address)).innerText());
      const [changed, other] = await Promise.all(advice);
      assert.match(changed, /does not fit what the miner computed/);
      assert.match(other, /signed for another miner/);
    });
  }

  test('eight at once: none keeps the others', async () => {
    await desk.choose(SHIPPED, OPEN, ALSO_OPEN, CALLED, IMPOSTOR, DEAD, SLOW, LYING);
    await desk.ask('preset:EchoText', { text: 'a' });
    for (const [address, reply] of [[OPEN, 'a'], [ALSO_OPEN, 'a'], [LYING, 'b']]) {
      const answer = await desk.answerIn(address, 'answered');
      assert.equal(await jsonValue(answer, 'reply').innerText(), `reply: ${reply}`);
    }
    for (const [address, code] of [[SHIPPED, 'unreachable'], [DEAD, 'unreachable'], [CALLED, 'not_verified'], [IMPOSTOR, 'not_verified']]) {
      assert.equal(await (await desk.answerIn(address, 'failed')).getAttribute('data-code'), code);
    }
    await desk.answerIn(SLOW, 'waiting');
    slow.answer();
    await desk.answerIn(SLOW, 'answered');
    const agreement = wallet.id('miners-agreement');
    await agreement.and(wallet.page.locator('[data-groups="2"]')).waitFor();
    const uid = async (address) => desk.row(address).getAttribute('data-uid');
    const honest = await Promise.all([OPEN, ALSO_OPEN, SLOW].map(uid));
    const told = await agreement.locator('li').allInnerTexts();
    assert.equal(told.length, 1, 'the other answer stands alone');
    assert.deepEqual(told[0].match(/\d+/g).sort(), honest.sort());
  });

  test('to cancel closes the connections', async () => {
    await desk.choose(SLOW);
    await desk.ask('preset:StreamText', { text: 'a' });
    await desk.answerIn(SLOW, 'coming');
    assert.deepEqual([slow.streams, slow.left], [1, 0]);
    await wallet.id('miners-cancel').click();
    await desk.answerIn(SLOW, 'cancelled');
    for (let waited = 0; slow.left === 0 && waited < 10_000; waited += 50) await wallet.page.waitForTimeout(50);
    assert.deepEqual([slow.streams, slow.left], [1, 1]);
  });

  test('nothing went wrong in the page but what the browser forbade and what was refused', () => {
    const others = wallet.problems.filter((problem) => !/CORS policy|ERR_FAILED|ERR_CONNECTION_REFUSED|status of 40[01]/.test(problem));
    assert.deepEqual(others, []);
  });
});
