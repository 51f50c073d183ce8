"""Which shapes, agencies and decorations make which tables, and how often."""
import cube
import decorate
import shapes
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

# decoration -> how often
DECORATIONS = [(decorate.flags, 1), (decorate.total_row, 0.12), (decorate.total_column, 0.1), (decorate.missing, 0.5),
               (decorate.header_marks, 0.15), (decorate.row_marks, 0.12), (decorate.suffixes, 0.08), (decorate.percent, 0.03),
               (decorate.unit_row, 0.07), (decorate.unit_in_header, 0.06), (decorate.blank_under_header, 0.08),
               (decorate.row_numbers, 0.05), (decorate.titles, 0.4), (decorate.notes, 0.4)]


def shaped(random, kind):
    """A decorated Draft of a general shape."""
    _, drawn, shape = SHAPES[kind]
    draft = shape(fitting(random, kind, drawn), random)
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
        if kind == "sections" and (columns > 1 or len(made.measures) < 2):
            continue
        if kind == "grouped" and (len(made.measures) < 2 or not made.times.spelt[0].isdigit()):
            continue
        if kind == "cross" and len(made.measures) < 2 and random.random() < 0.7:
            continue
        if len(made.members) < 2:
            continue
        return made


def settle(draft):
    """What the marks of the printed numbers leave open is a question that must be asked."""
    mark = values.undecided(draft.printed(), draft.style.decimal)
    if mark is None:
        return
    draft.then = f"--decimal {draft.style.decimal}"
    if mark == "." and draft.style.decimal == "." and draft.delimiter == ",":
        draft.may_ask("1.234 can be read in two ways")
    else:
        draft.ask = "must"
        draft.reasons.append(f"no number decides what {mark} is")


def table(random, kind, make):
    draft = make(random)
    settle(draft)
    data = write.write(random, draft)
    return Table(kind, f"{kind.replace(' ', '-')}.csv", data, draft.cells(), " ".join(draft.options), draft.ask,
                 "; ".join(draft.reasons), draft.then, draft.ignored, draft.loose_marks, draft.recipe)


KINDS = {kind: (weight, lambda random, k=kind: shaped(random, k)) for kind, (weight, _, _) in SHAPES.items()}


def draw(random, only=None):
    """One Table of a random kind, or of a kind in ONLY."""
    kinds = [k for k in KINDS if not only or k in only]
    kind = random.choices(kinds, [KINDS[k][0] for k in kinds])[0]
    return table(random, kind, KINDS[kind][1])
