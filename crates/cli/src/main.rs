//! The command `taolight`.

use std::process::ExitCode;

fn main() -> ExitCode {
    taolight_cli::main()
}
