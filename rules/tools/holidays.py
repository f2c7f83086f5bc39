#!/usr/bin/env python3
"""Writes rules/calendars/generated/*.toml: the public holidays that the python package `holidays` knows.

    python3 -m venv v && v/bin/pip install -r rules/tools/requirements.txt && v/bin/python rules/tools/holidays.py

Neither the build nor the program needs it: the tables are committed, and a change in them is read like a change in code. What a table
lacks or has wrong is put right by hand, with its citation, in rules/calendars/<code>.toml (`extends = "generated"`).

Nothing here may move a deadline later than the law allows. So a day of which it is not known that the law counts it is left out:
see NATIONAL, LEFT_OUT and PLACES. The same package gives the same files, byte for byte.
"""

import datetime
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# This file has the name of the package that it imports.
sys.path = [p for p in sys.path if Path(p or ".").resolve() != HERE]

import holidays  # noqa: E402

OUT = HERE.parent / "calendars" / "generated"
FIRST, LAST = 2015, 2031
YEARS = range(FIRST, LAST + 1)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

COUNTRIES = {
    # European Union
    "at": "Austria", "be": "Belgium", "bg": "Bulgaria", "cy": "Cyprus", "cz": "Czechia", "de": "Germany", "dk": "Denmark",
    "ee": "Estonia", "es": "Spain", "fi": "Finland", "fr": "France", "gr": "Greece", "hr": "Croatia", "hu": "Hungary",
    "ie": "Ireland", "it": "Italy", "lt": "Lithuania", "lu": "Luxembourg", "lv": "Latvia", "mt": "Malta", "nl": "Netherlands",
    "pl": "Poland", "pt": "Portugal", "ro": "Romania", "se": "Sweden", "si": "Slovenia", "sk": "Slovakia",
    # others of the Council of Europe, now or once, and neighbours
    "ad": "Andorra", "al": "Albania", "am": "Armenia", "az": "Azerbaijan", "ba": "Bosnia and Herzegovina", "by": "Belarus",
    "ch": "Switzerland", "gb": "United Kingdom", "ge": "Georgia", "is": "Iceland", "li": "Liechtenstein", "mc": "Monaco",
    "md": "Moldova", "me": "Montenegro", "mk": "North Macedonia", "no": "Norway", "rs": "Serbia", "ru": "Russia",
    "sm": "San Marino", "tr": "Türkiye", "ua": "Ukraine", "xk": "Kosovo",
    # elsewhere
    "au": "Australia", "br": "Brazil", "ca": "Canada", "co": "Colombia", "cr": "Costa Rica", "eg": "Egypt", "il": "Israel",
    "jo": "Jordan", "jp": "Japan", "ke": "Kenya", "kg": "Kyrgyzstan", "kr": "South Korea", "kz": "Kazakhstan", "lb": "Lebanon",
    "mx": "Mexico", "my": "Malaysia", "nz": "New Zealand", "th": "Thailand", "ug": "Uganda", "us": "United States",
    "za": "South Africa",
}

# The last year whose list is settled, for the countries whose Government moves days off, makes Saturdays working days or fixes the
# days anew year by year: the last year whose decree, or whose lack of one, the package's sources show. Later years are provisional.
KNOWN_UNTIL = {
    "am": 2025, "au": 2026, "az": 2025, "bg": 2026, "by": 2026, "eg": 2026, "es": 2026, "gb": 2027, "hu": 2026, "kg": 2026,
    "kr": 2026, "kz": 2025, "lv": 2026, "my": 2027, "ru": 2027, "th": 2026, "ua": 2026,
}  # fmt: skip

# What the package only reckons for the years after those, though it does not say so: (country, part, name). Part: None is the whole
# country, "*" any part. Such days are marked `estimated`, like the moon-sighted ones.
RECKONED = [
    ("au", "VIC", "Friday before the AFL Grand Final"),
    ("au", "WA", "King's Birthday"),
    ("eg", None, r".*\(observed\)"),
    ("es", "*", ".*"),
    ("kr", None, ".* Election Day"),
    ("my", "*", ".*"),
]

