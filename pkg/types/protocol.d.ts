// What app, engine and vault say to each other. Generated from crates/protocol: do not edit.

export type About = { "is": "probe" } | { "is": "ping" } | { "is": "synapse", 
/**
 * Its name.
 */
name: string, } | { "is": "btAuth" } | { "is": "epistula" };

export type AcceptLockedAlpha = { 
/**
 * `true` to accept it. The chain asks the other way round.
 */
accept: boolean, };

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

export type AccountActivity = { 
/**
 * Whose.
 */
account: AccountId, 
/**
 * The block after which nothing was missed.
 */
since: BlockRef, 
/**
 * When that block was, by the chain's clock, in milliseconds since 1970.
 */
sinceMs: number, 
/**
 * The last block that was looked at.
 */
until: BlockRef, 
/**
 * What was seen, latest first; some of it may be older than `since`.
 */
seen: Array<Seen>, };

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
 * Those of which something cannot be read: the others, and accounts whose secret does not open.
 */
damaged: Array<DamagedAccount>, };

export type ActAs = { 
/**
 * The other account.
 */
real: AccountId, 
/**
 * The proxy type that is used; whichever fits if none.
 */
kind: string | null, 
/**
 * What is done.
 */
inner: Intent, };

export type ActAsMultisig = { 
/**
 * The account.
 */
multisig: Signatories, 
/**
 * When it was opened; none for the first approval.
 */
timepoint: Timepoint | null, 
/**
 * What the account does.
 */
inner: Intent, 
/**
 * What the call may take at most, as the runtime answers it for the call.
 */
maxWeight: Weight, };

export type AddMetadata = { 
/**
 * The metadata.
 */
metadata: RuntimeMetadata, };

export type AddProxy = { 
/**
 * Who may act.
 */
delegate: AccountId, 
/**
 * In what, by the runtime's own name of the proxy type, such as `Staking`.
 */
kind: string, 
/**
 * Blocks for which each use has to be announced; 0 for none.
 */
delay: number, };

export type AddStake = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * How much TAO, the swap fee included.
 */
amount: Rao, 
/**
 * The highest price that is paid; any price if none.
 */
limit: PriceLimit | null, };

export type Agreement = { 
/**
 * Which neurons.
 */
uids: Array<number>, };

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

export type AlphaFee = { 
/**
 * Who paid.
 */
who: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * How much of its alpha.
 */
alpha: Alpha, 
/**
 * What it brought.
 */
tao: Rao, };

export type AlphaSpend = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * How much of its alpha.
 */
amount: Alpha, };

export type Amount = { "unit": "tao", 
/**
 * How much.
 */
amount: Rao, } | { "unit": "alpha", 
/**
 * Of which subnet.
 */
netuid: NetUid, 
/**
 * How much.
 */
amount: Alpha, };

export type AnnounceColdkeySwap = { 
/**
 * The new coldkey. Only its hash gets onto the chain.
 */
newColdkey: AccountId, };

export type AnnounceProxied = { 
/**
 * The other account.
 */
real: AccountId, 
/**
 * blake2b-256 of the call.
 */
callHash: BlockHash, };

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

export type AnswerMeta = { 
/**
 * The HTTP status.
 */
status: number, 
/**
 * From sending to the head of the answer, in milliseconds.
 */
latencyMs: number, 
/**
 * How far the clocks are apart, in words, if that is enough to matter.
 */
skew: string | null, 
/**
 * Seconds that it took, as the axon wrote them.
 */
processTime: string | null, };

export type ApproveMultisig = { 
/**
 * The account.
 */
multisig: Signatories, 
/**
 * When it was opened; none for the first approval.
 */
timepoint: Timepoint | null, 
/**
 * blake2b-256 of the call.
 */
callHash: BlockHash, 
/**
 * What the call may take at most.
 */
maxWeight: Weight, };

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

export type AskFailure = { 
/**
 * A stable name for programs.
 */
code: string, 
/**
 * What happened, with the miner's own words in it.
 */
message: string, 
/**
 * What to do.
 */
advice: string | null, 
/**
 * What is known of the answer, if one came.
 */
meta: AnswerMeta | null, 
/**
 * Whether the user may ask this miner the same again and expect something else. Never after a refusal of the hotkey.
 */
mayAskAgain: boolean, };

export type AskMiners = { 
/**
 * [`PreparedQuery::query`](super::PreparedQuery::query).
 */
query: string, 
/**
 * Signatures of the messages that [`StampQuery`](super::StampQuery) gave last, in their order.
 */
signatures: Array<Bytes>, };

export type AskUpdate = { "is": "text", 
/**
 * Which neuron.
 */
uid: number, 
/**
 * The piece.
 */
text: string, } | { "is": "json", 
/**
 * Which neuron.
 */
uid: number, 
/**
 * JSON.
 */
json: string, } | { "is": "answered", 
/**
 * Which neuron.
 */
uid: number, 
/**
 * JSON: of a synapse the fields of its own, without what every synapse has.
 */
json: string, 
/**
 * What is known of the answer.
 */
meta: AnswerMeta, } | { "is": "ended", 
/**
 * Which neuron.
 */
uid: number, 
/**
 * What is known of the answer.
 */
meta: AnswerMeta, } | { "is": "failed", 
/**
 * Which neuron.
 */
uid: number, 
/**
 * Why.
 */
failure: AskFailure, } | { "is": "agreement", 
/**
 * Miners that agree.
 */
groups: Array<Agreement>, };

export type Asker = { 
/**
 * The account.
 */
hotkey: AccountId, 
/**
 * How it signs.
 */
scheme: Scheme, 
/**
 * Whether it can sign now.
 */
key: AskerKey, 
/**
 * The user's own coldkeys.
 */
coldkeys: Array<AccountId>, };

export type AskerKey = "ready" | "locked" | "missing";

export type AssociateHotkey = { 
/**
 * The hotkey.
 */
hotkey: AccountId, };

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

export type AxonEndpoint = { 
/**
 * Address and port, as in a URL.
 */
address: string, 
/**
 * The version that its software gave; anything.
 */
version: number, 
/**
 * What it probably speaks.
 */
speaks: Speaks, 
/**
 * Why the whole internet does not reach it, in words; none if it does. It is asked only where that is allowed.
 */
special: string | null, };

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

export type Batch = { 
/**
 * What happens, in this order.
 */
intents: Array<Intent>, };

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

export type BurnAlpha = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * How much of the subnet's alpha.
 */
amount: Alpha, 
/**
 * The subnet.
 */
netuid: NetUid, };

export type Bytes = `0x${string}`;

export type CallForm = { 
/**
 * The HTTP method.
 */
method: HttpMethod, 
/**
 * The path; what stands in braces is to be filled in.
 */
path: string, 
/**
 * What it is for.
 */
about: string, 
/**
 * A body to begin with, as JSON; none for calls without.
 */
body: string | null, 
/**
 * How its answer is streamed; none if it is one JSON value.
 */
stream: StreamFormat | null, };

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

export type CancelMultisig = { 
/**
 * The account.
 */
multisig: Signatories, 
/**
 * When it was opened.
 */
timepoint: Timepoint, 
/**
 * blake2b-256 of the call.
 */
callHash: BlockHash, };

