/* Changes of rank and of value between two periods, and whether bounds leave an order open. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "rank/ranking.h"

enum { ROWS = 8 };

struct fixture {
  struct pst_table table;
  struct pst_ranking ranking;
  struct pst_place places[ROWS];
};

/* The column y of values, and for NaN the bounds of the row. */
static void fill(struct fixture *f, size_t n, const double *values, const struct pst_bounds *bounds)
{
  struct pst_column *y;

  memset(f, 0, sizeof *f);
  f->table.n_rows = f->table.rows_capacity = ROWS;
  y = pst_table_add_column(&f->table, "y", PST_WANT_NUMBER);
  assert_non_null(y);
  assert_int_equal(pst_table_bounds(&f->table, y, NULL), PST_OK);
  for (size_t i = 0; i < n; i++) {
    if (!isnan(values[i]))
      pst_column_set_number(y, i, values[i], 1);
    else
      assert_int_equal(pst_column_set_bounds(&f->table, y, i, &bounds[i], NULL), PST_OK);
    f->places[i].row = i;
  }
  f->ranking = (struct pst_ranking){.places = f->places, .n_places = n};
}

static void order_is(const struct fixture *f, const char *want)
{
  for (size_t i = 0; i < f->ranking.n_places; i++) {
    const char *got = pst_rank_order(&f->table.columns[0], &f->ranking, i);

    assert_string_equal(got, want[i] == 'h' ? "holds" : "may flip");
  }
}

static void place(struct fixture *f, size_t i, uint32_t period, double low, double high)
{
  f->places[i].period = period;
  f->places[i].low = low;
  f->places[i].high = high;
}

static void the_first_few(void **state)
{
  static const struct {
    double low, high;
    int in;
  } rows[] = {{1, 1, 1}, {3, 3, 1}, {2, 3, 1}, {3, 4, -1}, {4, 4, 0}, {4, 5, 0}, {1, INFINITY, -1}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_place one = {.low = rows[i].low, .high = rows[i].high};

    assert_int_equal(pst_rank_in_top(&one, 3), rows[i].in);
  }
}

/* Two equal values share the ranks 2 and 3 whatever the others are; the tie of another period does not
   count, nor one with ranks of its own. */
static void a_tie_of_exact_values_holds(void **state)
{
  static const double values[] = {9, 5, 5, 1, 5, 5};
  struct fixture f;

  (void)state;
  fill(&f, 6, values, NULL);
  place(&f, 0, 0, 1, 1);
  place(&f, 1, 0, 2, 3);
  place(&f, 2, 0, 2, 3);
  place(&f, 3, 0, 4, 4);
  place(&f, 4, 1, 2, 3); /* the same ranks, a period on */
  place(&f, 5, 1, 2, 3);
  order_is(&f, "hhhhhh");
  place(&f, 4, 1, 1, 3); /* with one more value that could be anywhere */
  place(&f, 5, 1, 1, 3);
  order_is(&f, "hhhhff");
  pst_table_free(&f.table);
}

/* Three exact values and one within bounds: 4 in [4, 6] may be first, between, or last. */
static void what_bounds_leave_open_may_flip(void **state)
{
  static const double values[] = {5, NAN, 5, 1};
  static const struct pst_bounds bounds[] = {
      {.low = 0}, {4, 6, false, false}, {.low = 0}, {.low = 0}};
  struct fixture f;

  (void)state;
  fill(&f, 4, values, bounds);
  place(&f, 0, 0, 1, 3);
  place(&f, 1, 0, 1, 3);
  place(&f, 2, 0, 1, 3);
  place(&f, 3, 0, 4, 4);
  order_is(&f, "fffh");
  pst_table_free(&f.table);
}

/* Two within the same bounds share their ranks and may change places; other exact values with the same best
   rank but another worst one are no tie. */
static void equal_ranks_of_other_values_are_no_tie(void **state)
{
  static const double values[] = {NAN, NAN, 3, 2}, apart[] = {7, 7, 7, 6};
  static const struct pst_bounds bounds[] = {
      {4, 6, false, false}, {4, 6, false, false}, {.low = 0}, {.low = 0}};
  struct fixture f;

  (void)state;
  fill(&f, 4, values, bounds);
  place(&f, 0, 0, 1, 2);
  place(&f, 1, 0, 1, 2);
  place(&f, 2, 0, 3, 4); /* as printed, 2 and 3 may be one number */
  place(&f, 3, 0, 3, 4);
  order_is(&f, "ffff");
  pst_table_free(&f.table);
  fill(&f, 4, apart, NULL);
  place(&f, 0, 0, 1, 2);
  place(&f, 1, 0, 1, 2);
  place(&f, 2, 0, 1, 3);
  place(&f, 3, 0, 1, 4);
  order_is(&f, "hhff");
  pst_table_free(&f.table);
}

