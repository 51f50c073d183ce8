#!/usr/bin/env python3
"""deb_root.py [--build DIR] [--keep ROOT]

Installs the packages of `make deb` with apt in a clean root that debootstrap makes, runs the programs there as a user
without rights, and removes them again, after which nothing of theirs is left.  The mirror is the first that apt of this
machine is set to.  TAP; skipped where there is no debootstrap, no root, or no mirror that answers.  --keep takes ROOT, which
may be there from a run before.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

HANGS = 3600  # seconds: for a hang, not for speed
TABLE = "country,year,aid\nUtopia,2000,10\nUtopia,2001,12\nUtopia,2002,13\nUtopia,2003,17\n"
USE = """set -e
cd "$(mktemp -d)"
cat >aid.csv
polstat --version
polstat trend aid.csv -g country --time year -y aid -o a.csv --render a.svg --render a.png --render a.pdf
test -s a.csv && test -s a.svg && test -s a.png && test -s a.pdf
polstat notebook new aid.csv -o n.md && polstat notebook check n.md && polstat notebook render n.md -o n.html
polstat demo
for p in /usr/bin/polstat-*; do $p --help >/dev/null; done
"""


def run(command, **more):
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive",
           **{k: v for k, v in os.environ.items() if k.lower().endswith("_proxy")}}
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=HANGS,
                          **({"stdin": subprocess.DEVNULL} if "input" not in more else {}), **more)
    return done.returncode, done.stdout.decode("utf-8", "replace").splitlines()


def mirror():
    """(URI, suite) of this machine's apt, of the release that it runs; None where there is none."""
    try:
        release = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
        suite = release["VERSION_CODENAME"].strip('"')
        code, lines = run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Identifier: Packages"])
    except (OSError, KeyError):
        return None
    found = [line.split()[0] for line in lines if line.split()[1:] == [suite]]
    return (found[0], suite) if code == 0 and found else None


def why_not():
    if shutil.which("debootstrap", path="/usr/sbin:/usr/bin") is None:
        return "no debootstrap (apt-get install debootstrap)"
    if os.geteuid() != 0:
        return "debootstrap wants root"
    if shutil.which("dpkg-deb") is None or shutil.which("dpkg-shlibdeps") is None:
        return "no dpkg-dev"
    return None if mirror() else "apt has no source of this release"


def hidden(lines):
    """Without the names of the machine's own hosts."""
    return [re.sub(r"//[^/\s]+", "//...", line) for line in lines[-30:]]


def inside(root, *command, **more):
    return run(["chroot", str(root), *command], **more)


def test_packages(tap, root, packages):
    for package in packages:
        shutil.copy(package, root / "opt")
    code, lines = inside(root, "apt-get", "-qq", "update")
    if not tap.ok(code == 0, "apt in the root answers", hidden(lines)):
        return
    names = [f"/opt/{p.name}" for p in packages if not p.name.startswith("libpolstat-dev")]
    code, lines = inside(root, "apt-get", "-qq", "-y", "--no-install-recommends", "install", *names)
    if not tap.ok(code == 0, "the packages install, with what they depend on", hidden(lines)):
        return
    code, lines = inside(root, "dpkg", "-V", "polstat")
    tap.ok(code == 0 and not lines, "what dpkg installed is what the package has", lines)
    code, lines = inside(root, "su", "-s", "/bin/sh", "nobody", "-c", USE, input=TABLE.encode())
    tap.ok(code == 0, "the programs, figures in three formats and a notebook work for a user", lines)
    code, listed = inside(root, "dpkg", "-L", "polstat", "libpolstat0")
    code, lines = inside(root, "apt-get", "-qq", "-y", "purge", "polstat", "libpolstat0")
    left = [p for p in listed if "polstat" in p and (root / p.lstrip("/")).exists()]
    tap.ok(code == 0 and len(listed) > 50 and not left, "they are removed whole", hidden(lines) + left)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--keep", type=Path, metavar="ROOT")
    options = parser.parse_args()
    tap = Tap()
    reason = why_not()
    if reason:
        tap.skip(f"the packages in a clean root: {reason}")
        return tap.done()
    packages = sorted((options.build / "deb").glob("*.deb"))
    with tempfile.TemporaryDirectory(prefix="polstat-root-") as folder:
        root = options.keep or Path(folder) / "root"
        if not (root / "etc/debian_version").exists():
            uri, suite = mirror()
            code, lines = run(["debootstrap", "--variant=minbase", suite, str(root), uri])
            if code != 0:
                print("\n".join(f"# {line}" for line in hidden(lines)[-5:]))
                tap.skip("the packages in a clean root: debootstrap reaches no mirror, or may make no devices here")
                return tap.done()
        test_packages(tap, root, packages)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
