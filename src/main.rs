use std::process::ExitCode;

fn main() -> ExitCode {
    nansen::cli::main()
}
