//! Turns `rules/**/*.toml` into CBOR that the program embeds, so that no start of it parses TOML.
//!
//! Only the notation changes here. What the fields mean is read in `src/rules`, whose tests check every file.
use std::error::Error;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ciborium::Value;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=build.rs");
    check_sqlcipher_flags()?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo gives OUT_DIR")?);

    let mut index = String::new();
    let mut list =
        |name: &str, doc: &str, files: &[(String, PathBuf)]| -> Result<(), Box<dyn Error>> {
            writeln!(index, "/// {doc}\nstatic {name}: &[(&str, &[u8])] = &[")?;
            for (stem, path) in files {
                let bytes = format!("{}-{stem}.cbor", name.to_lowercase());
                compile(path, &out.join(&bytes))?;
                writeln!(
                    index,
                    "    ({stem:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{bytes}\"))),"
                )?;
            }
            writeln!(index, "];")?;
            Ok(())
        };
    let shared = ["conventions", "reach", "vocabulary"];
    let (common, jurisdictions): (Vec<_>, Vec<_>) = toml_files(Path::new("rules"))?
        .into_iter()
        .partition(|(stem, _)| shared.contains(&stem.as_str()));
    list("RULES", "One file a jurisdiction.", &jurisdictions)?;
    list("COMMON", "What all jurisdictions share.", &common)?;
    list(
        "CALENDARS",
        "Days on which nothing can be filed.",
        &toml_files(Path::new("rules/calendars"))?,
    )?;
    list(
        "GENERATED",
        "The same as a library gives them.",
        &toml_files(Path::new("rules/calendars/generated"))?,
    )?;
    File::create(out.join("rules_index.rs"))?.write_all(index.as_bytes())?;
    Ok(())
}

/// Stops a build whose SQLCipher every store would refuse: cargo reads `.cargo/config.toml` of the folder it is
/// started in, not of the package.
fn check_sqlcipher_flags() -> Result<(), String> {
    println!("cargo:rerun-if-env-changed={FLAGS}");
    let given = std::env::var_os(FLAGS).unwrap_or_default();
    let given: Vec<_> = given
        .to_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    match WANTED.iter().find(|flag| !given.contains(flag)) {
        None => Ok(()),
        Some(flag) => Err(format!(
            "{FLAGS} lacks {flag}: start cargo in the folder of the repository, where .cargo/config.toml sets it"
        )),
    }
}

/// What SQLCipher is compiled with beside its own flags.
const FLAGS: &str = "LIBSQLITE3_FLAGS";

/// Those without which `store::open` refuses the build.
const WANTED: [&str; 2] = ["-DSQLITE_TEMP_STORE=3", "-DSQLITE_OMIT_LOAD_EXTENSION"];

/// The TOML files of a folder by name, in order.
fn toml_files(folder: &Path) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "toml") {
            let stem = path
                .file_stem()
                .and_then(|s| s.to_str())
                .ok_or("a name in UTF-8")?;
            files.push((stem.to_owned(), path));
        }
    }
    files.sort();
    Ok(files)
}

fn compile(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(from)?;
    let table: toml::Table =
        toml::from_str(&text).map_err(|e| format!("{}: {e}", from.display()))?;
    ciborium::into_writer(&cbor(toml::Value::Table(table)), File::create(to)?)?;
    Ok(())
}

/// The same value in CBOR; a date, which CBOR lacks, becomes its text.
fn cbor(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::Text(text),
        toml::Value::Integer(n) => Value::Integer(n.into()),
        toml::Value::Float(x) => Value::Float(x),
        toml::Value::Boolean(b) => Value::Bool(b),
        toml::Value::Datetime(date) => Value::Text(date.to_string()),
        toml::Value::Array(items) => Value::Array(items.into_iter().map(cbor).collect()),
        toml::Value::Table(table) => Value::Map(
            table
                .into_iter()
                .map(|(key, value)| (Value::Text(key), cbor(value)))
                .collect(),
        ),
    }
}
