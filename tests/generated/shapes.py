"""The shapes of tables: the same Cube long, wide, under two headers, in sections, time downwards."""
from draft import Draft, Flag


def begin(kind, cube):
    draft = Draft(kind)
    if cube.times and cube.times.ask != "no":
        draft.may_ask(cube.times.reason)
    if cube.like_years and not kind.startswith("long"):
        draft.may_ask("numbers that could be years")
    if len(cube.measures) == 1:
        draft.ignored.add(cube.measures[0])
    return draft


def stub(cube):
    """The header over the key columns."""
    return cube.columns()


def spans(cube):
    return range(len(cube.times.spelt)) if cube.times else [None]


def named(cube, random):
    names = cube.times.names
    taken = {c.lower() for c in cube.columns()}
    return random.choice([n for n in names if n.lower() not in taken] or ["period"])


def long(cube, random):
    """A row an entity and period, a column a measure."""
    draft = begin("long", cube)
    keys = stub(cube)
    place = random.choice([len(keys)] * 4 + [0])
    draft.period_column = place
    head = keys[:place] + [named(cube, random)] + keys[place:] + cube.measures
    if len(cube.measures) == 1 and random.random() < 0.4:
        head[-1] = random.choice(["value", "Value", "OBS_VALUE", "obsValue", "Amount"])
        draft.ignored.add(head[-1])
    draft.header = [head]
    for e, member in enumerate(cube.members):
        for t in spans(cube):
            row = [*member[:place], cube.times.spelt[t], *member[place:]]
            draft.body.append(row + [cube.values[e, m, t] for m in range(len(cube.measures))])
    if random.random() < 0.25:  # the periods outside, the entities inside
        size = len(cube.times.spelt)
        draft.body = [draft.body[e * size + t] for t in range(size) for e in range(len(cube.members))]
    return draft


def longest(cube, random):
    """A row a number: the measure is a key."""
    draft = begin("longest", cube)
    head = random.choice(["Indicator", "Variable", "measure", "Item name", "Series"])
    draft.header = [[*stub(cube), head, named(cube, random), random.choice(["Value", "value", "OBS_VALUE"])]]
    draft.period_column = len(stub(cube)) + 1
    draft.body = [[*member, name, cube.times.spelt[t], cube.values[e, m, t]] for e, member in enumerate(cube.members)
                  for m, name in enumerate(cube.measures) for t in spans(cube)]
    draft.ignored.update({draft.header[0][-1]})
    return draft


def wide(cube, random):
    """A column a period; a measure is a key where there are several."""
    draft = begin("wide", cube)
    several = len(cube.measures) > 1
    head = [*stub(cube), *([random.choice(["Indicator", "Variable", "Series Name"])] if several else [])]
    draft.header = [head + cube.times.spelt]
    draft.periods = [(0, len(head) + t) for t in spans(cube)]
    draft.body = [[*member, *([name] if several else []), *(cube.values[e, m, t] for t in spans(cube))]
                  for e, member in enumerate(cube.members) for m, name in enumerate(cube.measures)]
    return draft


def grouped(cube, random):
    """Two header rows: measures over periods, or periods over measures; merged or repeated."""
    draft = begin("grouped", cube)
    keys = stub(cube)
    outer_is_measure = random.random() < 0.5
    outer = cube.measures if outer_is_measure else cube.times.spelt
    inner = cube.times.spelt if outer_is_measure else cube.measures
    merged = random.random() < 0.7
    top, low = [""] * len(keys), list(keys)
    for o in outer:
        top += [o] + [("" if merged else o)] * (len(inner) - 1)
        low += inner
    if random.random() < 0.4:  # the names of the keys stand in the first row
        top[:len(keys)], low[:len(keys)] = keys, [""] * len(keys)
    draft.header = [top, low]
    pairs = [(o, i) if outer_is_measure else (i, o) for o in range(len(outer)) for i in range(len(inner))]
    row = low if outer_is_measure else top
    draft.periods = [(int(outer_is_measure), c) for c in range(len(keys), len(row)) if row[c]]
    draft.body = [[*member, *(cube.values[e, m, t] for m, t in pairs)] for e, member in enumerate(cube.members)]
    return draft


def cross(cube, random):
    """No period at all: entities by measures."""
    draft = begin("cross", cube)
    draft.header = [stub(cube) + cube.measures]
    draft.body = [[*member, *(cube.values[e, m, None] for m in range(len(cube.measures)))]
                  for e, member in enumerate(cube.members)]
    return draft


def down(cube, random):
    """Periods down the side, a column an entity (one key, one measure)."""
    draft = begin("down", cube)
    draft.period_column = 0
    draft.header = [[random.choice([named(cube, random), ""])] + [m[0] for m in cube.members]]
    draft.body = [[cube.times.spelt[t], *(cube.values[e, 0, t] for e in range(len(cube.members)))]
                  for t in spans(cube)]
    return draft


def sections(cube, random):
    """A heading above each block of rows: the measure, or what the rows have in common."""
    draft = begin("sections", cube)
    draft.may_ask("headings among the records")
    periods = cube.times.spelt if cube.times else []
    draft.header = [stub(cube) + periods]
    draft.periods = [(0, len(stub(cube)) + t) for t in range(len(periods))]
    width = len(draft.header[0])
    for m, name in enumerate(cube.measures):
        draft.body.append([name] + [""] * (width - 1))
        draft.body += [[*member, *(cube.values[e, m, t] for t in spans(cube))] for e,
                       member in enumerate(cube.members)]
    return draft


def flagged_long(cube, random):
    """A flag column beside, before or far from the column of values."""
    draft = longest(cube, random)
    name = random.choice(["OBS_STATUS", "Flag", "Flags", "flag", "Status", "OBS_FLAG", "obs_status", "Flag Codes"])
    value_at = len(draft.header[0]) - 1
    at = random.choice([value_at + 1, value_at + 1, value_at, value_at - 1])
    if draft.period_column >= at:
        draft.period_column += 1
    draft.header[0].insert(at, name)
    for row in draft.body:
        row.insert(at, Flag(row[value_at]))
    return draft


def flagged_wide(cube, random):
    """A flag column behind each period, with or without a name."""
    draft = wide(cube, random)
    name = random.choice([lambda p: "", lambda p: "Flag", lambda p: f"{p} Flags", lambda p: f"{p}F",
                          lambda p: "flags"])
    first = draft.periods[0][1]
    head = draft.header[0]
    draft.header[0] = head[:first] + [text for p in head[first:] for text in (p, name(p))]
    draft.body = [row[:first] + [cell for v in row[first:] for cell in (v, Flag(v))] for row in draft.body]
    draft.periods = []  # a mark on a year would have to stand on its flag's name too
    return draft
