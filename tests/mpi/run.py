#!/usr/bin/env python3
"""run.py --build DIR [--runs N] [--seed N]

The ranks that mpirun starts do the work of one process: standard output, standard error, exit code and the files that
are written are the same bytes, for 1 to 7 ranks, units of any size, tables as people write them and commands that fail; a rank
that is killed ends all, and --checkpoint goes on.  No program is linked with MPI.  Without mpirun, or where polstat-mpi.so
was not built, what needs it is skipped, and said so.
"""
import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/cli")]
from tap import Tap  # noqa: E402
from test_parts import COMMANDS, take, write_files  # noqa: E402
from test_checkpoint import make_table, units, without_there, THERE  # noqa: E402

PATIENCE = 900  # seconds, around every command: for a hang, not for speed
# What of Open MPI one machine needs: what is not looked for costs a start no time.
ONE_MACHINE = {"OMPI_MCA_btl": "self,vader", "OMPI_MCA_pml": "ob1", "OMPI_MCA_osc": "sm", "OMPI_MCA_plm": "isolated",
               "OMPI_MCA_rmaps_base_oversubscribe": "1"}
AT_ONCE = 2  # ranks mostly wait for each other while they start
MPIRUN = "timeout -k 5 %d mpirun -q --oversubscribe%s" % (PATIENCE, " --allow-run-as-root" if os.geteuid() == 0 else "")


def shell(folder, bins, command):
    # Two that start and end at once would make and remove the folder of sessions that all of a user share.
    with tempfile.TemporaryDirectory(prefix="ranks", ignore_cleanup_errors=True) as sessions:
        env = dict(os.environ, PATH="%s:%s" % (bins, os.environ["PATH"]), LC_ALL="C.UTF-8", COLUMNS="100",
                   OMPI_MCA_orte_tmpdir_base=sessions, **ONE_MACHINE)
        done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, timeout=PATIENCE + 20)
    return done.returncode, done.stdout, done.stderr


def as_ranks(np, command):
    return "%s -np %d %s" % (MPIRUN, np, command)


def linked(bins, tap):
    """What no program has to have."""
    wrong = []
    for path in sorted(bins.glob("polstat*")):
        found = subprocess.run(["readelf", "-d", path], capture_output=True, text=True).stdout
        if "libmpi" in found or "libopen" in found:
            wrong.append("%s: %s" % (path.name, found))
    tap.ok(not wrong, "no program is linked with MPI", wrong)


