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

/// What stands for the standard input in place of a file's name.
const STANDARD_INPUT: &str = "-";

/// Where the key of whoever signs is.
#[derive(clap::Args)]
pub(crate) struct Secret {
    /// File with the secret of the account that signs: a mnemonic, a secret URI, a seed or a key file in clear; - reads it
    /// from the standard input
    #[arg(long)]
    secret: String,
}

/// What to do, and who signs.
#[derive(clap::Args)]
#[command(after_help = typed_intent::kinds())]
pub(crate) struct Act {
    #[command(flatten)]
    secret: Secret,
    /// Sign without asking
    #[arg(long)]
    yes: bool,
    /// The intent and its fields, or one JSON object
    #[arg(required = true)]
    intent: Vec<String>,
}

impl Act {
    /// Does it. The answer is the transaction's entry in the journal, less its bytes.
    pub(crate) async fn run(self, engine: &Client) -> Result<Value, Failure> {
        let intent = typed_intent::parse(&self.intent)?;
        self.secret.must_leave_input_to_answers(self.yes)?;
        let mut wallet = Wallet::new().await?;
        let from = wallet.add(self.secret.read()?).await?;
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
        match why_not(&entry.state) {
            None => Ok(json!({ "hash": entry.hash, "intent": entry.intent, "state": entry.state })),
            Some(why) => Err(Failure::new(
                ErrorCode::InvalidTransaction,
                format!("transaction {}: {why}", entry.hash),
            )),
        }
    }
}

impl Secret {
    /// Fails where the secret comes from where a question would be answered.
    pub(crate) fn must_leave_input_to_answers(&self, nobody_is_asked: bool) -> Result<(), Failure> {
        if self.secret == STANDARD_INPUT && !nobody_is_asked {
            return Err(Failure::new(
                ErrorCode::NotApproved,
                "the standard input gives the secret, so nobody can be asked there; add --yes, or name a file",
            ));
        }
        Ok(())
    }

    /// Reads it.
    pub(crate) fn read(&self) -> Result<SecretBytes, Failure> {
        let mut bytes = Vec::new();
        let read = match self.secret.as_str() {
            STANDARD_INPUT => io::stdin().read_to_end(&mut bytes).map(drop),
            path => fs::read(path).map(|read| bytes = read),
        };
        // Whoever types the secret itself instead of a file's name must not find it in a log.
        read.map_err(|error| {
            Failure::new(
                ErrorCode::NoSecret,
                format!(
                    "the file that --secret names cannot be read: {error}; name a file, never type the secret"
                ),
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

pub(crate) fn approved() -> Result<bool, Failure> {
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
fn why_not(state: &TransactionState) -> Option<String> {
    match state {
        TransactionState::Dropped { reason } | TransactionState::Invalid { reason } => Some(reason.clone()),
        TransactionState::InBlock { outcome, .. } | TransactionState::Finalized { outcome, .. } => {
            match outcome.achieved() {
                Achieved::Everything | Achieved::Waiting => None,
                Achieved::Part { error } | Achieved::Nothing { error } => {
                    Some(format!("{}: {}", error.name, error.remedy))
                }
            }
        }
        TransactionState::Signed | TransactionState::Broadcast { .. } => None,
    }
}
