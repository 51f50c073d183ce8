"""The truth beside a generated table: its cells, and what a person would do with it.

A Table is the bytes of a file, the options to give, and the cells that must come out.  ASK says
whether a question is a right answer:

  no    a person would not hesitate: asking is needless
  may   two readings stand near each other for a reason that is named: reading or asking is right
  must  nobody can know: reading it without a question is a guess

Labels are compared as bags of words, so that it does not matter in which column a label stands, nor
whether `2009` over `Small` becomes two columns or one.
"""
import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

BLANKS = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\u200b\ufeff]+")
ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")


def words(text):
    """The words of a label: letters and digits, in any script, in NFC."""
    plain = unicodedata.normalize("NFC", ZERO_WIDTH.sub("", text))
    return tuple(re.findall(r"[\w%+<>]+", plain))


def signs(text):
    """What of a mark or a token is compared: which signs it has, without brackets and blanks."""
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    return frozenset(re.sub(r"[\s()\[\],;/]", "", unicodedata.normalize("NFKC", BLANKS.sub(" ", text))))


def number(text):
    """A value as it is compared: its digits, with all decimals printed; bounds as text."""
    if text is None or text == "":
        return None
    try:
        parts = Decimal(text).as_tuple()
    except ArithmeticError:
        return text
    return (parts.sign if any(parts.digits) else 0), parts.digits, parts.exponent


@dataclass
class Cell:
    """One number, or the missing token that stands for it."""

    labels: tuple
    period: str
    value: str | None  # a decimal with a point; None where it is missing
    marks: tuple = ()
    optional: bool = False  # it may be in the output or not


@dataclass
class Table:
    kind: str
    name: str
    data: bytes
    cells: list
    options: str = ""
    ask: str = "no"
    reason: str = ""
    settled: str = "no"  # what ASK is once these are given
    then: str = ""  # the options that settle it after a question: then it must be read right
    ignored: set = field(default_factory=set)  # labels that may be in the output or not
    loose_marks: set = field(default_factory=set)  # notes that may be in the output or not
    recipe: list = field(default_factory=list)

    def with_options(self, options):
        both = f"{self.options} {options}".strip()
        return Table(self.kind, self.name, self.data, self.cells, both, self.settled, self.reason,
                     ignored=self.ignored,
                     loose_marks=self.loose_marks, recipe=self.recipe)


def phrases(ignored):
    """The ignored labels as tuples of words, the longest first."""
    return sorted({words(text) for text in ignored if words(text)}, key=len, reverse=True)


def without(label, leave_out):
    """The words of a label without the phrases that are ignored."""
    rest = words(label)
    for phrase in leave_out:
        size = len(phrase)
        at = next((i for i in range(len(rest) - size + 1) if rest[i:i + size] == phrase), None)
        if at is not None:
            rest = rest[:at] + rest[at + size:]
    return rest


def label_key(labels, leave_out):
    """Labels as one sorted bag of words."""
    return tuple(sorted(word for label in labels for word in without(label, leave_out)))
