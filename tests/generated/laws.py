"""The metamorphic law: the same numbers give the same cells, however the table is written.

One Cube is written long, with the measure as a key, wide, and under two headers, each once plain and
once with titles, footers, marks and missing first records around it.  Of all that are read, the cells
must be the same; this needs no truth.
"""
import copy

import cube
import decorate
import judge
import shapes
import truth
import values
import write

SHAPES = [shapes.long, shapes.longest, shapes.wide, shapes.grouped]
AROUND = [decorate.titles, decorate.notes, decorate.blank_under_header]


def drawn(random):
    """A Cube that all these shapes can hold."""
    while True:
        made = cube.make(random, measures=2, times="wide")
        if made.times.spelt[0].isdigit() and len(made.members) > 1 and not made.like_years:
            return made


def first_missing(random, made):
    """The first entity has no number."""
    token = random.choice(["", "..", "n/a", "(NA)", "-"])
    for (entity, _, _), value in made.values.items():
        if entity == 0:
            value.token = token


def versions(random):
    """(what was done, the bytes, labels to leave out, the truth) of each way to write one Cube."""
    made = drawn(random)
    if random.random() < 0.4:
        first_missing(random, made)
    delimiter = random.choice([",", ";", "\t"])
    style = values.pick_style(random, delimiter)
    for shape in SHAPES:
        for around in ((), random.sample(AROUND, 2)):
            draft = shape(copy.deepcopy(made), random)
            draft.delimiter, draft.style = delimiter, style
            for decoration in around:
                decoration(random, draft)
            data = write.write(random, draft)
            if values.undecided(draft.printed(), style.decimal) is None:
                yield f"{draft.kind}, {', '.join(draft.recipe)}", data, draft.ignored, draft.cells()


def cells(result, leave_out):
    """What was read, without the order of rows and the names of columns."""
    return sorted(str(k) for k, _ in judge.shown(result, leave_out))


def breaches(read):
    """READ: (what, Result, ignored) of each version.  Lines where two that were read differ."""
    leave_out = truth.phrases(set().union(*(ignored for _, _, ignored in read)))
    done = [(what, cells(result, leave_out)) for what, result, _ in read if result.code == 0 and result.rows]
    if not done:
        return []
    first, want = done[0]
    lines = []
    for what, got in done[1:]:
        if got != want:
            other = [c for c in got if c not in want][:2]
            lines += [f"other cells: {what}", f"  than:      {first}", *(f"  {c}" for c in other)]
    return lines
