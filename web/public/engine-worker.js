// The engine's worker: serves the port that the page sends, with the WebAssembly that the page compiled meanwhile.
import { initSync, serve } from './wasm/engine/engine.js';

let memory;

addEventListener(
  'message',
  ({ data: { module, config }, ports }) => {
    ({ memory } = initSync({ module }));
    serve(ports[0], config);
  },
  { once: true },
);

// A defect in a promise ends this worker like any other, so that the page starts a new one.
addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

// How much memory the light client takes; the startup bench reads it.
globalThis.memoryBytes = () => memory.buffer.byteLength;
