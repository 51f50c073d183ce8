/* memory.h -- what happens when a library asks for memory and there is none. */
#ifndef PST_CLI_MEMORY_H
#define PST_CLI_MEMORY_H

#include <stddef.h>

/* pst_memory_begin: from now on GMP, when it gets no memory, ends the program with the message of
   any other failure of memory and PST_EXIT_ENVIRONMENT; left to itself it aborts.  And jansson, which
   may leave something out of a text, says that it got none (base/error.h).
   Cost      nothing until numbers are large
   Tested    test_memory.c  */
void pst_memory_begin(void);

/* pst_memory_take, pst_memory_again: calloc and realloc that end the program so, for any other library that would abort.
   Returned  never NULL
   Tested    test_memory.c  */
void *pst_memory_take(size_t count, size_t size);
void *pst_memory_again(void *old, size_t size);

#endif