export type ChainError = { 
/**
 * Its name in the metadata, such as `SubtensorModule.AmountTooLow`.
 */
name: string, 
/**
 * What happened and what to do.
 */
remedy: string, };

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
new: Secret, 
/**
 * Damaged accounts that may stay as they are, sealed under the password so far.
 */
leave: Array<AccountId>, };

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

export type Child = { 
/**
 * The child.
 */
hotkey: AccountId, 
/**
 * Its part, in parts of 2⁶⁴ - 1. Crosses ports as decimal digits.
 */
proportion: string, };

export type ClaimRoot = { 
/**
 * The subnets.
 */
subnets: Array<NetUid>, };

export type ClaimRootWithHotkey = { 
/**
 * The hotkey.
 */
hotkey: AccountId, };

export type ClaimedAccount = { 
/**
 * The public key.
 */
address: AccountId, 
/**
 * Its name in the wallet that wrote the file.
 */
label: string | null, };

export type ClearColdkeySwap = Record<symbol, never>;

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

export type ContributeToCrowdloan = { 
/**
 * The crowdloan's number.
 */
id: number, 
/**
 * How much. What would be more than is to be raised stays.
 */
amount: Rao, };

export type Contribution = { 
/**
 * Number of the crowdloan.
 */
crowdloan: number, 
/**
 * What the account gave.
 */
amount: Rao, };

export type Cost = { "cost": "proxyDeposit" } | { "cost": "announcementDeposit" } | { "cost": "multisigDeposit", 
/**
 * Approvals that the account needs.
 */
threshold: number, } | { "cost": "registration", 
/**
 * The subnet.
 */
netuid: NetUid, } | { "cost": "rootRegistration" } | { "cost": "subnetRegistration" } | { "cost": "hotkeySwap" } | { "cost": "hotkeySwapOnSubnet" } | { "cost": "coldkeySwap" };

export type CreateAccount = { 
/**
 * A name for people.
 */
label: string, 
/**
 * The number of words.
 */
words: number, };

export type CreateCrowdloan = { 
/**
 * What its creator gives at once.
 */
deposit: Rao, 
/**
 * The least that others can give.
 */
minContribution: Rao, 
/**
 * What is to be raised.
 */
cap: Rao, 
/**
 * The block at which it ends.
 */
end: number, 
/**
 * What is done when everything is raised, if no account gets it.
 */
inner: Intent | null, 
/**
 * Who gets it, if nothing is done with it.
 */
target: AccountId | null, };

export type CreatePure = { 
/**
 * In what this account may act for it.
 */
kind: string, 
/**
 * Blocks for which each use has to be announced; 0 for none.
 */
delay: number, 
/**
 * Tells several new accounts of one transaction apart.
 */
index: number, };

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

export type CrowdloanTerm = { "term": "minContribution", 
/**
 * How much.
 */
amount: Rao, } | { "term": "end", 
/**
 * Its number.
 */
block: number, } | { "term": "cap", 
/**
 * How much.
 */
amount: Rao, } | { "term": "maxContribution", 
/**
 * How much; no limit if none.
 */
amount: Rao | null, };

export type Damage = "record" | "secret" | "newer";

export type DamagedAccount = { 
/**
 * Which.
 */
address: AccountId, 
/**
 * Its name, if that can be read.
 */
label: string | null, 
/**
 * What is wrong with it.
 */
damage: Damage, };

export type DecreaseTake = { 
/**
 * The validator's hotkey.
 */
hotkey: AccountId, 
/**
 * Its new take, in parts of 65,535.
 */
take: number, };

export type Describe = { 
/**
 * The transaction.
 */
unsigned: Unsigned, 
/**
 * What it is to do. The vault builds the call of it by itself, and approves no other. Without it the summary alone
 * says what is signed.
 */
intent: Intent | null, 
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
 * The bytes to be signed, one message for each miner. They may differ in their miners, times and names only.
 */
messages: Array<Bytes>, 
/**
 * The website that asks; none for the wallet itself.
 */
origin: string | null, };

export type DescribeNetwork = { 
/**
 * A network file of ours, or a Substrate chain spec (raw or light), as JSON text.
 */
text: string, };

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

export type DisputeColdkeySwap = Record<symbol, never>;

export type DissolveCrowdloan = { 
/**
 * The crowdloan's number.
 */
id: number, };

export type Effect = { "effect": "taoOut", 
/**
 * How much.
 */
amount: Quantity<Rao>, 
/**
 * Who gets it; nobody where a pool or the chain takes it.
 */
to: AccountId | null, } | { "effect": "taoIn", 
/**
 * How much.
 */
amount: Quantity<Rao>, } | { "effect": "alphaOut", 
/**
 * Its subnet.
 */
netuid: NetUid, 
/**
 * The hotkey that it is staked with.
 */
hotkey: AccountId, 
/**
 * How much.
 */
amount: Quantity<Alpha>, 
/**
 * The coldkey that gets it; nobody where it is sold, moved or destroyed.
 */
to: AccountId | null, } | { "effect": "alphaIn", 
/**
 * Its subnet.
 */
netuid: NetUid, 
/**
 * The hotkey that it is staked with.
 */
hotkey: AccountId, 
/**
 * How much.
 */
amount: Quantity<Alpha>, } | { "effect": "everyPositionOut", 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * Whether the stake on the root is sold too.
 */
root: boolean, } | { "effect": "pays", 
/**
 * What for.
 */
cost: Cost, 
/**
 * The most it may be, where the call says so.
 */
limit: Rao | null, } | { "effect": "depositReturned" } | { "effect": "alphaLocked", 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The hotkey that it backs.
 */
hotkey: AccountId, 
/**
 * How much.
 */
amount: Alpha, } | { "effect": "lockChanged", 
/**
 * The subnet.
 */
netuid: NetUid, } | { "effect": "controlGranted", 
/**
 * Who.
 */
to: AccountId, 
/**
 * In what, by the chain's name of the proxy type.
 */
kind: string, 
/**
 * Blocks for which each use has to be announced.
 */
delay: number, } | { "effect": "controlRevoked", 
/**
 * Who; everybody if nobody is named.
 */
from: AccountId | null, } | { "effect": "announcementChanged" } | { "effect": "accountCreated" } | { "effect": "accountLost" } | { "effect": "hotkeyOwned", 
/**
 * The hotkey.
 */
hotkey: AccountId, } | { "effect": "hotkeyReplaced", 
/**
 * The old one.
 */
old: AccountId, 
/**
 * The new one.
 */
new: AccountId, 
/**
 * Only on this subnet; everywhere if none.
 */
netuid: NetUid | null, } | { "effect": "coldkeyReplaced", 
/**
 * The new coldkey.
 */
new: AccountId, } | { "effect": "coldkeySwapPending", 
/**
 * The new coldkey.
 */
new: AccountId, } | { "effect": "coldkeySwapCleared" } | { "effect": "accountFrozen" } | { "effect": "registered", 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, } | { "effect": "subnetCreated" } | { "effect": "subnetStarted", 
/**
 * The subnet.
 */
netuid: NetUid, } | { "effect": "set", 
/**
 * Which one.
 */
setting: Setting, } | { "effect": "approval", 
/**
 * The multisig account.
 */
account: AccountId, 
/**
 * Whether it is given.
 */
given: boolean, } | { "effect": "inNameOf", 
/**
 * That account.
 */
account: AccountId, 
/**
 * Its changes.
 */
effects: Array<Effect>, } | { "effect": "anything" };

