// How long a user waits: from opening the page to the first verified finalized head and to the balance on screen, in a
// browser that has only the vault with one account (cold, through warp sync from an old checkpoint) and with what an
// earlier visit left (warm). Also what a cold start costs on the wire and in memory. Writes target/bench/startup.json.

import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';

import { Devnet } from '../e2e/devnet.mjs';
import { serveSite } from '../e2e/site.mjs';
import { Browser } from '../e2e/wallet.mjs';
import { figure } from './figures.mjs';

const RUNS = Number(process.env.TAOLIGHT_BENCH_RUNS ?? 10);
const SECRET = '//Alice';

/** Forwards bytes between the light client and a peer, and counts them. */
async function counting(port) {
  const counter = { bytes: 0 };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [[near, far], [far, near]]) {
      from.on('data', (chunk) => (counter.bytes += chunk.length));
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  counter.port = server.address().port;
  counter.stop = () => server.close();
  return counter;
}

/** Marks, inside the page, when each thing first stands on the screen. */
function markFirstSight() {
  const wanted = {
    head: '[data-testid="finalized-number"][data-number]',
    balance: '[data-testid="balance-free"][data-rao]',
  };
  globalThis.firstSight = {};
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (!(name in globalThis.firstSight) && document.querySelector(selector)) {
        globalThis.firstSight[name] = performance.now();
      }
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** What the wallet keeps of one account: made once by the wallet itself, so that each run starts as a user's does. */
async function withAccount(url) {
  const browser = await Browser.launch();
  const wallet = await browser.wallet(url);
  await wallet.addAccount(SECRET);
  const [vault, accounts] = [await wallet.vaultRecords(), await wallet.page.evaluate(() => ({ ...localStorage }))];
  await browser.close();
  return { vault, accounts };
}

/** A browser that has these accounts and has loaded nothing of the wallet yet. */
async function launchWith(url, kept) {
  const browser = await Browser.launch();
  const page = await browser.context.newPage();
  await page.goto(new URL('/favicon.svg', url).href);
  await page.evaluate(async ({ vault, accounts }) => {
    const done = (request) => new Promise((settle) => (request.onsuccess = () => settle(request.result)));
    Object.assign(localStorage, accounts);
    const request = indexedDB.open('taolight-vault', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('bytes');
    const database = await done(request);
    const store = database.transaction('bytes', 'readwrite').objectStore('bytes');
    for (const [name, text] of Object.entries(vault)) await done(store.put(new TextEncoder().encode(text), name));
    database.close();
  }, kept);
  await page.close();
  return browser;
}

async function visit(browser, url) {
  const page = await browser.context.newPage();
  await page.addInitScript(markFirstSight);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.firstSight.balance, undefined, { timeout: 60_000 });
  return { page, seen: await page.evaluate(() => globalThis.firstSight) };
}

/** Runs `visits` with the site of this network. */
async function withSite(spec, visits) {
  const site = await serveSite({ extra: { '/networks/local.json': JSON.stringify(spec) } });
  try {
    return await visits(`${site.url}/?network=local`);
  } finally {
    await site.stop();
  }
}

/** The bytes of one cold start, apart from the timed ones: counting them slows them down. */
async function wireBytes(spec, kept) {
  const counters = await Promise.all(
    spec.bootnodes.map((address) => counting(Number(/\/tcp\/(\d+)\//.exec(address)[1]))),
  );
  const bootnodes = spec.bootnodes.map((address, index) =>
    address.replace(/\/tcp\/\d+\//, `/tcp/${counters[index].port}/`),
  );
  await withSite({ ...spec, bootnodes }, async (url) => {
    const browser = await launchWith(url, kept);
    await visit(browser, url);
    await browser.close();
  });
  for (const counter of counters) counter.stop();
  return counters.reduce((sum, counter) => sum + counter.bytes, 0);
}

async function timed(url, kept) {
  const browser = await launchWith(url, kept);
  const cold = await visit(browser, url);
  samples.cold_head.push(cold.seen.head);
  samples.cold_balance.push(cold.seen.balance);
  samples.memory.push((await browser.engines.evaluate('memoryBytes()')) / 2 ** 20);
  // Long enough for the first save; closing the page saves again.
  await cold.page.waitForTimeout(7000);
  const warm = await browser.engines.unwatched(async () => {
    await cold.page.close();
    return visit(browser, url);
  });
  samples.warm_head.push(warm.seen.head);
  samples.warm_balance.push(warm.seen.balance);
  await browser.close();
  return { cold: cold.seen.balance, warm: warm.seen.balance };
}

const network = await Devnet.start();
const samples = { cold_head: [], cold_balance: [], warm_head: [], warm_balance: [], wire: [], memory: [] };
try {
  await network.waitForFinalized(50);
  const spec = JSON.parse(await network.exported('network-old.json'));
  const kept = await withSite(spec, withAccount);
  await withSite(spec, async (url) => {
    for (let run = 0; run < RUNS; run += 1) {
      const { cold, warm } = await timed(url, kept);
      console.error(`run ${run + 1} of ${RUNS}: cold ${Math.round(cold)} ms, warm ${Math.round(warm)} ms`);
    }
  });
  for (let run = 0; run < RUNS; run += 1) samples.wire.push(await wireBytes(spec, kept));
} finally {
  await network.stop();
}

const figures = {
  cold_head_ms: figure('ms', samples.cold_head),
  cold_balance_ms: figure('ms', samples.cold_balance),
  warm_head_ms: figure('ms', samples.warm_head),
  warm_balance_ms: figure('ms', samples.warm_balance),
  cold_wire_bytes: figure('bytes', samples.wire),
  engine_memory_mb: figure('MiB', samples.memory),
};
await mkdir('target/bench', { recursive: true });
await writeFile('target/bench/startup.json', `${JSON.stringify({ name: 'startup', figures }, null, 2)}\n`);
