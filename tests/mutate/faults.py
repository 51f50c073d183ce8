"""The small faults that can be put into a C source, one text in the place of another.

A source is read with its comments, strings and preprocessor lines blanked, so that every fault stands in code.
The kinds, as `kinds` names them:

  relation    < <= > >= == != become the neighbour or the opposite
  arithmetic  + - * / % and their assignments become each other; ++ and -- too
  logic       && and || become each other
  constant    a whole number is one more, or one less
  condition   the condition of if, while and ?: is negated
  statement   a call or an assignment that is a statement of its own is dropped
  arguments   two arguments that stand side by side in a call change places
  returned    another status, the other truth

Not drawn is what changes no result whatever the data: memory that is not given back (which `make asan` sees), more room
than is asked for, a number and a size of what room is asked for in the other order, and the two arguments of a
comparison for equality or of fmax and its like.
"""
import re
from dataclasses import dataclass

RELATIONS = {"<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="]}
ARITHMETIC = {"+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*="}
OPERATOR = re.compile(r"(?<=[\w)\]'\"]) ([<>]=?|[=!]=|[-+*/%]=?)(?=\s)|^ +([-+*/%<>]|[<>=!]=) (?=\S)"
                      r"|(?<=[\w)\]])(\+\+|--)(?=[;)\],])", re.MULTILINE)
LOGIC = re.compile(r"(?<= )(&&|\|\|)(?= )")
NUMBER = re.compile(r"(?<![\w.'])(\d+)(?![\w.'])(?:u|U|L|UL)?")
CONDITION = re.compile(r"\b(if|while) \(")
CHOICE = re.compile(r"(?:[^=!<>]= |\breturn |[(,:?] ?)((?:[^\s;{}(),?:=]|[=!<>]=|\([^();]*\))"
                    r"(?:[^;{}(),?:=]|[=!<>]=|\([^();]*\))*?)\s+\? ")
STATEMENT = re.compile(r"(?<=[;{})])\s*\n( +(?!return\b|break;|continue;|goto\b|case\b|else\b|do\b|typedef\b)"
                       r"(?:[a-z_]\w*(?:(?:->|\.|\[)[^;={}()]*)? (?:[-+*/%|&]|<<|>>)?=\s[^;{}]+|\*\w[^;={}]* =\s[^;{}]+"
                       r"|[a-z_]\w*\([^;{}]*\)|[^;={}()\s]*(?:\+\+|--)));")
CALL = re.compile(r"\b(?!if\b|while\b|for\b|switch\b|return\b|sizeof\b)([a-z_]\w*)\(")
RELEASES = re.compile(r"(?:\w*_)?(?:free|release|close)(?:_\w+)?\(|pst_arena_free\(")
ROOM = re.compile(r"\b(?:\w*alloc|pst_arena_(?:alloc|array|copy)|PST_ARRAY_ROOM\w*|pst_array_\w+)\(")
EITHER_ORDER = re.compile(r"(?:fmax|fmin|hypot)$")
EQUALITY = re.compile(r"(?:strcmp|memcmp|strcasecmp|strncmp|strncasecmp)$")
RETURNED = re.compile(r"\breturn (true|false|status|PST_\w+);")
ARRAY = re.compile(r"^ +(?:static |const |unsigned |struct |enum )*[a-z]\w* [*\w, \[\]]*\[\d+\]", re.MULTILINE)
BODY = re.compile(r"^(?:static )?[a-z][^;={}]*\)\n\{\n.*?^\}$", re.MULTILINE | re.DOTALL)
STATUS = re.compile(r"^(?:static )?(?:inline )?enum pst_status\b")


@dataclass(frozen=True, order=True)
class Fault:
    file: str
    line: int
    at: int  # where in the text
    kind: str
    before: str
    after: str

    def apply(self, text):
        assert text[self.at:self.at + len(self.before)] == self.before
        return text[:self.at] + self.after + text[self.at + len(self.before):]

    def told(self):
        """What it does, on one line."""
        before, after = (" ".join(part.split()) for part in (self.before, self.after))
        return f"{self.kind}: {shown(before)} becomes {shown(after) if after else 'nothing'}"


def shown(text):
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


def blanked(text):
    """C source without comments, contents of texts, and preprocessor lines; every character keeps its place."""
    def blank(match):
        found = match.group(0)
        if found[0] in "\"'":
            return found[0] + "_" * (len(found) - 2) + found[0]
        return re.sub(r"[^\n]", " ", found)
    text = re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.DOTALL)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, text, flags=re.MULTILINE)


