//! A question to miners on its way: shown with what to expect, signed by the wallet once it is approved, and sent. The same
//! steps as in a page.

use futures::Stream;
use taolight_primitives::{AccountId, ErrorCode, Failure, NetUid};
use taolight_protocol::{
    Client,
    engine::miners::{
        AskMiners, AskUpdate, Asker, AskerKey, PrepareQuery, PreparedQuery, Question, StampQuery,
    },
    vault::MinerAuthSummary,
};

use crate::wallet::Wallet;

/// What is asked, and whom.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The subnet.
    pub netuid: NetUid,
    /// Its neurons.
    pub uids: Vec<u16>,
    /// The question.
    pub question: Question,
    /// Whether addresses that the whole internet does not reach are asked, too.
    pub special: bool,
    /// Whether they are asked over https.
    pub tls: bool,
}

/// A question that can be approved.
#[derive(Debug)]
pub struct Approvable {
    /// Whom it would go to, and what to expect of each.
    pub prepared: PreparedQuery,
    /// What the wallet would sign, by its own reading.
    pub summary: MinerAuthSummary,
}

/// Prepares a question of an account. Sends nothing.
pub async fn prepare_question(
    engine: &Client,
    wallet: &mut Wallet,
    hotkey: AccountId,
    wanted: Wanted,
) -> Result<Approvable, Failure> {
    let asker = asker(wallet, hotkey).await?;
    let Wanted {
        netuid,
        uids,
        question,
        special,
        tls,
    } = wanted;
    let prepared = engine
        .call(PrepareQuery {
            netuid,
            uids,
            asker,
            question,
            special,
            tls,
        })
        .await?;
    if prepared.messages.is_empty() {
        let why = prepared
            .miners
            .iter()
            .flat_map(|miner| miner.verdict.findings.first());
        let why: Vec<_> = why.map(|finding| finding.text.clone()).collect();
        return Err(Failure::new(
            ErrorCode::InvalidQuestion,
            format!("none of these miners can be asked: {}", why.join("; ")),
        ));
    }
    let summary = wallet
        .describe_miner_auth(hotkey, prepared.messages.clone())
        .await?;
    Ok(Approvable { prepared, summary })
}

/// Signs and sends a question. What comes back are the answers.
pub async fn ask(
    engine: &Client,
    wallet: &mut Wallet,
    approved: &Approvable,
) -> Result<impl Stream<Item = Result<AskUpdate, Failure>> + use<>, Failure> {
    let query = approved.prepared.query.clone();
    let stamped = engine.call(StampQuery { query: query.clone() }).await?;
    let signed = wallet
        .sign_miner_auth(&approved.summary, stamped.messages)
        .await?;
    let signatures = signed.signatures;
    Ok(engine.subscribe(AskMiners { query, signatures }))
}

/// Who would ask, as the wallet has it.
pub async fn asker(wallet: &Wallet, hotkey: AccountId) -> Result<Asker, Failure> {
    Ok(Asker {
        hotkey,
        scheme: wallet.scheme(&hotkey).await?,
        key: AskerKey::Ready,
        coldkeys: wallet.addresses().await?,
    })
}
