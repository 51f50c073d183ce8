#!/usr/bin/env python3
"""The generator and its judge are held to what they promise: reproducible tables, truths that are met by
a faithful reading, verdicts that see each single change.  TAP."""
import random
import sys
from pathlib import Path
from types import SimpleNamespace

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/extracts"), str(ROOT / "tests/support")]
import judge  # noqa: E402
import laws  # noqa: E402
import recipes  # noqa: E402
import truth  # noqa: E402
import values  # noqa: E402
from tap import Tap  # noqa: E402

HEADER = ["variable", "period", "value", "flag", "note"]
TAILS = {name: i for i, name in enumerate(HEADER)}


def faithful(table, warnings=()):
    """What tidy would leave if it read the table as its truth says."""
    keys = max((len(c.labels) for c in table.cells), default=0)
    rows = [[*c.labels, *[""] * (keys - len(c.labels)), "", c.period, c.value or "", "", " ".join(c.marks)]
            for c in table.cells]
    return SimpleNamespace(code=0, stderr="", header=[f"k{i}" for i in range(keys)] + HEADER, rows=rows,
                           report={"warnings": list(warnings)})


def drawn(number, only=None):
    return recipes.draw(random.Random(f"test/{number}"), only)


def test_reproducible(tap):
    tap.ok(all(drawn(n).data == drawn(n).data for n in range(40)), "the same seed gives the same bytes")


def test_faithful(tap):
    wrong = [f"{t.kind}: {v.lines[:2]}" for t in map(drawn, range(200))
             if (v := judge.judge(t, faithful(t))).name != "right" and t.ask != "must"]
    tap.ok(not wrong, "a faithful reading of 200 tables is right", wrong)


def test_changes(tap):
    for what, change in (("a value", lambda r: r.rows[0].__setitem__(-3, "987654")),
                         ("a period", lambda r: r.rows[0].__setitem__(-4, "1803")),
                         ("a label", lambda r: r.rows[0].__setitem__(0, "Elsewhere")),
                         ("a mark", lambda r: r.rows[0].__setitem__(-1, "zz")),
                         ("a row lost", lambda r: r.rows.pop()), ("a row doubled",
                         lambda r: r.rows.append(r.rows[0]))):
        table = drawn(3, ["long"])
        result = faithful(table)
        change(result)
        tap.equal(judge.judge(table, result).name, "wrong in silence", f"{what} changed is seen")
        result.report["warnings"] = ["line 2 is odd"]
        tap.equal(judge.judge(table, result).name, "wrong told", f"{what} changed with a warning is told")


def test_questions(tap):
    table = drawn(3, ["long"])
    ask = SimpleNamespace(code=3, stderr="say --decimal ,", report=None)
    tap.equal(judge.judge(table, ask).name, "asked needlessly", "a question about a plain table is needless")
    table.ask = "may"
    tap.equal(judge.judge(table, ask).name, "asked rightly", "a question about a doubtful one is right")
    tap.equal(judge.judge(table, SimpleNamespace(code=3, stderr="no", report=None)).name, "asked needlessly",
              "but it must name an option")
    table.ask = "must"
    tap.equal(judge.judge(table, faithful(table)).name, "wrong in silence", "a guess is wrong, though it be right")
    tap.equal(judge.judge(table, SimpleNamespace(code=-11, stderr="", report=None)).name, "broken",
              "a crash is a crash")


def test_law(tap):
    """All ways to write one Cube have one truth."""
    odd = []
    for number in range(40):
        ways = list(laws.versions(random.Random(f"test/{number}")))
        leave_out = truth.phrases(set().union(*(ignored for _, _, ignored, _ in ways)))
        truths = {tuple(sorted(str(judge.key_of(c.labels, c.period, c.value, leave_out)) for c in cells)) for *_,
                  cells in ways}
        odd += [f"law {number}"] if len(truths) > 1 else []
    tap.ok(not odd, "all ways to write one Cube have one truth", odd)


def test_comparison(tap):
    leave_out = truth.phrases({"in thousands"})
    tap.equal(truth.label_key(["2009 Small"], []), truth.label_key(["Small", "2009"], []),
              "joined labels are the same words")
    tap.equal(truth.label_key(["Aid (in thousands)"], leave_out), truth.label_key(["Aid"], leave_out),
              "ignored phrases go")
    tap.ok(truth.number("1.50") != truth.number("1.5"), "a decimal that was printed counts")
    tap.equal(truth.signs("2020 (p)"), truth.signs("2020p"), "brackets around a mark do not")
    tap.equal(values.undecided(["1.234", "5"], "."), ".", "1.234 alone decides nothing")
    tap.equal(values.undecided(["1.234", "5.67"], "."), None, "5.67 decides")


def main():
    tap = Tap()  # --build and --mode of the other programs of the suite mean nothing here
    for test in (test_reproducible, test_faithful, test_changes, test_questions, test_law, test_comparison):
        test(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
