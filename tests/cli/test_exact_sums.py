#!/usr/bin/env python3
"""test_exact_sums.py --build DIR [--rows N]

Sums, means, standard deviations and lines that the programs print, held to Python's Fraction, to the bit: numbers of
every kind (1e308 beside subnormal ones, what cancels, decimals of many lengths, what --let computes), in any order, and
from any number of parts of the file, merged in any order.
N rows are enough for the exact sums of large groups.
"""
import argparse
import csv
import functools
import io
import math
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

LARGE = 1 << 20  # PST_PAIR_SUM_FROM


def run(build, program, *options):
    done = subprocess.run([build / "bin" / program, "-q", "--format", "csv", *options], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{program} {' '.join(options)}: {done.stderr}")
    return list(csv.DictReader(io.StringIO(done.stdout)))


def merged(build, folder, n, chance, program, *options):
    """The same from N parts, some of which are merged before the others."""
    parts = [str(folder / ("p%d.pst" % k)) for k in range(n)]
    for k, part in enumerate(parts, 1):
        subprocess.run([build / "bin" / program, "-q", "--format", "csv", *options, "--part", "%d/%d" % (k, n), "-o", part], check=True)
    chance.shuffle(parts)
    some = chance.randrange(1, n)
    subprocess.run([build / "bin/polstat-merge", "-q", *parts[:some], "-o", folder / "some.pst"], check=True)
    done = subprocess.run([build / "bin/polstat-merge", "-q", folder / "some.pst", *parts[some:]], capture_output=True, text=True, check=True)
    return list(csv.DictReader(io.StringIO(done.stdout)))


# --- --aggregate -----------------------------------------------------------------------------------------------------

def printed(text):
    """The number of a cell of --aggregate: a decimal of few digits as it stands, else the double; of a whole number
    beyond 2^53 also what the double leaves of it."""
    mantissa, _, exponent = text.partition("e")
    decimals = max(len(mantissa.partition(".")[2]) - int(exponent or 0), 0)
    value = float(text)
    if decimals <= 15:
        units = value * 10.0**decimals
        if abs(units) < 2**53 and round(units) / 10.0**decimals == value:
            return Fraction(round(units), 10**decimals)
    if abs(value) < 2**53:
        return Fraction(value)
    return Fraction(value) + Fraction(float(Fraction(text) - Fraction(value)))


def draw(chance):
    kind = chance.randrange(7)
    if kind == 0:
        return chance.choice(["1e308", "-1e308", "5e-324", "1.7e308", "2.2250738585072014e-308", "-3e-310"])
    if kind == 1:
        return repr(chance.uniform(-1, 1) * 10.0**chance.randrange(-300, 300))
    if kind == 2:
        return "%d.%02d" % (chance.randrange(-10**9, 10**9), chance.randrange(100))
    if kind == 3:
        return str(chance.randrange(-1000, 1000))
    return "%.*f" % (chance.randrange(0, 19), chance.uniform(-1000, 1000))


def cells(chance, n_groups):
    """Rows (group, text) whose sums are within the doubles: each large one with its opposite."""
    rows, groups = [], ["g%d" % i for i in range(n_groups)]
    for group in groups:
        for _ in range(chance.randrange(1, 60)):
            text = draw(chance)
            rows.append((group, text))
            if abs(float(text)) > 1e290:
                rows.append((group, text[1:] if text[0] == "-" else "-" + text))
    chance.shuffle(rows)
    return rows


def check_cells(tap, build, folder, seed):
    chance = random.Random(seed)
    rows = cells(chance, 300)
    for order in range(2):
        path = folder / "cells.csv"
        path.write_text("g,t,v\n" + "".join("%s,1,%s\n" % row for row in rows))
        for how in ("sum", "mean"):
            wrong, want = [], {}
            for group, text in rows:
                want.setdefault(group, []).append(printed(text))
            command = ["--aggregate", how, "--entity", "g", "--time", "t", "-y", "v", str(path)]
            got = {r["g"]: r["value"] for r in run(build, "polstat-rank", *command)}
            n = chance.randrange(2, 14)
            parted = {r["g"]: r["value"] for r in merged(build, folder, n, chance, "polstat-rank", *command)}
            if parted != got:
                wrong.append("%d parts: %r" % (n, {g: (got[g], parted.get(g)) for g in got if parted.get(g) != got[g]}))
            for group, values in want.items():
                exact = float(sum(values) / (1 if how == "sum" else len(values)))
                if float(got[group]) != exact:
                    wrong.append("%s of %s: %s, exactly %r" % (how, group, got[group], exact))
            tap.ok(not wrong and len(got) == len(want), "%s of cells, seed %d, order %d" % (how, seed, order), wrong)
        chance.shuffle(rows)


# --- large groups ----------------------------------------------------------------------------------------------------

DECIMALS = {e: max(d for d in range(16) if 10**d <= 2**(51 - e)) for e in range(52)}  # of numbers below 2^e


@functools.lru_cache(maxsize=1000)
def as_summed(value):
    """The decimal that a number of a large group is taken as, in units of 10^-15; None where it is the double."""
    exponent = math.frexp(value)[1]
    if exponent > 51:
        return None
    scale = 10.0**DECIMALS.get(exponent, 15)
    units = round(value * scale)
    return units * (10**15 // int(scale)) if units / scale == value else None


def in_bits(value):
    """A double in units of 2^-120."""
    top, under = value.as_integer_ratio()
    return top << (121 - under.bit_length())


class Sums:
    """The sums of pairs, in whole numbers of 10^-15 or of 2^-120."""

    def __init__(self, pairs):
        self.n = 0
        small, other = [0] * 5, [0] * 5
        for x, y in pairs:
            a, b = as_summed(x), as_summed(y)
            self.n += 1
            sums = small
            if a is None or b is None:
                sums, a, b = other, in_bits(x), in_bits(y)
            for i, term in enumerate((a, b, a * a, a * b, b * b)):
                sums[i] += term
        powers = [1, 1, 2, 2, 2]
        self.x, self.y, xx, xy, yy = (Fraction(s, 10**(15 * p)) + Fraction(o, 2**(120 * p))
                                      for s, o, p in zip(small, other, powers))
        self.sxx = xx - self.x**2 / self.n
        self.sxy = xy - self.x * self.y / self.n
        self.syy = yy - self.y**2 / self.n
        self.slope = self.sxy / self.sxx if self.sxx else None


def near(text, exact, ulps):
    """TEXT is the double nearest to EXACT, or so many units in the last place beside it."""
    want = float(exact)
    return abs(float(text) - want) <= ulps * math.ulp(want)


def check_terms(tap, rows, name, terms):
    got = {row["term"]: row["estimate"] for row in rows}
    wrong = ["%s: %s, exactly %r" % (term, got[term], float(exact))
             for term, exact, ulps in terms if not near(got[term], exact, ulps)]
    tap.ok(not wrong, name, wrong)


def square_root(q):
    """The root of a fraction, to 200 bits."""
    return Fraction(math.isqrt(q.numerator * 4**200 // q.denominator), 2**200)


def check_large(tap, build, folder, n):
    chance = random.Random(7)
    years = [1950 + i % 71 for i in range(n)]
    money = [chance.randrange(10**9) / 100 for _ in range(n)]
    far = ["%.3f" % (1e9 + chance.gauss(0, 1)) for _ in range(n)]
    path = folder / "large.csv"
    path.write_text("year,money,far\n" + "".join("%d,%r,%s\n" % row for row in zip(years, money, far)))
    columns = {"far": ([float(f) for f in far], []),
               "third": ([m / 3 for m in money], ["--let", "third=money/3"])}
    for name, (values, let) in columns.items():
        sums = Sums(zip(years, values))
        deviation = square_root(sums.syy / (n - 1))
        check_terms(tap, run(build, "polstat-describe", "-y", name, *let, "--terms", "all", str(path)),
                    "describe of %d rows of %s" % (n, name),
                    [("mean", sums.y / n, 0), ("sum", sums.y, 0), ("sd", deviation, 1), ("var", sums.syy / (n - 1), 1)])
        rss = sums.syy - sums.slope * sums.sxy
        check_terms(tap, run(build, "polstat-trend", "--time", "year", "-y", name, *let, "--duplicates", "keep",
                             "--method", "ols", "--terms", "all", str(path)),
                    "ols of %d rows of %s" % (n, name),
                    [("slope", sums.slope, 0), ("intercept", (sums.y - sums.slope * sums.x) / n, 0), ("rss", rss, 0)])
        r = square_root(sums.sxy**2 / (sums.sxx * sums.syy)) * (1 if sums.sxy > 0 else -1)
        check_terms(tap, run(build, "polstat-correlate", "-x", "year", "-y", name, *let, "--method", "pearson", str(path)),
                    "pearson of %d rows of %s" % (n, name), [("r", r, 0)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--rows", type=int, default=LARGE)
    args = parser.parse_args()
    build = args.build.resolve()
    os.environ["LC_ALL"] = "C.UTF-8"
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(3):
            check_cells(tap, build, folder, seed)
        check_large(tap, build, folder, args.rows)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
