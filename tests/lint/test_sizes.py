#!/usr/bin/env python3
"""Break each rule of sizes.py in a small house: it must see that, and nothing where all is well.  TAP."""
import importlib.util
import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SPEC = importlib.util.spec_from_file_location("sizes", ROOT / "tests/lint/sizes.py")
SIZES = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(SIZES)

WRITER = "lib/a/tables/write.c"
TABLE = f"/* table.c -- a table. */\n/* Written by {WRITER}; do not edit. */\n"
FILES, STALE = "files: at most 500 lines", "files: those that are written by a program are there"
FOLDERS = "folders: at most 25 sources"
FUNCTIONS = "functions: 95 of 100 have at most 28 lines"


def function(name, lines):
    """A function whose braces and what is between are LINES lines."""
    return f"static int {name}(int a,\n{' ' * 11}int b)\n{{\n" + "  a += b;\n" * (lines - 2) + "}\n\n"


def house(many, few, length):
    """MANY functions of 28 lines, FEW of LENGTH, ten a file; a table that a program writes."""
    files = {WRITER: function("write", 9), "lib/a/table.c": TABLE + "int x;\n" * 600}
    for i in range(many + few):
        name = f"lib/a/f{i // 10}.c"
        files[name] = files.get(name, "") + function(f"f{i}", 28 if i < many else length)
    return files


def look(files):
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, name).write_text(text)
        SIZES.WRITTEN = {"lib/a/table.c": WRITER}
        for rule in (SIZES.lint_files, SIZES.lint_folders, SIZES.lint_functions):
            rule(Tap(out), SIZES.House(Path(folder)))
    lines = out.getvalue().splitlines()
    return [line.split(" - ", 1)[1] for line in lines if line.startswith("not ok")], lines


CASES = [
    ("all is well", house(95, 5, 28), []),
    ("five of a hundred are long", house(95, 4, 60), []),
    ("ten of a hundred are one line too long", house(90, 10, 29), [FUNCTIONS]),
    ("500 lines", {**house(9, 0, 0), "lib/a/b.c": "int x;\n" * 500}, []),
    ("501 lines", {**house(9, 0, 0), "lib/a/b.c": "int x;\n" * 501}, [FILES]),
    ("501 lines of a program", {**house(9, 0, 0), "analysis/b.c": "int x;\n" * 501}, [FILES]),
    ("501 lines of a test", {**house(9, 0, 0), "tests/unit/a/test_b.c": "int x;\n" * 501}, [FILES]),
    ("501 lines of a header", {**house(9, 0, 0), "lib/a/b.h": "int x;\n" * 501}, []),
    ("25 sources in a folder", {**house(9, 0, 0), **{f"lib/b/f{i}.c": "int x;\n" for i in range(25)}}, []),
    ("26 in a folder, headers too",
     {**house(9, 0, 0), "lib/b/f.h": "int y;\n", **{f"lib/b/f{i}.c": "int x;\n" for i in range(25)}}, [FOLDERS]),
    ("26 tests in a folder",
     {**house(9, 0, 0), **{f"tests/unit/b/test_{i}.c": "int x;\n" for i in range(26)}}, [FOLDERS]),
    ("26 in two rooms",
     {**house(9, 0, 0), **{f"lib/b/{i % 2}/f{i}.c": "int x;\n" for i in range(26)}}, []),
    ("a written file that has become short", {**house(9, 0, 0), "lib/a/table.c": TABLE}, [STALE]),
    ("a written file that does not say so", {**house(9, 0, 0), "lib/a/table.c": "int x;\n" * 600}, [STALE]),
    ("a written file without its program",
     {n: t for n, t in house(9, 0, 0).items() if n != WRITER}, [STALE]),
]


def main():
    tap = Tap()
    tap.equal(SIZES.bodies(function("a", 5) + "struct x {\n  int a;\n};\n" + function("b", 30)), [5, 30],
              "functions are measured, other things in braces are not")
    for title, files, want in CASES:
        failed, lines = look(files)
        tap.ok(failed == want, title, lines)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
