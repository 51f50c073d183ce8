/* meant.c -- a period that a user writes beside a column of periods. */
#include "printed/meant.h"

#include "printed/when/when.h"

/* How files write a period of KIND otherwise: 2000-01 among fiscal years is no month. */
static unsigned rules_of(enum pst_period_kind kind)
{
  switch (kind) {
  case PST_PERIOD_YEARS:
    return PST_WHEN_SEASONS | PST_WHEN_SPANS;
  case PST_PERIOD_MONTH:
    return PST_WHEN_COMPACT | PST_WHEN_SHORT_MONTHS | PST_WHEN_SHORT_YEARS;
  case PST_PERIOD_DAY:
    return PST_WHEN_COMPACT;
  default:
    return PST_WHEN_DEFAULT;
  }
}

/* 1/22/20 proves the order of its parts, 1/2/20 does not. */
static bool read_when(struct pst_text text, enum pst_period_kind wanted, char when[PST_WHEN_SIZE])
{
  unsigned rules = rules_of(wanted);
  char other[PST_WHEN_SIZE];
  bool day, month;

  if (pst_when_read(text, rules, when, NULL))
    return true;
  day = pst_when_read(text, rules | PST_WHEN_DAY_FIRST, when, NULL);
  month = pst_when_read(text, rules | PST_WHEN_MONTH_FIRST, day ? other : when, NULL);
  return day != month;
}

bool pst_period_meant(struct pst_text text, enum pst_period_kind wanted, enum pst_period_kind *kind,
                      double *start)
{
  enum pst_period_kind there;
  char when[PST_WHEN_SIZE];
  double value;
  bool plain = pst_period_parse(text, kind, start);

  if (plain && *kind == wanted)
    return true;
  if (!read_when(text, wanted, when) || !pst_period_parse(pst_text_of(when), &there, &value)
      || (plain && there != wanted))
    return plain;
  *kind = there;
  *start = value;
  return true;
}

static bool is_plain_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* `Q1 2015`, `Mar 2015`: a word and four digits. */
static bool ends_in_year(struct pst_text text)
{
  if (text.size > 20 || text.size < 6)
    return false;
  for (size_t i = text.size - 4; i < text.size; i++)
    if (!is_plain_digit(text.data[i]))
      return false;
  return !is_plain_digit(text.data[text.size - 5]);
}

bool pst_period_spelled(struct pst_text text, char period[PST_PERIOD_SIZE])
{
  char when[PST_WHEN_SIZE], marker[PST_WHEN_MARK_SIZE] = "";

  if (pst_period_respell(text, period))
    return true;
  return text.size > 4 && (is_plain_digit(text.data[0]) || ends_in_year(text))
         && pst_when_read(text, PST_WHEN_DEFAULT, when, marker) && marker[0] == '\0'
         && pst_period_respell(pst_text_of(when), period);
}
