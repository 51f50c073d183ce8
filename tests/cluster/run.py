#!/usr/bin/env python3
"""run.py [--build DIR]

Parts of one input under Slurm: a cluster of three nodes on this machine, each in namespaces of its own (cluster.sh), runs

  srun      `srun -K -N3` with 3 and 7 tasks, each of which makes its part
  array     a job array, whose tasks know by their numbers which parts they are
  docs      the commands for a cluster of docs/SCALE.md, as they stand there but for the number of tasks of srun
  a rank    that is killed: -K ends the others, the same command again makes what is not there, and merge names it meanwhile
  a node    that is killed under a part: the job ends, merge names the part, and it is made when the node is back
  MPI       `srun -K -N3 --mpi=pmix` with 3 and 7 ranks that work together; with --checkpoint one of them is killed, and
            the cable of a node is cut: the same command goes on, and reads what is not there alone

and holds what polstat merge gives to the bytes of one process.  Root and the Debian packages slurmctld, slurmd,
slurm-client, munge, openmpi-bin and iproute2 are needed; without them all is skipped, and said so; so is what needs polstat-mpi.so, where it was not built.  Open MPI 4.1.4
crashes in one of some sixty starts over three nodes (in mca_btl_tcp), and one in some hundred of 12 ranks did not come up: such a
job is started again, twice at most, and that is said.
"""
import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parents[0] / "support"))
from tap import Tap  # noqa: E402

COMMAND = "polstat trend table.csv -g g --time year -y v --duplicates keep -q"
PRINTED = "polstat trend table.csv -g g --time year -y v --duplicates keep"
CHECKED = PRINTED + " --checkpoint ck --unit 40K"
PATIENCE = 300  # seconds, around every command


def make_table(path):
    chance = random.Random(5)
    with open(path, "w") as out:
        out.write("g,year,v,note\n")
        for i in range(30000):
            note = '"two\nlines, %d"' % i if chance.random() < 0.05 else "x"
            out.write("G%d,%d,%.2f,%s\n" % (chance.randrange(9), 2000 + i % 20, chance.gauss(50, 9), note))


class Cluster:
    def __init__(self, folder, bins):
        self.folder, self.bins = folder, bins
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


MEAN = " --aggregate mean -q"


def documented(begins):
    """The block of docs/SCALE.md whose first command begins so; the cluster has 12 processors."""
    blocks = re.findall(r"(?:^    .*\n)+", (ROOT / "docs/SCALE.md").read_text(), re.MULTILINE)
    found = [re.sub("^    ", "", b, flags=re.MULTILINE) for b in blocks if b.strip().startswith(begins)]
    return found[0].replace("-n64", "-n12") if len(found) == 1 else "false # %d blocks with %s" % (len(found), begins)


def until_done(cluster):
    return cluster.run("while [ -n \"$(squeue -h)\" ]; do sleep 0.5; done")


def made(work):
    return {n: (work / "parts" / n).stat().st_mtime_ns for n in parts_of(work)}


def array_of_the_page(cluster, work, tap):
    """The job array and the merge behind it; then two parts that are lost, by an array of these two."""
    command = "polstat trend big.csv -g region --time year -y value"
    empty(work)
    plain = cluster.run(command + MEAN)
    said = documented("job=$(sbatch")
    first = cluster.run(said.replace(command, command + MEAN))
    until_done(cluster)
    result = (work / "result.csv").read_text() if (work / "result.csv").exists() else None
    tap.ok(first.returncode == 0 and command in said and result == plain.stdout != "",
           "docs/SCALE.md: a job array, %d parts, and the merge behind it" % len(parts_of(work)), [said, repr(first)])
    for name in ("5.pst", "17.pst"):
        (work / "parts" / name).unlink(missing_ok=True)
    there = made(work)
    again = cluster.run("PARTS=64 sbatch --array=5,17 parts.slurm " + command + MEAN)
    until_done(cluster)
    merged = cluster.run("polstat merge parts/*.pst")
    now = made(work)
    tap.ok(again.returncode == 0 and merged.stdout == plain.stdout and len(there) == 62 and len(now) == 64
           and all(now[n] == when for n, when in there.items()), "docs/SCALE.md: two parts alone are made again",
           [repr(again), repr(merged)])


def ranks_of_the_page(cluster, work, tap, begins, more):
    said = documented(begins).splitlines()
    said = "; ".join(said[:2] if begins.startswith("mkdir") else said[:1]).replace("/scratch/", "")
    (work / "trend.csv").unlink(missing_ok=True)
    command = "timeout 90 " + said.replace("-y value", "-y value --duplicates keep") + more
    for turn in range(3):
        done = cluster.run(command.replace("timeout 90 mkdir", "mkdir"))
        if done.returncode != 124 and "mca_btl_tcp" not in done.stderr:
            break
        tap.note("MPI crashed at its start, or did not start in 90 s: started again (%d)" % (turn + 1))
    got = (work / "trend.csv").read_bytes() if (work / "trend.csv").exists() else None
    tap.ok(done.returncode == 0 and got == (work / "plain.csv").read_bytes(), "docs/SCALE.md: " + said, [repr(done)])


