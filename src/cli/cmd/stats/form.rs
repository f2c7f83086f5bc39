//! In which form a table of figures is given, and where to.

use std::path::{Path, PathBuf};

use crate::app::stats::Shape;
use crate::app::view::Table;
use crate::base::file::{FileError, write_new};
use crate::base::text::escape;
use crate::cli::args::export::Export;
use crate::cli::args::stats::Stats;
use crate::cli::args::{Command, Globals};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::place;
use crate::i18n::Fill;
use crate::render::{
    Format, Output, View as _, data_package, render, table_csv, table_picture, table_reading,
    table_shaped, table_workbook,
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
    Package(Beside),
    /// CSV with the columns of another body.
    Shaped(Shape),
    /// The same into a file, with what describes it.
    ShapedPackage(Shape, Beside),
}

/// A CSV, and what describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Beside {
    csv: PathBuf,
    package: PathBuf,
}

/// Whether a form was asked for, by name or by the ending of the file, that the command does not make.
pub(in crate::cli) fn fits(command: &Command, globals: &Globals) -> Result<(), Usage> {
    let makes_figures = matches!(command, Command::Stats(Stats::Show(_) | Stats::Release(_)));
    let is_by_ending = globals.format.is_none() && !globals.json && !has_files_of_its_own(command);
    if matches!(command, Command::Export(Export::Anonymous(_)))
        && ending(globals).is_some_and(|ending| ending != "csv")
    {
        return Err(Usage::ListEnding);
    }
    let ending = ending(globals).filter(|_| is_by_ending);
    let named = globals.format.clone().or_else(|| ending.clone());
    match named.as_deref() {
        Some("xlsx" | "svg") if makes_figures => Ok(()),
        Some(form @ ("xlsx" | "svg")) => Err(Usage::FormOfFigures(form.to_owned())),
        // Whoever opens a file of an ending that nobody knows finds something else in it than it says.
        _ if ending.is_some_and(|ending| Format::of_extension(&ending).is_none()) => {
            Err(Usage::Ending { makes_figures })
        }
        _ => Ok(()),
    }
}

/// The ending of the file, in small letters.
fn ending(globals: &Globals) -> Option<String> {
    let ending = globals.output.as_deref()?.extension()?;
    Some(ending.to_string_lossy().to_ascii_lowercase())
}

/// Whether `-o` names a file whose form the command itself decides, or a folder.
const fn has_files_of_its_own(command: &Command) -> bool {
    match command {
        // A letter is printed as any result is.
        Command::Export(Export::Letter(letter)) => letter.form.is_some(),
        Command::Export(_)
        | Command::Case(_)
        | Command::Completions(_)
        | Command::Document(_)
        | Command::Identity(_)
        | Command::Import(_)
        | Command::Key(_) => true,
        _ => false,
    }
}

impl Form {
    /// The form that was asked for, by name or by the ending of the file. Nothing stands where it goes.
    pub(super) fn of(desk: &Desk, package: bool) -> Result<Self, Failure> {
        let globals = &desk.globals;
        let ending = ending(globals).filter(|_| !globals.json);
        let named = globals.format.clone().or(ending).unwrap_or_default();
        if package {
            if desk.out.format != Format::Csv {
                return Err(Usage::Missing("--format csv".to_owned()).into());
            }
            return Ok(Self::Package(beside(desk)?));
        }
        Ok(match named.as_str() {
            "xlsx" => Self::Book(file(desk)?),
            "svg" => Self::Picture,
            _ => Self::Text,
        })
    }

    /// The columns of another body: CSV, whatever else was not asked for.
    pub(super) fn shaped(desk: &Desk, shape: Shape, package: bool) -> Result<Self, Failure> {
        let is_csv = desk
            .globals
            .format
            .as_deref()
            .is_none_or(|named| named == "csv");
        if desk.globals.json || !is_csv {
            return Err(Usage::Conflict("--shape", "--format").into());
        }
        if ending(&desk.globals).is_some_and(|ending| ending != "csv") {
            return Err(Usage::ShapeEnding.into());
        }
        if package {
            return Ok(Self::ShapedPackage(shape, beside(desk)?));
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
        self.give_numbers(table, desk, out)?;
        let is_bare = match self {
            Self::Text => matches!(desk.out.format, Format::Csv | Format::JsonLines),
            Self::Picture | Self::Package(_) => true,
            // Neither is asked for with the columns of another body.
            Self::Book(_) | Self::Shaped(_) | Self::ShapedPackage(..) => false,
        };
        if is_bare && !(table.rates.is_empty() && table.times.is_empty()) {
            desk.ui.say(&desk.locale().text("stats-numbers-alone"));
        }
        Ok(())
    }

    fn give_numbers(&self, table: &Table, desk: &Desk, out: &Output) -> Result<(), Failure> {
        match self {
            Self::Text => desk.print(&render(table, out)?),
            Self::Book(path) => Ok(write_new(path, &table_workbook(table, out)?)?),
            Self::Picture => {
                let picture = table_picture(table, out).ok_or(Usage::NoPicture)?;
                desk.print(&picture)
            }
            Self::Shaped(shape) => {
                desk.print(&table_csv(&table_shaped(table, *shape)))?;
                // The columns have no room for what markers mean.
                for line in table_reading(table, out) {
                    desk.ui.say(&line);
                }
                Ok(())
            }
            Self::ShapedPackage(shape, beside) => {
                let rows = table_shaped(table, *shape);
                desk.print(&table_csv(&rows))?;
                beside.describe(desk, &|name| data_package(table, &rows, name, out))
            }
            Self::Package(beside) => {
                desk.print(&render(table, out)?)?;
                beside.describe(desk, &|name| data_package(table, &table.rows(), name, out))
            }
        }
    }
}

/// The file that was named.
fn file(desk: &Desk) -> Result<PathBuf, Usage> {
    let path = desk.globals.output.as_deref();
    path.map(Path::to_owned)
        .ok_or_else(|| Usage::Missing("-o FILE".to_owned()))
}

/// The same, where what describes it has a place beside it: under the name that programs look for, else under the file's own.
fn beside(desk: &Desk) -> Result<Beside, Failure> {
    let csv = file(desk)?;
    let usual = csv.with_file_name(PACKAGE);
    let package = match place::must_be_free(&usual) {
        Ok(()) => usual,
        Err(Failure::File(FileError::Exists { .. })) => {
            let own = csv.with_extension(PACKAGE);
            place::must_be_free(&own).map_err(|error| match error {
                Failure::File(FileError::Exists { .. }) => Usage::PackageExists(name(&own)).into(),
                other => other,
            })?;
            own
        }
        Err(other) => return Err(other),
    };
    Ok(Beside { csv, package })
}

impl Beside {
    /// Writes what describes the file beside it, and says where, if not where it usually stands.
    fn describe(&self, desk: &Desk, package: &dyn Fn(&str) -> String) -> Result<(), Failure> {
        let text = package(&name(&self.csv));
        write_new(&self.package, text.as_bytes())?;
        let named = name(&self.package);
        if named != PACKAGE {
            let fills: [(&str, &dyn Fill); 1] = [("name", &escape(&named))];
            desk.ui.tell(&desk.locale().say("stats-package", &fills));
        }
        Ok(())
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