export type EnumerationMember = { 
/**
 * Its name.
 */
name: string, 
/**
 * What stands for it in JSON.
 */
value: string, };

export type ErrorCode = "malformed_message" | "unknown_method" | "protocol_version" | "disconnected" | "cancelled" | "internal" | "no_network" | "unknown_network" | "network_unavailable" | "malformed_spec" | "genesis_mismatch" | "checkpoint_rejected" | "not_ready" | "no_peers" | "block_unavailable" | "light_client" | "storage" | "in_use_elsewhere" | "malformed_metadata" | "metadata_missing" | "not_in_runtime" | "type_mismatch" | "unknown_extension" | "invalid_address" | "invalid_amount" | "zero_amount" | "insufficient_balance" | "below_existential_deposit" | "would_reap_account" | "runtime_changed" | "precondition_failed" | "invalid_transaction" | "unknown_transaction" | "already_submitted" | "mnemonic_word" | "mnemonic_length" | "mnemonic_checksum" | "invalid_secret_uri" | "unknown_key_format" | "damaged_key_file" | "unsupported_key_file" | "password_needed" | "wrong_password" | "not_enough_memory" | "address_needed" | "address_mismatch" | "no_secret" | "vault_locked" | "vault_empty" | "vault_exists" | "vault_changed" | "too_many_attempts" | "attempts_lost" | "weak_password" | "account_exists" | "unknown_account" | "damaged_account" | "not_approved" | "policy_violation" | "invalid_policy" | "import_gone" | "backup_mismatch" | "invalid_miner_message" | "malformed_settings" | "invalid_question" | "unknown_query";

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

export type ExecuteAnnounced = { 
/**
 * The proxy that announced it.
 */
delegate: AccountId, 
/**
 * The other account.
 */
real: AccountId, 
/**
 * The proxy type that is used; whichever fits if none.
 */
kind: string | null, 
/**
 * What was announced.
 */
inner: Intent, };

export type ExecuteColdkeySwap = { 
/**
 * The new coldkey.
 */
newColdkey: AccountId, };

export type Exit = { 
/**
 * The position.
 */
leaving: Leaving, 
/**
 * What is there.
 */
stake: Alpha, 
/**
 * How much of it would be sold: what no lock holds. All of the position if none.
 */
amount: Alpha | null, 
/**
 * What that would give. With an obstacle, nothing of it is sold.
 */
quote: Quote, };

export type ExplainIntent = { 
/**
 * Who signs.
 */
from: AccountId, 
/**
 * What is to happen.
 */
intent: Intent, };

export type Explanation = { 
/**
 * One sentence, without its full stop.
 */
summary: string, 
/**
 * What changes if it succeeds, except the fee.
 */
effects: Array<Effect>, 
/**
 * What one should know before signing.
 */
warnings: Array<Warning>, 
/**
 * What it takes at most, without the fee.
 */
spend: Spend, };

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

export type FinalizeCrowdloan = { 
/**
 * The crowdloan's number.
 */
id: number, };

export type Finding = { 
/**
 * A stable name for programs.
 */
code: string, 
/**
 * How much it decides.
 */
weight: FindingWeight, 
/**
 * A sentence for people, without capital and full stop.
 */
text: string, };

export type FindingWeight = "note" | "doubt" | "refusal" | "bar";

export type ForgetActivity = { 
/**
 * Whose.
 */
account: AccountId, };

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

export type FormField = { 
/**
 * Its name in JSON.
 */
name: string, 
/**
 * What its values are.
 */
kind: FormKind, 
/**
 * What it is for; empty if nobody has said.
 */
about: string, 
/**
 * Whether it needs a value.
 */
required: boolean, 
/**
 * Whether `null` is one of its values.
 */
nullable: boolean, 
/**
 * What the miner takes if it is left out, as JSON.
 */
default: string | null, 
/**
 * The least number.
 */
min: number | null, 
/**
 * The greatest number.
 */
max: number | null, };

export type FormKind = { "is": "text" } | { "is": "integer" } | { "is": "number" } | { "is": "boolean" } | { "is": "any" } | { "is": "list", 
/**
 * What is in it.
 */
of: FormKind, } | { "is": "tuple", 
/**
 * The kinds.
 */
of: Array<FormKind>, } | { "is": "map", 
/**
 * What its values are.
 */
of: FormKind, } | { "is": "object", 
/**
 * The fields.
 */
fields: Array<FormField>, } | { "is": "choice", 
/**
 * The texts.
 */
options: Array<string>, } | { "is": "enumeration", 
/**
 * The members.
 */
members: Array<EnumerationMember>, } | { "is": "tensor" };

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

export type Happened = { "happened": "transferred", from: AccountId, to: AccountId, amount: Rao, } | { "happened": "accountClosed", account: AccountId, } | { "happened": "reserved", who: AccountId, amount: Rao, } | { "happened": "unreserved", who: AccountId, amount: Rao, } | { "happened": "staked", coldkey: AccountId, hotkey: AccountId, netuid: NetUid, tao: Rao, alpha: Alpha, fee: Rao, } | { "happened": "unstaked", coldkey: AccountId, hotkey: AccountId, netuid: NetUid, tao: Rao, alpha: Alpha, fee: Alpha, } | { "happened": "stakeMoved", coldkey: AccountId, originHotkey: AccountId, origin: NetUid, hotkey: AccountId, netuid: NetUid, tao: Rao, } | { "happened": "stakeSwapped", coldkey: AccountId, hotkey: AccountId, origin: NetUid, netuid: NetUid, tao: Rao, } | { "happened": "stakeTransferred", from: AccountId, to: AccountId, hotkey: AccountId, origin: NetUid, netuid: NetUid, tao: Rao, } | { "happened": "alphaRecycled", coldkey: AccountId, hotkey: AccountId, alpha: Alpha, netuid: NetUid, } | { "happened": "alphaBurned", coldkey: AccountId, hotkey: AccountId, alpha: Alpha, netuid: NetUid, } | { "happened": "stakeLocked", coldkey: AccountId, hotkey: AccountId, netuid: NetUid, amount: Alpha, } | { "happened": "lockMoved", coldkey: AccountId, netuid: NetUid, hotkey: AccountId, } | { "happened": "rootClaimed", coldkey: AccountId, } | { "happened": "registered", netuid: NetUid, uid: number, hotkey: AccountId, } | { "happened": "hotkeySwapped", coldkey: AccountId, old: AccountId, new: AccountId, netuid: NetUid | null, } | { "happened": "coldkeySwapAnnounced", who: AccountId, hash: BlockHash, } | { "happened": "coldkeySwapped", old: AccountId, new: AccountId, } | { "happened": "takeSet", hotkey: AccountId, take: number, } | { "happened": "childrenScheduled", hotkey: AccountId, netuid: NetUid, block: bigint, } | { "happened": "proxyAdded", real: AccountId, delegate: AccountId, kind: string, delay: number, } | { "happened": "proxyRemoved", real: AccountId, delegate: AccountId, kind: string, delay: number, } | { "happened": "pureCreated", account: AccountId, who: AccountId, kind: string, index: number, at: Timepoint, } | { "happened": "callAnnounced", real: AccountId, delegate: AccountId, callHash: BlockHash, } | { "happened": "multisigOpened", account: AccountId, callHash: BlockHash, at: Timepoint, } | { "happened": "multisigApproved", account: AccountId, callHash: BlockHash, at: Timepoint, } | { "happened": "multisigCancelled", account: AccountId, callHash: BlockHash, at: Timepoint, } | { "happened": "crowdloanCreated", id: number, } | { "happened": "crowdloanContributed", id: number, who: AccountId, amount: Rao, } | { "happened": "crowdloanWithdrawn", id: number, who: AccountId, amount: Rao, };

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

