/* open.h -- files as agencies publish them, for every program: read by their layout where they have
   one that is no plain table, and as they are otherwise. */
#ifndef PST_TIDY_OPEN_OPEN_H
#define PST_TIDY_OPEN_OPEN_H

#include "layout/layout.h"
#include "table/load/load.h"

/* Plain tables that were judged already: they are not judged again.  All zero is none; items is freed by the
   caller. */
struct pst_layout_seen {
  struct pst_layout_seen_file {
    const char *path; /* as it was given, which outlives this */
    unsigned long judged;
    bool lone;
    unsigned long long unmarked;
    bool own; /* its columns are called `period` and `value` */
  } * items;
  size_t n, capacity;
};

struct pst_layout_open {
  bool as_is;                      /* never by a layout */
  const struct pst_layout *layout; /* NULL: recognised from the first 256 KiB */
  const char *const *wanted; /* columns that will be asked for, closed by NULL; NULL: not known */
  bool look_only_plain;      /* with wanted not known: a plain table is never made a long one */
  const char *kept;          /* a reading of tidy --save-layout; NULL: none */
  struct pst_layout_seen
      *seen; /* for files that are opened again in the same way; NULL: none is kept */
  const struct pst_number_style *style;
  const char *const *missing; /* tokens besides the layout's, closed by NULL */
  /* Hears, once a file that is read by a layout, what was found; NULL: nobody. */
  void (*say)(void *context, const char *line);
  void *context;
};

/* What polstat tidy asks is asked here too.  A plain table is read as it is where its first line has the
   columns that are wanted, and every record fits; else as the long table that tidy makes of it.

   pst_layout_open: a pst_load_open; CONTEXT is a struct pst_layout_open.
   Returned  a reader of the file as it is, or of the long table: its keys, period, value, flag, note
   Status    as pst_reader_open, pst_sheet_read and pst_tidy_open
   Cost      256 KiB are looked at, and read as tidy reads them; a file of a layout is held in memory  */
pst_load_open pst_layout_open;

#endif
