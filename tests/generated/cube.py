"""Random Cubes: entities, measures, periods, and a number for each."""
import itertools

import keys
import periods
import values
from draft import Cube, Value


def make(random, measures=None, times="any", dimensions=None):
    """A Cube of MEASURES measures (None: one to three); times: any, wide, none."""
    dimensions = dimensions or keys.pick(random, 2 if times == "none" else 3)
    members = [sum(parts, ()) for parts in itertools.product(*(d.members for d in dimensions))]
    members = members[:random.choice([12, 20, 30])]
    count = measures or random.choice([1, 1, 1, 2, 2, 3])
    names = keys.measures(random, count)
    run = {"any": periods.pick, "wide": periods.pick_wide, "none": lambda _: None}[times](random)
    spans = range(len(run.spelt)) if run else [None]
    cells, like_years = {}, False
    for m, name in enumerate(names):
        draw, years = values.pick_amounts(random)
        like_years = like_years or years
        for e, t in itertools.product(range(len(members)), spans):
            period = run.canonical[t] if run else ""
            cells[e, m, t] = Value([*members[e], name], period, draw())
    return Cube(dimensions, members, names, run, cells, like_years)
