#!/usr/bin/env python3
"""reproducible.py [--jobs N]

Two builds of the same sources give the same bytes: the files that git knows are copied to two folders of other names, built
there with other numbers of jobs, time zones, languages and umasks, without any cache of compiled files, and installed under
one PREFIX.  TAP: one test for the lists of files, one for their bytes.
"""
import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

WAYS = (
    ("a", {"TZ": "UTC", "LC_ALL": "C.UTF-8"}, 0o022),
    ("another-name", {"TZ": "Asia/Tokyo", "LC_ALL": "C"}, 0o027),
)


def copy_sources(folder):
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    for name in filter(None, names.decode().split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)


def build(folder, more, umask, jobs):
    env = {**os.environ, **more, "CCACHE_DISABLE": "1"}
    command = ["make", "-s", f"-j{jobs}", "install", "PREFIX=/usr", f"DESTDIR={folder}/stage"]
    done = subprocess.run(command, cwd=folder, env=env, umask=umask, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace").splitlines()


def digests(stage):
    return {str(p.relative_to(stage)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(stage.rglob("*")) if p.is_file() and not p.is_symlink()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    tap, made = Tap(), []
    with tempfile.TemporaryDirectory(prefix="polstat-twice-") as work:
        for i, (name, more, umask) in enumerate(WAYS):
            folder = Path(work) / name
            folder.mkdir()
            copy_sources(folder)
            code, said = build(folder, more, umask, options.jobs + i)
            if not tap.ok(code == 0, f"build {i + 1}", said[-12:]):
                return tap.done()
            made.append(digests(folder / "stage"))
        one, two = made
        tap.ok(set(one) == set(two), f"the same {len(one)} files", sorted(set(one) ^ set(two))[:12])
        other = [name for name in one if one[name] != two.get(name)]
        tap.ok(not other, "the same bytes", other[:12])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
