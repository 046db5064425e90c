// The whole path as a new user walks it: cold from an old checkpoint through warp sync, a proven balance, a transfer to
// finality, and a warm reload that shows the journal.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, devnet, freeAt, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

describe('first transfer', () => {
  let browser;
  let wallet;
  let url;

  before(async () => {
    const network = await devnet();
    const served = await site();
    await network.waitForFinalized(50);
    served.files['/networks/local.json'] = await network.exported('network-old.json');
    url = `${served.url}/?network=local`;
    browser = await Browser.launch();
  });
  after(async () => {
    await browser?.close();
    (await site()).files['/networks/local.json'] = await (await devnet()).exported('network.json');
  });

  test('cold: from a checkpoint over 40 blocks old, across a set change, to ready', async () => {
    wallet = await browser.wallet(url);
    await wallet.ready();
    const checkpoint = await wallet.number('checkpoint');
    const far = (number) => Number(number) - checkpoint > 40;
    const finalized = Number(await wallet.waitForAttribute('finalized-number', 'data-number', far));
    assert.ok(checkpoint < 8, `checkpoint ${checkpoint} is before the last set change`);
    assert.ok((await wallet.number('best-number')) >= finalized);
    await wallet.waitForAttribute('peers', 'data-count', (count) => Number(count) >= 1, 10_000);
  });

  test('the balance is what the node itself says at that block', async () => {
    assert.equal(await wallet.addAccount(MNEMONIC), FUNDED);
    const { free, block, level } = await wallet.balance();
    assert.equal(level, 'finalized');
    assert.equal(BigInt(free), await freeAt(FUNDED, block));
  });

  test('a transfer: reviewed, signed, finalized, both balances right', async () => {
    const start = await wallet.balance();
    const received = await freeAt(ALICE, start.block);
    await wallet.review(ALICE, '1.5');
    assert.equal(await wallet.id('review-call').getAttribute('data-call'), 'Balances.transfer_keep_alive');
    assert.equal(await wallet.id('review-check').getAttribute('data-check'), 'enabled');
    assert.match(await wallet.id('review-destination').innerText(), new RegExp(ALICE));
    assert.equal(await wallet.rao('review-amount'), 1_500_000_000n);
    const fee = await wallet.rao('review-fee');
    assert.ok(fee > 0n);
    await wallet.id('review-confirm').click();

    const { hash } = await wallet.entry(['finalized']);
    assert.match(hash, /^0x[0-9a-f]{64}$/);
    const finalized = await wallet.number('finalized-number');
    const end = await wallet.balance({ from: finalized });
    assert.equal(BigInt(end.free), BigInt(start.free) - 1_500_000_000n - fee);
    assert.equal(BigInt(end.free), await freeAt(FUNDED, end.block));
    assert.equal(await freeAt(ALICE, end.block), received + 1_500_000_000n);
  });

  test('warm: a reload resumes and shows the journal', async () => {
    const before = await wallet.number('finalized-number');
    const { hash } = await wallet.entry(['finalized']);
    await wallet.page.reload();
    await wallet.entry(['finalized'], 20_000);
    assert.equal((await wallet.entry(['finalized'])).hash, hash);
    await wallet.ready();
    assert.ok((await wallet.number('finalized-number')) >= before);
    assert.equal(await wallet.id('notice').count(), 0);
    assert.deepEqual(wallet.problems, []);
  });
});
