/* run_kinds.h -- how a kernel is handed the data of a unit: one row a kind of kernel. */
#ifndef PST_COMPARE_RUN_KINDS_H
#define PST_COMPARE_RUN_KINDS_H

#include "compare/settings.h"

enum pst_compare_form {
  PST_FORM_EACH, /* each level */
  PST_FORM_TWO,  /* level I against level J */
  PST_FORM_ALL   /* all levels, a poll, a table */
};

/* What a kernel is run on: level I of the data, against J. */
struct pst_compare_call {
  const struct pst_compare_settings *settings;
  const struct pst_compare_data *data;
  size_t i, j;
  const struct pst_test *test;
  size_t n; /* set by the run: rows, answers or trials used */
};

typedef enum pst_status pst_compare_run(const struct pst_compare_kernel *kernel,
                                        struct pst_compare_call *call, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error);

struct pst_compare_kind {
  enum pst_compare_form form;
  pst_compare_run *run;
};

/* By enum pst_takes. */
extern const struct pst_compare_kind pst_compare_kinds[PST_TAKES_KINDS];

#endif
