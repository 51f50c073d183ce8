#!/bin/sh
# header.sh FILE.h: the header for those who use the library, from C or from C++: what is behind its last #include
# has C linkage in C++.
awk '
  { line[NR] = $0 }
  /^#[ \t]*include / { last = NR }
  /^#define PST_[A-Z0-9_]*_H$/ && guard == 0 { guard = NR }
  /^#endif/ { end = NR }
  END {
    if (last < guard) last = guard
    for (i = 1; i <= NR; i++) {
      if (i == end) print "#ifdef __cplusplus\n}\n#endif\n"
      print line[i]
      if (i == last) print "\n#ifdef __cplusplus\nextern \"C\" {\n#endif"
    }
  }' "$1"
