/* load_steps.h -- the steps of pst_job_load, which only load.c puts together. */
#ifndef PST_JOB_LOAD_LOAD_STEPS_H
#define PST_JOB_LOAD_LOAD_STEPS_H

#include "expr/expr.h"
#include "job/job.h"
#include "job/load/load_texts.h"
#include "table/join.h"
#include "tidy/open.h"
#include "table/load/load.h"

struct pst_let {
  const char *name, *source;
  struct pst_expr *expr;
  bool done;
  size_t undefined; /* rows without a value */
};

struct pst_load {
  struct pst_job *job;
  struct pst_layout_open layout, other_layout; /* other: of --join */
  struct pst_number_style style;
  struct pst_rejects rejects;      /* of both files */
  struct pst_loader *main, *other; /* other: the file of --join, or NULL */
  struct pst_table other_table;
  struct pst_let *lets;
  size_t n_lets;
  struct pst_expr *where;
  size_t *keys, *other_keys; /* of the join, in the two tables */
  size_t n_keys;
  size_t *countries, *other_countries; /* of --country, in the two tables; SIZE_MAX: not there */
  size_t *column; /* of each role in the main table; SIZE_MAX: found by name later */
  /* Of all parts so far, where the rows come in parts. */
  bool whole; /* all rows are one part */
  bool again; /* the parts before were read otherwise than all rows together are: see below */
  bool other_read;
  struct pst_load_texts *country_texts; /* of each of countries */
  struct pst_load_key {                 /* of each key of the join */
    struct pst_load_texts texts;        /* on the left */
    size_t n;                           /* of which this many are written otherwise, by country */
    bool never;                         /* the key of the other table is none of countries */
  } * key_texts;
  struct pst_join_memory join_memory;
  struct pst_join_report join_report;
  size_t undecided; /* rows that --where leaves out because a bounded cell cannot decide */
};

/* load_expressions.c: --let and --where parsed; the column of an error becomes part of its message:
   "--where 'yaer > 3': character 1: ...". */
enum pst_status pst_load_read_expressions(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_name_expression(enum pst_status status, const char *option,
                                         const char *source, struct pst_error *error);
/* NAME is one of the first BEFORE lets. */
bool pst_load_is_let(const struct pst_load *load, struct pst_text name, size_t before);

/* load_other.c: the name that NAME, written with --join-prefix if there is one, has in the file of --join;
   NULL: there is no such column. */
const char *pst_load_in_other(const struct pst_load *load, const char *name);
/* What is asked of the files: the columns of roles, expressions and join keys. */
enum pst_status pst_load_ask(struct pst_load *load, struct pst_error *error);

/* load_countries.c: the columns of --country, written as --country-to says, in the first table and in
   that of --join.  What a text of a column is depends on the others: EC is Ecuador among codes only.
   Where the texts of a later part make an earlier one something else, the status is PST_UNDEFINED and
   load->again is set: load.c then reads all rows at once.
   Status    PST_USAGE when one of them is read as numbers too */
enum pst_status pst_load_translate(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_translate_other(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_fail_again(struct pst_load *load, struct pst_error *error);
/* NAME is a column of --country. */
bool pst_load_is_country(const struct pst_load *load, const char *name);

/* What there is to say of the first table's. */
enum pst_status pst_load_say_countries(struct pst_load *load, struct pst_error *error);

/* join_countries.c: pst_join_part; a key without an equal one is matched by the country that it
   names. */
enum pst_status pst_load_join_countries(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_say_keys(struct pst_load *load, struct pst_error *error);

/* load_rows.c: the steps on rows, in this order: --country, the lets whose columns are there, --where,
   --join, the other lets; then the column of each role, converted if need be. */
enum pst_status pst_load_ready_lets(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_where(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_join(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_all_lets(struct pst_load *load, struct pst_error *error);
/* The file of --join, once. */
enum pst_status pst_load_read_other(struct pst_load *load, struct pst_error *error);
/* These steps; then, when the rows came in parts, what there is to say of all. */
enum pst_status pst_load_steps(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_say_parts(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_role_column(struct pst_load *load, size_t role, size_t *column,
                                     struct pst_error *error);

/* load_cells.c: --aggregate: read the rows in parts, do the steps on each, and make job->table the
   table of cells.
   Status    PST_USAGE for lag() */
enum pst_status pst_load_cells(struct pst_load *load, struct pst_error *error);

#endif
