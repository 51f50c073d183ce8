#!/usr/bin/env python3
"""run.py [-n RUNS] [--build DIR] [JOB ...]: polstat beside the peers that are installed.

Every job has one data file, made here by a fixed generator, and the commands that do the same work on
it.  Commands run in turn (round robin), as whole processes; the median of wall time, processor time and
memory of each is printed, and its wall time as a multiple of polstat's.  Peers that are not installed are
named and left out.
"""
import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

REPO = Path(__file__).resolve().parents[1]


def walk(path, series, years, seed):
    """SERIES random walks of YEARS years, one row a year."""
    rng = random.Random(seed)
    with open(path, "w", encoding="ascii") as file:
        file.write("series,year,value\n")
        for s in range(series):
            level = rng.uniform(10, 1000)
            for y in range(years):
                level += rng.gauss(0.5, 3)
                file.write(f"S{s:05d},{1960 + y},{level:.3f}\n")


def cloud(path, rows, seed):
    """ROWS points with ties: x whole, y with two decimals."""
    rng = random.Random(seed)
    with open(path, "w", encoding="ascii") as file:
        file.write("x,y\n")
        for i in range(rows):
            x = rng.randrange(rows)
            file.write(f"{x},{rng.gauss(0, 1) + 1e-6 * x:.2f}\n")


def line(path, rows, seed):
    """ROWS distinct times with a noisy trend."""
    rng = random.Random(seed)
    with open(path, "w", encoding="ascii") as file:
        file.write("x,y\n")
        for i in range(rows):
            file.write(f"{i + 1},{rng.gauss(0, 1) + 1e-6 * i:.4f}\n")


def people(path, rows, regions, years, seed):
    """ROWS persons, each in one of REGIONS and YEARS, with an income of two decimals."""
    rng = random.Random(seed)
    with open(path, "w", encoding="ascii") as file:
        file.write("region,year,income\n")
        for _ in range(rows):
            file.write(f"R{rng.randrange(regions):02d},{2000 + rng.randrange(years)},{rng.random() * 1000:.2f}\n")


