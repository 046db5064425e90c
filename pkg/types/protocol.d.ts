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

export type Alpha = string;

export type AlphaClaim = { 
/**
 * The hotkey with the root stake.
 */
hotkey: AccountId, 
/**
 * The subnet that it is alpha of.
 */
netuid: NetUid, 
/**
 * How much.
 */
alpha: Alpha, };

export type AlphaClaims = { 
/**
 * What happens with what is claimed, by the runtime's own name, as `Swap` or `Keep`.
 */
claimType: string, 
/**
 * The subnets whose alpha is kept, where the type names them.
 */
kept: Array<NetUid>, 
/**
 * What can be claimed. Those of nothing are left out.
 */
claims: Array<AlphaClaim>, };

export type Announcement = { 
/**
 * For whom.
 */
real: AccountId, 
/**
 * blake2b-256 of the call.
 */
callHash: BlockHash, 
/**
 * The block in which it was announced.
 */
announcedAt: number, };

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

export type AutoStake = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The hotkey.
 */
hotkey: AccountId, };

export type Availability = { "is": "available" } | { "is": "unavailable", 
/**
 * Why, in a sentence for people.
 */
reason: string, };

export type Axon = { 
/**
 * The block in which it said so.
 */
block: number, 
/**
 * Version of its software.
 */
version: number, 
/**
 * Its address.
 */
ip: string, 
/**
 * Its port.
 */
port: number, 
/**
 * What it speaks, by a number that the chain does not explain.
 */
protocol: number, };

export type BackupQuestion = { 
/**
 * Positions from 1 on, in order.
 */
positions: Array<number>, };

export type Balance = { 
/**
 * Transactions that the account has made.
 */
nonce: number, 
/**
 * Not reserved.
 */
free: Rao, 
/**
 * Set aside by deposits.
 */
reserved: Rao, 
/**
 * Part of both together that must stay.
 */
frozen: Rao, 
/**
 * Can be sent while the account goes on existing.
 */
transferable: Rao, 
/**
 * Can be sent if the account need not go on existing.
 */
transferableInFull: Rao, };

export type BasketClaims = { 
/**
 * What a claim would bring now. It becomes root stake.
 */
owed: Rao, 
/**
 * Blocks that root stake cannot be taken out after it was put in, claims included. `None` where there is no such
 * wait.
 */
unlockBlocks: number | null, };

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

export type ChainRules = { 
/**
 * The first block after safe mode, in which neither transfers nor stake operations run. `None` if it is off.
 */
safeModeUntil: number | null, 
/**
 * What takes can be.
 */
takes: TakeLimits, 
/**
 * How often things can be done.
 */
rates: RateLimits, 
/**
 * Blocks that a coldkey swap has to be announced before.
 */
coldkeySwapDelay: number, 
/**
 * Below this stake of somebody else, in millionths of the least stake, the chain may clear it by itself.
 */
nominatorMinStakeFactor: number, 
/**
 * Stake that a hotkey needs for children, in alpha and weighed TAO together.
 */
childrenMinStake: Rao, 
/**
 * Subnets that there can be at once.
 */
maxSubnets: number, 
/**
 * Milliseconds since 1970 at the block.
 */
timestampMs: number, };

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

export type ColdkeySwap = { "state": "none" } | { "state": "announced", 
/**
 * blake2b-256 of the new coldkey.
 */
newColdkeyHash: BlockHash, 
/**
 * The first block in which it can be executed.
 */
executableFrom: number, 
/**
 * The first block in which it can be cleared or announced anew.
 */
clearableFrom: number, } | { "state": "disputed", 
/**
 * The block in which it was disputed.
 */
since: number, };

export type Column = "hotkeys" | "coldkeys" | "identities" | "axons" | "active" | "validatorPermits" | "lastUpdates" | "emissions" | "dividends" | "incentives" | "consensus" | "registrations" | "alphaStakes" | "taoStakes" | "totalStakes";

export type Contribution = { 
/**
 * Number of the crowdloan.
 */
crowdloan: number, 
/**
 * What the account gave.
 */
amount: Rao, };

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

