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
  Tested     files below tests/ that are there
"""
import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/support"), str(ROOT / "tests/lint")]
from lint import House, without_comments  # noqa: E402
from tap import Tap  # noqa: E402

ROOMS = ["interval", "table", "input"]

FIELD = re.compile(r"^[ \t/*]*(?:All\s+)?(Given|Returned|Status|Cost|Published|Source|Tested)\s+\S", re.MULTILINE)
PROTOTYPE = re.compile(r"(?:^|(?<=[;}]))\s*((?:static inline |extern )?(?:[a-z]\w*[ *]+)+)(pst_\w+)\(([^;{]*?)\)\s*"
                       r"(?:__attribute__\(\(.*?\)\)\s*)?([;{])", re.MULTILINE | re.DOTALL)
DEFINED = re.compile(r"^(?:static )?[a-z][\w *]*?\b(\w+)\(([^;{}]*)\)\n\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
STATUS = r"PST_(?:UNDEFINED|USAGE|BAD_DATA|IO|NO_MEMORY)\b"
TOLD = re.compile(r"\bpst_fail(?:_at)?\([^;]*?(" + STATUS + ")|(pst_fail_memory)")
BARE = re.compile(r"\breturn\b(?![^;]*pst_fail)[^;]*?(" + STATUS + ")")
PATH = re.compile(r"\btests/[\w./-]*\w|\btest_\w+\.c\b")
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

    def __init__(self, found):
        self.at = found.start(2)
        self.returns, self.name, self.parameters = found.group(1).strip(), found.group(2), found.group(3).strip()
        self.inline = found.group(4) == "{"

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
        return "struct pst_estimates *" in self.parameters


def functions_of(text):
    """The prototypes of a header, once each."""
    bare = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: " " * len(m.group(0)), without_comments(text),
                  flags=re.MULTILINE)
    seen = {}
    for found in PROTOTYPE.finditer(bare):
        if not re.search(r"\btypedef\b|\breturn\b", found.group(1)):
            seen.setdefault(found.group(2), Function(found))
    return list(seen.values())


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


def lint_header(house, name, made):
    comments = comments_of(house.text(name))
    for function in functions_of(house.text(name)):
        if not any(comment.names(function.name) for comment in comments):
            yield f"{name}: no comment names {function.name}"
        missing = list(lacking(function, fields_of(function, comments), name.startswith("lib/stats/"),
                               made.get(function.name, ())))
        if missing:
            yield f"{name}: the comment of {function.name} lacks {', '.join(missing)}"
    for path in {p for c in comments for p in PATH.findall(c.fields.get("Tested", ""))}:
        if not (house.root / path).exists() and not (house.root / "tests/unit" / path).exists():
            yield f"{name}: there is no {path}"


def lint_comments(tap, house):
    made = {}
    for name in house.sources("lib/"):
        if name.endswith(".c"):
            made.update(statuses_made(house.text(name)))
    for room in ROOMS:
        headers = [n for n in house.sources(f"lib/{room}/") if n.endswith(".h")]
        faults = [fault for name in headers for fault in lint_header(house, name, made)]
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
