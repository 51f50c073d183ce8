#!/usr/bin/env python3
"""shuffle.py --build DIR

Ranks that share the groups: each row goes to the rank that owns its group, which computes as one process does.  Standard
output, standard error and exit code are those of one process, for 1 to 7 ranks and units of any size: results, adjusted p-values,
what is left out, and failures, of which that of the first group in the order of the rows is told.  Where a row depends on others,
all rows go to rank 0, and nothing differs.  A group that a rank has no room for is refused with its size.
"""
import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/mpi")]
from run import as_ranks, shell  # noqa: E402
from tap import Tap  # noqa: E402

# Each group is computed where it is owned; of each program one command in 1 to 7 ranks.
EACH = ["trend", "correlate", "describe", "regress", "compare", "indicator"]
SHARED = [
    "trend table.csv -g g --time year -y v --method ols,mann-kendall --adjust holm",
    "trend table.csv -g g --time year -y v --method ols,theil-sen,mann-kendall",
    "trend table.csv -g g --time year -y v --slope-per step",
    "trend table.csv -g g,h --time year -y v,w --terms all",
    "trend table.csv -g h --time quarter -y w --duplicates keep --slope-per step",
    "trend table.csv -g g --time year -y v --where 'w > 30 and h != \"b\"' --let 'k = w * 2' --control k",
    "trend table.csv first.csv -g g --time year -y v --on-bad skip --rejects out.csv --duplicates keep --format json",
    "correlate table.csv -g h -x v -y w,year --method pearson,spearman,kendall",
    "correlate table.csv -g g -x v -y w --p-value 'permutation(99)' --method spearman",
    "correlate table.csv -g g --all -y v,w,year --interval percentile --replicates 99",
    "correlate table.csv -g 'title' -x v -y w --method kendall",
    "describe table.csv -g g -y v,w --terms all",
    "describe table.csv -g h,title -y v --show statistics --format text --quantiles 0.1,0.9",
    "describe table.csv first.csv -g title -y w,year --on-bad skip --rejects out.csv --interval bca --replicates 99",
    "describe long.csv -g g -y v --terms all --format json",
    "regress table.csv -g g -y v,w -x year --terms all --adjust holm",
    "regress table.csv -g h -y v -x w --factor title --reference title=aid --cluster g --format text",
    "regress table.csv -g title -y v -x w,year --within h --errors hc3",
    "regress table.csv -g g -y v -x w --time year --hac 2 --weight year --on-bad skip",
    "compare table.csv -g g --between title -y v,w --terms all --adjust holm",
    "compare table.csv -g h --between year -y v --where 'w > 20' --format text",
    "compare table.csv first.csv -g year --between title -y w --reference aid --on-bad skip --rejects out.csv",
    "compare table.csv -g h -x title -y quarter --format json",
    "compare table.csv -g title --between h -y v,w --method mann-whitney,kruskal",
    "compare keyless.csv -g g --between h -y v",
    "indicator table.csv -g h,title --time year -y w,b --kind hhi",
    "indicator table.csv -g h --entity g --time year -y w,v --kind 'hhi,gini' --counts --format json",
    "indicator table.csv -g g -y w,b --kind 'theil-t(of known)' --where 'w > 3'",
    "indicator table.csv -g title --time quarter -y w --kind 'grubel-lloyd-total(v)' --format text",
    "indicator late.csv -g g --time t -y v --kind hhi",
    # Cells that are known within bounds, which whole numbers tighten, and others do not.
    "trend table.csv -g g --time year -y b,v",
    "correlate table.csv -g g -x v -y b,c --method kendall",
    "describe table.csv -g g -y b,c,v --terms all",
    "describe table.csv -g h -y c,b --where 'w > 20' --format json",
    "regress table.csv -g h -y v -x b",
    "compare table.csv -g h --between title -y b,c --method mann-whitney",
    "compare table.csv -g title --between h -y c --let 'k = w + 1' --where 'k < 90'",
    "trend late-bounds.csv -g g --time year -y whole --duplicates keep",
]
# They fail, the first group that does so in the order of the rows.
FAIL = [
    "trend table.csv -g h --time year -y v,w",
    "trend twice.csv -g g --time year -y v",
    "trend table.csv -g g --time v -y w --slope-per step",
    "trend table.csv -g g --time title -y v",
    "trend table.csv -g g --time year -y v --where 'v > 1e9'",
    "trend bad.csv -g g --time year -y v",
    "correlate table.csv -g g -x v -y title",
    "describe table.csv -g g -y title",
    "describe bad.csv -g g -y v",
    "describe table.csv -g h -y v --where 'v > 1e9'",
    "regress table.csv -g g -y w -x year --factor h --reference h=b",
    "regress table.csv -g g -y w -x year --weight v",
    "regress table.csv -g g -y v -x year --where 'v > 1e9'",
    "compare table.csv -g g --between h -y v --reference d",
    "compare table.csv -g g --between title -y v --weight v",
    "compare bad.csv -g g --between h -y v",
    "indicator table.csv first.csv -g h --entity g --time year -y w --kind hhi --on-bad skip",
    "indicator bad.csv -g h --time year -y v --kind hhi",
    "indicator table.csv -g h --time year -y v --kind hhi --where 'v > 1e9'",
    "indicator table.csv -g h --time year -y e --kind hhi --let 'e = w / 0'",
]
# All rows are needed in one place.
TOGETHER = [
    "trend table.csv -g g --time year -y v --where 'b > 20'",
    "describe table.csv -g g -y k --let 'k = b * 2'",
    "describe late-bounds.csv -g g -y v --terms all",
    "compare late-bounds.csv -g g --between year -y v --method mann-whitney",
    "trend table.csv -g g --time year -y v --where 'h = \"d\" or h = \"a\"'",
    "trend table.csv -g g --time year -y v --let 'd = v - lag(v)' --verbose",
    "trend table.csv -g g --time year -y v --season h",
    "trend table.csv -g h --time year -y v --duplicates keep --method ols --compare",
    "correlate late.csv -g g -x t -y v",
    "describe table.csv -g g",
    "regress table.csv -g g -y v -x year --diagnostics",
    "compare table.csv -g h --between title -y v --levels aid,é",
    "compare table.csv -g h --between year -y v --paired g --reference 1990",
    "trend late.csv -g g --time t -y v --duplicates keep",
    "indicator table.csv -g h --time year -y w --kind hhi --printed",
    "indicator table.csv -g h --entity g --time year -y w --kind share",
]


