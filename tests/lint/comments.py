#!/usr/bin/env python3
"""What the comment of a public function promises.  TAP, one test a room; the reasons follow a failure.

A function's comment is each comment of its header that names it, the comment that heads the header, and
the one of the form "--- reading ---" that heads its part of the header.

  named      a comment of the header names the function
  Given      when it takes anything
  Returned   when it returns a value or fills one
  Status     of enum pst_status: each status that its own file makes on its behalf, by name
  Cost       unless it stands in the header, inline
  Published  in lib/stats, of what makes estimates: where the method is from (or Source)
  Tested     files below tests/ that are there; unit tests that see neither the header nor its functions say
             by way of what they test it
"""
import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/lint")]
from lint import House, without_comments  # noqa: E402
from tap import Tap  # noqa: E402

ROOMS = ["interval", "table", "input", "report", "figure", "language", "stats"]

FIELD = re.compile(r"^[ \t/*]*(?:All\s+)?(Given|Returned|Status|Cost|Published|Source|Tested)[ \t]+\S", re.MULTILINE)
PROTOTYPE = re.compile(r"(?:^|(?<=[;}]))\s*((?:static inline |extern )?(?:[a-z]\w*[ *]+)+)(pst_\w+)\(([^;{]*?)\)\s*"
                       r"(?:__attribute__\(\(.*?\)\)\s*)?([;{])", re.MULTILINE | re.DOTALL)
TYPE = re.compile(r"^typedef\s+((?:[a-z]\w*[ *]+)+)(pst_\w+)\(([^;]*?)\);", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"^(pst_\w+)\s+(pst_\w+(?:,\s*pst_\w+)*);", re.MULTILINE)
DEFINED = re.compile(r"^(?:static )?[a-z][\w *]*?\b(\w+)\(([^;{}]*)\)\n\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
STATUS = r"PST_(?:UNDEFINED|USAGE|BAD_DATA|IO|NO_MEMORY)\b"
TOLD = re.compile(r"\bpst_fail(?:_at)?\([^;]*?(" + STATUS + ")|(pst_fail_memory)")
BARE = re.compile(r"\breturn\b(?![^;]*pst_fail)[^;]*?(" + STATUS + ")")
PATH = re.compile(r"\btests/[\w./*-]*[\w*]|\btest_[\w*]+\.c\b")
HELPERS = re.compile(r"\bconst\b|\bstruct pst_(?:error|arena|exact) \*")  # parameters that are not results


class Comment:
    """One comment, with the fields that it has and their texts."""

    def __init__(self, text, at):
        self.text, self.at = text, at
        self.heads_part = text.startswith("/* ---")
        found = list(FIELD.finditer(text))
        ends = [f.start() for f in found[1:]] + [len(text)]
        self.fields = {}
        for field, end in zip(found, ends):
            name = "Published" if field.group(1) == "Source" else field.group(1)
            self.fields[name] = self.fields.get(name, "") + text[field.start():end]

    def names(self, function):
        return re.search(rf"\b{function}\b", self.text) is not None


class Function:
    """A prototype of a header."""

    def __init__(self, name, at, returns, parameters, inline=False):
        self.name, self.at, self.inline = name, at, inline
        self.returns, self.parameters = returns.strip(), parameters.strip()

    def is_fallible(self):
        return self.returns == "enum pst_status"

    def fills(self):
        """Parameters through which it gives something back."""
        pointers = [p for p in self.parameters.split(",") if "*" in p or "[" in p]
        return [p for p in pointers if not HELPERS.search(p)]

    def gives(self):
        if self.name.endswith(("_free", "_close")):
            return False
        return bool(self.fills()) or not (self.returns == "void" or self.is_fallible())

    def makes_estimates(self):
        return self.is_fallible() and {"struct pst_estimates *out", "struct pst_arena *scratch"} <= {
            " ".join(p.split()) for p in self.parameters.split(",")}


def bare(text):
    """TEXT without comments and macros; the places stay."""
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: re.sub(r"[^\n]", " ", m.group(0)),
                  without_comments(text), flags=re.MULTILINE)


def types_of(house):
    """The function types of the library: name -> what it returns, what it takes."""
    return {name: (returns, parameters) for header in house.sources("lib/") if header.endswith(".h")
            for returns, name, parameters in TYPE.findall(bare(house.text(header)))}


