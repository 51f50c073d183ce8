#!/usr/bin/env python3
"""trends.py [--series N] [--years N] [--build DIR] [--threads N]: five trend methods on many series, polstat
beside the same in Python.

The file of series is made here by a fixed generator.  Python does it in two ways:
  scipy  as it is done in practice: a function of scipy or statsmodels for each method and series, and what neither
         has (Hamed and Rao, trend-free pre-whitening) as pymannkendall does it, a pass of numpy for each value;
  numpy  as fast as we could make it: signs and slopes of a series as whole arrays, indices made once.
Both are timed on a sample of the series and their time taken in proportion.  Seconds are those of the processor,
reading included.  Results are compared before times are.  Where scipy or statsmodels is absent, what needs it is
skipped, and said.
"""
import argparse
import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

try:
    import numpy as np
    from scipy import stats
except ImportError:
    sys.exit("SKIP: no numpy and scipy (Debian: python3-scipy)")
try:
    from statsmodels.tsa.stattools import acf
except ImportError:
    acf = None

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


def normal_p(S, n, factor=1.0):
    z = (S - np.sign(S)) / np.sqrt(factor * n * (n - 1) * (2 * n + 5) / 18)
    return 2 * stats.norm.sf(abs(z))


def hamed_rao_factor(rho, n):
    k = np.arange(1, n)
    keep = np.abs(rho) > stats.norm.ppf(0.975) / np.sqrt(n)
    return 1 + 2 / (n * (n - 1) * (n - 2)) * ((n - k) * (n - k - 1) * (n - k - 2) * rho)[keep].sum()


class Scipy:
    """A function for each method and series."""

    name = "scipy, statsmodels"

    def __init__(self, years):
        self.t = np.arange(years, dtype=float)

    @staticmethod
    def score(y):
        return sum(np.sign(y[k + 1:] - y[k]).sum() for k in range(len(y) - 1))

    @staticmethod
    def slope(y):
        return np.median(np.concatenate([(y[k + 1:] - y[k]) / np.arange(1, len(y) - k) for k in range(len(y) - 1)]))

    def hamed_rao(self, y):
        n = len(y)
        rho = acf(stats.rankdata(y - self.slope(y) * self.t), nlags=n - 1, fft=False)[1:]
        factor = hamed_rao_factor(rho, n)
        return normal_p(self.score(y), n, factor) if factor > 0 else float("nan")

    def trend_free(self, y):
        slope = self.slope(y)
        rest = y - slope * self.t
        z = rest[1:] - acf(rest, nlags=1, fft=False)[1] * rest[:-1] + slope * self.t[1:]
        return normal_p(self.score(z), len(z))

    def all(self, y):
        return {"ols": stats.linregress(self.t, y).slope, "theil-sen": stats.theilslopes(y, self.t)[0],
                "mann-kendall": stats.kendalltau(self.t, y, method="exact").pvalue,
                "hamed-rao": self.hamed_rao(y), "trend-free-pre-whitening": self.trend_free(y)}


class Numpy(Scipy):
    """The same with no loop but that over series."""

    name = "numpy, whole arrays"

    def __init__(self, years):
        super().__init__(years)
        self.pairs = {n: np.triu_indices(n, 1) for n in (years, years - 1)}

    def score(self, y):
        i, j = self.pairs[len(y)]
        return np.sign(y[j] - y[i]).sum()

    def slope(self, y):
        i, j = self.pairs[len(y)]
        return np.median((y[j] - y[i]) / (j - i))

    @staticmethod
    def autocorrelation(y, lags):
        d = y - y.mean()
        return np.correlate(d, d, "full")[len(y):len(y) + lags] / (d @ d)

    def all(self, y):
        n, slope = len(y), self.slope(y)
        rest = y - slope * self.t
        factor = hamed_rao_factor(self.autocorrelation(stats.rankdata(rest), n - 1), n)
        z = rest[1:] - self.autocorrelation(rest, 1)[0] * rest[:-1] + slope * self.t[1:]
        return {"ols": stats.linregress(self.t, y).slope, "theil-sen": stats.theilslopes(y, self.t)[0],
                "mann-kendall": stats.kendalltau(self.t, y, method="exact").pvalue,
                "hamed-rao": normal_p(self.score(y), n, factor) if factor > 0 else float("nan"),
                "trend-free-pre-whitening": normal_p(self.score(z), n - 1)}


def read(path):
    """{series: values}."""
    series = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            series.setdefault(row["series"], []).append(float(row["value"]))
    return series


def compare(rows, answers):
    """The largest relative difference between the two, and of how many values."""
    worst, count = 0.0, 0
    for row in rows:
        field = "estimate" if row["method"] in ("ols", "theil-sen") else "p_value"
        want = answers.get(row["series"], {}).get(row["method"])
        if want is None:
            continue
        count += 1
        if row[field] == "" or want != want:
            worst = worst if row[field] == "" and want != want else float("inf")
        else:
            worst = max(worst, abs(float(row[field]) - want) / max(abs(want), 1e-300))
    return worst, count


def children():
    """Seconds of processor that the processes started from here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def time_polstat(path, build, threads):
    """The median of three runs, and the answers."""
    command = [str(build / "bin/polstat-trend"), str(path), "-g", "series", "--time", "year", "-y", "value",
               "--method", METHODS, "-q", "--format", "csv", "--threads", str(threads)]
    times = []
    for _ in range(3):
        begin = children()
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        times.append(children() - begin)
    return sorted(times)[1], list(csv.DictReader(out.splitlines()))


def time_python(way, series, sample):
    few = dict(list(series.items())[:sample])
    begin = time.process_time()
    answers = {name: way.all(np.array(values)) for name, values in few.items()}
    return (time.process_time() - begin) * len(series) / len(few), answers


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
        polstat, rows = time_polstat(path, options.build, options.threads)
        begin = time.process_time()
        series = read(path)
        reading = time.process_time() - begin
    print(f"{options.series} series of {options.years} years, {METHODS}")
    print(f"polstat, {options.threads} thread(s)  {polstat:8.2f} s")
    for way in (Scipy, Numpy):
        if way is Scipy and acf is None:
            print(f"SKIP {way.name}: no statsmodels (Debian: python3-statsmodels)")
            continue
        working, answers = time_python(way(options.years), series, options.sample)
        worst, count = compare(rows, answers)
        print(f"{way.name:20} {reading + working:8.2f} s, {(reading + working) / polstat:6.1f} times polstat; "
              f"{count} answers, largest relative difference {worst:.1e}")
        if worst > 1e-9:
            sys.exit("answers differ")


if __name__ == "__main__":
    main()
