//! What the account has locked, and for whom.

use leptos::prelude::*;
use taolight_bittensor::reads::{Lock, Locks as Read};
use taolight_primitives::AccountId;
use taolight_protocol::engine::ReadLocks;

use crate::components::account::section::{Section, read};
use crate::components::figure::AlphaFigure;
use crate::components::name::{HotkeyLabel, SubnetLabel};
use crate::store::Store;
use crate::test_ids;

#[component]
pub(super) fn Locks(account: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let reading = read(store, ReadLocks { coldkey: account });
    view! {
        <Section
            title="Locked stake"
            testid=test_ids::SECTION_LOCKS
            reading
            acts=&[("lockStake", "Lock"), ("moveLock", "Move a lock"), ("acceptLockedAlpha", "From others")]
            draw
        />
    }
}

fn draw(read: Read) -> AnyView {
    let accepts = if read.accepts_locked {
        "Others may give it stake that is locked."
    } else {
        "Others cannot give it stake that is locked."
    };
    view! {
        <p hidden=!read.locks.is_empty()>"Nothing is locked."</p>
        <ul class="items">{read.locks.into_iter().map(lock).collect_view()}</ul>
        <p class="hint">{accepts}</p>
    }
    .into_any()
}

fn lock(lock: Lock) -> impl IntoView {
    let Lock { netuid, hotkey, .. } = lock;
    let kind = if lock.kind.perpetual {
        "never melts"
    } else {
        "melts away"
    };
    view! {
        <li class="item" data-testid=test_ids::LOCK data-netuid=netuid.to_string()>
            <span class="item-name">
                <AlphaFigure value=lock.locked netuid /> " on " <SubnetLabel netuid />
            </span>
            <span class="item-about">
                "for " <HotkeyLabel hotkey /> ", " {kind} ", conviction " <AlphaFigure value=lock.conviction netuid />
            </span>
        </li>
    }
}
