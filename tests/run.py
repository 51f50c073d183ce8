#!/usr/bin/env python3
"""run.py [--build DIR] [--mode plain|asan|valgrind] [-v] SUITE...

Runs suites of tests, several programs at a time, and reads the TAP (Test Anything Protocol) that
each prints.  What fails is shown with its output.  The last line is the tally of single tests:
`N passed, N failed`, with `, N skipped` when there are any.  Exit code 1 when a test failed, when a
program crashed, or when one printed no test or fewer than its plan says.

  lint       tests/lint: lint.py, naming.py, comments.py, sizes.py, docs.py, picture.py, methods.py, hall.py, batches.py, and the tests of the tools (test_*.py)
  unit       DIR/tests/unit/ROOM/test_*
  cli        tests/cli/run.py, and test_*.py: outputs that are inputs, terminals, labels
  reference  tests/reference: values.py, and run.py where there is a folder of references
  datasets   tests/datasets: validate.py, crosscheck.py and test_*.py
  notebooks  tests/notebooks: run.py, and site.py, what `make paper` makes in a browser
  claims     tests/claims: the examples of docs/CLAIMS.md, the page of verdicts and that of describe
             in a browser, and test_*.py: the claims of the paper
  extracts   tests/extracts: run.py, what polstat-tidy makes of agencies' files, hostile.py,
             and test_*.py: the tools of these
  cases      tests/cases/run.py: each row of the table of cases, where that folder is
  faults     tests/faults: run.py, some refused allocations (all of them: make faults); signals.py, signals at
             random moments
  generated  tests/generated: run.py, random tables with their truth; kinds.py, tables of each kind
             that was once read wrong; and test_*.py: the judge of these
  mpi        tests/mpi: run.py, the ranks of mpirun against one process (where they are there); shuffle.py, ranks
             that share the groups; killed.py, kill -9 at each unit; recipes.py, parts by make and GNU parallel, and what is made without mpicc; workloads.py, parts and ranks of a large panel, 100 MB of micro-data and the paper's tables
  install    tests/install: run.py, what `make install` and `make deb` make, away from the sources; batch.py, the
             examples of docs/BATCH.md
"""
import argparse
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIME_LIMIT = {"plain": 3600, "asan": 7200, "valgrind": 10800}  # seconds a program: for a hang, not for speed
VALGRIND = ["valgrind", "-q", "--error-exitcode=99", "--leak-check=full",
            "--errors-for-leak-kinds=definite,indirect,possible", "--child-silent-after-fork=yes",
            f"--suppressions={ROOT}/tests/support/valgrind.supp"]

TEST = re.compile(r"^(not )?ok\b *(\d*) *(?:- *)?(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)\s*(?:#\s*SKIP\b\s*(.*))?$", re.IGNORECASE)
SKIP = re.compile(r"#\s*SKIP\b", re.IGNORECASE)


class Result:
    """What one program's TAP says."""

    def __init__(self, name):
        self.name = name
        self.passed = self.skipped = 0
        self.failures = []  # (title, lines of its output)
        self.notes = []

    def read(self, text, code):
        planned, seen, block = None, 0, None
        for line in text.splitlines():
            test, plan = TEST.match(line), PLAN.match(line)
            if plan:
                planned = int(plan.group(1))
                if plan.group(2) is not None or (planned == 0 and "SKIP" in line.upper()):
                    self.skipped += 1
                    self.notes.append(f"skipped: {plan.group(2)}")
            elif test:
                seen += 1
                block = None
                if SKIP.search(line):
                    self.skipped += 1
                    self.notes.append(f"skipped: {test.group(3)}")
                elif test.group(1):
                    block = []
                    self.failures.append((test.group(3) or f"test {seen}", block))
                else:
                    self.passed += 1
            elif block is not None:
                block.append(line)
        self.check_end(text, code, planned, seen)

    def check_end(self, text, code, planned, seen):
        """A program that ends badly fails as one test more."""
        tail = text.splitlines()[-30:]
        if code != 0 and not self.failures:
            self.failures.append((f"ended with exit code {code}", tail))
        elif planned is None:
            self.failures.append(("printed no plan: it ended early, or it is no test", tail))
        elif planned != seen and not (planned == 0 and self.skipped):
            self.failures.append((f"planned {planned} tests and ran {seen}", tail))
        elif planned == 0 and not self.skipped:
            self.failures.append(("ran no test", tail))


