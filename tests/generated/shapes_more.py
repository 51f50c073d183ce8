"""More shapes: time in two columns or crossed, merged headers, names that end in years."""
import calendar

import keys
import periods
import values
from draft import Cube, Draft, Value
from shapes import begin, stub

MONTH_NAMES = [periods.ENGLISH, periods.FULL, periods.GERMAN, [str(m) for m in range(1, 13)],
               [f"{m:02}" for m in range(1, 13)], [f"M{m:02}" for m in range(1, 13)]]


def whole_years(random, parts, letter):
    """Two or three years of months or quarters."""
    first = random.randint(1990, 2019)
    run = [(y, p) for y in range(first, first + random.randint(2, 3)) for p in range(1, parts + 1)]
    spelt = [f"{y}-{letter}{p:02}" if not letter else f"{y}-{letter}{p}" for y, p in run]
    return run, periods.Times("parts", spelt, spelt)


def parted_cube(random, parts, letter, dimensions=None):
    """A Cube of one measure over whole years of PARTS."""
    run, times = whole_years(random, parts, letter)
    dimensions = [keys.pick(random, 1)[0]] if dimensions is None else dimensions
    members = dimensions[0].members[:3] if dimensions else [()]
    draw, like_years = values.pick_amounts(random)
    name = keys.measures(random, 1)[0]
    cells = {(e, 0, t): Value([*member, name], period, draw()) for e, member in enumerate(members)
             for t, period in enumerate(times.canonical)}
    return run, Cube(dimensions, members, [name], times, cells, like_years)


def two_columns(random):
    """A year in one column, its month or quarter in the next."""
    quarters = random.random() < 0.4
    run, cube = parted_cube(random, 4 if quarters else 12, "Q" if quarters else "")
    names = random.choice([[f"Q{q}" for q in range(1, 5)], [str(q) for q in range(1, 5)],
                           [f"Q{q:02}" for q in range(1, 5)]]
                          if quarters else MONTH_NAMES)
    draft = begin("long", cube)
    year, part = random.choice([("Year", "Quarter"), ("year", "quarter")] if quarters
                               else [("Year", "Month"), ("year", "month")])
    draft.header = [[*stub(cube), year, part, random.choice([cube.measures[0], "Value"])]]
    draft.ignored.add("Value")
    draft.body = [[*member, str(y), names[p - 1], cube.values[e, 0, t]] for e, member in enumerate(cube.members)
                  for t, (y, p) in enumerate(run)]
    draft.kind = "two columns of time"
    return draft


def calendar_matrix(random):
    """Years down, months across; a column of annual figures perhaps."""
    run, cube = parted_cube(random, 12, "", [])
    names = random.choice([periods.ENGLISH, periods.FULL, list(calendar.month_abbr)[1:]])
    draft = begin("wide", cube)
    draft.header, draft.period_column = [["Year", *names]], 0
    draft.body = [[str(run[t][0]), *(cube.values[0, 0, t + m] for m in range(12))] for t in range(0, len(run), 12)]
    if random.random() < 0.5:
        annual = random.choice(["Annual", "Year total", "Average"])
        draft.header[0].append(annual)
        draft.may_ask("a column of whole years beside months")
        draft.ignored.add(annual)
        for row in draft.body:
            row.append(Value(list(row[1].labels), row[0], sum(v.amount for v in row[1:])))
    return draft


def crossed(random):
    """No period: measures over sexes or sizes, merged or repeated; a group may have no label of its own."""
    entity = keys.pick(random, 1)[0]
    inner = random.choice([keys.SEXES, ["Total", "Small", "Large"], ["Urban", "Rural"], keys.SIZES])
    outer = keys.measures(random, random.choice([2, 3]))
    draft = Draft("crossed")
    columns = entity.columns
    merged = random.random() < 0.7
    top = [""] * len(columns) + [t for o in outer for t in [o] + ["" if merged else o] * (len(inner) - 1)]
    low = list(columns) + inner * len(outer)
    if random.random() < 0.5:
        top[:len(columns)], low[:len(columns)] = columns, [""] * len(columns)
    draft.header = [top, low]
    draws = [values.pick_amounts(random)[0] for _ in outer]
    draft.body = [[*m, *(Value([*m, o, i], "", draws[k]()) for k, o in enumerate(outer) for i in inner)]
                  for m in entity.members]
    return draft


