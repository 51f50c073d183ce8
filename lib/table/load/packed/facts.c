/* facts.c -- what the cells of a part of the rows say of their columns. */
#include "table/load/packed/facts.h"

#include <stdio.h>

#include "interval/period/period_step.h"
#include "table/load/loader.h"

/* More distinct times than that are not kept beside sums. */
enum { TIMES_MOST = 1 << 16 };

/* --- of a part ------------------------------------------------------------------------------------ */

/* As they stand, each a period of its own. */
static bool is_plain(const struct pst_loader_times *times)
{
  return times->told == NULL && !times->how.otherwise && times->how.format == NULL
         && times->cells.count <= TIMES_MOST;
}

static bool is_enough(const struct pst_loader_asked *asked)
{
  if (asked->texts_changed > 0 || asked->n_around > 0)
    return false;
  switch (asked->want) {
  case PST_WANT_TIME:
    return is_plain(&asked->times);
  case PST_WANT_ANY:
    return asked->times.cells.count == 0 && !asked->times.decided;
  case PST_WANT_TEXT:
    return asked->times.periods.count == 0;
  case PST_WANT_NUMBER:
    break;
  }
  return true;
}

bool pst_facts_pack(const struct pst_loader *loader, struct pst_buffer *out)
{
  bool enough = true;

  pst_pack_number(out, loader->n_asked);
  for (size_t i = 0; i < loader->n_asked && enough; i++) {
    const struct pst_loader_asked *asked = &loader->asked[i];
    const struct pst_dictionary *cells = &asked->times.cells;

    enough = is_enough(asked);
    pst_pack_number(out, asked->any);
    pst_pack_number(out, asked->any ? (uint64_t)asked->type : 0);
    pst_pack_number(out, asked->any ? (uint64_t)asked->period : 0);
    pst_pack_number(out, asked->n_said);
    pst_pack_text(out, pst_text_of(asked->n_said == 0 ? "" : asked->said));
    pst_pack_number(out, cells->count);
    for (unsigned c = 0; c < cells->count; c++)
      pst_pack_text(out, cells->texts[c]);
  }
  return enough;
}

/* --- of all --------------------------------------------------------------------------------------- */

/* Of a column of any kind the first part with cells gives the type. */
static bool same_type(struct pst_loader_asked *asked, bool any, uint64_t type, uint64_t period)
{
  if (!any)
    return true;
  if (!asked->any) {
    asked->any = true;
    asked->type = (enum pst_column_type)type;
    asked->period = (enum pst_period_kind)period;
  }
  return asked->type == (enum pst_column_type)type && asked->period == (enum pst_period_kind)period;
}

/* Cells such as 10+: how many, and the first of all. */
static void join_said(struct pst_loader_asked *asked, struct pst_unpack *in)
{
  size_t n = (size_t)pst_unpack_number(in);
  struct pst_text first = pst_unpack_text(in);

  in->failed = in->failed || first.size >= sizeof asked->said;
  if (!in->failed && n > 0 && asked->n_said == 0)
    snprintf(asked->said, sizeof asked->said, "%.*s", (int)first.size, first.data);
  asked->n_said += n;
}

enum pst_status pst_facts_join(struct pst_loader *loader, struct pst_unpack *in, bool *same,
                               struct pst_error *error)
{
  in->failed = in->failed || pst_unpack_number(in) != loader->n_asked;
  for (size_t i = 0; i < loader->n_asked && !in->failed; i++) {
    struct pst_loader_asked *asked = &loader->asked[i];
    bool any = pst_unpack_number(in) != 0;
    uint64_t type = pst_unpack_number(in), period = pst_unpack_number(in);
    size_t n;

    join_said(asked, in);
    n = pst_unpack_count(in, 8);
    *same = *same && same_type(asked, any, type, period);
    for (size_t c = 0; c < n && !in->failed; c++)
      if (pst_dictionary_add(&asked->times.cells, pst_unpack_text(in)) == PST_CODE_MISSING)
        return pst_fail_memory(error);
  }
  return PST_OK;
}

/* 2015Q1 and 2015-Q1 are one period, which is written as the first row has it. */
static bool are_apart(const struct pst_loader *loader, const struct pst_loader_times *times)
{
  struct pst_dictionary periods = {.count = 0};
  unsigned known;
  bool apart = true;

  for (unsigned c = 0; c < times->cells.count && apart; c++) {
    enum pst_period_kind kind;
    double value;
    char when[PST_WHEN_SIZE], period[PST_PERIOD_SIZE];
    long step;

    if (!pst_times_read(&times->how, times->cells.texts[c], &loader->rules.style, &kind, &value,
                        when)
        || kind == PST_PERIOD_NONE || kind == PST_PERIOD_YEAR
        || !pst_period_step(kind, value, &step))
      continue;
    pst_period_print(kind, step, period);
    known = periods.count;
    apart = pst_dictionary_add(&periods, pst_text_of(period)) == known;
  }
  pst_dictionary_free(&periods);
  return apart;
}

bool pst_facts_same(struct pst_loader *loader)
{
  for (size_t i = 0; i < loader->n_asked; i++) {
    struct pst_loader_times *times = &loader->asked[i].times;

    if (loader->asked[i].want != PST_WANT_TIME || times->cells.count == 0)
      continue;
    if (pst_times_decide(times->cells.texts, times->cells.count, loader->asked[i].name,
                         loader->rules.times, &loader->rules.style, &times->how, NULL)
            != PST_OK
        || !is_plain(times) || !are_apart(loader, times))
      return false;
  }
  return true;
}