static void signs(void **state)
{
  static const struct {
    double low, high;
    const char *sign;
  } rows[] = {{1, 2, "holds"},    {-2, -1, "holds"},   {0, 0, "holds"},
              {0, 1, "may flip"}, {-1, 0, "may flip"}, {-1, 1, "may flip"},
              {NAN, 1, NULL},     {1, NAN, NULL},      {0.5, INFINITY, "holds"}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *got = pst_rank_sign(rows[i].low, rows[i].high);

    if (rows[i].sign == NULL)
      assert_null(got);
    else
      assert_string_equal(got, rows[i].sign);
  }
}

/* --- changes ------------------------------------------------------------------------------------- */

struct changes {
  struct fixture f;
  struct pst_job job;
  struct pst_wanted roles[2];
  size_t y_role;
  struct pst_rank_settings settings;
  struct pst_rank_change *list;
  size_t n;
};

/* 2000: A 28.55 first, B 20.4, C in (10, 20]; 2010: B 30.1 first, A 20.35, D 1. */
static void make_changes(struct changes *c, size_t top)
{
  static const double values[] = {28.55, 20.4, NAN, 30.1, 20.35, 1};
  static const struct pst_bounds bounds[] = {{.low = 0}, {.low = 0}, {10, 20, true, false},
                                             {.low = 0}, {.low = 0}, {.low = 0}};
  static const char *const names[] = {"A", "B", "C", "B", "A", "D"};
  const struct pst_rankings rankings = {.from = 0, .to = 2, .n_periods = 3};
  struct pst_column *entity;

  memset(c, 0, sizeof *c);
  fill(&c->f, 6, values, bounds);
  entity = pst_table_add_column(&c->f.table, "who", PST_WANT_TEXT);
  for (size_t i = 0; i < 6; i++) {
    assert_true(pst_column_set_text(entity, i, pst_text_of(names[i])));
    place(&c->f, i, i < 3 ? 0 : 2, (double)(i % 3) + 1, (double)(i % 3) + 1);
  }
  c->job = (struct pst_job){.table = c->f.table, .roles = c->roles, .n_roles = 2};
  c->roles[0].column = 0;
  c->roles[1].column = 1;
  c->settings = (struct pst_rank_settings){.entity_role = 1, .top = top};
  c->settings.y.roles = &c->y_role;
  c->settings.y.count = 1;
  assert_int_equal(
      pst_rank_changes(&c->job, &c->settings, &rankings, &c->f.ranking, &c->list, &c->n, NULL),
      PST_OK);
}

static void free_changes(struct changes *c)
{
  pst_arena_free(&c->job.arena);
  pst_table_free(&c->f.table);
}

static const char *entity_of(const struct changes *c, size_t i)
{
  return pst_column_texts(&c->f.table.columns[1])->texts[c->list[i].entity].data;
}

/* By rank in the second period; those that left it stand last. */
static void of_rank_and_value(void **state)
{
  struct changes c;

  (void)state;
  make_changes(&c, 0);
  assert_int_equal(c.n, 4);
  assert_string_equal(entity_of(&c, 0), "B");
  assert_true(c.list[0].low == 1 && c.list[0].high == 1);
  assert_true(c.list[0].value == 9.7);
  assert_true(c.list[0].value_low == 9.7 && c.list[0].value_high == 9.7);
  assert_string_equal(entity_of(&c, 1), "A");
  assert_true(c.list[1].low == -1 && c.list[1].high == -1);
  assert_true(c.list[1].value == -8.2);
  assert_string_equal(entity_of(&c, 2), "D");
  assert_null(c.list[2].from);
  assert_nan(c.list[2].low);
  assert_nan(c.list[2].value);
  assert_string_equal(entity_of(&c, 3), "C");
  assert_null(c.list[3].to);
  assert_nan(c.list[3].high);
  free_changes(&c);
}

