#!/usr/bin/env python3
"""run.py [--build DIR] [--mode plain|asan|valgrind] [deb]

Installs into an empty PREFIX and uses what is there, away from the sources: programs, a notebook, headers in C and C++,
the example by pkg-config, manual pages, completion of bash, zsh and fish, hardening; then uninstalls, after which
nothing is left.  `deb` does the same with the Debian packages, unpacked.  TAP; what a tool is missing for is skipped.
"""
import argparse
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

TABLE = "country,year,aid\nUtopia,2000,10\nUtopia,2001,12\nUtopia,2002,13\nUtopia,2003,17\n"


def run(command, cwd, env=None, **more):
    done = subprocess.run(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=3600, **more)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def make(build, *words):
    env = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    return run(["make", "-s", f"BUILD={build}", *words], ROOT, env)


class Installed:
    """A tree below PREFIX, and an empty folder to work in."""

    def __init__(self, tap, prefix, libdir, work):
        self.tap, self.prefix, self.libdir, self.work = tap, prefix, libdir, work
        self.env = {"PATH": f"{prefix / 'bin'}:/usr/bin:/bin", "HOME": str(work), "LC_ALL": "C.UTF-8",
                    "TERM": "dumb", "LD_LIBRARY_PATH": str(libdir), "PKG_CONFIG_PATH": str(libdir / "pkgconfig")}

    def shell(self, script, **more):
        return run(["sh", "-c", script], self.work, self.env, **more)

    def is_output(self, script, want, name):
        code, out = self.shell(script)
        return self.tap.ok(code == 0 and out == want, name, [f"exit {code}", *out.splitlines()])

    def works(self, script, name):
        code, out = self.shell(script)
        return self.tap.ok(code == 0, name, [f"exit {code}", *out.splitlines()])


def test_programs(i):
    (i.work / "aid.csv").write_text(TABLE)
    for path in sorted((i.prefix / "bin").iterdir()):
        i.works(f"{path.name} --version && {path.name} --help", f"bin: {path.name} runs")
    i.is_output("polstat trend aid.csv --time year -y aid --method theil-sen -q | cut -d, -f3-6",
                "term,n,estimate,std_error\nslope,4,2.166666666666667,\n", "bin: polstat trend gives the slope")
    i.works("polstat trend aid.csv --time year -y aid -q --render aid.svg -o aid-trend.csv && grep -q '<svg' aid.svg",
            "bin: a figure is drawn")
    i.works("mkdir demo && cd demo && polstat demo && polstat trend polstat-demo.csv -g donor --time year -y aid_musd",
            "bin: polstat demo, and a command of it")
    i.works("polstat notebook new aid.csv -o aid.md && polstat notebook check aid.md"
            " && polstat notebook render aid.md -o aid.html", "bin: a notebook begins, holds and is rendered")


def test_ranks(i, build):
    """What mpirun and srun need is there when it was built, and is found from where it is installed."""
    built = build / "lib/polstat/polstat-mpi.so"
    there = sorted(i.prefix.rglob("polstat-mpi.so"))
    i.tap.ok(len(there) == built.exists() and all(p.read_bytes() == built.read_bytes() for p in there),
             f"lib: polstat-mpi.so is {'there' if built.exists() else 'not there, for there is no mpicc'}", map(str, there))
    if not there or not shutil.which("mpirun"):
        i.tap.skip("lib: polstat-mpi.so, or mpirun, is not there")
        return
    root = "--allow-run-as-root" if os.geteuid() == 0 else ""
    i.is_output("polstat describe aid.csv >one.csv 2>&1 && OMPI_MCA_btl=self,vader timeout 60 mpirun -q --oversubscribe "
                f"{root} -np 2 polstat describe aid.csv >two.csv 2>&1; cmp one.csv two.csv && echo same", "same\n",
                "lib: two ranks of mpirun find it")


def test_shared_files(i):
    share = i.prefix / "share"
    for name in ("polstat/datasets/oda/net_oda.csv", "polstat/datasets/oda/datapackage.json",
                 "polstat/notebooks-md/aid-over-time.md", "doc/polstat/METHODS.md", "doc/polstat/NOTEBOOKS.md"):
        i.tap.ok((share / name).is_file(), f"share: {name}")
    i.works(f"cp -r '{share}/polstat' there && cd there && polstat notebook check -q notebooks-md/*.md",
            "share: all notebooks hold beside the datasets")


