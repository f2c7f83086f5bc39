//! Shares and times for programs, a line each, in the form that has tables of several kinds.

use super::TOTAL;
use crate::app::view::Table;
use crate::render::Rows;

/// The shares; nothing where none were asked for.
pub(super) fn rates(table: &Table) -> Option<Rows> {
    let number = |n: Option<i64>| n.map_or_else(String::new, |n| n.to_string());
    let lines = table.rates.iter().map(|rate| {
        let mut line = rate.key.clone();
        line.extend([
            rate.rate.clone(),
            rate.formula.clone(),
            rate.numerator.clone(),
            rate.denominator.clone(),
            number(rate.tenths.map(|(least, _)| least)),
            number(rate.tenths.map(|(_, most)| most)),
            rate.fine.to_string(),
            rate.why.clone().unwrap_or_default(),
            rate.dimension.clone(),
        ]);
        line
    });
    let columns = "rate formula numerator denominator least_tenths most_tenths fine why dimension";
    rows(table, columns, lines.collect())
}

/// The times; nothing where none were asked for.
pub(super) fn times(table: &Table) -> Option<Rows> {
    let lines = table.times.iter().map(|time| {
        let mut line = time.key.clone();
        line.extend([
            time.what.clone(),
            time.quantile.clone(),
            time.value
                .map_or_else(String::new, |value| value.to_string()),
            time.unit.clone().unwrap_or_default(),
            time.decided
                .map_or_else(String::new, |many| many.to_string()),
        ]);
        line
    });
    rows(table, "time quantile value unit decided", lines.collect())
}

fn rows(table: &Table, columns: &str, lines: Vec<Vec<String>>) -> Option<Rows> {
    let mut header = table.dimensions.clone();
    if header.is_empty() {
        header.push(TOTAL.to_owned());
    }
    header.extend(columns.split(' ').map(str::to_owned));
    (!lines.is_empty()).then_some(Rows { header, lines })
}
