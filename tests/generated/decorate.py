"""What agencies put around and into tables: titles, units, notes, marks, totals, missing tokens.

Each decoration takes the random generator and a Draft, and changes the Draft and its truth.
"""
import keys
import periods
import values
from draft import Flag, Value

TITLES = ["Table {n}. {m} by {k}", "{m} by {k}, {a}-{b}", "{m}, {k}, {a} to {b}, thousands", "Table {n}: {m}",
          "{m} ({a}\u2013{b})",
          "Statistical yearbook {b}", "{n}.{n} {m} and {k}: {a} to {b}", "{m}"]
METAS = [["Extracted on", "2021-02-04"], ["Last update", "03.05.2021"], ["Source of data", "Eurostat"],
         ["Dataset:", "nama_10"],
         ["Extracted on 04.02.21 11:00"], ["Table ID", "14-10-0001-01"], ["Unit", "Thousand persons"], ["Data source",
         "Labour force survey, 2019"],
         ["Release date", "2024-01-15"], ["Frequency", "Annual"], ["Special value", ":", "not available"]]
UNIT_LINES = ["(in thousands)", "In millions of dollars", "[Number; thousands]", "Unit: 1,000 t", "Million EUR",
              "1 000 persons", "(2015 = 100)"]
NOTES = ["Source: Statistics Utopia.", "Source: OECD, 2018, 2019", "Note: figures for 2015 are estimates.",
         "1) Including islands.",
         "a Preliminary.", "r : revised.", "p = provisional", "(c) Statistical Office 2021",
         "Last modified: 2010-04-08.",
         "SOURCE: own table.", "* Break in series in 2009.", "- not available", "... = data not available",
         "1 Excludes 12 areas",
         "Notes", "2020 data are provisional.", "Data extracted on 12 Jan 2022 from the database", "____________",
         "Figures may not add to totals, because of rounding, since 2001.",
         "The survey changed in 2012; earlier years,\nwhich are not comparable, stand for reference only.",
         "2 Since 1995, numbers include the islands, except for\n1997, 1998 and 2003, when no count was made.",
         "\u00b9 Excluding 2,5 % of households", "# low reliability",
         "Stand: 01.01.2020", "D Withheld. NA Not available. X Not applicable."]
UNITS = ["(1000)", "(million dollars)", "%", "number", "1000 t", "head", "EUR", "(%)", "per cent", "Number",
         "Mio. EUR", "t", "(1,000)", "$"]


def titles(random, draft):
    shape = random.choice(["bare", "bare", "cells", "delimiters", "meta", "both"])
    fill = dict(n=random.randint(1, 99), m=random.choice(["Aid", "Grants", "Persons employed"]),
                k=random.choice(["country", "region", "sex and age"]),
                a=2001, b=2012)
    text = random.choice(TITLES).format(**fill)
    above = []
    if shape in ("bare", "both"):
        above.append([text])
    if shape == "cells":
        above += [[text], [random.choice(UNIT_LINES)]]
    if shape == "delimiters":  # written without quotes, as by hand
        above.append(text + f"{draft.delimiter} " + random.choice(UNIT_LINES).strip("()"))
    if shape in ("meta", "both"):
        above += [list(m) for m in random.sample(METAS, random.randint(1, 3))]
    if random.random() < 0.4:
        above.append(random.choice(["", []]))
    draft.above = above
    draft.recipe.append(f"titles {shape}")


def notes(random, draft):
    chosen = [line for note in random.sample(NOTES, random.choice([1, 1, 2, 3, 5])) for line in note.split("\n")]
    shape = random.choice(["cells", "cells", "bare", "quoted"])
    draft.below = [""] * (random.random() < 0.4)
    for text in chosen:
        if shape == "bare" and '"' not in text:
            draft.below.append(text)
        else:
            draft.below.append([text])
    draft.recipe.append(f"notes {shape}")


def unit_row(random, draft):
    """A row of units below the header."""
    firsts = first_value_column(draft)
    if firsts is None:
        return
    width = draft.width()
    per_column = [random.choice(UNITS) for _ in range(width)]
    if random.random() < 0.5 or draft.periods:
        per_column = [random.choice(UNITS)] * width
    value_columns = [i for i in range(width) if any(isinstance(r[i], Value) for r in draft.body if i < len(r))]
    row = [per_column[i] if i in value_columns else "" for i in range(width)]
    draft.under_header.insert(0, row)
    draft.ignored.update(u for u in row if u)
    draft.recipe.append("unit row")


