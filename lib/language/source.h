/* source.h -- the text of a claims file or of an option, its places, and what is wrong with it.

   All     Tested    test_language.c, test_claim_errors.c  */
#ifndef PST_LANGUAGE_SOURCE_H
#define PST_LANGUAGE_SOURCE_H

#include <stdarg.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

/* What is wrong, and where.  COLUMN counts characters from 1; SOURCE is the line of FILE, for a
   caret under the column ("" when there is none: an error in data, or a file that is not there). */
struct pst_problem {
  enum pst_status status; /* PST_USAGE: the text; PST_BAD_DATA, PST_IO, PST_NO_MEMORY */
  const char *file;
  unsigned long line, column; /* 0 when there is none */
  size_t at;                  /* byte of the text, where the place is one of it */
  const char *message;
  const char *source;
};

struct pst_source {
  const char *path;
  struct pst_text text;
  size_t *lines; /* offset of each line's first byte */
  size_t line_count;
  struct pst_arena *arena; /* of the results */
  struct pst_problem *errors;
  size_t error_count, error_capacity;
  bool failed; /* memory is out */
};

/* pst_source_open: find the lines of TEXT, which must outlive SOURCE.
   Given     path   of the file, for messages; "" for an option
   Returned  false when memory is out
   Cost      O(size of TEXT)
   Tested    test_language.c  */
bool pst_source_open(struct pst_source *source, const char *path, struct pst_text text,
                     struct pst_arena *arena);

/* pst_source_close: the errors; what is in the arena stays.
   Given     a source that was opened
   Cost      O(1)  */
void pst_source_close(struct pst_source *source);

/* pst_source_place: line and character (both from 1) of the byte AT.
   Given     AT, up to the size of the text
   Returned  LINE and COLUMN
   Cost      O(log lines + size of the line)  */
void pst_source_place(const struct pst_source *source, size_t at, unsigned long *line,
                      unsigned long *column);

/* pst_source_character: the character (from 1) of the byte AT, counted from the first of TEXT.
   Given     TEXT in UTF-8; AT, perhaps behind its end
   Returned  the number of the character
   Cost      O(AT)  */
unsigned long pst_source_character(struct pst_text text, size_t at);

/* pst_source_fail: add an error at the byte AT, as PST_USAGE.
   pst_source_fail_as: the same with a status, and a place in a data file (NULL: none).
   Given     a message of at most 1023 bytes
   Returned  false, always: to end with; source->failed when memory is out
   Cost      O(log lines + size of the line)  */
bool pst_source_fail(struct pst_source *source, size_t at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool pst_source_fail_as(struct pst_source *source, enum pst_status status, const char *file,
                        unsigned long line, const char *message);

/* pst_source_slice: the bytes FROM..TO on one line, comments left out, blanks single.
   Given     FROM, at most TO, which is at most the size of the text
   Returned  the text, in the arena; "" when memory is out
   Cost      O(TO - FROM)  */
const char *pst_source_slice(struct pst_source *source, size_t from, size_t to);

/* pst_source_copy: TEXT closed by NUL, in the arena; "" when memory is out.
   Given     TEXT, any bytes
   Returned  the copy
   Cost      O(size of TEXT)  */
const char *pst_source_copy(struct pst_source *source, struct pst_text text);

#endif