def write_tables(folder):
    chance = random.Random(5)
    rows = []
    for g in range(40):
        for year in range(1985, 2015):
            v = "" if chance.random() < .04 else "%.2f" % (chance.gauss(0, 3) + .05 * year * (g % 3))
            title = chance.choice(["aid", '"a, ""b"""', '"two\nlines"', "é"])
            key = "" if chance.random() < .01 else "G%d" % g
            bound = "<5" if chance.random() < .02 else str(chance.randrange(5, 50))
            between = chance.choice(["<5", "5-9", "10+", "(1;2.5]"]) if chance.random() < .05 else "%.1f" % chance.gauss(9, 4)
            rows.append("%s,%s,%d,%d-Q%d,%s,%d,%s,%s,%s\n" % (key, "abc"[g % 3], year, year, year % 4 + 1, v, chance.randrange(100),
                                                             bound, between, title))
    chance.shuffle(rows)
    head = "g,h,year,quarter,v,w,b,c,title\n"
    (folder / "table.csv").write_text(head + "".join(rows))
    (folder / "first.csv").write_text(head + "".join(rows[::7]) + "G1,a,1990,1990-Q1,oops,1,1,1,x\nG2,b,1990\n")
    (folder / "bad.csv").write_text(head + "".join(rows) + "G1,a,1990,1990-Q1,oops,1,1,1,x\n")
    twice = [row for row in rows if row[:3] in ("G3,", "G7,", "G9,")]
    (folder / "twice.csv").write_text(head + "".join(rows + twice[20:]))
    numbers = ["G%d,%d\n" % (i % 7, (1 << 53) + i * i if i % 3 else i) for i in range(200)]
    (folder / "long.csv").write_text("g,v\n" + "".join(numbers))
    # The first rows are in no group, and tell the order of levels.
    keyless = ["%s,%s,%d\n" % ("" if i < 9 else "G%d" % (i % 4), "cab"[i % 3] if i < 9 else "abcd"[i // 4 % 4], i % 13) for i in range(400)]
    (folder / "keyless.csv").write_text("g,h,v\n" + "".join(keyless))
    # <5 means 4 or less among whole numbers: the last row says that v is none of them.
    ends = ["G%d,%d,%s,%s\n" % (i % 5, 2000 + i % 9, *(("<5", "10+") if i % 11 == 0 else (i % 13, i % 8))) for i in range(900)]
    (folder / "late-bounds.csv").write_text("g,year,v,whole\n" + "".join(ends) + "G1,2003,2.5,3\n")
    late = ["G%d,%d,%d\n" % (i % 5, 2000 + i % 20, i % 7) for i in range(900)]
    (folder / "late.csv").write_text("g,t,v\n" + "".join(late) + "G1,2000.5,3\nG2,1,4\n")


def take(folder):
    path = folder / "out.csv"
    return path.read_bytes() if path.exists() else None


def check(folder, bins, command, ranks, good):
    command = "polstat " + command
    want = shell(folder, bins, command), take(folder)
    wrong = [] if (want[0][0] == 0) == good else ["one process: %s: %r" % (command, want[0])]
    for np, unit in ranks:
        run = as_ranks(np, command + unit)
        got = shell(folder, bins, run), take(folder)
        if got != want:
            wrong.append("%d ranks%s: %s: %r, not %r" % (np, unit, command, got[0], want[0]))
    return wrong


def large(folder, bins, tap):
    """The rank that owns the group is told of, with the rows that all ranks have of it."""
    with open(folder / "large.csv", "w") as out:
        out.write("g,year,v\n")
        for i in range(1600000):
            out.write("%s,%d,%d\n" % ("big" if i % 5 else "G%d" % (i % 35), 1900 + i % 100, i % 97))
    command = "polstat trend large.csv -g g --time year -y v --duplicates keep --method ols"
    limit = "sh -c 'if [ $OMPI_COMM_WORLD_RANK = %d ]; then ulimit -v $(( $(cat limit) )); fi; exec " + command + "'"
    want = shell(folder, bins, command)
    said = []
    for rank in range(3):
        # As much as MPI and the programs take before there are rows, and some MB.
        (folder / "limit").write_text("320000")
        code, out, err = shell(folder, bins, as_ranks(3, limit % rank))
        said.append((code, out, err))
    refused = [s for s in said if s[0] != 0]
    good = [s for s in said if s == want]
    tap.ok(len(refused) == 1 and len(good) == 2 and refused[0][1] == b"" and b"the 1280000 rows of the group 'big' and what is computed of them come to" in refused[0][2]
           and b"rank %d, which they all go to" % [s in refused for s in said].index(True) in refused[0][2],
           "a group that is too large for the rank that owns it is refused with its size", [repr(said)])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build")
    build = Path(parser.parse_args().build).resolve()
    bins, tap = build / "bin", Tap()
    if shutil.which("mpirun") is None or not (build / "lib/polstat/polstat-mpi.so").exists():
        tap.skip("ranks: mpirun (openmpi-bin), or polstat-mpi.so, for which libopenmpi-dev is needed, is not there")
        return tap.done()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tables(folder)
        number = 0
        firsts = [next(command for command in SHARED if command.startswith(program)) for program in EACH]
        for command in firsts:
            wrong = check(folder, bins, command, [(n, "") for n in range(1, 8)] + [(3, " --unit 700"), (4, " --unit 5K")], True)
            tap.ok(not wrong, "1 to 7 ranks, and units of 700 bytes: %s" % command, wrong)
        others = [command for command in SHARED if command not in firsts]
        for kind, commands in (("groups are shared", others), ("the first failure is told", FAIL), ("rows come together", TOGETHER)):
            wrong = []
            for command in commands:
                wrong += check(folder, bins, command, [(2 + number % 3, ["", " --unit 3K", " --unit 20K"][number % 3])], commands is not FAIL)
                number += 1
            tap.ok(not wrong, "%s: %d commands" % (kind, len(commands)), wrong)
        large(folder, bins, tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
