/* Columns of times whose cells are plain numbers, against what all their texts together say (printed/times.h). */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "file.h"
#include "random.h"
#include "table/load/load.h"

enum { ROWS = 40, CELL = 24 };

/* How a column is to be filled: some are read as they stand, some are proved by all, some are asked about. */
static void write_cell(uint64_t *seed, int kind, size_t row, char cell[CELL])
{
  const int year = 1990 + (int)random_below(seed, 30);

  switch (kind == 9 ? (int)random_below(seed, 9) : kind) {
  case 0: /* counting up */
    snprintf(cell, CELL, "%d", (int)row * 37);
    break;
  case 1: /* 201503: months, if all are such */
    snprintf(cell, CELL, "%d%02d", year, 1 + (int)random_below(seed, 12));
    break;
  case 2: /* two digits: years where one is 0x and they go up */
    snprintf(cell, CELL, "%02d", (int)(row + 98) % 100);
    break;
  case 3: /* 2015.1: quarters, or decimals */
    snprintf(cell, CELL, "%d.%d", year, 1 + (int)random_below(seed, 4));
    break;
  case 4:
    snprintf(cell, CELL, "%d", year);
    break;
  case 5: /* decimals, canonical or not */
    snprintf(cell, CELL, "%s%.*f", random_below(seed, 4) == 0 ? "0" : "",
             (int)random_below(seed, 7), (double)random_below(seed, 100000) / 64);
    break;
  case 6: /* negative, and more digits than are plain */
    snprintf(cell, CELL, "-%d%s", (int)random_below(seed, 1000),
             random_below(seed, 9) == 0 ? ".5000000000000001" : "");
    break;
  case 7:
    snprintf(cell, CELL, "%d.0", year);
    break;
  default:
    snprintf(
        cell, CELL, "%s",
        (const char *[]){"5.", ".5", "+7", "1e3", "007", "-0", "0", "0.0"}[random_below(seed, 8)]);
  }
}

struct texts {
  char cell[ROWS][CELL];
  struct pst_text text[ROWS], distinct[ROWS];
  size_t n, n_distinct;
};

static void make_texts(struct texts *texts, uint64_t *seed, int kind)
{
  *texts = (struct texts){.n = 1 + random_below(seed, ROWS)};
  for (size_t r = 0; r < texts->n; r++) {
    size_t k = 0;

    write_cell(seed, kind, r, texts->cell[r]);
    texts->text[r] = pst_text_of(texts->cell[r]);
    while (k < texts->n_distinct && !pst_text_equal(texts->distinct[k], texts->text[r]))
      k++;
    if (k == texts->n_distinct)
      texts->distinct[texts->n_distinct++] = texts->text[r];
  }
}

static enum pst_status load(const struct texts *texts, struct pst_table *table,
                            struct pst_error *error)
{
  struct pst_buffer csv = {.data = NULL};
  struct pst_load_options options = {.n_missing = 0};
  struct pst_loader *loader = NULL;
  const char *path;
  size_t column;
  enum pst_status status;

  pst_buffer_puts(&csv, "t,other\n");
  for (size_t r = 0; r < texts->n; r++)
    pst_buffer_printf(&csv, "%s,1\n", texts->cell[r]);
  path = file_text("times.csv", pst_buffer_string(&csv));
  *table = (struct pst_table){.n_rows = 0};
  status = pst_loader_open(&path, 1, &options, &loader, error);
  if (status == PST_OK)
    status = pst_loader_ask(loader, "t", PST_WANT_TIME, &column, error);
  if (status == PST_OK)
    status = pst_loader_run(loader, table, error);
  pst_loader_close(loader);
  pst_buffer_free(&csv);
  return status;
}

static void check_row(const struct pst_table *table, const struct pst_times *times,
                      const struct texts *texts, size_t r)
{
  const struct pst_number_style style = {.decimal = 0};
  enum pst_period_kind kind;
  char when[PST_WHEN_SIZE];
  double value;

  assert_true(pst_times_read(times, texts->text[r], &style, &kind, &value, when));
  assert_close(pst_column_number(&table->columns[0], r), value, 0, 0);
  assert_int_equal(pst_column_code(&table->columns[0], r) == PST_CODE_MISSING,
                   kind == PST_PERIOD_NONE || kind == PST_PERIOD_YEAR);
  if (kind != PST_PERIOD_NONE && kind != PST_PERIOD_YEAR)
    assert_string_equal(pst_column_string(&table->columns[0], r), when);
}

static void columns_are_what_their_texts_say(void **state)
{
  const struct pst_number_style style = {.decimal = 0};
  uint64_t seed = 90;

  (void)state;
  for (int round = 0; round < 3000; round++) {
    struct pst_error error = {.status = PST_OK}, asked = {.status = PST_OK};
    struct pst_table table;
    struct pst_times times;
    struct texts texts;
    enum pst_status wanted;

    make_texts(&texts, &seed, round % 10);
    wanted = pst_times_decide(texts.distinct, texts.n_distinct, "t", NULL, &style, &times, &asked);
    if (load(&texts, &table, &error) != wanted)
      fail_msg("%s, not %s: %s", error.message, asked.message, texts.cell[0]);
    if (wanted != PST_OK)
      assert_string_equal(error.message, asked.message);
    for (size_t r = 0; r < texts.n && wanted == PST_OK; r++)
      check_row(&table, &times, &texts, r);
    pst_table_free(&table);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(columns_are_what_their_texts_say),
  };

  return cmocka_run_group_tests_name("plain_times", tests, NULL, NULL);
}
