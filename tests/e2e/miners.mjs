// Miners in processes of their own, at the first ones of the seed. They stop when this process does.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const AXONS = fileURLToPath(new URL('../miner/miner.py', import.meta.url));
const CALLED = fileURLToPath(new URL('../interop/miner.py', import.meta.url));

export class Miners {
  /** Real axons of the SDK 10.5.0, on a seeded network by where a node answers JSON-RPC; each is `NUMBER:PORT`, with `:cors` if it lets pages ask. */
  static axons(rpc, miners) {
    return Miners.#start('TAOLIGHT_MINER_PYTHON', [AXONS, '--rpc', rpc], miners);
  }

  /** Miners that take calls of btauth/1, by the verifier of the SDK 11.3.0, and of Epistula 2; each is `NUMBER:PORT`. */
  static called(miners) {
    return Miners.#start('TAOLIGHT_INTEROP_PYTHON', [CALLED], miners);
  }

  static async #start(variable, script, miners) {
    const python = process.env[variable];
    if (!python) throw new Error(`${variable} is not set: run this through \`cargo xtask test e2e\``);
    const args = [...script, ...miners.flatMap((miner) => ['--miner', miner])];
    const child = spawn(python, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('"ready"')) return new Miners(child);
    }
    throw new Error('the miners do not start; ports 9101 to 9108 have to be free');
  }

  constructor(child) {
    this.child = child;
    // Read to its end, lest they wait for a reader.
    child.stdout.resume();
  }

  async stop() {
    this.child.stdin.end();
    await new Promise((exited) => (this.child.exitCode === null ? this.child.once('exit', exited) : exited()));
  }
}
