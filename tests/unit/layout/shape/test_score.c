/* What a header costs: a limit leaves out only what is beyond it. */
#include "check.h"

#include <float.h>
#include <string.h>

#include "layout/shape/score.h"
#include "random.h"

/* Cells of all kinds that headers and records have, names and periods most of all. */
static const char *const cells[] = {
    "year",  "country", "value", "code",   "unit",  "1990",    "1991",  "2001-Q1",
    "",      "",        "12",    "0.5",    "Peru",  "Chad",    "..",    "n/a",
    "(1)",   "1",       "2",     "Total:", "/age",  "USD",     "TIME",  "% of GDP",
    "780 F", "(S)",     "001",   "002",    "State", "million", "Notes", "Female"};

static void make_sheet(uint64_t *seed, struct pst_buffer *text, struct pst_sheet *sheet)
{
  size_t rows = 3 + random_below(seed, 8), width = 2 + random_below(seed, 4);

  pst_buffer_clear(text);
  for (size_t r = 0; r < rows; r++) {
    size_t n = random_below(seed, 6) == 0 ? 1 + random_below(seed, width) : width;

    for (size_t c = 0; c < n; c++)
      pst_buffer_printf(text, "%s%s", c > 0 ? "," : "",
                        cells[random_below(seed, sizeof cells / sizeof *cells)]);
    pst_buffer_putc(text, '\n');
  }
  assert_int_equal(
      pst_sheet_text((struct pst_text){text->data, text->size}, "sheet", ',', sheet, NULL), PST_OK);
}

/* With any limit: the same cost, or one beyond the limit that is no more than the cost. */
static void limit_them(uint64_t *seed, const struct pst_kinds *grid, const struct pst_type *types,
                       size_t body, struct pst_arena *arena)
{
  for (size_t header = 0; header <= body; header++) {
    double whole = pst_score_header(grid, types, header, body, DBL_MAX, arena);

    for (int i = 0; i < 4; i++) {
      double limit = (double)random_below(seed, 120) / 10 - 4;
      double cost = pst_score_header(grid, types, header, body, limit, arena);

      if (cost == whole)
        continue;
      assert_true(cost > limit);
      assert_true(cost <= whole + 1e-9);
    }
    assert_true(whole >= -PST_SCORE_HEADER_LESS * (double)(body - header));
  }
}

static void limits_leave_out_what_is_beyond(void **state)
{
  static const char *const missing[] = {"..", "n/a", NULL};
  const struct pst_value_rules rules = {.missing = missing};
  struct pst_buffer text = {.data = NULL};
  uint64_t seed = 12;

  (void)state;
  for (int round = 0; round < 3000; round++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_sheet sheet;
    struct pst_kinds grid;
    struct pst_type types[8];
    size_t width = 0, body;

    make_sheet(&seed, &text, &sheet);
    for (size_t r = 0; r < sheet.n_rows; r++)
      width = sheet.rows[r].n > width ? sheet.rows[r].n : width;
    body = 1 + random_below(&seed, sheet.n_rows - 1);
    memset(types, 0, sizeof types);
    assert_true(pst_kinds_make(&sheet, &rules, width, &arena, &grid));
    for (size_t r = body; r < sheet.n_rows; r++)
      pst_types_count(&grid, r, 1, types);
    pst_types_same(&grid, types);
    pst_types_settle(types, width);
    limit_them(&seed, &grid, types, body, &arena);
    pst_sheet_free(&sheet);
    pst_arena_free(&arena);
  }
  pst_buffer_free(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(limits_leave_out_what_is_beyond)};

  return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