def under_total(random):
    """Region | Total | Male | Female, where Total stands over all three."""
    entity = keys.pick(random, 1)[0]
    draft = Draft("crossed")
    inner = random.choice([["Male", "Female"], ["Urban", "Rural"], ["Loans", "Grants", "Equity"]])
    width = len(entity.columns)
    draft.header = [[*entity.columns, "Total", *[""] * len(inner)], [""] * (width + 1) + inner]
    draft.ignored.add("Total")
    draw = values.counts(random)
    for member in entity.members:
        parts = [Value([*member, i], "", draw()) for i in inner]
        draft.body.append([*member, Value([*member, "Total"], "", sum(v.amount for v in parts)), *parts])
    return draft


def one_label(random):
    """Header rows with one label over all columns, above those that differ."""
    draft = Draft("down")
    labels = random.sample(["Tokyo", "Osaka", "Kyoto", "Utopia"],
                           1) + random.sample(["Employment", "Population", "Wages"], 1)
    columns = random.choice([["Men", "Women"], ["Men", "Women", "Both"], ["Farms", "Mills", "Mines"]])
    times = periods.years(random)
    rows = labels[:random.choice([1, 2])]
    draft.header = [["", *[label] * len(columns)] for label in rows] + [[random.choice(["", "Year"]), *columns]]
    draft.ignored.update(rows)
    draw, like_years = values.pick_amounts(random)
    if like_years:
        draft.may_ask("numbers that could be years")
    draft.body = [[spelt, *(Value([c], period, draw()) for c in columns)] for spelt,
                  period in zip(times.spelt, times.canonical)]
    draft.period_column = 0
    return draft


def year_names(random):
    """hdi_1990, hdi_1991, ...: names, until somebody says that they hold periods."""
    entity = keys.pick(random, 1)[0]
    times = periods.years(random)
    names = random.sample(["hdi", "le", "gdp", "pop", "mys"], random.choice([1, 1, 2]))
    draft = Draft("year names")
    split = len(names) == 1 and random.random() < 0.4
    if split:
        draft.options.append(f"--split-names '{names[0]}_{{period}}'")
        draft.ignored.add(names[0])
    else:
        draft.may_ask("names that end in years")
    draft.header = [entity.columns + [f"{n}_{y}" for n in names for y in times.spelt]]
    draws = [values.pick_amounts(random)[0] for _ in names]
    draft.body = [[*m, *(Value([*m] + ([] if split else [f"{n}_{y}"]), y if split else "", draws[k]())
                         for k, n in enumerate(names) for y in times.spelt)] for m in entity.members]
    return draft


def noted(random):
    """A long table with a column of notes, and one of units or of frequency."""
    import cube as cubes
    import shapes
    draft = shapes.long(cubes.make(random, measures=1), random)
    draft.header[0].append(random.choice(["Notes", "Note", "Footnotes", "Comments"]))
    texts = ["Break in series", "Estimated from 2 surveys", "See table 3", "National definition"]
    for row in draft.body:
        text = random.choice(texts) if random.random() < 0.3 else ""
        row.append(text)
    draft.ignored.update(texts)
    draft.loose_marks.update(texts)
    if random.random() < 0.5:
        name, unit = random.choice([("Unit", "Per cent"), ("UNIT", "Tonnes"), ("Frequency", "Annual"),
                                    ("Scale", "Millions")])
        at = random.choice([0, 1])
        draft.header[0].insert(at, name)
        for row in draft.body:
            row.insert(at, unit)
        draft.ignored.update({unit})
        draft.period_column += draft.period_column >= at
    return draft
