# What is said of what leaves: lists, calendars, archives; and of an archive that is taken in.

## Lists
cmd-export-csv = Write a list as CSV
    .more = The codes, as `--format csv` has them, and what an entry says as `name=value`. No moment of recording has an hour. A cell that a
        spreadsheet would take for a formula begins with an apostrophe. That it was made stands in `audit`.
    .examples =
        nansen export csv --of due --within 3m -o due.csv
        nansen export csv --of list --worker all --all -o cases.csv
        nansen export csv --of show amber-heron -o case.csv
cmd-export-xlsx = Write a list as a spreadsheet (XLSX)
    .more = The codes, one sheet a table, days as days and every text as a text. The file has no author, no path and no hour in
        it. That it was made stands in `audit`.
    .examples =
        nansen export xlsx --of due -o due.xlsx
        nansen export xlsx --of show amber-heron -o case.xlsx --force
cmd-export-html = Write a list as one page to print
    .more = The lists in words, a case as its codes, on A4, without scripts or anything fetched. `--in ar` has it in the language of
        who reads it, from right to left where that is so, and a case in sentences; what the law says stays English. A value in
        another script is read from its own side. Papers for the person are made by `nansen case access --in`. That it was made
        stands in `audit`.
    .examples =
        nansen export html --of due -o due.html
        nansen export html --of show amber-heron -o case.html
        nansen export html --of show amber-heron --in fr -o dossier.html
cmd-export-md = Write a list as Markdown
    .more = The lists in words, a case as its codes; with `--in fr` in the language of who reads it, and a case in sentences. That it
        was made stands in `audit`.
    .examples =
        nansen export md --of list -o cases.md
        nansen export md --of show amber-heron -o case.md
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
arg-export-csv-force = Put it in the place of an older file of this name and sort
arg-export-xlsx-force = Put it in the place of an older file of this name and sort
arg-export-html-tongue = The language of its words, for who reads it; what the law says and what people wrote stays as it is
arg-export-md-tongue = The language of its words, for who reads it; what the law says and what people wrote stays as it is
arg-export-html-force = Put it in the place of an older file of this name and sort
arg-export-md-force = Put it in the place of an older file of this name and sort
list-exported = Written: { $count ->
    [one] { $count } line
   *[other] { $count } lines
}. The file lies in the open: delete it where it is not needed any more.

## Calendars
cmd-export-ics = Write what is to come as a calendar file
    .more =
        Deadlines of ours, check-ins and next steps as whole days, hearings and interviews with their hour where it is recorded
        (`--at`), on each of their days; over the whole span where their day is not known. A title is the case number alone; `--full` adds what is to be done, for a calendar that nobody else sees.
        Alarms go by `nansen deadline warn`. The next file moves what moved and calls off what is over; what became of each is
        told, because some calendars double what is imported twice. That it was made stands in `audit`.
    .examples =
        nansen export ics -o office.ics --force
        nansen export ics --per worker --full -o mine.ics
arg-per = Whose: one worker's cases and nobody's (yours, if `--worker` names nobody else), or everybody's
arg-export-ics-worker = The worker: an alias, or `me`
arg-full = With what is to be done in each title
arg-export-ics-neutral = With the case number alone in each title (as without `--full`)
arg-export-ics-force = Put it in the place of an older file of this name and sort
ics-as-of = as of { $day }
ics-gone = called off
ics-unconfirmed = its day is not confirmed
ics-between = its day is not known: between { $first } and { $last }
ics-until = each day until { $last }
ics-at = at { $hour }
ics-made = { $count ->
    [one] { $count } entry is in the calendar.
   *[other] { $count } entries are in the calendar.
}
ics-added = New ({ $count }):
ics-moved = Moved or changed ({ $count }):
ics-retitled = With another title alone: { $count }
ics-removed = Called off ({ $count }):
ics-was = was { $day }
ics-without-day = { $count ->
    [one] { $count } deadline has no day yet and is not in it: `nansen due` shows it.
   *[other] { $count } deadlines have no day yet and are not in it: `nansen due` shows them.
}
ics-next = Import the file into the same calendar as the one before. A calendar that is kept by a company, or shared, tells others what stands in it.