export type Crowdloan = { 
/**
 * Its number.
 */
id: number, 
/**
 * Who made it.
 */
creator: AccountId, 
/**
 * What the creator gave at first and gets back only when it is dissolved.
 */
deposit: Rao, 
/**
 * The least that can be given at once.
 */
minContribution: Rao, 
/**
 * The most that one account can give, if there is such a limit.
 */
maxContribution: Rao | null, 
/**
 * The block in which giving ends.
 */
end: number, 
/**
 * What is wanted in all.
 */
cap: Rao, 
/**
 * The account that holds what was given.
 */
funds: AccountId, 
/**
 * What was given so far.
 */
raised: Rao, 
/**
 * Who gets it in the end, if it is not used by a call.
 */
target: AccountId | null, 
/**
 * Whether it ends with a call instead.
 */
hasCall: boolean, 
/**
 * Whether it has reached its aim and is over.
 */
finalized: boolean, 
/**
 * How many accounts gave.
 */
contributors: number, };

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

export type Holder = { 
/**
 * The coldkey.
 */
coldkey: AccountId, 
/**
 * Its TAO.
 */
balance: Balance, 
/**
 * Its alpha, by subnet; the root's is TAO.
 */
holdings: Array<Holding>, 
/**
 * All of it, TAO included.
 */
worth: Worth, };

export type Holding = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * All its alpha there.
 */
total: Alpha, 
/**
 * What of it is locked. It cannot leave the coldkey or the subnet.
 */
locked: Alpha, 
/**
 * What can.
 */
available: Alpha, 
/**
 * What an alpha costs.
 */
price: Price, 
/**
 * The worth of the total, sold in one go, locked or not.
 */
worth: Worth, 
/**
 * With which hotkeys it is.
 */
positions: Array<Position>, };

export type Hotkey = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The coldkey that owns it. `None` if the chain knows no such hotkey; then it cannot be staked to.
 */
owner: AccountId | null, 
/**
 * What the owner says of itself.
 */
identity: Identity | null, 
/**
 * What it keeps of its stakers' dividends.
 */
take: PerU16, 
/**
 * Where it is registered, has stake or has relatives, by subnet.
 */
subnets: Array<HotkeyOnSubnet>, };

export type HotkeyOnSubnet = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * Its number there. `None` if it is not registered.
 */
uid: number | null, 
/**
 * All that is staked to it there, by everybody.
 */
stake: Alpha, 
/**
 * Hotkeys that work with a part of its stake.
 */
children: Array<Relative>, 
/**
 * Hotkeys a part of whose stake it works with.
 */
parents: Array<Relative>, 
/**
 * Children that are to come, and the block from which they do.
 */
pending: PendingChildren | null, 
/**
 * What it keeps of its parents' dividends.
 */
childkeyTake: PerU16, };

export type HumanValue = { "is": "account", "value": AccountId } | { "is": "amount", "value": Rao } | { "is": "number", "value": string } | { "is": "text", "value": string } | { "is": "bytes", "value": Bytes } | { "is": "flag", "value": boolean } | { "is": "empty" } | { "is": "list", "value": Array<HumanValue> } | { "is": "fields", "value": Array<Argument> } | { "is": "call", "value": CallNode };

export type Hyperparameter = { 
/**
 * Its name in the runtime.
 */
name: string, 
/**
 * Its value.
 */
value: HyperparameterValue, 
/**
 * What it means, if it is known here.
 */
meaning: string | null, };

export type HyperparameterValue = { "kind": "flag", "value": boolean } | { "kind": "number", "value": string } | { "kind": "amount", "value": Rao } | { "kind": "fixed32", "value": string } | { "kind": "fixed64", "value": string };

export type Identity = { 
/**
 * Its name.
 */
name: SafeText, 
/**
 * A web page.
 */
url: SafeText, 
/**
 * A repository.
 */
github: SafeText, 
/**
 * Address of an image.
 */
image: SafeText, 
/**
 * A Discord handle or server.
 */
discord: SafeText, 
/**
 * A description.
 */
description: SafeText, 
/**
 * Anything else.
 */
additional: SafeText, };

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

export type LastEpoch = { 
/**
 * What the hotkey's stakers got, its take already off.
 */
dividends: Alpha, 
/**
 * All that is staked to it there.
 */
stake: Alpha, 
/**
 * Blocks between two epochs.
 */
tempo: number, };

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

export type Lock = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The hotkey that it is locked to.
 */
hotkey: AccountId, 
/**
 * What is locked now. Computed from `stored`; see [`LockState::rolled_to`].
 */
locked: Alpha, 
/**
 * Its conviction now, rounded down.
 */
conviction: Alpha, 
/**
 * What kind of lock it is.
 */
kind: LockKind, 
/**
 * As it was at its last change.
 */
