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
