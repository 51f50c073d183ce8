/* source.h -- the text of a claims file, its places, and the errors found in it. */
#ifndef PST_CLAIM_READ_SOURCE_H
#define PST_CLAIM_READ_SOURCE_H

#include <stdarg.h>

#include "base/arena.h"
#include "base/text.h"
#include "claim/verdict.h"

struct pst_source {
  const char *path;
  struct pst_text text;
  size_t *lines; /* offset of each line's first byte */
  size_t line_count;
  struct pst_arena *arena; /* of the results */
  struct pst_claim_error *errors;
  size_t error_count, error_capacity;
  bool failed; /* memory is out */
};

/* pst_source_open: find the lines of TEXT, which must outlive SOURCE. */
bool pst_source_open(struct pst_source *source, const char *path, struct pst_text text,
                     struct pst_arena *arena);
void pst_source_close(struct pst_source *source);

/* pst_source_place: line and character (both from 1) of the byte AT. */
void pst_source_place(const struct pst_source *source, size_t at, unsigned long *line,
                      unsigned long *column);

/* pst_source_fail: add an error at the byte AT; returns its index.  Always false: to end with. */
bool pst_source_fail(struct pst_source *source, size_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* pst_source_fail_as: the same with a status, and a place in a data file (NULL: none). */
bool pst_source_fail_as(struct pst_source *source, enum pst_status status, const char *file,
                        unsigned long line, const char *message);

/* pst_source_slice: the bytes FROM..TO on one line, comments left out, blanks single. */
const char *pst_source_slice(struct pst_source *source, size_t from, size_t to);

/* pst_source_copy: TEXT closed by NUL, in the arena; "" when memory is out. */
const char *pst_source_copy(struct pst_source *source, struct pst_text text);

#endif
