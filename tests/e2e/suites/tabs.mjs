// Several tabs of one wallet: one light client serves them all, whichever of them is closed, frozen or left. Where the
// browser has no shared workers, and between two versions of the app, one tab at a time has it, and it changes hands.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { ALICE, MNEMONIC, devnet, otherChain, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

/** Waits until the tab shows a finalized block that is newer than any so far. */
async function advances(wallet) {
  const now = await (await devnet()).finalizedNumber();
  await wallet.waitForAttribute('finalized-number', 'data-number', (number) => Number(number) > now);
}

/** How long after it was opened the tab shows a finalized block, in milliseconds. */
const firstHead = async (wallet) => {
  await wallet.id('finalized-number').waitFor();
  return wallet.page.evaluate(() => Math.round(performance.now()));
};

const url = async () => `${(await site()).url}/?network=local`;

const waits = (wallet, holder) => wallet.waitForAttribute('elsewhere', 'data-holder', holder);

/** The tab has the light client, and follows the chain. */
async function runs(wallet) {
  await wallet.id('elsewhere').waitFor({ state: 'detached', timeout: 30_000 });
  await wallet.ready();
  await advances(wallet);
}

const typed = async (wallet) => [
  await wallet.id('send-destination').inputValue(),
  await wallet.id('send-amount').inputValue(),
];

describe('tabs that share a light client', () => {
  let browser;
  let first;
  let second;

  const engine = () => [...browser.engines.running.keys()];

  before(async () => {
    browser = await Browser.launch();
    first = await browser.wallet(await url());
  });
  after(() => browser?.close());

  test('the second tab is there in a fraction of a start, with no light client of its own', async (t) => {
    const start = await firstHead(first);
    await first.ready();
    await first.addAccount(`${MNEMONIC}//Dave`);
    const running = engine();
    assert.equal(running.length, 1);
    assert.ok(browser.engines.sockets.length > 0, 'the light client dials');

    second = await browser.wallet(await url());
    const attached = await firstHead(second);
    t.diagnostic(`first head: ${start} ms in the first tab, ${attached} ms in the second`);
    assert.ok(attached < start, `${attached} ms in the second tab, ${start} ms in the first`);
    await second.ready();
    assert.deepEqual(engine(), running);
    for (const tab of [first, second]) {
      assert.deepEqual(tab.sockets, [], 'a page dials nobody itself');
      assert.ok(!tab.page.workers().some((worker) => worker.url().includes('engine')));
    }
    await Promise.all([advances(first), advances(second)]);
  });

  test('what one tab sends stands in the activity of the other', async () => {
    await first.review(ALICE, '1');
    await first.id('review-confirm').click();
    const { hash } = await first.entry(['signed', 'broadcast', 'in_block', 'finalized']);
    const there = await second.entry(['signed', 'broadcast', 'in_block', 'finalized'], 10_000);
    assert.equal(there.hash, hash);
    await Promise.all([first.entry(['finalized'], 90_000), second.entry(['finalized'], 90_000)]);
  });

  test('the light client crashes: both tabs get the same new one', async () => {
    await first.fillTransfer(ALICE, '7.5');
    await first.crashEngine();
    await Promise.all([first, second].map(async (tab) => (await tab.ready(), advances(tab))));
    assert.equal(engine().length, 1);
    assert.deepEqual(await typed(first), [ALICE, '7.5']);
    for (const tab of [first, second]) assert.equal(await tab.id('journal-entry').count(), 1);
  });

  test('one tab opens another network: the other follows, says so, and keeps what was typed', async () => {
    await second.fillTransfer(ALICE, '2.5');
    await first.openNetwork(await (await otherChain()).exported('network.json'));
    await second.id('followed').waitFor();
    const name = await first.id('network-name').innerText();
    assert.equal(await second.id('network-name').innerText(), name);
    assert.deepEqual(await typed(second), [ALICE, '2.5']);
    assert.equal(await first.id('followed').count(), 0);
    await second.ready();
    // A tab that names no network shows that of the others; one that names one brings it to all.
    const third = await browser.wallet((await site()).url);
    await third.ready();
    assert.equal(await second.id('network-name').innerText(), name);
    await third.page.goto(await url());
    await first.id('followed').waitFor();
    await Promise.all([first, second, third].map(async (tab) => (await tab.ready(), advances(tab))));
    await third.page.close();
  });

  test('a frozen tab holds up nobody, and goes on when it wakes', async () => {
    const session = await browser.context.newCDPSession(first.page);
    const running = engine();
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await advances(second);
    await second.page.waitForTimeout(15_000);
    await advances(second);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await Promise.all([advances(first), advances(second)]);
    assert.deepEqual(engine(), running);
  });

  test('either tab is closed, and the other goes on', async () => {
    const running = engine();
    await first.page.close();
    await advances(second);
    const third = await browser.wallet(await url());
    await third.ready();
    await second.page.close();
    await advances(third);
    assert.deepEqual(engine(), running);
    await third.page.close();
  });
});

describe('tabs of a browser without shared workers', () => {
  let browser;
  let first;
  let second;

  before(async () => {
    browser = await Browser.launch();
    await browser.context.addInitScript(() => delete globalThis.SharedWorker);
    first = await browser.wallet(await url());
    await first.ready();
    await first.addAccount(MNEMONIC);
  });
  after(() => browser?.close());

  test('the second tab says that the wallet is in use, and waits', async () => {
    second = await browser.wallet(await url());
    await waits(second, 'tab');
    await advances(first);
    assert.equal(await second.id('finalized-number').count(), 0);
    assert.equal(await first.id('elsewhere').count(), 0);
  });

  test('it is taken over: the first tab saves, says so, and keeps what was typed', async () => {
    await first.fillTransfer(ALICE, '3.5');
    await second.id('use-here').click();
    await runs(second);
    await waits(first, 'tab');
    assert.ok(await second.savedState());
    assert.deepEqual(await typed(first), [ALICE, '3.5']);
    await first.id('send-review').click();
    await first.id('send-error').filter({ hasText: /in use in another tab/ }).waitFor();
  });

  test('the tab that has it is closed: the one that waits starts by itself', async () => {
    await second.page.close();
    await runs(first);
    assert.deepEqual(await typed(first), [ALICE, '3.5']);
    const { level } = await first.balance();
    assert.equal(level, 'finalized');
  });
});

describe('tabs of two versions', () => {
  let browser;
  let older;
  let newer;

  before(async () => {
    // The same files elsewhere on the site: workers of other addresses are never shared.
    const { files } = await site();
    const folder = process.env.TAOLIGHT_DIST;
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const path = join(file.parentPath ?? file.path, file.name);
      files[`/newer${path.slice(folder.length)}`] = await readFile(path);
    }
    files['/newer/networks/local.json'] = files['/networks/local.json'];
    browser = await Browser.launch();
    older = await browser.wallet(await url());
    await older.ready();
  });
  after(() => browser?.close());

  test('never two of them have the device', async () => {
    newer = await browser.wallet(`${(await site()).url}/newer/?network=local`);
    await waits(newer, 'version');
    await advances(older);
    // The one that loses the device ends its worker.
    await browser.engines.unwatched(async () => {
      await newer.id('use-here').click();
      await runs(newer);
      await waits(older, 'version');
    });
    await newer.page.close();
    await runs(older);
  });
});
