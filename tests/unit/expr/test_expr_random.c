#include "check.h"

#include <math.h>
#include <stdio.h>

#include "expr_table.h"

static uint64_t seed = 88172645463325252ULL;

static unsigned below(unsigned n)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (unsigned)((seed >> 32) % n);
}

struct writer {
  char text[4096];
  size_t size;
};

static void add(struct writer *w, const char *text)
{
  w->size += (size_t)snprintf(w->text + w->size, sizeof w->text - w->size, "%s", text);
}

/* Words in any order: whatever is accepted must evaluate to a value of its type. */
static void write_words(struct writer *w)
{
  static const char *const words[] = {
      "year",       "quarter",  "donor",    "amount",      "rank",
      "share",      "gap",      "nobody",   "1",           "2.5",
      "1e300",      "\"2020\"", "\"a\"",    "(",           ")",
      "{",          "}",        ",",        "+",           "-",
      "*",          "/",        "=",        "!=",          "<",
      "<=",         ">",        ">=",       "..",          "and",
      "or",         "not",      "in",       "except",      "abs(",
      "log(",       "exp(",     "pow(",     "min(",        "if(",
      "known(",     "lag(",     "date(",    "year(",       "round(",
      "1990..2020", "{1, 2}",   "growth(",  "year = 2020", "column(\"net oda\")",
      "about",      "within",   "exactly",  "5 %",         "2 million USD",
      "aid",        "pct",      "lag(aid)", "-1..1"};

  w->size = 0;
  w->text[0] = '\0';
  for (unsigned i = 0, n = 1 + below(14); i < n; i++) {
    add(w, words[below(sizeof words / sizeof *words)]);
    add(w, below(4) == 0 ? "" : " ");
  }
}

static void check_value(const struct pst_expr *expr, const struct pst_expr_value *value,
                        const char *source)
{
  enum pst_expr_type type = pst_expr_result(expr, NULL);
  bool fits = value->kind == PST_EXPR_IS_MISSING    ? value->reason != PST_EXPR_KNOWN
              : value->kind == PST_EXPR_IS_TRUTH    ? type == PST_EXPR_TRUTH
              : value->kind == PST_EXPR_IS_TEXT     ? type == PST_EXPR_TEXT
              : pst_bounds_is_point(&value->number) ? isfinite(value->number.low) != 0
                                                    : value->number.low < value->number.high;

  if (type == PST_EXPR_TRUTH)
    fits &= value->kind == PST_EXPR_IS_TRUTH
            && (value->truth == PST_TRUTH_MISSING) == (value->reason != PST_EXPR_KNOWN);
  else if (type == PST_EXPR_NUMBER && value->kind == PST_EXPR_IS_NUMBER)
    fits &= pst_bounds_is_point(&value->number);
  if (!fits)
    fail_msg("%s: kind %d, reason %d", source, (int)value->kind, (int)value->reason);
}

static void any_words_are_refused_or_have_a_value(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  int accepted = 0;

  (void)state;
  for (int i = 0; i < 300000; i++) {
    struct writer w;
    struct pst_expr *expr;
    struct pst_expr_value value;
    struct pst_error error;

    write_words(&w);
    pst_error_clear(&error);
    pst_arena_free(&arena);
    if (pst_expr_parse(w.text, &arena, &expr, &error) != PST_OK
        || pst_expr_bind(expr, &expr_table_names, &error) != PST_OK) {
      assert_int_equal(error.status, PST_USAGE);
      assert_true(error.column >= 1 && error.column <= w.size + 1);
      assert_true(error.message[0] != '\0');
      continue;
    }
    pst_expr_evaluate(expr, expr_table_cell, NULL, &value);
    check_value(expr, &value, w.text);
    accepted++;
  }
  pst_arena_free(&arena);
  assert_true(accepted > 1000);
}

/* Bounded cells against each row that they may stand for. */
struct world {
  struct pst_bounds rank, share;
};

static void world_cell(void *context, size_t index, size_t lag, struct pst_expr_value *out)
{
  const struct world *world = context;

  expr_table_cell(NULL, index, lag, out);
  if (index == 4)
    *out = pst_expr_bounds(world->rank);
  else if (index == 5)
    *out = pst_expr_bounds(world->share);
}

