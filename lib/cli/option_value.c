/* option_value.c -- the argument of one option: read, checked, named. */
#include "cli/option_value.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/unicode/normal.h"
#include "base/number.h"

const char *pst_option_dashes(const struct pst_option *option)
{
  return option->name[1] == '\0' ? "-" : "--";
}

void pst_option_join(struct pst_buffer *out, const char *const *choices, const char *separator)
{
  for (size_t i = 0; choices[i] != NULL; i++)
    pst_buffer_printf(out, "%s%s", i == 0 ? "" : separator, choices[i]);
}

void pst_option_argument(struct pst_buffer *out, const struct pst_option *option)
{
  if (option->argument != NULL)
    pst_buffer_puts(out, option->argument);
  else if (option->choices != NULL)
    pst_option_join(out, option->choices, "|");
  else
    assert(option->kind == PST_OPTION_FLAG);
}

static bool has_range(const struct pst_option *o)
{
  return o->low != 0 || o->high != 0;
}

static bool in_range(const struct pst_option *o, double value)
{
  if (!has_range(o))
    return true;
  return o->open ? value > o->low && value < o->high : value >= o->low && value <= o->high;
}

/* "--conf-level: '95' is not between 0 and 1"; NOUN is "a number " when TEXT is not even that, and
   "" when it is out of range. */
static enum pst_status fail_range(const struct pst_option *o, const char *text, const char *noun,
                                  struct pst_error *error)
{
  char low[PST_NUMBER_SIZE], high[PST_NUMBER_SIZE];

  if (!has_range(o) && *noun == '\0')
    return pst_fail(error, PST_USAGE, "%s%s: '%s' is too large", pst_option_dashes(o), o->name,
                    text);
  if (!has_range(o))
    return pst_fail(error, PST_USAGE, "%s%s: '%s' is not %.*s", pst_option_dashes(o), o->name, text,
                    (int)strlen(noun) - 1, noun);
  pst_number_print(low, o->low);
  if (isinf(o->high))
    return pst_fail(error, PST_USAGE, "%s%s: '%s' is not %s%s %s", pst_option_dashes(o), o->name,
                    text, noun, o->open ? "above" : "at least", low);
  pst_number_print(high, o->high);
  return pst_fail(error, PST_USAGE, "%s%s: '%s' is not %s%s %s %s %s", pst_option_dashes(o),
                  o->name, text, noun, o->open ? "between" : "from", low, o->open ? "and" : "to",
                  high);
}

static enum pst_status read_number(const struct pst_option *o, const char *text,
                                   struct pst_error *error)
{
  double value;

  if (!pst_number_parse(pst_text_of(text), NULL, &value, NULL))
    return fail_range(o, text, "a number ", error);
  if (!in_range(o, value))
    return fail_range(o, text, "", error);
  *o->to.number = value;
  return PST_OK;
}

/* Digits, after a sign if SIGNED; false when TEXT is anything else.  A value beyond 2^53 becomes
   infinite, which no destination takes. */
static bool scan_whole(const char *text, bool may_be_negative, double *value)
{
  const char *digits = may_be_negative && (*text == '-' || *text == '+') ? text + 1 : text;

  if (*digits == '\0' || digits[strspn(digits, "0123456789")] != '\0')
    return false;
  if (!pst_number_parse(pst_text_of(text), NULL, value, NULL)
      || fabs(*value) > (double)(INT64_C(1) << 53))
    *value = *text == '-' ? -INFINITY : INFINITY;
  return true;
}

static enum pst_status read_whole(const struct pst_option *o, const char *text,
                                  struct pst_error *error)
{
  bool integer = o->kind == PST_OPTION_INTEGER;
  double value;

  if (!scan_whole(text, integer, &value))
    return fail_range(o, text, "a whole number ", error);
  if (!in_range(o, value) || isinf(value))
    return fail_range(o, text, "", error);
  if (integer)
    *o->to.integer = (long)value;
  else
    *o->to.count = (size_t)value;
  return PST_OK;
}

/* The index of WORD among the choices, or of the closing NULL. */
static unsigned find_choice(const struct pst_option *o, const char *word)
{
  unsigned i = 0;

  while (o->choices[i] != NULL && strcmp(o->choices[i], word) != 0)
    i++;
  return i;
}

static enum pst_status check_choice(const struct pst_option *o, const char *word,
                                    struct pst_error *error)
{
  struct pst_buffer words = {.data = NULL};
  enum pst_status status;

