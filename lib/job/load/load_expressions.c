/* load_expressions.c -- --where and --let read, and the columns that they name. */
#include "job/load/load_steps.h"

#include <string.h>

/* "--where: character 9: MESSAGE", and the expression with a caret under the place. */
enum { SOURCE_SHOWN = 200 }; /* bytes of an expression that a message repeats */

enum pst_status pst_load_name_expression(enum pst_status status, const char *option,
                                         const char *source, struct pst_error *error)
{
  /* A long one would push the reason out of the message. */
  struct pst_text head = pst_utf8_head(pst_text_of(source), SOURCE_SHOWN);

  if (status != PST_USAGE || error == NULL || error->column == 0)
    return status;
  pst_error_prefix(error, "%s '%.*s%s': character %lu: ", option, (int)head.size, head.data,
                   source[head.size] == '\0' ? "" : "...", error->column);
  error->column = 0;
  return status;
}

static bool is_name(struct pst_text name)
{
  if (name.size == 0 || (name.data[0] >= '0' && name.data[0] <= '9'))
    return false;
  for (size_t i = 0; i < name.size; i++) {
    char c = name.data[i];

    if ((unsigned char)c < 0x80 && c != '_' && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')
        && !(c >= 'a' && c <= 'z'))
      return false;
  }
  return true;
}

/* NAME=EXPR: the first = that is not the end of <=, >= or != stands after the name. */
static enum pst_status read_let(struct pst_load *load, const char *text, struct pst_let *let,
                                struct pst_error *error)
{
  struct pst_arena *arena = &load->job->arena;
  const char *equals = strchr(text, '=');
  struct pst_text name = {.data = text, .size = equals == NULL ? 0 : (size_t)(equals - text)};
  enum pst_status status;

  name = pst_text_trim(name);
  if (!is_name(name))
    return pst_fail(error, PST_USAGE,
                    "--let: '%s' does not begin with a name (letters, digits, _) and =; write "
                    "NAME=EXPR",
                    text);
  let->name = pst_arena_copy(arena, name.data, name.size);
  if (let->name == NULL)
    return pst_fail_memory(error);
  let->source = equals + 1;
  for (size_t i = 0; i < load->n_lets; i++)
    if (strcmp(load->lets[i].name, let->name) == 0)
      return pst_fail(error, PST_USAGE, "--let: '%s' is made twice", let->name);
  if (pst_loader_has(load->main, let->name) || pst_load_in_other(load, let->name))
    return pst_fail(error, PST_USAGE, "--let: there is a column '%s' already; take another name",
                    let->name);
  let->source = equals + 1;
  status = pst_expr_parse(equals + 1, arena, &let->expr, error);
  return pst_load_name_expression(status, "--let", equals + 1, error);
}

enum pst_status pst_load_read_expressions(struct pst_load *load, struct pst_error *error)
{
  const struct pst_job_options *options = &load->job->options;

  load->lets = pst_arena_array(&load->job->arena, options->let.count + 1, sizeof *load->lets);
  if (load->lets == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < options->let.count; i++) {
    enum pst_status status = read_let(load, options->let.items[i], &load->lets[i], error);

    if (status != PST_OK)
      return status;
    load->n_lets++;
  }
  if (options->where == NULL)
    return PST_OK;
  return pst_load_name_expression(
      pst_expr_parse(options->where, &load->job->arena, &load->where, error), "--where",
      options->where, error);
}

bool pst_load_is_let(const struct pst_load *load, struct pst_text name, size_t before)
{
  for (size_t i = 0; i < before; i++)
    if (pst_text_is(name, load->lets[i].name))
      return true;
  return false;
}

/* --- names that are none ----------------------------------------------------------------------------- */

struct names {
  struct pst_load *load;
  const struct pst_let *let; /* whose expression it is; NULL: that of --where */
  bool failed;
};

static bool is_role(const struct pst_job *job, struct pst_text name)
{
  for (size_t i = 0; i < job->n_roles; i++)
    if (pst_text_is(name, job->roles[i].name))
      return true;
  return job->options.time != NULL && pst_text_is(name, job->options.time);
}

/* A column of some file, one that is made of others, or another --let. */
static bool is_known(void *context, struct pst_text name, struct pst_expr_column *out)
{
  struct names *names = context;
  struct pst_load *load = names->load;
  const char *string = pst_arena_copy(&load->job->arena, name.data, name.size);
  struct pst_load_place place;

  (void)out;
  names->failed = names->failed || string == NULL;
  if (names->let != NULL && pst_text_is(name, names->let->name))
    return false; /* no file has it */
  for (size_t i = 0; i < load->n_lets; i++)
    if (&load->lets[i] != names->let && pst_text_is(name, load->lets[i].name))
      return true;
  if (names->failed || is_role(load->job, name) || pst_loader_has(load->main, string))
    return true;
  return pst_load_find(load, string, &place, NULL) != PST_OK || place.name != NULL;
}

/* What a name may have been meant for: the columns of the first file, and what other --let make. */
static size_t list_candidates(const struct names *names, const char **all)
{
  struct pst_load *load = names->load;
  size_t n = 0;

  for (size_t i = 0; i < pst_loader_columns(load->main); i++)
    all[n++] = pst_loader_column(load->main, i);
  for (size_t i = 0; i < load->n_lets; i++)
    if (&load->lets[i] != names->let)
      all[n++] = load->lets[i].name;
  return n;
}

static enum pst_status check_names(struct names *context, const char *option, const char *source,
                                   struct pst_expr *expr, struct pst_error *error)
{
  struct pst_load *load = context->load;
  size_t most = pst_loader_columns(load->main) + load->n_lets;
  const char **all = pst_arena_array(&load->job->arena, most + 1, sizeof *all);
  struct pst_expr_names names = {.context = context, .find = is_known, .candidates = all};

  if (all == NULL)
    return pst_fail_memory(error);
  names.candidate_count = list_candidates(context, all);
  return pst_load_name_expression(pst_expr_check_names(expr, &names, error), option, source, error);
}

enum pst_status pst_load_check_names(struct pst_load *load, struct pst_error *error)
{
  struct names names = {.load = load};
  enum pst_status status = PST_OK;

  if (load->where != NULL)
    status = check_names(&names, "--where", load->job->options.where, load->where, error);
  for (size_t i = 0; i < load->n_lets && status == PST_OK; i++) {
    names.let = &load->lets[i];
    status = check_names(&names, "--let", names.let->source, names.let->expr, error);
  }
  return status == PST_OK && names.failed ? pst_fail_memory(error) : status;
}
