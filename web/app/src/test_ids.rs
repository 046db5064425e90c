//! The names by which tests find what the page shows, as `data-testid`. They outlive any change of looks.

/// Name of the open network. `data-network` is its id.
pub const NETWORK_NAME: &str = "network-name";
/// What the light client is doing. `data-phase` is `off`, `connecting`, `syncing`, `ready` or `stalled`.
pub const LIFECYCLE: &str = "lifecycle";
/// The finalized block. `data-number` is its number.
pub const FINALIZED_NUMBER: &str = "finalized-number";
/// The best block. `data-number` is its number.
pub const BEST_NUMBER: &str = "best-number";
/// Number of peers. `data-count` is the bare number.
pub const PEERS: &str = "peers";
/// The trusted checkpoint and its age. `data-number` is its block.
pub const CHECKPOINT: &str = "checkpoint";

/// The page that is shown. `data-page` names it.
pub const PAGE: &str = "page";
/// Shows a page. `data-page` names it.
pub const NAV: &str = "nav";
/// The account that a form is about, where there is only one.
pub const PAYER: &str = "payer";
/// Chooses the account that a form is about.
pub const PAYER_CHOOSE: &str = "payer-choose";

/// A subnet's logo.
pub const SUBNET_LOGO: &str = "subnet-logo";
/// Shows logos of subnets, or not.
pub const LOGOS_TOGGLE: &str = "logos-toggle";

/// Opens the sheet of networks.
pub const NETWORK_CHOOSE: &str = "network-choose";
/// The sheet of networks.
pub const NETWORK_SHEET: &str = "network-sheet";
/// Opens one known network. `data-network` is its id; disabled where it cannot be opened.
pub const NETWORK_OPTION: &str = "network-option";
/// How many peers the open network has now.
pub const NETWORK_PEERS: &str = "network-peers";
/// Forgets a network that was brought. `data-genesis` is its genesis hash.
pub const NETWORK_FORGET: &str = "network-forget";
/// Takes the text of a network file or chain spec.
pub const NETWORK_CUSTOM_TEXT: &str = "network-custom-text";
/// Opens the network of that text.
pub const NETWORK_CUSTOM_OPEN: &str = "network-custom-open";
/// What is wrong with that text.
pub const NETWORK_CUSTOM_ERROR: &str = "network-custom-error";
/// Closes the sheet of networks.
pub const NETWORK_CLOSE: &str = "network-close";

/// The three steps of a start.
pub const FIRST_RUN: &str = "first-run";

/// The sheet of whatever is being done. `data-sheet` names it.
pub const SHEET: &str = "sheet";
/// Closes that sheet.
pub const SHEET_CLOSE: &str = "sheet-close";

/// What a page without accounts says first.
pub const WELCOME: &str = "welcome";
/// Makes an account.
pub const WAY_CREATE: &str = "way-create";
/// Brings an account.
pub const WAY_IMPORT: &str = "way-import";
/// Watches an address.
pub const WAY_WATCH: &str = "way-watch";
/// Looks around without an account.
pub const WAY_LOOK: &str = "way-look";

/// The vault's lock in the strip. `data-state` is `starting`, `empty`, `locked`, `unlocked` or `damaged`.
pub const VAULT_LOCK: &str = "vault-lock";
/// The sheet that asks for the vault's password, or for a new one.
pub const VAULT_SHEET: &str = "vault-sheet";
/// Takes the vault's password.
pub const VAULT_PASSWORD: &str = "vault-password";
/// Unlocks the vault.
pub const VAULT_UNLOCK: &str = "vault-unlock";
/// Takes a new vault's password.
pub const VAULT_NEW_PASSWORD: &str = "vault-new-password";
/// Takes it once more.
pub const VAULT_NEW_PASSWORD_AGAIN: &str = "vault-new-password-again";
/// Makes the vault.
pub const VAULT_CREATE: &str = "vault-create";
/// Why the vault was not unlocked or made.
pub const VAULT_ERROR: &str = "vault-error";
/// How long to wait before the next try, in any form that takes the vault's password. `data-seconds` is the bare number.
pub const PASSWORD_WAIT: &str = "password-wait";
/// Leaves the sheet with the vault locked.
pub const VAULT_CANCEL: &str = "vault-cancel";
/// Says that no password opens the vault any more.
pub const VAULT_DAMAGED: &str = "vault-damaged";
/// Opens the sheet that takes the password of a vault in its place.
pub const VAULT_BEGIN_ANEW: &str = "vault-begin-anew";
/// Says in that sheet what comes after.
pub const VAULT_ANEW: &str = "vault-anew";
/// Says that this browser keeps nothing after the page is closed.
pub const VAULT_FORGETFUL: &str = "vault-forgetful";

