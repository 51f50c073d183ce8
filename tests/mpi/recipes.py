#!/usr/bin/env python3
"""recipes.py --build DIR

What docs/SCALE.md says of one machine and of one without MPI.  The commands for make, GNU parallel and mpirun, as they stand there,
give what one process gives, and make starts nothing again that is there.  Without mpicc all programs are made, and no
polstat-mpi.so; `make mpi` says what to install; parts and merge need none.  Without `parallel` its recipe is skipped, and
said so.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/mpi")]
from run import shell  # noqa: E402
from tap import Tap  # noqa: E402

COMMAND = "polstat trend big.csv -g region --time year -y value"


def recipe(begins):
    """The block of docs/SCALE.md whose first command begins so."""
    blocks = re.findall(r"(?:^    .*\n)+", (ROOT / "docs/SCALE.md").read_text(), re.MULTILINE)
    found = [re.sub("^    ", "", block, flags=re.MULTILINE) for block in blocks if block.strip().startswith(begins)]
    return found[0] if len(found) == 1 else "false # there are %d blocks with %s" % (len(found), begins)


def write_table(path):
    with open(path, "w") as out:
        out.write("region,year,value,note\n")
        for i in range(6000):
            note = '"two\nlines, %d"' % i if i % 11 == 0 else "x"
            out.write("R%d,%d,%d.%d,%s\n" % (i % 120, 1950 + i // 120, i * 7919 % 1000, i % 10, note))


def with_make(folder, bins, tap, want):
    shutil.copy(ROOT / "docs/examples/parts.mk", folder)
    command = recipe("make -f parts.mk")
    first = shell(folder, bins, command)
    result = (folder / "out/result.csv").read_bytes() if first[0] == 0 else b""
    tap.ok(COMMAND in command and result == want[1], "make makes 16 parts, and merges them", [command, repr(first)])
    second = shell(folder, bins, command)
    tap.ok(second[0] == 0 and b"polstat" not in second[1], "started again it makes nothing", [repr(second)])
    (folder / "out/parts/5.pst").unlink()
    third = shell(folder, bins, command)
    tap.ok(third[0] == 0 and third[1].count(b"--part") == 1 and (folder / "out/result.csv").read_bytes() == want[1],
           "a part that is missing is made, and no other", [repr(third)])


def with_parallel(folder, bins, tap, want):
    if shutil.which("parallel") is None or b"GNU" not in subprocess.run(["parallel", "--version"], capture_output=True).stdout:
        tap.skip("GNU parallel is not there")
        return
    command = recipe("parallel")
    got = shell(folder, bins, "HOME=. && mkdir -p .parallel && touch .parallel/will-cite && " + command)
    result = (folder / "trend.csv").read_bytes() if got[0] == 0 else b""
    tap.ok(COMMAND in command and got[0] == 0 and result == want[1] and got[2] == want[2],
           "GNU parallel makes 16 parts, and merge gives what one process does", [command, repr(got)])


def with_mpirun(folder, bins, build, tap, want):
    if shutil.which("mpirun") is None or not (build / "lib/polstat/polstat-mpi.so").exists():
        tap.skip("mpirun, or polstat-mpi.so, is not there")
        return
    command = recipe("srun -K --mpi=pmix -n64 %s -o" % COMMAND).splitlines()[-1]
    got = shell(folder, bins, "export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1; rm -f trend.csv; " + command)
    result = (folder / "trend.csv").read_bytes() if got[0] == 0 else b""
    tap.ok(command.startswith("mpirun") and COMMAND in command and got[0] == 0 and result == want[1] and got[2] == want[2],
           "mpirun gives what one process does", [command, repr(got)])


def without_mpicc(tap):
    """What make would run, without running it: another folder, so that all is to be made."""
    with tempfile.TemporaryDirectory() as name:
        words = ["make", "-C", str(ROOT), "BUILD=" + name, "MPICC=no-such-mpicc"]
        env = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
        planned = subprocess.run([*words, "-n", "programs"], capture_output=True, text=True, env=env)
        tap.ok(planned.returncode == 0 and "polstat-merge" in planned.stdout and "polstat-mpi" not in planned.stdout,
               "without mpicc all programs are made, and no polstat-mpi.so", [planned.stderr])
        asked = subprocess.run([*words, "mpi"], capture_output=True, text=True, env=env)
        tap.ok(asked.returncode != 0 and "libopenmpi-dev" in asked.stderr, "make mpi says what to install",
               [asked.stdout, asked.stderr])


def without_plugin(folder, bins, tap, want):
    alone = folder / "alone"
    alone.mkdir()
    for program in ("polstat", "polstat-trend", "polstat-merge"):
        shutil.copy(bins / program, alone)
    made = shell(folder, alone, "for k in 1 2 3; do %s -q --part $k/3 -o a$k.pst; done; polstat merge a*.pst" % COMMAND)
    tap.ok(made == want, "parts and merge need no polstat-mpi.so", [repr(made)])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build")
    build, tap = Path(parser.parse_args().build).resolve(), Tap()
    bins = build / "bin"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_table(folder / "big.csv")
        want = shell(folder, bins, COMMAND)
        with_make(folder, bins, tap, want)
        with_parallel(folder, bins, tap, want)
        without_plugin(folder, bins, tap, want)
        with_mpirun(folder, bins, build, tap, want)
    without_mpicc(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
