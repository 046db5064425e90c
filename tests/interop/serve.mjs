// Answers commands, one line of JSON each, until there are no more.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export async function serve(commands) {
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = await answerTo(commands, JSON.parse(line));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

async function answerTo(commands, { do: name, ...request }) {
  try {
    return { ok: await commands[name](request) };
  } catch (error) {
    return { error: String(error) };
  }
}

/** The version of a package, by the very files that were imported. */
export function version({ package: name }) {
  const [folder] = fileURLToPath(import.meta.resolve(name)).split(`/node_modules/${name}/`);
  return JSON.parse(readFileSync(`${folder}/node_modules/${name}/package.json`, 'utf8')).version;
}

export const hex = (bytes) => Buffer.from(bytes).toString('hex');

export const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