/// Opens the ways to add an account.
pub const ACCOUNT_ADD: &str = "account-add";
/// Takes a name for an account.
pub const ACCOUNT_LABEL: &str = "account-label";
/// The whole address of the chosen account.
pub const ACCOUNT_ADDRESS: &str = "account-address";
/// Says that the chosen account can be watched and not spent from; hidden where it can.
pub const ACCOUNT_WATCHED: &str = "account-watched";
/// Chooses an account. `data-address` is its address.
pub const ACCOUNT_OPTION: &str = "account-option";
/// What an account is used for. `data-role` is `coldkey`, `hotkey` or `watched`.
pub const ACCOUNT_ROLE: &str = "account-role";
/// Says of an account that no copy of its secret is known.
pub const ACCOUNT_NOT_BACKED_UP: &str = "account-not-backed-up";
/// An account of which something cannot be read. `data-address` is its address.
pub const ACCOUNT_DAMAGED: &str = "account-damaged";
/// Imports it again.
pub const DAMAGED_IMPORT: &str = "damaged-import";
/// Asks whether to remove it.
pub const DAMAGED_REMOVE: &str = "damaged-remove";
/// The accounts that the browser cleared.
pub const ACCOUNTS_GONE: &str = "accounts-gone";
/// Imports one of them again.
pub const GONE_IMPORT: &str = "gone-import";
/// Forgets that they were here.
pub const GONE_FORGET: &str = "gone-forget";
/// Says in the list that an account is damaged.
pub const ACCOUNT_IS_DAMAGED: &str = "account-is-damaged";
/// Copies the address of the chosen account.
pub const ACCOUNT_COPY: &str = "account-copy";
/// Opens the details of the chosen account.
pub const ACCOUNT_DETAILS: &str = "account-details";
/// The whole address in the details.
pub const DETAILS_ADDRESS: &str = "details-address";
/// Copies it.
pub const DETAILS_COPY: &str = "details-copy";
/// Takes the name that is typed.
pub const ACCOUNT_RENAME: &str = "account-rename";
/// Chooses what the account is used for. `data-role` is `coldkey` or `hotkey`.
pub const ACCOUNT_ROLE_OPTION: &str = "account-role-option";
/// A hotkey of the account. `data-address` is its address.
pub const HOTKEY: &str = "hotkey";
/// Links one of the vault's hotkeys. `data-address` is its address.
pub const HOTKEY_LINK: &str = "hotkey-link";
/// Takes the address of another hotkey.
pub const HOTKEY_ADDRESS: &str = "hotkey-address";
/// What is wrong with that address.
pub const HOTKEY_ERROR: &str = "hotkey-error";
/// Links the hotkey of that address.
pub const HOTKEY_ADD: &str = "hotkey-add";
/// Takes a hotkey off the account. `data-address` is its address.
pub const HOTKEY_UNLINK: &str = "hotkey-unlink";
/// Why something about an account was not changed.
pub const DETAILS_ERROR: &str = "details-error";
/// Opens the backup.
pub const ACCOUNT_BACKUP: &str = "account-backup";
/// Opens the export.
pub const ACCOUNT_EXPORT: &str = "account-export";
/// Opens the limits.
pub const ACCOUNT_LIMITS: &str = "account-limits";
/// Asks whether to remove the account.
pub const ACCOUNT_REMOVE: &str = "account-remove";
/// Says that nobody has a copy of the secret that is about to go.
pub const ACCOUNT_REMOVE_LOUD: &str = "account-remove-loud";
/// Says yes to that.
pub const ACCOUNT_REMOVE_SURE: &str = "account-remove-sure";
/// Why the account was not removed.
pub const ACCOUNT_REMOVE_ERROR: &str = "account-remove-error";
/// Removes it.
pub const ACCOUNT_REMOVE_CONFIRM: &str = "account-remove-confirm";

/// Chooses the number of words of a new account.
pub const CREATE_WORDS: &str = "create-words";
/// Why no account was made.
pub const CREATE_ERROR: &str = "create-error";
/// Makes the account.
pub const CREATE_SUBMIT: &str = "create-submit";

/// Takes the address to watch.
pub const WATCH_ADDRESS: &str = "watch-address";
/// What is wrong with it.
pub const WATCH_ERROR: &str = "watch-error";
/// Watches it.
pub const WATCH_SUBMIT: &str = "watch-submit";

/// Takes a mnemonic, secret URI, seed, address or the text of a key file.
pub const IMPORT_TEXT: &str = "import-text";
/// Shows or hides it while it is typed.
pub const IMPORT_SHOW: &str = "import-show";
/// Chooses a key file.
pub const IMPORT_FILE: &str = "import-file";
/// The address of the damaged account whose secret is brought again.
pub const IMPORT_AGAIN: &str = "import-again";
/// What is wrong with it.
pub const IMPORT_TEXT_ERROR: &str = "import-text-error";
/// Hands it to the signing core, which says what it is.
pub const IMPORT_READ: &str = "import-read";
/// What it is. `data-kind` is the format.
pub const IMPORT_KIND: &str = "import-kind";
/// An account that it names. `data-address` is its address.
pub const IMPORT_CLAIM: &str = "import-claim";
/// How much memory its password takes.
pub const IMPORT_MEMORY: &str = "import-memory";
/// Says that there is no secret in it.
pub const IMPORT_WATCH_ONLY: &str = "import-watch-only";
/// Chooses what the account is used for. `data-role` is `coldkey` or `hotkey`.
pub const IMPORT_ROLE: &str = "import-role";
/// Takes the password of the file.
pub const IMPORT_PASSWORD: &str = "import-password";
/// Takes the address that the secret belongs to.
pub const IMPORT_ADDRESS: &str = "import-address";
/// Chooses the scheme.
pub const IMPORT_SCHEME: &str = "import-scheme";
/// Why it was not imported.
pub const IMPORT_ERROR: &str = "import-error";
/// Imports it.
pub const IMPORT_SUBMIT: &str = "import-submit";
/// Goes back to paste something else.
pub const IMPORT_BACK: &str = "import-back";
/// Leaves out an account of a batch that waits for its password.
pub const IMPORT_SKIP: &str = "import-skip";
/// An account that was imported. `data-address` is its address.
pub const IMPORT_ADDED: &str = "import-added";
/// An account that could not be imported, and why. `data-code` is the error code.
pub const IMPORT_REFUSED: &str = "import-refused";

