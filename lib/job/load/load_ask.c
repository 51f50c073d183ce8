/* load_ask.c -- the columns that roles, expressions and joins need, asked of the files. */
#include "job/load/load_steps.h"

#include <stdint.h>
#include <string.h>

static enum pst_status fail_nowhere(const struct pst_load *load, const char *name,
                                    struct pst_error *error)
{
  struct pst_buffer files = {.data = NULL};
  enum pst_status status;

  for (size_t i = 0; i < load->n_others; i++)
    pst_buffer_printf(&files, "%s%s", i + 1 == load->n_others ? " nor " : ", ",
                      pst_loader_name(load->others[i].loader));
  status = pst_fail(error, PST_USAGE, "neither %s%s has a column '%s'", pst_loader_name(load->main),
                    pst_buffer_string(&files), name);
  pst_buffer_free(&files);
  return status;
}

static enum pst_status fail_no_column(const struct pst_load *load, const char *name,
                                      struct pst_error *error)
{
  size_t n = load->n_lets, unused;
  const char **names = pst_arena_array(&load->job->arena, n + 1, sizeof *names);

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    names[i] = load->lets[i].name;
  n = pst_text_near(pst_text_of(name), names, n);
  if (n < load->n_lets)
    return pst_fail(error, PST_USAGE, "no column '%s'; did you mean '%s', made by --let?", name,
                    names[n]);
  if (load->n_others == 0)
    return pst_loader_ask(load->main, name, PST_WANT_ANY, &unused, error);
  return fail_nowhere(load, name, error);
}

/* A column of countries is text: its codes may be numbers. */
static enum pst_want want_of(const struct pst_load *load, const char *name, enum pst_want want)
{
  return want == PST_WANT_ANY && pst_load_is_country(load, name) ? PST_WANT_TEXT : want;
}

/* The column of NAME as WANT, in the file that has it; *COLUMN is its index where that is the first, under
   the name by which it is asked for. */
static enum pst_status ask_place(struct pst_load *load, const struct pst_load_place *place,
                                 const char *called, enum pst_want want, size_t *column,
                                 struct pst_error *error)
{
  struct pst_loader *loader = pst_load_loader(load, place);
  size_t there;
  enum pst_status status;

  want = want_of(load, called, want);
  if (place->other == NULL && strcmp(called, place->name) == 0)
    return pst_loader_ask(loader, called, want, column, error);
  status = pst_loader_ask_as(loader, place->name, called, want, &there, error);
  if (place->other == NULL)
    *column = there;
  return status;
}

static enum pst_status ask_role(struct pst_load *load, size_t i, struct pst_error *error)
{
  const struct pst_wanted *role = &load->job->roles[i];
  struct pst_load_place place;
  bool is_parted;
  enum pst_status status;

  load->column[i] = SIZE_MAX;
  if (pst_load_is_let(load, pst_text_of(role->name), load->n_lets))
    return PST_OK;
  if (role->want == PST_WANT_TIME) {
    status = pst_load_ask_parts(load, role->name, &is_parted, error);
    if (status != PST_OK || is_parted)
      return status;
  }
  status = pst_load_find(load, role->name, &place, error);
  if (status != PST_OK)
    return status;
  if (place.name == NULL)
    return role->optional ? PST_OK : fail_no_column(load, role->name, error);
  return ask_place(load, &place, role->name, role->want, &load->column[i], error);
}

/* A column that an expression names is read as what its cells are, unless a role reads it as a
   number or a time already, and no digits beyond those of a double are asked for (DIGITS). */
static enum pst_status ask_name(struct pst_load *load, struct pst_text name, size_t lets_before,
                                bool digits, struct pst_error *error)
{
  const char *string = pst_arena_copy(&load->job->arena, name.data, name.size);
  struct pst_load_place place;
  size_t column;
  enum pst_status status;

  if (string == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < load->job->n_roles && !digits; i++)
    if (load->job->roles[i].want != PST_WANT_TEXT && strcmp(load->job->roles[i].name, string) == 0)
      return PST_OK;
  /* --where acts on the first file alone */
  if (lets_before == load->n_lets && pst_loader_has(load->main, string))
    return pst_loader_ask(load->main, string, want_of(load, string, PST_WANT_ANY), &column, error);
  status = pst_load_find(load, string, &place, error);
  if (status != PST_OK || place.name == NULL) /* said by the binding, with the character */
    return status;
  return ask_place(load, &place, string, PST_WANT_ANY, &column, error);
}

