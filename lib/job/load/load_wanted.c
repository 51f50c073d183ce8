/* load_wanted.c -- the columns that will be asked for, of each file by itself: they tell how it is judged. */
#include <string.h>

#include "job/load/load_steps.h"

/* NAME=EXPR of --let: no file has it. */
static bool is_made(const struct pst_job *job, struct pst_text name)
{
  const struct pst_list *let = &job->options.let;

  for (size_t i = 0; i < let->count; i++) {
    const char *text = let->items[i];

    if (strncmp(text, name.data, name.size) == 0
        && text[name.size + strspn(text + name.size, " ")] == '=')
      return true;
  }
  return false;
}

static enum pst_status want(struct pst_load *load, struct pst_list *names, const char *name,
                            struct pst_error *error)
{
  if (is_made(load->job, pst_text_of(name)))
    return PST_OK;
  return pst_list_add(names, &load->job->arena, name, error);
}

/* The columns that SOURCE names.  What is wrong with it is said when it is read. */
static enum pst_status add_expression(struct pst_load *load, struct pst_list *names,
                                      const char *source, struct pst_error *error)
{
  struct pst_arena *arena = &load->job->arena;
  struct pst_expr *expr;
  enum pst_status status = pst_expr_parse(source, arena, &expr, NULL);

  if (status != PST_OK)
    return status == PST_USAGE ? PST_OK : pst_fail_memory(error);
  for (size_t i = 0; i < pst_expr_name_count(expr) && status == PST_OK; i++) {
    struct pst_text name = pst_expr_name(expr, i);
    const char *copy = pst_arena_copy(arena, name.data, name.size);

    status = copy == NULL ? pst_fail_memory(error) : want(load, names, copy, error);
  }
  return status;
}

static enum pst_status add_expressions(struct pst_load *load, struct pst_list *names,
                                       struct pst_error *error)
{
  const struct pst_job_options *o = &load->job->options;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < o->let.count && status == PST_OK; i++) {
    const char *equals = strchr(o->let.items[i], '=');

    if (equals != NULL)
      status = add_expression(load, names, equals + 1, error);
  }
  if (o->where != NULL && status == PST_OK)
    status = add_expression(load, names, o->where, error);
  return status;
}

/* The key K of --on as the first file calls it, or (THERE) as OTHER does. */
static enum pst_status add_key(struct pst_load *load, const struct pst_load_other *other, size_t k,
                               bool there, struct pst_list *names, struct pst_error *error)
{
  const char *key = other->on.items[k], *equals = strchr(key, '=');

  if (equals != NULL && there)
    key = equals + 1;
  else if (equals != NULL)
    key = pst_arena_copy(&load->job->arena, key, (size_t)(equals - key));
  return key == NULL ? pst_fail_memory(error) : pst_list_add(names, &load->job->arena, key, error);
}

/* Roles come first: without one nothing is known of what is wanted. */
static enum pst_status list_roles(struct pst_load *load, struct pst_list *names,
                                  struct pst_error *error)
{
  struct pst_job *job = load->job;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < job->n_roles && status == PST_OK; i++)
    if (job->roles[i].name != NULL && !job->roles[i].optional
        && (job->roles[i].want != PST_WANT_TIME || strchr(job->roles[i].name, ',') == NULL))
      status = want(load, names, job->roles[i].name, error);
  return status;
}

enum pst_status pst_load_list_wanted(struct pst_load *load, struct pst_error *error)
{
  struct pst_list names = {.count = 0};
  enum pst_status status = list_roles(load, &names, error);

  if (status != PST_OK || names.count == 0)
    return status;
  if (load->n_others > 0)
    status = add_expressions(load, &names, error);
  for (size_t i = 0; i < load->n_others; i++)
    for (size_t k = 0; k < load->others[i].on.count && status == PST_OK; k++)
      status = add_key(load, &load->others[i], k, false, &names, error);
  if (status == PST_OK)
    status = pst_list_add(&names, &load->job->arena, NULL, error);
  load->layout.wanted = names.items;
  return status;
}

/* NAME as OTHER calls that column, if it may be one of OTHER: by joined., by its file, by its prefix, or bare
   where the first file has none of that name. */
static const char *name_there(const struct pst_load *load, const struct pst_load_other *other,
                              const char *name)
{
  const char *behind = pst_load_behind(pst_load_stem(other), name);
  size_t size = strlen(other->prefix);

  if (behind == NULL && load->n_others == 1)
    behind = pst_load_behind(pst_text_of("joined"), name);
  if (behind != NULL)
    return behind;
  if (strncmp(name, other->prefix, size) != 0 || (size == 0 && pst_loader_has(load->main, name)))
    return NULL;
  return name + size;
}

enum pst_status pst_load_list_wanted_there(struct pst_load *load, struct pst_load_other *other,
                                           struct pst_error *error)
{
  const char *const *wanted = load->layout.wanted;
  struct pst_list names = {.count = 0};
  enum pst_status status = PST_OK;

  if (wanted == NULL)
    return PST_OK;
  for (size_t i = 0; wanted[i] != NULL && status == PST_OK; i++) {
    const char *name = name_there(load, other, wanted[i]);

    if (name != NULL)
      status = pst_list_add(&names, &load->job->arena, name, error);
  }
  for (size_t k = 0; k < other->on.count && status == PST_OK; k++)
    status = add_key(load, other, k, true, &names, error);
  if (status == PST_OK)
    status = pst_list_add(&names, &load->job->arena, NULL, error);
  other->layout.wanted = names.items;
  return status;
}