/// Says that the chosen account is not backed up.
pub const BACKUP_REMINDER: &str = "backup-reminder";
/// Opens the backup from there.
pub const BACKUP_REMINDER_START: &str = "backup-reminder-start";
/// Takes the vault's password.
pub const BACKUP_PASSWORD: &str = "backup-password";
/// Why the secret is not shown, or which word is wrong.
pub const BACKUP_ERROR: &str = "backup-error";
/// Asks for the secret.
pub const BACKUP_REVEAL: &str = "backup-reveal";
/// Shows or hides the secret.
pub const BACKUP_SHOW: &str = "backup-show";
/// One word. `data-position` is its position, from 1 on.
pub const BACKUP_WORD: &str = "backup-word";
/// The secret of an account that is one line of text.
pub const BACKUP_URI: &str = "backup-uri";
/// Says that only a key file can be taken out.
pub const BACKUP_FILE_ONLY: &str = "backup-file-only";
/// Copies the secret.
pub const BACKUP_COPY: &str = "backup-copy";
/// Goes on to the three words.
pub const BACKUP_NEXT: &str = "backup-next";
/// Takes a word. `data-position` is its position, from 1 on.
pub const BACKUP_ANSWER: &str = "backup-answer";
/// Checks the three words.
pub const BACKUP_CHECK: &str = "backup-check";
/// Says that the account is backed up.
pub const BACKUP_DONE: &str = "backup-done";

/// Chooses a form for a key file. `data-format` is the format.
pub const EXPORT_FORMAT: &str = "export-format";
/// Takes the password of the file.
pub const EXPORT_FILE_PASSWORD: &str = "export-file-password";
/// Takes it once more.
pub const EXPORT_FILE_PASSWORD_AGAIN: &str = "export-file-password-again";
/// Takes the vault's password.
pub const EXPORT_PASSWORD: &str = "export-password";
/// Why there is no file.
pub const EXPORT_ERROR: &str = "export-error";
/// Makes the file and saves it.
pub const EXPORT_DOWNLOAD: &str = "export-download";
/// Says that it was saved, and under which name.
pub const EXPORT_DONE: &str = "export-done";

/// Opens the settings.
pub const SETTINGS_OPEN: &str = "settings-open";
/// Unlocks the vault, so that its settings can be seen.
pub const SETTINGS_UNLOCK: &str = "settings-unlock";
/// Opens the sheet of networks from the settings.
pub const SETTINGS_NETWORKS: &str = "settings-networks";
/// Opens the sheet that saves and brings settings.
pub const SETTINGS_AS_FILE: &str = "settings-as-file";
/// Opens what the app says about itself.
pub const SETTINGS_ABOUT: &str = "settings-about";
/// Saves everything but keys as a file.
pub const SETTINGS_SAVE: &str = "settings-save";
/// Why it was not saved.
pub const SETTINGS_SAVE_ERROR: &str = "settings-save-error";
/// Says that it was.
pub const SETTINGS_SAVED: &str = "settings-saved";
/// Takes a file of settings.
pub const SETTINGS_FILE: &str = "settings-file";
/// What the file would add.
pub const SETTINGS_OFFER: &str = "settings-offer";
/// One thing that it would add.
pub const SETTINGS_ADDS: &str = "settings-adds";
/// Takes the password for the limits of the file.
pub const SETTINGS_FILE_PASSWORD: &str = "settings-file-password";
/// Adds it.
pub const SETTINGS_ADD: &str = "settings-add";
/// Why the file was not read or added.
pub const SETTINGS_BRING_ERROR: &str = "settings-bring-error";
/// Says that it was added.
pub const SETTINGS_BROUGHT: &str = "settings-brought";
/// The version of the app.
pub const ABOUT_VERSION: &str = "about-version";
/// The hash of a file that runs.
pub const ABOUT_FILE: &str = "about-file";
/// Leads to the licences.
pub const ABOUT_LICENCES: &str = "about-licences";
/// Chooses when the vault locks itself.
pub const SETTINGS_AUTO_LOCK: &str = "settings-auto-lock";
/// Locks the vault whenever the device is locked.
pub const SETTINGS_LOCK_WITH_DEVICE: &str = "settings-lock-with-device";
/// Why a setting was not changed.
pub const SETTINGS_ERROR: &str = "settings-error";
/// Opens the limits of an account. `data-address` is its address.
pub const SETTINGS_LIMITS: &str = "settings-limits";
/// Takes the password so far.
pub const PASSWORD_OLD: &str = "password-old";
/// Takes the password from now on.
pub const PASSWORD_NEW: &str = "password-new";
/// Takes it once more.
pub const PASSWORD_NEW_AGAIN: &str = "password-new-again";
/// Why the password was not changed.
pub const PASSWORD_ERROR: &str = "password-error";
/// Changes the password.
pub const PASSWORD_CHANGE: &str = "password-change";
/// Says that it was changed.
pub const PASSWORD_CHANGED: &str = "password-changed";
/// Names the damaged accounts that another password does not reach.
pub const PASSWORD_LEAVES: &str = "password-leaves";
/// Says that they may stay under the password so far.
pub const PASSWORD_LEAVE: &str = "password-leave";

