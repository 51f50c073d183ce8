"""Hold what polstat-tidy made of an extract to an independent Reading of it, cell by cell."""
from collections import Counter

import tidy

COUNTS = ("missing", "flags")


def key_faults(result, reading):
    """The key columns: those of the reading in its order, where the optional ones may be absent."""
    got = [n for n in result.keys() if n not in reading.optional]
    want = [n for n in reading.keys if n not in reading.optional]
    same = len(got) == len(want) and all(w is None or g == w for g, w in zip(got, want))
    return [] if same else [f"the key columns are {result.keys()}, wanted are {reading.keys}"]


def wanted(result, reading):
    """The cells of the reading as the table should show them, in the order of the file."""
    present = set(result.keys())
    use = [i for i, n in enumerate(reading.keys) if n not in reading.optional or n in present]
    named = "variable" in result.tail()
    for keys, variable, period, value, flag in reading.cells:
        yield (*(keys[i] for i in use), variable if named else None, period, value, flag)


def shown(result):
    places = result.tail()
    width = len(result.keys())
    for row in result.rows:
        yield (*row[:width], row[places["variable"]] if "variable" in places else None, row[places["period"]],
               tidy.decimal(row[places["value"]]), row[places["flag"]])


def cell_faults(result, reading):
    got, want = list(shown(result)), list(wanted(result, reading))
    if got == want:
        return []
    lacking, extra = Counter(want) - Counter(got), Counter(got) - Counter(want)
    if not lacking and not extra:
        return ["the cells are right, their order is not that of the file"]
    return ([f"{sum(lacking.values())} cells lack and {sum(extra.values())} are too many"]
            + [f"lacks {cell}" for cell in list(lacking)[:8]] + [f"has {cell}" for cell in list(extra)[:8]])


def count_faults(result, reading):
    report = result.report
    lines = [f"rows.{kind}: {report['rows'][kind]}, wanted {n}"
             for kind, n in reading.rows.items() if report["rows"][kind] != n]
    lines += [f"{what}: {report[what]}, wanted {dict(getattr(reading, what))}"
              for what in COUNTS if report[what] != dict(getattr(reading, what))]
    numbers = sum(cell[3] is not None for cell in reading.cells)
    cells = dict(read=len(reading.cells), numbers=numbers, missing=sum(reading.missing.values()), not_understood=0)
    return lines + [f"cells.{k}: {report['cells'][k]}, wanted {n}" for k, n in cells.items() if report["cells"][k] != n]
