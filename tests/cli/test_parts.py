#!/usr/bin/env python3
"""test_parts.py --build DIR [--runs N] [--seed N] [--only SEED]

What polstat merge gives of parts is what one process gives: standard output, standard error, exit code, the rejected
records and the script of a figure, byte for byte; for random tables as people write them (quoted line ends, CR, CRLF, a
byte-order mark, no last line end, cells with signs and bounds, whole numbers beyond 2^53, times of several notations,
records of a wrong length, cells that are none, several files, compressed ones), programs, 1 to 13 parts in any order, and
merges of merges.  Where merge asks for a part again (exit code 6), its command is run, and then it must agree.
"""
import argparse
import gzip
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

COMMANDS = [
    "trend {f} -g g --time t -y v --duplicates keep",
    "trend {f} --aggregate mean -g g --time t -y v --plot fig.gp",
    "trend {f} --aggregate 'sum,count,last(w),quantile(0.3)' -g g --time t -y v,w --format jsonl",
    "trend {f} -g g --time t -y v --duplicates keep --method ols,theil-sen --terms all --format json",
    "trend {f} -g g --time t -y r --let 'r=v/w' --duplicates keep --where 'w > 3'",
    "rank {f} --entity g --time t -y v --aggregate max",
    "rank {f} --entity g --time t -y v --aggregate 'first(v)' --from 2000 --to 2005",
    "correlate {f} -x v -y w",
    "correlate {f} -g g -x v -y w --method spearman,kendall",
    "correlate {f} -x v -y w -g g --per t --aggregate min",
    "describe {f}",
    "describe {f} --format json",
    "describe {f} -y v,w -g g",
    "describe {f} -g g --per t -y v --aggregate median",
    "describe {f} -y v --where 'g = \"G1\"' --let 'u=v*2'",
    "compare {f} --between g -y v",
    "indicator {f} --entity g --time t -y v --kind growth --aggregate sum",
    "indicator {f} --entity g --time t -y v --kind share --aggregate sum",
    "regress {f} -y v -x w",
    "describe {f} -y v -g g --country g",
    "compare {f} -g t --between g -y v,w",
    "regress {f} -g g -y v -x w --terms all",
    "describe {f} -g g --per t -y v,w --aggregate 'sum,mean,count,median,min,max,first,last,quantile(0.25)'",
]


def text_cell(chance, kind):
    if kind == "names":
        return "G%d" % chance.randrange(4)
    if kind == "countries":
        return chance.choice(["Japan", "France", "FRA", "Côte d’Ivoire", "USA", "Other"])
    return chance.choice(["2015Q1", "2015-Q1", "G\u00e9", "Ge\u0301", "G\u200b1", " G1 "])


TIMES = {
    "years": lambda c: str(c.randrange(1998, 2012)),
    "numbers": lambda c: str(c.randrange(1, 2000)),
    "quarters": lambda c: c.choice(["%d-Q%d", "%dQ%d", "%dq%d"]) % (c.randrange(2000, 2004), c.randrange(1, 5)),
    "months": lambda c: "%d-%02d" % (c.randrange(2000, 2003), c.randrange(1, 13)),
    "days": lambda c: "%d/%d/2001" % (c.randrange(1, 29), c.randrange(1, 13)),
    "packed": lambda c: "%d%02d" % (c.randrange(2000, 2003), c.randrange(1, 13)),
    "names": lambda c: "%s %d" % (c.choice(["Jan", "Feb", "Mar"]), c.randrange(2000, 2003)),
    "decimals": lambda c: "%.2f" % c.uniform(0, 50),
}


def number(chance, kind):
    plain = chance.choice([str(chance.randrange(-50, 900)), "%.2f" % chance.uniform(-9, 99), "%.7g" % chance.gauss(0, 50)])
    if kind == "signs":
        return chance.choice([plain, "%.1f%%" % chance.uniform(0, 90)])
    if kind == "bounds":
        return chance.choice([plain, ">%d" % chance.randrange(50), "[1,%d]" % chance.randrange(2, 9), "5±1"])
    if kind == "said":
        return chance.choice([str(chance.randrange(900)), "%d+" % chance.randrange(50), "5-9", "<5", ">12"])
    if kind == "long":
        return chance.choice([plain, str(2**53 + chance.randrange(1000)), str(10**20 + chance.randrange(1000))])
    return plain


def missing(chance, cell):
    return chance.choice(["", "", "NA"]) if chance.random() < 0.04 else cell


def quoted(chance, end):
    size = 300 if chance.random() < 0.05 else 3
    return '"' + "".join(chance.choice(["a", '""', ",", end, end + "G1,2001,3,4,x" + end]) for _ in range(
        chance.randrange(size))) + '"'


