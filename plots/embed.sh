#!/bin/sh
# embed.sh NAME FILE: FILE as a C array of characters, closed by NUL.
printf 'extern const char %s[];\nconst char %s[] = {\n' "$1" "$1"
od -An -v -tu1 "$2" | sed 's/\([0-9][0-9]*\)/\1,/g'
printf '0};\n'
