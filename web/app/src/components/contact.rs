//! Keeping an address under a name.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;

use crate::contacts::LONGEST_NAME;
use crate::store::Store;
use crate::test_ids;

/// A field for the name of an address that has none yet; nothing for one that has.
#[component]
pub(crate) fn SaveContact(
    /// The address.
    #[prop(into)]
    address: Signal<Option<AccountId>>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let stranger = Memo::new(move |_| {
        let address = address.get()?;
        store.known_name(address).is_none().then_some(address)
    });
    let field = NodeRef::<html::Input>::new();
    let save = move || {
        let name = field
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default();
        if let (Some(address), false) = (stranger.get_untracked(), name.trim().is_empty()) {
            store.save_contact(address, &name);
        }
    };
    move || {
        stranger.get().map(|_| {
            view! {
                <div class="mt-4 flex gap-2">
                    <input
                        class="input"
                        type="text"
                        maxlength=LONGEST_NAME.to_string()
                        autocomplete="off"
                        aria-label=say!(send.contact_name)
                        placeholder=say!(send.contact_name)
                        data-testid=test_ids::CONTACT_NAME
                        node_ref=field
                        on:keydown=move |event| {
                            if event.key() == "Enter" {
                                event.prevent_default();
                                save();
                            }
                        }
                    />
                    <button type="button" class="btn" data-testid=test_ids::CONTACT_SAVE on:click=move |_| save()>
                        {say!(send.keep_contact)}
                    </button>
                </div>
            }
        })
    }
}

/// The address book.
#[component]
pub(crate) fn Contacts() -> impl IntoView {
    let store = expect_context::<Store>();
    let row = move |address: AccountId| {
        let name = move || store.contact_name(address);
        view! {
            <li class="item" data-testid=test_ids::CONTACT data-address=address.to_string()>
                <span class="option-name">{name}</span>
                <span class="item-about font-mono">{address.to_string()}</span>
                <button
                    type="button"
                    class="btn btn-ghost btn-sm"
                    data-testid=test_ids::CONTACT_REMOVE
                    aria-label=move || say!(send.forget_named, name = name().unwrap_or_default())
                    on:click=move |_| store.remove_contact(address)
                >
                    {say!(send.forget_contact)}
                </button>
            </li>
        }
    };
    let addresses = Memo::new(move |_| {
        let contacts = store.contacts.read();
        contacts.iter().map(|contact| contact.address).collect::<Vec<_>>()
    });
    view! {
        <section class="panel" aria-labelledby="contacts-title">
            <h2 id="contacts-title">{say!(send.address_book)}</h2>
            <p class="hint" hidden=move || !addresses.read().is_empty()>
                {say!(send.address_book_empty)}
            </p>
            <ul>
                <For each=move || addresses.get() key=|address| *address children=row />
            </ul>
        </section>
    }
}