static enum pst_status ask_expression(struct pst_load *load, const struct pst_expr *expr,
                                      size_t lets_before, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; expr != NULL && i < pst_expr_name_count(expr) && status == PST_OK; i++)
    if (!pst_load_is_let(load, pst_expr_name(expr, i), lets_before))
      status =
          ask_name(load, pst_expr_name(expr, i), lets_before, pst_expr_long_number(expr), error);
  return status;
}

static enum pst_status ask_key(struct pst_load *load, struct pst_load_other *other, size_t k,
                               struct pst_error *error)
{
  const char *text = other->on.items[k], *equals = strchr(text, '='), *there = text;
  char *key = pst_arena_string(&load->job->arena, text);
  enum pst_status status;

  if (key == NULL)
    return pst_fail_memory(error);
  if (equals != NULL && !pst_loader_has(load->main, key)) {
    key[equals - text] = '\0';
    there = equals + 1;
  }
  status = pst_loader_ask(load->main, key, PST_WANT_TEXT, &other->keys[k], error);
  if (status == PST_OK)
    status = pst_loader_ask(other->loader, there, PST_WANT_TEXT, &other->other_keys[k], error);
  other->n_keys += status == PST_OK;
  return status;
}

static enum pst_status ask_keys(struct pst_load *load, struct pst_load_other *other,
                                struct pst_error *error)
{
  struct pst_arena *arena = &load->job->arena;
  size_t n = other->on.count;
  enum pst_status status = PST_OK;

  other->keys = pst_arena_array(arena, n + 1, sizeof *other->keys);
  other->other_keys = pst_arena_array(arena, n + 1, sizeof *other->other_keys);
  other->key_texts = pst_arena_array(arena, n + 1, sizeof *other->key_texts);
  if (other->keys == NULL || other->other_keys == NULL || other->key_texts == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < n && status == PST_OK; k++)
    status = ask_key(load, other, k, error);
  return status;
}

/* NAME is KEY or OTHERKEY of --on KEY=OTHERKEY, as the file of --join calls it. */
static bool is_other_key(const struct pst_load_other *other, const char *name)
{
  for (size_t i = 0; i < other->on.count; i++) {
    const char *equals = strchr(other->on.items[i], '=');

    if (strcmp(other->on.items[i], name) == 0 || (equals != NULL && strcmp(equals + 1, name) == 0))
      return true;
  }
  return false;
}

/* Column I of --country where the first file has it: there, and in each other of which it is a key. */
static enum pst_status ask_country_key(struct pst_load *load, size_t i, struct pst_error *error)
{
  const char *name = load->job->options.country.items[i];
  enum pst_status status =
      pst_loader_ask(load->main, name, PST_WANT_TEXT, &load->countries[i], error);

  for (size_t o = 0; o < load->n_others && status == PST_OK; o++) {
    struct pst_load_other *other = &load->others[o];

    if (is_other_key(other, name) && pst_loader_has(other->loader, name))
      status = pst_loader_ask(other->loader, name, PST_WANT_TEXT, &other->countries[i], error);
  }
  return status;
}

/* Column I of --country: else in the file of --join that has it. */
static enum pst_status ask_country(struct pst_load *load, size_t i, struct pst_error *error)
{
  const char *name = load->job->options.country.items[i];
  struct pst_load_place place;
  enum pst_status status;

  load->countries[i] = SIZE_MAX;
  for (size_t o = 0; o < load->n_others; o++)
    load->others[o].countries[i] = SIZE_MAX;
  if (pst_load_is_let(load, pst_text_of(name), load->n_lets))
    return pst_fail(error, PST_USAGE,
                    "--country: '%s' is made by --let; name a column of the input", name);
  if (pst_loader_has(load->main, name))
    return ask_country_key(load, i, error);
  status = pst_load_find(load, name, &place, error);
  if (status == PST_OK && place.name == NULL)
    return fail_no_column(load, name, error);
  if (status != PST_OK || place.other == NULL)
    return status == PST_OK ? pst_loader_ask_as(load->main, place.name, name, PST_WANT_TEXT,
                                                &load->countries[i], error)
                            : status;
  if (is_other_key(place.other, place.name))
    return pst_loader_ask(place.other->loader, place.name, PST_WANT_TEXT,
                          &place.other->countries[i], error);
  return pst_loader_ask_as(place.other->loader, place.name, name, PST_WANT_TEXT,
                           &place.other->countries[i], error);
}

