// How the app feels: when it first paints, cold and warm; whether scrolling a long table stutters; whether its memory
// grows while it stands open (TAOLIGHT_BENCH_MINUTES, 30). On a network with an economy. Writes target/bench/app.json.

import { mkdir, writeFile } from 'node:fs/promises';

import { Devnet } from '../e2e/devnet.mjs';
import { serveSite } from '../e2e/site.mjs';
import { Browser } from '../e2e/wallet.mjs';
import { figure } from './figures.mjs';

const RUNS = Number(process.env.TAOLIGHT_BENCH_RUNS ?? 10);
const MINUTES = Number(process.env.TAOLIGHT_BENCH_MINUTES ?? 30);
const SECRET = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk//seed//holder';
/** As many as Finney has. */
const SUBNETS = 128;
const MIB = 2 ** 20;

/** When a page first painted something of its own, in milliseconds since it was asked for. */
const painted = (page) =>
  page.evaluate(async () => {
    const [entry] = await new Promise((settle) => {
      new PerformanceObserver((list) => settle(list.getEntriesByName('first-contentful-paint'))).observe({
        type: 'paint',
        buffered: true,
      });
    });
    return entry.startTime;
  });

async function paints(url) {
  const browser = await Browser.launch();
  const paint = async () => {
    const page = await browser.context.newPage();
    await page.goto(url);
    await page.getByTestId('welcome').waitFor();
    const time = await painted(page);
    await page.close();
    return time;
  };
  const times = await browser.engines.unwatched(async () => [await paint(), await paint()]);
  await browser.close();
  return times;
}

/** Scrolls a page to its end and back, and tells how long each task was that a person could feel. It has as many rows. */
async function scrolled({ page }, hash, row, rows) {
  await page.evaluate((hash) => void (location.hash = hash), hash);
  await page.getByTestId(row).nth(rows - 1).waitFor();
  return page.evaluate(async () => {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    const frame = () => new Promise(requestAnimationFrame);
    const end = document.documentElement.scrollHeight - innerHeight;
    for (const to of [...Array(120).keys()].map((step) => (end * Math.sin((step / 120) * Math.PI)))) {
      scrollTo(0, to);
      await frame();
    }
    await new Promise((settle) => setTimeout(settle, 200));
    observer.disconnect();
    return tasks;
  });
}

/** What the page and the light client hold, in MiB, after what is no longer needed was thrown away. */
async function memory({ page, browser }) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { page: usedSize / MIB, engine: (await browser.engines.evaluate('memoryBytes()')) / MIB };
}

const network = await Devnet.start({ seed: SUBNETS });
const samples = { cold: [], warm: [], longest: [], long: [], subnets: [], page: [], engine: [] };
try {
  await network.waitForFinalized(12);
  const site = await serveSite({ extra: { '/networks/local.json': await network.exported('network.json') } });
  const url = `${site.url}/?network=local`;
  for (let run = 0; run < RUNS; run += 1) {
    const [cold, warm] = await paints(url);
    samples.cold.push(cold);
    samples.warm.push(warm);
  }
  const browser = await Browser.launch();
  const wallet = await browser.wallet(url);
  await wallet.ready();
  await wallet.addAccount(SECRET);
  for (let run = 0; run < RUNS; run += 1) {
    const tasks = await scrolled(wallet, '#/subnets/1/metagraph', 'neuron', 64);
    samples.long.push(tasks.length);
    samples.longest.push(Math.max(0, ...tasks));
    samples.subnets.push(Math.max(0, ...(await scrolled(wallet, '#/subnets', 'subnet-row', SUBNETS + 1))));
  }
  await wallet.portfolio();
  await wallet.page.waitForTimeout(60_000);
  const begin = await memory(wallet);
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    await wallet.page.waitForTimeout(60_000);
    const now = await memory(wallet);
    console.error(`minute ${minute}: page ${now.page.toFixed(1)} MiB, light client ${now.engine.toFixed(1)} MiB`);
    samples.page.push(now.page - begin.page);
    samples.engine.push(now.engine - begin.engine);
  }
  await browser.close();
  await site.stop();
} finally {
  await network.stop();
}

const figures = {
  cold_paint_ms: figure('ms', samples.cold),
  warm_paint_ms: figure('ms', samples.warm),
  metagraph_longest_task_ms: figure('ms', samples.longest),
  metagraph_long_tasks: figure('tasks', samples.long),
  subnets_longest_task_ms: figure('ms', samples.subnets),
  page_memory_growth_mb: figure('MiB', samples.page),
  engine_memory_growth_mb: figure('MiB', samples.engine),
};
await mkdir('target/bench', { recursive: true });
await writeFile('target/bench/app.json', `${JSON.stringify({ name: 'app', figures }, null, 2)}\n`);
