/* open.h -- files as agencies publish them, for every program: read by their layout where they have
   one that is no plain table, and as they are otherwise. */
#ifndef PST_TIDY_OPEN_H
#define PST_TIDY_OPEN_H

#include "layout/layout.h"
#include "table/load/load.h"

struct pst_layout_open {
  bool as_is;                      /* never by a layout */
  const struct pst_layout *layout; /* NULL: recognised from the first 16 KiB */
  const struct pst_number_style *style;
  const char *const *missing; /* tokens besides the layout's, closed by NULL */
  /* Hears, once a file that is read by a layout, what was found; NULL: nobody. */
  void (*say)(void *context, const char *line);
  void *context;
};

/* pst_layout_open: a pst_load_open; CONTEXT is a struct pst_layout_open.
   Returned  a reader of the file as it is, or of the long table: its keys, period, value, flag, note
   Status    as pst_reader_open, pst_sheet_read and pst_tidy_open
   Cost      16 KiB are looked at; a file of a layout is held in memory  */
pst_load_open pst_layout_open;

#endif
