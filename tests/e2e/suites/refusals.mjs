// What the chain would refuse, as a person meets it: before it is signed, with what to do, and with all that was typed; and
// what it did refuse, in the journal.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Keyring } from '@polkadot/api';

import { ALICE, MNEMONIC, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

const keys = new Keyring({ type: 'sr25519', ss58Format: 42 });
const seed = (path) => `${MNEMONIC}//seed//${path}`;
const address = (secret) => keys.addFromUri(secret).address;

const SOMEBODY = seed('crowd//2');
const VALIDATORS = [1, 2, 3, 4].map((number) => address(seed(`validator//${number}//hotkey`)));
/** The second of the crowd stakes with the third validator and the fourth. */
const [, OTHER, STAKED] = VALIDATORS;
const OWN = address(SOMEBODY);

/** What is tried by somebody with stake, and what it says. */
const OF_SOMEBODY = [
  ['transferStake', { destinationColdkey: OWN, hotkey: STAKED, originNetuid: 1, amount: '1', destinationNetuid: 1 }, /is there already; choose another place/],
  ['transferStake', { destinationColdkey: ALICE, hotkey: STAKED, originNetuid: 1, amount: '99999', destinationNetuid: 1 }, /this position holds .*; choose less, or take out all of it/],
  ['lockStake', { netuid: 1, hotkey: STAKED, amount: '99999' }, /choose less/],
  ['moveLock', { netuid: 4, destinationHotkey: OTHER }, /you have no lock on .*; lock stake first/],
  ['register', { netuid: 2, hotkey: OTHER }, /another coldkey owns this hotkey; use a hotkey of your own/],
  ['register', { netuid: 0, hotkey: address(`${SOMEBODY}//new`) }, /not possible on the root; choose another subnet/],
  ['register', { netuid: 2, hotkey: address(`${SOMEBODY}//new`), limit: '0.000000001' }, /more than your limit of .*; raise the limit or wait/],
  ['startSubnet', { netuid: 12 }, /only the owner of .* can do this; choose the owner's account/],
  ['updateSymbol', { netuid: 3, symbol: 'ω' }, /only the owner of .* can do this/],
  ['increaseTake', { hotkey: OTHER, take: '10' }, /does not own the hotkey; choose the coldkey that does/],
  ['setIdentity', { name: 'Somebody' }, /register a hotkey first/],
  ['addProxy', { delegate: OWN, kind: 'Any', delay: '0' }, /cannot be its own proxy; choose another one/],
  ['removeProxy', { delegate: ALICE, kind: 'Any', delay: '0' }, /there is no such proxy; check its account, type and delay/],
  ['announceColdkeySwap', { newColdkey: OTHER }, /is a hotkey, which can be no coldkey; make a fresh key/],
  ['clearColdkeySwap', {}, /no new coldkey is announced for this account; announce one first/],
  ['contributeToCrowdloan', { id: '99', amount: '1' }, /there is no crowdloan 99; check its number/],
  ['contributeToCrowdloan', { id: '0', amount: '0.1' }, /takes no less than .* TAO; give more/],
  ['withdrawFromCrowdloan', { id: '0' }, /has nothing in crowdloan 0 that can be taken back/],
  ['finalizeCrowdloan', { id: '0' }, /only the account that made crowdloan 0 can do this/],
  ['rawCall', { pallet: 'Nothing', call: 'nothing', arguments: '{}' }, /nothing/i],
  ['rawCall', { pallet: 'Balances', call: 'transfer_keep_alive', arguments: '{"dest": "5", "value": 1}' }, /dest/],
];

/** By somebody who has announced a new coldkey. */
const OF_SWAPPER = [
  ['register', { netuid: 2, hotkey: address(`${SOMEBODY}//new`) }, /a new coldkey is announced for this account, which can do nothing else/],
  ['clearColdkeySwap', {}, /the swap can be cleared from block \d+ on; it is block \d+ now/],
  ['executeColdkeySwap', { newColdkey: address(seed('swapper//new')) }, /the swap can be done from block \d+ on/],
  ['executeColdkeySwap', { newColdkey: ALICE }, /not the key that was announced; choose the announced one/],
];

/** What is signed although it cannot succeed, and what the journal says of it then. */
const REFUSED_BY_THE_CHAIN = [
  ['SubtensorModule', 'add_stake_limit', { hotkey: STAKED, netuid: 1, amount_staked: 1_000_000_000, limit_price: 1, allow_partial: false }, /The price (has )?moved past your limit, so nothing was traded/],
  ['SubtensorModule', 'add_stake', { hotkey: STAKED, netuid: 12, amount_staked: 1_000_000_000 }, /SubtokenDisabled: Trading has not started on this subnet/],
  ['Balances', 'transfer_keep_alive', { dest: ALICE, value: '18446744073709551615' }, /the amount is more than there is\. Choose less/],
  ['Proxy', 'proxy', { real: ALICE, force_proxy_type: null, call: { System: { remark: { remark: '0x00' } } } }, /NotProxy: This account may not act for the other one/],
  ['Multisig', 'as_multi_threshold_1', { other_signatories: [], call: { System: { remark: { remark: '0x00' } } } }, /TooFewSignatories: There are too few signatories\. Add some/],
  ['Crowdloan', 'contribute', { crowdloan_id: 99, amount: 1_000_000_000 }, /InvalidCrowdloanId: There is no such crowdloan\. Check its number/],
  ['System', 'set_heap_pages', { pages: 1 }, /BadOrigin/],
];

describe('refusals', () => {
  let browser;
  let wallet;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    await wallet.addAccount(seed('swapper'), { label: 'Swapper' });
    await wallet.addAccount(SOMEBODY, { label: 'Somebody' });
    await wallet.balance();
  });
  after(() => browser?.close());

  /** Opens the form of an act, and types into it. */
  const fill = async (act, fields) => {
    // From elsewhere, so that nothing stands in it of the last time.
    for (const hash of ['#/do', `#/do/${act}`]) await wallet.page.evaluate((hash) => void (location.hash = hash), hash);
    await wallet.page.locator(`[data-testid="act-form"][data-act="${act}"]`).waitFor();
    for (const [name, value] of Object.entries(fields)) {
      const field = wallet.id(`act-field-${name.replaceAll('.', '-')}`);
      if (await field.evaluate(({ localName }) => localName === 'select')) {
        await field.locator(`option[value="${value}"]`).waitFor({ state: 'attached', timeout: 30_000 });
        await field.selectOption(String(value));
      } else {
        await field.fill(String(value));
      }
    }
  };
  const typed = (fields) =>
    Promise.all(Object.keys(fields).map((name) => wallet.id(`act-field-${name.replaceAll('.', '-')}`).inputValue()));

  for (const [who, cases] of [['somebody with stake', OF_SOMEBODY], ['somebody who has announced a new coldkey', OF_SWAPPER]]) {
    test(`what ${who} cannot do is told before it is signed`, async (t) => {
      await wallet.choose(cases === OF_SWAPPER ? address(seed('swapper')) : OWN);
      for (const [act, fields, says] of cases) {
        await t.test(`${act} ${JSON.stringify(fields)}`, async () => {
          await fill(act, fields);
          await wallet.id('act-review').click();
          const confirm = wallet.id('review-confirm');
          await wallet.id('act-error').filter({ hasText: /\S/ }).or(confirm).first().waitFor({ timeout: 20_000 });
          // The next one finds nothing open.
          const isReviewed = await confirm.isVisible();
          if (isReviewed) await wallet.id('review-cancel').click();
          assert.ok(!isReviewed, 'it could be signed');
          assert.match(await wallet.id('act-error').innerText(), new RegExp(says.source, 'i'));
          assert.match(await wallet.id('act-error').innerText(), /Nothing was signed and nothing was sent/);
          assert.deepEqual(await typed(fields), Object.values(fields).map(String), 'what was typed stays');
        });
      }
      assert.equal(await wallet.id('journal-entry').count(), 0);
    });
  }

  test('what the chain refused is in the journal, with what happened and what to do', async () => {
    await wallet.choose(OWN);
    for (const [at, [pallet, call, args]] of REFUSED_BY_THE_CHAIN.entries()) {
      await fill('rawCall', { pallet, call, arguments: JSON.stringify(args) });
      await wallet.id('act-review').click();
      await wallet.id('review-confirm').click();
      await wallet.id('review-sheet').waitFor({ state: 'hidden', timeout: 30_000 });
      await wallet.id('journal-entry').nth(at).waitFor();
    }
    const entries = wallet.id('journal-entry');
    for (const [at, [, , , says]] of REFUSED_BY_THE_CHAIN.toReversed().entries()) {
      const entry = wallet.page.locator('[data-testid="journal-entry"]').nth(at);
      await entry.and(wallet.page.locator('[data-state="failed"]')).waitFor({ timeout: 60_000 });
      const text = await entry.innerText();
      assert.match(text, says);
      assert.match(text, /Nothing moved; the fee was paid/);
    }
    assert.equal(await entries.count(), REFUSED_BY_THE_CHAIN.length);
    assert.deepEqual(wallet.problems, []);
  });
});
