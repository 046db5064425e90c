//! Which network is open: one at a time, the same for every client of the engine.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use eyeball::SharedObservable;
use futures::{FutureExt, StreamExt, channel::oneshot, future::ready, lock::Mutex};
use taolight_light::Network;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::engine::{NetworkSource, NetworkState, OpenedNetwork};

use crate::{
    failure::{in_use_elsewhere, no_network},
    host::{Claim, Host},
    network,
    session::{Session, Shown},
};

/// Opens and closes networks, for whichever client asks.
pub(crate) struct Networks {
    pub(crate) shown: Shown,
    host: Rc<dyn Host>,
    session: RefCell<Option<Rc<Session>>>,
    claim: SharedObservable<Claim>,
    /// Taken while a network is opened or closed, so that two clients that ask at once share one light client.
    turn: Mutex<()>,
}

impl Networks {
    /// No network open, and none to be opened before the host has the device.
    pub(crate) fn new(host: Rc<dyn Host>) -> Rc<Self> {
        let networks = Rc::new(Self {
            shown: Shown::default(),
            session: RefCell::default(),
            claim: SharedObservable::new(Claim::Asked),
            turn: Mutex::default(),
            host,
        });
        networks.follow_claim();
        networks
    }

    /// The network that is open, or why there is none.
    pub(crate) fn session(&self) -> Result<Rc<Session>, Failure> {
        let session = self.session.borrow().clone();
        session.ok_or_else(|| match self.claim.get() {
            Claim::Elsewhere(_) => in_use_elsewhere(),
            Claim::Asked | Claim::Held => no_network(),
        })
    }

    /// Opens a network in place of the one that is open.
    pub(crate) async fn open(self: &Rc<Self>, source: NetworkSource) -> Result<OpenedNetwork, Failure> {
        let network = network::resolve(&source, self.host.now_ms())?;
        self.held().await;
        let networks = self.clone();
        self.to_its_end(async move {
            let _turn = networks.turn.lock().await;
            networks.replace(source, network).await
        })
        .await
    }

    /// The network that is open; if none is, opens this one.
    pub(crate) async fn join(self: &Rc<Self>, source: NetworkSource) -> Result<OpenedNetwork, Failure> {
        self.held().await;
        let networks = self.clone();
        self.to_its_end(async move {
            let _turn = networks.turn.lock().await;
            if let NetworkState::Open(opened) = networks.shown.network.get() {
                return Ok(*opened);
            }
            let network = network::resolve(&source, networks.host.now_ms())?;
            networks.replace(source, network).await
        })
        .await
    }

    /// Closes the network that is open.
    pub(crate) async fn close(&self) {
        let _turn = self.turn.lock().await;
        self.end().await;
    }

    /// Takes the device over from the process that has it.
    pub(crate) fn take_over(&self) {
        match self.claim.get() {
            Claim::Elsewhere(_) => self.host.take_over(),
            Claim::Asked | Claim::Held => {}
        }
    }

    fn follow_claim(&self) {
        let (claim, network) = (self.claim.clone(), self.shown.network.clone());
        let following = self.host.claims().for_each(move |now| {
            network.set_if_not_eq(match now {
                Claim::Asked | Claim::Held => NetworkState::Closed,
                Claim::Elsewhere(holder) => NetworkState::Elsewhere { holder },
            });
            claim.set(now);
            ready(())
        });
        self.host.spawn(following.boxed_local());
    }

    /// Waits until the device is this process's.
    async fn held(&self) {
        let mut claims = self.claim.subscribe_reset();
        while claims.next().await.is_some_and(|claim| claim != Claim::Held) {}
    }

    /// Runs to its end even if the client that asked leaves meanwhile: others may show the same network.
    async fn to_its_end(
        &self,
        opening: impl Future<Output = Result<OpenedNetwork, Failure>> + 'static,
    ) -> Result<OpenedNetwork, Failure> {
        let (tell, told) = oneshot::channel();
        let opening = async move {
            // The client that asked may be gone.
            let _ = tell.send(opening.await);
        };
        self.host.spawn(opening.boxed_local());
        told.await
            .unwrap_or_else(|_| Err(Failure::new(ErrorCode::Internal, "opening the network ended")))
    }

    /// The turn must be taken.
    async fn replace(
        self: &Rc<Self>,
        source: NetworkSource,
        network: Network,
    ) -> Result<OpenedNetwork, Failure> {
        self.end().await;
        let session = Session::open(self.host.clone(), &network, &self.shown).await?;
        let opened = OpenedNetwork {
            source,
            network: network::info(&network),
        };
        self.host
            .spawn(self.recover(network, &session).map(drop).boxed_local());
        *self.session.borrow_mut() = Some(session);
        self.shown
            .network
            .set(NetworkState::Open(Box::new(opened.clone())));
        Ok(opened)
    }

    /// The turn must be taken.
    async fn end(&self) {
        let closing = self.session.borrow_mut().take();
        if let Some(session) = closing {
            let _ = session.save().await;
        }
        self.shown.clear();
    }

    /// If nothing can be proven from the saved state, sets it aside and opens the network from its checkpoint.
    fn recover(
        self: &Rc<Self>,
        network: Network,
        session: &Rc<Session>,
    ) -> impl Future<Output = Result<(), Failure>> + use<> {
        let (networks, bad, unprovable) = (self.clone(), Rc::downgrade(session), session.unprovable());
        async move {
            if !unprovable.await {
                return Ok(());
            }
            let _turn = networks.turn.lock().await;
            let is_bad = |session: &mut Rc<Session>| Weak::ptr_eq(&Rc::downgrade(session), &bad);
            let Some(session) = networks.session.borrow_mut().take_if(is_bad) else {
                return Ok(());
            };
            let reopened = networks.reopen(&network, session).await;
            if reopened.is_err() {
                networks.shown.clear();
            }
            reopened
        }
    }

    /// The turn must be taken.
    async fn reopen(&self, network: &Network, bad: Rc<Session>) -> Result<(), Failure> {
        bad.set_aside(&self.shown).await?;
        let session = Session::open(self.host.clone(), network, &self.shown).await?;
        *self.session.borrow_mut() = Some(session);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
