#!/usr/bin/env python3
"""test_leeway_brute.py --build DIR [--cases N]

What --printed and --bounds of every program leave open, held to all completions of small random tables: a completion is
a group of one long table, which the same program reads without either option.  What is called exact is the least and
the greatest of them all; what was searched for goes at least as far; what holds does in each, and what may flip does.
"""
import argparse
import csv
import io
import itertools
import math
import random
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

NAMES = ("entity", "side", "time", "year", "period", "variable", "against", "method", "term")
NEAR = 2e-9
NEARLY = .02  # of the width: what a search may miss


# --- tables ----------------------------------------------------------------------------------------------------------

def printed(text):
    """Both ends of what prints so, and the number itself."""
    half = Decimal(5).scaleb(Decimal(text).as_tuple().exponent - 1)
    return [str(Decimal(text) - half), text, str(Decimal(text) + half)]


def bounded(low, high):
    return [str(v) for v in range(low, high + 1)]


class Table:
    """Columns of cells; a cell is its text and the values that it may have."""

    def __init__(self, **columns):
        self.columns = {name: [cell if isinstance(cell, tuple) else (str(cell), [str(cell)]) for cell in cells]
                        for name, cells in columns.items()}

    def text(self):
        return self.write([[cell[0] for cell in cells] for cells in self.columns.values()])

    def write(self, columns, group=None):
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        if group is None:
            writer.writerow(self.columns)
        for row in zip(*columns):
            writer.writerow(row if group is None else (group, *row))
        return out.getvalue()

    def completions(self):
        """One table of all of them, a group each."""
        flat = [cell[1] for cells in self.columns.values() for cell in cells]
        n = len(next(iter(self.columns.values())))
        parts = [",".join(["completion", *self.columns]) + "\n"]
        for k, values in enumerate(itertools.product(*flat)):
            parts.append(self.write([values[i:i + n] for i in range(0, len(values), n)], f"c{k}"))
        return "".join(parts)


def run(build, program, options, text):
    command = [build / "bin" / f"polstat-{program}", "-", "-q", "--format", "csv", *options]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"{program} {' '.join(options)}: {done.stderr}\n{text[:500]}")
    return list(csv.DictReader(io.StringIO(done.stdout)))


def key(row):
    return tuple(row[name] for name in NAMES if name in row)


def number(row, name):
    return float(row[name]) if row.get(name) not in (None, "") else math.nan


# --- judging ---------------------------------------------------------------------------------------------------------

class Judge:
    """One row with its leeway beside that of all completions."""

    def __init__(self, row, rows):
        self.row, self.rows, self.wrong = row, rows, []

    def say(self, what, *numbers):
        self.wrong.append(f"{key(self.row)} {what}: {numbers}; {self.row.get('found_by')}")

    def ends(self, low_name, high_name, values, exact):
        low, high = number(self.row, low_name), number(self.row, high_name)
        values = [v for v in values if not math.isnan(v)]
        if not values or (math.isnan(low) and math.isnan(high)):
            if values and exact:
                self.say(f"no {low_name}, {high_name}", min(values), max(values))
            return
        near = NEAR * max(1, *map(abs, values))
        slack = near if exact else near + NEARLY * (max(values) - min(values))
        if low > min(values) + slack or high < max(values) - slack:
            self.say(f"{low_name}, {high_name} do not reach", low, high, min(values), max(values))
        elif exact and (low < min(values) - near or high > max(values) + near):
            self.say(f"{low_name}, {high_name} go beyond", low, high, min(values), max(values))

    def word(self, name, sides):
        told = self.row.get(name)
        if not told or not sides:
            return
        if told == "holds" and len(sides) > 1:
            self.say(f"{name} holds and does not", sorted(sides))
        if told == "no flip found" and len(sides) > 1:
            self.say(f"{name}: a flip was there to find", sorted(sides))
        if told == "may flip" and len(sides) == 1 and self.row["found_by"].startswith("exact") and "; " not in self.row["found_by"]:
            self.say(f"{name} may flip and does not", sorted(sides))


NULLS = {"share-positive": .5, "relative-effect": .5}


def side(value, null=0):
    return 0 if abs(value - null) < 1e-12 else math.copysign(1, value - null)


def judge_estimate(row, rows):
    judge = Judge(row, rows)
    found = row.get("found_by", "")
    if not found or found.startswith("none"):
        return judge.wrong
    estimates = [number(r, "estimate") for r in rows]
    ps = [number(r, "p_value") for r in rows]
    judge.ends("least", "greatest", estimates, found.startswith("exact"))
    judge.ends("p_least", "p_greatest", ps, found.startswith("exact") and "; p by" not in found)
    judge.word("sign", {side(v, NULLS.get(row["term"], 0)) for v in estimates if not math.isnan(v)})
    judge.word("significance", {v < .05 for v in ps if not math.isnan(v) and abs(v - .05) > 1e-9})
    return judge.wrong


