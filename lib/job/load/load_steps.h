/* load_steps.h -- the steps of pst_load_once, which only load_once.c puts together. */
#ifndef PST_JOB_LOAD_LOAD_STEPS_H
#define PST_JOB_LOAD_LOAD_STEPS_H

#include "expr/expr.h"
#include "job/job.h"
#include "job/load/load_texts.h"
#include "scale/pieces.h"
#include "table/group/move.h"
#include "table/join.h"
#include "tidy/open/open.h"
#include "table/load/load.h"

struct pst_let {
  const char *name, *source;
  struct pst_expr *expr;
  bool done;
  size_t undefined; /* rows without a value */
};

/* --time year,month: two columns that are one time. */
struct pst_load_parts {
  const char *name;  /* as the option has it, and the column */
  size_t year, part; /* columns of the table */
  enum pst_period_kind kind;
  size_t whole_years; /* rows whose part is the whole year: M13 among months */
  const char *whole;  /* such a part */
};

/* A file of --join. */
struct pst_load_other {
  const char *path, *prefix; /* prefix: "" for none */
  struct pst_list on;
  struct pst_layout_open layout;
  struct pst_loader *loader;
  struct pst_table table;
  bool read;
  size_t *keys, *other_keys; /* of the join, in the two tables */
  size_t n_keys;
  size_t *countries;             /* of --country, in its table; SIZE_MAX: not there */
  struct pst_load_key {          /* of each key */
    struct pst_load_texts texts; /* on the left */
    size_t n;                    /* of which this many are written otherwise, by country */
    bool never;                  /* the key of the other table is none of countries */
  } * key_texts;
  struct pst_join_memory memory;
  struct pst_join_report report;
};

/* A part to be read and kept, in the place of all rows. */
struct pst_load_order {
  struct pst_share share;
  bool rows;                   /* with its rows, also with --aggregate */
  const struct pst_plan *plan; /* NULL: that of the files as they are */
  const char *path;            /* of the partial file; NULL: the part goes to BYTES */
  struct pst_buffer *bytes;
  struct pst_move
      *move; /* its rows may go there, to the ranks that own their groups; NULL: they may not */
};

/* Parts in the place of the files: at PATHS, or PACKED in memory, of PLAN. */
struct pst_load_source {
  struct pst_list paths;
  const struct pst_text *packed;
  size_t n_packed;
  const struct pst_plan *plan;
};

/* What one run over the files is to do. */
struct pst_load_task {
  const struct pst_load_order *order;   /* NULL: all rows go to the table */
  const struct pst_load_source *source; /* NULL: they are those of the files */
  struct pst_demand *demands; /* where parts must be made: of so many as there can be; NULL: */
  size_t n_demands;           /* it is said on standard error */
  unsigned long long n_rows;  /* set: that are packed in the part that was ordered */
  struct pst_buffer
      *moves; /* where the rows of all parts are with the ranks: how they go to their owners */
};

struct pst_load {
  struct pst_job *job;
  struct pst_load_task *task;
  struct pst_layout_open layout;
  struct pst_number_style style;
  struct pst_rejects rejects; /* of all files */
  struct pst_loader *main;
  struct pst_load_other *others; /* the files of --join, in the order given */
  size_t n_others;
  struct pst_let *lets;
  size_t n_lets;
  struct pst_load_parts *parts;
  size_t n_parts, parts_capacity;
  struct pst_expr *where;
  size_t *countries; /* of --country; SIZE_MAX: not there */
  size_t *column;    /* of each role in the main table; SIZE_MAX: found by name later */
  /* Of all parts so far, where the rows come in parts. */
  bool whole; /* all rows are one part */
  bool again; /* the parts before were read otherwise than all rows together are: see below */
  struct pst_load_texts *country_texts; /* of each of countries */
  struct pst_pieces pieces;             /* where the rows come from, if not from the files */
  bool summed;                          /* what they come to is there in their place */
  bool rows;                            /* the rows of a part are kept */
  bool rows_needed;                     /* it turned out that they must be */
  size_t undecided; /* rows that --where leaves out because a bounded cell cannot decide */
};

/* load_expressions.c: --let and --where parsed; the column of an error becomes part of its message:
   "--where 'yaer > 3': character 1: ...". */
