#!/usr/bin/env python3
"""Break each rule of lint.py in a small house: it must see that, and nothing where all is well.  TAP."""
import importlib.util
import io
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SPEC = importlib.util.spec_from_file_location("lint", ROOT / "tests/lint/lint.py")
LINT = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(LINT)

HEADER = "/* %s -- a room. */\n#ifndef PST_%s\n#define PST_%s\n\nint pst_%s(void);\n\n#endif\n"
SOURCE = '#include "%s"\n\nint pst_%s(void)\n{\n  return 1;\n}\n'


def module(room, name):
    guard = f"{room}_{name}_H".upper().replace("/", "_")
    return {f"lib/{room}/{name}.h": HEADER % (f"{name}.h", guard, guard, name),
            f"lib/{room}/{name}.c": SOURCE % (f"{room}/{name}.h", name),
            f"tests/unit/{room}/test_{name}.c": f'#include "{room}/{name}.h"\n'}


def house():
    files = {"analysis/one.c": '#include "stats/mean.h"\n', "docs/a.md": "See docs.\n"}
    for room, name in (("base", "thing"), ("stats", "mean"), ("table/read", "delimited"),
                       ("interval", "exact"), ("cli", "help")):
        files.update(module(room, name))
    files["lib/table/read/delimited.c"] += "\n#include <csv.h>\n"
    files["lib/interval/exact.c"] += "\n#include <gmp.h>\n"
    files["lib/cli/help.c"] += "\nvoid pst_bye(void)\n{\n  exit(1);\n}\n"
    return files


