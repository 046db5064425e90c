// What is kept besides keys, as a file: saved in one browser, brought to another, and refused if it is not as it must be.
// And what the settings lead to: the networks, and what the app says about itself.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, site } from '../context.mjs';
import { Browser, PASSWORD } from '../wallet.mjs';

const MIA = { address: ALICE, name: 'Mia' };
const HERS = { address: '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty', name: 'Her name here' };
/** As much of a network file as the page itself looks at. */
const OWN = JSON.stringify({ genesis: { hash: `0x${'22'.repeat(32)}` } });

describe('settings', () => {
  let url;
  let first;
  let second;
  let wallet;
  let other;
  let text;

  before(async () => {
    url = `${(await site()).url}/?network=local`;
    first = await Browser.launch();
    second = await Browser.launch();
    wallet = await first.wallet(url);
    await wallet.addAccount(MNEMONIC, { label: 'Main' });
  });
  after(() => Promise.all([first?.close(), second?.close()]));

  const remember = async (where, values) => {
    await where.page.evaluate((values) => {
      for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
    }, values);
    await where.page.reload();
    await where.lockState('locked');
  };
  /** What the browser keeps, but for what was worth how much, which grows by itself. */
  const kept = (where) =>
    where.page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => /^taolight\.(?!worth)/.test(key))));
  const openFile = async (where) => {
    await where.id('settings-open').click();
    await where.id('settings-as-file').click();
    await where.id('settings-save').waitFor();
  };
  const bring = (where, content) =>
    where.id('settings-file').setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(content) });

  test('everything but keys is saved', async () => {
    await remember(wallet, {
      'taolight.contacts': JSON.stringify([HERS, MIA]),
      'taolight.tolerance': '12000',
      'taolight.networks': JSON.stringify([OWN]),
      [`taolight.favourites.0x${'11'.repeat(32)}`]: '[1,64]',
    });
    await wallet.unlock();
    await wallet.choose(FUNDED);
    await wallet.openAbout('limits');
    await wallet.id('limits-per-day').fill('5');
    await wallet.id('limits-password').fill(PASSWORD);
    await wallet.id('limits-save').click();
    await wallet.id('limits-saved').waitFor();
    await wallet.id('sheet-close').click();
    await wallet.id('settings-open').click();
    await wallet.id('theme-toggle').check();
    await wallet.id('sheet-close').click();
    await openFile(wallet);
    const [download] = await Promise.all([wallet.page.waitForEvent('download'), wallet.id('settings-save').click()]);
    await wallet.id('settings-saved').waitFor();
    assert.equal(download.suggestedFilename(), 'taolight-settings.json');
    text = await readFile(await download.path(), 'utf8');
    for (const secret of [MNEMONIC, 'ciphertext', PASSWORD]) assert.ok(!text.includes(secret));
    const file = JSON.parse(text);
    assert.deepEqual(file.contacts, [HERS, MIA]);
    assert.deepEqual(file.networks, [OWN]);
    assert.deepEqual(file.accounts, [{ address: FUNDED, name: 'Main' }]);
    assert.deepEqual([file.taolight, file.version, file.dark, file.tolerance], ['settings', 1, true, 12000]);
    assert.equal(file.limits[0].account, FUNDED);
    await bring(wallet, text);
    await wallet.id('settings-offer').filter({ hasText: /here already/ }).waitFor();
    await wallet.id('sheet-close').click();
  });

  test('another browser says what the file adds, adds it, and keeps what it has', async () => {
    other = await second.wallet(url);
    const made = await other.createVault({ label: 'Here' });
    await remember(other, { 'taolight.contacts': JSON.stringify([{ ...HERS, name: 'Her old name' }]) });
    await other.unlock();
    await openFile(other);
    await bring(other, text);
    await other.id('settings-adds').nth(4).waitFor();
    const adds = (await other.id('settings-adds').allInnerTexts()).join('\n');
    assert.match(adds, /1 account to watch[^\n]*Main\n1 address for the address book\n2 favourite subnets\n([^\n]*worth[^\n]*\n)?1 account with limits\n1 network of your own[^\n]*\n/);
    assert.match(adds, /tolerance of 1\.2 %[\s\S]*dark/i);
    await other.id('settings-file-password').fill('not the password');
    await other.id('settings-add').click();
    await other.id('settings-bring-error').filter({ hasText: /not the password/ }).waitFor();
    await other.id('settings-file-password').fill(PASSWORD);
    await other.id('settings-add').click();
    await other.id('settings-brought').waitFor();
    await other.id('sheet-close').click();
    assert.deepEqual((await other.accounts()).sort(), [made, FUNDED].sort());
    const now = await kept(other);
    assert.deepEqual(JSON.parse(now['taolight.contacts']), [{ ...HERS, name: 'Her old name' }, MIA]);
    assert.equal(now['taolight.tolerance'], '12000');
    assert.deepEqual(JSON.parse(now['taolight.networks']), [OWN]);
    assert.equal(await other.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await openFile(other);
    await bring(other, text);
    await other.id('settings-offer').filter({ hasText: /here already/ }).waitFor();
    await other.id('sheet-close').click();
  });

  test('a file brings its language, and what was added is said in it', async () => {
    const language = () => other.page.evaluate(() => document.documentElement.lang);
    assert.equal(await language(), 'en');
    await openFile(other);
    await bring(other, JSON.stringify({ taolight: 'settings', version: 1, language: 'de' }));
    await other.id('settings-adds').filter({ hasText: 'Deutsch' }).waitFor();
    await other.id('settings-add').click();
    await other.id('settings-brought').filter({ hasText: 'Hinzugefügt' }).waitFor();
    assert.equal(await language(), 'de');
    await other.id('sheet-close').click();
    await other.id('settings-open').click();
    await other.id('language').selectOption('');
    await other.page.waitForFunction(() => document.documentElement.lang === 'en');
    await other.id('sheet-close').click();
  });

  test('a file that is cut off, newer, of another kind or wrong is refused, and nothing is lost', async () => {
    const stored = await kept(other);
    const changed = (change) => JSON.stringify({ ...JSON.parse(text), ...change });
    await openFile(other);
    const bad = [
      [text.slice(0, -20), /cut off or damaged/],
      [changed({ version: 2 }), /newer Taolight/],
      [JSON.stringify({ secretPhrase: MNEMONIC }), /not a file of settings[\s\S]*Import an account/],
      [changed({ contacts: [{ address: '5D', name: 'Mia' }] }), /"contacts"/],
      [Buffer.from([0xff, 0xfe, 0x00]), /not a file of settings/],
    ];
    for (const [content, says] of bad) {
      await bring(other, content);
      const error = other.id('settings-bring-error').filter({ hasText: says });
      await error.waitFor();
      assert.match(await error.innerText(), /nothing was changed/);
      assert.ok(!(await error.innerText()).includes('bottom'));
      assert.equal(await other.id('settings-offer').count(), 0);
    }
    await other.id('sheet-close').click();
    assert.deepEqual(await kept(other), stored);
  });

  test('the settings lead to the networks', async () => {
    await wallet.id('settings-open').click();
    await wallet.id('settings-networks').click();
    await wallet.id('network-sheet').waitFor();
    assert.equal(await wallet.id('sheet').isVisible(), false);
    assert.match(await wallet.id('network-option').first().innerText(), /checkpoint|first block/i);
    await wallet.id('network-sheet').locator('summary').click();
    assert.match(await wallet.id('network-peers').innerText(), /^\d+$/);
    await wallet.id('network-custom-text').waitFor();
    await wallet.id('network-close').click();
  });

  test('the app tells its version, what runs, and its licences', async () => {
    await wallet.id('settings-open').click();
    await wallet.id('settings-about').click();
    assert.match(await wallet.id('about-version').innerText(), /^Taolight \d+\.\d+\.\d+$/);
    await wallet.id('about-file').nth(2).waitFor();
    const served = new URL(url).origin;
    const { files } = await (await fetch(`${served}/about.json`)).json();
    const shown = await wallet.id('about-file').allInnerTexts();
    for (const [at, { name, sha256, bytes }] of files.entries()) {
      const content = Buffer.from(await (await fetch(`${served}/${name}`)).arrayBuffer());
      assert.equal(content.length, bytes);
      assert.equal(createHash('sha256').update(content).digest('hex'), sha256, name);
      assert.equal(shown[at].trim(), sha256);
    }
    const licences = await (await fetch(`${served}/${await wallet.id('about-licences').getAttribute('href')}`)).text();
    assert.match(licences, /^leptos \d[^\n]*: MIT/m);
    assert.match(licences, /^daisyui \d[^\n]*: MIT/m);
    await wallet.id('sheet-close').click();
  });
});
