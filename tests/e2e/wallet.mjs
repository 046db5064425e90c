// The wallet in a real browser, driven as a person drives it: by what the page shows.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** One browser profile: its storage lives as long as it does. */
export class Browser {
  static async launch({ viewport = { width: 1280, height: 900 }, colorScheme = 'light' } = {}) {
    const profile = await mkdtemp(join(tmpdir(), 'taolight-profile-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.TAOLIGHT_CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      args: quiet,
      viewport,
      colorScheme,
    });
    return new Browser(context, profile);
  }

  constructor(context, profile) {
    this.context = context;
    this.profile = profile;
  }

  async wallet(url) {
    const page = await this.context.newPage();
    const wallet = new Wallet(page);
    await page.goto(url);
    return wallet;
  }

  async close() {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true });
  }
}

export class Wallet {
  constructor(page) {
    this.page = page;
    this.requests = [];
    this.sockets = [];
    this.problems = [];
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => this.sockets.push(socket.url()));
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && this.problems.push(message.text()));
  }

  id(testId) {
    return this.page.getByTestId(testId);
  }

  /** Waits until `testId` has this attribute value, or one that the function accepts. */
  async waitForAttribute(testId, attribute, expected, timeout = 60_000) {
    const accepts = typeof expected === 'function' ? expected : (value) => value === String(expected);
    const deadline = Date.now() + timeout;
    let last;
    while (Date.now() < deadline) {
      last = await this.id(testId).first().getAttribute(attribute, { timeout: 1000 }).catch(() => undefined);
      if (last != null && accepts(last)) return last;
      await this.page.waitForTimeout(50);
    }
    assert.fail(`${testId}[${attribute}] is ${JSON.stringify(last)} after ${timeout} ms, wanted ${expected}`);
  }

  ready(timeout = 60_000) {
    return this.waitForAttribute('lifecycle', 'data-phase', 'ready', timeout);
  }

  async number(testId) {
    return Number(await this.id(testId).getAttribute('data-number'));
  }

  async rao(testId) {
    return BigInt(await this.id(testId).getAttribute('data-rao'));
  }

  /** Opens a network from the text of a network file or chain spec. */
  async openNetwork(text) {
    await this.id('network-choose').click();
    await this.id('network-custom-text').fill(text);
    await this.id('network-custom-open').click();
  }

  async addAccount(secret) {
    await this.tryAccount(secret);
    await this.id('account-address').waitFor();
    return (await this.id('account-address').innerText()).trim();
  }

  async tryAccount(secret) {
    if (!(await this.id('mnemonic-input').isVisible())) await this.id('account-add').click();
    await this.id('mnemonic-input').fill(secret);
    await this.id('account-add-submit').click();
  }

  /** Waits for a balance read at or after a block; returns it with its block. */
  async balance({ from = 0, timeout = 60_000 } = {}) {
    // One look at the page, so that the number and the block belong together.
    const look = (least) => {
      const get = (id, name) => document.querySelector(`[data-testid="${id}"]`)?.getAttribute(name);
      const free = get('balance-free', 'data-rao');
      const block = Number(get('balance-block', 'data-number') ?? -1);
      return free && block >= least && { free, block, level: get('balance-level', 'data-level') };
    };
    return (await this.page.waitForFunction(look, from, { timeout })).jsonValue();
  }

  async fillTransfer(destination, amount) {
    await this.id('send-destination').fill(destination);
    await this.id('send-amount').fill(amount);
  }

  /** Fills the form and opens the review. */
  async review(destination, amount) {
    await this.fillTransfer(destination, amount);
    await this.id('send-review').click();
    await this.id('review-confirm').waitFor({ timeout: 20_000 });
  }

  /** Makes a worker of the page fail as a defect would. */
  async crash(url) {
    const worker = this.page.workers().find((worker) => worker.url().includes(url));
    assert.ok(worker, `a worker ${url} runs`);
    const next = this.page.waitForEvent('worker');
    await worker.evaluate(() => void setTimeout(() => { throw new Error('a defect'); }));
    await next;
  }

  /** What the light client saved of its chain on this device, as text; `replacement` is written over it. */
  savedState(replacement) {
    return this.page.evaluate(async (replacement) => {
      const done = (request) => new Promise((settle) => (request.onsuccess = () => settle(request.result)));
      const database = await done(indexedDB.open('taolight'));
      try {
        const store = () => database.transaction('bytes', 'readwrite').objectStore('bytes');
        const key = (await done(store().getAllKeys())).find((key) => key.startsWith('chain/'));
        if (replacement) await done(store().put(new TextEncoder().encode(replacement), key));
        return key && new TextDecoder().decode(await done(store().get(key)));
      } finally {
        database.close();
      }
    }, replacement);
  }

  /** Waits until the light client has saved its chain. */
  async saved() {
    while (!(await this.savedState())) await this.page.waitForTimeout(500);
  }

  /** The newest entry of the journal, once it is in one of these states. */
  async entry(states, timeout = 60_000) {
    const state = await this.waitForAttribute('journal-entry', 'data-state', (value) => states.includes(value), timeout);
    const hash = await this.id('journal-entry').first().getAttribute('data-hash');
    return { state, hash };
  }
}
