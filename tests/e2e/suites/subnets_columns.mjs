// Which columns the tables of subnets and neurons show: chosen by mouse or by keyboard alone, kept, in the file of
// settings, and never wider than a narrow screen.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';

import { HOLDER, site } from '../context.mjs';
import { obstacles } from '../obstacles.mjs';
import { Browser } from '../wallet.mjs';

describe('columns', () => {
  let browser;
  let wallet;
  let url;

  before(async () => {
    browser = await Browser.launch();
    url = `${(await site()).url}/?network=local`;
    wallet = await browser.wallet(`${url}#/subnets`);
    await wallet.ready();
    await wallet.id('subnet-row').nth(128).waitFor({ timeout: 60_000 });
  });
  after(() => browser?.close());

  const USUAL = ['number', 'name', 'price', 'emission', 'pool', 'volume', 'neurons'];
  /** The names of the columns that can be seen. */
  const heads = () => wallet.page.locator('thead [data-column]:visible').evaluateAll((all) => all.map((head) => head.dataset.column));
  const cells = () => wallet.page.locator('[data-testid="subnet-row"]').first().locator(':scope > :visible').count();
  const column = (name) => wallet.page.locator(`[data-testid="table-column"][data-column="${name}"]`);
  const isOpen = () => wallet.id('table-columns').isVisible();
  const focused = () => wallet.page.evaluate(() => document.activeElement.dataset.column ?? document.activeElement.dataset.testid);
  const tooWide = () => wallet.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const open = async () => {
    await wallet.id('table-columns-open').click();
    await wallet.id('table-columns').waitFor();
  };
  const close = async () => {
    await wallet.page.keyboard.press('Escape');
    await wallet.id('table-columns').waitFor({ state: 'hidden' });
  };

  test('what everybody sees at first', async () => {
    assert.deepEqual(await heads(), USUAL);
    await open();
    const offered = await wallet.id('table-column').evaluateAll((all) => all.map(({ dataset, checked }) => [dataset.column, checked]));
    assert.deepEqual(
      offered.filter(([, checked]) => checked).map(([name]) => name),
      USUAL.slice(2),
      'the number and the name are not offered: they stay',
    );
    assert.deepEqual(
      offered.filter(([, checked]) => !checked).map(([name]) => name),
      ['moving_price', 'alpha_in_pool', 'alpha_outside', 'registration', 'tempo'],
    );
    assert.deepEqual(await obstacles(wallet.page), []);
    await close();
  });

  test('by keyboard alone: one is hidden, another is shown, and Escape closes', async () => {
    const { keyboard } = wallet.page;
    await wallet.id('subnets-search').focus();
    for (let step = 0; step < 5 && (await focused()) !== 'table-columns-open'; step += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await wallet.id('table-columns').waitFor();
    const reach = async (name) => {
      for (let step = 0; step < 20 && (await focused()) !== name; step += 1) await keyboard.press('Tab');
      assert.equal(await focused(), name);
    };
    await reach('volume');
    await keyboard.press('Space');
    await reach('tempo');
    await keyboard.press('Space');
    assert.equal(await isOpen(), true, 'it stays open for another choice');
    await close();
    assert.equal(await focused(), 'table-columns-open', 'the focus is where it was');
    assert.deepEqual(await heads(), ['number', 'name', 'price', 'emission', 'pool', 'neurons', 'tempo']);
    assert.equal(await cells(), 8, 'the star, and a cell for each head');
    const tempo = wallet.page.locator('[data-testid="subnet-row"][data-netuid="1"] > :last-child');
    assert.equal(await tempo.innerText(), '20');
  });

  test('a column that was switched on sorts', async () => {
    await wallet.page.locator('[data-testid="subnets-sort"][data-column="tempo"]').click();
    const sorted = wallet.page.locator('th[aria-sort]');
    assert.equal(await sorted.getAttribute('aria-sort'), 'descending');
    assert.match(await sorted.innerText(), /Tempo/);
  });

  test('the choice outlives a reload, and the other table has its own', async () => {
    await wallet.page.reload();
    await wallet.id('subnet-row').first().waitFor({ timeout: 60_000 });
    assert.deepEqual(await heads(), ['number', 'name', 'price', 'emission', 'pool', 'neurons', 'tempo']);
    await wallet.page.evaluate(() => void (location.hash = '#/subnets/1/metagraph'));
    await wallet.id('neuron').nth(63).waitFor({ timeout: 30_000 });
    const usual = ['uid', 'stake', 'incentive', 'dividends', 'emission', 'trust', 'updated'];
    assert.deepEqual(await heads(), usual);
    await open();
    for (const name of ['owner', 'consensus']) await column(name).check();
    await column('trust').uncheck();
    await close();
    assert.deepEqual(await heads(), ['uid', 'stake', 'incentive', 'dividends', 'emission', 'consensus', 'updated', 'owner']);
    const owner = wallet.id('neuron').first().locator('td').last().locator('.code');
    assert.match(await owner.getAttribute('title'), /^5\w{47}$/);
    assert.equal(await wallet.id('neuron').first().locator(':scope > *').count(), 9);
  });

  test('it is in the file of settings', async () => {
    await wallet.addAccount(HOLDER);
    await wallet.id('settings-open').click();
    await wallet.id('settings-as-file').click();
    const [download] = await Promise.all([wallet.page.waitForEvent('download'), wallet.id('settings-save').click()]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    assert.deepEqual(file.columns, {
      subnets: { tempo: true, volume: false },
      metagraph: { consensus: true, owner: true, trust: false },
    });
    const columns = { subnets: { pool: false } };
    const content = JSON.stringify({ taolight: 'settings', version: 1, columns });
    await wallet.id('settings-file').setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await wallet.id('settings-adds').filter({ hasText: '1 column shown or hidden' }).waitFor();
    await wallet.id('settings-add').click();
    await wallet.id('settings-brought').waitFor();
    await wallet.id('sheet-close').click();
    await wallet.show('subnets');
    await wallet.id('subnet-row').first().waitFor();
    assert.deepEqual(await heads(), ['number', 'name', 'price', 'emission', 'neurons', 'tempo']);
  });

  test('a row stays the same element while its numbers change', async () => {
    const before = await wallet.id('subnets-proof').getAttribute('data-block');
    await wallet.page.evaluate(() => {
      for (const row of document.querySelectorAll('[data-testid="subnet-row"]')) {
        row.mark = row.dataset.netuid;
        for (const cell of row.children) cell.mark = true;
      }
    });
    await wallet.waitForAttribute('subnets-proof', 'data-block', (block) => Number(block) > Number(before) + 1);
    const rebuilt = await wallet.page.evaluate(() => {
      const isOld = ({ mark, dataset, children }) => mark === dataset.netuid && [...children].every((cell) => cell.mark);
      return [...document.querySelectorAll('[data-testid="subnet-row"]')].filter((row) => !isOld(row)).length;
    });
    assert.equal(rebuilt, 0);
  });

  test('on a narrow screen the usual ones have room, and others are scrolled to in their frame', async () => {
    await wallet.page.setViewportSize({ width: 360, height: 740 });
    await open();
    await wallet.id('table-columns-usual').click();
    assert.equal(await column('emission').isChecked(), false, 'there is no room for it');
    assert.deepEqual(await obstacles(wallet.page), []);
    await close();
    assert.deepEqual(await heads(), ['number', 'name', 'price']);
    assert.equal(await tooWide(), 0);
    await open();
    for (const box of await wallet.id('table-column').all()) await box.check();
    await close();
    assert.deepEqual((await heads()).length, 12);
    assert.equal(await tooWide(), 0);
    const frame = wallet.page.locator('.table-frame');
    const [inner, outer] = await frame.evaluate((frame) => [frame.scrollWidth, frame.clientWidth]);
    assert.ok(inner > outer, `${inner} px in ${outer} px`);
    await wallet.page.locator('[data-column="tempo"]').last().focus();
    assert.ok((await frame.evaluate((frame) => frame.scrollLeft)) > 0, 'the keyboard scrolls to what it reaches');
    assert.deepEqual(await obstacles(wallet.page), []);
  });

  test('all columns of all subnets are a light table, and as usual again in one step', async () => {
    await wallet.page.setViewportSize({ width: 1280, height: 900 });
    const nodes = await wallet.page.locator('.table-frame *').count();
    assert.ok(nodes < 129 * 60, `${nodes} elements in the table`);
    await open();
    await wallet.id('table-columns-usual').click();
    await close();
    assert.deepEqual(await heads(), USUAL);
    const kept = JSON.parse(await wallet.page.evaluate(() => localStorage.getItem('taolight.columns')));
    assert.deepEqual(kept, { metagraph: { consensus: true, owner: true, trust: false } }, 'those of the other table stay');
  });

  test('nothing went wrong in the page', () => assert.deepEqual(wallet.problems, []));
});
