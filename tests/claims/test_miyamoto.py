#!/usr/bin/env python3
"""The claims of the paper: expected verdicts against polstat-claims, and Table 2 computed a second time.

    test_miyamoto.py [--build DIR] [--mode plain|asan|valgrind]

expected.csv was written from the tables by hand, before the program could read the file: verdict, severity of a
contradiction, reason.  Without DIR/bin/polstat-claims only the claims file and Table 2 are tested.  How long the
program takes is for bench/ to say: no test here has a limit of its own.  Prints TAP.
"""

import argparse
import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
sys.path.append(os.path.join(HERE, "..", "support"))
from tap import Tap  # noqa: E402

CLAIMS = os.path.join(ROOT, "datasets", "claims", "miyamoto2016.claims")
KINDS = {"all": "total", "two": "two_country", "three": "multi_country"}
PERIODS = {"2001": "2001-2003", "2011": "2011-2013"}


def read(*path):
    with open(os.path.join(*path), encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def printed(text):
    """The closed interval of what rounds to TEXT, half rounded either way."""
    half = Fraction(1, 2 * 10 ** len(text.partition(".")[2]))
    return Fraction(text) - half, Fraction(text) + half


def verdict(low, high, value, reported):
    """Of a figure computed from printed cells against the interval of the reported one.  When the two only touch, every
    cell would have to lie on its tie: with closed ends they still meet."""
    if reported[0] <= low and high <= reported[1] or reported[0] <= value <= reported[1]:
        return "verified"
    return "consistent" if low <= reported[1] and reported[0] <= high else "contradicted"


def table_2(tap, expected):
    """The 18 printed differences and the 12 sums, with fractions."""
    share = {(r["country"], r["period"], r["kind"]): r["share_pct"]
             for r in read(ROOT, "datasets", "coauthorship", "shares.csv")}
    changes = {(r["country"], r["kind"]): r["change_pp"]
               for r in read(ROOT, "datasets", "coauthorship", "shares_change.csv")}
    countries = list(dict.fromkeys(country for country, _ in changes))
    for country in countries:
        name = country.lower().replace(" ", "-")
        for short, kind in KINDS.items():
            late, early = share[country, "2011-2013", kind], share[country, "2001-2003", kind]
            a, b = printed(late), printed(early)
            got = verdict(a[0] - b[1], a[1] - b[0], Fraction(late) - Fraction(early), printed(changes[country, kind]))
            claim = "diff-%s-%s" % (name, short)
            tap.equal(got, expected[claim]["verdict"], "%s: %s - %s = %s" % (claim, late, early, changes[country, kind]))
        for year, period in PERIODS.items():
            two, more, total = (share[country, period, kind] for kind in ("two_country", "multi_country", "total"))
            a, b = printed(two), printed(more)
            got = verdict(a[0] + b[0], a[1] + b[1], Fraction(two) + Fraction(more), printed(total))
            claim = "sum-%s-%s" % (name, year)
            tap.equal(got, expected[claim]["verdict"], "%s: %s + %s = %s" % (claim, two, more, total))


def claims_file(tap, expected):
    """The claims file and expected.csv name the same claims, and each printed figure of Table 2 is in its check."""
    with open(CLAIMS, encoding="utf-8") as stream:
        text = stream.read()
    blocks = re.split(r"^claim (\S+)", text, flags=re.M)[1:]
    claims = dict(zip(blocks[::2], blocks[1::2]))
    tap.equal(len(claims), len(blocks) // 2, "no claim stands twice")
    tap.equal(list(claims), list(expected), "expected.csv has every claim, in order")
    tap.ok(len(claims) >= 120, "at least 120 claims")
    tap.equal([i for i, block in claims.items() if ' at "' not in block], [], "every claim has its section")
    tap.equal([i for i, block in claims.items() if '\n  says "' not in block], [], "every claim says what it is about")
    tap.equal([i for i, block in claims.items() if ("not checkable because" in block)
               and expected[i]["verdict"] != "not checkable"], [], "what has a reason not to be checked is not checked")
    for change in read(ROOT, "datasets", "coauthorship", "shares_change.csv"):
        short = {kind: name for name, kind in KINDS.items()}[change["kind"]]
        claim = "diff-%s-%s" % (change["country"].lower().replace(" ", "-"), short)
        tap.ok(claims[claim].rstrip().split("\n#")[0].rstrip().endswith("= %s %%p" % change["change_pp"]),
               "%s checks the printed %s" % (claim, change["change_pp"]))


def program(tap, path, expected):
    """The program's verdicts."""
    command = [path, "check", "--format", "json", CLAIMS]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    tap.equal(run.returncode, 1, "exit code 1: something is contradicted")
    tap.ok(re.fullmatch(r"(\S+: \d+ claims: .*, 0 errors\n)?", run.stderr), "nothing on standard error but the tally",
           run.stderr.splitlines())
    try:
        found = json.loads(run.stdout)
    except ValueError as error:
        tap.ok(False, "the output is JSON", [str(error), run.stdout[:200]])
        return
    got = {claim["id"]: claim for claim in found["claims"]}
    for claim, want in expected.items():
        result = got.get(claim, {"verdict": "absent", "severity": ""})
        pair = result["verdict"], result["severity"] or ""
        tap.ok(pair == (want["verdict"], want["severity"]), claim,
               ["got %s (%s)" % pair, "want %s (%s): %s" % (want["verdict"], want["severity"], want["reason"])]
               + [json.dumps(check)[:600] for check in result.get("checks", [])])
    tap.equal(sorted(set(got) - set(expected)), [], "no other claim is reported")
    tap.note("verdicts: %s" % dict(Counter(claim["verdict"] for claim in got.values())))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--mode", choices=["plain", "asan", "valgrind"], default="plain")
    options = parser.parse_args()
    tap = Tap()
    expected = {row["claim"]: row for row in read(HERE, "expected.csv")}
    claims_file(tap, expected)
    table_2(tap, expected)
    path = os.path.join(options.build, "bin", "polstat-claims")
    if os.path.exists(path):
        program(tap, path, expected)
    else:
        tap.skip("verdicts: there is no %s" % os.path.relpath(path))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
