#!/usr/bin/env python3
"""picture.py [--root DIR] [--write]: the picture of includes in docs/INTERNALS.md, drawn from the sources.

Without --write: TAP, whether the picture in the document is the one that the includes give, whether its table
of rooms has a row each, and whether the files and functions that it names are there.  The picture stands between two comments, and `make picture` (--write) replaces
what is between them.  A room of the floors is
a folder of lib/ with the rooms inside it; its floor is one above the highest that it uses.  A mark says that
some file includes a header, not how often, so that the picture changes only when the house does.
"""
import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from lint import ROOT, House, Tap, allowance, includes, room_of  # noqa: E402

DOCUMENT = "docs/INTERNALS.md"
BEGIN = "<!-- picture: drawn by `make picture` -->\n```text\n"
END = "```\n<!-- end of picture -->\n"
ROW = re.compile(r"^\| `lib/([\w/]+)` \|", re.MULTILINE)
FILE = re.compile(r"`([\w/]+/\w+\.(?:[ch]|def|py))`")
NAME = re.compile(r"`(\w*_\w+)`")
WIDE = 96


def edges(house):
    """{(folder, what of another folder it uses)}, headers one by one where LAYERS has them so."""
    found = set()
    for name in house.sources("lib/"):
        for _, own, header in includes(house, name):
            room = room_of(name)
            if own and room_of(header) != room:
                found.add((room, allowance(room, header) or room_of(header)))
    found |= {("analysis", room_of(h)) for f in house.sources("analysis/")
              for _, own, h in includes(house, f) if own}
    return found


def top(name):
    return name.split("/")[0]


def floors(pairs):
    """{room: floor}; a room stands one above the highest that it uses."""
    floor = {}

    def stand(room, above):
        if room in above:
            raise SystemExit("picture.py: a circle of rooms: " + " > ".join(above + (room,)))
        if room not in floor:
            below = [stand(b, above + (room,)) for a, b in pairs if a == room]
            floor[room] = 1 + max(below, default=-1)
        return floor[room]

    for room in sorted({r for pair in pairs for r in pair}):
        stand(room, ())
    return floor


def draw_floors(floor):
    for level in range(max(floor.values()), -1, -1):
        yield f"  floor {level}   " + "  ".join(sorted(r for r in floor if floor[r] == level))


def draw_marks(floor, pairs):
    """A row a room, a column each room below it: x where the row includes the column."""
    order = sorted(floor, key=lambda r: (floor[r], r))
    yield " " * 16 + " ".join(f"{i + 1:2d}" for i in range(len(order) - 1))
    for i in range(len(order) - 1, -1, -1):
        marks = " ".join(" x" if (order[i], b) in pairs else " ." for b in order[:i])
        yield f"  {i + 1:2d} {order[i]:10s} {marks}".rstrip()


def draw_inside(found, folders):
    """Of each folder of a room that has rooms inside: what of the same room it uses."""
    outer = {top(f) for f in folders if "/" in f}
    last = None
    for folder in sorted(f for f in folders if top(f) in outer):
        used = sorted(b for a, b in found if a == folder and top(b) == top(folder))
        if last not in (None, top(folder)):
            yield ""
        last = top(folder)
        line = f"  {folder:22s}"
        for name in used or ["-"]:
            if len(line) + len(name) + 2 > WIDE:
                yield line.rstrip()
                line = " " * 24
            line += f"  {name}"
        yield line


def picture(house):
    found = edges(house)
    pairs = {(top(a), top(b)) for a, b in found if top(a) != top(b)}
    floor = floors(pairs)
    folders = {room_of(f) for f in house.sources("lib/")}
    lines = ["The floors, the programs on top:", "", *draw_floors(floor), "",
             "Who includes whom (x); a row includes from the columns of its number:", "",
             *draw_marks(floor, pairs), "",
             "Inside the rooms that have rooms, what of the same room is included:", "",
             *draw_inside(found, folders)]
    return "\n".join(lines) + "\n"


def parted(text):
    """The document before the picture, the picture, and after; None when the comments are not there."""
    before, begin, rest = text.partition(BEGIN)
    shown, end, after = rest.partition(END)
    return (before, shown, after) if begin and end else None


def check_rooms(tap, house, text):
    """The table of rooms and the folders of lib/ are the same."""
    folders, rows = {room_of(f) for f in house.sources("lib/")}, ROW.findall(text)
    faults = [f"lib/{f}: write what it holds into the table of rooms" for f in sorted(folders - set(rows))]
    faults += [f"lib/{r}: a row, and no such room" for r in sorted(set(rows) - folders)]
    faults += [f"lib/{r}: two rows" for r in sorted(folders) if rows.count(r) > 1]
    tap.ok(not faults, f"rooms: {DOCUMENT} has a row each", faults)


def check_names(tap, house, text):
    """Files are named as they are included, or from the top; names of the code have an underscore."""
    words = set()
    for name in house.files:
        if name.startswith(("lib/", "analysis/", "tests/lint/", "Makefile")) and not name.endswith("picture.py"):
            words.update(re.findall(r"\w+", house.text(name)))
    faults = [f"{f}: there is no such file" for f in sorted(set(FILE.findall(text)))
              if f not in house.files and f"lib/{f}" not in house.files]
    faults += [f"{n}: no source has this name" for n in sorted(set(NAME.findall(text)) - words)]
    tap.ok(not faults, f"names: what {DOCUMENT} speaks of is there", faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    house, path = House(options.root.resolve()), options.root / DOCUMENT
    drawn = picture(house)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    parts = parted(text)
    if options.write:
        if parts is None:
            sys.exit(f"picture.py: {DOCUMENT} has no place for the picture, between {BEGIN.splitlines()[0]} "
                     f"and {END.splitlines()[1]}")
        path.write_text(parts[0] + BEGIN + drawn + END + parts[2], encoding="utf-8")
        return 0
    tap = Tap()
    shown = [] if parts is None else parts[1].splitlines()
    reasons = [f"- {line}" for line in shown if line not in drawn.splitlines()]
    reasons += [f"+ {line}" for line in drawn.splitlines() if line not in shown]
    tap.ok(parts is not None and parts[1] == drawn, f"picture: {DOCUMENT} shows the includes (make picture)", reasons)
    check_rooms(tap, house, text)
    check_names(tap, house, text)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
