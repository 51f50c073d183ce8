/* Any cut of files into ranges, packed apart, gives the table that one loader reads. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "file.h"
#include "table/load/packed/tiles.h"

static const char *const names[] = {"g", "t", "v", "w", "a"};
static const enum pst_want wants[] = {PST_WANT_TEXT, PST_WANT_TIME, PST_WANT_NUMBER,
                                      PST_WANT_NUMBER, PST_WANT_ANY};
enum { N_COLUMNS = sizeof names / sizeof *names, TILES_MOST = 8 };
static const char *const missing[] = {"..", "NA"};

static struct pst_loader *open(const char *const *paths, size_t n, bool skip)
{
  const struct pst_load_options options = {
      .reader = {.skip_bad = skip}, .missing = missing, .n_missing = 2, .numbers_alone = true};
  struct pst_loader *loader = NULL;
  size_t column;

  assert_int_equal(pst_loader_open(paths, n, &options, &loader, NULL), PST_OK);
  for (size_t c = 0; c < N_COLUMNS; c++)
    assert_int_equal(pst_loader_ask(loader, names[c], wants[c], &column, NULL), PST_OK);
  return loader;
}

/* All that is seen of a table, or the error. */
static void tell(struct pst_loader *loader, struct pst_buffer *told)
{
  struct pst_table table = {.n_rows = 0};
  struct pst_error error = {.status = PST_OK};
  char text[PST_CELL_SIZE];

  if (pst_loader_run(loader, &table, &error) != PST_OK)
    pst_buffer_printf(told, "%d %s:%lu: %s\n", (int)error.status, error.file, error.line,
                      error.message);
  for (size_t r = 0; error.status == PST_OK && r < table.n_rows; r++) {
    pst_buffer_printf(told, "%s:%lu", pst_table_file(&table, r), pst_table_line(&table, r));
    for (size_t c = 0; c < table.n_columns; c++) {
      const struct pst_column *column = &table.columns[c];
      bool none = pst_column_missing(column, r);

      pst_buffer_printf(told, "|%s", none ? "missing " : pst_column_text(column, r, text));
      if (none)
        pst_buffer_printf(told, "%zu", pst_column_token(column, r));
      else if (column->type == PST_COLUMN_NUMBER)
        pst_buffer_printf(told, " %d", pst_column_decimals(column, r));
    }
    pst_buffer_putc(told, '\n');
  }
  for (size_t c = 0; error.status == PST_OK && c < table.n_columns; c++)
    pst_buffer_printf(told, "%d %d %zu %zu %zu %s\n", (int)table.columns[c].type,
                      (int)table.columns[c].period, table.columns[c].n_missing,
                      table.columns[c].n_bounded, table.columns[c].n_around,
                      table.columns[c].unit == NULL ? "-" : table.columns[c].unit);
  pst_buffer_printf(told, "%zu %zu %s\n", table.rows_read, table.rows_rejected,
                    pst_loader_first_reject(loader) == NULL ? "-"
                                                            : pst_loader_first_reject(loader));
  for (size_t n = 0; pst_loader_told(loader, n) != NULL; n++)
    pst_buffer_printf(told, "%s\n", pst_loader_told(loader, n));
  pst_table_free(&table);
}

struct packed {
  struct pst_tile tiles[TILES_MOST];
  struct pst_buffer rows[TILES_MOST], rejects[TILES_MOST];
  size_t n;
};

static void pack(const char *const *paths, size_t n_paths, bool skip,
                 const struct pst_tile_range *range, struct packed *packed)
{
  struct pst_loader *loader = open(paths, n_paths, skip);
  struct pst_table table = {.n_rows = 0};
  size_t t = packed->n;
  bool has;

  assert_int_equal(pst_loader_pack(loader, &table, range, &packed->tiles[t], &has, &packed->rows[t],
                                   &packed->rejects[t], NULL, NULL),
                   PST_OK);
  packed->tiles[t].rows =
      (struct pst_text){pst_buffer_string(&packed->rows[t]), packed->rows[t].size};
  packed->tiles[t].rejects =
      (struct pst_text){pst_buffer_string(&packed->rejects[t]), packed->rejects[t].size};
  packed->n += has;
  pst_table_free(&table);
  pst_loader_close(loader);
}