def unit_in_header(random, draft):
    """Units in brackets behind the names of measures: part of the name, or its unit."""
    units = [" (%)", " (thousands)", " [USD]", ", million EUR", " (1000 t)"]
    of_name = {}
    for row in draft.header:
        for i, text in enumerate(row):
            if text in keys.NAMES and any(isinstance(r[i], Value) for r in draft.body if i < len(r)):
                row[i] = text + of_name.setdefault(text, random.choice(units))
    draft.ignored.update(unit.strip(" ,()[]") for unit in of_name.values())
    draft.recipe += ["units in header"] * bool(of_name)


def first_value_column(draft):
    return next((i for r in draft.body for i, c in enumerate(r) if isinstance(c, Value)), None)


def blank_under_header(random, draft):
    draft.under_header.append(random.choice(["", []]) if random.random() < 0.5 else [""] * draft.width())
    draft.recipe.append("blank row under the header")


def plain_years(draft):
    return [(r, c) for r, c in draft.periods if draft.header[r][c].isascii() and draft.header[r][c].isdigit() and len(draft.header[r][c]) == 4]


def header_marks(random, draft):
    """Marks on the last year or two of a header: they belong to all values below."""
    places = plain_years(draft)
    if not places:
        return
    pattern, mark = random.choice(periods.MARKS)
    last = sorted({draft.header[r][c] for r, c in places})[-random.choice([1, 1, 2]):]
    marked = {draft.header[r][c] for r, c in places if draft.header[r][c] in last}
    for r, c in places:
        if draft.header[r][c] in marked:
            draft.header[r][c] = pattern.format(draft.header[r][c])
    for value in draft.all_values():
        if value.period in marked:
            value.marks.append(mark)
    draft.recipe.append(f"header mark {pattern}")


def row_marks(random, draft):
    """Marks on periods in rows."""
    at = draft.period_column
    if at is None or not all(r[at].isdigit() and len(r[at]) == 4 for r in draft.body):
        return
    pattern, mark = random.choice(periods.MARKS)
    last = max(r[at] for r in draft.body)
    everywhere = random.random() < 0.6
    for row in draft.body:
        if row[at] == last and (everywhere or random.random() < 0.4):
            row[at] = pattern.format(last)
            for value in row:
                if isinstance(value, Value):
                    value.marks.append(mark)
    draft.recipe.append(f"row mark {pattern}")


def flags(random, draft):
    """The flag columns of a draft that has them."""
    cells = [c for row in draft.body for c in row if isinstance(c, Flag)]
    chosen = random.sample(values.FLAGS, 3)
    for cell in cells:
        if random.random() < 0.3:
            cell.flag = random.choice(chosen)
            cell.value.marks.append(cell.flag)
    if cells and not any(c.flag for c in cells):
        cells[0].flag = chosen[0]
        cells[0].value.marks.append(chosen[0])


def suffixes(random, draft):
    """Flags or footnote marks behind some numbers."""
    pool = random.choice([[" " + f for f in values.TAIL_FLAGS], [" " + m for m in values.FOOT_MARKS], ["*"]])
    chosen = random.sample(pool, min(2, len(pool)))
    for value in draft.all_values():
        if value.token is None and not value.suffix and random.random() < 0.15:
            value.suffix = random.choice(chosen)
            value.marks.append(value.suffix.strip())
    draft.recipe.append("flags behind numbers")


def percent(random, draft):
    sign = random.choice(["%", " %"])
    for value in draft.all_values():
        if not isinstance(value.amount, str):
            value.unit = sign
    draft.ignored.add("%")
    draft.recipe.append("percent signs")


def total_column(random, draft):
    """A column beside the years: a value under its own name."""
    if not draft.periods or len(draft.header) > 1 or any(isinstance(c, Flag) for c in draft.body[0]):
        return
    name = random.choice(["Total", "Total", "Average", "Change {a}-{b}", "All years", "{a}-{b} average", "% change"])
    years = [draft.header[0][c] for _, c in draft.periods]
    name = name.format(a=years[0], b=years[-1])
    period, label, mark = "", name, []
    if name.endswith("average"):  # its name is a range with a mark
        if not all(y.isdigit() for y in years):
            return
        draft.may_ask("a range with a word")
    draft.header[0].append(name)
    for row in draft.body:
        inside = [c for c in row if isinstance(c, Value)]
        if not inside:
            row.append("")
            continue
        labels = [x for x in inside[0].labels]
        value = Value([*labels, label], period, sum(c.amount for c in inside) if name != "% change"
                      else inside[-1].amount, marks=list(mark))
        row.append(value)
    draft.recipe.append(f"column {name}")