def lint(files):
    """The failed tests, and all that is printed."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        Path(folder, ".clang-format").write_text((ROOT / ".clang-format").read_text())
        out = subprocess.run([sys.executable, "-B", str(ROOT / "tests/lint/lint.py"), "--root", folder],
                             capture_output=True, text=True).stdout
    failed = [line.split(" - ", 1)[1] for line in out.splitlines() if line.startswith("not ok")]
    # The excuses and the allowances speak of the real house.
    return [f for f in failed if not f.startswith(("tests: the excuses", "layers: the allow"))], out


def add(name, text):
    return lambda files: files.__setitem__(name, files.get(name, "") + text)


def change(name, old, new):
    return lambda files: files.__setitem__(name, files[name].replace(old, new))


def remove(name):
    return lambda files: files.pop(name)


BREACHES = [
    ("columns: their arrays are seen in lib/table only", "a program that reads a column's array",
     add("analysis/one.c", "double one(struct pst_column *c)\n{\n  return c->arrays.value[0];\n}\n")),
    ("columns: their arrays are seen in lib/table only", "a room that takes all arrays",
     add("lib/stats/mean.c", "struct pst_column_cells taken;\n")),
    ("layers: stats", "a kernel that sees a table", add("lib/stats/mean.c", '#include "table/read/records.h"\n')),
    ("layers: base", "base uses a room", add("lib/base/thing.c", '#include "stats/mean.h"\n')),
    ("layers: table", "csv.h outside delimited.c", add("lib/table/other.c", "#include <csv.h>\n")),
    ("layers: stats", "gmp outside interval", add("lib/stats/mean.c", "#include <gmp.h>\n")),
    ("layers: cli", "a header without its room", add("lib/cli/help.c", '#include "thing.h"\n')),
    ("layers: attic is in the table", "a room that the table does not know", add("lib/attic/a.c", "int x;\n")),
    ("layers: programs", "a program that includes another", add("analysis/one.c", '#include "two.h"\n')),
    ("headers: guard and comment", "no guard",
     change("lib/base/thing.h", "#ifndef PST_BASE_THING_H\n#define PST_BASE_THING_H\n", "")),
    ("headers: guard and comment", "another's guard", change("lib/base/thing.h", "BASE_THING", "BASE_OTHER")),
    ("headers: guard and comment", "no comment", change("lib/base/thing.h", "/* thing.h -- a room. */\n", "")),
    ("tests: each module has a unit test", "no test", remove("tests/unit/stats/test_mean.c")),
    ("tests: unit tests stand in the rooms of lib", "a test in no room", add("tests/unit/test_x.c", "int x;\n")),
    ("tests: unit tests stand in the rooms of lib", "a test in a room that is not there",
     add("tests/unit/attic/test_x.c", "int x;\n")),
    ("tests: unit tests stand in the rooms of lib", "two tests of one name",
     add("tests/unit/base/test_mean.c", "int x;\n")),
    ("silence: the library neither prints nor exits", "exit", add("lib/base/thing.c", "int f(void)\n{\n  exit(1);\n}\n")),
    ("silence: the library neither prints nor exits", "printf",
     add("lib/base/thing.c", 'int f(void)\n{\n  printf("x");\n}\n')),
    ("silence: the library neither prints nor exits", "stderr",
     add("lib/stats/mean.c", 'int f(void)\n{\n  fputs("x", stderr);\n}\n')),
    ("texts: no place of one machine", "a home", add("docs/a.md", "/home" + "/me/x\n")),
    ("texts: no place of one machine", "a neighbour", add("docs/a.md", "see shared" + "/notes\n")),
    ("texts: no place of one machine", "a neighbour outside tests", add("docs/a.md", "../" + "shared/notes\n")),
    ("names: each tag and constant is defined once", "a tag of two rooms",
     lambda files: [add(f, "struct pst_unit {\n  int a;\n};\n")(files)
                    for f in ("lib/base/thing.h", "lib/stats/mean.h")]),
    ("names: each tag and constant is defined once", "a constant of two rooms",
     lambda files: [add(f, "enum pst_%s { PST_A_%s, PST_ONE };\n" % (tag, tag.upper()))(files)
                    for f, tag in (("lib/base/thing.c", "x"), ("lib/stats/mean.c", "y"))]),
    ("names: each tag and constant is defined once", "a typedef and a tag",
     lambda files: [add("lib/base/thing.c", "typedef int pst_step(int a);\n")(files),
                    add("lib/stats/mean.c", "enum pst_step { PST_A };\n")(files)]),
    ("arrays: one growing array, one hash table", "realloc outside base",
     add("lib/stats/mean.c", "void *f(void *a)\n{\n  return realloc(a, 9);\n}\n")),
    ("arrays: one growing array, one hash table", "a hash table of one's own",
     add("lib/stats/mean.c", "int f(int at, int mask)\n{\n  return (at + 1) & mask;\n}\n")),
    ("arrays: one growing array, one hash table", "another, by its size",
     add("analysis/one.c", "int f(int at, int n_slots)\n{\n  return (at + 1) % n_slots;\n}\n")),
    ("format: clang-format changes nothing (make format)", "format", add("lib/base/thing.c", "int  y;\n")),
]

# Rows of LAYERS for a house of base, stats and stats/kendall; the failed tests, and the reason.
TIGHT = {"base": [], "stats": ["base"], "stats/kendall": ["stats/mean.h"]}
STALE = "layers: the allowances are of use"
TABLES = [
    ({}, [], ""),
    ({"base": ["stats/kendall/"]}, [STALE], "base: uses nothing of stats/kendall/"),
    ({"stats": ["base", "base/thing.h"]}, [STALE], "stats: uses nothing of base"),
    ({"stats": []}, ["layers: stats"], 'stats includes "base/thing.h"; it may use none'),
    ({"stats/kendall": ["stats", "stats/mean.h"]}, [STALE], "stats/kendall: uses nothing of stats"),
    ({"stats/kendall": ["stats"]}, [], ""),
    ({"stats/kendall": ["base/"]}, ["layers: stats/kendall", STALE], 'it may use base/'),
    ({"stats": ["base/"]}, [], ""),
    ({"stats/kendall": ["stats/"]}, ["layers: no room stands above itself"], "stats/kendall may use itself"),
    ({"stats/kendall": []}, ["layers: stats/kendall"], 'includes "stats/mean.h"; it may use none'),
    ({"attic": []}, [STALE], "attic: there is no such room"),
    ({"stats": ["base", "stats/kendall"], "stats/kendall": ["stats"]},
     ["layers: no room stands above itself", STALE], "stats may use itself by way of others"),
]


def lint_tables(change):
    """The failed tests of the tables TIGHT with CHANGE, and all that is printed."""
    out = io.StringIO()
    files = {"lib/base/thing.h": "", "lib/stats/mean.h": '#include "base/thing.h"\n',
             "lib/stats/kendall/tau.c": '#include "stats/mean.h"\n#include "stats/kendall/tau.h"\n'}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, name).write_text(text)
        LINT.LAYERS, LINT.GUARDED = {**TIGHT, **change}, {}
        for rule in (LINT.lint_layers, LINT.lint_allowances):
            rule(Tap(out), LINT.House(Path(folder)))
    lines = out.getvalue().splitlines()
    return [line.split(" - ", 1)[1] for line in lines if line.startswith("not ok")], out.getvalue()


HARMLESS = [
    ("a comment that prints", add("lib/base/thing.c", "/* printf(stderr), exit(1) */\n")),
    ("a string that prints", add("lib/base/thing.c", 'const char *text = "exit(1)";\n')),
    ("snprintf and fprintf to a file", add("lib/base/thing.c", "int f(void)\n{\n  return snprintf(0, 0, 0);\n}\n")),
    ("constants that are used, not defined",
     add("lib/base/thing.c", "enum pst_x { PST_A, PST_B = PST_A + 1 };\n\nint all[] = {PST_A, PST_B};\n")),
    ("realloc in base", add("lib/base/thing.c", "void *f(void *a)\n{\n  return realloc(a, 9);\n}\n")),
    ("a neighbour in tests", add("tests/x.py", "../" + "shared/reference\n")),
]


def main():
    tap = Tap()
    failed, out = lint(house())
    tap.equal(failed, [], "nothing is wrong in a good house")
    tap.ok("layers: interval" in out, "each room is looked at", out.splitlines())
    for rule, title, breach in BREACHES:
        files = house()
        breach(files)
        failed, out = lint(files)
        tap.ok(rule in failed, f"seen: {title}", out.splitlines())
    for changed, want, reason in TABLES:
        failed, out = lint_tables(changed)
        tap.ok(failed == want and reason in out, f"the table of rooms with {changed}", out.splitlines())
    for title, edit in HARMLESS:
        files = house()
        edit(files)
        tap.equal(lint(files)[0], [], f"let pass: {title}")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
