#!/usr/bin/env python3
"""How long files and functions are.  TAP, one test a rule; the reasons follow a failure.

  files      no source of lib, analysis or tests has more than 500 lines, but those that a program writes
  folders    no folder of lib, analysis or tests holds more than 25 sources: make rooms
  functions  of 100 functions 95 have at most 28 lines, from `{` to `}`
"""
import argparse
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/lint")]
from lint import House  # noqa: E402
from tap import Tap  # noqa: E402

LINES_MOST = 500
SOURCES_MOST = 25
FUNCTION_MOST, SHARE = 28, 0.95

# Sources that a program writes: file -> which.
WRITTEN = {"lib/stats/correlation/spearman_table.c": "lib/stats/tables/spearman_null.c"}

BODY = re.compile(r"^[a-z][^;={}]*\)\n\{\n(.*?)^\}$", re.MULTILINE | re.DOTALL)


def bodies(text):
    """The lines of each function of TEXT, braces included."""
    return [body.count("\n") + 2 for body in BODY.findall(text)]


def lint_files(tap, house):
    faults = [f"{name} has {lines} lines: one idea a file" for name in house.sources("lib/", "analysis/", "tests/")
              for lines in [house.text(name).count("\n")]
              if name.endswith(".c") and name not in WRITTEN and lines > LINES_MOST]
    tap.ok(not faults, f"files: at most {LINES_MOST} lines", faults)
    stale = [f"{name}: not there, not long, or not said to be written by {by}" for name, by in WRITTEN.items()
             if name not in house.files or house.text(name).count("\n") <= LINES_MOST
             or by not in house.text(name)[:400] or by not in house.files]
    tap.ok(not stale, "files: those that are written by a program are there", stale)


def lint_folders(tap, house):
    counts = Counter(name.rpartition("/")[0] for name in house.sources("lib/", "analysis/", "tests/"))
    faults = [f"{folder} holds {n} .c and .h files: part them into rooms" for folder, n in sorted(counts.items())
              if n > SOURCES_MOST]
    tap.ok(not faults, f"folders: at most {SOURCES_MOST} sources", faults)


def lint_functions(tap, house):
    lengths = sorted((length, name) for name in house.sources("lib/", "analysis/")
                     if name.endswith(".c") and name not in WRITTEN for length in bodies(house.text(name)))
    at = lengths[int(SHARE * (len(lengths) - 1))][0] if lengths else 0
    longest = [f"{name}: a function of {length} lines" for length, name in lengths[::-1][:20]]
    tap.note(f"{len(lengths)} functions: half have at most {lengths[len(lengths) // 2][0] if lengths else 0} "
             f"lines, 95 of 100 at most {at}")
    tap.ok(at <= FUNCTION_MOST, f"functions: 95 of 100 have at most {FUNCTION_MOST} lines", longest)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    house, tap = House(parser.parse_args().root.resolve()), Tap()
    lint_files(tap, house)
    lint_folders(tap, house)
    lint_functions(tap, house)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