export type HttpMethod = "get" | "post";

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

export type IncreaseTake = { 
/**
 * The validator's hotkey.
 */
hotkey: AccountId, 
/**
 * Its new take, in parts of 65,535.
 */
take: number, };

export type Inner = { "call": "proxied", 
/**
 * Why it failed; none if it did not.
 */
error: ChainError | null, } | { "call": "multisig", 
/**
 * The account.
 */
account: AccountId, 
/**
 * blake2b-256 of the call.
 */
callHash: BlockHash, 
/**
 * Why it failed; none if it did not.
 */
error: ChainError | null, } | { "call": "item", 
/**
 * Why it failed; none if it did not.
 */
error: ChainError | null, } | { "call": "interrupted", 
/**
 * Which item failed, counted from 0.
 */
index: number, 
/**
 * Why.
 */
error: ChainError, };

export type Intent = { "intent": "transfer" } & Transfer | { "intent": "transferAll" } & TransferAll | { "intent": "addStake" } & AddStake | { "intent": "removeStake" } & RemoveStake | { "intent": "removeAllStake" } & RemoveAllStake | { "intent": "unstakeAll" } & UnstakeAll | { "intent": "unstakeAllAlpha" } & UnstakeAllAlpha | { "intent": "moveStake" } & MoveStake | { "intent": "swapStake" } & SwapStake | { "intent": "transferStake" } & TransferStake | { "intent": "recycleAlpha" } & RecycleAlpha | { "intent": "burnAlpha" } & BurnAlpha | { "intent": "setAutoStake" } & SetAutoStake | { "intent": "claimRoot" } & ClaimRoot | { "intent": "claimRootWithHotkey" } & ClaimRootWithHotkey | { "intent": "setRootClaimType" } & SetRootClaimType | { "intent": "stakeIntoBasket" } & StakeIntoBasket | { "intent": "lockStake" } & LockStake | { "intent": "moveLock" } & MoveLock | { "intent": "setPerpetualLock" } & SetPerpetualLock | { "intent": "acceptLockedAlpha" } & AcceptLockedAlpha | { "intent": "associateHotkey" } & AssociateHotkey | { "intent": "swapHotkey" } & SwapHotkey | { "intent": "register" } & Register | { "intent": "registerOnRoot" } & RegisterOnRoot | { "intent": "registerSubnet" } & RegisterSubnet | { "intent": "startSubnet" } & StartSubnet | { "intent": "increaseTake" } & IncreaseTake | { "intent": "decreaseTake" } & DecreaseTake | { "intent": "setChildren" } & SetChildren | { "intent": "setChildkeyTake" } & SetChildkeyTake | { "intent": "setIdentity" } & SetIdentity | { "intent": "setSubnetIdentity" } & SetSubnetIdentity | { "intent": "updateSymbol" } & UpdateSymbol | { "intent": "serveAxon" } & ServeAxon | { "intent": "resetAxon" } & ResetAxon | { "intent": "announceColdkeySwap" } & AnnounceColdkeySwap | { "intent": "executeColdkeySwap" } & ExecuteColdkeySwap | { "intent": "clearColdkeySwap" } & ClearColdkeySwap | { "intent": "disputeColdkeySwap" } & DisputeColdkeySwap | { "intent": "addProxy" } & AddProxy | { "intent": "removeProxy" } & RemoveProxy | { "intent": "removeAllProxies" } & RemoveAllProxies | { "intent": "createPure" } & CreatePure | { "intent": "killPure" } & KillPure | { "intent": "announceProxied" } & AnnounceProxied | { "intent": "removeAnnouncement" } & RemoveAnnouncement | { "intent": "rejectAnnouncement" } & RejectAnnouncement | { "intent": "executeAnnounced" } & ExecuteAnnounced | { "intent": "actAs" } & ActAs | { "intent": "actAsMultisig" } & ActAsMultisig | { "intent": "approveMultisig" } & ApproveMultisig | { "intent": "cancelMultisig" } & CancelMultisig | { "intent": "createCrowdloan" } & CreateCrowdloan | { "intent": "contributeToCrowdloan" } & ContributeToCrowdloan | { "intent": "withdrawFromCrowdloan" } & WithdrawFromCrowdloan | { "intent": "finalizeCrowdloan" } & FinalizeCrowdloan | { "intent": "refundCrowdloan" } & RefundCrowdloan | { "intent": "dissolveCrowdloan" } & DissolveCrowdloan | { "intent": "updateCrowdloan" } & UpdateCrowdloan | { "intent": "batch" } & Batch | { "intent": "rawCall" } & RawCall;

export type JoinNetwork = { 
/**
 * Which to open if none is.
 */
source: NetworkSource, };

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

export type KillPure = { 
/**
 * Who created it.
 */
spawner: AccountId, 
/**
 * The proxy type that it was created with.
 */
kind: string, 
/**
 * The index that it was created with.
 */
index: number, 
/**
 * Number of the block in which it was created.
 */
height: number, 
/**
 * Index of the extrinsic that created it.
 */
extIndex: number, };

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

export type Leaving = { 
/**
 * Which.
 */
from: StakePlace, 
/**
 * Whether it is sold with the others, so that those after it find another price. What is not is quoted as if it were
 * sold alone.
 */
together: boolean, };

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

export type LockStake = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * How much of the subnet's alpha.
 */
amount: Alpha, };

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
 * Approves this when handed to [`SignMinerAuth`]. Random, good once and for a minute.
 */
approval: Bytes, 
/**
 * Who signs.
 */
account: AccountId, 
/**
 * What the vault read, message by message.
 */
requests: Array<MinerAuth>, 
/**
 * blake2b-256 over the blake2b-256 hashes of the messages.
 */
payloadHash: BlockHash, };

export type MinerCall = { 
/**
 * The HTTP method.
 */
method: HttpMethod, 
/**
 * Path and query, from the slash on.
 */
target: string, 
/**
 * JSON; none for [`HttpMethod::Get`].
 */
body: string | null, 
/**
 * How its answer is streamed; none if it is one JSON value.
 */
stream: StreamFormat | null, 
/**
 * Whether it is signed for no miner in particular, which few accept.
 */
forAnyMiner: boolean, };

export type MinerIdentity = "proven" | "another" | "unsigned";

