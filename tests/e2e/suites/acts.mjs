// What is done beside trading, from its form to finality: with the account itself, as a proxy, and with several keys.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Keyring } from '@polkadot/api';

import { HOLDER, LOCKER, MNEMONIC, devnet, done, lookalike, node, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

const TAO = 1_000_000_000n;

/** The hotkey of the validator with the most stake. */
const validator = () => new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(`${MNEMONIC}//seed//validator//1//hotkey`).address;

describe('acts', () => {
  let browser;
  let wallet;
  let api;
  let holder;
  let locker;
  let owner;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    api = await node();
    // Until its dividends are claimed, it has to earn some.
    await done(api.tx.subtensorModule.addStake(validator(), 0, 100n * TAO), HOLDER);
    await wallet.ready();
    holder = await wallet.addAccount(HOLDER, { label: 'Holder' });
    locker = await wallet.addAccount(LOCKER, { label: 'Locker' });
  });
  after(() => browser?.close());

  const go = (hash) => wallet.page.evaluate((hash) => void (location.hash = hash), hash);
  /** Opens the form of an act and fills fields in by the names of the intent's parts. */
  const fill = async (act, fields, given = '') => {
    await go(`#/do/${act}${given}`);
    await wallet.page.locator(`[data-testid="act-form"][data-act="${act}"]`).waitFor();
    for (const [name, value] of Object.entries(fields)) {
      const field = wallet.id(`act-field-${name.replaceAll('.', '-')}`);
      const tag = await field.evaluate(({ localName, type }) => (type === 'checkbox' ? type : localName));
      if (tag === 'select') await field.locator(`option[value="${value}"]`).waitFor({ state: 'attached', timeout: 30_000 });
      if (tag === 'select') await field.selectOption(value);
      else if (tag === 'checkbox') await field.setChecked(value);
      else await field.fill(value);
    }
  };
  const review = async (button = 'act-review') => {
    await wallet.id(button).click();
    await wallet.passVault(() => wallet.id('review-confirm').isVisible());
    await wallet.id('review-confirm').waitFor({ timeout: 20_000 });
  };
  const call = () => wallet.id('review-call').getAttribute('data-call');
  /** Signs what is reviewed and waits until it is final. */
  const confirm = async () => {
    const before = await wallet.id('journal-entry').count();
    await wallet.id('review-confirm').click();
    await wallet.id('review-sheet').waitFor({ state: 'hidden', timeout: 30_000 });
    await wallet.id('journal-entry').nth(before).waitFor();
    const { state } = await wallet.entry(['finalized', 'failed', 'dropped', 'invalid']);
    assert.equal(state, 'finalized');
  };

  test('the address to receive with is that of the account', async () => {
    await wallet.choose(holder);
    await wallet.page.locator('[data-testid="nav"][data-page="receive"]').click();
    assert.equal(await wallet.id('receive-address').getAttribute('data-address'), holder);
    const groups = await wallet.id('receive-address').locator('span').allInnerTexts();
    assert.equal(groups.join(''), holder);
    const path = await wallet.id('receive-qr').locator('path').getAttribute('d');
    assert.ok(path.split('M').length > 300, 'a picture with squares');
  });

  test('an address is kept under a name, and found by it', async () => {
    const friend = await wallet.addAccount(`${MNEMONIC}//seed//owner//12`, { label: 'Friend' });
    await wallet.removeAccount();
    await wallet.choose(holder);
    const isTold = (whose) => wallet.page.locator(`[data-testid="whose"][data-whose="${whose}"]`).waitFor();
    for (const [address, whose] of [[locker, 'own'], [lookalike(locker), 'looks-like'], [friend, 'unknown']]) {
      await wallet.id('send-destination').fill(address);
      await isTold(whose);
    }
    await wallet.id('contact-name').fill('Mia');
    await wallet.id('contact-save').click();
    await isTold('contact');
    await wallet.page.getByText('This is Mia, from your address book.').waitFor();
    await wallet.page.reload();
    await wallet.ready();
    await wallet.show('send');
    await wallet.page.locator('.known').first().selectOption(friend);
    assert.equal(await wallet.id('send-destination').inputValue(), friend);
    await wallet.id('contact-remove').click();
    await wallet.id('contact-name').waitFor();
    await wallet.id('send-destination').fill('');
  });

  test('sent in each form: an amount that may close the account, everything but what keeps it, everything', async () => {
    const fresh = await wallet.createVault({ label: 'Fresh' }).catch(() => wallet.address());
    const given = async (amount) => {
      await done(api.tx.balances.transferKeepAlive(fresh, amount));
      await wallet.choose(fresh);
      await wallet.balance({ from: (await api.rpc.chain.getHeader()).number.toNumber() });
    };
    await given(2n * TAO);
    const free = async () => (await api.query.system.account(fresh)).data.free.toBigInt();
    const send = async (form, keepAlive) => {
      await wallet.id('send-destination').fill(holder);
      await wallet.page.locator(`[data-testid="send-form"][data-form="${form}"]`).click();
      if (form === 'exact') await wallet.id('send-amount').fill('0.5');
      await wallet.id('send-keep-alive').setChecked(keepAlive);
      await review('send-review');
    };
    await send('exact', false);
    assert.equal(await call(), 'Balances.transfer_allow_death');
    const fee = await wallet.rao('review-fee');
    await confirm();
    assert.equal(await free(), (3n * TAO) / 2n - fee);
    await send('all', true);
    assert.equal(await call(), 'Balances.transfer_all');
    await confirm();
    assert.equal(await free(), api.consts.balances.existentialDeposit.toBigInt());
    await given(TAO);
    await send('all', false);
    await confirm();
    assert.equal(await free(), 0n);
    await wallet.choose(holder);
  });

  test('stake is given to another coldkey, from its row in the portfolio', async () => {
    const row = wallet.page.locator('[data-testid="position"][data-netuid="1"]').first();
    const held = async (owner, from) => {
      await wallet.choose(owner);
      await row.waitFor({ timeout: 60_000 });
      const { positions } = await wallet.portfolio({ from });
      const found = positions.find((position) => position.netuid === '1' && position.hotkey === hotkey);
      return BigInt(found?.alpha ?? 0);
    };
    await wallet.show('portfolio');
    await row.waitFor({ timeout: 60_000 });
    const hotkey = await row.getAttribute('data-hotkey');
    const before = await held(locker);
    await held(holder);
    await row.getByTestId('position-give').click();
    assert.equal(await wallet.id('act-field-hotkey').inputValue(), hotkey, 'what is known is filled in');
    await wallet.id('act-review').click();
    await wallet.id('act-error').waitFor();
    await wallet.id('act-field-amount-error').filter({ hasText: /amount/ }).waitFor();
    await wallet.id('act-field-destinationColdkey').fill(locker);
    await wallet.id('act-field-amount').fill('2');
    await wallet.id('act-field-destinationNetuid').selectOption('1');
    await wallet.id('act-effects').filter({ hasText: /2 alpha of subnet 1/ }).waitFor();
    await review();
    assert.equal(await call(), 'SubtensorModule.transfer_stake');
    await confirm();
    // A share of a pool is counted down to the last billionth.
    const given = (await held(locker, await wallet.number('finalized-number'))) - before;
    assert.ok(given >= 2n * TAO - 2n, `${given} arrived in the portfolio`);
    await wallet.choose(holder);
  });

  test('a hotkey is registered on a subnet', async () => {
    const hotkey = await wallet.addAccount(`${MNEMONIC}//e2e//hotkey`, { label: 'Miner' });
    await wallet.choose(holder);
    await fill('register', { netuid: '2', hotkey, limit: '100' });
    await review();
    await confirm();
    const uid = await api.query.subtensorModule.uids(2, hotkey);
    assert.ok(!uid.isEmpty, 'it has a place');
  });

  test('an identity is set', async () => {
    await fill('setIdentity', { name: 'Quiet Holder', url: 'https://example.org' });
    await review();
    await confirm();
    const identity = await api.query.subtensorModule.identitiesV2(holder);
    assert.match(identity.toHuman().name, /Quiet Holder/);
  });

  test('a proxy acts for the account', async () => {
    await fill('addProxy', { delegate: locker, kind: 'Any', delay: '0' });
    await review();
    assert.ok(await wallet.id('review-warning').count(), 'full control is warned of');
    await confirm();
    await wallet.choose(locker);
    await fill('acceptLockedAlpha', { accept: true });
    await wallet.id('acting').selectOption('proxy');
    await wallet.id('acting-real').fill(holder);
    await review();
    assert.equal(await call(), 'Proxy.proxy');
    await confirm();
    await wallet.choose(holder);
    await go('#/account');
    const row = wallet.page.locator(`[data-testid="proxy"][data-delegate="${locker}"]`);
    assert.match(await row.innerText(), /Locker[\s\S]*full control/);
    await row.getByTestId('do').click();
    await wallet.id('review-confirm').waitFor({ timeout: 20_000 });
    assert.equal(await call(), 'Proxy.remove_proxy');
    await confirm();
    const [proxies] = await api.query.proxy.proxies(holder);
    assert.equal(proxies.length, 0);
  });

  test('two keys do what needs two', async () => {
    const approve = async (signer, other) => {
      await wallet.choose(signer);
      await fill('acceptLockedAlpha', { accept: true });
      await wallet.id('acting').selectOption('multisig');
      await wallet.id('acting-threshold').fill('2');
      await wallet.id('acting-others').fill(other);
      const shared = await wallet.id('acting-shared').getAttribute('data-account');
      await review();
      assert.equal(await call(), 'Multisig.as_multi');
      await confirm();
      return shared;
    };
    const shared = await approve(holder, locker);
    assert.equal((await api.query.multisig.multisigs.entries(shared)).length, 1);
    assert.equal(await approve(locker, holder), shared);
    assert.equal((await api.query.multisig.multisigs.entries(shared)).length, 0, 'it is done');
  });

  test('what stake on the root has earned is claimed, and stands in the portfolio', async () => {
    await wallet.choose(holder);
    const { sums, block } = await wallet.portfolio();
    await go('#/account');
    const dividends = wallet.id('section-dividends');
    await dividends.getByTestId('claim').first().waitFor({ timeout: 60_000 });
    await dividends.getByTestId('do').first().click();
    await wallet.id('review-confirm').waitFor({ timeout: 20_000 });
    assert.equal(await call(), 'SubtensorModule.claim_root');
    await confirm();
    const after = await wallet.portfolio({ from: Math.max(block, await wallet.number('finalized-number')) });
    assert.ok(BigInt(after.sums.root) > BigInt(sums.root), `${sums.root} before, ${after.sums.root} after`);
  });

  test('a new coldkey is announced, and then nothing else can be done', async () => {
    const { adminUtils, sudo, utility } = api.tx;
    const quick = [adminUtils.sudoSetColdkeySwapAnnouncementDelay(3), adminUtils.sudoSetColdkeySwapReannouncementDelay(0)];
    await done(sudo.sudo(utility.batchAll(quick)));
    owner = await wallet.addAccount(`${MNEMONIC}//seed//owner//11`, { label: 'Owner' });
    // Nobody has seen this one yet.
    const next = await wallet.addAccount(`${MNEMONIC}//e2e//next`, { label: 'Next' });
    await wallet.choose(owner);
    await fill('announceColdkeySwap', { newColdkey: next });
    await review();
    assert.ok(await wallet.id('review-warning').count(), 'it is warned of');
    await confirm();
    await fill('register', { netuid: '2', hotkey: locker });
    await wallet.id('act-review').click();
    await wallet.id('act-error').filter({ hasText: /coldkey/i }).waitFor({ timeout: 20_000 });
    await wallet.id('swap-alert').filter({ hasText: /Another coldkey is announced for Owner/ }).waitFor();
  });

  test('the announcement is taken back, and everything can be done again', async () => {
    const [clearable] = (await api.query.subtensorModule.coldkeySwapAnnouncements(owner)).unwrap();
    await (await devnet()).waitForFinalized(clearable.toNumber());
    await wallet.choose(owner);
    await go('#/account');
    await wallet.id('section-coldkey').getByTestId('do').click();
    await wallet.id('review-confirm').waitFor({ timeout: 20_000 });
    assert.equal(await call(), 'SubtensorModule.clear_coldkey_swap_announcement');
    await confirm();
    assert.ok((await api.query.subtensorModule.coldkeySwapAnnouncements(owner)).isNone);
    await wallet.id('swap-alert').waitFor({ state: 'hidden', timeout: 20_000 });
    await fill('acceptLockedAlpha', { accept: true });
    await review();
    await wallet.id('review-cancel').click();
  });

  test('what the chain knows of an account', async () => {
    await wallet.choose(locker);
    await go('#/account');
    for (const section of ['coldkey', 'hotkeys', 'proxies', 'dividends', 'locks', 'crowdloans', 'shared']) {
      await wallet.id(`section-${section}`).locator('[data-testid="section-proof"][data-level="finalized"]').waitFor({ timeout: 30_000 });
    }
    const locks = await wallet.id('lock').evaluateAll((all) => all.map((one) => [one.dataset.netuid, one.innerText]));
    assert.deepEqual(locks.map(([netuid]) => netuid), ['1', '2', '3']);
    assert.match(locks[1][1], /never melts/);
    assert.ok((await wallet.id('crowdloan').count()) >= 2);
    await wallet.page.getByText(/of it yours/).first().waitFor();
    await wallet.page.locator('[data-testid="act-link"][data-act="lockStake"]').click();
    await wallet.page.locator('[data-testid="act-form"][data-act="lockStake"]').waitFor();
  });

  test('money that comes in is seen, once, and is still known after a reload', async () => {
    await wallet.show('activity');
    await wallet.id('seen-since').waitFor({ timeout: 30_000 });
    const { free: before } = (await api.query.system.account(holder)).data;
    await done(api.tx.balances.transferKeepAlive(holder, (13n * TAO) / 4n));
    const { free: after } = (await api.query.system.account(holder)).data;
    assert.equal(after.toBigInt() - before.toBigInt(), (13n * TAO) / 4n);
    const entries = wallet.page.locator(`[data-testid="seen-entry"][data-account="${holder}"]`);
    const came = entries.filter({ hasText: /Received 3\.25 τ from 5Grw/ });
    await came.waitFor({ timeout: 30_000 });
    assert.match(await came.innerText(), /\+3\.25 τ/);
    const since = await wallet.id('seen-since').getAttribute('data-block');
    await wallet.page.reload();
    await wallet.ready();
    await wallet.show('activity');
    await came.waitFor({ timeout: 30_000 });
    assert.equal(await came.count(), 1);
    assert.equal(await wallet.id('seen-since').getAttribute('data-block'), since);
  });

  test('what was done is saved as a table', async () => {
    await wallet.show('activity');
    const [download] = await Promise.all([wallet.page.waitForEvent('download'), wallet.id('journal-export').click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const [head, ...lines] = Buffer.concat(chunks).toString().trimEnd().split('\r\n');
    assert.match(head, /^time,account,what,state,block,/);
    const signed = await wallet.id('journal-entry').count();
    assert.equal(lines.length, signed + (await wallet.page.locator('[data-testid="seen-entry"] .block').count()));
    assert.ok(lines.slice(0, signed).every((line) => /,finalized,\d+,/.test(line)), lines.join('\n'));
    assert.ok(lines.slice(signed).every((line) => /,seen,\d+,/.test(line)), lines.join('\n'));
    assert.ok(lines.some((line) => /Received 3\.25 τ from 5Grw\w+,seen,/.test(line)), lines.join('\n'));
  });

  test('nothing went wrong in the page', () => assert.deepEqual(wallet.problems, []));
});
