// What a device does to a vault: it is full, a second tab writes at the same moment, the process dies in the middle of a
// write, there is no memory for a key file. Nothing is lost, and what happened is said.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, site } from '../context.mjs';
import { Browser, PASSWORD, traces } from '../wallet.mjs';

const OTHER = 'another password than that';

/** Runs in the vault's worker: from its next write of the lock on, it hangs once it has written this record, or told the
 * browser that the transaction is whole. */
function hang(at) {
  const { put } = IDBObjectStore.prototype;
  const { commit } = IDBTransaction.prototype;
  let begun = false;
  const maybe = (step) => {
    if (!begun || !step.startsWith(at)) return;
    new BroadcastChannel('hangs').postMessage(step);
    for (;;);
  };
  IDBObjectStore.prototype.put = function (value, key) {
    const request = put.call(this, value, key);
    begun ||= key === 'lock';
    maybe(key);
    return request;
  };
  IDBTransaction.prototype.commit = function () {
    commit.call(this);
    maybe('commit');
  };
}

/** Takes the space of an origin away, and leaves the page at a place of it where nothing is open. */
async function fillUp(page, session, origin) {
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const isFull = () =>
    page.evaluate(
      () =>
        new Promise((settle) => {
          const request = indexedDB.open('is it full');
          request.onupgradeneeded = () => request.result.createObjectStore('nothing');
          request.onerror = () => settle(true);
          request.onsuccess = () => {
            const transaction = request.result.transaction('nothing', 'readwrite');
            transaction.objectStore('nothing').put(1, 1);
            transaction.oncomplete = () => settle(false);
            transaction.onabort = () => settle(true);
          };
        }),
    );
  do {
    // Chromium remembers for a while how much space there was, but not where nobody uses it.
    await page.goto('about:blank');
    await page.waitForTimeout(2_500);
    await page.goto(`${origin}/favicon.svg`);
  } while (!(await isFull()));
}

/** Whether a record of the vault only serves to count attempts on a full device. */
const isSpare = (name) => name.startsWith('spare/');

/** The vault's records but those, and how often they were changed. */
const others = (records) =>
  Object.fromEntries(Object.entries(records).filter(([name]) => !isSpare(name) && name !== 'revision'));

/** Removes all of them but one in the middle, so that few count as wrong. */
const takeSpares = (page) =>
  page.evaluate(async () => {
    const done = (request) => new Promise((settle) => (request.onsuccess = () => settle(request.result)));
    const database = await done(indexedDB.open('taolight-vault'));
    const store = database.transaction('bytes', 'readwrite').objectStore('bytes');
    const spares = (await done(store.getAllKeys())).filter((name) => name.startsWith('spare/'));
    await Promise.all(spares.filter((name) => name !== 'spare/16').map((name) => done(store.delete(name))));
    database.close();
  });

