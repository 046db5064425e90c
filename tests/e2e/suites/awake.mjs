// What fell asleep in suites/asleep.mjs wakes up: the page shows the chain of now, what was typed stands, what was under way
// has its end, and the wallet signs. Where the light client slept too, another one begins from what it saved.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';

import { devnet, freeAt } from '../context.mjs';
import { sleepers } from './asleep.mjs';

/** Everything that a person who comes back looks for. */
async function isAsBefore({ wallet, account, hash }, missed) {
  await wallet.waitForAttribute('finalized-number', 'data-number', (number) => Number(number) >= missed, 60_000);
  await wallet.ready();
  assert.equal(await wallet.id('send-amount').inputValue(), '2.5', 'what was typed stands');
  assert.equal((await wallet.entry(['finalized'], 60_000)).hash, hash, 'what was sent is followed to its end');
  assert.equal(await wallet.id('journal-entry').count(), 1);
  const { free, block, level } = await wallet.balance({ from: missed });
  assert.equal(level, 'finalized');
  assert.equal(BigInt(free), await freeAt(account, block));
  await wallet.show('send');
  await wallet.id('send-review').click();
  await wallet.passVault(() => wallet.id('review-confirm').isVisible());
  await wallet.id('review-confirm').click();
  await wallet.id('journal-entry').nth(1).waitFor();
  await wallet.entry(['in_block', 'finalized']);
}

describe('awake', () => {
  after(async () => {
    sleepers.device?.sleep.open();
    for (const { browser } of Object.values(sleepers)) await browser.close();
  });

  test('a tab that was frozen for ten minutes', async () => {
    const { browser, wallet, number, sleep } = sleepers.tab;
    await sleep.end();
    const missed = await (await devnet()).finalizedNumber();
    assert.ok(missed - number > 10, 'the chain went on without it');
    await browser.engines.unwatched(() => isAsBefore(sleepers.tab, missed));
    assert.deepEqual(wallet.problems, []);
  });

  test('a device whose lid was closed for ten minutes', async () => {
    const { browser, wallet, engine, sleep } = sleepers.device;
    await sleep.end();
    const missed = await (await devnet()).finalizedNumber();
    await browser.engines.unwatched(() => isAsBefore(sleepers.device, missed));
    const running = [...browser.engines.running.keys()];
    assert.equal(running.length, 1);
    assert.notEqual(running[0], engine, 'the light client is another one');
    assert.deepEqual(wallet.problems, []);
  });
});
