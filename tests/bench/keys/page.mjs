// What runs in the page: three implementations of sr25519 with one key, each timed over the same messages, and each
// signature that was timed verified by the other two.

import * as wasmCrypto from '@polkadot/wasm-crypto';
import * as scure from '@scure/sr25519';

import initialise, { PasswordLock, Signer, hashAtFloor, verify } from '/ours/keys.js';

/** Calls in one timing, and bytes of a message: about those of a transfer's signing payload. */
const CALLS = 32;
const MESSAGE = 200;
const PASSWORD = 'correct horse battery staple';
const MNEMONIC = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
const HARD = 'bench';
const SOFT = 'keys';

await Promise.all([initialise(), wasmCrypto.waitReady()]);

const seed = wasmCrypto.bip39ToMiniSecret(MNEMONIC, '');
const uri = `0x${[...seed].map((byte) => byte.toString(16).padStart(2, '0')).join('')}//${HARD}/${SOFT}`;

/** Derives the account that is measured, with each implementation. */
function derive() {
  const hard = wasmCrypto.sr25519DeriveKeypairHard(wasmCrypto.sr25519KeypairFromSeed(seed), chainCode(HARD));
  const pair = wasmCrypto.sr25519DeriveKeypairSoft(hard, chainCode(SOFT));
  const scureHard = scure.HDKD.secretHard(scure.secretFromSeed(seed), chainCode(HARD));
  return {
    signer: Signer.derive(uri),
    pair: { secretKey: pair.slice(0, 64), publicKey: pair.slice(64) },
    secret: scure.HDKD.secretSoft(scureHard, chainCode(SOFT)),
  };
}

/** The chain code of a short textual junction: its SCALE bytes, padded with zeros. */
function chainCode(junction) {
  const code = new Uint8Array(32);
  code[0] = junction.length << 2;
  code.set(new TextEncoder().encode(junction), 1);
  return code;
}

const { signer, pair, secret } = derive();
const account = signer.account();
for (const theirs of [pair.publicKey, scure.getPublicKey(secret)]) {
  must(equal(account, theirs), 'the implementations derive different accounts');
}

const implementations = [
  {
    name: 'ours',
    sign: (message) => signer.sign(message),
    verify: ({ message, signature }) => verify(account, message, signature),
  },
  {
    name: 'wasm_crypto',
    sign: (message) => wasmCrypto.sr25519Sign(pair.publicKey, pair.secretKey, message),
    verify: ({ message, signature }) => wasmCrypto.sr25519Verify(signature, message, account),
  },
  {
    name: 'scure',
    sign: (message) => scure.sign(secret, message),
    verify: ({ message, signature }) => scure.verify(message, signature, account),
  },
];

/** One round: the microseconds of a signature and of a verification with each implementation, and of a derivation. */
export function round(index) {
  const messages = Array.from({ length: CALLS }, () => crypto.getRandomValues(new Uint8Array(MESSAGE)));
  const signing = inTurns('sign', messages, index);
  const signed = mapped(signing, ({ results }) => messages.map((message, at) => ({ message, signature: results[at] })));
  const verifying = inTurns('verify', signed.ours, index);
  for (const [name, { results }] of Object.entries(verifying)) {
    must(results.every((valid) => valid === true), `${name} refuses our signatures`);
  }
  const derived = timed(() => Signer.derive(uri), messages);
  for (const other of derived.results) {
    must(equal(other.account(), account), 'a derivation gave another account');
    other.free();
  }

  for (const maker of implementations) {
    for (const judge of implementations.filter((judge) => judge !== maker)) {
      const valid = signed[maker.name].every((pair) => judge.verify(pair) === true);
      must(valid, `${judge.name} refuses a signature of ${maker.name}`);
    }
  }
  implementations.forEach((judge) => mustRefuseOtherMessage(judge, signed.ours));
  const micros = (timing) => timing.micros;
  return { sign: mapped(signing, micros), verify: mapped(verifying, micros), derive: derived.micros };
}

/** Milliseconds of the least password hash that a vault is locked with. */
export function unlockAtFloor() {
  const began = performance.now();
  hashAtFloor(PASSWORD);
  return performance.now() - began;
}

/** Milliseconds of so many unlockings of a vault whose hash was calibrated in this page. */
export async function unlock(times) {
  const lock = await PasswordLock.create(PASSWORD);
  const refused = await lock.unlock(`${PASSWORD}.`).then(() => false, () => true);
  must(refused, 'a wrong password unlocks');
  const took = [];
  while (took.length < times) {
    const began = performance.now();
    await lock.unlock(PASSWORD);
    took.push(performance.now() - began);
  }
  return took;
}

/**
 * Microseconds of a call with each implementation over these inputs, and what the calls gave. They take turns at every
 * input, in an order that changes: whatever else the machine does takes time from each in proportion to its own.
 */
function inTurns(task, inputs, first) {
  const timings = Object.fromEntries(implementations.map(({ name }) => [name, { micros: 0, results: [] }]));
  inputs.forEach((input, at) => {
    for (let turn = 0; turn < implementations.length; turn += 1) {
      const implementation = implementations[(first + at + turn) % implementations.length];
      const { micros, results } = timed(implementation[task], [input]);
      timings[implementation.name].micros += micros / inputs.length;
      timings[implementation.name].results.push(...results);
    }
  });
  return timings;
}

/** Microseconds of a call, over these inputs, and what the calls gave. */
function timed(run, inputs) {
  const results = new Array(inputs.length);
  const began = performance.now();
  for (let at = 0; at < inputs.length; at += 1) results[at] = run(inputs[at]);
  return { micros: ((performance.now() - began) * 1000) / inputs.length, results };
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

function mustRefuseOtherMessage({ name, verify }, [first, second]) {
  must(verify({ message: second.message, signature: first.signature }) === false, `${name} accepts anything`);
}

function equal(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function must(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}
