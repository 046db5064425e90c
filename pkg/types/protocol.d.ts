// What app, engine and vault say to each other. Generated from crates/protocol: do not edit.

export type Account = { 
/**
 * The public key.
 */
address: AccountId, 
/**
 * A name for people.
 */
label: string, 
/**
 * What it is used for.
 */
role: Role, 
/**
 * The scheme of its signatures; none of an account that is only watched.
 */
scheme: Scheme | null, 
/**
 * How it came here.
 */
origin: Origin, 
/**
 * When, in milliseconds since 1970.
 */
addedMs: bigint, 
/**
 * Whether its owner has shown to have a copy of the secret elsewhere. True of an account that is only watched.
 */
backedUp: boolean, };

export type AccountId = string;

export type AccountNonce = { 
/**
 * Whose.
 */
account: AccountId, };

export type Accounts = { 
/**
 * The accounts that can be read, in the order in which they came.
 */
accounts: Array<Account>, 
/**
 * What is wrong with each of the others.
 */
damaged: Array<Failure>, };

export type AddMetadata = { 
/**
 * The metadata.
 */
metadata: RuntimeMetadata, };

export type AnswerBackup = { 
/**
 * Which.
 */
address: AccountId, 
/**
 * The words, in the order of the positions.
 */
words: Array<Secret>, };

export type Argument = { 
/**
 * Name in the metadata.
 */
name: string, 
/**
 * The value.
 */
value: HumanValue, };

export type AskBackup = { 
/**
 * Which.
 */
address: AccountId, };

export type AutoLock = { "is": "after", "minutes": number } | { "is": "onClose" };

export type Availability = { "is": "available" } | { "is": "unavailable", 
/**
 * Why, in a sentence for people.
 */
reason: string, };

export type BackupQuestion = { 
/**
 * Positions from 1 on, in order.
 */
positions: Array<number>, };

export type Balance = { 
/**
 * Not reserved.
 */
free: Rao, 
/**
 * Set aside by deposits.
 */
reserved: Rao, 
/**
 * Part of free and reserved together that must stay.
 */
frozen: Rao, };

export type BlockHash = `0x${string}`;

export type BlockRef = { 
/**
 * Height; genesis is 0.
 */
number: number, 
/**
 * Hash of the header.
 */
hash: BlockHash, };

export type Bytes = `0x${string}`;

export type CallNode = { 
/**
 * Name of the pallet.
 */
pallet: string, 
/**
 * Name of the call.
 */
name: string, 
/**
 * Arguments in the call's own order.
 */
arguments: Array<Argument>, };

export type ChangePassword = { 
/**
 * The password so far.
 */
old: Secret, 
/**
 * The password from now on.
 */
new: Secret, };

export type CheckpointInfo = { 
/**
 * The block.
 */
block: BlockRef, 
/**
 * GRANDPA set id after that block.
 */
setId: number, 
/**
 * When it was authored, in milliseconds since 1970, from its Aura slot.
 */
timeMs: number, };

export type ClaimedAccount = { 
/**
 * The public key.
 */
address: AccountId, 
/**
 * Its name in the wallet that wrote the file.
 */
label: string | null, };

export type CloseNetwork = Record<symbol, never>;

export type CreateAccount = { 
/**
 * A name for people.
 */
label: string, 
/**
 * The number of words.
 */
words: number, };

export type CreateVault = { 
/**
 * The new password.
 */
password: Secret, };

export type Describe = { 
/**
 * The transaction.
 */
unsigned: Unsigned, 
/**
 * The website that asks; none for the wallet itself.
 */
origin: string | null, };

export type DescribeMessage = { 
/**
 * Who signs.
 */
account: AccountId, 
/**
 * The message, wrapped in `<Bytes>` or not.
 */
message: Bytes, 
/**
 * The website that asks; none for the wallet itself.
 */
origin: string | null, };

export type DescribeMinerAuth = { 
/**
 * Who signs.
 */
account: AccountId, 
/**
 * The exact bytes to be signed.
 */
message: Bytes, 
/**
 * The website that asks; none for the wallet itself.
 */
origin: string | null, };