stored: LockState, };

export type LockKind = { 
/**
 * Whether it stays as it is rather than fade.
 */
perpetual: boolean, 
/**
 * Whether it is on the hotkey of the subnet's owner, where conviction is the mass at once.
 */
ofOwner: boolean, };

export type LockRates = { 
/**
 * Blocks in which a lock falls to a 2.718th.
 */
unlock: number, 
/**
 * The same for convictions.
 */
maturity: number, };

export type LockState = { 
/**
 * What is locked.
 */
mass: Alpha, 
/**
 * Its conviction in alpha rao, with 64 fractional bits.
 */
conviction: string, 
/**
 * The block of the last change.
 */
at: number, };

export type LockVault = Record<symbol, never>;

export type Locks = { 
/**
 * By subnet.
 */
locks: Array<Lock>, 
/**
 * Whether others can send locked alpha to this coldkey.
 */
acceptsLocked: boolean, 
/**
 * How fast locks fade; with it a lock can be rolled on to any later block.
 */
rates: LockRates, };

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

export type Metagraph = { 
/**
 * See [`Column::Hotkeys`].
 */
hotkeys: Array<AccountId> | null, 
/**
 * See [`Column::Coldkeys`].
 */
coldkeys: Array<AccountId> | null, 
/**
 * See [`Column::Identities`].
 */
identities: Array<Identity | null> | null, 
/**
 * See [`Column::Axons`].
 */
axons: Array<Axon | null> | null, 
/**
 * See [`Column::Active`].
 */
active: Array<boolean> | null, 
/**
 * See [`Column::ValidatorPermits`].
 */
validatorPermits: Array<boolean> | null, 
/**
 * See [`Column::LastUpdates`].
 */
lastUpdates: number[] | null, 
/**
 * See [`Column::Emissions`].
 */
emissions: Array<Alpha> | null, 
/**
 * See [`Column::Dividends`].
 */
dividends: Array<PerU16> | null, 
/**
 * See [`Column::Incentives`].
 */
incentives: Array<PerU16> | null, 
/**
 * See [`Column::Consensus`].
 */
consensus: Array<PerU16> | null, 
/**
 * See [`Column::Registrations`].
 */
registrations: number[] | null, 
/**
 * See [`Column::AlphaStakes`].
 */
alphaStakes: Array<Alpha> | null, 
/**
 * See [`Column::TaoStakes`].
 */
taoStakes: Array<Rao> | null, 
/**
 * See [`Column::TotalStakes`].
 */
totalStakes: Array<Alpha> | null, };

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

export type MultisigOperation = { 
/**
 * blake2b-256 of the call.
 */
callHash: BlockHash, 
/**
 * The block of the first approval; part of its time point.
 */
height: number, 
/**
 * The extrinsic of the first approval in that block; the other part.
 */
index: number, 
/**
 * Reserved until it is executed or cancelled.
 */
deposit: Rao, 
/**
 * Whose deposit it is. Only that account can cancel.
 */
depositor: AccountId, 
/**
 * Who has approved.
 */
approvals: Array<AccountId>, };

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

export type Neuron = { 
/**
 * Its number on the subnet.
 */
uid: number, 
/**
 * Its hotkey.
 */
hotkey: AccountId, 
/**
 * The coldkey that owns it.
 */
owner: AccountId | null, 
/**
 * What the owner says of itself. Many say nothing.
 */
identity: Identity | null, 
/**
 * What it keeps of its stakers' dividends.
 */
take: PerU16, 
/**
 * Alpha that is staked to it here, by everybody. What parents lend it is not in this.
 */
stake: Alpha, 
/**
 * TAO that is staked to it on the root.
 */
rootStake: Rao, 
/**
 * Whether it may set weights that count.
 */
validatorPermit: boolean, 
/**
 * Whether it has set weights lately.
 */
active: boolean, 
/**
 * What it earned in the last epoch, before it was shared out.
 */
emission: Alpha, 
/**
 * What its stakers got of that in the last epoch, its take already off.
 */
dividendsPaid: Alpha, 
/**
 * Its share of the validators' rewards.
 */
dividends: PerU16, 
/**
 * Its share of the miners' rewards.
 */
incentive: PerU16, 
/**
 * What the validators agree on for it.
 */
consensus: PerU16, 
/**
 * How well it agrees with the other validators.
 */
validatorTrust: PerU16, 
/**
 * The block in which it last set weights.
 */
lastUpdate: number, 
/**
 * Where it can be reached.
 */
axon: Axon | null, };

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

