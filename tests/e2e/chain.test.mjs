// The suites about the chain and the light client. They share one local network, whose chain must be long for the warp
// sync, and the last but one upgrades it.

import './suites/bad_input.mjs';
import './suites/isolation.mjs';
import './suites/bad_network.mjs';
import './suites/networks.mjs';
import './suites/first_transfer.mjs';
import './suites/interrupted.mjs';
import './suites/tabs.mjs';
import './suites/smoke.mjs';
import './suites/upgrade.mjs';
import './suites/secrets.mjs';
