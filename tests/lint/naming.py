#!/usr/bin/env python3
"""What the library names.  TAP, one test a rule; the reasons follow a failure.

  functions  a public function is named after what it belongs to
  openings   each source says in its first line what it is
"""
import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/lint")]
from lint import House, without_comments  # noqa: E402
from tap import Tap  # noqa: E402

# Functions with a name of their own: file -> (what follows pst_, why).
OWN_NAMES = {
    "lib/base/error.c": (["fail"], "in half of all lines: the shortest word that says it"),
    "lib/claim/evaluate/evaluator.c": (["literal", "want"], "of a node and of a set, not of the evaluator"),
    "lib/figure/kind/stacked.c": (["draw"], "the two ways to draw one stack, as kinds.c names them"),
    "lib/indicator/kind_read.c": (["read"], "readers of what stands in the brackets of a kind"),
    "lib/figure/page/page.c": (["fail_empty"], "a failure like those of base/error.h"),
}

# Statistics, methods, tests and distributions bear the names of the field.
FREE = ("lib/stats/",)

DEFINED = re.compile(r"^(?!static\b|typedef\b|struct \w+ \{)[a-z][\w *]*?\b(pst_\w+)\([^;{}]*\)\s*\{", re.MULTILINE)
TYPE = re.compile(r"\b(?:struct|enum|union) pst_([a-z0-9]+)")


def forms(word):
    """WORD, its singular and its plural."""
    made = {word, word + "s", word.removesuffix("s")}
    if word.endswith("y"):
        made.add(word[:-1] + "ies")
    if word.endswith("ies"):
        made.add(word[:-3] + "y")
    return made


def words_of(name):
    return Path(name).stem.split("_")


def is_named_after(function, ideas):
    first = function.removeprefix("pst_").split("_")[0]
    return any(first in forms(idea) for idea in ideas)


def has_all(function, words):
    parts = set(function.removeprefix("pst_").split("_"))
    return all(forms(word) & parts for word in words)


def own_name(name, function):
    """The entry of OWN_NAMES that lets FUNCTION pass."""
    return next((w for w in OWN_NAMES.get(name, ([], ""))[0]
                 if (function + "_").startswith(f"pst_{w}_")), None)


def ideas_of(house, name, headers):
    """What functions of the file NAME may be named after: the first word of the file or of the header
    that declares them, a room they stand in, or a type that the header speaks of."""
    ideas = {words_of(name)[0], *Path(name).parts[1:-1]}
    for header in headers:
        ideas |= {words_of(header)[0], *TYPE.findall(without_comments(house.text(header)))}
    return ideas


def lint_functions(tap, house):
    declared = {}
    for header in house.sources("lib/"):
        if header.endswith(".h"):
            for function in set(re.findall(r"\bpst_\w+", without_comments(house.text(header)))):
                declared.setdefault(function, []).append(header)
    faults, used = [], set()
    for name in house.sources("lib/"):
        if not name.endswith(".c") or "/tables/" in name or name.startswith(FREE):
            continue
        for function in DEFINED.findall(without_comments(house.text(name))):
            ideas = ideas_of(house, name, declared.get(function, []))
            if is_named_after(function, ideas) or has_all(function, words_of(name)):
                continue
            used.add((name, own_name(name, function)))
            if own_name(name, function) is None:
                faults.append(f"{name}: {function} is named after none of {', '.join(sorted(ideas))}")
    tap.ok(not faults, "functions: pst_ and what it belongs to", faults)
    stale = [f"{name}: no function needs {word}" for name, (words, _) in OWN_NAMES.items()
             for word in words if (name, word) not in used]
    tap.ok(not stale, "functions: the names of their own are there", stale)


def opening_fault(name, text):
    """What is wrong with the beginning of the source NAME, or None."""
    stem = re.escape(Path(name).stem)
    found = re.match(r"/\* (?:polstat-)?" + stem + r"(?:\.c)? -- (.*?)\*/", text, re.DOTALL)
    if found is None:
        return f"{name}:1: begin with `/* {Path(name).name} -- ` and what it is"
    sentence = " ".join(found.group(1).split("\n\n")[0].split())
    if not sentence.endswith((".", "?")):
        return f"{name}:1: what it is, is a sentence: end it"
    if len(sentence.split()) < 3:
        return f"{name}:1: `{sentence}` says too little"
    return None


def lint_openings(tap, house):
    sources = house.sources("lib/", "analysis/", "tests/support/", "tests/fuzz/", "tests/reference/")
    faults = [opening_fault(name, house.text(name)) for name in sources if name.endswith(".c")]
    faults = [fault for fault in faults if fault]
    tap.ok(not faults, "openings: the first line says what a source is", faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    house, tap = House(parser.parse_args().root.resolve()), Tap()
    lint_functions(tap, house)
    lint_openings(tap, house)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
