# What is said of the fields that an office declares for itself.

## Commands
cmd-field = Declare fields of your own office, and list them
    .examples =
        nansen field declare fields.toml --dry-run
        nansen field list
cmd-field-declare = Add fields of your own office, or change them, from a file
    .more =
        A file in TOML, a `[[field]]` each:

        {"  [[field]]"}
        {"  name = \"housing\""}
        {"  type = \"code\""}
        {"  label.en = \"Where they live\""}
        {"  values = ["}
        {"    \"camp\","}
        {"    { value = \"private\", label.en = \"in a flat of their own\" },"}
        {"  ]"}

        The types: `code` with its values, `yes_no`, `number` with `min` and `max`, `date`. Never text of any kind, and no names,
        telephones, addresses or numbers of files, which are for `nansen identity seal`: what looks like one is refused.
        Fields that the file leaves out stay as they are. What is in use is not taken away: say `retired = true` of the field or
        of the value, and nothing more is recorded in it. Histories go on saying what was recorded then.

        `--ready grounds` declares the five grounds of Article 1A(2) of the Convention of 1951, with words in several languages:
        `race`, `religion`, `nationality`, `social_group`, `political_opinion`. A person has one of them, on which the claim rests.
        `nansen stats show --by grounds` counts them; what leaves withholds them as it does what is most telling of people.
    .examples =
        nansen field declare fields.toml --dry-run
        nansen field declare fields.toml
        nansen field declare --ready grounds
arg-field-declare-file = The file, or `-` for stdin
arg-field-declare-ready = Instead of a file: declare a field that stands ready (grounds)
arg-field-declare-dry-run = Say what would change, and change nothing
cmd-field-list = List the fields of your own office
    .more = With their types and values, those that are retired included. `--json` has all labels.
    .examples =
        nansen field list
        nansen field list --format json
cmd-record-field = What a person has in a field of your own office
    .more =
        `nansen field list` has the fields and their values. Of one field the value of the latest day holds; today unless you give
        another day.
    .examples =
        nansen record field amber-heron --field housing=camp
        nansen record field amber-heron --field housing=private --date 2021-11 --source partner --person 2
arg-field = NAME=VALUE of a field of the office's own, as `nansen field list` has them
arg-fields = NAME=VALUE of a field of the office's own, or `NAME=none` (can be repeated)
arg-record-field-date = Since when, or on which day it was so (today if not given)
arg-record-field-person = For whom: a number of `nansen person list`, several times, or `all` (of whom it must be if not given)
arg-source = From where it is known

## Asked and told at the terminal
ask-field = Which field of the office's own
ask-help-number = a whole number from { $min } to { $max }

## field list, field declare, show
fields-empty = The office has no fields of its own: `nansen help field declare` says how to declare some.
column-field = field
column-label = what it is called
column-holds = what it holds
field-number = from { $min } to { $max }
field-retired = { $what } (retired)
field-unknown = { $field } (not declared here)
fields-added = New: { $fields }
fields-changed = Declared anew: { $fields }
fields-unchanged = As they were: { $fields }
fields-dry-run = Nothing was written.
fields-nothing = Nothing to change.
fields-written = They hold from now on.

## The history
entry-field = { $field }: { $value }

## What is wrong with a file of declarations
declare-bytes = it is larger than { $most } KiB
declare-notation = this is not TOML, or a word stands here that means nothing (`name`, `type`, `label`, `values`, `min`, `max`, `retired` do)
declare-empty = no `[[field]]` stands in it
declare-many-fields = an office has at most { $most } fields, those that are retired included
declare-name = `name` must be up to 32 small letters, digits or `_`, a letter first
declare-ours = the program has something of this name: take another
declare-personal = this looks like a column for names, telephones, addresses, days of birth or numbers of papers and files
declare-twice = this name stands there already
declare-type = `type` must be one of { $known }
declare-no-values = a `code` needs `values`
declare-many-values = a field has at most { $most } values
declare-value = a value must be up to 32 small letters, digits, `_` or `-`, and not `none` or `total`
declare-value-personal = a value looks like a telephone, a number of a paper, or a day of birth
declare-value-twice = the value { $value } stands there already
declare-misplaced = `values` go with a `code`, `min` and `max` with a `number`
declare-bounds = a `number` needs `min` and `max`, the smaller first, of five digits at most
declare-language = a label goes by its language, two or three small letters: `label.en`
declare-many-labels = more labels than anybody reads
declare-label = a label must be up to { $most } characters
declare-label-personal = a label seems to hold personal data: { $kinds }
declare-hidden = a label has characters that nobody sees, or that turn the reading order round
declare-used-type = something was recorded in it: its type stays
declare-used-value = the value { $value } was recorded: keep it, with `retired = true`
declare-used-number = a number was recorded that would lie outside

## Codes
code-event-field = field of the office's own
code-event-field-declared = field declared
code-field-type-code = a code
code-field-type-yes-no = yes or no
code-field-type-number = a number
code-field-type-date = a date
code-field-source-person = the person said so
code-field-source-document = it stands on a paper
code-field-source-authority = an authority said so
code-field-source-partner = a partner said so
code-field-source-office = the office found out
code-field-source-other = known otherwise
