//! JSON and JSON Lines, as the contract has them: the same bytes in every language.

use serde_json::{Map, Value};

use super::View;

/// One object on one line.
pub(super) fn object<V: View>(view: &V) -> Result<String, serde_json::Error> {
    serde_json::to_string(view)
}

/// One object a line: each entry of the view's list, led by the view's own plain values, so that every line says
/// its schema.
pub(super) fn lines<V: View>(view: &V) -> Result<String, serde_json::Error> {
    let Some(key) = V::ITEMS else {
        return object(view);
    };
    let Value::Object(mut whole) = serde_json::to_value(view)? else {
        return object(view);
    };
    let Some(Value::Array(items)) = whole.remove(key) else {
        return object(view);
    };
    let head: Map<String, Value> = whole
        .into_iter()
        .filter(|(_, value)| !value.is_array() && !value.is_object())
        .collect();
    let mut text = String::new();
    for item in items {
        let mut line = head.clone();
        if let Value::Object(item) = item {
            for (key, value) in item {
                // What both have keeps both: an entry's state and its case's.
                if let Some(of_whole) = line.insert(key.clone(), value)
                    && key != "schema"
                {
                    line.insert(format!("case_{key}"), of_whole);
                }
            }
        }
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    Ok(text)
}
