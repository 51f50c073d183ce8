#!/usr/bin/env python3
"""test_checkpoint.py --build DIR [--runs N] [--seed N] [--only SEED]

A run with --checkpoint that was ended goes on where it was: what it gives is what a run without gives, byte for byte; the
units that are there are not made again; those that are torn, or missing, or of an input that has changed, are; and each
is, by cmp, that of a run that nobody ended.
"""
import argparse
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from test_parts import COMMANDS, ROOT, shell, take, write_files  # noqa: E402

sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

THERE = re.compile(rb"^\w+: (\d+) of (\d+) units were in ck\n", re.MULTILINE)


def without_there(err):
    return THERE.sub(b"", err)


def units(folder):
    return {p.name: p.read_bytes() for p in (folder / "ck").glob("*-of-*.pst")}


def empty(folder):
    for path in (folder / "ck").glob("*"):
        path.unlink()


def random_table(seed, bins):
    """None, or what differs."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, names = write_files(chance, folder)
        options = chance.choice(["", " --on-bad skip", " --on-bad skip --rejects bad.csv"]) + " -m NA"
        command = "polstat " + chance.choice(COMMANDS).format(f=" ".join(names)) + options
        want = shell(folder, bins, command)
        kept = take(folder, ["bad.csv", "fig.gp"])
        with_units = command + " --checkpoint ck --unit %s" % chance.choice(["300", "1K", "4K", "64K", "64M"])
        for turn in range(3):
            code, out, err = shell(folder, bins, with_units)
            got_kept = take(folder, ["bad.csv", "fig.gp"])
            if (code, out, without_there(err)) != want or kept != got_kept:
                return "%s, turn %d: %r, not %r" % (with_units, turn, (code, out, err), want)
            if turn == 0:
                first = units(folder)
            elif units(folder) != first:
                return "%s: units of turn %d differ" % (with_units, turn)
            for path in (folder / "ck").glob("*"):
                fate = chance.random()
                if fate < 0.3:
                    path.unlink()
                elif fate < 0.4:
                    path.write_bytes(path.read_bytes()[:chance.randrange(path.stat().st_size)])
        return None


COMMAND = "polstat trend table.csv -g g --time year -y v --duplicates keep --checkpoint ck --unit 32K"


def make_table(path):
    chance = random.Random(5)
    with open(path, "w") as out:
        out.write("g,year,v,note\n")
        for i in range(30000):
            note = '"two\nlines, %d"' % i if chance.random() < 0.05 else "x"
            out.write("G%d,%d,%.2f,%s\n" % (chance.randrange(9), 2000 + i % 20, chance.gauss(50, 9), note))


def start(folder, bins, **more):
    env = dict(os.environ, PATH="%s:%s" % (bins, os.environ["PATH"]), LC_ALL="C.UTF-8")
    return subprocess.Popen(COMMAND.split(), cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)


def killed(folder, bins, tap, want, whole):
    """kill -9 when there are so many units; then the rest alone is read."""
    wrong = []
    for stop in range(len(whole)):
        empty(folder)
        job = start(folder, bins)
        until = time.monotonic() + 60
        while len(list((folder / "ck").glob("*-of-*.pst"))) < stop and job.poll() is None and time.monotonic() < until:
            time.sleep(0.001)
        job.send_signal(signal.SIGKILL)
        job.communicate()
        there = {n: (folder / "ck" / n).stat().st_mtime_ns for n in units(folder)}
        code, out, err = shell(folder, bins, COMMAND)
        told = THERE.search(err)
        after = {n: (folder / "ck" / n).stat().st_mtime_ns for n in there}
        if (code, out) != want[:2] or units(folder) != whole or there != after:
            wrong.append("killed at %d: exit code %d, %r" % (stop, code, err))
        if (int(told[1]) if told else 0) != len(there):
            wrong.append("killed at %d: %d were there, and it says %r" % (stop, len(there), err))
    tap.ok(not wrong, "a run that is killed makes what is missing, and nothing else", wrong)


def damaged(folder, bins, tap, want, whole):
    def again(name, broken, good):
        code, out, err = shell(folder, bins, COMMAND)
        told = THERE.search(err)
        tap.ok((code, out) == want[:2] and units(folder) == good and int(told[1]) == len(whole) - broken, name, [repr(err)])

    names = sorted(whole)
    (folder / "ck" / names[0]).write_bytes(whole[names[0]][:-1])
    flipped = bytearray(whole[names[1]])
    flipped[len(flipped) // 2] ^= 1
    (folder / "ck" / names[1]).write_bytes(bytes(flipped))
    (folder / "ck" / names[2]).write_bytes(b"")
    again("units that are torn, damaged and empty are made again, and no others", 3, whole)


def foreign(folder, bins, tap):
    code, _, err = shell(folder, bins, COMMAND.replace("-y v", "-y year"))
    tap.ok(code == 2 and b"keeps another piece of work" in err and b"--y=" in err,
           "a folder of another piece of work is refused", [repr(err)])


def changed(folder, bins, tap, whole):
    with open(folder / "table.csv", "a") as out:
        out.write("G1,2001,3.5,x\n")
    plain = shell(folder, bins, COMMAND.split(" --checkpoint")[0])
    got = shell(folder, bins, COMMAND)
    tap.ok(got == plain and units(folder) != whole, "an input that has changed is read again, all of it", [repr(got[2])])


def full_disk(folder, bins, tap, want, whole):
    def small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    empty(folder)
    job = start(folder, bins, preexec_fn=small)
    err = job.communicate(timeout=900)[1]
    tap.ok(job.returncode == 4 and not units(folder) and b"ck/1-of-" in err, "a unit that cannot be written is told", [repr(err)])
    got = shell(folder, bins, COMMAND)
    tap.ok(got == want and units(folder) == whole, "and made when there is room", [repr(got[2])])


def parts(folder, bins, tap, plain):
    """Units of a part: the file is the same whether it was made at once or not, and merges with the others."""
    part = COMMAND.replace("ck --unit 32K", "ck2 --unit 100K") + " -q --part %d/3 -o %s"
    for k in (1, 2, 3):
        shell(folder, bins, part % (k, "p%d.pst" % k))
    first = (folder / "p2.pst").read_bytes()
    lost = sorted((folder / "ck2").glob("*"))
    lost[1].unlink()
    shell(folder, bins, part % (2, "again.pst"))
    tap.ok((folder / "again.pst").read_bytes() == first, "a part that was ended is, by cmp, that of one that was not")
    got = shell(folder, bins, "polstat merge p3.pst p1.pst p2.pst")
    tap.ok(got == plain, "parts in units are merged as one process has it", [repr(got[2])])


def one_table(bins, tap):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_table(folder / "table.csv")
        plain = shell(folder, bins, COMMAND.split(" --checkpoint")[0])
        want = shell(folder, bins, COMMAND)
        whole = units(folder)
        tap.ok(want == plain and len(whole) > 12, "a run in %d units is that of one process" % len(whole), [repr(want[2])])
        killed(folder, bins, tap, want, whole)
        damaged(folder, bins, tap, want, whole)
        foreign(folder, bins, tap)
        full_disk(folder, bins, tap, want, whole)
        parts(folder, bins, tap, plain)
        changed(folder, bins, tap, whole)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    arguments = parser.parse_args()
    bins = Path(arguments.build).resolve() / "bin"
    tap = Tap()
    if arguments.only is None:
        one_table(bins, tap)
    seeds = [arguments.only] if arguments.only is not None else range(arguments.seed, arguments.seed + arguments.runs)
    wrong = ["seed %d: %s" % (seed, d) for seed in seeds for d in [random_table(seed, bins)] if d is not None]
    tap.ok(not wrong, "checkpoint: %d tables in units, of which some were lost, as in one process" % len(seeds), wrong)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
