#!/usr/bin/env python3
"""run.py --build DIR [--count N] [--seed S] [--keep DIR]: random tables, by polstat and by others.

Writes N random tables (tables.py) and computes trends, correlations, descriptions, ranks, aggregates and indicators of each
with the programs of DIR and with the peers that are installed: scipy with pandas, R, DuckDB and Miller.  A peer says what it
computes as lines `table,key,value`; each is held to what polstat printed under that key, to TOLERANCE of its
size (size_of).  TAP: one test a peer and kind of statistic; a peer
that is not there is a skipped test.  The same S gives the same tables.
"""
import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests/support")]
from tap import Tap  # noqa: E402
import tables  # noqa: E402

TOLERANCE = 1e-9
AGGREGATES = ["sum", "mean", "count", "median", "min", "max", "first", "last", "quantile(0.25)"]


# --- polstat ---------------------------------------------------------------------------------------

class Ours:
    """{(table, key): number, or None where the field is empty}"""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder

    def rows(self, number, kind, *words):
        command = [str(self.build / "bin" / f"polstat-{words[0]}"), f"{kind}-{number}.csv", *words[1:], "-q", "--decimal", ".", "--format", "csv"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: exit code {done.returncode}: {done.stderr}")
        return list(csv.DictReader(done.stdout.splitlines()))

    def of_table(self, number):
        found = {}
        for row in self.rows(number, "panel", "trend", "-g", "g", "--time", "t", "-y", "y", "--terms", "all", "--method",
                             "ols,theil-sen,mann-kendall,siegel"):
            take(found, f"trend|{row['g']}|{row['method']}|{row['term']}", row)
        for row in self.rows(number, "panel", "correlate", "-x", "x", "-y", "y", "--terms", "all", "--method",
                             "pearson,spearman,kendall"):
            take(found, f"correlate|{row['method']}|{row['term']}", row)
        for row in self.rows(number, "panel", "describe", "-y", "y"):
            take(found, f"describe|{row['term']}", row)
        for row in self.rows(number, "panel", "rank", "--entity", "g", "--time", "t", "-y", "y"):
            for field in ("rank_low", "rank_high"):
                found[f"rank|{row['g']}|{row['period']}|{field}"] = number_of(row[field])
        for row in self.rows(number, "panel", "indicator", "--entity", "g", "--time", "t", "-y", "z", "--kind",
                             "share,growth,difference,index(2000)"):
            for name in ("share", "growth", "difference", "index_2000"):
                found[f"indicator|{row['g']}|{row['t']}|{name}"] = number_of(row[f"z_{name}"])
        for row in self.rows(number, "panel", "indicator", "--entity", "g", "--time", "t", "-y", "z", "--kind", "hhi,gini"):
            found[f"indicator|{row['t']}|{row['term']}"] = number_of(row["estimate"])
        for how in AGGREGATES:
            for row in self.rows(number, "many", "rank", "--entity", "g", "--time", "t", "-y", "y", "--aggregate", how):
                found[f"aggregate|{how}|{row['g']}|{row['period']}"] = number_of(row["value"])
        return found


def number_of(text):
    return float(text) if text else None


def take(found, key, row):
    for field in ("estimate", "std_error", "statistic", "p_value", "conf_low", "conf_high"):
        if row.get(field):
            found[f"{key}|{field}"] = float(row[field])


# --- peers -----------------------------------------------------------------------------------------

def imports(python, names):
    return shutil.which(python) and subprocess.run([python, "-c", f"import {names}"], capture_output=True).returncode == 0


def scipy_command(_):
    for python in (sys.executable, "/usr/bin/python3"):
        if imports(python, "numpy, pandas, scipy"):
            return [python, "-B", str(HERE / "peer_scipy.py")]
    return None


def r_command(_):
    return ["Rscript", "--vanilla", str(HERE / "peer_r.R")] if shutil.which("Rscript") else None


def duckdb_command(build):
    there = shutil.which("node") and (build / "bench/npm/node_modules/@duckdb/node-api").is_dir()
    return ["node", str(HERE / "peer_duckdb.js")] if there else None


def miller_command(_):
    return ["sh", str(HERE / "peer_miller.sh")] if shutil.which("mlr") else None


PEERS = {"scipy": scipy_command, "R": r_command, "DuckDB": duckdb_command, "Miller": miller_command}


def ask(command, folder, build):
    """(table, key, number) of each line that a peer prints."""
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True,
                          env={**os.environ, "NODE_PATH": str(build / "bench/npm/node_modules")})
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: exit code {done.returncode}: {done.stderr[-2000:]}")
    said = []
    for line in done.stdout.splitlines():
        table, _, rest = line.partition(",")
        key, _, value = rest.strip('"').rpartition(",")
        if value not in ("", "nan", "NaN"):
            said.append((int(table), key.strip('"'), float(value)))
    return said


# --- one against the other ---------------------------------------------------------------------------

# Of these 1 is the scale, however near to 0 they come by what cancels out.
OF_ONE = {"r", "r2", "adj_r2", "F", "rho", "tau-b"}


def scales(said):
    """{(table, key without the field): the largest of an estimate, its error and its interval}: what cancels out to a slope
    or an end leaves errors of the size of what it was taken from."""
    found = defaultdict(float)
    for table, key, value in said:
        of, _, field = key.rpartition("|")
        if field in ("estimate", "std_error", "conf_low", "conf_high"):
            found[table, of] = max(found[table, of], abs(value))
    return found


def size_of(table, key, theirs, scale):
    of, _, field = key.rpartition("|")
    if field == "statistic" or (field == "estimate" and of.rpartition("|")[2] in OF_ONE):
        return max(1, abs(theirs))
    return scale[table, of] if field in ("estimate", "conf_low", "conf_high") else abs(theirs)


def compare(tap, peer, said, ours):
    wrong, count, scale = defaultdict(list), defaultdict(int), scales(said)
    for table, key, theirs in said:
        kind = key.split("|")[0]
        count[kind] += 1
        mine = ours[table].get(key)
        if mine is None or abs(mine - theirs) > TOLERANCE * size_of(table, key, theirs, scale):
            wrong[kind].append(f"table {table}: {key}: polstat {mine!r}, {peer} {theirs!r}")
    for kind in sorted(count):
        tap.ok(not wrong[kind], f"{peer}: {count[kind]} numbers of {kind}",
               [f"{len(wrong[kind])} differ", *wrong[kind][:20]])
    if not count:
        tap.ok(False, f"{peer}: it said nothing")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the tables in DIR")
    options = parser.parse_args()
    options.build = options.build.resolve()
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="polstat-differential-") as folder:
        folder = options.keep.resolve() if options.keep else Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        tables.write(folder, options.count, options.seed)
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
            ours = list(pool.map(Ours(options.build, folder).of_table, range(options.count)))
        tap.ok(True, f"{options.count} tables (seed {options.seed}): {sum(map(len, ours))} numbers")
        for peer, command_of in PEERS.items():
            command = command_of(options.build)
            if command:
                compare(tap, peer, ask(command, folder, options.build), ours)
            else:
                tap.skip(f"{peer} is not installed")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
