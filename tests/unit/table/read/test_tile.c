/* Any cut of a file into ranges of bytes gives the records and lines of the whole. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "random.h"
#include "table/read/tile.h"

enum { CUTS_MOST = 16 };

/* --- a file made at random ---------------------------------------------------------------------- */

static const char *const line_ends[] = {"\n", "\r\n", "\r"};
static const char *const pieces[] = {"a",         "7",    " ", "\xe6\x97\xa5", ",", "\"\"",
                                     "\n1,2,3\n", "\r\n", "-"};
enum { PLAIN = 4, N_PIECES = sizeof pieces / sizeof *pieces };

static void add_field(struct pst_buffer *text, uint64_t *seed, size_t longest)
{
  bool quoted = random_below(seed, 4) == 0;
  size_t count = random_below(seed, quoted && random_below(seed, 30) == 0 ? longest : 5);

  if (quoted)
    pst_buffer_putc(text, '"');
  for (size_t i = 0; i < count; i++)
    pst_buffer_puts(text, pieces[random_below(seed, quoted ? N_PIECES : PLAIN)]);
  if (quoted)
    pst_buffer_putc(text, '"');
}

static void make(struct pst_buffer *text, uint64_t seed, size_t n_records, size_t longest)
{
  const char *end = line_ends[random_below(&seed, 3)];

  pst_buffer_clear(text);
  if (random_below(&seed, 2) == 0)
    pst_buffer_puts(text, "\xef\xbb\xbf");
  for (size_t r = 0; r <= n_records; r++) {
    while (r > 0 && random_below(&seed, 15) == 0)
      pst_buffer_puts(text, end);
    for (int f = 0; f < 3; f++) {
      if (f > 0)
        pst_buffer_putc(text, ',');
      if (r == 0)
        pst_buffer_printf(text, "c%d", f);
      else
        add_field(text, &seed, longest);
      if (r > 0 && f == 0)
        pst_buffer_printf(text, "%s", text->data[text->size - 1] == '"' ? "" : "x");
    }
    if (r < n_records || random_below(&seed, 2) == 0)
      pst_buffer_puts(text, end);
  }
  assert_false(text->failed);
}

/* --- its records, told -------------------------------------------------------------------------- */

static enum pst_status tell(struct pst_reader *reader, unsigned long lines_before,
                            struct pst_buffer *told)
{
  struct pst_block block = {.n_records = 1};

  while (block.n_records > 0) {
    enum pst_status status = pst_reader_next(reader, &block, NULL);

    if (status != PST_OK)
      return status;
    for (size_t r = 0; r < block.n_records; r++) {
      pst_buffer_printf(told, "%lu", pst_block_line(&block, r) + lines_before);
      for (size_t f = 0; f < block.n_columns; f++) {
        struct pst_text field = pst_block_field(&block, r, f);

        pst_buffer_putc(told, '|');
        pst_buffer_add(told, field.data, field.size);
      }
      pst_buffer_putc(told, ';');
    }
  }
  return PST_OK;
}

struct part {
  unsigned long long start, stop;
  unsigned long lines; /* passed */
  struct pst_buffer told;
};

static const struct pst_reader_options options = {.delimiter = ','};

/* Lines are counted from 1 in the part, so that LINES_BEFORE makes them those of the file. */
static enum pst_status read_part(const char *path, const struct pst_tile_plan *plan,
                                 struct part *part, unsigned long long until,
                                 unsigned long lines_before)
{
  struct pst_reader *reader;
  unsigned long line;
  enum pst_status status;

  pst_buffer_clear(&part->told);
  assert_int_equal(pst_tile_open(path, &options, plan, part->start, until, 1, &reader, NULL),
                   PST_OK);
  assert_int_equal(pst_reader_columns(reader), plan->n_columns);
  status = tell(reader, lines_before, &part->told);
  part->stop = pst_tile_stop(reader, &line);
  part->lines = line - 1;
  pst_reader_close(reader);
  return status;
}

