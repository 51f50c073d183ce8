/* file.h -- files and pipes with given bytes, for tests of what reads them. */
#ifndef PST_TESTS_FILE_H
#define PST_TESTS_FILE_H

#include <stddef.h>
#include <stdint.h>

/* file_put: a file NAME with SIZE bytes of DATA, in a folder that goes when the program ends; returns
   its path, good until the end. */
const char *file_put(const char *name, const char *data, size_t size);
/* file_text: the same with a C string. */
const char *file_text(const char *name, const char *text);
/* file_path: where a file NAME would be. */
const char *file_path(const char *name);
/* file_get: the contents of PATH as a C string, to be freed. */
char *file_get(const char *path);

/* pipe_put: make DATA come from standard input, in pieces of random sizes up to MOST bytes drawn from
   SEED (0: one byte at a time).  pipe_end: wait for the writer and close; to be called after each. */
void pipe_put(const char *data, size_t size, size_t most, uint64_t seed);
void pipe_end(void);

#endif
