#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "random.h"
#include "input/input.h"
#include "table/read/records.h"

/* --- a table made at random, and the file that says it ------------------------------------------ */

struct made {
  size_t n_columns, n_records; /* without the header */
  struct pst_buffer cells;     /* all fields, the header's first */
  size_t *start;               /* of each field in cells, and the end */
  unsigned long *line;         /* physical line of each record */
  struct pst_buffer text;      /* the file */
  char delimiter;
};

static const char *const line_ends[] = {"\n", "\r\n", "\r"};

/* Line ends in a field that are no piece of CRLF, so that physical lines are plain to count. */
static const char *const pieces[] = {"a",  "7", " ",  "\xe6\x97\xa5", ",", ";",
                                     "\t", "|", "\"", "\n",           "'", "-"};
enum { N_PIECES = sizeof pieces / sizeof *pieces };

static size_t line_count(const char *data, size_t size)
{
  size_t count = 0;

  for (size_t i = 0; i < size; i++)
    count += data[i] == '\n';
  return count;
}

/* A field of COUNT pieces; quoted where it must be, or by chance.  Returns the lines that it ends. */
static size_t add_field(struct made *made, size_t count, uint64_t *seed)
{
  size_t from = made->cells.size;
  bool quoted = random_below(seed, 8) == 0 || count > 100;

  for (size_t i = 0; i < count; i++) {
    const char *piece = pieces[random_below(seed, random_below(seed, 3) == 0 ? N_PIECES : 4)];

    pst_buffer_puts(&made->cells, piece);
    quoted = quoted || strchr("\n\"", piece[0]) != NULL || piece[0] == made->delimiter
             || strchr(" \t", piece[0]) != NULL;
  }
  /* A one-column record without a field would be a blank line. */
  quoted = quoted || (made->n_columns == 1 && count == 0);
  if (quoted)
    pst_buffer_putc(&made->text, '"');
  for (size_t i = from; i < made->cells.size; i++) {
    if (made->cells.data[i] == '"')
      pst_buffer_putc(&made->text, '"');
    pst_buffer_putc(&made->text, made->cells.data[i]);
  }
  if (quoted)
    pst_buffer_putc(&made->text, '"');
  return from == made->cells.size ? 0
                                  : line_count(made->cells.data + from, made->cells.size - from);
}

static size_t field_size(uint64_t *seed, size_t longest)
{
  size_t kind = random_below(seed, 50);

  return kind == 0 ? random_below(seed, longest) : random_below(seed, 6);
}

static void make(struct made *made, uint64_t seed, size_t n_records, size_t longest)
{
  static const char delimiters[] = {',', ';', '\t', '|'};
  const char *end = line_ends[random_below(&seed, 3)];
  unsigned long line = 1;
  size_t n = 0;

  *made = (struct made){.n_columns = 1 + random_below(&seed, 5), .n_records = n_records};
  made->delimiter = delimiters[random_below(&seed, 4)];
  made->start = calloc((n_records + 1) * made->n_columns + 1, sizeof *made->start);
  made->line = calloc(n_records + 1, sizeof *made->line);
  if (random_below(&seed, 2) == 0)
    pst_buffer_puts(&made->text, "\xef\xbb\xbf");
  for (size_t r = 0; r <= n_records; r++) {
    while (made->n_columns > 1 && random_below(&seed, 20) == 0) {
      pst_buffer_puts(&made->text, end);
      line++;
    }
    made->line[r] = line;
    for (size_t f = 0; f < made->n_columns; f++) {
      made->start[n++] = made->cells.size;
      if (f > 0)
        pst_buffer_putc(&made->text, made->delimiter);
      line += add_field(made, r == 0 ? 1 : field_size(&seed, longest), &seed);
    }
    if (r < n_records || random_below(&seed, 2) == 0)
      pst_buffer_puts(&made->text, end);
    line++;
  }
  made->start[n] = made->cells.size;
  assert_false(made->cells.failed || made->text.failed);
}

static void forget(struct made *made)
{
  pst_buffer_free(&made->cells);
  pst_buffer_free(&made->text);
  free(made->start);
  free(made->line);
}

