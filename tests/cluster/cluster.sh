#!/bin/bash
# cluster.sh -- a small Slurm cluster on one machine, for tests; see run.py beside it.
#
# Every node is a network, host-name, mount and process namespace.  No namespace has a name: they hang on
# one process, the hub, and end with it.  Outside of them nothing is changed: no interface, route, service or file but
# the state directory.
set -u
umask 022

NODES=${PST_CLUSTER_NODES:-3}
CPUS=${PST_CLUSTER_CPUS:-4}
NET=${PST_CLUSTER_NET:-10.77.0} # inside the namespaces only
DIR=${PST_CLUSTER_DIR:-${TMPDIR:-/tmp}/polstat-cluster-$(id -u)}
SELF=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
PATH=$PATH:/usr/sbin:/sbin
export PST_CLUSTER_DIR=$DIR PST_CLUSTER_NODES=$NODES PST_CLUSTER_CPUS=$CPUS PST_CLUSTER_NET=$NET

say() { echo "cluster.sh: $*" >&2; }
die() { say "$@"; exit 1; }

# --- what has to be there ---------------------------------------------------------------------------

check() {
  local missing="" pair
  [ "$(id -u)" = 0 ] || die "needs root, to make namespaces"
  for pair in unshare:util-linux nsenter:util-linux ip:iproute2 munged:munge slurmctld:slurmctld slurmd:slurmd \
    srun:slurm-client mpirun:openmpi-bin; do
    command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair##*:}"
  done
  if [ -n "$missing" ]; then
    say "missing Debian packages:$(printf '%s\n' $missing | sort -u | tr '\n' ' ' | sed 's/^/ /')"
    exit 77
  fi
  unshare --net --uts --mount --pid --fork true 2>/dev/null || { say "this machine allows no namespaces"; exit 77; }
}

# --- who runs ---------------------------------------------------------------------------------------

# A pid alone may have gone to another process: its start time must be the one noted.
started() { cut -d ')' -f 2- "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 21; }
hub_pid() {
  local pid start
  read -r pid start 2>/dev/null <"$DIR/hub.pid" || return 1
  [ -n "$start" ] && [ "$(started "$pid")" = "$start" ] && echo "$pid"
}
inside() { # in the hub, in the present directory
  local pid
  pid=$(hub_pid) || die "no cluster is up in $DIR"
  SLURM_CONF=$DIR/slurm.conf exec nsenter --target "$pid" --mount --uts --ipc --net --pid -- \
    sh -c 'cd "$1" && shift && exec "$@"' sh "$PWD" "$@"
}
node_number() {
  case ${1:-} in n[0-9]*) set -- "${1#n}" ;; esac
  [[ ${1:-} =~ ^[0-9]+$ ]] && [ "$1" -ge 1 ] && [ "$1" -le "$NODES" ] || die "which node? 1 to $NODES"
  echo "$1"
}

# --- inside the namespaces --------------------------------------------------------------------------

write_files() {
  local i
  mkdir -p "$DIR"/{state,log,munge,own} && chmod 755 "$DIR" && chmod 700 "$DIR/munge" || return 1
  head -c 1024 /dev/urandom >"$DIR/munge/key" && chmod 400 "$DIR/munge/key" || return 1
  { echo "127.0.0.1 localhost"; echo "$NET.1 ctl"; for ((i = 1; i <= NODES; i++)); do echo "$NET.1$i n$i"; done; } >"$DIR/hosts"
  # Each node mounts a file system of its own on own/: PMIx puts sockets there by job, not by node.
  echo "PMIxCliTmpDirBase=$DIR/own" >"$DIR/mpi.conf"
  cat >"$DIR/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=ctl($NET.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$DIR/munge/socket
CredType=cred/munge
StateSaveLocation=$DIR/state
SlurmdSpoolDir=$DIR/spool.%n
SlurmctldPidFile=$DIR/slurmctld.pid
SlurmdPidFile=$DIR/slurmd.%n.pid
SlurmctldLogFile=$DIR/log/slurmctld.log
SlurmdLogFile=$DIR/log/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
PropagateResourceLimits=NONE
ReturnToService=2
SlurmdTimeout=10
SlurmctldTimeout=30
MessageTimeout=5
TCPTimeout=2
InactiveLimit=0
KillWait=2
JobRequeue=1
SchedulerParameters=sched_interval=2,batch_sched_delay=0
SlurmdParameters=config_overrides
$(for ((i = 1; i <= NODES; i++)); do echo "NodeName=n$i NodeAddr=$NET.1$i CPUs=$CPUS RealMemory=4000 State=UNKNOWN"; done)
PartitionName=main Nodes=n[1-$NODES] Default=YES MaxTime=INFINITE State=UP
CONF
}

run_node() { # process 1 of a node
  hostname "n$1"
  mount --bind "$DIR/hosts" /etc/hosts && mount -t tmpfs own "$DIR/own" || exit 1
  ip link set lo up
  until ip link show eth0 >/dev/null 2>&1; do sleep 0.02; done # the hub hands it in
  ip addr add "$NET.1$1/24" dev eth0 && ip link set eth0 up || exit 1
  slurmd -D -N "n$1" >"$DIR/log/n$1.out" 2>&1 </dev/null &
  wait
}

