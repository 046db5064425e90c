// What is stored of an account is damaged: the page says so, the other accounts work, the password can be changed, and
// the account is brought again or removed. What the password is checked with is damaged: whole accounts open all the same,
// and where nothing opens any more the page says what to do.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ALICE, FUNDED, MNEMONIC, site } from '../context.mjs';
import { Browser, PASSWORD, traces } from '../wallet.mjs';

const OTHER = 'a third long password';

describe('damaged', () => {
  let browser;
  let wallet;
  let own;

  before(async () => {
    traces.secrets.add(OTHER);
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    own = await wallet.createVault({ label: 'Savings' });
    await wallet.addAccount(MNEMONIC, { label: 'Main' });
  });
  after(() => browser?.close());

  const name = `account/${FUNDED}`;
  const damaged = () => wallet.page.locator(`[data-testid="account-damaged"][data-address="${FUNDED}"]`);
  const says = (id, words) => wallet.id(id).filter({ hasText: words }).waitFor();

  /** Writes over what is stored of the account, and opens the page anew. */
  const damage = async (change) => {
    const records = await wallet.vaultRecords();
    const written = change(records[name]);
    assert.notEqual(written, records[name]);
    await wallet.vaultRecords({ [name]: written });
    await wallet.page.reload();
    await wallet.lockState('locked');
  };
  const inSecret = (text) => text.replace(/("ciphertext":"0x)(.)/, (_, before, digit) => before + (digit === '0' ? '1' : '0'));
  const cut = (text) => text.slice(0, 40);

  const changePassword = async (from, to) => {
    await wallet.id('settings-open').click();
    await wallet.id('password-old').fill(from);
    await wallet.id('password-new').fill(to);
    await wallet.id('password-new-again').fill(to);
  };

  test('a secret that does not open is told once the vault is unlocked, and nothing is signed with it', async () => {
    await damage(inSecret);
    assert.equal(await damaged().count(), 0, 'a locked vault cannot know');
    await wallet.unlock();
    await damaged().filter({ hasText: /Main[\s\S]*does not open[\s\S]*safe on the chain[\s\S]*import it again/i }).waitFor();
    await wallet.choose(FUNDED);
    await wallet.balance();
    await wallet.fillTransfer(ALICE, '1');
    await wallet.id('send-review').click();
    await wallet.id('review-confirm').click();
    await wallet.page.getByText(/is damaged, and nothing was changed/).first().waitFor();
    await wallet.page.keyboard.press('Escape');
    assert.equal(await wallet.id('journal-entry').count(), 0);
    await wallet.page.reload();
    await wallet.unlock();
    await damaged().waitFor();
  });

  test('the password is changed only if the damaged account may be left behind', async () => {
    const stored = (await wallet.vaultRecords())[name];
    await changePassword(PASSWORD, OTHER);
    await says('password-leaves', /Main[\s\S]*cannot protect it[\s\S]*under the password so far/);
    await wallet.id('password-change').click();
    await says('password-error', /not changed[\s\S]*damaged/);
    await wallet.id('password-leave').check();
    await wallet.id('password-old').fill(PASSWORD);
    await wallet.id('password-new').fill(OTHER);
    await wallet.id('password-new-again').fill(OTHER);
    await wallet.id('password-change').click();
    await wallet.id('password-changed').waitFor({ timeout: 30_000 });
    await wallet.id('sheet-close').click();
    const after = await wallet.vaultRecords();
    assert.equal(after[name], stored, 'not a byte of it is changed');
    assert.ok(after[`former/${FUNDED}`], 'what it takes to open it is kept');
    await wallet.lock();
    await wallet.unlock(OTHER);
    await damaged().waitFor();
    await wallet.choose(own);
    await wallet.openAbout('backup');
    await wallet.id('backup-password').fill(OTHER);
    await wallet.id('backup-reveal').click();
    await wallet.id('backup-show').waitFor();
    await wallet.id('sheet-close').click();
  });

  test('it is imported again, by its own secret only', async () => {
    await damaged().getByTestId('damaged-import').click();
    await says('import-again', FUNDED);
    const look = async (text) => {
      await wallet.id('import-text').fill(text);
      await wallet.id('import-read').click();
    };
    await look(FUNDED);
    await says('import-text-error', /no secret in this/);
    await look(`${MNEMONIC}//Bob`);
    await wallet.id('import-submit').click();
    await says('import-error', /belongs to another address/);
    assert.ok((await wallet.vaultRecords())[`former/${FUNDED}`], 'nothing was replaced');
    await wallet.id('import-back').click();
    await look(MNEMONIC);
    assert.equal(await wallet.id('account-label').inputValue(), 'Main');
    await wallet.id('import-submit').click();
    await wallet.id('sheet').waitFor({ state: 'hidden' });
    await damaged().waitFor({ state: 'hidden' });
    const records = await wallet.vaultRecords();
    assert.ok(!records[`former/${FUNDED}`]);
    assert.deepEqual((await wallet.accounts()).sort(), [own, FUNDED].sort());
    await wallet.choose(FUNDED);
    await wallet.balance();
    await wallet.review(ALICE, '1');
    await wallet.id('review-confirm').click();
    await wallet.entry(['in_block', 'finalized']);
  });

  test('what cannot be read at all keeps its name, and is removed', async () => {
    await damage(cut);
    await damaged().filter({ hasText: /Main[\s\S]*cannot be read[\s\S]*safe on the chain/ }).waitFor();
    assert.deepEqual(await wallet.accounts(), [own]);
    await damaged().getByTestId('damaged-remove').click();
    await wallet.id('account-remove-loud').waitFor();
    assert.ok(await wallet.id('account-remove-confirm').isDisabled());
    await wallet.id('account-remove-sure').check();
    await wallet.id('account-remove-confirm').click();
    await wallet.givePassword(OTHER);
    await wallet.id('sheet').waitFor({ state: 'hidden' });
    await damaged().waitFor({ state: 'hidden' });
    assert.ok(!(await wallet.vaultRecords())[name]);
    await changePassword(OTHER, PASSWORD);
    assert.equal(await wallet.id('password-leaves').count(), 0);
    await wallet.id('password-change').click();
    await wallet.id('password-changed').waitFor({ timeout: 30_000 });
    await wallet.id('sheet-close').click();
  });

  /** Writes over what the password is checked with, and opens the page anew. */
  const damageLock = async (written) => {
    await wallet.vaultRecords({ lock: null, 'copy/lock': '{"version":1', ...written });
    await wallet.page.reload();
  };
  const tryPassword = async (password) => {
    await wallet.id('vault-password').fill(password);
    await wallet.id('vault-unlock').click();
  };

  test('without anything to check the password with, the accounts say how they are opened', async () => {
    assert.equal(await wallet.addAccount(MNEMONIC, { label: 'Main' }), FUNDED);
    await wallet.lock();
    await wallet.id('vault-lock').click();
    await tryPassword(OTHER);
    await says('vault-error', /not the password/);
    await damageLock({ revision: 'damaged' });
    await wallet.lockState('locked');
    await wallet.id('vault-lock').click();
    await tryPassword(OTHER);
    await says('vault-error', /not the password/);
    await tryPassword(PASSWORD);
    await wallet.lockState('unlocked');
    const after = await wallet.vaultRecords();
    assert.ok(after.lock && after.lock === after['copy/lock'], 'it is mended');
    assert.ok(!after.attempts);
    await wallet.choose(FUNDED);
    await wallet.balance();
    await wallet.review(ALICE, '1');
    await wallet.id('review-confirm').click();
    await wallet.entry(['in_block', 'finalized']);
  });

  test('a count of wrong passwords that is damaged costs a wait', async () => {
    await damageLock({ attempts: '{}' });
    await wallet.lockState('locked');
    await wallet.id('vault-lock').click();
    await tryPassword(PASSWORD);
    await says('vault-error', /count of wrong passwords[\s\S]*has to wait[\s\S]*mends it/);
    const seconds = Number(await wallet.id('password-wait').getAttribute('data-seconds'));
    // The page looks at the clock once a second.
    assert.ok(seconds > 20 && seconds <= 33, `${seconds} s`);
    await wallet.id('password-wait').waitFor({ state: 'detached', timeout: 40_000 });
    await says('vault-error', /try again now/);
    await tryPassword(PASSWORD);
    await wallet.lockState('unlocked');
  });

  test('where nothing opens any more, a new password begins anew and every account is told', async () => {
    const records = await wallet.vaultRecords();
    const bare = (address) => JSON.stringify({ ...JSON.parse(records[`account/${address}`]), hash: undefined });
    const accounts = { [name]: bare(FUNDED), [`account/${own}`]: bare(own) };
    await damageLock(accounts);
    await wallet.lockState('damaged');
    await says('vault-damaged', /do not open any more[\s\S]*safe on the chain/);
    assert.deepEqual((await wallet.accounts()).sort(), [own, FUNDED].sort());
    await wallet.id('vault-begin-anew').click();
    await says('vault-anew', /new password[\s\S]*import each account again/);
    await wallet.givePassword(OTHER);
    await wallet.lockState('unlocked');
    assert.equal(await wallet.id('vault-damaged').count(), 0);
    await damaged().filter({ hasText: /does not open/ }).waitFor();
    assert.equal(await wallet.id('account-damaged').count(), 2);
    assert.equal((await wallet.vaultRecords())[name], accounts[name], 'not a byte of it is changed');
    await damaged().getByTestId('damaged-import').click();
    await wallet.id('import-text').fill(MNEMONIC);
    await wallet.id('import-read').click();
    await wallet.id('import-submit').click();
    await wallet.id('sheet').waitFor({ state: 'hidden' });
    await damaged().waitFor({ state: 'hidden' });
    await wallet.choose(FUNDED);
    await wallet.balance();
    await wallet.review(ALICE, '1');
    await wallet.id('review-confirm').click();
    await wallet.entry(['in_block', 'finalized']);
  });
});
