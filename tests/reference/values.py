#!/usr/bin/env python3
"""values.py [BUILD]: holds the kernels to tests/reference/values.csv, which stands alone: data,
kernel and options of the driver, term and field, the value, its tolerance and where it is from.
TAP, one test a data set, kernel and options."""
import csv
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from tap import Tap  # noqa: E402

DRIVER = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parents[1] / "build")
DRIVER = DRIVER / "tests/reference/driver"
# Kernels that take more than pairs, or options of their own.
OF_TRENDS = {"autocorrelation", "hamed-rao", "yue-wang", "yue-wang-ar1", "pre-whitening",
             "trend-free-pre-whitening", "seasonal-mann-kendall", "correlated-seasonal-mann-kendall",
             "seasonal-theil-sen", "partial-mann-kendall", "newey-west"}


def numbers(name, columns):
    """The complete rows of these columns, as the driver reads them."""
    with open(HERE / "data" / name, newline="") as file:
        rows = [[row[c] for c in columns.split()] for row in csv.DictReader(file)]
    return "".join(" ".join(row) + "\n" for row in rows if "" not in row)


def run(key):
    """What the driver prints for data, columns, kernel and options, by term and field."""
    driver = f"{DRIVER}_trend" if key[2] in OF_TRENDS else DRIVER
    done = subprocess.run([driver, key[2], *key[3].split()], text=True, check=True,
                          input=numbers(key[0], key[1]), capture_output=True)
    return {tuple(r[1:3]): r[3] for r in (line.split("\t") for line in done.stdout.splitlines())}


def difference(row, printed):
    """What is wrong with one value, or None."""
    text = printed.get((row["term"], row["field"]), "null")
    want = float(row["value"])
    limit = max(float(row["tolerance_relative"]) * abs(want), float(row["tolerance_absolute"]))
    if text != "null" and abs(float(text) - want) <= limit:
        return None
    return f"{row['term']} {row['field']} is {text}, not {row['value']} ({row['source']})"


def main():
    tap = Tap()
    groups = {}
    with open(HERE / "values.csv", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["data"], row["columns"], row["kernel"], row["options"])
            groups.setdefault(key, []).append(row)
    for key, rows in groups.items():
        printed = run(key)
        wrong = [d for d in (difference(row, printed) for row in rows) if d]
        tap.ok(not wrong, " ".join(key).strip() + f": {len(rows)} values", wrong)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