def by_the_page(cluster, work, tap):
    """A researcher with an account types these."""
    shutil.copy(ROOT / "docs/examples/parts.slurm", work)
    (work / "big.csv").write_text((work / "table.csv").read_text().replace("g,year,v,note", "region,year,value,note", 1))
    array_of_the_page(cluster, work, tap)
    empty(work)
    cluster.run("polstat trend big.csv -g region --time year -y value --duplicates keep -o plain.csv")
    ranks_of_the_page(cluster, work, tap, "mkdir -p parts", " && polstat merge -q parts/*.pst -o trend.csv")
    if (Path(cluster.bins).parent / "lib/polstat/polstat-mpi.so").exists():
        ranks = "srun -K --mpi=pmix -n64 polstat trend big.csv -g region --time year -y value "
        ranks_of_the_page(cluster, work, tap, ranks + "-o", "")
        ranks_of_the_page(cluster, work, tap, ranks + "--checkpoint", "")


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
    job = subprocess.Popen(["bash", HERE / "cluster.sh", "run", "timeout", "-k", "5", "280", "srun", "-K", "-N3", "-n3", "sh",
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


def start_ranks(cluster, tap, n, command):
    """Once more after a crash below MPI_Init, which is none of ours."""
    for turn in range(3):
        done = cluster.run("srun -K -N3 -n%d --mpi=pmix %s" % (n, command))
        if done.returncode == 0 or "mca_btl_tcp" not in done.stderr:
            break
        tap.note("MPI crashed at its start, below mca_btl_tcp: started again (%d)" % (turn + 1))
    return done


def by_mpi(cluster, work, tap):
    plain = cluster.run(PRINTED)
    for n in (3, 7):
        done = start_ranks(cluster, tap, n, PRINTED)
        tap.ok((done.returncode, done.stdout, done.stderr) == (0, plain.stdout, plain.stderr),
               "srun -N3 -n%d --mpi=pmix: ranks together" % n, [repr(done), repr(plain)])
        done = start_ranks(cluster, tap, n, PRINTED.replace("-y v", "-y w"))
        tap.ok(done.returncode == 2 and done.stdout == "" and done.stderr.count("has no column") == 1,
               "a column that is not there is told once", [repr(done)])
    lost = cluster.run("srun -K -N3 -n3 " + PRINTED)
    # 143 where -K ends a task before it comes to say so itself.
    tap.ok(lost.returncode in (2, 143) and lost.stdout == "" and "--mpi=pmix" in lost.stderr, "tasks without MPI are told of it", [repr(lost)])


def kept(work):
    return {p.name: p.stat().st_mtime_ns for p in (work / "ck").glob("*-of-*.pst")}


def goes_on(cluster, work, tap, there, name):
    """What is there is not read again, by 2 ranks where 3 were."""
    done = cluster.run("srun -K -N2 -n2 --mpi=pmix %s" % CHECKED)
    told = re.search(r"(\d+) of \d+ units were in ck", done.stderr)
    plain = cluster.run(PRINTED)
    now = kept(work)
    tap.ok(done.returncode == 0 and done.stdout == plain.stdout and told and int(told[1]) == len(there)
           and all(now[k] == when for k, when in there.items()), "%s: the same command goes on (%d units were there)" % (name, len(there)),
           [repr(done)])


def empty_kept(work):
    for path in (work / "ck").glob("*"):
        path.unlink()


def killed_mpi_rank(cluster, work, tap):
    empty_kept(work)
    kill = ("if [ $SLURM_PROCID = 1 ]; then (while [ $(ls ck 2>/dev/null | wc -l) -lt 3 ]; do sleep 0.01; done; kill -9 $$) & fi; "
            "exec %s" % CHECKED)
    done = cluster.run("srun -K -N3 -n3 --mpi=pmix sh -c '%s'" % kill)
    there = kept(work)
    tap.ok(done.returncode != 0 and done.stdout == "" and there, "a killed rank of MPI ends the job", [repr(done)])
    goes_on(cluster, work, tap, there, "after a killed rank of MPI")


def cut_node(cluster, work, tap):
    """The rank on node 2 stands still once units are there; then nobody hears of it."""
    empty_kept(work)
    stop = ("if [ $SLURM_PROCID = 1 ]; then (while [ $(ls ck 2>/dev/null | wc -l) -lt 3 ]; do sleep 0.01; done; kill -STOP $$) & fi; "
            "exec %s" % CHECKED)
    job = subprocess.Popen(["bash", HERE / "cluster.sh", "run", "timeout", "-k", "5", "280", "srun", "-K", "-N3", "-n3", "--mpi=pmix",
                            "sh", "-c", stop], cwd=work, env=cluster.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(8)
    cluster.script("cut-node", "2")
    out, err = job.communicate(timeout=PATIENCE)
    there = kept(work)
    tap.ok(job.returncode != 0 and out == "" and "Node failure" in err and there, "a cut node ends the job", [repr((job.returncode, out, err))])
    cluster.script("mend-node", "2")
    time.sleep(6)
    goes_on(cluster, work, tap, there, "after a cut node")


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
            for test in (by_srun, by_array, by_the_page, killed_rank, killed_node):
                test(cluster, work, tap)
            if (bins.parent / "lib/polstat/polstat-mpi.so").exists():
                for test in (by_mpi, killed_mpi_rank, cut_node):
                    test(cluster, work, tap)
            else:
                tap.skip("ranks of MPI: polstat-mpi.so was not built (libopenmpi-dev)")
        finally:
            cluster.script("down")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