static void holds_record(const struct made *made, const struct pst_block *block, size_t r,
                         size_t record, const bool *wanted)
{
  assert_int_equal(pst_block_line(block, r), made->line[record]);
  for (size_t f = 0; f < made->n_columns; f++) {
    struct pst_text got = pst_block_field(block, r, f);
    const size_t *start = made->start + record * made->n_columns + f;

    if (wanted != NULL && !wanted[f]) {
      assert_int_equal(got.size, 0);
      continue;
    }
    assert_int_equal(got.size, start[1] - start[0]);
    assert_memory_equal(got.data, made->cells.data + start[0], got.size);
  }
}

static void holds(const struct made *made, const char *path, bool no_header, const bool *wanted)
{
  struct pst_reader_options options = {.delimiter = made->delimiter, .no_header = no_header};
  struct pst_reader *reader;
  struct pst_error error = {.status = PST_OK};
  struct pst_block block;
  size_t record = no_header ? 0 : 1;

  assert_int_equal(pst_reader_open(path, &options, &reader, &error), PST_OK);
  assert_int_equal(pst_reader_columns(reader), made->n_columns);
  if (wanted != NULL)
    pst_reader_want(reader, wanted);
  for (;;) {
    assert_int_equal(pst_reader_next(reader, &block, &error), PST_OK);
    if (block.n_records == 0)
      break;
    assert_int_equal(block.n_columns, made->n_columns);
    for (size_t r = 0; r < block.n_records; r++)
      holds_record(made, &block, r, record + r, wanted);
    record += block.n_records;
  }
  assert_int_equal(record, made->n_records + 1);
  pst_reader_close(reader);
}

static void any_table_from_a_file(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed < 400; seed++) {
    struct made made;

    make(&made, seed, seed % 60, 40);
    holds(&made, file_put("any.csv", made.text.data, made.text.size), seed % 2 == 0, NULL);
    forget(&made);
  }
}

static void any_table_through_a_pipe(void **state)
{
  static const size_t most[] = {0, 3, 1000};

  (void)state;
  for (uint64_t seed = 1; seed < 90; seed++) {
    struct made made;

    make(&made, seed, seed % 40, 40);
    pipe_put(made.text.data, made.text.size, most[seed % 3], seed);
    holds(&made, "-", seed % 2 == 0, NULL);
    pipe_end();
    forget(&made);
  }
}

/* Tables of many blocks, with fields longer than a block. */
static void blocks_begin_anywhere(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed < 13; seed++) {
    struct made made;
    bool wanted[5] = {seed % 2 == 0, true, false, true, seed % 3 == 0};

    make(&made, seed, 3000, seed % 4 == 0 ? 400000 : 3000);
    holds(&made, file_put("blocks.csv", made.text.data, made.text.size), seed % 2 == 0,
          seed % 3 == 0 ? NULL : wanted);
    pipe_put(made.text.data, made.text.size, 70000, seed);
    holds(&made, "-", seed % 2 == 0, seed % 3 == 0 ? NULL : wanted);
    pipe_end();
    forget(&made);
  }
}

/* Lines of one length, so that each offset of a line meets the end of a block. */
static void a_block_ends_at_each_byte_of_a_line(void **state)
{
  struct pst_buffer text = {.data = NULL};

  (void)state;
  for (size_t shift = 0; shift < 14; shift++) {
    struct pst_reader_options options = {.delimiter = ','};
    struct pst_reader *reader;
    struct pst_block block;
    size_t seen = 0;

    pst_buffer_clear(&text);
    pst_buffer_puts(&text, "n,t\n");
    pst_buffer_repeat(&text, ' ', shift);
    for (int i = 0; i < 60000; i++)
      pst_buffer_printf(&text, "%d,\"a\"\"\r\n\"\r\n", 100000 + i);
    assert_int_equal(
        pst_reader_open(file_put("shift.csv", text.data, text.size), &options, &reader, NULL),
        PST_OK);
    while (pst_reader_next(reader, &block, NULL) == PST_OK && block.n_records > 0)
      for (size_t r = 0; r < block.n_records; r++, seen++) {
        char want[20];

        snprintf(want, sizeof want, "%zu", 100000 + seen);
        assert_true(pst_text_is(pst_block_field(&block, r, 0), want));
        assert_true(pst_text_is(pst_block_field(&block, r, 1), "a\"\r\n"));
        assert_int_equal(pst_block_line(&block, r), 2 + 2 * seen);
      }
    assert_int_equal(seen, 60000);
    pst_reader_close(reader);
  }
  pst_buffer_free(&text);
}