static enum pst_status fail_twice(const struct pst_load *load, size_t i, struct pst_error *error)
{
  bool twice = false;

  for (size_t j = 0; j < i; j++) {
    twice = twice || (load->countries[i] != SIZE_MAX && load->countries[j] == load->countries[i]);
    for (size_t o = 0; o < load->n_others; o++)
      twice = twice
              || (load->others[o].countries[i] != SIZE_MAX
                  && load->others[o].countries[j] == load->others[o].countries[i]);
  }
  if (twice)
    return pst_fail(error, PST_USAGE, "--country: '%s' is given twice",
                    load->job->options.country.items[i]);
  return PST_OK;
}

static enum pst_status ask_countries(struct pst_load *load, struct pst_error *error)
{
  size_t n = load->job->options.country.count;
  enum pst_status status = PST_OK;

  load->countries = pst_arena_array(&load->job->arena, n + 1, sizeof *load->countries);
  for (size_t o = 0; o < load->n_others; o++) {
    load->others[o].countries =
        pst_arena_array(&load->job->arena, n + 1, sizeof *load->others[o].countries);
    if (load->others[o].countries == NULL)
      return pst_fail_memory(error);
  }
  load->country_texts = pst_arena_array(&load->job->arena, n + 1, sizeof *load->country_texts);
  if (load->countries == NULL || load->country_texts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n && status == PST_OK; i++) {
    status = ask_country(load, i, error);
    if (status == PST_OK)
      status = fail_twice(load, i, error);
  }
  return status;
}

/* By place, so that two columns of one name do not matter. */
static enum pst_status ask_all(const struct pst_load *load, struct pst_loader *loader,
                               struct pst_error *error)
{
  enum pst_status status = PST_OK;
  size_t column;

  for (size_t f = 0; f < pst_loader_columns(loader) && status == PST_OK; f++)
    status = pst_loader_ask_field(
        loader, f, want_of(load, pst_loader_column(loader, f), PST_WANT_ANY), &column, error);
  return status;
}

/* What another file has too, or is a key, goes by its file: right.value. */
static enum pst_status ask_all_of_other(struct pst_load *load, struct pst_load_other *other,
                                        struct pst_error *error)
{
  enum pst_status status = PST_OK;
  size_t column;

  for (size_t f = 0; f < pst_loader_columns(other->loader) && status == PST_OK; f++) {
    const char *name = pst_loader_column(other->loader, f), *called;
    struct pst_load_place place;

    called = pst_arena_format(&load->job->arena, "%s%s", other->prefix, name);
    if (called == NULL)
      return pst_fail_memory(error);
    if (pst_load_find(load, called, &place, NULL) != PST_OK)
      called = pst_arena_format(&load->job->arena, "%.*s.%s", (int)pst_load_stem(other).size,
                                pst_load_stem(other).data, name);
    if (called == NULL)
      return pst_fail_memory(error);
    status = pst_loader_ask_field_as(other->loader, f, called, want_of(load, called, PST_WANT_ANY),
                                     &column, error);
  }
  return status;
}

enum pst_status pst_load_ask(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  bool is_parted;

  load->column = pst_arena_array(&load->job->arena, load->job->n_roles + 1, sizeof *load->column);
  if (load->column == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < load->job->n_roles && status == PST_OK; i++)
    status = ask_role(load, i, error);
  if (status == PST_OK && load->job->options.time != NULL)
    status = pst_load_ask_parts(load, load->job->options.time, &is_parted, error);
  for (size_t i = 0; i < load->n_lets && status == PST_OK; i++)
    status = ask_expression(load, load->lets[i].expr, i, error);
  if (status == PST_OK)
    status = ask_expression(load, load->where, load->n_lets, error);
  if (status == PST_OK && load->job->all_columns)
    status = ask_all(load, load->main, error);
  for (size_t i = 0; i < load->n_others && status == PST_OK; i++) {
    if (load->job->all_columns)
      status = ask_all_of_other(load, &load->others[i], error);
    if (status == PST_OK)
      status = ask_keys(load, &load->others[i], error);
  }
  return status == PST_OK ? ask_countries(load, error) : status;
}
