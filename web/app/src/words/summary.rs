//! What an intent does, as a whole sentence without its full stop: what the library says in English, in the language of the
//! page, with whole addresses.

use std::net::IpAddr;

use taolight_bittensor::intents::{
    ActAsMultisig, AddProxy, CreateCrowdloan, CrowdloanTerm, Intent, MoveStake, RootClaimType, SetChildren,
    SwapHotkey, SwapStake, TransferStake, UpdateCrowdloan,
};
use taolight_bittensor::reads::PerU16;
use taolight_locales::say;
use taolight_primitives::{Alpha, NetUid};

use crate::words::units::subnet;

/// The chain's name of the proxy type that may do everything.
const ANY: &str = "Any";

/// The root, whose alpha is TAO and has no price.
const ROOT: NetUid = NetUid(0);

/// What [`Intent::summary`] says, in the language of the page.
pub(super) fn summary(intent: &Intent) -> String {
    match intent {
        Intent::Transfer(of) => say!(intent.summary.send, amount = of.amount, to = of.destination),
        Intent::TransferAll(of) => match of.keep_alive {
            true => say!(intent.summary.send_all, to = of.destination),
            false => say!(intent.summary.send_all_and_close, to = of.destination),
        },
        Intent::AddStake(of) => {
            let (amount, place, hotkey) = (of.amount, subnet(of.netuid), of.hotkey);
            match of.limit.filter(|_| of.netuid != ROOT) {
                None => say!(
                    intent.summary.stake,
                    amount = amount,
                    subnet = place,
                    hotkey = hotkey
                ),
                Some(limit) => say!(
                    intent.summary.stake_limited,
                    amount = amount,
                    subnet = place,
                    hotkey = hotkey,
                    price = limit.price
                ),
            }
        }
        Intent::RemoveStake(of) => {
            let (amount, hotkey) = (staked(of.amount, of.netuid), of.hotkey);
            match of.limit.filter(|_| of.netuid != ROOT) {
                None => say!(intent.summary.unstake, amount = amount, hotkey = hotkey),
                Some(limit) => say!(
                    intent.summary.unstake_limited,
                    amount = amount,
                    hotkey = hotkey,
                    price = limit.price
                ),
            }
        }
        Intent::RemoveAllStake(of) => {
            let (place, hotkey) = (subnet(of.netuid), of.hotkey);
            match of.limit.filter(|_| of.netuid != ROOT) {
                None => say!(intent.summary.unstake_position, hotkey = hotkey, subnet = place),
                Some(price) => say!(
                    intent.summary.unstake_position_limited,
                    hotkey = hotkey,
                    subnet = place,
                    price = price
                ),
            }
        }
        Intent::UnstakeAll(of) => say!(intent.summary.unstake_everywhere, hotkey = of.hotkey),
        Intent::UnstakeAllAlpha(of) => say!(intent.summary.unstake_to_root, hotkey = of.hotkey),
        Intent::MoveStake(of) => moved(of),
        Intent::SwapStake(of) => swapped(of),
        Intent::TransferStake(of) => given(of),
        Intent::RecycleAlpha(of) => say!(
            intent.summary.recycle,
            amount = staked(of.amount, of.netuid),
            hotkey = of.hotkey
        ),
        Intent::BurnAlpha(of) => say!(
            intent.summary.burn,
            amount = staked(of.amount, of.netuid),
            hotkey = of.hotkey
        ),
        Intent::SetAutoStake(of) => {
            say!(
                intent.summary.auto_stake,
                subnet = subnet(of.netuid),
                hotkey = of.hotkey
            )
        }
        Intent::ClaimRoot(of) => match of.subnets.as_slice() {
            [] => say!(intent.summary.claim_all).to_owned(),
            [only] => say!(intent.summary.claim_one, netuids = *only),
            several => say!(intent.summary.claim_many, netuids = listed(several)),
        },
        Intent::ClaimRootWithHotkey(of) => say!(intent.summary.claim_of_hotkey, hotkey = of.hotkey),
        Intent::SetRootClaimType(of) => match &of.kind {
            RootClaimType::Swap => say!(intent.summary.sell_dividends).to_owned(),
            RootClaimType::Keep => say!(intent.summary.keep_dividends).to_owned(),
            RootClaimType::KeepSubnets { subnets } => {
                say!(intent.summary.keep_dividends_of, netuids = listed(subnets))
            }
        },
        Intent::StakeIntoBasket(of) => {
            say!(intent.summary.basket, amount = of.amount, hotkey = of.hotkey)
        }
        Intent::LockStake(of) => say!(
            intent.summary.lock,
            amount = staked(of.amount, of.netuid),
            hotkey = of.hotkey
        ),
        Intent::MoveLock(of) => say!(
            intent.summary.move_lock,
            subnet = subnet(of.netuid),
            hotkey = of.destination_hotkey
        ),
        Intent::SetPerpetualLock(of) => match of.perpetual {
            true => say!(intent.summary.keep_lock, subnet = subnet(of.netuid)),
            false => say!(intent.summary.decay_lock, subnet = subnet(of.netuid)),
        },
        Intent::AcceptLockedAlpha(of) => match of.accept {
            true => say!(intent.summary.accept_locked).to_owned(),
            false => say!(intent.summary.refuse_locked).to_owned(),
        },
        Intent::AssociateHotkey(of) => say!(intent.summary.own_hotkey, hotkey = of.hotkey),
        Intent::SwapHotkey(of) => hotkey_replaced(of),
        Intent::Register(of) => {
            let (hotkey, place) = (of.hotkey, subnet(of.netuid));
            match of.limit {
                None => say!(intent.summary.register, hotkey = hotkey, subnet = place),
                Some(limit) => say!(
                    intent.summary.register_limited,
                    hotkey = hotkey,
                    subnet = place,
                    limit = limit
                ),
            }
        }
        Intent::RegisterOnRoot(of) => say!(intent.summary.register_on_root, hotkey = of.hotkey),
        Intent::RegisterSubnet(of) => match &of.identity {
            None => say!(intent.summary.register_subnet, hotkey = of.hotkey),
            Some(identity) => say!(
                intent.summary.register_named_subnet,
                name = quoted(&identity.name),
                hotkey = of.hotkey
            ),
        },
        Intent::StartSubnet(of) => say!(intent.summary.start_subnet, subnet = subnet(of.netuid)),
        Intent::IncreaseTake(of) => {
            say!(
                intent.summary.raise_take,
                hotkey = of.hotkey,
                take = PerU16(of.take)
            )
        }
        Intent::DecreaseTake(of) => {
            say!(
                intent.summary.lower_take,
                hotkey = of.hotkey,
                take = PerU16(of.take)
            )
        }
        Intent::SetChildren(of) => children_set(of),
        Intent::SetChildkeyTake(of) => say!(
            intent.summary.childkey_take,
            hotkey = of.hotkey,
            subnet = subnet(of.netuid),
            take = PerU16(of.take)
        ),
        Intent::SetIdentity(of) => say!(intent.summary.name_account, name = quoted(&of.name)),
        Intent::SetSubnetIdentity(of) => say!(
            intent.summary.name_subnet,
            name = quoted(&of.identity.name),
            subnet = subnet(of.netuid)
        ),
        Intent::UpdateSymbol(of) => say!(
            intent.summary.symbol,
            symbol = quoted(&of.symbol),
            subnet = subnet(of.netuid)
        ),
        Intent::ServeAxon(of) => {
            let (ip, port) = (of.ip, of.port);
            let address = match ip {
                IpAddr::V4(_) => format!("{ip}:{port}"),
                IpAddr::V6(_) => format!("[{ip}]:{port}"),
            };
            say!(
                intent.summary.serve,
                address = address,
                subnet = subnet(of.netuid)
            )
        }
        Intent::ResetAxon(of) => say!(intent.summary.stop_serving, subnet = subnet(of.netuid)),
        Intent::AnnounceColdkeySwap(of) => say!(intent.summary.announce_coldkey, new = of.new_coldkey),
        Intent::ExecuteColdkeySwap(of) => say!(intent.summary.replace_coldkey, new = of.new_coldkey),
        Intent::ClearColdkeySwap(_) => say!(intent.summary.clear_coldkey).to_owned(),
        Intent::DisputeColdkeySwap(_) => say!(intent.summary.dispute_coldkey).to_owned(),
        Intent::AddProxy(of) => proxy_added(of),
        Intent::RemoveProxy(of) => {
            say!(
                intent.summary.no_longer,
                delegate = of.delegate,
                kind = of.kind.as_str()
            )
        }
        Intent::RemoveAllProxies(_) => say!(intent.summary.nobody).to_owned(),
        Intent::CreatePure(of) => say!(intent.summary.create_pure, kind = of.kind.as_str()),
        Intent::KillPure(_) => say!(intent.summary.kill_pure).to_owned(),
        Intent::AnnounceProxied(of) => {
            say!(intent.summary.announce_call, call = of.call_hash, real = of.real)
        }
        Intent::RemoveAnnouncement(of) => {
            say!(
                intent.summary.remove_announcement,
                call = of.call_hash,
                real = of.real
            )
        }
        Intent::RejectAnnouncement(of) => say!(
            intent.summary.reject_announcement,
            call = of.call_hash,
            delegate = of.delegate
        ),
        Intent::ExecuteAnnounced(of) => say!(
            intent.summary.as_announced,
            real = of.real,
            delegate = of.delegate,
            what = summary(&of.inner)
        ),
        Intent::ActAs(of) => say!(
            intent.summary.in_name_of,
            real = of.real,
            what = summary(&of.inner)
        ),
        Intent::ActAsMultisig(of) => approved(of),
        Intent::ApproveMultisig(of) => say!(
            intent.summary.approve_call,
            call = of.call_hash,
            others = of.multisig.others.len()
        ),
        Intent::CancelMultisig(of) => say!(
            intent.summary.cancel_call,
            call = of.call_hash,
            others = of.multisig.others.len()
        ),
        Intent::CreateCrowdloan(of) => crowdloan(of),
        Intent::ContributeToCrowdloan(of) => {
            say!(intent.summary.contribute, amount = of.amount, id = of.id)
        }
        Intent::WithdrawFromCrowdloan(of) => say!(intent.summary.withdraw, id = of.id),
        Intent::FinalizeCrowdloan(of) => say!(intent.summary.finish_crowdloan, id = of.id),
        Intent::RefundCrowdloan(of) => say!(intent.summary.refund, id = of.id),
        Intent::DissolveCrowdloan(of) => say!(intent.summary.dissolve, id = of.id),
        Intent::UpdateCrowdloan(of) => crowdloan_changed(of),
        Intent::Batch(of) => {
            let parts: Vec<_> = of.intents.iter().map(summary).collect();
            say!(intent.summary.batch, parts = parts.join("; "))
        }
        Intent::RawCall(of) => say!(intent.summary.raw, call = format!("{}.{}", of.pallet, of.call)),
    }
}

