#!/usr/bin/env python3
"""Programs that end in every way, read by tests/run.py: what fails must count as failed.  TAP."""
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SPEC = importlib.util.spec_from_file_location("run", ROOT / "tests/run.py")
RUN = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(RUN)

# title, exit code, output; passed, failed, skipped
ENDS = [
    ("all is well", 0, "1..2\nok 1 - a\nok 2 - b\n# ok - group\n", (2, 0, 0)),
    ("plan at the end", 0, "ok 1 - a\n1..1\n", (1, 0, 0)),
    ("one fails", 1, "1..2\nok 1 - a\nnot ok 2 - b\n# why\n", (1, 1, 0)),
    ("a failure that exits with 0", 0, "1..1\nnot ok 1 - b\n", (0, 1, 0)),
    ("a crash before the first test", 139, "", (0, 1, 0)),
    ("a crash in the middle", 139, "1..3\nok 1 - a\n", (1, 1, 0)),
    ("a crash after the last", 139, "1..1\nok 1 - a\n", (1, 1, 0)),
    ("an early end without a sign", 0, "1..3\nok 1 - a\n", (1, 1, 0)),
    ("no plan", 0, "ok 1 - a\n", (1, 1, 0)),
    ("no test", 0, "1..0\n", (0, 1, 0)),
    ("no output", 0, "", (0, 1, 0)),
    ("skipped as a whole", 0, "1..0 # SKIP no reference\n", (0, 0, 1)),
    ("one skipped", 0, "1..2\nok 1 # SKIP as root\nok 2 - b\n", (1, 0, 1)),
    ("one skipped by cmocka", 0, "1..1\nnot ok 1 # SKIP a\n", (0, 0, 1)),
    ("noise between", 0, "1..1\nhello\nokay\nok 1 - a\nnot okay\n", (1, 0, 0)),
]


def main():
    tap = Tap()
    for title, code, output, want in ENDS:
        result = RUN.Result(title)
        result.read(output, code)
        tap.equal((result.passed, len(result.failures), result.skipped), want, title)
    result = RUN.Result("reasons")
    result.read("1..2\nnot ok 1 - b\n# why\n# and how\nok 2 - c\n# other\n", 1)
    tap.equal(result.failures, [("b", ["# why", "# and how"])], "a failure has its reasons")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
