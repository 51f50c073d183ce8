"""The numbers that a text shows, read without the programs: what a tidy table may hold at most."""
import csv
import io
import re
import unicodedata
from collections import Counter
from decimal import Decimal

SPACES = " \u00a0\u2009\u202f"
MINUS = str.maketrans({"\u2212": "-", "\u25b3": "-", "\u25b2": "-", "\u2013": "-", "\u2019": "'"})
SUPERSCRIPT = re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
# What may stand about a number: a currency or a sign before; flags, marks, units of it after.
BEFORE = r"[^\d.,()\"\ufffd]{0,4}"
AFTER = r"(?:\s*(?:[%*†‡§#°]+|\(?[\da-z]{1,2}\)|[a-zA-Z]{1,5}(?![a-zA-Z])|[€$£¥円]|\[[^\]]{,9}\])){,4}"
LONGEST = 60  # characters of a cell that can be a number
GROUP = {",": ",", ".": r"\.", "'": "'"}


def pattern(decimal, thousands):
    """One cell under a convention: parentheses or sign, groups, decimals, what stands about it."""
    marks = [GROUP.get(t, f"[{SPACES}]") for t in thousands]
    groups = "".join(rf"|\d{{1,3}}(?:{m}\d{{3}})+" for m in marks)
    number = rf"(?:\d+{groups})?(?:{re.escape(decimal)}\d*)?(?:[eE][-+]?\d+)?"
    return re.compile(rf"(\(?)({BEFORE})({number})\)?{AFTER}", re.DOTALL)


class Convention:
    """How a file writes numbers: its decimal mark, and the thousands marks that it may use."""

    def __init__(self, decimal, thousands):
        self.decimal = decimal
        self.thousands = [t.translate(MINUS) for t in thousands if t != decimal]
        self.pattern = pattern(decimal, self.thousands)

    def read(self, cell):
        """The decimals that one cell may be: none, one, or one of either sign."""
        if len(cell) > LONGEST or not any(c.isdigit() for c in cell):
            return []
        text = unicodedata.normalize("NFKC", SUPERSCRIPT.sub("", cell)).translate(MINUS).strip()
        if text.endswith("-") and text[0].isdigit():  # `42.7-`, as ledgers write it
            text = "-" + text[:-1]
        found = self.pattern.fullmatch(text)
        if not found or not any(c.isdigit() for c in re.split("[eE]", found[3])[0]):  # `e5` is none
            return []
        plain = found[3]
        for mark in self.thousands:
            for c in (SPACES if mark.isspace() else mark):
                plain = plain.replace(c, "")
        value = Decimal(plain.replace(self.decimal, "."))
        negative = "-" in found[2]
        # Where digits are turned into 1e999999999999 the sign is no arithmetic.
        other = value.copy_negate()
        return [other] if negative else [value, other] if found[1] else [value]


def rows_of(text, delimiter):
    """The cells of a text in each way: as records, line by line, and between tabs without any quoting."""
    lines = re.split("\r\n|\n|\r", text)
    yield csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    yield (r for line in lines for r in csv.reader([line], delimiter=delimiter))
    if delimiter == "\t":
        yield (line.split(delimiter) for line in lines)


def numbers(text, delimiter, conventions):
    """How often each decimal stands in TEXT at most, under any of the conventions."""
    most = Counter()
    text = text.replace("\0", "\ufffd")
    for way in rows_of(text, delimiter):
        cells = [cell for row in safely(way) for cell in row]
        for convention in conventions:
            most |= Counter(n for cell in cells for n in set(convention.read(cell)))
    return most


def safely(way):
    try:
        yield from way
    except csv.Error:
        return