def programs(suite, options):
    """The commands of a suite, each with its name."""
    python = [sys.executable, "-B"]
    build = ["--build", str(options.build)]
    mode = ["--mode", options.mode]
    if suite == "unit":
        wrap = VALGRIND if options.mode == "valgrind" else []
        names = sorted(p.relative_to(ROOT).with_suffix("") for p in (ROOT / "tests/unit").rglob("test_*.c"))
        return [(str(n.relative_to("tests")), wrap + [str(options.build / n)]) for n in names]
    if suite == "lint":
        folder = ROOT / "tests/lint"
        files = ["lint.py", "naming.py", "comments.py", "sizes.py", "docs.py", "picture.py", "methods.py", "hall.py", "batches.py"]
        files += sorted(p.name for p in folder.glob("test_*.py"))
        return [(f"lint/{f}", python + [str(folder / f)]) for f in files]
    if suite == "datasets":
        files = sorted(p.name for p in (ROOT / "tests/datasets").glob("test_*.py"))
        files = ["validate.py", "crosscheck.py"] + files
        return [(f"datasets/{f}", python + [str(ROOT / "tests/datasets" / f)]) for f in files]
    if suite == "reference":
        folder = ROOT / "tests/reference"
        return [("reference/values.py", python + [str(folder / "values.py"), str(options.build)]),
                ("reference/run.py", python + [str(folder / "run.py")] + build)]
    if suite == "claims":
        folder = ROOT / "tests/claims"
        files = sorted(folder.glob("test_*.py"))
        return ([(f"claims/{f}", python + [str(folder / f)] + build) for f in ("run_docs.py", "browser.py", "look.py")]
                + [(f"claims/{f.name}", python + [str(f)] + build + mode) for f in files])
    if suite == "extracts":
        folder = ROOT / "tests/extracts"
        files = ["run.py", "hostile.py"] + sorted(p.name for p in folder.glob("test_*.py"))
        return [(f"extracts/{f}", python + [str(folder / f)] + build + mode) for f in files]
    if suite == "generated":
        folder = ROOT / "tests/generated"
        files = ["run.py", "kinds.py"] + sorted(p.name for p in folder.glob("test_*.py"))
        return [(f"generated/{f}", python + [str(folder / f)] + build + mode) for f in files]
    if suite == "notebooks":
        folder = ROOT / "tests/notebooks"
        return [(f"notebooks/{f}", python + [str(folder / f)] + build) for f in ("run.py", "site.py")]
    if suite == "install":
        file = str(ROOT / "tests/install/run.py")
        # The tests install side by side: what they install is made once, before.
        subprocess.run(["make", "--no-print-directory", "-s", "-j2", "install-files", f"BUILD={options.build.resolve()}"],
                       cwd=ROOT, env={**os.environ, "MAKEFLAGS": ""}, check=False)
        return [("install", python + [file] + build + mode), ("install/deb", python + [file] + build + mode + ["deb"]),
                ("install/batch", python + [str(ROOT / "tests/install/batch.py")] + build)]
    if suite == "faults" and options.mode != "plain":
        return []
    if suite == "faults":
        folder = ROOT / "tests/faults"
        return [("faults", python + [str(folder / "run.py")] + build + ["--every", "40"]),
                ("faults/signals", python + [str(folder / "signals.py")] + build + ["--runs", "3"])]
    if suite == "mpi":
        return [(f"mpi/{f}", python + [str(ROOT / "tests/mpi" / f)] + build) for f in ("run.py", "shuffle.py", "killed.py", "recipes.py", "workloads.py")]
    if suite == "cases":
        return [("cases", python + [str(ROOT / "tests/cases/run.py")] + build + mode)]
    if suite == "cli":
        folder = ROOT / "tests/cli"
        return ([("cli", python + [str(folder / "run.py")] + build + mode)]
                + [(f"cli/{f.name}", python + [str(f)] + build) for f in sorted(folder.glob("test_*.py"))])
    return [(suite, python + [str(ROOT / "tests" / suite / "run.py")] + build)]


def run(name, command, options):
    result = Result(name)
    env = dict(os.environ, CMOCKA_MESSAGE_OUTPUT="TAP", LC_ALL="C.UTF-8",
               PYTHONUNBUFFERED="1")
    # With as many programs as cores at a time, threads that spin for work would only stand in line.
    env.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, cwd=ROOT, env=env,
                              timeout=TIME_LIMIT[options.mode])
        text, code = done.stdout, done.returncode
    except subprocess.TimeoutExpired as expired:
        text, code = expired.stdout or b"", f"none: stopped after {expired.timeout:.0f} s"
    except OSError as error:
        text, code = str(error).encode(), "none: it cannot be started"
    result.read(text.decode("utf-8", "replace"), code)
    return result


def show(result, verbose):
    if result.failures or verbose:
        print(f"{result.name}: {result.passed} passed, {len(result.failures)} failed", flush=True)
    for title, lines in result.failures:
        print(f"  FAILED {result.name}: {title}")
        for line in lines[:60]:
            print(f"    {line}")
        if len(lines) > 60:
            print(f"    ... {len(lines) - 60} lines more")
    for note in dict.fromkeys(result.notes):
        print(f"  {result.name}: {note}")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=["plain", "asan", "valgrind"], default="plain")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("-v", "--verbose", action="store_true", help="name every program")
    parser.add_argument("suites", nargs="+", metavar="SUITE",
                        choices=["lint", "unit", "cli", "reference", "datasets", "notebooks",
                                 "claims", "extracts", "generated", "cases", "faults", "mpi", "install"])
    options = parser.parse_args()
    options.build = options.build.resolve()
    passed = failed = skipped = 0
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        for suite in options.suites:
            start = time.monotonic()
            done = list(pool.map(lambda p: run(*p, options), programs(suite, options)))
            for result in done:
                show(result, options.verbose)
            sums = [sum(column) for column in
                    zip(*((r.passed, len(r.failures), r.skipped) for r in done))] or [0, 1, 0]
            print(f"{suite}: {sums[0]} passed, {sums[1]} failed, {sums[2]} skipped "
                  f"({time.monotonic() - start:.1f} s)", flush=True)
            passed, failed, skipped = passed + sums[0], failed + sums[1], skipped + sums[2]
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
