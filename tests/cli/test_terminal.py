#!/usr/bin/env python3
"""test_terminal.py --build DIR

The programs at a terminal (a pseudo-terminal of Python's pty): that standard input is one is said, once, and one
Ctrl-D ends it; text is as wide as the terminal, COLUMNS or --width say, and not cut in a file; control characters,
ESC and marks of direction in data and in names of files are escaped.
"""
import argparse
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

TABLE = "g,t,v,w\na,2000,1,4\nb,2000,2,3\na,2001,3,9\nb,2001,5,1\n"
READERS = [
    ["polstat-trend", "--time", "t", "-y", "v", "-g", "g"],
    ["polstat-rank", "--time", "t", "-y", "v", "--entity", "g"],
    ["polstat-correlate", "-x", "v", "-y", "w"],
    ["polstat-describe"],
    ["polstat-indicator", "--kind", "hhi", "--entity", "g", "--time", "t", "-y", "v"],
    ["polstat-composite", "--indicators", "v,w", "--entity", "g", "--time", "t"],
    ["polstat-compare", "-y", "v", "--between", "g"],
    ["polstat-tidy"],
    ["polstat-claims", "check", "-"],
]
SAID = b"reading from the terminal; end with Ctrl-D, or name a file"
RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def environment(build, **more):
    env = dict(os.environ, PATH=f"{build / 'bin'}{os.pathsep}{os.environ['PATH']}", LC_ALL="C.UTF-8", TERM="dumb")
    env.pop("COLUMNS", None)
    return dict(env, **more)


def typed(command, text, env):
    """COMMAND with TEXT typed at a terminal, and one Ctrl-D."""
    master, slave = pty.openpty()
    process = subprocess.Popen(command, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    os.close(slave)
    os.write(master, text.encode() + b"\x04")
    try:
        out, err = process.communicate(timeout=300)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return None, b"", b"it waits for more than one Ctrl-D"
    finally:
        os.close(master)
    return process.returncode, out, err


def shown(command, columns, env, cwd):
    """What COMMAND shows at a terminal of COLUMNS."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env=env, cwd=cwd)
    os.close(slave)
    text = b""
    while True:
        try:
            block = os.read(master, 4096)
        except OSError:  # Linux says so when the other side is closed
            break
        if not block:
            break
        text += block
    os.close(master)
    process.wait(timeout=300)
    return text.decode("utf-8", "replace").replace("\r\n", "\n")


def check_reading(tap, env):
    for command in READERS:
        code, out, err = typed(command, TABLE, env)
        good = code is not None and err.count(SAID) == 1 and (code == 0) == (command[0] != "polstat-claims")
        tap.ok(good, f"{command[0]} says that it reads from a terminal, and ends with one Ctrl-D",
               [f"exit code {code}", err.decode(errors="replace")])
    done = subprocess.run(READERS[0], input=TABLE.encode(), capture_output=True, env=env, timeout=300)
    tap.ok(SAID not in done.stderr, "a pipe is no terminal")


def widest(text):
    return max((len(line) for line in text.splitlines()), default=0)


def check_width(tap, env, folder):
    name = "a name of a column that is rather long as names in tables of agencies often are"
    rows = "".join(f"the {i}th of some long names of countries and territories,{i},{i * i}\n" for i in range(1, 30))
    (folder / "wide.csv").write_text(f"place,{name},other\n{rows}", encoding="utf-8")
    command = ["polstat-describe", "wide.csv", "-q"]
    for columns in (40, 60, 100):
        text = shown(command, columns, env, folder)
        tap.ok(widest(text) <= columns, f"a terminal of {columns} columns is not exceeded", text.splitlines())
        text = shown(command, 200, dict(env, COLUMNS=str(columns)), folder)
        tap.ok(widest(text) <= columns, f"COLUMNS={columns} is not exceeded", text.splitlines())
        text = shown(command + ["--width", str(columns)], 200, env, folder)
        tap.ok(widest(text) <= columns, f"--width {columns} is not exceeded", text.splitlines())
    subprocess.run(command + ["-o", "out.txt"], cwd=folder, env=env, check=True, timeout=300)
    text = (folder / "out.txt").read_text(encoding="utf-8")
    tap.ok("…" not in text and name in text, "text into a file is not cut", text.splitlines())


def check_marks(tap, env, folder):
    bad = "x\x1b[31m\u202ey\x07\u009b"
    (folder / f"{bad}.csv").write_text(f"g,t,{bad}\n{bad},2000,1\n{bad},2001,2\nb,2000,z\n", encoding="utf-8")
    (folder / "right.csv").write_text(f"g,z\n{bad}1,1\n", encoding="utf-8")
    (folder / "x.claims").write_text(f'table t "{bad}.csv"\n  key g, t\n  value "{bad}"\n\nclaim a\n'
                                     f'  t["{bad}", 2000] = 5\n', encoding="utf-8")
    file = f"{bad}.csv"
    commands = [
        ["polstat-trend", file, "--time", "t", "-y", bad, "-g", "g", "-v", "--on-bad", "skip"],
        ["polstat-trend", file, "--time", "t", "-y", bad, "-g", "g"],
        ["polstat-trend", file, "--time", "t", "-y", bad, "-n"],
        ["polstat-rank", file, "--time", "t", "-y", bad, "--entity", "g", "--on-bad", "skip"],
        ["polstat-correlate", file, "-x", "t", "-y", bad, "--join", "right.csv", "--on", "g", "--on-bad", "skip"],
        ["polstat-describe", file],
        ["polstat-describe", file, "--country", "g", "-v"],
        *(["polstat-describe", file, "-g", "g", "-y", "t", "--format", f] for f in ("csv", "tsv", "json", "markdown")),
        ["polstat-indicator", file, "--kind", "share", "--entity", "g", "--time", "t", "-y", bad, "--on-bad", "skip"],
        ["polstat-composite", file, "--indicators", f"t,{bad}", "--entity", "g"],
        ["polstat-compare", file, "-y", bad, "--between", "g", "--on-bad", "skip"],
        ["polstat-tidy", file, "-v"],
        ["polstat-tidy", file, "--explain"],
        ["polstat-tidy", file, "--country", "g"],
        ["polstat-claims", "check", "x.claims", "-v"],
        ["polstat-trend", file, "--time", "t", "-y", bad, "--where", f'g = "{bad}2"', "--on-bad", "skip"],
        ["polstat-trend", f"no {bad}.csv", "--time", "t", "-y", "v"],
        ["polstat-trend", file, "--time", bad + "1", "-y", "v"],
        ["polstat-trend", file, f"--{bad}"],
        ["polstat-trend", file, "--time", "t", "-y", bad, "--method", bad],
        ["polstat", bad],
    ]
    for command in commands:
        text = shown(command + (["--color", "never"] if command[0] != "polstat" else []), 80, env, folder)
        found = RAW.search(text)
        tap.ok(found is None, f"nothing raw reaches the terminal: {' '.join(command)!a:.110}",
               [ascii(line) for line in text.splitlines()])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    env, tap = environment(parser.parse_args().build.resolve()), Tap()
    check_reading(tap, env)
    with tempfile.TemporaryDirectory() as name:
        check_width(tap, env, Path(name))
        check_marks(tap, env, Path(name))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
