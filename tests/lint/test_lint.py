#!/usr/bin/env python3
"""Break each rule of lint.py in a small house: it must see that, and nothing where all is well.  TAP."""
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

HEADER = "/* %s -- a room. */\n#ifndef PST_%s\n#define PST_%s\n\nint pst_%s(void);\n\n#endif\n"
SOURCE = '#include "%s"\n\nint pst_%s(void)\n{\n  return 1;\n}\n'


def module(room, name):
    guard = f"{room}_{name}_H".upper().replace("/", "_")
    return {f"lib/{room}/{name}.h": HEADER % (f"{name}.h", guard, guard, name),
            f"lib/{room}/{name}.c": SOURCE % (f"{room}/{name}.h", name),
            f"tests/unit/test_{name}.c": f'#include "{room}/{name}.h"\n'}


def house():
    files = {"analysis/one.c": '#include "stats/mean.h"\n', "docs/a.md": "See docs.\n"}
    for room, name in (("base", "thing"), ("stats", "mean"), ("table/read", "records"),
                       ("interval", "exact"), ("cli", "help")):
        files.update(module(room, name))
    files["lib/table/read/records.c"] += "\n#include <csv.h>\n"
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
    # The excuses speak of the real house.
    return [f for f in failed if not f.startswith("tests: the excuses")], out


def add(name, text):
    return lambda files: files.__setitem__(name, files.get(name, "") + text)


def change(name, old, new):
    return lambda files: files.__setitem__(name, files[name].replace(old, new))


def remove(name):
    return lambda files: files.pop(name)


BREACHES = [
    ("layers: stats", "a kernel that sees a table", add("lib/stats/mean.c", '#include "table/read/records.h"\n')),
    ("layers: base", "base uses a room", add("lib/base/thing.c", '#include "stats/mean.h"\n')),
    ("layers: table", "csv.h outside records.c", add("lib/table/other.c", "#include <csv.h>\n")),
    ("layers: stats", "gmp outside interval", add("lib/stats/mean.c", "#include <gmp.h>\n")),
    ("layers: cli", "a header without its room", add("lib/cli/help.c", '#include "thing.h"\n')),
    ("layers: attic is in the table", "a room that the table does not know", add("lib/attic/a.c", "int x;\n")),
    ("layers: programs", "a program that includes another", add("analysis/one.c", '#include "two.h"\n')),
    ("headers: guard and comment", "no guard",
     change("lib/base/thing.h", "#ifndef PST_BASE_THING_H\n#define PST_BASE_THING_H\n", "")),
    ("headers: guard and comment", "another's guard", change("lib/base/thing.h", "BASE_THING", "BASE_OTHER")),
    ("headers: guard and comment", "no comment", change("lib/base/thing.h", "/* thing.h -- a room. */\n", "")),
    ("tests: each module has a unit test", "no test", remove("tests/unit/test_mean.c")),
    ("silence: the library neither prints nor exits", "exit", add("lib/base/thing.c", "int f(void)\n{\n  exit(1);\n}\n")),
    ("silence: the library neither prints nor exits", "printf",
     add("lib/base/thing.c", 'int f(void)\n{\n  printf("x");\n}\n')),
    ("silence: the library neither prints nor exits", "stderr",
     add("lib/stats/mean.c", 'int f(void)\n{\n  fputs("x", stderr);\n}\n')),
    ("texts: no place of one machine", "a home", add("docs/a.md", "/home" + "/me/x\n")),
    ("texts: no place of one machine", "a neighbour", add("docs/a.md", "see shared" + "/notes\n")),
    ("texts: no place of one machine", "a neighbour outside tests", add("docs/a.md", "../" + "shared/notes\n")),
    ("format: clang-format changes nothing (make format)", "format", add("lib/base/thing.c", "int  y;\n")),
]

HARMLESS = [
    ("a comment that prints", add("lib/base/thing.c", "/* printf(stderr), exit(1) */\n")),
    ("a string that prints", add("lib/base/thing.c", 'const char *text = "exit(1)";\n')),
    ("snprintf and fprintf to a file", add("lib/base/thing.c", "int f(void)\n{\n  return snprintf(0, 0, 0);\n}\n")),
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
    for title, edit in HARMLESS:
        files = house()
        edit(files)
        tap.equal(lint(files)[0], [], f"let pass: {title}")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