  if (o->choices[find_choice(o, word)] != NULL)
    return PST_OK;
  pst_option_join(&words, o->choices, ", ");
  status = pst_fail(error, PST_USAGE, "%s%s: '%s' is not one of %s", pst_option_dashes(o), o->name,
                    word, pst_buffer_string(&words));
  pst_buffer_free(&words);
  return status;
}

static enum pst_status read_choice(const struct pst_option *o, const char *text,
                                   struct pst_error *error)
{
  enum pst_status status = check_choice(o, text, error);

  if (status == PST_OK)
    *o->to.choice = find_choice(o, text);
  return status;
}

static const struct {
  const char *word;
  char character;
} named_characters[] = {{"tab", '\t'},      {"\\t", '\t'}, {"comma", ','},
                        {"semicolon", ';'}, {"pipe", '|'}, {"space", ' '}};

static enum pst_status read_character(const struct pst_option *o, const char *text,
                                      struct pst_error *error)
{
  for (size_t i = 0; i < sizeof named_characters / sizeof *named_characters; i++) {
    if (strcmp(text, named_characters[i].word) == 0) {
      *o->to.character = named_characters[i].character;
      return PST_OK;
    }
  }
  if (text[0] == '\0' || text[1] != '\0' || (unsigned char)text[0] > 0x7E)
    return pst_fail(error, PST_USAGE,
                    "%s%s: '%s' is not one character, nor tab, comma, semicolon, pipe or space",
                    pst_option_dashes(o), o->name, text);
  *o->to.character = text[0];
  return PST_OK;
}

/* Put "--name: " before a message that does not know the option. */
static enum pst_status name_option(const struct pst_option *o, enum pst_status status,
                                   const struct pst_error *inner, struct pst_error *error)
{
  if (status != PST_USAGE && status != PST_BAD_DATA && status != PST_IO)
    return status == PST_NO_MEMORY ? pst_fail_memory(error) : status;
  return pst_fail(error, status, "%s%s: %s", pst_option_dashes(o), o->name, inner->message);
}

static enum pst_status read_list(const struct pst_option *o, const char *text,
                                 struct pst_arena *arena, struct pst_error *error)
{
  struct pst_error inner = {.status = PST_OK};
  struct pst_list *list = o->to.list;
  size_t first = list->count;
  enum pst_status status;

  if (text == NULL && o->optional)
    return PST_OK;
  status = pst_list_split(list, arena, text, &inner);
  if (status != PST_OK)
    return name_option(o, status, &inner, error);
  for (size_t i = first; o->choices != NULL && status == PST_OK && i < list->count; i++)
    status = check_choice(o, list->items[i], error);
  return status;
}

static enum pst_status read_through(const struct pst_option *o, const char *text,
                                    struct pst_error *error)
{
  struct pst_error inner = {.status = PST_OK};

  return name_option(o, o->read(o->to.any, text, &inner), &inner, error);
}

/* Names and values as the cells they are compared with are read: in one form, without what does not
   show.  A path stays as it is. */
static const char *as_cells(const struct pst_option *option, const char *text,
                            struct pst_arena *arena)
{
  return option->file == PST_FILE_NONE ? pst_text_normal_copy(pst_text_of(text), arena, NULL)
                                       : text;
}

enum pst_status pst_option_value(const struct pst_option *option, const char *text,
                                 struct pst_arena *arena, struct pst_error *error)
{
  if (option->kind != PST_OPTION_CHARACTER && text != NULL
      && (text = as_cells(option, text, arena)) == NULL)
    return pst_fail_memory(error);
  switch (option->kind) {
  case PST_OPTION_FLAG:
    *option->to.flag = true;
    return PST_OK;
  case PST_OPTION_TEXT:
    *option->to.text = text;
    return PST_OK;
  case PST_OPTION_CHOICE:
    return read_choice(option, text, error);
  case PST_OPTION_COUNT:
  case PST_OPTION_INTEGER:
    return read_whole(option, text, error);
  case PST_OPTION_NUMBER:
    return read_number(option, text, error);
  case PST_OPTION_CHARACTER:
    return read_character(option, text, error);
  case PST_OPTION_LIST:
    return read_list(option, text, arena, error);
  case PST_OPTION_TEXTS:
    return pst_list_add(option->to.list, arena, text, error);
  case PST_OPTION_READ:
    return read_through(option, text, error);
  }
  return PST_OK;
}
