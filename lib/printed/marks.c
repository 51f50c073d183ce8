/* marks.c -- which mark of a file is the decimal one, from all of its numbers. */
#include "printed/marks.h"

#include <stdio.h>

enum { DOT, COMMA };

static void keep(struct pst_mark_cell *place, struct pst_text cell, unsigned long line,
                 size_t field)
{
  if (place->line > 0)
    return;
  *place = (struct pst_mark_cell){.line = line, .field = field};
  snprintf(place->text, sizeof place->text, "%.*s", (int)pst_utf8_head(cell, 40).size, cell.data);
}

static void see(struct pst_marks *marks, int mark, enum pst_mark_reading reading,
                struct pst_text cell, unsigned long line, size_t field)
{
  if (reading == PST_MARK_DECIMAL)
    keep(&marks->decimal[mark], cell, line, field);
  else if (reading == PST_MARK_THOUSANDS)
    keep(&marks->thousands[mark], cell, line, field);
  else if (reading == PST_MARK_EITHER)
    keep(&marks->either[mark], cell, line, field);
}

void pst_marks_see(struct pst_marks *marks, struct pst_text digits, struct pst_text cell,
                   unsigned long line, size_t field)
{
  enum pst_mark_reading dot, comma;

  if (!pst_value_marks(digits, &dot, &comma))
    return;
  see(marks, DOT, dot, cell, line, field);
  see(marks, COMMA, comma, cell, line, field);
}

bool pst_marks_know(const struct pst_marks *marks, struct pst_text cell)
{
  size_t point = cell.size;

  if (cell.size == 0 || cell.size >= PST_PLAIN_SIZE)
    return false;
  for (size_t i = 0; i < cell.size; i++) {
    if (cell.data[i] >= '0' && cell.data[i] <= '9')
      continue;
    if (cell.data[i] != '.' || point < cell.size || i == 0 || i + 1 == cell.size)
      return false;
    point = i;
  }
  if (point == cell.size)
    return true;
  if (point + 4 == cell.size && point <= 3 && cell.data[0] != '0') /* 1.234 may part thousands */
    return marks->either[DOT].line > 0;
  return marks->decimal[DOT].line > 0;
}

bool pst_marks_seen(const struct pst_marks *marks)
{
  for (int mark = DOT; mark <= COMMA; mark++)
    if (marks->decimal[mark].line > 0 || marks->thousands[mark].line > 0
        || marks->either[mark].line > 0)
      return true;
  return false;
}

bool pst_marks_decimal(const struct pst_marks *marks, char mark)
{
  return marks->decimal[mark == '.' ? DOT : COMMA].line > 0;
}

/* --- deciding -------------------------------------------------------------------------------- */

struct decision {
  const struct pst_marks *marks;
  const char *file;
  const char *(*name)(const void *, size_t);
  const void *context;
};

static enum pst_status contradict(const struct decision *d, const struct pst_mark_cell *a,
                                  const char *what_a, const struct pst_mark_cell *b,
                                  const char *what_b, struct pst_error *error)
{
  return pst_fail_at(error, PST_BAD_DATA, d->file, a->line,
                     "field %zu (%s): '%s' has a %s, but line %lu, field %zu (%s): '%s' has a %s; "
                     "name the decimal mark that holds with --decimal, and the other cells are "
                     "listed as not understood",
                     a->field + 1, d->name(d->context, a->field), a->text, what_a, b->line,
                     b->field + 1, d->name(d->context, b->field), b->text, what_b);
}

/* One mark in two uses, or two decimal marks. */
static enum pst_status check(const struct decision *d, struct pst_error *error)
{
  const struct pst_mark_cell *decimal = d->marks->decimal, *thousands = d->marks->thousands;