/* --- small files, told field by field -------------------------------------------------------------- */

struct told {
  struct pst_buffer text;    /* "1:a|b" a record, with its line */
  struct pst_buffer rejects; /* "3:why:raw" */
};

static void on_reject(void *context, unsigned long line, const char *reason, struct pst_text raw)
{
  struct pst_buffer *out = context;

  pst_buffer_printf(out, "%lu:%s:%.*s;", line, reason, (int)raw.size, raw.data);
}

static enum pst_status tell(const char *text, const struct pst_reader_options *options,
                            struct told *told, struct pst_error *error)
{
  struct pst_reader *reader;
  struct pst_block block;
  enum pst_status status = pst_reader_open(file_text("small.csv", text), options, &reader, error);

  *told = (struct told){.text = {.data = NULL}};
  if (status != PST_OK)
    return status;
  pst_reader_on_reject(reader, on_reject, &told->rejects);
  while ((status = pst_reader_next(reader, &block, error)) == PST_OK && block.n_records > 0)
    for (size_t r = 0; r < block.n_records; r++) {
      pst_buffer_printf(&told->text, "%lu:", pst_block_line(&block, r));
      for (size_t f = 0; f < block.n_columns; f++) {
        struct pst_text field = pst_block_field(&block, r, f);

        pst_buffer_printf(&told->text, "%s%.*s", f == 0 ? "" : "|", (int)field.size, field.data);
      }
      pst_buffer_putc(&told->text, ';');
    }
  pst_reader_close(reader);
  return status;
}

static void forget_told(struct told *told)
{
  pst_buffer_free(&told->text);
  pst_buffer_free(&told->rejects);
}

static void says(const char *text, struct pst_reader_options options, const char *want,
                 const char *rejects)
{
  struct pst_error error = {.status = PST_OK};
  struct told told;

  assert_int_equal(tell(text, &options, &told, &error), PST_OK);
  assert_string_equal(pst_buffer_string(&told.text), want);
  assert_string_equal(pst_buffer_string(&told.rejects), rejects);
  forget_told(&told);
}

static void dialect(void **state)
{
  const struct pst_reader_options plain = {.delimiter = 0}, headless = {.no_header = true};

  (void)state;
  says("a,b\n1,2\n", plain, "2:1|2;", "");
  says("a,b\r\n 1 ,\t2\r\n", plain, "2:1|2;", "");
  says("a,b\r1,2\r3,4", plain, "2:1|2;3:3|4;", "");
  says("a,b\n\" 1 \",\"x,\"\"y\"\"\"\n", plain, "2: 1 |x,\"y\";", "");
  says("a,b\n5\" pipe,it's\n", plain, "2:5\" pipe|it's;", "");
  says("a,b\n\n  \n1,2\n\n3,4\n\n", plain, "4:1|2;6:3|4;", "");
  says("\n\na,b\n1,2\n", plain, "4:1|2;", "");
  says("a,b\n\"x\ny\r\nz\",2\n3,4\n", plain, "2:x\ny\r\nz|2;5:3|4;", "");
  says("a,b\n,\n", plain, "2:|;", "");
  says("a,b", plain, "", "");
  says("a,b\n", plain, "", "");
  says("1,2\n3,4\n", headless, "1:1|2;2:3|4;", "");
  says("a;b\n1,5;2\n", plain, "2:1,5|2;", "");
  says("a\tb\n1\t\n\t2\n", plain, "2:1|;3:|2;", "");
}

static void blank_lines_of_one_column(void **state)
{
  const struct pst_reader_options plain = {.delimiter = 0}, headless = {.no_header = true};

  (void)state;
  says("v\n1\n\n3\n", plain, "2:1;3:;4:3;", "");
  says("v\r\n\r\n2\r\n \r\n", plain, "2:;3:2;4:;", "");
  says("1\n\n3", headless, "1:1;2:;3:3;", "");
  says("v\n\"\"\n", plain, "2:;", "");
}

