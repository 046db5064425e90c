//! Asking: from a question and its miners to requests that lack only signatures, and from signatures to answers.

use std::rc::Rc;

use futures::{
    StreamExt,
    stream::{self, LocalBoxStream},
};
use taolight_dendrite::{
    Address, Endpoint, Item, Miner, NO_PROMISES, NO_SIGNATURE, News, Standing, Update, follow_all,
    limits::MAX_AT_ONCE, own_fields, signature_text,
};
use taolight_primitives::{Bytes, Failure};
use taolight_protocol::engine::miners::{
    Agreement, AskMiners, AskUpdate, PrepareQuery, PreparedMiner, PreparedQuery, StampedQuery,
};

use super::{
    Miners,
    answers::Answers,
    queries::{Query, Target},
    question::wrong,
    reach::Allowed,
    subnet,
    subnet::{Neuron, ReadNeurons, Subnet},
    subnet_id, wire,
};
use crate::chain::Chain;

impl Miners {
    /// Checks a question and keeps it. Sends nothing.
    pub(crate) async fn prepare(
        &self,
        chain: &Rc<Chain>,
        wanted: &PrepareQuery,
    ) -> Result<PreparedQuery, Failure> {
        let id = subnet_id(chain, wanted.netuid);
        let asked = self.asked(&id, &wanted.question)?;
        let asker = &wanted.asker;
        let read = ReadNeurons {
            netuid: wanted.netuid,
            asker: Some(asker.hotkey),
        };
        let subnet = subnet(chain, &read).await?;
        let neurons = chosen(&subnet, &wanted.uids)?;
        let allowed = Allowed::new(wanted.special, wanted.tls);
        let mut query = Query {
            asked,
            account: asker.hotkey,
            scheme: wire::scheme(asker.scheme),
            registered: subnet.standing(&asker.hotkey) != Standing::Unregistered,
            targets: Vec::new(),
        };
        if !query.asked.ask().protocol().takes(query.scheme) {
            return Err(wrong(
                "miners verify sr25519 here, and this account has another scheme; choose another hotkey",
                "asker",
            ));
        }
        let (caller, about) = (subnet.caller(asker), query.asked.about());
        let mut miners = Vec::new();
        for neuron in &neurons {
            let verdict = self.verdict(&id, neuron, Some(&caller), &about, allowed.link)?;
            let address = self.address(neuron.axon, allowed).ok();
            let target = address.map(|address| self.target(neuron, address)).transpose()?;
            let endpoint = neuron.axon.and_then(|axon| axon.endpoint());
            miners.push(PreparedMiner {
                uid: neuron.uid,
                address: endpoint.map(|endpoint: Endpoint| endpoint.to_string()),
                verdict: wire::verdict(&verdict),
                curl: target.as_ref().map(|target| query.curl(target)),
            });
            query.targets.extend(target);
        }
        let (protocol, timeout) = (query.asked.ask().protocol(), query.asked.ask().timeout());
        Ok(PreparedQuery {
            protocol: wire::protocol(protocol),
            miners,
            messages: query.messages(),
            timeout_ms: u64::try_from(timeout.as_millis()).unwrap_or(u64::MAX),
            no_promises: NO_PROMISES.map(str::to_owned).to_vec(),
            query: self.queries.keep(query, self.clock.monotonic())?,
        })
    }

    fn target(&self, neuron: &Neuron, address: Address) -> Result<Target, Failure> {
        let hotkey = neuron.hotkey;
        Ok(Target {
            uid: neuron.uid,
            miner: Miner { hotkey, address },
            stamp: self.stamps.draw()?,
        })
    }

    /// The messages of a question with the time of now.
    pub(crate) fn stamp(&self, name: &str) -> Result<StampedQuery, Failure> {
        let stamp = |query: &mut Query| {
            for target in &mut query.targets {
                target.stamp = self.stamps.draw()?;
            }
            Ok(query.messages())
        };
        let messages = self.queries.with(name, self.clock.monotonic(), stamp)?;
        Ok(StampedQuery { messages })
    }

