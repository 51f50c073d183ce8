#!/usr/bin/env python3
"""cost.py --build DIR

What ranks and parts cost, in processor instructions (callgrind), which do not depend on what else the machine does.  For each row
of a panel of series and of micro-data, all processes together take at most 1.10 of what one process takes: what one table
has more than a smaller one, so that the start is not in it, nor MPI's own waiting.  And a program starts with as many
instructions where polstat-mpi.so is as where it is not, within a millisecond.  Without valgrind it is skipped, and said so.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/mpi")]
from run import as_ranks, shell  # noqa: E402
from tap import Tap  # noqa: E402

MOST = 1.10
# One instruction that copies many bytes is counted as many: none is taken.
COUNTED = "env GLIBC_TUNABLES=glibc.cpu.x86_rep_movsb_threshold=1000000000 valgrind -q --tool=callgrind --callgrind-out-file=cg.%%p %s"
# Large enough that a window of 1 MiB more or less, which is split at once, is not seen.
PANEL = ("panel", [["panel", "700", "60"], ["panel", "2100", "60"]], 84000)
AID = ("aid", [["aid", "60000"], ["aid", "200000"]], 140000)
WORK = [
    (PANEL, "polstat-trend %s.csv -g iso3,indicator --time year -y value --method ols"),
    (AID, "polstat-trend %s.csv -g donor --time year -y disbursed --aggregate sum,mean"),
    (AID, "polstat-trend %s.csv -g donor --time year -y disbursed --duplicates keep --method ols"),
]
OF_MPI = re.compile(r"/(libmpi|libopen-|libpmix|libevent|libhwloc|mca_|polstat-mpi\.so)")


def own_instructions(path):
    """Of the process of PATH, but for those of MPI."""
    names, total, ours, skip = {}, 0, True, False
    for line in path.read_text().splitlines():
        found = re.match(r"(c?ob)=\((\d+)\)(?: (.*))?", line)
        if found:
            if found[3] is not None:
                names[found[2]] = found[3]
            if found[1] == "ob":
                ours = OF_MPI.search(names[found[2]]) is None
        elif line.startswith("calls="):
            skip = True  # what follows is of what was called
        elif re.match(r"[0-9+*-]", line):
            total += int(line.split()[1]) if ours and not skip else 0
            skip = False
    return total


def count(folder, bins, command):
    """Of all processes; what they say is in their place."""
    code, _, err = shell(folder, bins, command)
    files = list(folder.glob("cg.*"))
    total = sum(own_instructions(path) for path in files)
    for path in files:
        path.unlink()
    return total if code == 0 and files else "exit code %d: %r" % (code, err[-300:])


def a_row(folder, bins, rows, commands):
    """What each row more takes."""
    counts = [count(folder, bins, command) for command in commands]
    wrong = [c for c in counts if isinstance(c, str)]
    return wrong[0] if wrong else (counts[1] - counts[0]) / rows


def compare(tap, name, alone, together):
    good = not isinstance(alone, str) and not isinstance(together, str) and together <= MOST * alone
    said = "%.0f instructions a row, one process %.0f (%.2f)" % (together, alone, together / alone) if good else ""
    tap.ok(good, "%s: %s" % (name, said or "at most %.2f of one process" % MOST), [repr((alone, together))])


def rows_cost(folder, bins, tap, ranks):
    for (kind, _, rows), command in WORK:
        sizes = [command % (kind + "%d" % i) for i in (0, 1)]
        alone = a_row(folder, bins, rows, [COUNTED % c for c in sizes])
        parts = [" && ".join(COUNTED % ("%s -q --part %d/4 -o p%d.pst" % (c, k, k)) for k in range(1, 5)) for c in sizes]
        if "--aggregate" in command:
            compare(tap, "4 parts: " + command % kind, alone, a_row(folder, bins, rows, parts))
        if ranks:
            compare(tap, "np 2: " + command % kind, alone, a_row(folder, bins, rows, [as_ranks(2, COUNTED % c) for c in sizes]))


def write_tables(build, folder):
    for kind, sizes, _ in (PANEL, AID):
        for i, arguments in enumerate(sizes):
            with open(folder / ("%s%d.csv" % (kind, i)), "wb") as out:
                subprocess.run([build / "bench/workload", *arguments], stdout=out, check=True)


def starts(folder, bins, tap):
    """The same program beside polstat-mpi.so, and alone."""
    there, alone = folder / "there/bin", folder / "alone/bin"
    for place in (there, alone):
        place.mkdir(parents=True)
        shutil.copy(bins / "polstat-describe", place)
    (folder / "there/lib/polstat").mkdir(parents=True)
    shutil.copy(bins.parent / "lib/polstat/polstat-mpi.so", folder / "there/lib/polstat")
    (folder / "small.csv").write_text("v\n1\n2\n")
    counts = [count(folder, place, COUNTED % "polstat-describe small.csv") for place in (there, alone)]
    good = not any(isinstance(c, str) for c in counts)
    tap.ok(good and abs(counts[0] - counts[1]) < 5000, "a program starts with as many instructions beside polstat-mpi.so", [repr(counts)])
    times = {there: [], alone: []}
    for turn in range(300):
        for place in ((there, alone), (alone, there))[turn % 2]:
            begun = time.perf_counter()
            subprocess.run([place / "polstat-describe", "small.csv"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times[place].append(time.perf_counter() - begun)
    medians = [1000 * statistics.median(times[place]) for place in (there, alone)]
    tap.ok(abs(medians[0] - medians[1]) < 1, "and within a millisecond: %.2f ms beside it, %.2f without" % tuple(medians))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build")
    build, tap = Path(parser.parse_args().build).resolve(), Tap()
    os.environ.pop("LD_PRELOAD", None)
    there = (build / "lib/polstat/polstat-mpi.so").exists()
    if shutil.which("valgrind") is None:
        tap.skip("what ranks cost: valgrind is not there")
        return tap.done()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tables(build, folder)
        rows_cost(folder, build / "bin", tap, there and shutil.which("mpirun") is not None)
        if there:
            starts(folder, build / "bin", tap)
        else:
            tap.skip("ranks: mpirun (openmpi-bin), or polstat-mpi.so, for which libopenmpi-dev is needed, is not there")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