def alone(bins, tap):
    """mpirun's environment, without what carries the bytes: a copy of the program that is built nowhere else."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bin").mkdir()
        for program in ("polstat", "polstat-describe"):
            shutil.copy(bins / program, folder / "bin")
        (folder / "a.csv").write_text("v\n1\n2\n")
        env = "env OMPI_COMM_WORLD_RANK=%d OMPI_COMM_WORLD_SIZE=2 "
        first = shell(folder, folder / "bin", env % 0 + "polstat describe a.csv")
        second = shell(folder, folder / "bin", env % 1 + "polstat describe a.csv")
        tap.ok(first[0] == 2 and b"libopenmpi-dev" in first[2] and first[1] == b"" and second == (0, b"", b""),
               "without polstat-mpi.so it says what to install, once, and gives no result twice", [repr((first, second))])
        one = shell(folder, folder / "bin", env % 1 + "polstat describe a.csv --ranks off")
        tap.ok(one == shell(folder, folder / "bin", "polstat describe a.csv"), "--ranks off: a process alone", [repr(one)])
        lost = shell(folder, folder / "bin", "env SLURM_STEP_NUM_TASKS=4 SLURM_PROCID=1 polstat describe a.csv")
        tap.ok(lost[0] == 2 and b"--mpi=pmix" in lost[2], "tasks of srun that do not know of each other", [repr(lost)])


# Of ranks 1 to 7.
UNITS = ["20K", "64M", "1K", "256K", "4K", "1M", "64K"]
TABLE = [
    "polstat trend table.csv -g g --time year -y v --duplicates keep --method ols,theil-sen",
    "polstat trend table.csv -g g --time year -y v --aggregate 'mean,quantile(0.3)'",
    "polstat describe table.csv",
]
OTHERS = [
    "polstat rank table.csv --entity g --time year -y v --aggregate sum --format json",
    "polstat correlate table.csv -x year -y v --method spearman",
    "polstat compare table.csv --between g -y v",
    "polstat indicator table.csv --entity g --time year -y v --kind share --aggregate sum",
    "polstat regress table.csv -y v -x year -o out.csv",
    "polstat composite index.csv --entity e --indicators a,b,c --replicates 99",
    "polstat composite index.csv --entity e --indicators a,b,c --replicates 0 --unit 1K --format json",
    "polstat rank table.csv --entity g --time year -y v -g note --aggregate median",
    "polstat trend table.csv -g g --time year -y v",
    "polstat trend table.csv -g g --time yaer -y v",
    "polstat trend absent.csv -g g --time year -y v",
    "polstat describe table.csv --no-such-option",
    "polstat describe - <table.csv",
    "polstat describe empty.csv",
    "polstat describe small.csv table.csv.gz",
    "polstat describe false.csv -g g -y v --unit 1000",
    "polstat trend --method list",
]


def write_tables(folder):
    import gzip
    make_table(folder / "table.csv")
    (folder / "few.csv").write_bytes((folder / "table.csv").read_bytes()[:30000])
    (folder / "empty.csv").write_text("")
    (folder / "index.csv").write_text("e,a,b,c\n" + "".join('"E, %d",%d,%d,%.1f\n' % (i, i * 7 % 97, i * i % 83, i % 13 / 2) for i in range(200)))
    (folder / "small.csv").write_text("g,year,v,note\nG1,2001,5,x\n")
    (folder / "table.csv.gz").write_bytes(gzip.compress((folder / "table.csv").read_bytes(), mtime=0))
    false = '"' + "G9,1999,7,x\n" * 1000 + '"'
    (folder / "false.csv").write_text("g,year,v,note\n" + "G1,2001,5,x\n" * 50 + "G2,2002,6,%s\n" % false + "G1,2003,4,x\n" * 300)


def differs(folder, bins, command, np, want, names=("out.csv",)):
    got = shell(folder, bins, as_ranks(np, command)), take(folder, names)
    return [] if got == want else ["%d ranks: %s: %r, not %r" % (np, command, got, want)]


def tables(folder, bins, tap):
    for command in TABLE:
        want = shell(folder, bins, command), take(folder, ["out.csv"])
        wrong = []
        for np in range(1, 8):
            wrong += differs(folder, bins, command, np, want)
        few = command.replace("table.csv", "few.csv")
        want = shell(folder, bins, few), take(folder, ["out.csv"])
        for np, unit in enumerate(UNITS, 1):
            wrong += differs(folder, bins, few + " --unit " + unit, np, want)
        tap.ok(not wrong, "1 to 7 ranks, units of %s to %s: %s" % (UNITS[2], UNITS[1], command), wrong)
    wrong = []
    for i, command in enumerate(OTHERS):
        want = shell(folder, bins, command), take(folder, ["out.csv"])
        wrong += differs(folder, bins, command, 2 + i % 3, want)
    tap.ok(not wrong, "%d commands, some of which fail, in 2 to 4 ranks" % len(OTHERS), wrong)


def described(folder, bins, table):
    command = "polstat describe " + table
    want = shell(folder, bins, command), {}
    return sum((differs(folder, bins, command, np, want, ()) for np in range(1, 8)), [])


def paper(bins, tap):
    folder, wrong = ROOT / "datasets", []
    for np, command in ((3, "polstat trend oda/net_oda.csv -g country --time year -y oda_musd"),
                        (5, "polstat describe coauthorship/papers.csv"), (4, "polstat describe agreements/agreements.csv"),
                        (7, "polstat describe diplomacy/posts.csv diplomacy/posts.csv")):
        want = shell(folder, bins, command), {}
        wrong += differs(folder, bins, command, np, want, ()) + differs(folder, bins, command + " --unit 700", np, want, ())
    tap.ok(not wrong, "tables of the paper, in units of 700 bytes", wrong)
    found = sorted(str(path.relative_to(folder)) for path in folder.glob("*/*.csv") if path.parent.name != "countries")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        wrong = sum(pool.map(lambda table: described(folder, bins, table), found), [])
    tap.ok(not wrong and len(found) > 0, "1 to 7 ranks describe each of the paper's %d tables" % len(found), wrong)


def random_tables(bins, tap, seeds):
    wrong = []
    for seed in seeds:
        chance = random.Random(seed)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _, names = write_files(chance, folder)
            options = chance.choice(["", " --on-bad skip", " --on-bad skip --rejects bad.csv"]) + " -m NA"
            command = "polstat " + chance.choice(COMMANDS).format(f=" ".join(names)) + options
            files = ["bad.csv", "fig.gp"]
            want = shell(folder, bins, command), take(folder, files)
            unit = chance.choice(["", "", " --unit 500", " --unit 5K"])
            wrong += ["seed %d: %s" % (seed, d) for d in differs(folder, bins, command + unit, chance.randrange(2, 6), want, files)]
    tap.ok(not wrong, "%d random tables in 2 to 5 ranks" % len(seeds), wrong)


def killed(folder, bins, tap):
    """A rank dies after it made a unit; what is there is not made again, by however many ranks."""
    command = TABLE[0] + " --checkpoint ck --unit 40K"
    want = shell(folder, bins, TABLE[0])
    kill = "sh -c 'if [ $OMPI_COMM_WORLD_RANK = 1 ]; then (while [ $(ls ck 2>/dev/null | wc -l) -lt 3 ]; do sleep 0.01; done; kill -9 $$) & fi; exec %s'" % command
    code, out, err = shell(folder, bins, as_ranks(3, kill))
    there = {n: (folder / "ck" / n).stat().st_mtime_ns for n in units(folder)}
    tap.ok(code != 0 and out == b"" and len(there) >= 3, "a rank that is killed ends all", [repr((code, out, err)), str(len(there))])
    code, out, err = shell(folder, bins, as_ranks(2, command))
    told = THERE.search(err)
    after = {n: (folder / "ck" / n).stat().st_mtime_ns for n in there}
    tap.ok((code, out, without_there(err)) == want and there == after and told and int(told[1]) == len(there),
           "what is there is not made again, by another number of ranks", [repr((code, err)), "%d there" % len(there)])


def other_commands(folder, bins, tap):
    code, out, err = shell(folder, bins, as_ranks(3, "sh -c 'exec polstat describe table.csv --digits $((OMPI_COMM_WORLD_RANK / 2 + 3))'"))
    tap.ok(code == 2 and out == b"" and b"rank 2 has another command" in err, "ranks with other commands", [repr((code, out, err))])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    build = Path(arguments.build).resolve()
    bins, tap = build / "bin", Tap()
    linked(bins, tap)
    alone(bins, tap)
    if shutil.which("mpirun") is None or not (build / "lib/polstat/polstat-mpi.so").exists():
        tap.skip("ranks: mpirun (openmpi-bin), or polstat-mpi.so, for which libopenmpi-dev is needed, is not there")
        return tap.done()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_tables(folder)
        tables(folder, bins, tap)
        killed(folder, bins, tap)
        other_commands(folder, bins, tap)
    paper(bins, tap)
    random_tables(bins, tap, range(arguments.seed, arguments.seed + arguments.runs))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
