"""Cells of the datasets: numbers, bounded values and periods, read exactly.

A bounded cell is a number, `<a`, `<=a`, `>a`, `>=a`, an interval with closed `[ ]` or open `( )` ends, or `a±b`.
A period is YYYY, FYYYYY, YYYY-MM, YYYY-MM-DD, YYYY-Qn, YYYY-Sn or YYYY-YYYY; a column holds one kind.
"""

import csv
import datetime
import re
from fractions import Fraction

NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_NUMBER = re.compile(NUMBER)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_YEAR = re.compile(r"[12][0-9]{3}")
_ONE_SIDED = re.compile(r"(<=|>=|<|>)(%s)" % NUMBER)
_INTERVAL = re.compile(r"([\[(])(%s),(%s)([\])])" % (NUMBER, NUMBER))
_PLUS_MINUS = re.compile("(%s)±(%s)" % (NUMBER, NUMBER))
_PERIODS = {
    "year": re.compile(r"[12][0-9]{3}"),
    "fiscal year": re.compile(r"FY[12][0-9]{3}"),
    "month": re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])"),
    "day": re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}"),
    "quarter": re.compile(r"[12][0-9]{3}-Q[1-4]"),
    "half-year": re.compile(r"[12][0-9]{3}-S[12]"),
    "range": re.compile(r"([12][0-9]{3})-([12][0-9]{3})"),
}


def is_number(text):
    return _NUMBER.fullmatch(text) is not None


def is_integer(text):
    return _INTEGER.fullmatch(text) is not None


def is_year(text):
    return _YEAR.fullmatch(text) is not None


def bounds(text):
    """(lo, hi, lo_open, hi_open) of a bounded cell, None at an end without bound; ValueError when it is none."""
    if is_number(text):
        return Fraction(text), Fraction(text), False, False
    match = _ONE_SIDED.fullmatch(text)
    if match:
        sign, end = match.group(1), Fraction(match.group(2))
        is_open = len(sign) == 1
        return (None, end, True, is_open) if sign[0] == "<" else (end, None, is_open, True)
    match = _INTERVAL.fullmatch(text)
    if match:
        lo, hi = Fraction(match.group(2)), Fraction(match.group(3))
        if lo >= hi:
            raise ValueError("%r: the lower end is not below the upper" % text)
        return lo, hi, match.group(1) == "(", match.group(4) == ")"
    match = _PLUS_MINUS.fullmatch(text)
    if match and Fraction(match.group(2)) > 0:
        middle, half = Fraction(match.group(1)), Fraction(match.group(2))
        return middle - half, middle + half, False, False
    raise ValueError("%r is not a bounded number" % text)


def period_kind(text):
    """Name of the kind of period; ValueError when TEXT is none."""
    for kind, pattern in _PERIODS.items():
        match = pattern.fullmatch(text)
        if not match:
            continue
        if kind == "day":
            datetime.date.fromisoformat(text)
        if kind == "range" and match.group(1) >= match.group(2):
            break
        return kind
    raise ValueError("%r is not a period" % text)


def printed(text):
    """(lo, hi): the values that round to the printed number, both ends included."""
    decimals = len(text.partition(".")[2])
    half = Fraction(1, 2 * 10 ** decimals)
    return Fraction(text) - half, Fraction(text) + half


def read(path):
    """Rows of a CSV file as dictionaries."""
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))
