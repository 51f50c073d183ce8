"""scipy_jobs.py JOB FILE: the jobs of the benchmarks with pandas and scipy, results as CSV."""
import sys

import pandas
from scipy import stats

job, file = sys.argv[1], sys.argv[2]
table = pandas.read_csv(file)
if job in ("pearson", "spearman", "kendall"):
    x, y = table.x.to_numpy(float), table.y.to_numpy(float)
    name = {"pearson": "pearsonr", "spearman": "spearmanr", "kendall": "kendalltau"}[job]
    print(f"estimate\n{getattr(stats, name)(x, y)[0]!r}")
elif job.startswith("all-"):
    table.corr(method=job[4:]).to_csv(sys.stdout)
elif job == "trend":
    print("indicator,slope,tau,sen")
    for name, s in table.dropna(subset=["value"]).groupby("indicator"):
        x, y = s.year.to_numpy(float), s.value.to_numpy(float)
        print(f"{name},{stats.linregress(x, y).slope!r},{stats.kendalltau(x, y)[0]!r},{stats.theilslopes(y, x)[0]!r}")
elif job == "series":
    s = table.dropna(subset=["value"]).copy()
    keys = ["iso3", "indicator"]
    s["dx"] = s.year - s.groupby(keys).year.transform("mean")
    s["dy"] = s.value - s.groupby(keys).value.transform("mean")
    s["xx"], s["xy"], s["yy"] = s.dx * s.dx, s.dx * s.dy, s.dy * s.dy
    g = s.groupby(keys)[["xx", "xy", "yy"]].sum()
    pandas.DataFrame({"slope": g.xy / g.xx, "r2": g.xy**2 / (g.xx * g.yy)}).to_csv(sys.stdout)