    /// Sends a question, once to each of its miners. Dropping the stream closes the connections.
    pub(crate) fn ask(
        self: Rc<Self>,
        wanted: &AskMiners,
    ) -> Result<LocalBoxStream<'static, Result<AskUpdate, Failure>>, Failure> {
        let count = |query: &mut Query| Ok(query.targets.len());
        let now = self.clock.monotonic();
        let signatures = signatures(&wanted.signatures, self.queries.with(&wanted.query, now, count)?)?;
        let query = Rc::new(self.queries.take(&wanted.query, now)?);
        let asking = signatures.into_iter().enumerate().map(|(place, signature)| {
            let (miners, query) = (self.clone(), query.clone());
            async move {
                let target = &query.targets[place];
                let sender = query.sender(&target.stamp);
                let ask = query.asked.ask();
                let request = ask
                    .unsigned(target.miner, sender)
                    .signed(&signature_text(&signature));
                let begun = miners.http.send(request, ask).await;
                miners.learn(target.miner.address.endpoint(), begun.as_ref().err());
                begun
            }
        });
        let updates = follow_all(asking.collect(), MAX_AT_ONCE);
        let mut telling = Telling {
            answers: Answers::of(query.targets.len()),
            query,
        };
        let told = updates.flat_map(move |update| stream::iter(telling.tell(update)));
        Ok(told.map(Ok).boxed_local())
    }
}

impl Query {
    /// The request to one miner, without its signature.
    fn curl(&self, target: &Target) -> String {
        let request = self
            .asked
            .ask()
            .unsigned(target.miner, self.sender(&target.stamp));
        request.signed(NO_SIGNATURE).curl()
    }
}

/// What happens, as it is told.
struct Telling {
    query: Rc<Query>,
    answers: Answers,
}

impl Telling {
    fn tell(&mut self, update: Update) -> Vec<AskUpdate> {
        let Update { miner, news } = update;
        let uid = self.uid(miner);
        match news {
            News::Item(item) => {
                self.answers.piece(miner, &item);
                vec![match item {
                    Item::Text(text) => AskUpdate::Text { uid, text },
                    Item::Json(json) => AskUpdate::Json {
                        uid,
                        json: json.to_string(),
                    },
                }]
            }
            News::Answered(answer) => {
                let json = own_fields(answer.json);
                self.answers.answer(miner, &json);
                let (json, meta) = (json.to_string(), wire::meta(&answer.meta));
                self.with_agreement(AskUpdate::Answered { uid, json, meta })
            }
            News::Ended(meta) => {
                self.answers.end(miner);
                let meta = wire::meta(&meta);
                self.with_agreement(AskUpdate::Ended { uid, meta })
            }
            News::Failed(error) => {
                let failure = wire::failure(&error, Some(self.query.registered));
                vec![AskUpdate::Failed { uid, failure }]
            }
        }
    }

    fn with_agreement(&self, update: AskUpdate) -> Vec<AskUpdate> {
        let groups = self.answers.groups();
        let groups = groups.into_iter().map(|places| Agreement {
            uids: places.into_iter().map(|place| self.uid(place)).collect(),
        });
        let groups: Vec<_> = groups.collect();
        let agreement = (!groups.is_empty()).then_some(AskUpdate::Agreement { groups });
        [update].into_iter().chain(agreement).collect()
    }

    fn uid(&self, place: usize) -> u16 {
        self.query.targets[place].uid
    }
}

/// The neurons that were named.
pub(super) fn chosen(subnet: &Subnet, uids: &[u16]) -> Result<Vec<Neuron>, Failure> {
    if uids.is_empty() || uids.len() > MAX_AT_ONCE {
        return Err(wrong(
            format!("at once, 1 to {MAX_AT_ONCE} miners are asked"),
            "uids",
        ));
    }
    let is_twice = |(place, uid): (usize, &u16)| uids.iter().skip(place + 1).any(|other| other == uid);
    if uids.iter().enumerate().any(is_twice) {
        return Err(wrong("one of these miners is named twice", "uids"));
    }
    let neurons = uids.iter().map(|uid| {
        let neuron = subnet.neuron(*uid).cloned();
        neuron.ok_or_else(|| wrong(format!("this subnet has no neuron {uid}"), "uids"))
    });
    neurons.collect()
}

/// As many signatures as there are miners.
fn signatures(given: &[Bytes], wanted: usize) -> Result<Vec<[u8; 64]>, Failure> {
    let read = given.iter().map(|bytes| bytes.0.as_slice().try_into().ok());
    let signatures: Option<Vec<_>> = read.collect();
    let fits = |signatures: &Vec<_>| wanted > 0 && signatures.len() == wanted;
    signatures.filter(fits).ok_or_else(|| {
        wrong(
            "each miner that is asked needs a signature of 64 bytes",
            "signatures",
        )
    })
}
