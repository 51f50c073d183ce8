/* period.c -- periods read and named by the table of their kinds. */
#include "interval/period/period.h"

#include "interval/period/period_kinds.h"

/* All of TEXT, as long as SPELLING, in equal parts of a year. */
static bool read_parts(struct pst_text text, const char *spelling, long parts, double *value)
{
  int year = 0, part = parts > 1 ? 0 : 1;

  for (size_t at = 0; at < text.size; at++) {
    int digit = text.data[at] - '0';

    if (spelling[at] != 'y' && spelling[at] != 'p') {
      if (text.data[at] != spelling[at])
        return false;
    } else if (digit < 0 || digit > 9) {
      return false;
    } else if (spelling[at] == 'y') {
      year = 10 * year + digit;
    } else {
      part = 10 * part + digit;
    }
  }
  if (year < 1 || part < 1 || part > parts)
    return false;
  *value = year + (part - 1) / (double)parts;
  return true;
}

static bool read_kind(struct pst_text text, const struct pst_period_row *row, double *value)
{
  for (size_t s = 0; row->spellings[s].text != NULL; s++) {
    if (row->spellings[s].size != text.size)
      continue;
    if (row->read != NULL ? row->read(text, value)
                          : read_parts(text, row->spellings[s].text, row->parts, value))
      return true;
  }
  return false;
}

/* All kinds begin with a year, or FY and a year; most cells of a table begin otherwise. */
static bool may_be(struct pst_text text)
{
  if (text.size < 4 || *text.data < '0' || *text.data > '9')
    return text.size > 0 && *text.data == 'F';
  return text.size == 4 || text.data[4] == '-' || text.data[4] == 'Q' || text.data[4] == 'S'
         || text.data[4] == 'T';
}

bool pst_period_parse(struct pst_text text, enum pst_period_kind *kind, double *value)
{
  double start = 0;
  unsigned k = PST_PERIOD_NONE + 1;

  if (!may_be(text))
    return false;
  while (k < PST_PERIOD_KINDS && !read_kind(text, &pst_period_rows[k], &start))
    k++;
  if (k == PST_PERIOD_KINDS)
    return false;
  if (kind != NULL)
    *kind = (enum pst_period_kind)k;
  if (value != NULL)
    *value = start;
  return true;
}

const char *pst_period_name(enum pst_period_kind kind)
{
  return pst_period_rows[kind].name;
}

const char *pst_period_plural(enum pst_period_kind kind)
{
  return pst_period_rows[kind].plural;
}

bool pst_period_fills_years(enum pst_period_kind kind)
{
  return pst_period_rows[kind].fills_years;
}

void pst_period_examples(struct pst_buffer *out)
{
  const char *gap = "";

  for (unsigned k = 0; k < PST_PERIOD_KINDS; k++) {
    if (pst_period_rows[k].example == NULL)
      continue;
    pst_buffer_printf(out, "%s%s", gap, pst_period_rows[k].example);
    gap = ", ";
  }
}
