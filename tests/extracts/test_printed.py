#!/usr/bin/env python3
"""How the bench itself reads printed numbers, and that its hostile versions can be made again.  TAP."""
import argparse
import random
import sys
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]
import mutate  # noqa: E402
import printed  # noqa: E402
from tap import Tap  # noqa: E402

# decimal mark, thousands marks, cell, what it may be
CELLS = [
    (",", ".", "1.234,5", ["1234.5"]), (",", ".", "12,5", ["12.5"]), (",", ".", "1.23", []),
    (",", ".", "(12,5)", ["12.5", "-12.5"]), (",", ".", "−3,0", ["-3.0"]), (",", ".", "12\ufffd5", []),
    (",", ".", "12,3 ep", ["12.3"]), (",", ".", "€5,50", ["5.50"]), (",", ".", "７", ["7"]),
    (".", ",", "1,234.5²", ["1234.5"]), (".", ",", "1,23", []), (".", ",", "12 1)", ["12"]),
    (".", ",", "4 %", ["4"]), (".", ",", "12O0", []), (".", ",", "", []), (".", ",", "-", []),
    (".", " ", "1\u202f234.5", ["1234.5"]), (".", "\u2019", "1\u2019234.5", ["1234.5"]),
    (".", ",", "1.2E-05", ["0.000012"]), (".", ",", "1.234.5", []),
]
TEXT = 'name;2019;2020\n"a;b";1,5;2\nc;3;4\n'


def versions(seed, count=60):
    source = mutate.Source("text", TEXT.encode(), "utf-8", ";", 1)
    return [m for _, m in zip(range(count), mutate.mutations(source, random.Random(seed)))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--mode")
    parser.parse_args()
    tap = Tap()
    for decimal, thousands, cell, want in CELLS:
        got = printed.Convention(decimal, [thousands]).read(cell)
        tap.equal(sorted(got), sorted(map(Decimal, want)), f"{cell!r} with {decimal!r} and {thousands!r}")
    found = printed.numbers(TEXT, ";", [printed.Convention(",", ["."])])
    tap.equal(sorted(found.elements()), [Decimal(n) for n in ("1.5", "2", "3", "4", "2019", "2020")], "numbers of a text")
    tap.equal(versions("a"), versions("a"), "one seed, the same versions")
    tap.ok(versions("a") != versions("b"), "another seed, others")
    labels = {m.label.split()[0] for m in versions("a")}
    tap.ok(len(labels) > 12, "every kind has its turn", [str(sorted(labels))])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
