// Asking real axons from a page: what to expect is told before, what comes is told as it comes, and the axon's answer is
// what was foretold.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { MNEMONIC, axons, site } from '../context.mjs';
import { Desk, jsonValue, said } from '../desk.mjs';
import { obstacles } from '../obstacles.mjs';
import { Browser } from '../wallet.mjs';

const VALIDATOR = `${MNEMONIC}//seed//validator//1//hotkey`;
/** Registered, and nobody stakes on it. */
const UNSTAKED = `${MNEMONIC}//seed//miner//8//hotkey`;
const UNREGISTERED = `${MNEMONIC}//nobody//hotkey`;

/** The first as it is shipped; the others let pages ask them. */
const [SHIPPED, OPEN, ALSO_OPEN] = ['127.0.0.2:9101', '127.0.0.2:9102', '127.0.0.2:9103'];

describe('miners', () => {
  let browser;
  let wallet;
  let desk;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    desk = new Desk(wallet);
    await axons();
    await wallet.ready();
  });
  after(() => browser?.close());

  test('without a hotkey the miners are shown, and how to become one who asks', async () => {
    await wallet.show('portfolio');
    await wallet.page.locator('[data-testid="nav"][data-page="subnets"]').click();
    await wallet.page.locator('[data-netuid="1"] [data-testid="subnet-open"]').click();
    await wallet.page.locator('[data-testid="subnet-tab"][data-tab="miners"]').click();
    await desk.row(OPEN).waitFor({ timeout: 60_000 });
    assert.match(await wallet.id('miners-no-hotkey').innerText(), /role Hotkey/);
    assert.equal(await wallet.id('miners-promise').count(), 3);
    assert.ok((await desk.foretold(OPEN, 'cannotBeSent')).includes('no_caller'));
    assert.equal(await wallet.id('miners-proof').getAttribute('data-level'), 'finalized');
  });

  test('a validator may expect an answer; an address that is not public waits for consent', async () => {
    await wallet.addAccount(VALIDATOR, { label: 'Validator', role: 'hotkey' });
    await desk.open();
    await wallet.waitForAttribute('miners-standing', 'data-uid', (uid) => Number(uid) >= 0);
    await wallet.id('miners-question').selectOption('preset:StreamText');
    const findings = await desk.foretold(OPEN, 'unclear');
    assert.ok(findings.includes('special') && findings.includes('perhaps_cors'), findings.join());
    await desk.choose(OPEN);
    await desk.fill({ text: 'never sent' });
    await desk.review();
    assert.equal(await wallet.id('miners-receiver').getAttribute('data-asked'), 'false');
    assert.match(await wallet.id('miners-review-error').innerText(), /None of these miners can be asked/);
    assert.equal(await wallet.id('miners-confirm').count(), 0);
    await wallet.id('miners-review-cancel').click();
    await wallet.id('miners-special').check();
  });

  test('a probe tells who is there, and who lets no page ask', async () => {
    await desk.choose(SHIPPED, OPEN, ALSO_OPEN);
    await wallet.id('miners-probe').click();
    const probed = (address) => desk.row(address).getByTestId('miner-probed');
    await probed(OPEN).and(wallet.page.locator('[data-identity="proven"]')).waitFor({ timeout: 30_000 });
    assert.match(await probed(OPEN).innerText(), /\d+ ms, its hotkey is there[\s\S]*StreamText/);
    await probed(SHIPPED).waitFor({ timeout: 30_000 });
    assert.equal(await probed(SHIPPED).getAttribute('data-code'), 'forbidden');
    assert.ok((await desk.foretold(SHIPPED, 'cannotBeSent')).includes('cors'));
    assert.match(await desk.row(SHIPPED).innerText(), /lets no web page read its answers[\s\S]*use the extension or the app/);
    assert.ok(!(await desk.foretold(OPEN, 'unclear')).includes('perhaps_cors'));
  });

  test('what is wrong in the form is told beside its field', async () => {
    await desk.choose(OPEN);
    await wallet.id('miners-question').selectOption('preset:EchoText');
    await wallet.id('miners-review').click();
    await wallet.id('miners-field-text-error').waitFor();
    await desk.fill({ text: 'hello', repeat: '10' });
    await wallet.id('miners-field-repeat-error').filter({ hasText: '9 or less' }).waitFor();
    await wallet.id('miners-review').click();
    await wallet.id('miners-error').filter({ hasText: 'see the fields' }).waitFor();
  });

  test('the review shows what is sent to whom, and the answer of the real axon arrives word by word', async () => {
    await wallet.id('miners-question').selectOption('preset:StreamText');
    const text = 'an answer that comes word by word';
    await desk.fill({ text, pause_ms: '400' });
    await desk.review();
    assert.match(await wallet.id('miners-review-sheet').innerText(), /"text": "an answer that comes word by word", "pause_ms": 400/);
    assert.equal(await wallet.id('miners-review-sheet').getByTestId('miners-promise').count(), 3);
    assert.equal(await wallet.id('miners-summary').getAttribute('data-count'), '1');
    const curl = await wallet.id('miners-curl').textContent();
    assert.ok(curl.includes(OPEN) && curl.includes('StreamText'));
    assert.doesNotMatch(curl, /0x[0-9a-f]{128}/, 'no signature is shown');
    await wallet.id('miners-confirm').click();
    const one = await desk.answer(OPEN);
    await desk.inState(one, 'coming');
    const early = (await said(one)).trim();
    assert.ok(text.startsWith(early) && early.length < text.length, `first came ${early}`);
    await desk.inState(one, 'answered');
    assert.equal((await said(one)).trim(), text);
  });

  test('markup in an answer stays text, and equal answers are told', async () => {
    await desk.choose(OPEN, ALSO_OPEN);
    const text = '<img src=x onerror="document.title=1"><b>bold</b>';
    await desk.ask('preset:EchoText', { text, repeat: '1', tags: '["a"]', temperature: '1.0' });
    for (const address of [OPEN, ALSO_OPEN]) {
      const one = await desk.answer(address);
      await desk.inState(one, 'answered');
      assert.equal(await jsonValue(one, 'reply').innerText(), `reply: ${text}`);
      assert.equal(await one.locator('img, b').count(), 0);
      assert.equal(await one.getByTestId('miners-answer-text').isVisible(), false);
    }
    await wallet.id('miners-agreement').filter({ hasText: 'gave the same answer' }).waitFor();
  });

  test('JSON is a tree that opens by keyboard, and its pictures are shown only after a click', async () => {
    await desk.choose(OPEN);
    const markup = '<svg onload="document.title=1"><script>document.title=1</script>';
    await desk.ask('preset:DrawPicture', { text: markup });
    const one = await desk.answer(OPEN);
    await desk.inState(one, 'answered');
    assert.equal(await (await desk.opened(one, 'reply', 'caption')).innerText(), `caption: ${markup}`);
    assert.equal(await one.locator('svg, script, img').count(), 0);

    const deep = jsonValue(one, 'reply', 'deep');
    assert.equal(await deep.locator('> ul').count(), 0, 'what is closed is not drawn');
    await deep.locator('> summary').focus();
    await wallet.page.keyboard.press('Enter');
    await deep.locator('> ul').waitFor();
    const numbers = await desk.opened(one, 'reply', 'deep', 'er', 'and', 'deeper', '0', '0', '0');
    await numbers.locator('> ul > li').nth(2).waitFor();
    assert.match((await numbers.innerText()).replace(/\s+/g, ' '), /0: 1\.0 1: null 2: true/, 'as they were written');
    const seed = await desk.opened(one, 'reply', 'pictures', '0', 'seed');
    assert.equal(await seed.innerText(), 'seed: 12345678901234567890');
    const story = jsonValue(one, 'reply', 'story');
    assert.ok((await story.innerText()).length < 200, 'a long text is folded');
    await story.locator('summary').click();
    const whole = story.locator('> details > .json-text');
    await whole.waitFor();
    assert.ok((await whole.innerText()).length > 1_100, 'and opens');

    for (const keys of [['reply', 'drawing'], ['reply', 'elsewhere']]) {
      assert.equal(await jsonValue(one, ...keys).getByTestId('picture-show').count(), 0, 'neither SVG nor an address is a picture');
    }
    const picture = await desk.opened(one, 'reply', 'pictures', '0', 'bytes');
    const show = picture.getByTestId('picture-show');
    assert.match(await show.innerText(), /^Show image \(PNG, \d+ (bytes|kB)\)$/);
    await show.focus();
    await wallet.page.keyboard.press('Enter');
    const image = picture.getByTestId('picture');
    const seen = await image.evaluate(async (image) => {
      await image.decode();
      return { size: [image.naturalWidth, image.naturalHeight], src: image.src };
    });
    assert.deepEqual(seen.size, [160, 90]);
    assert.match(seen.src, /^blob:/);
    const draws = (src) =>
      wallet.page.evaluate((src) => {
        const probe = new Image();
        probe.src = src;
        return probe.decode().then(() => true, () => false);
      }, src);
    assert.equal(await draws(seen.src), true);
    await show.click();
    assert.equal(await image.count(), 0);
    assert.equal(await draws(seen.src), false, 'its address ended with it');

    const address = await desk.opened(one, 'reply', 'pictures', '1', 'url');
    await address.getByTestId('picture-show').click();
    await address.getByTestId('picture').waitFor();
    const broken = jsonValue(one, 'reply', 'broken');
    await broken.getByTestId('picture-show').click();
    await broken.getByText('This image is broken').waitFor();
    assert.equal(await one.getByTestId('picture').count(), 1);
    assert.equal(await wallet.page.title(), 'Subnet · Taolight', 'nothing of it ran');
    assert.ok(!wallet.requests.some((url) => url.includes('example.com')), 'nothing was loaded');
    assert.deepEqual(await obstacles(wallet.page), []);
  });

  test('a question that is cancelled brings no more', async () => {
    await desk.choose(OPEN);
    await desk.ask('preset:StreamText', { text: 'a b c d e f g h i j k l m n', pause_ms: '700' });
    const one = await desk.answer(OPEN);
    await desk.inState(one, 'coming');
    await wallet.id('miners-cancel').click();
    await desk.inState(one, 'cancelled');
    const then = await said(one);
    await wallet.page.waitForTimeout(2_000);
    assert.equal(await said(one), then);
    assert.equal(await wallet.id('miners-cancel').isVisible(), false);
  });

  for (const [who, secret, finding, words] of [
    ['an unstaked hotkey', UNSTAKED, 'stake_weight', /Stake weight below/],
    ['an unregistered hotkey', UNREGISTERED, 'unregistered', /Unrecognized hotkey/],
  ]) {
    test(`${who} is refused, as was foretold`, async () => {
      const address = await wallet.addAccount(secret, { label: who, role: 'hotkey' });
      await desk.open();
      await wallet.id('miners-asker').selectOption(address);
      await wallet.id('miners-question').selectOption('preset:StrictVerify');
      assert.ok((await desk.foretold(OPEN, 'likelyRefused')).includes(finding));
      await desk.choose(OPEN);
      await wallet.id('miners-special').check();
      await desk.ask('preset:StrictVerify', { text: 'hello' });
      const one = await desk.answer(OPEN);
      await desk.inState(one, 'failed');
      assert.match(await one.innerText(), words);
      assert.equal(await one.getByTestId('miners-answer-again').count(), 0, 'a refusal is not asked again');
      await desk.ask('ping');
      await desk.inState(await desk.answer(OPEN), 'answered');
    });
  }

  test('questions are kept on this device until they are forgotten, signatures never', async () => {
    assert.equal(await wallet.id('miners-query').count(), 8);
    await wallet.page.reload();
    await wallet.id('miners-query').nth(7).waitFor({ timeout: 60_000 });
    assert.equal(await wallet.id('miners-query').first().getAttribute('data-answered'), '1');
    const kept = await wallet.page.evaluate(() => JSON.stringify(localStorage));
    assert.match(kept, /an answer that comes word by word/);
    assert.doesNotMatch(kept, /[0-9a-f]{128}/);

    // What was asked before fills its form again, and is sent only after another review.
    await wallet.id('miner').first().waitFor({ timeout: 60_000 });
    await wallet.waitForAttribute('miners-standing', 'data-uid', (uid) => Number(uid) >= 0);
    const earlier = wallet.id('miners-query').filter({ hasText: 'an answer that comes word by word' });
    await earlier.getByTestId('miners-query-again').click();
    assert.equal(await wallet.id('miners-question').inputValue(), 'preset:StreamText');
    assert.equal(await wallet.id('miners-field-text').inputValue(), 'an answer that comes word by word');
    assert.equal(await wallet.id('miners-field-pause_ms').inputValue(), '400');
    assert.equal(await desk.checkbox(OPEN).isChecked(), true, 'the same miner is chosen');
    assert.equal(await wallet.id('miners-answer').count(), 0, 'nothing was sent');
    await desk.fill({ pause_ms: '0' });
    await wallet.id('miners-special').check();
    await desk.review();
    await wallet.id('miners-confirm').click();
    await desk.inState(await desk.answer(OPEN), 'answered');
    assert.equal((await said(await desk.answer(OPEN))).trim(), 'an answer that comes word by word');
    assert.equal(await wallet.id('miners-query').count(), 9);
    await wallet.id('miners-forget').click();
    assert.equal(await wallet.id('miners-query').count(), 0);
    assert.doesNotMatch(await wallet.page.evaluate(() => JSON.stringify(localStorage)), /word by word/);
  });

  test('nothing went wrong in the page but what the browser forbade', () => {
    // And but for the picture whose address had ended.
    const others = wallet.problems.filter((problem) => !/CORS policy|ERR_FAILED|ERR_FILE_NOT_FOUND/.test(problem));
    assert.deepEqual(others, []);
  });
});
