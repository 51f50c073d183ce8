#!/usr/bin/env python3
"""Draw a small house with picture.py, and see that it tells a picture that is current from one that is not.  TAP."""
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

PLACE = "<!-- picture: drawn by `make picture` -->\n```text\n%s```\n<!-- end of picture -->\n"
ROWS = "".join(f"| `lib/{room}` | what it holds |\n" for room in ("base", "stats", "stats/kendall", "table"))
HOUSE = {"lib/base/text.h": "",
         "lib/table/table.h": '#include "base/text.h"\n',
         "lib/stats/sample.h": '#include "base/text.h"\n#include <math.h>\n',
         "lib/stats/kendall/tau.c": '#include "stats/sample.h"\n#include "stats/kendall/tau.h"\n',
         "analysis/one.c": '#include "stats/sample.h"\n',
         "docs/INTERNALS.md": "# Inside\n\n" + ROWS + "\n`stats/sample.h` `analysis/one.c`\n" + PLACE % "" + "\nMore.\n"}
DRAWN = """The floors, the programs on top:

  floor 2   analysis
  floor 1   stats  table
  floor 0   base

Who includes whom (x); a row includes from the columns of its number:

                 1  2  3
   4 analysis    .  x  .
   3 table       x  .
   2 stats       x
   1 base

Inside the rooms that have rooms, what of the same room is included:

  stats                   -
  stats/kendall           stats
"""


def run(folder, *options):
    done = subprocess.run([sys.executable, "-B", str(ROOT / "tests/lint/picture.py"), "--root", folder, *options],
                          capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def put(folder, name, text):
    path = Path(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def failed(folder):
    return [line.split(" - ", 1)[1] for line in run(folder)[1].splitlines() if line.startswith("not ok")]


CURRENT = ["picture: docs/INTERNALS.md shows the includes (make picture)"]
NAMES = ["names: what docs/INTERNALS.md speaks of is there"]
ROOMS = ["rooms: docs/INTERNALS.md has a row each"]
DOCUMENT = HOUSE["docs/INTERNALS.md"].replace(PLACE % "", PLACE % DRAWN)
# What is changed in the drawn house; the failed tests.
CHANGES = [
    ("nothing", {}, []),
    ("one include more of a room that is included", {"lib/table/two.h": '#include "base/text.h"\n'}, []),
    ("a room that includes another", {"lib/table/two.h": '#include "stats/sample.h"\n'}, CURRENT),
    ("a program that includes another room", {"analysis/two.c": '#include "base/text.h"\n'}, CURRENT),
    ("a room without a row", {"lib/stats/slope/ols.h": '#include "stats/sample.h"\n'}, CURRENT + ROOMS),
    ("a row without a room", {"docs/INTERNALS.md": DOCUMENT + "| `lib/attic` | old |\n"}, ROOMS),
    ("two rows of one room", {"docs/INTERNALS.md": DOCUMENT + "| `lib/base` | old |\n"}, ROOMS),
    ("a picture that was edited", {"docs/INTERNALS.md": DOCUMENT.replace("floor 2 ", "floor 3 ")}, CURRENT),
    ("a file that is not there", {"docs/INTERNALS.md": DOCUMENT + "`stats/gone.c`\n"}, NAMES),
    ("a function that is not there", {"docs/INTERNALS.md": DOCUMENT + "`pst_gone`\n"}, NAMES),
    ("a function that is there", {"docs/INTERNALS.md": DOCUMENT + "`pst_tau`\n",
                                  "lib/stats/kendall/tau.h": "int pst_tau(void);\n"}, []),
    ("a document without the place", {"docs/INTERNALS.md": ROWS}, CURRENT),
]


def main():
    tap = Tap()
    for title, changed, want in CHANGES:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in HOUSE.items():
                put(folder, name, text)
            code, out = run(folder, "--write")
            drawn = Path(folder, "docs/INTERNALS.md").read_text()
            tap.ok(code == 0 and drawn == DOCUMENT, f"drawn, before {title}", (out + drawn).splitlines())
            for name, text in changed.items():
                put(folder, name, text)
            tap.equal(failed(folder), want, f"seen: {title}")
    with tempfile.TemporaryDirectory() as folder:
        put(folder, "lib/base/a.h", '#include "table/b.h"\n')
        put(folder, "lib/table/b.h", '#include "base/a.h"\n')
        tap.ok("picture.py: a circle of rooms: base > table > base" in run(folder)[1], "seen: a circle")
        put(folder, "lib/table/b.h", "")
        put(folder, "docs/INTERNALS.md", "# Inside\n")
        code, out = run(folder, "--write")
        tap.ok(code == 1 and "has no place for the picture" in out, "nothing is written without its place", [out])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