export type DetectImport = { 
/**
 * A text in UTF-8 or the bytes of a file: a mnemonic, a secret URI, a seed, a 64-byte secret, an address, or a key
 * file of btcli or polkadot-js.
 */
content: SecretBytes, };

export type DetectedImport = { 
/**
 * Names it in [`ImportAccounts`].
 */
import: number, 
/**
 * Its format.
 */
kind: ImportKind, 
/**
 * Whether a password comes next.
 */
needsPassword: boolean, 
/**
 * Whether the address has to be given, because the secret can be read in more than one way.
 */
needsAddress: boolean, 
/**
 * Whether the scheme can be chosen, because nothing says it.
 */
choosesScheme: boolean, 
/**
 * Whether there is something to sign with.
 */
holdsSecret: boolean, 
/**
 * The accounts that it names. Of an encrypted file that is a claim, which opening it checks.
 */
accounts: Array<ClaimedAccount>, 
/**
 * The memory in bytes that its password hash takes.
 */
memoryBytes: bigint, };

export type ErrorCode = "malformed_message" | "unknown_method" | "protocol_version" | "disconnected" | "cancelled" | "internal" | "no_network" | "unknown_network" | "network_unavailable" | "malformed_spec" | "genesis_mismatch" | "checkpoint_rejected" | "not_ready" | "no_peers" | "block_unavailable" | "light_client" | "storage" | "malformed_metadata" | "metadata_missing" | "not_in_runtime" | "type_mismatch" | "unknown_extension" | "invalid_address" | "invalid_amount" | "zero_amount" | "insufficient_balance" | "below_existential_deposit" | "would_reap_account" | "runtime_changed" | "invalid_transaction" | "unknown_transaction" | "already_submitted" | "mnemonic_word" | "mnemonic_length" | "mnemonic_checksum" | "invalid_secret_uri" | "unknown_key_format" | "damaged_key_file" | "unsupported_key_file" | "password_needed" | "wrong_password" | "not_enough_memory" | "address_needed" | "address_mismatch" | "no_secret" | "vault_locked" | "vault_empty" | "vault_exists" | "vault_changed" | "too_many_attempts" | "weak_password" | "account_exists" | "unknown_account" | "not_approved" | "policy_violation" | "invalid_policy" | "import_gone" | "backup_mismatch" | "invalid_miner_message";

export type Estimate = { 
/**
 * What the runtime answers, without tip.
 */
fee: Verified<Rao>, };

export type EstimateFee = { 
/**
 * The transaction.
 */
unsigned: Unsigned, };

export type ExportAccount = { 
/**
 * Which.
 */
address: AccountId, 
/**
 * The vault's password.
 */
password: Secret, 
/**
 * The format.
 */
format: ExportFormat, };

export type ExportFormat = { "is": "polkadotJs", 
/**
 * The password of the file.
 */
filePassword: Secret, } | { "is": "btcliNacl", 
/**
 * The password of the file.
 */
filePassword: Secret, } | { "is": "btcliPlain" } | { "is": "btcliPublic" };

export type ExportedAccount = { 
/**
 * A name for the file.
 */
name: string, 
/**
 * The file.
 */
content: SecretBytes, };

export type Failure = { 
/**
 * What went wrong, for programs.
 */
code: ErrorCode, 
/**
 * What went wrong and what to do, for people. Never holds a secret.
 */
message: string, 
/**
 * Whether the same request may succeed later without a change.
 */
retryable: boolean, 
/**
 * Which field, word or item is meant, where one is.
 */
data?: string, };

export type ForgetImport = { 
/**
 * [`DetectedImport::import`].
 */
import: number, };

export type ForgetTransaction = { 
/**
 * Its id.
 */
hash: BlockHash, };

