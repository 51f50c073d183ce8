#!/usr/bin/env python3
"""expressions.py --build DIR [--count N] [--seed S]: the functions of rows and claims, by the one and by the other.

N times sixty random expressions of numbers are evaluated as --let of `describe`, in doubles, and as claims, in exact
fractions and enclosures.  What claims enclose must hold what rows give, and rows must have a value wherever
claims have one.  TAP: one test a sixty.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

EXPRESSIONS, TOLERANCE = 60, 1e-9
ONE = ["abs", "ceil", "floor", "round", "sqrt", "exp", "log", "ln", "log10", "log2"]
POWERS = ["2", "3", "1 / 2", "(0 - 1)", "0", "(1 - 3)"]
CLAIMS = 'paper "P"\n\ntable t "a.csv"\n  key k\n  value v\n\n'


def number(draw):
    return str(draw.choice([0, 1, 2, 3, 5, 7, 10, 12, 100, draw.randint(1, 999)]))


def expression(draw, depth):
    if depth == 0:
        return number(draw)
    inner = [expression(draw, depth - 1) for _ in range(4)]
    kind = draw.random()
    if kind < 0.35:
        return f"({inner[0]} {draw.choice('+-*/')} {inner[1]})"
    if kind < 0.4:
        return f"-({inner[0]})"
    if kind < 0.7:
        return f"{draw.choice(ONE)}({inner[0]})"
    if kind < 0.76:
        return f"round({inner[0]}, {draw.choice(['0', '1', '2', '3', '-1', '-2'])})"
    if kind < 0.82:
        return f"pow({inner[0]}, {draw.choice(POWERS)})"
    if kind < 0.92:
        return f"{draw.choice(['min', 'max'])}({inner[0]}, {inner[1]})"
    return f"if({inner[0]} {draw.choice(['<', '>', '<=', '>=', '=', '!='])} {inner[1]}, {inner[2]}, {inner[3]})"


class Bench:
    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        Path(folder, "a.csv").write_text("k,v\n1,1\n2,1\n")

    def run(self, program, *words):
        return subprocess.run([str(self.build / "bin" / f"polstat-{program}"), *words], cwd=self.folder, capture_output=True,
                              text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def rows(self, expressions):
        """The value of each, None where there is none."""
        lets = [word for i, e in enumerate(expressions) for word in ("--let", f"z{i}={e}")]
        done = self.run("describe", "a.csv", "-q", "--format", "json", *lets)
        if done.returncode != 0:
            raise RuntimeError(f"{done.stderr}")
        found = {row["variable"]: row["estimate"] for row in json.loads(done.stdout) if row["term"] == "mean"}
        return [found.get(f"z{i}") for i in range(len(expressions))]

    def claims(self, name, expressions):
        """(low, high) of each, None where there is none."""
        text = "".join(f'claim c{i}\n  {e} > 0\n\n' for i, e in enumerate(expressions))
        Path(self.folder, name).write_text(CLAIMS + text)
        report = json.loads(self.run("claims", "check", "--format", "json", name).stdout)
        return [enclosure(claim["checks"][0]) for claim in report["claims"]]

    def differences(self, seed):
        draw = random.Random(seed)
        expressions = [expression(draw, draw.randint(1, 3)) for _ in range(EXPRESSIONS)]
        pairs = zip(expressions, self.rows(expressions), self.claims(f"{seed}.claims", expressions))
        return [f"{e}: {row} as rows, {range_} in claims" for e, row, range_ in pairs if not agree(row, range_)]


def enclosure(check):
    computed = check["computed"] or {}
    if check["verdict"] == "error" or computed.get("lo") is None or computed.get("hi") is None:
        return None
    return float(computed["lo"]), float(computed["hi"])


def agree(row, range_):
    """A claim has no number where a branch that is not taken has none; rows look at what they take alone."""
    if range_ is None:
        return True
    if row is None:
        return False
    room = TOLERANCE * max(1, abs(range_[0]))
    return range_[0] - room <= row <= range_[1] + room


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="polstat-expressions-") as folder, \
            ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        bench = Bench(options.build.resolve(), folder)
        seeds = range(options.seed, options.seed + options.count)
        for seed, found in zip(seeds, pool.map(bench.differences, seeds)):
            tap.ok(not found, f"{EXPRESSIONS} expressions of seed {seed}", found)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
