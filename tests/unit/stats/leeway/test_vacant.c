/* The rows of a statistic that no known value has: those of a completion, without their numbers. */
#include <math.h>
#include <string.h>

#include "check.h"
#include "kernel.h"

#include "stats/leeway/vacant.h"

struct values {
  double at[3];
  bool undefined;
};

/* A mean with a note, a formatted quantile, and how many there are. */
static enum pst_status run_values(void *context, struct pst_estimates *out,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct values *v = context;
  const double mean = (v->at[0] + v->at[1] + v->at[2]) / 3;
  struct pst_estimate *row;

  (void)scratch;
  if (v->undefined || isnan(mean))
    return pst_fail(error, PST_UNDEFINED, "no values");
  row = pst_estimates_add(out, "describe", "n", 3);
  row->estimate = 3;
  row = pst_estimates_add(out, "describe", "mean", 3);
  row->estimate = mean;
  row->unit = "EUR";
  pst_estimate_note(out, row, "its own note");
  row = pst_estimates_add(out, "describe", pst_arena_format(out->arena, "q%g", 0.5), 3);
  row->estimate = v->at[1];
  return PST_OK;
}

struct filled {
  struct values values;
  struct pst_arena arena, scratch;
  struct pst_estimates rows;
  enum pst_status status;
};

static void fill(struct filled *f, const char *term, bool known, bool undefined, size_t most)
{
  static const struct pst_bounds bounds[] = {
      {.low = 1, .high = 3}, {.low = 4, .high = 4}, {.low = 6, .high = 9}};
  struct pst_leeway_values list = {.n = 3, .at = f->values.at, .bounds = bounds};
  const struct pst_leeway leeway = {.lists = &list,
                                    .n_lists = 1,
                                    .run = run_values,
                                    .context = &f->values,
                                    .rows = most,
                                    .known = known};
  struct pst_error error = {.status = PST_OK};

  *f = (struct filled){.values = {.at = {NAN, 4, NAN}, .undefined = undefined},
                       .arena = PST_ARENA_EMPTY,
                       .scratch = PST_ARENA_EMPTY};
  f->rows.arena = &f->arena;
  list.at = f->values.at;
  pst_estimates_value(&f->rows, "other", "before", 9, 1, &error);
  pst_estimate_note(&f->rows, pst_estimates_add(&f->rows, "describe", term, 1), "no values");
  f->status = pst_leeway_vacant(&leeway, &f->rows, 1, &f->scratch, &error);
}

static void end(struct filled *f)
{
  pst_estimates_free(&f->rows);
  pst_arena_free(&f->arena);
  pst_arena_free(&f->scratch);
}

static void completions_have_rows(void **state)
{
  struct filled f;

  (void)state;
  fill(&f, "qP", false, false, 0);
  assert_int_equal(f.status, PST_OK);
  assert_int_equal(f.rows.count, 3); /* a count has no row */
  assert_string_equal(f.rows.items[0].term, "before");
  assert_close(f.rows.items[0].estimate, 1, 0, 0);
  assert_string_equal(f.rows.items[1].term, "mean");
  assert_string_equal(f.rows.items[1].unit, "EUR");
  assert_string_equal(f.rows.items[1].note, "no values");
  assert_int_equal(f.rows.items[1].n, 1);
  assert_true(isnan(f.rows.items[1].estimate));
  assert_string_equal(f.rows.items[2].term, "q0.5");
  assert_null(f.rows.items[2].note);
  assert_true(isnan(f.rows.items[2].estimate));
  assert_true(isnan(f.values.at[0]) && isnan(f.values.at[2])); /* as they were */
  end(&f);
}

static void no_more_than_asked_for(void **state)
{
  struct filled f;

  (void)state;
  fill(&f, "mean", false, false, 1);
  assert_int_equal(f.rows.count, 2);
  assert_string_equal(f.rows.items[1].term, "mean");
  end(&f);
}

static void others_stay(void **state)
{
  struct filled f;

  (void)state;
  fill(&f, "qP", true, false, 0);
  assert_int_equal(f.rows.count, 2);
  assert_string_equal(f.rows.items[1].term, "qP");
  end(&f);
  fill(&f, "qP", false, true, 0); /* nor has a completion any */
  assert_int_equal(f.status, PST_OK);
  assert_int_equal(f.rows.count, 2);
  assert_string_equal(f.rows.items[1].term, "qP");
  assert_string_equal(f.rows.items[1].note, "no values");
  end(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(completions_have_rows),
      cmocka_unit_test(no_more_than_asked_for),
      cmocka_unit_test(others_stay),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