/// Takes the most that one transaction may move, in TAO.
pub const LIMITS_PER_TRANSACTION: &str = "limits-per-transaction";
/// What is wrong with it.
pub const LIMITS_PER_TRANSACTION_ERROR: &str = "limits-per-transaction-error";
/// Takes the most that 24 hours may move, in TAO.
pub const LIMITS_PER_DAY: &str = "limits-per-day";
/// What is wrong with it.
pub const LIMITS_PER_DAY_ERROR: &str = "limits-per-day-error";
/// Takes the allowed calls, one a line.
pub const LIMITS_CALLS: &str = "limits-calls";
/// Takes the allowed subnets, as numbers.
pub const LIMITS_SUBNETS: &str = "limits-subnets";
/// What is wrong with them.
pub const LIMITS_SUBNETS_ERROR: &str = "limits-subnets-error";
/// Takes the vault's password.
pub const LIMITS_PASSWORD: &str = "limits-password";
/// Why the limits were not saved.
pub const LIMITS_ERROR: &str = "limits-error";
/// Saves the limits.
pub const LIMITS_SAVE: &str = "limits-save";
/// Says that they were saved.
pub const LIMITS_SAVED: &str = "limits-saved";

/// What is free. `data-rao` is the exact integer.
pub const BALANCE_FREE: &str = "balance-free";
/// What is reserved. `data-rao` is the exact integer.
pub const BALANCE_RESERVED: &str = "balance-reserved";
/// What is frozen. `data-rao` is the exact integer.
pub const BALANCE_FROZEN: &str = "balance-frozen";
/// The block at which the balance was read. `data-number` is its number.
pub const BALANCE_BLOCK: &str = "balance-block";
/// How well the balance is proven. `data-level` is `finalized`, `best`, `cached` or `unverified`.
pub const BALANCE_LEVEL: &str = "balance-level";

/// Shows one account or all. `data-scope` is `one` or `all`.
pub const PORTFOLIO_SCOPE: &str = "portfolio-scope";
/// All that the accounts have at the present prices. `data-rao` is the exact integer.
pub const PORTFOLIO_AT_SPOT: &str = "portfolio-at-spot";
/// What it would bring if sold now. `data-rao` is the exact integer.
pub const PORTFOLIO_IF_SOLD: &str = "portfolio-if-sold";
/// What of it is free TAO. `data-rao` is the exact integer.
pub const PORTFOLIO_FREE: &str = "portfolio-free";
/// What of it is on the root. `data-rao` is the exact integer.
pub const PORTFOLIO_ROOT: &str = "portfolio-root";
/// What of it is on the other subnets. `data-rao` is the exact integer.
pub const PORTFOLIO_SUBNETS: &str = "portfolio-subnets";
/// How it was read. `data-block` is the block's number, `data-level` as of a balance.
pub const PORTFOLIO_PROOF: &str = "portfolio-proof";
/// Says that there is no stake yet.
pub const PORTFOLIO_EMPTY: &str = "portfolio-empty";
/// All of an account on a subnet. `data-netuid`, and `data-alpha` and `data-locked` as exact integers.
pub const HOLDING: &str = "holding";
/// What of that is with one validator. `data-netuid`, `data-hotkey`, and `data-alpha` as exact integer.
pub const POSITION: &str = "position";
/// Takes a position out.
pub const POSITION_UNSTAKE: &str = "position-unstake";
/// Moves a position.
pub const POSITION_MOVE: &str = "position-move";
/// Gives it to another coldkey.
pub const POSITION_GIVE: &str = "position-give";

/// Opens the choice of a table's columns.
pub const TABLE_COLUMNS_OPEN: &str = "table-columns-open";
/// The choice of a table's columns.
pub const TABLE_COLUMNS: &str = "table-columns";
/// Shows a column, or hides it. `data-column` names it.
pub const TABLE_COLUMN: &str = "table-column";
/// Shows the columns as usual.
pub const TABLE_COLUMNS_USUAL: &str = "table-columns-usual";

