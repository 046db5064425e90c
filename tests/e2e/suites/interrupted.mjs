// A transfer that is interrupted: the journal is never lost and nothing is signed or sent twice.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, MNEMONIC, devnet, freeAt, node, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

describe('interrupted', () => {
  let browser;
  let wallet;
  let network;

  before(async () => {
    network = await devnet();
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    await wallet.addAccount(`${MNEMONIC}//Charlie`);
    await wallet.balance();
  });
  after(() => browser?.close());

  const charlie = '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y';
  const nonce = async () => (await (await node()).query.system.account(charlie)).nonce.toNumber();

  test('the node stops mid-transfer and comes back: one transaction, finalized', async () => {
    const start = await nonce();
    await wallet.review(ALICE, '1');
    await network.pauseAll();
    let hash;
    try {
      await wallet.id('review-confirm').click();
      ({ hash } = await wallet.entry(['signed', 'broadcast']));
      await wallet.page.waitForTimeout(5000);
      assert.equal((await wallet.entry(['signed', 'broadcast'])).hash, hash);
    } finally {
      await network.resumeAll();
    }
    assert.equal((await wallet.entry(['finalized'], 120_000)).hash, hash);
    assert.equal(await nonce(), start + 1);
  });

  test('the page is reloaded right after broadcast: the journal has it and it is not sent twice', async () => {
    const start = await nonce();
    const received = await freeAt(ALICE, await network.finalizedNumber());
    await wallet.review(ALICE, '2');
    await wallet.id('review-confirm').click();
    const { hash } = await wallet.entry(['signed', 'broadcast', 'in_block']);
    await wallet.page.reload();
    assert.equal((await wallet.entry(['signed', 'broadcast', 'in_block', 'finalized'], 20_000)).hash, hash);
    await wallet.entry(['finalized'], 120_000);
    assert.equal((await wallet.entry(['finalized'])).hash, hash);
    assert.equal(await nonce(), start + 1);
    assert.equal(await freeAt(ALICE, await network.finalizedNumber()), received + 2_000_000_000n);
    assert.equal(await wallet.id('journal-entry').count(), 2);
  });

  test('the vault crashes: its accounts are there, locked, and sign once it is unlocked', async () => {
    await wallet.lockState('locked');
    await wallet.unlock();
    await wallet.crash('blob:');
    await wallet.lockState('locked');
    assert.equal(await wallet.address(), charlie);
    assert.equal(await wallet.id('account-watched').isVisible(), false);
    await wallet.review(ALICE, '3');
    await wallet.lockState('unlocked');
  });

  test('the engine crashes during the review: another one takes its place and sends', async () => {
    const finalized = await network.finalizedNumber();
    await wallet.crashEngine();
    const { level } = await wallet.balance({ from: finalized + 2 });
    assert.equal(level, 'finalized');
    await wallet.ready();
    assert.equal(await wallet.id('journal-entry').count(), 2);
    await wallet.id('review-confirm').click();
    await wallet.id('journal-entry').nth(2).waitFor();
    await wallet.entry(['finalized'], 90_000);
    assert.equal(await wallet.id('journal-entry').count(), 3);
  });

  test('the engine is killed right after it sent: another one follows what was sent, and sends nothing twice', async () => {
    const start = await nonce();
    await wallet.review(ALICE, '4');
    await wallet.id('review-confirm').click();
    await wallet.id('journal-entry').nth(3).waitFor();
    const { hash } = await wallet.entry(['signed', 'broadcast', 'in_block']);
    await wallet.browser.engines.kill();
    assert.equal((await wallet.entry(['finalized'], 90_000)).hash, hash);
    assert.equal(await wallet.id('journal-entry').count(), 4);
    assert.equal(await nonce(), start + 1);
  });
});
