#include "compare/compare_figure.h"

enum pst_status pst_compare_figure(struct pst_job *job, const struct pst_groups *groups,
                                   const struct pst_compare_units *units, struct pst_error *error)
{
  (void)job;
  (void)groups;
  (void)units;
  return pst_fail(error, PST_USAGE, "no figure yet");
}
