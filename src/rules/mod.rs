//! Deadlines from data: a jurisdiction's time limits with their citations, and the reckoning shown.
