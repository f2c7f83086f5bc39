#!/usr/bin/env python3
"""Compares the calendars kept by hand for Russia, Germany and the United Kingdom with the tables that holidays.py writes.

    python3 rules/tools/crosscheck.py

It reads the rules of the format by itself (docs/rules.md, Calendars), so it also checks src/rules/calendar. It prints every day of
2015-2031 on which the two disagree; crosscheck.md says why.
"""

import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path

CALENDARS = Path(__file__).resolve().parent.parent / "calendars"
YEARS = range(2015, 2032)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAY = timedelta(days=1)


def western_easter(year):
    """Anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year):
    """Meeus's Julian computus; thirteen days between the calendars until 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + 13 * DAY


def of_year(text, year):
    try:
        return date(year, *map(int, text.split("-")))
    except ValueError:  # 29 February
        return None


def holiday_days(h, year):
    days = [d for d in map(date.fromisoformat, h.get("dates", [])) if d.year == year]
    if year < h.get("from", year) or year > h.get("until", year) or year in h.get("not_in", []):
        return days
    if "on" in h and (first := of_year(h["on"], year)):
        last = of_year(h.get("to", h["on"]), year) or first
        days += [first + n * DAY for n in range((last - first).days + 1)]
    if "easter" in h:
        days.append(western_easter(year) + h["easter"] * DAY)
    if "orthodox_easter" in h:
        days.append(orthodox_easter(year) + h["orthodox_easter"] * DAY)
    if "nth" in h:
        n, weekday, month = h["nth"]["n"], WEEKDAYS.index(h["nth"]["weekday"]), h["nth"]["month"]
        all_days = [date(year, month, 1) + k * DAY for k in range(31)]
        fit = [d for d in all_days if d.month == month and d.weekday() == weekday]
        days.append(fit[n - 1] if n > 0 else fit[n])
    if "before" in h:
        day = of_year(h["before"]["day"], year) - DAY
        while day.weekday() != WEEKDAYS.index(h["before"]["weekday"]):
            day -= DAY
        days.append(day)
    return days


def expand(calendar, region, year):
    """({closed day: why}, {working day of a weekend}) of one year in one part of the country."""
    weekend = {WEEKDAYS.index(d) for d in calendar.get("weekend", ["sat", "sun"])}
    known = calendar.get("known", {"from": 0, "until": 9999})

    def knows(y):
        return known["from"] <= y <= known["until"]

    closed, substituted = {}, []
    for y in (year - 1, year):
        for h in calendar.get("holiday", []):
            if h.get("estimated") or h.get("regions") and region not in h["regions"]:
                continue
            for day in holiday_days(h, y):
                closed[day] = h["name"]
                if h.get("substitute") and day.weekday() in weekend and knows(y):
                    substituted.append(day)
    moved = [tuple(map(date.fromisoformat, pair)) for m in calendar.get("moved", []) for pair in m["days"]]
    for day in sorted(substituted):
        if day not in {origin for origin, _ in moved}:
            free = day + DAY
            while free.weekday() in weekend or free in closed:
                free += DAY
            closed[free] = f"in place of {day}, {closed[day]}"
    working = set()
    if knows(year):
        for origin, to in moved:
            if origin not in closed:
                working.add(origin)
            closed.setdefault(to, f"moved from {origin}")
    return {d: n for d, n in closed.items() if d.year == year}, {d for d in working if d.year == year}


def main():
    found = 0
    for code in ("ru", "de", "gb"):
        ours = tomllib.loads((CALENDARS / f"{code}.toml").read_text(encoding="utf-8"))
        theirs = tomllib.loads((CALENDARS / "generated" / f"{code}.toml").read_text(encoding="utf-8"))
        parts = ours.get("regions", []), theirs.get("regions", [])
        if set(parts[0]) != set(parts[1]):
            print(f"{code}: parts {parts[0]} against {parts[1]}")
            found += 1
        compared, differing = 0, {}
        for region in ours.get("regions") or [None]:
            for year in YEARS:
                (a, work_a), (b, work_b) = expand(ours, region, year), expand(theirs, region, year)
                day = date(year, 1, 1)
                while day.year == year:
                    off = day.weekday() >= 5
                    here, there = day in a or off and day not in work_a, day in b or off and day not in work_b
                    compared += 1
                    if here != there:
                        what = f"closed by hand ({a.get(day, 'weekend')})" if here else f"closed in the table ({b.get(day, 'weekend')})"
                        differing.setdefault((day, what), []).append(region)
                    elif (day in a) != (day in b):
                        who, name = ("hand", a[day]) if day in a else ("table", b[day])
                        differing.setdefault((day, f"weekend, and a holiday only in the {who} ({name})"), []).append(region)
                    day += DAY
        print(f"{code}: {compared} days compared, {len(differing)} differ")
        for (day, what), regions in sorted(differing.items()):
            found += 1
            where = "" if regions == [None] else " in " + ", ".join(regions)
            print(f"  {day} {WEEKDAYS[day.weekday()]}{where}: {what}")
    print(f"{found} disagreements")


if __name__ == "__main__":
    sys.exit(main())
