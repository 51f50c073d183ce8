#!/usr/bin/env python3
"""methods.py [--root DIR]: docs/METHODS.md has a place for every method of the registries.  TAP.

A method of lib/method/methods_*.c stands in a heading there, or in backquotes.  For the methods of trend, correlate
and rank the section says when not to use it ("Not for", "When not to use it") and what it is tested on ("Tested").
"""
import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from lint import ROOT, House, Tap  # noqa: E402

DOCUMENT = "docs/METHODS.md"
REGISTRY = re.compile(r"lib/method/methods_\w+\.c")
# Registries whose sections say all that a reader needs before using a method.
FULL = {"methods_trend.c", "methods_correlation.c", "methods_agreement.c"}
SAYS = {"when not to use it": re.compile(r"\b(Not for|When not to use)\b"), "what it is tested on": re.compile("Tested")}


def sections(text):
    """(heading, section) from each heading to the next."""
    return [(part.split("\n", 1)[0], part) for part in re.split(r"(?m)^(?=##+ )", text)]


def of_method(name, parts):
    """The sections that a method has: by their heading, else where it is named."""
    headed = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    return ([part for heading, part in parts if headed.search(heading)]
            or [part for _, part in parts if f"`{name}`" in part])


def faults_of(source, text, parts):
    faults = []
    for name in dict.fromkeys(re.findall(r'\.name = "([a-z0-9-]+)"', text)):
        own = of_method(name, parts)
        if not own:
            faults.append(f"{source}: '{name}' is not in {DOCUMENT}")
        for what, pattern in SAYS.items() if own and Path(source).name in FULL else ():
            if not any(pattern.search(part) for part in own):
                faults.append(f"{DOCUMENT}: of '{name}' it does not say {what}")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    house, tap = House(parser.parse_args().root.resolve()), Tap()
    parts = sections(house.text(DOCUMENT))
    for source in filter(REGISTRY.fullmatch, house.sources("lib/method/")):
        faults = faults_of(source, house.text(source), parts)
        tap.ok(not faults, f"methods: {DOCUMENT} has those of {Path(source).name}", faults)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
