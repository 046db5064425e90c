// The local network of a test run: one supervisor process, driven by JSON lines. Stops when this process does.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const binary = process.env.TAOLIGHT_DEVNET;

export class Devnet {
  /** Starts a network; `salt` makes it another chain, `seed` gives it an economy of so many subnets. */
  static async start({ salt, seed } = {}) {
    if (!binary) throw new Error('TAOLIGHT_DEVNET is not set: run this through `cargo xtask test e2e`');
    const dir = await mkdtemp(join(tmpdir(), 'taolight-devnet-'));
    const args = ['up', ...(salt ? ['--salt', salt] : []), ...(seed ? ['--seed', '--subnets', String(seed)] : [])];
    const child = spawn(binary, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const first = await lines.next();
    if (first.done) throw new Error('the local network did not start');
    return new Devnet(child, lines, JSON.parse(first.value), dir);
  }

  constructor(child, lines, ready, dir) {
    this.child = child;
    this.lines = lines;
    this.nodes = ready.nodes;
    this.dir = dir;
    this.last = Promise.resolve();
  }

  /** Sends one command and waits for its answer; commands are answered in order. */
  command(command) {
    const answer = this.last.then(async () => {
      this.child.stdin.write(`${JSON.stringify(command)}\n`);
      const line = await this.lines.next();
      if (line.done) throw new Error(`the local network ended during ${command.cmd}`);
      const reply = JSON.parse(line.value);
      if (!reply.ok) throw new Error(`${command.cmd}: ${reply.error}`);
      return reply;
    });
    this.last = answer.catch(() => {});
    return answer;
  }

  pause(node) {
    return this.command({ cmd: 'pause', node });
  }

  resume(node) {
    return this.command({ cmd: 'resume', node });
  }

  async pauseAll() {
    for (const node of this.nodes) await this.pause(node.name);
  }

  async resumeAll() {
    for (const node of this.nodes) await this.resume(node.name);
  }

  upgrade() {
    return this.command({ cmd: 'upgrade' });
  }

  /** Writes the network files anew and reads one: `network.json`, `network-old.json`, `spec-light.json`, `spec-raw.json`. */
  async exported(file) {
    await this.command({ cmd: 'export', dir: this.dir });
    return readFile(join(this.dir, file), 'utf8');
  }

  /** A JSON-RPC request to the first node itself. */
  async rpc(method, params = []) {
    const response = await fetch(this.nodes[0].rpc.replace(/^ws/, 'http'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const { result, error } = await response.json();
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  async finalizedNumber() {
    const header = await this.rpc('chain_getHeader', [await this.rpc('chain_getFinalizedHead')]);
    return Number(header.number);
  }

  async waitForFinalized(number) {
    while ((await this.finalizedNumber()) < number) await new Promise((wake) => setTimeout(wake, 500));
  }

  async stop() {
    this.child.stdin.end();
    await new Promise((exited) => (this.child.exitCode === null ? this.child.once('exit', exited) : exited()));
    await rm(this.dir, { recursive: true, force: true });
  }
}
