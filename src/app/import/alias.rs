//! Whom a line says somebody is that works here: an alias, as `key add` takes one, and never what looks like a person.

use super::Job;
use super::line::Line;
use crate::app::error::LineWrong;
use crate::app::fields::{Fault, Problem};
use crate::app::setup::check_alias;
use crate::base::guard;

/// So many digits are a number of something.
const NUMBER: usize = 6;

/// Whether a text can be the alias of somebody who works here.
pub(in crate::app) fn is_one(text: &str) -> bool {
    // A number that long is of a telephone or a paper.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    check_alias(text).is_ok() && digits < NUMBER && guard::findings(text).is_empty()
}

impl Job<'_, '_> {
    /// Judges an alias of a line. One that no member bears may be a colleague's who is yet to be added, or who left: it is
    /// taken, and the line given back, to be named.
    pub(super) fn alias(
        &self,
        line: &Line<'_>,
        field: &str,
        text: &str,
    ) -> Result<Option<usize>, Vec<LineWrong>> {
        if !is_one(text) {
            return Err(vec![LineWrong::Field(Fault {
                field: field.to_owned(),
                problem: Problem::Alias,
            })]);
        }
        let is_known = self.recorded || self.members.contains(text);
        Ok((!is_known).then_some(line.number))
    }
}