export type OwnHotkeys = { 
/**
 * Those that it owns.
 */
owned: Array<AccountId>, 
/**
 * Those that it stakes to or has staked to; some may hold nothing any more.
 */
stakedTo: Array<AccountId>, };

export type PendingChildren = { 
/**
 * They replace all that there are.
 */
children: Array<Relative>, 
/**
 * The block from which they do.
 */
from: number, };

export type PerU16 = number;

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

export type Portfolio = { 
/**
 * Each of them once, in the order that was asked for.
 */
holders: Array<Holder>, 
/**
 * All of them together, by subnet.
 */
subnets: Array<SubnetTotal>, 
/**
 * All of it, TAO included. The alpha of all coldkeys on a subnet counts as sold in one go.
 */
worth: Worth, };

export type Position = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * How much.
 */
alpha: Alpha, 
/**
 * The worth of this position alone.
 */
worth: Worth, 
/**
 * What the hotkey earned there in the last epoch, for everybody.
 */
hotkeyEmission: Alpha, 
/**
 * Whether the hotkey is registered there. Stake with one that is not earns nothing.
 */
registered: boolean, };

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

export type Price = string;

export type Proxies = { 
/**
 * Who may act for the account.
 */
proxies: Array<Proxy>, 
/**
 * Reserved for them.
 */
deposit: Rao, 
/**
 * What the account announced that it will do for others.
 */
announcements: Array<Announcement>, 
/**
 * Reserved for these.
 */
announcementDeposit: Rao, };

export type Proxy = { 
/**
 * The account.
 */
delegate: AccountId, 
/**
 * What it may do, by the runtime's own name, as `Staking`.
 */
kind: string, 
/**
 * Blocks that have to pass between announcing something and doing it.
 */
delay: number, };

export type Rao = string;

export type RateLimits = { 
/**
 * Replacing a hotkey.
 */
hotkeySwap: number, 
/**
 * Raising a delegate's take.
 */
take: number, 
/**
 * Changing a child's take.
 */
childkeyTake: number, 
/**
 * Registering a subnet, by anybody.
 */
subnet: number, 
/**
 * From setting children to their taking effect.
 */
children: number, };

export type ReadAutoStake = { 
/**
 * Whose.
 */
coldkey: AccountId, };

export type ReadChainRules = Record<symbol, never>;

export type ReadColdkeySwap = { 
/**
 * Which.
 */
coldkey: AccountId, };

export type ReadContributions = { 
/**
 * Whose.
 */
account: AccountId, 
/**
 * To which.
 */
crowdloans: Array<number>, };

export type ReadCrowdloans = Record<symbol, never>;

export type ReadHotkey = { 
/**
 * Which.
 */
hotkey: AccountId, };

export type ReadLastEpoch = { 
/**
 * Which hotkey.
 */
hotkey: AccountId, 
/**
 * On which subnet.
 */
netuid: NetUid, };

export type ReadLocks = { 
/**
 * Whose.
 */
coldkey: AccountId, };

export type ReadMetagraph = { 
/**
 * Which subnet.
 */
netuid: NetUid, 
/**
 * Which columns.
 */
columns: Array<Column>, };

export type ReadMultisig = { 
/**
 * The multisig account.
 */
account: AccountId, };

export type ReadNeurons = { 
/**
 * Which subnet.
 */
netuid: NetUid, 
/**
 * The first neuron's number.
 */
from: number, 
/**
 * How many at most.
 */
count: number, };

export type ReadOwnHotkeys = { 
/**
 * Whose.
 */
coldkey: AccountId, };

export type ReadPortfolio = { 
/**
 * Whose.
 */
coldkeys: Array<AccountId>, };

export type ReadProxies = { 
/**
 * Whose.
 */
account: AccountId, };

export type ReadRootClaims = { 
/**
 * Whose.
 */
coldkey: AccountId, };

export type ReadShareSamples = { 
/**
 * Hotkeys, each on a subnet.
 */
pools: Array<[AccountId, NetUid]>, };

export type ReadSubnet = { 
/**
 * Which.
 */
netuid: NetUid, };

export type ReadSubnetCost = Record<symbol, never>;

export type ReadSubnetToPrune = Record<symbol, never>;

export type ReadSubnets = Record<symbol, never>;

export type ReadSupply = Record<symbol, never>;

