#!/usr/bin/env python3
"""run.py [--build DIR]

Parts of one input under Slurm: a cluster of three nodes on this machine, each in namespaces of its own (cluster.sh), runs

  srun      `srun -K -N3` with 3 and 7 tasks, each of which makes its part
  array     a job array, whose tasks know by their numbers which parts they are
  a rank    that is killed: -K ends the others, the same command again makes what is not there, and merge names it meanwhile
  a node    that is killed under a part: the job ends, merge names the part, and it is made when the node is back

and holds what polstat merge gives to the bytes of one process.  Root and the Debian packages slurmctld, slurmd,
slurm-client, munge, openmpi-bin and iproute2 are needed; without them all is skipped, and said so.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[0] / "support"))
from tap import Tap  # noqa: E402

COMMAND = "polstat trend table.csv -g g --time year -y v --duplicates keep -q"
PATIENCE = 120  # seconds, around every command


def make_table(path):
    chance = random.Random(5)
    with open(path, "w") as out:
        out.write("g,year,v,note\n")
        for i in range(30000):
            note = '"two\nlines, %d"' % i if chance.random() < 0.05 else "x"
            out.write("G%d,%d,%.2f,%s\n" % (chance.randrange(9), 2000 + i % 20, chance.gauss(50, 9), note))


class Cluster:
    def __init__(self, folder, bins):
        self.folder = folder
        self.env = dict(os.environ, PST_CLUSTER_DIR=str(folder / "cluster"),
                        PATH="%s:%s:/usr/sbin:/sbin" % (bins, os.environ["PATH"]))

    def script(self, *words):
        return subprocess.run(["bash", HERE / "cluster.sh", *words], cwd=self.folder / "work", env=self.env,
                              capture_output=True, text=True, timeout=PATIENCE)

    def run(self, command):
        return self.script("run", "timeout", "-k", "5", str(PATIENCE - 20), "sh", "-c", command)


def parts_of(folder):
    return sorted(p.name for p in (folder / "parts").glob("*.pst"))


def empty(folder):
    (folder / "parts").mkdir(exist_ok=True)
    for path in (folder / "parts").iterdir():
        path.unlink()


def same(cluster, work, tap, name, reasons):
    merged = cluster.run("polstat merge -q parts/*.pst -o merged.csv")
    got = (work / "merged.csv").read_bytes() if merged.returncode == 0 else merged.stderr
    tap.ok(got == (work / "one.csv").read_bytes(), name, reasons + [merged.stderr])


def by_srun(cluster, work, tap):
    for n in (3, 7):
        empty(work)
        done = cluster.run("srun -K -N3 -n%d %s --part slurm -o parts/%%k.pst" % (n, COMMAND))
        same(cluster, work, tap, "srun -N3 -n%d: parts %s" % (n, len(parts_of(work))), [done.stderr])


def by_array(cluster, work, tap):
    empty(work)
    done = cluster.run("sbatch -W --array=1-5 -o log.%%a --wrap 'exec %s --part slurm -o parts/$SLURM_ARRAY_TASK_ID.pst'"
                       % COMMAND)
    same(cluster, work, tap, "a job array of 5", [done.stderr])


def killed_rank(cluster, work, tap):
    """Task 1 of 3 is killed before it has written; the others are ended or done."""
    empty(work)
    kill = "if [ $SLURM_PROCID = 1 ]; then kill -KILL $$; fi; exec %s --part slurm -o parts/%%k.pst" % COMMAND
    done = cluster.run("srun -K -N3 -n3 sh -c '%s'" % kill)
    tap.ok(done.returncode != 0 and "2.pst" not in parts_of(work), "a killed rank ends the job", [done.stderr])
    if not parts_of(work):  # all were ended before they had written
        cluster.run("%s --part 1/3 -o parts/1.pst" % COMMAND)
    merged = cluster.run("polstat merge -q parts/*.pst")
    tap.ok(merged.returncode == 6 and "part 2 of 3 is missing: polstat trend" in merged.stderr,
           "merge names the part that is not there", [merged.stderr])
    there = {name: (work / "parts" / name).stat().st_mtime_ns for name in parts_of(work)}
    cluster.run("srun -K -N3 -n3 sh -c 'k=$((SLURM_PROCID + 1)); [ -e parts/$k.pst ] || exec %s --part slurm -o parts/%%k.pst'"
                % COMMAND)
    tap.ok(all((work / "parts" / name).stat().st_mtime_ns == when for name, when in there.items()),
           "parts that are there are not made again")
    same(cluster, work, tap, "the same parts after a killed rank", [])


def killed_node(cluster, work, tap):
    empty(work)
    slow = "[ $SLURM_PROCID != 1 ] || sleep 60; exec %s --part slurm -o parts/%%k.pst" % COMMAND
    job = subprocess.Popen(["bash", HERE / "cluster.sh", "run", "timeout", "-k", "5", "100", "srun", "-K", "-N3", "-n3", "sh",
                            "-c", slow], cwd=work, env=cluster.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(4)
    cluster.script("kill-node", "2")
    _, err = job.communicate(timeout=PATIENCE)
    # srun's exit code may be 0 when the other tasks were done before: merge tells what is not there.
    merged = cluster.run("polstat merge -q parts/*.pst")
    tap.ok("Node failure" in err and merged.returncode == 6 and "part 2 of 3 is missing" in merged.stderr,
           "a killed node ends the job, and merge names its part", [err, merged.stderr])
    cluster.script("revive-node", "2")
    time.sleep(4)
    done = cluster.run("srun -K -N3 -n3 sh -c 'k=$((SLURM_PROCID + 1)); [ -e parts/$k.pst ] || exec %s --part slurm "
                       "-o parts/%%k.pst'" % COMMAND)
    same(cluster, work, tap, "the same parts after a killed node", [done.stderr])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    bins = Path(parser.parse_args().build).resolve() / "bin"
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        work = folder / "work"
        work.mkdir()
        cluster = Cluster(folder, bins)
        check = cluster.script("check")
        if check.returncode != 0:
            tap.skip("cluster: %s" % check.stderr.strip())
            return tap.done()
        make_table(work / "table.csv")
        up = cluster.script("up")
        try:
            if not tap.ok(up.returncode == 0, "three nodes are up", [up.stderr]):
                return tap.done()
            cluster.run("%s -o one.csv" % COMMAND)
            for test in (by_srun, by_array, killed_rank, killed_node):
                test(cluster, work, tap)
        finally:
            cluster.script("down")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
