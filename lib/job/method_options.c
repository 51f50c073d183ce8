/* method_options.c -- the options of tests held against the methods that were chosen. */
#include "job/method_options.h"

enum pst_status pst_methods_check(const struct pst_method *const *methods, size_t n,
                                  const struct pst_job_options *options, struct pst_error *error)
{
  const struct {
    bool given;
    unsigned honour;
    const char *name;
  } asked[] = {
      {options->given.alternative, PST_HONOURS_ALTERNATIVE, "--alternative"},
      {options->given.conf_level, PST_HONOURS_CONF_LEVEL, "--conf-level"},
      {options->given.p_kind, PST_HONOURS_P_VALUE, "--p-value"},
      {options->given.continuity, PST_HONOURS_CONTINUITY, "--continuity"},
      {options->given.adjust, PST_HONOURS_ADJUST, "--adjust"},
  };

  if (options->given.seed && options->p.kind != PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "--seed needs --p-value permutation: nothing else is drawn");
  /* Methods that were named must all honour an option; of the defaults, one is enough. */
  for (size_t a = 0; a < sizeof asked / sizeof *asked; a++) {
    size_t honoured = 0;

    if (!asked[a].given)
      continue;
    for (size_t i = 0; i < n; i++)
      honoured += (methods[i]->honours & asked[a].honour) != 0;
    if (honoured == n || (honoured > 0 && !options->given.methods))
      continue;
    for (size_t i = 0; i < n; i++)
      if (!(methods[i]->honours & asked[a].honour))
        return pst_fail(error, PST_USAGE,
                        "%s has no meaning for the method '%s'; name the methods that it is for "
                        "with --method",
                        asked[a].name, methods[i]->name);
  }
  return PST_OK;
}