def test_headers(i, include):
    headers = sorted(str(p.relative_to(include)) for p in include.rglob("*.h"))
    i.tap.ok(len(headers) > 100, "include: there are headers", [str(len(headers))])
    for compiler, ending, standard in (("cc", "c", "c17"), ("g++", "cc", "c++17")):
        if not shutil.which(compiler):
            i.tap.skip(f"include: there is no {compiler}")
            continue
        bad = []
        for header in headers:
            source = i.work / f"alone.{ending}"
            source.write_text(f'#include "{header}"\n#include "{header}"\n')
            code, out = run([compiler, f"-std={standard}", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
                             f"-I{include}", str(source)], i.work)
            if code != 0:
                bad += [header, *out.splitlines()[:3]]
        i.tap.ok(not bad, f"include: each header compiles alone, {standard}", bad)
        source.write_text("".join(f'#include "{header}"\n' for header in headers))
        code, out = run([compiler, f"-std={standard}", "-fsyntax-only", f"-I{include}", str(source)], i.work)
        i.tap.ok(code == 0, f"include: all headers compile together, {standard}", out.splitlines()[:9])


def test_library(i, example):
    if not shutil.which("pkg-config"):
        i.tap.skip("lib: there is no pkg-config")
        return
    flags = "--define-variable=prefix=" + str(i.prefix)
    want = "theil-sen slope -0.1388 [-0.5166, 0.3561]\n"
    # A tree that was unpacked is not at its prefix: its folders are named.
    where = f"-I'{i.prefix}/include/polstat' -L'{i.libdir}'"
    i.is_output(f"cc '{example}' {where} $(pkg-config {flags} --cflags --libs polstat) -o slope && ./slope", want,
                "lib: the example, with the shared library")
    i.is_output(f"c++ -x c++ -fpermissive -w '{example}' {where} -lpolstat -o slope-cc && ./slope-cc", want,
                "lib: the same as C++")
    i.is_output(f"cc '{example}' {where} -l:libpolstat.a $(pkg-config --static --libs-only-l {flags} polstat | "
                "sed 's/-lpolstat//') -fopenmp -o slope-a && ldd slope-a | grep -c libpolstat; ./slope-a", "0\n" + want,
                "lib: the same, with the static library")
    code, out = i.shell(f"readelf -d '{i.libdir}'/libpolstat.so | grep -o 'soname.*'")
    i.tap.ok("[libpolstat.so.0]" in out, "lib: the shared library has a version", [out])


def test_man(i, man):
    pages = sorted(man.rglob("polstat*"))
    programs = {p.name for p in (i.prefix / "bin").iterdir()}
    have = {p.name.split(".")[0] for p in pages if ".1" in p.name}
    i.tap.ok(have == programs, "man: a page for each program", sorted(have ^ programs))
    i.tap.ok(any(p.name.startswith("polstat.7") for p in pages), "man: polstat(7)")
    if not shutil.which("mandoc"):
        i.tap.skip("man: there is no mandoc")
        return
    for page in pages:
        code, out = run(["mandoc", "-T", "lint", "-W", "warning", str(page)], i.work)
        i.tap.ok(code == 0 and not out, f"man: mandoc finds nothing to say on {page.name}", out.splitlines())


BASH = """
source '{script}'
complete_line() {{
    COMP_LINE=$1 COMP_POINT=${{#1}}
    read -ra COMP_WORDS <<<"${{1//=/ = }}"
    [[ $1 == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
    _polstat 2>/dev/null
    printf '%s\\n' "${{COMPREPLY[@]}}"
}}
complete_line '{line}'
"""

LINES = (
    ("polstat tre", {"trend"}),
    ("polstat trend --forma", {"--format"}),
    ("polstat-trend --format ma", {"markdown"}),
    ("polstat trend aid.csv -y ye", {"year"}),
    ("polstat trend aid.csv -g country,y", {"country,year"}),
    ("polstat rank aid.csv --entity ", {"country", "year", "aid"}),
    ("polstat trend --method theil", {"theil-sen"}),
    ("polstat notebook ren", {"render"}),
    ("polstat trend ai", {"aid.csv"}),
)


