#!/usr/bin/env python3
"""workloads.py --build DIR [--rows N] [--most N]

Parts and ranks on the workloads of the benchmarks and on the paper's tables: 1 to 13 parts of a panel of 10,000 series, of
100 MB of micro-data of aid with quoted titles, and of each of the paper's tables are merged to what one process gives; and
1 to 7 ranks of mpirun give it too: standard output, standard error and exit code, byte for byte.
"""
import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/mpi")]
from run import as_ranks, shell  # noqa: E402
from tap import Tap  # noqa: E402

PARTS, RANKS = 13, 7
PANEL = ("panel.csv", ["panel", "10000", "60"], [
    "polstat trend panel.csv -g iso3,indicator --time year -y value --method ols",
    "polstat trend panel.csv -g country --time year -y value --duplicates keep --method ols,theil-sen",
])
AID = ("aid.csv", ["aid", "{rows}"], [
    "polstat trend aid.csv --aggregate sum -g donor --time year -y disbursed --method ols",
    "polstat describe aid.csv --aggregate 'sum,count,mean' -g donor --per year -y disbursed",
])
PAPER = [
    "polstat trend oda/net_oda.csv -g country --time year -y oda_musd --method ols,mann-kendall",
    "polstat rank oda/net_oda.csv --entity country --time year -y oda_musd",
]


def tables():
    """The paper's own."""
    found = sorted((ROOT / "datasets").glob("*/*.csv"))
    return [str(path.relative_to(ROOT / "datasets")) for path in found if path.parent.name != "countries"]


class Trial:
    def __init__(self, options, tap, folder, ranks):
        self.bins, self.most, self.tap = Path(options.build).resolve() / "bin", options.most, tap
        self.parts, self.ranks = folder, ranks

    def merged(self, folder, command, n):
        """What merge gives of N parts, each made by a process of its own."""
        names = [str(self.parts / ("p%02d.pst" % k)) for k in range(1, n + 1)]
        for k, name in enumerate(names, 1):
            made = shell(folder, self.bins, "%s --part %d/%d -o %s" % (command, k, n, name))
            if made[0] != 0:
                return made
        got = shell(folder, self.bins, "polstat merge " + " ".join(names))
        for name in names:
            Path(name).unlink()
        return got

    def compare(self, folder, command, ranks):
        want = shell(folder, self.bins, command)
        wrong = [] if want[0] == 0 else ["one process: %r" % (want,)]
        for n in range(1, self.most + 1):
            wrong += differs("%d parts" % n, self.merged(folder, command, n), want)
        self.tap.ok(not wrong, "1 to %d parts: %s" % (self.most, command), wrong)
        if ranks > 0:
            wrong = []
            for n in range(1, ranks + 1):
                wrong += differs("%d ranks" % n, shell(folder, self.bins, as_ranks(n, command)), want)
            self.tap.ok(not wrong, "1 to %d ranks: %s" % (ranks, command), wrong)

    def workload(self, build, file, arguments, commands):
        with open(self.parts / file, "wb") as out:
            subprocess.run([build / "bench/workload", *arguments], stdout=out, check=True)
        for command in commands:
            self.compare(self.parts, command, self.ranks)
        (self.parts / file).unlink()


def differs(name, got, want):
    short = [(code, out[:200], err[-400:]) for code, out, err in (got, want)]
    return [] if got == want else ["%s: %r, not %r" % (name, *short)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build")
    parser.add_argument("--rows", type=int, default=920000, help="of aid: 100 MB")
    parser.add_argument("--most", type=int, default=PARTS)
    options = parser.parse_args()
    build, tap = Path(options.build).resolve(), Tap()
    there = shutil.which("mpirun") is not None and (build / "lib/polstat/polstat-mpi.so").exists()
    with tempfile.TemporaryDirectory() as name:
        trial = Trial(options, tap, Path(name), RANKS if there else 0)
        for file, arguments, commands in (PANEL, AID):
            trial.workload(build, file, [a.format(rows=options.rows) for a in arguments], commands)
        for command in PAPER:
            trial.compare(ROOT / "datasets", command, trial.ranks)
        for table in tables():
            trial.compare(ROOT / "datasets", "polstat describe " + table, 0)
    if not there:
        tap.skip("ranks: mpirun (openmpi-bin), or polstat-mpi.so, for which libopenmpi-dev is needed, is not there")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
