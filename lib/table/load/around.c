/* around.c -- a number with what people put around it. */
#include "table/load/around.h"

#include <stdio.h>
#include <string.h>

static bool is_unmarked(const struct pst_value *value)
{
  return value->kind == PST_VALUE_NUMBER && value->flag.size == 0 && value->marker[0] == '\0';
}

/* A mark that is not the decimal one would part thousands, or be the decimal one after all. */
static bool has_other_mark(const struct pst_value *value, char decimal)
{
  enum pst_mark_reading dot, comma;

  if (!pst_value_marks(value->digits, &dot, &comma))
    return true;
  return (decimal == '.' ? comma : dot) != PST_MARK_NONE;
}

bool pst_number_around(struct pst_text cell, const struct pst_number_style *style,
                       char plain[PST_PLAIN_SIZE], char unit[8])
{
  static const char *const none[] = {NULL};
  static const struct pst_value_rules rules = {.missing = none};
  char decimal = style->decimal == '\0' ? '.' : style->decimal;
  struct pst_buffer out = {.data = NULL};
  struct pst_value value;
  bool good;

  if (memchr(cell.data, '(', cell.size) != NULL || (decimal != '.' && decimal != ','))
    return false;
  pst_value_part(cell, &rules, &value);
  good = is_unmarked(&value) && !has_other_mark(&value, decimal)
         && pst_value_write(&value, decimal, &out) && out.size < PST_PLAIN_SIZE && !out.failed;
  if (good) {
    snprintf(plain, PST_PLAIN_SIZE, "%s", pst_buffer_string(&out));
    snprintf(unit, 8, "%s", value.unit);
  }
  pst_buffer_free(&out);
  return good;
}

enum pst_status pst_around_count(struct pst_column *column, struct pst_text cell, const char *unit,
                                 bool said, struct pst_error *error)
{
  struct pst_text shown = pst_utf8_head(cell, 60);

  if (unit[0] != '\0' && column->sign[0] != '\0' && strcmp(column->sign, unit) != 0)
    return pst_fail(error, PST_BAD_DATA,
                    "'%.*s' has the sign %s, and cells before it have %s; make them one unit, or "
                    "choose the rows of one with --where",
                    (int)shown.size, shown.data, unit, column->sign);
  if (unit[0] != '\0')
    snprintf(column->sign, sizeof column->sign, "%s", unit);
  column->n_around += !said || unit[0] != '\0';
  if (said && column->n_said++ == 0)
    snprintf(column->said, sizeof column->said, "%.*s", (int)cell.size, cell.data);
  return PST_OK;
}
