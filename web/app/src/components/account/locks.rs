//! What the account has locked, and for whom.

use leptos::prelude::*;
use taolight_bittensor::reads::{Lock, Locks as Read};
use taolight_locales::{say, show};
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
            title=say!(account.locks.title)
            testid=test_ids::SECTION_LOCKS
            reading
            acts=vec![
                ("lockStake", say!(account.locks.add)),
                ("moveLock", say!(account.locks.move_lock)),
                ("acceptLockedAlpha", say!(account.locks.from_others)),
            ]
            draw
        />
    }
}

fn draw(read: Read) -> AnyView {
    let accepts = if read.accepts_locked {
        say!(account.locks.accepted)
    } else {
        say!(account.locks.not_accepted)
    };
    view! {
        <p hidden=!read.locks.is_empty()>{say!(account.locks.none)}</p>
        <ul>{read.locks.into_iter().map(lock).collect_view()}</ul>
        <p class="hint">{accepts}</p>
    }
    .into_any()
}

fn lock(lock: Lock) -> impl IntoView {
    let Lock { netuid, hotkey, .. } = lock;
    let locked = move || view! { <AlphaFigure value=lock.locked netuid /> };
    let subnet = move || view! { <SubnetLabel netuid /> };
    let hotkey = move || view! { <HotkeyLabel hotkey /> };
    let conviction = move || view! { <AlphaFigure value=lock.conviction netuid /> };
    let about = if lock.kind.perpetual {
        show!(account.locks.perpetual, hotkey = hotkey, conviction = conviction).into_any()
    } else {
        show!(account.locks.decaying, hotkey = hotkey, conviction = conviction).into_any()
    };
    view! {
        <li class="item" data-testid=test_ids::LOCK data-netuid=netuid.to_string()>
            <span>{show!(account.locks.on_subnet, amount = locked, subnet = subnet)}</span>
            <span class="item-about">{about}</span>
        </li>
    }
}
