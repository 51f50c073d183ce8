#!/usr/bin/env python3
"""test_labels.py --build DIR [--figures N] [--seconds S] [--seed N] [--only SEED]

Labels of any text are drawn as they stand: random names of series, columns, titles and sources with what gnuplot and
SVG take for commands (' " @ ` { } ^ _ \\ ~ & < > % $ # and letters of all scripts) go through the figures of the
programs; gnuplot draws them, and the SVG is searched for the exact text.  N figures, or as many as take S seconds; --only draws the one of a find again.
"""
import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

MARKS = list("'\"@`{}^_\\~&<>%$#|;:,.!?*+-=()[]/") + ["''", "@a", "@GPVAL_X", "`echo x`", "{/Bold", "}{", "\\n", "%g", "$0",
                                                     "&amp;", "<b>", "{}", "^2", "_i", "\\'", "'.", "\\@", "@@", "'@x'"]
LETTERS = list("abcXYZ019") + ["é", "ß", "İ", "ø", "Я", "ж", "λ", "日", "本", "국", "‰", "€", "½", "’", "–", "·", "ﬁ"]


def label(chance):
    """A name of 2 to 9 pieces, in the form that polstat reads it in, without blanks: those may wrap."""
    pieces = [chance.choice(MARKS if chance.random() < 0.6 else LETTERS) for _ in range(chance.randint(2, 9))]
    # a sign of a bound or a number at the front would make it something else than text
    return unicodedata.normalize("NFC", chance.choice("kQéж") + "".join(pieces))


def labels(chance, n):
    found = set()
    while len(found) < n:
        found.add(label(chance))
    return sorted(found, key=lambda text: chance.random())


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header] + rows)


def quoted(name):
    """NAME as an option that takes a list of columns has it."""
    return '"' + name.replace('"', '""') + '"'


def trend(chance, folder):
    a, b, y = labels(chance, 3)
    write(folder / "t.csv", ["g", "t", y], [[g, t, t % 7 + i * 9] for i, g in enumerate((a, b)) for t in range(2000, 2006)])
    return ["polstat-trend", "t.csv", "--time", "t", "-y", quoted(y), "-g", "g"], [a, b, y]


def rank(chance, folder):
    names = labels(chance, 4)
    write(folder / "t.csv", ["e", "t", "v"], [[e, t, (i * 7 + t * 3) % 11 + i / 10] for i, e in enumerate(names)
                                              for t in range(2000, 2004)])
    return ["polstat-rank", "t.csv", "--time", "t", "-y", "v", "--entity", "e"], names


def correlate(chance, folder):
    x, y, *names = labels(chance, 7)
    write(folder / "t.csv", ["e", x, y], [[e, i * 10, (i * 37) % 50] for i, e in enumerate(names)])
    return ["polstat-correlate", "t.csv", "-x", quoted(x), "-y", quoted(y), "--label", "e"], [x, y]


def compare(chance, folder):
    y, *levels = labels(chance, 4)
    write(folder / "t.csv", ["g", y], [[g, i * 5 + k * k % 7] for i, g in enumerate(levels) for k in range(6)])
    return ["polstat-compare", "t.csv", "-y", quoted(y), "--between", "g", "--method", "mean"], levels


def indicator(chance, folder):
    names = labels(chance, 3)
    write(folder / "t.csv", ["e", "t", "v"], [[e, t, 3 + i * 5 + t % 5] for i, e in enumerate(names) for t in range(2000, 2006)])
    return ["polstat-indicator", "t.csv", "--kind", "share", "--entity", "e", "--time", "t", "-y", "v"], names


FIGURES = [trend, rank, correlate, compare, indicator]


def texts(svg):
    return ["".join(node.itertext()) for node in ElementTree.parse(svg).iter() if node.tag.endswith("}text")]


def figure(chance, folder, env):
    """The command of one figure, and what is wrong with it: a list of lines."""
    make = chance.choice(FIGURES)
    command, wanted = make(chance, folder)
    title, source = labels(chance, 2)
    # A table of such labels may be read in two ways; here it is the figure that is looked at.
    command += ["--layout", "as-is", "--delimiter", ",", "--title", title, "--source", source, "--render", "f.svg", "-q", "-o", "o.csv"]
    done = subprocess.run(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600)
    if done.returncode != 0:
        return command, [f"exit code {done.returncode}", done.stderr]
    try:
        there = texts(folder / "f.svg")
    except ElementTree.ParseError as error:
        return command, [f"the SVG is no XML: {error}"]
    lost = [text for text in wanted + [title, source] if not any(text in line for line in there)]
    return command, [f"not drawn as it stands: {text!a}" for text in lost] + ([repr(there)] if lost else []) + (
        [f"gnuplot says: {done.stderr}"] if done.stderr else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--figures", type=int, default=25)
    parser.add_argument("--seconds", type=float, help="as many figures as take so long")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    tap = Tap()
    if shutil.which("gnuplot") is None:
        tap.skip("gnuplot is not installed")
        return tap.done()
    env = dict(os.environ, PATH=f"{options.build.resolve() / 'bin'}{os.pathsep}{os.environ['PATH']}", LC_ALL="C.UTF-8")
    end = None if options.seconds is None else time.monotonic() + options.seconds
    n, bad = 0, 0
    if options.only is not None:
        options.figures = 1
    while n < options.figures if end is None else time.monotonic() < end:
        seed = options.seed * 1000000 + n if options.only is None else options.only
        with tempfile.TemporaryDirectory() as name:
            command, wrong = figure(random.Random(seed), Path(name), env)
        if wrong:
            bad += 1
            tap.ok(False, f"labels of seed {seed}", [" ".join(command)] + wrong)
        n += 1
    tap.ok(bad == 0, f"{n} figures draw their labels as they stand")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
