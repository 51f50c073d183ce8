/* times_weeks.c -- columns of weeks: 2020-01, 202001, `01/2020`. */
#include "printed/plain.h"
#include "printed/times.h"

bool pst_times_read_week(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE])
{
  char buffer[PST_PLAIN_SIZE];
  struct pst_text text = pst_plain(cell, buffer);

  (void)rules;
  return text.data != NULL && pst_when_week(text, when);
}

/* All cells are weeks, and some are not written as polstat writes them. */
bool pst_times_are_weeks(const struct pst_text *cells, size_t n)
{
  enum pst_period_kind kind;
  char when[PST_WHEN_SIZE];
  bool other = false;
  double value;

  for (size_t i = 0; i < n; i++) {
    if (!pst_times_read_week(cells[i], 0, when))
      return false;
    other = other || !pst_period_parse(cells[i], &kind, &value) || kind != PST_PERIOD_WEEK;
  }
  return other;
}

/* 202014, 202015 and no other numbers than of weeks. */
bool pst_times_prove_weeks(const struct pst_text *cells, size_t n)
{
  struct pst_when_seasons seen = {.seasons = 0};

  for (size_t i = 0; i < n; i++)
    pst_when_see(&seen, cells[i]);
  return (pst_when_decide(&seen) & PST_WHEN_WEEKS) && pst_times_are_weeks(cells, n);
}
