"""The laws that hold of every file, whatever its layout: nothing is lost in silence.

`breaches` reads the file once more, with the csv module, and holds what polstat-tidy says of it to that:

  - each line has one role, and the report counts them all (tidy.faults)
  - each cell of a record that holds a digit stands under a column that has a role; a column that is left out is told
  - the cells of value columns are the values that were written or listed as not understood, one for one
  - the cells of key columns stand in the table
  - numbers become a key, and texts a value, only with a line that names the option
  - what stands above and below the records is listed
"""
import csv
import io
import re
from collections import Counter

import tidy

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "|": "|", ",": ",", ";": ";", "\t": "\t"}
NUMBER = re.compile(r"[-+]?\d+(?:[.,\u00a0\u202f' ]\d+)*")
KEPT = ("key", "value", "value of a period", "period", "part of the period", "flag of a value", "note", "unit",
        "several keys")


def records_of(data, report):
    """(first line, cells) of each record, as Python reads them; None where it cannot."""
    try:
        text = data.decode(report["encoding"].replace("ISO-8859-1", "latin-1"))
    except (LookupError, UnicodeDecodeError):
        return None
    delimiter = DELIMITERS.get(report["delimiter"])
    if delimiter is None:
        return None
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    rows, last = [], 0
    try:
        for cells in reader:
            rows.append((last + 1, [tidy_text(c) for c in cells]))
            last = reader.line_num
    except csv.Error:
        return None
    return rows


def tidy_text(cell):
    return cell.strip(" \t\r\n\u00a0\u200b\ufeff")


def role_at(report, line):
    return next((r["role"] for r in report["lines"] if r["first"] <= line <= r["last"]), None)


def told(result):
    report = result.report
    return "\n".join([*report.get("told", []), *report["warnings"], *report.get("questions", [])])


def column_breaches(result, records):
    """Columns whose cells hold digits and that have no role, and numbers that became keys without a word."""
    report, lines = result.report, []
    for i, column in enumerate(report["columns"]):
        cells = [r[i] for r in records if i < len(r) and r[i]]
        numbers = [c for c in cells if NUMBER.fullmatch(c) and not (c[0] == "0" and len(c) > 1)]
        if column["role"] not in KEPT:
            if "once more" not in column["reason"] and any(re.search(r"\d", c) for c in cells) and f"'{column['name']}'" not in told(result):
                lines.append(f"column {column['name']!r} is {column['role']}, holds digits, and nothing is told")
        elif (column["role"] == "key" and report["layout"] in ("plain", "estat") and numbers
              and len(numbers) == len(cells) and not str(column.get("reason", "")).startswith(("--", "zeros"))
              and f"'{column['name']}'" not in told(result)):
            lines.append(f"column {column['name']!r} of numbers is a key, and nothing is told")
    return lines


def value_breaches(result, records):
    """The cells of value columns are those that were read, and their digits those that were written."""
    report = result.report
    places = [i for i, c in enumerate(report["columns"]) if c["role"].startswith("value")]
    cells = [r[i] if i < len(r) else "" for r in records for i in places]
    if len(cells) != report["cells"]["read"]:
        return [f"{len(cells)} cells stand in value columns, {report['cells']['read']} were read"]
    plain = Counter(c for c in cells if re.fullmatch(r"-?[0-9]+", c) and c not in report["missing"])
    written = Counter(v for v in result.column("value"))
    lost = plain - written
    return [f"{n} cells {c!r} were not written" for c, n in list(lost.items())[:4]] if "scale" not in report else []


def key_breaches(result, records):
    width = result.tail()["period"]
    seen = {cell for row in result.rows for cell in row[:width]}
    lines = []
    for i, column in enumerate(result.report["columns"]):
        if column["role"] != "key":
            continue
        cells = {r[i] for r in records if i < len(r) and r[i] and "...." not in r[i]}
        if result.report["layout"] == "eurostat":  # `NR,T,AT` are several keys
            cells = {c.split(",")[0].strip() for c in cells}
        lost = sorted(cells - seen)
        lines += [f"key {lost[0]!r} of {column['name']!r} is not in the table"] if lost else []
    return lines


def around_breaches(result, rows):
    """Each line above and below the records is listed."""
    report, lines = result.report, []
    listed = " ".join(report["preamble"] + report["footer"])
    for line, cells in rows:
        if role_at(report, line) not in ("title", "footer"):
            continue
        lines += [f"line {line}: {c!r} is not listed" for c in cells
                  if re.search(r"\d", c) and " ".join(c.split())[:20] not in " ".join(listed.split())]
    return lines[:3]


def breaches(data, options, result):
    """Lines about DATA (bytes) where RESULT, of a run with OPTIONS that ended well, breaks a law."""
    lines = tidy.faults(result)
    if lines or any(o in options for o in ("--quote", "--escape", "--delimiter", "--comment", "--on-bad", "--keep",
                                           "--rename", "--wide", "--country", "--totals", "--scale")):
        return lines
    rows = records_of(data, result.report)
    if rows is None or result.report["compression"]:
        return []
    records = [cells for line, cells in rows if role_at(result.report, line) == "record"]
    if len(records) != result.report["rows"]["data"]:  # a record over several lines, or one of flags
        return []
    return (column_breaches(result, records) + value_breaches(result, records) + key_breaches(result, records)
            + around_breaches(result, rows))
