// Every form in which a Bittensor user may have a key, brought through the page: it is named before a password is asked
// for, a wrong password loses nothing, and the account is the one that the file says. Taken out again, it is what other
// people's software reads. The files are what that software wrote; see tests/vectors/keys.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';

import { Keyring } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';

import { site } from '../context.mjs';
import { Browser, PASSWORD, traces } from '../wallet.mjs';

const vector = (name) => readFileSync(new URL(`../../vectors/keys/${name}`, import.meta.url));
const json = (name) => JSON.parse(vector(name));

const ROOT = json('btcli-mnemonic.json');
const ALICE = json('btcli-uri.json');
const ED25519 = json('btcli-ed25519-uri.json');
const PLAIN_KEYSTORE = json('polkadot-v3-none.json');
const BATCH = json('polkadot-batch.json').accounts;
const BTCLI = 'Correct-horse-7';
const POLKADOT = 'correct horse';
const FOR_BATCH = 'batch correct horse';
const OF_BATCH = [POLKADOT, 'battery staple'];
const WRONG = 'somebody else’s';

/** polkadot-js keeps the 64 bytes of a secret in ed25519's form, behind 16 bytes of PKCS #8. */
const ed25519Form = `0x${Buffer.from(PLAIN_KEYSTORE.encoded, 'base64').subarray(16, 80).toString('hex')}`;

const CAPITALS = ` ${ROOT.secretPhrase.toUpperCase().replaceAll(' ', '  ')}\n`;

/** Texts and files: what each is, what opens it, whose it is. */
const SOURCES = [
  { name: 'as it is', text: ROOT.secretPhrase, kind: 'mnemonic', of: ROOT.ss58Address },
  { name: 'in capitals', text: CAPITALS, kind: 'mnemonic', of: ROOT.ss58Address },
  { name: 'with a path', text: `${ROOT.secretPhrase}//Alice`, kind: 'secretUri', of: ALICE.ss58Address },
  { name: '32 bytes', text: ROOT.secretSeed, kind: 'seed', of: ROOT.ss58Address },
  { name: 'a scalar', text: ALICE.privateKey, kind: 'expandedSecret', of: ALICE.ss58Address, not: ROOT.ss58Address },
  { name: 'a scalar times eight', text: ed25519Form, kind: 'expandedSecret', of: ALICE.ss58Address, not: ROOT.ss58Address },
  { file: 'btcli-mnemonic.json', kind: 'btcliSecret', of: ROOT.ss58Address, role: 'coldkey' },
  { file: 'btcli-uri.json', kind: 'btcliSecret', of: ALICE.ss58Address, role: 'hotkey' },
  { file: 'btcli-ed25519-uri.json', kind: 'btcliSecret', of: ED25519.ss58Address, role: 'hotkey' },
  { file: 'btcli-nacl', kind: 'btcliNacl', of: ROOT.ss58Address, password: BTCLI },
  { file: 'btcli-ansible', kind: 'btcliAnsible', of: ROOT.ss58Address, password: BTCLI },
  { file: 'btcli-fernet', kind: 'btcliFernet', of: ROOT.ss58Address, password: BTCLI },
  { file: 'polkadot-v3-n131072.json', kind: 'polkadotJs', of: ALICE.ss58Address, password: POLKADOT },
  { file: 'polkadot-v2-sr25519.json', kind: 'polkadotJs', of: ALICE.ss58Address, password: POLKADOT },
  { file: 'coldkeypub.txt', kind: 'btcliPublic', of: ALICE.ss58Address, watched: true },
  { name: 'alone', text: ALICE.ss58Address, kind: 'address', of: ALICE.ss58Address, watched: true },
];

/** A polkadot-js file that asks for scrypt with N = 2^30, which nobody writes: it stands behind 32 bytes of salt. */
function greedyKeystore() {
  const keystore = json('polkadot-v3-n32768.json');
  const encoded = Buffer.from(keystore.encoded, 'base64');
  encoded.writeUInt32LE(2 ** 30, 32);
  return JSON.stringify({ ...keystore, encoded: encoded.toString('base64') });
}

/** The first bytes of a file; half of it, if nothing else is said. */
const cut = (name, length = vector(name).length / 2) => vector(name).subarray(0, length);

