// What the vault must not be able to do. Runs in the browser and knows nothing of this file.

/** Tries to reach the outside, each way; tells of each whether it failed. */
export async function attempts({ page, script, socket }) {
  const fails = (attempt) => attempt().then(() => false, () => true);
  const opens = () =>
    new Promise((open, failed) => {
      const opening = new WebSocket(socket);
      opening.onopen = () => open(opening.close());
      opening.onerror = failed;
    });
  return { fetch: await fails(() => fetch(page)), import: await fails(() => import(script)), socket: await fails(opens) };
}
