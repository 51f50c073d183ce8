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
