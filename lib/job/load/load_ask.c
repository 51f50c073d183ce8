/* load_ask.c -- the columns that roles, expressions and joins need, asked of the files. */
#include "job/load/load_steps.h"

#include <stdint.h>
#include <string.h>

/* The file that has the column NAME, and its name there: the first, else that of --join; the message
   speaks of the first. */
static struct pst_loader *holder(const struct pst_load *load, const char **name)
{
  const char *there = pst_load_in_other(load, *name);

  if (there == NULL || pst_loader_has(load->main, *name))
    return load->main;
  *name = there;
  return load->other;
}

static bool is_join_key(const struct pst_load *load, const char *name)
{
  const struct pst_list *on = &load->job->options.on;

  for (size_t i = 0; i < on->count; i++)
    if (strcmp(on->items[i], name) == 0
        || (strncmp(on->items[i], name, strlen(name)) == 0 && on->items[i][strlen(name)] == '='))
      return true;
  return false;
}

/* Which file's is meant would be a guess. */
static enum pst_status check_both(const struct pst_load *load, const char *name,
                                  struct pst_error *error)
{
  if (pst_load_in_other(load, name) == NULL || !pst_loader_has(load->main, name)
      || is_join_key(load, name))
    return PST_OK;
  return pst_fail(error, PST_USAGE,
                  "both %s and %s have a column '%s'; --join-prefix b_ calls that of %s b_%s",
                  pst_loader_name(load->main), pst_loader_name(load->other), name,
                  pst_loader_name(load->other), name);
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
  if (load->other == NULL)
    return pst_loader_ask(load->main, name, PST_WANT_ANY, &unused, error);
  return pst_fail(error, PST_USAGE, "neither %s nor %s has a column '%s'",
                  pst_loader_name(load->main), pst_loader_name(load->other), name);
}

/* A column of countries is text: its codes may be numbers. */
static enum pst_want want_of(const struct pst_load *load, const char *name, enum pst_want want)
{
  return want == PST_WANT_ANY && pst_load_is_country(load, name) ? PST_WANT_TEXT : want;
}

static enum pst_status ask_role(struct pst_load *load, size_t i, struct pst_error *error)
{
  const struct pst_wanted *role = &load->job->roles[i];
  const char *name = role->name;
  struct pst_loader *loader = holder(load, &name);
  size_t column = 0;
  enum pst_status status;

  load->column[i] = SIZE_MAX;
  if (pst_load_is_let(load, pst_text_of(role->name), load->n_lets))
    return PST_OK;
  if (!pst_loader_has(loader, name))
    return role->optional ? PST_OK : fail_no_column(load, role->name, error);
  status = check_both(load, role->name, error);
  if (status == PST_OK)
    status = pst_loader_ask(loader, name, want_of(load, name, role->want), &column, error);
  if (loader == load->main)
    load->column[i] = column;
  return status;
}

/* A column that an expression names is read as what its cells are, unless a role reads it as a
   number or a time already, and no digits beyond those of a double are asked for (DIGITS). */
