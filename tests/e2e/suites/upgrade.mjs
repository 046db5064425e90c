// The chain upgrades while the wallet runs: it is followed, and what was prepared before is refused with a reason.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, MNEMONIC, devnet, node, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

describe('runtime upgrade', () => {
  let browser;
  let wallet;
  let network;

  before(async () => {
    network = await devnet();
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    await wallet.addAccount(`${MNEMONIC}//Dave`);
    await wallet.balance();
  });
  after(() => browser?.close());

  test('a transfer reviewed before the upgrade is not sent after it, and can be reviewed again', async () => {
    const api = await node();
    const before = (await api.rpc.state.getRuntimeVersion()).specVersion.toNumber();
    await wallet.review(ALICE, '1');
    await network.upgrade();
    const upgraded = async () => (await api.rpc.state.getRuntimeVersion()).specVersion.toNumber() > before;
    while (!(await upgraded())) await wallet.page.waitForTimeout(500);
    await network.waitForFinalized((await network.finalizedNumber()) + 4);
    await wallet.id('review-confirm').click();
    await wallet.id('review-error').waitFor({ timeout: 20_000 });
    assert.match(await wallet.id('review-error').innerText(), /upgrade/i);
    assert.equal(await wallet.id('journal-entry').count(), 0);

    await wallet.id('review-again').click();
    await wallet.id('review-confirm').waitFor();
    await wallet.id('review-confirm').click();
    await wallet.entry(['finalized'], 90_000);
  });

  test('balances go on after the upgrade, and a warm start knows the new runtime', async () => {
    const finalized = await network.finalizedNumber();
    await wallet.balance({ from: finalized });
    await wallet.page.reload();
    await wallet.ready();
    const { level } = await wallet.balance({ from: finalized });
    assert.equal(level, 'finalized');
  });
});