fn staked(amount: Alpha, netuid: NetUid) -> String {
    match netuid {
        ROOT => say!(units.tao_on_root, amount = amount),
        NetUid(netuid) => say!(units.alpha_of_subnet, amount = amount, netuid = netuid),
    }
}

/// A text of anybody's in quotes, with nothing in it that cannot be seen.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn listed(subnets: &[NetUid]) -> String {
    let numbers: Vec<_> = subnets.iter().map(NetUid::to_string).collect();
    numbers.join(", ")
}

fn moved(of: &MoveStake) -> String {
    let amount = staked(of.amount, of.origin_netuid);
    let (origin, hotkey) = (of.origin_hotkey, of.destination_hotkey);
    let place = subnet(of.destination_netuid);
    match of.limit {
        None => say!(
            intent.summary.move_stake,
            amount = amount,
            origin = origin,
            hotkey = hotkey,
            subnet = place
        ),
        Some(limit) => say!(
            intent.summary.move_stake_limited,
            amount = amount,
            origin = origin,
            hotkey = hotkey,
            subnet = place,
            least = limit.minimum_per_alpha
        ),
    }
}

fn swapped(of: &SwapStake) -> String {
    let (amount, hotkey) = (staked(of.amount, of.origin_netuid), of.hotkey);
    let place = subnet(of.destination_netuid);
    match of.limit {
        None => say!(
            intent.summary.swap_stake,
            amount = amount,
            hotkey = hotkey,
            subnet = place
        ),
        Some(limit) => say!(
            intent.summary.swap_stake_limited,
            amount = amount,
            hotkey = hotkey,
            subnet = place,
            least = limit.minimum_per_alpha
        ),
    }
}

