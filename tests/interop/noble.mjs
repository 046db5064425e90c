// @noble/curves: ed25519 written from scratch in JavaScript.

import { ed25519 } from '@noble/curves/ed25519.js';

import { bytes, hex, serve, version } from './serve.mjs';

/** The seed that was loaded last. */
let secret;

serve({
  version,
  load({ seed }) {
    secret = bytes(seed);
    return hex(ed25519.getPublicKey(secret));
  },
  sign: ({ message }) => hex(ed25519.sign(bytes(message), secret)),
  verify: ({ public: publicKey, message, signature }) =>
    ed25519.verify(bytes(signature), bytes(message), bytes(publicKey)),
});
