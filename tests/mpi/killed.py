#!/usr/bin/env python3
"""killed.py --build DIR

kill -9 at each unit of an input: of one process, and of that rank of three which makes the unit, just before the unit has its
name and just behind that.  No result is written, and a unit is there in full or not at all.  The same command goes on with
another number of ranks: it gives what a run without an end gives, makes what is missing, and nothing that is there.
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
from test_checkpoint import THERE, empty, make_table, units, without_there  # noqa: E402

COMMAND = "polstat trend table.csv -g g --time year -y v --duplicates keep --method ols,theil-sen"
UNITS = " --checkpoint ck --unit 50K"


def build_library(build):
    target = build / "tests/mpi/killed.so"
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-D_GNU_SOURCE", "-o", target, ROOT / "tests/mpi/killed.c", "-ldl"], check=True)
    return target


class Trial:
    def __init__(self, folder, bins, library):
        self.folder, self.bins, self.library = folder, bins, library
        self.want = shell(folder, bins, COMMAND)
        self.made = shell(folder, bins, COMMAND + UNITS)
        self.whole = units(folder)

    def run(self, ranks, command):
        return shell(self.folder, self.bins, as_ranks(ranks, command) if ranks > 1 else command)

    def times(self):
        return {n: (self.folder / "ck" / n).stat().st_mtime_ns for n in units(self.folder)}

    def killed_at(self, name, after, ranks, others):
        """What is wrong with it."""
        empty(self.folder)
        hook = "env LD_PRELOAD=%s POLSTAT_KILLED_AT=%s POLSTAT_KILLED_AFTER=%d " % (self.library, name, after)
        code, out, err = self.run(ranks, hook + COMMAND + UNITS)
        there, kept = self.times(), units(self.folder)
        wrong = []
        if code == 0 or out != b"":
            wrong.append("it was not ended: %r" % ((code, out, err),))
        if (name in there) != bool(after) or any(self.whole[n] != kept[n] for n in kept):
            wrong.append("it left %s" % sorted(there))
        code, out, err = self.run(others, COMMAND + UNITS)
        told = THERE.search(err)
        if (code, out, without_there(err)) != self.want:
            wrong.append("gone on with %d: %r" % (others, (code, out, err)))
        if (int(told[1]) if told else 0) != len(there):
            wrong.append("%d units were there, and it says %r" % (len(there), err))
        now = self.times()
        if units(self.folder) != self.whole or any(now[n] != there[n] for n in there):
            wrong.append("units that were there were made again, or others are not as they were")
        return ["%d ranks, killed at %s%s: %s" % (ranks, name, ", behind it" if after else "", w) for w in wrong]

    def killed(self, tap, ranks, others):
        wrong, n = [], 0
        for i, name in enumerate(sorted(self.whole)):
            for after in (0, 1):
                wrong += self.killed_at(name, after, ranks, others[(i + after) % len(others)])
                n += 1
        tap.ok(not wrong, "kill -9 at each of %d units, before and behind (%d runs), of %s" % (
            len(self.whole), n, "one process" if ranks == 1 else "the rank of %d that makes it" % ranks), wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build")
    build, tap = Path(parser.parse_args().build).resolve(), Tap()
    there = shutil.which("mpirun") is not None and (build / "lib/polstat/polstat-mpi.so").exists()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_table(folder / "table.csv")
        trial = Trial(folder, build / "bin", build_library(build))
        tap.ok(trial.made == trial.want and len(trial.whole) >= 8, "a run in %d units" % len(trial.whole), [repr(trial.made)])
        trial.killed(tap, 1, [1])
        if there:
            trial.killed(tap, 3, [2, 1, 4, 3])
        else:
            tap.skip("ranks: mpirun (openmpi-bin), or polstat-mpi.so, for which libopenmpi-dev is needed, is not there")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
