"""Hold what polstat-tidy made of a Table to its truth, and give one verdict.

  right              every cell and no other, each with its marks; or asked where it must be
  asked rightly      exit 3 with an option named, where a person would ask too
  asked needlessly   exit 3 where a person would not hesitate, or without an option named
  wrong told         other cells, and the report warns or lists what it did not understand
  wrong in silence   other cells and no word; or a guess where it must ask
  broken             another exit code, or a report that does not add up
"""
import re
from collections import Counter
from dataclasses import dataclass, field

import truth

VERDICTS = ["right", "asked rightly", "asked needlessly", "wrong told", "wrong in silence", "broken"]
TOLD = ("warnings", "told", "questions", "not_understood")


@dataclass
class Verdict:
    name: str
    lines: list = field(default_factory=list)


def key_of(labels, period, value, leave_out):
    return truth.label_key(labels, leave_out), period, truth.number(value)


def places_of(header):
    """Where the last columns stand; a key may be called unit or variable too."""
    end, places = len(header), {}
    for name, optional in (("note", False), ("flag", False), ("unit", True), ("value", False), ("period", False),
                           ("variable", True)):
        if end and header[end - 1] == name:
            end -= 1
            places[name] = end
        elif not optional:
            raise ValueError(f"the table ends in {header[-6:]}")
    return end, places


def shown(result, leave_out):
    """(key, what flag and note show) of every row that was written."""
    width, places = places_of(result.header)
    cell = lambda row, name: row[places[name]] if name in places else ""  # noqa: E731
    for row in result.rows:
        labels = row[:width] + [cell(row, "variable"), cell(row, "unit")]
        yield (key_of([x for x in labels if x], cell(row, "period"), cell(row, "value"), leave_out),
               cell(row, "flag") + " " + cell(row, "note"))


def wanted(table, leave_out):
    for cell in table.cells:
        yield key_of(cell.labels, cell.period, cell.value, leave_out), cell


def marks_of(text, loose):
    for mark in loose:  # a sign may stand there twice: that of a label, and that of a value
        if any(c.isascii() and c.isalnum() for c in mark):  # `1)` is no part of `(1)`
            text = re.sub(r"(?<![\w(])" + re.escape(mark.strip()), " ", text, count=1)
        else:
            text = text.replace(mark, " ")
    return truth.signs(text)


def needed(key, marks, loose, have):
    """The marks of a cell; the loose ones are of its label, unless they were shown of both."""
    whole = truth.signs(marks)
    return whole if (key, whole) in have else marks_of(marks, loose)


def differences(table, result):
    """Lines about the cells that lack, are too many, or have other marks."""
    leave_out = truth.phrases(table.ignored)
    got = list(shown(result, leave_out))
    want = list(wanted(table, leave_out))
    must = Counter(k for k, c in want if not c.optional)
    may = Counter(k for k, c in want if c.optional)
    seen = Counter(k for k, _ in got)
    lacking, extra = must - seen, seen - must - may
    lines = [f"lacks {k}" for k in list(lacking)[:6]] + [f"has   {k}" for k in list(extra)[:6]]
    return lines or mark_differences(table, got, want)


def mark_differences(table, got, want):
    loose = sorted(table.loose_marks, key=len, reverse=True)
    have = Counter((k, marks_of(text, loose)) for k, text in got)
    need = Counter((k, needed(k, " ".join(c.marks), loose, have)) for k, c in want if not c.optional)
    free = {k for k, c in want if c.optional}
    lacking, extra = need - have, Counter({k: n for k, n in (have - need).items() if k[0] not in free})
    return [f"mark lacks {k}" for k in list(lacking)[:4]] + [f"mark has   {k}" for k in list(extra)[:4]]


def is_told(report):
    """It said something about what it read; that a last line may be cut off is about something else."""
    lines = [line for name in TOLD for line in report.get(name, [])]
    return any("no line end" not in str(line) for line in lines)


def judge(table, result):
    if result.code == 3:
        return asked(table, result)
    if result.code != 0 or result.report is None:
        return Verdict("broken", [f"exit code {result.code}", *result.stderr.splitlines()[:6]])
    lines = differences(table, result)
    if not lines:
        if table.ask == "must":
            return Verdict("wrong in silence", [f"a guess: {table.reason}"])
        return Verdict("right")
    if is_told(result.report):
        return Verdict("wrong told", lines + [f"told: {w}" for w in result.report["warnings"][:3]])
    return Verdict("wrong in silence", lines)


def asked(table, result):
    """A question: it must name an option, and come where a person has one."""
    lines = result.stderr.splitlines()[:8]
    if "--" not in result.stderr:
        return Verdict("asked needlessly", ["no option is named"] + lines)
    return Verdict("asked needlessly" if table.ask == "no" else "asked rightly", lines)
