// @polkadot/keyring: the keystores of polkadot-js and of the wallets built on it.

import { createPair, Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';

import { bytes, hex, serve, version } from './serve.mjs';

await cryptoWaitReady();

/** The pair that was read or written last. */
let pair;

serve({
  version,
  write({ origin, scheme, password, label }) {
    pair = new Keyring({ type: scheme, ss58Format: 42 }).addFromUri(origin, { name: label });
    return JSON.stringify(pair.toJson(password));
  },
  read({ text, password }) {
    pair = new Keyring({ ss58Format: 42 }).addFromJson(JSON.parse(text));
    pair.decodePkcs8(password);
    return { address: pair.address, scheme: pair.type, label: pair.meta.name };
  },
  sign: ({ message }) => hex(pair.sign(bytes(message))),
  verify({ public: publicKey, scheme, message, signature }) {
    const other = createPair({ toSS58: () => '', type: scheme }, { publicKey: bytes(publicKey) });
    return other.verify(bytes(message), bytes(signature), other.publicKey);
  },
});
