// Reads a QR code with the camera, or out of a picture. The browser does it where it can; else a worker of ours, which is
// started for it and ended with it. Nothing that is seen is kept or sent.

/** How long to wait between two looks. */
const PAUSE_MS = 120;

const at = (path) => new URL(path, document.baseURI);

/** Something that reads pictures: `read(source)` resolves with the text of a code in it, or nothing. */
async function reader() {
  if (globalThis.BarcodeDetector && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return { read: async (source) => (await detector.detect(source))[0]?.rawValue, end() {} };
  }
  const worker = new Worker(at('scan-worker.js'), { type: 'module' });
  const read = async (source) => {
    const picture = await createImageBitmap(source);
    return new Promise((settle, failed) => {
      worker.onmessage = ({ data }) => settle(data);
      worker.onerror = ({ message }) => failed(new Error(message));
      worker.postMessage(picture, [picture]);
    });
  };
  return { read, end: () => worker.terminate() };
}

/** Shows the camera in this element until it sees a code, whose text it gives, or is told to stop. */
export async function camera(video, signal) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  let eye;
  try {
    signal.throwIfAborted();
    video.srcObject = stream;
    await video.play();
    eye = await reader();
    for (;;) {
      const text = await eye.read(video);
      signal.throwIfAborted();
      if (text) return text;
      await new Promise((wake) => setTimeout(wake, PAUSE_MS));
    }
  } finally {
    eye?.end();
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

/** The text of the code in a picture, or nothing. */
export async function picture(file) {
  const eye = await reader();
  try {
    return await eye.read(file);
  } finally {
    eye.end();
  }
}