export type MinerPresets = { 
/**
 * The subnet's name.
 */
subnet: string | null, 
/**
 * The day of the software that was looked at, as `2026-07-22`.
 */
seen: string | null, 
/**
 * Whom they answer, a condition each, in words.
 */
gate: Array<string>, 
/**
 * Synapses of its axons.
 */
synapses: Array<SynapseForm>, 
/**
 * Calls of Epistula 2.
 */
calls: Array<CallForm>, };

export type MinerProtocol = "axon" | "btAuth" | "epistula";

export type MinerRow = { 
/**
 * Its number.
 */
uid: number, 
/**
 * Its hotkey.
 */
hotkey: AccountId, 
/**
 * Its share of the miners' rewards.
 */
incentive: PerU16, 
/**
 * Whether it is a validator.
 */
permit: boolean, 
/**
 * Where it says that it listens; none if it does not.
 */
axon: AxonEndpoint | null, 
/**
 * What to expect.
 */
verdict: Verdict, };

export type MinerTable = { 
/**
 * All neurons, in the order of their numbers.
 */
miners: Array<MinerRow>, 
/**
 * What the asker is on this subnet; none if it is not registered, or nobody asks.
 */
standing: Standing | null, 
/**
 * What is to be said before every question, whatever the verdict.
 */
noPromises: Array<string>, };

export type Mortality = { 
/**
 * Blocks; a power of two from 4 to 65,536.
 */
period: number, 
/**
 * First block of the period.
 */
birth: BlockRef, };

export type MoveLock = { 
/**
 * The other hotkey.
 */
destinationHotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, };

export type MoveStake = { 
/**
 * The hotkey that it leaves.
 */
originHotkey: AccountId, 
/**
 * The hotkey that it goes to.
 */
destinationHotkey: AccountId, 
/**
 * The subnet that it leaves.
 */
originNetuid: NetUid, 
/**
 * The subnet that it goes to.
 */
destinationNetuid: NetUid, 
/**
 * How much of the origin's alpha.
 */
amount: Alpha, 
/**
 * The worst rate between two subnets; any rate if none. Only younger runtimes take one.
 */
limit: RateLimited | null, };

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

export type NetworkDescription = { 
/**
 * The network.
 */
network: NetworkInfo, 
/**
 * The same as a network file: some kilobytes, however large the chain spec was.
 */
file: string, };

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

export type NetworkState = { "is": "closed" } | { "is": "open" } & OpenedNetwork | { "is": "elsewhere", 
/**
 * Whose.
 */
holder: Holder, };

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

export type Obstacle = { "reason": "priceLimitExceeded" } | { "reason": "limitOutOfReach" } | { "reason": "subnetNotExists" } | { "reason": "subtokenDisabled" } | { "reason": "nothingChanges" } | { "reason": "nothingToTrade" } | { "reason": "belowMinimum", 
/**
 * The least that works.
 */
least: Rao, } | { "reason": "proceedsBelowMinimum", 
/**
 * What it must bring.
 */
least: Rao, } | { "reason": "partBelowMinimum", 
/**
 * What the part must come to.
 */
least: Rao, } | { "reason": "slippageTooHigh", 
/**
 * The most that can.
 */
most: Amount, } | { "reason": "insufficientBalance", 
/**
 * What it can spend.
 */
spendable: Rao, } | { "reason": "hotkeyNotExists" } | { "reason": "insufficientLiquidity" } | { "reason": "stakeLocked", 
/**
 * What is not.
 */
available: Alpha, } | { "reason": "transferDisallowed" } | { "reason": "lockedAlphaRejected", 
/**
 * What is not locked.
 */
available: Alpha, };

export type OpenNetwork = { 
/**
 * Which.
 */
source: NetworkSource, };

export type OpenedNetwork = { 
/**
 * Where its description came from.
 */
source: NetworkSource, 
/**
 * What it is.
 */
network: NetworkInfo, };

export type Origin = "created" | "imported" | "watched";

export type Outcome = "likelyAnswered" | "unclear" | "likelyRefused" | "cannotBeSent";

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

export type PositionKey = { 
/**
 * The hotkey that is staked to.
 */
hotkey: AccountId, 
/**
 * The coldkey that stakes.
 */
coldkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, };

export type PrepareQuery = { 
/**
 * Which subnet.
 */
netuid: NetUid, 
/**
 * Which neurons, 64 at most and none twice.
 */
uids: Array<number>, 
/**
 * Who signs.
 */
asker: Asker, 
/**
 * What is asked.
 */
question: Question, 
/**
 * As in [`ProbeMiners`](super::ProbeMiners).
 */
special: boolean, 
/**
 * As in [`ProbeMiners`](super::ProbeMiners).
 */
tls: boolean, };

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
 * Whether the runtime will sell alpha of the position for the fee, because the account's TAO does not cover it.
 */
feeInAlpha: boolean, 
/**
 * The chain's existential deposit.
 */
existentialDeposit: Rao, };

export type PreparedMiner = { 
/**
 * Which neuron.
 */
uid: number, 
/**
 * Address and port; none if it does not serve.
 */
address: string | null, 
/**
 * What to expect.
 */
verdict: Verdict, 
/**
 * The request as a command for a terminal, without its signature. None if the miner will not be asked, and the verdict
 * says why.
 */
curl: string | null, };

export type PreparedQuery = { 
/**
 * Names it. Random.
 */
query: string, 
/**
 * How the requests are signed.
 */
protocol: MinerProtocol, 
/**
 * Every miner that was named, in that order.
 */
miners: Array<PreparedMiner>, 
/**
 * What the vault describes: one message for each miner that will be asked, in their order.
 */
messages: Array<Bytes>, 
/**
 * How long an answer may take, in milliseconds.
 */
timeoutMs: number, 
/**
 * What is to be said before every question, whatever the verdict.
 */
noPromises: Array<string>, };

export type Price = string;

export type PriceImpact = number;

export type PriceLimit = { 
/**
 * Rao of TAO for one whole alpha: the most when buying, the least when selling.
 */
price: Price, 
/**
 * Trade as much as the limit allows, rather than all or nothing.
 */
allowPartial: boolean, };

export type ProbeMiners = { 
/**
 * Which subnet.
 */
netuid: NetUid, 
/**
 * Which neurons, 64 at most.
 */
uids: Array<number>, 
/**
 * Whether to ask at addresses that the whole internet does not reach, such as those of the user's own network. Only
 * if the user has seen the address and said so.
 */
special: boolean, 
/**
 * Whether to ask over https, which few miners have.
 */
tls: boolean, };

export type Probed = { 
/**
 * Which neuron.
 */
uid: number, 
/**
 * Whether its hotkey is there; none if nobody answered.
 */
identity: MinerIdentity | null, 
/**
 * The names of its synapses; none if it did not say.
 */
synapses: Array<string> | null, 
/**
 * From sending to the head of the faster answer, in milliseconds; none if nobody answered.
 */
latencyMs: number | null, 
/**
 * How far the clocks are apart, in words, if that is enough to matter.
 */
skew: string | null, 
/**
 * What did not work, the first of it.
 */
failure: AskFailure | null, };