static void ragged_records_are_skipped(void **state)
{
  struct pst_buffer text = {.data = NULL}, want = {.data = NULL};

  (void)state;
  says("a,b\n1,2\n3\n4,5,6\n\"x\ny\"\n7,8\n", (struct pst_reader_options){.skip_bad = true},
       "2:1|2;7:7|8;",
       "3:1 field where the header has 2:3;4:3 fields where the header has 2:4,5,6;"
       "5:1 field where the header has 2:\"x\ny\";");
  says("1,2\n3\n", (struct pst_reader_options){.skip_bad = true, .no_header = true}, "1:1|2;",
       "2:1 field where the first record has 2:3;");
  pst_buffer_puts(&text, "a,b\n");
  for (int i = 0; i < 100000; i++) {
    pst_buffer_printf(&text, i % 3 == 0 ? "%d\n" : "%d,b\n", i);
    if (i % 3 != 0)
      pst_buffer_printf(&want, "%d:%d|b;", i + 2, i);
  }
  {
    struct pst_reader_options skip = {.skip_bad = true};
    struct told told;

    assert_int_equal(tell(text.data, &skip, &told, NULL), PST_OK);
    assert_true(strcmp(told.text.data, want.data) == 0);
    forget_told(&told);
  }
  pst_buffer_free(&text);
  pst_buffer_free(&want);
}

static void fails(const char *text, size_t size, struct pst_reader_options options,
                  unsigned long line, const char *message)
{
  const char *path = file_put("bad.csv", text, size);
  struct pst_reader *reader = NULL;
  struct pst_error error = {.status = PST_OK};
  struct pst_block block = {.n_records = 1};
  enum pst_status status = pst_reader_open(path, &options, &reader, &error);

  while (status == PST_OK && block.n_records > 0)
    status = pst_reader_next(reader, &block, &error);
  assert_int_equal(status, PST_BAD_DATA);
  assert_string_equal(error.file, path);
  assert_int_equal(error.line, line);
  assert_string_equal(error.message, message);
  pst_reader_close(reader);
}

#define FAILS(text, line, message)                                                                 \
  fails(text, sizeof(text) - 1, (struct pst_reader_options){.delimiter = 0}, line, message)

static void what_cannot_be_read(void **state)
{
  static const char nul[] = "a NUL byte: this is not text, or it is UTF-16; name the encoding with "
                            "--encoding, such as UTF-16LE";

  (void)state;
  FAILS("", 0, "the file is empty; a header line is expected");
  FAILS("\n \n", 0, "the file is empty; a header line is expected");
  FAILS("\xef\xbb\xbf", 0, "the file is empty; a header line is expected");
  fails("", 0, (struct pst_reader_options){.no_header = true}, 0, "the file is empty");
  FAILS("a,b\n1,2\n3\n", 3, "1 field where the header has 2; mend the row or use --on-bad skip");
  FAILS("a,b\n1,2\n\n\"3\n\n4\",5,6\n", 4,
        "3 fields where the header has 2; mend the row or use --on-bad skip");
  FAILS("a,b\n1,2\n3,\"4\n5,6\n", 3,
        "a quote is opened here and not closed before the end of the file");
  FAILS("a,b\n\"1\n\",\"2\n3,4", 3,
        "a quote is opened here and not closed before the end of the file");
  FAILS("a,b\n1,\"a\"b\n", 2,
        "byte 6: text follows the closing quote of a field; a quote inside a quoted field is "
        "written twice");
  FAILS("a,b\n1,\0\n", 2, nul);
  FAILS("a\0b\n", 1, nul);
  FAILS("a,b\nC\xf4te,2\n", 2,
        "byte 0xF4 is not UTF-8; as ISO-8859-1 it reads 'Côte', as GB18030 'C魌e'; "
        "name the encoding with --encoding");
}

