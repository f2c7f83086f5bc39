//! What is typed, asked, said and returned: clap, prompts, wording, exit codes.