# Countries whose parts have holidays of their own that are left out all the same, and why.
NATIONAL = {
    "am": "days off that single provinces moved in 2018",
    "ca": "the days of the provinces: the time limits are federal",
    "fi": "the day of Åland, which law 150/1930 § 5 does not name",
    "nz": "the anniversary days of the provinces, which the general definition of a working day does not name",
    "us": "the days of the States: the time limits are federal",
}

# Parts of which only these have holidays of their own that the law makes; the days of the others are those of single towns.
ONLY = {"it": {"BZ"}, "pt": {"20", "30"}}
TOWNS = {
    "it": "the day of a town's patron saint, Rome's too",
    "pt": "the days of single municipalities",
}

# Single holidays left out: (country, part or None for all, name) and why.
LEFT_OUT = {
    ("au", "QLD", "The Royal Queensland Show"): "kept in and around Brisbane only",
    ("fr", "971", "Good Friday"): "usage, not law",
    ("fr", "971", "Mi-Careme"): "usage, not law",
    ("fr", "971", "Victor Schoelcher Day"): "usage, not law",
    ("fr", "972", "Victor Schoelcher Day"): "usage, not law",
    ("fr", "MF", "Victor Schoelcher Day"): "usage, not law",
    ("fr", "MF", "Abolition of Slavery"): "27 or 28 May: the law and the usage differ",
}

# What the package calls a part and ISO 3166-2 does not: towns, school zones, language communities.
PLACES = re.compile(r"[a-z ]")

# Codes that ISO 3166-2 writes otherwise; GB-EAW is ours, for two parts with the same days.
RENAMED = {"gb": {"ENG": "EAW", "WLS": "EAW"}, "it": {"AO": "23"}}
ALIASES = {
    "fr": {"FR-67": "FR-6AE", "FR-68": "FR-6AE", "FR-75": "FR-75C"},
    "gb": {"GB-ENG": "GB-EAW", "GB-WLS": "GB-EAW"},
    "it": {"IT-AO": "IT-23"},
}

# Parts that the package does not list because they have no days of their own; without them nobody could name them.
MORE_PARTS = {
    "fr": ["%02d" % n for n in range(1, 96) if n not in {20, 57, 67, 68, 75}]
    + ["20R", "2A", "2B", "69M", "75C", "ARA", "BFC", "BRE", "CVL", "HDF", "IDF", "NAQ", "NOR", "OCC", "PAC", "PDL"],
}

# Days that must come out so, by (country, part, day, closed): if a new version of the package says otherwise, read the law again.
MUST = [
    ("ca", None, "2026-04-06", False), ("ch", "CH-BE", "2025-01-02", True), ("ch", "CH-TI", "2025-04-18", False),
    ("ch", "CH-BE", "2026-05-01", False), ("co", None, "2026-04-02", True), ("cr", None, "2026-04-02", True),
    ("de", "DE-BY", "2026-01-06", True), ("de", "DE-BE", "2026-01-06", False), ("de", "DE-SN", "2026-11-18", True),
    ("eg", None, "2025-01-10", True), ("es", "ES-MD", "2025-05-02", True), ("es", None, "2026-10-12", True),
    ("fi", None, "2025-06-20", True), ("fi", None, "2025-12-24", True), ("fi", None, "2025-12-31", False),
    ("fr", "FR-57", "2025-04-18", True), ("fr", "FR-67", "2025-12-26", True), ("fr", "FR-75", "2025-04-18", False),
    ("gb", "GB-SCT", "2026-01-02", True), ("gb", "GB-EAW", "2026-01-02", False), ("ie", None, "2025-04-18", False),
    ("ie", None, "2026-02-02", True), ("ie", None, "2026-10-26", True), ("il", None, "2025-01-10", True),
    ("jo", None, "2025-01-10", True), ("jo", None, "2025-01-12", False), ("kr", None, "2026-05-01", True),
    ("kr", None, "2025-05-01", False), ("kz", None, "2024-05-04", False), ("nl", None, "2026-04-27", True),
    ("nl", None, "2026-04-03", True), ("nz", None, "2027-01-04", True), ("pl", None, "2025-12-24", True),
    ("pl", None, "2024-12-24", False), ("ru", None, "2025-06-13", True), ("ru", None, "2025-11-01", False),
    ("ru", None, "2024-12-30", True), ("tr", None, "2026-05-29", True), ("ua", None, "2023-08-24", False),
    ("ua", None, "2021-08-24", True), ("us", None, "2026-07-03", True), ("us", None, "2025-12-24", False),
    ("za", None, "2026-04-06", True),
]  # fmt: skip

