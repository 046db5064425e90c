// What accounts have: every position with its worth, over one account or all, proven, and told stale when it is.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { HOLDER, LOCKER, MNEMONIC, devnet, freeAt, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

const sum = (numbers) => numbers.reduce((sum, number) => sum + BigInt(number), 0n);

describe('portfolio', () => {
  let browser;
  let wallet;
  let holder;
  let locker;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
  });
  after(() => browser?.close());

  test('an account without stake is told what to do first', async () => {
    const nobody = await wallet.addAccount(`${MNEMONIC}//nobody`, { label: 'Nobody' });
    const { sums, positions } = await wallet.portfolio();
    assert.deepEqual(positions, []);
    assert.equal(sums['at-spot'], '0');
    assert.match(await wallet.id('portfolio-empty').innerText(), /Stake TAO on a subnet/);
    assert.ok(nobody);
  });

  test('all 20 positions of the holder, by subnet and validator', async () => {
    holder = await wallet.addAccount(HOLDER, { label: 'Holder' });
    await wallet.page.waitForFunction(() => document.querySelectorAll('[data-testid="position"]').length === 20);
    const { block, level, sums, holdings, positions } = await wallet.portfolio();
    assert.equal(level, 'finalized');
    const counts = holdings.map(({ netuid }) => positions.filter((position) => position.netuid === netuid).length);
    assert.deepEqual(holdings.map(({ netuid }) => netuid), ['1', '2', '3', '4', '5', '6']);
    assert.deepEqual(counts, [4, 4, 3, 3, 3, 3]);
    for (const { netuid, alpha } of holdings) {
      const parts = positions.filter((position) => position.netuid === netuid).map((position) => position.alpha);
      assert.equal(BigInt(alpha), sum(parts), `subnet ${netuid} is the sum of its positions`);
    }
    assert.equal(BigInt(sums.free), await freeAt(holder, block), 'free TAO is what the node itself says');
    assert.equal(BigInt(sums['at-spot']), BigInt(sums.free) + BigInt(sums.root) + BigInt(sums.subnets));
    assert.ok(BigInt(sums['if-sold']) < BigInt(sums['at-spot']), 'a sale costs something');
  });

  test('a number tells how sure it is, when it has the focus and under the pointer', async () => {
    const mark = wallet.page.locator('main .tipped[data-level]').first();
    const tip = mark.locator('.tip');
    assert.match(await mark.getAttribute('aria-label'), /finalized/i);
    assert.equal(await tip.isVisible(), false);
    await mark.focus();
    await tip.waitFor();
    await mark.blur();
    await tip.waitFor({ state: 'hidden' });
    await mark.hover();
    await tip.waitFor();
    await wallet.page.mouse.move(0, 0);
  });

  test('names stand beside addresses and numbers', async () => {
    const { holdings, positions } = await wallet.portfolio();
    const holding = wallet.page.locator(`[data-testid="holding"][data-netuid="${holdings[0].netuid}"]`);
    await holding.filter({ hasText: 'Aurora' }).waitFor();
    const position = wallet.page.locator(`[data-testid="position"][data-hotkey="${positions[0].hotkey}"]`).first();
    await position.filter({ hasText: positions[0].hotkey.slice(0, 6) }).waitFor();
    await position.locator('bdi.name').waitFor({ timeout: 30_000 });
  });

  test('locked stake is told apart', async () => {
    locker = await wallet.addAccount(LOCKER, { label: 'Locker' });
    await wallet.page.waitForFunction(() => document.querySelector('[data-testid="holding"]')?.dataset.locked > 0);
    const { holdings } = await wallet.portfolio();
    const first = holdings.find(({ netuid }) => netuid === '1');
    assert.ok(BigInt(first.locked) > 0n && BigInt(first.locked) < BigInt(first.alpha));
  });

  test('all accounts together are the sum of each', async () => {
    await wallet.page.locator('[data-testid="portfolio-scope"][data-scope="all"]').click();
    await wallet.page.waitForFunction(() => document.querySelectorAll('[data-testid="position"]').length > 20);
    const { block, sums, positions } = await wallet.portfolio();
    assert.equal(BigInt(sums.free), (await freeAt(holder, block)) + (await freeAt(locker, block)));
    assert.ok(positions.length > 20);
    await wallet.page.locator('[data-testid="portfolio-scope"][data-scope="one"]').click();
  });

  test('it follows the chain, and says so when the chain stands still', async () => {
    const { block } = await wallet.portfolio();
    await wallet.portfolio({ from: block + 1 });
    await wallet.id('portfolio-line').filter({ hasText: 'Since your first look here' }).waitFor();
    const network = await devnet();
    await network.pauseAll();
    try {
      await wallet.page.locator('[data-testid="portfolio-proof"]').filter({ hasText: 'Not up to date' }).waitFor({ timeout: 150_000 });
    } finally {
      await network.resumeAll();
    }
    await wallet.page
      .locator('[data-testid="portfolio-proof"]')
      .filter({ hasNotText: 'Not up to date' })
      .waitFor({ timeout: 120_000 });
  });

  test('nothing went wrong in the page', () => assert.deepEqual(wallet.problems, []));
});
