# What is said of what leaves: lists, calendars, archives; and of an archive that is taken in.

## Lists
cmd-export-csv = Write a list as CSV
    .more = The codes, as `--format csv` has them, with the hour left out of every moment of recording. A cell that a spreadsheet
        would take for a formula begins with an apostrophe. That it was made stands in `audit`.
    .examples =
        nansen export csv --of due --within 3m -o due.csv
        nansen export csv --of list --worker all --all -o cases.csv
cmd-export-xlsx = Write a list as a spreadsheet (XLSX)
    .more = The codes, one sheet a table, days as days and every text as a text. The file has no author, no path and no hour in
        it. That it was made stands in `audit`.
    .examples =
        nansen export xlsx --of due -o due.xlsx
        nansen export xlsx --of show amber-heron -o case.xlsx --force
cmd-export-html = Write a list as one page to print
    .more = The lists in words, a case as its codes, on A4, without scripts or anything fetched; from right to left where the
        language is. That it was made stands in `audit`.
    .examples =
        nansen export html --of due -o due.html
        nansen export html --of show amber-heron -o case.html
cmd-export-md = Write a list as Markdown
    .more = The lists in words, a case as its codes. That it was made stands in `audit`.
    .examples =
        nansen export md --of list -o cases.md
        nansen export md --of due --worker m2 -o due.md
arg-export-csv-case = With `--of show`: the case, its number or its callsign
arg-export-xlsx-case = With `--of show`: the case, its number or its callsign
arg-export-html-case = With `--of show`: the case, its number or its callsign
arg-export-md-case = With `--of show`: the case, its number or its callsign
arg-list = Which: what `nansen list`, `nansen due` or `nansen show` shows
arg-export-csv-worker = Whose cases: an alias, `me` or `nobody`; of `due` also `all`
arg-export-xlsx-worker = Whose cases: an alias, `me` or `nobody`; of `due` also `all`
arg-export-html-worker = Whose cases: an alias, `me` or `nobody`; of `due` also `all`
arg-export-md-worker = Whose cases: an alias, `me` or `nobody`; of `due` also `all`
arg-export-csv-all = Closed cases, too; of `show`: what was replaced and taken back
arg-export-xlsx-all = Closed cases, too; of `show`: what was replaced and taken back
arg-export-html-all = Closed cases, too; of `show`: what was replaced and taken back
arg-export-md-all = Closed cases, too; of `show`: what was replaced and taken back
arg-export-csv-force = Put it in the place of an older file of this name
arg-export-xlsx-force = Put it in the place of an older file of this name
arg-export-html-force = Put it in the place of an older file of this name
arg-export-md-force = Put it in the place of an older file of this name
show-exported = A case
list-exported = Written: { $count ->
    [one] { $count } line
   *[other] { $count } lines
}. The file lies in the open: delete it where it is not needed any more.

## Calendars
cmd-export-ics = Write what is to come as a calendar file
    .more =
        Deadlines of ours, check-ins and next steps as whole days, hearings and interviews with their hour where it is recorded
        (`--at`). A title is the case number alone; `--full` adds what is to be done, for a calendar that nobody else sees.
        Alarms go by `nansen deadline warn`. The next file moves what moved and calls off what is over; what became of each is
        told, because some calendars double what is imported twice. That it was made stands in `audit`.
    .examples =
        nansen export ics -o office.ics --force
        nansen export ics --per worker --full -o mine.ics
arg-per = Whose: one worker's cases and nobody's (yours, if `--worker` names nobody else), or everybody's
arg-export-ics-worker = The worker: an alias, or `me`
arg-full = With what is to be done in each title
arg-export-ics-neutral = With the case number alone in each title (as without `--full`)
arg-export-ics-force = Put it in the place of an older file of this name
ics-as-of = as of { $day }
ics-gone = called off
ics-made = { $count ->
    [one] { $count } entry is in the calendar.
   *[other] { $count } entries are in the calendar.
}
ics-added = New ({ $count }):
ics-moved = Moved or changed ({ $count }):
ics-removed = Called off ({ $count }):
ics-was = was { $day }
ics-without-day = { $count ->
    [one] { $count } entry has no one day and is not in it: `nansen due` shows it.
   *[other] { $count } entries have no one day and are not in it: `nansen due` shows them.
}
ics-next = Import the file into the same calendar as the one before. A calendar that is kept by a company, or shared, tells others what stands in it.

## Hours of hearings
arg-at = At which hour: `09:30` by the clock of this office, or with its zone `09:30+03:00`
code-label-at = at
ask-help-hour = `09:30`, or with its zone `09:30+03:00`

## Archives
cmd-export-archive = Write everything into one file in the open
    .more =
        All that members can read, as JSON Lines: so that nobody is locked in. Whoever has the file reads every case; what is
        sealed stays sealed in it, and of keys it has nothing. `nansen import FILE` makes an empty store hold the same. For a
        copy to keep, `nansen backup make` is the way. That it was made stands in `audit`.
    .examples =
        nansen export archive -o all.jsonl
        nansen export archive --in-the-open -o all.jsonl
arg-in-the-open = I know that the file lies in the open (asked for at a terminal)
archive-sentence = it lies in the open
archive-open = The file lies in the open: whoever has it reads every case. Keep it sealed, or delete it when it has served.
archived = { $events ->
    [one] { $events } event
   *[other] { $events } events
} of { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
} and of the office.
archived-unknown = { $count ->
    [one] { $count } event is not in it: only a newer program can read it.
   *[other] { $count } events are not in it: only a newer program can read them.
}
progress-archive = taking in event { $done } of { $of }
code-audit-list-exported = took the list of cases out
code-audit-due-exported = took the list of what falls due out
code-audit-case-exported = took a case out as a file
code-audit-calendar-exported = took a calendar out
code-audit-archive-exported = took everything out into a file in the open
code-audit-archive-read = took an archive in
code-event-calendar = calendar
code-event-archive-read = archive taken in
