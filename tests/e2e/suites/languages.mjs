// The page in each language: chosen in the settings, kept, and without a sentence of another language on any page.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { FUNDED, MNEMONIC, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

const folder = new URL('../../../web/locales/locales/', import.meta.url);

/** All that is said in a language, by the path of its key. */
function sentences(language) {
  const all = new Map();
  const walk = (path, value) => {
    if (typeof value === 'string') all.set(path, value);
    else for (const [key, part] of Object.entries(value)) walk(`${path}.${key}`, part);
  };
  for (const file of readdirSync(new URL(`${language}/`, folder))) {
    walk(file, JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')));
  }
  return all;
}

/** What only English says: whole sentences, without those that a language shares with it. */
function onlyEnglish(language) {
  const translated = sentences(language);
  const isSentence = (text) => text.split(' ').length >= 3 && !text.includes('{{') && !text.includes('<');
  return [...sentences('en')].filter(([path, text]) => isSentence(text) && translated.get(path) !== text).map(([, text]) => text);
}

const PAGES = ['', 'send', 'receive', 'stake', 'subnets', 'validators', 'activity', 'account', 'do', 'do/register/1', 'more'];

describe('languages', () => {
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

  const choose = async (language) => {
    await wallet.id('settings-open').click();
    await wallet.id('language').selectOption(language);
    await wallet.id('sheet-close').click();
    await wallet.id('sheet').waitFor({ state: 'hidden' });
  };
  const title = () => wallet.page.locator('#page-title').innerText();
  const lang = () => wallet.page.locator('html').getAttribute('lang');

  for (const [language, tag, send] of [['de', 'de', 'Senden'], ['zh', 'zh-Hans', '发送']]) {
    test(`in ${language}, no page has a sentence in English`, async () => {
      await choose(language);
      assert.equal(await lang(), tag);
      await wallet.show('send');
      assert.equal(await title(), send);
      assert.equal(await wallet.page.title(), `${send} · Taolight`);
      const english = onlyEnglish(language);
      assert.ok(english.length > 500);
      for (const path of PAGES) {
        await wallet.page.evaluate((hash) => void (location.hash = hash), `#/${path}`);
        await wallet.page.waitForTimeout(300);
        const text = (await wallet.page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
        assert.deepEqual(english.filter((sentence) => text.includes(sentence)), [], path);
      }
    });
  }

  test('a wrong address is explained in the language, and so is what the light client says', async () => {
    await wallet.show('send');
    await wallet.id('send-destination').fill(`${FUNDED.slice(0, -1)}x`);
    await wallet.id('send-amount').fill('1');
    await wallet.id('send-review').click();
    assert.match(await wallet.id('send-destination-error').innerText(), /[\u4e00-\u9fff]/);
    await wallet.id('network-choose').click();
    await wallet.id('network-custom-text').fill('{}');
    await wallet.id('network-custom-open').click();
    await wallet.page.getByTestId('network-custom-error').filter({ hasText: /[\u4e00-\u9fff]/ }).waitFor();
    await wallet.id('network-close').click();
  });

  test('what is typed is kept when the language changes, and the language when the page is loaded again', async () => {
    await wallet.show('send');
    await wallet.id('send-destination').fill(FUNDED);
    await wallet.id('send-amount').fill('1.25');
    await choose('de');
    assert.equal(await title(), 'Senden');
    assert.equal(await wallet.id('send-destination').inputValue(), FUNDED);
    assert.equal(await wallet.id('send-amount').inputValue(), '1.25');
    await wallet.page.reload();
    await wallet.ready();
    assert.equal(await lang(), 'de');
    await choose('');
    assert.equal(await lang(), 'en');
    assert.equal(await title(), 'Send');
  });
});
