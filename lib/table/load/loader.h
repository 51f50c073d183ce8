/* loader.h -- what a loader holds, for the files that open it, ask it, read rows and settle types.

   All     Given     a loader; SOURCE, one of its files
           Returned  what each file makes of LOADER, its table or SOURCE
           Cost      O(columns) but for reading and settling, one pass over the rows
           Tested    test_load.c, by way of load.h  */
#ifndef PST_TABLE_LOAD_LOADER_H
#define PST_TABLE_LOAD_LOADER_H

#include "table/load/cell.h"
#include "table/load/load.h"
#include "table/read/rejects.h"

struct pst_loader_source {
  const char *path;
  struct pst_reader *reader; /* NULL: not open; of many files, only the first and one more are */
  bool *wanted;
  size_t *field; /* of each column that is asked for */
};

/* What the cells of a column of times are, of all parts so far. */
struct pst_loader_times {
  struct pst_dictionary cells; /* as they stand in the file */
  bool decided, any;           /* any: cells were read, and have a kind */
  struct pst_times how;
  struct pst_dictionary periods; /* in polstat's notation, and how each was first spelled */
  const char **spellings;
  size_t n_spellings;
  const char *told; /* to tell the user; NULL: nothing */
};

/* What cells change of a column besides its arrays. */
struct pst_loader_counts {
  size_t missing, bounded, around, said, otherwise;
  enum pst_period_kind period;
  char sign[8];
};

struct pst_loader_given; /* rows in the place of those of the files: table/load/packed/tiles.h */

struct pst_loader {
  struct pst_load_options options;
  struct pst_loader_given *given; /* NULL: the files are read */
  enum pst_status (*take)(struct pst_loader *loader, size_t most, struct pst_error *error);
  void (*free_given)(struct pst_loader *loader);
  struct pst_buffer
      *packed_rejects;       /* where rejects go while rows are packed; NULL: they are not */
  unsigned long packed_line; /* from which their lines are counted */
  struct pst_loader_source *sources;
  size_t n_sources;
  const char **names; /* of the first file's columns */
  size_t n_names;
  struct pst_loader_asked {
    const char *name, *called; /* in the file; in the table */
    enum pst_want want;
    size_t field; /* in the first file */
    bool
        plain; /* of PST_WANT_ANY: all cells so far are numbers without texts, see plain_numbers.h */
    bool any;  /* of PST_WANT_ANY, in parts: cells were seen, and are of this type */
    enum pst_column_type type;
    enum pst_period_kind period;
    struct pst_loader_times times;
    size_t n_around;              /* numbers with a sign at them, or blanks between thousands */
    char sign[8];                 /* "%", "$"; "" when there is none */
    size_t n_said;                /* cells such as 5-9 and 10+, read as bounds */
    char said[PST_SAID_MOST + 1]; /* the first of them */
    size_t texts_changed; /* cells that had marks that do not show, or other forms of accents */
    size_t
        texts_most; /* of any kind: beyond so many the texts need not be kept; 0: not asked yet */
    const char *texts_example;       /* one of them, as it is now */
    struct pst_loader_counts before; /* the block in hand */
    unsigned left_out; /* 1u << kind of times in rows that are left out, for packed rows */
    bool kind_refused; /* and a time was refused for its kind */
  } * asked;
  size_t n_asked, asked_capacity;
  size_t (*column_of)[PST_WANT_ANY + 1]; /* field, want -> place in asked + 1; 0: not asked for */
  struct pst_schema schema;
  struct pst_cell_rules rules;
  struct pst_rejects own_rejects, *rejects; /* rejects: its own, or the caller's */
  struct pst_arena arena;
  bool again; /* see pst_loader_again */
  bool made;  /* the records were made by a layout: their numbers have decimal points */
  size_t n_rejected, n_rows;
  size_t current;             /* the source being read; n_sources when all are */
  bool mapped;                /* and its columns are known */
  struct pst_arena_mark mark; /* of the table's arena, in parts */
  const char *first_reject;   /* "file:line: reason"; NULL: none, or no memory */
  size_t first_reject_file;   /* of which source it is, and on which line */
  unsigned long first_reject_line;
  struct pst_table *table; /* while running */
};

/* pst_loader_open_source, of load_open.c: open SOURCE, which has the layout of the first one.
   Status    as pst_reader_open; PST_USAGE when it has not; PST_NO_MEMORY  */
enum pst_status pst_loader_open_source(struct pst_loader *loader, struct pst_loader_source *source,
                                       struct pst_error *error);

/* Of load_ask.c: pst_loader_map_source, where each column that is asked for stands in SOURCE;
   pst_loader_make_columns, the table's columns.
   Status    PST_USAGE when SOURCE lacks one; PST_NO_MEMORY  */
enum pst_status pst_loader_map_source(struct pst_loader *loader, struct pst_loader_source *source,
                                      struct pst_error *error);
enum pst_status pst_loader_make_columns(struct pst_loader *loader, struct pst_error *error);

/* Of load_rows.c: pst_loader_begin_source, open SOURCE if it is not, and map it; pst_loader_end_source, the next one
   is in hand; pst_loader_next_block, a block of SOURCE as rows, *ENDED: there was none; pst_loader_reject, a record
   that is left out.
   Status    as pst_loader_run: PST_BAD_DATA, PST_USAGE, PST_IO, PST_NO_MEMORY  */
enum pst_status pst_loader_begin_source(struct pst_loader *loader, struct pst_loader_source *source,
                                        struct pst_error *error);
void pst_loader_end_source(struct pst_loader *loader, struct pst_loader_source *source);
enum pst_status pst_loader_next_block(struct pst_loader *loader, struct pst_loader_source *source,
                                      bool *ended, struct pst_error *error);
void pst_loader_reject(struct pst_loader *loader, const char *name, unsigned long line,
                       const char *reason, struct pst_text raw);

/* pst_loader_read_rows, of load_rows.c: read blocks until the table has MOST rows, or there are no more.
   Status    as pst_loader_run: PST_BAD_DATA, PST_USAGE, PST_IO, PST_NO_MEMORY  */
enum pst_status pst_loader_read_rows(struct pst_loader *loader, size_t most,
                                     struct pst_error *error);

/* pst_loader_read_block, of load_block.c: all records of BLOCK of SOURCE as rows, for which there is room.
   Returned  true; false, and the table as it was, when some cell cannot be read  */
bool pst_loader_read_block(struct pst_loader *loader, const struct pst_loader_source *source,
                           const struct pst_block *block);

/* pst_loader_settle, of load_settle.c: after the last row: the types of columns of any kind, and what open
   bounds of whole numbers mean.
   Status    PST_BAD_DATA when a part is of another type than those before, and as times.h; PST_UNDEFINED
             where loader->again is then set; PST_NO_MEMORY  */
enum pst_status pst_loader_settle(struct pst_loader *loader, struct pst_error *error);

#endif
