/* tidy_write.h -- a tidy table as CSV, its data package, and the report of what was read. */
#ifndef PST_TIDY_TIDY_WRITE_H
#define PST_TIDY_TIDY_WRITE_H

#include <stdio.h>

#include "cli/list.h"
#include "package/package.h"
#include "tidy/tidy_countries.h"
#include "tidy/tidy.h"

struct pst_tidy_output {
  bool wide;              /* a column a period instead of a row */
  struct pst_list keep;   /* key columns to write; empty: all */
  struct pst_list rename; /* OLD=NEW */
  /* What replaces the text of key K, or NULL: as it is.  The result is good until the next call. */
  struct pst_text (*translate)(void *context, size_t key, struct pst_text text);
  void *context;
};

/* One column of the table that is written. */
struct pst_tidy_column {
  const char *name;  /* as written */
  const char *title; /* what the file calls it, when that is another name; or NULL */
  const char *type;  /* of a Frictionless field: string, number, year ... */
};

struct pst_tidy_columns {
  struct pst_tidy_column *items;
  size_t n;
  size_t *keys; /* which of the tidy table's keys are kept */
  size_t n_keys;
};

/* pst_tidy_columns: the names of the columns that OUTPUT asks for, kept in ARENA.
   Status    PST_USAGE: a column of --keep or --rename that is not there, two of one name  */
enum pst_status pst_tidy_columns(const struct pst_tidy *tidy, const struct pst_tidy_output *output,
                                 struct pst_arena *arena, struct pst_tidy_columns *columns,
                                 struct pst_error *error);

/* pst_tidy_write: the table as CSV (RFC 4180, LF) to FILE.
   Status    PST_BAD_DATA when --wide would need two values in one cell; PST_IO  */
enum pst_status pst_tidy_write(const struct pst_tidy *tidy, const struct pst_tidy_output *output,
                               const struct pst_tidy_columns *columns, FILE *file,
                               struct pst_error *error);

/* pst_tidy_package: the datapackage.json beside CSV that describes it, begun: pst_package_begin.
   Status    as pst_package_begin  */
enum pst_status pst_tidy_package(const struct pst_tidy *tidy,
                                 const struct pst_tidy_columns *columns, const char *csv,
                                 struct pst_package *package, struct pst_error *error);

/* What the report says besides the tidy table itself. */
struct pst_tidy_source {
  const char *encoding;
  const char *compression;                    /* NULL: none */
  const struct pst_tidy_countries *countries; /* NULL: none were asked for */
};

/* pst_tidy_report: for people, lines that begin with "tidy: "; _json: one object. */
void pst_tidy_report(const struct pst_tidy *tidy, const struct pst_tidy_source *source,
                     bool verbose, struct pst_buffer *out);
void pst_tidy_report_json(const struct pst_tidy *tidy, const struct pst_tidy_source *source,
                          struct pst_buffer *out);

#endif
