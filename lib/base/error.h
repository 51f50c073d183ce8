/* error.h -- what can go wrong, said once and carried upwards.

   A function that can fail returns enum pst_status and takes struct pst_error * last.  The library
   never prints and never exits: the program prints the one message and maps the status to its exit
   code (lib/cli/program.h). */
#ifndef PST_BASE_ERROR_H
#define PST_BASE_ERROR_H

#include <stdbool.h>

enum pst_status {
  PST_OK = 0,
  PST_UNDEFINED, /* the statistic has no value for this data: too few rows, a constant series */
  PST_USAGE,     /* what was asked for does not exist or does not fit: option, column, method */
  PST_BAD_DATA,  /* the input says something that cannot be read as it was declared */
  PST_IO,        /* file, pipe, disk, or a program that is not installed */
  PST_NO_MEMORY,
  PST_AGAIN /* parts of the work are missing, or were made of something else: they are to be made */
};

struct pst_error {
  enum pst_status status;
  char file[512];       /* "" when the error has no place */
  unsigned long line;   /* physical line, from 1; 0 when there is none */
  unsigned long column; /* character of that line, from 1; 0 when there is none */
  char message[1024];   /* one sentence, no full stop: what, and what to do */
  char detail[1200];    /* lines that show it, each closed; "" when there are none */
};

/* pst_fail: fill ERROR (may be NULL) with STATUS and a printf-style message; returns STATUS.
   Only the first failure is kept: a second call on the same ERROR leaves it as it was. */
enum pst_status pst_fail(struct pst_error *error, enum pst_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* pst_fail_at: the same with a place; FILE is copied and shortened if need be. */
enum pst_status pst_fail_at(struct pst_error *error, enum pst_status status, const char *file,
                            unsigned long line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* pst_fail_detail: LINES that show what the message of ERROR (may be NULL) says; what does not fit is
   left off by whole lines. */
void pst_fail_detail(struct pst_error *error, const char *lines);

/* pst_fail_memory: the one message for a failed allocation. */
enum pst_status pst_fail_memory(struct pst_error *error);

/* pst_error_no_memory: what allocates says so when it gets nothing.  From then on no output is
   committed and no program ends as if all were well, whatever was made of the refusal on the way;
   pst_error_memory_is_short asks.  pst_error_forgive_memory: the refusal was told, and what goes on does so
   without what it was for.
   Tested    test_output.c, tests/faults */
void pst_error_no_memory(void);
bool pst_error_memory_is_short(void);
void pst_error_forgive_memory(void);

/* pst_error_prefix: put a printf-style text before the message that ERROR has. */
void pst_error_prefix(struct pst_error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* pst_error_clear: make ERROR ready for a first failure. */
void pst_error_clear(struct pst_error *error);

#endif
