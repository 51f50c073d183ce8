"""A table while it is made: rows of texts and Values, what stands around them, and what is known.

A Value is one cell of the truth and knows how to print itself.  Shapes make a Draft out of a Cube,
decorate.py changes it, write.py makes bytes of it; `cells` gives the truth of what is left.
"""
from dataclasses import dataclass, field

import values
from truth import Cell


@dataclass
class Value:
    labels: list
    period: str
    amount: object  # Decimal or the text of a bound
    token: str | None = None  # it is missing, and this stands there
    suffix: str = ""  # a flag or a mark behind the number, as printed
    marks: list = field(default_factory=list)  # what flag and note must show
    unit: str = ""  # a sign that stands behind the number
    sign: str = ""  # one that stands before it
    optional: bool = False

    def text(self, style):
        if self.token is not None:
            return self.token + self.suffix
        return self.sign + style.write(self.amount) + self.unit + self.suffix

    def cell(self):
        value = None
        if self.token is None:
            value = self.amount if isinstance(self.amount, str) else f"{self.amount:f}"
        return Cell(tuple(self.labels), self.period, value, (*self.marks, *([self.token] if self.token else [])),
                    self.optional)


@dataclass
class Flag:
    """A cell of a flag column: the flag of one Value."""

    value: Value
    flag: str = ""


@dataclass
class Cube:
    """The numbers of a table before it has a shape."""

    dimensions: list
    members: list  # of each entity: a tuple of texts, for all columns of all dimensions
    measures: list
    times: object  # periods.Times or None
    values: dict  # (entity, measure, period) as counts from 0 -> Value
    like_years: bool = False  # a measure whose numbers could be years

    def columns(self):
        return [name for d in self.dimensions for name in d.columns]


@dataclass
class Draft:
    kind: str
    header: list = field(default_factory=list)  # rows of texts
    body: list = field(default_factory=list)  # rows of texts, Values and Flags
    above: list = field(default_factory=list)  # rows of texts, or a line as it stands
    below: list = field(default_factory=list)
    under_header: list = field(default_factory=list)
    style: values.Style = field(default_factory=values.Style)
    delimiter: str = ","
    options: list = field(default_factory=list)
    ask: str = "no"
    reasons: list = field(default_factory=list)
    settled: str = "no"
    then: str = ""
    ignored: set = field(default_factory=set)
    loose_marks: set = field(default_factory=set)
    recipe: list = field(default_factory=list)
    truth: list = field(default_factory=list)  # Values that the body does not hold as such
    fixed: bool = False  # an agency's own file: no decoration that the agency does not write
    missing: list = field(default_factory=lambda: values.TOKENS)  # tokens that fit
    periods: list = field(default_factory=list)  # places (row of the header, column) of plain years
    period_column: int | None = None

    def width(self):
        return max(map(len, self.header + self.body), default=1)

    def may_ask(self, reason):
        self.ask = "may" if self.ask == "no" else self.ask
        self.reasons.append(reason)

    def all_values(self):
        return [cell for row in self.body for cell in row if isinstance(cell, Value)] + self.truth

    def cells(self):
        return [value.cell() for value in self.all_values()]

    def text_of(self, cell):
        if isinstance(cell, Value):
            return cell.text(self.style)
        return cell.flag if isinstance(cell, Flag) else cell

    def printed(self):
        """The numbers as they are printed, for whoever asks what their marks prove."""
        return [v.text(self.style) for v in self.all_values() if v.token is None]
