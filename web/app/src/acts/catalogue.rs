//! Every act that has a form of this kind. What trades has pages of its own.

use taolight_locales::say;

use super::{Act, Field, Group, Of};

const U32: Of = Of::Whole(u32::MAX as u64);
const U16: Of = Of::Whole(u16::MAX as u64);

const HOTKEY: Field = Field::new("hotkey", || say!(common.hotkey), Of::Hotkey);
const VALIDATOR: Field = Field::new("hotkey", || say!(common.validator), Of::Hotkey);
const SUBNET: Field = Field::new("netuid", || say!(common.subnet), Of::Subnet);
const ALPHA: Field = Field::new("amount", || say!(common.amount), Of::Alpha("netuid"));
const TAKE: Field = Field::new("take", || say!(acts.fields.take), Of::Take);
const DELEGATE: Field = Field::new("delegate", || say!(acts.fields.proxy), Of::Account);
const KIND: Field =
    Field::new("kind", || say!(acts.fields.may_do), Of::ProxyKind).hint(|| say!(acts.fields.may_do_hint));
const DELAY: Field =
    Field::new("delay", || say!(acts.fields.delay), U32).hint(|| say!(acts.fields.delay_hint));
const CALL_HASH: Field = Field::new("callHash", || say!(acts.fields.call_hash), Of::Hash);
const THRESHOLD: Field = Field::new("multisig.threshold", || say!(acts.fields.threshold), U16);
const OTHERS: Field = Field::new("multisig.others", || say!(acts.fields.others), Of::Accounts)
    .hint(|| say!(acts.fields.others_hint));
const HEIGHT: Field = Field::new("timepoint.height", || say!(acts.fields.first_approval), U32);
const INDEX: Field = Field::new("timepoint.index", || say!(acts.fields.transaction), U32);
const CROWDLOAN: Field = Field::new("id", || say!(acts.fields.crowdloan), U32);

