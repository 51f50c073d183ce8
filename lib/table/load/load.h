/* load.h -- files to a table: the columns that are asked for, typed, several files as one.

   All     Given     a loader that pst_loader_open gave; fields from 0; paths, names and tokens that outlive it
           Tested    test_load.c  */
#ifndef PST_TABLE_LOAD_LOAD_H
#define PST_TABLE_LOAD_LOAD_H

#include "base/number.h"
#include "printed/times.h"
#include "table/read/records.h"
#include "table/read/rejects.h"
#include "table/load/schema.h"
#include "table/table.h"

/* How a file is opened: as pst_reader_open, or in another way that CONTEXT says. */
typedef enum pst_status pst_load_open(void *context, const char *path,
                                      const struct pst_reader_options *options,
                                      struct pst_reader **reader, struct pst_error *error);

struct pst_load_options {
  struct pst_reader_options reader;
  struct pst_number_style style;
  const char *const *missing; /* tokens besides the empty cell */
  size_t n_missing;
  const struct pst_times_format *times; /* --time-format; NULL: what the cells show */
  const char *schema; /* a datapackage.json; NULL: the one beside the file, if it is there */
  struct pst_packages *packages; /* kept for other files; NULL: none are */
  pst_load_open *open;           /* NULL: pst_reader_open */
  void *open_context;
  const char *rejects; /* where rejected records go; NULL: nowhere */
  struct pst_rejects
      *rejects_to;   /* they go here instead, with those of other loaders; the caller's */
  bool rejects_kept; /* of records that are packed (tiles.h): their texts will be asked for */
  size_t
      texts_most; /* nobody will ask for the texts of columns of any kind, but how many differ: beyond so many they
                        are not kept (dictionary.h, pst_dictionary_close); 0: all are */
  bool numbers_alone; /* nobody will ask for the texts of the numbers of columns of any kind */
  size_t threads; /* more than 1: the file is read in a thread of its own; the rows are the same */
  void (*show_progress)(double fraction); /* called once a block; NULL: nobody */
};

struct pst_loader;

/* pst_loader_open: open the N files at PATHS, one table by column names, and read their headers.
   Given     N above 0
   Returned  *LOADER, for pst_loader_close
   Status    as pst_reader_open, pst_schema_load and pst_rejects_open: PST_IO, PST_BAD_DATA; PST_USAGE for
             more than one standard input, and for decimal and thousands marks that are the same or could be
             part of a number; PST_NO_MEMORY
   Cost      the first block of the first file is read  */
enum pst_status pst_loader_open(const char *const *paths, size_t n,
                                const struct pst_load_options *options, struct pst_loader **loader,
                                struct pst_error *error);

/* What the first file's header says: pst_loader_columns, how many; pst_loader_column, the name of one;
   pst_loader_name, what messages call the file; pst_loader_delimiter.
   Returned  that, good until pst_loader_close
   Cost      O(1)  */
size_t pst_loader_columns(const struct pst_loader *loader);
const char *pst_loader_column(const struct pst_loader *loader, size_t field);
const char *pst_loader_name(const struct pst_loader *loader);
char pst_loader_delimiter(const struct pst_loader *loader);

/* pst_loader_has: NAME, or #3 for the third, is a column of the first file.
   Returned  the answer
   Cost      O(columns)  */
bool pst_loader_has(const struct pst_loader *loader, const char *name);

/* pst_loader_marks: the marks that the schema names for the figures of column NAME: *DECIMAL (decimalChar) and
   *GROUP (groupChar), NULL where it does not.
   Returned  texts of the loader
   Cost      O(log fields)  */
void pst_loader_marks(const struct pst_loader *loader, const char *name, const char **decimal,
                      const char **group);

/* pst_loader_ask: have column NAME read as WANT; *COLUMN is its index in the table.  The same
   question twice gives the same column.
   Returned  *COLUMN
   Status    PST_USAGE with near matches when there is no such column, or two of that name;
             PST_NO_MEMORY
   Cost      O(columns)  */
enum pst_status pst_loader_ask(struct pst_loader *loader, const char *name, enum pst_want want,
                               size_t *column, struct pst_error *error);

/* pst_loader_ask_field: the same by the number of the field in the first file, from 0.
   Returned  *COLUMN
   Status    PST_NO_MEMORY
   Cost      O(1)  */
enum pst_status pst_loader_ask_field(struct pst_loader *loader, size_t field, enum pst_want want,
                                     size_t *column, struct pst_error *error);

/* pst_loader_ask_as, pst_loader_ask_field_as: the same for a column that the table has under the name CALLED,
   besides one that is asked for by its own name.
   Returned  *COLUMN
   Status    as pst_loader_ask: PST_USAGE, PST_NO_MEMORY
   Cost      O(columns)  */
enum pst_status pst_loader_ask_as(struct pst_loader *loader, const char *name, const char *called,
                                  enum pst_want want, size_t *column, struct pst_error *error);
enum pst_status pst_loader_ask_field_as(struct pst_loader *loader, size_t field, const char *called,
                                        enum pst_want want, size_t *column,
                                        struct pst_error *error);

/* pst_loader_run: read all records.
   Given     TABLE, all zero
   Returned  TABLE, which outlives the loader
   Status    PST_BAD_DATA for the first cell or record that cannot be read (with skip_bad they are
             left out and counted); PST_USAGE when another file has not the columns or the layout of the
             first; PST_IO; PST_NO_MEMORY
   Cost      one pass; memory for the columns asked for only  */
enum pst_status pst_loader_run(struct pst_loader *loader, struct pst_table *table,
                               struct pst_error *error);

/* The same in parts, for what does not keep the rows: pst_loader_begin, then pst_loader_part until
   TABLE has no rows, then pst_loader_finish.  A part has MOST rows and some thousand more at most; it
   takes the place of the one before, of which nothing is left but table->files.  The columns of
   PST_WANT_ANY are of the type that the first part with cells gives them.
   Returned  TABLE with the part, for others to read and not to keep
   Status    as pst_loader_run: PST_BAD_DATA, PST_USAGE, PST_IO, PST_NO_MEMORY; PST_BAD_DATA also when a
             later part does not have that type; PST_UNDEFINED where pst_loader_again is then true
   Cost      one pass for all parts; memory for one part  */
enum pst_status pst_loader_begin(struct pst_loader *loader, struct pst_table *table,
                                 struct pst_error *error);
enum pst_status pst_loader_part(struct pst_loader *loader, size_t most, struct pst_error *error);
enum pst_status pst_loader_finish(struct pst_loader *loader, struct pst_error *error);

/* pst_loader_again: a part failed since the parts before it were read otherwise than all rows together
   are; all at once can be read.
   Returned  the answer
   Cost      O(1)  */
bool pst_loader_again(const struct pst_loader *loader);

/* pst_loader_told: the Nth sentence, from 0, on how columns were read, after the last row; NULL: there
   are no more.
   Returned  that text, in the loader
   Cost      O(columns asked for)  */
const char *pst_loader_told(struct pst_loader *loader, size_t n);

/* pst_loader_first_reject: "file:line: reason" of a record that was left out; NULL: none.
   Returned  that text, in the loader
   Cost      O(1)  */
const char *pst_loader_first_reject(const struct pst_loader *loader);

/* pst_loader_close: LOADER, which may be NULL, its files, and the rejects if they are not whole.
   Cost      O(files)  */
void pst_loader_close(struct pst_loader *loader);

#endif
