#!/usr/bin/env python3
"""hall.py [--root DIR]: what calls what, read from the sources of the library.  TAP.

The hall rule: a file that dispatches holds nothing that what it dispatches to calls back; else the
two are one file in two pieces, of which neither can be read, tested or replaced alone.  So the files
of the library form no circle, but for the few true recursions of the table below: there the call
back is what the thing is, an expression in an expression.
"""
import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

# A recursion: the functions that may be called back, and why that cannot be otherwise.
RECURSIONS = {
    "evaluate": (["pst_evaluate", "pst_evaluate_many", "pst_evaluate_number", "pst_evaluate_test"],
                 "what an expression of a claim is made of are expressions"),
    "calls in an expression": (["pst_compile"],
                               "an argument of a function, and a member of a set, is an expression"),
    "atoms": (["pst_parser_expression", "pst_parser_sum"],
                    "an expression in parentheses, an index and an argument are expressions"),
    "interval powers": (["pst_bounds_operate"], "a power is an operation, and a^-n is 1 / a^n"),
}

SYMBOL = re.compile(r"\bpst_\w+")
NO_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
TAG = re.compile(r"\b(?:struct|union|enum)\s+\w+")
INLINE = re.compile(r"^static inline [^;{=]*?(pst_\w+)\([^;{]*\{(.*?)^\}", re.MULTILINE | re.DOTALL)


def sources(root):
    """The sources of the library; tables/ holds programs."""
    return sorted(str(p.relative_to(root)) for p in (root / "lib").rglob("*.c") if "tables" not in p.parts)


def unit(text):
    """TEXT without comments, strings, characters, and the tags of structures, which are names of another kind."""
    return TAG.sub(" ", NO_CODE.sub(" ", text))


def defines(code):
    """The functions and data of the library that CODE defines for others."""
    depth, outer = 0, []
    for piece in re.split(r"([{}])", re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", "", code, flags=re.MULTILINE)):
        if depth == 0:
            outer.append(piece)
        depth += (piece == "{") - (piece == "}")
    found = set()
    for statement in re.split(r"(?<=[;{])", "".join(outer)):
        words = statement.split("=")[0]
        if re.match(r"\s*(?:static|extern|typedef)\b", words) or (statement.rstrip().endswith(";") and "(" in words):
            continue
        found |= set(SYMBOL.findall(words.split("(")[0])[-1:])
    return found


def inlined(root):
    """{inline function of a header: what it uses}: who calls it calls that."""
    found = {}
    for path in sorted((root / "lib").rglob("*.h")):
        for name, body in INLINE.findall(unit(path.read_text())):
            found[name] = set(SYMBOL.findall(body))
    return found


def read_calls(root, names):
    """{file: {symbol that it uses: file that defines it}}"""
    codes = {name: unit((root / name).read_text()) for name in names}
    defined = {symbol: name for name in names for symbol in defines(codes[name])}
    inline, calls = inlined(root), {}
    for name in names:
        used = set(SYMBOL.findall(codes[name]))
        for symbol in sorted(used & set(inline)):
            used |= inline[symbol]
        calls[name] = {s: defined[s] for s in sorted(used) if defined.get(s, name) != name}
    return calls


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
    parser.add_argument("--root", type=Path, default=ROOT)
    root, tap = parser.parse_args().root.resolve(), Tap()
    check(tap, read_calls(root, sources(root)), RECURSIONS)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
