/* choose.c -- which shape the options ask for, and its methods. */
#include <string.h>

#include "compare/shape.h"
#include "job/method_options.h"

static const struct {
  unsigned ask;
  const char *option;
} names[] = {
    {PST_ASK_Y, "-y"},
    {PST_ASK_X, "-x"},
    {PST_ASK_BETWEEN, "--between"},
    {PST_ASK_REFERENCE, "--reference"},
    {PST_ASK_LEVELS, "--levels"},
    {PST_ASK_PAIRED, "--paired"},
    {PST_ASK_WEIGHT, "--weight"},
    {PST_ASK_ANSWER, "--answer"},
    {PST_ASK_SUCCESSES, "--successes"},
    {PST_ASK_TRIALS, "--trials"},
    {PST_ASK_PERCENT, "--percent"},
    {PST_ASK_COUNTS, "--counts"},
    {PST_ASK_CATEGORY, "--category"},
    {PST_ASK_DEFF, "--deff"},
    {PST_ASK_HALVES, "--halves"},
    {PST_ASK_SAME, "--same-sample"},
    {PST_ASK_QUANTILES, "--quantiles"},
};

enum { N_NAMES = sizeof names / sizeof *names };

static unsigned asked(const struct pst_job *job, const struct pst_compare_settings *s)
{
  const bool given[N_NAMES] = {
      job->options.y.count > 0, job->options.x.count > 0, s->between != NULL, s->reference != NULL,
      s->levels.count > 0,      s->paired != NULL,        s->weight != NULL,  s->answer != NULL,
      s->successes != NULL,     s->trials != NULL,        s->percent != NULL, s->counts != NULL,
      s->category != NULL,      s->deff != NULL,          s->halves_given,    s->same,
      s->quantiles.count > 0};
  unsigned mask = 0;

  for (size_t i = 0; i < N_NAMES; i++)
    mask |= given[i] ? names[i].ask : 0;
  return mask;
}

/* What decides between shapes; the other options only refine one. */
enum {
  DECIDING = PST_ASK_Y | PST_ASK_X | PST_ASK_PAIRED | PST_ASK_WEIGHT | PST_ASK_ANSWER
             | PST_ASK_SUCCESSES | PST_ASK_TRIALS | PST_ASK_PERCENT | PST_ASK_COUNTS
             | PST_ASK_CATEGORY | PST_ASK_SAME
};

static unsigned count_bits(unsigned mask)
{
  unsigned n = 0;

  for (; mask != 0; mask &= mask - 1)
    n++;
  return n;
}

static const char *option_of(unsigned mask)
{
  for (size_t i = 0; i < N_NAMES; i++)
    if ((mask & names[i].ask) != 0)
      return names[i].option;
  return "";
}

/* The shape that needs the most of what is given; *MISSING and *EXTRA are what it lacks and what it has
   no use for. */
static const struct pst_compare_shape *nearest(unsigned given, unsigned *missing, unsigned *extra)
{
  const struct pst_compare_shape *best = NULL;
  unsigned least = 0;

  for (size_t i = 0; i < pst_compare_n_shapes; i++) {
    const struct pst_compare_shape *shape = &pst_compare_shapes[i];
    unsigned lacks = shape->needs & ~given;
    unsigned more = given & ~(shape->needs | shape->takes);
    unsigned far = 16 * count_bits(more & DECIDING) + 4 * count_bits(lacks) + count_bits(more);

    if ((given & shape->needs & DECIDING) == 0 || (best != NULL && far >= least))
      continue;
    best = shape;
    least = far;
    *missing = lacks;
    *extra = more;
  }
  return best;
}

static enum pst_status fail_lacking(unsigned given, struct pst_error *error)
{
  return pst_fail(
      error, PST_USAGE,
      "%s does not say what is compared; give one of: -y V --between COL; --successes X "
      "--trials N --between COL; --percent P --trials N --between COL; --counts N "
      "--category COL; -x A -y B",
      given == 0 ? "the command line" : option_of(given));
}

static enum pst_status choose_shape(struct pst_compare_settings *s, struct pst_error *error)
{
  unsigned missing = 0, extra = 0;

  s->shape = nearest(s->given, &missing, &extra);
  if (s->shape == NULL)
    return fail_lacking(s->given, error);
  if (missing != 0)
    return pst_fail(error, PST_USAGE, "%s is needed beside %s: %s", option_of(missing),
                    option_of(s->given & s->shape->needs), s->shape->name);
  if (extra != 0)
    return pst_fail(error, PST_USAGE, "%s has no meaning with %s", option_of(extra),
                    s->shape->name);
  if (s->reference != NULL && s->between == NULL)
    return pst_fail(error, PST_USAGE, "--reference needs --between: the column of the levels");
  if (s->levels.count > 0 && s->between == NULL && s->category == NULL)
    return pst_fail(error, PST_USAGE, "--levels needs --between: the column of the levels");
  return PST_OK;
}

/* --- methods ------------------------------------------------------------------------------------ */

static bool has(const struct pst_registry *registry, const char *name)
{
  for (size_t i = 0; i < registry->count; i++)
    if (strcmp(registry->methods[i].name, name) == 0)
      return true;
  return false;
}

/* A method of another shape is no unknown one. */
static enum pst_status check_names(const struct pst_job *job, const struct pst_compare_shape *shape,
                                   struct pst_error *error)
{
  const struct pst_list *list = &job->options.methods;