/// Takes what is searched for among subnets.
pub const SUBNETS_SEARCH: &str = "subnets-search";
/// Shows favourites only.
pub const SUBNETS_FAVOURITES: &str = "subnets-favourites";
/// Sorts the subnets by a column. `data-column` names it.
pub const SUBNETS_SORT: &str = "subnets-sort";
/// One subnet. `data-netuid` is its number.
pub const SUBNET_ROW: &str = "subnet-row";
/// Opens a subnet.
pub const SUBNET_OPEN: &str = "subnet-open";
/// Makes a subnet a favourite, or no longer.
pub const SUBNET_STAR: &str = "subnet-star";
/// Says that no subnet is as searched for.
pub const SUBNETS_NONE: &str = "subnets-none";
/// How the list was read.
pub const SUBNETS_PROOF: &str = "subnets-proof";
/// The name of the subnet that is looked at.
pub const SUBNET_NAME: &str = "subnet-name";
/// Says what is strange about a name.
pub const NAME_WARNING: &str = "name-warning";
/// Says that there is no such subnet.
pub const SUBNET_MISSING: &str = "subnet-missing";
/// How the subnet was read.
pub const SUBNET_PROOF: &str = "subnet-proof";
/// Stakes on the subnet.
pub const SUBNET_STAKE: &str = "subnet-stake";
/// Shows a part of the subnet. `data-tab` is its name.
pub const SUBNET_TAB: &str = "subnet-tab";
/// Finds neurons.
pub const METAGRAPH_SEARCH: &str = "metagraph-search";
/// How many were found.
pub const METAGRAPH_FOUND: &str = "metagraph-found";
/// Sorts the neurons. `data-column` names the column.
pub const METAGRAPH_SORT: &str = "metagraph-sort";
/// How the neurons were read.
pub const METAGRAPH_PROOF: &str = "metagraph-proof";
/// A neuron. `data-uid` is its number, `data-hotkey` its address.
pub const NEURON: &str = "neuron";
/// Chooses the hotkey that asks miners.
pub const MINERS_ASKER: &str = "miners-asker";
/// What that hotkey is on the subnet. `data-uid` is its number, if it is registered.
pub const MINERS_STANDING: &str = "miners-standing";
/// Says that there is no hotkey to ask with, and how to add one.
pub const MINERS_NO_HOTKEY: &str = "miners-no-hotkey";
/// Chooses what is asked: `ping`, `free`, `btauth`, `preset:` and a name, or `call:` and a position.
pub const MINERS_QUESTION: &str = "miners-question";
/// Whom the miners answer, as their published software says.
pub const MINERS_GATE: &str = "miners-gate";
/// What is not promised, on the page or in the review.
pub const MINERS_PROMISE: &str = "miners-promise";
/// How many miners there are, and how many are chosen.
pub const MINERS_FOUND: &str = "miners-found";
/// Finds miners.
pub const MINERS_SEARCH: &str = "miners-search";
/// Sorts the miners. `data-column` names the column.
pub const MINERS_SORT: &str = "miners-sort";
/// Shows those without an address, too.
pub const MINERS_ALL: &str = "miners-all";
/// How the miners were read.
pub const MINERS_PROOF: &str = "miners-proof";
/// A miner. `data-uid`, `data-hotkey`; `data-outcome` is `likelyAnswered`, `unclear`, `likelyRefused` or `cannotBeSent`;
/// `data-findings` are the codes of the verdict's findings.
pub const MINER: &str = "miner";
/// Chooses a miner.
pub const MINER_CHOOSE: &str = "miner-choose";
/// What a probe of a miner found. `data-identity` is `proven`, `another`, `unsigned` or nothing.
pub const MINER_PROBED: &str = "miner-probed";
/// Chooses the eight with the most incentive.
pub const MINERS_TOP: &str = "miners-top";
/// Chooses none.
pub const MINERS_NONE: &str = "miners-none";
/// Probes the chosen miners.
pub const MINERS_PROBE: &str = "miners-probe";
/// Allows addresses that the whole internet does not reach.
pub const MINERS_SPECIAL: &str = "miners-special";
/// Asks over https.
pub const MINERS_TLS: &str = "miners-tls";
/// Opens the review of a question.
pub const MINERS_REVIEW: &str = "miners-review";
/// Why it could not be opened.
pub const MINERS_ERROR: &str = "miners-error";
/// The review of a question.
pub const MINERS_REVIEW_SHEET: &str = "miners-review-sheet";
/// A miner in the review. `data-uid` is its number, `data-asked` says whether it is asked.
pub const MINERS_RECEIVER: &str = "miners-receiver";
/// The request as a command.
pub const MINERS_CURL: &str = "miners-curl";
/// What the signing core read. `data-count` is the number of requests.
pub const MINERS_SUMMARY: &str = "miners-summary";
/// Signs and asks.
pub const MINERS_CONFIRM: &str = "miners-confirm";
/// Prepares the review again.
pub const MINERS_REVIEW_AGAIN: &str = "miners-review-again";
/// Leaves the review.
pub const MINERS_REVIEW_CANCEL: &str = "miners-review-cancel";
/// Why nothing was signed.
pub const MINERS_REVIEW_ERROR: &str = "miners-review-error";
/// An answer. `data-uid`; `data-state` is `waiting`, `coming`, `answered`, `failed` or `cancelled`; `data-code` is that of
/// a failure.
pub const MINERS_ANSWER: &str = "miners-answer";
/// What a miner said.
pub const MINERS_ANSWER_TEXT: &str = "miners-answer-text";
/// The same where it is JSON.
pub const MINERS_ANSWER_JSON: &str = "miners-answer-json";
/// A value of that. `data-key` is its key, or its position in a list.
pub const JSON_VALUE: &str = "json-value";
/// Shows a picture in it, or hides it again.
pub const PICTURE_SHOW: &str = "picture-show";
/// That picture.
pub const PICTURE: &str = "picture";
/// Saves it as a file.
pub const MINERS_ANSWER_SAVE: &str = "miners-answer-save";
/// Asks one miner the same again.
pub const MINERS_ANSWER_AGAIN: &str = "miners-answer-again";
/// Which miners gave the same answer.
pub const MINERS_AGREEMENT: &str = "miners-agreement";
/// Closes the connections.
pub const MINERS_CANCEL: &str = "miners-cancel";
/// A question that was asked before. `data-answered` is how many answered.
pub const MINERS_QUERY: &str = "miners-query";
/// Puts it back into the form.
pub const MINERS_QUERY_AGAIN: &str = "miners-query-again";
/// Forgets these.
pub const MINERS_FORGET: &str = "miners-forget";

