/* Keys found by codes, against the comparison of all texts. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "random.h"
#include "table/join_index.h"

enum { ROWS = 60, KEYS = 2 };

static const size_t keys[KEYS] = {0, 1};

/* Texts of few kinds, two spellings of a period among them, and some cells that are missing. */
static const char *some_text(uint64_t *seed)
{
  static const char *const texts[] = {"Japan", "Peru",   "Chile", "2015Q1", "2015-Q1",
                                      "2015",  "2015.0", "",      "x y",    "Oman"};

  return texts[random_below(seed, sizeof texts / sizeof *texts)];
}

/* As keys compare. */
static const char *meant(const char *text)
{
  return strcmp(text, "2015Q1") == 0 ? "2015-Q1" : strcmp(text, "2015.0") == 0 ? "2015" : text;
}

static void fill(struct pst_table *table, const char *cells[ROWS][KEYS], uint64_t *seed)
{
  *table = (struct pst_table){.n_rows = 0};
  assert_int_equal(pst_table_reserve(table, ROWS, NULL), PST_OK);
  table->n_rows = 1 + random_below(seed, ROWS);
  assert_non_null(pst_table_add_column(table, "a", PST_WANT_TEXT));
  assert_non_null(pst_table_add_column(table, "b", PST_WANT_TEXT));
  for (size_t r = 0; r < table->n_rows; r++)
    for (size_t k = 0; k < KEYS; k++) {
      cells[r][k] = some_text(seed);
      if (cells[r][k][0] != '\0')
        pst_column_set_text(&table->columns[k], r, pst_text_of(cells[r][k]));
    }
}

static bool same_key(const char *a[KEYS], const char *b[KEYS])
{
  for (size_t k = 0; k < KEYS; k++)
    if (a[k][0] == '\0' || strcmp(meant(a[k]), meant(b[k])) != 0)
      return false;
  return true;
}

/* The first row that has the key of row R of CELLS, below N; N: none. */
static size_t first_row(const char *rows[ROWS][KEYS], size_t n, const char *cells[KEYS])
{
  size_t r = 0;

  while (r < n && !same_key(rows[r], cells))
    r++;
  return r;
}

static void check_found(const struct pst_join_index *index, const struct pst_table *table,
                        const char *cells[ROWS][KEYS], const char *others[ROWS][KEYS], size_t n)
{
  struct pst_join_codes codes = {.code = NULL};
  struct pst_buffer text = {.data = NULL};

  assert_int_equal(pst_join_codes_make(&codes, index, table, keys, NULL), PST_OK);
  for (size_t r = 0; r < table->n_rows; r++) {
    bool has_key;
    size_t key = pst_join_find(index, &codes, r, &has_key), row = first_row(others, n, cells[r]);

    assert_int_equal(has_key, cells[r][0][0] != '\0' && cells[r][1][0] != '\0');
    assert_int_equal(key == PST_JOIN_NONE, row == n);
    if (key == PST_JOIN_NONE)
      continue;
    assert_int_equal(index->row[key], row);
    pst_join_key_text(&codes, KEYS, r, &text);
    assert_int_equal(text.size, strlen(meant(cells[r][0])) + strlen(meant(cells[r][1])) + 2);
    pst_buffer_clear(&text);
  }
  pst_buffer_free(&text);
  pst_join_codes_free(&codes);
}

static void keys_are_found(void **state)
{
  const char *others[ROWS][KEYS], *cells[ROWS][KEYS];
  uint64_t seed = 77;

  (void)state;
  for (int round = 0; round < 500; round++) {
    struct pst_table table, other;
    struct pst_join_index index = {.n = 0};
    size_t first, twice, at = 0;

    fill(&other, others, &seed);
    fill(&table, cells, &seed);
    while (at < other.n_rows && first_row(others, at, others[at]) == at)
      at++;
    assert_int_equal(pst_join_index_make(&index, &other, keys, KEYS, &first, &twice, NULL), PST_OK);
    assert_int_equal(twice == PST_JOIN_NONE, at == other.n_rows);
    if (twice != PST_JOIN_NONE) {
      assert_int_equal(twice, at);
      assert_int_equal(first, first_row(others, at, others[at]));
    }
    check_found(&index, &table, cells, others, at);
    pst_join_index_free(&index);
    pst_table_free(&table);
    pst_table_free(&other);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_are_found),
  };

  return cmocka_run_group_tests_name("join_index", tests, NULL, NULL);
}
