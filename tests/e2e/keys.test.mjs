// The suites about what the vault keeps and what a person sees of it. They share one local network.

import './suites/accessible.mjs';
import './suites/vault.mjs';
import './suites/imports.mjs';
import './suites/limits.mjs';
import './suites/scan.mjs';
import './suites/distrust.mjs';
import './suites/device.mjs';
import './suites/damaged.mjs';
import './suites/cleared.mjs';
import './suites/settings.mjs';
import './suites/languages.mjs';
import './suites/secrets.mjs';