static void forget(struct packed *packed)
{
  for (size_t t = 0; t < packed->n; t++) {
    pst_buffer_free(&packed->rows[t]);
    pst_buffer_free(&packed->rejects[t]);
  }
  *packed = (struct packed){.n = 0};
}

/* Where a tile does not begin where the one before it stopped, it is packed again. */
static void pack_file(const char *const *paths, size_t n_paths, bool skip, size_t file,
                      const unsigned long long *cuts, size_t n_cuts, size_t size,
                      struct packed *packed)
{
  for (size_t c = 0; c <= n_cuts; c++) {
    struct pst_tile_range range = {.file = file,
                                   .from = c == 0 ? 0 : cuts[c - 1],
                                   .until = c == n_cuts ? size : cuts[c],
                                   .size = size,
                                   .begins = c == 0};
    const struct pst_tile *before = c == 0 ? NULL : &packed->tiles[packed->n - 1];

    pack(paths, n_paths, skip, &range, packed);
    if (before == NULL || before->again || packed->tiles[packed->n - 1].start == before->stop)
      continue;
    packed->n--;
    pst_buffer_clear(&packed->rows[packed->n]);
    pst_buffer_clear(&packed->rejects[packed->n]);
    range.from = before->stop;
    range.is_start = true;
    pack(paths, n_paths, skip, &range, packed);
    assert_int_equal(packed->tiles[packed->n - 1].start, before->stop);
  }
}

static void check_same(const char *const *paths, size_t n_paths, bool skip, struct packed *packed)
{
  struct pst_buffer want = {.size = 0}, got = {.size = 0};
  struct pst_loader *whole = open(paths, n_paths, skip), *parts = open(paths, n_paths, skip);

  tell(whole, &want);
  assert_int_equal(pst_loader_give(parts, packed->tiles, packed->n, NULL), PST_OK);
  tell(parts, &got);
  assert_string_equal(pst_buffer_string(&got), pst_buffer_string(&want));
  pst_loader_close(whole);
  pst_loader_close(parts);
  pst_buffer_free(&want);
  pst_buffer_free(&got);
}

/* Cuts at every STEP bytes of the only file TEXT, and a second one. */
static void every_cut(const char *text, size_t step, bool skip)
{
  const char *paths[] = {file_text("tiles.csv", text)};
  size_t size = strlen(text);

  for (size_t a = 0; a <= size; a += step)
    for (size_t b = a; b <= size; b += 7 * step) {
      struct packed packed = {.n = 0};
      const unsigned long long cuts[] = {a, b};

      pack_file(paths, 1, skip, 0, cuts, 2, size, &packed);
      check_same(paths, 1, skip, &packed);
      forget(&packed);
    }
}

static void cells_of_every_kind(void **state)
{
  (void)state;
  every_cut("g,t,v,w,a\n"
            "A,2001,1.50,>10,7\nB,2002,..,\"[1,2]\",8\n\"A, \"\"x\"\"\",2003,NA,5,9\n"
            "\"\nA,2009,1,2,3\n\",2004,9007199254740993,3,1.25\nC,2005,5%,4,x\nC,,7%,,\n",
            1, false);
  every_cut("g,t,v,w,a\r\nA,2001-Q1,1,2,2001\r\nA,2001Q2,..,2,2002\r\nB,2001-Q1,3,2,..\r\n", 1,
            false);
  every_cut("\xef\xbb\xbf"
            "g,t,v,w,a\rA,1/13/2001,1,2,1\rA,2/12/2001,1,2,2\rA,1/1/2001,1,2,3",
            1, false);
  every_cut("g,t,v,w,a\nA,1,1,2,3,\nA,2,1,2,3,\nA,3,1,2,3,\nA,4,1,2,3,\n", 1, false);
}

/* A quarter behind years, another sign, a text among numbers: what a cell is depends on those before it. */
static void what_depends_on_rows_before(void **state)
{
  static const char text[] =
      "g,t,v,w,a\nA,2001,$1,2,3\nA,2002,$2,2,4\nB,2003-Q1,3,2,5\nB,2004,€4,2,x\n"
      "B,2004,4,oops,7\n";

  (void)state;
  every_cut(text, 1, false);
  every_cut(text, 1, true);
}

