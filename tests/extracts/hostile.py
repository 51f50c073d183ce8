#!/usr/bin/env python3
"""hostile.py [--build DIR] [--mode plain|asan] [--runs N] [--seed N] [--keep DIR] [NAME...]

Hostile versions of the fixtures, and of the extracts where they are there, through polstat-tidy: cut
short, in another encoding, columns shuffled, letters, delimiters and quotes lost.  TAP, one test a
source.  Of each version must be true that

  - it ends with exit code 0, 2, 3, 4 or, where no number is left, 5, and does not hang;
  - what is refused is refused by one message, and leaves no file;
  - what is read is read right: each value stands as a number in the hostile file, read by the marks
    that the source uses; it has a period that the file shows; and where the header was not touched
    and the line neither, value and period belonged together in the source too.

RUNS versions of each source are tried (default 50); the same SEED makes the same versions.
--keep DIR writes each version that fails there.
"""
import argparse
import os
import random
import re
import sys
import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/support")]
import agencies  # noqa: E402
import mutate  # noqa: E402
import printed  # noqa: E402
import tidy  # noqa: E402
from run import FOLDER  # noqa: E402
from tap import Tap  # noqa: E402

# For a hang: a version of a small file is read in milliseconds, and no busy machine makes that minutes.
SECONDS = {"plain": 300, "asan": 600}
LINES = (40, 12)  # of a large file: its first lines, and its last
CODECS = {"UTF-8": "utf-8", "UTF-16LE": "utf-16-le", "UTF-16BE": "utf-16-be", "CP932": "cp932",
          "ISO-8859-1": "latin-1", "WINDOWS-1252": "cp1252"}
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
        "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018}  # the year before the first
MARKS = [",", ".", "'", " "]


class Subject:
    """A source, and what the program makes of it as it is: that is what other tests hold to be right."""

    def __init__(self, path, options, build):
        self.name, self.path, self.options, self.build = path.name, path, options, build
        if path.name.startswith("extract."):
            self.name = path.parent.name
        data = shorten(path.read_bytes(), path)
        self.result = tidy.run(build, data, options, self.file_name())
        if self.result.code != 0:
            return
        report = self.result.report
        header = report["rows"]["preamble"] + report["rows"]["header"] + (report["rows"]["blank"]
                                                                          if report["rows"]["preamble"] else 0)
        self.source = mutate.Source(self.name, data, encoding_of(data, options), report["delimiter"], header, options)
        self.pairs = pairs(self.result)
        self.own = printed.Convention(report["decimal"], MARKS)
        self.any = [printed.Convention(d, MARKS) for d in ".,"]

    def file_name(self):
        return self.path.name.removesuffix(".gz")


def encoding_of(data, options):
    """What Python calls the encoding that was asked for, or that the first bytes show."""
    named = re.search(r"(?:^|\s)-e (\S+)", options)
    if named:
        return CODECS.get(named[1], named[1].lower())
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16-le" if data[0] == 0xFF else "utf-16-be"
    even, odd = data[0:80:2].count(0), data[1:80:2].count(0)
    return "utf-8" if max(even, odd) < 8 else "utf-16-le" if odd > even else "utf-16-be"


def shorten(data, path):
    """The bytes of a file; of a large one, its first and last lines."""
    if path.suffix == ".gz":
        import gzip
        data = gzip.decompress(data)
    if len(data) < 20000:
        return data
    wide = b"\0" in data[:200]
    newline = b"\n\0" if wide else b"\n" if b"\n" in data else b"\r"
    lines = data.split(newline)
    return newline.join(lines[:LINES[0]] + lines[-LINES[1]:])


def pairs(result):
    """How often each value has each period."""
    values = zip(result.column("period"), result.column("value"))
    return Counter((p, tidy.decimal(v)) for p, v in values if tidy.decimal(v) is not None)


def message_faults(result):
    lines = []
    if result.left:
        lines.append(f"refused, and it left {', '.join(result.left)}")
    if not result.stderr.startswith("polstat-tidy: ") or not result.stderr.endswith("\n"):
        lines.append(f"no message of its own: {result.stderr[:200]!r}")
    if result.stderr.count("polstat-tidy: ") != 1 or len(result.stderr) > 3000 or re.search(r"[\0-\b\x0e-\x1f]", result.stderr):
        lines.append(f"not one clear message: {result.stderr[:400]!r}")
    return lines


