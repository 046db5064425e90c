//! Who may act for the account, and what it announced as a proxy of others.

use leptos::prelude::*;
use taolight_bittensor::intents::{Intent, RemoveAnnouncement, RemoveProxy};
use taolight_bittensor::reads::{Announcement, Proxies as Read, Proxy};
use taolight_primitives::AccountId;
use taolight_protocol::engine::ReadProxies;

use crate::components::account::section::{DoButton, Section, read};
use crate::components::submission::Submission;
use crate::store::Store;
use crate::{format, test_ids};

#[component]
pub(super) fn Proxies(account: AccountId, submission: Submission) -> impl IntoView {
    let store = expect_context::<Store>();
    let reading = read(store, ReadProxies { account });
    provide_context(submission);
    view! {
        <Section
            title="Proxies"
            testid=test_ids::SECTION_PROXIES
            reading
            acts=&[("addProxy", "Add one"), ("rejectAnnouncement", "Reject an announcement")]
            draw
        />
    }
}

fn draw(read: Read) -> AnyView {
    let has_none = read.proxies.is_empty();
    let deposit = format!(
        "{} {} are reserved for them.",
        format::amount(read.deposit),
        format::TAU
    );
    view! {
        <p hidden=!has_none>"Nobody may act for this account."</p>
        <ul class="items">{read.proxies.into_iter().map(proxy).collect_view()}</ul>
        <p class="hint" hidden=has_none>{deposit}</p>
        <ul class="items">{read.announcements.into_iter().map(announcement).collect_view()}</ul>
    }
    .into_any()
}

fn proxy(proxy: Proxy) -> impl IntoView {
    let submission = expect_context::<Submission>();
    let store = expect_context::<Store>();
    let Proxy {
        delegate,
        kind,
        delay,
    } = proxy;
    let when = match delay {
        0 => "at once".to_owned(),
        delay => format!("{} after announcing it", format::count(delay, "block", "blocks")),
    };
    let intent = Intent::from(RemoveProxy {
        delegate,
        kind: kind.clone(),
        delay,
    });
    let is_any = kind == "Any";
    view! {
        <li class="item" data-testid=test_ids::PROXY data-delegate=delegate.to_string() data-kind=kind.clone()>
            <span class="item-name">
                {move || store.known_name(delegate)} " " <span class="code">{delegate.to_string()}</span>
            </span>
            <span class="item-about" class:care=is_any>
                {if is_any { "△ full control, ".to_owned() } else { format!("{kind}, ") }} {when}
            </span>
            <DoButton intent name="Remove" about=format::short_address(delegate) submission />
        </li>
    }
}

fn announcement(announced: Announcement) -> impl IntoView {
    let submission = expect_context::<Submission>();
    let Announcement {
        real,
        call_hash,
        announced_at,
    } = announced;
    let intent = Intent::from(RemoveAnnouncement { real, call_hash });
    view! {
        <li class="item">
            <span class="item-name">
                "Announced for " <span class="code">{format::short_address(real)}</span> " in block "
                {format::block(announced_at)}
            </span>
            <span class="item-about code">{call_hash.to_string()}</span>
            <DoButton intent name="Take back" about=call_hash.to_string() submission />
        </li>
    }
}
