"""Bytes of a Draft: delimiter, quotes, line ends, padding, byte order mark."""
import re

NEWLINES = ["\n"] * 6 + ["\r\n"] * 4


class Writer:
    """How one file is written."""

    def __init__(self, random, draft):
        self.delimiter = draft.delimiter
        self.newline = random.choice(NEWLINES)
        self.quote = random.choice(["needed"] * 6 + ["all", "texts"])
        self.padded = not draft.fixed and random.random() < 0.08
        self.trailing = not draft.fixed and random.random() < 0.07
        self.trailing_header = self.trailing and random.random() < 0.5
        self.fill = random.random() < 0.6  # lines around the table are filled up with delimiters
        self.bom = random.random() < 0.08
        self.last_newline = random.random() < 0.95

    def recipe(self):
        names = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
        return ([names[self.delimiter]] + [f"quoted {self.quote}"] * (self.quote != "needed")
                + ["padded"] * self.padded
                + ["trailing delimiter"] * self.trailing + ["BOM"] * self.bom + ["CRLF"] * (self.newline == "\r\n"))

    def cell(self, text, numeric):
        must = self.delimiter in text or '"' in text or "\n" in text or (text != text.strip() and numeric is None)
        if must or self.quote == "all" or (self.quote == "texts" and not numeric and text):
            return '"' + text.replace('"', '""') + '"'
        return text

    def line(self, cells, numeric=None, end=True):
        text = self.delimiter.join(self.cell(c, bool(numeric and numeric[i])) for i, c in enumerate(cells))
        return text + self.delimiter * (self.trailing and end)


def padding(draft, rows):
    """How wide each column is, for a table that is padded to line up."""
    return [max(len(r[i]) for r in rows if i < len(r)) for i in range(draft.width())]


def table(writer, draft):
    """The lines of header and body."""
    body = [[draft.text_of(c) for c in row] for row in draft.body]
    numeric = [[not isinstance(c, str) and bool(re.search(r"\d", draft.text_of(c))) for c in row]
               for row in draft.body]
    if writer.padded:
        widths = padding(draft, body)
        body = [[c.rjust(widths[i]) if n[i] else c.ljust(widths[i]) for i, c in enumerate(row)]
                for row, n in zip(body, numeric)]
    return ([writer.line(row, end=writer.trailing_header) for row in draft.header]
            + around(writer, draft.under_header, draft.width())
            + [writer.line(row, n) for row, n in zip(body, numeric)])


def around(writer, rows, width):
    """Lines above or below the table: as they stand, or filled up to its width."""
    lines = []
    for row in rows:
        if isinstance(row, str):
            lines.append(row)
        else:
            filled = row + [""] * (width - len(row)) if writer.fill else row
            lines.append(writer.line(filled, end=writer.fill))
    return lines


def write(random, draft):
    writer = Writer(random, draft)
    width = draft.width()
    lines = around(writer, draft.above, width) + table(writer, draft) + around(writer, draft.below, width)
    text = writer.newline.join(lines) + (writer.newline if writer.last_newline else "")
    draft.recipe += writer.recipe()
    if not writer.bom and random.random() < 0.06:
        return other_encoding(random, draft, text)
    return ("\ufeff" if writer.bom else "").encode() + text.encode()


def other_encoding(random, draft, text):
    """Bytes that say what they are (UTF-16 with its mark), or an option that does."""
    name, codec, mark = random.choice([("UTF-16", "utf-16-le", b"\xff\xfe"), ("ISO-8859-1", "latin-1", b""),
                                       ("WINDOWS-1252", "cp1252", b"")])
    try:
        data = mark + text.encode(codec)
    except UnicodeEncodeError:
        return text.encode()
    if not mark:
        draft.options.append(f"-e {name}")
    draft.recipe.append(name)
    return data
