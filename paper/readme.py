#!/usr/bin/env python3
"""readme.py FOLDER README.md [accept]: what README.md shows of what `make paper` makes.

Its figure, docs/figures/net-aid.svg, is FOLDER/net_aid.svg; and from FOLDER/claims.json it has between two marks how many
claims there are of each verdict, and some of them.  Exit code 1 when one differs, which is said; `accept` writes both.
"""
import difflib
import json
import re
import sys
import textwrap
from pathlib import Path

BEGIN, END = "<!-- from build/paper/claims.json -->\n", "<!-- end -->\n"
SHOWN = ["western-bloc-late-1980s", "budget-falls-every-year", "panel-met-then-reported", "gaps-wider", "diff-japan-all",
         "early-notice"]
# Lines of a diagnosis that are no facts: the tally, where one case decides, and what would have been true.
SLIPS = r"\d+ of \d+ yes|true would be|it holds with|no row for"
INTERVAL = r"(?<=[\w%]) \[[-0-9., ]+\]"


def reason(claim):
    """The facts that decided the first check that speaks against the claim, else the evidence of the first."""
    found = next((c["diagnosis"].splitlines() for c in claim["checks"] if c["diagnosis"]), None)
    if found is None:
        text = claim["checks"][0]["evidence"][0]
    elif claim["verdict"] == "ambiguous":
        text = "; ".join(found[:2])
    else:
        text = re.sub(INTERVAL, "", "; ".join([line for line in found if not re.match(SLIPS, line)][:2]))
    return textwrap.shorten(text.replace("|", "\\|"), 130, placeholder=" ...")


def block(report):
    count, by = report["summary"], {c["id"]: c for c in report["claims"]}
    names = ["contradicted", "ambiguous", "consistent", "verified", "restated", "not_checkable"]
    lines = [textwrap.fill(f"Of the {count['claims']} claims of the paper, "
                           + ", ".join(f"{count[n]} are {n.replace('_', ' ')}" for n in names) + ". Some of them:", 120), "",
             "| Verdict | What the paper says | Why |", "|---|---|---|"]
    lines += [f"| {by[i]['verdict']} | {by[i]['says']} | {reason(by[i])} |" for i in SHOWN]
    return "\n".join(lines) + "\n"


def main():
    folder, path, accept = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] == ["accept"]
    text = path.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    old, tail = rest.split(END)
    new = block(json.loads((folder / "claims.json").read_text(encoding="utf-8")))
    figure, drawn = path.parent / "docs/figures/net-aid.svg", (folder / "net_aid.svg").read_bytes()
    same = figure.read_bytes() == drawn
    if accept:
        path.write_text(head + BEGIN + new + END + tail, encoding="utf-8")
        figure.write_bytes(drawn)
        return 0
    if not same:
        print(f"{figure} is not {folder}/net_aid.svg")
    print("".join(difflib.unified_diff(old.splitlines(True), new.splitlines(True), str(path), "make paper")), end="")
    return int(not same or old != new)


sys.exit(main())
