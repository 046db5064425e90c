// A receiver out of a QR code: seen by a camera, or in a picture. The code is the one that the wallet itself draws.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { ALICE, site } from '../context.mjs';
import { Browser } from '../wallet.mjs';

const [WIDTH, HEIGHT] = [640, 480];

/** What a camera sees of a picture that is held before it, as a film in the form that Chromium's own camera plays. */
async function film(page, png) {
  const luma = await page.evaluate(
    async ([bytes, width, height]) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(width, height).getContext('2d');
      canvas.fillStyle = 'white';
      canvas.fillRect(0, 0, width, height);
      const side = 300;
      canvas.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side);
      const { data } = canvas.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, at) => data[4 * at + 1]);
    },
    [png.toString('base64'), WIDTH, HEIGHT],
  );
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(luma), colours]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array(10).fill(frame)]);
}

describe('scan', () => {
  let folder;
  let browser;
  let wallet;
  let code;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taolight-film-'));
    browser = await Browser.launch();
    wallet = await browser.wallet(`${(await site()).url}/?network=local`);
    await wallet.openWay('watch');
    await wallet.id('watch-address').fill(ALICE);
    await wallet.id('watch-submit').click();
    await wallet.id('account-watched').waitFor();
    await wallet.page.evaluate(() => void (location.hash = '#/receive'));
    code = await wallet.id('receive-qr').screenshot();
    await wallet.show('send');
  });
  after(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  test('a picture with a code fills in the address; one without says so', async () => {
    await wallet.id('send-destination-scan').click();
    const blank = await wallet.page.locator('footer').screenshot();
    await wallet.id('scan-picture').setInputFiles({ name: 'blank.png', mimeType: 'image/png', buffer: blank });
    await wallet.page.getByTestId('scan-error').filter({ hasText: 'no code' }).waitFor();
    assert.equal(await wallet.id('send-destination').inputValue(), '');
    await wallet.id('scan-picture').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: code });
    await wallet.id('scan').waitFor({ state: 'hidden' });
    assert.equal(await wallet.id('send-destination').inputValue(), ALICE);
    await wallet.id('send-destination').fill('');
  });

  test('a camera that may not be used is explained, and nothing is lost', async () => {
    await wallet.id('send-destination').fill('5Grw');
    await wallet.id('send-destination-scan').click();
    await wallet.page.getByTestId('scan-error').filter({ hasText: /camera/i }).waitFor();
    await wallet.id('scan-close').click();
    assert.equal(await wallet.id('send-destination').inputValue(), '5Grw');
  });

  test('the camera sees a code and fills in the address', async () => {
    const path = join(folder, 'code.y4m');
    await writeFile(path, await film(wallet.page, code));
    const seeing = await Browser.launch({
      args: [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${path}`,
      ],
    });
    try {
      const wallet = await seeing.wallet(`${(await site()).url}/?network=local`);
      await wallet.id('way-look').click();
      await wallet.show('send');
      await wallet.id('send-destination-scan').click();
      await wallet.id('scan').waitFor({ state: 'hidden', timeout: 30_000 });
      assert.equal(await wallet.id('send-destination').inputValue(), ALICE);
    } finally {
      await seeing.close();
    }
  });
});