static void records_have_a_limit(void **state)
{
  enum { LIMIT = 64 * 1024 * 1024 };
  char *text = malloc(LIMIT + 10);

  (void)state;
  assert_non_null(text);
  memset(text, 'x', LIMIT + 10);
  memcpy(text, "a\n", 2);
  fails(
      text, LIMIT + 10, (struct pst_reader_options){.delimiter = ','}, 2,
      "a record of more than 64 MiB; is a quote left open, or is this not a delimited text file?");
  free(text);
}

static void columns_and_progress(void **state)
{
  struct pst_reader_options options = {.delimiter = 0};
  struct pst_reader *reader;
  struct pst_block block;

  (void)state;
  assert_int_equal(
      pst_reader_open(file_text("names.csv", "\xef\xbb\xbf year ;\" a; b \";\n1;2;3\n"), &options,
                      &reader, NULL),
      PST_OK);
  assert_int_equal(pst_reader_delimiter(reader), ';');
  assert_int_equal(pst_reader_columns(reader), 3);
  assert_string_equal(pst_reader_column(reader, 0), "year");
  assert_string_equal(pst_reader_column(reader, 1), "a; b");
  assert_string_equal(pst_reader_column(reader, 2), "");
  assert_string_equal(pst_reader_name(reader), file_path("names.csv"));
  assert_int_equal(pst_reader_next(reader, &block, NULL), PST_OK);
  assert_close(pst_reader_fraction(reader), 1, 0, 0);
  assert_true(pst_block_raw(&block, 0).size == 5
              && memcmp(pst_block_raw(&block, 0).data, "1;2;3", 5) == 0);
  pst_reader_close(reader);
  options.no_header = true;
  pipe_put("1,2\n", 4, 0, 1);
  assert_int_equal(pst_reader_open("-", &options, &reader, NULL), PST_OK);
  assert_string_equal(pst_reader_column(reader, 1), "#2");
  assert_close(pst_reader_fraction(reader), -1, 0, 0);
  pst_reader_close(reader);
  pipe_end();
}

/* Who looks at the first bytes before the reader does. */
static void an_input_that_was_peeked_at(void **state)
{
  struct pst_reader_options options = {.delimiter = ';'};
  struct pst_error error = {.status = PST_OK};
  struct pst_input *input;
  struct pst_reader *reader;
  struct pst_block block;
  struct pst_text text;

  (void)state;
  pipe_put("\xff\xfey\0;\0v\0\n\0"
           "1\0;\0\xe9\0\n\0",
           18, 0, 1);
  assert_int_equal(pst_input_open("-", NULL, &input, NULL), PST_OK);
  assert_int_equal(pst_input_peek(input, 5, &text, NULL), PST_OK);
  assert_true(pst_text_is(text, "y;v\n1"));
  assert_int_equal(pst_reader_open_input(input, &options, &reader, NULL), PST_OK);
  assert_string_equal(pst_reader_column(reader, 1), "v");
  assert_int_equal(pst_reader_next(reader, &block, NULL), PST_OK);
  assert_int_equal(block.n_records, 1);
  assert_true(pst_text_is(pst_block_field(&block, 0, 1), "\xc3\xa9"));
  pst_reader_close(reader);
  pipe_end();
  assert_int_equal(pst_input_open(file_text("empty.csv", ""), NULL, &input, NULL), PST_OK);
  assert_int_equal(pst_reader_open_input(input, &options, &reader, &error), PST_BAD_DATA);
  assert_string_equal(error.message, "the file is empty; a header line is expected");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_table_from_a_file),
      cmocka_unit_test(any_table_through_a_pipe),
      cmocka_unit_test(blocks_begin_anywhere),
      cmocka_unit_test(a_block_ends_at_each_byte_of_a_line),
      cmocka_unit_test(dialect),
      cmocka_unit_test(blank_lines_of_one_column),
      cmocka_unit_test(ragged_records_are_skipped),
      cmocka_unit_test(what_cannot_be_read),
      cmocka_unit_test(records_have_a_limit),
      cmocka_unit_test(columns_and_progress),
      cmocka_unit_test(an_input_that_was_peeked_at),
  };

  return cmocka_run_group_tests_name("records", tests, NULL, NULL);
}