fn given(of: &TransferStake) -> String {
    let (amount, hotkey) = (staked(of.amount, of.origin_netuid), of.hotkey);
    let owner = of.destination_coldkey;
    if of.origin_netuid == of.destination_netuid {
        return say!(
            intent.summary.give_stake,
            amount = amount,
            hotkey = hotkey,
            owner = owner
        );
    }
    say!(
        intent.summary.give_stake_across,
        amount = amount,
        hotkey = hotkey,
        owner = owner,
        subnet = subnet(of.destination_netuid)
    )
}

fn hotkey_replaced(of: &SwapHotkey) -> String {
    let (old, new) = (of.hotkey, of.new_hotkey);
    match (of.netuid.map(subnet), of.keep_stake) {
        (None, false) => say!(intent.summary.replace_hotkey, old = old, new = new),
        (None, true) => say!(intent.summary.replace_hotkey_keeping, old = old, new = new),
        (Some(place), false) => {
            say!(
                intent.summary.replace_hotkey_on,
                old = old,
                new = new,
                subnet = place
            )
        }
        (Some(place), true) => say!(
            intent.summary.replace_hotkey_on_keeping,
            old = old,
            new = new,
            subnet = place
        ),
    }
}

fn children_set(of: &SetChildren) -> String {
    let (hotkey, place, count) = (of.hotkey, subnet(of.netuid), of.children.len());
    match count {
        0 => say!(intent.summary.no_children, hotkey = hotkey, subnet = place),
        1 => say!(
            intent.summary.children_one,
            hotkey = hotkey,
            count = count,
            subnet = place
        ),
        _ => say!(
            intent.summary.children_many,
            hotkey = hotkey,
            count = count,
            subnet = place
        ),
    }
}

