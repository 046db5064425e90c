// Starts the engine and the vault before anything else of the page, and leaves their ports for the app.
//
// The engine is a module worker of this origin. The vault is a worker that `vault.html` makes out of a blob: such a
// worker inherits the policy of the frame that made it, and that frame may not connect to anything. So the vault stays
// offline on any static host, without a header. Its code and its compiled module are handed over by message.
//
// Each host is `{ port, started }`: the port takes messages at once and keeps them until the worker runs; `started`
// rejects if it cannot.

const at = (path) => new URL(path, document.baseURI);

async function startEngine(port) {
  const worker = new Worker(at('engine-worker.js'), { type: 'module', name: 'taolight-engine' });
  const failed = new Promise((_, reject) => {
    worker.onerror = (event) => reject(new Error(event.message ?? 'the engine stopped'));
  });
  worker.postMessage({ securePage: location.protocol === 'https:' }, [port]);
  return failed;
}

async function get(path) {
  const response = await fetch(at(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function startVault(port) {
  const frame = document.createElement('iframe');
  frame.src = at('vault.html');
  frame.hidden = true;
  frame.title = 'Signing core';
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  document.documentElement.append(frame);
  const [glue, module] = await Promise.all([
    get('wasm/vault/vault.js').then((response) => response.text()),
    get('wasm/vault/vault_bg.wasm').then(WebAssembly.compileStreaming),
    loaded,
  ]);
  frame.contentWindow.postMessage({ glue, module }, location.origin, [port]);
}

function host(start) {
  const { port1, port2 } = new MessageChannel();
  const started = start(port2);
  // Whoever waits for it sees the rejection; nobody else has to.
  started.catch(() => {});
  return Object.freeze({ port: port1, started });
}

globalThis.taolightHosts = Object.freeze({ engine: host(startEngine), vault: host(startVault) });
