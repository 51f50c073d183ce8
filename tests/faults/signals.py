#!/usr/bin/env python3
"""signals.py --build DIR [--runs N] [--seed S]

SIGINT, SIGTERM and SIGKILL at random moments of every program that writes, some in the middle of what it draws.  After
each: the file of -o and the figure are the old ones or the new ones, whole; no process of it is left; and what a killed one
left beside them is gone after a run a minute later.  A gnuplot that hangs is ended with the program.  TAP, one test a program and signal.
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

LIMIT = 600  # seconds: a program that hangs
SIGNALS = {"SIGINT": signal.SIGINT, "SIGTERM": signal.SIGTERM, "SIGKILL": signal.SIGKILL}

TABLE = "country,year,aid,gni\n" + "".join(
    f"C{c},{y},{(c * 37 + y * 11) % 101 + c},{c + y - 1990}\n" for c in range(40) for y in range(1960, 2020))
WIDE = "Country;" + ";".join(str(y) for y in range(1960, 2020)) + "\n" + "".join(
    f"C{c};" + ";".join(str((c * 7 + y) % 31) for y in range(1960, 2020)) + "\n" for c in range(400))
CLAIMS = 'paper "P"\n\ntable aid "aid.csv"\n  key country, year\n  value aid\n\n' + "".join(
    f'claim c{c}  at "1"\n  says "x"\n  aid["C{c}", 2000] > 0\n\n' for c in range(40))

# name: words; what it writes
PROGRAMS = {
    "trend": (["trend", "aid.csv", "-g", "country", "--time", "year", "-y", "aid", "-o", "out.csv", "--render", "out.svg",
               "--plot", "out.gp"], ["out.csv", "out.svg", "out.gp"]),
    "trend, a figure a group": (["trend", "aid.csv", "-g", "country", "--time", "year", "-y", "aid", "--where", "aid > 0",
                                 "-o", "out.csv", "--render", "fig/{country}.svg"],
                                ["out.csv"] + [f"fig/C{c}.svg" for c in range(40)]),
    "correlate": (["correlate", "aid.csv", "-x", "aid", "-y", "gni", "-o", "out.json", "--render", "out.pdf"],
                  ["out.json", "out.pdf"]),
    "tidy": (["tidy", "wide.csv", "-o", "out.csv"], ["out.csv"]),
    "claims": (["claims", "check", "aid.claims", "-o", "out.html"], ["out.html"]),
    "describe": (["describe", "aid.csv", "-o", "out.html"], ["out.html"]),
}


def prepare(folder):
    (folder / "aid.csv").write_text(TABLE)
    (folder / "wide.csv").write_text(WIDE)
    (folder / "aid.claims").write_text(CLAIMS)


def start(build, folder, words):
    return subprocess.Popen([build / "bin/polstat", *words], cwd=folder, stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def left_alive(group):
    """Processes of the session GROUP, zombies aside."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[3]) == group and fields[0] != "Z":
            found.append(entry.name)
    return found


def wait_gone(group):
    for _ in range(300):
        left = left_alive(group)
        if not left:
            return []
        time.sleep(0.02)
    return left


def strays(folder, files):
    known = {"aid.csv", "wide.csv", "aid.claims", "datapackage.json", *files}
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*")
                  if p.is_file() and str(p.relative_to(folder)) not in known)


class Case:
    def __init__(self, build, name, folder):
        self.build = build
        self.words, self.files = PROGRAMS[name]
        self.folder = folder
        prepare(folder)
        began = time.monotonic()
        code = start(build, folder, self.words).wait(LIMIT)
        self.seconds = time.monotonic() - began
        self.good = code == 0
        self.new = {f: (folder / f).read_bytes() for f in self.files if (folder / f).is_file()}

    def reset(self):
        for f in self.files:
            (self.folder / f).parent.mkdir(exist_ok=True)
            (self.folder / f).write_bytes(b"old\n")

    def kill(self, number, delay):
        """What is wrong after one run that was stopped after DELAY seconds; [] nothing."""
        self.reset()
        process = start(self.build, self.folder, self.words)
        time.sleep(delay)
        process.send_signal(number)
        code = process.wait(LIMIT)
        wrong = [f"process {p} is left" for p in wait_gone(process.pid)]
        if code not in (0, -number):
            wrong.append(f"exit code {code}")
        for f in self.files:
            now = (self.folder / f).read_bytes() if (self.folder / f).is_file() else None
            if now not in (b"old\n", self.new[f]):
                wrong.append(f"{f} is neither the old one nor the new one")
        if number != signal.SIGKILL and strays(self.folder, self.files):
            wrong.append(f"left: {strays(self.folder, self.files)}")
        return [f"after {delay:.4f} s: {w}" for w in wrong]

    def again(self):
        """The next run makes all, and leaves nothing else: what was left a minute ago goes."""
        for stray in strays(self.folder, self.files):
            os.utime(self.folder / stray, (time.time() - 120,) * 2)
        code = start(self.build, self.folder, self.words).wait(LIMIT)
        wrong = [] if code == 0 else [f"the next run ends with {code}"]
        wrong += [f"{f} is not as in a run of its own" for f in self.files
                  if (self.folder / f).read_bytes() != self.new[f]]
        left = strays(self.folder, self.files)
        return wrong + ([f"the next run leaves {left}"] if left else [])


def hung_gnuplot(tap, build):
    """A gnuplot that never ends goes with the program that waits for it."""
    with tempfile.TemporaryDirectory(prefix="polstat-hung-") as folder:
        folder = Path(folder)
        prepare(folder)
        (folder / "bin").mkdir()
        (folder / "bin/gnuplot").write_text("#!/bin/sh\n: >started\nexec sleep 1000\n")
        (folder / "bin/gnuplot").chmod(0o755)
        os.environ["PATH"] = f"{folder / 'bin'}:{os.environ['PATH']}"
        for name in ("SIGINT", "SIGTERM"):
            process = start(build, folder, PROGRAMS["trend"][0])
            while not (folder / "started").exists() and process.poll() is None:
                time.sleep(0.02)
            process.send_signal(SIGNALS[name])
            code = process.wait(LIMIT)
            left = wait_gone(process.pid)
            stray = sorted(p.name for p in folder.iterdir() if p.name.startswith(".polstat"))
            tap.ok(code == -SIGNALS[name] and not left and not stray, f"{name} while gnuplot hangs",
                   [f"exit code {code}", f"left: {left} {stray}"])
            (folder / "started").unlink()
        os.environ["PATH"] = os.environ["PATH"].partition(":")[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mode", default="plain")
    options = parser.parse_args()
    tap, choose = Tap(), random.Random(options.seed)
    # A shell lets its background jobs ignore SIGINT, and what is ignored stays so in children: a handler does not.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in PROGRAMS:
        folder = Path(tempfile.mkdtemp(prefix="polstat-signals-"))
        case = Case(options.build.resolve(), name, folder)
        if not tap.ok(case.good and len(case.new) == len(case.files), f"{name}: a run of its own",
                      [str(sorted(set(case.files) - set(case.new)))]):
            continue
        for signal_name, number in SIGNALS.items():
            wrong = []
            for _ in range(options.runs):
                wrong += case.kill(number, choose.random() * case.seconds * 1.1)
            tap.ok(not wrong, f"{name}: {signal_name} at {options.runs} moments", wrong[:8])
            again = case.again()
            tap.ok(not again, f"{name}: the run after {signal_name}", again[:8])
        shutil.rmtree(folder)
    hung_gnuplot(tap, options.build.resolve())
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