SUBSTITUTED = re.compile(r"\(substituted from (\d\d)/(\d\d)/(\d{4})\)$")


def days(cls, part):
    """The public holidays of a country or a part of it: {(day, name, estimated)}, {(from, to)} and the weekend."""
    language = "en_US" if "en_US" in cls.supported_languages else None
    table = cls(subdiv=part, years=YEARS, language=language, categories=("public",))
    listed, moved = set(), set()
    for day in table:
        if day.year not in YEARS:
            continue
        for name in table.get_list(day):
            m = SUBSTITUTED.search(name)
            if m:
                moved.add((datetime.date(int(m[3]), int(m[1]), int(m[2])), day))
                continue
            plain = name.replace(" (estimated)", "").replace(", estimated)", ")")
            listed.add((day, plain, plain != name))
    working = {d for d in getattr(table, "weekend_workdays", ()) if d.year in YEARS}
    lost = working - {d for d, _ in moved}
    if lost:
        raise SystemExit(f"{cls.__name__} {part}: working days of no known transfer: {sorted(lost)}")
    return listed, moved, sorted(table.weekend)


def reckoned(code, part, holiday, national):
    """The same holiday, marked where it is only reckoned."""
    day, name, estimated = holiday
    if day.year > KNOWN_UNTIL.get(code, LAST):
        for c, p, pattern in RECKONED:
            here = p == part or p == "*" and holiday not in national
            estimated |= c == code and here and re.fullmatch(pattern, name) is not None
    return day, name, estimated