export type ReadValidators = { 
/**
 * Which subnet.
 */
netuid: NetUid, };

export type RefusedImport = { 
/**
 * Its name in the wallet that wrote the file.
 */
label: string | null, 
/**
 * Why.
 */
why: Failure, };

export type Relative = { 
/**
 * The other hotkey.
 */
hotkey: AccountId, 
/**
 * Which part of the parent's stake, in parts of 2⁶⁴ − 1.
 */
proportion: string, };

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

export type RootClaims = { "kind": "alpha" } & AlphaClaims | { "kind": "baskets" } & BasketClaims;

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

export type SafeText = { 
/**
 * What can be shown, on one line.
 */
text: string, 
/**
 * Whether something was taken out.
 */
cleaned: boolean, 
/**
 * Whether it mixes letters of alphabets that resemble each other, as Latin and Cyrillic.
 */
mixed: boolean, };

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

export type SharePrice = string;

export type ShareSample = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The block.
 */
block: number, 
/**
 * Which of the hotkey's pools on that subnet it was; runtimes before 467 do not count them.
 */
pool: number | null, 
/**
 * What a share was worth. `None` while nobody stakes to it.
 */
price: SharePrice | null, };

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

export type Subnet = { 
/**
 * Its number. Numbers are used again after a subnet is gone: `registered_at` tells two apart.
 */
netuid: NetUid, 
/**
 * The block in which it was registered.
 */
registeredAt: number, 
/**
 * What its owner says of it.
 */
identity: SubnetIdentity | null, 
/**
 * The symbol of its alpha.
 */
symbol: SafeText, 
/**
 * The coldkey that owns it; none for the root.
 */
owner: AccountId | null, 
/**
 * The hotkey of the owner.
 */
ownerHotkey: AccountId | null, 
/**
 * What an alpha costs now.
 */
price: Price, 
/**
 * The chain's moving average of the price, which decides about emission.
 */
movingPrice: Price, 
/**
 * TAO in the pool.
 */
taoInPool: Rao, 
/**
 * Alpha in the pool.
 */
alphaInPool: Alpha, 
/**
 * Alpha outside the pool.
 */
alphaOutside: Alpha, 
/**
 * TAO that was ever traded.
 */
volume: string, 
/**
 * What each block adds.
 */
emission: SubnetEmission, 
/**
 * Blocks between two epochs.
 */
tempo: number, 
/**
 * The block of the last epoch.
 */
lastEpoch: number, 
/**
 * The block of the next epoch. The chain may put it off for some blocks when many subnets are due at once.
 */
nextEpoch: number, 
/**
 * Neurons that are registered.
 */
neurons: number, 
/**
 * What registering a neuron costs.
 */
registrationCost: Rao, 
/**
 * What can be done on it.
 */
open: SubnetSwitches, };

export type SubnetDetail = { 
/**
 * As in the list. `next_epoch` is the runtime's own answer here.
 */
subnet: Subnet, 
/**
 * Its parameters.
 */
hyperparameters: Array<Hyperparameter>, 
/**
 * The block from which it gets emission. `None` before its owner starts it.
 */
emissionFrom: number | null, 
/**
 * The least that registering a neuron can cost.
 */
minRegistrationCost: Rao, 
/**
 * The most.
 */
maxRegistrationCost: Rao, };

export type SubnetEmission = { 
/**
 * TAO that goes into the pool.
 */
taoIn: Rao, 
/**
 * Alpha that goes into the pool.
 */
alphaIn: Alpha, 
/**
 * Alpha that is paid to the owner, miners, validators and stakers.
 */
alphaOut: Alpha, };

export type SubnetIdentity = { 
/**
 * Its name.
 */
name: SafeText, 
/**
 * A repository.
 */
github: SafeText, 
/**
 * How to reach the owner.
 */
contact: SafeText, 
/**
 * A web page.
 */
url: SafeText, 
/**
 * A Discord handle or server.
 */
discord: SafeText, 
/**
 * A description.
 */
description: SafeText, 
/**
 * Address of a logo.
 */
logo: SafeText, 
/**
 * Anything else.
 */
additional: SafeText, };

export type SubnetSwitches = { 
/**
 * Its alpha can be traded: the owner has started it.
 */
trading: boolean, 
/**
 * Stake can be transferred to other coldkeys.
 */
transfers: boolean, 
/**
 * Neurons can be registered.
 */
registration: boolean, 
/**
 * It gets emission of TAO. `None` where the runtime has no such switch.
 */
emission: boolean | null, };

