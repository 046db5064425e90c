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

/// Opens the sheet of networks.
pub const NETWORK_CHOOSE: &str = "network-choose";
/// The sheet of networks.
pub const NETWORK_SHEET: &str = "network-sheet";
/// Opens one known network. `data-network` is its id; disabled where it cannot be opened.
pub const NETWORK_OPTION: &str = "network-option";
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

/// Opens the form that adds an account.
pub const ACCOUNT_ADD: &str = "account-add";
/// Takes a name for the new account.
pub const ACCOUNT_LABEL: &str = "account-label";
/// Takes the mnemonic or secret URI.
pub const MNEMONIC_INPUT: &str = "mnemonic-input";
/// What is wrong with the mnemonic or secret URI.
pub const MNEMONIC_ERROR: &str = "mnemonic-error";
/// Shows or hides the mnemonic while it is typed.
pub const MNEMONIC_SHOW: &str = "mnemonic-show";
/// Hands the mnemonic to the signing core.
pub const ACCOUNT_ADD_SUBMIT: &str = "account-add-submit";
/// Leaves the form without adding.
pub const ACCOUNT_ADD_CANCEL: &str = "account-add-cancel";
/// The whole address of the chosen account.
pub const ACCOUNT_ADDRESS: &str = "account-address";
/// Says that the chosen account can be watched and not spent from; hidden where it can.
pub const ACCOUNT_WATCHED: &str = "account-watched";
/// Chooses an account. `data-address` is its address.
pub const ACCOUNT_OPTION: &str = "account-option";
/// Copies the address of the chosen account.
pub const ACCOUNT_COPY: &str = "account-copy";
/// Asks whether to remove the chosen account.
pub const ACCOUNT_REMOVE: &str = "account-remove";
/// Removes it.
pub const ACCOUNT_REMOVE_CONFIRM: &str = "account-remove-confirm";

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

/// The review.
pub const REVIEW_SHEET: &str = "review-sheet";
/// The address that receives.
pub const REVIEW_DESTINATION: &str = "review-destination";
/// What arrives. `data-rao` is the exact integer.
pub const REVIEW_AMOUNT: &str = "review-amount";
/// The fee. `data-rao` is the exact integer.
pub const REVIEW_FEE: &str = "review-fee";
/// Amount and fee together. `data-rao` is the exact integer.
pub const REVIEW_TOTAL: &str = "review-total";
/// The decoded call. `data-call` is `Pallet.name`.
pub const REVIEW_CALL: &str = "review-call";
/// What makes the decoding trustworthy. `data-check` is `enabled` or `unsupported`.
pub const REVIEW_CHECK: &str = "review-check";
/// One warning.
pub const REVIEW_WARNING: &str = "review-warning";
/// Why nothing can be signed, or why sending failed.
pub const REVIEW_ERROR: &str = "review-error";
/// Signs and sends.
pub const REVIEW_CONFIRM: &str = "review-confirm";
/// Prepares the same transaction again after it failed.
pub const REVIEW_AGAIN: &str = "review-again";
/// Leaves the review without signing.
pub const REVIEW_CANCEL: &str = "review-cancel";

/// One transaction. `data-hash` is its hash; `data-state` is `signed`, `broadcast`, `in_block`, `finalized`, `failed`
/// (finalized, and the call failed), `dropped` or `invalid`.
pub const JOURNAL_ENTRY: &str = "journal-entry";
/// Removes a transaction from the list.
pub const JOURNAL_FORGET: &str = "journal-forget";
/// Fills the form in again from a transaction that did not happen.
pub const JOURNAL_AGAIN: &str = "journal-again";

/// Something to know.
pub const NOTICE: &str = "notice";
/// Something that went wrong. `data-code` is the error code.
pub const ALERT: &str = "alert";
/// Changes between light and dark.
pub const THEME_TOGGLE: &str = "theme-toggle";