def test_bash(i, script):
    for line, want in LINES:
        code, out = run(["bash", "--norc", "-c", BASH.format(script=script, line=line)], i.work, i.env)
        i.tap.ok(want <= set(out.split()), f"bash: {line}<Tab>", [f"want {sorted(want)}", *out.splitlines()])


def test_fish(i, script):
    if not shutil.which("fish"):
        i.tap.skip("fish is not there")
        return
    for line, want in LINES:
        code, out = run(["fish", "--no-config", "-c", f"source '{script}'; complete -C '{line}'"], i.work, i.env)
        got = {word.split("\t")[0] for word in out.splitlines()}
        i.tap.ok(want <= got, f"fish: {line}<Tab>", [f"want {sorted(want)}", *out.splitlines()])


class Terminal:
    """zsh at a terminal of its own."""

    def __init__(self, i, folder):
        self.child, self.end = pty.fork()
        if self.child == 0:
            os.chdir(i.work)
            os.execvpe("zsh", ["zsh", "-f", "-i"], dict(i.env, ZDOTDIR=str(i.work)))
        self.ask(f"PS1='ready> '; setopt no_beep; fpath=('{folder}' $fpath); autoload -U compinit; compinit -u -D; "
                 "zstyle ':completion:*' menu no; LISTMAX=0; echo be''gun\n", "begun")

    def read(self, seconds):
        found, end = "", time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.end], [], [], 0.3)[0]:
                try:
                    found += os.read(self.end, 65536).decode("utf-8", "replace")
                except OSError:
                    break
            elif found:
                break
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|[\x07\r]", "", found)

    def ask(self, text, want, seconds=120):
        os.write(self.end, text.encode())
        found, end = "", time.monotonic() + seconds
        while want not in found.split(text.strip(), 1)[-1] and time.monotonic() < end:
            found += self.read(5)
        return found

    def close(self):
        os.write(self.end, b"\x03exit\n")
        os.close(self.end)
        os.waitpid(self.child, 0)


def test_zsh(i, folder):
    if not shutil.which("zsh"):
        i.tap.skip("zsh is not there")
        return
    terminal = Terminal(i, folder)
    for line, want in LINES:
        found = terminal.ask(f"{line}\t\t", max(want, key=len), 20)
        i.tap.ok(all(w in found.replace(line, "", 1) + line if len(want) > 1 else w in found for w in want),
                 f"zsh: {line}<Tab>", [f"want {sorted(want)}", *found.splitlines()])
        terminal.ask("\x15\x0c", "ready> ", 20)
    terminal.close()


def test_hardening(i, mode):
    if mode != "plain":
        i.tap.skip("hardening: of plain builds")
        return
    for path in [*sorted((i.prefix / "bin").iterdir()), i.libdir / "libpolstat.so"]:
        facts = {"position independent": "DYN" in run(["readelf", "-h", path], i.work)[1],
                 "RELRO": "GNU_RELRO" in run(["readelf", "-lW", path], i.work)[1],
                 "bound at start": "NOW" in run(["readelf", "-d", path], i.work)[1],
                 "stack protected": "__stack_chk_fail" in run(["readelf", "--dyn-syms", "-W", path], i.work)[1],
                 "fortified": "_chk@" in run(["readelf", "--dyn-syms", "-W", path], i.work)[1]}
        i.tap.ok(all(facts.values()), f"hardening: {path.name}", [k for k, v in facts.items() if not v])


def test_tree(i, options, include, man, example, completions):
    test_programs(i)
    test_shared_files(i)
    test_headers(i, include)
    test_library(i, example)
    test_man(i, man)
    test_bash(i, completions / "bash-completion/completions/polstat")
    test_fish(i, completions / "fish/vendor_completions.d/polstat.fish")
    test_hardening(i, options.mode)


