/* period_step.c -- periods counted one by one, and printed from their numbers. */
#include "interval/period/period_step.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "interval/period/period_kinds.h"

bool pst_period_step(enum pst_period_kind kind, double value, long *step)
{
  const struct pst_period_row *row = &pst_period_rows[kind];

  if (row->step != NULL)
    *step = row->step(value);
  else if (row->parts > 0)
    *step = lround(value * (double)row->parts);
  return row->step != NULL || row->parts > 0;
}

static void print_parts(const struct pst_period_row *row, long step, char text[PST_PERIOD_SIZE])
{
  const char *spelling = row->spellings[0].text;
  size_t used = 0;

  while (*spelling != '\0' && used < PST_PERIOD_SIZE - 1) {
    size_t digits = strspn(spelling, *spelling == 'y' ? "y" : "p");
    long number = *spelling == 'y' ? step / row->parts : step % row->parts + 1;

    if (digits == 0)
      text[used++] = *spelling++;
    else
      used += (size_t)snprintf(text + used, PST_PERIOD_SIZE - used, "%0*ld", (int)digits, number);
    spelling += digits;
  }
  text[used < PST_PERIOD_SIZE ? used : PST_PERIOD_SIZE - 1] = '\0';
}

void pst_period_print(enum pst_period_kind kind, long step, char text[PST_PERIOD_SIZE])
{
  const struct pst_period_row *row = &pst_period_rows[kind];

  if (row->print != NULL)
    row->print(step, text);
  else if (row->parts > 0)
    print_parts(row, step, text);
  else
    snprintf(text, PST_PERIOD_SIZE, "%ld", step);
}

/* `2015.0`, as a spreadsheet or a data frame writes a year. */
static bool is_decimal_year(struct pst_text text)
{
  if (text.size < 6 || text.data[4] != '.')
    return false;
  for (size_t i = 5; i < text.size; i++)
    if (text.data[i] != '0')
      return false;
  return pst_period_parse((struct pst_text){.data = text.data, .size = 4}, NULL, NULL);
}

bool pst_period_respell(struct pst_text text, char period[PST_PERIOD_SIZE])
{
  enum pst_period_kind kind;
  double value;
  long step;

  if (text.size < 4 || text.size > 12 || text.data[0] < '0' || text.data[0] > '9')
    return false;
  if (is_decimal_year(text))
    text.size = 4;
  if (!pst_period_parse(text, &kind, &value) || !pst_period_step(kind, value, &step))
    return false;
  pst_period_print(kind, step, period);
  return true;
}
