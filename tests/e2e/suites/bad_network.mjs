// Networks that cannot work: each is named for what it is, not shown as a spinner.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { devnet, otherChain, site } from '../context.mjs';
import { serveSite } from '../site.mjs';
import { Browser } from '../wallet.mjs';

/** A saved state as a client would leave it that stopped at the checkpoint, with this set id. */
function fromCheckpoint(saved, checkpoint, setId) {
  const state = JSON.parse(saved);
  const plain = (hex) => hex.slice(2);
  state.database.chain = {
    ...state.database.chain,
    finalized_block_header: plain(checkpoint.header),
    grandpa_after_finalized_block_authorities_set_id: setId,
    grandpa_finalized_triggered_authorities: checkpoint.grandpaAuthorities.map(({ key, weight }) => ({
      public_key: plain(key),
      weight,
    })),
  };
  return JSON.stringify(state);
}

describe('bad network', () => {
  let browser;
  let network;

  before(async () => {
    browser = await Browser.launch();
    network = await devnet();
  });
  after(() => browser?.close());

  const open = async (text) => {
    const wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.ready();
    await wallet.openNetwork(text);
    return wallet;
  };
  const refused = async (text, says) => {
    const wallet = await open(text);
    await wallet.id('network-custom-error').waitFor();
    assert.match(await wallet.id('network-custom-error').innerText(), says);
    assert.equal(await wallet.id('network-custom-text').inputValue(), text);
    await wallet.page.close();
  };

  test('text that is not JSON', () => refused('not a spec', /JSON/));

  test('a spec with a missing field names the field', async () => {
    const spec = JSON.parse(await network.exported('network.json'));
    delete spec.genesis.stateRoot;
    await refused(JSON.stringify(spec), /stateRoot/);
  });

  test('a spec whose genesis is not the pinned one', async () => {
    const spec = JSON.parse(await network.exported('network.json'));
    spec.genesis.stateRoot = JSON.parse(await (await otherChain()).exported('network.json')).genesis.stateRoot;
    await refused(JSON.stringify(spec), /genesis/i);
  });

  test('bootnodes that do not answer', async () => {
    // A chain that this browser never met: of the other one it remembers peers beside the bootnodes.
    const spec = JSON.parse(await (await otherChain()).exported('network.json'));
    spec.bootnodes = spec.bootnodes.map((address) => address.replace(/\/tcp\/\d+\//, '/tcp/9/'));
    const wallet = await open(JSON.stringify(spec));
    await wallet.waitForAttribute('lifecycle', 'data-phase', 'stalled', 60_000);
    assert.match(await wallet.id('lifecycle').innerText(), /no peer/i);
    await wallet.page.close();
  });

  test('bootnodes that serve another genesis', async () => {
    const spec = JSON.parse(await (await otherChain()).exported('network.json'));
    spec.bootnodes = JSON.parse(await network.exported('network.json')).bootnodes;
    const wallet = await open(JSON.stringify(spec));
    await wallet.waitForAttribute('lifecycle', 'data-phase', 'stalled', 60_000);
    assert.equal(await wallet.id('balance-free').count(), 0);
    await wallet.page.close();
  });

  test('a checkpoint with a wrong set id', async () => {
    await network.waitForFinalized(50);
    const spec = JSON.parse(await network.exported('network-old.json'));
    spec.checkpoint.grandpaSetId += 1;
    // A browser that was never here: what it had proven itself would be better than any checkpoint.
    const fresh = await Browser.launch();
    const served = await serveSite({ extra: { '/networks/local.json': JSON.stringify(spec) } });
    try {
      const wallet = await fresh.wallet(`${served.url}/?network=local`);
      await wallet.waitForAttribute('lifecycle', 'data-phase', 'stalled', 90_000);
      assert.match(await wallet.id('lifecycle').innerText(), /checkpoint/i);
    } finally {
      await fresh.close();
      await served.stop();
    }
  });

  test('a saved state that nobody can prove from is set aside', async () => {
    await network.waitForFinalized(50);
    const text = await network.exported('network-old.json');
    const { checkpoint } = JSON.parse(text);
    const fresh = await Browser.launch();
    const served = await serveSite({ extra: { '/networks/local.json': text } });
    try {
      const wallet = await fresh.wallet(`${served.url}/?network=local`);
      await wallet.ready();
      await wallet.saved();
      // A page of the same origin that runs no light client.
      await wallet.page.goto(`${served.url}/favicon.svg`);
      const unprovable = fromCheckpoint(await wallet.savedState(), checkpoint, checkpoint.grandpaSetId + 1);
      await wallet.savedState(unprovable);
      await wallet.page.goto(`${served.url}/?network=local`);
      await wallet.id('notice').waitFor({ timeout: 60_000 });
      assert.match(await wallet.id('notice').innerText(), /saved/i);
      await wallet.ready();
      await wallet.waitForAttribute('finalized-number', 'data-number', (number) => Number(number) >= 50);
    } finally {
      await fresh.close();
      await served.stop();
    }
  });

  for (const file of ['spec-light.json', 'spec-raw.json']) {
    test(`the chain spec ${file} works`, async () => {
      const wallet = await open(await network.exported(file));
      await wallet.waitForAttribute('network-name', 'data-network', (id) => id !== 'devnet');
      await wallet.ready(90_000);
      await wallet.waitForAttribute('finalized-number', 'data-number', (number) => Number(number) > 40, 60_000);
      await wallet.page.close();
    });
  }
});
