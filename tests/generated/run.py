#!/usr/bin/env python3
"""run.py [--build DIR] [--mode plain|asan] [--runs N] [--seed N] [--only KIND,...] [--keep DIR] [--list]

Random tables the ways agencies write them, with the truth beside them, through polstat-tidy.  TAP:
one test a kind, and one a threshold.  At the end a table says how many of each kind were read right,
asked about needlessly or rightly, and read wrong with or without a word.

RUNS tables are tried (default 500); table number I of a SEED is the same in every run.  --keep DIR
writes each table that is not right there, with its truth and what came out.
"""
import argparse
import os
import random
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/extracts"), str(ROOT / "tests/support")]
import judge  # noqa: E402
import recipes  # noqa: E402
import thresholds  # noqa: E402
import tidy  # noqa: E402
from tap import Tap  # noqa: E402

SECONDS = {"plain": 300, "asan": 600}  # for a hang


class Trial:
    """One table, and what became of it."""

    def __init__(self, number, options):
        generator = random.Random(f"{options.seed}/{number}")
        self.number = number
        self.table = recipes.draw(generator, options.only)
        self.result = self.tidy(options, self.table)
        self.verdict = judge.judge(self.table, self.result)
        if self.verdict.name == "asked rightly" and self.table.then:
            self.settle(options)

    def tidy(self, options, table):
        return tidy.run(options.build, table.data, table.options, table.name, SECONDS[options.mode])

    def settle(self, options):
        """What was asked is answered: now it must be read right."""
        answered = self.table.with_options(self.table.then)
        result = self.tidy(options, answered)
        verdict = judge.judge(answered, result)
        if verdict.name != "right":
            self.table, self.result = answered, result
            self.verdict = judge.Verdict(verdict.name, [f"after {answered.options}:"] + verdict.lines)

    def describe(self):
        table = self.table
        return [f"{self.verdict.name}: table {self.number}, {table.kind}, {', '.join(table.recipe)} {table.options}",
                *(f"  {line}" for line in self.verdict.lines)]


def keep(folder, trial):
    """The table, its truth and the answer, side by side."""
    stem = folder / f"{trial.verdict.name.replace(' ', '-')}-{trial.table.name[:-4]}-{trial.number}"
    folder.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".csv").write_bytes(trial.table.data)
    lines = trial.describe() + [f"ask: {trial.table.ask} {trial.table.reason}"] + [str(c) for c in trial.table.cells[:40]]
    stem.with_suffix(".truth").write_text("\n".join(lines) + "\n")
    stem.with_suffix(".out").write_text((trial.result.table or "") + "\n" + trial.result.stderr)


def summary(tap, counts):
    head = f"{'kind':<24}" + "".join(f"{name:>18}" for name in judge.VERDICTS)
    tap.note(head)
    for kind in [*sorted(counts), None]:
        row = counts[kind] if kind else sum(counts.values(), Counter())
        tap.note(f"{kind or 'all':<24}" + "".join(f"{row[name]:>18}" for name in judge.VERDICTS))


def report(tap, trials):
    """One test a threshold, then the summary by kind."""
    counts, faults = {}, {}
    for trial in trials:
        counts.setdefault(trial.table.kind, Counter())[trial.verdict.name] += 1
        if trial.verdict.name in thresholds.MOST:
            faults.setdefault(trial.verdict.name, []).extend(trial.describe())
    total = sum(counts.values(), Counter())
    for name, share in thresholds.MOST.items():
        most = int(share * total.total())
        tap.ok(total[name] <= most, f"generated: {name} in {total[name]} of {total.total()} tables, at most {most}",
               faults.get(name, []))
    summary(tap, counts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=list(SECONDS), default="plain")
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first table")
    parser.add_argument("--only", type=lambda text: text.split(","))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--list", action="store_true", help="the kinds")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    options.build = options.build.resolve()
    if options.list:
        print("\n".join(recipes.KINDS))
        return 0
    tap = Tap()
    numbers = range(options.first, options.first + options.runs)
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        trials = list(pool.map(lambda n: Trial(n, options), numbers))
    if options.keep:
        for trial in trials:
            if trial.verdict.name not in ("right", "asked rightly"):
                keep(options.keep, trial)
    report(tap, trials)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