static void write_number(struct writer *w, int depth)
{
  static const char *const leaves[] = {"rank", "share", "rank", "share", "1", "2", "0.5", "20"};
  static const char *const begins[] = {"(",    "(",      "(",     "min(", "max(",
                                       "abs(", "floor(", "ceil(", "-("};
  static const char *const middles[] = {" + ", " - ", " * ", ", ", ", ",
                                        " - ", " + ", " * ", " - "};
  unsigned kind = below(9);

  if (depth == 0 || below(4) == 0) {
    add(w, leaves[below(8)]);
    return;
  }
  add(w, begins[kind]);
  write_number(w, depth - 1);
  add(w, middles[kind]);
  write_number(w, depth - 1);
  add(w, ")");
}

static void write_test(struct writer *w, int depth)
{
  static const char *const relations[] = {" = ", " != ", " < ", " <= ", " > ", " >= "};
  static const char *const sets[] = {" in {10, 12.5, 21}", " in 10..21", " in 0..30 except {11}"};
  unsigned kind = below(4);

  if (depth > 0 && kind < 2) {
    add(w, below(3) == 0 ? "not (" : "(");
    write_test(w, depth - 1);
    add(w, below(2) ? " and " : " or ");
    write_test(w, depth - 1);
    add(w, ")");
    return;
  }
  write_number(w, 2);
  if (kind == 3) {
    add(w, sets[below(3)]);
    return;
  }
  add(w, relations[below(6)]);
  write_number(w, 2);
}

static struct pst_bounds random_bounds(bool whole)
{
  double low = 10 + below(12) * (whole ? 1 : 0.25), width = 1 + below(4);

  return (struct pst_bounds){low, low + width, !whole && below(2), !whole && below(2)};
}

/* A value that BOUNDS hold. */
static struct pst_bounds pick(const struct pst_bounds *bounds, bool whole)
{
  double value;

  do
    value = bounds->low + below(33) * (bounds->high - bounds->low) / 32;
  while (!pst_bounds_hold(bounds, value) || (whole && value != rint(value)));
  return pst_bounds_point(value);
}

static void check_worlds(const char *source, const struct pst_expr *expr)
{
  struct world all = {random_bounds(true), random_bounds(false)};
  struct pst_expr_value wide, narrow;

  pst_expr_evaluate(expr, world_cell, &all, &wide);
  for (int i = 0; i < 20; i++) {
    struct world one = {pick(&all.rank, true), pick(&all.share, false)};
    bool fits;

    pst_expr_evaluate(expr, world_cell, &one, &narrow);
    if (wide.kind == PST_EXPR_IS_TRUTH)
      fits = wide.truth == PST_TRUTH_UNDECIDED || wide.truth == narrow.truth;
    else
      fits = pst_bounds_hold(&wide.number, narrow.number.low);
    if (!fits)
      fail_msg("%s with rank %g of [%g,%g], share %g of [%g,%g]", source, one.rank.low,
               all.rank.low, all.rank.high, one.share.low, all.share.low, all.share.high);
  }
}

/* All the numbers are multiples of a small power of two, so that the points are exact. */
static void bounds_hold_in_every_world(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  for (int i = 0; i < 40000; i++) {
    struct writer w = {.size = 0};
    struct pst_expr *expr;
    struct pst_error error;

    if (i % 2)
      write_test(&w, 2);
    else
      write_number(&w, 3);
    pst_error_clear(&error);
    pst_arena_free(&arena);
    if (pst_expr_parse(w.text, &arena, &expr, &error) != PST_OK
        || pst_expr_bind(expr, &expr_table_names, &error) != PST_OK)
      fail_msg("%s: %s", w.text, error.message);
    check_worlds(w.text, expr);
  }
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_words_are_refused_or_have_a_value),
      cmocka_unit_test(bounds_hold_in_every_world),
  };

  return cmocka_run_group_tests_name("expr_random", tests, NULL, NULL);
}
