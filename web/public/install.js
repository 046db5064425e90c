// Has the app kept on the device, once it had the time to start: see service-worker.js. Where there is no such thing, or
// the page may not have it, the app works all the same, with a connection.

const AFTER_MS = 5_000;

if ('serviceWorker' in navigator) {
  addEventListener('load', () => {
    setTimeout(() => navigator.serviceWorker.register('service-worker.js').catch(() => {}), AFTER_MS);
  });
}