/// A field of a question to miners, by its name in JSON.
pub(crate) fn miners_field(name: &str) -> String {
    format!("miners-field-{name}")
}

/// Registers a hotkey on the subnet.
pub const SUBNET_REGISTER: &str = "subnet-register";
/// Quotes a purchase or a sale. `data-side` is `buy` or `sell`.
pub const QUOTE_SIDE: &str = "quote-side";
/// Takes the amount of that.
pub const QUOTE_AMOUNT: &str = "quote-amount";
/// What is wrong with it.
pub const QUOTE_AMOUNT_ERROR: &str = "quote-amount-error";
/// How the validators were read.
pub const VALIDATORS_PROOF: &str = "validators-proof";
/// Finds validators.
pub const VALIDATORS_SEARCH: &str = "validators-search";
/// How many were found.
pub const VALIDATORS_FOUND: &str = "validators-found";
/// Sorts the validators. `data-column` names the column.
pub const VALIDATORS_SORT: &str = "validators-sort";
/// A validator of the subnet. `data-hotkey` is its address.
pub const VALIDATOR: &str = "validator";
/// A parameter of the subnet. `data-name` is its name in the runtime.
pub const HYPERPARAMETER: &str = "hyperparameter";

/// Chooses a subnet to stake on.
pub const STAKE_SUBNET: &str = "stake-subnet";
/// Chooses a validator. `data-hotkey` is its address.
pub const STAKE_VALIDATOR: &str = "stake-validator";
/// Takes the amount.
pub const STAKE_AMOUNT: &str = "stake-amount";
/// What is wrong with it.
pub const STAKE_AMOUNT_ERROR: &str = "stake-amount-error";
/// Fills in all that can be taken out.
pub const STAKE_MAX: &str = "stake-max";
/// Why the largest amount is not known.
pub const STAKE_MAX_ERROR: &str = "stake-max-error";
/// Takes the tolerance.
pub const STAKE_TOLERANCE: &str = "stake-tolerance";
/// What is wrong with it.
pub const STAKE_TOLERANCE_ERROR: &str = "stake-tolerance-error";
/// What the trade would give. `data-block` is the block of the quote.
pub const QUOTE: &str = "quote";
/// What is paid. `data-amount` is the exact integer.
pub const QUOTE_IN: &str = "quote-in";
/// What is received if nobody trades before. `data-amount` is the exact integer.
pub const QUOTE_OUT: &str = "quote-out";
/// The least that is received. `data-amount` is the exact integer.
pub const QUOTE_AT_LEAST: &str = "quote-at-least";
/// How much the trade moves the price. `data-millionths` is the exact integer.
pub const QUOTE_IMPACT: &str = "quote-impact";
/// Why the chain would refuse it. `data-reason` is the chain's name of it.
pub const QUOTE_OBSTACLE: &str = "quote-obstacle";
/// Opens the review of a trade.
pub const STAKE_REVIEW: &str = "stake-review";
/// Why it could not be opened.
pub const STAKE_ERROR: &str = "stake-error";
/// Opens the limits that forbid it.
pub const STAKE_LIMITS: &str = "stake-limits";
/// Opens the page that takes several positions out.
pub const LEAVING_OPEN: &str = "leaving-open";
/// A position that may leave. `data-netuid`, `data-hotkey`; `data-out` is what it brings in rao, `data-least` what at
/// least; `data-obstacle` is the chain's error if it cannot.
pub const LEAVING: &str = "leaving";
/// Chooses whether it leaves.
pub const LEAVING_CHOOSE: &str = "leaving-choose";
/// What it costs. `data-impact` is the price impact in millionths.
pub const LEAVING_COST: &str = "leaving-cost";
/// What of it is locked. `data-alpha` is how much.
pub const LEAVING_LOCKED: &str = "leaving-locked";
/// Chooses all.
pub const LEAVING_ALL: &str = "leaving-all";
/// Chooses none.
pub const LEAVING_NONE: &str = "leaving-none";
/// How it was read.
pub const LEAVING_PROOF: &str = "leaving-proof";
/// What all that leave bring. `data-current` says whether it is about what is chosen now.
pub const LEAVING_SUM: &str = "leaving-sum";
/// Together, if nobody trades before.
pub const LEAVING_OUT: &str = "leaving-out";
/// Together, at least.
pub const LEAVING_LEAST: &str = "leaving-least";
/// Opens the review.
pub const LEAVING_REVIEW: &str = "leaving-review";
/// Why there is nothing to review.
pub const LEAVING_ERROR: &str = "leaving-error";
/// The way to the account's limits, where they forbid it.
pub const LEAVING_LIMITS: &str = "leaving-limits";

