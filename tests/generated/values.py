"""Numbers as agencies print them, and the tokens that stand for none.

A Style says how a whole table prints: its decimal mark, the mark between thousands, how a minus is
written.  `undecided` says whether the printed numbers of a table leave open which mark is which.
"""
import re
from dataclasses import dataclass
from decimal import Decimal

TOKENS = ["..", "-", "n/a", "NA", "N/A", "na", "(NA)", "(D)", "(X)", "(S)", "(Z)", "s", "*", ":", "...", "\u2026",
          "x",
          "--", "\u2014", "\u2013", ".", "ND", "***", "NULL", "NaN", "#N/A", "c", "X"]
NAMED_TOKENS = ["xxx", "k.A.", "9999999", "unknown", "not published", "-999", "n.s."]  # these need --missing
FLAGS = ["b", "p", "e", "r", "u", "c", "d", "f", "s", "E", "P", "B"]
TAIL_FLAGS = ["p", "e", "r", "f"]  # what follows a number after a blank in any table
FOOT_MARKS = ["1)", "*", "**", "\u2020", "\u00b9", "2)", "\u00b2"]
THOUSANDS = {"": "", "comma": ",", "dot": ".", "blank": " ", "nbsp": "\u00a0", "narrow": "\u202f", "thin": "\u2009",
             "apostrophe": "'"}


@dataclass
class Style:
    decimal: str = "."
    thousands: str = ""
    minus: str = "-"
    plus: str = ""  # before numbers above zero

    def write(self, amount):
        """A Decimal, or a bound such as `<5`, as the table prints it."""
        if isinstance(amount, str):  # a bound
            return amount.replace(".", self.decimal)
        sign, digits = (self.minus if amount < 0 else self.plus if amount > 0 else ""), f"{abs(amount):f}"
        whole, _, rest = digits.partition(".")
        if self.thousands and len(whole) > 3:
            whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", self.thousands, whole)
        return sign + whole + (self.decimal + rest if rest else "")


def pick_style(random, delimiter):
    """Conventions as countries have them; a blank never parts thousands where it parts fields."""
    choices = [(".", "")] * 10 + [(".", ",")] * 3 + [(".", " ")] + [(".", "\u00a0")] + [(".", "'")]
    if delimiter != ",":
        choices += [(",", "")] * 5 + [(",", ".")] * 4 + [(",", " ")] * 2 + [(",", "\u202f")] + [(",", "\u2009")]
    else:
        choices += [(",", ""), (",", ".")]
    decimal, thousands = random.choice(choices)
    return Style(decimal, thousands, random.choice(["-"] * 8 + ["\u2212"]), random.choice([""] * 30 + ["+"]))


def small_counts(random):
    return lambda: Decimal(random.randint(0, 15))


def counts(random):
    top = random.choice([100, 1000, 20000])
    return lambda: Decimal(random.randint(1, top))


def large_counts(random):
    return lambda: Decimal(random.randint(10 ** 4, 10 ** random.choice([6, 8, 9])))


def shares(random):
    places = random.choice([1, 1, 2])
    return lambda: Decimal(random.randint(0, 100 * 10 ** places)).scaleb(-places)


def growths(random):
    return lambda: Decimal(random.randint(-150, 200)).scaleb(-1)


def rates(random):
    places = random.choice([2, 3, 4, 6])
    return lambda: Decimal(random.randint(1, 10 ** places)).scaleb(-places)


def year_like(random):
    """Numbers that look like years, and are none."""
    return lambda: Decimal(random.randint(1900, 2100))


def exact(random):
    """Doubles as machines print them."""
    return lambda: Decimal(random.randint(10 ** 9, 10 ** 13)).scaleb(-random.choice([6, 9, 10]))


MEASURES = ([small_counts, counts, counts, counts, large_counts, shares, shares, shares, growths, rates] * 3
            + [year_like, exact])


def pick_amounts(random):
    """A function that draws one Decimal after the other, and whether these look like years."""
    kind = random.choice(MEASURES)
    return kind(random), kind is year_like


def undecided(texts, decimal):
    """The mark of printed numbers that could be either, where no other number decides; else None."""
    either = set()
    for text in texts:
        body = re.sub(r"[^\d.,]", "", text)
        found = set(re.findall(r"[.,]", body))
        if len(found) == 2:
            return None
        for mark in found:
            whole, *rest = body.split(mark)
            if len(rest) > 1 or len(rest[0]) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
                return None
            either.add(mark)
    return either.pop() if len(either) == 1 else (decimal if either else None)
