"""polstat-tidy as a test sees it: run it on a file in a folder of its own, and read what it leaves.

`run` gives a Result: exit code, seconds, stderr, the rows it wrote, its report and its package.
`faults` holds a Result against what must be true of any: the counts of the report add up, and are
those of the table; each value is a decimal, each period is in polstat's notation.
"""
import csv
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

NUMBER = r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
VALUE = re.compile(rf"(?:[<>]=?)?{NUMBER}|[\[(]{NUMBER},{NUMBER}[\])]")
PERIOD = re.compile(r"\d{4}|FY\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d|\d{4}-Q[1-4]|\d{4}-S[12]|\d{4}-T[1-3]"
                    r"|\d{4}-W\d\d|\d{4}-\d{4}")
TAIL = ("variable", "period", "value", "unit", "flag", "note")  # what follows the keys


class Result:
    """What one run left."""

    def __init__(self, code, seconds, stderr, table, package):
        self.code, self.seconds, self.stderr, self.table, self.package = code, seconds, stderr, table, package
        self.report, self.header, self.rows = None, [], []
        if code == 0 and table is not None:
            records = list(csv.reader(io.StringIO(table, newline="")))
            self.header = records[0] if records else []
            self.rows = records[1:]
            self.report = self.find_report()

    def find_report(self):
        try:
            return json.loads(self.stderr)
        except ValueError:
            return None

    def column(self, name):
        """The cells of a column; None when there is no such column."""
        place = self.tail().get(name)
        return None if place is None else [row[place] for row in self.rows]

    def tail(self):
        """Where variable, period, value, unit, flag and note stand: the last columns of those names."""
        return {name: len(self.header) - 1 - self.header[::-1].index(name)
                for name in TAIL if name in self.header[max(0, len(self.header) - len(TAIL)):]}

    def keys(self):
        """The names of the key columns: all that stands before the first of the others."""
        return self.header[:min(self.tail().values(), default=len(self.header))]


def run(build, path, options="", name=None, limit=480, wrap=()):
    """polstat-tidy on a copy of PATH called NAME, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="polstat-tidy-") as folder:
        folder = Path(folder)
        name = name or Path(path).name
        if isinstance(path, bytes):
            (folder / name).write_bytes(path)
        else:
            shutil.copyfile(path, folder / name)
        (folder / "out").mkdir()
        command = [*wrap, str(build / "bin/polstat-tidy"), name, "-o", "out/tidy.csv", "--report", "json",
                   *shlex.split(options)]
        start = time.monotonic()
        try:
            done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=limit, env=dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1"))
            code, stderr = done.returncode, done.stderr.decode("utf-8", "backslashreplace")
        except subprocess.TimeoutExpired:
            code, stderr = None, f"stopped after {limit} s"
        seconds = time.monotonic() - start
        table, package = folder / "out/tidy.csv", folder / "out/datapackage.json"
        left = sorted(p.name for p in (folder / "out").iterdir())
        result = Result(code, seconds, stderr, table.read_bytes().decode() if table.exists() else None,
                        json.loads(package.read_text()) if package.exists() else None)
        result.left = left
        return result


def faults(result):
    """What is wrong with a run that ended with exit code 0, as lines."""
    if result.report is None:
        return [f"no report on stderr: {result.stderr[:300]!r}"]
    if result.left != ["datapackage.json", "tidy.csv"]:
        return [f"it left {', '.join(result.left) or 'nothing'}; wanted are tidy.csv and datapackage.json"]
    return (shape_faults(result) or
            value_faults(result) + count_faults(result) + role_faults(result)
            + package_faults(result))


def shape_faults(result):
    tail = [name for name in result.header if name in TAIL][-len(result.tail()):]
    if [n for n in tail if n not in ("variable", "unit")] != ["period", "value", "flag", "note"]:
        return [f"the table ends in {tail}"]
    return [f"row {i} has {len(row)} of {len(result.header)} fields"
            for i, row in enumerate(result.rows, 1) if len(row) != len(result.header)][:5]


def value_faults(result):
    lines = [f"a value that is no decimal: {v!r}" for v in result.column("value") if v and not VALUE.fullmatch(v)]
    warned = any("no period" in w for w in result.report["warnings"])
    lines += [f"a period in no known notation, and no warning: {p!r}"
              for p in result.column("period") if p and not warned and not PERIOD.fullmatch(p)]
    return lines[:10]


def count_faults(result):
    """The report adds up, and counts the rows that are there."""
    report, lines = result.report, []
    cells, rows, values = report["cells"], report["rows"], result.column("value")
    sums = [("rows.read", rows["read"], sum(v for k, v in rows.items() if k != "read")),
            ("cells.read", cells["read"], cells["numbers"] + cells["missing"] + cells["not_understood"]),
            ("cells.read and rows written", cells["read"], len(values)),
            ("cells.numbers and values written", cells["numbers"], sum(v != "" for v in values)),
            ("cells.bounded and bounds written", cells["bounded"], sum(v[:1] in tuple("<>[(") for v in values)),
            ("cells.missing and missing", cells["missing"], sum(report["missing"].values()))]
    for what, a, b in sums:
        if a != b:
            lines.append(f"{what}: {a} is not {b}")
    flags = Counter(f for f in result.column("flag") if f)
    if dict(flags) != report["flags"]:
        lines.append(f"flags of the report {report['flags']}, of the table {dict(flags)}")
    if len(report["not_understood"]) > cells["not_understood"]:
        lines.append(f"{len(report['not_understood'])} cells listed, {cells['not_understood']} not understood")
    return lines


ROLES = {"title": "preamble", "header": "header", "unit": "header", "record": "data", "footer": "footer", "blank": "blank",
         "header again": "repeated_header", "left out": "left_out", "flags": "flags", "section": "sections",
         "total left out": "totals_left_out", "note": "notes"}


def role_faults(result):
    """Each line has one role, and the roles are what the report counts (a record may have several lines)."""
    runs, lines = result.report["lines"], []
    if [r["first"] for r in runs[1:]] != [r["last"] + 1 for r in runs[:-1]] or not runs:
        lines.append(f"the roles of lines leave gaps: {runs}")
    lines += [f"no such role: {r['role']}" for r in runs if r["role"] not in ROLES]
    for role in ("data", "header", "preamble", "footer"):
        seen = any(ROLES[r["role"]] == role for r in runs)
        if seen != (result.report["rows"][role] > 0):
            lines.append(f"{role}: {result.report['rows'][role]} rows, lines {runs}")
    return lines + [f"a column without a role: {c}" for c in result.report["columns"] if not c["role"]]


def package_faults(result):
    resources = (result.package or {}).get("resources", [])
    if len(resources) != 1:
        return [f"datapackage.json has {len(resources)} resources"]
    names = [f["name"] for f in resources[0]["schema"]["fields"]]
    lines = [] if names == result.header else [f"fields of the package {names}, of the table {result.header}"]
    if resources[0]["path"] != "tidy.csv":
        lines.append(f"the package is about {resources[0]['path']}")
    return lines


def decimal(text):
    """The number of a value, without the inequality before it; None of an interval."""
    return Decimal(text.lstrip("<>=")) if text and text[0] not in "[(" else None
