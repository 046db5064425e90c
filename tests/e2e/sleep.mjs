// Sleep that is real: nothing of a page, or of a whole browser, runs, while the chain and the clocks go on. It is as long
// as what else is tested meanwhile, so that it costs no time.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';

/** How long it is at least. TAOLIGHT_SLEEP_MINUTES is for whoever tries this alone. */
const LONG_MS = Number(process.env.TAOLIGHT_SLEEP_MINUTES ?? 10) * 60_000;

/** A tab that the browser freezes: nothing of its page runs. Chromium's command leaves the tab's own workers running. */
export class FrozenTab {
  static async begin(wallet) {
    const tab = new FrozenTab(await wallet.browser.context.newCDPSession(wallet.page));
    await tab.becomes('frozen');
    return tab;
  }

  constructor(session) {
    this.session = session;
    this.began = Date.now();
  }

  becomes(state) {
    return this.session.send('Page.setWebLifecycleState', { state });
  }

  async end() {
    await isLong(this.began);
    await this.becomes('active');
    await this.session.detach();
  }
}

/** A browser whose processes do not run, as while the lid of a device is closed. */
export class ClosedLid {
  static async begin(browser) {
    // A browser must not sleep on when this process is gone, however it ends; so another one holds the lid.
    const hold = 'kill -STOP "$@"; echo closed; read -r line; kill -CONT "$@"';
    const lid = spawn('sh', ['-c', hold, 'lid', ...(await processesOf(browser.profile))], { stdio: ['pipe', 'pipe', 'ignore'] });
    await once(lid.stdout, 'data');
    return new ClosedLid(lid);
  }

  constructor(lid) {
    this.lid = lid;
    this.began = Date.now();
  }

  async end() {
    await isLong(this.began);
    this.open();
  }

  open() {
    this.lid.stdin.end();
  }
}

const isLong = (began) => new Promise((slept) => setTimeout(slept, Math.max(0, began + LONG_MS - Date.now())));

/** The processes of the browser with this profile: the one that names it, and all that came of it. */
async function processesOf(profile) {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  // One may end while it is looked at.
  const read = (number, file) => readFile(`/proc/${number}/${file}`, 'utf8').catch(() => '');
  const looks = await Promise.all(
    all.map(async (number) => ({
      number,
      parent: Number((await read(number, 'stat')).replace(/^.*\) \S+ /s, '').split(' ')[0]),
      isNamed: (await read(number, 'cmdline')).includes(profile),
    })),
  );
  const found = new Set(looks.filter(({ isNamed }) => isNamed).map(({ number }) => number));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { number, parent } of looks) if (found.has(parent)) found.add(number);
  }
  return [...found].map(String);
}
