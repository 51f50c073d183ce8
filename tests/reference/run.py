#!/usr/bin/env python3
"""run.py [--build DIR]: every value that the toolkit must give, held to the reference values.  TAP.

A test is one case of the reference (one input and one family of statistics).  The folder of
references is $POLSTAT_REFERENCE, else ../shared/reference; where there is none, all is skipped.
Each case is computed twice: by the kernels alone, and by the programs where they show the value.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

STEP = 1  # of the definitions in required.tsv: those up to here must be right
ADAPTER = ROOT / "tests/reference/adapter.py"


def run(command):
    return subprocess.run([sys.executable, "-B", *map(str, command)], capture_output=True, text=True)


def required(check):
    """The cases that have a value which is required, in the order of the reference."""
    rows = [json.loads(line) for line in run([check, "flat"]).stdout.splitlines()]
    need = [r for r in rows if r["status"] != "variant" and (r["step"] or 99) <= STEP]
    return list(dict.fromkeys(r["id"] for r in need))


def compare(tap, check, reference, build, cases, mode):
    """One pass of the adapter; MODE names it and is its option."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.jsonl"
        adapter = run([ADAPTER, *([mode] if mode else []), "--reference", reference, "--build", build,
                       "-o", results])
        title = "programs" if mode else "kernels"
        if not tap.ok(adapter.returncode == 0, f"{title}: the adapter runs",
                      adapter.stderr.splitlines()[-20:]):
            return
        tap.note(f"{title}: {adapter.stderr.strip()}")
        verdict = run([check, "compare", "--step", STEP, results])
    wrong = defaultdict(list)
    for line in verdict.stdout.splitlines():
        if line.startswith(("FAIL ", "MISSING ")):
            wrong[line.split()[1]].append(line)
    for case in cases:
        tap.ok(not wrong[case], f"{title}: {case}", wrong[case])
    tap.ok(verdict.returncode == 0, f"{title}: nothing wrong and nothing missing",
           verdict.stdout.splitlines()[-1:] + verdict.stderr.splitlines()[-5:])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    build = parser.parse_args().build.resolve()
    reference = Path(os.environ.get("POLSTAT_REFERENCE", ROOT.parent / "shared/reference"))
    check = reference / "check.py"
    if not check.exists():
        print("1..0 # SKIP no reference values: set POLSTAT_REFERENCE to their folder")
        return 0
    tap = Tap()
    cases = required(check)
    for mode in (None, "--programs"):
        compare(tap, check, reference, build, cases, mode)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
