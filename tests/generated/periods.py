"""Times as agencies spell them, each with polstat's notation, and the marks that stand at them."""
from dataclasses import dataclass, field

ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
GERMAN = "Januar Februar M\u00e4rz April Mai Juni Juli August September Oktober November Dezember".split()
FULL = "January February March April May June July August September October November December".split()


@dataclass
class Times:
    """A run of periods: how they are spelt, and what they are."""

    kind: str
    spelt: list
    canonical: list
    ask: str = "no"
    reason: str = ""
    names: list = field(default_factory=list)  # what a column of them is called


def years(random):
    count = random.randint(2, 9)
    first = random.randint(1950, 2022 - count)
    step = random.choice([1, 1, 1, 1, 5, 10]) if first + 10 * count < 2025 else 1
    run = [first + i * step for i in range(count)]
    return Times("year", [str(y) for y in run], [str(y) for y in run],
                 names=["year", "Year", "time", "Period", "Jahr"])


def months_run(random):
    """Years and months in a row; never only a few of one year, so that a column proves itself."""
    count, year, month = random.randint(4, 16), random.randint(1990, 2022), random.randint(1, 12)
    return [(year + (month - 1 + i) // 12, (month - 1 + i) % 12 + 1) for i in range(count)]


def months(random):
    run = months_run(random)
    spell = random.choice([lambda y, m: f"{y}-{m:02}", lambda y, m: f"{y}M{m:02}", lambda y,
                           m: f"{ENGLISH[m - 1]} {y}",
                           lambda y, m: f"{y} {ENGLISH[m - 1]}", lambda y, m: f"{FULL[m - 1]} {y}",
                           lambda y, m: f"{GERMAN[m - 1]} {y}", lambda y, m: f"{y}/{m}", lambda y, m: f"{m:02}/{y}",
                           lambda y, m: f"{ENGLISH[m - 1]}-{y}"])
    spelt = [spell(*p) for p in run]
    open_ = all(text[4:] in ("/1", "/2", "/3", "/4") for text in spelt)
    return Times("month", spelt, [f"{y}-{m:02}" for y, m in run], "may" if open_ else "no",
                 "2011/1 can be a quarter" if open_ else "", names=["month", "Month", "TIME"])


def packed_months(random):
    """201401: a column of them, a year at least, proves itself."""
    year, count = random.randint(1995, 2020), random.randint(12, 18)
    run = [(year + i // 12, i % 12 + 1) for i in range(count)]
    return Times("packed month", [f"{y}{m:02}" for y, m in run], [f"{y}-{m:02}" for y, m in run],
                 names=["month", "yyyymm", "Month", "period"])


def short_months(random):
    """Jan-15 with four-digit company nowhere: the century is left to the reader."""
    run = months_run(random)
    return Times("short month", [f"{ENGLISH[m - 1]}-{y % 100:02}" for y, m in run], [f"{y}-{m:02}" for y, m in run],
                 "may", "years of two digits", ["month", "Month"])


def quarters(random):
    count, year, quarter = random.randint(4, 10), random.randint(1990, 2022), random.randint(1, 4)
    run = [(year + (quarter - 1 + i) // 4, (quarter - 1 + i) % 4 + 1) for i in range(count)]
    spell = random.choice([lambda y, q: f"{y}-Q{q}", lambda y, q: f"{y}Q{q}", lambda y, q: f"{y} Q{q}",
                           lambda y, q: f"Q{q} {y}", lambda y, q: f"Q{q}-{y}", lambda y, q: f"{q}. Quartal {y}"])
    return Times("quarter", [spell(*p) for p in run], [f"{y}-Q{q}" for y, q in run],
                 names=["quarter", "Quarter", "TIME"])


def dotted_quarters(random):
    year, count = random.randint(1995, 2020), random.choice([8, 12])
    run = [(year + i // 4, i % 4 + 1) for i in range(count)]
    return Times("dotted quarter", [f"{y}.{q}" for y, q in run], [f"{y}-Q{q}" for y, q in run], "may",
                 "2015.1 can be a number", ["quarter", "Quarter"])


def half_years(random):
    year, count = random.randint(1995, 2018), random.randint(4, 8)
    run = [(year + i // 2, i % 2 + 1) for i in range(count)]
    return Times("half year", [f"{y}-S{s}" for y, s in run], [f"{y}-S{s}" for y, s in run],
                 names=["time", "TIME_PERIOD"])


def days(random):
    year, month = random.randint(1995, 2022), random.randint(1, 12)
    run = [(year, month, d) for d in sorted(random.sample(range(1, 29), random.randint(3, 8)))]
    spell = random.choice([lambda y, m, d: f"{y}-{m:02}-{d:02}", lambda y, m, d: f"{d:02}.{m:02}.{y}"])
    return Times("day", [spell(*p) for p in run], [f"{y}-{m:02}-{d:02}" for y, m, d in run],
                 names=["date", "Date", "Datum"])


def packed_days(random):
    year, month = random.randint(1995, 2022), random.randint(1, 12)
    run = [(year, month, d) for d in sorted(random.sample(range(1, 29), random.randint(4, 8)))]
    return Times("packed day", [f"{y}{m:02}{d:02}" for y, m, d in run], [f"{y}-{m:02}-{d:02}" for y, m, d in run],
                 names=["date", "Date"])


def slashed_days(random):
    """1/22/20 where a day beyond the twelfth shows which is the month."""
    month, year = random.randint(1, 12), random.randint(2001, 2022)
    run = [(year, month, d) for d in sorted({*random.sample(range(1, 13), 2), *random.sample(range(13, 29), 3)})]
    long = random.random() < 0.6
    spelt = [f"{m}/{d}/{y if long else y % 100:02}" for y, m, d in run]
    return Times("slashed day", spelt, [f"{y}-{m:02}-{d:02}" for y, m, d in run], "no" if long else "may",
                 "" if long else "years of two digits", ["date", "Date"])


def fiscal_years(random):
    first, count = random.choice([random.randint(1985, 1998), random.randint(1999, 2006)]), random.randint(4, 12)
    run = [first + i for i in range(count)]
    mark = random.choice("-/")
    return Times("fiscal year", [f"{y}{mark}{(y + 1) % 100:02}" for y in run], [f"{y}-{y + 1}" for y in run],
                 names=["year", "Year", "fiscal year", "Season"])


def named_fiscal_years(random):
    first, count = random.randint(1990, 2015), random.randint(3, 8)
    return Times("FY", [f"FY{y}" for y in range(first, first + count)],
                 [f"FY{y}" for y in range(first, first + count)],
                 names=["year", "Fiscal Year"])


def ranges(random):
    first, count = random.choice([1980, 1990, 1995, 2000]), random.randint(3, 5)
    run = [first + 5 * i for i in range(count)]
    short = random.random() < 0.5
    return Times("range", [f"{y}-{(y + 4) % 100:02}" if short else f"{y}-{y + 4}" for y in run],
                 [f"{y}-{y + 4}" for y in run], names=["period", "Period", "years"])


def weeks(random):
    year, first = random.randint(2000, 2022), random.randint(1, 40)
    run = [(year, w) for w in range(first, first + random.randint(4, 9))]
    spell = random.choice([lambda y, w: f"{y}-W{w:02}", lambda y, w: f"{y}W{w:02}"])
    return Times("week", [spell(*p) for p in run], [f"{y}-W{w:02}" for y, w in run], names=["week", "TIME_PERIOD"])


COMMON = [years] * 14 + [months] * 3 + [quarters] * 2 + [fiscal_years] * 2
RARE = [packed_months, dotted_quarters, half_years, days, packed_days, slashed_days, named_fiscal_years, ranges,
        weeks,
        short_months]


def pick(random):
    return random.choice(COMMON + RARE)(random)


def pick_wide(random):
    """Periods as they stand in headers."""
    return random.choice([years] * 14 + [months, quarters, fiscal_years, fiscal_years, ranges, slashed_days, days,
                                         half_years, weeks, named_fiscal_years])(random)


# How a mark stands at a year, and what of it is the mark.
MARKS = [("{}a", "a"), ("{}(p)", "p"), ("{} (p)", "p"), ("{}*", "*"), ("{} est.", "est."), ("{}P", "P"),
         ("{}/b", "b"),
         ("{} r", "r"), ("{}r", "r"), ("{}p", "p"), ("{} prelim.", "prelim."), ("{} (1)", "1"), ("{} 1)", "1"),
         ("{}\u00b9", "1"), ("{}e", "e"), ("{}E", "E"), ("{}F", "F"), ("{} (e)", "e"), ("{} (provisional)",
         "provisional"),
         ("{} p", "p"), ("{} b/", "b"), ("{}**", "**"), ("{}\u2020", "\u2020"), ("{} [1]", "1")]
