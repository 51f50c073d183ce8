/* model.c -- the terms of a model: the constant, powers, levels of factors, products of them. */
#include "regress/model.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

/* --- terms -------------------------------------------------------------------------------------- */

static struct pst_regress_term *add_term(struct pst_job *job, struct pst_regress_model *model,
                                         const char *name, size_t n_atoms)
{
  struct pst_regress_term *term;

  if (model->count == model->capacity) {
    size_t capacity = 2 * model->capacity + 16;
    struct pst_regress_term *terms = pst_arena_array(&job->arena, capacity, sizeof *terms);

    if (terms == NULL)
      return NULL;
    if (model->count > 0)
      memcpy(terms, model->terms, model->count * sizeof *terms);
    model->terms = terms;
    model->capacity = capacity;
  }
  term = &model->terms[model->count];
  *term = (struct pst_regress_term){.name = name, .n_atoms = n_atoms};
  term->atoms = pst_arena_array(&job->arena, n_atoms + 1, sizeof *term->atoms);
  if (name == NULL || term->atoms == NULL)
    return NULL;
  model->count++;
  return term;
}

static enum pst_status add_powers(struct pst_job *job, struct pst_regress_model *model, size_t role,
                                  struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  const struct pst_column *column = pst_job_column(job, role);
  unsigned most = s->degree == 0 ? 1 : (unsigned)s->degree;

  for (unsigned power = 1; power <= most; power++) {
    const char *name =
        power == 1 ? column->name : pst_arena_format(&job->arena, "%s^%u", column->name, power);
    struct pst_regress_term *term = add_term(job, model, name, 1);

    if (term == NULL)
      return pst_fail_memory(error);
    term->atoms[0] = (struct pst_regress_atom){.role = role, .power = power};
    term->unit = power == 1 ? column->unit : NULL;
  }
  return PST_OK;
}

/* --- factors ------------------------------------------------------------------------------------ */

/* The level that --reference names for the column, or NULL. */
static const char *reference_of(const struct pst_job *job, const char *column)
{
  const struct pst_regress_settings *s = job->settings;
  size_t size = strlen(column);

  for (size_t i = 0; i < s->reference.count; i++)
    if (strncmp(s->reference.items[i], column, size) == 0 && s->reference.items[i][size] == '=')
      return s->reference.items[i] + size + 1;
  return NULL;
}

/* The levels that the rows have, in the order of their first row. */
static size_t list_levels(const struct pst_column *column, const size_t *rows, size_t n,
                          const char **levels, bool *seen)
{
  size_t count = 0;

  for (size_t i = 0; i < n; i++) {
    unsigned code = pst_column_code(column, rows[i]);

    if (!seen[code])
      levels[count++] = pst_column_string(column, rows[i]);
    seen[code] = true;
  }
  return count;
}

/* The reference first. */
static enum pst_status put_first(const struct pst_job *job, const struct pst_column *column,
                                 const char **levels, size_t count, struct pst_error *error)
{
  const char *wanted = reference_of(job, column->name);
  size_t at = 0;

  if (wanted == NULL)
    return PST_OK;
  while (at < count && strcmp(levels[at], wanted) != 0)
    at++;
  if (at == count)
    return pst_fail(error, PST_USAGE, "--reference: no row that is used has %s = '%s'",
                    column->name, wanted);
  for (; at > 0; at--)
    levels[at] = levels[at - 1];
  levels[0] = wanted;
  return PST_OK;
}

static enum pst_status add_levels(struct pst_job *job, struct pst_regress_model *model, size_t role,
                                  const char *const *levels, size_t count, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  const struct pst_column *column = pst_job_column(job, role);
  /* Without a constant the first factor keeps all its levels. */
  size_t first = s->no_intercept && role == s->factors.roles[0] ? 0 : 1;

  if (count <= first) {
    model->one_level[model->n_one_level++] =
        pst_arena_format(&job->arena, "'%s' has one level only in the rows that are used%s%s",
                         column->name, count == 0 ? "" : ": ", count == 0 ? "" : levels[0]);
    return PST_OK;
  }
  for (size_t l = first; l < count; l++) {
    struct pst_regress_term *term =
        add_term(job, model, pst_arena_format(&job->arena, "%s[%s]", column->name, levels[l]), 1);

    if (term == NULL)
      return pst_fail_memory(error);
    term->atoms[0] = (struct pst_regress_atom){.role = role, .level = levels[l]};
    if (first > 0)
      term->note = pst_arena_format(&job->arena, "against %s", levels[0]);
  }
  return PST_OK;
}

static enum pst_status add_factor(struct pst_job *job, struct pst_regress_model *model, size_t role,
                                  const size_t *rows, size_t n, struct pst_error *error)
{
  const struct pst_column *column = pst_job_column(job, role);
  size_t texts = pst_column_texts(column)->count;
  const char **levels = pst_arena_array(&job->arena, texts + 1, sizeof *levels);
  bool *seen = pst_arena_array(&job->arena, texts + 1, sizeof *seen);
  enum pst_status status;
  size_t count;

  if (levels == NULL || seen == NULL)
    return pst_fail_memory(error);
  count = list_levels(column, rows, n, levels, seen);
  status = put_first(job, column, levels, count, error);
  return status == PST_OK ? add_levels(job, model, role, levels, count, error) : status;
}

/* --- interactions ------------------------------------------------------------------------------- */

