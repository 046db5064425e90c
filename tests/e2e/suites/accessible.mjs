// The page for everyone: axe finds nothing at either width and in either colours, nothing is wider than the screen, and
// neither an account nor a transfer needs a mouse.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, site } from '../context.mjs';
import { Keyboard } from '../keyboard.mjs';
import { looking, looks } from '../obstacles.mjs';
import { Browser, PASSWORD, traces } from '../wallet.mjs';

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
  for (const [opens, shown, name] of [['settings-as-file', 'settings-save', 'the settings as a file'], ['settings-about', 'about-version', 'about']]) {
    await wallet.id(opens).click();
    await wallet.id(shown).waitFor();
    await look(name);
    await wallet.id('sheet-close').click();
    await wallet.id('settings-open').click();
    await wallet.id('settings-auto-lock').waitFor();
  }
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
        await wallet.id('send-destination-scan').click();
        await wallet.page.getByTestId('scan-error').filter({ hasText: /camera/i }).waitFor();
        await look('scanning');
        await wallet.id('scan-close').click();
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
      const keyboard = new Keyboard(wallet);
      await wallet.ready();
      await keyboard.press('way-import');
      await keyboard.type('import-text', `${MNEMONIC}//Bob`);
      await keyboard.press('import-read');
      await wallet.id('import-submit').waitFor();
      await keyboard.press('import-submit');
      await wallet.id('vault-create').waitFor();
      await keyboard.type('vault-new-password', PASSWORD);
      await keyboard.type('vault-new-password-again', PASSWORD);
      await keyboard.keys.press('Enter');
      await wallet.balance();
      await keyboard.press('nav', { page: 'send' });
      await keyboard.type('send-destination', ALICE);
      await keyboard.type('send-amount', '1');
      await keyboard.press('send-review');
      await wallet.id('review-confirm').waitFor();
      await keyboard.press('review-confirm');
      await wallet.entry(['in_block', 'finalized']);
    } finally {
      await browser.close();
    }
  });

  test('an account is made, backed up, locked and unlocked by keyboard alone', async () => {
    const browser = await Browser.launch();
    try {
      const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
      const keyboard = new Keyboard(wallet);
      await keyboard.press('way-create');
      await keyboard.type('account-label', 'Savings');
      await keyboard.press('create-submit');
      await wallet.id('vault-create').waitFor();
      await keyboard.type('vault-new-password', PASSWORD);
      await keyboard.type('vault-new-password-again', PASSWORD);
      await keyboard.keys.press('Enter');
      await wallet.id('backup-reveal').waitFor({ timeout: 30_000 });
      if (await wallet.id('backup-password').isVisible()) await keyboard.type('backup-password', PASSWORD);
      await keyboard.press('backup-reveal');
      await wallet.id('backup-show').waitFor();
      await keyboard.press('backup-show');
      const shown = await wallet.id('backup-word').evaluateAll((words) => words.map(({ dataset, innerText }) => dataset.word ?? innerText));
      const words = shown.map((word) => word.replace(/[^a-z]/g, ''));
      traces.secrets.add(words.join(' '));
      await keyboard.press('backup-next');
      await wallet.id('backup-check').waitFor();
      const answers = wallet.id('backup-answer');
      const positions = await answers.evaluateAll((all) => all.map(({ dataset }) => dataset.position));
      for (const position of positions) {
        await keyboard.to('backup-answer', { position });
        await keyboard.keys.type(words[Number(position) - 1]);
      }
      await keyboard.press('backup-check');
      await wallet.id('backup-done').waitFor();
      await keyboard.press('sheet-close');
      await wallet.id('sheet').waitFor({ state: 'hidden' });
      const address = await wallet.address();

      await keyboard.press('vault-lock');
      await wallet.lockState('locked');
      await keyboard.press('vault-lock');
      await wallet.id('vault-password').waitFor();
      await keyboard.type('vault-password', PASSWORD);
      await keyboard.keys.press('Enter');
      await wallet.lockState('unlocked');
      assert.equal(await wallet.address(), address);
      assert.equal(await wallet.id('backup-reminder').isVisible(), false);

      // A sheet is left by Escape, and the focus is where it was.
      for (const [opens, sheet] of [['network-choose', 'network-sheet'], ['settings-open', 'sheet'], ['account-add', 'sheet']]) {
        await keyboard.press(opens);
        await wallet.id(sheet).waitFor();
        await keyboard.keys.press('Escape');
        await wallet.id(sheet).waitFor({ state: 'hidden' });
        await keyboard.rests(opens);
      }
    } finally {
      await browser.close();
    }
  });
});
