// The list of 128 subnets and the page of one: found by what their names look like, sorted, favourites kept, quoted.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { HOLDER, node, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

describe('subnets', () => {
  let browser;
  let wallet;
  let url;

  before(async () => {
    browser = await Browser.launch();
    url = `${(await site()).url}/?network=local`;
    wallet = await browser.wallet(`${url}#/subnets`);
    await wallet.ready();
  });
  after(() => browser?.close());

  const listed = () => wallet.id('subnet-row').evaluateAll((rows) => rows.map((row) => Number(row.dataset.netuid)));
  const listedAre = (expected) =>
    wallet.page.waitForFunction(
      (expected) => {
        const rows = [...document.querySelectorAll('[data-testid="subnet-row"]')];
        return JSON.stringify(rows.map((row) => Number(row.dataset.netuid))) === JSON.stringify(expected);
      },
      expected,
    );
  const sortBy = (column) => wallet.page.locator(`[data-testid="subnets-sort"][data-column="${column}"]`).click();
  const tab = (name) => wallet.page.locator(`[data-testid="subnet-tab"][data-tab="${name}"]`).click();
  const star = (netuid) => wallet.page.locator(`[data-netuid="${netuid}"] [data-testid="subnet-star"]`);

  test('an address that names the list shows it, the root and 128 subnets', async () => {
    await wallet.id('subnet-row').nth(128).waitFor({ timeout: 60_000 });
    assert.equal(await wallet.page.title(), 'Subnets · Taolight');
    assert.deepEqual(await listed(), Array.from({ length: 129 }, (_, netuid) => netuid));
    assert.equal(await wallet.id('subnets-proof').getAttribute('data-level'), 'finalized');
  });

  test('a search finds names as they look, whatever letters they are made of', async () => {
    await wallet.id('subnets-search').fill('PAYPAL');
    await listedAre([11]);
    const row = wallet.id('subnet-row').first();
    assert.match(await row.locator('[data-testid="name-warning"]').getAttribute('aria-label'), /alphabets/);
    assert.doesNotMatch(await row.innerText(), /[\u202e\n]ton/u, 'what turns the direction of writing is taken out');
    await wallet.id('subnets-search').fill('no such name');
    await wallet.id('subnets-none').waitFor();
    await wallet.id('subnets-search').fill('128');
    await listedAre([128]);
    await wallet.id('subnets-search').fill('');
  });

  test('columns sort, and say how', async () => {
    await sortBy('pool');
    const head = wallet.page.locator('th[aria-sort]');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    const down = await listed();
    assert.notDeepEqual(down.slice(0, 5), [0, 1, 2, 3, 4]);
    await sortBy('pool');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    const up = await listed();
    // Subnets with as much in their pools stay in the order of their numbers.
    assert.equal(up[up.length - 1], down[0]);
    await sortBy('number');
  });

  test('favourites outlive a reload', async () => {
    await star(7).click();
    await star(120).click();
    await wallet.page.reload();
    await wallet.id('subnet-row').first().waitFor({ timeout: 60_000 });
    assert.equal(await star(7).getAttribute('aria-pressed'), 'true');
    await wallet.id('subnets-favourites').check();
    await listedAre([7, 120]);
    await star(7).click();
    await listedAre([120]);
    await wallet.id('subnets-favourites').uncheck();
  });

  test('128 rows scroll and sort without a long task', async () => {
    const longest = await wallet.page.evaluate(async () => {
      let longest = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      });
      observer.observe({ type: 'longtask' });
      for (let step = 0; step < 40; step += 1) {
        scrollTo(0, (step % 20) * 300);
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
      observer.disconnect();
      return longest;
    });
    assert.ok(longest < 250, `scrolling blocked the page for ${longest} ms`);
  });

  test('a subnet: its figures, validators, and parameters with meanings', async () => {
    await wallet.page.locator('[data-netuid="1"] [data-testid="subnet-open"]').click();
    await wallet.id('subnet-name').filter({ hasText: 'Aurora' }).waitFor();
    await wallet.waitForAttribute('subnet-proof', 'data-level', 'finalized');
    await wallet.id('validator').nth(3).waitFor({ timeout: 30_000 });
    assert.equal(await wallet.page.evaluate(() => document.activeElement.id), 'page-title');
    await tab('parameters');
    const tempo = wallet.page.locator('[data-testid="hyperparameter"][data-name="tempo"]');
    assert.match(await tempo.innerText(), /Blocks between two epochs[\s\S]*20/);
  });

  test('the metagraph: every neuron, found by its number and sorted by its stake', async () => {
    await tab('metagraph');
    await wallet.id('neuron').nth(63).waitFor({ timeout: 30_000 });
    assert.match(await wallet.id('metagraph-found').innerText(), /64 neurons, page 1 of 1/);
    await wallet.page.locator('[data-testid="metagraph-sort"][data-column="stake"]').click();
    const api = await node();
    const first = await wallet.id('neuron').first().getAttribute('data-hotkey');
    const stakes = await api.query.subtensorModule.totalHotkeyAlpha.entries();
    const here = stakes.filter(([key]) => key.args[1].toNumber() === 1).map(([key, alpha]) => [key.args[0].toString(), alpha.toBigInt()]);
    const most = here.reduce((one, other) => (other[1] > one[1] ? other : one));
    assert.equal(first, most[0], 'the most stake stands first');
    await wallet.id('metagraph-search').fill('63');
    await wallet.page.locator('[data-testid="neuron"][data-uid="63"]').waitFor();
    await tab('');
    await wallet.id('quote-amount').waitFor();
  });

  test('a purchase is quoted, again at each block; more of it at a worse price', async () => {
    const one = await wallet.quote();
    assert.equal(one.paid, '1000000000');
    assert.ok(BigInt(one.received) > BigInt(one.atLeast) && BigInt(one.atLeast) > 0n);
    await wallet.quote(({ block }) => block > one.block);
    await wallet.id('quote-amount').fill('1000');
    const many = await wallet.quote(({ paid }) => paid === '1000000000000');
    assert.ok(BigInt(many.received) < BigInt(one.received) * 1000n, 'a larger purchase moves the price');
    assert.ok(Number(many.impact) > Number(one.impact));
    await wallet.id('quote-amount').fill('1,5');
    await wallet.id('quote-amount').blur();
    await wallet.id('quote-amount-error').filter({ hasText: /use a point/i }).waitFor();
  });

  test('a sale is quoted from what the account has there', async () => {
    const sell = () => wallet.page.locator('[data-testid="quote-side"][data-side="sell"]').click();
    await sell();
    await wallet.page.getByText('there is nothing to sell').waitFor();
    await wallet.addAccount(HOLDER);
    await wallet.page.evaluate(() => void (location.hash = '#/subnets/1'));
    await wallet.id('subnet-name').filter({ hasText: 'Aurora' }).waitFor();
    await wallet.id('quote-amount').fill('2');
    await sell();
    const { paid, received } = await wallet.quote(({ paid }) => paid === '2000000000');
    assert.equal(paid, '2000000000');
    assert.ok(BigInt(received) > 0n);
  });

  test('a subnet that does not exist, and one that nobody has started', async () => {
    await wallet.page.evaluate(() => void (location.hash = '#/subnets/4000'));
    await wallet.id('subnet-missing').waitFor({ timeout: 30_000 });
    await wallet.page.evaluate(() => void (location.hash = '#/subnets/12'));
    const { obstacle } = await wallet.quote(({ obstacle }) => obstacle);
    assert.equal(obstacle, 'SubtokenDisabled');
    assert.equal(await wallet.id('subnet-stake').isVisible(), false);
  });

  test('validators are compared by what they take, what is staked with them, and what stakers got', async () => {
    await wallet.page.locator('[data-testid="nav"][data-page="validators"]').click();
    await wallet.id('validator').first().waitFor({ timeout: 60_000 });
    assert.equal(await wallet.id('stake-subnet').inputValue(), '0', 'those of the root at first');
    await wallet.id('stake-subnet').selectOption('1');
    await wallet.page.waitForFunction(() => location.hash === '#/validators/1');
    // The owners' own stake comes after the list.
    await wallet.page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('[data-testid="validator"]')];
      return rows.length > 2 && rows.every((row) => row.dataset.own && row.dataset.yearly);
    }, undefined, { timeout: 60_000 });
    const column = (name) =>
      wallet.id('validator').evaluateAll((rows, name) => rows.map((row) => Number(row.dataset[name])), name);
    const sorted = (values, down) => [...values].sort((one, other) => (down ? other - one : one - other));
    assert.deepEqual(await column('stake'), sorted(await column('stake'), true));
    for (const [name, down] of [['take', false], ['own', true], ['yearly', true]]) {
      const head = wallet.page.locator(`[data-testid="validators-sort"][data-column="${name}"]`);
      await head.click();
      assert.deepEqual(await column(name), sorted(await column(name), down), `by ${name}`);
      await head.click();
      assert.deepEqual(await column(name), sorted(await column(name), !down), `by ${name}, the other way`);
    }
    assert.equal(await wallet.id('validators-proof').getAttribute('data-level'), 'finalized');
    const hotkey = await wallet.id('validator').nth(1).getAttribute('data-hotkey');
    await wallet.id('validators-search').fill(hotkey.slice(0, 12));
    await wallet.id('validators-found').filter({ hasText: /^1 validator$/ }).waitFor();
    await wallet.id('validator').getByRole('link', { name: 'Stake' }).click();
    await wallet.page.waitForFunction((hotkey) => location.hash === `#/stake/1/${hotkey}`, hotkey);
    await wallet.page.locator(`[data-testid="stake-validator"][data-hotkey="${hotkey}"]:checked`).waitFor({ timeout: 30_000 });
  });

  test('nothing went wrong in the page', () => assert.deepEqual(wallet.problems, []));
});
