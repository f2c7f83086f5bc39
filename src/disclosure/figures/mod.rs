//! Shares and times: computed from what a table shows, or told only where enough people stand behind them.

mod share;
mod spread;

pub use share::{BadShare, Per, Share, share};
pub use spread::{Observed, Quantile, Span, mean, quantile, too_close};
