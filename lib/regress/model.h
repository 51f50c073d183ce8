/* model.h -- the terms of a model: the constant, powers, levels of factors, products of them.

   pst_regress_model_make: from the options, for the rows that a unit uses.
   Given     the rows of the unit: levels are those that they have, the first row's first, but for
             --reference
   Returned  model  terms in order: the constant, -x with its powers, the levels of each factor less its
                    reference, the products of --interact; a factor with one level has no term, and is in
                    one_level
   Status    PST_USAGE for an interaction of what is not in the model, a --reference that is no level;
             PST_NO_MEMORY
   Cost      O(rows * factors + terms)

   pst_regress_model_cell: a term in a row of TABLE, whose columns are those of JOB's roles: as two
   doubles; NaN where a cell is not known.
   Tested    test_model.c, tests/cli/regress-factor, regress-interact, regress-degree */
#ifndef PST_REGRESS_MODEL_H
#define PST_REGRESS_MODEL_H

#include "regress/settings.h"
#include "stats/dd.h"

struct pst_regress_atom {
  size_t role;
  unsigned power;    /* of a column of numbers; 0: a level */
  const char *level; /* 1 where the row has it, else 0 */
};

struct pst_regress_term {
  const char *name;
  const char *unit; /* of the column, where the term is one; NULL */
  const char *note; /* "against Asia": of a level */
  struct pst_regress_atom *atoms;
  size_t n_atoms; /* 0: the constant */
};

struct pst_regress_model {
  struct pst_regress_term *terms;
  size_t count, capacity;
  const char **one_level; /* what is said of each factor that has one level only */
  size_t n_one_level;
};

enum pst_status pst_regress_model_make(struct pst_job *job, const size_t *rows, size_t n,
                                       struct pst_regress_model *model, struct pst_error *error);

struct pst_dd pst_regress_model_cell(const struct pst_job *job, const struct pst_regress_term *term,
                                     size_t row);

#endif
