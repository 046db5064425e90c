//! Taolight in a terminal: the same engine as in the browser, over the same protocol, with files for its storage.
//!
//! Whatever is printed was proven by the light client of this process, and says of which block it is.

mod act;
mod arguments;
mod command;
mod host;
mod http;
mod miners;
mod question;
mod quote;
mod read;
mod session;
mod table;
mod transaction;
mod typed;
mod typed_intent;
mod wallet;

use std::process::ExitCode;

use clap::Parser;
use futures::executor::{LocalPool, LocalSpawner};
use taolight_primitives::Failure;

pub use host::SystemClock;
pub use http::{NativeHttp, Trust};
pub use question::{Approvable, Wanted, ask, asker, prepare_question};
pub use session::Session;
pub use transaction::{Review, follow, review, send};
pub use wallet::Wallet;

use crate::arguments::Arguments;

/// Does what the command line says.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    match pool.run_until(run(arguments, spawner)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments, spawner: LocalSpawner) -> Result<(), Failure> {
    let source = arguments.network.source()?;
    let session = Session::open(source, arguments.store()?, spawner).await?;
    let answer = arguments.command.run(session.engine()).await?;
    if arguments.json {
        println!("{answer:#}");
    } else {
        print!("{}", table::text(&answer));
    }
    session.close().await
}
