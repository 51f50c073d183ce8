#!/usr/bin/env python3
"""batch.py [--build DIR] [--series N]

docs/examples/series.mk and series.slurm on N series (60) with odd names: a run that nobody touches; one that is killed in the
middle and started again; one on a disk that is full; tasks of an array.  TAP.
"""
import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

ODD = ['a "quoted" name', "back\\slash", "comma, inside", "C\u00f4te d'Ivoire", "$HOME `id`", "50 %", "lone"]


def write_table(path, series):
    source = random.Random(5)
    names = ODD + [f"series {i}" for i in range(series - len(ODD))]
    with open(path, "w", encoding="utf-8") as file:
        file.write("country,year,aid\n")
        for name in names:
            quoted = '"' + name.replace('"', '""') + '"'
            for year in range(2000, 2001 if name == "lone" else 2010):
                file.write(f"{quoted},{year},{source.randint(1, 999)}\n")


class Batch:
    def __init__(self, build, folder, series):
        self.folder = folder
        self.series = series
        self.env = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
        self.env.update(PATH=f"{build / 'bin'}:{os.environ['PATH']}", LC_ALL="C.UTF-8")

    def make(self, out, *words, **more):
        return subprocess.Popen(["make", "-f", "series.mk", "-j2", f"OUT={out}", *words], cwd=self.folder, env=self.env,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                start_new_session=True, **more)

    def run(self, out, *words, **more):
        process = self.make(out, *words, **more)
        text = process.communicate(timeout=3600)[0].decode("utf-8", "replace")
        return process.returncode, text.splitlines()

    def files(self, out):
        return {p.name: p.read_bytes() for p in sorted((self.folder / out).iterdir()) if ".tmp" not in p.name}


def test_whole(tap, batch):
    code, said = batch.run("whole")
    files = batch.files("whole")
    tap.ok(code == 0 and len(files) == 2 * batch.series + 2, "all series, a table and a figure each",
           [f"exit {code}, {len(files)} files", *said])
    rows = files.get("all.csv", b"").decode().splitlines()
    tap.equal(len(rows), 1 + 2 * batch.series, "all.csv has two rows a series")
    tap.ok(all(name in rows[1 + 2 * i].replace('""', '"') for i, name in enumerate(ODD)), "odd names are themselves", rows[:14])
    tap.ok("fewer than 2 complete rows" in files.get("0007.csv", b"").decode(), "what cannot be computed says why")
    return files


def test_killed(tap, batch, whole):
    process = batch.make("killed")
    while not list((batch.folder / "killed").glob("00[12]*.csv")) and process.poll() is None:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    left = batch.files("killed")
    done = {n: b for n, b in left.items() if n.endswith((".csv", ".svg"))}
    tap.ok(0 < len(done) < 2 * batch.series and all(whole[n] == b for n, b in done.items()),
           "killed: what is there is whole", [n for n, b in done.items() if whole.get(n) != b])
    code, said = batch.run("killed")
    again = {n: b for n, b in batch.files("killed").items() if not n.endswith(".log")}
    tap.ok(code == 0 and again == whole, "started again, it ends as if nothing had been",
           [f"exit {code}", *said, *sorted(set(again) ^ set(whole))])


def full_disk():
    """No file may grow beyond 4 KiB: figures fail, as where there is no space."""
    import resource
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_full(tap, batch, whole):
    (batch.folder / "full").mkdir()
    shutil.copy(batch.folder / "whole/names", batch.folder / "full")
    code, said = batch.run("full", "-k", preexec_fn=full_disk)
    files = {n: b for n, b in batch.files("full").items() if n.endswith((".csv", ".svg"))}
    bad = [n for n, b in files.items() if b and whole.get(n) != b]
    tap.ok(code != 0 and any("exit code 4" in line for line in said), "full disk: make fails, and says exit code 4", said[:9])
    tap.ok(not bad, "full disk: no half of a file", bad)
    code, said = batch.run("full")
    again = {n: b for n, b in batch.files("full").items() if not n.endswith(".log")}
    tap.ok(code == 0 and again == whole, "with space again, it ends as if nothing had been",
           [f"exit {code}", *said, *sorted(set(again) ^ set(whole)), *[n for n in again if again[n] != whole.get(n)]])


def test_array(tap, batch, whole):
    out = batch.folder / "array"
    out.mkdir()
    shutil.copy(batch.folder / "whole/names", out)
    codes = []
    for n in (1, 2, 7, 1):
        done = subprocess.run(["sh", "series.slurm", "aid.csv", "country", "year", "aid", "array"], cwd=batch.folder,
                              env=dict(batch.env, SLURM_ARRAY_TASK_ID=str(n)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        codes.append((done.returncode, done.stdout.decode("utf-8", "replace")))
    tap.ok(all(c == 0 for c, _ in codes) and codes[3][1] == "", "an array: tasks end well, and again do nothing",
           [f"{c}: {t}" for c, t in codes])
    tap.ok(all((out / n).read_bytes() == whole[n] for n in ("0001.csv", "0002.csv", "0007.csv", "0002.svg")),
           "an array: the same files")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--series", type=int, default=60)
    options = parser.parse_args()
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="polstat-batch-") as name:
        folder = Path(name)
        for example in ("series.mk", "series.slurm"):
            shutil.copy(ROOT / "docs/examples" / example, folder)
        write_table(folder / "aid.csv", options.series)
        batch = Batch(options.build.resolve(), folder, options.series)
        whole = test_whole(tap, batch)
        test_killed(tap, batch, whole)
        test_full(tap, batch, whole)
        test_array(tap, batch, whole)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
