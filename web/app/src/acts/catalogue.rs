//! Every act that has a form of this kind. What trades has pages of its own.

use super::{Act, Field, Group, Of};

const U32: Of = Of::Whole(u32::MAX as u64);
const U16: Of = Of::Whole(u16::MAX as u64);

const HOTKEY: Field = Field::new("hotkey", "Hotkey", Of::Hotkey);
const VALIDATOR: Field = Field::new("hotkey", "Validator", Of::Hotkey);
const SUBNET: Field = Field::new("netuid", "Subnet", Of::Subnet);
const ALPHA: Field = Field::new("amount", "Amount", Of::Alpha("netuid"));
const TAKE: Field = Field::new("take", "Take", Of::Take);
const DELEGATE: Field = Field::new("delegate", "Proxy", Of::Account);
const KIND: Field = Field::new("kind", "May do", Of::ProxyKind)
    .hint("The chain's name of what the proxy may do. Any gives full control; prefer a narrow one.");
const DELAY: Field = Field::new("delay", "Delay in blocks", U32).hint(
    "With a delay the proxy announces what it wants to do, and you can reject it before the delay is over. 0 is none.",
);
const CALL_HASH: Field = Field::new("callHash", "Hash of the call", Of::Hash);
const THRESHOLD: Field = Field::new("multisig.threshold", "Approvals needed", U16);
const OTHERS: Field = Field::new("multisig.others", "The other signatories", Of::Accounts)
    .hint("One address in each line, without your own. Their order does not matter.");
const HEIGHT: Field = Field::new("timepoint.height", "Block of the first approval", U32);
const INDEX: Field = Field::new("timepoint.index", "Transaction in that block", U32);
const CROWDLOAN: Field = Field::new("id", "Number of the crowdloan", U32);

