#!/usr/bin/env python3
"""values.py [BUILD]: holds the kernels to tests/reference/values.csv, which stands alone: data,
kernel and options of the driver, term and field, the value, its tolerance and where it is from.
Prints what is wrong and exits 1 if anything is."""
import csv
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DRIVER = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parents[1] / "build")
DRIVER = DRIVER / "tests/reference/driver"


def numbers(name, columns):
    """The complete rows of these columns, as the driver reads them."""
    with open(HERE / "data" / name, newline="") as file:
        rows = [[row[c] for c in columns.split()] for row in csv.DictReader(file)]
    return "".join(" ".join(row) + "\n" for row in rows if "" not in row)


def main():
    wrong = right = 0
    printed = {}
    with open(HERE / "values.csv", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["data"], row["columns"], row["kernel"], row["options"])
            if key not in printed:
                run = subprocess.run([DRIVER, key[2], *key[3].split()], text=True, check=True,
                                     input=numbers(key[0], key[1]), capture_output=True)
                printed[key] = {tuple(r[1:3]): r[3] for r in
                                (line.split("\t") for line in run.stdout.splitlines())}
            text = printed[key].get((row["term"], row["field"]), "null")
            want = float(row["value"])
            limit = max(float(row["tolerance_relative"]) * abs(want),
                        float(row["tolerance_absolute"]))
            if text != "null" and abs(float(text) - want) <= limit:
                right += 1
            else:
                wrong += 1
                print(*key, row["term"], row["field"], "is", text, "not", row["value"])
    print(f"{right} right, {wrong} wrong")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