## Hours of hearings
arg-at = At which hour: `09:30` by the clock of the country whose law the case is under, or with its zone `09:30+03:00`
code-label-at = at
ask-help-hour = `09:30`, or with its zone `09:30+03:00`

## Archives
cmd-export-archive = Write everything into one file in the open
    .more =
        All that members can read, as JSON Lines, what was taken back or corrected too: so that nobody is locked in. It is the
        office's own whole, not for another office: that is `nansen case export`. Whoever has the file reads every case; what is
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
archived-imported = { $count ->
    [one] { $count } case came out of a sheet or a file. A store made of this archive does not know it again: import that file there no more, it would double the case.
   *[other] { $count } cases came out of a sheet or a file. A store made of this archive does not know them again: import that file there no more, it would double them.
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

## Figures
arg-stats-show-datapackage = Write `datapackage.json` beside the CSV of `-o`: what its columns hold
arg-stats-release-datapackage = Write `datapackage.json` beside the CSV of `-o`: what its columns hold
figure-bars = Bars, one for each number of the table.
figure-stacked = Bars, one for each line of the table, its parts end to end.
figure-lines = Lines over time, through the numbers of the table; a line breaks where a number is missing.
figure-withheld = What is withheld is a hatched box, always of the same size, with the marker of the table.
figure-band = Withheld; not to scale
figure-sums = Sums alone are drawn; what they are made of stands in the table.
figures-sums = A value is the sum of those that follow it with one · more.
figures-other = other
figures-unit = Unit: { $unit }
figures-population = population: { $count } { $unit }
figures-all-years = all years
figures-unknown = unknown values: { $all }
figures-no-unknown = unknown values: none
figures-period = { $unit ->
    [decisions] decided { $period }
    [applications] lodged { $period }
   *[other] first application { $period }
}
figures-as-of = as of { $day }
figures-number = release { $number }, threshold { $threshold }
figures-notes = How to read it
figures-sheet = Table
figures-all = all
figures-method = Numbers that are shown are true.
figures-method-withheld = Of each that is withheld as small, complete tables that agree with everything printed were checked in which it is the least and in which it is the most that its marker says.
figures-method-compared = { $compared ->
    [0] No table left before.
    [one] Compared with the one table that left before.
   *[other] Compared with the { $compared } tables that left before.
}
marker-small = 1 to { $most }
marker-complementary = { $least } or more; withheld so that no smaller number can be worked out
marker-line = any number, none included: the whole line is withheld
marker-rounded = Every number is rounded to the nearest five by itself, so that sums may differ; 0 means 0 to 2.
column-value = The number; empty where it is withheld
column-shown = The number or its marker
figures-column-level = value, group (a sum of values or of smaller groups) or total; whoever adds up takes the lines of value alone
figures-column-of = The group in which the value or the group of this line lies; total where it lies in none
figures-column-coo-iso = Country of origin, in three letters (ISO 3166-1)
figures-column-coa-iso = Country of asylum, in three letters (ISO 3166-1)
figures-column-procedure-type = Whose procedure it is: G of the state, U of UNHCR
figures-column-dec-level = NA: a new application; RA: a repeated one
figures-column-dec-pc = P: persons
figures-column-app-type = N: a new application; R: a repeated one
figures-column-app-pc = P: persons
figures-column-freq = A: by year
figures-column-unit = PER: persons
figures-column-citizen = Citizenship, in two letters
figures-column-sex = T: all
figures-column-applicant = FRST: who applied for the first time
figures-column-age = TOTAL: all
figures-column-geo = Country of asylum, in two letters
figures-column-time = Year
rate-heading = { $name }: { $formula }
rate-heading-of = { $name } ({ $dimension }): { $formula }
rate-among = among
rate-of = ({ $numerator } of { $denominator } { $unit })
rate-of-rounded = ({ $numerator } of { $denominator } { $unit }, each to the nearest five)
decimal-point = .
rate-exactly = { $per } %
rate-under = under { $per } %
rate-between = { $least } to { $most } %
rate-untold = not told
rate-untold-merged = not told: values above or below the line are counted as one with others
time-weeks = { $count ->
    [one] one week
   *[other] { $count } weeks
}
time-months = { $count } months
time-untold = not told
time-untold-of = { $quantile } a time that is not told
stats-numbers-alone = Of what was asked for this form has the numbers alone: shares and times are in human, plain, md, html, xlsx and json.
time-untold-why = Not told: too few persons or cases, or too close to another number.
time-of-decided = { $whom } ({ $count } decided)
err-stats-no-picture = of this table there is no picture
hint-stats-no-picture = ask by one dimension or by two, with at most 120 numbers in all; `--format html` has the table alone
err-stats-form = this form is made of tables of figures alone: { $format }
hint-stats-form = use it with `nansen stats show` or `stats release`; lists are exported by `nansen export xlsx`
arg-ready = A question under one word: backlog, lodged, decided, recognition, appeals, subsequent, expiring, none-so-far
arg-rate = A share of what the table shows: positive/decided, refugee-recognition, total-protection, allowed/decided, or values of one dimension, `A+B/A+B+C`, before them its name where several have them, `DIMENSION=A/A+B` (can be repeated)
arg-median = How long it took from the lodging of an application to its first decision, as quartiles
err-stats-rate = that is no share
hint-stats-rate = `--rate` takes positive/decided, refugee-recognition, total-protection, allowed/decided, or values of one dimension: `f/f+m`, those before the stroke among those behind it; `sex=f/f+m` says whose values they are
err-stats-rate-unit = this share is one of decisions
hint-stats-rate-unit = add `--unit decisions`
err-stats-rate-full = this share needs a dimension of its own, and three are asked for
hint-stats-rate-full = leave one of `--by` out
err-stats-rate-twice = this share would count twice whoever is in `{ $group }` and in `{ $part }`
hint-stats-rate-twice = name the group, or what lies in it
err-stats-rate-nowhere = no dimension that is asked for has all values of this share
hint-stats-rate-nowhere = add the dimension whose values they are to `--by`, written as in the JSON of that table; offices and values of fields are those that somebody has or that were declared
err-stats-rate-several = several dimensions that are asked for have the values of this share: { $dimensions }
hint-stats-rate-several = say which is meant: { $rates }
err-stats-rate-filtered = a condition leaves out those among whom this share is: it would be one of nothing
hint-stats-rate-filtered = leave that `--where` out, or name in it every value that stands in the share
err-stats-median-unit = how long it took is counted of applications
hint-stats-median-unit = add `--unit applications`
code-dimension-period = Period
code-dimension-region = Region
code-dimension-result = Result
code-dimension-final = Final
code-final-yes = final
code-final-no = not final
code-final-unknown = not recorded
code-dimension-order = Order
code-dimension-expires = Month in which it runs out
code-result-recognised = recognised as refugees
code-result-complementary = another form of protection
code-result-rejected = refused
code-result-closed = closed without a decision on the substance
code-result-pending = pending
code-result-other = other decisions
code-result-none = no application
code-expires-unlimited = no end
code-expires-none = nothing that stands
code-rate-positive-of-decided = Protection among what was decided
code-rate-refugee-recognition = Refugee Recognition Rate (UNHCR)
code-rate-total-protection = Total Protection Rate (UNHCR)
code-rate-allowed-of-decided = Success of remedies
code-quantile-lower = a quarter within
code-quantile-median = half within
code-quantile-upper = three quarters within
code-quantile-ninetieth = nine in ten within
code-time-days-to-decision = From lodging to the first decision, of those decided alone (both days known)

arg-stats-release-shape = CSV with the columns and codes of another body: unhcr, eurostat or eurostat-final; `--unit decisions` or `applications`, of one country of asylum
err-stats-shape = this shape is of the decisions or the applications of one country of asylum
hint-stats-shape = add `--where jurisdiction=de`, and `--unit decisions` or `--unit applications`; eurostat-final is of decisions alone
code-dimension-decision = Decision

## Lists of cases without names
cmd-export-anonymous = Make a list of cases without names, in which each looks like enough others
    .more = One line a case, sorted, without number, day, note or alias. What others may know of a case is told as finely as it may
        be: at least k cases look alike (5; 11 with `--public`), of whom no more than four in five have one result. Of one case in
        twenty at most a value or two are blanked (`*`), and at most one in twenty is left out. Each line has an id, drawn for this
        list, by which it can be asked about; it leads nobody back to a case, the office neither. A weaker promise than a table's:
        give it to whom it is made for. It stands in `nansen stats ledger`, and later tables are checked beside it.
    .examples =
        nansen export anonymous --to "the university" --without result -o cases.csv
        nansen export anonymous --to donor --keep year,origin --without office --dry-run
arg-export-anonymous-to = To whom: press, donor, report, authority, or a few words without names
arg-export-anonymous-k = So many cases look alike, at least (5 if not given, 11 with `--public`, or what `nansen stats threshold` says where that is more); fewer than it says needs `--because`
arg-export-anonymous-keep = Columns that are to stay fine, with commas: origin, jurisdiction, sex, born, year, office, family
arg-export-anonymous-without = Columns that are left out, with commas: those of `--keep`, or result
arg-export-anonymous-public = Anybody may have it: k is 11 at least
arg-export-anonymous-because = Why small numbers are shown, or `-` to read it from stdin: recorded for good
arg-export-anonymous-propose = Keep it for another member, where its lines show small numbers; nothing leaves
arg-export-anonymous-approve = Let leave what another member proposed; needs `--because` and `-o`, or tells its risk with `--dry-run`
arg-export-anonymous-dry-run = Judge whether it may leave; let nothing leave
anonymous-left = A list of { $lines } cases left for { $to } as { $number }, and is remembered.
anonymous-proposed = Nothing left. A list of { $lines } cases waits as { $number } for another member: nansen export anonymous --approve { $number } --because "..." -o FILE
anonymous-may = A list of { $lines } cases may leave.
anonymous-lines = Measured: a list of { $count } cases.
anonymous-blanked = Lines with a value blanked (*) because their cases stand out: { $count }.
anonymous-out = Left out because they stand out: { $count }.
anonymous-chance = Whoever knows somebody on it picks the right line with a chance of one in { $count } at most.
anonymous-few = { $count } % of its lines look like fewer than ten.
anonymous-small = Small numbers that its lines show, and that later tables cannot protect any more: { $count }.
anonymous-compared = Compared with { $count } releases that left before.
anonymous-ids = Each line has an id, drawn for this list alone. It leads nobody back to a case, you neither.
anonymous-weaker = This is a weaker promise than a table's: it is for whom it was made for, and for nobody else.
code-list-step-country = country
code-list-step-asitis = as it is
code-list-step-5years = 5 years
code-list-step-10years = 10 years
code-list-step-20years = 20 years
code-list-step-year = year
code-list-step-3years = 3 years
code-list-step-6years = 6 years
code-list-step-12-45 = 1, 2 to 4, 5 or more
code-list-step-12 = 1, 2 or more
code-list-step-nothing = says nothing
code-dimension-line = lines of a list of cases
err-list-few = of fewer than a hundred cases there is no list
hint-list-few = release a table instead: `nansen stats release --by protection --to donor`
err-list-k = k is too small for a list that anybody may have
hint-list-k = leave `--k` out, or take 11 or more
err-list-stand-out = however coarse the list is, more than one case in twenty stands out
hint-list-stand-out = leave columns out, such as `--without office,family`, or take a smaller k (what `nansen stats threshold` says at least)
err-list-one-result = { $share } in a hundred cases have the same result, so whoever is on the list has it
hint-list-one-result = leave it out with `--without result`, and release the results as a table: `nansen stats release --by result`
err-list-small = its lines would show { $count } small numbers, which no later table could protect any more
hint-list-small = take a larger k, leave columns out with `--without`, or say why with `--because`; nothing left
err-list-beside = together with { $with } this list would tell of fewer than { $threshold } persons
hint-list-beside = take one of these; `nansen stats ledger` lists what left before
hint-list-beside-none = fewer columns still, an earlier day (`--as-of`) or a table in its place may do; `nansen stats ledger` lists what left before
