// The page for everyone: axe finds nothing at either width and in either colours, nothing is wider than the screen, and
// a transfer needs no mouse.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, site } from '../context.mjs';
import { looking, looks } from '../obstacles.mjs';
import { Browser, PASSWORD } from '../wallet.mjs';

/** Moves the focus with the keyboard alone until it is on this element; on the one of this page where there are several. */
async function tabTo(wallet, testId, page) {
  for (let step = 0; step < 60; step += 1) {
    const there = await wallet.page.evaluate(
      ([id, page]) => {
        const reached = document.activeElement?.closest('[data-testid]')?.dataset;
        return reached?.testid === id && (!page || reached.page === page);
      },
      [testId, page],
    );
    if (there) return;
    await wallet.page.keyboard.press('Tab');
  }
  assert.fail(`the keyboard does not reach ${testId}`);
}

/** The ways to an account, the import, a new password, and a watched address beside it. */
async function addAndLook(wallet, look) {
  await wallet.openWay('create');
  await look('creating');
  await wallet.id('sheet-close').click();
  await wallet.tryAccount('lake lake');
  await wallet.id('import-text-error').waitFor();
  await look('an import that cannot be read');
  await wallet.tryAccount(MNEMONIC);
  await wallet.id('import-submit').waitFor();
  await look('what was found');
  await wallet.id('import-submit').click();
  await wallet.id('vault-create').waitFor();
  await look('a new password');
  await wallet.givePassword();
  await wallet.id('sheet').waitFor({ state: 'hidden' });
  await wallet.createVault({ label: 'Savings' });
  await wallet.id('account-add').click();
  await look('the ways');
  await wallet.id('way-watch').click();
  await look('watching');
  await wallet.id('watch-address').fill(ALICE);
  await wallet.id('watch-submit').click();
  await wallet.id('account-watched').waitFor();
  await look('a watched account');
  await wallet.choose(FUNDED);
}

/** Everything about an account that is not backed up. */
async function detailsAndLook(wallet, look) {
  const option = wallet.id('account-option');
  await option.nth(1).check();
  await wallet.id('backup-reminder').waitFor();
  await look('the reminder');
  await wallet.id('account-details').click();
  await look('the details');
  await wallet.id('account-backup').click();
  await wallet.id('backup-password').fill(PASSWORD);
  await wallet.id('backup-reveal').click();
  await wallet.id('backup-show').click();
  await look('the words');
  await wallet.id('backup-next').click();
  await wallet.id('backup-check').waitFor();
  await look('three words');
  await wallet.id('sheet-close').click();
  for (const [sheet, name] of [['export', 'the export'], ['limits', 'the limits'], ['remove', 'the removal']]) {
    await wallet.id('account-details').click();
    await wallet.id(`account-${sheet}`).click();
    await wallet.page.locator(`[data-testid="sheet"][data-sheet="${sheet}"]`).waitFor();
    await look(name);
    await wallet.id('sheet-close').click();
  }
  await option.first().check();
}

/** The settings, and the lock with a wrong password. */
async function settingsAndLook(wallet, look) {
  await wallet.id('settings-open').click();
  await wallet.id('settings-auto-lock').waitFor();
  await look('the settings');
  await wallet.id('sheet-close').click();
  await wallet.lock();
  await wallet.id('vault-lock').click();
  await wallet.id('vault-password').fill('not the password');
  await wallet.id('vault-unlock').click();
  await wallet.id('vault-error').waitFor();
  await look('a wrong password');
  await wallet.id('vault-password').fill(PASSWORD);
  await wallet.id('vault-unlock').click();
  await wallet.lockState('unlocked');
}

describe('accessible', () => {
  for (const { viewport, colorScheme } of looks) {
    test(`at ${viewport.width} px, ${colorScheme}`, async () => {
      const browser = await Browser.launch({ viewport, colorScheme });
      try {
        const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
        const look = looking(wallet.page, { viewport, colorScheme });
        await wallet.ready();
        await wallet.id('welcome').waitFor();
        await look('first run');
        await addAndLook(wallet, look);
        await wallet.balance();
        await look('an account');
        await detailsAndLook(wallet, look);
        await settingsAndLook(wallet, look);
        await wallet.id('network-choose').click();
        await look('the networks');
        await wallet.id('network-close').click();
        for (const page of ['activity', 'stake', 'subnets']) {
          await wallet.show(page);
          await look(page);
        }
        await wallet.fillTransfer(`${ALICE.slice(0, -1)}Z`, '1.2345678901');
        await wallet.id('send-review').click();
        await wallet.id('send-amount-error').waitFor();
        await look('errors');
        await wallet.review(ALICE, '1');
        await look('the review');
      } finally {
        await browser.close();
      }
    });
  }

  test('a transfer by keyboard alone', async () => {
    const browser = await Browser.launch();
    try {
      const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
      const { keyboard } = wallet.page;
      await wallet.ready();
      await tabTo(wallet, 'way-import');
      await keyboard.press('Enter');
      await tabTo(wallet, 'import-text');
      await keyboard.type(`${MNEMONIC}//Bob`);
      await tabTo(wallet, 'import-read');
      await keyboard.press('Enter');
      await wallet.id('import-submit').waitFor();
      await tabTo(wallet, 'import-submit');
      await keyboard.press('Enter');
      await wallet.id('vault-create').waitFor();
      await tabTo(wallet, 'vault-new-password');
      await keyboard.type(PASSWORD);
      await tabTo(wallet, 'vault-new-password-again');
      await keyboard.type(PASSWORD);
      await keyboard.press('Enter');
      await wallet.balance();
      await tabTo(wallet, 'nav', 'send');
      await keyboard.press('Enter');
      await tabTo(wallet, 'send-destination');
      await keyboard.type(ALICE);
      await tabTo(wallet, 'send-amount');
      await keyboard.type('1');
      await tabTo(wallet, 'send-review');
      await keyboard.press('Enter');
      await wallet.id('review-confirm').waitFor();
      await tabTo(wallet, 'review-confirm');
      await keyboard.press('Enter');
      await wallet.entry(['in_block', 'finalized']);
    } finally {
      await browser.close();
    }
  });
});
