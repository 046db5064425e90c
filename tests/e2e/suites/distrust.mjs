// Whom the wallet does not trust: an address made to be taken for another one, a light client that prepares something
// else than what was asked for, and what stands in storage.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, MNEMONIC, lookalike, node, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

/** Runs in the page: whatever the engine prepares, its call is `globalThis.lie`, while that is set. */
function lieOfTheEngine() {
  const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  const changed = (event) => {
    if (!globalThis.lie || typeof event.data !== 'string' || !event.data.includes('"existentialDeposit"')) return event;
    const frame = JSON.parse(event.data);
    frame.result.unsigned.call = globalThis.lie;
    return new MessageEvent('message', { data: JSON.stringify(frame) });
  };
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    get,
    set(listener) {
      set.call(this, listener && ((event) => listener(changed(event))));
    },
  });
}

describe('distrust', () => {
  let browser;
  let wallet;
  let own;

  before(async () => {
    browser = await Browser.launch();
    await browser.context.addInitScript(lieOfTheEngine);
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    own = await wallet.addAccount(`${MNEMONIC}//Dave`);
    await wallet.balance();
  });
  after(() => browser?.close());

  const warnings = () =>
    wallet.id('review-warning').evaluateAll((warnings) => warnings.map((warning) => warning.dataset.warning));

  test('an address that looks like one’s own is shown beside it', async () => {
    const forged = lookalike(own);
    await wallet.review(forged, '1');
    assert.deepEqual((await warnings()).toSorted(), ['firstUse', 'looksLike']);
    const text = await wallet.page.locator('[data-warning="looksLike"]').innerText();
    const together = text.replace(/\s/g, '');
    assert.ok(together.includes(forged) && together.includes(own), 'both are written out');
    await wallet.id('review-cancel').click();
  });

  test('an address that is met for the first time is only that', async () => {
    await wallet.review(ALICE, '1');
    assert.deepEqual(await warnings(), ['firstUse']);
    await wallet.id('review-cancel').click();
  });

  /** Asks for a transfer while the engine prepares another call; returns what the review calls it. */
  const reviewLie = async (call) => {
    await wallet.page.evaluate((lie) => void (globalThis.lie = lie), call.method.toHex());
    await wallet.fillTransfer(ALICE, '1');
    await wallet.id('send-review').click();
    await wallet.id('review-error').waitFor();
    assert.match(await wallet.id('review-error').innerText(), /nothing can be signed/i);
    assert.equal(await wallet.id('review-confirm').count(), 0);
    return wallet.id('review-call').getAttribute('data-call');
  };
  const close = () => wallet.id('review-cancel').click();

  test('a transfer to somebody else is shown as what it is, and cannot be signed', async () => {
    const { tx } = await node();
    const call = tx.balances.transferKeepAlive(lookalike(ALICE), 1_000_000_000);
    assert.equal(await reviewLie(call), 'Balances.transfer_keep_alive');
    assert.match(await wallet.id('review-error').innerText(), /another call than the one you asked for/);
    assert.ok((await wallet.id('review-call').innerText()).includes(lookalike(ALICE)));
    await close();
  });

  test('control over the account, hidden in a batch, is found', async () => {
    const { tx } = await node();
    const call = tx.utility.batch([tx.system.remark('0x00'), tx.proxy.addProxy(ALICE, 'Any', 0)]);
    assert.equal(await reviewLie(call), 'Utility.batch');
    assert.deepEqual((await warnings()).filter((warning) => warning !== 'firstUse'), ['givesFullControl', 'hidden']);
    assert.match(await wallet.id('review-call').innerText(), /add_proxy[\s\S]*Any/);
    await close();
  });

  test('a call that nests too deep to be read is shown raw', async () => {
    const { tx } = await node();
    let call = tx.balances.transferKeepAlive(ALICE, 1_000_000_000);
    for (let depth = 0; depth < 9; depth += 1) call = tx.utility.batch([call]);
    assert.equal(await reviewLie(call), 'raw');
    assert.deepEqual(await warnings(), ['blind']);
    assert.ok((await wallet.id('review-call').innerText()).includes(call.method.toHex()));
    await close();
  });

  test('with an honest engine again, the same transfer can be signed', async () => {
    await wallet.page.evaluate(() => void delete globalThis.lie);
    await wallet.review(ALICE, '1');
    await wallet.id('review-cancel').click();
    assert.equal(await wallet.id('journal-entry').count(), 0);
  });

  test('a secret that was changed in storage signs nothing, and is mended by bringing it again', async () => {
    const record = `account/${own}`;
    const whole = (await wallet.vaultRecords())[record];
    // One hexadecimal digit of the ciphertext.
    const damaged = whole.replace(/(?<="ciphertext":"0x)./, (digit) => (digit === '0' ? '1' : '0'));
    assert.notEqual(damaged, whole);
    await wallet.vaultRecords({ [record]: damaged });
    await wallet.review(ALICE, '1');
    await wallet.id('review-confirm').click();
    await wallet.id('review-error').filter({ hasText: /damaged.*import it again/i }).waitFor();
    assert.doesNotMatch(await wallet.id('review-error').innerText(), /free some space/i);
    await close();
    assert.equal(await wallet.addAccount(`${MNEMONIC}//Dave`), own);
    await wallet.review(ALICE, '1');
    await close();
  });

  test('an account that cannot be read is told, and is mended by bringing it again', async () => {
    const record = `account/${own}`;
    const whole = (await wallet.vaultRecords())[record];
    await wallet.vaultRecords({ [record]: whole.slice(0, whole.length / 2) });
    await wallet.page.reload();
    await wallet.id('account-damaged').waitFor();
    const text = await wallet.id('account-damaged').innerText();
    assert.ok(text.includes(`${own.slice(0, 6)}…${own.slice(-4)}`), text);
    assert.doesNotMatch(text, /free some space/i);
    assert.equal(await wallet.addAccount(`${MNEMONIC}//Dave`), own);
    await wallet.id('account-damaged').waitFor({ state: 'hidden' });
    await wallet.ready();
    await wallet.balance();
    await wallet.review(ALICE, '1');
    await close();
    assert.deepEqual(wallet.problems, []);
  });
});
