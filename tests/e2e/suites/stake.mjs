// Stake from the choice of a subnet to finality and back to the portfolio: staked, taken out in part and whole, moved to
// another subnet and to another validator; and stopped with a reason when it would go wrong.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { HOLDER, LOCKER, done, node, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

const TAO = 1_000_000_000n;

describe('stake', () => {
  let browser;
  let wallet;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    await wallet.addAccount(HOLDER, { label: 'Holder' });
    await wallet.balance();
  });
  after(() => browser?.close());

  const place = (netuid, hotkey) => `[data-netuid="${netuid}"][data-hotkey="${hotkey}"]`;
  const position = async (netuid, hotkey, options) => {
    const { positions } = await wallet.portfolio(options);
    const found = positions.find((position) => position.netuid === String(netuid) && position.hotkey === hotkey);
    return BigInt(found?.alpha ?? 0);
  };
  /** Signs what is reviewed and waits until it is final and the portfolio has it. Returns the block of that. */
  const confirmed = async () => {
    const before = await wallet.id('journal-entry').count();
    await wallet.id('review-confirm').click();
    await wallet.id('review-sheet').waitFor({ state: 'hidden', timeout: 30_000 });
    await wallet.id('journal-entry').nth(before).waitFor();
    const { state } = await wallet.entry(['finalized', 'failed', 'dropped', 'invalid']);
    assert.equal(state, 'finalized');
    return wallet.number('finalized-number');
  };
  const openStake = async () => {
    await wallet.page.locator('[data-testid="nav"][data-page="stake"]').click();
    await wallet.id('stake-subnet').waitFor();
  };
  const chooseValidator = async (nth) => {
    const choice = wallet.id('stake-validator').nth(nth);
    await choice.waitFor({ timeout: 30_000 });
    await choice.check();
    return choice.getAttribute('data-hotkey');
  };
  /** Opens a form from the first position on a subnet. Returns its hotkey. */
  const openFrom = async (netuid, act) => {
    await wallet.show('portfolio');
    const row = wallet.page.locator(`[data-testid="position"][data-netuid="${netuid}"]`).first();
    await row.waitFor({ timeout: 60_000 });
    const hotkey = await row.getAttribute('data-hotkey');
    await row.getByTestId(`position-${act}`).click();
    await wallet.id('stake-amount').waitFor();
    return hotkey;
  };

  test('TAO into a subnet: quoted, limited, final, at least what was promised', async () => {
    await openStake();
    await wallet.id('stake-review').click();
    await wallet.id('stake-error').filter({ hasText: /choose a subnet/i }).waitFor();
    await wallet.id('stake-subnet').selectOption('2');
    const hotkey = await chooseValidator(1);
    assert.match(wallet.page.url(), new RegExp(`#/stake/2/${hotkey}$`), 'what is chosen can be linked to');
    await wallet.id('stake-amount').fill('3');
    const { paid, atLeast, block } = await wallet.quote(({ paid }) => BigInt(paid) === 3n * TAO);
    assert.equal(BigInt(paid), 3n * TAO);
    await wallet.quote((next) => next.block > block);
    const before = await position(2, hotkey);

    await wallet.page.goBack();
    await wallet.id('stake-amount').fill('3');
    await wallet.quote(({ paid }) => BigInt(paid) === 3n * TAO);
    await wallet.reviewTrade();
    assert.equal(await wallet.id('review-call').getAttribute('data-call'), 'SubtensorModule.add_stake_limit');
    const promised = BigInt(await wallet.id('review-at-least').getAttribute('data-amount'));
    assert.ok(promised > 0n && promised <= BigInt(atLeast) * 2n);
    assert.match(await wallet.id('review-confirm').innerText(), /Stake 3 τ on subnet 2/);
    assert.match(await wallet.id('review-subnet').innerText(), /^2\s*Basalt$/);
    assert.equal(await wallet.id('review-validator').count(), 1);
    const final = await confirmed();
    const toast = wallet.id('toast').filter({ hasText: 'Stake 3 τ on subnet 2' });
    await toast.filter({ hasText: 'finalized' }).waitFor();
    await wallet.id('toast-close').click();
    await toast.waitFor({ state: 'detached' });
    const gained = (await position(2, hotkey, { from: final })) - before;
    assert.ok(gained >= promised, `${gained} are less than ${promised}`);
  });

  test('the most that can be staked leaves the fee and what keeps the account alive', async () => {
    await openStake();
    await wallet.id('stake-max').click();
    await wallet.id('stake-max-error').filter({ hasText: /choose a subnet/i }).waitFor();
    await wallet.id('stake-subnet').selectOption('2');
    await chooseValidator(1);
    const free = BigInt((await wallet.portfolio()).sums.free);
    await wallet.page.goBack();
    await wallet.id('stake-max').click();
    const { paid } = await wallet.quote(({ paid }) => BigInt(paid) > TAO);
    assert.ok(BigInt(paid) < free && free - BigInt(paid) < TAO / 10n, `${paid} of ${free}`);
    await wallet.id('stake-amount').fill('');
  });

  test('a trade that moves the price past the tolerance is stopped, with what would fit', async () => {
    await openStake();
    await wallet.id('stake-subnet').selectOption('10');
    await chooseValidator(0);
    await wallet.id('stake-tolerance').fill('0.1');
    await wallet.id('stake-amount').fill('100');
    const { obstacle } = await wallet.quote(({ obstacle }) => obstacle);
    assert.equal(obstacle, 'SlippageTooHigh');
    assert.match(await wallet.id('quote-obstacle').innerText(), /At most .* τ fit within it/);
    await wallet.id('stake-review').click();
    await wallet.id('stake-error').waitFor();
    assert.equal(await wallet.id('review-confirm').isVisible(), false);
  });

  test('the tolerance is remembered; one that is none is told', async () => {
    await wallet.page.reload();
    await wallet.ready();
    await wallet.id('stake-tolerance').waitFor();
    assert.equal(await wallet.id('stake-tolerance').inputValue(), '0.1');
    await wallet.id('stake-tolerance').fill('200');
    await wallet.id('stake-tolerance-error').filter({ hasText: /between 0 and 100/ }).waitFor();
    await wallet.id('stake-tolerance').fill('5');
  });

  test('less than the minimum and more than there is are stopped', async () => {
    await wallet.id('stake-amount').fill('0.0001');
    assert.equal((await wallet.quote(({ obstacle }) => obstacle)).obstacle, 'AmountTooLow');
    assert.match(await wallet.id('quote-obstacle').innerText(), /The least is .* τ/);
    await wallet.id('stake-subnet').selectOption('0');
    await chooseValidator(0);
    await wallet.id('stake-amount').fill('99999999');
    const { obstacle, atLeast } = await wallet.quote(({ paid }) => BigInt(paid) > TAO);
    assert.equal(obstacle, 'NotEnoughBalanceToStake');
    assert.equal(atLeast, undefined, 'the root has no price, and so no limit');
  });

  test('the price moves past the limit after the review: the chain refuses, and nothing but the fee is lost', async () => {
    await openStake();
    await wallet.id('stake-subnet').selectOption('9');
    const hotkey = await chooseValidator(0);
    await wallet.id('stake-tolerance').fill('0.5');
    await wallet.id('stake-amount').fill('1');
    await wallet.quote(({ paid, obstacle }) => paid && BigInt(paid) === TAO && !obstacle);
    const before = await position(9, hotkey);
    const free = BigInt((await wallet.portfolio()).sums.free);
    await wallet.page.goBack();
    await wallet.id('stake-amount').fill('1');
    await wallet.quote(({ paid, obstacle }) => paid && BigInt(paid) === TAO && !obstacle);
    await wallet.reviewTrade();
    const fee = await wallet.rao('review-fee');
    await done((await node()).tx.subtensorModule.addStake(hotkey, 9, 40n * TAO));
    const signed = await wallet.id('journal-entry').count();
    await wallet.id('review-confirm').click();
    await wallet.id('review-sheet').waitFor({ state: 'hidden', timeout: 30_000 });
    await wallet.id('journal-entry').nth(signed).waitFor();
    assert.equal((await wallet.entry(['finalized', 'failed', 'dropped', 'invalid'])).state, 'failed');
    assert.match(
      await wallet.id('journal-entry').first().innerText(),
      /The price (has )?moved past your limit, so nothing was traded\. Set another limit[^.]*\. Nothing moved; the fee was paid\./,
    );
    const after = await wallet.portfolio({ from: await wallet.number('finalized-number') });
    const paid = free - BigInt(after.sums.free);
    assert.ok(paid > 0n && paid <= 2n * fee, `${paid} were paid, of a fee of ${fee}`);
    assert.equal(await position(9, hotkey), before);
    await openStake();
    await wallet.id('stake-tolerance').fill('5');
  });

  test('a part of a position is taken out', async () => {
    const hotkey = await openFrom(1, 'unstake');
    const before = await position(1, hotkey);
    const free = BigInt((await wallet.portfolio()).sums.free);
    await openFrom(1, 'unstake');
    await wallet.id('stake-amount').fill('5');
    const { received } = await wallet.quote(({ paid }) => BigInt(paid) === 5n * TAO);
    assert.ok(BigInt(received) > 0n);
    await wallet.reviewTrade();
    assert.equal(await wallet.id('review-call').getAttribute('data-call'), 'SubtensorModule.remove_stake_limit');
    const promised = BigInt(await wallet.id('review-at-least').getAttribute('data-amount'));
    const fee = await wallet.rao('review-fee');
    const final = await confirmed();
    const after = await wallet.portfolio({ from: final });
    assert.ok(BigInt(after.sums.free) - free >= promised - 2n * fee, 'the proceeds arrive');
    const left = await position(1, hotkey, { from: final });
    assert.ok(left < before && left > 0n);
  });

  test('all of a position is taken out, however it grows meanwhile', async () => {
    const hotkey = await openFrom(3, 'unstake');
    await wallet.page.locator('[data-testid="portfolio-proof"][data-level="finalized"]').waitFor();
    await wallet.id('stake-max').click();
    await wallet.quote(({ paid }) => BigInt(paid) > 0n);
    await wallet.reviewTrade();
    assert.equal(await wallet.id('review-call').getAttribute('data-call'), 'SubtensorModule.remove_stake_full_limit');
    const final = await confirmed();
    assert.equal(await position(3, hotkey, { from: final }), 0n);
  });

  test('stake moves to another subnet with the same validator', async () => {
    const hotkey = await openFrom(5, 'move');
    const before = await position(6, hotkey);
    await openFrom(5, 'move');
    await wallet.id('stake-subnet').selectOption('6');
    await wallet.id('stake-amount').fill('2');
    await wallet.quote(({ paid, obstacle }) => BigInt(paid) === 2n * TAO && !obstacle);
    await wallet.reviewTrade();
    assert.equal(await wallet.id('review-call').getAttribute('data-call'), 'SubtensorModule.swap_stake_limit');
    const promised = BigInt(await wallet.id('review-at-least').getAttribute('data-amount'));
    const final = await confirmed();
    const gained = (await position(6, hotkey, { from: final })) - before;
    // The chain checks the limit of a swap as if TAO and alpha weighed the same in both pools.
    assert.ok(gained * 1000n >= promised * 999n, `${gained} are less than ${promised}`);
  });

  test('stake moves to another validator of the same subnet, and nothing is traded', async () => {
    const hotkey = await openFrom(6, 'move');
    await wallet.id('stake-amount').fill('2');
    await wallet.id('stake-validator').nth(3).waitFor({ timeout: 30_000 });
    const others = await wallet.id('stake-validator').evaluateAll((all) => all.map((one) => one.dataset.hotkey));
    const other = others.find((other) => other !== hotkey);
    await wallet.page.locator(`[data-testid="stake-validator"][data-hotkey="${other}"]`).check();
    const { paid, received, impact } = await wallet.quote(({ paid }) => BigInt(paid) === 2n * TAO);
    assert.deepEqual([paid, impact], [received, undefined]);
    await wallet.reviewTrade();
    assert.equal(await wallet.id('review-call').getAttribute('data-call'), 'SubtensorModule.move_stake');
    const final = await confirmed();
    assert.ok((await position(6, other, { from: final })) >= 2n * TAO);
    await wallet.show('portfolio');
    await wallet.page.locator(`[data-testid="position"]${place(6, other)}`).waitFor();
  });

  /** The positions on the page that takes several out, once what is chosen is quoted. */
  const leaving = async (accepts = () => true) => {
    const look = () => {
      const rows = [...document.querySelectorAll('[data-testid="leaving"]')].map((row) => ({
        ...row.dataset,
        chosen: row.querySelector('input').checked,
      }));
      const sum = document.querySelector('[data-testid="leaving-sum"]');
      return sum?.dataset.current === 'true' && rows.every((row) => row.out || row.obstacle) && rows.length && rows;
    };
    const deadline = Date.now() + 30_000;
    for (;;) {
      const rows = await (await wallet.page.waitForFunction(look, undefined, { timeout: 30_000 })).jsonValue();
      if (accepts(rows)) return rows;
      assert.ok(Date.now() < deadline, `never so: ${JSON.stringify(rows)}`);
      await wallet.page.waitForTimeout(100);
    }
  };
  const leavingRow = ({ netuid, hotkey }) => wallet.page.locator(`[data-testid="leaving"]${place(netuid, hotkey)}`);
  const total = (rows, part) => rows.filter((row) => row.chosen && row.out).reduce((sum, row) => sum + BigInt(row[part]), 0n);

  test('several positions leave in one transaction, each within its own limit', async () => {
    await wallet.show('portfolio');
    await wallet.id('leaving-open').click();
    const all = await leaving();
    assert.ok(all.length > 10 && all.every(({ chosen }) => chosen), 'all are chosen at first');
    assert.equal(await wallet.rao('leaving-out'), total(all, 'out'));
    assert.ok((await wallet.rao('leaving-least')) < total(all, 'out'));

    await wallet.id('leaving-none').click();
    const alone = await leaving((rows) => rows.every((row) => !row.chosen));
    await wallet.id('leaving-review').click();
    await wallet.id('leaving-error').filter({ hasText: /at least one position/ }).waitFor();
    // Two on one subnet, the second of which finds the price that the first leaves, and one on another.
    const on = (netuid) => all.filter((row) => row.netuid === netuid);
    const chosen = [on('2')[0], on('2')[1], on('4')[0]];
    for (const row of chosen) await leavingRow(row).getByTestId('leaving-choose').check();
    const rows = await leaving((rows) => rows.filter((row) => row.chosen).length === 3);
    const find = (rows, { netuid, hotkey }) => rows.find((row) => row.netuid === netuid && row.hotkey === hotkey);
    assert.ok(BigInt(find(rows, chosen[1]).out) < BigInt(find(alone, chosen[1]).out));
    const promised = await wallet.rao('leaving-least');
    assert.equal(promised, total(rows, 'least'));

    const free = BigInt((await wallet.portfolio()).sums.free);
    await wallet.page.goBack();
    await leaving();
    await wallet.id('leaving-none').click();
    for (const row of chosen) await leavingRow(row).getByTestId('leaving-choose').check();
    await leaving((rows) => rows.filter((row) => row.chosen).length === 3);
    await wallet.id('leaving-review').click();
    await wallet.passVault(() => wallet.id('review-confirm').isVisible());
    await wallet.id('review-confirm').waitFor({ timeout: 20_000 });
    assert.equal(await wallet.id('review-call').getAttribute('data-call'), 'Utility.batch_all');
    assert.match(await wallet.id('review-call').innerText(), /(remove_stake_full_limit[\s\S]*){3}/);
    assert.match(await wallet.id('review-confirm').innerText(), /Unstake 3 positions, all or none/);
    const signed = BigInt(await wallet.id('review-at-least').getAttribute('data-amount'));
    assert.ok(signed > (promised * 99n) / 100n, `${signed} of ${promised}`);
    const fee = await wallet.rao('review-fee');
    const final = await confirmed();
    const after = await wallet.portfolio({ from: final });
    assert.ok(BigInt(after.sums.free) - free >= signed - 2n * fee, 'the proceeds arrive');
    for (const row of chosen) assert.equal(await position(row.netuid, row.hotkey), 0n);
    assert.equal(after.positions.length, all.length - 3, 'the others stay');
  });

  test('what the tolerance does not let leave stays, and says so', async () => {
    await wallet.show('portfolio');
    await wallet.id('leaving-open').click();
    await leaving();
    await wallet.id('stake-tolerance').fill('0.0001');
    const rows = await leaving((rows) => rows.some((row) => row.obstacle));
    const stuck = rows.find((row) => row.obstacle);
    assert.equal(stuck.obstacle, 'SlippageTooHigh');
    assert.match(await leavingRow(stuck).innerText(), /Stays\. This trade alone moves the price past your limit/);
    await wallet.id('leaving-sum').filter({ hasText: /cannot leave as (it is|they are)|stays?: see why/ }).waitFor();
    assert.equal(await wallet.rao('leaving-out'), total(rows, 'out'), 'it does not count');
    await wallet.id('stake-tolerance').fill('5');
    const leaves = (rows) => rows.filter((row) => row.out).length;
    await leaving((later) => leaves(later) > leaves(rows));
  });

  test('locked stake stays', async () => {
    await wallet.addAccount(LOCKER, { label: 'Locker' });
    await openFrom(1, 'unstake');
    await wallet.page.getByText('are not locked').waitFor();
    await wallet.id('stake-max').click();
    const available = await wallet.id('stake-amount').inputValue();
    const whole = BigInt(available.replace(/\D.*$/, '')) + 1n;
    await wallet.id('stake-amount').fill(String(whole));
    assert.equal((await wallet.quote(({ obstacle }) => obstacle)).obstacle, 'StakeUnavailable');
    await wallet.id('stake-review').click();
    await wallet.id('stake-error').waitFor();
    assert.equal(await wallet.id('review-confirm').isVisible(), false);
    // Where everything is to leave, what is locked stays.
    await wallet.show('portfolio');
    await wallet.id('leaving-open').click();
    await leaving();
    const locked = wallet.page.locator('[data-testid="leaving"][data-netuid="1"]');
    const stays = locked.getByTestId('leaving-locked').or(locked.and(wallet.page.locator('[data-obstacle="StakeUnavailable"]')));
    await stays.first().waitFor();
  });

  test('nothing went wrong in the page', () => assert.deepEqual(wallet.problems, []));
});
