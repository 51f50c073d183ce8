/* kind_read.c -- what may stand in the brackets of a kind. */
#include "indicator/kind_read.h"

#include <string.h>

#include "base/number.h"

/* A whole number from 1 on. */
static bool read_count(const char *text, long *count)
{
  double value;

  if (!pst_number_parse(pst_text_of(text), NULL, &value, NULL) || value < 1 || value > 1e6
      || value != (double)(long)value)
    return false;
  *count = (long)value;
  return true;
}

static enum pst_status fail_arguments(const struct pst_indicator_ask *ask, struct pst_error *error)
{
  return pst_fail(error, PST_USAGE, "--kind: '%s' is not understood; write %s%s", ask->text,
                  ask->kind->name, ask->kind->arguments == NULL ? "" : ask->kind->arguments);
}

static bool is_known(const char *text)
{
  return strcmp(text, "of known") == 0 || strcmp(text, "known") == 0;
}

/* "known N" */
static bool read_known_count(const char *text, size_t *count)
{
  long n;

  if (strncmp(text, "known ", 6) != 0 || !read_count(text + 6, &n))
    return false;
  *count = (size_t)n;
  return true;
}

enum pst_status pst_read_known(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                               struct pst_error *error)
{
  if (arguments->count > 1 || (arguments->count == 1 && !is_known(arguments->items[0])))
    return fail_arguments(ask, error);
  ask->known = arguments->count == 1;
  return PST_OK;
}

enum pst_status pst_read_base(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                              struct pst_error *error)
{
  char *dots;

  if (arguments->count < 1 || arguments->count > 2
      || (arguments->count == 2 && !is_known(arguments->items[1])))
    return fail_arguments(ask, error);
  ask->known = arguments->count == 2;
  ask->from = ask->to = arguments->items[0];
  dots = strstr(arguments->items[0], "..");
  if (dots != NULL) {
    *dots = '\0';
    ask->to = dots + 2;
  }
  return ask->from[0] == '\0' || ask->to[0] == '\0' ? fail_arguments(ask, error) : PST_OK;
}

enum pst_status pst_read_lag(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                             struct pst_error *error)
{
  ask->lag = 1;
  if (arguments->count == 0)
    return PST_OK;
  ask->year = strcmp(arguments->items[0], "year") == 0;
  if (arguments->count > 1 || (!ask->year && !read_count(arguments->items[0], &ask->lag)))
    return fail_arguments(ask, error);
  return PST_OK;
}

enum pst_status pst_read_steps(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                               struct pst_error *error)
{
  ask->lag = 1;
  if (arguments->count > 1
      || (arguments->count == 1 && !read_count(arguments->items[0], &ask->lag)))
    return fail_arguments(ask, error);
  return PST_OK;
}

enum pst_status pst_read_contribution(struct pst_indicator_ask *ask,
                                      const struct pst_list *arguments, struct pst_error *error)
{
  ask->lag = 1;
  for (size_t i = 0; i < arguments->count; i++)
    if (strcmp(arguments->items[i], "from zero") == 0)
      ask->from_zero = true;
    else if (i > 0 || !read_count(arguments->items[i], &ask->lag))
      return fail_arguments(ask, error);
  return PST_OK;
}

static enum pst_status read_window(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                                   struct pst_error *error)
{
  long width;

  if (arguments->count == 0 || !read_count(arguments->items[0], &width))
    return fail_arguments(ask, error);
  ask->window.width = (size_t)width;
  for (size_t i = 1; i < arguments->count; i++)
    if (strcmp(arguments->items[i], "trailing") == 0)
      ask->window.trailing = true;
    else if (strcmp(arguments->items[i], "centred") == 0)
      ask->window.trailing = false;
    else if (!read_known_count(arguments->items[i], &ask->window.at_least))
      return fail_arguments(ask, error);
  if (ask->window.at_least > ask->window.width)
    return pst_fail(error, PST_USAGE, "--kind: '%s' asks for more known values than times",
                    ask->text);
  if (ask->window.at_least > 0 && !ask->window.trailing && ask->window.width % 2 == 0)
    return pst_fail(
        error, PST_USAGE,
        "--kind: '%s': a centred window of even width counts its ends half, so there is "
        "no mean of what is known; take an odd width, or trailing",
        ask->text);
  return PST_OK;
}

enum pst_status pst_read_average(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                                 struct pst_error *error)
{
  ask->window = (struct pst_moving_window){.width = 0};
  return read_window(ask, arguments, error);
}

enum pst_status pst_read_sum(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                             struct pst_error *error)
{
  ask->window = (struct pst_moving_window){.sum = true, .trailing = true};
  return read_window(ask, arguments, error);
}

enum pst_status pst_read_entity(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                                struct pst_error *error)
{
  if (arguments->count != 1)
    return fail_arguments(ask, error);
  ask->entity = arguments->items[0];
  return PST_OK;
}

enum pst_status pst_read_column(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                                struct pst_error *error)
{
  if (arguments->count != 1)
    return fail_arguments(ask, error);
  ask->column = arguments->items[0];
  return PST_OK;
}

enum pst_status pst_read_deflate(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                                 struct pst_error *error)
{
  if (arguments->count != 2)
    return fail_arguments(ask, error);
  ask->column = arguments->items[0];
  ask->from = ask->to = arguments->items[1];
  return PST_OK;
}

enum pst_status pst_read_tiles(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                               struct pst_error *error)
{
  long n;

  if (arguments->count != 1 || !read_count(arguments->items[0], &n))
    return fail_arguments(ask, error);
  ask->tiles = (size_t)n;
  return PST_OK;
}

enum pst_status pst_read_population(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                                    struct pst_error *error)
{
  ask->population = arguments->count == 1 && strcmp(arguments->items[0], "population") == 0;
  return arguments->count > 0 && !ask->population ? fail_arguments(ask, error) : PST_OK;
}

/* What tables of structure share: "rest" and "of known". */
enum pst_status pst_read_structure(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                                   struct pst_error *error)
{
  for (size_t i = 0; i < arguments->count; i++)
    if (is_known(arguments->items[i]))
      ask->known = true;
    else if (strcmp(arguments->items[i], "rest") == 0 && ask->kind->choice == PST_STRUCTURE_KRUGMAN)
      ask->rest = true;
    else
      return fail_arguments(ask, error);
  return PST_OK;
}

enum pst_status pst_read_duncan(struct pst_indicator_ask *ask, const struct pst_list *arguments,
                                struct pst_error *error)
{
  if (arguments->count > 1)
    return fail_arguments(ask, error);
  ask->entity = arguments->count == 1 ? arguments->items[0] : NULL;
  return PST_OK;
}
