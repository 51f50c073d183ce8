#!/usr/bin/env python3
"""What tests/mutate draws: each kind of fault, in code alone, the same for a seed; and whom it asks.  TAP."""
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/mutate")]
import faults  # noqa: E402
from tap import Tap  # noqa: E402
from results import Results  # noqa: E402
from traces import Map  # noqa: E402

SOURCE = r'''/* a.c -- 1 < 2, and "x" + 3. */
#include <a.h>
#define LEAST(a, b) ((a) < (b) ? (a) : (b))

enum { MOST = 9 };

static const int table[] = {1, 2};

static int first(const char *text, int n)
{
  char line[80];

  for (int i = 0; i < n; i++)
    line[i] = text[i] == '<' ? '\'' : text[i];
  puts("5 < 6 && 7"); /* 8 */
  return n % 2;
}

enum pst_status pst_second(struct pst_error *error,
                           int *at)
{
  enum pst_status status = ask(error, at);

  if (status != PST_OK && *at > 3)
    return pst_fail(error, PST_UNDEFINED, "no");
  at->total +=
      2.5 * at->n;
  return status;
}
'''
WANT = [
    "13 constant: `0` becomes `1`",
    "13 relation: `<` becomes `<=`",
    "13 relation: `<` becomes `>=`",
    "13 arithmetic: `++` becomes `--`",
    "14 statement: `line[i] = text[i] == '<' ? '\\'' : text[i]` becomes nothing",
    "14 condition: `text[i] == '<'` becomes `!(text[i] == '<')`",
    "14 relation: `==` becomes `!=`",
    "15 statement: `puts(\"5 < 6 && 7\")` becomes nothing",
    "16 arithmetic: `%` becomes `*`",
    "16 constant: `2` becomes `1`",
    "16 constant: `2` becomes `3`",
    "22 arguments: `error, at` becomes `at, error`",
    "24 condition: `status != PST_OK && *at > 3` becomes `!(status != PST_OK && *at > 3)`",
    "24 relation: `!=` becomes `==`",
    "24 logic: `&&` becomes `||`",
    "24 relation: `>` becomes `<=`",
    "24 relation: `>` becomes `>=`",
    "24 constant: `3` becomes `2`",
    "24 constant: `3` becomes `4`",
    "25 arguments: `error, PST_UNDEFINED` becomes `PST_UNDEFINED, error`",
    "25 arguments: `PST_UNDEFINED, \"no\"` becomes `\"no\", PST_UNDEFINED`",
    "26 statement: `at->total += 2.5 * at->n` becomes nothing",
    "26 arithmetic: `+=` becomes `-=`",
    "27 arithmetic: `*` becomes `/`",
    "28 returned: `status` becomes `PST_OK`",
]


def test_faults(tap):
    found = faults.faults_of("lib/a/a.c", SOURCE)
    tap.ok([f"{f.line} {f.told()}" for f in found] == WANT, "each kind of fault, and none outside of code",
           [f"{f.line} {f.told()}" for f in found])
    lines = SOURCE.splitlines()
    for fault in found:
        changed = fault.apply(SOURCE).splitlines()
        if len(changed) != len(lines) and "\n" not in fault.before:
            tap.ok(False, f"{fault.told()} keeps the lines", changed)
    relation = next(f for f in found if f.kind == "relation")
    tap.equal(relation.apply(SOURCE).splitlines()[12], "  for (int i = 0; i <= n; i++)", "a fault is one change")


def map_of(tests):
    made = Map(Path("none.json"), "")
    made.tests = {name: {"seconds": seconds, "lines": {"lib/a/a.c": lines}, "programs": []}
                  for name, (seconds, lines) in tests.items()}
    return made


def test_passing(tap):
    found = map_of({"wide": (2, [11, 13, 14, 20, 22]), "near": (1, [11, 13]), "other": (1, [20, 22])})
    fault = faults.faults_of("lib/a/a.c", SOURCE)[0]
    tap.equal(sorted(found.passing(fault, 10)), ["near", "wide"], "those that come by the line")
    later = next(f for f in faults.faults_of("lib/a/a.c", SOURCE) if f.line == 28)
    tap.equal(sorted(found.passing(later, 20)), ["other", "wide"], "those that come by the block that it stands in")
    tap.equal(found.passing(later, 23), [], "nobody comes by")
    tap.ok(found.weight("near") < found.weight("wide"), "a test that is about the place is asked first")


def test_results(tap):
    found = faults.faults_of("lib/a/a.c", SOURCE)
    by_line = {}
    for fault in found:
        by_line.setdefault((fault.file, fault.line), []).append(fault)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results"
        kept = Results(path, {"lib/a/a.c": SOURCE}, by_line)
        kept.add(found[0], Results.SURVIVED)
        kept.add(found[1], "unit/a/test_a")
        kept.add(found[2], Results.NONE)
        moved = "/* One more line. */\n" + SOURCE
        later = {}
        for fault in faults.faults_of("lib/a/a.c", moved):
            later.setdefault((fault.file, fault.line), []).append(fault)
        again = Results(path, {"lib/a/a.c": moved}, later)
    tap.equal((again.tried(), again.survived(), again.none()), (2, 1, 1), "results are there again")
    tap.equal([f.told() for f in again.survivors()], [found[0].told()], "and the survivor is the same fault, a line below")
    tap.equal(again.survivors()[0].line, found[0].line + 1, "at its new line")


def main():
    tap = Tap()
    test_results(tap)
    test_faults(tap)
    test_passing(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