/* By the best rank, then the worst, then those of the period before, then as the entities came. */
static void order_of_ties(void **state)
{
  static const double values[] = {1, 2, 3, 4, 5, 6, 7, 8};
  static const char *const names[] = {"A", "B", "C", "D"}, *const want[] = {"D", "C", "A", "B"};
  static const double from[][2] = {{2, 2}, {2, 2}, {1, 3}, {4, 4}},
                      to[][2] = {{1, 3}, {1, 3}, {1, 3}, {1, 2}};
  const struct pst_rankings rankings = {.from = 0, .to = 1, .n_periods = 2};
  struct pst_column *entity;
  struct changes c;

  (void)state;
  memset(&c, 0, sizeof c);
  fill(&c.f, 8, values, NULL);
  entity = pst_table_add_column(&c.f.table, "who", PST_WANT_TEXT);
  for (size_t i = 0; i < 8; i++) {
    const double *ranks = i < 4 ? from[i] : to[i - 4];

    assert_true(pst_column_set_text(entity, i, pst_text_of(names[i % 4])));
    place(&c.f, i, i < 4 ? 0 : 1, ranks[0], ranks[1]);
  }
  c.job = (struct pst_job){.table = c.f.table, .roles = c.roles, .n_roles = 2};
  c.roles[1].column = 1;
  c.settings = (struct pst_rank_settings){.entity_role = 1, .y = {&c.y_role, 1}};
  assert_int_equal(
      pst_rank_changes(&c.job, &c.settings, &rankings, &c.f.ranking, &c.list, &c.n, NULL), PST_OK);
  assert_int_equal(c.n, 4);
  for (size_t i = 0; i < 4; i++)
    assert_string_equal(entity_of(&c, i), want[i]);
  free_changes(&c);
}

/* Who was among the first two of either period: A and B of both, nobody else. */
static void of_the_first_few(void **state)
{
  struct changes c;

  (void)state;
  make_changes(&c, 2);
  assert_int_equal(c.n, 2);
  free_changes(&c);
  make_changes(&c, 3);
  assert_int_equal(c.n, 4);
  free_changes(&c);
}

/* Rank 1 to 2, then 2 or worse without an end: it fell by any number, or rose by nothing; both open: anything. */
static void of_open_ranks(void **state)
{
  static const double values[] = {NAN, NAN};
  static const struct pst_bounds bounds[] = {{5, INFINITY, false, true}, {2, 4, false, true}};
  const struct pst_rankings rankings = {.from = 0, .to = 1, .n_periods = 2};
  struct changes c;

  (void)state;
  for (int both = 0; both < 2; both++) {
    struct pst_column *entity;

    memset(&c, 0, sizeof c);
    fill(&c.f, 2, values, bounds);
    entity = pst_table_add_column(&c.f.table, "who", PST_WANT_TEXT);
    for (size_t i = 0; i < 2; i++)
      assert_true(pst_column_set_text(entity, i, pst_text_of("A")));
    place(&c.f, 0, 0, 1, both ? (double)INFINITY : 2);
    place(&c.f, 1, 1, 2, INFINITY);
    c.job = (struct pst_job){.table = c.f.table, .roles = c.roles, .n_roles = 2};
    c.roles[1].column = 1;
    c.settings = (struct pst_rank_settings){.entity_role = 1, .y = {&c.y_role, 1}};
    assert_int_equal(
        pst_rank_changes(&c.job, &c.settings, &rankings, &c.f.ranking, &c.list, &c.n, NULL),
        PST_OK);
    assert_int_equal(c.n, 1);
    assert_true(c.list[0].low == -(double)INFINITY);
    assert_true(c.list[0].high == (both ? (double)INFINITY : 0));
    assert_nan(c.list[0].value);
    assert_true(c.list[0].value_low == -(double)INFINITY);
    assert_true(c.list[0].value_high == -1);
    free_changes(&c);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_few),
      cmocka_unit_test(a_tie_of_exact_values_holds),
      cmocka_unit_test(what_bounds_leave_open_may_flip),
      cmocka_unit_test(equal_ranks_of_other_values_are_no_tie),
      cmocka_unit_test(signs),
      cmocka_unit_test(of_rank_and_value),
      cmocka_unit_test(order_of_ties),
      cmocka_unit_test(of_the_first_few),
      cmocka_unit_test(of_open_ranks),
  };

  return cmocka_run_group_tests_name("rank_change", tests, NULL, NULL);
}
