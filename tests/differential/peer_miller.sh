# peer_miller.sh FOLDER: the statistics of the tables in FOLDER by Miller: lines `table,key,value`.
set -e
for kind in n:count mean:mean min:min max:max median:p50 q0.25:p25 q0.75:p75; do
  mlr --icsv --ocsv filter '$y != ""' then stats1 -i -a "${kind#*:}" -f y -g table \
    then put -q 'print $table . ",describe|'"${kind%%:*}"'|estimate," . $[[[2]]]' "$1/panel.csv"
done
for kind in sum:sum mean:mean count:count median:p50 min:min max:max 'quantile(0.25):p25'; do
  mlr --icsv --ocsv filter '$y != ""' then stats1 -i -a "${kind#*:}" -f y -g table,g,t \
    then put -q 'print $table . ",aggregate|'"${kind%%:*}"'|" . $g . "|" . $t . "," . $[[[4]]]' "$1/many.csv"
done
