#!/bin/sh
# step.sh 'WHAT' COMMAND...: says what is done, runs COMMAND, and ends the line with its seconds.
# What COMMAND prints follows the line; its exit code is passed on.
what=$1
shift
log=$(mktemp) || exit
trap 'rm -f "$log"' EXIT
printf '%s' "$what"
start=$(date +%s%N)
"$@" >"$log" 2>&1
code=$?
printf ' (%s s)\n' "$(awk -v ns="$(($(date +%s%N) - start))" 'BEGIN { printf "%.1f", ns / 1e9 }')"
cat "$log"
exit "$code"
