/* fuzz_when.c -- any bytes as a period, by any rules of a layout: what is read is a period of polstat's own, reads again
   as itself, and the day before comes before it.

   The first two bytes choose the rules. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "interval/period/period.h"
#include "interval/period/period_step.h"
#include "printed/when/when.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool good)
{
  if (!good)
    abort();
}

/* PERIOD, in polstat's notation, is one of a kind, and the steps of the kind lead back to it. */
static void require_period(const char *period)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  char printed[PST_PERIOD_SIZE];
  double value = NAN, again = NAN;
  long step;

  require(pst_period_parse(pst_text_of(period), &kind, &value) && kind != PST_PERIOD_NONE);
  require(value >= 1 && value < 10000);
  if (!pst_period_step(kind, value, &step))
    return;
  pst_period_print(kind, step, printed);
  require(pst_period_parse(pst_text_of(printed), NULL, &again) && again == value);
  pst_period_print(kind, step + 1, printed);
  require(!pst_period_parse(pst_text_of(printed), NULL, &again) || again > value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  char when[PST_WHEN_SIZE], marker[PST_WHEN_MARK_SIZE], part[16], twice[PST_WHEN_SIZE];
  struct pst_when_seasons seen = {.seasons = 0};
  struct pst_text cell;
  unsigned rules;
  int year, quarter;

  if (size < 2)
    return 0;
  rules = data[0] | (unsigned)data[1] << 8;
  cell = (struct pst_text){.data = (const char *)data + 2, .size = size - 2};
  if (pst_when_read(cell, rules, when, marker)) {
    require(strlen(when) < sizeof when && strlen(marker) < sizeof marker);
    require_period(when);
    require(pst_when_read(pst_text_of(when), PST_WHEN_DEFAULT, twice, NULL));
  }
  pst_when_see(&seen, cell);
  pst_when_decide(&seen);
  if (pst_when_months(cell, &year, &quarter))
    require(quarter >= 1 && quarter <= 4 && year >= 0);
  if (pst_when_part(cell, "MQR"[rules % 3], part))
    require(strlen(part) < sizeof part);
  return 0;
}
