// Starts the engine and the vault before anything else of the page, and leaves the way to them for the app.
//
// The engine is a module worker of this origin. The vault is a worker that `vault.html` makes out of a blob: such a
// worker inherits the policy of the frame that made it, and that frame may not connect to anything. So the vault stays
// offline on any static host, without a header. Its code and its compiled module are handed over by message. The
// engine's module is compiled here, too, while its worker starts.
//
// `start()` gives `{ port, ended }`: the first time of the worker that is starting already, later of a new one in its
// place. The port takes messages at once and keeps them until the worker runs; `ended` rejects when it crashed or cannot
// start.

const at = (path) => new URL(path, document.baseURI);

async function get(path) {
  const response = await fetch(at(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

const compile = (path) => get(path).then(WebAssembly.compileStreaming);

function startEngine(port) {
  const module = compile('wasm/engine/engine_bg.wasm');
  const worker = new Worker(at('engine-worker.js'), { type: 'module', name: 'taolight-engine' });
  const ended = new Promise((_, reject) => {
    worker.onerror = (event) => reject(new Error(event.message ?? 'the engine stopped'));
    module.then((module) => {
      worker.postMessage({ module, config: { securePage: location.protocol === 'https:' } }, [port]);
    }, reject);
  });
  return { ended, stop: () => worker.terminate() };
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