/// All of them, by group.
pub(crate) const CATALOGUE: &[Act] = &[
    Act {
        kind: "transferStake",
        group: Group::Stake,
        title: || say!(acts.transfer_stake.title),
        about: || say!(acts.transfer_stake.about),
        fields: &[
            Field::new(
                "destinationColdkey",
                || say!(acts.transfer_stake.to_coldkey),
                Of::Account,
            ),
            Field::new("hotkey", || say!(acts.transfer_stake.staked_with), Of::Hotkey),
            Field::new("originNetuid", || say!(acts.transfer_stake.on_subnet), Of::Subnet),
            Field::new("amount", || say!(common.amount), Of::Alpha("originNetuid")),
            Field::new(
                "destinationNetuid",
                || say!(acts.transfer_stake.to_subnet),
                Of::Subnet,
            )
            .hint(|| say!(acts.transfer_stake.to_subnet_hint)),
            Field::new(
                "destinationHotkey",
                || say!(acts.transfer_stake.to_validator),
                Of::Hotkey,
            )
            .optional()
            .hint(|| say!(acts.transfer_stake.to_validator_hint)),
        ],
    },
    Act {
        kind: "unstakeAll",
        group: Group::Stake,
        title: || say!(acts.unstake_all.title),
        about: || say!(acts.unstake_all.about),
        fields: &[VALIDATOR],
    },
    Act {
        kind: "unstakeAllAlpha",
        group: Group::Stake,
        title: || say!(acts.unstake_all_alpha.title),
        about: || say!(acts.unstake_all_alpha.about),
        fields: &[VALIDATOR],
    },
    Act {
        kind: "claimRoot",
        group: Group::Stake,
        title: || say!(acts.claim_root.title),
        about: || say!(acts.claim_root.about),
        fields: &[Field::new("subnets", || say!(common.subnets), Of::Subnets)
            .hint(|| say!(acts.claim_root.subnets_hint))],
    },
    Act {
        kind: "claimRootWithHotkey",
        group: Group::Stake,
        title: || say!(acts.claim_root_with_hotkey.title),
        about: || say!(acts.claim_root_with_hotkey.about),
        fields: &[VALIDATOR],
    },
    Act {
        kind: "setRootClaimType",
        group: Group::Stake,
        title: || say!(acts.set_root_claim_type.title),
        about: || say!(acts.set_root_claim_type.about),
        fields: &[
            Field::new(
                "kind.is",
                || say!(acts.set_root_claim_type.dividends),
                Of::Choice(&[
                    ("swap", || say!(acts.set_root_claim_type.swap)),
                    ("keep", || say!(acts.set_root_claim_type.keep)),
                    ("keepSubnets", || say!(acts.set_root_claim_type.keep_subnets)),
                ]),
            ),
            Field::new(
                "kind.subnets",
                || say!(acts.set_root_claim_type.subnets),
                Of::Subnets,
            )
            .optional()
            .hint(|| say!(acts.set_root_claim_type.subnets_hint)),
        ],
    },
    Act {
        kind: "stakeIntoBasket",
        group: Group::Stake,
        title: || say!(acts.stake_into_basket.title),
        about: || say!(acts.stake_into_basket.about),
        fields: &[VALIDATOR, Field::new("amount", || say!(common.amount), Of::Tao)],
    },
    Act {
        kind: "setAutoStake",
        group: Group::Stake,
        title: || say!(acts.set_auto_stake.title),
        about: || say!(acts.set_auto_stake.about),
        fields: &[SUBNET, VALIDATOR],
    },
    Act {
        kind: "lockStake",
        group: Group::Stake,
        title: || say!(acts.lock_stake.title),
        about: || say!(acts.lock_stake.about),
        fields: &[SUBNET, HOTKEY, ALPHA],
    },
    Act {
        kind: "moveLock",
        group: Group::Stake,
        title: || say!(acts.move_lock.title),
        about: || say!(acts.move_lock.about),
        fields: &[
            SUBNET,
            Field::new("destinationHotkey", || say!(acts.move_lock.to_hotkey), Of::Hotkey),
        ],
    },
    Act {
        kind: "setPerpetualLock",
        group: Group::Stake,
        title: || say!(acts.set_perpetual_lock.title),
        about: || say!(acts.set_perpetual_lock.about),
        fields: &[
            SUBNET,
            Field::new(
                "perpetual",
                || say!(acts.set_perpetual_lock.perpetual),
                Of::Switch,
            ),
        ],
    },
    Act {
        kind: "acceptLockedAlpha",
        group: Group::Stake,
        title: || say!(acts.accept_locked_alpha.title),
        about: || say!(acts.accept_locked_alpha.about),
        fields: &[Field::new(
            "accept",
            || say!(acts.accept_locked_alpha.accept),
            Of::Switch,
        )],
    },
    Act {
        kind: "recycleAlpha",
        group: Group::Stake,
        title: || say!(acts.recycle_alpha.title),
        about: || say!(acts.recycle_alpha.about),
        fields: &[SUBNET, VALIDATOR, ALPHA],
    },
    Act {
        kind: "burnAlpha",
        group: Group::Stake,
        title: || say!(acts.burn_alpha.title),
        about: || say!(acts.burn_alpha.about),
        fields: &[SUBNET, VALIDATOR, ALPHA],
    },
    Act {
        kind: "register",
        group: Group::Hotkeys,
        title: || say!(acts.register.title),
        about: || say!(acts.register.about),
        fields: &[
            SUBNET,
            HOTKEY,
            Field::new("limit", || say!(acts.register.limit), Of::Tao)
                .optional()
                .hint(|| say!(acts.register.limit_hint)),
        ],
    },
    Act {
        kind: "registerOnRoot",
        group: Group::Hotkeys,
        title: || say!(acts.register_on_root.title),
        about: || say!(acts.register_on_root.about),
        fields: &[HOTKEY],
    },
    Act {
        kind: "registerSubnet",
        group: Group::Hotkeys,
        title: || say!(acts.register_subnet.title),
        about: || say!(acts.register_subnet.about),
        fields: &[HOTKEY],
    },
    Act {
        kind: "startSubnet",
        group: Group::Hotkeys,
        title: || say!(acts.start_subnet.title),
        about: || say!(acts.start_subnet.about),
        fields: &[SUBNET],
    },
    Act {
        kind: "associateHotkey",
        group: Group::Hotkeys,
        title: || say!(acts.associate_hotkey.title),
        about: || say!(acts.associate_hotkey.about),
        fields: &[HOTKEY],
    },
    Act {
        kind: "swapHotkey",
        group: Group::Hotkeys,
        title: || say!(acts.swap_hotkey.title),
        about: || say!(acts.swap_hotkey.about),
        fields: &[
            Field::new("hotkey", || say!(acts.swap_hotkey.old), Of::Hotkey),
            Field::new("newHotkey", || say!(acts.swap_hotkey.replacement), Of::Hotkey),
            SUBNET.optional().hint(|| say!(acts.swap_hotkey.subnet_hint)),
            Field::new("keepStake", || say!(acts.swap_hotkey.keep_stake), Of::Switch),
        ],
    },
    Act {
        kind: "increaseTake",
        group: Group::Hotkeys,
        title: || say!(acts.increase_take.title),
        about: || say!(acts.increase_take.about),
        fields: &[HOTKEY, TAKE],
    },
    Act {
        kind: "decreaseTake",
        group: Group::Hotkeys,
        title: || say!(acts.decrease_take.title),
        about: || say!(acts.decrease_take.about),
        fields: &[HOTKEY, TAKE],
    },
    Act {
        kind: "setChildren",
        group: Group::Hotkeys,
        title: || say!(acts.set_children.title),
        about: || say!(acts.set_children.about),
        fields: &[
            SUBNET,
            HOTKEY,
            Field::new("children", || say!(acts.set_children.children), Of::Children)
                .optional()
                .hint(|| say!(acts.set_children.children_hint)),
        ],
    },
    Act {
        kind: "setChildkeyTake",
        group: Group::Hotkeys,
        title: || say!(acts.set_childkey_take.title),
        about: || say!(acts.set_childkey_take.about),
        fields: &[SUBNET, HOTKEY, TAKE],
    },
    Act {
        kind: "serveAxon",
        group: Group::Hotkeys,
        title: || say!(acts.serve_axon.title),
        about: || say!(acts.serve_axon.about),
        fields: &[
            SUBNET,
            Field::new("ip", || say!(acts.serve_axon.ip), Of::Ip),
            Field::new("port", || say!(acts.serve_axon.port), U16),
            Field::new("version", || say!(acts.serve_axon.version), U32),
        ],
    },
    Act {
        kind: "resetAxon",
        group: Group::Hotkeys,
        title: || say!(acts.reset_axon.title),
        about: || say!(acts.reset_axon.about),
        fields: &[SUBNET],
    },
    Act {
        kind: "setIdentity",
        group: Group::Identity,
        title: || say!(acts.set_identity.title),
        about: || say!(acts.set_identity.about),
        fields: &[
            Field::new("name", || say!(common.name), Of::Line),
            Field::new("url", || say!(acts.identity.url), Of::Line).optional(),
            Field::new("githubRepo", || say!(acts.identity.github_repo), Of::Line).optional(),
            Field::new("image", || say!(acts.identity.image), Of::Line).optional(),
            Field::new("discord", || say!(acts.identity.discord), Of::Line).optional(),
            Field::new("description", || say!(acts.identity.description), Of::Text).optional(),
            Field::new("additional", || say!(acts.identity.additional), Of::Text).optional(),
        ],
    },
    Act {
        kind: "setSubnetIdentity",
        group: Group::Identity,
        title: || say!(acts.set_subnet_identity.title),
        about: || say!(acts.set_subnet_identity.about),
        fields: &[
            SUBNET,
            Field::new("identity.name", || say!(common.name), Of::Line),
            Field::new("identity.url", || say!(acts.identity.url), Of::Line).optional(),
            Field::new(
                "identity.githubRepo",
                || say!(acts.identity.github_repo),
                Of::Line,
            )
            .optional(),
            Field::new("identity.contact", || say!(acts.identity.contact), Of::Line).optional(),
            Field::new("identity.logoUrl", || say!(acts.identity.logo_url), Of::Line).optional(),
            Field::new("identity.discord", || say!(acts.identity.discord), Of::Line).optional(),
            Field::new(
                "identity.description",
                || say!(acts.identity.description),
                Of::Text,
            )
            .optional(),
            Field::new("identity.additional", || say!(acts.identity.additional), Of::Text).optional(),
        ],
    },
    Act {
        kind: "updateSymbol",
        group: Group::Identity,
        title: || say!(acts.update_symbol.title),
        about: || say!(acts.update_symbol.about),
        fields: &[
            SUBNET,
            Field::new("symbol", || say!(acts.update_symbol.symbol), Of::Line),
        ],
    },
    Act {
        kind: "addProxy",
        group: Group::Proxies,
        title: || say!(acts.add_proxy.title),
        about: || say!(acts.add_proxy.about),
        fields: &[DELEGATE, KIND, DELAY],
    },
    Act {
        kind: "removeProxy",
        group: Group::Proxies,
        title: || say!(acts.remove_proxy.title),
        about: || say!(acts.remove_proxy.about),
        fields: &[DELEGATE, KIND, DELAY],
    },
    Act {
        kind: "removeAllProxies",
        group: Group::Proxies,
        title: || say!(acts.remove_all_proxies.title),
        about: || say!(acts.remove_all_proxies.about),
        fields: &[],
    },
    Act {
        kind: "createPure",
        group: Group::Proxies,
        title: || say!(acts.create_pure.title),
        about: || say!(acts.create_pure.about),
        fields: &[
            KIND,
            DELAY,
            Field::new("index", || say!(common.number), U16).hint(|| say!(acts.create_pure.index_hint)),
        ],
    },
    Act {
        kind: "killPure",
        group: Group::Proxies,
        title: || say!(acts.kill_pure.title),
        about: || say!(acts.kill_pure.about),
        fields: &[
            Field::new("spawner", || say!(acts.kill_pure.spawner), Of::Account),
            KIND,
            Field::new("index", || say!(common.number), U16),
            Field::new("height", || say!(acts.kill_pure.height), U32),
            Field::new("extIndex", || say!(acts.fields.transaction), U32),
        ],
    },
    Act {
        kind: "announceProxied",
        group: Group::Proxies,
        title: || say!(acts.announce_proxied.title),
        about: || say!(acts.announce_proxied.about),
        fields: &[
            Field::new("real", || say!(acts.fields.for_account), Of::Account),
            CALL_HASH,
        ],
    },
    Act {
        kind: "removeAnnouncement",
        group: Group::Proxies,
        title: || say!(acts.remove_announcement.title),
        about: || say!(acts.remove_announcement.about),
        fields: &[
            Field::new("real", || say!(acts.fields.for_account), Of::Account),
            CALL_HASH,
        ],
    },
    Act {
        kind: "rejectAnnouncement",
        group: Group::Proxies,
        title: || say!(acts.reject_announcement.title),
        about: || say!(acts.reject_announcement.about),
        fields: &[DELEGATE, CALL_HASH],
    },
    Act {
        kind: "approveMultisig",
        group: Group::Multisig,
        title: || say!(acts.approve_multisig.title),
        about: || say!(acts.approve_multisig.about),
        fields: &[
            THRESHOLD,
            OTHERS,
            CALL_HASH,
            HEIGHT.optional().hint(|| say!(acts.approve_multisig.height_hint)),
            INDEX.optional(),
            Field::new(
                "maxWeight.refTime",
                || say!(acts.approve_multisig.ref_time),
                Of::Whole(u64::MAX),
            ),
            Field::new(
                "maxWeight.proofSize",
                || say!(acts.approve_multisig.proof_size),
                Of::Whole(u64::MAX),
            ),
        ],
    },
    Act {
        kind: "cancelMultisig",
        group: Group::Multisig,
        title: || say!(acts.cancel_multisig.title),
        about: || say!(acts.cancel_multisig.about),
        fields: &[THRESHOLD, OTHERS, CALL_HASH, HEIGHT, INDEX],
    },
    Act {
        kind: "announceColdkeySwap",
        group: Group::Coldkey,
        title: || say!(acts.announce_coldkey_swap.title),
        about: || say!(acts.announce_coldkey_swap.about),
        fields: &[Field::new(
            "newColdkey",
            || say!(acts.fields.new_coldkey),
            Of::Account,
        )],
    },
    Act {
        kind: "executeColdkeySwap",
        group: Group::Coldkey,
        title: || say!(acts.execute_coldkey_swap.title),
        about: || say!(acts.execute_coldkey_swap.about),
        fields: &[Field::new(
            "newColdkey",
            || say!(acts.fields.new_coldkey),
            Of::Account,
        )],
    },
    Act {
        kind: "clearColdkeySwap",
        group: Group::Coldkey,
        title: || say!(acts.clear_coldkey_swap.title),
        about: || say!(acts.clear_coldkey_swap.about),
        fields: &[],
    },
    Act {
        kind: "disputeColdkeySwap",
        group: Group::Coldkey,
        title: || say!(acts.dispute_coldkey_swap.title),
        about: || say!(acts.dispute_coldkey_swap.about),
        fields: &[],
    },
    Act {
        kind: "contributeToCrowdloan",
        group: Group::Crowdloans,
        title: || say!(acts.contribute_to_crowdloan.title),
        about: || say!(acts.contribute_to_crowdloan.about),
        fields: &[CROWDLOAN, Field::new("amount", || say!(common.amount), Of::Tao)],
    },
    Act {
        kind: "withdrawFromCrowdloan",
        group: Group::Crowdloans,
        title: || say!(acts.withdraw_from_crowdloan.title),
        about: || say!(acts.withdraw_from_crowdloan.about),
        fields: &[CROWDLOAN],
    },
    Act {
        kind: "createCrowdloan",
        group: Group::Crowdloans,
        title: || say!(acts.create_crowdloan.title),
        about: || say!(acts.create_crowdloan.about),
        fields: &[
            Field::new("target", || say!(acts.fields.for_account), Of::Account),
            Field::new("cap", || say!(acts.create_crowdloan.cap), Of::Tao),
            Field::new("deposit", || say!(acts.create_crowdloan.deposit), Of::Tao),
            Field::new(
                "minContribution",
                || say!(acts.create_crowdloan.min_contribution),
                Of::Tao,
            ),
            Field::new("end", || say!(acts.create_crowdloan.end), U32),
        ],
    },
    Act {
        kind: "updateCrowdloan",
        group: Group::Crowdloans,
        title: || say!(acts.update_crowdloan.title),
        about: || say!(acts.update_crowdloan.about),
        fields: &[
            CROWDLOAN,
            Field::new(
                "to.term",
                || say!(acts.update_crowdloan.term),
                Of::Choice(&[
                    ("minContribution", || say!(acts.update_crowdloan.min_contribution)),
                    ("cap", || say!(acts.update_crowdloan.cap)),
                    ("end", || say!(acts.update_crowdloan.end)),
                    ("maxContribution", || say!(acts.update_crowdloan.max_contribution)),
                ]),
            ),
            Field::new("to.amount", || say!(acts.update_crowdloan.amount), Of::Tao)
                .optional()
                .hint(|| say!(acts.update_crowdloan.amount_hint)),
            Field::new("to.block", || say!(acts.update_crowdloan.block), U32)
                .optional()
                .hint(|| say!(acts.update_crowdloan.block_hint)),
        ],
    },
    Act {
        kind: "finalizeCrowdloan",
        group: Group::Crowdloans,
        title: || say!(acts.finalize_crowdloan.title),
        about: || say!(acts.finalize_crowdloan.about),
        fields: &[CROWDLOAN],
    },
    Act {
        kind: "refundCrowdloan",
        group: Group::Crowdloans,
        title: || say!(acts.refund_crowdloan.title),
        about: || say!(acts.refund_crowdloan.about),
        fields: &[CROWDLOAN],
    },
    Act {
        kind: "dissolveCrowdloan",
        group: Group::Crowdloans,
        title: || say!(acts.dissolve_crowdloan.title),
        about: || say!(acts.dissolve_crowdloan.about),
        fields: &[CROWDLOAN],
    },
    Act {
        kind: "rawCall",
        group: Group::Any,
        title: || say!(acts.raw_call.title),
        about: || say!(acts.raw_call.about),
        fields: &[
            Field::new("pallet", || say!(acts.raw_call.pallet), Of::Line),
            Field::new("call", || say!(acts.raw_call.call), Of::Line),
            Field::new("arguments", || say!(acts.raw_call.arguments), Of::Json)
                .hint(|| say!(acts.raw_call.arguments_hint)),
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
