#!/usr/bin/env python3
"""run.py [--build DIR]: every value that the toolkit must give, held to the reference values.  TAP.

A test is one case of the reference (one input and one family of statistics).  The folder of
references is $POLSTAT_REFERENCE, else ../shared/reference; where there is none, all is skipped.
Each case is computed twice: by the kernels alone, and by the programs where they show the value.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import adapter_ranking  # noqa: E402
import compare_families  # noqa: E402
from tap import Tap  # noqa: E402

STEP = 9  # of the definitions in required.tsv: those up to here must be right
# Families that are held to a later step.
STEPS = {family: max(STEP, step) for family, step in
         (dict.fromkeys(compare_families.FAMILIES, compare_families.STEP)
          | dict.fromkeys([*adapter_ranking.FAMILIES, "rank_comparison"], adapter_ranking.STEP)).items()}
# Values that do not exist, where the reference has the rounding of its own computation: (case, quantity) -> why.
NO_VALUE = {("cor_anscombe4", "dcor.bias_corrected_dcor2"):
            "0 / 0: the centred distances of x, one value apart from equal ones, are all 0"}
LAST = max(STEP, *STEPS.values())
ADAPTER = ROOT / "tests/reference/adapter.py"


def run(command):
    return subprocess.run([sys.executable, "-B", *map(str, command)], capture_output=True, text=True)


def required(check):
    """The values that are required, (case, quantity), in the order of the reference."""
    rows = [json.loads(line) for line in run([check, "flat"]).stdout.splitlines()]
    return dict.fromkeys((r["id"], r["quantity"]) for r in rows if r["status"] != "variant"
                         and (r["step"] or 99) <= STEPS.get(r["family"], STEP)
                         and (r["id"], r["quantity"]) not in NO_VALUE)


def compare(tap, check, reference, build, need, mode):
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
        given = {(r["id"], r["quantity"]) for r in map(json.loads, open(results))}
        verdict = run([check, "compare", "--step", LAST, results])
    wrong = defaultdict(list)
    for line in verdict.stdout.splitlines():
        failure = re.match(r"FAIL (\S+) (.*) expected ", line)
        if failure and failure.groups() in need:
            wrong[failure[1]].append(line)
    for case, quantity in need.keys() - given:
        wrong[case].append(f"MISSING {case} {quantity}")
    for case in dict.fromkeys(case for case, _ in need):
        tap.ok(not wrong[case], f"{title}: {case}", wrong[case])
    tap.ok(verdict.stdout.count(" right, ") == 1, f"{title}: all {len(need)} values are compared",
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
    need = required(check)
    for mode in (None, "--programs"):
        compare(tap, check, reference, build, need, mode)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