def judge_score(row, rows):
    judge = Judge(row, rows)
    found = row.get("found_by", "")
    if not found or found.startswith("none"):
        return judge.wrong
    ranks = [number(r, "rank") for r in rows]
    judge.ends("least", "greatest", [number(r, "score") for r in rows], "exact" in found)
    judge.ends("rank_low", "rank_high", ranks, found == "exact: one way")
    judge.word("order", {v for v in ranks if not math.isnan(v)})
    return judge.wrong


def judge_rank(row, rows):
    judge = Judge(row, rows)
    low = [number(r, "rank_low" if "rank_low" in r else "rank") for r in rows]
    high = [number(r, "rank_high" if "rank_high" in r else "rank") for r in rows]
    judge.ends("rank_low", "rank_high", low + high, True)
    return judge.wrong


def judge_indicator(row, rows):
    judge = Judge(row, rows)
    for name in row:
        if f"{name}_point" not in row:
            continue
        values = [number(r, name) for r in rows]
        low, _, high = row[name].strip("[]").partition(",")
        judge.row = {**row, "low": low, "high": high or low}
        if low:
            judge.ends("low", "high", values, True)
    return judge.wrong


def check(tap, build, name, program, options, leeway, table, judge, drop=()):
    own = run(build, program, [*options, *leeway], table.text())
    groups = ["--by", "completion"]
    every = defaultdict(list)
    for row in run(build, program, [*options, *groups, *drop], table.completions()):
        row.pop("completion")
        every[key(row)].append(row)
    wrong, told = [], 0
    for row in own:
        told += bool(row.get("found_by") or row.get("rank_low") or judge is judge_indicator)
        wrong += judge(row, every[key(row)])
    return tap.ok(not wrong and told > 0, name, [*(wrong or ["nothing is told"]), table.text()])


# --- cases -----------------------------------------------------------------------------------------------------------

def decimals(chance, n, low=10, high=40):
    """At most three are equal: the orders of more are not among three values of each cell."""
    while True:
        values = [Decimal(chance.randrange(low, high)).scaleb(-1) for _ in range(n)]
        if max(map(values.count, values)) <= 3:
            return values


def open_cells(values):
    return [(str(v), printed(str(v))) for v in values]


def counts(chance, n, open_most, span=3):
    """Whole numbers, some of them within bounds."""
    where = set(chance.sample(range(n), open_most))
    cells = []
    for i in range(n):
        low = chance.randrange(1, 9)
        high = low + chance.randrange(1, span + 1)
        cells.append((f"[{low},{high}]", bounded(low, high)) if i in where else (str(low), [str(low)]))
    return cells


YEARS = list(range(2010, 2016))


def trend(tap, build, chance, i):
    table = Table(year=YEARS, v=open_cells(decimals(chance, 6, 10, 18)))
    options = ["--time", "year", "-y", "v", "--method", "mann-kendall,ols,theil-sen,cagr,siegel"]
    check(tap, build, f"trend --printed {i}", "trend", options, ["--printed"], table, judge_estimate)
    table = Table(year=YEARS, v=counts(chance, 6, 4))
    options = ["--time", "year", "-y", "v", "--method", "mann-kendall,ols"]
    check(tap, build, f"trend --bounds {i}", "trend", options, ["--bounds"], table, judge_estimate)


def correlate(tap, build, chance, i):
    table = Table(a=open_cells(decimals(chance, 4, 10, 16)), b=open_cells(decimals(chance, 4, 10, 16)))
    options = ["-x", "a", "-y", "b", "--method", "kendall,spearman,pearson"]
    check(tap, build, f"correlate --printed {i}", "correlate", options, ["--printed"], table, judge_estimate)
    table = Table(a=counts(chance, 5, 3), b=counts(chance, 5, 3))
    check(tap, build, f"correlate --bounds {i}", "correlate", options, ["--bounds"], table, judge_estimate)


def describe(tap, build, chance, i):
    table = Table(v=open_cells(decimals(chance, 6)))
    check(tap, build, f"describe --printed {i}", "describe", ["-y", "v"], ["--printed"], table, judge_estimate)
    table = Table(v=counts(chance, 6, 5))
    check(tap, build, f"describe --bounds {i}", "describe", ["-y", "v"], ["--bounds"], table, judge_estimate)
    table = Table(v=counts(chance, 5, 5))
    check(tap, build, f"describe --bounds, all open {i}", "describe", ["-y", "v"], ["--bounds"], table, judge_estimate)


