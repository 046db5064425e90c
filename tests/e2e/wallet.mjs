// The wallet in a real browser, driven as a person drives it: by what the page shows.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { Engines } from './engines.mjs';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The password of every vault that the tests make. Never use it for value. */
export const PASSWORD = 'paper ink and one accent';

/** What the whole run left behind, and what must not be in it. */
export const traces = { logged: [], stored: [], secrets: new Set([PASSWORD]) };

/** Everything that a page's origin keeps on this device, as one text. */
export const stored = (page) =>
  page.evaluate(async () => {
    const done = (request) => new Promise((settle) => (request.onsuccess = () => settle(request.result)));
    const text = (value) => (ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : JSON.stringify(value));
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await done(database.transaction(store).objectStore(store).getAll());
        texts.push(...values.map(text));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      // The app's own files are no news; suites/offline.mjs looks that they are what was built.
      const isShell = name.startsWith('taolight-shell-');
      for (const request of await cache.keys()) {
        texts.push(request.url, isShell ? '' : await (await cache.match(request)).text());
      }
    }
    return texts.join('\n');
  });

/** Where what the page shows is found. What stands on every page, or in a sheet over it, is not named. */
const PAGES = {
  portfolio:
    /^(account-(add|address|option|role|not-backed-up|watched|copy|details)|backup-reminder|balance-|first-run|holding|position|portfolio-|way-|welcome)/,
  send: /^send-/,
  activity: /^journal-/,
  subnets: /^(subnets-|subnet-(row|open|star))/,
};
const pageOf = (testId) => Object.keys(PAGES).find((page) => PAGES[page].test(testId));

const BARE = Symbol('the locator itself');
const FURTHER = new Set(['and', 'filter', 'first', 'last', 'locator', 'nth', 'or']);

/** A locator that shows its page before it is used. */
function shown(wallet, page, locator) {
  return new Proxy(locator, {
    get(bare, name) {
      if (name === BARE) return bare;
      const value = Reflect.get(bare, name);
      if (typeof value !== 'function') return value;
      if (FURTHER.has(name)) {
        return (...args) => shown(wallet, page, value.apply(bare, args.map((arg) => arg?.[BARE] ?? arg)));
      }
      return async (...args) => {
        await wallet.show(page);
        return value.apply(bare, args);
      };
    },
  });
}

/** One browser profile: its storage lives as long as it does. `args` are switches of Chromium. */
export class Browser {
  static async launch({ viewport = { width: 1280, height: 900 }, colorScheme = 'light', args = [] } = {}) {
    const profile = await mkdtemp(join(tmpdir(), 'taolight-profile-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.TAOLIGHT_CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      args: [...quiet, ...args],
      viewport,
      colorScheme,
    });
    const browser = new Browser(context, profile);
    browser.engines = await Engines.watch(context.browser(), (text, isError) => {
      traces.logged.push(text);
      if (isError) for (const wallet of browser.wallets) wallet.problems.push(text);
    });
    return browser;
  }

  constructor(context, profile) {
    this.context = context;
    this.profile = profile;
    this.wallets = [];
  }

  async wallet(url) {
    const page = await this.context.newPage();
    for (const leaving of ['close', 'goto', 'reload']) {
      const leave = page[leaving].bind(page);
      page[leaving] = (...args) => this.engines.unwatched(() => leave(...args));
    }
    const wallet = new Wallet(page, this);
    this.wallets.push(wallet);
    await page.goto(url);
    return wallet;
  }

  async close() {
    const pages = this.context.pages().filter((page) => page.url().startsWith('http'));
    for (const page of pages) traces.stored.push(await stored(page));
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true });
  }
}