export type Frame = { "t": "hello", 
/**
 * [`PROTOCOL_VERSION`] of the sender.
 */
protocol: number, 
/**
 * Who the sender is.
 */
role: Role, 
/**
 * A name for this connection, chosen by the asking side.
 */
session: string, } | { "t": "call", 
/**
 * Chosen by the asking side; unique among its open calls and subscriptions.
 */
id: number, 
/**
 * Name of the method.
 */
method: string, 
/**
 * Parameters of the method.
 */
params: unknown, } | { "t": "ok", 
/**
 * The call.
 */
id: number, 
/**
 * Result of the method.
 */
result: unknown, } | { "t": "err", 
/**
 * The call.
 */
id: number, 
/**
 * Why.
 */
error: Failure, } | { "t": "sub", 
/**
 * Chosen by the asking side; unique among its open calls and subscriptions.
 */
id: number, 
/**
 * Name of the topic.
 */
topic: string, 
/**
 * Parameters of the topic.
 */
params: unknown, 
/**
 * Items that may be sent before the next `credit`.
 */
credits: number, } | { "t": "item", 
/**
 * The subscription.
 */
id: number, 
/**
 * The item.
 */
item: unknown, } | { "t": "end", 
/**
 * The subscription.
 */
id: number, 
/**
 * Why it failed.
 */
error?: Failure, } | { "t": "credit", 
/**
 * The subscription.
 */
id: number, 
/**
 * How many more.
 */
credits: number, } | { "t": "cancel", 
/**
 * The call or subscription.
 */
id: number, } | { "t": "bye", 
/**
 * Why, if not by choice.
 */
error?: Failure, };

export type GetMetadata = { 
/**
 * Which; the current runtime's if absent.
 */
metadata: MetadataRef | null, };

export type HasMetadata = { 
/**
 * Which.
 */
metadata: MetadataRef, };

export type Head = { 
/**
 * The block.
 */
block: BlockRef, 
/**
 * When it was authored, in milliseconds since 1970, from its Aura slot.
 */
timeMs: number, };

export type Heads = { 
/**
 * Highest block that GRANDPA finalized.
 */
finalized: Head | null, 
/**
 * Highest block of the best chain.
 */
best: Head | null, };

export type HumanValue = { "is": "account", "value": AccountId } | { "is": "amount", "value": Rao } | { "is": "number", "value": string } | { "is": "text", "value": string } | { "is": "bytes", "value": Bytes } | { "is": "flag", "value": boolean } | { "is": "empty" } | { "is": "list", "value": Array<HumanValue> } | { "is": "fields", "value": Array<Argument> } | { "is": "call", "value": CallNode };

export type ImportAccounts = { 
/**
 * [`DetectedImport::import`].
 */
import: number, 
/**
 * The password of the file, if it is encrypted.
 */
password: Secret | null, 
/**
 * The address, where it is needed; otherwise the secret is checked against it.
 */
address: AccountId | null, 
/**
 * The scheme, where it can be chosen: sr25519 if none is.
 */
scheme: Scheme | null, 
/**
 * What the accounts are used for. A file without secret is always watched.
 */
role: Role, 
/**
 * A name for people; the file's own name goes first where there are several accounts.
 */
label: string, };

export type ImportKind = "mnemonic" | "secretUri" | "seed" | "expandedSecret" | "address" | "btcliSecret" | "btcliPublic" | "btcliNacl" | "btcliAnsible" | "btcliFernet" | "polkadotJs" | "polkadotJsBatch";

export type ImportOutcome = { 
/**
 * The accounts that were kept.
 */
added: Array<Account>, 
/**
 * Those that could not be, and why.
 */
refused: Array<RefusedImport>, 
/**
 * Accounts of a batch that have a password of their own and wait for it.
 */
waiting: Array<DetectedImport>, };

export type Intent = { "intent": "transfer", 
/**
 * Who receives.
 */
destination: AccountId, 
/**
 * How much arrives.
 */
amount: Rao, 
/**
 * Refuse to leave the sender's account below the existential deposit.
 */
keepAlive: boolean, };

export type JournalEntry = { 
/**
 * blake2b-256 of the signed extrinsic.
 */
hash: BlockHash, 
/**
 * What the user wanted.
 */
intent: Intent, 
/**
 * What was signed.
 */
unsigned: Unsigned, 
/**
 * The signed extrinsic with its length prefix.
 */
extrinsic: Bytes, 
/**
 * When it was written, in milliseconds since 1970, by this device's clock.
 */
writtenMs: number, 
/**
 * What became of it.
 */
state: TransactionState, };

export type Level = "finalized" | "best" | "cached" | "unverified";

export type Lifecycle = { 
/**
 * The phase.
 */
phase: Phase, 
/**
 * Peers that are connected.
 */
peers: number, };

export type ListAccounts = Record<symbol, never>;

