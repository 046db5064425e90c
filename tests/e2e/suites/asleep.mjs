// Two wallets fall asleep for as long as the suites in between: a tab that the browser freezes, and a whole browser behind
// a closed lid. Each has something typed and something just sent. What becomes of them is in suites/awake.mjs.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { ALICE, MNEMONIC, done, node, site } from '../context.mjs';
import { ClosedLid, FrozenTab } from '../sleep.mjs';
import { Browser } from '../wallet.mjs';

/** What sleeps, by its name: its wallet, its sleep, and what was so before. */
export const sleepers = {};

/** A wallet that has something typed and something under way. */
async function busy(browser, secret) {
  const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
  await wallet.ready();
  const account = await wallet.addAccount(`${MNEMONIC}//e2e//${secret}`, { label: 'Sleeper' });
  const api = await node();
  await done(api.tx.balances.transferKeepAlive(account, 20_000_000_000n));
  await wallet.balance({ from: (await api.rpc.chain.getHeader()).number.toNumber() });
  await wallet.saved();
  await wallet.review(ALICE, '1');
  await wallet.id('review-confirm').click();
  await wallet.id('review-sheet').waitFor({ state: 'hidden', timeout: 30_000 });
  const { hash } = await wallet.entry(['signed', 'broadcast', 'in_block']);
  await wallet.fillTransfer(ALICE, '2.5');
  return { browser, wallet, account, hash, number: await wallet.number('finalized-number') };
}

describe('asleep', () => {
  test('a tab is frozen', async () => {
    const browser = await Browser.launch();
    const sleeper = await busy(browser, 'frozen');
    // Nobody may hold on to a worker that may end.
    await browser.engines.letGo();
    sleepers.tab = { ...sleeper, sleep: await FrozenTab.begin(sleeper.wallet) };
  });

  test('the lid of a device is closed over a browser', async () => {
    const browser = await Browser.launch();
    const sleeper = await busy(browser, 'lid');
    const [engine] = browser.engines.running.keys();
    assert.ok(engine, 'the light client is shared');
    // Nobody may hold on to a worker that ends.
    await browser.engines.letGo();
    sleepers.device = { ...sleeper, engine, sleep: await ClosedLid.begin(browser) };
  });
});
