/* method.c -- a statistical method as one entry: options, help and lists come from it. */
#include "method/method.h"

#include <string.h>

static const struct pst_method *find(const struct pst_registry *registry, const char *name)
{
  for (size_t i = 0; i < registry->count; i++)
    if (strcmp(registry->methods[i].name, name) == 0)
      return &registry->methods[i];
  return NULL;
}

/* What other tools, and people, call the methods. */
static const struct {
  const char *said, *name;
} synonyms[] = {{"mk", "mann-kendall"},
                {"mannkendall", "mann-kendall"},
                {"sen", "theil-sen"},
                {"sens", "theil-sen"},
                {"sens-slope", "theil-sen"},
                {"theilsen", "theil-sen"},
                {"linear", "ols"},
                {"lm", "ols"},
                {"regression", "ols"},
                {"least-squares", "ols"},
                {"rho", "spearman"},
                {"tau", "kendall"},
                {"r", "pearson"},
                {"growth", "cagr"},
                {"hamed", "hamed-rao"},
                {"pw", "pre-whitening"},
                {"prewhitening", "pre-whitening"},
                {"tfpw", "trend-free-pre-whitening"},
                {"smk", "seasonal-mann-kendall"},
                {"seasonal", "seasonal-mann-kendall"},
                {"csmk", "correlated-seasonal-mann-kendall"},
                {"correlated-seasonal", "correlated-seasonal-mann-kendall"},
                {"seasonal-sen", "seasonal-theil-sen"},
                {"partial", "partial-mann-kendall"},
                {"multivariate", "multivariate-mann-kendall"},
                {"regional", "regional-mann-kendall"},
                {"hac", "newey-west"},
                {"acf", "autocorrelation"}};

/* The place of the method that NAME is another word for; COUNT when there is none here. */
static size_t find_synonym(const struct pst_registry *registry, const char *name)
{
  for (size_t k = 0; k < sizeof synonyms / sizeof *synonyms; k++)
    for (size_t i = 0; i < registry->count && strcmp(name, synonyms[k].said) == 0; i++)
      if (strcmp(registry->methods[i].name, synonyms[k].name) == 0)
        return i;
  return registry->count;
}

static enum pst_status fail_unknown(const struct pst_registry *registry, const char *name,
                                    struct pst_arena *arena, struct pst_error *error)
{
  const char **names = pst_arena_array(arena, registry->count, sizeof *names);
  size_t near;

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < registry->count; i++)
    names[i] = registry->methods[i].name;
  near = find_synonym(registry, name);
  if (near == registry->count)
    near = pst_text_near(pst_text_of(name), names, registry->count);
  if (near < registry->count)
    return pst_fail(error, PST_USAGE, "--method: no method '%s'; did you mean '%s'?", name,
                    names[near]);
  return pst_fail(error, PST_USAGE, "--method: no method '%s'; --method list prints them", name);
}

static bool any_called(const struct pst_registry *registry, unsigned given)
{
  for (size_t i = 0; i < registry->count; i++)
    if (registry->methods[i].called_by & given)
      return true;
  return false;
}

enum pst_status pst_methods_choose(const struct pst_registry *registry,
                                   const struct pst_list *names, unsigned given,
                                   struct pst_arena *arena, const struct pst_method ***chosen,
                                   size_t *n, struct pst_error *error)
{
  size_t most = names->count > registry->count ? names->count : registry->count;
  const bool called = any_called(registry, given);

  *n = 0;
  *chosen = pst_arena_array(arena, most, sizeof **chosen);
  if (*chosen == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < registry->count && names->count == 0; i++)
    if (called ? (registry->methods[i].called_by & given) != 0 : registry->methods[i].is_default)
      (*chosen)[(*n)++] = &registry->methods[i];
  for (size_t i = 0; i < names->count; i++) {
    const struct pst_method *method = find(registry, names->items[i]);

    if (method == NULL)
      return fail_unknown(registry, names->items[i], arena, error);
    for (size_t j = 0; j < *n; j++)
      if ((*chosen)[j] == method)
        return pst_fail(error, PST_USAGE, "--method: '%s' is given twice", method->name);
    (*chosen)[(*n)++] = method;
  }
  return PST_OK;
}

enum { NAME_MOST = 14 }; /* a longer name has a line of its own */

static size_t widest(const struct pst_registry *registry)
{
  size_t width = 0;

  for (size_t i = 0; i < registry->count; i++) {
    const size_t size = strlen(registry->methods[i].name);

    if (size > width && size <= NAME_MOST)
      width = size;
  }
  return width;
}

