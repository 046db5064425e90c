// Limits of an account, set in the settings and held by the signing core: what goes beyond them is not even reviewed, and
// the rule is named.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, MNEMONIC, site } from '../context.mjs';
import { Browser, PASSWORD } from '../wallet.mjs';

describe('limits', () => {
  let browser;
  let wallet;
  let own;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    own = await wallet.addAccount(`${MNEMONIC}//Dave`);
    await wallet.balance();
  });
  after(() => browser?.close());

  const FIELDS = ['per-transaction', 'per-day', 'calls', 'subnets'];

  /** Types limits into the form that is open; a field that is not named is left empty. */
  const type = async (limits, password = PASSWORD) => {
    for (const field of FIELDS) await wallet.id(`limits-${field}`).fill(limits[field] ?? '');
    await wallet.id('limits-password').fill(password);
    await wallet.id('limits-save').click();
  };
  const save = async (limits) => {
    await type(limits);
    await wallet.id('limits-saved').waitFor();
    await wallet.id('sheet-close').click();
  };
  const typed = () => Promise.all(FIELDS.map((field) => wallet.id(`limits-${field}`).inputValue()));

  /** A transfer that is refused before anything can be signed; the limits can be opened from there. */
  const isRefused = async (amount, rule) => {
    await wallet.fillTransfer(ALICE, amount);
    await wallet.id('send-review').click();
    await wallet.id('send-error').filter({ hasText: rule }).waitFor();
    assert.match(await wallet.id('send-error').innerText(), /nothing was signed/i);
    assert.equal(await wallet.id('review-confirm').isVisible(), false);
    assert.equal(await wallet.id('send-amount').inputValue(), amount, 'what was typed stays');
    await wallet.id('send-limits').click();
    await wallet.id('limits-save').waitFor();
  };

  test('they are set in the settings, for the password only, and stay', async () => {
    await wallet.id('settings-open').click();
    await wallet.page.locator(`[data-testid="settings-limits"][data-address="${own}"]`).click();
    const limits = { 'per-transaction': '2', 'per-day': '3' };
    await type({ ...limits, subnets: 'all' });
    await wallet.id('limits-subnets-error').filter({ hasText: /numbers/ }).waitFor();
    await type(limits, 'not the password');
    await wallet.id('limits-error').filter({ hasText: /not the password/ }).waitFor();
    await save(limits);
    await wallet.page.reload();
    await wallet.ready();
    await wallet.unlock();
    await wallet.openAbout('limits');
    await wallet.page.waitForFunction(() => document.querySelector('[data-testid="limits-per-day"]').value !== '');
    assert.deepEqual(await typed(), ['2', '3', '', '']);
    await wallet.id('sheet-close').click();
  });

  test('more than one transaction may move is refused, and less is reviewed', async () => {
    await isRefused('2.5', /the most for one is 2 TAO/);
    await wallet.id('sheet-close').click();
    await wallet.review(ALICE, '1.5');
    await wallet.id('review-confirm').click();
    await wallet.entry(['signed', 'broadcast', 'in_block', 'finalized']);
  });

  test('more than a day may move is refused, with what was moved already', async () => {
    await isRefused('1.6', /last 24 hours 1\.5 TAO, and the most for both is 3 TAO/);
    await wallet.id('sheet-close').click();
    assert.equal(await wallet.id('journal-entry').count(), 1);
  });

  test('a call that is not among the allowed ones is refused by its name', async () => {
    await wallet.openAbout('limits');
    await save({ calls: 'System.remark\nProxy.*' });
    await isRefused('0.1', /Balances\.transfer_keep_alive is not among the calls/);
    await save({ calls: 'Balances.*' });
    await wallet.review(ALICE, '2.5');
    await wallet.id('review-cancel').click();
  });

  test('limits that are lowered during the review hold for it', async () => {
    const other = await browser.wallet(wallet.page.url());
    try {
      await wallet.review(ALICE, '2.5');
      await other.unlock();
      await other.openAbout('limits');
      await other.id('limits-per-transaction').fill('2');
      await other.id('limits-password').fill(PASSWORD);
      await other.id('limits-save').click();
      await other.id('limits-saved').waitFor();
      await wallet.id('review-confirm').click();
      await wallet.id('review-error').filter({ hasText: /the most for one is 2 TAO/ }).waitFor();
      assert.equal(await wallet.id('journal-entry').count(), 1);
      assert.ok(await wallet.id('review-limits').isVisible());
    } finally {
      await other.page.close();
    }
  });
});
