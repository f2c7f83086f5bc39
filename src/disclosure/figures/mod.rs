//! Shares and times: computed from what a table shows, or told only where enough people stand behind them.

mod share;
mod spread;

pub use share::{BadShare, Per, Share, known, share, share_beside, share_of};
pub use spread::{Observed, Quantile, Span, quantile, too_close};