export type ListNetworks = Record<symbol, never>;

export type ListPolicies = Record<symbol, never>;

export type LockState = "empty" | "locked" | "unlocked";

export type LockVault = Record<symbol, never>;

export type MessageSummary = { 
/**
 * Approves this when handed to [`SignMessage`]. Random, good for one signature and for a minute.
 */
approval: Bytes, 
/**
 * Who signs.
 */
account: AccountId, 
/**
 * What is inside the wrapping, if it is text and every character of it can be seen.
 */
text: string | null, 
/**
 * The exact bytes that would be signed: `<Bytes>`, the message, `</Bytes>`.
 */
signed: Bytes, 
/**
 * blake2b-256 of those bytes.
 */
payloadHash: BlockHash, };

export type MetadataCheck = { "is": "enabled", 
/**
 * The RFC-78 digest that the vault computed and signs.
 */
digest: BlockHash, } | { "is": "unsupported" };

export type MetadataRef = { 
/**
 * blake2b-256 of the metadata's bytes.
 */
hash: BlockHash, 
/**
 * Version of the runtime.
 */
specVersion: number, };

export type MinerAuth = { "is": "axonV10", 
/**
 * Nanoseconds since 1970, in decimal digits.
 */
nonce: string, 
/**
 * The miner.
 */
receiver: AccountId, 
/**
 * Names the session.
 */
uuid: string, 
/**
 * SHA3-256 over the fields that the miner hashes.
 */
bodyHash: BlockHash, } | { "is": "btAuth1", 
/**
 * The scheme that the message names, which is the account's.
 */
scheme: Scheme, 
/**
 * The HTTP method.
 */
method: string, 
/**
 * Path and query.
 */
target: string, 
/**
 * SHA-256 of the body.
 */
bodyHash: BlockHash, 
/**
 * Nanoseconds since 1970, in decimal digits.
 */
nonce: string, 
/**
 * The miner; none if any miner may take the request.
 */
receiver: AccountId | null, } | { "is": "epistula2", 
/**
 * SHA-256 of the body.
 */
bodyHash: BlockHash, 
/**
 * Names the request.
 */
uuid: string, 
/**
 * Milliseconds since 1970, in decimal digits.
 */
timestamp: string, 
/**
 * The miner; none if any miner may take the request.
 */
receiver: AccountId | null, };

export type MinerAuthSummary = { 
/**
 * Approves this when handed to [`SignMinerAuth`]. Random, good for one signature and for a minute.
 */
approval: Bytes, 
/**
 * Who signs.
 */
account: AccountId, 
/**
 * What the vault read.
 */
auth: MinerAuth, 
/**
 * blake2b-256 of the bytes that would be signed.
 */
payloadHash: BlockHash, };

export type Mortality = { 
/**
 * Blocks; a power of two from 4 to 65,536.
 */
period: number, 
/**
 * First block of the period.
 */
birth: BlockRef, };

export type NetUid = number;

export type NetworkInfo = { 
/**
 * Stable name for programs, such as `finney`.
 */
id: string, 
/**
 * Name for people.
 */
name: string, 
/**
 * Genesis hash: what really tells networks apart.
 */
genesis: BlockHash, 
/**
 * Symbol of the token.
 */
token: string, 
/**
 * Decimals of the token.
 */
decimals: number, 
/**
 * Prefix of SS58 addresses.
 */
ss58: number, 
/**
 * Peers to dial first, as multiaddresses.
 */
bootnodes: Array<string>, 
/**
 * Where the light client starts.
 */
checkpoint: CheckpointInfo | null, 
/**
 * Whether it can be opened here, and if not, why.
 */
availability: Availability, };

export type NetworkSource = { "from": "known", 
/**
 * Its id.
 */
id: string, } | { "from": "text", 
/**
 * The JSON text.
 */
text: string, };

export type Notice = { "notice": "savedStateSetAside", 
/**
 * Why it could not be used.
 */
reason: string, } | { "notice": "bootnodesUnreachable", 
/**
 * Their multiaddresses.
 */
addresses: Array<string>, 
/**
 * Why.
 */
reason: string, };

export type OpenNetwork = { 
/**
 * Which.
 */
source: NetworkSource, };

