#!/usr/bin/env python3
"""trends.py [--series N] [--years N] [--build DIR] [--threads N]: five trend methods on many series, polstat
beside the same in numpy and scipy.

The file of series is made here by a fixed generator.  Python is given all it needs to be fast: values are read
once, scipy's own functions where it has them, signs and slopes as whole arrays, no loop but that over series.  It is timed on SAMPLE series and its time
taken in proportion.  Seconds are those of the processor.  Results are compared before times are.
"""
import argparse
import csv
import random
import resource
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
from scipy import stats

REPO = Path(__file__).resolve().parents[1]
METHODS = "ols,theil-sen,mann-kendall,hamed-rao,trend-free-pre-whitening"


def write(path, series, years, seed=12):
    """Autocorrelated series with a small trend, no ties."""
    rng = random.Random(seed)
    with open(path, "w", encoding="ascii") as file:
        file.write("series,year,value\n")
        for s in range(series):
            level = 0.0
            for y in range(years):
                level = 0.5 * level + rng.gauss(0, 1)
                file.write(f"S{s:05d},{1960 + y},{level + 0.02 * y:.6f}\n")


class Python:
    """The methods on one series, values at times 0, 1, 2, ..."""

    def __init__(self, years):
        self.i, self.j = np.triu_indices(years, 1)
        self.t = np.arange(years, dtype=float)
        self.k, self.l = np.triu_indices(years - 1, 1)

    def slope(self, y):
        i, j = (self.i, self.j) if len(y) == len(self.t) else (self.k, self.l)
        return np.median((y[j] - y[i]) / (j - i))

    def kendall(self, y, factor=1.0):
        n = len(y)
        i, j = (self.i, self.j) if n == len(self.t) else (self.k, self.l)
        S = np.sign(y[j] - y[i]).sum()
        z = (S - np.sign(S)) / np.sqrt(factor * n * (n - 1) * (2 * n + 5) / 18)
        return 2 * stats.norm.sf(abs(z))

    @staticmethod
    def autocorrelation(y, lags):
        d = y - y.mean()
        return np.correlate(d, d, "full")[len(y):len(y) + lags] / (d @ d)

    def hamed_rao(self, y, slope):
        n = len(y)
        rho = self.autocorrelation(stats.rankdata(y - slope * self.t), n - 1)
        k = np.arange(1, n)
        keep = np.abs(rho) > stats.norm.ppf(0.975) / np.sqrt(n)
        total = ((n - k) * (n - k - 1) * (n - k - 2) * rho)[keep].sum()
        factor = 1 + 2 / (n * (n - 1) * (n - 2)) * total
        return self.kendall(y, factor) if factor > 0 else float("nan")

    def trend_free(self, y, slope):
        rest = y - slope * self.t
        r1 = self.autocorrelation(rest, 1)[0]
        return self.kendall(rest[1:] - r1 * rest[:-1] + slope * self.t[1:])

    def all(self, y):
        return {"ols": stats.linregress(self.t, y).slope, "theil-sen": stats.theilslopes(y, self.t)[0],
                "mann-kendall": stats.kendalltau(self.t, y, method="exact").pvalue,
                "hamed-rao": self.hamed_rao(y, self.slope(y)),
                "trend-free-pre-whitening": self.trend_free(y, self.slope(y))}


def read(path):
    """{series: values}."""
    series = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            series.setdefault(row["series"], []).append(float(row["value"]))
    return series


def compare(rows, answers):
    """The largest relative difference between the two."""
    worst = 0.0
    for row in rows:
        field = "estimate" if row["method"] in ("ols", "theil-sen") else "p_value"
        want = answers.get(row["series"], {}).get(row["method"])
        if want is None or row[field] == "" or want != want:
            continue
        worst = max(worst, abs(float(row[field]) - want) / max(abs(want), 1e-300))
    return worst


def children():
    """Seconds of processor that the processes started from here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--series", type=int, default=10000)
    parser.add_argument("--years", type=int, default=60)
    parser.add_argument("--sample", type=int, default=1000, help="series that Python is timed on")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--build", type=Path, default=REPO / "build")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "series.csv"
        write(path, options.series, options.years)
        command = [str(options.build / "bin/polstat-trend"), str(path), "-g", "series", "--time", "year", "-y", "value",
                   "--method", METHODS, "-q", "--format", "csv",
                   "--threads", str(options.threads)]
        times = []
        for _ in range(3):
            begin = children()
            out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            times.append(children() - begin)
        polstat = sorted(times)[1]
        begin = time.process_time()
        series = read(path)
        reading = time.process_time() - begin
        few = dict(list(series.items())[:options.sample])
        python = Python(options.years)
        begin = time.process_time()
        answers = {name: python.all(np.array(values)) for name, values in few.items()}
        working = (time.process_time() - begin) * len(series) / len(few)
    rows = list(csv.DictReader(out.splitlines()))
    print(f"{options.series} series of {options.years} years, {METHODS}")
    print(f"largest relative difference on {len(few)} series: {compare(rows, answers):.1e}")
    print(f"polstat, {options.threads} thread(s)  {polstat:8.2f} s (reading included)")
    print(f"numpy and scipy       {reading + working:8.2f} s, reading {reading:.2f} s")
    print(f"ratio                 {(reading + working) / polstat:8.1f}")


if __name__ == "__main__":
    main()