export type Protection = { "kind": "none" } | { "kind": "whole", 
/**
 * How much worse the price may become.
 */
tolerance: Tolerance, } | { "kind": "part", 
/**
 * How much worse the price may become.
 */
tolerance: Tolerance, };

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

export type Quantity<T> = { "is": "exactly", "amount": T } | { "is": "upTo", "amount": T } | { "is": "atLeast", "amount": T } | { "is": "everything" } | { "is": "atMarket" };

export type Question = { "is": "ping" } | { "is": "preset", 
/**
 * Its name.
 */
name: string, 
/**
 * A JSON object of its fields.
 */
fields: string, } | { "is": "described", 
/**
 * The JSON of the description.
 */
description: string, 
/**
 * A JSON object of its fields.
 */
fields: string, } | { "is": "free", 
/**
 * Its name.
 */
name: string, 
/**
 * A JSON object of fields.
 */
fields: string, 
/**
 * How its answer is streamed; none if it is one JSON value.
 */
stream: StreamFormat | null, } | { "is": "btAuth", 
/**
 * The call.
 */
call: MinerCall, } | { "is": "epistula", 
/**
 * The call.
 */
call: MinerCall, };

export type Quote = { 
/**
 * What would be used, with the fee. Less than was asked where a position is smaller, or where a part is enough.
 */
amountIn: Amount, 
/**
 * The pool's fee, a part of what would be used.
 */
fee: Amount, 
/**
 * What would be received.
 */
amountOut: Amount, 
/**
 * The least that is received if the trade happens at all. Only an order that is filled whole or not at all has it.
 * Of a swap between subnets the chain checks it as if TAO and alpha weighed the same in both pools: should the pools
 * change before it is executed, uneven ones can give a little less.
 */
minimumOut: Amount | null, 
/**
 * The present price, which a trade of next to nothing would have.
 */
spot: Rate, 
/**
 * The price of this trade, with the fee; `None` where nothing would be received.
 */
effective: Rate | null, 
/**
 * The limit that the call carries.
 */
limit: Rate | null, 
/**
 * How much the trade itself worsens its price, without the fee.
 */
priceImpact: PriceImpact, 
/**
 * What was asked against a worse price.
 */
protection: Protection, 
/**
 * The first thing for which the chain would refuse it.
 */
obstacle: Obstacle | null, };

export type Rao = string;

export type Rate = { "unit": "price", "value": Price } | { "unit": "ratio", "value": Ratio };

export type RateLimited = { 
/**
 * The least that one whole alpha of the origin has to bring, in alpha of the destination.
 */
minimumPerAlpha: Alpha, 
/**
 * Trade as much as the limit allows, rather than all or nothing.
 */
allowPartial: boolean, };

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

export type Ratio = string;

export type RawCall = { 
/**
 * Name of the pallet, such as `System`.
 */
pallet: string, 
/**
 * Name of the call, such as `remark`.
 */
call: string, 
/**
 * Arguments by name.
 */
arguments: Record<string, unknown>, };

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

export type ReadExits = { 
/**
 * Whose.
 */
coldkey: AccountId, 
/**
 * Which, in the order in which they are sold.
 */
leaving: Array<Leaving>, 
/**
 * How much worse than the price that it finds each may be sold.
 */
tolerance: Tolerance, };

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

export type ReadMinerPresets = { 
/**
 * Which subnet.
 */
netuid: NetUid, };

export type ReadMiners = { 
/**
 * Which subnet.
 */
netuid: NetUid, 
/**
 * Who would ask; none if no account is chosen.
 */
asker: Asker | null, 
/**
 * What the verdicts are about.
 */
about: About, };

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

export type ReadQuote = { 
/**
 * The trade.
 */
trade: Trade, 
/**
 * Against a worse price.
 */
protection: Protection, };

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

export type ReadStakes = { 
/**
 * Which.
 */
positions: Array<PositionKey>, };

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

export type RecycleAlpha = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * How much of the subnet's alpha.
 */
amount: Alpha, 
/**
 * The subnet.
 */
netuid: NetUid, };

export type RefundCrowdloan = { 
/**
 * The crowdloan's number.
 */
id: number, };

export type RefusedImport = { 
/**
 * Its name in the wallet that wrote the file.
 */
label: string | null, 
/**
 * Why.
 */
why: Failure, };

export type Register = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The most that it may cost; any price if none.
 */
limit: Rao | null, };

export type RegisterOnRoot = { 
/**
 * The hotkey.
 */
hotkey: AccountId, };

export type RegisterSubnet = { 
/**
 * The owner's hotkey.
 */
hotkey: AccountId, 
/**
 * What the subnet says of itself.
 */
identity: SubnetIdentity | null, };

export type RejectAnnouncement = { 
/**
 * The proxy.
 */
delegate: AccountId, 
/**
 * blake2b-256 of the call.
 */
callHash: BlockHash, };

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

export type RemoveAllProxies = Record<symbol, never>;

export type RemoveAllStake = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The lowest price that is taken; any price if none.
 */
limit: Price | null, };

export type RemoveAnnouncement = { 
/**
 * The account in whose name it was announced.
 */
real: AccountId, 
/**
 * blake2b-256 of the call.
 */
callHash: BlockHash, };

export type RemoveProxy = { 
/**
 * Who may no longer act.
 */
delegate: AccountId, 
/**
 * In what.
 */
kind: string, 
/**
 * With which delay.
 */
delay: number, };

export type RemoveStake = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * How much of the subnet's alpha, the swap fee included.
 */
amount: Alpha, 
/**
 * The lowest price that is taken; any price if none.
 */
limit: PriceLimit | null, };

export type RenameAccount = { 
/**
 * Which.
 */
address: AccountId, 
/**
 * Its name from now on.
 */
label: string, };

export type ResetAxon = { 
/**
 * The subnet.
 */
netuid: NetUid, };

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

export type RootClaimType = { "is": "swap" } | { "is": "keep" } | { "is": "keepSubnets", 
/**
 * The subnets.
 */
subnets: Array<NetUid>, };

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

export type Seen = { 
/**
 * The block.
 */
block: BlockRef, 
/**
 * When it was, by the chain's clock, in milliseconds since 1970.
 */
timeMs: number, 
/**
 * What the account had before, deposits included.
 */
before: Rao, 
/**
 * What it had after.
 */
after: Rao, 
/**
 * What did it, in order. Empty where the chain's events do not say.
 */
touches: Array<Touch>, };

export type ServeAxon = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * Version of the miner's software.
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
 * Its certificate, if it speaks TLS.
 */
certificate: Bytes | null, };

export type SetAutoLock = { 
/**
 * When.
 */
autoLock: AutoLock, };

export type SetAutoStake = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The hotkey.
 */
hotkey: AccountId, };

export type SetChildkeyTake = { 
/**
 * The childkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * Its take, in parts of 65,535.
 */
take: number, };

export type SetChildren = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The children; none to take back everything.
 */
children: Array<Child>, };

export type SetIdentity = { 
/**
 * A name.
 */
name: string, 
/**
 * A website.
 */
url: string, 
/**
 * Where its code is.
 */
githubRepo: string, 
/**
 * Address of a picture.
 */
image: string, 
/**
 * A name on Discord.
 */
discord: string, 
/**
 * A description.
 */
description: string, 
/**
 * Anything else.
 */
additional: string, };

