// Networks that somebody brings: opened, kept by the browser, found again by the address, forgotten.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { devnet, otherChain, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

describe('networks', () => {
  let browser;
  let wallet;
  let url;
  let file;
  let genesis;

  before(async () => {
    browser = await Browser.launch();
    url = (await site()).url;
    file = JSON.parse(await (await otherChain()).exported('network.json'));
    file.name = 'The other one';
    genesis = file.genesis.hash;
    wallet = await browser.wallet(`${url}/?network=local`);
    await wallet.ready();
  });
  after(() => browser?.close());

  const forget = () => wallet.page.locator(`[data-testid="network-forget"][data-genesis="${genesis}"]`);
  const isOpen = async (name) => {
    await wallet.id('network-name').filter({ hasText: name }).waitFor();
    await wallet.ready();
  };
  const named = () => new URL(wallet.page.url()).searchParams.get('network');

  test('one that was brought is open again after a reload', async () => {
    await wallet.openNetwork(JSON.stringify(file));
    await isOpen('The other one');
    assert.equal(named(), genesis);
    await wallet.page.reload();
    await isOpen('The other one');
    assert.match(await wallet.id('network-choose').innerText(), /not Finney/);
  });

  test('it is listed beside the known ones, with where it starts', async () => {
    await wallet.id('network-choose').click();
    await forget().waitFor();
    const own = wallet.page.locator('li', { has: forget() });
    assert.match(await own.innerText(), /The other one\s+open\s+Starts at the checkpoint of its file: #\d+/);
    await wallet.id('network-close').click();
  });

  test('a newer file of the same takes its place', async () => {
    const newer = { ...file, name: 'The other one, newer' };
    await wallet.openNetwork(JSON.stringify(newer));
    await isOpen('The other one, newer');
    await wallet.id('network-choose').click();
    await forget().waitFor();
    assert.equal(await wallet.id('network-forget').count(), 1);
    await wallet.id('network-close').click();
  });

  test('whoever calls a network Finney is not taken at their word', async () => {
    const local = JSON.parse(await (await devnet()).exported('network.json'));
    await wallet.openNetwork(JSON.stringify({ ...local, id: 'finney', name: 'Bittensor' }));
    await isOpen('Bittensor');
    assert.match(await wallet.id('network-choose').innerText(), /not Finney/);
  });

  test('it is opened from the list, and forgotten', async () => {
    await wallet.id('network-choose').click();
    await wallet.page.locator('li', { has: forget() }).getByTestId('network-option').click();
    await isOpen('The other one, newer');
    await wallet.id('network-choose').click();
    await forget().click();
    await forget().waitFor({ state: 'detached' });
    await wallet.id('network-close').click();
    assert.equal(named(), null, 'an address that leads nowhere is not left behind');
  });

  test('an address that names one that is not kept says what to do', async () => {
    const stranger = await browser.wallet('about:blank');
    await wallet.page.close();
    await stranger.page.goto(`${url}/?network=${genesis}`);
    await stranger.page.getByRole('alert').filter({ hasText: /bring its file again/ }).waitFor();
    await stranger.page.close();
  });
});