export type Origin = "created" | "imported" | "watched";

export type Outcome = { "is": "success", 
/**
 * What was really paid, where the block's events say it.
 */
fee: Rao | null, } | { "is": "failed", 
/**
 * The error by its name in the metadata, such as `Balances.InsufficientBalance`.
 */
error: string, 
/**
 * The metadata's own explanation, if it has one.
 */
explanation: string | null, 
/**
 * What was really paid, where the block's events say it.
 */
fee: Rao | null, };

export type Phase = { "is": "off" } | { "is": "connecting" } | { "is": "syncing", 
/**
 * Highest block that is proven.
 */
at: number, 
/**
 * Highest block that a peer announced.
 */
target: number, } | { "is": "ready" } | { "is": "stalled", 
/**
 * Why.
 */
reason: Stall, };

export type Policy = { 
/**
 * The most TAO that one transaction may move out of the account's free balance.
 */
perTransaction: Rao | null, 
/**
 * The most TAO that all transactions of 24 hours may move.
 */
perDay: Rao | null, 
/**
 * The calls that may be signed, as `Pallet.call` or `Pallet.*`, and everything inside them too.
 */
calls: Array<string> | null, 
/**
 * The subnets that a call may name.
 */
netuids: Array<NetUid> | null, };

export type PolicyEntry = { 
/**
 * Whose.
 */
account: AccountId, 
/**
 * The website that asks, such as `https://example.com`; none for all.
 */
origin: string | null, 
/**
 * The limits.
 */
policy: Policy, };

export type PrepareTransaction = { 
/**
 * Who signs and pays.
 */
from: AccountId, 
/**
 * What is to happen.
 */
intent: Intent, };

export type Prepared = { 
/**
 * What the vault describes and signs.
 */
unsigned: Unsigned, 
/**
 * What the runtime answers it will cost, without tip.
 */
fee: Verified<Rao>, 
/**
 * The chain's existential deposit.
 */
existentialDeposit: Rao, };

export type Rao = string;

export type RefusedImport = { 
/**
 * Its name in the wallet that wrote the file.
 */
label: string | null, 
/**
 * Why.
 */
why: Failure, };

export type RemoveAccount = { 
/**
 * Which.
 */
address: AccountId, };

export type RenameAccount = { 
/**
 * Which.
 */
address: AccountId, 
/**
 * Its name from now on.
 */
label: string, };

export type RevealSecret = { 
/**
 * Which.
 */
address: AccountId, 
/**
 * The vault's password.
 */
password: Secret, };

export type RevealedSecret = { "is": "mnemonic", 
/**
 * The words, one space between them.
 */
words: Secret, } | { "is": "uri", 
/**
 * The text.
 */
text: Secret, } | { "is": "fileOnly" };

export type Role = "app" | "engine" | "vault";

export type RuntimeMetadata = { 
/**
 * Which.
 */
metadata: MetadataRef, 
/**
 * SCALE bytes of the metadata, version 15 behind its magic number.
 */
bytes: Bytes, 
/**
 * Symbol of the token.
 */
token: string, 
/**
 * Decimals of the token.
 */
decimals: number, 
/**
 * Prefix of SS58 addresses.
 */
ss58: number, };

export type SaveState = Record<symbol, never>;

export type Scheme = "sr25519" | "ed25519";

export type Secret = string;

export type SecretBytes = `0x${string}`;

export type SetAutoLock = { 
/**
 * When.
 */
autoLock: AutoLock, };

export type SetPolicy = { 
/**
 * The vault's password, so that nobody who finds an open page can lift a limit.
 */
password: Secret, 
/**
 * The limits.
 */
entry: PolicyEntry, };

export type SetRole = { 
/**
 * Which.
 */
address: AccountId, 
/**
 * What it is used for from now on.
 */
role: Role, };

export type ShownCall = { "is": "decoded", 
/**
 * The call.
 */
call: CallNode, } | { "is": "raw", 
/**
 * The call's bytes.
 */
bytes: Bytes, 
/**
 * Why it cannot be decoded.
 */
why: string, };

export type Sign = { 
/**
 * [`Summary::approval`].
 */
approval: Bytes, 
/**
 * [`Summary::payload_hash`] of the summary that was shown.
 */
payloadHash: BlockHash, };

