"""Which shapes, agencies and decorations make which tables, and how often."""
import re

import agencies
import agencies_wide
import cube
import decorate
import decorate_more as more
import shapes
import shapes_habits
import shapes_more
import shapes_other
import values
import write
from truth import Table

# kind -> (weight, how the Cube is drawn, its shape)
SHAPES = {
    "long": (12, dict(), shapes.long),
    "longest": (7, dict(), shapes.longest),
    "wide": (16, dict(times="wide"), shapes.wide),
    "grouped": (8, dict(times="wide"), shapes.grouped),
    "cross": (10, dict(times="none"), shapes.cross),
    "down": (5, dict(measures=1), shapes.down),
    "sections": (5, dict(times="wide"), shapes.sections),
    "flagged long": (5, dict(), shapes.flagged_long),
    "flagged wide": (4, dict(times="wide", measures=1), shapes.flagged_wide),
}

# The same for shapes that draw their own numbers.
OWN = {
    "two columns of time": (3, shapes_more.two_columns),
    "calendar matrix": (2, shapes_more.calendar_matrix),
    "crossed": (4, shapes_more.crossed),
    "under total": (2, shapes_more.under_total),
    "one label": (2, shapes_more.one_label),
    "year names": (2, shapes_more.year_names),
    "noted": (3, shapes_more.noted),
}

# decoration -> how often
DECORATIONS = [(decorate.flags, 1), (decorate.total_row, 0.12), (decorate.total_column, 0.1), (decorate.missing, 0.5),
               (decorate.header_marks, 0.15), (decorate.row_marks, 0.12), (decorate.suffixes, 0.08),
               (decorate.percent, 0.03),
               (decorate.unit_row, 0.07), (decorate.unit_in_header, 0.06), (decorate.blank_under_header, 0.08),
               (decorate.row_numbers, 0.05), (more.newest_first, 0.06), (more.dressed_years, 0.04), (more.float_years,
               0.04),
               (more.header_breaks, 0.04), (more.spacer, 0.03), (more.column_numbers, 0.02), (more.blank_rows, 0.04),
               (more.bounds, 0.03), (more.currency, 0.02), (more.leaders, 0.02), (more.header_again, 0.02),
               (more.label_marks, 0.05), (decorate.titles, 0.4), (decorate.notes, 0.4)]


def shaped(random, kind):
    """A decorated Draft of a general shape."""
    _, drawn, shape = SHAPES[kind]
    return decorated(random, shape(fitting(random, kind, drawn), random))


def parted(random, draft):
    draft.delimiter = random.choice([","] * 7 + [";"] * 4 + ["\t"] * 3 + ["|"])
    draft.style = values.pick_style(random, draft.delimiter)
    if random.random() < 0.5:
        decorate.missing(random, draft)
    return draft


def decorated(random, draft):
    draft.delimiter = random.choice([","] * 7 + [";"] * 4 + ["\t"] * 3 + ["|"])
    draft.style = values.pick_style(random, draft.delimiter)
    for decoration, share in DECORATIONS:
        if random.random() < share:
            decoration(random, draft)
    return draft


def fitting(random, kind, drawn):
    """A Cube that the shape can hold."""
    while True:
        made = cube.make(random, **drawn)
        columns = len(made.columns())
        if kind == "down" and (columns > 1 or len(made.members) < 2):
            continue
        if kind == "down" and runs_in_months([m[0] for m in made.members]):
            continue  # SEP, OCT, NOV beside years are months, whoever wrote them
        if kind == "sections" and made.measures[0] == "Area":
            continue  # below years alone it names the column, whoever wrote it
        if kind == "sections" and (columns > 1 or len(made.measures) < 2):
            continue
        if kind == "grouped" and (len(made.measures) < 2 or not made.times.spelt[0].isdigit()):
            continue
        if kind == "cross" and len(made.measures) < 2 and random.random() < 0.7:
            continue
        if len(made.members) < 2:
            continue
        return made


MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def runs_in_months(names):
    """Three and more of the names are months in their order."""
    places = [MONTHS.index(name) if name in MONTHS else None for name in names]
    return any(None not in places[i:i + 3] and (places[i] + 1) % 12 == places[i + 1] and (places[i + 1] + 1) % 12 == places[i + 2]
               for i in range(len(places) - 2))


def settle(draft):
    """What the marks of the printed numbers leave open is a question that must be asked."""
    mark = values.undecided(draft.printed(), draft.style.decimal)
    draft.settled = draft.ask
    if mark is None:
        return
    draft.then = f"--decimal {draft.style.decimal}"
    if draft.kind == "e-stat":
        # The agency's English and Japanese tables part thousands by commas without exception: the layout
        # defines it, as it defines what *** stands for.
        return
    if mark == "." and draft.style.decimal == "." and draft.delimiter == ",":
        draft.may_ask("1.234 can be read in two ways")
    else:
        draft.ask = "must"
        draft.reasons.append(f"no number decides what {mark} is")


def file_name(kind):
    return re.sub(r"[^a-z]+", "-", kind) + ".csv"


def table(random, kind, make):
    draft = make(random)
    settle(draft)
    data = write.write(random, draft)
    return Table(kind, file_name(kind), data, draft.cells(), " ".join(draft.options), draft.ask,
                 "; ".join(draft.reasons), draft.settled, draft.then, draft.ignored, draft.loose_marks, draft.recipe)


KINDS = {kind: (weight, lambda random, k=kind: shaped(random, k)) for kind, (weight, _, _) in SHAPES.items()}
KINDS |= {kind: (weight, lambda random, m=make: decorated(random, m(random))) for kind, (weight, make) in OWN.items()}
# Their titles, notes and spelling are a part of them: marks of numbers and delimiters vary, no more.
KINDS |= {kind: (weight, lambda random, m=make: parted(random, m(random)))
          for kind, (weight, make) in (shapes_other.KINDS | shapes_habits.KINDS).items()}
# Agencies' own files carry what the agency writes, and nothing more.
KINDS |= {f"agency: {make.__name__}": (1, make) for make in dict.fromkeys(agencies.KINDS + agencies_wide.KINDS)}


def draw(random, only=None):
    """One Table of a random kind, or of a kind in ONLY."""
    kinds = [k for k in KINDS if not only or k in only]
    kind = random.choices(kinds, [KINDS[k][0] for k in kinds])[0]
    return table(random, kind, KINDS[kind][1])