enum { LIST_WIDTH = 79 };

/* "  p: exact to ...", wrapped under its first word. */
static void list_line(const char *label, const char *text, size_t indent, struct pst_buffer *out)
{
  pst_buffer_repeat(out, ' ', indent);
  pst_buffer_puts(out, label);
  pst_buffer_wrap(out, text, indent + strlen(label), indent + strlen(label), LIST_WIDTH);
}

static void list_one(const struct pst_method *method, size_t width, struct pst_buffer *out)
{
  struct pst_buffer terms = {.data = NULL}, summary = {.data = NULL};

  pst_buffer_printf(out, "%-*s", (int)width, method->name);
  if (strlen(method->name) > width)
    pst_buffer_printf(out, "\n%*s", (int)width, "");
  pst_buffer_puts(out, "  ");
  pst_buffer_printf(&summary, "%s%s", method->summary, method->is_default ? " (default)" : "");
  pst_buffer_wrap(out, pst_buffer_string(&summary), width + 2, width + 2, LIST_WIDTH);
  for (size_t t = 0; t < method->n_terms; t++)
    pst_buffer_printf(&terms, "%s%s", t == 0 ? "" : ", ", method->terms[t].name);
  list_line("terms: ", pst_buffer_string(&terms), width + 2, out);
  if (method->reach != NULL)
    list_line("p: ", method->reach, width + 2, out);
  pst_buffer_free(&terms);
  pst_buffer_free(&summary);
}

void pst_methods_list(const struct pst_registry *registry, struct pst_buffer *out)
{
  size_t width = widest(registry);

  for (size_t i = 0; i < registry->count; i++)
    list_one(&registry->methods[i], width, out);
}

/* "slope[]" in a list of terms stands for slope[January] and its like, a name that ends in P for all with
   a number there: qP for q0.25. */
static bool is_term(const char *name, const char *term)
{
  const size_t size = strlen(name);

  if (strcmp(name, term) == 0)
    return true;
  if (size > 2 && strcmp(name + size - 2, "[]") == 0)
    return strncmp(term, name, size - 1) == 0;
  return size > 1 && name[size - 1] == 'P' && strncmp(name, term, size - 1) == 0
         && term[size - 1] >= '0' && term[size - 1] <= '9';
}

const char *pst_method_unit(const struct pst_method *method, const char *term, const char *y_unit,
                            const char *x_unit, struct pst_arena *arena)
{
  enum pst_term_unit kind = PST_UNIT_NONE;

  for (size_t t = 0; t < method->n_terms; t++)
    if (is_term(method->terms[t].name, term))
      kind = method->terms[t].unit;
  if (kind == PST_UNIT_PER_X && x_unit != NULL)
    return pst_arena_format(arena, "per %s", x_unit);
  if (kind == PST_UNIT_OF_Y)
    return y_unit;
  if (kind == PST_UNIT_OF_Y_PER_X && x_unit != NULL)
    return y_unit == NULL ? pst_arena_format(arena, "per %s", x_unit)
                          : pst_arena_format(arena, "%s per %s", y_unit, x_unit);
  return NULL;
}

const char *pst_method_record(const struct pst_method *method)
{
  return method->record != NULL ? method->record : method->name;
}

const struct pst_method *pst_method_of_line(const struct pst_method *const *methods, size_t n)
{
  const struct pst_method *best = NULL;

  for (size_t m = 0; m < n; m++)
    if (methods[m]->line.name != NULL
        && (best == NULL || methods[m]->line.precedence > best->line.precedence))
      best = methods[m];
  return best;
}

enum pst_status pst_method_settle(const struct pst_method *method, enum pst_status status,
                                  const struct pst_error *reason, size_t n, size_t first,
                                  struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row;

  if (status == PST_OK) {
    pst_estimates_finite(out, first);
    return PST_OK;
  }
  if (status != PST_UNDEFINED)
    return pst_fail(error, status, "%s", reason->message);
  out->count = first;
  row = pst_estimates_add(out, pst_method_record(method), method->terms[0].name, n);
  if (row == NULL)
    return pst_fail_memory(error);
  pst_estimate_note(out, row, "%s", reason->message);
  return PST_OK;
}

enum pst_status pst_method_run(const struct pst_method *method, const struct pst_sample *sample,
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_error reason = {.status = PST_OK};
  size_t first = out->count;
  enum pst_status status = method->kernel(sample, test, out, scratch, &reason);

  return pst_method_settle(method, status, &reason, sample->n, first, out, error);
}
