// How fast the keys are: signing, verifying, deriving and unlocking in a browser, beside two other implementations of
// sr25519 in the same page, with the same key and messages. They take turns, so that what else the machine does hits
// all alike; a ratio is theirs over ours in one round, so that more is better. Writes target/bench/keys.json.

import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Browser } from '../e2e/wallet.mjs';
import { figure } from './figures.mjs';

const ROUNDS = Number(process.env.TAOLIGHT_BENCH_RUNS ?? 40);
/** Rounds that count for nothing, with milliseconds of rest for the browser to optimise what it saw to be busy. */
const WARM_UP = 8;
const REST = 250;
const UNLOCKS = Math.ceil(ROUNDS / 4);

/** What the page loads from where. */
const folders = {
  '/ours/': process.env.TAOLIGHT_KEYS,
  '/others/': process.env.TAOLIGHT_OTHERS,
  '/page/': fileURLToPath(new URL('keys/', import.meta.url)),
};
const polkadot = (name, file = 'index.js') => [`@polkadot/${name}`, `/others/@polkadot/${name}/${file}`];
const polkadotInfo = (name) => [`@polkadot/${name}/packageInfo`, `/others/@polkadot/${name}/packageInfo.js`];
/** The packages as they are published, each with the file that its manifest names for a browser. */
const imports = Object.fromEntries([
  polkadot('util'),
  polkadot('wasm-bridge'),
  polkadot('wasm-crypto'),
  polkadot('wasm-crypto-init', 'wasm.js'),
  polkadot('wasm-crypto-wasm'),
  polkadot('wasm-util'),
  polkadot('x-bigint'),
  polkadot('x-global'),
  polkadot('x-randomvalues', 'browser.js'),
  polkadot('x-textdecoder', 'browser.js'),
  polkadot('x-textencoder', 'browser.js'),
  ...['wasm-bridge', 'wasm-crypto-asmjs', 'wasm-crypto-init', 'wasm-crypto-wasm', 'wasm-util'].map(polkadotInfo),
  ['@noble/curves/', '/others/@noble/curves/'],
  ['@noble/hashes/', '/others/@noble/hashes/'],
  ['@scure/sr25519', '/others/@scure/sr25519/index.js'],
  ['bn.js', '/others/bn.js/lib/bn.js'],
]);
/** What is published as CommonJS only, and the names that each exports beside the default. */
const commonJs = {
  '/others/@polkadot/wasm-crypto-wasm/cjs/bytes.js': ['bytes', 'lenIn', 'lenOut'],
  '/others/bn.js/lib/bn.js': [],
};
const html = `<!doctype html>
<meta charset="utf-8">
<title>Keys</title>
<link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify({ imports })}</script>
`;

const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
/** Isolated pages have a finer clock. */
const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

function asModule(script, names) {
  return `const module = { exports: {} };
const { exports } = module;
${script}
export default module.exports;
export const { ${names} } = module.exports;
`;
}

async function serve() {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    if (path === '/') {
      response.writeHead(200, { ...isolated, 'content-type': 'text/html' }).end(html);
      return;
    }
    const top = Object.keys(folders).find((top) => path.startsWith(top));
    const bytes = top && (await readFile(join(folders[top], path.slice(top.length))).catch(() => null));
    if (!bytes) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(path in commonJs ? asModule(bytes, commonJs[path]) : bytes);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

async function measure(url) {
  const browser = await Browser.launch();
  try {
    const page = await browser.context.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(url);
    if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('the page has only a coarse clock');
    const call = (name, argument) =>
      page.evaluate(async ([name, argument]) => (await import('/page/page.mjs'))[name](argument), [name, argument]);

    const rounds = [];
    for (let index = 0; index < WARM_UP + ROUNDS; index += 1) {
      const round = await call('round', index);
      if (index < WARM_UP) {
        await page.waitForTimeout(REST);
        continue;
      }
      rounds.push(round);
      const [sign, verify] = [round.sign, round.verify].map((micros) => Math.round(micros.ours));
      console.error(`round ${rounds.length} of ${ROUNDS}: sign ${sign} µs, verify ${verify} µs`);
    }
    const floors = [];
    while (floors.length < UNLOCKS) floors.push(await call('unlockAtFloor'));
    const unlocks = await call('unlock', UNLOCKS);
    return { rounds, floors, unlocks };
  } finally {
    await browser.close();
  }
}

const site = await serve();
const { rounds, floors, unlocks } = await measure(site.url).finally(() => site.stop());

const figures = {};
for (const task of ['sign', 'verify']) {
  for (const other of ['wasm_crypto', 'scure']) {
    figures[`${task}_ratio_${other}`] = figure('x', rounds.map(({ [task]: micros }) => micros[other] / micros.ours));
  }
}
for (const task of ['sign', 'verify']) {
  for (const [name, suffix] of [['ours', ''], ['wasm_crypto', '_wasm_crypto'], ['scure', '_scure']]) {
    figures[`${task}${suffix}_us`] = figure('us', rounds.map(({ [task]: micros }) => micros[name]));
  }
}
figures.derive_us = figure('us', rounds.map(({ derive }) => derive));
figures.unlock_ms = figure('ms', unlocks);
figures.unlock_floor_ms = figure('ms', floors);

await mkdir('target/bench', { recursive: true });
await writeFile('target/bench/keys.json', `${JSON.stringify({ name: 'keys', figures }, null, 2)}\n`);
