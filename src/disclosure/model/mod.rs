//! What a table is before anything of it is withheld: its axes, its cells, the true counts, and how a cell can print.

mod axis;
mod counts;
mod marker;
mod shape;

pub use axis::{Axis, BadAxis, MAX_GROUPS};
pub use counts::{Counter, Counts, NoSuchPlace, Thing, Unit};
pub use marker::{Domain, Marker, Printed, READ_ROUNDED, rounded};
pub use shape::{MAX_AXES, MAX_CELLS, Shape, TooLarge};
