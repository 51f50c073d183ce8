/* asked_options.h -- the options by which the user says what a file is. */
#ifndef PST_TIDY_ASKED_OPTIONS_H
#define PST_TIDY_ASKED_OPTIONS_H

#include "cli/option.h"
#include "layout/asked.h"
#include "table/read/sheet.h"

struct pst_asked_settings {
  struct pst_list flags;
  const char *unit, *split_names, *save_layout;
  size_t header_rows, skip, footer;
  bool header_given, footer_given, explain, scale, day_first, month_first;
  const struct pst_times_format *times; /* NULL: auto */
  unsigned sections, fill, totals;      /* 0: not said; totals: 1 keep, 2 drop */
  unsigned parentheses;                 /* enum pst_parentheses_asked */
  char comment, quote, escape;
};

enum { PST_ASKED_OPTIONS = 18 };

/* pst_asked_options: the options, into TO; returns how many. */
size_t pst_asked_options(struct pst_option *to, struct pst_asked_settings *settings);

/* pst_asked_take: what they say, into ASKED; lists are kept in ARENA.
   Status    PST_USAGE for a flag that is not COL=VALUE, names without {period}; PST_NO_MEMORY */
enum pst_status pst_asked_take(struct pst_asked_settings *settings, struct pst_arena *arena,
                               struct pst_asked *asked, struct pst_error *error);

#endif
