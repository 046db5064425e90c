// A person who has no mouse: the focus is moved by the keyboard alone, and whatever has it is used by keys.

import assert from 'node:assert/strict';

/** No page has more places for the focus than this. */
const FARTHEST = 250;

export class Keyboard {
  constructor(wallet) {
    this.wallet = wallet;
    this.keys = wallet.page.keyboard;
  }

  /** What has the focus: whether it is this one, also by what else its `data-` attributes say. */
  has(testId, others = {}) {
    return this.wallet.page.evaluate(
      ([id, others]) => {
        const reached = document.activeElement?.closest('[data-testid]')?.dataset;
        return reached?.testid === id && Object.entries(others).every(([name, value]) => reached[name] === String(value));
      },
      [testId, others],
    );
  }

  /** Moves the focus on to this element; to the one that says this of itself, where there are several. */
  async to(testId, others) {
    for (let step = 0; step < FARTHEST; step += 1) {
      if (await this.has(testId, others)) return;
      await this.keys.press('Tab');
    }
    assert.fail(`the keyboard does not reach ${testId}`);
  }

  /** Presses a button or follows a link. */
  async press(testId, others) {
    await this.to(testId, others);
    await this.keys.press('Enter');
  }

  /** Types over what stands in a field. */
  async type(testId, text) {
    await this.to(testId);
    await this.keys.press('Control+A');
    await this.keys.type(text);
  }

  /** Checks a box, or the first of several that exclude each other. */
  async check(testId, others) {
    await this.to(testId, others);
    await this.keys.press('Space');
  }

  /** Waits until the focus is there without being moved. */
  async rests(testId) {
    const isThere = (id) => document.activeElement?.closest('[data-testid]')?.dataset.testid === id;
    await this.wallet.page.waitForFunction(isThere, testId, { timeout: 10_000 });
  }
}