  for (size_t i = 0; i < list->count; i++)
    for (size_t k = 0; k < pst_compare_n_shapes && !has(shape->registry, list->items[i]); k++)
      if (has(pst_compare_shapes[k].registry, list->items[i]))
        return pst_fail(error, PST_USAGE,
                        "--method: '%s' is a method of %s, not of %s; --method list prints both",
                        list->items[i], pst_compare_shapes[k].name, shape->name);
  return PST_OK;
}

/* Without --between there is one level, and nothing to set it against. */
static bool is_of_one(const struct pst_method *method)
{
  return method->compare->takes <= PST_TAKES_PRINTED;
}

static enum pst_status check_levels(struct pst_job *job, const struct pst_compare_settings *s,
                                    struct pst_error *error)
{
  size_t kept = 0;

  if (s->between != NULL || (s->shape->takes & PST_ASK_BETWEEN) == 0)
    return PST_OK;
  for (size_t i = 0; i < job->n_methods; i++) {
    if (is_of_one(job->methods[i]))
      job->methods[kept++] = job->methods[i];
    else if (job->options.given.methods)
      return pst_fail(error, PST_USAGE,
                      "--between COL is needed: the method '%s' compares levels with each other",
                      job->methods[i]->name);
  }
  job->n_methods = kept;
  return PST_OK;
}

/* A method that was named must honour --deff; of the defaults those that do not are left out, so that no
   result ignores it. */
static enum pst_status check_deff(struct pst_job *job, const struct pst_compare_settings *s,
                                  struct pst_error *error)
{
  size_t kept = 0;

  if (s->deff == NULL)
    return PST_OK;
  for (size_t i = 0; i < job->n_methods; i++) {
    if (job->methods[i]->compare->takes_deff)
      job->methods[kept++] = job->methods[i];
    else if (job->options.given.methods)
      return pst_fail(error, PST_USAGE,
                      "--deff has no meaning for the method '%s'; name the methods that it is for "
                      "with --method",
                      job->methods[i]->name);
  }
  job->n_methods = kept;
  return PST_OK;
}

/* --quantiles asks for its own methods; one that was named beside it must honour it. */
static enum pst_status check_quantiles(struct pst_job *job, const struct pst_compare_settings *s,
                                       struct pst_error *error)
{
  if (s->quantiles.count == 0)
    return PST_OK;
  for (size_t i = 0; i < job->n_methods; i++)
    if (!job->methods[i]->compare->takes_quantiles)
      return pst_fail(error, PST_USAGE, "--quantiles has no meaning for the method '%s'",
                      job->methods[i]->name);
  return PST_OK;
}

static enum pst_status read_quantiles(struct pst_job *job, struct pst_compare_settings *s,
                                      struct pst_error *error)
{
  static const double quartiles[] = {0.25, 0.5, 0.75};
  enum pst_status status;

  s->probabilities = (struct pst_probabilities){quartiles, 3};
  if (s->quantiles.count == 0)
    return PST_OK;
  status = pst_job_numbers(job, &s->quantiles, "--quantiles", 1, &s->probabilities.p,
                           &s->probabilities.n, error);
  return status == PST_OK ? pst_probabilities_check(&s->probabilities, error) : status;
}

/* The methods that --method names, or those for --quantiles, or the defaults. */
static enum pst_status choose_methods(struct pst_job *job, const struct pst_compare_settings *s,
                                      struct pst_error *error)
{
  const struct pst_registry *registry = s->shape->registry;
  const char *first = NULL;
  struct pst_list asked_for = job->options.methods;

  for (size_t i = 0; i < registry->count && first == NULL; i++)
    if (registry->methods[i].compare->takes_quantiles)
      first = registry->methods[i].name;
  if (asked_for.count == 0 && s->quantiles.count > 0 && first != NULL)
    asked_for = (struct pst_list){.items = &first, .count = 1};
  return pst_methods_choose(registry, &asked_for, 0, &job->arena, &job->methods, &job->n_methods,
                            error);
}

enum pst_status pst_compare_choose(struct pst_job *job, struct pst_compare_settings *settings,
                                   struct pst_error *error)
{
  enum pst_status status;

  settings->given = asked(job, settings);
  status = choose_shape(settings, error);
  if (status == PST_OK)
    status = check_names(job, settings->shape, error);
  if (status == PST_OK)
    status = choose_methods(job, settings, error);
  if (status == PST_OK)
    status = read_quantiles(job, settings, error);
  if (status == PST_OK)
    status = check_quantiles(job, settings, error);
  if (status == PST_OK)
    status = check_levels(job, settings, error);
  if (status == PST_OK)
    status = check_deff(job, settings, error);
  return status == PST_OK ? pst_methods_check(job->methods, job->n_methods, &job->options, error)
                          : status;
}

bool pst_compare_list(const struct pst_job *job, struct pst_buffer *out)
{
  if (job->options.methods.count != 1 || strcmp(job->options.methods.items[0], "list") != 0)
    return false;
  for (size_t i = 0; i < pst_compare_n_shapes; i++) {
    const struct pst_registry *registry = pst_compare_shapes[i].registry;
    size_t first = 0;

    while (pst_compare_shapes[first].registry != registry)
      first++;
    if (first < i)
      continue;
    pst_buffer_printf(out, "%s%s", i == 0 ? "" : "\n", pst_compare_shapes[i].name);
    for (size_t k = i + 1; k < pst_compare_n_shapes; k++)
      if (pst_compare_shapes[k].registry == registry)
        pst_buffer_printf(out, "; %s", pst_compare_shapes[k].name);
    pst_buffer_puts(out, "\n\n");
    pst_methods_list(registry, out);
  }
  return true;
}
