// What the suites share: one local network and one site for the whole run, made on first use.

import { after } from 'node:test';

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto';

import { Devnet } from './devnet.mjs';
import { Miners } from './miners.mjs';
import { serveSite } from './site.mjs';

/** The public development mnemonic that the local network funds. Never use it for value. */
export const MNEMONIC = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
export const FUNDED = '5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV';

const closing = [];
const once = (make) => {
  let made;
  return () => (made ??= make());
};

/** The mnemonic's accounts of the seed. */
export const HOLDER = `${MNEMONIC}//seed//holder`;
export const LOCKER = `${MNEMONIC}//seed//locker`;

/** What the network begins with; set before it is first used. */
const begin = { seed: undefined };

/** Makes the network of this run one with an economy of so many subnets. */
export function seeded(subnets) {
  begin.seed = subnets;
}

export const devnet = once(async () => {
  const network = await Devnet.start(begin);
  closing.push(() => network.stop());
  return network;
});

/** Another chain out of the same binary: same runtime, other genesis. */
export const otherChain = once(async () => {
  const network = await Devnet.start({ salt: 'other' });
  closing.push(() => network.stop());
  return network;
});

export const site = once(async () => {
  const network = await devnet();
  await network.waitForFinalized(9);
  const served = await serveSite({ extra: { '/networks/local.json': await network.exported('network.json') } });
  closing.push(() => served.stop());
  return served;
});

/** Axons at the first miners of the seed: one as it is shipped, two that let pages ask them. */
export const axons = once(async () => {
  const network = await devnet();
  const started = await Miners.axons(network.nodes[0].rpc, ['1:9101', '2:9102:cors', '3:9103:cors']);
  closing.push(() => started.stop());
  return started;
});

/** The fourth miner, which takes calls, and at the address of the fifth one with the hotkey of the sixth. */
export const called = once(async () => {
  const started = await Miners.called(['4:9104', '6:9105']);
  closing.push(() => started.stop());
  return started;
});

/** A published third-party client on the node's own RPC, to compare with. */
export const node = once(async () => {
  const network = await devnet();
  const api = await ApiPromise.create({ provider: new WsProvider(network.nodes[0].rpc), noInitWarn: true });
  closing.push(() => api.disconnect());
  return api;
});

/** Another address that begins and ends like this one, as somebody would make it who wants to be taken for its owner. */
export function lookalike(address) {
  const key = decodeAddress(address);
  for (let number = 0; ; number += 1) {
    new DataView(key.buffer, key.byteOffset).setUint32(12, number);
    const other = encodeAddress(key, 42);
    if (other !== address && other.slice(-2) === address.slice(-2)) return other;
  }
}

/** Has somebody else do something, by that client; returns once it is in a block. */
export async function done(call, secret = '//Alice') {
  const signer = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(secret);
  await new Promise((resolve, reject) => {
    const follow = ({ status, dispatchError }) => {
      if (dispatchError) reject(new Error(dispatchError.toString()));
      else if (status.isInBlock) resolve();
    };
    call.signAndSend(signer, follow).catch(reject);
  });
}

/** Free balance of an account at a block, by the node's own RPC. */
export async function freeAt(address, blockNumber) {
  const api = await node();
  const at = await api.at(await api.rpc.chain.getBlockHash(blockNumber));
  return (await at.query.system.account(address)).data.free.toBigInt();
}

after(async () => {
  while (closing.length) await closing.pop()();
});
