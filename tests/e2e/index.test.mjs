// Every suite in one process and in this order: they share one local network, whose chain must be long for the warp
// sync, and the last but one upgrades it.

import './suites/bad_input.mjs';
import './suites/isolation.mjs';
import './suites/bad_network.mjs';
import './suites/accessible.mjs';
import './suites/vault.mjs';
import './suites/imports.mjs';
import './suites/limits.mjs';
import './suites/distrust.mjs';
import './suites/device.mjs';
import './suites/damaged.mjs';
import './suites/settings.mjs';
import './suites/first_transfer.mjs';
import './suites/interrupted.mjs';
import './suites/tabs.mjs';
import './suites/smoke.mjs';
import './suites/upgrade.mjs';
import './suites/secrets.mjs';
