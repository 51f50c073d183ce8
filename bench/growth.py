"""How the cost of polstat grows with rows, groups and columns: processor time for each of them, and memory.

    growth.py --build DIR [--most N]

Each job runs on data ten times as large as before, up to N rows (1e7; 1e8 takes an hour and 20 GB of disk).  A cost
that is linear has the same time in every row of its table."""
import argparse
import pathlib
import subprocess

# What grows, the data (N is how many there are), and the command.
JOBS = [
    ("rows: describe of two columns", "line {n}", "describe -q", 10**3),
    ("rows: --aggregate of three values, 1,000 groups", "groups {n} 1000",
     "describe -q --per g --aggregate sum(v),count,mean(v)", 10**3),
    ("rows: rank within years, 1,000 entities and more", "people {n}",
     "rank -q --entity person --time year -y income --ties min", 10**3),
    ("rows: least squares of 1,000 groups", "groups {n} 1000",
     "trend -q --method ols -g g --time t -y v --duplicates keep", 10**4),
    ("groups: --aggregate, a row each", "groups {n} {n}", "describe -q --per g --aggregate sum -y v", 10**3),
    ("groups: describe -g, two rows each", "groups {twice} {n}", "describe -q -g g -y v", 10**3),
    ("columns: describe, 20 rows", "wide {n} 20", "describe -q", 10**2),
    ("pairs of columns: correlate --all --square, 200 rows", "wide {n} 200", "correlate -q --all --square", 10**2),
]
MOST = {"columns": 10**4, "pairs": 5 * 10**3}


def sizes(what, first, most):
    kind = what.split(":")[0].split(" ")[0]
    n = first
    while n <= min(most, MOST.get(kind, most)):
        yield n
        n *= 5 if kind == "pairs" else 10


def run(build, folder, data, command):
    path = folder / (data.replace(" ", "-") + ".csv")
    if not path.exists():
        with open(path, "wb") as out:
            subprocess.run([build / "bench/workload", *data.split()], stdout=out, check=True)
    program, *arguments = command.split()
    result = subprocess.run([build / "bench/launch", folder / "out", folder / "err",
                             build / f"bin/polstat-{program}", path, *arguments],
                            capture_output=True, text=True, check=True).stdout.split()
    path.unlink()
    if result[0] != "0":
        raise SystemExit(f"{command}: {(folder / 'err').read_text()}")
    return float(result[2]) + float(result[3]), int(result[4]) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--most", type=float, default=1e7)
    asked = parser.parse_args()
    folder = asked.build / "bench/growth"
    folder.mkdir(parents=True, exist_ok=True)
    for what, data, command, first in JOBS:
        print(f"### {what}\n\n| n | seconds | microseconds each | MiB | bytes each |\n|---:|---:|---:|---:|---:|")
        for n in sizes(what, first, asked.most):
            each = n * (n - 1) / 2 if what.startswith("pairs") else n
            seconds, mib = run(asked.build, folder, data.format(n=n, twice=2 * n), command)
            print(f"| {n:,} | {seconds:.2f} | {seconds / each * 1e6:.2f} | {mib:.0f} | {mib * 2**20 / each:.0f} |",
                  flush=True)
        print()


main()