static bool is_term_of(const struct pst_job *job, const struct pst_regress_term *term,
                       struct pst_text column)
{
  return term->n_atoms == 1
         && pst_text_is(column, job->table.columns[job->roles[term->atoms[0].role].column].name);
}

/* Every term of the first MAIN that is of COLUMN, times every one of those from FIRST to LAST. */
static enum pst_status multiply(struct pst_job *job, struct pst_regress_model *model,
                                size_t main_terms, struct pst_text column, size_t first,
                                size_t last, struct pst_error *error)
{
  for (size_t i = first; i < last; i++)
    for (size_t j = 0; j < main_terms; j++) {
      const struct pst_regress_term left = model->terms[i], right = model->terms[j];
      struct pst_regress_term *term;

      if (!is_term_of(job, &right, column))
        continue;
      term = add_term(job, model, pst_arena_format(&job->arena, "%s:%s", left.name, right.name),
                      left.n_atoms + 1);
      if (term == NULL)
        return pst_fail_memory(error);
      memcpy(term->atoms, left.atoms, left.n_atoms * sizeof *left.atoms);
      term->atoms[left.n_atoms] = right.atoms[0];
    }
  return PST_OK;
}

static bool is_in_model(const struct pst_job *job, struct pst_text name)
{
  const struct pst_regress_settings *s = job->settings;

  for (size_t i = 0; i < job->options.x.count; i++)
    if (pst_text_is(name, job->options.x.items[i]))
      return true;
  for (size_t i = 0; i < s->factor.count; i++)
    if (pst_text_is(name, s->factor.items[i]))
      return true;
  return false;
}

/* "A:B" or "A:B:C": the part before the first colon of REST, which moves on. */
static struct pst_text next_name(const char **rest)
{
  const char *colon = strchr(*rest, ':');
  struct pst_text name = {.data = *rest,
                          .size = colon == NULL ? strlen(*rest) : (size_t)(colon - *rest)};

  *rest = colon == NULL ? NULL : colon + 1;
  return name;
}

static enum pst_status add_interaction(struct pst_job *job, struct pst_regress_model *model,
                                       size_t main_terms, const char *spec, struct pst_error *error)
{
  const char *rest = spec;
  size_t first = 0, last = 0, before = model->count;
  enum pst_status status = PST_OK;

  if (strchr(spec, ':') == NULL)
    return pst_fail(error, PST_USAGE, "--interact: '%s' is not of the form A:B", spec);
  while (rest != NULL && status == PST_OK) {
    struct pst_text name = next_name(&rest);

    if (!is_in_model(job, name))
      return pst_fail(error, PST_USAGE, "--interact: '%.*s' is neither in -x nor in --factor",
                      (int)name.size, name.data);
    if (last == 0) { /* the first: its own terms, copied as a start */
      first = model->count;
      for (size_t j = 0; j < main_terms; j++)
        if (is_term_of(job, &model->terms[j], name)) {
          struct pst_regress_term *term = add_term(job, model, model->terms[j].name, 1);

          if (term == NULL)
            return pst_fail_memory(error);
          term->atoms[0] = model->terms[j].atoms[0];
        }
      last = model->count;
      continue;
    }
    status = multiply(job, model, main_terms, name, first, last, error);
    first = last;
    last = model->count;
  }
  /* Only the last products stay. */
  memmove(model->terms + before, model->terms + first, (last - first) * sizeof *model->terms);
  model->count = before + (last - first);
  return status;
}

/* --- a model ------------------------------------------------------------------------------------ */

enum pst_status pst_regress_model_make(struct pst_job *job, const size_t *rows, size_t n,
                                       struct pst_regress_model *model, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  enum pst_status status = PST_OK;
  size_t main_terms;

  *model = (struct pst_regress_model){.count = 0};
  model->one_level = pst_arena_array(&job->arena, s->factors.count + 1, sizeof *model->one_level);
  if (model->one_level == NULL)
    return pst_fail_memory(error);
  if (!s->no_intercept && s->within_role == SIZE_MAX
      && add_term(job, model, "intercept", 0) == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->x.count && status == PST_OK; i++)
    status = add_powers(job, model, s->x.roles[i], error);
  for (size_t i = 0; i < s->factors.count && status == PST_OK; i++)
    status = add_factor(job, model, s->factors.roles[i], rows, n, error);
  main_terms = model->count;
  for (size_t i = 0; i < s->interact.count && status == PST_OK; i++)
    status = add_interaction(job, model, main_terms, s->interact.items[i], error);
  return status;
}

static struct pst_dd atom_cell(const struct pst_job *job, const struct pst_regress_atom *atom,
                               size_t row)
{
  const struct pst_column *column = pst_job_column(job, atom->role);
  struct pst_dd x, out = {1, 0};

  if (atom->power == 0)
    return pst_dd_of(pst_column_missing(column, row)                            ? (double)NAN
                     : strcmp(pst_column_string(column, row), atom->level) == 0 ? 1
                                                                                : 0);
  x = pst_dd_of(pst_column_number(column, row));
  for (unsigned i = 0; i < atom->power; i++)
    out = pst_dd_product(out, x);
  return out;
}

struct pst_dd pst_regress_model_cell(const struct pst_job *job, const struct pst_regress_term *term,
                                     size_t row)
{
  struct pst_dd out = {1, 0};

  for (size_t i = 0; i < term->n_atoms; i++)
    out = i == 0 ? atom_cell(job, &term->atoms[0], row)
                 : pst_dd_product(out, atom_cell(job, &term->atoms[i], row));
  return out;
}
