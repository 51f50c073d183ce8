/* search.c -- a number over all value columns: what fits, and how many would by chance. */
#include "trace/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "paper/text.h"
#include "trace/context.h"

const char *const pst_trace_kind_names[] = {
    "cell", "difference", "share of the total", "growth", "ratio", "sum", "mean", "rank", "count"};

/* The chance of one expression of CLASS to fit: of what lies within ten widths to either side, one twentieth, and one
   more for what was not seen; or as many as do fit besides one, where all stand close together (5 of 5.21 to 5.48). */
static double chance_of(const struct pst_trace_class *class)
{
  double tried = (double)class->tried, p, seen;

  if (class->tried == 0)
    return 0;
  p = ((double)class->near + 1) / (20 * tried);
  seen = class->fits > 0 ? (double)(class->fits - 1) / tried : 0;
  return fmin(fmax(p, seen), 1);
}

/* How many of KIND and of simpler kinds fit by chance, in context or of all. */
static double chance_up_to(const struct pst_trace *trace, size_t columns, enum pst_trace_kind kind,
                           bool in)
{
  double sum = 0;

  for (size_t i = 0; i < columns; i++)
    for (enum pst_trace_kind k = 0; k <= kind; k++) {
      const struct pst_trace_class *class = &trace->classes[i * PST_TRACE_KINDS + k];

      sum += chance_of(class) * (double)(in ? class->tried_in : class->tried);
    }
  return sum;
}

static int by_chance(const void *a, const void *b)
{
  const struct pst_trace_candidate *x = a, *y = b;

  if (x->rounding != y->rounding)
    return x->rounding ? 1 : -1;
  if (x->chance != y->chance)
    return x->chance < y->chance ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->table != y->table)
    return x->table < y->table ? -1 : 1;
  return strcmp(x->expression, y->expression);
}

static void finish(struct pst_trace *trace, size_t columns, double width)
{
  for (size_t i = 0; i < trace->count; i++) {
    struct pst_trace_candidate *c = &trace->candidates[i];
    double half = c->chance; /* kept there until now */

    c->chance = chance_up_to(trace, columns, c->kind, c->in_context);
    if (c->rounding)
      c->chance *= 1 + 2 * half / width;
  }
  for (size_t i = 0; i < columns * PST_TRACE_KINDS; i++) {
    trace->tried += trace->classes[i].tried;
    trace->fits += trace->classes[i].fits;
  }
  trace->chance = chance_up_to(trace, columns, PST_TRACE_KINDS - 1, false);
  if (trace->count > 0)
    qsort(trace->candidates, trace->count, sizeof *trace->candidates, by_chance);
}

/* The interval of the digits, whatever word stands before them. */
static void set_interval(struct pst_trace_search *s)
{
  const struct pst_mention *m = s->mention;
  double value = pst_rational_to_double(m->value), half = 0.5 * pow(10, m->scale - m->decimals);

  if (m->in_words) /* "five" is no 5.2 */
    half = 0.05;
  if (m->vague == PST_PAPER_ABOUT && half < 0.05 * fabs(value))
    half = 0.05 * fabs(value);
  s->low = value - half;
  s->high = value + half;
}

/* Of a column that says nothing of its unit, cells may be millions as well as units. */
static void try_scales(struct pst_trace_search *s)
{
  const struct pst_mention *m = s->mention;
  bool scaled = m->scale > 0 || m->unit == PST_PAPER_MONEY;

  s->factor = scaled ? s->column->scale : 1;
  pst_trace_tries(s);
  if (m->scale == 0 || s->column->scale != 1 || s->column->has_unit
      || s->column->role != PST_TRACE_NUMBER)
    return;
  s->factor = pow(10, m->scale);
  pst_trace_tries(s);
}

static void search_table(struct pst_trace_search *s, const struct pst_trace_words *words,
                         size_t *column, struct pst_arena *scratch)
{
  bool *in = pst_arena_array(scratch, s->table->table.n_rows + 1, sizeof *in);

  if (in == NULL) {
    s->trace->failed = true;
    return;
  }
  s->pinned =
      words != NULL && pst_trace_context(s->table, words, in, scratch, &s->trace->failed) > 0;
  for (size_t r = 0; words == NULL && r < s->table->table.n_rows; r++)
    in[r] = true;
  s->in = in;
  for (size_t v = 0; v < s->table->value_count; v++) {
    s->value = s->table->values[v];
    s->column = &s->table->columns[s->value];
    s->class = &s->trace->classes[(*column)++ * PST_TRACE_KINDS];
    if (words == NULL || !words->of_one || (s->t == words->of_table && s->value == words->of_value))
      try_scales(s);
  }
}

/* A plain number that is a rank: below such a heading, or behind such a word. */
static bool is_rank(const struct pst_mention *m, const struct pst_trace_words *words)
{
  return words != NULL && m->unit == PST_PAPER_PLAIN && m->decimals == 0 && m->scale == 0
         && (words->rank
             || (m->token > 0
                 && pst_paper_word(words->paper, m->token - 1,
                                   "rank ranks ranked place placed position")));
}

enum pst_status pst_trace_search(const struct pst_trace_data *data,
                                 const struct pst_mention *mention,
                                 const struct pst_trace_words *words, struct pst_arena *arena,
                                 struct pst_trace *trace, struct pst_error *error)
{
  struct pst_mention own = *mention;
  struct pst_trace_search s = {.trace = trace, .mention = &own};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  size_t columns = 0, column = 0;

  *trace = (struct pst_trace){.data = data, .arena = arena};
  for (size_t t = 0; t < data->table_count; t++)
    columns += data->tables[t].value_count;
  trace->classes = pst_arena_array(arena, columns * PST_TRACE_KINDS + 1, sizeof *trace->classes);
  if (trace->classes == NULL)
    return pst_fail_memory(error);
  s.rank = is_rank(mention, words);
  own.ordinal = own.ordinal || s.rank;
  set_interval(&s);
  s.of = words != NULL && mention->unit == PST_PAPER_PERCENT
         && pst_paper_word(words->paper, mention->token + 1, "of");
  for (size_t t = 0; t < data->table_count && !trace->failed; t++) {
    s.t = t;
    s.table = &data->tables[t];
    if (s.table->key_count > 0)
      search_table(&s, words, &column, &scratch);
    pst_arena_free(&scratch);
    scratch = (struct pst_arena)PST_ARENA_EMPTY;
  }
  pst_arena_free(&scratch);
  if (trace->failed)
    return pst_fail_memory(error);
  trace->stopped = s.steps >= PST_TRACE_STEPS_MOST;
  finish(trace, columns, s.high - s.low);
  return PST_OK;
}

const struct pst_trace_candidate *pst_trace_stands_out(const struct pst_trace *trace)
{
  const struct pst_trace_candidate *first = trace->candidates;
  double most = 0.2;

  if (trace->count == 0 || first->chance > most)
    return NULL;
  for (size_t i = 1;
       i < trace->count && first[i].chance <= first->chance && first[i].rounding == first->rounding;
       i++)
    if (first[i].kind == first->kind
        && (first[i].table == first->table
            || first->kind != PST_TRACE_CELL)) /* the same cell in two files is no doubt */
      return NULL;
  return first;
}