export type SignMessage = { 
/**
 * [`MessageSummary::approval`].
 */
approval: Bytes, 
/**
 * [`MessageSummary::payload_hash`] of the summary that was shown.
 */
payloadHash: BlockHash, };

export type SignMinerAuth = { 
/**
 * [`MinerAuthSummary::approval`].
 */
approval: Bytes, 
/**
 * [`MinerAuthSummary::payload_hash`] of the summary that was shown.
 */
payloadHash: BlockHash, };

export type Signed = { 
/**
 * The signed extrinsic with its length prefix.
 */
extrinsic: Bytes, 
/**
 * blake2b-256 of it.
 */
hash: BlockHash, };

export type SignedMessage = { 
/**
 * 64 bytes.
 */
signature: Bytes, };

export type Stall = "noPeers" | "noProgress" | "checkpointUnproven";

export type SubmitTransaction = { 
/**
 * What was signed.
 */
unsigned: Unsigned, 
/**
 * What the user wanted, for the journal.
 */
intent: Intent, 
/**
 * The signed extrinsic with its length prefix.
 */
extrinsic: Bytes, };

export type Submitted = { 
/**
 * blake2b-256 of the signed extrinsic: its id in the journal.
 */
hash: BlockHash, };

export type Summary = { 
/**
 * Approves this summary when handed to [`Sign`]. Random, good for one signature and for a minute.
 */
approval: Bytes, 
/**
 * Who signs and pays.
 */
account: AccountId, 
/**
 * The website that asks; none for the wallet itself.
 */
origin: string | null, 
/**
 * The call.
 */
call: ShownCall, 
/**
 * Nonce of the account.
 */
nonce: number, 
/**
 * Paid on top of the fee.
 */
tip: Rao, 
/**
 * How long the transaction stays valid.
 */
mortality: Mortality, 
/**
 * Genesis hash of the chain on which the signature is good.
 */
genesis: BlockHash, 
/**
 * Version of the runtime on which the signature is good.
 */
specVersion: number, 
/**
 * What makes the decoding trustworthy.
 */
metadataCheck: MetadataCheck, 
/**
 * blake2b-256 of the bytes that would be signed.
 */
payloadHash: BlockHash, 
/**
 * What could go wrong.
 */
warnings: Array<Warning>, };

export type TouchVault = Record<symbol, never>;

export type TransactionState = { "is": "signed" } | { "is": "broadcast", 
/**
 * How many.
 */
peers: number, } | { "is": "inBlock", 
/**
 * The block.
 */
block: BlockRef, 
/**
 * What the block's events say.
 */
outcome: Outcome, } | { "is": "finalized", 
/**
 * The block.
 */
block: BlockRef, 
/**
 * What the block's events say.
 */
outcome: Outcome, } | { "is": "dropped", 
/**
 * Why, for people.
 */
reason: string, } | { "is": "invalid", 
/**
 * Why, for people.
 */
reason: string, };

export type UnlockVault = { 
/**
 * The password.
 */
password: Secret, };

export type Unsigned = { 
/**
 * Who signs and pays.
 */
account: AccountId, 
/**
 * SCALE bytes of the call.
 */
call: Bytes, 
/**
 * Nonce of the account.
 */
nonce: number, 
/**
 * Paid on top of the fee.
 */
tip: Rao, 
/**
 * How long it stays valid.
 */
mortality: Mortality, 
/**
 * Genesis hash of the chain.
 */
genesis: BlockHash, 
/**
 * Version of the runtime.
 */
specVersion: number, 
/**
 * Version of the runtime's transaction format.
 */
transactionVersion: number, 
/**
 * The metadata by which the call was encoded.
 */
metadata: MetadataRef, };

export type VaultStatus = { 
/**
 * Whether secrets can be opened.
 */
state: LockState, 
/**
 * When it locks itself; known only while it is unlocked.
 */
autoLock: AutoLock | null, 
/**
 * Whether what it keeps is still there after the page is closed. Some private windows store nothing.
 */
persistent: boolean, };

export type Verified<T> = { 
/**
 * The value itself.
 */
value: T, 
/**
 * The block whose state held it.
 */
block: BlockRef, 
/**
 * How well that is proven.
 */
level: Level, };

