#!/usr/bin/env python3
"""run_docs.py [--build DIR] [accept]

Runs the examples of docs/CLAIMS.md.  TAP, one test a block that runs, and one for each file that no
command uses.

    ```csv visits.csv       a file that the reader is shown: written to an empty folder
    ```text paper.txt       the same
    ```claims doe.claims    the same; `+doe.claims` goes on with the file that is there
    ```console              commands, run in that folder, and what they print (see tests/support/console.py)

Exit codes are part of no block, save that no command may crash: a contradicted claim is what many of
the examples are about.  `accept` writes what is printed now into the document.
"""
import argparse
import difflib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
import console  # noqa: E402
from tap import Tap  # noqa: E402

DOCUMENT = ROOT / "docs/CLAIMS.md"
FILE = re.compile(r"^```(?:csv|claims|text) (\+?)([\w.-]+)\s*$")
UNNAMED = re.compile(r"^```(?:csv|claims)\s*$")
TIME_LIMIT = 480  # for a hang, not for speed


def execute(block, folder, env):
    """The block as it should be recorded, and the commands that crashed."""
    lines, failed = [], []
    for command in block.commands:
        done = subprocess.run(["sh", "-c", command.text], cwd=folder, env=env, timeout=TIME_LIMIT,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        output = done.stdout.decode("utf-8", "replace").rstrip("\n")
        lines += command.lines + (output.split("\n") if output else [])
        if done.returncode not in (0, 1, 2, 3):
            failed.append(f"exit code {done.returncode}: {command.text}")
    return lines, failed


class Document:
    def __init__(self, tap, folder, env):
        self.tap, self.folder, self.env = tap, Path(folder), env
        self.unused, self.now = {}, []
        self.path, self.number = None, 0  # of the file that is being written

    def take_file_line(self, line):
        if re.match(r"^```\s*$", line):
            self.path = None
        else:
            with open(self.path, "a", encoding="utf-8") as file:
                file.write(line + "\n")

    def begin_file(self, more, name):
        self.path = self.folder / name
        if not more:
            self.path.write_text("")
        self.unused.setdefault(name, self.number)

    def take_line(self, line):
        found = FILE.match(line)
        if self.path is not None:
            self.take_file_line(line)
        elif found:
            self.begin_file(*found.groups())
        elif UNNAMED.match(line):
            self.tap.ok(False, f"CLAIMS.md:{self.number}: the block has a name, so that it can run")

    def take_block(self, block):
        lines, failed = execute(block, self.folder, self.env)
        text = "\n".join(c.text for c in block.commands)
        diff = list(difflib.unified_diff(block.recorded(), lines, "recorded", "printed", lineterm=""))
        self.tap.ok(block.commands and not failed and not diff and not block.stray,
                    f"CLAIMS.md:{block.number}: {text.splitlines()[0] if text else 'no command'}",
                    failed + diff + block.stray)
        # A table is used by the claims files that name it.
        used = text + "".join(p.read_text() for p in self.folder.glob("*.claims") if p.name in text)
        self.unused = {n: at for n, at in self.unused.items() if n not in used}
        self.now += lines
        self.number += len(block.recorded())

    def take(self, parts):
        for part in parts:
            if isinstance(part, console.Block):
                self.take_block(part)
            else:
                self.number += 1
                self.now.append(part)
                self.take_line(part)
        for name, at in self.unused.items():
            self.tap.ok(False, f"CLAIMS.md:{at}: {name} is used by a command")
        return "\n".join(self.now)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("words", nargs="*", choices=[[], "accept"], metavar="[accept]")
    options = parser.parse_args()
    tap, text = Tap(), DOCUMENT.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="polstat-docs-") as folder:
        env = console.environment(options.build.resolve())
        now = Document(tap, folder, env).take(console.read(text))
    if options.words and now != text:
        DOCUMENT.write_text(now, encoding="utf-8")
        print("# docs/CLAIMS.md: rewritten")
    code = tap.done()
    return 0 if options.words else code


if __name__ == "__main__":
    sys.exit(main())
