/* read_choices.c -- --normalise, --aggregate, --missing and --weights-within. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "composite/plan.h"

static struct pst_composite_settings *settings(struct pst_job *job)
{
  return job->settings;
}

/* --- --normalise ------------------------------------------------------------------------------------------ */

enum argument { ARGUMENT_NONE, ARGUMENT_GOALPOSTS, ARGUMENT_ENTITY };

static const struct {
  const char *name;
  enum pst_normalise_kind kind;
  enum argument argument;
  bool negative; /* gives values below 0 whatever the data */
} scales[] = {
    {"minmax", PST_NORMALISE_MINMAX, ARGUMENT_NONE, false},
    {"zscore", PST_NORMALISE_ZSCORE, ARGUMENT_NONE, true},
    {"rank", PST_NORMALISE_RANK, ARGUMENT_NONE, false},
    {"rank-mean", PST_NORMALISE_RANK_MEAN, ARGUMENT_NONE, false},
    {"percentile", PST_NORMALISE_PERCENTILE, ARGUMENT_NONE, false},
    {"goalposts", PST_NORMALISE_GOALPOSTS, ARGUMENT_GOALPOSTS, false},
    {"goalposts-open", PST_NORMALISE_GOALPOSTS_OPEN, ARGUMENT_GOALPOSTS, false},
    {"distance", PST_NORMALISE_DISTANCE, ARGUMENT_ENTITY, false},
    {"ratio", PST_NORMALISE_RATIO, ARGUMENT_ENTITY, false},
    {"none", PST_NORMALISE_NONE, ARGUMENT_NONE, false},
};

enum { SCALES = sizeof scales / sizeof *scales };

/* What stands between the brackets of TEXT; NULL when there are none. */
static const char *inside(struct pst_job *job, const char *text)
{
  const char *open = strchr(text, '(');
  size_t size = strlen(text);

  if (open == NULL || text[size - 1] != ')')
    return NULL;
  return pst_arena_copy(&job->arena, open + 1, (size_t)(text + size - open) - 2);
}

static enum pst_status fail_goalpost(const char *text, struct pst_error *error)
{
  return pst_fail(
      error, PST_USAGE,
      "--normalise: '%s' is not understood; write goalposts(NAME=LOW..HIGH,...), LOW below "
      "HIGH",
      text);
}

/* NAME=LOW..HIGH */
static enum pst_status read_goalpost(struct pst_job *job, const char *text,
                                     struct pst_composite_scale *scale, struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(job)->design;
  const char *equals = strrchr(text, '='), *dots = equals == NULL ? NULL : strstr(equals, "..");
  double low, high;

  if (dots == NULL
      || !pst_number_parse(
          (struct pst_text){.data = equals + 1, .size = (size_t)(dots - equals) - 1}, NULL, &low,
          NULL)
      || !pst_number_parse(pst_text_of(dots + 2), NULL, &high, NULL) || !(low < high))
    return fail_goalpost(text, error);
  for (size_t k = 0; k < design->count; k++) {
    if (!pst_text_is((struct pst_text){.data = text, .size = (size_t)(equals - text)},
                     design->indicators[k].name))
      continue;
    scale->low[k] = low;
    scale->high[k] = high;
    return PST_OK;
  }
  return pst_fail(error, PST_USAGE, "--normalise: goalposts: there is no indicator '%.*s'",
                  (int)(equals - text), text);
}

static enum pst_status read_goalposts(struct pst_job *job, const char *arguments,
                                      struct pst_composite_scale *scale, struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(job)->design;
  struct pst_list items = {.count = 0};
  enum pst_status status = pst_list_split(&items, &job->arena, arguments, error);

  scale->low = pst_arena_array(&job->arena, design->count + 1, sizeof *scale->low);
  scale->high = pst_arena_array(&job->arena, design->count + 1, sizeof *scale->high);
  if (scale->low == NULL || scale->high == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < items.count && status == PST_OK; i++)
    status = read_goalpost(job, items.items[i], scale, error);
  for (size_t k = 0; k < design->count && status == PST_OK; k++)
    if (scale->low[k] == scale->high[k])
      return pst_fail(error, PST_USAGE, "--normalise: goalposts: the indicator '%s' has none",
                      design->indicators[k].name);
  return status;
}