fn proxy_added(of: &AddProxy) -> String {
    let (delegate, kind, delay) = (of.delegate, of.kind.as_str(), of.delay);
    match (kind == ANY, delay) {
        (true, 0) => say!(intent.summary.let_do_everything, delegate = delegate),
        (true, _) => say!(
            intent.summary.let_do_everything_after,
            delegate = delegate,
            delay = delay
        ),
        (false, 0) => say!(intent.summary.let_act, delegate = delegate, kind = kind),
        (false, _) => say!(
            intent.summary.let_act_after,
            delegate = delegate,
            kind = kind,
            delay = delay
        ),
    }
}

fn approved(of: &ActAsMultisig) -> String {
    let (others, what) = (of.multisig.others.len(), summary(&of.inner));
    match of.multisig.threshold {
        1 => say!(intent.summary.in_name_of_shared, others = others, what = what),
        threshold => say!(
            intent.summary.approve,
            threshold = threshold,
            all = others.saturating_add(1),
            what = what
        ),
    }
}

fn crowdloan(of: &CreateCrowdloan) -> String {
    let (cap, end, deposit) = (of.cap, of.end, of.deposit);
    match (&of.inner, of.target) {
        (Some(inner), _) => say!(
            intent.summary.raise_to_do,
            cap = cap,
            end = end,
            deposit = deposit,
            what = summary(inner)
        ),
        (None, Some(target)) => say!(
            intent.summary.raise_for,
            cap = cap,
            end = end,
            deposit = deposit,
            target = target
        ),
        (None, None) => say!(
            intent.summary.raise_for_nobody,
            cap = cap,
            end = end,
            deposit = deposit
        ),
    }
}