def total_row(random, draft):
    """A last row that adds up: a record like any other."""
    firsts = first_value_column(draft)
    if firsts is None or draft.period_column is not None or draft.kind == "sections" or firsts == 0:
        return
    name = random.choice(["Total", "All", "World", "Insgesamt", "Sum"])
    model = next(r for r in draft.body if any(isinstance(c, Value) for c in r))
    if any(isinstance(c, Flag) for c in model):
        return
    texts = [c for c in model[:firsts]]
    row = [name] + [""] * (firsts - 1)
    timeless = draft.kind == "two columns of time"  # year and month of the total are left empty
    for i, cell in enumerate(model[firsts:], firsts):
        keep = list(cell.labels)
        for text in texts:
            if text in keep:
                keep.remove(text)
        column = [r[i].amount for r in draft.body if i < len(r) and isinstance(r[i], Value)]
        row.append(Value([name, *keep], "" if timeless else cell.period, sum(column), marks=list(cell.marks)))
    if random.random() < 0.75:
        draft.body.append(row)
    else:
        draft.body.insert(0, row)
    draft.recipe.append("total row")


def row_numbers(random, draft):
    """An unnamed first column of row numbers, as R writes it."""
    if draft.periods and len(draft.header) > 1 or draft.kind == "sections":
        return
    draft.header = [["" if i == 0 else ""] + row for i, row in enumerate(draft.header)]
    draft.under_header = [["", *row] if row else row for row in draft.under_header]  # units stay over their column
    for i, row in enumerate(draft.body, 1):
        row.insert(0, str(i))
        draft.ignored.add(str(i))
    if draft.period_column is not None:
        draft.period_column += 1
    draft.periods = [(r, c + 1) for r, c in draft.periods]
    draft.recipe.append("row numbers")


def again(random, draft):
    """The header stands again in the middle."""
    at = random.randint(1, len(draft.body))
    draft.body[at:at] = [list(row) for row in draft.header]
    draft.recipe.append("header again")


def missing(random, draft):
    """Tokens where numbers lack: here and there, in the first record, in a column, in its lower half."""
    rows = [[c for c in row if isinstance(c, Value)] for row in draft.body]
    rows = [r for r in rows if r]
    where = random.choice(["scattered", "scattered", "first record", "first records", "column", "lower half",
                           "last record",
                           "row", "fifth", "most"])
    needs_option = random.random() < 0.15
    pool = values.NAMED_TOKENS if needs_option else draft.missing + [""] * 6
    tokens = random.sample(pool, random.choice([1, 1, 2])) if not needs_option else [random.choice(pool)]
    if needs_option:
        draft.options.append("--missing '" + tokens[0] + "'")
    column = random.randrange(max(map(len, rows)))
    chosen = select(random, rows, where, column)
    keep_some(random, rows, chosen)
    for value in chosen:
        value.token = random.choice(tokens)
    draft.recipe.append(f"missing {where} {tokens}")
    whole = [all(r[i].token is not None for r in rows if i < len(r)) for i in range(max(map(len, rows)))]
    if any(whole):
        draft.recipe.append("a whole column missing")
        if not draft.periods:
            draft.may_ask("a column without one number")


def select(random, rows, where, column):
    in_column = [r[column] for r in rows if column < len(r)]
    half = len(in_column) // 2
    return {"scattered": lambda: [v for r in rows for v in r if random.random() < 0.15],
            "first record": lambda: list(rows[0]),
            "first records": lambda: [v for r in rows[:2] for v in r], "column": lambda: in_column,
            "lower half": lambda: in_column[half:], "last record": lambda: list(rows[-1]),
            "row": lambda: list(random.choice(rows)), "fifth": lambda: in_column[3::4],
            "most": lambda: [v for r in rows for v in r if random.random() < 0.6]}[where]()


def keep_some(random, rows, chosen):
    """A table keeps enough numbers to be seen as one."""
    every = [v for r in rows for v in r]
    ids = {id(v) for v in chosen}
    left = [v for v in every if id(v) not in ids]
    while chosen and len(left) < max(2, len(every) // 4):
        left.append(chosen.pop(random.randrange(len(chosen))))
