// What a person can type wrong: each gets a message that says what to do, and nothing that was typed is lost.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

describe('bad input', () => {
  let browser;
  let wallet;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
  });
  after(() => browser?.close());

  const words = MNEMONIC.split(' ');
  const secrets = [
    ['a word that is not in the list', [...words.slice(0, 3), 'lakes', ...words.slice(4)].join(' '), /word 4/i],
    ['a wrong checksum', [...words.slice(0, 11), 'zoo'].join(' '), /fit together/i],
    ['a missing word', words.slice(0, 11).join(' '), /12.*24|11/],
  ];
  for (const [name, secret, says] of secrets) {
    test(`a mnemonic with ${name}`, async () => {
      await wallet.tryAccount(secret);
      await wallet.id('import-text-error').filter({ hasText: says }).waitFor();
      const text = await wallet.id('import-text-error').innerText();
      assert.match(text, says);
      assert.ok(!text.includes('lakes'), 'an error must not repeat the word');
      assert.equal(await wallet.id('import-text').inputValue(), '', 'a secret must not stay in the field');
      assert.equal(await wallet.id('account-address').count(), 0);
    });
  }

  test('something of no known format', async () => {
    await wallet.tryAccount('{"encoded": 1}');
    const error = wallet.id('import-text-error');
    await error.filter({ hasNotText: /words/ }).waitFor();
    assert.equal(await wallet.id('import-submit').count(), 0);
  });

  test('two passwords that differ, and one that is too short, make no vault', async () => {
    await wallet.tryAccount(MNEMONIC);
    await wallet.id('import-submit').click();
    await wallet.id('vault-create').waitFor();
    await wallet.fillNewPassword('one password', 'another one');
    await wallet.id('vault-create').click();
    await wallet.id('vault-error').filter({ hasText: /differ/ }).waitFor();
    await wallet.fillNewPassword('short');
    await wallet.id('vault-create').click();
    await wallet.id('vault-error').filter({ hasText: /8/ }).waitFor();
    await wallet.id('vault-cancel').click();
    await wallet.id('vault-sheet').waitFor({ state: 'hidden' });
    assert.equal(await wallet.id('import-kind').getAttribute('data-kind'), 'mnemonic', 'what was found stays');
    assert.equal(await wallet.id('account-address').count(), 0);
    await wallet.id('import-back').click();
  });

  test('the right mnemonic then gives the funded account', async () => {
    assert.equal(await wallet.addAccount(MNEMONIC), FUNDED);
    const { free, level } = await wallet.balance();
    assert.equal(level, 'finalized');
    assert.ok(BigInt(free) > 0n);
  });

  const fields = [
    ['a mistyped address', 'send-destination-error', ALICE.replace('Fz9r', 'Fz8r'), '1', /checksum/i],
    ['a character that no address has', 'send-destination-error', ALICE.replace('w', '0'), '1', /never occurs/i],
    ['an address of another network', 'send-destination-error', '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', '1', /another network/i],
    ['an address that is cut off', 'send-destination-error', ALICE.slice(0, 40), '1', /shorter/i],
    ['an amount over the balance', 'send-amount-error', ALICE, '123456789', /at most|more than/i],
    ['a zero amount', 'send-amount-error', ALICE, '0', /zero/i],
    ['too many decimals', 'send-amount-error', ALICE, '0.0000000001', /9 decimals/i],
    ['a comma', 'send-amount-error', ALICE, '1,5', /use a point/i],
    ['an amount that is no number', 'send-amount-error', ALICE, 'all', /does not belong/i],
  ];
  for (const [name, field, destination, amount, says] of fields) {
    test(name, async () => {
      await wallet.fillTransfer(destination, amount);
      await wallet.id('send-review').click();
      await wallet.page.waitForFunction(
        ([id, source, flags]) =>
          new RegExp(source, flags).test(document.querySelector(`[data-testid="${id}"]`)?.textContent ?? ''),
        [field, says.source, says.flags],
        { timeout: 15_000 },
      );
      assert.equal(await wallet.id('send-destination').inputValue(), destination);
      assert.equal(await wallet.id('send-amount').inputValue(), amount);
      assert.equal(await wallet.id('review-confirm').isVisible(), false);
    });
  }

  test('less than the existential deposit to an account that does not exist', async () => {
    const nobody = '5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM';
    await wallet.fillTransfer(nobody, '0.000000499');
    await wallet.id('send-review').click();
    await wallet.page.waitForFunction(
      () => /0\.0000005/.test(document.querySelector('[data-testid="send-amount-error"]')?.textContent ?? ''),
      undefined,
      { timeout: 15_000 },
    );
    assert.equal(await wallet.id('review-confirm').isVisible(), false);
  });

  test('nothing of all this was signed', async () => {
    assert.equal(await wallet.id('journal-entry').count(), 0);
    assert.deepEqual(wallet.problems, []);
  });
});
