/* A scan in a thread of its own against the scan alone: the same blocks, to the last byte. */
#include "check.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "input/input.h"
#include "random.h"
#include "table/read/aside.h"
#include "table/read/window.h"

static void tell_block(const struct pst_delimited_block *block, struct pst_buffer *told)
{
  pst_buffer_printf(told, "block of %zu\n", block->n_records);
  for (size_t r = 0; r < block->n_records; r++) {
    const struct pst_split_record *record = &block->records[r];

    pst_buffer_printf(told, "%lu:", record->line);
    pst_buffer_add(told, block->text + record->at, record->size);
    for (size_t f = 0; f < record->n; f++) {
      pst_buffer_putc(told, '|');
      pst_buffer_add(told, block->fields[record->first + f].data,
                     block->fields[record->first + f].size);
    }
    pst_buffer_putc(told, '\n');
  }
}

static void tell_end(enum pst_status status, const struct pst_error *error, struct pst_buffer *told)
{
  pst_buffer_printf(told, "%d %lu %s\n", (int)status, error->line, error->message);
}

static void alone(const char *path, struct pst_buffer *told)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_delimited_block block = {.n_records = 1};
  struct pst_delimited *scan;
  struct pst_input *input;
  enum pst_status status;

  assert_int_equal(pst_input_open(path, NULL, &input, NULL), PST_OK);
  status = pst_delimited_open(input, 0, 1, &scan, NULL);
  while (status == PST_OK && block.n_records > 0) {
    status = pst_delimited_next(scan, SIZE_MAX, &block, &error);
    if (status == PST_OK)
      tell_block(&block, told);
  }
  tell_end(status, &error, told);
  pst_delimited_close(scan);
  pst_input_close(input);
}

/* At most MOST blocks are asked for; the end is asked for twice. */
static void beside(const char *path, size_t most, struct pst_buffer *told)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_delimited_block block = {.n_records = 1};
  struct pst_delimited *scan;
  struct pst_input *input;
  struct pst_aside *thread;
  enum pst_status status;

  assert_int_equal(pst_input_open(path, NULL, &input, NULL), PST_OK);
  status = pst_delimited_open(input, 0, 1, &scan, NULL);
  thread = pst_aside_start(scan, input);
  assert_non_null(thread);
  assert_int_equal(pst_aside_position(thread), 0);
  for (; status == PST_OK && block.n_records > 0 && most > 0; most--) {
    status = pst_aside_next(thread, &block, &error);
    if (status == PST_OK)
      tell_block(&block, told);
  }
  tell_end(status, &error, told);
  if (most > 0)
    assert_int_equal(pst_aside_next(thread, &block, NULL), status);
  pst_aside_stop(thread);
  pst_delimited_close(scan);
  pst_input_close(input);
}

static void is_one(const char *path)
{
  struct pst_buffer one = {.data = NULL}, other = {.data = NULL};

  alone(path, &one);
  beside(path, SIZE_MAX, &other);
  assert_int_equal(one.size, other.size);
  assert_memory_equal(one.data, other.data, one.size);
  pst_buffer_free(&one);
  pst_buffer_free(&other);
}

/* SIZE bytes and some more; now and then a field longer than a block. */
static void make(struct pst_buffer *text, uint64_t seed, size_t size, bool longer)
{
  while (text->size < size) {
    pst_buffer_printf(text, "%zu,\"a\n\"\"b\"\"\", c ,", random_below(&seed, 1000));
    pst_buffer_repeat(text, 'x',
                      longer && random_below(&seed, 3000) == 0
                          ? random_below(&seed, 4 * PST_WINDOW_BLOCK)
                          : random_below(&seed, 90));
    pst_buffer_puts(text, random_below(&seed, 9) == 0 ? "\r\n\n" : "\n");
  }
}

static void the_blocks_are_the_same(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= 12; seed++) {
    struct pst_buffer text = {.data = NULL};

    make(&text, seed, seed * 200000, seed % 2 == 0);
    if (seed % 3 == 0)
      pst_buffer_puts(&text, "1,\"2\"3,4\n5\n");
    else if (seed % 4 == 0)
      pst_buffer_puts(&text, "1,\"2");
    is_one(file_put("aside.csv", text.data, text.size));
    pst_buffer_free(&text);
  }
  is_one(file_put("aside.csv", "", 0));
  is_one(file_put("aside.csv", "a,b\n", 4));
}

static void it_may_be_stopped_at_any_block(void **state)
{
  struct pst_buffer text = {.data = NULL}, told = {.data = NULL};
  const char *path;

  (void)state;
  make(&text, 5, 3000000, false);
  path = file_put("aside.csv", text.data, text.size);
  for (size_t most = 0; most < 9; most++) {
    pst_buffer_clear(&told);
    beside(path, most, &told);
  }
  pst_buffer_free(&text);
  pst_buffer_free(&told);
}

/* A pipe whose other end is open and gives no more. */
static void it_may_be_stopped_while_it_waits(void **state)
{
  struct pst_delimited_block block;
  struct pst_delimited *scan;
  struct pst_input *input;
  struct pst_aside *thread;
  struct pst_buffer text = {.data = NULL};
  char path[40];
  int ends[2];

  (void)state;
  make(&text, 7, PST_WINDOW_BLOCK + 50000, false);
  assert_int_equal(pipe(ends), 0);
  assert_true(fcntl(ends[1], F_SETPIPE_SZ, 2 * PST_WINDOW_BLOCK) > 0);
  assert_int_equal(write(ends[1], text.data, text.size), text.size);
  snprintf(path, sizeof path, "/proc/self/fd/%d", ends[0]);
  assert_int_equal(pst_input_open(path, NULL, &input, NULL), PST_OK);
  assert_int_equal(pst_delimited_open(input, 0, 1, &scan, NULL), PST_OK);
  thread = pst_aside_start(scan, input);
  assert_non_null(thread);
  assert_int_equal(pst_aside_next(thread, &block, NULL), PST_OK);
  assert_true(block.n_records > 0);
  pst_aside_stop(thread);
  pst_delimited_close(scan);
  pst_input_close(input);
  close(ends[0]);
  close(ends[1]);
  pst_buffer_free(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_blocks_are_the_same),
      cmocka_unit_test(it_may_be_stopped_at_any_block),
      cmocka_unit_test(it_may_be_stopped_while_it_waits),
  };

  return cmocka_run_group_tests_name("aside", tests, NULL, NULL);
}