/// Finds an act by its words.
pub const ACTS_SEARCH: &str = "acts-search";
/// Opens an act's form. `data-act` is its name.
pub const ACT_OPTION: &str = "act-option";
/// The form of an act. `data-act` is its name.
pub const ACT_FORM: &str = "act-form";
/// What the act does.
pub const ACT_EFFECTS: &str = "act-effects";
/// Opens the review of an act.
pub const ACT_REVIEW: &str = "act-review";
/// Why it could not be opened.
pub const ACT_ERROR: &str = "act-error";
/// Opens the limits that forbid it.
pub const ACT_LIMITS: &str = "act-limits";
/// Chooses in whose name an act is done: `itself`, `proxy` or `multisig`.
pub const ACTING: &str = "acting";
/// Takes the account whose proxy the signer is.
pub const ACTING_REAL: &str = "acting-real";
/// Takes how many approvals a shared account takes.
pub const ACTING_THRESHOLD: &str = "acting-threshold";
/// Takes the other signatories of a shared account.
pub const ACTING_OTHERS: &str = "acting-others";
/// What is wrong with them.
pub const ACTING_OTHERS_ERROR: &str = "acting-others-error";
/// The shared account. `data-account` is its address.
pub const ACTING_SHARED: &str = "acting-shared";

/// A field of an act, by its name in the intent.
pub(crate) fn act_field(name: &str) -> String {
    format!("act-field-{}", name.replace('.', "-"))
}

/// Why something on the account's page could not be reviewed.
pub const ACCOUNT_PAGE_ERROR: &str = "account-page-error";
/// Whether another coldkey takes the account's place.
pub const SECTION_COLDKEY: &str = "section-coldkey";
/// The account's hotkeys.
pub const SECTION_HOTKEYS: &str = "section-hotkeys";
/// Who may act for the account.
pub const SECTION_PROXIES: &str = "section-proxies";
/// What stake on the root has earned.
pub const SECTION_DIVIDENDS: &str = "section-dividends";
/// What is locked.
pub const SECTION_LOCKS: &str = "section-locks";
/// Crowdloans.
pub const SECTION_CROWDLOANS: &str = "section-crowdloans";
/// What waits for signatures.
pub const SECTION_SHARED: &str = "section-shared";
/// How a section was read.
pub const SECTION_PROOF: &str = "section-proof";
/// Opens the form of an act. `data-act` is its name.
pub const ACT_LINK: &str = "act-link";
/// Opens the review of something that needs no form.
pub const DO: &str = "do";
/// A proxy. `data-delegate` is its address, `data-kind` what it may do.
pub const PROXY: &str = "proxy";
/// A hotkey of the account. `data-hotkey` is its address.
pub const OWN_HOTKEY: &str = "own-hotkey";
/// What can be claimed. `data-netuid` is the subnet.
pub const CLAIM: &str = "claim";
/// A lock. `data-netuid` is the subnet.
pub const LOCK: &str = "lock";
/// A crowdloan. `data-id` is its number.
pub const CROWDLOAN: &str = "crowdloan";
/// An operation of a shared account. `data-hash` is its call's hash.
pub const OPERATION: &str = "operation";
/// The account is about to be replaced.
pub const SWAP_ALERT: &str = "swap-alert";

/// How the worth has moved. `data-samples` counts the samples.
pub const PORTFOLIO_LINE: &str = "portfolio-line";

/// A page or a sheet that a narrow navigation leaves out. `data-page` names it.
pub const MORE: &str = "more";

/// The address to receive with, in groups. `data-address` is all of it.
pub const RECEIVE_ADDRESS: &str = "receive-address";
/// Copies it.
pub const RECEIVE_COPY: &str = "receive-copy";
/// The same as a picture for cameras.
pub const RECEIVE_QR: &str = "receive-qr";

/// Takes the name under which an address is kept.
pub const CONTACT_NAME: &str = "contact-name";
/// Keeps it.
pub const CONTACT_SAVE: &str = "contact-save";
/// A contact. `data-address` is its address.
pub const CONTACT: &str = "contact";
/// Forgets it.
pub const CONTACT_REMOVE: &str = "contact-remove";

