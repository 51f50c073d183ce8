/* job.h -- the spine of every program: options, load, group, compute, report, figure.

   A program declares its own options, names the columns that it needs (plan), and computes (run);
   all the rest is here. */
#ifndef PST_JOB_JOB_H
#define PST_JOB_JOB_H

#include <stdint.h>

#include "cli/help.h"
#include "method/method.h"
#include "job/options.h"
#include "scale/comm.h"
#include "table/table.h"

struct pst_roles;

/* A column that the program needs, by the name that the user gave. */
struct pst_wanted {
  const char *name;
  enum pst_want want;
  bool series;     /* its texts tell the series of lag() apart; set by the plan */
  bool optional;   /* the files need not have it; set by the plan.  COLUMN is SIZE_MAX then */
  bool in_order;   /* the order in which its texts first come is asked for; set by the plan */
  size_t function; /* with --aggregate, of a number: which of its functions */
  size_t column;   /* in the table; set by the load */
};

/* The figure of some groups, of several that one option asks for (job/figure/apart.h). */
struct pst_job_drawing {
  const char *path;             /* where it is drawn */
  const char *label;            /* what its groups have in common */
  const char *title, *subtitle; /* of the options, with the groups' values; NULL: not given */
  bool *highlighted;            /* set by the figure: which names of --highlight it has */
  bool kept;                    /* set when it is drawn: it was there already */
};

/* Where ranks share the groups: the table of each has the rows of those that it owns (job/ranks.h). */
enum pst_owned_stage { PST_OWNED_NOT, PST_OWNED_ROWS, PST_OWNED_GROUPS, PST_OWNED_DONE };
struct pst_owned {
  enum pst_owned_stage stage; /* which of its steps all ranks have taken together */
  uint64_t *places;           /* of each row among all rows */
  size_t n_groups;            /* of all ranks */
  size_t n_left_out;          /* rows without a group */
};

struct pst_job {
  struct pst_job_options options;
  struct pst_list operands; /* FILE... */
  struct pst_files files;   /* those that options name */
  struct pst_list said;     /* the options as they were given: --name=value */
  const char *program;      /* "polstat-trend" */
  struct pst_arena arena;
  struct pst_wanted *roles;
  size_t n_roles, roles_capacity;
  bool numbers_alone; /* set by the plan: the program asks for no texts of numbers of any column */
  size_t
      texts_most; /* set by the plan: beyond so many texts of a column it asks only how many differ; 0: never */
  bool all_columns; /* set by the plan: load every column of the files, as what its cells are */
  const struct pst_roles *
      apart; /* set by the plan: the groups of these are looked at one by one, and nothing looks at rows
                                    but so: ranks may share them (job/ranks.h); NULL: not */
  struct pst_table table;
  const struct pst_method **methods;
  size_t n_methods;
  char delimiter; /* of the first file, as read */
  /* of --aggregate: of each row how many values each of N_VALUES number roles has, in their order; and the
     kind of the times that were put together, where a column tells it */
  struct {
    const size_t *sizes; /* NULL: rows as they came */
    size_t n_values;
    enum pst_period_kind parts;
  } cells;
  struct pst_job_drawing *drawing; /* NULL: the figure of all groups */
  struct pst_buffer picture;       /* drawn with characters: shown behind the table */
  bool draws_apart;                /* the program draws figures of some groups */
  struct pst_buffer log;           /* what is said on standard error before the closing line */
  /* for the closing line: rows by what became of them */
  struct {
    size_t used, missing, bounded, where, aggregates, series, join_rejected;
    bool cells_told;         /* the result tells what is missing and bounded: do not say */
    const char *series_name; /* "series", "groups", "pairs"; NULL: do not say */
  } count;
  struct pst_comm comm; /* with whom the rows are read */
  bool met;             /* the ranks have heard of each other how they fared */
  struct pst_owned owned;
  int spoken[2];  /* where standard output and error went of a rank that is hushed; -1 */
  void *settings; /* the program's own */
};

struct pst_job_program {
  const char *name, *summary, *usage, *description, *examples;
  const struct pst_registry *registry; /* NULL: no methods */
  const enum pst_job_table *tables;
  size_t n_tables;
  /* NULL, or: the command line asks for a list of what there is, which is put into OUT; nothing else is
     done then. */
  bool (*list)(const struct pst_job *job, struct pst_buffer *out);
  enum pst_status (*plan)(struct pst_job *job, struct pst_error *error);
  enum pst_status (*run)(struct pst_job *job, struct pst_error *error);
};

/* pst_job_main: a whole run; returns the exit code.  OWN: the program's options. */
int pst_job_main(struct pst_job *job, const struct pst_job_program *program,
                 const struct pst_option *own, size_t n_own, int argc, char **argv);

/* pst_job_role: the program needs column NAME as WANT; *ROLE is its index in job->roles. */
enum pst_status pst_job_role(struct pst_job *job, const char *name, enum pst_want want,
                             size_t *role, struct pst_error *error);

/* pst_job_role_of: the same, as what the function number FUNCTION of --aggregate makes of it. */
enum pst_status pst_job_role_of(struct pst_job *job, const char *name, enum pst_want want,
                                size_t function, size_t *role, struct pst_error *error);

/* pst_job_column: the column of a role, after the load. */
const struct pst_column *pst_job_column(const struct pst_job *job, size_t role);

/* pst_job_load: read the operands (standard input when there are none), --join, --let, --where; fill
   the roles' columns. */
enum pst_status pst_job_load(struct pst_job *job, struct pst_error *error);

/* pst_job_meet: a rank that does not come to pst_job_load tells rank 0 how it fared, STATUS and ERROR.
   Status    STATUS; at rank 0 that of the first rank that failed  */
enum pst_status pst_job_meet(struct pst_job *job, enum pst_status status, struct pst_error *error);

/* pst_job_put_columns: the names of the columns of the file PATH, a line each; nothing when it cannot be read. */
void pst_job_put_columns(const char *path, struct pst_buffer *out);

/* pst_job_suggest: a pst_suggest: columns of FILE for an option that takes them. */
void pst_job_suggest(void *context, const char *argument, const char *file, struct pst_buffer *out);

/* pst_job_say: a line for standard error, unless -q; shown before the closing line. */
void pst_job_say(struct pst_job *job, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* pst_job_test: what the options ask of tests. */
struct pst_test pst_job_test(const struct pst_job *job);

#endif
