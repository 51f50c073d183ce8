#!/usr/bin/env python3
"""Break the hall rule in a small house, and see hall.py say so.  TAP."""
import importlib.util
import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SPEC = importlib.util.spec_from_file_location("hall", ROOT / "tests/lint/hall.py")
HALL = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(HALL)

# A hall that dispatches to two rooms, of which one is made of what the hall is.
HOUSE = {
    "lib/a/hall.c": "int pst_sum(int); int pst_leaf(int);\n"
                    "int pst_hall(int x) { return x > 1 ? pst_sum(x) : pst_leaf(x); }\n",
    "lib/a/sum.c": "int pst_hall(int); int pst_fail(int);\n"
                   "int pst_sum(int x) { return x > 9 ? pst_fail(x) : pst_hall(x - 1) + 1; }\n",
    "lib/a/leaf.c": "int pst_fail(int);\nint pst_leaf(int x) { return pst_fail(x); }\n",
    "lib/a/fail.c": "int pst_fail(int x) { return -x; }\n",
    "lib/a/tables/write.c": "int pst_hall(int);\nint main(void) { return pst_hall(1); }\n",
}
RECURSIONS = {"sums": (["pst_hall"], "a sum is made of sums")}
RULE = "hall: what is dispatched to calls nothing of the file that dispatches"
THERE = "hall: the recursion 'sums' is there (a sum is made of sums)"


def make(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def look(files, recursions):
    """What fails in a house of FILES, and all that is said."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root, files)
        HALL.check(Tap(out), HALL.read_calls(root, HALL.sources(root)), recursions)
    lines = out.getvalue().splitlines()
    return [line.split(" - ", 1)[1] for line in lines if line.startswith("not ok")], lines


def called_back(name, symbol):
    """HOUSE with a helper in the file that dispatches, which NAME calls back."""
    files = dict(HOUSE)
    files["lib/a/hall.c"] += f"int {symbol}(int x) {{ return x; }}\n"
    files[name] = files[name].replace("pst_fail", symbol)
    return files


# What is no call: words of comments and strings, tags of structures, what is a file's own.
QUIET = "/* pst_hall */ struct pst_hall { int x; }; static const char *const WHAT = \"pst_hall\";\n"


def test_inline(tap):
    files = dict(HOUSE)
    files["lib/a/help.h"] = "static inline int pst_help(int x)\n{\n  return pst_hall(x);\n}\n"
    files["lib/a/leaf.c"] = "int pst_leaf(int x) { return pst_help(x); }\n"
    tap.equal(look(files, RECURSIONS)[0], [], "a call through a header of what may be called back")
    tap.equal(look(files, {})[0], [RULE], "a call through an inline function of a header")


def main():
    tap = Tap()
    tap.equal(look(HOUSE, RECURSIONS)[0], [], "a true recursion that is named is let pass")
    failed, lines = look(HOUSE, {})
    tap.equal(failed, [RULE], "a recursion that is not named")
    tap.ok("#   lib/a/sum.c uses pst_hall of lib/a/hall.c" in lines, "each call of a circle is told", lines)
    tap.equal(look(called_back("lib/a/leaf.c", "pst_help"), RECURSIONS)[0], [RULE],
              "a helper in the file that dispatches")
    tap.equal(look(called_back("lib/a/sum.c", "pst_help"), RECURSIONS)[0], [RULE],
              "a helper beside a recursion that is named")
    data = dict(HOUSE)
    data["lib/a/hall.c"] += "int pst_limit = 3;\n"
    data["lib/a/leaf.c"] = "extern int pst_limit;\nint pst_leaf(int x) { return x + pst_limit; }\n"
    tap.equal(look(data, RECURSIONS)[0], [RULE], "data of the file that dispatches")
    straight = dict(HOUSE)
    straight["lib/a/sum.c"] = "int pst_sum(int x) { return x; }\n"
    tap.equal(look(straight, RECURSIONS)[0], [THERE], "an excuse without its recursion")
    more = {"sums": (["pst_hall", "pst_fail"], "a sum is made of sums")}
    tap.equal(look(HOUSE, more)[0], [THERE], "an excuse for more than is called back")
    quiet = {name: QUIET + text for name, text in straight.items()}
    tap.equal(look(quiet, {})[0], [], "comments, strings and tags are no calls")
    test_inline(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
