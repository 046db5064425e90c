// Real axons of the SDK 10.5.0 at the first miners of the seed: tests/miner/miner.py. They stop when this process does.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../miner/miner.py', import.meta.url));

export class Axons {
  /** Starts them on a seeded network, by where a node answers JSON-RPC; each is `NUMBER:PORT`, with `:cors` if it lets pages ask. */
  static async start(rpc, miners) {
    const python = process.env.TAOLIGHT_MINER_PYTHON;
    if (!python) throw new Error('TAOLIGHT_MINER_PYTHON is not set: run this through `cargo xtask test e2e`');
    const args = [script, '--rpc', rpc, ...miners.flatMap((miner) => ['--miner', miner])];
    const child = spawn(python, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('"ready"')) return new Axons(child);
    }
    throw new Error('the axons do not start; ports 9101 to 9105 have to be free');
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
