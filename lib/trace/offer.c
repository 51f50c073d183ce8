/* offer.c -- what was tried: counted, held against the printed interval, and written as claims write it. */
#include <math.h>
#include <string.h>

#include "base/array.h"
#include "trace/search.h"

/* Counts of persons, and amounts in another currency, are no yen. */
static bool is_other_money(const struct pst_trace_column *c, const char *currency)
{
  if (!c->has_unit || c->unit.kind != PST_UNIT_WORD)
    return false;
  for (size_t i = 0; i + 3 <= c->unit.word.size; i++)
    if (memcmp(c->unit.word.data + i, currency, 3) == 0)
      return false;
  return true;
}

bool pst_trace_wants(const struct pst_trace_search *s, enum pst_trace_kind kind)
{
  const struct pst_mention *m = s->mention;
  bool percent = s->column->unit.kind == PST_UNIT_PERCENT && s->column->has_unit;
  bool points = s->column->unit.kind == PST_UNIT_POINTS && s->column->has_unit;
  bool amount = m->unit == PST_PAPER_MONEY || m->scale > 0;
  bool whole = m->unit == PST_PAPER_PLAIN && m->decimals == 0 && m->scale == 0;

  if (m->unit == PST_PAPER_MONEY && is_other_money(s->column, m->currency))
    return false;
  if (kind == PST_TRACE_COUNT && s->value != s->table->values[0])
    return false; /* once a table */
  if (s->column->role == PST_TRACE_TIME)
    return kind == PST_TRACE_CELL && m->year;
  if (m->year)
    return false;
  if (s->rank && kind != PST_TRACE_RANK
      && (kind != PST_TRACE_CELL || strstr(s->column->column->name, "rank") == NULL))
    return false;
  switch (kind) {
  case PST_TRACE_CELL:
    return m->unit == PST_PAPER_PERCENT  ? percent
           : m->unit == PST_PAPER_POINTS ? points
                                         : !percent && !points;
  case PST_TRACE_DIFFERENCE:
    return m->unit == PST_PAPER_POINTS
               ? percent
               : m->unit != PST_PAPER_PERCENT && !percent && !points && !m->ordinal;
  case PST_TRACE_SUM:
    return (amount || whole) && !percent && !points && !m->ordinal;
  case PST_TRACE_MEAN:
    return m->unit == PST_PAPER_PERCENT
               ? percent
               : m->unit != PST_PAPER_POINTS && !percent && !points && !m->ordinal;
  case PST_TRACE_SHARE:
    return m->unit == PST_PAPER_PERCENT && !percent && !points;
  case PST_TRACE_GROWTH:
    return !s->of && m->unit == PST_PAPER_PERCENT && !points;
  case PST_TRACE_RATIO:
    return !points
           && (m->unit == PST_PAPER_PERCENT ? !percent
                                            : m->unit == PST_PAPER_PLAIN && m->decimals > 0);
  case PST_TRACE_RANK:
  case PST_TRACE_COUNT:
    return whole && (kind == PST_TRACE_RANK ? m->ordinal : !m->ordinal)
           && s->table->table.n_rows < 100000;
  default:
    return false;
  }
}

/* --- writing --------------------------------------------------------------------------------------- */

static void put_key(struct pst_buffer *out, const struct pst_trace_search *s, size_t k,
                    const struct pst_trace_try *t)
{
  size_t range = out->size;

  pst_trace_index(out, s->table, t->a, k);
  if (t->to > t->from && out->size > range) {
    pst_buffer_puts(out, "..");
    pst_trace_index(out, s->table, t->b, k);
  }
}

/* The cell of ROW, or, where OPEN, the series along the key of T. */
static void put_cell(struct pst_buffer *out, const struct pst_trace_search *s, size_t row,
                     const struct pst_trace_try *t, bool open)
{
  pst_trace_name(out, s->table, s->value);
  pst_buffer_putc(out, '[');
  for (size_t k = 0; k < s->table->key_count; k++) {
    pst_buffer_puts(out, k > 0 ? ", " : "");
    if (open && k == t->key && t->to <= t->from)
      pst_buffer_putc(out, '*');
    else if (open && k == t->key)
      put_key(out, s, k, t);
    else
      pst_trace_index(out, s->table, row, k);
  }
  pst_buffer_putc(out, ']');
}

static void put_expression(struct pst_buffer *out, const struct pst_trace_search *s,
                           const struct pst_trace_try *t)
{
  static const char *const before[PST_TRACE_KINDS] = {[PST_TRACE_CELL] = "",
                                                      [PST_TRACE_DIFFERENCE] = "",
                                                      [PST_TRACE_SHARE] = "",
                                                      [PST_TRACE_GROWTH] = "growth(",
                                                      [PST_TRACE_RATIO] = "",
                                                      [PST_TRACE_SUM] = "sum(",
                                                      [PST_TRACE_MEAN] = "mean(",
                                                      [PST_TRACE_RANK] = "rank(",
                                                      [PST_TRACE_COUNT] = "count(keys("};
  bool series = t->kind == PST_TRACE_SUM || t->kind == PST_TRACE_MEAN || t->kind == PST_TRACE_RANK
                || t->kind == PST_TRACE_COUNT;
  bool second_first = t->kind == PST_TRACE_DIFFERENCE || t->kind == PST_TRACE_RATIO;

  pst_buffer_puts(out, t->turned ? "-" : "");
  pst_buffer_puts(out, before[t->kind]);
  put_cell(out, s, second_first ? t->b : t->a, t, series);
  if (second_first) {
    pst_buffer_puts(out, t->kind == PST_TRACE_RATIO ? " / " : " - ");
    put_cell(out, s, t->a, t, false);
  } else if (t->kind == PST_TRACE_GROWTH) {
    pst_buffer_puts(out, ", ");
    put_cell(out, s, t->b, t, false);
  } else if (t->kind == PST_TRACE_SHARE) {
    pst_buffer_puts(out, " / sum(");
    put_cell(out, s, t->a, t, true);
  } else if (t->kind == PST_TRACE_RANK) {
    pst_buffer_puts(out, ", ");
    pst_trace_index(out, s->table, t->a, t->key);
  }
  pst_buffer_puts(out, t->kind == PST_TRACE_COUNT                  ? "))"
                       : t->kind == PST_TRACE_CELL || second_first ? ""
                                                                   : ")");
}

