#!/usr/bin/env python3
"""run.py [--build DIR] [--mode plain|asan|valgrind] [accept] [FILE.md...]

Checks notebooks (default: README.md, docs/GALLERY.md and notebooks-md/*.md) with polstat-notebook.  TAP, one test a file; what
differs follows a failure.  `accept` writes what is printed now into them.
"""
import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SECONDS = "900"  # a command: for a hang, not for speed


def notebook(build, verb, path):
    """Numbers in the prose of our notebooks are all tied to results; those of README.md have no blocks to be tied to."""
    tied = ["--untied"] if verb == "check" and path.startswith("notebooks-md/") else []
    done = subprocess.run([build / "bin/polstat-notebook", verb, *tied, "--timeout", SECONDS, path], cwd=ROOT,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace").splitlines()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=["plain", "asan", "valgrind"], default="plain")
    parser.add_argument("words", nargs="*", metavar="[accept] [FILE.md...]")
    options = parser.parse_args()
    accept = options.words[:1] == ["accept"]
    paths = [Path(p).resolve() for p in options.words[accept:]]
    paths = paths or [ROOT / "README.md", ROOT / "docs/GALLERY.md", *sorted((ROOT / "notebooks-md").glob("*.md"))]
    tap = Tap()
    for path in paths:
        name = os.path.relpath(path, ROOT)
        code, lines = notebook(options.build.resolve(), "accept" if accept else "check", name)
        tap.ok(code == 0, name, lines)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
