//! What the documents say of the program is so.

use std::path::Path;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|_| panic!("no {path}"))
}

/// Every test that the threat model names for a promise is there.
#[test]
fn promises_name_tests_that_exist() {
    let mut named = 0;
    for quoted in read("docs/threat-model.md").split('`').skip(1).step_by(2) {
        let Some((file, test)) = quoted.split_once("::") else {
            continue;
        };
        let found = read(file).contains(&format!("fn {test}("));
        assert!(found, "{file} has no test {test}");
        named += 1;
    }
    assert!(named > 15, "{named}");
}
