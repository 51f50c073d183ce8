"""Rarer decorations: breaks in headers, spacers, column numbers, bounds, signs, blank rows, leaders."""
from decimal import Decimal

from decorate import first_value_column
from draft import Flag, Value


def header_breaks(random, draft):
    """Line breaks inside header cells, as spreadsheets write them."""
    for row in draft.header:
        for i, text in enumerate(row):
            if " " in text and "[" not in text:
                row[i] = text.replace(" ", "\n", 1)
    draft.recipe.append("breaks in header cells")


def spacer(random, draft):
    """An empty column before the values, or at the end."""
    first = first_value_column(draft)
    if first is None or any(isinstance(c, Flag) for r in draft.body for c in r):
        return
    at = random.choice([first, draft.width()])
    for row in draft.header + draft.body + [r for r in draft.under_header if r]:  # units stay over their column
        row.insert(at, "")
    draft.periods = [(r, c + (c >= at)) for r, c in draft.periods]
    draft.recipe.append("empty column")


def column_numbers(random, draft):
    """(1) (2) (3) below the header."""
    form = random.choice(["({})", "{}", "[{}]"])
    width = draft.width()
    draft.under_header.append([form.format(i + 1) for i in range(width)])
    draft.ignored.update(str(i + 1) for i in range(width))
    draft.may_ask("a row that numbers the columns")
    draft.recipe.append(f"column numbers {form}")


def blank_rows(random, draft):
    """A blank row after every few records."""
    if draft.kind == "sections":
        return
    every = random.choice([2, 3, 5])
    rows = []
    for i, row in enumerate(draft.body):
        if i and i % every == 0:
            rows.append([""] * draft.width())
        rows.append(row)
    draft.body = rows
    draft.recipe.append("blank rows")


def bounds(random, draft):
    """<5 where a number is withheld."""
    for value in draft.all_values():
        if not isinstance(value.amount, str) and value.token is None and not value.suffix and random.random() < 0.1:
            value.amount = random.choice(["<5", "<0.1", ">95", "<=3"])
    draft.recipe.append("bounds")


def currency(random, draft):
    """$ before the numbers of a table."""
    sign = random.choice(["$", "\u20ac", "\u00a3"])
    if any(v.unit for v in draft.all_values()):  # nobody writes $11 %
        return
    if not any(isinstance(v.amount, Decimal) and v.amount < 0 for v in draft.all_values()):
        for value in draft.all_values():
            value.sign = sign if isinstance(value.amount, Decimal) else ""
        draft.ignored.add(sign)
        draft.recipe.append("currency signs")


def leaders(random, draft):
    """Dots that lead from a label to its numbers."""
    if draft.period_column == 0 or draft.kind == "sections":
        return
    for row in draft.body:
        if row and isinstance(row[0], str) and row[0]:
            row[0] += " " + "." * (30 - len(row[0]))
    draft.recipe.append("dot leaders")


def newest_first(random, draft):
    """A header of periods that falls."""
    if len(draft.header) > 1 or not draft.periods or draft.kind == "flagged wide":
        return
    columns = [c for _, c in draft.periods]
    for row in draft.header + draft.body:
        if len(row) > columns[-1]:
            row[columns[0]:columns[-1] + 1] = row[columns[0]:columns[-1] + 1][::-1]
    draft.recipe.append("newest first")


def dressed_years(random, draft):
    """X1961 as R writes it, Y1961, 2010 [YR2010]."""
    places = [(r, c) for r, c in draft.periods if draft.header[r][c].isascii() and draft.header[r][c].isdigit()]
    form = random.choice(["X{}", "Y{}", "{0} [YR{0}]", "YR{}", "y{}"])
    for r, c in places:
        draft.header[r][c] = form.format(draft.header[r][c])
    draft.recipe.append(f"years as {form}")


def float_years(random, draft):
    """2015.0, as a column with gaps leaves a data frame."""
    at = draft.period_column
    if at is None or not all(r[at].isdigit() and len(r[at]) == 4 for r in draft.body):
        return
    for row in draft.body:
        row[at] += ".0"
    draft.recipe.append("years as 2015.0")


def header_again(random, draft):
    """The header stands again further down."""
    if len(draft.header) > 1 or len(draft.body) < 4:
        return
    at = random.randint(2, len(draft.body) - 1)
    draft.body.insert(at, list(draft.header[0]))
    draft.recipe.append("header again")


def label_marks(random, draft):
    """A footnote number behind a label: part of the label."""
    if draft.period_column == 0 or draft.kind == "sections":
        return
    row = random.choice(draft.body)
    if not row or not isinstance(row[0], str) or not row[0] or row[0].isdigit() or row[0] in draft.ignored:
        return
    mark = random.choice([" 1)", "*", " (a)", "\u00b9"])
    old, new = row[0], row[0] + mark
    if old.endswith(".."):  # behind the dots it is a footnote of the row, and may be shown as a note
        draft.loose_marks.add(mark.strip())
    for other in draft.body:
        if other and other[0] == old:
            other[0] = new
            for value in other:
                if isinstance(value, Value) and old in value.labels:
                    value.labels[value.labels.index(old)] = new
    draft.recipe.append(f"label {new}")
