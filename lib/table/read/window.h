/* window.h -- the stretch of a text that is in memory while the text is read from front to back. */
#ifndef PST_TABLE_READ_WINDOW_H
#define PST_TABLE_READ_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

struct pst_input;

enum { PST_WINDOW_BLOCK = 256 * 1024, PST_WINDOW_MOST = 64 * 1024 * 1024 };

/* text[0..size) is there. */
struct pst_window {
  struct pst_input *input; /* NULL: there is no more than this text */
  char *text;
  size_t size, capacity;
  unsigned long long base; /* the byte of the file that text[0] is */
  bool at_end;             /* nothing follows */
};

/* pst_window_open: on INPUT, which stays the caller's and whose next byte is byte BASE of its file.
   Status    PST_NO_MEMORY  */
enum pst_status pst_window_open(struct pst_window *window, struct pst_input *input,
                                unsigned long long base, struct pst_error *error);

/* pst_window_of: a text in memory, which must outlive the window and is only read; WHOLE: nothing
   follows it. */
void pst_window_of(struct pst_window *window, struct pst_text text, bool whole);

/* pst_window_fill: forget text[0..from) and read on, until the window is full or the input ends, so
   that a slow pipe makes the same windows.  A window that is more than half full doubles.
   Status    PST_UNDEFINED when PST_WINDOW_MOST bytes are held already; as pst_input_read;
             PST_NO_MEMORY
   Tested    tests/unit/test_delimited.c, test_records.c  */
enum pst_status pst_window_fill(struct pst_window *window, size_t from, struct pst_error *error);

void pst_window_close(struct pst_window *window);

#endif
