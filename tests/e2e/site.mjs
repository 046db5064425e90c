// Serves the built app as any static host would: files, their types, and that what is named after its content may be
// kept. No other headers. `extra` adds or replaces files.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export async function serveSite({ dist = process.env.TAOLIGHT_DIST, extra = {} } = {}) {
  if (!dist) throw new Error('TAOLIGHT_DIST is not set: run this through `cargo xtask test e2e`');
  const files = { ...extra };
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const name = path.endsWith('/') ? `${path}index.html` : path;
    if (name in files) {
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' });
      response.end(files[name]);
      return;
    }
    const file = join(dist, name);
    if (!file.startsWith(dist) || !(await stat(file).catch(() => null))?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'cache-control': /-[0-9a-f]{12,16}(_bg)?\.\w+$/.test(name) ? 'max-age=31536000, immutable' : 'no-cache',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    files,
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