static int compare(const void *a, const void *b)
{
  const unsigned long long x = *(const unsigned long long *)a, y = *(const unsigned long long *)b;

  return x < y ? -1 : x > y;
}

/* Read in N parts cut at CUT; those that do not meet are read again.  Returns how many.  What is
   refused counts only where the beginning is proven. */
static size_t in_parts(const char *path, const struct pst_tile_plan *plan,
                       const unsigned long long *cut, size_t n, struct pst_buffer *told)
{
  unsigned long lines = plan->line - 1;
  unsigned long long stop = plan->from;
  size_t again = 0;

  for (size_t i = 0; i <= n; i++) {
    struct part part = {.start = plan->from};
    unsigned long long until = i == n ? plan->end : cut[i];
    enum pst_status status;

    if (i > 0)
      assert_int_equal(pst_tile_guess(path, plan, cut[i - 1], &part.start, NULL), PST_OK);
    status = read_part(path, plan, &part, until, lines);
    if (part.start != stop) {
      again++;
      part.start = stop;
      status = read_part(path, plan, &part, until, lines);
    }
    assert_int_equal(status, PST_OK);
    pst_buffer_add(told, part.told.data, part.told.size);
    stop = part.stop;
    lines += part.lines;
    pst_buffer_free(&part.told);
  }
  assert_int_equal(stop, plan->end);
  return again;
}

struct whole {
  const char *path;
  struct pst_reader *reader;
  struct pst_tile_plan plan;
  struct pst_buffer told;
};

static void open_whole(struct whole *whole, const struct pst_buffer *text)
{
  *whole = (struct whole){.path = file_put("whole.csv", text->data, text->size)};
  assert_int_equal(pst_reader_open(whole->path, &options, &whole->reader, NULL), PST_OK);
  assert_int_equal(pst_tile_plan(whole->reader, &whole->plan, NULL), PST_OK);
  assert_int_equal(tell(whole->reader, 0, &whole->told), PST_OK);
}

static void close_whole(struct whole *whole)
{
  pst_reader_close(whole->reader);
  pst_buffer_free(&whole->told);
}

static size_t cut_gives_the_same(const struct whole *whole, const unsigned long long *cut, size_t n)
{
  struct pst_buffer told = {.data = NULL};
  size_t again = in_parts(whole->path, &whole->plan, cut, n, &told);

  assert_int_equal(told.size, whole->told.size);
  if (told.size > 0)
    assert_memory_equal(told.data, whole->told.data, told.size);
  pst_buffer_free(&told);
  return again;
}

static void any_cut_gives_the_records_of_the_whole(void **state)
{
  struct pst_buffer text = {.data = NULL};
  size_t again = 0, parts = 0;

  (void)state;
  for (uint64_t seed = 1; seed < 150; seed++) {
    unsigned long long cut[CUTS_MOST];
    uint64_t draw = seed * 77;
    size_t n = 1 + random_below(&draw, CUTS_MOST - 1);
    struct whole whole;

    make(&text, seed, seed % 50 * 4, seed % 5 == 0 ? 3000 : 30);
    open_whole(&whole, &text);
    for (size_t i = 0; i < n; i++)
      cut[i] = random_below(&draw, text.size + 2);
    qsort(cut, n, sizeof *cut, compare);
    again += cut_gives_the_same(&whole, cut, n);
    parts += n;
    close_whole(&whole);
  }
  assert_true(again * 3 < parts); /* a guess is right as a rule */
  pst_buffer_free(&text);
}

