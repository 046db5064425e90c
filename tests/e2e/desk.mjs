// The page of a subnet's miners, driven as a person drives it.

/** A value of an answer that is JSON, by its keys. */
export const jsonValue = (answer, ...keys) =>
  keys.reduce(
    (within, key) => within.locator(`> ul > li > [data-testid="json-value"][data-key="${key}"]`),
    answer.getByTestId('miners-answer-json'),
  );

/** What an answer says that is text. */
export const said = (answer) => answer.getByTestId('miners-answer-text').innerText();

export class Desk {
  constructor(wallet) {
    this.wallet = wallet;
  }

  async open() {
    await this.wallet.page.evaluate(() => void (location.hash = '#/subnets/1/miners'));
    await this.wallet.id('miner').first().waitFor({ timeout: 60_000 });
  }

  row(address) {
    return this.wallet.id('miner').filter({ hasText: address });
  }

  checkbox(address) {
    return this.row(address).getByTestId('miner-choose');
  }

  /** Waits until this is foretold of a miner; why. */
  async foretold(address, outcome) {
    const row = this.row(address);
    await row.and(this.wallet.page.locator(`[data-outcome="${outcome}"]`)).waitFor({ timeout: 30_000 });
    return (await row.getAttribute('data-findings')).split(' ');
  }

  async choose(...addresses) {
    await this.wallet.id('miners-none').click();
    for (const address of addresses) await this.checkbox(address).check();
  }

  async fill(fields) {
    for (const [name, text] of Object.entries(fields)) {
      const field = this.wallet.id(`miners-field-${name}`);
      if (await field.evaluate((element) => element.tagName === 'SELECT')) {
        await field.selectOption(text);
      } else {
        await field.fill(text);
        await field.blur();
      }
    }
  }

  async review() {
    await this.wallet.id('miners-review').click();
    await this.wallet.passVault(() => this.wallet.id('miners-review-sheet').isVisible());
    await this.wallet.id('miners-review-sheet').waitFor({ timeout: 20_000 });
  }

  async ask(question, fields = {}) {
    await this.wallet.id('miners-question').selectOption(question);
    await this.fill(fields);
    await this.review();
    await this.wallet.id('miners-confirm').click();
    await this.wallet.id('miners-review-sheet').waitFor({ state: 'hidden', timeout: 20_000 });
  }

  async answer(address) {
    const uid = await this.row(address).getAttribute('data-uid');
    return this.wallet.page.locator(`[data-testid="miners-answer"][data-uid="${uid}"]`);
  }

  /** The answer of a miner, once it is in this state. */
  async answerIn(address, state) {
    const answer = await this.answer(address);
    await this.inState(answer, state);
    return answer;
  }

  inState(answer, state) {
    return answer.and(this.wallet.page.locator(`[data-state="${state}"]`)).waitFor({ timeout: 30_000 });
  }

  /** A value of an answer, with what is closed around it opened. */
  async opened(answer, ...keys) {
    for (let depth = 1; depth <= keys.length; depth += 1) {
      const found = jsonValue(answer, ...keys.slice(0, depth));
      await found.waitFor();
      if (await found.evaluate((part) => part.tagName === 'DETAILS' && !part.open)) {
        await found.locator('> summary').click();
      }
    }
    return jsonValue(answer, ...keys);
  }
}