export class Wallet {
  constructor(page, browser) {
    this.page = page;
    this.browser = browser;
    this.requests = [];
    this.sockets = [];
    this.problems = [];
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => this.sockets.push(socket.url()));
    // Where it came from tells more than what it says.
    page.on('pageerror', (error) => this.problems.push(error.stack ?? error.message));
    page.on('pageerror', (error) => traces.logged.push(`${error.message} ${error.stack}`));
    page.on('console', (message) => traces.logged.push(message.text()));
    page.on('console', (message) => message.type() === 'error' && this.problems.push(message.text()));
  }

  /** Finds what the page shows; using it first shows the page where it is. */
  id(testId) {
    const page = pageOf(testId);
    const locator = this.page.getByTestId(testId);
    return page ? shown(this, page, locator) : locator;
  }

  /** Shows a page, as a link to it does. */
  async show(page) {
    const there = this.page.locator(`[data-testid="page"][data-page="${page}"]`);
    if (await there.count()) return;
    await this.page.evaluate((hash) => void (location.hash = hash), page === 'portfolio' ? '#/' : `#/${page}`);
    await there.waitFor();
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

  /** Brings an account: makes the vault where there is none, unlocks it where it is locked. Returns the address. */
  async addAccount(secret, { label, role } = {}) {
    traces.secrets.add(secret);
    await this.tryAccount(secret);
    await this.submitImport({ label, role });
    return this.address();
  }

  /** Hands a text to the import sheet, which says what it is or what is wrong with it. */
  async tryAccount(secret) {
    await this.openImport();
    await this.id('import-text').fill(secret);
    await this.id('import-read').click();
  }

  /** Brings the accounts of a key file, given as `{ name, content }`. */
  async importFile(file, { password, address, label, role } = {}) {
    if (password !== undefined) traces.secrets.add(password);
    await this.tryFile(file);
    await this.submitImport({ password, address, label, role });
    return this.address();
  }

  /** Hands a file to the import sheet, which says what it is or what is wrong with it. */
  async tryFile({ name, content }) {
    await this.openImport();
    await this.id('import-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  }

  async openImport() {
    if (await this.id('import-text').isVisible()) return;
    await this.openWay('import');
    await this.id('import-text').waitFor();
  }

  /** Opens a way to an account: `create`, `import` or `watch`. */
  async openWay(way) {
    const add = this.id('account-add');
    const direct = this.id(`way-${way}`);
    await direct.or(add).filter({ visible: true }).first().waitFor();
    if (!(await direct.isVisible())) await add.click();
    await direct.click();
  }

  /** Fills in whatever was found to need, imports it, and gives the vault's password if that is asked for. */
  async submitImport({ password, address, label, role } = {}) {
    await this.id('import-submit').waitFor();
    if (password !== undefined) await this.id('import-password').fill(password);
    if (address) await this.id('import-address').fill(address);
    if (label) await this.id('account-label').fill(label);
    if (role) await this.page.locator(`[data-testid="import-role"][data-role="${role}"]`).check();
    await this.id('import-submit').click();
    await this.passVault(() => this.id('sheet').isHidden());
    await this.id('sheet').waitFor({ state: 'hidden', timeout: 30_000 });
  }

  /** Gives the vault's password if it is asked for before something else is so. */
  async passVault(isDone, password = PASSWORD) {
    const deadline = Date.now() + 30_000;
    while (!(await isDone())) {
      if (Date.now() > deadline) assert.fail(`neither the password was asked for nor anything done: ${await this.errors()}`);
      if (await this.passwordButton().isVisible()) return this.givePassword(password);
      await this.page.waitForTimeout(50);
    }
  }

  /** What the page says is wrong with what was typed. */
  async errors() {
    return (await this.page.locator('.field-error').allInnerTexts()).join(' ');
  }

  passwordButton() {
    return this.id('vault-unlock').or(this.id('vault-create'));
  }

  /** Gives the vault's password, which is being asked for: a new one where there is no vault yet. */
  async givePassword(password = PASSWORD) {
    traces.secrets.add(password);
    await this.passwordButton().waitFor();
    if (await this.id('vault-create').isVisible()) await this.fillNewPassword(password);
    else await this.id('vault-password').fill(password);
    await this.passwordButton().click();
    await this.id('vault-sheet').waitFor({ state: 'hidden', timeout: 30_000 });
  }

  async fillNewPassword(password, again = password) {
    traces.secrets.add(password);
    await this.id('vault-new-password').fill(password);
    await this.id('vault-new-password-again').fill(again);
  }

  /** Makes the vault by making an account in it; leaves the backup for later. Returns the address. */
  async createVault({ password = PASSWORD, label, words } = {}) {
    await this.openWay('create');
    if (label) await this.id('account-label').fill(label);
    if (words) await this.id('create-words').selectOption(String(words));
    await this.id('create-submit').click();
    await this.passVault(() => this.id('backup-reveal').isVisible(), password);
    await this.id('backup-reveal').waitFor({ timeout: 30_000 });
    await this.id('sheet-close').click();
    return this.address();
  }

  /** Unlocks the vault from the strip. */
  async unlock(password = PASSWORD) {
    traces.secrets.add(password);
    await this.lockState('locked');
    await this.id('vault-lock').click();
    await this.id('vault-password').fill(password);
    await this.id('vault-unlock').click();
    await this.lockState('unlocked');
  }

  /** Locks the vault from the strip, and waits for the process that takes its place. */
  async lock() {
    await this.lockState('unlocked');
    await this.id('vault-lock').click();
    await this.lockState('locked');
  }

  lockState(state) {
    return this.waitForAttribute('vault-lock', 'data-state', state, 30_000);
  }

  /** The addresses of the list, in its order. */
  accounts() {
    return this.id('account-option').evaluateAll((options) => options.map((option) => option.dataset.address));
  }

  /** Makes the page about another account of the list. */
  async choose(address) {
    await this.show('portfolio');
    await this.page.locator(`[data-testid="account-option"][data-address="${address}"]`).check();
  }

  /** Opens what the details of the chosen account offer: `backup`, `export`, `limits` or `remove`. */
  async openAbout(what) {
    await this.id('account-details').click();
    await this.id(`account-${what}`).click();
    await this.page.locator(`[data-testid="sheet"][data-sheet="${what}"]`).waitFor();
  }

  /** Removes the chosen account. */
  async removeAccount() {
    await this.openAbout('remove');
    await this.id('account-remove-confirm').click();
    await this.id('sheet').waitFor({ state: 'hidden' });
  }

  /** What the vault keeps on this device, name by name, as text; what `written` names is written over it first, or removed
   * where it is null. */
  vaultRecords(written = {}) {
    return this.page.evaluate(async (written) => {
      const done = (request) => new Promise((settle) => (request.onsuccess = () => settle(request.result)));
      const database = await done(indexedDB.open('taolight-vault'));
      try {
        const store = database.transaction('bytes', 'readwrite').objectStore('bytes');
        for (const [name, text] of Object.entries(written)) {
          if (text === null) store.delete(name);
          else store.put(new TextEncoder().encode(text), name);
        }
        const [names, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        return Object.fromEntries(names.map((name, at) => [name, new TextDecoder().decode(values[at])]));
      } finally {
        database.close();
      }
    }, written);
  }

  async address() {
    await this.id('account-address').waitFor();
    return (await this.id('account-address').innerText()).trim();
  }

  /** Waits for a balance read at or after a block; returns it with its block. */
  async balance({ from = 0, timeout = 60_000 } = {}) {
    // One look at the page, so that the number and the block belong together.
    const look = (least) => {
      if (document.querySelector('[data-testid="page"]')?.dataset.page !== 'portfolio') location.hash = '#/';
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

  /** Fills the form and opens the review; unlocks the vault if it is locked. */
  async review(destination, amount) {
    await this.fillTransfer(destination, amount);
    await this.id('send-review').click();
    await this.passVault(() => this.id('review-confirm').isVisible());
    await this.id('review-confirm').waitFor({ timeout: 20_000 });
  }

  /** What the portfolio says of everything, once it is read at or after a block. */
  async portfolio({ from = 0, timeout = 60_000 } = {}) {
    await this.show('portfolio');
    const look = (least) => {
      const get = (id, name) => document.querySelector(`[data-testid="${id}"]`)?.getAttribute(name);
      const block = Number(get('portfolio-proof', 'data-block') ?? -1);
      if (block < Math.max(least, 1)) return undefined;
      const all = (id) => [...document.querySelectorAll(`[data-testid="${id}"]`)].map(({ dataset }) => ({ ...dataset }));
      const sums = Object.fromEntries(
        ['at-spot', 'if-sold', 'free', 'root', 'subnets'].map((name) => [name, get(`portfolio-${name}`, 'data-rao')]),
      );
      return { block, sums, holdings: all('holding'), positions: all('position'), level: get('portfolio-proof', 'data-level') };
    };
    return (await this.page.waitForFunction(look, from, { timeout })).jsonValue();
  }

  /** Waits for a quote that came after what was done last; returns its amounts as exact integers. */
  async quote(accepts = () => true, timeout = 30_000) {
    const deadline = Date.now() + timeout;
    for (;;) {
      const found = await this.page.evaluate(() => {
        const part = (id) => document.querySelector(`[data-testid="${id}"]`);
        if (!part('quote')?.dataset.block) return undefined;
        const amount = (id) => part(id)?.dataset.amount;
        return {
          block: Number(part('quote').dataset.block),
          paid: amount('quote-in'),
          received: amount('quote-out'),
          atLeast: amount('quote-at-least'),
          impact: part('quote-impact')?.dataset.millionths,
          obstacle: part('quote-obstacle')?.dataset.reason,
        };
      });
      if (found && accepts(found)) return found;
      assert.ok(Date.now() < deadline, `no such quote after ${timeout} ms; the last was ${JSON.stringify(found)}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Opens the review of the trade in the form; unlocks the vault if it is locked. */
  async reviewTrade() {
    await this.id('stake-review').click();
    await this.passVault(() => this.id('review-confirm').isVisible());
    await this.id('review-confirm').waitFor({ timeout: 20_000 });
  }

  /** Makes the light client fail as a defect would. */
  crashEngine() {
    return this.browser.engines.crash();
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
