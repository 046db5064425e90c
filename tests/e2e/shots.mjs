// What `cargo xtask shots` runs: the suites that look at every page and every sheet, on one network with an economy.

import { seeded } from './context.mjs';

seeded(128);

await import('./suites/pages.mjs');
await import('./suites/accessible.mjs');
