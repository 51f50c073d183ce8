#!/usr/bin/env python3
"""run.py [--build DIR] [accept] [FILE.md...]

Runs the ```console blocks of Markdown files (default: README.md and notebooks-md/*.md) and compares
what is printed with what the file records.  TAP, one test a block.  `accept` writes what is printed
now into the files instead.

    ```console
    $ polstat trend datasets/oda/net_oda.csv --time year -y oda_musd \\
    >     --where 'country = "Japan"'
    the recorded output: standard output, then standard error, as a terminal shows them
    ```

A line that starts with "$ " is a command for sh, run in the root of the repository with the built
programs first in PATH; a line that starts with "> " goes on with the command before it.  The
blocks of a notebook run in order and their exit codes must be 0; a command that is meant to fail
says so itself: `$ polstat ... || echo "exit code $?"`.
"""
import argparse
import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

TIME_LIMIT = 300


class Command:
    """A command of a block, and the output that is recorded below it."""

    def __init__(self, line):
        self.lines, self.recorded = [line], []

    @property
    def text(self):
        return "\n".join(line[2:] for line in self.lines)


class Block:
    def __init__(self, number):
        self.number = number  # of its first line
        self.stray = []       # lines before the first command
        self.commands = []

    def add(self, line):
        if line.startswith("$ "):
            self.commands.append(Command(line))
        elif not self.commands:
            self.stray.append(line)
        elif line.startswith("> ") and not self.commands[-1].recorded:
            self.commands[-1].lines.append(line)
        else:
            self.commands[-1].recorded.append(line)

    def recorded(self):
        return [line for c in self.commands for line in c.lines + c.recorded]


def read(text):
    """The notebook as a list of lines and Blocks; the fences are lines."""
    parts, block = [], None
    for number, line in enumerate(text.split("\n"), 1):
        if block is None:
            parts.append(line)
            if re.match(r"^```console\s*$", line):
                block = Block(number)
                parts.append(block)
        elif re.match(r"^```\s*$", line):
            parts.append(line)
            block = None
        else:
            block.add(line)
    return parts


def environment(build):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "OMP_"))}
    env.update(PATH=f"{build / 'bin'}:{env['PATH']}", LC_ALL="C.UTF-8", NO_COLOR="1", TZ="UTC",
               COLUMNS="80")
    return env


def run(block, env):
    """The block as it should be recorded, and the commands that failed."""
    lines, failed = [], []
    for command in block.commands:
        try:
            done = subprocess.run(["sh", "-c", command.text], cwd=ROOT, env=env,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=TIME_LIMIT)
            output, code = done.stdout.decode("utf-8", "replace"), done.returncode
        except subprocess.TimeoutExpired:
            output, code = "", f"none: stopped after {TIME_LIMIT} s"
        lines += command.lines + output.rstrip("\n").split("\n") if output.strip() else command.lines
        if code != 0:
            failed.append(f"exit code {code}: {command.text}")
    return lines, failed


def check(tap, path, parts, env):
    """Test every block of a notebook; returns its text with the output of now."""
    now = []
    for part in parts:
        if not isinstance(part, Block):
            now.append(part)
            continue
        lines, failed = run(part, env)
        diff = list(difflib.unified_diff(part.recorded(), lines, "recorded", "printed", lineterm=""))
        reasons = [f"output before any command: {s}" for s in part.stray] + failed + diff
        title = part.commands[0].text.split("\n")[0] if part.commands else "no command"
        tap.ok(not reasons and part.commands, f"{path}:{part.number}: {title}".replace("#", "\\#"),
               reasons or ["no command in the block"])
        now += lines
    return "\n".join(now)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("words", nargs="*", metavar="[accept] [FILE.md...]")
    options = parser.parse_args()
    accept = options.words[:1] == ["accept"]
    paths = [Path(p).resolve() for p in options.words[accept:]]
    paths = paths or [ROOT / "README.md", *sorted((ROOT / "notebooks-md").glob("*.md"))]
    if not paths:
        print("1..0 # SKIP no notebooks")
        return 0
    tap = Tap()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        name = os.path.relpath(path, ROOT)
        now = check(tap, name, read(text), environment(options.build.resolve()))
        if accept and now != text:
            path.write_text(now, encoding="utf-8")
            print(f"# {name}: rewritten")
    code = tap.done()
    return 0 if accept else code


if __name__ == "__main__":
    sys.exit(main())