  if (decimal[DOT].line > 0 && decimal[COMMA].line > 0)
    return contradict(d, &decimal[DOT], "decimal point", &decimal[COMMA], "decimal comma", error);
  if (decimal[DOT].line > 0 && thousands[DOT].line > 0)
    return contradict(d, &decimal[DOT], "decimal point", &thousands[DOT], "point between thousands",
                      error);
  if (decimal[COMMA].line > 0 && thousands[COMMA].line > 0)
    return contradict(d, &decimal[COMMA], "decimal comma", &thousands[COMMA],
                      "comma between thousands", error);
  if (thousands[DOT].line > 0 && thousands[COMMA].line > 0)
    return contradict(d, &thousands[DOT], "point between thousands", &thousands[COMMA],
                      "comma between thousands", error);
  return PST_OK;
}

static enum pst_status ask(const struct decision *d, const struct pst_mark_cell *cell, char mark,
                           struct pst_error *error)
{
  char whole[48], fraction[48];
  size_t n = 0;

  for (const char *c = cell->text; *c != '\0'; c++)
    if (*c != mark)
      whole[n++] = *c;
  whole[n] = '\0';
  n = 0;
  for (const char *c = cell->text; *c != '\0'; c++)
    fraction[n++] = *c == mark ? '.' : *c;
  fraction[n] = '\0';
  return pst_fail_at(error, PST_BAD_DATA, d->file, cell->line,
                     "field %zu (%s): '%s' can be %s or %s, and no cell of the file tells which; "
                     "say --thousands '%c' for the first or --decimal '%c' for the second",
                     cell->field + 1, d->name(d->context, cell->field), cell->text, whole, fraction,
                     mark, mark);
}

static char other(char mark)
{
  return mark == '.' ? ',' : '.';
}

/* What the layout defines, and no cell speaks against.  A layout that never parts thousands does not
   print 1,234: the file was saved again, who knows how. */
static enum pst_status decide_native(const struct decision *d, const struct pst_marks_given *given,
                                     char *decimal, struct pst_error *error)
{
  int away = given->native == '.' ? COMMA : DOT;
  const struct pst_mark_cell *defies = &d->marks->decimal[away];

  *decimal = given->native;
  if (defies->line == 0)
    defies = &d->marks->thousands[!away];
  if (defies->line > 0)
    return pst_fail_at(error, PST_BAD_DATA, d->file, defies->line,
                       "field %zu (%s): '%s' has a decimal %s by its look, which this layout does "
                       "not print; say --decimal '%c' when this file does, or --decimal '%c' and "
                       "the cell is listed as not understood",
                       defies->field + 1, d->name(d->context, defies->field), defies->text,
                       away == COMMA ? "comma" : "point", other(given->native), given->native);
  if (!given->grouped && d->marks->decimal[!away].line == 0 && d->marks->thousands[away].line == 0
      && d->marks->either[away].line > 0)
    return ask(d, &d->marks->either[away], other(given->native), error);
  return PST_OK;
}

enum pst_status pst_marks_decide(const struct pst_marks *marks, const struct pst_marks_given *given,
                                 const char *file, const char *(*name)(const void *, size_t),
                                 const void *context, char *decimal, struct pst_error *error)
{
  struct decision d = {.marks = marks, .file = file, .name = name, .context = context};
  enum pst_status status = PST_OK;

  if (given->decimal != '\0') {
    *decimal = given->decimal;
    return PST_OK;
  }
  if (given->thousands == '.' || given->thousands == ',') {
    *decimal = other(given->thousands);
    return PST_OK;
  }
  status = check(&d, error);
  if (status != PST_OK)
    return status;
  if (given->native != '\0')
    return decide_native(&d, given, decimal, error);
  *decimal = '.';
  if (marks->decimal[DOT].line > 0 || marks->thousands[COMMA].line > 0)
    return PST_OK;
  if (marks->decimal[COMMA].line > 0 || marks->thousands[DOT].line > 0)
    *decimal = ',';
  else if (marks->either[COMMA].line > 0)
    return ask(&d, &marks->either[COMMA], ',', error);
  else if (marks->either[DOT].line > 0)
    return ask(&d, &marks->either[DOT], '.', error);
  return PST_OK;
}