def closing(code, at):
    """Where the parenthesis that opens at AT closes."""
    depth = 0
    for i in range(at, len(code)):
        depth += (code[i] in "([{") - (code[i] in ")]}")
        if depth == 0:
            return i
    return len(code)


def parts(code, at, end):
    """The arguments between AT and END: (place, text) each."""
    depth, start = 0, at
    for i in range(at, end + 1):
        depth += (code[i] in "([{") - (code[i] in ")]}")
        if (code[i] == "," and depth == 0) or i == end:
            lead = len(code[start:i]) - len(code[start:i].lstrip())
            yield start + lead, code[start + lead:i].rstrip()
            start = i + 1


def operators(code):
    for found in OPERATOR.finditer(code):
        group = next(g for g in (1, 2, 3) if found.group(g))
        operator = found.group(group)
        at = found.start(group)
        if operator in RELATIONS:
            yield from ((at, "relation", operator, other) for other in RELATIONS[operator])
        elif operator in ("++", "--"):
            yield at, "arithmetic", operator, "--" if operator == "++" else "++"
        elif operator in ARITHMETIC:
            yield at, "arithmetic", operator, ARITHMETIC[operator]
    for found in LOGIC.finditer(code):
        yield found.start(1), "logic", found.group(1), "||" if found.group(1) == "&&" else "&&"


def constants(code):
    sizes = [(found.start(), found.end()) for found in ARRAY.finditer(code)]
    rooms = [(found.end(), closing(code, found.end() - 1)) for found in ROOM.finditer(code)]
    for found in NUMBER.finditer(code):
        more = any(start <= found.start() < end for start, end in rooms)
        if any(start <= found.start() < end for start, end in sizes):
            continue
        number = int(found.group(1))
        if not more:
            yield found.start(1), "constant", found.group(1), str(number + 1)
        if number > 0:
            yield found.start(1), "constant", found.group(1), str(number - 1)


def conditions(code, text):
    for found in CONDITION.finditer(code):
        end = closing(code, found.end() - 1)
        inside = text[found.end():end]
        yield found.end(), "condition", inside, f"!({inside})"
    for found in CHOICE.finditer(code):
        inside = text[found.start(1):found.end(1)]
        yield found.start(1), "condition", inside, f"!({inside})"


def statements(code, text):
    for found in STATEMENT.finditer(code):
        at = found.start(1) + len(found.group(1)) - len(found.group(1).lstrip())
        if RELEASES.match(code, at):
            continue
        yield at, "statement", text[at:found.end(1)], ""


def arguments(code, text):
    for found in CALL.finditer(code):
        end = closing(code, found.end() - 1)
        if EITHER_ORDER.match(found.group(1)) or (EQUALITY.match(found.group(1))
                                                  and re.match(r"\)\s*[!=]= 0\b", code[end:])):
            continue
        given = list(parts(code, found.end(), closing(code, found.end() - 1)))
        room = ROOM.match(code, found.start())
        for (at, one), (next_at, two) in zip(given, given[1:]):
            one, two = text[at:at + len(one)], text[next_at:next_at + len(two)]
            if room and two.startswith("sizeof "):
                continue
            if one != two and one and two and "{" not in one + two:
                between = text[at + len(one):next_at]
                yield at, "arguments", one + between + two, two + between + one


def returned(code, start, body):
    fallible = STATUS.match(body)
    for found in RETURNED.finditer(body):
        word = found.group(1)
        others = {"true": ["false"], "false": ["true"], "status": ["PST_OK"], "PST_OK": ["PST_UNDEFINED"]}.get(word)
        if others is None and fallible:
            others = ["PST_OK"]
        if word in ("status", "PST_OK") and not fallible:
            others = None
        yield from ((start + found.start(1), "returned", word, other) for other in others or [])


def faults_of(file, text):
    """Every fault that can be put into TEXT, the source FILE, in its order; only what stands in functions."""
    code, found = blanked(text), set()
    for body in BODY.finditer(code):
        start = code.index("\n{\n", body.start())
        part, shift = code[start:body.end()], text[start:body.end()]
        kinds = [*operators(part), *constants(part), *conditions(part, shift), *statements(part, shift),
                 *arguments(part, shift)]
        found.update((start + at, kind, before, after) for at, kind, before, after in kinds)
        found.update(returned(code, body.start(), body.group(0)))
    return [Fault(file, text.count("\n", 0, at) + 1, at, kind, before, after)
            for at, kind, before, after in sorted(found)]