enum pst_status pst_load_read_expressions(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_name_expression(enum pst_status status, const char *option,
                                         const char *source, struct pst_error *error);
/* pst_load_check_names: each name of --where and --let is a column, before a row is read: a part, or a rank, that
   reads for an hour tells of a slip at once.  After pst_load_ask.
   Status    PST_USAGE with the message that binding would give  */
enum pst_status pst_load_check_names(struct pst_load *load, struct pst_error *error);
/* NAME is one of the first BEFORE lets. */
bool pst_load_is_let(const struct pst_load *load, struct pst_text name, size_t before);

/* load_other.c: where the column is that NAME means: the file, and its name there.  A column of --join is
   called PREFIX + name; FILE.name says whose of several is meant. */
struct pst_load_place {
  struct pst_load_other *other; /* NULL: the first file */
  const char *name;             /* NULL: no file has it */
};
/* pst_load_find: *PLACE of NAME; a key of --on is the first file's.
   Status    PST_USAGE where two files have it: it names both  */
enum pst_status pst_load_find(struct pst_load *load, const char *name, struct pst_load_place *place,
                              struct pst_error *error);
struct pst_loader *pst_load_loader(const struct pst_load *load, const struct pst_load_place *place);
/* pst_load_in_other: NAME means a column of a file of --join, and none of the first. */
bool pst_load_in_other(struct pst_load *load, const char *name);
/* pst_load_others: the files of --join, each with its --on and --join-prefix.
   Status    PST_USAGE where these do not go together  */
enum pst_status pst_load_list_others(struct pst_load *load, struct pst_error *error);
void pst_load_free_others(struct pst_load *load);
/* pst_load_stem: what names the file before a point: right. */
struct pst_text pst_load_stem(const struct pst_load_other *other);
/* pst_load_behind: the name behind "right." or "joined."; NULL: NAME does not begin so. */
const char *pst_load_behind(struct pst_text qualifier, const char *name);
/* What is asked of the files: the columns of roles, expressions and join keys. */
enum pst_status pst_load_ask(struct pst_load *load, struct pst_error *error);

/* load_wanted.c: the columns that will be asked for, as each file calls them: of the first (which is not yet
   open; the others are listed), and of OTHER, when the first is open. */
enum pst_status pst_load_list_wanted(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_list_wanted_there(struct pst_load *load, struct pst_load_other *other,
                                           struct pst_error *error);

/* load_times.c: pst_load_ask_parts, the two columns of NAME where no column is called so, and *IS_PARTED;
   pst_load_make_times, the column of their times; pst_load_say_parts_of_years, what has none.
   Status    PST_BAD_DATA for what is no year and its part, and for what can be two things  */
enum pst_status pst_load_ask_parts(struct pst_load *load, const char *name, bool *is_parted,
                                   struct pst_error *error);
enum pst_status pst_load_make_times(struct pst_load *load, struct pst_error *error);
void pst_load_say_parts_of_years(struct pst_load *load);

/* load_countries.c: the columns of --country, written as --country-to says, in the first table and in
   that of --join.  What a text of a column is depends on the others: EC is Ecuador among codes only.
   Where the texts of a later part make an earlier one something else, the status is PST_UNDEFINED and
   load->again is set: load.c then reads all rows at once.
   Status    PST_USAGE when one of them is read as numbers too */
enum pst_status pst_load_translate(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_translate_other(struct pst_load *load, struct pst_load_other *other,
                                         struct pst_error *error);
enum pst_status pst_load_fail_again(struct pst_load *load, struct pst_error *error);
/* NAME is a column of --country. */
bool pst_load_is_country(const struct pst_load *load, const char *name);

/* What there is to say of the first table's. */
enum pst_status pst_load_say_countries(struct pst_load *load, struct pst_error *error);

/* join_countries.c: pst_join_part; a key without an equal one is matched by the country that it
   names. */
enum pst_status pst_load_join_countries(struct pst_load *load, struct pst_load_other *other,
                                        struct pst_error *error);
enum pst_status pst_load_say_keys(struct pst_load *load, struct pst_load_other *other,
                                  struct pst_error *error);

/* load_rows.c: the steps on rows, in this order: --country, the lets whose columns are there, --where,
   --join, the other lets; then the column of each role, converted if need be. */
enum pst_status pst_load_ready_lets(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_where(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_all_lets(struct pst_load *load, struct pst_error *error);
/* These steps; then, when the rows came in parts, what there is to say of all. */
enum pst_status pst_load_steps(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_say_parts(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_role_column(struct pst_load *load, size_t role, size_t *column,
                                     struct pst_error *error);

/* load_join.c: the files of --join, read once, and their columns put beside the rows; what there is to say
   of each when the rows came in parts. */
enum pst_status pst_load_join(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_say_joins(struct pst_load *load, struct pst_error *error);

/* load_part.c: pst_load_part, the rows of the part that the task orders, or what they come to; pst_load_give, the
   rows of all parts are those of the files; pst_load_plan, what the job is as N parts.
   Status    PST_AGAIN for parts that are missing or must be made again; as scale/pieces.h and
             table/load/packed/tiles.h  */
enum pst_status pst_load_part(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_give(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_plan(struct pst_job *job, size_t n, struct pst_plan *plan,
                              struct pst_error *error);

/* load_parts.c: pst_load_fail_parts, the N LINES with the commands of parts that are to be made go to standard error, or
   they are demands of the task; pst_load_fail_rows, those of parts that have sums whose rows are needed;
   pst_load_say_broken, after PST_AGAIN: that of the part that begins elsewhere.
   Status    PST_AGAIN, always  */
enum pst_status pst_load_fail_parts(struct pst_load *load, const struct pst_buffer *lines, size_t n,
                                    struct pst_error *error);
enum pst_status pst_load_fail_rows(struct pst_load *load, struct pst_error *error);
void pst_load_say_broken(struct pst_load *load, struct pst_error *error);

/* load_move.c: pst_load_moved, the rows of all parts are with the ranks that read them: what there is to say of them, and
   the order by which they go to who owns their groups.
   Status    PST_AGAIN where all rows are needed in one place  */
enum pst_status pst_load_moved(struct pst_load *load, struct pst_error *error);

/* load_once.c: TASK, as if nothing had been read before; what it says stands in the log of the job.
   pst_load_forget: what it left, and what it said beyond the first SAID bytes.
   Status    as the steps  */
enum pst_status pst_load_once(struct pst_job *job, struct pst_load_task *task,
                              struct pst_error *error);
void pst_load_forget(struct pst_job *job, size_t said);

/* load_cells.c: --aggregate: read the rows in parts, do the steps on each, and make job->table the
   table of cells.
   Status    PST_USAGE for lag() */
enum pst_status pst_load_cells(struct pst_load *load, struct pst_error *error);

#endif
