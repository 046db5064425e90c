// The vault as its owner meets it: make, back up, lock, unlock, sign; bring keys; and what happens when a password is
// wrong, nobody is there, or the process dies while it writes.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, site } from '../context.mjs';
import { Browser, PASSWORD, stored, traces } from '../wallet.mjs';

const OTHER = 'another long password';
/** Public test keys, as btcli and polkadot-js write them. */
const HOTKEY = JSON.stringify({
  secretPhrase: MNEMONIC,
  accountId: '0x46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a',
  ss58Address: FUNDED,
});
const SEED_OF_ALICE = '0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a';

describe('vault', () => {
  let browser;
  let wallet;
  let url;
  let created;

  before(async () => {
    url = `${(await site()).url}/?network=local`;
    browser = await Browser.launch();
    wallet = await browser.wallet(url);
    await wallet.ready();
  });
  after(() => browser?.close());

  const vaultWorker = () => wallet.page.workers().find((worker) => worker.url().startsWith('blob:'));

  test('an account is made, and counts as backed up once three of its words are typed', async () => {
    await wallet.openWay('create');
    await wallet.id('account-label').fill('Savings');
    await wallet.id('create-submit').click();
    await wallet.givePassword();
    await wallet.id('backup-password').or(wallet.id('backup-reveal')).first().waitFor();
    if (await wallet.id('backup-password').isVisible()) await wallet.id('backup-password').fill(PASSWORD);
    await wallet.id('backup-reveal').click();
    await wallet.id('backup-show').click();
    await wallet.id('backup-word').nth(11).waitFor();
    const words = (await wallet.id('backup-word').evaluateAll((words) => words.map((word) => word.dataset.word ?? word.innerText))).map((word) => word.replace(/[^a-z]/g, ''));
    assert.equal(words.length, 12);
    traces.secrets.add(words.join(' '));
    await wallet.id('backup-next').click();
    const answers = wallet.id('backup-answer');
    await answers.first().waitFor();
    assert.equal(await answers.count(), 3);
    await answers.first().fill('zoo');
    for (const at of [1, 2]) await answers.nth(at).fill(words[Number(await answers.nth(at).getAttribute('data-position')) - 1]);
    await wallet.id('backup-check').click();
    await wallet.id('backup-error').waitFor();
    await answers.first().fill(words[Number(await answers.first().getAttribute('data-position')) - 1]);
    await wallet.id('backup-check').click();
    await wallet.id('backup-done').waitFor();
    await wallet.id('sheet-close').click();
    created = await wallet.address();
    assert.equal(await wallet.id('backup-reminder').isVisible(), false);
    assert.ok((await stored(wallet.page)).includes(created), 'the account is kept');
  });

  test('it is locked, refuses a wrong password, and is unlocked', async () => {
    const before = vaultWorker();
    await wallet.lock();
    assert.notEqual(vaultWorker(), before, 'the worker that held the key is gone');
    await wallet.id('vault-lock').click();
    await wallet.id('vault-password').fill('not the password');
    await wallet.id('vault-unlock').click();
    await wallet.id('vault-error').waitFor();
    await wallet.id('vault-password').fill(PASSWORD);
    await wallet.id('vault-unlock').click();
    await wallet.lockState('unlocked');
    assert.equal(await wallet.address(), created);
  });

  test('a reload locks it and keeps the account', async () => {
    await wallet.page.reload();
    await wallet.lockState('locked');
    assert.equal(await wallet.address(), created);
    await wallet.unlock();
  });

  test('keys come in as words, seeds, addresses and files', async () => {
    assert.equal(await wallet.addAccount(SEED_OF_ALICE, { label: 'Alice' }), ALICE);
    assert.equal(await wallet.importFile({ name: 'default', content: HOTKEY }, { label: 'Hot', role: 'hotkey' }), FUNDED);
    assert.equal(await wallet.addAccount(`${MNEMONIC}//Bob`, { label: 'Bob' }), '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty');
    await wallet.tryAccount(SEED_OF_ALICE);
    await wallet.id('import-submit').click();
    assert.match(await wallet.id('import-error').innerText(), /already/);
    await wallet.id('sheet-close').click();
  });

  test('a transfer is signed after unlocking', async () => {
    await wallet.choose(ALICE);
    await wallet.balance();
    await wallet.lock();
    await wallet.review(created, '3');
    assert.ok((await wallet.id('review-warning').count()) === 0, 'an own account is no stranger');
    await wallet.id('review-confirm').click();
    await wallet.entry(['finalized'], 90_000);
  });

  test('a hotkey moves no funds, and the message says so', async () => {
    await wallet.choose(FUNDED);
    await wallet.balance();
    await wallet.fillTransfer(ALICE, '1');
    await wallet.id('send-review').click();
    await wallet.id('send-error').waitFor();
    assert.match(await wallet.id('send-error').innerText(), /hotkey/i);
  });

  test('it locks itself when nobody is there', async () => {
    await wallet.lockState('unlocked');
    // One of the worker's clocks goes on by sixteen minutes.
    await vaultWorker().evaluate(() => {
      const real = performance.now.bind(performance);
      performance.now = () => real() + 16 * 60_000;
    });
    await wallet.lockState('locked');
    await wallet.unlock();
  });

  test('the password is changed; the old one opens nothing', async () => {
    await wallet.id('settings-open').click();
    traces.secrets.add(OTHER);
    await wallet.id('password-old').fill(PASSWORD);
    await wallet.id('password-new').fill(OTHER);
    await wallet.id('password-new-again').fill(OTHER);
    await wallet.id('password-change').click();
    await wallet.id('password-changed').waitFor({ timeout: 30_000 });
    await wallet.id('sheet-close').click();
    await wallet.lock();
    await wallet.id('vault-lock').click();
    await wallet.id('vault-password').fill(PASSWORD);
    await wallet.id('vault-unlock').click();
    await wallet.id('vault-error').waitFor();
    await wallet.id('vault-password').fill(OTHER);
    await wallet.id('vault-unlock').click();
    await wallet.lockState('unlocked');
  });

  test('killing the worker while it writes leaves the old vault or the new one', async () => {
    for (const wait of [0, 150, 400, 800]) {
      await wallet.id('settings-open').click();
      await wallet.id('password-old').fill(OTHER);
      await wallet.id('password-new').fill(PASSWORD);
      await wallet.id('password-new-again').fill(PASSWORD);
      await wallet.id('password-change').click();
      await wallet.page.waitForTimeout(wait);
      await wallet.page.reload();
      await wallet.lockState('locked');
      assert.equal(await wallet.id('account-option').count(), 4);
      await wallet.id('vault-lock').click();
      await wallet.id('vault-password').fill(OTHER);
      await wallet.id('vault-unlock').click();
      const opened = await Promise.race([
        wallet.lockState('unlocked').then(() => true),
        wallet.id('vault-error').waitFor({ timeout: 30_000 }).then(() => false),
      ]);
      if (opened) continue;
      // The change was whole: the new password opens everything.
      await wallet.id('vault-password').fill(PASSWORD);
      await wallet.id('vault-unlock').click();
      await wallet.lockState('unlocked');
      break;
    }
    // Every account can be read, and the one that pays opens.
    assert.equal(await wallet.id('account-option').count(), 4);
    assert.equal(await wallet.id('account-damaged').count(), 0);
    await wallet.choose(ALICE);
    await wallet.balance();
    await wallet.fillTransfer(created, '1');
    await wallet.id('send-review').click();
    await wallet.id('review-confirm').click();
    await wallet.id('journal-entry').nth(1).waitFor();
    await wallet.entry(['finalized'], 90_000);
  });
});
