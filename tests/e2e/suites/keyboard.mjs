// What is done with stake and beside it, by keyboard alone: from the navigation through form and review to the journal.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { MNEMONIC, site } from '../context.mjs';
import { Keyboard } from '../keyboard.mjs';
import { Browser } from '../wallet.mjs';

const TAO = 1_000_000_000n;

/** One of the crowd of the seed, whom no other suite needs: two positions on each of ten subnets. */
const SOMEBODY = `${MNEMONIC}//seed//crowd//1`;

describe('keyboard', () => {
  let browser;
  let wallet;
  let keyboard;
  let own;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    keyboard = new Keyboard(wallet);
    await wallet.ready();
    own = await wallet.addAccount(SOMEBODY, { label: 'Somebody' });
    await wallet.balance();
  });
  after(() => browser?.close());

  const go = async (page) => {
    await keyboard.press('nav', { page });
    await wallet.page.locator(`[data-testid="page"][data-page="${page}"]`).waitFor();
  };
  /** Opens the review, leaves it by Escape, and finds the focus on the button again. */
  const look = async (button) => {
    await keyboard.press(button);
    await wallet.id('review-confirm').waitFor({ timeout: 30_000 });
    const call = await wallet.id('review-call').getAttribute('data-call');
    await keyboard.keys.press('Escape');
    await wallet.id('review-sheet').waitFor({ state: 'hidden' });
    await keyboard.rests(button);
    return call;
  };
  /** Reviews and signs. */
  const sign = async (button) => {
    await keyboard.press(button);
    await wallet.id('review-confirm').waitFor({ timeout: 30_000 });
    await keyboard.press('review-confirm');
    await wallet.id('review-sheet').waitFor({ state: 'hidden', timeout: 30_000 });
  };
  /** Waits until this many were signed here and all of them are in a block, as they were meant. */
  const happened = async (count) => {
    await wallet.show('activity');
    await wallet.page.waitForFunction(
      (count) => {
        const states = [...document.querySelectorAll('[data-testid="journal-entry"]')].map(({ dataset }) => dataset.state);
        return states.length === count && states.every((state) => state === 'finalized');
      },
      count,
      { timeout: 60_000 },
    );
  };

  test('stake is put in, and taken out from its row in the portfolio', async () => {
    await go('stake');
    await keyboard.to('stake-subnet');
    await wallet.page.locator('[data-testid="stake-subnet"] option').nth(3).waitFor({ state: 'attached' });
    await keyboard.keys.type('3');
    await wallet.page.waitForFunction(() => location.hash === '#/stake/3');
    await wallet.id('stake-validator').first().waitFor({ timeout: 30_000 });
    await keyboard.check('stake-validator');
    await keyboard.type('stake-amount', '2');
    await wallet.quote(({ paid, obstacle }) => paid && BigInt(paid) === 2n * TAO && !obstacle);
    assert.equal(await look('stake-review'), 'SubtensorModule.add_stake_limit');
    await sign('stake-review');

    await go('portfolio');
    await wallet.page.locator('[data-testid="position"][data-netuid="1"]').first().waitFor({ timeout: 60_000 });
    await keyboard.press('position-unstake');
    await wallet.id('stake-amount').waitFor();
    await keyboard.type('stake-amount', '0.5');
    await wallet.quote(({ paid, obstacle }) => paid && BigInt(paid) === TAO / 2n && !obstacle);
    await sign('stake-review');
    await happened(2);
  });

  test('stake is moved, and several positions are taken out', async () => {
    await go('portfolio');
    await keyboard.press('position-move');
    await wallet.id('stake-amount').waitFor();
    await keyboard.to('stake-subnet');
    await keyboard.keys.type('4');
    await wallet.page.waitForFunction(() => document.querySelector('[data-testid="stake-subnet"]').value === '4');
    await keyboard.type('stake-amount', '0.5');
    await wallet.quote(({ paid, obstacle }) => paid && BigInt(paid) === TAO / 2n && !obstacle);
    assert.match(await look('stake-review'), /SubtensorModule\.(swap|move)_stake/);

    await go('portfolio');
    await keyboard.press('leaving-open');
    const current = wallet.page.locator('[data-testid="leaving-sum"][data-current="true"]');
    await current.waitFor({ timeout: 30_000 });
    await keyboard.press('leaving-none');
    await keyboard.check('leaving-choose');
    await current.waitFor({ timeout: 30_000 });
    await wallet.page.waitForFunction(() => document.querySelectorAll('[data-testid="leaving-choose"]:checked').length === 1);
    assert.match(await look('leaving-review'), /SubtensorModule\.remove_stake_full_limit|Utility\.batch_all/);
  });

  test('an act is searched for, filled in and signed, for oneself and with others', async () => {
    await go('acts');
    await keyboard.type('acts-search', 'accept locked');
    await keyboard.press('act-option', { act: 'acceptLockedAlpha' });
    await wallet.id('act-review').waitFor();
    await keyboard.check('act-field-accept');
    await sign('act-review');
    await happened(3);

    await go('acts');
    await keyboard.press('act-option', { act: 'addProxy' });
    await wallet.id('act-review').waitFor();
    await keyboard.type('act-field-delegate', own);
    await keyboard.type('act-field-kind', 'Staking');
    await keyboard.type('act-field-delay', '0');
    await keyboard.press('act-review');
    await wallet.id('act-error').filter({ hasText: /its own proxy/ }).waitFor({ timeout: 20_000 });

    await go('acts');
    await keyboard.press('act-option', { act: 'acceptLockedAlpha' });
    await wallet.id('act-review').waitFor();
    await keyboard.to('acting');
    // The first one opens the list.
    for (const key of ['ArrowDown', 'End', 'Enter']) await keyboard.keys.press(key);
    await wallet.id('acting-others').waitFor();
    await keyboard.type('acting-others', '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY');
    assert.equal(await look('act-review'), 'Multisig.as_multi');
  });

  test('the list of subnets is searched, sorted and starred, and a subnet is opened', async () => {
    await go('subnets');
    await wallet.id('subnet-row').nth(5).waitFor({ timeout: 60_000 });
    await keyboard.type('subnets-search', 'basalt');
    await wallet.page.waitForFunction(() => document.querySelectorAll('[data-testid="subnet-row"]').length === 1);
    await keyboard.press('subnets-sort', { column: 'pool' });
    await wallet.page.locator('th[aria-sort="descending"]').waitFor();
    await keyboard.press('subnet-star');
    await wallet.page.locator('[data-testid="subnet-star"][aria-pressed="true"]').waitFor();
    await keyboard.press('subnet-open');
    await wallet.id('subnet-name').filter({ hasText: 'Basalt' }).waitFor();
    await keyboard.press('subnet-tab', { tab: 'metagraph' });
    await wallet.id('neuron').first().waitFor({ timeout: 30_000 });
    assert.deepEqual(wallet.problems, []);
  });
});
