//! Lists of cases without names: values made coarser until every case looks like enough others, and what then still stands
//! out has single values blanked or is left out. A weaker promise than a table's, and only for whom it is made for.

mod blanks;
mod classes;
mod extract;
mod ids;

pub use extract::{Extract, NotAnonymous, Record, Rule, Sensitive, anonymous};
pub use ids::ids;