static enum pst_status fail_scale(const char *text, struct pst_error *error)
{
  const char *names[SCALES];
  struct pst_text name = {.data = text, .size = strcspn(text, "(")};
  size_t near;

  for (size_t i = 0; i < SCALES; i++)
    names[i] = scales[i].name;
  near = pst_text_near(name, names, SCALES);
  if (near < SCALES)
    return pst_fail(error, PST_USAGE, "--normalise: there is no '%.*s'; did you mean '%s'?",
                    (int)name.size, name.data, names[near]);
  return pst_fail(
      error, PST_USAGE,
      "--normalise: there is no '%.*s'; it can be minmax, zscore, rank, rank-mean, "
      "percentile, goalposts(...), goalposts-open(...), distance(ENTITY), ratio(ENTITY) "
      "or none",
      (int)name.size, name.data);
}

static enum pst_status read_scale(struct pst_job *job, const char *text,
                                  struct pst_composite_scale *scale, struct pst_error *error)
{
  const char *arguments = inside(job, text);
  struct pst_text name = {.data = text, .size = strcspn(text, "(")};
  size_t i = 0;

  while (i < SCALES && !pst_text_is(name, scales[i].name))
    i++;
  if (i == SCALES)
    return fail_scale(text, error);
  scale->text = text;
  scale->kind = scales[i].kind;
  if ((arguments != NULL) != (scales[i].argument != ARGUMENT_NONE))
    return pst_fail(error, PST_USAGE, "--normalise: '%s': write %s%s", text, scales[i].name,
                    scales[i].argument == ARGUMENT_NONE        ? ""
                    : scales[i].argument == ARGUMENT_GOALPOSTS ? "(NAME=LOW..HIGH,...)"
                                                               : "(ENTITY)");
  if (scales[i].argument == ARGUMENT_ENTITY)
    scale->reference = arguments;
  return scales[i].argument == ARGUMENT_GOALPOSTS ? read_goalposts(job, arguments, scale, error)
                                                  : PST_OK;
}

static enum pst_status read_scales(struct pst_job *job, struct pst_error *error)
{
  struct pst_composite_settings *s = settings(job);
  struct pst_composite_design *design = &s->design;
  struct pst_list items = {.count = 0};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < s->scales.count && status == PST_OK; i++)
    status = pst_list_split_calls(&items, &job->arena, s->scales.items[i], error);
  if (items.count == 0 && status == PST_OK)
    status = pst_list_add(&items, &job->arena, "minmax", error);
  if (status != PST_OK)
    return status;
  design->scales = pst_arena_array(&job->arena, items.count + 1, sizeof *design->scales);
  if (design->scales == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < items.count && status == PST_OK; i++)
    status = read_scale(job, items.items[i], &design->scales[design->n_scales++], error);
  return status;
}

/* --- --aggregate, --missing, --weights-within ------------------------------------------------------------ */

static const char *const means[] = {"arithmetic", "geometric", "harmonic", "copeland"};

static enum pst_status read_mean(struct pst_composite_design *design, const char *text,
                                 struct pst_error *error)
{
  size_t m = 0;

  while (m < sizeof means / sizeof *means && strcmp(means[m], text) != 0)
    m++;
  if (m == sizeof means / sizeof *means)
    return pst_fail(error, PST_USAGE,
                    "--aggregate: '%s' is not one of arithmetic, geometric, harmonic and copeland",
                    text);
  if (m == 3)
    design->copeland = true;
  else
    design->means[design->n_means++] =
        (struct pst_aggregation){.mean = (enum pst_composite_mean)m, .share = design->share};
  return PST_OK;
}