describe('imports', () => {
  let browser;
  let wallet;
  let own;

  before(async () => {
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    // Some password hashes take long, and how long is not what is tested.
    wallet.page.setDefaultTimeout(60_000);
    for (const secret of [BTCLI, FOR_BATCH, ...OF_BATCH]) traces.secrets.add(secret);
    for (const { text, watched } of SOURCES) if (text && !watched) traces.secrets.add(text.trim());
    own = await wallet.createVault({ label: 'Savings' });
  });
  after(() => browser?.close());

  const hand = ({ text, file }) =>
    text ? wallet.tryAccount(text) : wallet.tryFile({ name: file, content: vector(file) });
  const isNamed = (kind) => wallet.page.locator(`[data-testid="import-kind"][data-kind="${kind}"]`).waitFor();
  const roleOf = (role) => wallet.page.locator(`[data-testid="import-role"][data-role="${role}"]`);
  const says = (id, words) => wallet.id(id).filter({ hasText: words }).waitFor();
  const claims = () => wallet.id('import-claim').evaluateAll((claims) => claims.map((claim) => claim.dataset.address));

  /** Submits what is typed, and finds it refused for these words with everything as it was. */
  const isRefused = async (kind, words) => {
    await wallet.id('import-submit').click();
    await says('import-error', words);
    await isNamed(kind);
    assert.deepEqual(await wallet.accounts(), [own]);
  };

  afterEach(async () => {
    if (await wallet.id('sheet').isVisible()) await wallet.id('sheet-close').click();
  });

  describe('each form', () => {
    // The next one is a form of the same account, as a rule.
    afterEach(async () => {
      for (const address of await wallet.accounts()) {
        if (address === own) continue;
        await wallet.choose(address);
        await wallet.removeAccount();
      }
      assert.deepEqual(await wallet.accounts(), [own]);
    });

    for (const source of SOURCES) {
      const { name, file, kind, of, not, password, role = 'coldkey', watched = false } = source;
      test(`${kind}: ${file ?? name}`, async () => {
        await hand(source);
        await isNamed(kind);
        const named = await claims();
        assert.deepEqual(named, kind.match(/Nacl|Ansible|Fernet|expanded/) ? [] : [of]);
        assert.equal(await wallet.id('import-memory').count(), kind === 'btcliNacl' ? 1 : 0);
        assert.equal(await wallet.id('import-watch-only').count(), watched ? 1 : 0);

        assert.equal(await wallet.id('import-password').count(), password ? 1 : 0);
        if (password) {
          await isRefused(kind, /type the password/i);
          await wallet.id('import-password').fill(WRONG);
          await isRefused(kind, /the password is wrong/i);
          assert.equal(await wallet.id('import-password').inputValue(), '');
          await wallet.id('import-password').fill(password);
        }
        assert.equal(await wallet.id('import-address').count(), not ? 1 : 0);
        if (not) {
          await wallet.id('import-address').fill(not);
          await isRefused(kind, /belongs to another address/i);
          await wallet.id('import-address').fill(of);
        }
        // btcli keeps hotkeys in clear, so a file in clear is taken for one until somebody says otherwise.
        if (kind === 'btcliSecret') assert.equal(await roleOf('hotkey').isChecked(), true);
        if (role === 'coldkey' && !watched) await roleOf(role).check();
        await wallet.id('import-submit').click();
        await wallet.id('sheet').waitFor({ state: 'hidden' });

        assert.equal(await wallet.address(), of);
        assert.equal(await wallet.id('account-watched').isVisible(), watched);
        assert.equal(await wallet.id('account-role').last().getAttribute('data-role'), watched ? 'watched' : role);
      });
    }

    /** Opens the batch; then its accounts wait for their passwords, one by one. */
    const openBatch = async () => {
      await wallet.id('import-password').fill(FOR_BATCH);
      await wallet.id('import-submit').click();
    };
    const isAsked = async ({ address }) => {
      await isNamed('polkadotJs');
      await wallet.page.locator(`[data-testid="import-claim"][data-address="${address}"]`).waitFor();
      assert.deepEqual(await claims(), [address]);
    };

    test('polkadotJsBatch: each account with its own password', async () => {
      await hand({ file: 'polkadot-batch.json' });
      await isNamed('polkadotJsBatch');
      assert.deepEqual(await claims(), BATCH.map(({ address }) => address));
      await wallet.id('import-password').fill(WRONG);
      await isRefused('polkadotJsBatch', /the password is wrong/i);
      await openBatch();
      for (const [at, account] of BATCH.entries()) {
        await isAsked(account);
        await wallet.id('import-password').fill(WRONG);
        await wallet.id('import-submit').click();
        await says('import-error', /the password is wrong/i);
        await wallet.id('import-password').fill(OF_BATCH[at]);
        await wallet.id('import-submit').click();
      }
      await wallet.id('import-added').nth(1).waitFor();
      await wallet.id('sheet-close').click();
      assert.deepEqual(await wallet.accounts(), [own, ...BATCH.map(({ address }) => address)]);
    });

    test('polkadotJsBatch: one account is left out', async () => {
      await hand({ file: 'polkadot-batch.json' });
      await isNamed('polkadotJsBatch');
      await openBatch();
      await isAsked(BATCH[0]);
      await wallet.id('import-skip').click();
      await isAsked(BATCH[1]);
      await wallet.id('import-password').fill(OF_BATCH[1]);
      await wallet.id('import-submit').click();
      await wallet.id('sheet').waitFor({ state: 'hidden' });
      assert.deepEqual(await wallet.accounts(), [own, BATCH[1].address]);
    });

    test('a public file where a secret is expected watches on; the secret then completes the account', async () => {
      await hand({ file: 'coldkeypub.txt' });
      await wallet.id('import-submit').click();
      await wallet.id('account-watched').waitFor();
      await wallet.id('account-details').click();
      await wallet.id('way-import').click();
      await hand({ file: 'coldkeypub.txt' });
      await wallet.id('import-watch-only').waitFor();
      assert.match(await wallet.id('import-submit').innerText(), /watch/i);
      await wallet.id('import-submit').click();
      await says('import-error', /already/);
      await wallet.id('import-back').click();
      await hand({ file: 'btcli-uri.json' });
      await wallet.id('import-submit').click();
      await wallet.id('account-watched').waitFor({ state: 'hidden' });
      assert.equal(await wallet.address(), ALICE.ss58Address);
    });
  });

  const refused = [
    ['a keystore that asks for scrypt with N = 2^30', greedyKeystore, /password hash that no wallet uses/],
    ['the beginning of a $NACL file', () => cut('btcli-nacl', 40), /damaged/],
    ['half a $ANSIBLE_VAULT file', () => cut('btcli-ansible'), /damaged/],
    ['half a Fernet file', () => cut('btcli-fernet'), /damaged/],
    ['half a polkadot-js file', () => cut('polkadot-v3-n131072.json'), /damaged/],
    ['half a public file', () => cut('coldkeypub.txt'), /damaged/],
    ['13 words', () => `${ROOT.secretPhrase} walk`, /12, 15, 18, 21 or 24/],
    ['an empty file', () => '', /nothing here/],
  ];
  for (const [name, content, words] of refused) {
    test(`refused: ${name}`, async () => {
      const stored = await wallet.vaultRecords();
      await wallet.tryFile({ name: 'key', content: content() });
      await says('import-text-error', words);
      assert.equal(await wallet.id('import-submit').count(), 0);
      assert.deepEqual(await wallet.vaultRecords(), stored);
    });
  }

  test('refused: the same account twice, in whatever form it comes', async () => {
    const file = { name: 'key', content: vector('btcli-mnemonic.json') };
    await wallet.importFile(file, { label: 'my key: 1', role: 'coldkey' });
    const stored = await wallet.vaultRecords();
    for (const source of [{ text: ROOT.secretSeed }, { file: 'btcli-seed.json' }, { text: ROOT.ss58Address }]) {
      await hand(source);
      await wallet.id('import-submit').click();
      await says('import-error', /already/);
      await wallet.id('sheet-close').click();
    }
    assert.deepEqual(await wallet.vaultRecords(), stored);
  });

  /** Takes the chosen account out; returns the file's name and text. */
  const takeOut = async (format, filePassword) => {
    await wallet.openAbout('export');
    await wallet.page.locator(`[data-testid="export-format"][data-format="${format}"]`).check();
    if (filePassword) {
      await wallet.id('export-file-password').fill(filePassword);
      await wallet.id('export-file-password-again').fill(filePassword);
    }
    await wallet.id('export-password').fill(PASSWORD);
    const [download] = await Promise.all([wallet.page.waitForEvent('download'), wallet.id('export-download').click()]);
    await wallet.id('export-done').waitFor();
    const name = download.suggestedFilename();
    assert.ok((await wallet.id('export-done').innerText()).includes(name));
    await wallet.id('sheet-close').click();
    return { name, text: readFileSync(await download.path(), 'utf8') };
  };

  test('a key file that is taken out says what btcli’s own file says', async () => {
    const secret = await takeOut('btcliPlain');
    assert.equal(secret.name, 'my_key__1');
    assert.deepEqual(JSON.parse(secret.text), ROOT);
    const open = await takeOut('btcliPublic');
    assert.equal(open.name, 'my_key__1pub.txt');
    const { accountId, publicKey, ss58Address, cryptoType } = ROOT;
    assert.deepEqual(JSON.parse(open.text), { accountId, publicKey, ss58Address, cryptoType });
  });

  test('polkadot-js opens the key file that is made for it', async () => {
    await cryptoWaitReady();
    traces.secrets.add('a password for the file');
    const { name, text } = await takeOut('polkadotJs', 'a password for the file');
    assert.equal(name, `${ROOT.ss58Address}.json`);
    const pair = new Keyring({ ss58Format: 42 }).createFromJson(JSON.parse(text));
    assert.equal(pair.address, ROOT.ss58Address);
    assert.throws(() => pair.unlock(WRONG));
    pair.unlock('a password for the file');
    assert.equal(pair.meta.name, 'my key: 1');
    assert.ok(pair.verify('m', pair.sign('m'), pair.publicKey));
  });

  test('after all this the vault opens with its password, and holds both accounts', async () => {
    await wallet.lock();
    await wallet.unlock();
    assert.deepEqual(await wallet.accounts(), [own, ROOT.ss58Address]);
    assert.equal(await wallet.id('account-damaged').count(), 0);
    assert.deepEqual(wallet.problems, []);
  });
});
