// The page for everyone: axe finds nothing at either width and in either colours, nothing is wider than the screen, and
// a transfer needs no mouse.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import axe from 'axe-core';

import { ALICE, MNEMONIC, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

/** What stands in the way on the page as it is now. */
async function obstacles(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return tooWide > 0 ? [...found, `${tooWide} px wider than the screen`] : found;
}

/** Moves the focus with the keyboard alone until it is on this element. */
async function tabTo(wallet, testId) {
  for (let step = 0; step < 60; step += 1) {
    const there = await wallet.page.evaluate(
      (id) => document.activeElement?.closest('[data-testid]')?.dataset.testid === id,
      testId,
    );
    if (there) return;
    await wallet.page.keyboard.press('Tab');
  }
  assert.fail(`the keyboard does not reach ${testId}`);
}

describe('accessible', () => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
    for (const colorScheme of ['light', 'dark']) {
      test(`at ${viewport.width} px, ${colorScheme}`, async () => {
        const browser = await Browser.launch({ viewport, colorScheme });
        try {
          const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
          await wallet.ready();
          assert.deepEqual(await obstacles(wallet.page), [], 'first run');
          await wallet.addAccount(MNEMONIC);
          await wallet.balance();
          assert.deepEqual(await obstacles(wallet.page), [], 'an account');
          await wallet.id('network-choose').click();
          assert.deepEqual(await obstacles(wallet.page), [], 'the networks');
          await wallet.id('network-close').click();
          await wallet.fillTransfer(`${ALICE.slice(0, -1)}Z`, '1.2345678901');
          await wallet.id('send-review').click();
          await wallet.id('send-amount-error').waitFor();
          assert.deepEqual(await obstacles(wallet.page), [], 'errors');
          await wallet.review(ALICE, '1');
          assert.deepEqual(await obstacles(wallet.page), [], 'the review');
        } finally {
          await browser.close();
        }
      });
    }
  }

  test('a transfer by keyboard alone', async () => {
    const browser = await Browser.launch();
    try {
      const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
      const { keyboard } = wallet.page;
      await wallet.ready();
      await tabTo(wallet, 'account-add');
      await keyboard.press('Enter');
      await tabTo(wallet, 'mnemonic-input');
      await keyboard.type(`${MNEMONIC}//Bob`);
      await tabTo(wallet, 'account-add-submit');
      await keyboard.press('Enter');
      await wallet.balance();
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