class Table:
    """What all rows of the files have in common."""

    def __init__(self, chance):
        self.chance = chance
        self.end = chance.choice(["\n", "\n", "\r\n", "\r"])
        self.texts = chance.choice(["names"] * 6 + ["countries", "marks"])
        self.times = chance.choice(list(TIMES) + ["years"] * 8)
        self.numbers = chance.choice(["plain"] * 4 + ["signs", "bounds", "said", "long"])
        self.trailing = chance.random() < 0.08
        self.other_kind = chance.random() < 0.05
        self.bad = chance.choice([0] * 6 + [1, 5])
        self.columns = chance.sample(range(5), 5) if chance.random() < 0.3 else list(range(5))

    def row(self):
        chance = self.chance
        times = chance.choice(list(TIMES)) if self.other_kind and chance.random() < 0.01 else self.times
        cells = [missing(chance, text_cell(chance, self.texts)), missing(chance, TIMES[times](chance)),
                 missing(chance, number(chance, self.numbers)), missing(chance, number(chance, "plain")),
                 quoted(chance, self.end) if chance.random() < 0.2 else "x"]
        return ",".join(cells[i] for i in self.columns) + ("," if self.trailing else "")

    def text(self, n):
        chance = self.chance
        names = ["g", "t", "v", "w", "note"]
        lines = [",".join(names[i] for i in self.columns)]
        for _ in range(n):
            if chance.random() < 0.01:
                lines.append("")
            lines.append(self.row())
        for _ in range(self.bad if n > 0 else 0):
            at = chance.randrange(1, len(lines))
            lines[at] = chance.choice(["G1,2001,3", "G1,2001,oops,4,x", "G1,later,3,4,x", "G1,2001,3,4,x,7,8"])
        text = self.end.join(lines) + (self.end if chance.random() < 0.8 else "")
        return ("\ufeff" if chance.random() < 0.1 else "") + text


def write_files(chance, folder):
    table = Table(chance)
    names = []
    for i in range(chance.choice([1, 1, 1, 1, 2, 3])):
        data = table.text(chance.choice([0, 1, 3, 30, 200, 200, 900])).encode()
        if chance.random() < 0.08:
            names.append("f%d.csv.gz" % i)
            (folder / names[-1]).write_bytes(gzip.compress(data, mtime=0))
        else:
            names.append("f%d.csv" % i)
            (folder / names[-1]).write_bytes(data)
    return table, names


def shell(folder, bins, command):
    env = dict(os.environ, PATH="%s:%s" % (bins, os.environ["PATH"]), LC_ALL="C.UTF-8", COLUMNS="100")
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, timeout=900)
    return done.returncode, done.stdout, done.stderr


def take(folder, names):
    """The files that a run leaves, which are taken away."""
    kept = {}
    for name in names:
        path = folder / name
        kept[name] = path.read_bytes() if path.exists() else None
        path.unlink(missing_ok=True)
    return kept


def merge(chance, folder, bins, parts):
    """In any order, some of them put together before; and as often as a part must be made again."""
    rounds = 0
    while True:
        order = chance.sample(parts, len(parts))
        if len(order) > 2 and chance.random() < 0.3:
            cut = chance.randrange(1, len(order))
            code, _, err = shell(folder, bins, "polstat merge -q %s -o some.pst" % " ".join(order[:cut]))
            if code != 0:
                return ("joining", code, err), rounds
            order = ["some.pst"] + order[cut:]
        got = shell(folder, bins, "polstat merge " + " ".join(order))
        if got[0] != 6 or rounds == 20:
            return got, rounds
        rounds += 1
        for line in got[2].decode().splitlines():
            found = re.match(r"part (\d+) of \d+ .*?: (polstat .*)", line)
            if found:
                command = re.sub(r" -o \S+", " -o p%s.pst" % found[1], found[2])
                code, _, err = shell(folder, bins, command)
                if code != 0:
                    return ("again", code, err), rounds


def one(seed, bins, of_all=None):
    """None, or what differs; and how many parts were made again: of one of all COMMANDS, or of that one."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table, names = write_files(chance, folder)
        n = chance.randrange(1, 14)
        options = ""
        if chance.random() < (0.8 if table.bad else 0.3):
            options += " --on-bad skip"
            if chance.random() < 0.5:
                options += " --rejects bad.csv"
        if chance.random() < 0.9:
            options += " -m NA"
        command = "polstat " + (of_all or chance.choice(COMMANDS)).format(f=" ".join(names)) + options
        want = shell(folder, bins, command)
        kept = take(folder, ["bad.csv", "fig.gp"])
        parts = ["p%d.pst" % k for k in range(1, n + 1)]
        for k in chance.sample(range(1, n + 1), n):
            code, out, err = shell(folder, bins, "%s --part %d/%d -o p%d.pst" % (command, k, n, k))
            if code != 0:
                # What no part can begin with is told by each of them as by one process.
                return (None if (code, out, err) == want else "%s: part %d: %d %r, not %r" % (command, k, code, err, want)), 0
        got, rounds = merge(chance, folder, bins, parts)
        got_kept = take(folder, ["bad.csv", "fig.gp"])
        if got != want or got_kept != kept:
            return "%s in %d parts: %r, not %r%s" % (command, n, got, want, "" if got_kept == kept else "; files"), rounds
        return None, rounds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    arguments = parser.parse_args()
    bins = Path(arguments.build).resolve() / "bin"
    tap = Tap()
    seeds = [arguments.only] if arguments.only is not None else range(arguments.seed, arguments.seed + arguments.runs)
    # Each command once, and then any.
    trials = [(seed, None) for seed in seeds]
    if arguments.only is None:
        trials = [(arguments.seed + 1000 * (i + 1), command) for i, command in enumerate(COMMANDS)] + trials
    wrong, again = [], 0
    for seed, command in trials:
        difference, rounds = one(seed, bins, command)
        again += rounds
        if difference is not None:
            wrong.append("seed %d%s: %s" % (seed, " with " + command if command else "", difference))
    tap.ok(not wrong, "parts: %d tables in parts and merged as in one process (%d merges asked for a part again)"
           % (len(trials), again), wrong)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
