#!/usr/bin/env python3
"""test_scan.py [--build DIR] [--mode plain|asan|valgrind]: polstat-claims scan on whole texts.  TAP.

Texts and tables of varied kinds and fields stand in scan/; scan/expected.csv has every finding that is true of them, with its verdict, read
by eye.  What is found beside those is invented: at most one a text, and they are counted.  The paper of ../shared is scanned
where it is there.
"""
import argparse
import csv
import subprocess
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TEXTS = HERE / "scan"
PAPER = ROOT / "../shared/paper/paper.txt"
INVENTED_MOST = 1
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

KEYS = ("line", "kind", "verdict", "stated")


def scan(program, folder, name):
    """The findings, and the exit code."""
    done = subprocess.run([program, "scan", name, "--format", "csv"], cwd=folder, capture_output=True, text=True,
                          check=False)
    return list(csv.DictReader(done.stdout.splitlines())), done.returncode


def key(row):
    return tuple(row[k] for k in KEYS)


def test_texts(tap, program):
    want = defaultdict(Counter)
    with open(TEXTS / "expected.csv", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            want[row["text"]][key(row)] += 1
    tap.ok(len(list(TEXTS.iterdir())) > 36, "thirty-six texts and tables")
    names = sorted(p.name for p in TEXTS.iterdir() if p.name != "expected.csv")
    invented = 0
    for name, expected in [(name, want[name]) for name in names]:
        rows, code = scan(program, TEXTS, name)
        found = Counter(map(key, rows))
        extra, missing = found - expected, expected - found
        invented += sum(extra.values())
        tap.ok(sum(extra.values()) <= INVENTED_MOST, f"{name}: at most {INVENTED_MOST} invented finding",
               [str(k) for k in extra])
        tap.ok(not missing, f"{name}: all {sum(expected.values())} findings", [str(k) for k in missing])
        tap.equal(code, int(any(k[2] == "contradicts" for k in found)), f"{name}: the exit code says whether one contradicts")
    tap.note(f"invented findings in {len(names)} texts: {invented}")
    tap.equal(invented, 0, "none is invented today")


# --- the paper of ../shared -----------------------------------------------------------------------------

def printed(text):
    half = Fraction(1, 2 * 10 ** len(text.partition(".")[2]))
    return Fraction(text) - half, Fraction(text) + half


def verdict(low, high, value, reported):
    if reported[0] <= value <= reported[1] or (reported[0] <= low and high <= reported[1]):
        return "agrees"
    return "agrees only within rounding" if low <= reported[1] and reported[0] <= high else "contradicts"


def read(*path):
    with open(ROOT.joinpath("datasets", *path), encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def table_2():
    """What must be found in Table 2, from the dataset, with fractions: (kind, verdict, first digits stated)."""
    share = {(r["country"], r["period"], r["kind"]): r["share_pct"] for r in read("coauthorship", "shares.csv")}
    for row in read("coauthorship", "shares_change.csv"):
        late, early = (share[row["country"], p, row["kind"]] for p in ("2011-2013", "2001-2003"))
        a, b = printed(late), printed(early)
        yield "change", verdict(a[0] - b[1], a[1] - b[0], Fraction(late) - Fraction(early), printed(row["change_pp"])), row["change_pp"]
    for country, period in {(c, p) for c, p, _ in share}:
        two, more, total = (share[country, period, kind] for kind in ("two_country", "multi_country", "total"))
        a, b = printed(two), printed(more)
        yield "parts", verdict(a[0] + b[0], a[1] + b[1], Fraction(two) + Fraction(more), printed(total)), total


def number(text):
    """The digits of a stated figure: +8.1%p is 8.1."""
    return text.lstrip("+").removesuffix("%p").removesuffix("%").strip()


def test_paper(tap, program):
    if not PAPER.exists():
        tap.skip("the paper of ../shared is not there: Table 2, ranks of Table 4, 46 % of the highest budget")
        return
    rows, code = scan(program, PAPER.parent, PAPER.name)
    inside = [r for r in rows if r["kind"] in ("change", "parts")]
    got = Counter((r["kind"], r["verdict"], Fraction(number(r["stated"]))) for r in inside)
    want = Counter((kind, v, Fraction(stated)) for kind, v, stated in table_2())
    tap.equal(sum(want.values()), 30, "Table 2 has 18 differences and 12 sums")
    tap.ok(got == want, "all differences and sums of Table 2, and which agree only within rounding",
           [f"missing: {want - got}", f"beside them: {got - want}"])
    shares = [(r["stated"], r["verdict"]) for r in rows if r["kind"] == "share"]
    tap.equal(shares, [("46%", "agrees")], "46 % of the highest budget")
    ties = [r["computed"] for r in rows if r["kind"] == "rank" and r["verdict"] == "cannot be decided"]
    tap.equal(ties, ["ranks 18 and 19: 2,128, 2,128"], "the tied ranks of Table 4, and no other")
    tap.equal(sum(r["kind"] == "rank" and r["verdict"] == "agrees" for r in rows), 2, "both rankings of Table 4 are in order")
    others = [key(r) for r in rows if r["kind"] not in ("change", "parts", "share", "rank", "dates")]
    tap.equal(others, [], "nothing is invented")
    tap.equal(sorted({r["verdict"] for r in rows if r["kind"] == "dates"}), ["agrees"], "the years are in order")
    tap.equal(code, 0, "nothing contradicts")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=str(ROOT / "build"))
    parser.add_argument("--mode", choices=["plain", "asan", "valgrind"], default="plain")
    options = parser.parse_args()
    tap, program = Tap(), Path(options.build, "bin/polstat-claims").resolve()
    if not program.exists():
        tap.skip("there is no polstat-claims")
        return tap.done()
    test_texts(tap, program)
    test_paper(tap, program)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
