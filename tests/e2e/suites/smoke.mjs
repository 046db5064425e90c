// The shortest way through the whole wallet, in the browsers that are not Chromium: open, sync, see a proven balance, sign
// a transfer, see it finalized.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { attempts } from '../attempts.mjs';
import { ALICE, FUNDED, MNEMONIC, devnet, freeAt, site } from '../context.mjs';
import { PASSWORD, stored, traces } from '../wallet.mjs';
import { FIREFOX, OtherBrowser, WEBKIT } from '../webdriver.mjs';

for (const kind of [FIREFOX, WEBKIT]) {
  describe(`the whole way in ${kind.name}`, () => {
    let browser;

    before(async () => {
      browser = await OtherBrowser.launch(kind);
      await browser.open(`${(await site()).url}/?network=local`);
    });
    after(() => browser?.close());

    /** The balance that is shown, once it is read at or after a block. */
    async function balance(from = 0) {
      await browser.show('portfolio');
      // One look at the page, so that the number and the block belong together.
      const look = (least) => {
        const part = (name) => document.querySelector(`[data-testid="balance-${name}"]`)?.dataset;
        const [free, block, level] = [part('free')?.rao, Number(part('block')?.number ?? -1), part('level')?.level];
        return free && block >= least ? { free, block, level } : null;
      };
      const { free, block, level } = await browser.until(`a balance at or after block ${from}`, () => browser.evaluate(look, from));
      return { free: BigInt(free), block, level };
    }

    test('it proves the chain since the checkpoint and follows it', async () => {
      await browser.attribute('lifecycle', 'data-phase', (phase) => phase === 'ready');
      const checkpoint = Number(await browser.attribute('checkpoint', 'data-number'));
      const finalized = Number(await browser.attribute('finalized-number', 'data-number', (number) => Number(number) > checkpoint));
      await browser.attribute('finalized-number', 'data-number', (number) => Number(number) > finalized);
      await browser.attribute('peers', 'data-count', (count) => Number(count) >= 1);
    });

    test('the balance of a mnemonic is what the node itself says at that block', async () => {
      await browser.click('way-import');
      await browser.fill('import-text', MNEMONIC);
      await browser.click('import-read');
      await browser.click('import-submit');
      await browser.fill('vault-new-password', PASSWORD);
      await browser.fill('vault-new-password-again', PASSWORD);
      await browser.click('vault-create');
      assert.equal(await browser.text('account-address'), FUNDED);
      const { free, block, level } = await balance();
      assert.equal(level, 'finalized');
      assert.equal(free, await freeAt(FUNDED, block));
    });

    test('a transfer: reviewed, signed, finalized, both balances right', async () => {
      const start = await balance();
      const received = await freeAt(ALICE, start.block);
      await browser.show('send');
      await browser.fill('send-destination', ALICE);
      await browser.fill('send-amount', '1.5');
      await browser.click('send-review');
      assert.equal(await browser.attribute('review-call', 'data-call'), 'Balances.transfer_keep_alive');
      assert.equal(await browser.attribute('review-check', 'data-check'), 'enabled');
      assert.match(await browser.text('review-destination'), new RegExp(ALICE));
      assert.equal(await browser.attribute('review-amount', 'data-rao'), '1500000000');
      const fee = BigInt(await browser.attribute('review-fee', 'data-rao'));
      assert.ok(fee > 0n);
      await browser.click('review-confirm');

      await browser.show('activity');
      await browser.attribute('journal-entry', 'data-state', (state) => state === 'finalized');
      const finalized = Number(await browser.attribute('finalized-number', 'data-number'));
      const end = await balance(finalized);
      assert.equal(end.free, start.free - 1_500_000_000n - fee);
      assert.equal(end.free, await freeAt(FUNDED, end.block));
      assert.equal(await freeAt(ALICE, end.block), received + 1_500_000_000n);
    });

    test('the vault cannot connect or import', async () => {
      const script = await browser.evaluate(() => document.querySelector('script[src*="hosts"]').src);
      const target = { page: (await site()).url, script, socket: (await devnet()).nodes[0].rpc };
      assert.deepEqual(await browser.evaluate(attempts, target), { fetch: false, import: false, socket: false }, 'the page can');
      // In a second frame like that of the vault: the worker there runs what it is handed.
      const code = `const initSync = () => {}; const serve = async (port) => port.postMessage(await (${attempts})(${JSON.stringify(target)}));`;
      const inVault = async (glue) => {
        const frame = document.createElement('iframe');
        frame.src = document.querySelector('iframe[src*="vault"]').src;
        const loaded = new Promise((settle) => (frame.onload = settle));
        document.body.append(frame);
        await loaded;
        const [serving, failing] = [new MessageChannel(), new MessageChannel()];
        const answer = new Promise((settle, reject) => {
          serving.port1.onmessage = ({ data }) => settle(data);
          failing.port1.onmessage = ({ data }) => reject(new Error(data));
        });
        frame.contentWindow.postMessage({ glue }, location.origin, [serving.port2, failing.port2]);
        return answer.finally(() => frame.remove());
      };
      assert.deepEqual(await browser.evaluate(inVault, code), { fetch: true, import: true, socket: true });
    });

    test('nothing went wrong in the page', async () => {
      const problems = await browser.problems();
      traces.logged.push(...problems);
      traces.stored.push(await stored(browser));
      assert.deepEqual(problems, []);
    });
  });
}