export type Warning = { "is": "allowsDeath" } | { "is": "givesFullControl" } | { "is": "swapsColdkey" } | { "is": "freezesAccount" } | { "is": "hidden" } | { "is": "unprovenMetadata" } | { "is": "blind" } | { "is": "firstUse", 
/**
 * Who receives.
 */
destination: AccountId, } | { "is": "looksLike", 
/**
 * Who receives.
 */
destination: AccountId, 
/**
 * The known one.
 */
known: AccountId, } | { "is": "toHotkey", 
/**
 * Who receives.
 */
destination: AccountId, };

export type WatchAddress = { 
/**
 * Which.
 */
address: AccountId, 
/**
 * A name for people.
 */
label: string, };

export type WatchBalance = { 
/**
 * Whose.
 */
account: AccountId, };

export type WatchHeads = Record<symbol, never>;

export type WatchJournal = Record<symbol, never>;

export type WatchLifecycle = Record<symbol, never>;

export type WatchNotices = Record<symbol, never>;

export type WatchVault = Record<symbol, never>;

export interface EngineMethods {
  "network.list": { params: ListNetworks; reply: Array<NetworkInfo> };
  "network.open": { params: OpenNetwork; reply: NetworkInfo };
  "network.close": { params: CloseNetwork; reply: null };
  "state.save": { params: SaveState; reply: null };
  "account.nonce": { params: AccountNonce; reply: Verified<number> };
  "metadata": { params: GetMetadata; reply: RuntimeMetadata };
  "fee": { params: EstimateFee; reply: Estimate };
  "tx.prepare": { params: PrepareTransaction; reply: Prepared };
  "tx.submit": { params: SubmitTransaction; reply: Submitted };
  "journal.forget": { params: ForgetTransaction; reply: null };
}

export interface EngineTopics {
  "lifecycle": { params: WatchLifecycle; item: Lifecycle };
  "notices": { params: WatchNotices; item: Array<Notice> };
  "heads": { params: WatchHeads; item: Heads };
  "balance.watch": { params: WatchBalance; item: Verified<Balance> };
  "journal": { params: WatchJournal; item: Array<JournalEntry> };
}

export interface VaultMethods {
  "vault.create": { params: CreateVault; reply: null };
  "vault.unlock": { params: UnlockVault; reply: null };
  "vault.lock": { params: LockVault; reply: null };
  "vault.touch": { params: TouchVault; reply: null };
  "vault.changePassword": { params: ChangePassword; reply: null };
  "vault.setAutoLock": { params: SetAutoLock; reply: null };
  "accounts.list": { params: ListAccounts; reply: Accounts };
  "accounts.create": { params: CreateAccount; reply: Account };
  "accounts.watch": { params: WatchAddress; reply: Account };
  "accounts.rename": { params: RenameAccount; reply: Account };
  "accounts.setRole": { params: SetRole; reply: Account };
  "accounts.remove": { params: RemoveAccount; reply: null };
  "import.detect": { params: DetectImport; reply: DetectedImport };
  "import.open": { params: ImportAccounts; reply: ImportOutcome };
  "import.forget": { params: ForgetImport; reply: null };
  "backup.reveal": { params: RevealSecret; reply: RevealedSecret };
  "backup.ask": { params: AskBackup; reply: BackupQuestion };
  "backup.answer": { params: AnswerBackup; reply: Account };
  "backup.export": { params: ExportAccount; reply: ExportedAccount };
  "policy.list": { params: ListPolicies; reply: Array<PolicyEntry> };
  "policy.set": { params: SetPolicy; reply: null };
  "metadata.has": { params: HasMetadata; reply: boolean };
  "metadata.add": { params: AddMetadata; reply: null };
  "describe": { params: Describe; reply: Summary };
  "sign": { params: Sign; reply: Signed };
  "message.describe": { params: DescribeMessage; reply: MessageSummary };
  "message.sign": { params: SignMessage; reply: SignedMessage };
  "miner.describe": { params: DescribeMinerAuth; reply: MinerAuthSummary };
  "miner.sign": { params: SignMinerAuth; reply: SignedMessage };
}

export interface VaultTopics {
  "vault.status": { params: WatchVault; item: VaultStatus };
}
