#!/usr/bin/env python3
"""The tables of countries against the package that they come from, and the packer against contradictions.

Prints TAP.  Skips what is not there: iso-codes in the version of names.csv, or the packer (`make` builds it).
"""

import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path += [os.path.join(ROOT, "tests/support"), os.path.join(ROOT, "lib/country/tables")]
import names  # noqa: E402
from tap import Tap  # noqa: E402

FOLDER = os.path.join(ROOT, "datasets/countries")
PACK = os.path.join(ROOT, "build/gen/pack")
FILES = ["names.csv", "areas.csv", "aliases.csv"]

# What is put at the end of a file, and what the packer says.
BROKEN = [
    ("aliases.csv", "Korea,PRK,country,x,oecd", "'korea' is KOR already, and cannot be PRK too"),
    ("aliases.csv", "The RÉPUBLIC of Korea,PRK,country,x,oecd", "'republic of korea' is KOR already, and cannot be PRK too"),
    ("aliases.csv", "JPN,PRK,country,x,oecd", "'JPN' is JPN already, and cannot be PRK too"),
    ("aliases.csv", "36,PRK,country,x,oecd", "'36' is AUS already, and cannot be PRK too"),
    ("aliases.csv", "Atlantis,ATL,country,x,oecd", "there is no code 'ATL'"),
    ("aliases.csv", "Nippon,JPN,former,x,oecd", "JPN is not of the kind 'former'"),
    ("aliases.csv", "Nippon,JPN,land,x,oecd", "'land' is not one of country, former, territory and aggregate"),
    ("aliases.csv", "(1),JPN,country,x,oecd", "'(1)' is no name"),
    ("aliases.csv", "Nippon,JPN,country,x", "5 cells are needed"),
    ("aliases.csv", '"Nippon,JPN,country,x,oecd', "a quote is not closed"),
    ("areas.csv", "JPN,aggregate,,,Japan and islands,oecd", "the code 'JPN' is there already"),
    ("areas.csv", "JAP,aggregate,JP,,Japan and islands,oecd", "'JP' is JPN already, and cannot be JAP too"),
    ("areas.csv", "JAP,aggregate,,,Nippon-koku,oecd", ""),
]


def pack(folder, name, line):
    """Exit code and message of the packer, LINE added to the file NAME."""
    paths = []
    for file in FILES:
        with open(os.path.join(FOLDER, file), encoding="utf-8") as stream:
            text = stream.read() + (line + "\n" if file == name else "")
        paths.append(os.path.join(folder, file))
        with open(paths[-1], "w", encoding="utf-8") as stream:
            stream.write(text)
    done = subprocess.run([PACK] + paths, capture_output=True, text=True)
    return done.returncode, done.stderr.strip().partition(": ")[2]


def check_packer(tap):
    with tempfile.TemporaryDirectory() as folder:
        for name, line, want in BROKEN:
            code, said = pack(folder, name, line)
            tap.equal((code, said), (1 if want else 0, want), "packer: %s" % line)


def main():
    tap = Tap()
    if names.installed() == names.VERSION:
        with open(os.path.join(FOLDER, "names.csv"), encoding="utf-8") as stream:
            tap.ok(stream.read() == names.text(), "names.csv is what iso-codes says (make countries)")
    else:
        tap.skip("iso-codes %s is not installed (%s)" % (names.VERSION, names.installed() or "none"))
    if os.access(PACK, os.X_OK):
        check_packer(tap)
    else:
        tap.skip("the packer is not built")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
