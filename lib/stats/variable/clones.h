/* clones.h -- PST_CLONES before a function: it is compiled twice, and the processor that runs it chooses.

   For inner loops of plain arithmetic only, whose results are the same bits either way: no sum is
   reordered, no product contracted, and fma is exact with and without an instruction of its own.
   Compilers and processors without the means compile it once; so do sanitizers of addresses and threads, as the choice
   is made before they are there. */
#ifndef PST_STATS_VARIABLE_CLONES_H
#define PST_STATS_VARIABLE_CLONES_H

#if defined __x86_64__ && defined __GNUC__ && !defined __clang__ && !defined __SANITIZE_ADDRESS__  \
    && !defined __SANITIZE_THREAD__
#define CLONES_OF_X86_64 __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES_OF_X86_64
#endif

#define PST_CLONES CLONES_OF_X86_64

#endif