export type SubnetTotal = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * All their alpha there.
 */
total: Alpha, 
/**
 * What of it is locked.
 */
locked: Alpha, 
/**
 * Its worth, sold in one go.
 */
worth: Worth, };

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

export type Supply = { 
/**
 * The chain's own count, which decides about halvings. Recycled TAO is not in it and can be made again.
 */
issued: Rao, 
/**
 * What all accounts have together.
 */
inAccounts: Rao, 
/**
 * In the pools of all subnets, and staked on the root.
 */
staked: Rao, 
/**
 * The most that can ever be.
 */
cap: Rao, 
/**
 * What a block adds now.
 */
perBlock: Rao, 
/**
 * How often that was halved already. `None` when nothing is made any more.
 */
halvings: number | null, 
/**
 * What has to be issued for the next halving.
 */
nextHalvingAt: Rao | null, };

export type TakeLimits = { 
/**
 * The least take of a delegate.
 */
min: PerU16, 
/**
 * The largest.
 */
max: PerU16, 
/**
 * The least take of a child.
 */
minChildkey: PerU16, 
/**
 * The largest.
 */
maxChildkey: PerU16, };

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

export type WatchPortfolio = { 
/**
 * Whose.
 */
coldkeys: Array<AccountId>, };

export type WatchSubnets = Record<symbol, never>;

export type WatchVault = Record<symbol, never>;

export type Worth = { 
/**
 * At the present price. Selling brings less: it costs a fee and moves the price.
 */
atSpot: Rao, 
/**
 * What selling all of it at once would bring now, fee and movement of the price off.
 */
ifSold: Rao, 
/**
 * Whether all of it could be sold now. What could not counts as nothing in `if_sold`.
 */
sellable: boolean, };

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
  "read.portfolio": { params: ReadPortfolio; reply: Verified<Portfolio> };
  "read.subnets": { params: ReadSubnets; reply: Verified<Array<Subnet>> };
  "read.subnet": { params: ReadSubnet; reply: Verified<SubnetDetail | null> };
  "read.metagraph": { params: ReadMetagraph; reply: Verified<Metagraph | null> };
  "read.neurons": { params: ReadNeurons; reply: Verified<Array<Neuron>> };
  "read.validators": { params: ReadValidators; reply: Verified<Array<Neuron>> };
  "read.hotkey": { params: ReadHotkey; reply: Verified<Hotkey> };
  "read.ownHotkeys": { params: ReadOwnHotkeys; reply: Verified<OwnHotkeys> };
  "read.locks": { params: ReadLocks; reply: Verified<Locks> };
  "read.rootClaims": { params: ReadRootClaims; reply: Verified<RootClaims> };
  "read.autoStake": { params: ReadAutoStake; reply: Verified<Array<AutoStake>> };
  "read.proxies": { params: ReadProxies; reply: Verified<Proxies> };
  "read.multisig": { params: ReadMultisig; reply: Verified<Array<MultisigOperation>> };
  "read.coldkeySwap": { params: ReadColdkeySwap; reply: Verified<ColdkeySwap> };
  "read.crowdloans": { params: ReadCrowdloans; reply: Verified<Array<Crowdloan>> };
  "read.contributions": { params: ReadContributions; reply: Verified<Array<Contribution>> };
  "read.supply": { params: ReadSupply; reply: Verified<Supply> };
  "read.chainRules": { params: ReadChainRules; reply: Verified<ChainRules> };
  "read.subnetCost": { params: ReadSubnetCost; reply: Verified<Rao> };
  "read.subnetToPrune": { params: ReadSubnetToPrune; reply: Verified<NetUid | null> };
  "read.shareSamples": { params: ReadShareSamples; reply: Verified<Array<ShareSample>> };
  "read.lastEpoch": { params: ReadLastEpoch; reply: Verified<LastEpoch> };
}

export interface EngineTopics {
  "lifecycle": { params: WatchLifecycle; item: Lifecycle };
  "notices": { params: WatchNotices; item: Array<Notice> };
  "heads": { params: WatchHeads; item: Heads };
  "balance.watch": { params: WatchBalance; item: Verified<Balance> };
  "journal": { params: WatchJournal; item: Array<JournalEntry> };
  "portfolio.watch": { params: WatchPortfolio; item: Verified<Portfolio> };
  "subnets.watch": { params: WatchSubnets; item: Verified<Array<Subnet>> };
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