static void what_is_left_out(void **state)
{
  (void)state;
  every_cut("g,t,v,w,a\nA,1,1,2,3\nA,1,1\nA,2,x,2,3\n\n,,,,\nA,1,1,2,3,4,5\nB,3,4,5,6\n", 1, true);
  every_cut("g,t,v,w,a\nA,1,1,2,3\nA,1,1\nA,2,x,2,3\n", 1, false);
  every_cut("g,t,v,w,a\nA,1,1,2,3\nA,2,\"x,2,3\n", 1, false);
}

static void several_files(void **state)
{
  static const char first[] = "g,t,v,w,a\nA,2001,1,2,3\n",
                    second[] = "a;v;t;g;w\n1;2;2002;B;4\n1;2;2003;B;4\n";
  const char *paths[] = {file_text("first.csv", first), file_text("second.csv", second)};

  (void)state;
  for (unsigned long long cut = 0; cut <= strlen(second); cut++) {
    struct packed packed = {.n = 0};

    pack_file(paths, 2, false, 0, NULL, 0, strlen(first), &packed);
    pack_file(paths, 2, false, 1, &cut, 1, strlen(second), &packed);
    check_same(paths, 2, false, &packed);
    forget(&packed);
  }
}

/* Of what cannot be read from the middle the one that has its first byte has all. */
static void a_file_that_cannot_be_cut(void **state)
{
  static const char text[] =
      "\xff\xfe"
      "g\0,\0t\0,\0v\0,\0w\0,\0a\0\n\0A\0,\0001\0,\0002\0,\0003\0,\0004\0\n\0";
  const char *paths[] = {file_put("wide.csv", text, sizeof text - 1)};
  struct packed packed = {.n = 0};
  const unsigned long long cuts[] = {5, 20};

  (void)state;
  for (size_t c = 0; c < 3; c++) {
    const struct pst_tile_range range = {.from = c == 0 ? 0 : cuts[c - 1],
                                         .until = c == 2 ? sizeof text - 1 : cuts[c],
                                         .size = sizeof text - 1,
                                         .begins = c == 0};

    pack(paths, 1, false, &range, &packed);
  }
  assert_int_equal(packed.n, 1);
  assert_true(packed.tiles[0].whole);
  assert_int_equal(packed.tiles[0].n_rows, 1);
  check_same(paths, 1, false, &packed);
  forget(&packed);
}

/* A tile that has to be read turns out to stop elsewhere than the next one starts. */
static void a_tile_that_does_not_meet(void **state)
{
  static const char text[] = "g,t,v,w,a\nA,1,oops,2,3\nA,2,1,2,3\nA,3,1,2,3\n";
  const char *paths[] = {file_text("meet.csv", text)};
  struct packed packed = {.n = 0};
  const struct pst_tile_range ranges[] = {
      {.until = 12, .size = sizeof text - 1, .begins = true},
      {.from = 34, .until = sizeof text - 1, .size = sizeof text - 1, .is_start = true}};
  struct pst_loader *loader = open(paths, 1, true);
  struct pst_table table = {.n_rows = 0};
  struct pst_error error = {.status = PST_OK};
  unsigned long long from;

  (void)state;
  pack(paths, 1, false, &ranges[0], &packed);
  pack(paths, 1, false, &ranges[1], &packed);
  assert_true(packed.tiles[0].again);
  assert_int_equal(pst_loader_give(loader, packed.tiles, packed.n, NULL), PST_OK);
  assert_int_equal(pst_loader_run(loader, &table, &error), PST_AGAIN);
  assert_int_equal(pst_loader_broken(loader, &from), 1);
  assert_int_equal(from, 23);
  pst_table_free(&table);
  pst_loader_close(loader);
  forget(&packed);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cells_of_every_kind),       cmocka_unit_test(what_depends_on_rows_before),
      cmocka_unit_test(what_is_left_out),          cmocka_unit_test(several_files),
      cmocka_unit_test(a_file_that_cannot_be_cut), cmocka_unit_test(a_tile_that_does_not_meet),
  };

  return cmocka_run_group_tests_name("tiles", tests, NULL, NULL);
}
