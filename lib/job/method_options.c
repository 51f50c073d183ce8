/* method_options.c -- the options of tests and of single methods held against the methods that were chosen. */
#include "job/method_options.h"

/* An option, whether it was given, and what honours it. */
struct asked {
  bool given;
  unsigned honour;
  const char *name;
};

enum { OF_TESTS = 5, OF_SINGLE = 9 };

struct options {
  struct asked of_tests[OF_TESTS];
  struct asked of_single[OF_SINGLE];
};

static struct options list_options(const struct pst_job_options *options)
{
  return (struct options){
      .of_tests = {{options->given.alternative, PST_HONOURS_ALTERNATIVE, "--alternative"},
                   {options->given.conf_level, PST_HONOURS_CONF_LEVEL, "--conf-level"},
                   {options->given.p_kind, PST_HONOURS_P_VALUE, "--p-value"},
                   {options->given.continuity, PST_HONOURS_CONTINUITY, "--continuity"},
                   {options->given.adjust, PST_HONOURS_ADJUST, "--adjust"}},
      .of_single = {{options->given.season, PST_HONOURS_SEASON, "--season"},
                    {options->given.across, PST_HONOURS_ACROSS, "--across"},
                    {options->given.control, PST_HONOURS_CONTROL, "--control"},
                    {options->given.weight, PST_HONOURS_WEIGHT, "--weight"},
                    {options->given.lag, PST_HONOURS_LAG, "--lag"},
                    {options->given.hac, PST_HONOURS_HAC, "--hac"},
                    {options->given.small_sample, PST_HONOURS_SMALL_SAMPLE, "--small-sample"},
                    {options->given.degree, PST_HONOURS_DEGREE, "--degree"},
                    {options->given.span, PST_HONOURS_SPAN, "--span"}}};
}

unsigned pst_methods_asked(const struct pst_job_options *options)
{
  const struct options list = list_options(options);
  unsigned asked = 0;

  for (size_t a = 0; a < OF_SINGLE; a++)
    asked |= list.of_single[a].given ? list.of_single[a].honour : 0;
  return asked;
}

/* Methods that were named must all honour an option; of the defaults, one is enough. */
static enum pst_status check_tests(const struct pst_method *const *methods, size_t n, bool named,
                                   const struct asked *asked, struct pst_error *error)
{
  size_t honoured = 0;

  for (size_t i = 0; i < n; i++)
    honoured += (methods[i]->honours & asked->honour) != 0;
  if (honoured == n || (honoured > 0 && !named))
    return PST_OK;
  for (size_t i = 0; i < n; i++)
    if (!(methods[i]->honours & asked->honour))
      return pst_fail(error, PST_USAGE,
                      "%s has no meaning for the method '%s'; name the methods that it is for "
                      "with --method",
                      asked->name, methods[i]->name);
  return PST_OK;
}

static enum pst_status check_single(const struct pst_method *const *methods, size_t n,
                                    const struct asked *asked, struct pst_error *error)
{
  for (size_t i = 0; i < n && asked->given; i++)
    if (methods[i]->honours & asked->honour)
      return PST_OK;
  if (asked->given)
    return pst_fail(error, PST_USAGE,
                    "%s has no meaning for the methods that were named; without --method those "
                    "that it is for are taken",
                    asked->name);
  for (size_t i = 0; i < n; i++)
    if (methods[i]->needs & asked->honour)
      return pst_fail(error, PST_USAGE, "the method '%s' needs %s", methods[i]->name, asked->name);
  return PST_OK;
}

enum pst_status pst_methods_check(const struct pst_method *const *methods, size_t n,
                                  const struct pst_job_options *options, struct pst_error *error)
{
  const struct options list = list_options(options);
  enum pst_status status = PST_OK;

  if (options->given.seed && options->p.kind != PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "--seed needs --p-value permutation: nothing else is drawn");
  for (size_t a = 0; a < OF_TESTS && status == PST_OK; a++)
    if (list.of_tests[a].given)
      status = check_tests(methods, n, options->given.methods, &list.of_tests[a], error);
  for (size_t a = 0; a < OF_SINGLE && status == PST_OK; a++)
    status = check_single(methods, n, &list.of_single[a], error);
  return status;
}
