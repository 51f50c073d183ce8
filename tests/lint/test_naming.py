#!/usr/bin/env python3
"""Break each rule of naming.py in a small house: it must see that, and nothing where all is well.  TAP."""
import importlib.util
import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SPEC = importlib.util.spec_from_file_location("naming", ROOT / "tests/lint/naming.py")
NAMING = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(NAMING)

HOUSE = {
    "lib/table/keys.h": "struct pst_text;\nint pst_key_add(int a);\nint pst_text_of(int a);\n"
                        "int pst_table_size(int a);\nint pst_odd(int a);\n",
    "lib/table/keys.c": "int pst_key_add(int a)\n{\n  return a;\n}\n\n"
                        "int pst_text_of(int a)\n{\n  return a;\n}\n\n"
                        "int pst_table_size(int a)\n{\n  return a;\n}\n\n"
                        "int pst_odd(int a)\n{\n  return a;\n}\n",
    "lib/table/write_csv.c": "int pst_csv_write(int a,\n                  int b)\n{\n  return a + b;\n}\n",
}
OWN = {"lib/table/keys.c": (["odd"], "it is odd")}
RULE = "functions: pst_ and what it belongs to"
STALE = "functions: the names of their own are there"


def look(files, own, rules):
    """What fails of RULES in a house of FILES, and all that is said."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, name).write_text(text)
        NAMING.OWN_NAMES = own
        for rule in rules:
            rule(Tap(out), NAMING.House(Path(folder)))
    lines = out.getvalue().splitlines()
    return [line.split(" - ", 1)[1] for line in lines if line.startswith("not ok")], lines


def changed(name, old, new):
    assert old in HOUSE[name]
    return {**HOUSE, name: HOUSE[name].replace(old, new)}


FUNCTIONS = [
    ("all is well", HOUSE, OWN, []),
    ("a name of its own that is not listed", HOUSE, {}, [RULE]),
    ("another's name", changed("lib/table/keys.c", "pst_key_add", "pst_group_add"), OWN, [RULE]),
    ("half a word", changed("lib/table/keys.c", "pst_key_add", "pst_keyed_add"), OWN, [RULE]),
    ("a type that the header does not speak of",
     changed("lib/table/keys.h", "struct pst_text;\n", ""), OWN, [RULE]),
    ("a word of the file is missing", changed("lib/table/write_csv.c", "csv_write", "csv"), OWN, [RULE]),
    ("a static function is free", changed("lib/table/keys.c", "int pst_key_add", "static int pst_group_add"),
     OWN, []),
    ("a statistic has the name of the field",
     {**HOUSE, "lib/stats/t_test.c": "int pst_welch(int a)\n{\n  return a;\n}\n"}, OWN, []),
    ("a listed name that is not there", changed("lib/table/keys.c", "pst_odd", "pst_key_odd"), OWN, [STALE]),
    ("a listed name that needs no list", HOUSE, {"lib/table/keys.c": (["odd", "key"], "")}, [STALE]),
]

OPENING = "/* keys.c -- the keys of a table. */\n"
OPENINGS = [
    ("all is well", OPENING, True),
    ("more behind the sentence", "/* keys.c -- the keys of a table.\n\n   And so on\n*/\n", True),
    ("over two lines", "/* keys.c -- the keys\n   of a table. */\n", True),
    ("a question", "/* keys.c -- are keys there? */\n", True),
    ("a program", "/* polstat-keys -- the keys of a table. */\n", True),
    ("none", "", False),
    ("not at once", "#include <a.h>\n" + OPENING, False),
    ("another's name", OPENING.replace("keys.c", "key.c"), False),
    ("no sentence", OPENING.replace(". ", " "), False),
    ("too little", "/* keys.c -- keys. */\n", False),
]


def main():
    tap = Tap()
    for title, files, own, want in FUNCTIONS:
        failed, lines = look(files, own, [NAMING.lint_functions])
        tap.ok(failed == want, title, lines)
    for title, opening, good in OPENINGS:
        failed, lines = look({"lib/table/keys.c": opening + "int x;\n"}, {}, [NAMING.lint_openings])
        tap.ok((failed == []) == good, f"opening: {title}", lines)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
