// The connection goes and comes back; the app opens without it, out of what it keeps on the device.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { ALICE, MNEMONIC, devnet, site } from '../context.mjs';
import { Line } from '../line.mjs';
import { Browser } from '../wallet.mjs';

describe('offline', () => {
  let line;
  let browser;
  let wallet;

  before(async () => {
    line = await Line.open();
    browser = await Browser.launch({ args: line.args });
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    await wallet.addAccount(MNEMONIC);
    await wallet.balance();
    await wallet.page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active.state !== 'activated') await new Promise((done) => active.addEventListener('statechange', done));
    });
  });
  after(async () => {
    await browser?.close();
    await line?.stop();
  });

  test('what is kept are the files of the app as they were built, and nothing of the chain', async () => {
    const kept = await wallet.page.evaluate(async () => {
      const [name, ...others] = await caches.keys();
      const cache = await caches.open(name);
      const hash = async (request) => {
        const bytes = await (await cache.match(request)).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        return [new URL(request.url).pathname.slice(1), btoa(String.fromCharCode(...digest))];
      };
      return { others, files: await Promise.all((await cache.keys()).map(hash)) };
    });
    assert.deepEqual(kept.others, []);
    const names = kept.files.map(([name]) => name);
    for (const part of [/^index\.html$/, /engine_bg.*\.wasm$/, /vault_bg.*\.wasm$/, /taolight-app.*\.wasm$/, /\.css$/]) {
      assert.ok(names.some((name) => part.test(name)), `${part} is kept`);
    }
    assert.deepEqual(names.filter((name) => name.startsWith('networks/')), []);
    for (const [name, hash] of kept.files) {
      const built = await readFile(join(process.env.TAOLIGHT_DIST, name));
      const digest = await crypto.subtle.digest('SHA-256', built);
      assert.equal(hash, Buffer.from(digest).toString('base64'), name);
    }
  });

  test('the connection goes: it is said, what was typed stays, and it goes on when the connection is back', async () => {
    await wallet.fillTransfer(ALICE, '1.5');
    const network = await devnet();
    line.cut();
    await wallet.waitForAttribute('lifecycle', 'data-phase', (phase) => phase !== 'ready', 60_000);
    const missed = await network.finalizedNumber();
    await network.waitForFinalized(missed + 2);
    assert.ok((await wallet.number('finalized-number')) <= missed + 1, 'nothing new is shown as final');
    line.mend();
    await wallet.ready(120_000);
    await wallet.waitForAttribute('finalized-number', 'data-number', (number) => Number(number) > missed, 60_000);
    assert.equal(await wallet.id('send-amount').inputValue(), '1.5');
    await wallet.id('send-review').click();
    await wallet.id('review-confirm').waitFor({ timeout: 20_000 });
    await wallet.page.keyboard.press('Escape');
  });

  test('it opens without a connection, with its accounts, and follows the chain once there is one', async () => {
    line.cut();
    await wallet.page.reload();
    await wallet.show('portfolio');
    await wallet.id('account-address').waitFor({ timeout: 30_000 });
    assert.notEqual(await wallet.id('lifecycle').getAttribute('data-phase'), 'ready');
    line.mend();
    await wallet.ready(120_000);
    const { level } = await wallet.balance({ timeout: 60_000 });
    assert.ok(level);
  });

  test('a new version is there at once', async () => {
    const served = await site();
    const page = await readFile(join(process.env.TAOLIGHT_DIST, 'index.html'), 'utf8');
    served.files['/index.html'] = page.replace('<html lang="en">', '<html lang="en" data-version="next">');
    try {
      await wallet.page.reload();
      assert.equal(await wallet.page.locator('html').getAttribute('data-version'), 'next');
    } finally {
      delete served.files['/index.html'];
    }
  });
});
