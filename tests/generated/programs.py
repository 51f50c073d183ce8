"""All programs read a table by the same judgement: what tidy asks, they ask; what it reads, they read."""
import os
import re
import shlex
import subprocess
import tempfile
from pathlib import Path


def run(build, program, arguments, table, limit, files=None):
    """The exit code of a program on a table, in a folder of its own, and its stderr; of FILES beside it, all its output."""
    with tempfile.TemporaryDirectory(prefix="polstat-generated-") as folder:
        (Path(folder) / table.name).write_bytes(table.data)
        for name, text in (files or {}).items():
            (Path(folder) / name).write_text(text)
        name = [] if files else [table.name]
        command = [str(build / f"bin/polstat-{program}"), *name, *arguments, *shlex.split(table.options)]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=limit,
                              env=dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1"))
        output = (done.stdout if files else b"") + done.stderr
        return done.returncode, output.decode("utf-8", "backslashreplace")


WIDE = ("wide", "grouped", "agency: pxweb", "agency: world_bank", "agency: databank",
        "agency: weo")  # of `period` and `value`


PLAIN = re.compile(r"-?[0-9]+([.][0-9]+)?")


def claims_of(table, result):
    """A claims file that says of one cell what tidy read there; None where names need more than quotes."""
    keys, value, rows = ["column_1"], "1", [["x", "2000"]]
    if result.code == 0:
        end = result.header.index("period")
        keys = result.header[:end]
        rows = [r[:end + 1] for r in result.rows if PLAIN.fullmatch(r[end + 1]) and r[end] and all(r[:end])]
        value = next((r[end + 1] for r in result.rows if r[:end + 1] in rows[:1]), None)
    texts = [*keys, *(rows[0] if rows else [])]
    if not rows or not keys or any(c in t for t in texts for c in '"\\\n\t') or len({*keys}) < len(keys):
        return None
    named = ", ".join(f'"{k}"' for k in keys)
    cell = ", ".join(f'"{t}"' for t in rows[0])
    return f'table t "{table.name}"\n  key {named}, period\n  value value\n\nclaim a\n  t[{cell}] = {value}\n'


def claim_disagreements(build, table, result, limit):
    """Lines where a claims file that names the table does not read it as tidy does."""
    text = claims_of(table, result)
    if text is None or table.options:
        return []
    code, output = run(build, "claims", ["check", "q.claims"], table, limit, {"q.claims": text})
    if code == result.code and ("VERIFIED" in output or code == 3):
        return []
    return [f"  claims ends with {code} where tidy ends with {result.code}: {output.strip()[-300:]}"]


def asks_column(stderr):
    """Whether a column is a key or a value bears on the long table only: describe counts a plain table's
    columns as they stand, whatever they are, and who names a column has said what it is."""
    return "say what" in stderr and "--keys" in stderr


def disagreements(build, table, result, limit):
    """Lines where describe or trend ask and tidy reads, or the other way round."""
    if result.code not in (0, 3) or "--split-names" in table.options:  # tidy alone has it
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
    if table.kind in WIDE and not (result.code == 3 and asks_column(result.stderr)):
        lines += claim_disagreements(build, table, result, limit)
    return lines
