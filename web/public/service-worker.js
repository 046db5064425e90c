// Keeps the files of this version of the app on the device, so that it opens without a connection. It knows nothing else:
// no chain data goes through it, no network description, and nothing of another origin.
//
// The page itself is asked from the network first, so that a new version is there at once, and taken from the device if
// that fails or is slow. All other files are named after their content, so the ones that are kept are the right ones. Each
// was checked against its hash when it was fetched.
//
// The build writes the list of files, by path, with the hash of each.

const { version, files } = /* shell */ { version: '', files: {} };

const CACHES = 'taolight-shell-';
const KEPT = CACHES + version;
const PAGE = 'index.html';
/** How long the network may take to answer for the page before the kept one is shown. */
const PATIENCE_MS = 3_000;

const address = (path) => new URL(path, registration.scope).href;

async function keep() {
  const cache = await caches.open(KEPT);
  const requests = Object.entries(files).map(
    ([path, integrity]) => new Request(address(path), { integrity, cache: path === PAGE ? 'no-cache' : 'default' }),
  );
  await cache.addAll(requests);
}

/** Removes what other versions kept. */
async function forget() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHES) && name !== KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function kept(path) {
  const cache = await caches.open(KEPT);
  return cache.match(address(path));
}

async function page(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (failure) {
    const answer = await kept(PAGE);
    if (answer) return answer;
    throw failure;
  }
}

const file = async (request, path) => (await kept(path)) ?? fetch(request);

/** The path of what is asked below the app's own folder. */
function pathOf({ url }) {
  const { origin, pathname } = new URL(url);
  const folder = new URL(registration.scope);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return undefined;
  return pathname.slice(folder.pathname.length) || PAGE;
}

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(forget()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.method === 'GET' && pathOf(request);
  if (!path || !Object.hasOwn(files, path)) return;
  event.respondWith(path === PAGE ? page(request) : file(request, path));
});
