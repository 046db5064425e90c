// Reads QR codes in pictures that a page sends, one answer for each: its text, or nothing.

import init, { read } from './wasm/scan/scan.js';

const ready = init({ module_or_path: new URL('wasm/scan/scan_bg.wasm', import.meta.url) });
/** Longer sides than this make reading slower, not better. */
const LONGEST = 1_024;

addEventListener('message', async ({ data: picture }) => {
  await ready;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  canvas.drawImage(picture, 0, 0, width, height);
  picture.close();
  postMessage(read(width, canvas.getImageData(0, 0, width, height).data));
});