def functions_of(text, types):
    """The functions that a header declares, once each: by a prototype, or by a function type."""
    text = bare(text)
    found = [Function(p.group(2), p.start(2), p.group(1), p.group(3), p.group(4) == "{")
             for p in PROTOTYPE.finditer(text) if not re.search(r"\btypedef\b|\breturn\b", p.group(1))]
    found += [Function(name.strip(), p.start(2), *types[p.group(1)]) for p in TYPED.finditer(text)
              if p.group(1) in types for name in p.group(2).split(",")]
    return list({f.name: f for f in reversed(found)}.values())[::-1]


def comments_of(text):
    return [Comment(found.group(0), found.start()) for found in re.finditer(r"/\*.*?\*/", text, re.DOTALL)]


def statuses_made(source):
    """Function of SOURCE -> the statuses that it returns as they are, and those that it, or what it calls in
    this file, makes with a message."""
    bodies = {name: body for name, _, body in DEFINED.findall(without_comments(source))}
    calls = {name: set(re.findall(r"(?<![.>])\b(\w+)\b", body)) & set(bodies) for name, body in bodies.items()}
    told = {name: {"PST_NO_MEMORY" if memory else status for status, memory in TOLD.findall(body)}
            for name, body in bodies.items()}
    while True:
        wider = {name: told[name].union(*(told[called] for called in calls[name])) for name in told}
        if wider == told:
            return {name: told[name] | set(BARE.findall(body)) for name, body in bodies.items()}
        told = wider


def lacking(function, fields, in_stats, made):
    """What the comment of FUNCTION should say, and does not."""
    if function.parameters != "void" and "Given" not in fields:
        yield "Given"
    if function.gives() and "Returned" not in fields:
        yield "Returned"
    if function.is_fallible():
        silent = [s for s in sorted(made) if not re.search(rf"\b{s}\b", fields.get("Status", ""))]
        if silent or not re.search(STATUS, fields.get("Status", "")):
            yield f"Status {' '.join(silent)}".strip()
    if not function.inline and "Cost" not in fields:
        yield "Cost"
    if in_stats and function.makes_estimates() and "Published" not in fields:
        yield "Published"
    if not PATH.search(fields.get("Tested", "")):
        yield "Tested"


def fields_of(function, comments):
    """The fields that speak of FUNCTION: of its comments, of its part of the header, of the head."""
    parts = [c for c in comments if c.heads_part and c.at < function.at]
    spoken = comments[:1] + parts[-1:] + [c for c in comments if c.names(function.name)]
    fields = {}
    for comment in {c.at: c for c in spoken}.values():
        for name, text in comment.fields.items():
            fields[name] = fields.get(name, "") + text
    return fields


def lint_header(house, name, types, made):
    comments, functions = comments_of(house.text(name)), functions_of(house.text(name), types)
    for function in functions:
        if not any(comment.names(function.name) for comment in comments):
            yield f"{name}: no comment names {function.name}"
        missing = list(lacking(function, fields_of(function, comments), name.startswith("lib/stats/"),
                               made.get(function.name, ())))
        if missing:
            yield f"{name}: the comment of {function.name} lacks {', '.join(missing)}"
    yield from lint_tested(house, name, comments, functions)


def files_of(house, path):
    """The files that PATH of a Tested names; a bare name is that of a unit test."""
    return list(house.root.glob(path)) or list((house.root / "tests/unit").rglob(path))


def lint_tested(house, name, comments, functions):
    """Are the tests there, and do they see what they are said to test?"""
    include = f'#include "{name.removeprefix("lib/")}"'
    seen = re.compile("|".join([re.escape(include)] + [rf"\b{f.name}\b" for f in functions]))
    for tested in [c.fields["Tested"] for c in comments if "Tested" in c.fields]:
        paths = PATH.findall(tested)
        yield from (f"{name}: there is no {path}" for path in paths if not files_of(house, path))
        units = [f for path in paths for f in files_of(house, path) if re.match("test_.*[.]c$", f.name)]
        if units and not re.search(r"by\s+way\s+of", tested) and not any(seen.search(f.read_text()) for f in units):
            yield f"{name}: {', '.join(f.name for f in units)} tests it by way of what?"


def lint_comments(tap, house):
    types, made = types_of(house), {}
    for name in house.sources("lib/"):
        if name.endswith(".c"):
            made.update(statuses_made(house.text(name)))
    for room in ROOMS:
        headers = [n for n in house.sources(f"lib/{room}/") if n.endswith(".h")]
        faults = [fault for name in headers for fault in lint_header(house, name, types, made)]
        tap.ok(headers and not faults, f"comments: lib/{room} says what its functions promise",
               faults or [f"lib/{room}: there is no such room"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    house, tap = House(parser.parse_args().root.resolve()), Tap()
    lint_comments(tap, house)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
