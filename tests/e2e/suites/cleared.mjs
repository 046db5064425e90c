// The browser clears what the wallet keeps, while it is closed and while it runs: it is said which accounts were here and
// how they come back, nothing is signed, and what was sent is still followed.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, node, site } from '../context.mjs';
import { obstacles } from '../obstacles.mjs';
import { Browser } from '../wallet.mjs';

describe('cleared', () => {
  let browser;
  let wallet;
  let url;

  before(async () => {
    url = `${(await site()).url}/?network=local`;
    browser = await Browser.launch();
    wallet = await browser.wallet(url);
    await wallet.ready();
    await wallet.addAccount(MNEMONIC, { label: 'Main' });
    await wallet.createVault({ label: 'Savings' });
    await wallet.choose(FUNDED);
    await wallet.balance();
  });
  after(() => browser?.close());

  const clear = async (storageTypes) => {
    const session = await browser.context.newCDPSession(wallet.page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes });
    await session.detach();
  };
  const gone = (words) => wallet.id('accounts-gone').filter({ hasText: words }).waitFor({ timeout: 30_000 });
  const nonce = async () => (await (await node()).query.system.account(FUNDED)).nonce.toNumber();

  test('while it was closed: it names the accounts, says that the money is safe, and takes them again', async () => {
    // A page of the same origin that runs nothing.
    await wallet.page.goto(`${new URL(url).origin}/favicon.svg`);
    await clear('indexeddb,cache_storage,service_workers');
    await wallet.page.goto(url);
    await gone(/has cleared what it kept of[\s\S]*Main[\s\S]*Savings[\s\S]*safe on the chain[\s\S]*Import each again/);
    assert.deepEqual(await obstacles(wallet.page), []);
    await wallet.page.reload();
    await gone(/Main[\s\S]*Savings/);
    await wallet.id('gone-import').click();
    await wallet.id('import-text').fill(MNEMONIC);
    await wallet.id('import-read').click();
    await wallet.submitImport({ label: 'Main' });
    assert.equal(await wallet.address(), FUNDED);
    await gone(/^(?![\s\S]*Main)[\s\S]*Savings[\s\S]*Import it again/);
    await wallet.id('gone-forget').click();
    await wallet.id('accounts-gone').waitFor({ state: 'hidden' });
    await wallet.page.reload();
    await wallet.lockState('locked');
    assert.equal(await wallet.id('accounts-gone').count(), 0);
    await wallet.ready();
    await wallet.unlock();
  });

  test('while a transfer is under way: it is followed to its end, and still known after a reload', async () => {
    const start = await nonce();
    await wallet.balance();
    await wallet.review(ALICE, '1');
    await wallet.id('review-confirm').click();
    const { hash } = await wallet.entry(['signed', 'broadcast', 'in_block']);
    await clear('all');
    assert.equal((await wallet.entry(['finalized'], 60_000)).hash, hash);
    await wallet.page.reload();
    assert.equal((await wallet.entry(['finalized'], 30_000)).hash, hash);
    assert.equal(await nonce(), start + 1);
  });

  test('while a transfer is reviewed: nothing is signed, and the page says why', async () => {
    if (!(await wallet.accounts()).includes(FUNDED)) await wallet.addAccount(MNEMONIC, { label: 'Main' });
    const [start, signed] = [await nonce(), await wallet.id('journal-entry').count()];
    await wallet.balance();
    await wallet.review(ALICE, '2');
    await clear('all');
    await wallet.id('review-confirm').click();
    await wallet.id('review-error').filter({ hasText: /does not have this account[\s\S]*nothing was sent/i }).waitFor();
    await wallet.id('review-cancel').click();
    await gone(/Main/);
    assert.equal(await wallet.id('send-amount').inputValue(), '2', 'what was typed stays');
    assert.equal(await wallet.id('journal-entry').count(), signed);
    await wallet.page.reload();
    await gone(/Main/);
    assert.equal(await wallet.addAccount(MNEMONIC, { label: 'Main' }), FUNDED);
    await wallet.ready();
    await wallet.balance();
    await wallet.review(ALICE, '3');
    await wallet.id('review-confirm').click();
    await wallet.id('journal-entry').first().waitFor();
    await wallet.entry(['finalized'], 60_000);
    assert.equal(await nonce(), start + 1);
  });
});
