// @polkadot/wasm-crypto: the signatures of polkadot-js, made by schnorrkel and ed25519-dalek in WebAssembly.

import * as crypto from '@polkadot/wasm-crypto';

import { bytes, hex, serve, version } from './serve.mjs';

await crypto.waitReady();

const schemes = {
  sr25519: {
    fromSeed(seed) {
      const pair = crypto.sr25519KeypairFromSeed(seed);
      return { secretKey: pair.slice(0, 64), publicKey: pair.slice(64) };
    },
    sign: crypto.sr25519Sign,
    verify: crypto.sr25519Verify,
  },
  ed25519: {
    fromSeed(seed) {
      const pair = crypto.ed25519KeypairFromSeed(seed);
      return { secretKey: pair.slice(0, 32), publicKey: pair.slice(32) };
    },
    sign: crypto.ed25519Sign,
    verify: crypto.ed25519Verify,
  },
};

/** The scheme and the pair that were loaded last. */
let scheme;
let pair;

serve({
  version,
  load({ seed, scheme: name }) {
    scheme = schemes[name];
    pair = scheme.fromSeed(bytes(seed));
    return hex(pair.publicKey);
  },
  sign: ({ message }) => hex(scheme.sign(pair.publicKey, pair.secretKey, bytes(message))),
  verify: ({ public: publicKey, scheme: name, message, signature }) =>
    schemes[name].verify(bytes(signature), bytes(message), bytes(publicKey)),
});
