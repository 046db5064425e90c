//! Logos of subnets. Their owners choose the servers that they are loaded from, so none is loaded unless somebody chose to.

use leptos::prelude::*;
use taolight_primitives::NetUid;
use web_sys::Url;

use crate::memory;
use crate::store::Store;

/// Characters of an address at most.
const LONGEST: usize = 512;

impl Store {
    /// Shows logos, or no longer.
    pub(crate) fn show_logos(self, show: bool) {
        self.logos.set(show);
        memory::set_logos(show);
    }

    /// Where a subnet's logo is, tracked; none where none is to be loaded.
    pub(crate) fn logo(self, netuid: NetUid) -> Option<String> {
        if !self.logos.get() {
            return None;
        }
        loadable(&self.subnet(netuid)?.identity?.logo.text)
    }
}

/// The address, if it names a file that can be asked for without telling anybody more than that it is.
fn loadable(address: &str) -> Option<String> {
    if address.len() > LONGEST {
        return None;
    }
    let url = Url::new(address).ok()?;
    let is_plain = url.protocol() == "https:" && url.username().is_empty() && url.password().is_empty();
    is_plain.then(|| url.href())
}