/// What is to be sent: `exact`, or `all` of it.
pub const SEND_FORM: &str = "send-form";

/// Takes the address that receives.
pub const SEND_DESTINATION: &str = "send-destination";
/// What is wrong with that address.
pub const SEND_DESTINATION_ERROR: &str = "send-destination-error";
/// Takes the amount in TAO.
pub const SEND_AMOUNT: &str = "send-amount";
/// What is wrong with that amount.
pub const SEND_AMOUNT_ERROR: &str = "send-amount-error";
/// Fills in the largest amount.
pub const SEND_MAX: &str = "send-max";
/// Whether the sending account must stay alive.
pub const SEND_KEEP_ALIVE: &str = "send-keep-alive";
/// Opens the review.
pub const SEND_REVIEW: &str = "send-review";
/// Why the review could not be opened.
pub const SEND_ERROR: &str = "send-error";
/// Opens the limits that forbid it.
pub const SEND_LIMITS: &str = "send-limits";

/// The review.
pub const REVIEW_SHEET: &str = "review-sheet";
/// What changes, where it is no transfer.
pub const REVIEW_EFFECTS: &str = "review-effects";
/// The address that receives.
pub const REVIEW_DESTINATION: &str = "review-destination";
/// The latest transaction while it is under way.
pub const TOAST: &str = "toast";
/// Shows it no longer.
pub const TOAST_CLOSE: &str = "toast-close";
/// What a subnet that it concerns calls itself.
pub const REVIEW_SUBNET: &str = "review-subnet";
/// What a validator that it concerns calls itself.
pub const REVIEW_VALIDATOR: &str = "review-validator";
/// What arrives. `data-rao` is the exact integer.
pub const REVIEW_AMOUNT: &str = "review-amount";
/// The least that a trade brings. `data-amount` is the exact integer.
pub const REVIEW_AT_LEAST: &str = "review-at-least";
/// The fee. `data-rao` is the exact integer.
pub const REVIEW_FEE: &str = "review-fee";
/// Amount and fee together. `data-rao` is the exact integer.
pub const REVIEW_TOTAL: &str = "review-total";
/// The call. `data-call` is `Pallet.name`, or `raw` if it could not be decoded.
pub const REVIEW_CALL: &str = "review-call";
/// What makes the decoding trustworthy. `data-check` is `enabled` or `unsupported`.
pub const REVIEW_CHECK: &str = "review-check";
/// One warning. `data-warning` names it.
pub const REVIEW_WARNING: &str = "review-warning";
/// Why nothing can be signed, or why sending failed.
pub const REVIEW_ERROR: &str = "review-error";
/// Signs and sends.
pub const REVIEW_CONFIRM: &str = "review-confirm";
/// Opens the limits that forbid it.
pub const REVIEW_LIMITS: &str = "review-limits";
/// Prepares the same transaction again after it failed.
pub const REVIEW_AGAIN: &str = "review-again";
/// Leaves the review without signing.
pub const REVIEW_CANCEL: &str = "review-cancel";

/// One transaction. `data-hash` is its hash; `data-state` is `signed`, `broadcast`, `in_block`, `finalized`, `failed`
/// (finalized, and the call failed), `dropped` or `invalid`.
pub const JOURNAL_ENTRY: &str = "journal-entry";
/// A block that touched an account. `data-account` is whose.
pub const SEEN_ENTRY: &str = "seen-entry";
/// Since when that list is complete. `data-block` is the block's number.
pub const SEEN_SINCE: &str = "seen-since";
/// Saves the list as a table.
pub const JOURNAL_EXPORT: &str = "journal-export";
/// Removes a transaction from the list.
pub const JOURNAL_FORGET: &str = "journal-forget";
/// Fills the form in again from a transaction that did not happen.
pub const JOURNAL_AGAIN: &str = "journal-again";

/// Says that the light client runs in another tab. `data-holder` is `tab` or `version`.
pub const ELSEWHERE: &str = "elsewhere";
/// Brings it here.
pub const USE_HERE: &str = "use-here";
/// Says that another tab opened another network.
pub const FOLLOWED: &str = "followed";
/// Something to know.
pub const NOTICE: &str = "notice";
/// Something that went wrong. `data-code` is the error code.
pub const ALERT: &str = "alert";
/// Changes between light and dark.
pub const THEME_TOGGLE: &str = "theme-toggle";
/// Chooses the language of the page.
pub const LANGUAGE: &str = "language";
/// Whose the address in a field is. `data-whose` is `own`, `contact`, `looks-like`, `hotkey`, `sent-to` or `unknown`.
pub const WHOSE: &str = "whose";
/// What reads an address from a code.
pub const SCAN: &str = "scan";
/// Why nothing was read.
pub const SCAN_ERROR: &str = "scan-error";
/// Takes a picture of a code.
pub const SCAN_PICTURE: &str = "scan-picture";
/// Ends the scan.
pub const SCAN_CLOSE: &str = "scan-close";