static enum pst_status ask_name(struct pst_load *load, struct pst_text name, size_t lets_before,
                                bool digits, struct pst_error *error)
{
  const char *string = pst_arena_copy(&load->job->arena, name.data, name.size);
  struct pst_loader *loader;
  size_t column;

  if (string == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < load->job->n_roles && !digits; i++)
    if (load->job->roles[i].want != PST_WANT_TEXT && strcmp(load->job->roles[i].name, string) == 0)
      return PST_OK;
  loader = holder(load, &string);
  if (!pst_loader_has(loader, string)) /* said by the binding, with the character */
    return PST_OK;
  if (lets_before < load->n_lets && check_both(load, string, error) != PST_OK)
    return PST_USAGE;
  return pst_loader_ask(loader, string, want_of(load, string, PST_WANT_ANY), &column, error);
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

static enum pst_status ask_keys(struct pst_load *load, struct pst_error *error)
{
  const struct pst_list *on = &load->job->options.on;
  struct pst_arena *arena = &load->job->arena;

  load->keys = pst_arena_array(arena, on->count + 1, sizeof *load->keys);
  load->other_keys = pst_arena_array(arena, on->count + 1, sizeof *load->other_keys);
  load->key_texts = pst_arena_array(arena, on->count + 1, sizeof *load->key_texts);
  if (load->keys == NULL || load->other_keys == NULL || load->key_texts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < on->count && load->other != NULL; i++) {
    const char *equals = strchr(on->items[i], '='), *other = on->items[i];
    char *key = pst_arena_string(arena, on->items[i]);
    enum pst_status status;

    if (key == NULL)
      return pst_fail_memory(error);
    if (equals != NULL && !pst_loader_has(load->main, key)) {
      key[equals - on->items[i]] = '\0';
      other = equals + 1;
    }
    status = pst_loader_ask(load->main, key, PST_WANT_TEXT, &load->keys[i], error);
    if (status == PST_OK)
      status = pst_loader_ask(load->other, other, PST_WANT_TEXT, &load->other_keys[i], error);
    if (status != PST_OK)
      return status;
    load->n_keys++;
  }
  return PST_OK;
}

/* NAME is KEY or OTHERKEY of --on KEY=OTHERKEY, as the file of --join calls it. */
static bool is_other_key(const struct pst_load *load, const char *name)
{
  const struct pst_list *on = &load->job->options.on;

  for (size_t i = 0; i < on->count; i++) {
    const char *equals = strchr(on->items[i], '=');

    if (strcmp(on->items[i], name) == 0 || (equals != NULL && strcmp(equals + 1, name) == 0))
      return true;
  }
  return false;
}

/* Column I of --country: in the first file, and in that of --join where it is a key or the first
   has none of that name. */
static enum pst_status ask_country(struct pst_load *load, size_t i, struct pst_error *error)
{
  const char *name = load->job->options.country.items[i];
  enum pst_status status;

  load->countries[i] = load->other_countries[i] = SIZE_MAX;
  if (pst_load_is_let(load, pst_text_of(name), load->n_lets))
    return pst_fail(error, PST_USAGE,
                    "--country: '%s' is made by --let; name a column of the input", name);
  if (!pst_loader_has(holder(load, &name), name))
    return fail_no_column(load, name, error);
  if (pst_loader_has(load->main, name)) {
    status = pst_loader_ask(load->main, name, PST_WANT_TEXT, &load->countries[i], error);
    if (status != PST_OK || load->other == NULL || !is_other_key(load, name)
        || !pst_loader_has(load->other, name))
      return status;
  }
  return pst_loader_ask(load->other, name, PST_WANT_TEXT, &load->other_countries[i], error);
}

static enum pst_status fail_twice(const struct pst_load *load, size_t i, struct pst_error *error)
{
  for (size_t j = 0; j < i; j++)
    if ((load->countries[i] != SIZE_MAX && load->countries[j] == load->countries[i])
        || (load->other_countries[i] != SIZE_MAX
            && load->other_countries[j] == load->other_countries[i]))
      return pst_fail(error, PST_USAGE, "--country: '%s' is given twice",
                      load->job->options.country.items[i]);
  return PST_OK;
}

static enum pst_status ask_countries(struct pst_load *load, struct pst_error *error)
{
  size_t n = load->job->options.country.count;
  enum pst_status status = PST_OK;

  load->countries = pst_arena_array(&load->job->arena, n + 1, sizeof *load->countries);
  load->other_countries = pst_arena_array(&load->job->arena, n + 1, sizeof *load->other_countries);
  load->country_texts = pst_arena_array(&load->job->arena, n + 1, sizeof *load->country_texts);
  if (load->countries == NULL || load->other_countries == NULL || load->country_texts == NULL)
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

enum pst_status pst_load_ask(struct pst_load *load, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  load->column = pst_arena_array(&load->job->arena, load->job->n_roles + 1, sizeof *load->column);
  if (load->column == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < load->job->n_roles && status == PST_OK; i++)
    status = ask_role(load, i, error);
  for (size_t i = 0; i < load->n_lets && status == PST_OK; i++)
    status = ask_expression(load, load->lets[i].expr, i, error);
  if (status == PST_OK)
    status = ask_expression(load, load->where, load->n_lets, error);
  if (status == PST_OK && load->job->all_columns)
    status = ask_all(load, load->main, error);
  if (status == PST_OK && load->job->all_columns && load->other != NULL)
    status = ask_all(load, load->other, error);
  if (status == PST_OK)
    status = ask_keys(load, error);
  return status == PST_OK ? ask_countries(load, error) : status;
}
