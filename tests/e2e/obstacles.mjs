// What stands in the way of somebody: what axe finds, and what is wider than the screen. TAOLIGHT_SHOTS names a folder for
// pictures of what was looked at.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import axe from 'axe-core';

/** What stands in the way on the page as it is now. */
export async function obstacles(page) {
  await page.evaluate(axe.source);
  // A colour on its way to another is neither of the two that the page is designed with.
  await page.evaluate(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; }');
    document.adoptedStyleSheets = [still];
  });
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return tooWide > 0 ? [...found, `${tooWide} px wider than the screen`] : found;
}

/** Both widths, in both colours. */
export const looks = [1280, 360].flatMap((width) =>
  ['light', 'dark'].map((colorScheme) => ({ viewport: { width, height: width > 600 ? 900 : 740 }, colorScheme })),
);

/** Looks at a page as it is then, by a name: nothing may stand in the way. */
export const looking = (page, { viewport, colorScheme }) => async (name) => {
  const shots = process.env.TAOLIGHT_SHOTS;
  if (shots) {
    await mkdir(shots, { recursive: true });
    const path = join(shots, `${name.replaceAll(' ', '-')}-${viewport.width}-${colorScheme}.png`);
    await page.screenshot({ path, fullPage: true });
  }
  assert.deepEqual(await obstacles(page), [], name);
};
