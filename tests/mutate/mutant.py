"""A fault built: the object of the changed source, and the programs that are linked with it when they are asked for."""
import os
import re
import shlex
import subprocess
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Tools:
    """How sources are compiled and programs linked, as the Makefile says."""

    def __init__(self, compiler, flags, link_flags, libraries):
        self.compile = [*shlex.split(compiler), *shlex.split(flags), "-g0", "-c"]
        self.link = [*shlex.split(compiler), *shlex.split(flags)]
        self.tail = [*shlex.split(link_flags), *shlex.split(libraries)]

    def object_of(self, text, name, folder):
        """The object of TEXT, the source NAME, in FOLDER; None when the compiler refuses it."""
        source, made = folder / name, folder / f"{name[:-2]}.o"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(text)
        made.unlink(missing_ok=True)
        done = subprocess.run([*self.compile, str(source), "-o", str(made)], cwd=ROOT, capture_output=True)
        return made if done.returncode == 0 else None


class Overlay:
    """A folder that looks like the build; what is in it was linked there, or is that of the build."""

    def __init__(self, build, folder):
        self.build, self.folder, self.locks, self.fresh = build, folder, {}, set()
        self.lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)
        for beside in ("lib", "obj"):  # polstat-mpi.so, and what the suites link by themselves
            if (build / beside).exists() and not (folder / beside).exists():
                (folder / beside).symlink_to(build / beside)
        for name in [*self.names("bin"), *self.names("tests")]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            self.reset(name)

    def names(self, part):
        return [str(p.relative_to(self.build)) for p in (self.build / part).rglob("*")
                if p.is_file() and os.access(p, os.X_OK)]

    def reset(self, name):
        place = self.folder / name
        place.unlink(missing_ok=True)
        place.symlink_to(self.build / name)

    def clear(self):
        for name in self.fresh:
            self.reset(name)
        self.fresh, self.locks = set(), {}

    def ensure(self, program, made, tools):
        """PROGRAM linked with the object MADE before the library, whose member of that name is then not taken."""
        with self.lock:
            lock = self.locks.setdefault(program, threading.Lock())
        with lock:
            if program in self.fresh or not (self.build / program).exists():
                return
            self.link(program, made, tools)
            self.fresh.add(program)

    def link(self, program, made, tools):
        objects = [str(p) for p in objects_of(program, self.build)]
        place = self.folder / program
        new = place.with_suffix(".new")
        subprocess.run([*tools.link, *objects, str(made), str(self.build / "libsupport.a"), str(self.build / "libpolstat.a"),
                        *tools.tail, "-o", str(new)], cwd=ROOT, check=True, capture_output=True)
        new.rename(place)


def objects_of(program, build):
    """The objects that a program has of its own."""
    path = Path(program)
    if path.parts[0] == "bin":
        name = path.name.removeprefix("polstat-")
        return [build / f"obj/analysis/{name}.o"]
    room = re.fullmatch(r"tests/reference/driver_(\w+)", program)
    if room and (build / f"obj/tests/reference/{room.group(1)}").is_dir():
        return sorted((build / f"obj/tests/reference/{room.group(1)}").glob("*.o"))
    return [build / f"obj/{program}.o"]


def same_code(one, other):
    return one.read_bytes() == other.read_bytes()
