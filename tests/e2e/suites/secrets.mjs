// Nothing secret is left behind: not in what any browser of these suites kept on the device, nor in what any page or worker
// logged. Comes last.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { MNEMONIC } from '../context.mjs';
import { PASSWORD, traces } from '../wallet.mjs';

/** A secret, and every three words of it that follow one another. */
function pieces(secret) {
  const words = secret.replace(/\/.*$/, '').split(' ');
  return [secret, secret.replace(/^0x/, ''), ...words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '))];
}

describe('secrets', () => {
  test('none is stored or logged during the whole run', () => {
    const secrets = new Set([MNEMONIC, ...traces.secrets].flatMap(pieces));
    assert.ok(secrets.has(PASSWORD) && secrets.has('bottom drive obey'));
    assert.ok(traces.stored.length >= 6 && traces.stored.some((text) => text.includes('ciphertext')), 'vaults were kept');
    const everything = [...traces.stored, ...traces.logged].join('\n');
    const found = [...secrets].filter((secret) => everything.includes(secret));
    assert.equal(found.length, 0, `${found.length} secrets are stored or logged`);
  });
});
