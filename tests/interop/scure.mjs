// @scure/sr25519: sr25519 written from scratch in JavaScript.

import * as sr25519 from '@scure/sr25519';

import { bytes, hex, serve, version } from './serve.mjs';

/** The secret that was loaded last. */
let secret;

serve({
  version,
  load({ seed }) {
    secret = sr25519.secretFromSeed(bytes(seed));
    return hex(sr25519.getPublicKey(secret));
  },
  sign: ({ message }) => hex(sr25519.sign(secret, bytes(message))),
  verify: ({ public: publicKey, message, signature }) =>
    sr25519.verify(bytes(message), bytes(signature), bytes(publicKey)),
});
