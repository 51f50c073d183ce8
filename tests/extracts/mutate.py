"""Hostile versions of a file: cut short, a letter lost, bytes flipped, columns shuffled.

`mutations` yields Mutation after Mutation of a source, in an order that the random generator given
fixes.  Each says what a reader can no longer be held to:

  free      lines whose numbers may be read in any right way (they were touched)
  loose     the decimal mark may be another one now (a digit or a mark was changed)
  header    a line of the header was touched: columns may have another part in the table
"""
import csv
import io
import re
from dataclasses import dataclass, field

ENCODINGS = ["UTF-8", "ISO-8859-1", "WINDOWS-1252", "CP932", "EUC-JP", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"]


@dataclass
class Mutation:
    label: str
    data: bytes
    options: str = ""  # besides those of the source
    free: list = field(default_factory=list)
    loose: bool = False
    header: bool = False


class Source:
    """A file, its text, and where its header ends (a count of lines)."""

    def __init__(self, name, data, encoding, delimiter, header_lines, options=""):
        self.name, self.data, self.encoding, self.options = name, data, encoding, options
        self.delimiter, self.header_lines = delimiter, header_lines
        self.bom = next((b for b in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff") if data.startswith(b)), b"")
        self.text = data[len(self.bom):].decode(encoding)
        self.newline = next((n for n in ("\r\n", "\n", "\r") if n in self.text), "\n")
        self.lines = self.text.split(self.newline)

    def encode(self, text):
        return self.bom + text.encode(self.encoding, "replace")

    def join(self, lines):
        return self.encode(self.newline.join(lines))

    def line_of(self, at):
        """The number, from 0, of the line that holds the character AT."""
        return self.text.count(self.newline, 0, at)

    def touched(self, at, text, label, **more):
        """A mutation of one character's surroundings: its line, as it stands now, is free."""
        line = self.line_of(min(at, max(0, len(self.text) - 1)))
        now = text.split(self.newline)
        return Mutation(label, self.encode(text), free=now[max(0, line - 1):line + 2],
                        header=line < self.header_lines, **more)


def cut(source, random):
    at = random.randrange(len(source.text) + 1)
    text = source.text[:at]
    header = source.line_of(at) < source.header_lines
    return Mutation(f"cut after character {at}", source.encode(text), free=text.split(source.newline)[-1:],
                    header=header)


def cut_at_line_end(source, random):
    count = random.randrange(len(source.lines))
    end = "" if random.random() < 0.5 else source.newline
    return Mutation(f"cut after line {count}", source.encode(source.newline.join(source.lines[:count]) + end),
                    header=count < source.header_lines)


def cut_bytes(source, random):
    at = random.randrange(len(source.data))
    free = source.data[:at].decode(source.encoding, "replace").split(source.newline)[-2:]
    return Mutation(f"cut after byte {at}", source.data[:at], free=free, header=True)


def cut_in_quotes(source, random):
    quotes = [i for i, c in enumerate(source.text) if c == '"']
    if not quotes:
        return cut(source, random)
    at = random.choice(quotes) + 1
    text = source.text[:at]
    return Mutation(f"cut after the quote {at}", source.encode(text), free=text.split(source.newline)[-2:],
                    header=True)


def lose(source, random, which, label, **more):
    places = [i for i, c in enumerate(source.text) if which(i, c)]
    if not places:
        return cut(source, random)
    at = random.choice(places)
    return source.touched(at, source.text[:at] + source.text[at + 1:], f"{label} {at} lost", **more)


def lose_header_letter(source, random):
    end = len(source.newline.join(source.lines[:source.header_lines]))
    return lose(source, random, lambda i, c: i < end and c not in "\r\n", "character")


def lose_delimiter(source, random):
    return lose(source, random, lambda i, c: c == source.delimiter, "delimiter", loose=source.delimiter == ",")


def lose_quote(source, random):
    return lose(source, random, lambda i, c: c == '"', "quote")


def lose_digit(source, random):
    return lose(source, random, lambda i, c: c.isdigit(), "digit", loose=True)


def lose_mark(source, random):
    return lose(source, random, lambda i, c: c in ".,' \u00a0\u2009\u202f", "mark", loose=True)


def lose_newline(source, random):
    if len(source.lines) < 2:
        return cut(source, random)
    at = random.randrange(len(source.lines) - 1)
    lines = source.lines[:at] + [source.lines[at] + source.lines[at + 1]] + source.lines[at + 2:]
    return Mutation(f"end of line {at + 1} lost", source.join(lines), free=[lines[at]],
                    header=at < source.header_lines)


def put(source, random, what, label, **more):
    """A digit is replaced by WHAT."""
    places = [m.start() for m in re.finditer(r"\d", source.text)]
    if not places:
        return cut(source, random)
    at = random.choice(places)
    return source.touched(at, source.text[:at] + what + source.text[at + 1:], f"{label} at {at}", **more)


def put_replacement(source, random):
    if source.encoding not in ("utf-8", "utf-16-le", "utf-16-be"):
        return put_letter(source, random)
    return put(source, random, "\ufffd", "U+FFFD")


def put_letter(source, random):
    return put(source, random, random.choice("Oolx?#e"), "a letter", loose=True)


def put_nul(source, random):
    return put(source, random, "\0", "NUL", loose=True)


def put_mark(source, random):
    marks = [m.start() for m in re.finditer(r"(?<=\d)[.,](?=\d)", source.text)]
    if not marks:
        return put_letter(source, random)
    at = random.choice(marks)
    text = source.text[:at] + (".,"[source.text[at] == "."]) + source.text[at + 1:]
    return source.touched(at, text, f"decimal mark changed at {at}", loose=True)


def flip_bytes(source, random):
    data = bytearray(source.data)
    places = sorted(random.sample(range(len(data)), min(len(data), random.randint(1, 4))))
    for at in places:
        data[at] ^= 1 << random.randrange(8)
    text = bytes(data).decode(source.encoding, "replace")
    return Mutation(f"bits flipped in bytes {places}", bytes(data), free=text.split(source.newline), header=True,
                    loose=True)


def random_bytes(source, random):
    at, count = random.randrange(len(source.data)), random.randint(1, 40)
    data = source.data[:at] + random.randbytes(count) + source.data[at:]
    text = data.decode(source.encoding, "replace")
    return Mutation(f"{count} random bytes at {at}", data, free=text.split(source.newline), header=True, loose=True)


def wrong_encoding(source, random):
    name = random.choice(ENCODINGS)
    return Mutation(f"read as {name}", source.data, options=f"-e {name}", header=True, loose=True)


def double_line(source, random):
    at = random.randrange(len(source.lines))
    lines = source.lines[:at + 1] + source.lines[at:]
    return Mutation(f"line {at + 1} doubled", source.join(lines), free=[source.lines[at]],
                    header=at < source.header_lines)


def drop_line(source, random):
    at = random.randrange(len(source.lines))
    return Mutation(f"line {at + 1} dropped", source.join(source.lines[:at] + source.lines[at + 1:]),
                    header=at < source.header_lines)


def swap_lines(source, random):
    lines = list(source.lines)
    a, b = random.randrange(len(lines)), random.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return Mutation(f"lines {a + 1} and {b + 1} swapped", source.join(lines), header=min(a, b) < source.header_lines)


def header_in_the_middle(source, random):
    at = random.randrange(source.header_lines, len(source.lines) + 1)
    header = source.lines[max(0, source.header_lines - 1)]
    return Mutation(f"header again before line {at + 1}", source.join(source.lines[:at] + [header] + source.lines[at:]),
                    free=[header])


def shuffle_header(source, random):
    at = max(0, source.header_lines - 1)
    names = next(csv.reader([source.lines[at]], delimiter=source.delimiter), [])
    random.shuffle(names)
    return Mutation(f"header shuffled: {names[:4]}", source.join(
        source.lines[:at] + [write(names, source.delimiter)] + source.lines[at + 1:]), header=True, loose=True)


def shuffle_columns(source, random):
    table = list(csv.reader(io.StringIO(source.text, newline=""), delimiter=source.delimiter))
    order = list(range(max(map(len, table), default=0)))
    random.shuffle(order)
    lines = [write([r[i] if i < len(r) else "" for i in order] if len(r) > 1 else r, source.delimiter) for r in table]
    return Mutation(f"columns shuffled: {order[:6]}", source.join(lines), header=True)


def only_header(source, _):
    return Mutation("the header alone", source.join(source.lines[:source.header_lines] + [""]), header=True)


def only_footer(source, random):
    count = random.randint(1, 4)
    return Mutation(f"the last {count} lines alone", source.join(source.lines[-count:]), header=True)


def nearly_nothing(source, random):
    text = random.choice(["", source.newline, '"', '""', source.delimiter, " ", "\0", source.newline * 40, "a", "1",
                          source.delimiter * 99 + source.newline])
    return Mutation(f"only {text[:8]!r}", source.encode(text), header=True, loose=True)


def write(cells, delimiter):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="").writerow(cells)
    return buffer.getvalue()


KINDS = [cut, cut_at_line_end, cut_bytes, cut_in_quotes, lose_header_letter, lose_header_letter, lose_delimiter,
         lose_quote, lose_digit, lose_mark, lose_newline, put_replacement, put_replacement, put_letter, put_nul, put_mark,
         flip_bytes, random_bytes, wrong_encoding, double_line, drop_line, swap_lines, header_in_the_middle,
         shuffle_header, shuffle_columns, only_header, only_footer, nearly_nothing]


def mutations(source, random):
    """Kind after kind, without end."""
    while True:
        for kind in random.sample(KINDS, len(KINDS)):
            yield kind(source, random)
