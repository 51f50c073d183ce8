#!/usr/bin/env python3
"""hall.py [--build DIR]: what calls what, read with nm from the objects of the library.  TAP.

The hall rule: a file that dispatches holds nothing that what it dispatches to calls back; else the
two are one file in two pieces, of which neither can be read, tested or replaced alone.  So the files
of the library form no circle, but for the few true recursions of the table below: there the call
back is what the thing is, an expression in an expression.
"""
import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

# A recursion: the functions that may be called back, and why that cannot be otherwise.
RECURSIONS = {
    "evaluate": (["pst_evaluate", "pst_evaluate_many", "pst_evaluate_number", "pst_evaluate_test"],
                 "what an expression of a claim is made of are expressions"),
    "calls in an expression": (["pst_parse_expr", "pst_parse_sum"],
                               "an argument of a function, and a member of a set, is an expression"),
    "claim atoms": (["pst_parse_expression", "pst_parser_sum"],
                    "an expression in parentheses, an index and an argument are expressions"),
    "interval powers": (["pst_bounds_operate"], "a power is an operation, and a^-n is 1 / a^n"),
}

SYMBOL = re.compile(r"^(.*):[0-9a-f ]* ([A-Za-z]) (\S+)$")


def sources(root):
    """The sources of the library; tables/ holds programs."""
    return sorted(str(p.relative_to(root)) for p in (root / "lib").rglob("*.c") if "tables" not in p.parts)


def not_built(root, build, names):
    """Those that have no object, or one that is older."""
    def is_late(name):
        made = build / "obj" / (name[:-2] + ".o")
        return not made.is_file() or made.stat().st_mtime < (root / name).stat().st_mtime
    return [name for name in names if is_late(name)]


def read_calls(build, names):
    """{file: {symbol that it uses: file that defines it}}"""
    objects = {str(build / "obj" / (name[:-2] + ".o")): name for name in names}
    listed = subprocess.run(["nm", "-A", *objects], capture_output=True, text=True, check=True).stdout
    defined, used = {}, {name: set() for name in names}
    for line in listed.splitlines():
        place, kind, symbol = SYMBOL.match(line).groups()
        if kind in "Uw":
            used[objects[place]].add(symbol)
        elif kind.isupper():
            defined[symbol] = objects[place]
    return {name: {s: defined[s] for s in sorted(used[name]) if s in defined} for name in names}


def circles(calls, free=()):
    """The strongly connected components of more than one file, without the calls of FREE (Tarjan)."""
    order, low, stack, found = {}, {}, [], []

    def visit(name):
        order[name] = low[name] = len(order)
        stack.append(name)
        for symbol, other in calls[name].items():
            if symbol in free or other == name:
                continue
            if other not in order:
                visit(other)
            if other in stack:
                low[name] = min(low[name], low[other])
        if low[name] == order[name]:
            circle = stack[stack.index(name):]
            del stack[stack.index(name):]
            if len(circle) > 1:
                found.append(sorted(circle))

    for name in calls:
        if name not in order:
            visit(name)
    return sorted(found)


def tell(calls, circle, free):
    """The calls that make a circle, a line each."""
    return [f"{name} uses {symbol} of {other}" for name in circle
            for symbol, other in calls[name].items()
            if other in circle and other != name and symbol not in free]


def is_called_back(calls, symbol, free):
    return any(f"uses {symbol} of" in line for circle in circles(calls, free - {symbol})
               for line in tell(calls, circle, free - {symbol}))


def check(tap, calls, recursions):
    free = {symbol for symbols, _ in recursions.values() for symbol in symbols}
    faults = [line for circle in circles(calls, free) for line in tell(calls, circle, free)]
    tap.ok(not faults, "hall: what is dispatched to calls nothing of the file that dispatches",
           faults + ["move what both use to a file below both"])
    tap.note(f"{len(calls)} files")
    for name, (symbols, why) in recursions.items():
        stale = [s for s in symbols if not is_called_back(calls, s, free)]
        tap.ok(not stale, f"hall: the recursion '{name}' is there ({why})",
               [f"{s} is called back by nothing: take it from the table" for s in stale])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    build, tap, names = parser.parse_args().build.resolve(), Tap(), sources(ROOT)
    late = not_built(ROOT, build, names)
    if late:
        tap.skip(f"hall: {late[0]} is not built as it stands; make lint builds it")
    else:
        check(tap, read_calls(build, names), RECURSIONS)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