static enum pst_status read_means(struct pst_job *job, struct pst_error *error)
{
  struct pst_composite_settings *s = settings(job);
  struct pst_composite_design *design = &s->design;
  enum pst_status status = PST_OK;

  design->means = pst_arena_array(&job->arena, s->means.count + 1, sizeof *design->means);
  if (design->means == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->means.count && status == PST_OK; i++)
    status = read_mean(design, s->means.items[i], error);
  if (status == PST_OK && design->n_means + design->copeland == 0)
    status = read_mean(design, means[0], error);
  return status;
}

static bool has_negative(const struct pst_composite_design *design, const char **text)
{
  for (size_t k = 0; k < design->n_scales; k++)
    for (size_t i = 0; i < SCALES; i++)
      if (scales[i].kind == design->scales[k].kind && scales[i].negative) {
        *text = design->scales[k].text;
        return true;
      }
  return false;
}

static enum pst_status check_means(const struct pst_composite_settings *s, struct pst_error *error)
{
  const struct pst_composite_design *design = &s->design;
  const char *text = NULL;

  if (design->copeland && (s->means.count > 1 || design->n_scales > 1 || s->scales.count > 0))
    return pst_fail(
        error, PST_USAGE,
        "--aggregate copeland compares entities pair by pair, without a scale: it stands "
        "alone, and --normalise has no meaning then");
  if (design->copeland && design->n_pillars > 0)
    return pst_fail(error, PST_USAGE, "--aggregate copeland has no pillars: leave --structure out");
  if (design->copeland
      && (s->given.within || s->given.replicates || s->given.top || s->leave_out || s->sensitivity))
    return pst_fail(error, PST_USAGE,
                    "--weights-within, --replicates, --top, --leave-out and --sensitivity are for "
                    "means, not for copeland");
  for (size_t i = 0; i < design->n_means; i++)
    if (design->means[i].mean != PST_COMPOSITE_ARITHMETIC && has_negative(design, &text))
      return pst_fail(error, PST_USAGE,
                      "--aggregate %s needs values from 0 on, and --normalise %s gives others",
                      means[design->means[i].mean], text);
  return PST_OK;
}

/* A fraction, "0.25" or "25%". */
static bool read_fraction(const char *text, double *value)
{
  struct pst_text number = pst_text_trim(pst_text_of(text));
  bool percent = number.size > 0 && number.data[number.size - 1] == '%';

  if (percent)
    number.size--;
  if (!pst_number_parse(pst_text_trim(number), NULL, value, NULL))
    return false;
  *value /= percent ? 100 : 1;
  return *value >= 0 && *value <= 1;
}

static enum pst_status read_missing(struct pst_job *job, struct pst_error *error)
{
  struct pst_composite_settings *s = settings(job);
  const char *share = inside(job, s->missing);

  if (strcmp(s->missing, "refuse") == 0)
    return PST_OK;
  if (share == NULL || strncmp(s->missing, "renormalise(", 12) != 0
      || !read_fraction(share, &s->design.share) || s->design.share == 0)
    return pst_fail(
        error, PST_USAGE,
        "--missing: '%s' is not refuse or renormalise(SHARE), SHARE the least weight that "
        "must be there, such as 0.6 or 60%%",
        s->missing);
  return PST_OK;
}

enum pst_status pst_composite_read_choices(struct pst_job *job, struct pst_error *error)
{
  struct pst_composite_settings *s = settings(job);
  enum pst_status status = read_missing(job, error);

  if (status == PST_OK && !read_fraction(s->within_text, &s->within))
    return pst_fail(error, PST_USAGE,
                    "--weights-within: '%s' is not a part from 0 to 1, or per cent, "
                    "such as 25%%",
                    s->within_text);
  if (status == PST_OK)
    status = read_scales(job, error);
  if (status == PST_OK)
    status = read_means(job, error);
  return status == PST_OK ? check_means(s, error) : status;
}
