// The suites that need an economy: subnets, validators and positions. They share one local network that begins with the
// seed of tests/devnet, and as many subnets as Finney has.

import { seeded } from './context.mjs';

seeded(128);

await import('./suites/asleep.mjs');
await import('./suites/portfolio.mjs');
await import('./suites/subnets.mjs');
await import('./suites/logos.mjs');
await import('./suites/subnets_columns.mjs');
await import('./suites/stake.mjs');
await import('./suites/acts.mjs');
await import('./suites/refusals.mjs');
await import('./suites/keyboard.mjs');
await import('./suites/miners.mjs');
await import('./suites/crowd.mjs');
await import('./suites/pages.mjs');
await import('./suites/awake.mjs');
await import('./suites/secrets.mjs');
