// Every page for everyone, with an economy to show: axe finds nothing at either width and in either colours, nothing is
// wider than the screen, and a purchase needs no mouse.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { HOLDER, site } from '../context.mjs';
import { looking, looks } from '../obstacles.mjs';
import { Browser } from '../wallet.mjs';

describe('pages', () => {
  for (const { viewport, colorScheme } of looks) {
    test(`at ${viewport.width} px, ${colorScheme}`, async () => {
      const browser = await Browser.launch({ viewport, colorScheme });
      try {
        const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
        const { page } = wallet;
        const look = looking(page, { viewport, colorScheme });
        const go = (hash) => page.evaluate((hash) => void (location.hash = hash), hash);
        await wallet.ready();
        await wallet.addAccount(HOLDER, { label: 'Holder' });
        await page.waitForFunction(() => document.querySelectorAll('[data-testid="position"]').length > 10);
        await page.locator('[data-testid="holding"]').filter({ hasText: 'Aurora' }).waitFor();
        await look('portfolio');
        const hotkey = await wallet.id('position').first().getAttribute('data-hotkey');
        await wallet.show('send');
        await look('send');
        await wallet.show('subnets');
        await wallet.id('subnet-row').nth(128).waitFor({ timeout: 60_000 });
        await look('subnets');
        await wallet.id('subnets-search').fill('paypal');
        await look('a search');
        await go('#/subnets/1');
        await wallet.id('validator').nth(3).waitFor({ timeout: 30_000 });
        await wallet.quote();
        await look('a subnet');
        await go('#/subnets/1/metagraph');
        await wallet.id('neuron').nth(63).waitFor({ timeout: 30_000 });
        await look('the metagraph');
        await go('#/subnets/1/miners');
        await wallet.id('miner').nth(7).waitFor({ timeout: 30_000 });
        await wallet.id('miners-no-hotkey').waitFor();
        await look('miners');
        await go('#/subnets/1/parameters');
        await wallet.id('hyperparameter').first().waitFor();
        await look('parameters');
        await go('#/receive');
        await wallet.id('receive-qr').waitFor();
        await look('receive');
        await go('#/do');
        await wallet.id('act-option').first().waitFor();
        await look('acts');
        await go('#/do/register/2');
        await wallet.id('act-review').click();
        await wallet.id('act-error').waitFor();
        await wallet.id('acting').selectOption('multisig');
        await look('an act');
        await go('#/account');
        await page.locator('[data-testid="section-proof"][data-level="finalized"]').nth(6).waitFor({ timeout: 30_000 });
        await look('account');
        await go('#/more');
        await wallet.id('more').first().waitFor();
        await look('more');
        await go('#/stake/2');
        await wallet.id('stake-validator').nth(1).check();
        await wallet.id('stake-amount').fill('3');
        await wallet.quote(({ paid }) => paid === '3000000000');
        await look('stake');
        await wallet.id('stake-amount').fill('99999');
        await wallet.quote(({ obstacle }) => obstacle);
        await look('an obstacle');
        await wallet.id('stake-amount').fill('3');
        await wallet.quote(({ paid }) => paid === '3000000000');
        await wallet.reviewTrade();
        await look('the review');
        await wallet.id('review-cancel').click();
        await go(`#/unstake/1/${hotkey}`);
        await page.locator('[data-testid="portfolio-proof"][data-level="finalized"]').waitFor();
        await wallet.id('stake-max').click();
        await wallet.quote(({ paid }) => BigInt(paid) > 0n);
        await look('unstake');
        await go('#/unstake');
        await page.locator('[data-testid="leaving-sum"][data-current="true"]').waitFor({ timeout: 30_000 });
        await look('unstake several');
        await go('#/validators/1');
        await page.locator('[data-testid="validator"][data-own][data-yearly]').nth(3).waitFor({ timeout: 60_000 });
        await look('validators');
        await go(`#/move/1/${hotkey}`);
        await wallet.id('stake-validator').nth(1).waitFor({ timeout: 30_000 });
        await look('move');
        await wallet.show('activity');
        await look('activity');
      } finally {
        await browser.close();
      }
    });
  }

  test('a page begins at its heading, and the navigation says where one is', async () => {
    const browser = await Browser.launch();
    try {
      const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
      await wallet.ready();
      for (const [page, title] of [['subnets', 'Subnets'], ['stake', 'Stake'], ['portfolio', 'Portfolio']]) {
        const link = wallet.page.locator(`[data-testid="nav"][data-page="${page}"]`);
        await link.focus();
        await wallet.page.keyboard.press('Enter');
        await wallet.page.locator(`[data-testid="page"][data-page="${page}"]`).waitFor();
        await wallet.page.waitForFunction(() => document.activeElement.id === 'page-title');
        assert.equal(await wallet.page.locator('#page-title').innerText(), title);
        assert.equal(await link.getAttribute('aria-current'), 'page');
        assert.equal(await wallet.page.locator('[aria-current="page"]').count(), 1);
      }
      await wallet.page.goBack();
      await wallet.page.locator('[data-testid="page"][data-page="stake"]').waitFor();
    } finally {
      await browser.close();
    }
  });
});