def claims(path, count, rows, seed):
    """COUNT claims, all true: cells, differences, orders and directions of a table of ROWS rows."""
    rng = random.Random(seed)
    years = 50
    table = path.with_name(f"{path.stem}.csv")
    values = [rng.randrange(1000, 100000) for _ in range(rows)]
    with open(table, "w", encoding="ascii") as file:
        file.write("series,year,value\n")
        for i, value in enumerate(values):
            file.write(f"S{i // years:05d},{1970 + i % years},{value // 10}.{value % 10}\n")
    with open(path, "w", encoding="ascii") as file:
        file.write(f'table t "{table.name}"\n  key series, year\n  value value printed\n\n')
        for i in range(count):
            s, y = rng.randrange(rows // years), rng.randrange(years - 1)
            a, b = values[s * years + y], values[s * years + y + 1]
            cells = [f't["S{s:05d}", {1970 + y + k}]' for k in (0, 1)]
            sign, word = ("<", "rises") if a < b else (">=", "never rises")
            checks = [f"{cells[0]} = {a / 10:.1f}", f"{cells[1]} - {cells[0]} = {(b - a) / 10:.1f}",
                      f"{cells[0]} {sign} {cells[1]}", f't["S{s:05d}", {1970 + y}..{1971 + y}] {word}']
            file.write(f"claim c{i}\n  {checks[i % 4]}\n")


R_SERIES = """d <- read.csv('{data}')
for (s in split(d, d$series)) {{ m <- lm(value ~ year, s); cat(coef(m)[2], cor.test(s$year, s$value, method='kendall', exact=FALSE)$p.value, '\\n') }}"""

JOBS = {
    "small": {
        "what": "8 series of 55 years: least squares, Theil-Sen, Mann-Kendall",
        "data": ("series8.csv", walk, (8, 55, 1)),
        "commands": {
            "polstat": "{bin}/polstat-trend {data} -q -g series --time year -y value",
            "R (lm, cor.test)": ["Rscript", "-e", R_SERIES],
        },
    },
    "many": {
        "what": "10,000 series of 60 years: least squares, Theil-Sen, Mann-Kendall",
        "data": ("series10000.csv", walk, (10000, 60, 2)),
        "commands": {
            "polstat": "{bin}/polstat-trend {data} -q -g series --time year -y value",
        },
    },
    "slopes": {
        "what": "10,000 series of 60 years: least squares alone",
        "data": ("series10000.csv", walk, (10000, 60, 2)),
        "commands": {
            "polstat": "{bin}/polstat-trend {data} -q -g series --time year -y value --method ols",
            "Miller": "mlr --icsv --ocsv stats2 -a linreg-ols,r2 -f year,value -g series {data}",
            "sqlite3": ["sqlite3", ":memory:", ".mode csv", ".import {data} t",
                        "select series, (count(*)*sum(year*value)-sum(year)*sum(value))/"
                        "(count(*)*sum(year*year)-sum(year)*sum(year)) from t group by series"],
        },
    },
    "cells": {
        "what": "10,000,000 rows to the sums of 1000 cells (polstat: and least squares of 50 series)",
        "data": ("people1e7.csv", people, (10000000, 50, 20, 6)),
        "commands": {
            "polstat": "{bin}/polstat-trend {data} -q --aggregate sum -g region --time year -y income --method ols",
            "awk": ["awk", "-F,", 'NR > 1 {{ s[$1 "," $2] += $3 }} END {{ for (k in s) print k "," s[k] }}', "{data}"],
            "Miller": "mlr --icsv --ocsv stats1 -a sum -f income -g region,year {data}",
        },
    },
    "mann-kendall": {
        "what": "one series, n = 1,000,000: Mann-Kendall",
        "data": ("line1e6.csv", line, (1000000, 3)),
        "commands": {
            "polstat": "{bin}/polstat-trend {data} -q --time x -y y --method mann-kendall",
        },
    },
    "claims": {
        "what": "10,000 claims on a table of 1,000,000 rows",
        "data": ("claims10000.claims", claims, (10000, 1000000, 5)),
        "commands": {
            "polstat": "{bin}/polstat-claims check {data} -q",
        },
    },
    "paper": {
        "what": "all claims of datasets/claims/miyamoto2016.claims, some contradicted",
        "data": REPO / "datasets/claims/miyamoto2016.claims",
        "codes": (0, 1),
        "commands": {
            "polstat": "{bin}/polstat-claims check {data}",
            "polstat, page": "{bin}/polstat-claims check {data} --format html",
        },
    },
    "kendall": {
        "what": "n = 1,000,000 with ties: Kendall's tau-b",
        "data": ("cloud1e6.csv", cloud, (1000000, 4)),
        "commands": {
            "polstat": "{bin}/polstat-correlate {data} -q -x x -y y --method kendall",
            "scipy": ["python3", "-c", "import numpy, scipy.stats; d = numpy.loadtxt('{data}', delimiter=',', skiprows=1); "
                      "print(scipy.stats.kendalltau(d[:,0], d[:,1]))"],
        },
    },
}


def argv_of(command, data, build):
    fill = {"bin": build / "bin", "data": data}
    parts = command.split() if isinstance(command, str) else command
    return [p.format(**fill) for p in parts]


def installed(argv):
    if shutil.which(argv[0]) is None:
        return False
    return "scipy" not in " ".join(argv) or subprocess.run(
        [argv[0], "-c", "import scipy"], capture_output=True, check=False).returncode == 0


def run(argv, codes):
    """Wall seconds, processor seconds, peak MiB; the exit code must be one of CODES."""
    begin = time.perf_counter()
    child = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in codes:
        sys.exit(f"run.py: {argv[0]} ended with {child.returncode}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def made(data, build):
    """The path of a job's data: a file that is there, or (name, maker, its arguments)."""
    if isinstance(data, Path):
        return data
    file, maker, arguments = data
    path = build / "bench" / file
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        maker(path, *arguments)
    return path


def job(name, build, runs):
    spec = JOBS[name]
    data, codes = made(spec["data"], build), spec.get("codes", (0,))
    commands = {who: argv_of(c, data, build) for who, c in spec["commands"].items()}
    absent = [who for who, argv in commands.items() if not installed(argv)]
    commands = {who: argv for who, argv in commands.items() if who not in absent}
    figures = {who: [] for who in commands}
    for who, argv in commands.items():
        run(argv, codes)
    for _ in range(runs):
        for who, argv in commands.items():
            figures[who].append(run(argv, codes))
    print(f"{name}: {spec['what']}")
    base = statistics.median(f[0] for f in figures["polstat"])
    for who, list_of in figures.items():
        wall, cpu, memory = (statistics.median(f[i] for f in list_of) for i in range(3))
        print(f"  {who:<18} {1000 * wall:9.1f} ms wall {1000 * cpu:9.1f} ms cpu {memory:7.1f} MiB  x {wall / base:.1f}")
    if absent:
        print(f"  not installed: {', '.join(absent)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", dest="runs", type=int, default=5)
    parser.add_argument("--build", type=Path, default=REPO / "build")
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=f"of {', '.join(JOBS)} (default: all)")
    arguments = parser.parse_args()
    for name in arguments.jobs or JOBS:
        if name not in JOBS:
            parser.error(f"there is no job '{name}'")
        job(name, arguments.build.resolve(), arguments.runs)


main()
