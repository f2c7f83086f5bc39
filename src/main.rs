//! Starts the program; everything else stands in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    nansen::cli::main()
}
