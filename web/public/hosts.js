// Starts the engine and the vault before anything else of the page, and leaves the way to them for the app.
//
// The engine is a module worker of this origin: one for all tabs, where the browser has shared workers. Tabs share the
// worker of one file, which is named after its content, so those of another version have another one.
//
// The vault is a worker that `vault.html` makes out of a blob: such a worker inherits the policy of the frame that made
// it, and that frame may not connect to anything. So the vault stays offline on any static host, without a header. Its
// code and its compiled module are handed over by message. Where the engine's worker is this page's own, its module is
// compiled here, too, while the worker starts.
//
// `start()` gives `{ port, ended }`: the first time of the worker that is starting already, later of a new one in its
// place. The port takes messages at once and keeps them until the worker runs; `ended` rejects when it crashed or cannot
// start.

/** How long a shared worker may be loading. */
const PATIENCE_MS = 20_000;

const at = (path) => new URL(path, document.baseURI);

async function get(path) {
  const response = await fetch(at(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

const compile = (path) => get(path).then(WebAssembly.compileStreaming);

const engineWorker = (Kind) => new Kind(at('engine-worker.js'), { type: 'module', name: 'taolight-engine' });

/** The worker of all tabs; nothing where the browser has none, or none for this page. */
function sharedEngine() {
  if (!('SharedWorker' in globalThis && 'locks' in navigator)) return undefined;
  try {
    return engineWorker(SharedWorker);
  } catch {
    return undefined;
  }
}

/** Takes a lock for as long as this page lives. */
const lockOfTab = () =>
  new Promise((held, failed) => {
    const tab = `taolight-tab/${crypto.randomUUID()}`;
    const hold = () => {
      held({ tab });
      return new Promise(() => {});
    };
    navigator.locks.request(tab, hold).catch(failed);
  });

function startEngine(port) {
  const shared = sharedEngine();
  const worker = shared ?? engineWorker(Worker);
  const engine = shared?.port ?? worker;
  // What goes with the port.
  const first = shared ? lockOfTab() : compile('wasm/engine/engine_bg.wasm').then((module) => ({ module }));
  const ended = new Promise((_, reject) => {
    const end = (why) => reject(new Error(why ?? 'the engine stopped'));
    worker.onerror = ({ message }) => end(message);
    // A shared worker that was just ending may have taken the connection, and never says a word.
    const silence = shared && setTimeout(end, PATIENCE_MS, 'the engine does not answer');
    engine.onmessage = ({ data: { life } }) => {
      clearTimeout(silence);
      if (life) navigator.locks.request(life, { mode: 'shared' }, () => end());
    };
    first.then((message) => engine.postMessage(message, [port]), reject);
  });
  return { ended, stop: () => (shared ? engine.close() : worker.terminate()) };
}

function startVault(port) {
  const frame = document.createElement('iframe');
  frame.src = at('vault.html');
  frame.hidden = true;
  frame.title = 'Signing core';
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  document.documentElement.append(frame);
  const ended = new Promise((_, reject) => {
    const glue = get('wasm/vault/vault.js').then((response) => response.text());
    Promise.all([glue, compile('wasm/vault/vault_bg.wasm'), loaded]).then(([glue, module]) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => reject(new Error(data));
      frame.contentWindow.postMessage({ glue, module }, location.origin, [port, port2]);
    }, reject);
  });
  return { ended, stop: () => frame.remove() };
}

function host(begin) {
  let run;
  const start = () => {
    run?.stop();
    const { port1, port2 } = new MessageChannel();
    run = begin(port2);
    // Whoever waits for it sees the rejection; nobody else has to.
    run.ended.catch(() => {});
    return Object.freeze({ port: port1, ended: run.ended });
  };
  let first = start();
  return Object.freeze({
    start() {
      const started = first ?? start();
      first = undefined;
      return started;
    },
  });
}

globalThis.taolightHosts = Object.freeze({ engine: host(startEngine), vault: host(startVault) });

// Loaded when somebody scans.
const scan = () => import(at('scan.js'));
globalThis.taolightScan = Object.freeze({
  camera: async (video, signal) => (await scan()).camera(video, signal),
  picture: async (file) => (await scan()).picture(file),
});