describe('device', () => {
  let browser;
  let wallet;
  let url;
  let own;
  let password = PASSWORD;

  before(async () => {
    traces.secrets.add(OTHER);
    url = `${(await site()).url}/?network=local`;
    browser = await Browser.launch();
    wallet = await browser.wallet(url);
    own = [await wallet.addAccount(MNEMONIC), await wallet.createVault({ label: 'Savings' })];
  });
  after(() => browser?.close());
  afterEach(async () => {
    if (await wallet.id('sheet').isVisible()) await wallet.id('sheet-close').click();
  });

  const says = (id, words, where = wallet) => where.id(id).filter({ hasText: words }).waitFor();

  /** Types another password into the settings, and submits it if that is wanted. */
  const fillChange = async (where, to) => {
    if ((await where.id('vault-lock').getAttribute('data-state')) !== 'unlocked') await where.unlock(password);
    await where.id('settings-open').click();
    await where.id('password-old').fill(password);
    await where.id('password-new').fill(to);
    await where.id('password-new-again').fill(to);
  };

  /** Whether the vault opens with this password; it must be locked. Nothing else may go wrong. */
  const opens = async (where, tried) => {
    await where.lockState('locked');
    if (!(await where.id('vault-sheet').isVisible())) await where.id('vault-lock').click();
    await where.id('vault-password').fill(tried);
    await where.id('vault-unlock').click();
    const isWrong = where.id('vault-error').filter({ hasText: /not the password/ });
    return Promise.race([
      where.lockState('unlocked').then(() => true),
      isWrong.waitFor().then(() => false),
    ]);
  };

  /** Every account is there, and each secret opens. */
  const isWhole = async (where) => {
    assert.deepEqual(await where.accounts(), own);
    assert.equal(await where.id('account-damaged').count(), 0);
    for (const address of own) {
      await where.choose(address);
      await where.openAbout('backup');
      await where.id('backup-password').fill(password);
      await where.id('backup-reveal').click();
      await where.id('backup-show').waitFor();
      await where.id('sheet-close').click();
    }
  };

  test('a full device keeps nothing new, says so, and loses nothing', async () => {
    const stored = await wallet.vaultRecords();
    const { origin } = new URL(url);
    const session = await browser.context.newCDPSession(wallet.page);
    try {
      await fillUp(wallet.page, session, origin);
      await wallet.page.goto(url);
      await wallet.openWay('watch');
      await wallet.id('watch-address').fill(ALICE);
      await wallet.id('watch-submit').click();
      await says('watch-error', /storage of this device failed[\s\S]*free some space/i);
      await wallet.id('sheet-close').click();
      // The right password opens it all the same; a wrong one is counted by what was laid by for that.
      assert.ok(await opens(wallet, PASSWORD));
      await wallet.lock();
      const spares = async () => Object.keys(await wallet.vaultRecords()).filter(isSpare).length;
      const laidBy = await spares();
      assert.equal(await opens(wallet, OTHER), false);
      assert.equal(await spares(), laidBy - 1);
      // Where nothing is left to count with, nothing is tried, and what to do is said.
      await takeSpares(wallet.page);
      await wallet.page.reload();
      await wallet.lockState('locked');
      await wallet.id('vault-lock').click();
      await wallet.id('vault-password').fill(PASSWORD);
      await wallet.id('vault-unlock').click();
      await says('vault-error', /storage of this device is full[\s\S]*none is tried[\s\S]*free some space/i);
      assert.deepEqual(others(await wallet.vaultRecords()), others(stored));
    } finally {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    }
    await wallet.page.reload();
    assert.ok(await opens(wallet, PASSWORD));
    assert.deepEqual(others(await wallet.vaultRecords()), others(stored));
    assert.deepEqual(Object.keys(await wallet.vaultRecords()).filter(isSpare), Object.keys(stored).filter(isSpare));
    await isWhole(wallet);
  });

  for (const step of ['lock', 'account/', 'revision', 'commit']) {
    test(`the vault is killed while it changes the password, at: ${step}`, async () => {
      const vault = wallet.page.workers().find((worker) => worker.url().startsWith('blob:'));
      await vault.evaluate(hang, step);
      await fillChange(wallet, OTHER);
      const hangs = wallet.page.evaluate(
        () => new Promise((settle) => (new BroadcastChannel('hangs').onmessage = ({ data }) => settle(data))),
      );
      await wallet.id('password-change').click();
      assert.ok((await hangs).startsWith(step));
      await wallet.page.reload();
      // Until the browser was told that it is whole, a transaction comes to nothing.
      if (!(await opens(wallet, password))) {
        assert.equal(step, 'commit');
        password = OTHER;
        assert.ok(await opens(wallet, password));
      }
      await isWhole(wallet);
    });
  }

  test('two tabs change the password at once: one does, the other is told', async () => {
    const other = await browser.wallet(url);
    await other.unlock(password);
    const tabs = [wallet, other];
    const wanted = ['what the first tab wants', 'what the second tab wants'];
    for (const each of wanted) traces.secrets.add(each);
    for (const [at, tab] of tabs.entries()) await fillChange(tab, wanted[at]);
    await Promise.all(tabs.map((tab) => tab.id('password-change').click()));
    const changed = await Promise.all(
      tabs.map((tab) =>
        Promise.race([
          tab.id('password-changed').waitFor().then(() => true),
          says('password-error', /\w/, tab).then(() => false),
        ]),
      ),
    );
    assert.equal(changed.filter(Boolean).length, 1, 'exactly one');
    const winner = changed.indexOf(true);
    const loser = tabs[1 - winner];
    await says('password-error', /another tab|not the password/i, loser);
    password = wanted[winner];
    // The one that was told goes on with the new password, and none of the others opens anything.
    await loser.page.reload();
    assert.ok(await opens(loser, password));
    await isWhole(loser);
    await loser.lock();
    assert.equal(await opens(loser, wanted[1 - winner]), false);
    assert.ok(await opens(loser, password));
    await other.page.close();
  });

  test('a device without 512 MiB for a $NACL file says so, and takes the words', async () => {
    // V8 gives no WebAssembly more than 384 MiB, as a small device would.
    const small = await Browser.launch({ args: ['--js-flags=--wasm-max-mem-pages=6144'] });
    try {
      const there = await small.wallet(url);
      const made = await there.createVault({ label: 'Savings' });
      const stored = await there.vaultRecords();
      const content = readFileSync(new URL('../../vectors/keys/btcli-nacl', import.meta.url));
      await there.tryFile({ name: 'coldkey', content });
      await says('import-memory', /512 MiB/, there);
      await there.id('import-password').fill('Correct-horse-7');
      await there.id('import-submit').click();
      await says('import-error', /512 MiB[\s\S]*import the mnemonic instead/, there);
      assert.deepEqual(await there.vaultRecords(), stored);
      await there.id('import-back').click();
      assert.equal(await there.addAccount(MNEMONIC), FUNDED);
      assert.deepEqual(await there.accounts(), [made, FUNDED]);
    } finally {
      await small.close();
    }
  });
});
