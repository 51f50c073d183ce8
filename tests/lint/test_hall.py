#!/usr/bin/env python3
"""Break the hall rule in a small house of compiled files, and see hall.py say so.  TAP."""
import importlib.util
import io
import os
import subprocess
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
        made = root / "build/obj" / (name[:-2] + ".o")
        made.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cc", "-c", str(path), "-o", str(made)], check=True)


def look(files, recursions):
    """What fails in a house of FILES, and all that is said."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root, files)
        names = HALL.sources(root)
        assert HALL.not_built(root, root / "build", names) == []
        HALL.check(Tap(out), HALL.read_calls(root / "build", names), recursions)
    lines = out.getvalue().splitlines()
    return [line.split(" - ", 1)[1] for line in lines if line.startswith("not ok")], lines


def called_back(name, symbol):
    """HOUSE with a helper in the file that dispatches, which NAME calls back."""
    files = dict(HOUSE)
    files["lib/a/hall.c"] += f"int {symbol}(int x) {{ return x; }}\n"
    files[name] = files[name].replace("pst_fail", symbol)
    return files


def test_late(tap):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root, HOUSE)
        os.utime(root / "build/obj/lib/a/sum.o", (1, 1))
        (root / "build/obj/lib/a/leaf.o").unlink()
        tap.equal(HALL.not_built(root, root / "build", HALL.sources(root)),
                  ["lib/a/leaf.c", "lib/a/sum.c"], "an object that is old or absent is seen")


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
    test_late(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
