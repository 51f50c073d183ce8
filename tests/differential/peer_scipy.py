#!/usr/bin/env python3
"""peer_scipy.py FOLDER: the statistics of the tables in FOLDER by numpy, pandas and scipy: lines `table,key,value`.

Where these have a convention of their own for what is undefined (a constant series, fewer than three values), nothing is
said."""
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats

out = sys.stdout


def say(table, key, value):
    out.write(f"{table},{key},{value!r}\n" if np.isfinite(value) else "")


def trend(table, group, t, y):
    if len(y) < 4 or np.all(y == y[0]):
        return
    key = f"trend|{group}"
    line = stats.linregress(t, y)
    if line.rvalue ** 2 < 1 - 1e-9:
        say(table, f"{key}|ols|slope|std_error", line.stderr)
        say(table, f"{key}|ols|slope|p_value", line.pvalue)
        reach = stats.t.ppf(0.975, len(y) - 2) * line.stderr
        say(table, f"{key}|ols|slope|conf_low", line.slope - reach)
        say(table, f"{key}|ols|slope|conf_high", line.slope + reach)
        say(table, f"{key}|ols|intercept|std_error", line.intercept_stderr)
    say(table, f"{key}|ols|slope|estimate", line.slope)
    say(table, f"{key}|ols|intercept|estimate", line.intercept)
    say(table, f"{key}|ols|r2|estimate", line.rvalue ** 2)
    say(table, f"{key}|theil-sen|slope|estimate", stats.theilslopes(y, t)[0])
    say(table, f"{key}|siegel|slope|estimate", stats.siegelslopes(y, t)[0])
    ties = len(set(y)) < len(y)
    tau = stats.kendalltau(t, y, method="asymptotic" if ties else "exact")
    say(table, f"{key}|mann-kendall|tau-b|estimate", tau.statistic)
    if not ties:
        say(table, f"{key}|mann-kendall|tau-b|p_value", tau.pvalue)
    say(table, f"{key}|mann-kendall|S|estimate", sum(np.sign(y[j] - y[i]) for i in range(len(y)) for j in range(i)) * -1.0)


def correlate(table, x, y):
    if len(y) < 4 or np.all(y == y[0]) or np.all(x == x[0]):
        return
    r = stats.pearsonr(x, y)
    low, high = r.confidence_interval()
    for field, value in (("estimate", r.statistic), ("p_value", r.pvalue), ("conf_low", low), ("conf_high", high)):
        say(table, f"correlate|pearson|r|{field}", value)
    say(table, "correlate|spearman|rho|estimate", stats.spearmanr(x, y).statistic)
    ties = len(set(y)) < len(y) or len(set(x)) < len(x)
    tau = stats.kendalltau(x, y, method="asymptotic" if ties else "exact")
    say(table, "correlate|kendall-tau-b|tau-b|estimate", tau.statistic)
    if not ties and len(y) <= 170:  # beyond, factorials overflow in some versions
        say(table, "correlate|kendall-tau-b|tau-b|p_value", tau.pvalue)
    say(table, "correlate|kendall-tau-b|tau-c|estimate", stats.kendalltau(x, y, variant="c").statistic)
    say(table, "correlate|kendall-tau-b|somers-yx|estimate", stats.somersd(x, y).statistic)


def describe(table, y):
    for term, value in (("n", len(y)), ("mean", np.mean(y)), ("median", np.median(y)), ("sd", np.std(y, ddof=1)),
                        ("min", min(y)), ("max", max(y)), ("q0.25", np.quantile(y, 0.25)),
                        ("q0.75", np.quantile(y, 0.75)), ("distinct", len(set(y)))):
        say(table, f"describe|{term}|estimate", float(value))
    say(table, "describe|mean|std_error", stats.sem(y))


def indicators(table, frame):
    frame = frame.copy()
    total = frame.groupby("t").z.transform("sum")
    before = frame.set_index(["g", "t"]).z
    frame["share"] = 100 * frame.z / total
    keys = list(zip(frame.g, frame.t))
    frame["growth"] = [100 * (z / before.get((g, t - 1), np.nan) - 1) for (g, t), z in zip(keys, frame.z)]
    frame["difference"] = [z - before.get((g, t - 1), np.nan) for (g, t), z in zip(keys, frame.z)]
    frame["index_2000"] = [100 * z / before.get((g, 2000), np.nan) for (g, t), z in zip(keys, frame.z)]
    for kind in ("share", "growth", "difference", "index_2000"):
        for (g, t), value in zip(keys, frame[kind]):
            say(table, f"indicator|{g}|{t}|{kind}", value)
    for t, z in frame.groupby("t").z:
        share = z / z.sum()
        say(table, f"indicator|{t}|hhi", (share ** 2).sum())
        n, ordered = len(z), np.sort(z.to_numpy())
        say(table, f"indicator|{t}|gini", (2 * np.sum(np.arange(1, n + 1) * ordered) / (n * ordered.sum())) - (n + 1) / n)


def ranks(table, frame):
    known = frame.dropna(subset=["y"])
    for field, method in (("rank_low", "min"), ("rank_high", "max")):
        ranked = known.groupby("t").y.rank(method=method, ascending=False)
        for g, t, place in zip(known.g, known.t, ranked):
            say(table, f"rank|{g}|{t}|{field}", place)


def aggregates(table, frame):
    known = frame.dropna(subset=["y"]).groupby(["g", "t"]).y
    for kind in ("sum", "mean", "count", "median", "min", "max", "first", "last"):
        for (g, t), value in known.agg(kind).items():
            say(table, f"aggregate|{kind}|{g}|{t}", float(value))
    for (g, t), value in known.quantile(0.25).items():
        say(table, f"aggregate|quantile(0.25)|{g}|{t}", value)


def main():
    folder = Path(sys.argv[1])
    exact = {"float_precision": "round_trip"}
    for table, frame in pd.read_csv(folder / "panel.csv", **exact).groupby("table"):
        known = frame.dropna(subset=["y"])
        for group, rows in known.groupby("g"):
            trend(table, group, rows.t.to_numpy(float), rows.y.to_numpy(float))
        correlate(table, known.x.to_numpy(float), known.y.to_numpy(float))
        describe(table, known.y.to_numpy(float))
        indicators(table, frame)
        ranks(table, frame)
    for table, frame in pd.read_csv(folder / "many.csv", **exact).groupby("table"):
        aggregates(table, frame)


if __name__ == "__main__":
    main()
