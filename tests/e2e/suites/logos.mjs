// Logos of subnets: none is asked for before somebody chose to see them, and then without saying who asks.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('logos', () => {
  let browser;
  let wallet;
  const asked = [];

  before(async () => {
    browser = await Browser.launch();
    await browser.context.route('https://*.example.org/**', async (route) => {
      asked.push(await route.request().allHeaders());
      // One server has no such file; the others allow any origin.
      if (route.request().url().includes('subnet-2.')) return route.fulfill({ status: 404 });
      await route.fulfill({ contentType: 'image/png', body: PICTURE, headers: { 'access-control-allow-origin': '*' } });
    });
    wallet = await browser.wallet(`${(await site()).url}/?network=local#/subnets`);
    await wallet.ready();
    await wallet.id('subnet-row').nth(128).waitFor({ timeout: 60_000 });
  });
  after(() => browser?.close());

  const logos = () => wallet.id('subnet-logo');
  const toggle = async () => {
    await wallet.id('settings-open').click();
    await wallet.id('logos-toggle').click();
    await wallet.id('sheet-close').click();
  };

  test('none is loaded unless somebody chose to see them', async () => {
    assert.equal(await logos().count(), 0);
    assert.equal(asked.length, 0);
  });

  test('they are loaded then, and say neither where from nor who', async () => {
    await toggle();
    await wallet.page.waitForFunction(() =>
      [...document.querySelectorAll('[data-testid="subnet-logo"]')].some((image) => image.naturalWidth > 0),
    );
    assert.ok(asked.length > 0);
    for (const headers of asked) {
      assert.equal(headers.referer, undefined);
      assert.equal(headers.cookie, undefined);
    }
  });

  test('one that cannot be loaded leaves no broken picture', async () => {
    const broken = wallet.page.locator('[data-testid="subnet-row"][data-netuid="2"] [data-testid="subnet-logo"]');
    await broken.waitFor({ state: 'hidden' });
    // The browser says so on its console, and that is all.
    wallet.problems = wallet.problems.filter((problem) => !/404/.test(problem));
    assert.deepEqual(wallet.problems, []);
  });

  test('the choice is kept, and can be taken back', async () => {
    await wallet.page.reload();
    await wallet.ready();
    await logos().first().waitFor({ state: 'attached', timeout: 60_000 });
    await toggle();
    assert.equal(await logos().count(), 0);
  });
});