fn crowdloan_changed(of: &UpdateCrowdloan) -> String {
    let id = of.id;
    match of.to {
        CrowdloanTerm::MinContribution { amount } => {
            say!(intent.summary.crowdloan_least, id = id, amount = amount)
        }
        CrowdloanTerm::End { block } => say!(intent.summary.crowdloan_end, id = id, block = block),
        CrowdloanTerm::Cap { amount } => say!(intent.summary.crowdloan_cap, id = id, amount = amount),
        CrowdloanTerm::MaxContribution { amount: Some(amount) } => {
            say!(intent.summary.crowdloan_most, id = id, amount = amount)
        }
        CrowdloanTerm::MaxContribution { amount: None } => say!(intent.summary.crowdloan_any, id = id),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value as Json, json};
    use taolight_primitives::{AccountId, BlockHash};

    use super::*;

    const HOTKEY: AccountId = AccountId([3; 32]);

    /// A value of a field of an intent of this kind; in a rich one everything that may be left out is there.
    fn value(kind: &str, field: &str, rich: bool) -> Json {
        let account = || json!(HOTKEY);
        let inner = || json!({ "intent": "clearColdkeySwap" });
        match (field, kind) {
            ("certificate", _) => Json::Null,
            ("netuid", "swapHotkey") | ("limit" | "target", _) if !rich => Json::Null,
            ("identity", "registerSubnet") if !rich => Json::Null,
            ("destinationNetuid", _) => json!(if rich { 9 } else { 7 }),
            ("netuid", _) => json!(if rich { 7 } else { 0 }),
            ("originNetuid", _) => json!(7),
            ("limit", "removeAllStake" | "register") => json!("5000"),
            ("limit", "moveStake" | "swapStake") => {
                json!({ "minimumPerAlpha": "5000", "allowPartial": true })
            }
            ("limit", _) => json!({ "price": "5000", "allowPartial": true }),
            ("keepAlive" | "perpetual" | "accept" | "keepStake", _) => json!(rich),
            ("subnets", _) => json!(if rich { vec![1, 2] } else { vec![1] }),
            ("kind", "setRootClaimType") if rich => json!({ "is": "keepSubnets", "subnets": [1, 2] }),
            ("kind", "setRootClaimType") => json!({ "is": "swap" }),
            ("kind", _) => json!(if rich { "Staking" } else { ANY }),
            ("delay", _) => json!(if rich { 5 } else { 0 }),
            ("children", _) => {
                let child = json!({ "hotkey": HOTKEY, "proportion": "7" });
                json!(vec![child; if rich { 2 } else { 1 }])
            }
            ("identity", _) => {
                let fields = [
                    "name",
                    "githubRepo",
                    "contact",
                    "url",
                    "discord",
                    "description",
                    "logoUrl",
                    "additional",
                ];
                fields
                    .into_iter()
                    .map(|field| (field.to_owned(), json!("a \"name\"")))
                    .collect()
            }
            ("multisig", _) => {
                json!({ "threshold": if rich { 2 } else { 1 }, "others": [HOTKEY, HOTKEY] })
            }
            ("timepoint", _) => json!({ "height": 1, "index": 2 }),
            ("maxWeight", _) => json!({ "refTime": 1, "proofSize": 1 }),
            ("inner", "createCrowdloan") if !rich => Json::Null,
            ("inner", _) => inner(),
            ("intents", _) => json!([inner(), inner()]),
            ("arguments", _) => json!({}),
            ("to", _) if rich => json!({ "term": "cap", "amount": "5000" }),
            ("to", _) => json!({ "term": "maxContribution", "amount": null }),
            ("ip", _) => json!(if rich { "2001:db8::1" } else { "192.0.2.1" }),
            ("callHash", _) => json!(BlockHash([7; 32])),
            ("amount" | "deposit" | "minContribution" | "cap", _) => json!("1500000000"),
            ("take" | "port" | "version" | "index" | "height" | "extIndex" | "end" | "id", _) => json!(1000),
            (
                "name" | "symbol" | "url" | "githubRepo" | "image" | "discord" | "description" | "additional",
                _,
            ) => {
                json!("a \"name\"")
            }
            ("pallet" | "call", _) => json!("System"),
            _ => account(),
        }
    }

    #[test]
    fn in_english_every_intent_is_summed_up_as_by_the_library() {
        for kind in Intent::kinds() {
            for rich in [false, true] {
                let fields = kind.fields.iter();
                let fields = fields.map(|field| ((*field).to_owned(), value(&kind.name, field, rich)));
                let mut object: Map<_, _> = fields.collect();
                object.insert("intent".to_owned(), json!(kind.name));
                let intent: Intent = serde_json::from_value(object.into()).expect(&kind.name);
                assert_eq!(summary(&intent), intent.summary());
            }
        }
    }
}
