/* describe_leeway.c -- what --printed and --bounds leave open of the statistics of a column. */
#include "job/pairwise/describe_leeway.h"

#include "job/pairwise/pairs_leeway.h"

struct leeway {
  const struct pst_describe_options *options;
  struct pst_pairs_leeway values;
};

static enum pst_status describe_values(void *context, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const struct leeway *leeway = context;

  return pst_describe(leeway->values.sample.y, leeway->values.sample.n, leeway->options, out,
                      scratch, error);
}

enum pst_status pst_describe_leeway(struct pst_job *job, const struct pst_pairs *pairs,
                                    struct pst_pair_unit *unit,
                                    const struct pst_describe_options *options, size_t first,
                                    size_t n, struct pst_arena *scratch, struct pst_error *error)
{
  struct leeway leeway = {.options = options};
  enum pst_status status =
      pst_pairs_leeway_sample(job, pairs, unit, &leeway.values, scratch, error);

  if (status != PST_OK)
    return status;
  return pst_pairs_leeway_run(job, &leeway.values, describe_values, &leeway, n, unit, first, 0,
                              scratch, error);
}