start_node() {
  mkdir -p "$DIR/spool.n$1"
  SLURM_CONF=$DIR/slurm.conf unshare --net --uts --ipc --mount --pid --fork --kill-child --mount-proc \
    bash "$SELF" _node "$1" </dev/null >"$DIR/log/n$1.start" 2>&1 &
  echo $! >"$DIR/n$1.pid"
  until [ "$(readlink "/proc/$!/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.02; done
  ip link add "v$1" type veth peer name eth0 netns $! && ip link set "v$1" master br0 up
}

run_hub() { # process 1 of the hub: when it ends, all that is below ends
  local i
  trap 'exit 0' TERM
  hostname ctl
  mount --bind "$DIR/hosts" /etc/hosts && ip link set lo up && ip link add br0 type bridge \
    && ip addr add "$NET.1/24" dev br0 && ip link set br0 up || exit 1
  munged --foreground --force --key-file="$DIR/munge/key" --socket="$DIR/munge/socket" --pid-file="$DIR/munge/pid" \
    --log-file="$DIR/log/munged.log" --seed-file="$DIR/munge/seed" >"$DIR/log/munged.out" 2>&1 </dev/null &
  until [ -S "$DIR/munge/socket" ]; do sleep 0.02; done
  SLURM_CONF=$DIR/slurm.conf slurmctld -D >"$DIR/log/slurmctld.out" 2>&1 </dev/null &
  for ((i = 1; i <= NODES; i++)); do start_node "$i" || exit 1; done
  touch "$DIR/ready"
  while :; do sleep 3600 & wait $!; done
}

# --- commands ---------------------------------------------------------------------------------------

up() {
  local t deadline=$((SECONDS + 55)) pid
  check
  hub_pid >/dev/null && die "a cluster is up already in $DIR"
  [ ! -e "$DIR" ] || [ -f "$DIR/hub.pid" ] || [ -z "$(ls -A "$DIR")" ] || die "$DIR has files that are not mine"
  rm -rf "$DIR"
  write_files || die "cannot write to $DIR"
  # setsid: a signal to the caller's group does not reach it.
  setsid unshare --net --uts --ipc --mount --pid --fork --kill-child --mount-proc \
    bash "$SELF" _hub </dev/null >"$DIR/log/hub.out" 2>&1 &
  for ((t = 0; t < 100; t++)); do # the child of unshare is process 1 inside
    pid=$(cat "/proc/$!/task/$!/children" 2>/dev/null); pid=${pid%% *}
    [ -n "$pid" ] && break
    sleep 0.05
  done
  [ -n "$pid" ] || die "no namespace: $(cat "$DIR/log/hub.out")"
  echo "$pid $(started "$pid")" >"$DIR/hub.pid"
  while [ "$(idle)" != "$NODES" ]; do
    hub_pid >/dev/null || { cat "$DIR"/log/*.out >&2; die "the hub ended; its logs are in $DIR/log"; }
    [ $SECONDS -lt $deadline ] || { tail -n 5 "$DIR"/log/* >&2; (down); die "not up in time"; }
    sleep 0.2
  done
  say "$NODES nodes with $CPUS CPUs each are up after $SECONDS s; state in $DIR"
}
idle() { [ -f "$DIR/ready" ] && (inside sinfo -h -N -t idle -o %N 2>/dev/null) | grep -c .; }

down() {
  local pid t
  if pid=$(hub_pid); then
    kill -TERM "$pid"
    for ((t = 0; t < 100; t++)); do
      hub_pid >/dev/null || break
      [ $t = 20 ] && kill -KILL "$pid"
      sleep 0.05
    done
    hub_pid >/dev/null && die "process $pid does not end"
  fi
  if [ -f "$DIR/hub.pid" ]; then rm -rf "$DIR"; fi
}

kill_node() { # all its processes, at once
  local n
  n=$(node_number "${1:-}") || exit 1
  (inside sh -c 'kill -KILL "$(cat "$1")"' sh "$DIR/n$n.pid") && say "n$n is killed"
}
cut_node() { # its processes go on, but nobody hears them
  local n
  n=$(node_number "${1:-}") || exit 1
  (inside ip link set "v$n" "$2") && say "the cable of n$n is $2"
}
revive_node() { # after kill-node
  local n
  n=$(node_number "${1:-}") || exit 1
  (inside bash "$SELF" _start "$n") && say "n$n starts"
}
status() {
  hub_pid >/dev/null || { say "down"; exit 3; }
  inside sinfo -N -o "%N %T %C %E"
}

case ${1:-} in
up) up ;;
down) down ;;
run) shift; [ $# -gt 0 ] || die "run what?"; inside "$@" ;;
status) status ;;
kill-node) kill_node "${2:-}" ;;
cut-node) cut_node "${2:-}" down ;;
mend-node) cut_node "${2:-}" up ;;
revive-node) revive_node "${2:-}" ;;
check) check ;;
_hub) run_hub ;;
_node) run_node "$2" ;;
_start) start_node "$2" ;;
*) die "up | run CMD... | down | status | kill-node N | cut-node N | mend-node N | revive-node N | check" ;;
esac