def number_faults(subject, mutation, result):
    """Values that stand nowhere in the hostile file."""
    encoding = encoding_of(mutation.data, mutation.options or subject.options)
    text = mutation.data.decode(encoding, "replace").removeprefix("\ufeff")
    conventions = subject.any if mutation.loose else [subject.own]
    delimiter = result.report["delimiter"] or subject.source.delimiter
    stand = printed.numbers(text.replace("0 0", "0"), delimiter, conventions)  # FishStatJ: 0, less than half a unit
    if "--scale" in subject.options:
        stand += Counter({n.scaleb(k): c for k in range(1, 10) for n, c in stand.items()})
    extra = Counter(v for _, v in pairs(result).elements()) - stand
    lines = [f"a number that stands nowhere in the file: {n}" for n in list(extra)[:5]]
    known = years_in(text)
    return lines + [f"a period that stands nowhere: {p}" for p, _ in pairs(result)
                    if tidy.PERIOD.fullmatch(p) and year_of(p) not in known][:5]


def year_of(period):
    return period.removeprefix("FY")[:4]


def years_in(text):
    """Every year that a text shows, those of Japanese eras too."""
    plain = unicodedata.normalize("NFKC", text)
    years = set(re.findall(r"(?=(\d{4}))", plain))
    for era, before in ERAS.items():
        years |= {str(before + int(n)) for n in re.findall(rf"{era}(\d{{1,2}})", plain)}
        years |= {str(before + 1)} if f"{era}元" in plain else set()
    for short in re.findall(r"\d{1,2}/\d{1,2}/(\d{2})(?!\d)", plain):  # 1/22/20
        years |= {"19" + short, "20" + short}
    return years


def pair_faults(subject, mutation, result):
    """Values that have another period than in the source, though nobody touched them.  None, or the
    year alone, is right: what is lost of it is a key, where too few of its column can be read."""
    # What proved that --decimal is wrong may be what was touched; then it holds.
    if mutation.header or "--decimal" in subject.options:
        return []
    conventions = subject.any if mutation.loose else [subject.own]
    allowed = sum((printed.numbers(line, subject.source.delimiter, conventions) for line in mutation.free), Counter())
    lines = []
    for (period, value), count in (pairs(result) - subject.pairs).items():
        told = period and not tidy.PERIOD.fullmatch(period)  # a warning names it: tidy.faults
        # Where fewer rows are left, all of their periods may be read: then a value has one that it had not.
        known = told or any(v == value and (p.startswith(period) or not p) for p, v in subject.pairs)
        if allowed[value] < count and not known:
            lines.append(f"{value} at {period or 'no period'}: not so in the source")
    return lines[:5]


def check(subject, mutation, limit):
    options = f"{subject.options} {mutation.options}".strip()
    result = tidy.run(subject.build, mutation.data, options, subject.file_name(), limit)
    if result.code not in (0, 2, 3, 4, 5):
        return [f"ended with {result.code}: {result.stderr[-600:]}"]
    if result.code != 0:
        return message_faults(result)
    return tidy.faults(result) or (number_faults(subject, mutation, result) + pair_faults(subject, mutation, result))


def keep(folder, subject, mutation, number):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{subject.name}-{number}-{subject.file_name()}").write_bytes(mutation.data)


def attack(subject, options):
    """The faults of RUNS hostile versions of a subject, with what was done to each."""
    faults, exits = [], Counter()
    if subject.result.code != 0:
        return [f"as it is, it ends with {subject.result.code}: {subject.result.stderr[:300]}"], exits
    generator = random.Random(f"{options.seed}/{subject.name}")
    for number, mutation in zip(range(options.runs), mutate.mutations(subject.source, generator)):
        found = check(subject, mutation, SECONDS[options.mode])
        if found:
            faults += [f"version {number}, {mutation.label}{mutation.options and ', ' + mutation.options}:",
                       *(f"  {line}" for line in found[:6])]
            if options.keep:
                keep(options.keep, subject, mutation, number)
    return faults, exits


def subjects(build, names):
    """The fixtures that are read, and the extracts."""
    for folder in sorted((HERE / "fixtures").iterdir()):
        if (folder / "tidy.csv").exists() and (not names or folder.name in names):
            path = folder / "options"
            yield Subject(next(folder.glob("extract.*")), path.read_text().strip() if path.exists() else "", build)
    for name, options in ((n, agencies.OPTIONS.get(n, "")) for n in agencies.READERS):
        if (FOLDER / name).exists() and (not names or name in names):
            yield Subject(FOLDER / name, options, build)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=list(SECONDS), default="plain")
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    options.build = options.build.resolve()
    tap = Tap()
    every = list(subjects(options.build, options.names))
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        for subject, (faults, _) in zip(every, pool.map(lambda s: attack(s, options), every)):
            tap.ok(not faults, f"hostile {subject.name}: {options.runs} versions", faults)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