def test_install(tap, options, folder):
    prefix = folder / "prefix"
    code, out = make(options.build, "install", f"PREFIX={prefix}")
    if not tap.ok(code == 0, "make install", out.splitlines()):
        return
    work = folder / "work"
    work.mkdir()
    i = Installed(tap, prefix, prefix / "lib", work)
    share = prefix / "share"
    test_tree(i, options, prefix / "include/polstat", share / "man", share / "doc/polstat/examples/slope.c", share)
    test_zsh(i, share / "zsh/site-functions")
    test_ranks(i, options.build)
    code, out = make(options.build, "uninstall", f"PREFIX={prefix}")
    left = sorted(str(p) for p in prefix.rglob("*")) if prefix.exists() else []
    tap.ok(code == 0 and not prefix.exists(), "make uninstall leaves nothing", [*out.splitlines(), *left])


def test_destdir(tap, options, folder):
    code, out = make(options.build, "install", f"DESTDIR={folder / 'stage'}", "PREFIX=/opt/p")
    tap.ok(code == 0 and (folder / "stage/opt/p/bin/polstat").is_file()
           and f"prefix=/opt/p\n" in (folder / "stage/opt/p/lib/pkgconfig/polstat.pc").read_text(),
           "DESTDIR stands before PREFIX, and in no file", out.splitlines())
    make(options.build, "uninstall", f"DESTDIR={folder / 'stage'}", "PREFIX=/opt/p")
    left = [str(p) for p in (folder / "stage").rglob("*") if p.is_file() or p.is_symlink()]
    tap.ok(not left, "DESTDIR is uninstalled", left)


def test_dist(tap, options, folder):
    """The archive has every file that git knows, and no tool complains while it is made."""
    git = run(["git", "ls-files"], ROOT)
    if git[0] != 0:
        tap.skip("dist: this is no clone")
        return
    code, out = make(folder / "dist", "dist")
    archives = list((folder / "dist").iterdir())
    tap.ok(code == 0 and re.fullmatch(r"dist: \S+\.tar\.gz\n", out) and len(archives) == 1,
           "make dist leaves an archive and says nothing else", [*out.splitlines(), *map(str, archives)])
    listed = run(["tar", "-tzf", str(archives[0])], folder)[1].splitlines()
    tap.equal(sorted(name.split("/", 1)[1] for name in listed), sorted(git[1].splitlines()), "dist: its files")


def test_deb(tap, options, folder):
    if not shutil.which("dpkg-deb") or not shutil.which("dpkg-shlibdeps"):
        tap.skip("deb: there is no dpkg-dev")
        return
    code, out = make(options.build, "deb")
    if not tap.ok(code == 0, "make deb", out.splitlines()):
        return
    packages = sorted((options.build / "deb").glob("*.deb"))
    tap.equal([p.name.split("_")[0] for p in packages], ["libpolstat-dev", "libpolstat0", "polstat"], "deb: packages")
    if shutil.which("lintian"):
        code, out = run(["lintian", "--allow-root", "--fail-on", "error,warning", *map(str, packages)], folder)
        tap.ok(code == 0, "deb: lintian", out.splitlines())
    else:
        tap.skip("deb: there is no lintian")
    root, work = folder / "root", folder / "debwork"
    work.mkdir()
    for package in packages:
        run(["dpkg-deb", "-x", str(package), str(root)], folder)
    libdir = next((root / "usr/lib").glob("*"))
    test_tree(Installed(tap, root / "usr", libdir, work), options, root / "usr/include/polstat",
              root / "usr/share/man", root / "usr/share/doc/libpolstat-dev/examples/slope.c", root / "usr/share")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--mode", choices=["plain", "asan", "valgrind"], default="plain")
    parser.add_argument("words", nargs="*", metavar="[deb]")
    options = parser.parse_args()
    options.build = options.build.resolve()
    tap = Tap()
    if options.mode != "plain":
        tap.skip("what is installed is tested of plain builds")
        return tap.done()
    with tempfile.TemporaryDirectory(prefix="polstat-install-") as name:
        folder = Path(name)
        if options.words == ["deb"]:
            test_deb(tap, options, folder)
        else:
            test_install(tap, options, folder)
            test_destdir(tap, options, folder)
            test_dist(tap, options, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
