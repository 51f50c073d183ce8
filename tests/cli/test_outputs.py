#!/usr/bin/env python3
"""test_outputs.py --build DIR

No output is an input, and no two outputs are one file: every pair of what a program reads and what it writes, by
the same path, by ./, by a link and by a hard link.  The program must refuse (exit code 2) before anything is
opened for writing: what was there is there, byte for byte, and nothing is new.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

FILES = {
    "in.csv": "g,h,t,v,w,k,n\n" + "".join(f"{g},{h},{t},{v},{v * 2},{v},9\n" for v, (g, h, t) in enumerate(
        ((g, h, t) for g in "ab" for h in "xy" for t in (2000, 2001, 2002)), 1)),
    "join.csv": "g,z\na,1\nb,2\n",
    "datapackage.json": '{"resources": [{"path": "in.csv"}]}',
    "schema.json": '{"resources": [{"path": "in.csv"}]}',
    "structure.csv": "indicator,pillar\nv,p\nw,p\n",
    "predict.csv": "g,t\na,2003\nb,2003\n",
    "weights.csv": "pillar,weight\np,1\n",
    "x.claims": 'table t "in.csv"\n  key g, h, t\n  value v\n\nclaim a\n  t["a", "x", 2000] = 1\n',
    "n.md": "# N\n\n```console\n$ echo 1\n1\n```\n",
}

TABLE_INPUTS = {"FILE": "in.csv", "--join": "join.csv", "--schema": "schema.json",
                "package": "datapackage.json"}
TABLE_OUTPUTS = {"-o": "csv", "--rejects": "csv", "--plot": "gp", "--render": "svg"}
TABLE = ["in.csv", "--join", "join.csv", "--on", "g", "--schema", "schema.json", "--on-bad", "skip"]


def on_table(program, *words, inputs=(), without=()):
    """A program on tables: the command, what it reads, what it writes (the ending of each)."""
    outputs = {o: e for o, e in TABLE_OUTPUTS.items() if o not in without}
    return (program, [f"polstat-{program}", *TABLE, *words], dict(TABLE_INPUTS, **dict(inputs)), outputs)


PROGRAMS = [
    on_table("trend", "--time", "t", "-y", "v", "-g", "g,h"),
    on_table("rank", "--time", "t", "-y", "v", "--entity", "g", "-g", "h"),
    on_table("correlate", "-x", "v", "-y", "w"),
    on_table("describe", "-y", "v", without=("--plot", "--render")),
    on_table("indicator", "--kind", "hhi", "--entity", "g", "-g", "h", "--time", "t", "-y", "v"),
    on_table("compare", "-y", "v", "--between", "g"),
    on_table("composite", "--structure", "structure.csv", "--weights", "weights.csv", "--entity", "g", "-g",
             "h", "--time", "t", inputs={"--structure": "structure.csv", "--weights": "weights.csv"}),
    on_table("regress", "-y", "v", "-x", "t", "-g", "g", "--predict", "predict.csv",
             inputs={"--predict": "predict.csv"}, without=("--plot", "--render")),
    ("tidy", ["polstat-tidy", "in.csv"], {"FILE": "in.csv"}, {"-o": "csv", "--save-layout": "json"}),
    ("claims", ["polstat-claims", "check", "x.claims"],
     {"FILE": "x.claims", "table": "in.csv", "package": "datapackage.json"}, {"-o": "txt"}),
    ("notebook", ["polstat-notebook", "render", "n.md"], {"FILE": "n.md"}, {"-o": "html"}),
]


def snapshot(folder):
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


def spellings(path, ending):
    """Other names of PATH that end in .ENDING, each with what makes it."""
    yield "link", f"soft.{ending}", lambda folder: os.symlink(path, folder / f"soft.{ending}")
    yield "hard link", f"hard.{ending}", lambda folder: os.link(folder / path, folder / f"hard.{ending}")
    if path.endswith("." + ending):
        yield "same path", path, None
        yield "./", "./" + path, None
        yield "folder/..", "sub/../" + path, None


class Checker:
    def __init__(self, build, tap):
        self.env = dict(os.environ, PATH=f"{build / 'bin'}{os.pathsep}{os.environ['PATH']}", LC_ALL="C.UTF-8")
        self.tap = tap

    def refused(self, command, make=()):
        """What is wrong when COMMAND runs among FILES after MAKE, or None."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for file, text in FILES.items():
                (folder / file).write_text(text, encoding="utf-8")
            (folder / "sub").mkdir()
            for step in make:
                if step is not None:
                    step(folder)
            before = snapshot(folder)
            done = subprocess.run(command, cwd=folder, env=self.env, stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, timeout=600)
            after = snapshot(folder)
        if before != after:
            return f"files changed: {sorted(k for k in set(before) | set(after) if before.get(k) != after.get(k))}"
        if done.returncode != 2:
            return f"exit code {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"
        return None

    def runs(self, program, command):
        """The command alone is right, so that a refusal is for its files."""
        with tempfile.TemporaryDirectory() as name:
            for file, text in FILES.items():
                (Path(name) / file).write_text(text, encoding="utf-8")
            done = subprocess.run(command, cwd=name, env=self.env, stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, timeout=600)
        self.tap.ok(done.returncode == 0, f"{program}: the command runs", done.stderr.splitlines()[-3:])

    def pairs(self, program, command, inputs, outputs):
        for option, ending in outputs.items():
            for role, path in inputs.items():
                wrong = []
                for how, spelled, make in spellings(path, ending):
                    what = self.refused(command + [option, spelled], [make])
                    if what is not None:
                        wrong.append(f"{how} {spelled}: {what}")
                self.tap.ok(not wrong, f"{program}: {option} is no {role}", wrong)

    def twice(self, program, command, outputs):
        names = list(outputs)
        for i, one in enumerate(names):
            for other in names[i + 1:]:
                first, second = f"one.{outputs[one]}", f"two.{outputs[other]}"
                wrong = []
                made = [lambda f: (f / first).write_text("x"), lambda f: os.link(f / first, f / second)]
                what = self.refused(command + [one, first, other, second], made)
                if what is not None:
                    wrong.append(f"hard links: {what}")
                if outputs[one] == outputs[other]:
                    what = self.refused(command + [one, first, other, "./" + first])
                    if what is not None:
                        wrong.append(f"same path: {what}")
                self.tap.ok(not wrong, f"{program}: {one} and {other} are not one file", wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    tap = Tap()
    checker = Checker(parser.parse_args().build.resolve(), tap)
    for program, command, inputs, outputs in PROGRAMS:
        if shutil.which(command[0], path=checker.env["PATH"]) is None:
            tap.skip(f"{command[0]} is not built")
            continue
        checker.runs(program, command)
        checker.pairs(program, command, inputs, outputs)
        checker.twice(program, command, outputs)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
