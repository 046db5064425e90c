//! `taolight do`: one intent, shown, signed by a key that is read from a file, and followed to its end.

use std::{
    fs,
    io::{self, BufRead, Read, Write},
};

use serde_json::{Value, json};
use taolight_bittensor::intents::outcome::Achieved;
use taolight_primitives::{ErrorCode, Failure, Rao};
use taolight_protocol::{Client, engine::TransactionState, vault::SecretBytes};

use crate::{
    transaction::{self, Review},
    typed_intent,
    wallet::Wallet,
};

/// What to do, and who signs.
#[derive(clap::Args)]
#[command(after_help = typed_intent::kinds())]
pub(crate) struct Act {
    /// File with the secret of the account that signs: a mnemonic, a secret URI, a seed or a key file in clear; - reads it
    /// from the standard input
    #[arg(long)]
    secret: String,
    /// Sign without asking
    #[arg(long)]
    yes: bool,
    /// The intent and its fields, or one JSON object
    #[arg(required = true)]
    intent: Vec<String>,
}

impl Act {
    /// Does it. The answer is the transaction's entry in the journal.
    pub(crate) async fn run(self, engine: &Client) -> Result<Value, Failure> {
        let intent = typed_intent::parse(&self.intent)?;
        let mut wallet = Wallet::new().await?;
        let from = wallet.add(self.read_secret()?).await?;
        let review = transaction::review(engine, &mut wallet, from, intent).await?;
        show(&review);
        if !self.yes && !approved()? {
            return Err(Failure::new(
                ErrorCode::Cancelled,
                "nothing was signed and nothing was sent",
            ));
        }
        let hash = transaction::send(engine, &mut wallet, review).await?;
        let entry = transaction::follow(engine, hash, |state| eprintln!("{}", state_words(state))).await?;
        let answer = json!({ "hash": entry.hash, "intent": entry.intent, "state": entry.state });
        match failure(&entry.state) {
            None => Ok(answer),
            Some(why) => Err(why.with_data(answer)),
        }
    }

    fn read_secret(&self) -> Result<SecretBytes, Failure> {
        let mut bytes = Vec::new();
        let read = match self.secret.as_str() {
            "-" => io::stdin().read_to_end(&mut bytes).map(drop),
            path => fs::read(path).map(|read| bytes = read),
        };
        read.map_err(|error| {
            Failure::new(
                ErrorCode::NoSecret,
                format!("the secret of {} cannot be read: {error}", self.secret),
            )
        })?;
        Ok(SecretBytes::new(bytes))
    }
}

fn show(review: &Review) {
    let account = review.summary.account;
    eprintln!("{}.", review.intent.summary());
    for warning in review.intent.warnings() {
        eprintln!("! {}", warning.text());
    }
    let spend = review.intent.spend(account);
    let most = match spend.unbounded {
        true => "as much as there is".to_owned(),
        false => format!("{} TAO", spend.tao),
    };
    let fee: Rao = review.prepared.fee.value;
    let paid_in = if review.prepared.fee_in_alpha {
        ", paid in alpha"
    } else {
        ""
    };
    eprintln!("{account} signs; it takes at most {most}, and a fee of {fee} TAO{paid_in}.");
}

fn approved() -> Result<bool, Failure> {
    eprint!("Sign? Type yes: ");
    let asked = io::stderr().flush().and_then(|()| {
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line)?;
        Ok(line)
    });
    let line = asked.map_err(|error| Failure::new(ErrorCode::Internal, error))?;
    Ok(line.trim() == "yes")
}

fn state_words(state: &TransactionState) -> String {
    match state {
        TransactionState::Signed => "signed".to_owned(),
        TransactionState::Broadcast { peers } => format!("sent to {peers} peers"),
        TransactionState::InBlock { block, .. } => format!("in block {}", block.number),
        TransactionState::Finalized { block, .. } => format!("final in block {}", block.number),
        TransactionState::Dropped { reason } => format!("dropped: {reason}"),
        TransactionState::Invalid { reason } => format!("refused: {reason}"),
    }
}

/// Why what was wanted has not happened, if it has not.
fn failure(state: &TransactionState) -> Option<Failure> {
    let invalid = |message: &str| Some(Failure::new(ErrorCode::InvalidTransaction, message));
    match state {
        TransactionState::Dropped { reason } | TransactionState::Invalid { reason } => invalid(reason),
        TransactionState::InBlock { outcome, .. } | TransactionState::Finalized { outcome, .. } => {
            match outcome.achieved() {
                Achieved::Everything | Achieved::Waiting => None,
                Achieved::Part { error } | Achieved::Nothing { error } => {
                    invalid(&format!("{}: {}", error.name, error.remedy))
                }
            }
        }
        TransactionState::Signed | TransactionState::Broadcast { .. } => None,
    }
}
