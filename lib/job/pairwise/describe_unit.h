/* describe_unit.h -- one column in one group: how many cells are known, missing and bounded, and what statistics say
   of the known ones. */
#ifndef PST_JOB_PAIRWISE_DESCRIBE_UNIT_H
#define PST_JOB_PAIRWISE_DESCRIBE_UNIT_H

#include "job/columns.h"
#include "job/pairwise/pairs.h"
#include "stats/description/describe.h"

enum pst_describe_show { PST_DESCRIBE_LOOK, PST_DESCRIBE_STATISTICS };

struct pst_describe_settings {
  unsigned show;
  struct pst_list key;
  size_t top;
  struct {
    bool show, top, quantile_type, moment_type, distinct;
  } given;
  struct pst_list quantiles, trims;
  size_t quantile_type, moment_type;
  size_t distinct; /* texts of a column to count one by one */
  struct pst_roles by, y;
  struct pst_describe_options options;
};

/* pst_describe_unit: the records of a unit; job->settings are struct pst_describe_settings.
   Given     a pair without x
   Returned  n, missing, bounded; of numbers the terms of pst_describe that are asked for, of texts and periods how
             many are distinct
   Status    PST_NO_MEMORY; PST_UNDEFINED becomes a note
   Cost      O(rows of the group), whatever other groups hold; sorting them  */
pst_pair_unit_step pst_describe_unit;

#endif