/* The digits of the mention, times 10 to the SHIFT; a whole number that stands for more than itself says so. */
static void put_digits(struct pst_buffer *out, const struct pst_trace_search *s, int shift)
{
  const struct pst_mention *m = s->mention;
  int decimals = m->decimals - shift;
  double value = fabs(pst_rational_to_double(m->value)) * pow(10, shift - m->scale);

  if (pst_rational_sign(m->value) < 0)
    pst_buffer_putc(out, '-');
  pst_buffer_printf(out, "%.*f", decimals > 0 ? decimals : 0, value);
  if (decimals < 0)
    pst_buffer_printf(out, " within %.0f", 0.5 * pow(10, -decimals));
}

/* The power of ten that the cells are in. */
static int scale_of(const struct pst_trace_search *s)
{
  return (int)lround(log10(s->factor));
}

/* " = 8.1 %p": the printed number in the unit of the expression. */
static void put_literal(struct pst_buffer *out, const struct pst_trace_search *s,
                        enum pst_trace_kind kind)
{
  const struct pst_mention *m = s->mention;
  bool of_cells = kind == PST_TRACE_CELL || kind == PST_TRACE_DIFFERENCE || kind == PST_TRACE_SUM
                  || kind == PST_TRACE_MEAN;
  bool scaled = m->scale > 0 || m->unit == PST_PAPER_MONEY;
  int shift = scaled ? m->scale - scale_of(s) : 0;
  struct pst_unit unit = s->column->unit;

  if (!of_cells || m->unit == PST_PAPER_PERCENT || m->unit == PST_PAPER_POINTS) {
    pst_buffer_puts(out, " = ");
    put_digits(out, s, m->scale == PST_PAPER_BASIS ? m->scale : 0);
    pst_buffer_puts(out, m->unit == PST_PAPER_PERCENT  ? " %"
                         : m->unit == PST_PAPER_POINTS ? " %p"
                                                       : "");
    return;
  }
  if (s->column->has_unit && unit.kind == PST_UNIT_WORD && scaled) {
    unit.scale = m->scale;
    shift = 0;
  }
  pst_buffer_puts(out, m->decimals - shift < 0 ? " = about " : " = ");
  put_digits(out, s, shift);
  if (s->column->has_unit && unit.kind == PST_UNIT_WORD && m->decimals - shift >= 0)
    pst_buffer_printf(out, " %s", pst_unit_print(s->trace->arena, &unit));
}

/* --- keeping --------------------------------------------------------------------------------------- */

static void keep(struct pst_trace_search *s, const struct pst_trace_try *t, bool rounding)
{
  struct pst_trace *trace = s->trace;
  struct pst_buffer text = {.data = NULL};
  struct pst_trace_candidate *c;
  size_t most = t->in && s->pinned ? PST_TRACE_CONTEXT_MOST : PST_TRACE_LISTED_MOST;

  if (trace->count >= most) {
    trace->more++;
    return;
  }
  if (!PST_ARRAY_ROOM_IN(trace->arena, trace->candidates, trace->capacity, trace->count + 1)) {
    trace->failed = true;
    return;
  }
  c = &trace->candidates[trace->count++];
  *c = (struct pst_trace_candidate){.kind = t->kind,
                                    .table = s->t,
                                    .value = s->value,
                                    .in_context = t->in && s->pinned,
                                    .of_time = s->table->columns[s->table->keys[t->key]].role
                                               == PST_TRACE_TIME,
                                    .rounding = rounding,
                                    .computed = t->value,
                                    .chance = t->half};
  put_expression(&text, s, t);
  c->expression = pst_arena_string(trace->arena, pst_buffer_string(&text));
  put_literal(&text, s, t->kind);
  c->check = pst_arena_string(trace->arena, pst_buffer_string(&text));
  trace->failed = trace->failed || text.failed || c->expression == NULL || c->check == NULL;
  pst_buffer_free(&text);
  c->lines[0] = pst_table_line(&s->table->table, t->a);
  c->lines[1] = t->b == t->a ? 0 : pst_table_line(&s->table->table, t->b);
}

void pst_trace_offer(struct pst_trace_search *s, const struct pst_trace_try *t)
{
  struct pst_trace_class *class = &s->class[t->kind];
  bool of_cells = t->kind == PST_TRACE_CELL || t->kind == PST_TRACE_DIFFERENCE
                  || t->kind == PST_TRACE_SUM || t->kind == PST_TRACE_MEAN;
  double factor = of_cells ? s->factor : 1, value = t->value * factor, half = t->half * factor;
  double width = s->high - s->low, slack = 1e-12 * (fabs(s->low) + fabs(s->high));
  bool fits = value >= s->low - slack && value <= s->high + slack;

  s->steps++;
  class->tried++;
  class->tried_in += t->in && s->pinned;
  if (fits) {
    class->fits++;
    class->fits_in += t->in && s->pinned;
    keep(s, t, false);
  } else {
    class->near += value >= s->low - 10 * width && value <= s->high + 10 * width;
    if (t->in && s->pinned && half > 0 && value + half >= s->low - slack
        && value - half <= s->high + slack)
      keep(s, t, true);
  }
}
