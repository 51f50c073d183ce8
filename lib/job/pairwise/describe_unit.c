/* describe_unit.c -- of one column in one group: what its cells are, and what they leave open. */
#include "job/pairwise/describe_unit.h"

#include "job/pairwise/pairs_leeway.h"

struct counts {
  size_t known, missing, bounded, distinct;
};

/* Texts, and times of a named kind, are counted by their codes. */
static enum pst_status count_cells(const struct pst_job *job, const struct pst_pairs *pairs,
                                   const struct pst_pair_unit *unit, struct pst_arena *scratch,
                                   struct counts *counts, struct pst_error *error)
{
  const struct pst_column *column = &job->table.columns[pairs->pairs[unit->pair].y];
  const size_t *first = &pairs->groups->first[unit->group];
  bool coded = column->type != PST_COLUMN_NUMBER;
  bool *seen = pst_arena_array(scratch, pst_column_texts(column)->count + 1, sizeof *seen);

  if (seen == NULL)
    return pst_fail_memory(error);
  for (size_t i = first[0]; i < first[1]; i++) {
    size_t r = pairs->groups->row[i];
    bool missing = pst_column_missing(column, r);

    counts->missing += missing;
    counts->bounded += !missing && pst_column_bounded(column, r);
    if (missing || !coded || pst_column_code(column, r) == PST_CODE_MISSING)
      continue;
    counts->distinct += !seen[pst_column_code(column, r)];
    seen[pst_column_code(column, r)] = true;
  }
  counts->known = first[1] - first[0] - counts->missing - counts->bounded;
  return PST_OK;
}

static enum pst_status add_counts(struct pst_pair_unit *unit, const struct counts *counts,
                                  struct pst_error *error)
{
  const struct {
    const char *term;
    size_t value;
  } rows[] = {{"n", counts->known}, {"missing", counts->missing}, {"bounded", counts->bounded}};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < sizeof rows / sizeof *rows && status == PST_OK; i++)
    status = pst_estimates_value(&unit->estimates, "describe", rows[i].term, counts->known,
                                 (double)rows[i].value, error);
  return status;
}

enum pst_status pst_describe_counts(const struct pst_job *job, const struct pst_pairs *pairs,
                                    struct pst_pair_unit *unit, size_t *known, size_t *distinct,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  struct counts counts = {.known = 0};
  enum pst_status status = count_cells(job, pairs, unit, scratch, &counts, error);

  *known = counts.known;
  *distinct = counts.distinct;
  return status == PST_OK ? add_counts(unit, &counts, error) : status;
}

/* What --printed and --bounds leave open of the terms from FIRST on. */
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
