"""Blocks of commands in Markdown, with what they print below them, as docs/CLAIMS.md has them.

    ```console
    $ polstat claims check doe.claims \\
    >     --strict
    standard output, then standard error, as a terminal shows them
    ```

Notebooks, which keep the two apart, are read by polstat-notebook.
"""
import os
import re


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
    """The text as a list of lines and Blocks; the fences are lines."""
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
