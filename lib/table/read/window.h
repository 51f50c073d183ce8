/* window.h -- the stretch of a text that is in memory while the text is read from front to back.

   All     Given     a window that was opened, or of a text
           Returned  WINDOW
           Cost      O(1) but for filling
           Tested    test_delimited.c, test_records.c, by way of delimited.h  */
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
   Given     FROM, at most the window's size
   Status    PST_UNDEFINED, without a message, when PST_WINDOW_MOST bytes are held already; as
             pst_input_read: PST_IO, PST_BAD_DATA; PST_NO_MEMORY
   Cost      O(bytes read and kept)  */
enum pst_status pst_window_fill(struct pst_window *window, size_t from, struct pst_error *error);

/* pst_window_close: the window's bytes; its input stays. */
void pst_window_close(struct pst_window *window);

#endif