def text(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def array(key, values, width=130):
    line = f"{key} = [" + ", ".join(values) + "]"
    if len(line) <= width:
        return [line]
    lines, row = [f"{key} = ["], " "
    for value in values:
        if len(row) + len(value) + 2 > width:
            lines.append(row)
            row = " "
        row += f" {value},"
    return lines + [row, "]"]


def generate(code):
    cls = getattr(holidays, code.upper())
    national, moved, weekend = days(cls, None)
    listed = national
    national = {reckoned(code, None, h, listed) for h in listed}

    def iso(part):
        return f"{code.upper()}-" + RENAMED.get(code, {}).get(part, part)

    parts, notes = {}, []
    if code in NATIONAL:
        notes.append(NATIONAL[code])
    else:
        for part in sorted(p for p in cls.subdivisions if not PLACES.search(p)):
            only = code in ONLY and part not in ONLY[code]
            own = listed if only else days(cls, part)[0]
            gone = {(name, why) for (c, p, name), why in LEFT_OUT.items() if (c, p) == (code, part)}
            assert all(any(n == name for _, n, _ in own) for name, _ in gone), (code, part)
            own = {h for h in own if h[1] not in {name for name, _ in gone}}
            own = {reckoned(code, part if h not in listed else None, h, listed) for h in own}
            notes += [f"{name} in {iso(part)} ({why})" for name, why in sorted(gone)]
            assert parts.setdefault(iso(part), own) == own, (code, part)
        if code in TOWNS:
            notes.append(TOWNS[code])
        parts |= {iso(part): national for part in MORE_PARTS.get(code, [])}
        if all(own == national for own in parts.values()):
            parts = {}
    towns = sorted(p for p in cls.subdivisions if PLACES.search(p) and p[0].isupper())
    if towns and days(cls, towns[0])[0] != listed and code not in ONLY:
        notes.append("what only these keep: " + ", ".join(towns))

    tables = {}
    for holiday in set().union(national if not parts else set(), *parts.values()):
        day, name, estimated = holiday
        where = tuple(r for r in sorted(parts) if holiday in parts[r])
        if len(where) == len(parts):
            where = ()
        tables.setdefault((name, estimated, where), []).append(day)

    until = KNOWN_UNTIL.get(code, LAST)
    lines = [
        f"# Written by rules/tools/holidays.py from the python package holidays {holidays.__version__}: do not edit.",
        f"# What must differ from it stands, with its citation, in rules/calendars/{code}.toml.",
        f"name = {text(COUNTRIES[code])}",
    ]
    if weekend != [5, 6]:
        lines += array("weekend", [text(WEEKDAYS[d]) for d in weekend])
    if parts:
        lines += array("regions", [text(r) for r in sorted(parts)])
    if code in ALIASES:
        lines.append("aliases = { " + ", ".join(f"{a} = {text(r)}" for a, r in ALIASES[code].items()) + " }")
    lines.append(f"known = {{ from = {FIRST}, until = {until} }}")
    lines.append(f'source = "python package holidays {holidays.__version__} (MIT), category public"')
    if notes:
        lines.append(f"notes = {text('Left out: ' + '; '.join(notes) + '. That never moves a deadline later.')}")
    order = sorted(tables.items(), key=lambda t: (bool(t[0][2]), sorted(t[1]), t[0]))
    for (name, estimated, where), dates in order:
        lines += ["", "[[holiday]]", f"name = {text(name)}"]
        lines += array("dates", [text(str(d)) for d in sorted(dates)])
        if where:
            lines += array("regions", [text(r) for r in where])
        if estimated:
            lines.append("estimated = true")
    for year in sorted({to.year for _, to in moved}):
        pairs = sorted((to, origin) for origin, to in moved if to.year == year)
        lines += ["", "[[moved]]", f"year = {year}"]
        lines += array("days", [f'["{origin}", "{to}"]' for to, origin in pairs])
        lines.append(f'source = "python package holidays {holidays.__version__} (MIT)"')
    (OUT / f"{code}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    certain = {d for d, _, estimated in set().union(national, *parts.values()) if not estimated} | {to for _, to in moved}
    working = {o for o, _ in moved if o.weekday() in weekend and o not in {d for d, _, _ in national}}
    days_in = {d for d, _, _ in set().union(national, *parts.values())} | {to for _, to in moved}
    print(
        f"{code} {COUNTRIES[code]:24} parts {len(parts):3}  holidays {len(tables):4}  days {len(days_in):4}"
        f"  only estimated {len(days_in - certain):4}  moved {len(moved):3}  working {len(working):3}  known until {until}"
    )
    for origin, to in sorted(moved):
        both = [n for d, n, e in national if d == origin and not e and origin.weekday() not in weekend]
        if both:
            print(f"   {origin} moved to {to}, and still listed: {both}")

    def closed(part, day):
        part = ALIASES.get(code, {}).get(part, part)
        sets = [parts[part]] if part else list(parts.values()) or [national]
        if all(any(d == day and not e for d, _, e in own) for own in sets) or day in {to for _, to in moved}:
            return True
        return day.weekday() in weekend and day not in working

    for c, part, day, want in MUST:
        if c == code and closed(part, datetime.date.fromisoformat(day)) != want:
            raise SystemExit(f"{part or code} {day}: {'open' if want else 'closed'}, which it must not be")
    return len(days_in)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.toml"):
        old.unlink()
    lacking = sorted(c for c in COUNTRIES if not hasattr(holidays, c.upper()))
    total = sum(generate(code) for code in sorted(set(COUNTRIES) - set(lacking)))
    print(f"{len(COUNTRIES) - len(lacking)} tables, {total} days; the package lacks: {', '.join(lacking) or 'none'}")


if __name__ == "__main__":
    main()
