//! Who may act for the account, and what it announced as a proxy of others.

use leptos::prelude::*;
use taolight_bittensor::intents::{Intent, RemoveAnnouncement, RemoveProxy};
use taolight_bittensor::reads::{Announcement, Proxies as Read, Proxy};
use taolight_locales::{say, show};
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
            title=say!(account.proxies.title)
            testid=test_ids::SECTION_PROXIES
            reading
            acts=vec![("addProxy", say!(account.proxies.add)), ("rejectAnnouncement", say!(account.proxies.reject))]
            draw
        />
    }
}

fn draw(read: Read) -> AnyView {
    let has_none = read.proxies.is_empty();
    let deposit = format!("{} {}", format::amount(read.deposit), format::TAU);
    view! {
        <p hidden=!has_none>{say!(account.proxies.none)}</p>
        <ul>{read.proxies.into_iter().map(proxy).collect_view()}</ul>
        <p class="hint" hidden=has_none>{say!(account.proxies.reserved, amount = deposit)}</p>
        <ul>{read.announcements.into_iter().map(announcement).collect_view()}</ul>
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
    let intent = Intent::from(RemoveProxy {
        delegate,
        kind: kind.clone(),
        delay,
    });
    let is_any = kind == "Any";
    let about = may_do(&kind, delay);
    view! {
        <li class="item" data-testid=test_ids::PROXY data-delegate=delegate.to_string() data-kind=kind.clone()>
            <span>
                {move || store.known_name(delegate)} " " <span class="code">{delegate.to_string()}</span>
            </span>
            <span class="item-about" class:text-care=is_any>
                {about}
            </span>
            <DoButton intent name=say!(common.remove) about=format::short_address(delegate) submission />
        </li>
    }
}

/// What a proxy may do, and when.
fn may_do(kind: &str, delay: u32) -> String {
    let count = format::number(delay);
    match (kind, delay) {
        ("Any", 0) => say!(account.proxies.any_at_once).to_owned(),
        ("Any", 1) => say!(account.proxies.any_after_one, count = count),
        ("Any", _) => say!(account.proxies.any_after_many, count = count),
        (kind, 0) => say!(account.proxies.kind_at_once, kind = kind),
        (kind, 1) => say!(account.proxies.kind_after_one, kind = kind, count = count),
        (kind, _) => say!(account.proxies.kind_after_many, kind = kind, count = count),
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
    let account = move || view! { <span class="code">{format::short_address(real)}</span> };
    let block = format::block(announced_at);
    view! {
        <li class="item">
            <span>{show!(account.proxies.announced, account = account, block = block)}</span>
            <span class="item-about code">{call_hash.to_string()}</span>
            <DoButton intent name=say!(account.proxies.take_back) about=call_hash.to_string() submission />
        </li>
    }
}