/* Each byte of a file with all that a file has. */
static void a_cut_at_any_byte(void **state)
{
  static const char *const texts[] = {"a,b\r\n1,2\r\n\r\n\"x\r\ny\",3\r\n4,\"5\"\"\n\"\"6\"\r\n7,8",
                                      "\xef\xbb\xbf"
                                      "a,b\n\n\"1\n2,3\n4,5\",6\n\n7,8\n",
                                      "a\n1\n\n2\n\"\n\"\n\n", "a,b\r1,2\r\"3\r\",4\r", "a,b\n"};

  (void)state;
  for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
    const struct pst_buffer text = {.data = (char *)(uintptr_t)texts[t], .size = strlen(texts[t])};
    struct whole whole;

    open_whole(&whole, &text);
    for (unsigned long long at = 0; at <= text.size + 1; at++)
      for (unsigned long long then = at; then <= text.size + 1; then++)
        cut_gives_the_same(&whole, (unsigned long long[]){at, then}, 2);
    close_whole(&whole);
  }
}

/* A quoted cell that is longer than what a guess looks at, full of rows of the right width. */
static void false_rows_are_found_out(void **state)
{
  struct pst_buffer text = {.data = NULL};
  struct whole whole;
  unsigned long long cut[CUTS_MOST];
  size_t again;

  (void)state;
  pst_buffer_puts(&text, "a,b,c\n1,2,\"");
  for (int i = 0; i < 500000; i++)
    pst_buffer_puts(&text, "1,2,3\n");
  pst_buffer_puts(&text, "\"\n4,5,6\n");
  open_whole(&whole, &text);
  for (size_t i = 0; i < CUTS_MOST; i++)
    cut[i] = text.size * (i + 1) / (CUTS_MOST + 1);
  again = cut_gives_the_same(&whole, cut, CUTS_MOST);
  assert_true(again > 0);
  close_whole(&whole);
  pst_buffer_free(&text);
}

static void what_cannot_be_cut(void **state)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_reader *reader;
  struct pst_tile_plan plan;

  (void)state;
  pipe_put("a,b\n1,2\n", 8, 3, 1);
  assert_int_equal(pst_reader_open("-", &options, &reader, NULL), PST_OK);
  assert_int_equal(pst_tile_plan(reader, &plan, &error), PST_USAGE);
  assert_string_equal(error.message, "standard input cannot be read from the middle");
  pst_reader_close(reader);
  pipe_end();
  pst_error_clear(&error);
  assert_int_equal(pst_tile_open(file_path("none.csv"), &options, &plan, 0, 1, 1, &reader, &error),
                   PST_IO);
}

/* Errors name the line counted from the first of the range. */
static void an_error_has_its_line(void **state)
{
  struct pst_error error = {.status = PST_OK};
  const char *path = file_text("bad.csv", "a,b\n1,2\n3,4\n5\n6,7\n");
  struct pst_reader *whole, *reader;
  struct pst_tile_plan plan;
  struct pst_block block;

  (void)state;
  assert_int_equal(pst_reader_open(path, &options, &whole, NULL), PST_OK);
  assert_int_equal(pst_tile_plan(whole, &plan, NULL), PST_OK);
  assert_int_equal(plan.from, 4);
  assert_int_equal(plan.line, 2);
  assert_int_equal(pst_tile_open(path, &options, &plan, 8, plan.end, 3, &reader, NULL), PST_OK);
  assert_int_equal(pst_reader_next(reader, &block, NULL), PST_OK); /* what stands before it */
  assert_int_equal(block.n_records, 1);
  assert_int_equal(pst_reader_next(reader, &block, &error), PST_BAD_DATA);
  assert_int_equal(error.line, 4);
  assert_string_equal(error.message,
                      "1 field where the header has 2; mend the row or use --on-bad skip");
  pst_reader_close(reader);
  pst_reader_close(whole);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_cut_gives_the_records_of_the_whole),
      cmocka_unit_test(a_cut_at_any_byte),
      cmocka_unit_test(false_rows_are_found_out),
      cmocka_unit_test(what_cannot_be_cut),
      cmocka_unit_test(an_error_has_its_line),
  };

  return cmocka_run_group_tests_name("tile", tests, NULL, NULL);
}
