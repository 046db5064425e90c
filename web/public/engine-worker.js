// The engine's worker: loads its WebAssembly and serves the port that the page sends. The listener stands before the
// first `await`, so that no message is lost while the WebAssembly compiles.
import init, { serve } from './wasm/engine/engine.js';

const ready = init({ module_or_path: new URL('./wasm/engine/engine_bg.wasm', import.meta.url) });

addEventListener('message', async ({ data, ports }) => {
  await ready;
  serve(ports[0], data);
});

// How much memory the light client takes; the startup bench reads it.
globalThis.memoryBytes = async () => (await ready).memory.buffer.byteLength;
