// What leaves the page: WebSockets to the network's own bootnodes, and nothing else. The vault can connect to nothing.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { attempts } from '../attempts.mjs';
import { MNEMONIC, devnet, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

describe('isolation', () => {
  let browser;
  let wallet;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    await wallet.addAccount(MNEMONIC);
    await wallet.balance();
  });
  after(() => browser?.close());

  test('no request leaves the page except WebSockets to the bootnodes', async () => {
    const { url } = await site();
    const { engines } = browser;
    const loaded = await engines.loaded();
    assert.ok(loaded.some((request) => /engine_bg.*\.wasm$/.test(request)), 'the engine is watched');
    const requests = [...wallet.requests, ...loaded];
    const foreign = requests.filter((request) => !request.startsWith(url) && !/^(blob|data):/.test(request));
    assert.deepEqual(foreign, []);
    assert.ok(wallet.requests.length > 3);

    const { bootnodes } = JSON.parse(await (await devnet()).exported('network.json'));
    const allowed = bootnodes.map((address) => `ws://127.0.0.1:${/\/tcp\/(\d+)\/ws/.exec(address)[1]}/`);
    // The page and its own workers dial nobody.
    assert.deepEqual(wallet.sockets, []);
    assert.ok(engines.sockets.length > 0, 'the light client dials');
    for (const socket of engines.sockets) assert.ok(allowed.includes(socket), socket);
  });

  test('the vault cannot connect, import or store', async () => {
    const vault = wallet.page.workers().find((worker) => worker.url().startsWith('blob:'));
    assert.ok(vault, 'the vault is a worker made from a blob');
    const script = await wallet.page.locator('script[src*="hosts"]').evaluate((script) => script.src);
    const target = { page: (await site()).url, script, socket: (await devnet()).nodes[0].rpc };
    assert.deepEqual(await vault.evaluate(attempts, target), { fetch: true, import: true, socket: true });
  });

  test('the page itself cannot reach a foreign http host', async () => {
    const blocked = await wallet.page.evaluate(() =>
      fetch('http://127.0.0.2:9/').then(() => false, () => true),
    );
    assert.ok(blocked);
    const policy = await wallet.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, /default-src 'none'/);
    assert.ok(!policy.includes("'unsafe-inline'") && !policy.includes("'unsafe-eval'"));
  });
});