/// All of them, by group.
pub(crate) const CATALOGUE: &[Act] = &[
    Act {
        kind: "transferStake",
        group: Group::Stake,
        title: "Give stake to another coldkey",
        about: "Stake changes its owner without being sold, if it stays on its subnet.",
        fields: &[
            Field::new("destinationColdkey", "To the coldkey", Of::Account),
            Field::new("hotkey", "Staked with", Of::Hotkey),
            Field::new("originNetuid", "On the subnet", Of::Subnet),
            Field::new("amount", "Amount", Of::Alpha("originNetuid")),
            Field::new("destinationNetuid", "To the subnet", Of::Subnet)
                .hint("Another subnet than the one above sells the stake there and buys here, at any price."),
            Field::new("destinationHotkey", "To the validator", Of::Hotkey)
                .optional()
                .hint("Empty: it stays with the same one."),
        ],
    },
    Act {
        kind: "unstakeAll",
        group: Group::Stake,
        title: "Unstake everything from a validator",
        about: "Every position with it is sold for TAO, at any price. Unstaking one by one has a limit.",
        fields: &[VALIDATOR],
    },
    Act {
        kind: "unstakeAllAlpha",
        group: Group::Stake,
        title: "Move all alpha with a validator to the root",
        about: "Every position with it except the root's is sold, and the TAO is staked on the root, at any price.",
        fields: &[VALIDATOR],
    },
    Act {
        kind: "claimRoot",
        group: Group::Stake,
        title: "Claim root dividends",
        about: "What your stake on the root has earned on these subnets becomes yours.",
        fields: &[
            Field::new("subnets", "Subnets", Of::Subnets).hint("Numbers with spaces between, at most 5.")
        ],
    },
    Act {
        kind: "claimRootWithHotkey",
        group: Group::Stake,
        title: "Claim a basket's dividends",
        about: "What your stake on the root with this validator has earned becomes yours. Only on younger runtimes.",
        fields: &[VALIDATOR],
    },
    Act {
        kind: "setRootClaimType",
        group: Group::Stake,
        title: "Choose what becomes of root dividends",
        about: "They are sold for TAO that is staked on the root, or stay alpha.",
        fields: &[
            Field::new(
                "kind.is",
                "Dividends",
                Of::Choice(&[
                    ("swap", "are sold for TAO"),
                    ("keep", "stay alpha"),
                    ("keepSubnets", "stay alpha on some subnets"),
                ]),
            ),
            Field::new("kind.subnets", "Those subnets", Of::Subnets)
                .optional()
                .hint("Only for the last choice. Numbers with spaces between."),
        ],
    },
    Act {
        kind: "stakeIntoBasket",
        group: Group::Stake,
        title: "Stake into a root validator's basket",
        about: "TAO buys a share of the basket. Only on younger runtimes.",
        fields: &[VALIDATOR, Field::new("amount", "Amount", Of::Tao)],
    },
    Act {
        kind: "setAutoStake",
        group: Group::Stake,
        title: "Stake mining rewards by themselves",
        about: "What your hotkeys mine on a subnet is staked with this validator from then on.",
        fields: &[SUBNET, VALIDATOR],
    },
    Act {
        kind: "lockStake",
        group: Group::Stake,
        title: "Lock stake",
        about: "Locked stake gains conviction for a hotkey, and cannot be taken out until the lock has decayed.",
        fields: &[SUBNET, HOTKEY, ALPHA],
    },
    Act {
        kind: "moveLock",
        group: Group::Stake,
        title: "Move a lock to another hotkey",
        about: "The lock on a subnet supports another hotkey, and its conviction may begin anew.",
        fields: &[
            SUBNET,
            Field::new("destinationHotkey", "To the hotkey", Of::Hotkey),
        ],
    },
    Act {
        kind: "setPerpetualLock",
        group: Group::Stake,
        title: "Keep a lock from decaying",
        about: "A perpetual lock never ends by itself, until you let it decay again.",
        fields: &[SUBNET, Field::new("perpetual", "Perpetual", Of::Switch)],
    },
    Act {
        kind: "acceptLockedAlpha",
        group: Group::Stake,
        title: "Accept locked stake from others",
        about: "Whether others may give you stake that is locked.",
        fields: &[Field::new("accept", "Accept it", Of::Switch)],
    },
    Act {
        kind: "recycleAlpha",
        group: Group::Stake,
        title: "Recycle alpha",
        about: "The alpha is destroyed and can be issued again. Nothing comes back to you.",
        fields: &[SUBNET, VALIDATOR, ALPHA],
    },
    Act {
        kind: "burnAlpha",
        group: Group::Stake,
        title: "Burn alpha",
        about: "The alpha is destroyed for good. Nothing comes back to you.",
        fields: &[SUBNET, VALIDATOR, ALPHA],
    },
    Act {
        kind: "register",
        group: Group::Hotkeys,
        title: "Register a hotkey on a subnet",
        about: "The hotkey gets a place on the subnet as a miner or validator, for a price that is gone.",
        fields: &[
            SUBNET,
            HOTKEY,
            Field::new("limit", "At most", Of::Tao)
                .optional()
                .hint("The price moves. Above this nothing happens; empty takes any price."),
        ],
    },
    Act {
        kind: "registerOnRoot",
        group: Group::Hotkeys,
        title: "Register a hotkey on the root",
        about: "The hotkey becomes a root validator, if it has more stake than the least of them.",
        fields: &[HOTKEY],
    },
    Act {
        kind: "registerSubnet",
        group: Group::Hotkeys,
        title: "Register a subnet",
        about: "A new subnet that you own, for a price that is locked in its pool. Give it a name afterwards.",
        fields: &[HOTKEY],
    },
    Act {
        kind: "startSubnet",
        group: Group::Hotkeys,
        title: "Start a subnet",
        about: "Your subnet begins to be traded and to earn.",
        fields: &[SUBNET],
    },
    Act {
        kind: "associateHotkey",
        group: Group::Hotkeys,
        title: "Link a hotkey to this coldkey",
        about: "The chain learns that the hotkey is yours. A hotkey has one owner, for ever.",
        fields: &[HOTKEY],
    },
    Act {
        kind: "swapHotkey",
        group: Group::Hotkeys,
        title: "Replace a hotkey",
        about: "Another key takes the place of a hotkey, with its registrations and stake.",
        fields: &[
            Field::new("hotkey", "Old hotkey", Of::Hotkey),
            Field::new("newHotkey", "New hotkey", Of::Hotkey),
            SUBNET.optional().hint("Empty: on all subnets."),
            Field::new("keepStake", "Stake stays with the old hotkey", Of::Switch),
        ],
    },
    Act {
        kind: "increaseTake",
        group: Group::Hotkeys,
        title: "Increase a validator's take",
        about: "The part of dividends that your hotkey keeps before its stakers. It can rise only now and then.",
        fields: &[HOTKEY, TAKE],
    },
    Act {
        kind: "decreaseTake",
        group: Group::Hotkeys,
        title: "Decrease a validator's take",
        about: "The part of dividends that your hotkey keeps before its stakers.",
        fields: &[HOTKEY, TAKE],
    },
    Act {
        kind: "setChildren",
        group: Group::Hotkeys,
        title: "Set a hotkey's children",
        about: "Parts of your hotkey's stake count for other hotkeys on a subnet. None takes all back.",
        fields: &[
            SUBNET,
            HOTKEY,
            Field::new("children", "Children", Of::Children)
                .optional()
                .hint("In each line an address and its part in percent: 5… 25"),
        ],
    },
    Act {
        kind: "setChildkeyTake",
        group: Group::Hotkeys,
        title: "Set a child hotkey's take",
        about: "The part that your hotkey keeps of what it earns with stake of its parents.",
        fields: &[SUBNET, HOTKEY, TAKE],
    },
    Act {
        kind: "serveAxon",
        group: Group::Hotkeys,
        title: "Publish a miner's address",
        about: "The chosen account, a registered hotkey, says where its miner answers.",
        fields: &[
            SUBNET,
            Field::new("ip", "IP address", Of::Ip),
            Field::new("port", "Port", U16),
            Field::new("version", "Version of the miner", U32),
        ],
    },
    Act {
        kind: "resetAxon",
        group: Group::Hotkeys,
        title: "Take back a miner's address",
        about: "The chosen account, a registered hotkey, no longer says where its miner answers.",
        fields: &[SUBNET],
    },
    Act {
        kind: "setIdentity",
        group: Group::Identity,
        title: "Set this account's identity",
        about: "Everybody can read it, for ever. It replaces what was there.",
        fields: &[
            Field::new("name", "Name", Of::Line),
            Field::new("url", "Website", Of::Line).optional(),
            Field::new("githubRepo", "Code repository", Of::Line).optional(),
            Field::new("image", "Address of an image", Of::Line).optional(),
            Field::new("discord", "Discord", Of::Line).optional(),
            Field::new("description", "Description", Of::Text).optional(),
            Field::new("additional", "Anything else", Of::Text).optional(),
        ],
    },
    Act {
        kind: "setSubnetIdentity",
        group: Group::Identity,
        title: "Set a subnet's identity",
        about: "Everybody can read it. Only the subnet's owner can set it.",
        fields: &[
            SUBNET,
            Field::new("identity.name", "Name", Of::Line),
            Field::new("identity.url", "Website", Of::Line).optional(),
            Field::new("identity.githubRepo", "Code repository", Of::Line).optional(),
            Field::new("identity.contact", "Contact", Of::Line).optional(),
            Field::new("identity.logoUrl", "Address of a logo", Of::Line).optional(),
            Field::new("identity.discord", "Discord", Of::Line).optional(),
            Field::new("identity.description", "Description", Of::Text).optional(),
            Field::new("identity.additional", "Anything else", Of::Text).optional(),
        ],
    },
    Act {
        kind: "updateSymbol",
        group: Group::Identity,
        title: "Choose a subnet's symbol",
        about: "One of the chain's symbols that no other subnet has. Only the subnet's owner can choose it.",
        fields: &[SUBNET, Field::new("symbol", "Symbol", Of::Line)],
    },
    Act {
        kind: "addProxy",
        group: Group::Proxies,
        title: "Let another account act for this one",
        about: "The proxy can do what its kind allows, without your key, until you remove it. A deposit is reserved.",
        fields: &[DELEGATE, KIND, DELAY],
    },
    Act {
        kind: "removeProxy",
        group: Group::Proxies,
        title: "Remove a proxy",
        about: "It can no longer act for this account. Kind and delay must be those it was added with.",
        fields: &[DELEGATE, KIND, DELAY],
    },
    Act {
        kind: "removeAllProxies",
        group: Group::Proxies,
        title: "Remove all proxies",
        about: "Nobody can act for this account any more. Accounts without a key that hang on it are lost.",
        fields: &[],
    },
    Act {
        kind: "createPure",
        group: Group::Proxies,
        title: "Make an account without a key",
        about: "A new account that this one controls as its proxy.",
        fields: &[
            KIND,
            DELAY,
            Field::new("index", "Number", U16).hint("0, unless you make several in one block."),
        ],
    },
    Act {
        kind: "killPure",
        group: Group::Proxies,
        title: "Give up an account without a key",
        about: "Everything in it is lost. Act as the account itself, with the facts of its making.",
        fields: &[
            Field::new("spawner", "Made by", Of::Account),
            KIND,
            Field::new("index", "Number", U16),
            Field::new("height", "Block of its making", U32),
            Field::new("extIndex", "Transaction in that block", U32),
        ],
    },
    Act {
        kind: "announceProxied",
        group: Group::Proxies,
        title: "Announce what you will do as a proxy",
        about: "A proxy with a delay announces the hash of a call, and does it when the delay is over.",
        fields: &[Field::new("real", "For the account", Of::Account), CALL_HASH],
    },
    Act {
        kind: "removeAnnouncement",
        group: Group::Proxies,
        title: "Take back an announcement of yours",
        about: "What you announced as a proxy is not done.",
        fields: &[Field::new("real", "For the account", Of::Account), CALL_HASH],
    },
    Act {
        kind: "rejectAnnouncement",
        group: Group::Proxies,
        title: "Reject what a proxy announced",
        about: "What a proxy of this account announced is not done.",
        fields: &[DELEGATE, CALL_HASH],
    },
    Act {
        kind: "approveMultisig",
        group: Group::Multisig,
        title: "Approve a call by its hash",
        about: "An approval that does not do the call. To approve and do it, choose the act itself, for several keys.",
        fields: &[
            THRESHOLD,
            OTHERS,
            CALL_HASH,
            HEIGHT.optional().hint("Empty where yours is the first approval."),
            INDEX.optional(),
            Field::new("maxWeight.refTime", "Most time of the call", Of::Whole(u64::MAX)),
            Field::new(
                "maxWeight.proofSize",
                "Most proof of the call",
                Of::Whole(u64::MAX),
            ),
        ],
    },
    Act {
        kind: "cancelMultisig",
        group: Group::Multisig,
        title: "Cancel a call that you opened",
        about: "The call is not done, and your deposit comes back.",
        fields: &[THRESHOLD, OTHERS, CALL_HASH, HEIGHT, INDEX],
    },
    Act {
        kind: "announceColdkeySwap",
        group: Group::Coldkey,
        title: "Announce a new coldkey",
        about: "Everything of this account can go to another coldkey days later. Until then it can do next to nothing.",
        fields: &[Field::new("newColdkey", "New coldkey", Of::Account)],
    },
    Act {
        kind: "executeColdkeySwap",
        group: Group::Coldkey,
        title: "Move everything to the announced coldkey",
        about: "After the announcement's delay: all TAO, stake and hotkeys go to the other coldkey.",
        fields: &[Field::new("newColdkey", "New coldkey", Of::Account)],
    },
    Act {
        kind: "clearColdkeySwap",
        group: Group::Coldkey,
        title: "Take the announcement back",
        about: "The account can do everything again.",
        fields: &[],
    },
    Act {
        kind: "disputeColdkeySwap",
        group: Group::Coldkey,
        title: "Dispute an announcement",
        about: "If somebody else announced it with your key: the account is frozen until the chain's council decides.",
        fields: &[],
    },
    Act {
        kind: "contributeToCrowdloan",
        group: Group::Crowdloans,
        title: "Contribute to a crowdloan",
        about: "TAO goes into a crowdloan. What would be more than it raises stays with you.",
        fields: &[CROWDLOAN, Field::new("amount", "Amount", Of::Tao)],
    },
    Act {
        kind: "withdrawFromCrowdloan",
        group: Group::Crowdloans,
        title: "Withdraw from a crowdloan",
        about: "What you gave comes back, as long as it has not raised everything.",
        fields: &[CROWDLOAN],
    },
    Act {
        kind: "createCrowdloan",
        group: Group::Crowdloans,
        title: "Begin a crowdloan",
        about: "TAO is raised for an account.",
        fields: &[
            Field::new("target", "For the account", Of::Account),
            Field::new("cap", "To be raised", Of::Tao),
            Field::new("deposit", "You give at once", Of::Tao),
            Field::new("minContribution", "Others give at least", Of::Tao),
            Field::new("end", "Ends at block", U32),
        ],
    },
    Act {
        kind: "updateCrowdloan",
        group: Group::Crowdloans,
        title: "Change a crowdloan of yours",
        about: "One of its terms, as long as it has not ended.",
        fields: &[
            CROWDLOAN,
            Field::new(
                "to.term",
                "Change",
                Of::Choice(&[
                    ("minContribution", "what others give at least"),
                    ("cap", "what is to be raised"),
                    ("end", "the block at which it ends"),
                    ("maxContribution", "what one account gives at most"),
                ]),
            ),
            Field::new("to.amount", "To the amount", Of::Tao)
                .optional()
                .hint("For all but the block."),
            Field::new("to.block", "To the block", U32)
                .optional()
                .hint("For the block."),
        ],
    },
    Act {
        kind: "finalizeCrowdloan",
        group: Group::Crowdloans,
        title: "Finish a crowdloan of yours",
        about: "Everything is raised, and it does what it was made for.",
        fields: &[CROWDLOAN],
    },
    Act {
        kind: "refundCrowdloan",
        group: Group::Crowdloans,
        title: "Pay back a crowdloan's contributions",
        about: "It ended without raising everything. Contributions go back, some at a time.",
        fields: &[CROWDLOAN],
    },
    Act {
        kind: "dissolveCrowdloan",
        group: Group::Crowdloans,
        title: "Remove a crowdloan of yours",
        about: "Everything was paid back, and your deposit comes back.",
        fields: &[CROWDLOAN],
    },
    Act {
        kind: "rawCall",
        group: Group::Any,
        title: "Any call by its name",
        about: "For those who know the chain. The wallet cannot say what it does; the review shows its parts.",
        fields: &[
            Field::new("pallet", "Pallet", Of::Line),
            Field::new("call", "Call", Of::Line),
            Field::new("arguments", "Arguments", Of::Json)
                .hint("A JSON object: {\"name\": value}. Amounts are in rao."),
        ],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use taolight_bittensor::intents::Intent;

    use super::*;

    /// Intents of pages of their own, and those that are made around others.
    const ELSEWHERE: [&str; 10] = [
        "transfer",
        "transferAll",
        "addStake",
        "removeStake",
        "removeAllStake",
        "moveStake",
        "swapStake",
        "actAs",
        "actAsMultisig",
        "executeAnnounced",
    ];
    /// Fields of intents that no form asks for.
    const NOT_ASKED: [(&str, &str); 3] = [
        ("registerSubnet", "identity"),
        ("serveAxon", "certificate"),
        ("createCrowdloan", "inner"),
    ];

    #[test]
    fn every_intent_has_a_form() {
        let forms: BTreeSet<_> = CATALOGUE.iter().map(|act| act.kind).collect();
        assert_eq!(forms.len(), CATALOGUE.len(), "none twice");
        for kind in Intent::kinds() {
            let elsewhere = ELSEWHERE.contains(&kind.name.as_str()) || kind.name == "batch";
            assert_ne!(forms.contains(kind.name.as_str()), elsewhere, "{}", kind.name);
        }
    }

    #[test]
    fn every_field_of_an_intent_is_asked_for() {
        for kind in Intent::kinds() {
            let Some(act) = Act::of(&kind.name) else { continue };
            let asked: BTreeSet<_> = act
                .fields
                .iter()
                .filter_map(|field| field.name.split('.').next())
                .collect();
            let unasked = NOT_ASKED.iter().filter(|(kind, _)| *kind == act.kind);
            let all: BTreeSet<_> = kind.fields.iter().copied().collect();
            let known: BTreeSet<_> = asked
                .iter()
                .copied()
                .chain(unasked.map(|(_, field)| *field))
                .collect();
            assert_eq!(known, all, "{}", act.kind);
        }
    }

    #[test]
    fn every_group_has_acts() {
        for group in Group::ALL {
            assert!(group.acts().next().is_some(), "{group:?}");
        }
    }
}
