/* load_steps.h -- the steps of pst_job_load, which only load.c puts together. */
#ifndef PST_JOB_LOAD_STEPS_H
#define PST_JOB_LOAD_STEPS_H

#include "expr/expr.h"
#include "job/job.h"
#include "table/join.h"
#include "table/load.h"

struct pst_let {
  const char *name, *source;
  struct pst_expr *expr;
  bool done;
  size_t undefined; /* rows without a value */
};

struct pst_load {
  struct pst_job *job;
  struct pst_loader *main, *other; /* other: the file of --join, or NULL */
  struct pst_table other_table;
  struct pst_let *lets;
  size_t n_lets;
  struct pst_expr *where;
  size_t *keys, *other_keys; /* of the join, in the two tables */
  size_t n_keys;
  size_t *column; /* of each role in the main table; SIZE_MAX: found by name later */
  /* Of all parts so far, where the rows come in parts. */
  bool other_read;
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

/* load_ask.c: what is asked of the files: the columns of roles, expressions and join keys. */
enum pst_status pst_load_ask(struct pst_load *load, struct pst_error *error);

/* load_rows.c: the steps on rows, in this order: the lets whose columns are there, --where, --join,
   the other lets; then the column of each role, converted if need be. */
enum pst_status pst_load_ready_lets(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_where(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_join(struct pst_load *load, struct pst_error *error);
enum pst_status pst_load_all_lets(struct pst_load *load, struct pst_error *error);
/* These four; then, when the rows came in parts, what there is to say of all. */
enum pst_status pst_load_steps(struct pst_load *load, struct pst_error *error);
void pst_load_say_parts(struct pst_load *load);
enum pst_status pst_load_role_column(struct pst_load *load, size_t role, size_t *column,
                                     struct pst_error *error);

/* load_cells.c: --aggregate: read the rows in parts, do the steps on each, and make job->table the
   table of cells.
   Status    PST_USAGE for lag() */
enum pst_status pst_load_cells(struct pst_load *load, struct pst_error *error);

#endif