export type SetPerpetualLock = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * `true` for a lock that does not decay.
 */
perpetual: boolean, };

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

export type SetRootClaimType = { 
/**
 * What becomes of them.
 */
kind: RootClaimType, };

export type SetSubnetIdentity = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * What it says.
 */
identity: SubnetIdentity, };

export type Setting = "autoStake" | "rootClaimType" | "acceptsLockedAlpha" | "take" | "childkeyTake" | "children" | "identity" | "subnetIdentity" | "subnetSymbol" | "axon" | "crowdloan";

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
payloadHash: BlockHash, 
/**
 * The exact bytes to be signed, in the order in which they were described.
 */
messages: Array<Bytes>, };

export type Signatories = { 
/**
 * Approvals that it takes.
 */
threshold: number, 
/**
 * The other signatories, in any order.
 */
others: Array<AccountId>, };

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

export type SignedMinerAuth = { 
/**
 * 64 bytes for each message, in their order.
 */
signatures: Array<Bytes>, };

export type Speaks = "synapses" | "perhapsBtAuth" | "unknown";

export type Spend = { 
/**
 * TAO.
 */
tao: Rao, 
/**
 * Alpha, by subnet, each subnet once.
 */
alpha: Array<AlphaSpend>, 
/**
 * Whether it may take more than that, and nobody can tell how much.
 */
unbounded: boolean, };

export type StakeIntoBasket = { 
/**
 * The validator's hotkey.
 */
hotkey: AccountId, 
/**
 * How much.
 */
amount: Rao, };

export type StakePlace = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet.
 */
netuid: NetUid, };

export type Stall = "noPeers" | "noProgress" | "checkpointUnproven";

export type StampQuery = { 
/**
 * [`PreparedQuery::query`].
 */
query: string, };

export type StampedQuery = { 
/**
 * In the order of [`PreparedQuery::messages`].
 */
messages: Array<Bytes>, };

export type Standing = { 
/**
 * Its number.
 */
uid: number, 
/**
 * Whether it has a validator permit.
 */
permit: boolean, 
/**
 * Its stake weight.
 */
stakeWeight: Alpha, 
/**
 * The alpha behind it.
 */
alphaStake: Alpha, };

export type StartSubnet = { 
/**
 * The subnet.
 */
netuid: NetUid, };

export type StreamFormat = "text" | "objects" | "events";

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
name: string, 
/**
 * Where its code is.
 */
githubRepo: string, 
/**
 * How to reach its owner.
 */
contact: string, 
/**
 * A website.
 */
url: string, 
/**
 * A name on Discord.
 */
discord: string, 
/**
 * A description.
 */
description: string, 
/**
 * Address of a picture.
 */
logoUrl: string, 
/**
 * Anything else.
 */
additional: string, };

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
 * Approves this summary when handed to [`Sign`]. Random, good for one signature and for a minute. Empty, and so good
 * for none, if the call is not as intended.
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
 * Whether the call is that of the intent, byte for byte. None if no intent was named.
 */
asIntended: boolean | null, 
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

export type SwapHotkey = { 
/**
 * The old hotkey.
 */
hotkey: AccountId, 
/**
 * The new hotkey.
 */
newHotkey: AccountId, 
/**
 * Only on this subnet; everywhere if none.
 */
netuid: NetUid | null, 
/**
 * Leave the stake with the old hotkey.
 */
keepStake: boolean, };

export type SwapStake = { 
/**
 * The hotkey.
 */
hotkey: AccountId, 
/**
 * The subnet that it leaves.
 */
originNetuid: NetUid, 
/**
 * The subnet that it goes to.
 */
destinationNetuid: NetUid, 
/**
 * How much of the origin's alpha.
 */
amount: Alpha, 
/**
 * The worst rate; any rate if none.
 */
limit: RateLimited | null, };

export type SynapseForm = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it is for.
 */
about: string, 
/**
 * How long an answer may take, in milliseconds.
 */
timeoutMs: number, 
/**
 * How its answer is streamed; none if it is one JSON value.
 */
stream: StreamFormat | null, 
/**
 * What is asked for.
 */
questions: Array<FormField>, 
/**
 * What the miner fills in.
 */
answers: Array<FormField>, };

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

export type TakeOver = Record<symbol, never>;

export type Timepoint = { 
/**
 * Number of the block.
 */
height: number, 
/**
 * Index of the extrinsic in it.
 */
index: number, };

export type Tolerance = number;

export type Touch = { 
/**
 * Position of the extrinsic in its block; none for what the chain did by itself.
 */
extrinsic: number | null, 
/**
 * Whether the account paid for it. Then whoever has its key wanted it.
 */
own: boolean, 
/**
 * Whether the extrinsic failed.
 */
failed: boolean, 
/**
 * What happened to the account, in order.
 */
happened: Array<Happened>, };

export type TouchVault = Record<symbol, never>;

export type Trade = { "trade": "buy", 
/**
 * Who pays; nobody whose funds set a limit if none.
 */
coldkey: AccountId | null, 
/**
 * Where the stake goes.
 */
to: StakePlace, 
/**
 * How much TAO.
 */
amount: Rao, } | { "trade": "sell", 
/**
 * Whose stake.
 */
coldkey: AccountId, 
/**
 * Where it is.
 */
from: StakePlace, 
/**
 * How much; all of the position if none.
 */
amount: Alpha | null, } | { "trade": "move", 
/**
 * Whose stake.
 */
coldkey: AccountId, 
/**
 * Where it is.
 */
from: StakePlace, 
/**
 * Where it goes.
 */
to: StakePlace, 
/**
 * Whose it is then, if not the same coldkey's.
 */
receiver: AccountId | null, 
/**
 * How much; all of the position if none.
 */
amount: Alpha | null, };

export type TransactionOutcome = { 
/**
 * Why the whole of it failed; none if it did not.
 */
error: ChainError | null, 
/**
 * What was paid, tip included, where the events say it. In TAO, even where alpha was sold for it.
 */
fee: Rao | null, 
/**
 * The alpha that was sold for the fee.
 */
alphaFee: AlphaFee | null, 
/**
 * What happened, in order.
 */
happened: Array<Happened>, 
/**
 * What became of calls within the call, in the order in which they ended.
 */
inner: Array<Inner>, };

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
outcome: TransactionOutcome, } | { "is": "finalized", 
/**
 * The block.
 */
block: BlockRef, 
/**
 * What the block's events say.
 */
outcome: TransactionOutcome, } | { "is": "dropped", 
/**
 * Why, for people.
 */
reason: string, } | { "is": "invalid", 
/**
 * Why, for people.
 */
reason: string, };

