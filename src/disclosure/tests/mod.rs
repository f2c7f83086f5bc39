//! Tests of the whole engine: named tables, random ones, and a solver that lies.

mod audit;
mod decisions;
mod histories;
mod ledger;
mod named;
mod office;
mod random;
mod rest;
mod seconds;
mod support;
mod written;
