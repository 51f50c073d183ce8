"""All programs read a table by the same judgement: what tidy asks, they ask; what it reads, they read."""
import os
import shlex
import subprocess
import tempfile
from pathlib import Path


def run(build, program, arguments, table, limit):
    """The exit code and stderr of a program on a table, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="polstat-generated-") as folder:
        (Path(folder) / table.name).write_bytes(table.data)
        command = [str(build / f"bin/polstat-{program}"), table.name, *arguments, *shlex.split(table.options)]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=limit,
                              env=dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1"))
        return done.returncode, done.stderr.decode("utf-8", "backslashreplace")


WIDE = ("wide", "grouped", "agency: pxweb", "agency: world_bank", "agency: databank",
        "agency: weo")  # of `period` and `value`


def asks_column(stderr):
    """Whether a column is a key or a value bears on the long table only: describe counts a plain table's
    columns as they stand, whatever they are, and who names a column has said what it is."""
    return "say what" in stderr and "--keys" in stderr


def disagreements(build, table, result, limit):
    """Lines where describe or trend ask and tidy reads, or the other way round."""
    if result.code not in (0, 3):
        return []
    tried = [("describe", [])]
    if table.kind in WIDE and any(c.period for c in table.cells):
        tried.append(("trend", ["--time", "period", "-y", "value", "--duplicates", "keep"]))
    lines = []
    for program, arguments in tried:
        if result.code == 3 and asks_column(result.stderr):
            continue
        code, stderr = run(build, program, arguments, table, limit)
        if (code == 3) != (result.code == 3) or code in (2, 4) or code < 0:
            last = (stderr.strip().splitlines() or [""])[-1]
            lines.append(f"  {program} ends with {code} where tidy ends with {result.code}: {last[:160]}")
    return lines
