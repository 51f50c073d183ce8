#!/usr/bin/env python3
"""definitions.py --build DIR [--count N] [--seed S]: indicators of rows, by polstat and by their definitions.

N random panels of five entities over nine years, some years without a row and some cells empty.  What each kind is, and
when there is none, is written here from docs/METHODS.md, and not from the code.  TAP: one test a kind.
"""
import argparse
import csv
import math
import os
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

ENTITIES, YEARS, TOLERANCE = "ABCDE", range(2000, 2009), 1e-9


class Panel:
    """{(entity, year): (value or None, another column)}"""

    def __init__(self, seed):
        draw = random.Random(seed)
        self.cells = {(e, y): (None if draw.random() < 0.1 else draw.randint(1, 50), draw.randint(1, 20))
                      for e in ENTITIES for y in YEARS if draw.random() > 0.12}

    def write(self, path):
        lines = [f"{e},{y},{'' if v is None else v},{w}" for (e, y), (v, w) in self.cells.items()]
        path.write_text("\n".join(["e,y,v,w", *lines]) + "\n")

    def value(self, e, y):
        return self.cells.get((e, y), (None,))[0]

    def of_year(self, y):
        return [self.cells[e, y][0] for e in ENTITIES if (e, y) in self.cells]

    def total(self, y):
        values = self.of_year(y)
        return None if not values or None in values else sum(values)


def both(a, b, made):
    """MADE of A and B; none where one is not there or the base is not above 0."""
    return None if a is None or b is None or b <= 0 else made(a, b)


def back(steps, made):
    return lambda p, e, y: both(p.value(e, y), p.value(e, y - steps), made)


def window(first, last, ends=1, least=None, mean=True):
    """Of the years from y + FIRST to y + LAST, the outer two with the weight ENDS; LEAST of them must be known."""
    def of(p, e, y):
        values = [p.value(e, y + i) for i in range(first, last + 1)]
        weights = [ends if i in (first, last) else 1 for i in range(first, last + 1)]
        known = [(v, w) for v, w in zip(values, weights) if v is not None]
        if len(known) < (len(values) if least is None else least):
            return None
        total = sum(v * w for v, w in known)
        return total / sum(w for _, w in known) if mean else total
    return of


def cumulative(p, e, y):
    past = [p.cells[e, q][0] for q in YEARS if q <= y and (e, q) in p.cells]
    return None if None in past else sum(past)


def among(made):
    """MADE of the value and the known values of its year."""
    def of(p, e, y):
        value, known = p.value(e, y), [v for v in p.of_year(y) if v is not None]
        return None if value is None else made(value, known)
    return of


def zscore(less):
    def of(value, known):
        mean = sum(known) / len(known)
        squares = sum((v - mean) ** 2 for v in known)
        return None if squares == 0 else (value - mean) / math.sqrt(squares / (len(known) - less))
    return among(of)


def ntile(parts):
    def of(p, e, y):
        if p.value(e, y) is None:
            return None
        order = sorted((p.value(x, y), x) for x in ENTITIES if p.value(x, y) is not None)
        size, more = divmod(len(order), parts)
        place, part = order.index((p.value(e, y), e)), 0
        while place >= size + (part < more):
            place -= size + (part < more)
            part += 1
        return part + 1
    return of


def base(p, e):
    known = [p.value(e, y) for y in range(2001, 2005) if p.value(e, y) is not None]
    return sum(known) / len(known) if known else None


KINDS = {
    "growth": back(1, lambda a, b: 100 * (a / b - 1)),
    "growth(3)": back(3, lambda a, b: 100 * (a / b - 1)),
    "log-growth": back(1, lambda a, b: math.log(a / b)),
    "annual-growth(2)": back(2, lambda a, b: 100 * (math.sqrt(a / b) - 1)),
    "difference": back(1, lambda a, b: a - b),
    "difference(2)": back(2, lambda a, b: a - b),
    "average(3)": window(-1, 1),
    "average(3,trailing)": window(-2, 0),
    "average(4)": window(-2, 2, ends=0.5),
    "average(3,known 2)": window(-1, 1, least=2),
    "average(4,trailing,known 3)": window(-3, 0, least=3),
    "sum(3)": window(-2, 0, mean=False),
    "sum(3,centred)": window(-1, 1, mean=False),
    "cumulative": cumulative,
    "ratio(A)": lambda p, e, y: both(p.value(e, y), p.value("A", y), lambda a, b: a / b),
    "per(w)": lambda p, e, y: both(p.value(e, y), p.cells[e, y][1], lambda a, b: a / b),
    "percent-rank": among(lambda v, known: sum(k < v for k in known) / (len(known) - 1) if len(known) > 1 else 0),
    "cume-dist": among(lambda v, known: sum(k <= v for k in known) / len(known)),
    "ntile(3)": ntile(3),
    "ntile(2)": ntile(2),
    "rank": among(lambda v, known: 1 + sum(k > v for k in known)),
    "zscore": zscore(1),
    "zscore(population)": zscore(0),
    "share": lambda p, e, y: both(p.value(e, y), p.total(y), lambda a, b: 100 * a / b),
    "share(of known)": among(lambda v, known: 100 * v / sum(known)),
    "index(2003)": lambda p, e, y: both(p.value(e, y), p.value(e, 2003), lambda a, b: 100 * a / b),
    "index(2001..2004,known)": lambda p, e, y: both(p.value(e, y), base(p, e), lambda a, b: 100 * a / b),
    "total-growth": lambda p, e, y: both(p.total(y), p.total(y - 1), lambda a, b: 100 * (a / b - 1)),
    "contribution": lambda p, e, y: None if None in (p.value(e, y), p.value(e, y - 1)) else both(
        100 * (p.value(e, y) - p.value(e, y - 1)), p.total(y - 1), lambda a, b: a / b),
}


def ours(build, panel, folder, number):
    """The columns of polstat, in the order of KINDS, for each row."""
    path = Path(folder, f"panel-{number}.csv")
    panel.write(path)
    done = subprocess.run([str(build / "bin/polstat-indicator"), path.name, "--entity", "e", "--time", "y", "-y", "v", "--kind",
                           ",".join(KINDS), "-q"], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}, check=True)
    for row in list(csv.reader(done.stdout.splitlines()))[1:]:
        yield row[0], int(row[1]), [float(field) if field else None for field in row[3:3 + len(KINDS)]]


def same(a, b):
    return a is b if a is None or b is None else abs(a - b) <= TOLERANCE * max(1, abs(b))


def differences(build, folder, number, seed):
    panel, found = Panel(seed), []
    for e, y, got in ours(build, panel, folder, number):
        for kind, number_got in zip(KINDS, got):
            want = KINDS[kind](panel, e, y)
            if not same(number_got, want):
                found.append((kind, f"panel of seed {seed}, {e} {y}: {number_got}, by definition {want}"))
    return len(panel.cells), found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    build, tap, wrong = options.build.resolve(), Tap(), defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="polstat-definitions-") as folder, \
            ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        results = list(pool.map(lambda i: differences(build, folder, i, options.seed + i), range(options.count)))
    for _, found in results:
        for kind, line in found:
            wrong[kind].append(line)
    for kind in KINDS:
        tap.ok(not wrong[kind], f"{kind}: {sum(rows for rows, _ in results)} rows", wrong[kind])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
