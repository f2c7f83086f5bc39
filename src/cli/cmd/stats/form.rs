//! In which form a table of figures is given, and where to.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::app::stats::Shape;
use crate::app::view::Table;
use crate::base::file::write_new;
use crate::cli::args::stats::Stats;
use crate::cli::args::{Command, Globals};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::place;
use crate::render::{
    Format, Output, data_package, render, table_csv, table_picture, table_shaped, table_workbook,
};

/// What describes a CSV beside it; programs look for this name.
const PACKAGE: &str = "datapackage.json";

/// A form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// Any that every command has.
    Text,
    /// A workbook, into a file.
    Book(PathBuf),
    /// The picture alone, as SVG.
    Picture,
    /// CSV into a file, with what describes it.
    Package(PathBuf),
    /// CSV with the columns of another body.
    Shaped(Shape),
}

/// Whether a form that only tables of figures have was asked of a command that makes none.
pub(in crate::cli) fn fits(command: &Command, globals: &Globals) -> Result<(), Usage> {
    let makes_figures = matches!(command, Command::Stats(Stats::Show(_) | Stats::Release(_)));
    match globals.format.as_deref() {
        Some(format @ ("xlsx" | "svg")) if !makes_figures => {
            Err(Usage::FormOfFigures(format.to_owned()))
        }
        _ => Ok(()),
    }
}

impl Form {
    /// The form that was asked for, by name or by the ending of the file. Nothing stands where it goes.
    pub(super) fn of(desk: &Desk, package: bool) -> Result<Self, Failure> {
        let globals = &desk.globals;
        let path = globals.output.as_deref();
        let ending = path.and_then(Path::extension).and_then(OsStr::to_str);
        let ending = ending.filter(|_| !globals.json).unwrap_or_default();
        let named = globals.format.as_deref().unwrap_or(ending);
        let file = || {
            path.map(Path::to_owned)
                .ok_or_else(|| Usage::Missing("-o FILE".to_owned()))
        };
        if package {
            if desk.out.format != Format::Csv {
                return Err(Usage::Missing("--format csv".to_owned()).into());
            }
            let file = file()?;
            place::must_be_free(&file.with_file_name(PACKAGE))?;
            return Ok(Self::Package(file));
        }
        Ok(match named.to_ascii_lowercase().as_str() {
            "xlsx" => Self::Book(file()?),
            "svg" => Self::Picture,
            _ => Self::Text,
        })
    }

    /// The columns of another body: CSV, whatever else was not asked for.
    pub(super) fn shaped(desk: &Desk, shape: Shape) -> Result<Self, Failure> {
        let is_csv = desk
            .globals
            .format
            .as_deref()
            .is_none_or(|named| named == "csv");
        if desk.globals.json || !is_csv {
            return Err(Usage::Conflict("--shape", "--format").into());
        }
        Ok(Self::Shaped(shape))
    }

    /// Says whether the table has this form, and gives nothing.
    pub(super) fn give_nothing(&self, table: &Table, desk: &Desk) -> Result<(), Failure> {
        match self {
            Self::Picture if table_picture(table, &desk.out).is_none() => {
                Err(Usage::NoPicture.into())
            }
            _ => Ok(()),
        }
    }

    /// Gives the table, in the language of `out`.
    pub(super) fn give(&self, table: &Table, desk: &Desk, out: &Output) -> Result<(), Failure> {
        match self {
            Self::Text => desk.print(&render(table, out)?),
            Self::Book(path) => Ok(write_new(path, &table_workbook(table, out)?)?),
            Self::Picture => {
                let picture = table_picture(table, out).ok_or(Usage::NoPicture)?;
                desk.print(&picture)
            }
            Self::Shaped(shape) => desk.print(&table_csv(&table_shaped(table, *shape))),
            Self::Package(path) => {
                desk.print(&render(table, out)?)?;
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let package = data_package(table, &name, out);
                Ok(write_new(
                    &path.with_file_name(PACKAGE),
                    package.as_bytes(),
                )?)
            }
        }
    }
}
