#!/usr/bin/env python3
"""test_brute.py [--build DIR] [--mode plain|asan|valgrind] [--cases N] [--seed S]: verdicts of polstat-claims on random
claims against every completion of their cells on a grid.  TAP.

A cell as printed is each of the numbers that print so, one within bounds each within them, a missing one anything.  What is
verified must hold in all of them (or as printed), what is contradicted in none; where the grid has the ends, what holds in all
must be verified, and an interval that is told must hold all values.
"""
import argparse
import itertools
import json
import math
import random
import subprocess
import sys
import tempfile
from fractions import Fraction as F
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

EPS = F(1, 1000)
ORDERS = {">": lambda a, b: a > b, "<": lambda a, b: a < b, ">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b}


def decimal(x, digits):
    n = math.floor(abs(x) * 10 ** digits + F(1, 2))
    text = str(n) if digits == 0 else f"{n // 10 ** digits}.{n % 10 ** digits:0{digits}d}"
    return ("-" if x < 0 and n else "") + text


def median(v):
    v = sorted(v)
    return (v[(len(v) - 1) // 2] + v[len(v) // 2]) / 2


def quantile(v, q):
    v, h = sorted(v), (len(v) - 1) * q
    i = math.floor(h)
    return v[i] if i + 1 == len(v) else v[i] + (h - i) * (v[i + 1] - v[i])


def variance(v):
    return sum((x - sum(v) / len(v)) ** 2 for x in v) / (len(v) - 1)


def rounded(x, digits=0):
    n = math.floor(abs(x) * 10 ** digits + F(1, 2))
    return F(n if x >= 0 else -n, 10 ** digits)


def pearson(a, b):
    x, y = [p - sum(a) / len(a) for p in a], [p - sum(b) / len(b) for p in b]
    square = sum(p * p for p in x) * sum(p * p for p in y)
    return None if square == 0 else float(sum(p * q for p, q in zip(x, y))) / math.sqrt(square)


def midranks(a):
    return [F(2 * sum(y < x for y in a) + sum(y == x for y in a) + 1, 2) for x in a]


def kendall(a, b):
    pairs = [((p > q) - (p < q), (r > s) - (r < s)) for (p, r), (q, s) in itertools.combinations(list(zip(a, b)), 2)]
    square = sum(p != 0 for p, _ in pairs) * sum(q != 0 for _, q in pairs)
    return None if square == 0 else sum(p * q for p, q in pairs) / math.sqrt(square)


# Expression, cells, unit of the literal, unit of the cells, value.  "square": the value is compared by its square.
NUMBERS = [
    ("x[1] - x[2]", 2, "", "", lambda v: v[0] - v[1]), ("sum(x[*])", 3, "", "", sum), ("median(x[*])", 4, "", "", median),
    ("mean(x[1..3])", 3, "", "", lambda v: sum(v) / 3), ("quantile(x[*], 0.3)", 4, "", "", lambda v: quantile(v, F(3, 10))),
    ("quantile(x[*], 25 %)", 3, "", "", lambda v: quantile(v, F(1, 4))), ("sd(x[*])", 3, "", "", variance),
    ("max(x[*]) - min(x[*])", 3, "", "", lambda v: max(v) - min(v)), ("round(x[1] / 3)", 1, "", "", lambda v: rounded(v[0] / 3)),
    ("round(x[1] + x[2], 1)", 2, "", "", lambda v: rounded(v[0] + v[1], 1)), ("floor(x[1])", 1, "", "", lambda v: F(math.floor(v[0]))),
    ("abs(x[1] - x[2])", 2, "", "", lambda v: abs(v[0] - v[1])), ("x[1] / x[2]", 2, "", "", lambda v: v[0] / v[1]),
    ("growth(x[1], x[2])", 2, " %", "", lambda v: 100 * (v[1] / v[0] - 1)), ("x[1] / sum(x[*])", 3, " %", "", lambda v: 100 * v[0] / sum(v)),
    ("complement(x[1])", 1, " %", " %", lambda v: 100 - v[0]), ("x[1] of 340", 1, "", " %", lambda v: v[0] * F(340, 100)),
    ("x[1] / 66.5 %", 1, "", "", None), ("x[1] - about 5", 1, "", "", None), ("x[1] + x[1]", 1, "", "", lambda v: 2 * v[0]),
    ("sum([y in {1, 3..4}: x[y]])", 4, "", "", lambda v: v[0] + v[2] + v[3]),
    ("sum(x[{1, 2} + {4}])", 4, "", "", lambda v: v[0] + v[1] + v[3]),
    ("slope(x[*])", 3, "", "", lambda v: median([v[1] - v[0], v[2] - v[1], (v[2] - v[0]) / 2]))]
FREE = {"x[1] - about 5": (lambda a, b: a - b, (F(19, 4), F(5), F(21, 4))),
        "x[1] / 66.5 %": (lambda a, b: a * 100 / b, (F(6645, 100), F(665, 10), F(6655, 100)))}


def random_cell(rng, digits, positive):
    """Text, ends of what it can be, the number as printed or None."""
    value = F(rng.randint(2 * 10 ** digits if positive else -3 * 10 ** digits, 10 * 10 ** digits), 10 ** digits)
    if rng.random() < .15:
        width = F(rng.randint(1, 30), 10 ** digits)
        return f"[{decimal(value, digits)},{decimal(value + width, digits)}]", value, value + width, None
    half = F(1, 2 * 10 ** digits)
    return decimal(value, digits), value - half, value + half, value


def check(program, folder, text):
    Path(folder, "a.claims").write_text(text, encoding="utf-8")
    done = subprocess.run([program, "check", "a.claims", "--format", "json"], cwd=folder, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["claims"][0], done.stderr


def number_case(rng, program, folder):
    name, k, unit, of_cells, value = rng.choice(NUMBERS)
    digits = rng.choice([0, 1, 1, 2])
    cells = [random_cell(rng, digits, "/" in name or "growth" in name) for _ in range(k)]
    whole = all("." not in c[0] for c in cells)
    grids = [[low + i for i in range(int(high - low) + 1)] if at is None and whole else [low, (low + high) / 2, high]
             for _, low, high, at in cells]
    at = [c[3] for c in cells]
    if name in FREE:
        compute, free = FREE[name]
        values = [compute(a, b) for a in grids[0] for b in free]
        printed = None if at[0] is None else compute(at[0], free[1])
    else:
        values = [value(list(v)) for v in itertools.product(*grids)]
        printed = None if None in at else value(at)
    square = name.startswith("sd")
    of = (lambda x: x * abs(x)) if square else (lambda x: x)
    about = rng.choice(values)
    places = rng.choice([0, 1, 1, 2])
    literal = decimal((F(math.isqrt(int(about * 10 ** 8)), 10 ** 4) if square else about)
                      + rng.choice([0, 0, 0, 1, -1, F(1, 2), -F(1, 2)]) * F(1, 10 ** places), places)
    number, half = F(literal), F(1, 2 * 10 ** places)
    relation = rng.choice(["=", "=", "=", "!=", "= about", ">", "<", ">=", "<="])
    expression = f"{name} {relation} {literal}{unit}"
    rows = "".join(f'{i + 1},"{c[0]}"\n' for i, c in enumerate(cells)) + ("8,7\n9,3\n" if k == 1 else "")
    Path(folder, "x.csv").write_text("k,v\n" + rows, encoding="utf-8")
    claim, told = check(program, folder, f'table x "x.csv"\n  key k\n  value v{of_cells} printed\nclaim c\n  {expression}\n')
    verdict, wrong = claim["verdict"], None
    if relation in ORDERS:
        holds = [ORDERS[relation](v, of(number)) for v in values]
    else:
        half = abs(number) / 20 if relation == "= about" else half
        holds = [(of(number - half) <= v <= of(number + half)) != (relation == "!=") for v in values]
    as_printed = relation in ("=", "= about") and printed is not None and of(number - half) <= printed <= of(number + half)
    if relation == "!=" and printed is not None and of(number - half) <= printed <= of(number + half):
        holds.append(False)
    if verdict == "verified" and not all(holds) and not (as_printed or relation in ("=", "= about") and "4" in name):
        wrong = "verified, and a completion says no"
    elif verdict == "contradicted" and any(holds) and relation != "!=":
        wrong = "contradicted, and a completion says yes"
    elif verdict != "verified" and (as_printed or (all(holds) and relation != "!=" and name[:3] not in ("slo", "sd("))):
        wrong = "not verified"
    elif verdict not in ("verified", "consistent", "contradicted"):
        wrong = "no verdict"
    computed = claim["checks"][0].get("computed") or {}
    if not wrong and not square and computed.get("lo") is not None and not (
            F(computed["lo"]) <= min(values) + F(1, 10 ** 9) and max(values) - F(1, 10 ** 9) <= F(computed["hi"])):
        wrong = "a value is outside of the interval"
    return wrong and f"{wrong}: {expression} of {[c[0] for c in cells]}: {verdict} {told[:100]}"


def test_of(rng, z):
    """A test of four cells x, and its truth; None: it has none."""
    order, limit, quantifier = rng.choice(list(ORDERS)), rng.choice([F(3), F(5), F(5, 2), F(4)]), rng.choice(["all", "most", "some", "none"])
    text = decimal(limit, 0 if limit.denominator == 1 else 1)
    compare, member = ORDERS[order], rng.randint(1, 4)
    share, direction, how = rng.choice([0, .3, .55, -.45]), rng.choice(["rises", "falls"]), rng.choice(["", "always ", "never "])

    def quantified(holds):
        n = sum(holds)
        return {"all": n == len(holds), "most": 2 * n > len(holds), "some": n > 0, "none": n == 0}[quantifier]

    def moves(v):
        steps = [b > a if direction == "rises" else b < a for a, b in (zip(v, v[1:]) if how else [(v[0], v[-1])])]
        return not any(steps) if how == "never " else all(steps)

    def correlation(of):
        def truth(v):
            r = of(v, z)
            return None if r is None else compare(r, share)
        return truth
    return rng.choice([
        (f"{quantifier}(k in 1..4: x[k] {order} {text})", lambda v: quantified([compare(a, limit) for a in v])),
        (f"{quantifier}(k in 2..4: x[k] {order} x[k - 1])", lambda v: quantified([compare(b, a) for a, b in zip(v, v[1:])])),
        (f"count({{k in 1..4: x[k] {order} {text}}}) > {member}", lambda v: sum(compare(a, limit) for a in v) > member),
        (f"rank(x[1..4], {member}) <= 2", lambda v: (lambda best, worst: best == worst and best <= 2 or (None if best <= 2 else False))(
            1 + sum(a > v[member - 1] for a in v), sum(a >= v[member - 1] for a in v))),
        (f"x[1..4] {how}{direction}", moves),
        (f"kendall(x[1..4], z[1..4]) {order} {share}", correlation(kendall)),
        (f"spearman(x[1..4], z[1..4]) {order} {share}", correlation(lambda a, b: pearson(midranks(a), midranks(b)))),
        (f"pearson(x[1..4], z[1..4]) {order} {share}", correlation(pearson)),
        (f"x[1] {order} x[2] and not x[3] {order} x[4]", lambda v: compare(v[0], v[1]) and not compare(v[2], v[3])),
        (f"{{k in 1..4: x[k] {order} {text}}} = {{1, 3..4}}", lambda v: [i for i in range(4) if compare(v[i], limit)] == [0, 2, 3])])


def test_case(rng, program, folder):
    digits, cells, grids = rng.choice([0, 0, 1]), [], []
    for _ in range(4):
        value, half, kind = F(rng.randint(0, 8 * 10 ** digits), 10 ** digits), F(1, 2 * 10 ** digits), rng.random()
        text = decimal(value, digits)
        if kind < .1:
            cells.append("")
            grids.append([F(-50), F(0), F(7, 2), F(9, 2), F(6), F(50)])
        elif kind < .2:
            cells.append(f">{text}")
            grids.append([value + EPS, value + 1, value + 2, value + 6])
        elif kind < .3:
            cells.append(f"{text} or less")
            grids.append([value - 6, value - 2, value - 1, value])
        else:
            cells.append(text)
            grids.append([value - half + EPS, value, value + half - EPS])
    if all("." not in c for c in cells):
        grids = [[a for a in g if a == int(a)] if not c.isdigit() and c else g for c, g in zip(cells, grids)]
    z = [F(rng.randint(0, 60), 10) for _ in range(4)]
    Path(folder, "u.csv").write_text("k,v,z\n" + "".join(f'{i + 1},"{c}",{decimal(z[i], 1)}\n' for i, c in enumerate(cells)),
                                     encoding="utf-8")
    expression, truth = test_of(rng, z)
    claim, told = check(program, folder, 'table x "u.csv"\n  key k\n  value v printed\ntable z "u.csv"\n  key k\n  value z\n'
                        f"claim c\n  {expression}\n")
    truths, verdict = {truth(list(v)) for v in itertools.product(*grids)}, claim["verdict"]
    if verdict == "verified" and False in truths:
        return f"verified, and a completion says no: {expression} of {cells}"
    if verdict == "contradicted" and True in truths:
        return f"contradicted, and a completion says yes: {expression} of {cells}"
    if verdict == "not checkable" and "" not in cells:
        return f"not checkable, and nothing is missing: {expression} of {cells}"
    if verdict == "error" and None not in truths and "is not a number" not in told:
        return f"an error: {expression} of {cells}: {told[:200]}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=str(ROOT / "build"))
    parser.add_argument("--mode", choices=["plain", "asan", "valgrind"], default="plain")
    parser.add_argument("--cases", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tap, program, rng = Tap(), Path(options.build, "bin/polstat-claims").resolve(), random.Random(options.seed)
    cases = options.cases or {"plain": 400, "asan": 200, "valgrind": 10}[options.mode]
    if not program.exists():
        tap.skip("there is no polstat-claims")
        return tap.done()
    with tempfile.TemporaryDirectory() as folder:
        for case, what in ((number_case, "numbers"), (test_case, "tests")):
            wrong = [w for w in (case(rng, program, folder) for _ in range(cases)) if w]
            tap.ok(not wrong, f"{what}: {cases} claims have the verdict that every completion gives", wrong[:10])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
