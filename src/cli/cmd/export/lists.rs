//! `export csv`, `xlsx`, `html`, `md`: the lists as files for others.

use serde_json::Value;

use super::over::Sort;
use super::{begun, must_be_free, named};
use crate::app::World;
use crate::app::due::{self, Duty, Whose};
use crate::app::list;
use crate::app::selection::Selection;
use crate::app::view::ListExported;
use crate::cli::args::export::Lists;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::render::{
    Output, Rows, TABLE_MARK, View, own_act, page_html, page_md, table_csv, workbook,
};
use crate::store::Access;

/// The forms of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Csv,
    Xlsx,
    Html,
    Md,
}

pub(super) fn run(
    args: Lists,
    form: Form,
    tongue: Option<&str>,
    desk: &Desk,
    world: &mut World,
) -> Result<Exit, Failure> {
    let path = named(desk)?;
    let out = desk.out_in(tongue);
    fits(&args)?;
    must_be_free(
        path,
        args.force,
        match form {
            Form::Csv => Sort::Csv,
            Form::Xlsx => Sort::Xlsx,
            Form::Html => Sort::Html,
            Form::Md => Sort::Md,
        },
    )?;
    let as_of = desk.as_of(world)?;
    let day = as_of.unwrap_or_else(|| world.clock.today());
    let arrange = read::arrangement(&args.arrange)?;
    let within = args.within.as_deref().unwrap_or("14d");
    let within = read::span(within, day)?;
    let mut session = desk.open(Access::Write, world)?;
    let (bytes, lines, case) = match args.list.as_str() {
        "show" => {
            let case = args.case.as_deref().unwrap_or_default();
            let case = session.find(case)?;
            let shown = session.show(case, as_of, args.all)?;
            let (bytes, lines) = made(&shown, "show", form, day, &out)?;
            (bytes, lines, Some(case))
        }
        "due" => {
            let shown = session.due(&due::Query {
                as_of,
                within,
                overdue: false,
                whose: Whose::named(args.worker.as_deref()),
                arrange,
                offices: args.offices,
                jurisdictions: args.jurisdictions,
                duty: Duty::Ours,
            })?;
            let (bytes, lines) = made(&shown, "due", form, day, &out)?;
            (bytes, lines, None)
        }
        _ => {
            let shown = session.list(&list::Query {
                as_of,
                all: args.all,
                which: Selection {
                    workers: args.worker.into_iter().collect(),
                    offices: args.offices,
                    jurisdictions: args.jurisdictions,
                    ..Selection::default()
                },
                arrange,
                ..list::Query::default()
            })?;
            let (bytes, lines) = made(&shown, "list", form, day, &out)?;
            (bytes, lines, None)
        }
    };
    let mut file = begun(path, args.force)?;
    file.put(&bytes)?;
    session.gave_out(&args.list, case)?;
    file.finish()?;
    desk.acknowledge_beside(&ListExported {
        schema: "nansen.list-exported/1",
        what: args.list,
        form: match form {
            Form::Csv => "csv",
            Form::Xlsx => "xlsx",
            Form::Html => "html",
            Form::Md => "md",
        }
        .to_owned(),
        lines,
    })?;
    Ok(Exit::Done)
}

/// Whether the list takes what was typed beside it.
fn fits(args: &Lists) -> Result<(), Failure> {
    let arranged = [
        (!args.arrange.sort.is_empty(), "--sort"),
        (!args.arrange.columns.is_empty(), "--columns"),
        (!args.arrange.conditions.is_empty(), "--where"),
        (args.worker.is_some(), "--worker"),
        (!args.offices.is_empty(), "--office"),
        (!args.jurisdictions.is_empty(), "--jurisdiction"),
    ];
    let of_due = [(args.within.is_some(), "--within")];
    let not: &[(bool, &'static str)] = match args.list.as_str() {
        "show" => &[&arranged[..], &of_due].concat(),
        "due" => &[(args.case.is_some(), "CASE"), (args.all, "--all")],
        _ => &[
            (args.case.is_some(), "CASE"),
            (args.within.is_some(), "--within"),
        ],
    };
    if let Some((_, option)) = not.iter().find(|(given, _)| *given) {
        return Err(Usage::NotOfList(option, args.list.clone()).into());
    }
    if args.list == "show" && args.case.is_none() {
        return Err(Usage::Missing("CASE".to_owned()).into());
    }
    Ok(())
}

/// The file, and how many lines its first table has.
fn made<V: View>(
    view: &V,
    name: &str,
    form: Form,
    day: chrono::NaiveDate,
    out: &Output,
) -> Result<(Vec<u8>, usize), Failure> {
    let coarse = |mut rows: Rows| {
        rows.to_days("recorded_at");
        // For people: what a program reads is `--json`.
        rows.in_words("fields", pairs);
        rows.in_words("what", |what| own_act(&out.locale, what));
        rows
    };
    let rows = coarse(view.rows());
    let lines = rows.lines.len();
    let bytes = match form {
        Form::Csv => [TABLE_MARK, &table_csv(&rows)].concat().into_bytes(),
        Form::Xlsx => {
            let tables: Vec<Rows> = view.tables().into_iter().map(coarse).collect();
            workbook(name, &tables, day, out)?
        }
        Form::Html => page_html(&view.sheet(out), out).into_bytes(),
        Form::Md => page_md(&view.sheet(out)).into_bytes(),
    };
    Ok((bytes, lines))
}

/// What an entry says as `name=value` text.
fn pairs(json: &str) -> String {
    let mut found = Vec::new();
    let value = serde_json::from_str::<Value>(json);
    value.map_or_else(
        |_| json.to_owned(),
        |value| {
            flatten("", &value, &mut found);
            found.join("; ")
        },
    )
}

fn flatten(name: &str, value: &Value, found: &mut Vec<String>) {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (inner, value) in fields {
                let name = if name.is_empty() {
                    inner.clone()
                } else {
                    format!("{name}.{inner}")
                };
                flatten(&name, value, found);
            }
        }
        Value::Array(all) if all.iter().any(Value::is_object) => {
            for (place, value) in (1..).zip(all) {
                flatten(&format!("{name}.{place}"), value, found);
            }
        }
        Value::Array(all) => {
            let all: Vec<String> = all.iter().map(text).collect();
            found.push(format!("{name}={}", all.join(",")));
        }
        one => found.push(format!("{name}={}", text(one))),
    }
}
