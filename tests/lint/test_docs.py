#!/usr/bin/env python3
"""Break each rule of docs.py in a small house: it must see that, and nothing where all is well.  TAP."""
import importlib.util
import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SPEC = importlib.util.spec_from_file_location("docs", ROOT / "tests/lint/docs.py")
DOCS = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(DOCS)

CONTRIBUTING = """    lib/base/   errors
    lib/report/ formats

`lib/base/error.h` has `pst_fail` and `PST_OK`; `base/error.h` is the same, `error.c` its source, lib/base/ its room.
Write `lib/report/write/NAME.c`, `lib/base/endpoint.h` with `pst_write_NAME`, run `make lint` and see `tests/lint/*.py`.
**`lib/report/format.c`** and `PST_UNIT_*` too.

```sh
make nothing  # `lib/none.c`
```
"""
HOUSE = {"CONTRIBUTING.md": CONTRIBUTING, "docs/TIDY.md": "See CONTRIBUTING.md.\n", "Makefile": "lint: all\n\techo\n",
         "lib/base/error.h": "enum { PST_OK, PST_UNIT_ONE };\nint pst_fail(void);\n", "lib/base/error.c": "int x;\n",
         "lib/report/format.c": "int y;\n", "tests/lint/lint.py": "\n"}


def look(files):
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, name).write_text(text)
        house = DOCS.House(Path(folder))
        for rule in (DOCS.lint_docs, DOCS.lint_rooms):
            rule(Tap(out), house)
    return [line.removeprefix("#   ") for line in out.getvalue().splitlines() if line.startswith("#   ")]


def without(name):
    return {n: t for n, t in HOUSE.items() if n != name}


def added(line):
    return {**HOUSE, "docs/TIDY.md": line + "\n"}


CASES = [
    ("all is well", HOUSE, []),
    ("a file that has gone", without("lib/report/format.c"),
     ["CONTRIBUTING.md:2: there is no lib/report/", "CONTRIBUTING.md:6: there is no lib/report/format.c",
      "lib/report: there is no such room"]),
    ("a header as it is included", added("`base/errors.h`"), ["docs/TIDY.md:1: there is no base/errors.h"]),
    ("a file by its name alone", added("`errors.c`"), ["docs/TIDY.md:1: there is no errors.c"]),
    ("a path without backquotes", added("As tests/unit/test_x.c shows."),
     ["docs/TIDY.md:1: there is no tests/unit/test_x.c"]),
    ("a path in bold", added("**lib/none/**"), ["docs/TIDY.md:1: there is no lib/none/"]),
    ("a pattern that fits nothing", added("`tests/lint/*.c`"), ["docs/TIDY.md:1: there is no tests/lint/*.c"]),
    ("a function of no source", added("`pst_fall(x)`"), ["docs/TIDY.md:1: no source has pst_fall"]),
    ("a constant of no source", added("`PST_NONE`"), ["docs/TIDY.md:1: no source has PST_NONE"]),
    ("a target of no Makefile", added("`make lists`"), ["docs/TIDY.md:1: there is no target lists"]),
    ("an example of another document", added("`lib/base/endpoint.h`"),
     ["docs/TIDY.md:1: there is no lib/base/endpoint.h"]),
    ("a room that is not listed", {**HOUSE, "lib/attic/a.c": "int z;\n"}, ["lib/attic: say what it holds"]),
    ("the world outside", added("`data/2020.csv`, https://example.org/lib/x.c and a/b"), []),
]


def main():
    tap = Tap()
    for title, files, want in CASES:
        tap.equal(look(files), want, title)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
