// The engine's worker: serves the port of every tab that sends one. It is shared by all tabs where the browser has shared
// workers, and else belongs to the tab that made it, which also compiled the WebAssembly for it meanwhile; a shared worker
// cannot be handed compiled code, so it compiles its own.
//
// Nobody tells a worker that a tab is gone, nor a tab that a shared worker is. So each holds a lock for as long as it
// lives, and whoever waits for it learns of the end when the browser gives it away.

const isShared = 'onconnect' in globalThis;
const glue = import('./wasm/engine/engine.js');
const own = isShared && fetch(new URL('wasm/engine/engine_bg.wasm', import.meta.url)).then(WebAssembly.compileStreaming);

let memory;
let process;

async function start(handed) {
  const [{ initSync, Process }, module] = await Promise.all([glue, handed ?? own]);
  ({ memory } = initSync({ module }));
  return new Process({ securePage: location.protocol === 'https:', shared: isShared });
}

/** Serves a tab's port; `tab` is the lock that the tab holds. */
async function receive({ data: { module, tab }, ports: [port] }) {
  process ??= start(module);
  (await process).serve(port);
  if (tab) navigator.locks.request(tab, () => port.dispatchEvent(new Event('close')));
}

/** Tells a tab the lock of this worker. */
async function attend(tab) {
  tab.postMessage({ life: await life });
}

// Pages that came neither over https nor from this device have no locks, and others may be given none; then there is no
// shared worker either.
const life = new Promise((held) => {
  const name = navigator.locks && `taolight-engine/${crypto.randomUUID()}`;
  const hold = () => {
    held(name);
    return new Promise(() => {});
  };
  if (name) navigator.locks.request(name, hold).catch(() => held());
  else held();
});

if (isShared) {
  addEventListener('connect', ({ ports: [tab] }) => {
    tab.onmessage = receive;
    attend(tab);
  });
} else {
  addEventListener('message', receive);
  attend(globalThis);
}

// A defect ends this worker, so that the tabs start a new one; one in a promise does like any other.
addEventListener('error', () => close());
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

// After a sleep of the device or of the tab the connections are gone, and a light client that begins anew from what it
// saved is there sooner than one that catches up. Sleep shows in a clock that went on while this worker did not.
const LOOK_MS = 5_000;
const ASLEEP_MS = 120_000;
let awake = Date.now();
setInterval(() => {
  const now = Date.now();
  if (now - awake > ASLEEP_MS) close();
  awake = now;
}, LOOK_MS);

// How much memory the light client takes; the startup bench reads it.
globalThis.memoryBytes = () => memory.buffer.byteLength;