def compare(tap, build, chance, i):
    between = list("aaabbbb")
    table = Table(side=between, v=open_cells(decimals(chance, 7, 10, 16)))
    options = ["-y", "v", "--between", "side", "--method", "mann-whitney,welch,student,cliffs-delta"]
    check(tap, build, f"compare --printed {i}", "compare", options, ["--printed"], table, judge_estimate)
    table = Table(side=between, v=counts(chance, 7, 4))
    check(tap, build, f"compare --bounds {i}", "compare", options, ["--bounds"], table, judge_estimate)
    table = Table(side=between, v=counts(chance, 3, 3, 2) + counts(chance, 4, 1, 2))
    options = ["-y", "v", "--between", "side", "--terms", "all", "--method", "welch,mann-whitney,mean,median,quantiles,anova,kruskal"]
    check(tap, build, f"compare --bounds, a side all open {i}", "compare", options, ["--bounds"], table, judge_estimate)
    table = Table(unit=[1, 2, 3, 1, 2, 3], side=list("aaabbb"), v=open_cells(decimals(chance, 6, 10, 16)))
    options = ["-y", "v", "--between", "side", "--paired", "unit", "--method", "wilcoxon,sign,paired-t"]
    check(tap, build, f"compare --paired --printed {i}", "compare", options, ["--printed"], table, judge_estimate)


def regress(tap, build, chance, i):
    table = Table(a=[str(v) for v in decimals(chance, 6)], b=open_cells(decimals(chance, 6)))
    check(tap, build, f"regress --printed {i}", "regress", ["-y", "b", "-x", "a"], ["--printed=b"], table, judge_estimate)
    table = Table(a=chance.sample(range(20), 7), b=counts(chance, 7, 4))
    check(tap, build, f"regress --bounds {i}", "regress", ["-y", "b", "-x", "a"], ["--bounds"], table, judge_estimate)


def rank(tap, build, chance, i):
    entity = list("pqrstu")
    table = Table(entity=entity, year=[2000] * 6, v=open_cells(decimals(chance, 6, 10, 16)))
    options = ["--entity", "entity", "--time", "year", "-y", "v"]
    check(tap, build, f"rank --printed {i}", "rank", options, ["--printed"], table, judge_rank, ["--ties", "range"])
    table = Table(entity=entity, year=[2000] * 6, v=counts(chance, 6, 4))
    check(tap, build, f"rank --bounds {i}", "rank", options, ["--bounds"], table, judge_rank, ["--ties", "range"])
    methods = ["--method", "kendall,spearman,footrule,kendall-distance,rank-biased-overlap"]
    table = Table(entity=list("pqrs") * 2, year=[2000] * 4 + [2010] * 4, v=open_cells(decimals(chance, 8, 10, 16)))
    options = ["--entity", "entity", "--time", "year", "-y", "v", "--agreement", *methods]
    check(tap, build, f"rank --agreement --printed {i}", "rank", options, ["--printed"], table, judge_estimate)
    table = Table(entity=list("pqrst"), year=[2000] * 5, v=counts(chance, 5, 2), w=open_cells(decimals(chance, 5, 10, 14)))
    options = ["--entity", "entity", "--time", "year", "-y", "v,w", "--agreement", "--among", "columns", *methods]
    check(tap, build, f"rank --among columns {i}", "rank", options, ["--bounds", "--printed=w"], table, judge_estimate)
    options = ["--entity", "entity", "--time", "year", "-y", "v", "--agreement", *methods]
    table = Table(entity=list("pqrst") * 2, year=[2000] * 5 + [2010] * 5, v=counts(chance, 10, 5))
    check(tap, build, f"rank --agreement --bounds {i}", "rank", options, ["--bounds"], table, judge_estimate)


def indicator(tap, build, chance, i):
    table = Table(entity=list("ppqqrr"), time=[1, 2] * 3, v=open_cells(decimals(chance, 6)))
    options = ["--entity", "entity", "--time", "time", "-y", "v", "--kind", "share,difference,growth,index(1),contribution"]
    check(tap, build, f"indicator --printed {i}", "indicator", options, ["--printed"], table, judge_indicator)


SCALES = ["minmax", "rank", "goalposts(a=0..5,b=0..5)", "none", "percentile", "zscore"]


def composite(tap, build, chance, i):
    entity = list("pqrs")
    for scale in SCALES:
        options = ["--entity", "entity", "--indicators", "a,-b", "--replicates", "0", "--normalise", scale]
        table = Table(entity=entity, a=open_cells(decimals(chance, 4)), b=open_cells(decimals(chance, 4)))
        check(tap, build, f"composite {scale} --printed {i}", "composite", options, ["--printed"], table, judge_score)
        table = Table(entity=entity, a=counts(chance, 4, 2), b=counts(chance, 4, 2))
        check(tap, build, f"composite {scale} --bounds {i}", "composite", options, ["--bounds"], table, judge_score)


PROGRAMS = [trend, correlate, describe, compare, regress, rank, indicator, composite]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--cases", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    tap = Tap()
    for program in PROGRAMS:
        chance = random.Random(f"{program.__name__} {options.seed}")
        for i in range(options.cases if not options.only or options.only == program.__name__ else 0):
            program(tap, options.build, chance, i)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
