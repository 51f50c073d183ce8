/* format.h -- the formats of results: one row a format, with its name, endings and writer.

   To add a format: its writer in a file of its own, declared in write/writer.h, and a row in format.c.

   All     Given     names and paths in UTF-8; ARENA, where what is made is kept
           Returned  a row of the table or a text; OUT, appended
           Cost      O(formats)
           Tested    test_report.c  */
#ifndef PST_REPORT_FORMAT_H
#define PST_REPORT_FORMAT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/text.h"
#include "report/grid.h"

struct pst_sink;
struct pst_report_options;

/* A writer: GRID to SINK; PST_NO_MEMORY or PST_OK.  A failed buffer is the caller's to check. */
typedef enum pst_status pst_writer(const struct pst_grid *grid,
                                   const struct pst_report_options *options, struct pst_sink *sink,
                                   struct pst_error *error);

struct pst_format {
  const char *name;       /* as --format takes it */
  const char *endings[3]; /* of files, closed by NULL; messages name the first */
  pst_writer *write;      /* of a grid; NULL: a page, of the programs that write one */
  bool for_people;        /* rounded to --digits and shaped for reading; else every digit */
};

/* All formats, in the order of --format; pages stand last. */
extern const struct pst_format pst_formats[];
extern const size_t pst_n_formats;

/* pst_format_named: the format NAME, as in "csv"; NULL for none. */
const struct pst_format *pst_format_named(const char *name);

/* pst_format_from_path: the format that the ending of PATH names, in any case; NULL for others. */
const struct pst_format *pst_format_from_path(const char *path);

/* pst_format_default: text when FILE is a terminal, csv elsewhere. */
const struct pst_format *pst_format_default(FILE *file);

/* pst_format_choices: the names for --format in ARENA, closed by NULL; entry k is pst_formats[k].
   Given     PAGES: the program writes pages too
   Returned  NULL when memory is out
   Tested    test_report.c  */
const char *const *pst_format_choices(bool pages, struct pst_arena *arena);

/* pst_format_endings: ".txt, .csv or .md": an ending a format, for a message. */
void pst_format_endings(bool pages, struct pst_buffer *out);

/* pst_format_people: "text and markdown": the formats that round to --digits. */
void pst_format_people(struct pst_buffer *out);

#endif
