#!/bin/sh
# batch.sh OBJECT SOURCE... -- COMPILER FLAG... -- compile sources of lib as one, or one by one where names collide.
object=$1
shift
sources=
while [ "$1" != -- ]; do
	sources="$sources $1"
	shift
done
shift
stem=${object%.o}
mkdir -p "${object%/*}"
for source in $sources; do
	echo "#include \"${source#lib/}\""
done >"$stem.c"
if "$@" -MMD -MP -c "$stem.c" -o "$object" 2>"$stem.err"; then
	rm -f "$stem.err"
	exit 0
fi
# An error of the sources themselves is told here.
pieces=
for source in $sources; do
	piece=$stem.$(echo "${source%.c}" | tr / _).o
	"$@" -MMD -MP -MT "$object" -c "$source" -o "$piece" || exit
	pieces="$pieces $piece"
done
ld -r -o "$object" $pieces || exit
cat $(echo "$pieces" | sed 's/\.o\>/.d/g') >"$stem.d"
rm -f $pieces $(echo "$pieces" | sed 's/\.o\>/.d/g')
echo "batch.sh: $stem: compiled one by one, for $(sed -n 's/.*error: //p' "$stem.err" | head -1) (make batches mends that)"
