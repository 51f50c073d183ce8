"""All programs read a table by the same judgement: what tidy asks, they ask; what it reads, they read."""
import os
import shlex
import subprocess
import tempfile
from pathlib import Path


def run(build, program, arguments, table, limit):
    """Exit code and stderr of a program on a table, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="polstat-generated-") as folder:
        (Path(folder) / table.name).write_bytes(table.data)
        command = [str(build / f"bin/polstat-{program}"), table.name, *arguments, *shlex.split(table.options)]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=limit,
                              env=dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1"))
        return done.returncode, done.stderr.decode("utf-8", "backslashreplace"), done.stdout.decode("utf-8", "replace")


def reads(code):
    """It read the table: 0 and 5 (nothing to compute) are answers about its numbers."""
    return code in (0, 1, 5)


def disagreements(build, table, result, limit):
    """Lines where describe or trend ask and tidy reads, or the other way round."""
    if result.code not in (0, 3):
        return []
    lines = []
    for program, arguments in (("describe", ["-y", "value"]), ("trend", ["--time", "period", "-y", "value"])):
        if program == "trend" and not any(c.period for c in table.cells):
            continue
        code, stderr, _ = run(build, program, arguments, table, limit)
        if (result.code == 3) != (code == 3) and not is_about_rows(stderr):
            first = stderr.strip().splitlines()[-1:] or [""]
            lines.append(f"{program} ends with {code} where tidy ends with {result.code}: {first[0][:160]}")
    return lines


def is_about_rows(stderr):
    """trend refuses several rows for one time where the caller named no series: that is its own affair."""
    return "--duplicates" in stderr or "several rows" in stderr or "-g" in stderr