export type Transfer = { 
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

export type TransferAll = { 
/**
 * Who receives.
 */
destination: AccountId, 
/**
 * Leave the existential deposit, so that the account stays.
 */
keepAlive: boolean, };

export type TransferStake = { 
/**
 * The coldkey that gets it.
 */
destinationColdkey: AccountId, 
/**
 * The hotkey that it is staked with.
 */
hotkey: AccountId, 
/**
 * The hotkey that it is staked with afterwards; the same if none. Only younger runtimes take one.
 */
destinationHotkey: AccountId | null, 
/**
 * The subnet that it leaves.
 */
originNetuid: NetUid, 
/**
 * The subnet that it goes to.
 */
destinationNetuid: NetUid, 
/**
 * How much of the origin's alpha.
 */
amount: Alpha, };

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

export type UnstakeAll = { 
/**
 * The hotkey.
 */
hotkey: AccountId, };

export type UnstakeAllAlpha = { 
/**
 * The hotkey.
 */
hotkey: AccountId, };

export type UpdateCrowdloan = { 
/**
 * The crowdloan's number.
 */
id: number, 
/**
 * What changes.
 */
to: CrowdloanTerm, };

export type UpdateSymbol = { 
/**
 * The subnet.
 */
netuid: NetUid, 
/**
 * The symbol.
 */
symbol: string, };

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

export type Verdict = { 
/**
 * In one word.
 */
outcome: Outcome, 
/**
 * All reasons and remarks, weightiest first.
 */
findings: Array<Finding>, };

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

export type Warning = { "warning": "irreversible" } | { "warning": "closesAccount" } | { "warning": "noPriceLimit" } | { "warning": "partialFill" } | { "warning": "destroys" } | { "warning": "locksStake" } | { "warning": "neverUnlocks" } | { "warning": "losesConviction" } | { "warning": "acceptsLocked" } | { "warning": "givesFullControl", 
/**
 * Who.
 */
to: AccountId, } | { "warning": "givesControl", 
/**
 * Who.
 */
to: AccountId, 
/**
 * In what, by the chain's name of the proxy type.
 */
kind: string, } | { "warning": "mayLosePureAccount" } | { "warning": "losesPureAccount" } | { "warning": "blocksAccount" } | { "warning": "freezesAccount" } | { "warning": "movesEverything", 
/**
 * The new coldkey.
 */
to: AccountId, } | { "warning": "movesHotkey" } | { "warning": "noCostLimit" } | { "warning": "mayRemoveSubnet" } | { "warning": "public" } | { "warning": "depositStays" } | { "warning": "runsAgreedCall" } | { "warning": "unchecked" } | { "warning": "innerMayFail" } | { "warning": "leavesUnclaimed" };

export type WatchActivity = { 
/**
 * Whose.
 */
accounts: Array<AccountId>, };

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

export type WatchExits = { 
/**
 * Whose.
 */
coldkey: AccountId, 
/**
 * Which, in the order in which they are sold.
 */
leaving: Array<Leaving>, 
/**
 * How much worse than the price that it finds each may be sold.
 */
tolerance: Tolerance, };

export type WatchHeads = Record<symbol, never>;

export type WatchJournal = Record<symbol, never>;

export type WatchLifecycle = Record<symbol, never>;

export type WatchNetwork = Record<symbol, never>;

export type WatchNotices = Record<symbol, never>;

export type WatchPortfolio = { 
/**
 * Whose.
 */
coldkeys: Array<AccountId>, };

export type WatchQuote = { 
/**
 * The trade.
 */
trade: Trade, 
/**
 * Against a worse price.
 */
protection: Protection, };

export type WatchSubnets = Record<symbol, never>;

export type WatchVault = Record<symbol, never>;

export type WeighIntent = { 
/**
 * In whose name it is done.
 */
from: AccountId, 
/**
 * What is to happen.
 */
intent: Intent, };

export type Weighed = { 
/**
 * As the runtime answers.
 */
weight: Verified<Weight>, 
/**
 * blake2b-256 of the call: by which operations of multisig accounts are found.
 */
callHash: BlockHash, };

export type Weight = { 
/**
 * Picoseconds.
 */
refTime: number, 
/**
 * Bytes of proof.
 */
proofSize: number, };

export type WithdrawFromCrowdloan = { 
/**
 * The crowdloan's number.
 */
id: number, };

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
  "network.describe": { params: DescribeNetwork; reply: NetworkDescription };
  "network.open": { params: OpenNetwork; reply: NetworkInfo };
  "network.join": { params: JoinNetwork; reply: OpenedNetwork };
  "network.close": { params: CloseNetwork; reply: null };
  "device.takeOver": { params: TakeOver; reply: null };
  "state.save": { params: SaveState; reply: null };
  "account.nonce": { params: AccountNonce; reply: Verified<number> };
  "metadata": { params: GetMetadata; reply: RuntimeMetadata };
  "fee": { params: EstimateFee; reply: Estimate };
  "tx.explain": { params: ExplainIntent; reply: Explanation };
  "tx.weigh": { params: WeighIntent; reply: Weighed };
  "tx.prepare": { params: PrepareTransaction; reply: Prepared };
  "tx.submit": { params: SubmitTransaction; reply: Submitted };
  "journal.forget": { params: ForgetTransaction; reply: null };
  "activity.forget": { params: ForgetActivity; reply: null };
  "quote": { params: ReadQuote; reply: Verified<Quote> };
  "exits": { params: ReadExits; reply: Verified<Array<Exit>> };
  "read.portfolio": { params: ReadPortfolio; reply: Verified<Portfolio> };
  "read.subnets": { params: ReadSubnets; reply: Verified<Array<Subnet>> };
  "read.subnet": { params: ReadSubnet; reply: Verified<SubnetDetail | null> };
  "read.metagraph": { params: ReadMetagraph; reply: Verified<Metagraph | null> };
  "read.neurons": { params: ReadNeurons; reply: Verified<Array<Neuron>> };
  "read.validators": { params: ReadValidators; reply: Verified<Array<Neuron>> };
  "read.stakes": { params: ReadStakes; reply: Verified<Array<[PositionKey, Alpha]>> };
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
  "miners": { params: ReadMiners; reply: Verified<MinerTable | null> };
  "miners.presets": { params: ReadMinerPresets; reply: MinerPresets };
  "miners.prepare": { params: PrepareQuery; reply: PreparedQuery };
  "miners.stamp": { params: StampQuery; reply: StampedQuery };
}

export interface EngineTopics {
  "lifecycle": { params: WatchLifecycle; item: Lifecycle };
  "network": { params: WatchNetwork; item: NetworkState };
  "notices": { params: WatchNotices; item: Array<Notice> };
  "heads": { params: WatchHeads; item: Heads };
  "balance.watch": { params: WatchBalance; item: Verified<Balance> };
  "journal": { params: WatchJournal; item: Array<JournalEntry> };
  "activity.watch": { params: WatchActivity; item: Array<AccountActivity> };
  "quote.watch": { params: WatchQuote; item: Verified<Quote> };
  "exits.watch": { params: WatchExits; item: Verified<Array<Exit>> };
  "portfolio.watch": { params: WatchPortfolio; item: Verified<Portfolio> };
  "subnets.watch": { params: WatchSubnets; item: Verified<Array<Subnet>> };
  "miners.probe": { params: ProbeMiners; item: Probed };
  "miners.ask": { params: AskMiners; item: AskUpdate };
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
  "miner.sign": { params: SignMinerAuth; reply: SignedMinerAuth };
}

export interface VaultTopics {
  "vault.status": { params: WatchVault; item: VaultStatus };
}
