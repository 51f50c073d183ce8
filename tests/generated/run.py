#!/usr/bin/env python3
"""run.py [--build DIR] [--mode plain|asan] [--runs N] [--seed N] [--first N] [--only KIND,...] [--keep DIR]
       [--list] [KIND...]

Random tables the ways agencies write them, with the truth beside them, through polstat-tidy.  TAP:
one test a threshold.  At the end a table says how many of each kind were read right,
asked about needlessly or rightly, and read wrong with or without a word.

Of each table that is read the laws of every file are tested (tests/extracts/accounts.py).

Besides, of every 20th seed one Cube is written in eight ways, which must all give the same cells, and
for every tenth table `polstat describe`, `polstat trend` and a claims file must ask what tidy asks.

RUNS tables are tried (default 500); table number I of a SEED is the same in every run.  --keep DIR
writes each table that is not right there, with its truth and what came out.
"""
import argparse
import os
import random
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/extracts"), str(ROOT / "tests/support")]
import accounts  # noqa: E402
import judge  # noqa: E402
import laws  # noqa: E402
import programs  # noqa: E402
import recipes  # noqa: E402
import thresholds  # noqa: E402
import tidy  # noqa: E402
from tap import Tap  # noqa: E402

LAW_EVERY, PROGRAMS_EVERY = 20, 10  # tables
SECONDS = {"plain": 300, "asan": 600}  # for a hang


class Trial:
    """What became of one table; the table itself is let go."""

    def __init__(self, number, options):
        table = recipes.draw(random.Random(f"{options.seed}/{number}"), options.only)
        result = read(options, table)
        verdict = judge.judge(table, result)
        well = result.code == 0 and result.report is not None
        self.breaches = accounts.breaches(table.data, table.options, result) if well else []
        self.disagreements = []
        if number % PROGRAMS_EVERY == 0:
            self.disagreements = programs.disagreements(options.build, table, result, SECONDS[options.mode])
        if verdict.name == "asked rightly" and table.then:
            table, result, verdict = settle(options, table, result, verdict)
        self.number, self.kind, self.verdict = number, table.kind, verdict.name
        self.lines = [f"{verdict.name}: table {number}, {table.kind}, {', '.join(table.recipe)} {table.options}",
                      *(f"  {line}" for line in verdict.lines)]
        if options.keep and verdict.name not in ("right", "asked rightly"):
            self.keep(options.keep, table, result)

    def keep(self, folder, table, result):
        """The table, its truth and the answer, side by side."""
        stem = folder / f"{self.verdict.replace(' ', '-')}-{table.name[:-4]}-{self.number}"
        folder.mkdir(parents=True, exist_ok=True)
        stem.with_suffix(".csv").write_bytes(table.data)
        lines = self.lines + [f"ask: {table.ask} {table.reason}"] + [str(c) for c in table.cells[:40]]
        stem.with_suffix(".truth").write_text("\n".join(lines) + "\n")
        stem.with_suffix(".out").write_text((result.table or "") + "\n" + result.stderr)


def read(options, table):
    return tidy.run(options.build, table.data, table.options, table.name, SECONDS[options.mode])


def settle(options, table, result, verdict):
    """What was asked is answered: now it must be read right."""
    answered = table.with_options(table.then)
    again = read(options, answered)
    then = judge.judge(answered, again)
    if then.name in ("right", "asked rightly"):
        return table, result, verdict
    return answered, again, judge.Verdict(then.name, [f"after {answered.options}:"] + then.lines)


class LawTrial:
    """One Cube in all its ways, and where they differ."""

    def __init__(self, number, options):
        generator = random.Random(f"{options.seed}/law/{number}")
        read_ways = []
        for what, data, ignored, _ in laws.versions(generator):
            result = tidy.run(options.build, data, "", "law.csv", SECONDS[options.mode])
            read_ways.append((what, result, ignored, data))
        lines = laws.breaches([r[:3] for r in read_ways])
        self.lines = [f"law {number}:", *(f"  {line}" for line in lines)] if lines else []
        if self.lines and options.keep:
            self.keep(options.keep, number, read_ways)

    def keep(self, folder, number, read_ways):
        folder.mkdir(parents=True, exist_ok=True)
        for i, (what, result, _, data) in enumerate(read_ways):
            (folder / f"law-{number}-{i}.csv").write_bytes(data)
            (folder / f"law-{number}-{i}.out").write_text(f"{what}\n{result.table or result.stderr}")


def summary(tap, counts):
    head = f"{'kind':<24}" + "".join(f"{name:>18}" for name in judge.VERDICTS)
    tap.note(head)
    for kind in [*sorted(counts), None]:
        row = counts[kind] if kind else sum(counts.values(), Counter())
        tap.note(f"{kind or 'all':<24}" + "".join(f"{row[name]:>18}" for name in judge.VERDICTS))


def few(tap, what, name, found, of):
    """One test: of OF trials at most a share may have lines."""
    most = int(thresholds.MOST[name] * of)
    bad = [lines for lines in found if lines]
    tap.ok(len(bad) <= most, f"generated: {what} in {len(bad)} of {of} trials, at most {most}", sum(bad, []))


def report(tap, trials):
    """One test a verdict with a threshold, then the summary by kind."""
    counts, faults = {}, {}
    for trial in trials:
        counts.setdefault(trial.kind, Counter())[trial.verdict] += 1
        if trial.verdict in thresholds.MOST:
            faults.setdefault(trial.verdict, []).extend(trial.lines)
    total = sum(counts.values(), Counter())
    for name in judge.VERDICTS:
        if name not in thresholds.MOST:
            continue
        most = int(thresholds.MOST[name] * total.total())
        tap.ok(total[name] <= most, f"generated: {name} in {total[name]} of {total.total()} tables, at most {most}",
               faults.get(name, []))
    summary(tap, counts)


def comma_list(text):
    return text.split(",")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=list(SECONDS), default="plain")
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first table")
    parser.add_argument("--only", type=comma_list)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--list", action="store_true", help="the kinds")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="as --only")
    options = parser.parse_args()
    options.only = (options.only or []) + options.kinds
    options.build = options.build.resolve()
    if options.list:
        print("\n".join(recipes.KINDS))
        return 0
    tap = Tap()
    numbers = range(options.first, options.first + options.runs)
    laws_of = [] if options.only else numbers[::LAW_EVERY]
    with ProcessPoolExecutor(max_workers=options.jobs) as pool:
        trials = list(pool.map(Trial, numbers, repeat(options), chunksize=10))
        law_trials = list(pool.map(LawTrial, laws_of, repeat(options)))
    report(tap, trials)
    few(tap, "other cells for the same numbers", "the law broken", [law.lines for law in law_trials], len(law_trials))
    few(tap, "a law of every file broken", "the law broken",
        [[*t.lines[:1], *t.breaches] if t.breaches else [] for t in trials], len(trials))
    asked = [t for t in trials if t.number % PROGRAMS_EVERY == 0]
    few(tap, "describe, trend or claims unlike tidy", "programs disagree",
        [[*t.lines[:1], *t.disagreements] if t.disagreements else [] for t in asked], len(asked))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
