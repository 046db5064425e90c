// Starts the engine and the vault before anything else of the page, and hands their ports to the app.
//
// The engine is a module worker of this origin. The vault is a worker that `vault.html` makes out of a blob: such a
// worker inherits the policy of the frame that made it, and that frame may not connect to anything. So the vault stays
// offline on any static host, without a header. Its code and its compiled module are handed over by message.

const at = (path) => new URL(path, document.baseURI);

function startEngine() {
  const worker = new Worker(at('engine-worker.js'), { type: 'module', name: 'taolight-engine' });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ securePage: location.protocol === 'https:' }, [port2]);
  return port1;
}

async function startVault() {
  const frame = document.createElement('iframe');
  frame.src = at('vault.html');
  frame.hidden = true;
  frame.title = 'Signing core';
  const loaded = new Promise((resolve, reject) => {
    frame.onload = resolve;
    frame.onerror = () => reject(new Error('vault.html did not load'));
  });
  document.documentElement.append(frame);
  const [glue, module] = await Promise.all([
    fetch(at('wasm/vault/vault.js')).then((response) => response.text()),
    WebAssembly.compileStreaming(fetch(at('wasm/vault/vault_bg.wasm'))),
    loaded,
  ]);
  const { port1, port2 } = new MessageChannel();
  frame.contentWindow.postMessage({ glue, module }, location.origin, [port2]);
  return port1;
}

const engine = startEngine();
const vault = startVault();

globalThis.taolightHosts = Object.freeze({
  engine: async () => engine,
  vault: () => vault,
});
