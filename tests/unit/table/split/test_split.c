/* The splitter against libcsv: the same fields, places, lines and errors, whatever the text. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "both.h"
#include "random.h"
#include "table/split/split.h"
#include "table/split/ways.h"

static void is_one(struct pst_text text, const struct both *how)
{
  struct pst_buffer libcsv = {.data = NULL}, other = {.data = NULL};
  const char *way = both_differ(text, how, &libcsv, &other);

  if (way != NULL)
    print_error("%s: '%.*s'\n", way, (int)text.size, text.data);
  assert_string_equal(pst_buffer_string(&libcsv), way == NULL ? "" : pst_buffer_string(&other));
  assert_null(way);
  pst_buffer_free(&libcsv);
  pst_buffer_free(&other);
}

static struct both any_way(uint64_t *seed, bool *field, size_t n)
{
  static const char delimiters[] = {',', ',', ',', ';', '\t', ' ', 'a', '|'};
  struct both how = {.delimiter = delimiters[random_below(seed, 8)],
                     .whole = random_below(seed, 3) > 0,
                     .most = random_below(seed, 3) == 0 ? 1 + random_below(seed, 4) : SIZE_MAX,
                     .until = random_below(seed, 4) == 0 ? random_below(seed, 200) : SIZE_MAX};

  for (size_t i = 0; i < n; i++)
    field[i] = random_below(seed, 2) == 0;
  how.want = (struct pst_delimited_want){
      .field = random_below(seed, 2) == 0 ? NULL : field,
      .width = random_below(seed, 2) == 0 ? SIZE_MAX : random_below(seed, n),
      .blank = (enum pst_delimited_blank)random_below(seed, 3)};
  if (how.want.field != NULL && how.want.width > n)
    how.want.width = n;
  return how;
}

/* Pieces that a table is made of, and a few that it should not have. */
static const char *const pieces[] = {",",
                                     ",",
                                     ",",
                                     ",",
                                     ";",
                                     "\t",
                                     " ",
                                     "  ",
                                     "\n",
                                     "\n",
                                     "\r\n",
                                     "\r\n",
                                     "\r",
                                     "\"",
                                     "\"",
                                     "\"\"",
                                     "\",\"",
                                     "\"\n",
                                     "\n\"",
                                     "a",
                                     "a",
                                     "bc",
                                     "12.5",
                                     "some longer text",
                                     "\xC3\xA9",
                                     "\xE2\x82\xAC",
                                     "\xF0\x9F\x8C\x8D",
                                     "\n\n",
                                     " \n",
                                     "\"a\"\"b\"",
                                     "\"quoted, text\"",
                                     "\"two\nlines\"",
                                     ",\" a \"",
                                     "x\"y"};

static const struct pst_text odd[] = {{"\0", 1},   {"\xC3", 1},         {"\xE2\x82", 2},
                                      {"\xFF", 1}, {"\xED\xA0\x80", 3}, {"\"a\"b", 4},
                                      {"\" ,", 3}};

static void make(struct pst_buffer *text, uint64_t *seed, size_t n, bool is_odd)
{
  pst_buffer_clear(text);
  for (size_t i = 0; i < n; i++) {
    const char *piece = pieces[random_below(seed, sizeof pieces / sizeof *pieces)];

    if (is_odd && random_below(seed, 50) == 0) {
      struct pst_text other = odd[random_below(seed, sizeof odd / sizeof *odd)];

      pst_buffer_add(text, other.data, other.size);
    }
    pst_buffer_puts(text, piece);
  }
}

static void any_text(void **state)
{
  struct pst_buffer text = {.data = NULL};
  bool field[300];

  (void)state;
  for (uint64_t run = 1; run <= 40000; run++) {
    uint64_t seed = run;
    struct both how = any_way(&seed, field, sizeof field);

    make(&text, &seed, random_below(&seed, run % 10 == 0 ? 300 : 40), run % 3 == 0);
    is_one((struct pst_text){.data = pst_buffer_string(&text), .size = text.size}, &how);
  }
  pst_buffer_free(&text);
}

/* A table as agencies write them, with one byte, or a few, that are others. */
static void add_row(struct pst_buffer *text, uint64_t *seed, const char *end)
{
  size_t n = random_below(seed, 40);

  pst_buffer_printf(text, "%zu,\"Congo, Dem. Rep.\",%s,C\xC3\xB4te,", random_below(seed, 3000),
                    random_below(seed, 4) == 0 ? "\"a \"\"b\"\" c\"" : "DT.ODA");
  pst_buffer_repeat(text, 'x', n);
  pst_buffer_printf(text, "%s,%zu.%zu%s", random_below(seed, 9) == 0 ? ",\"two\r\nlines\"" : "",
                    random_below(seed, 100), n, end);
}

static void a_table_with_changes(void **state)
{
  static const char bytes[] = {'"', ',', '\n', '\r', ' ', '\t', 'a', '\xC3', '\x80', '\0'};
  struct pst_buffer text = {.data = NULL};
  bool field[300];

  (void)state;
  for (uint64_t run = 1; run <= 6000; run++) {
    uint64_t seed = run;
    struct both how = any_way(&seed, field, sizeof field);
    const char *end = run % 3 == 0 ? "\r\n" : run % 7 == 0 ? "\r" : "\n";

    how.delimiter = ',';
    pst_buffer_clear(&text);
    for (size_t r = random_below(&seed, 12); r > 0; r--)
      add_row(&text, &seed, end);
    for (size_t c = random_below(&seed, 4); c > 0 && text.size > 0; c--)
      text.data[random_below(&seed, text.size)] = bytes[random_below(&seed, sizeof bytes)];
    is_one((struct pst_text){.data = pst_buffer_string(&text), .size = text.size}, &how);
  }
  pst_buffer_free(&text);
}

/* Each end of a quoted field, line and character at each place of a block. */
static void at_every_place(void **state)
{
  static const char *const tails[] = {"\"a,\"\"b\",c\n1,2\n", "\xE2\x82\xAC,\"\r\n\"\r\nx,\r\n,\r",
                                      "\n\n\" \" ,\n",        "x\"y\",z\n",
                                      " \"y\",\"\"\n",        "\"y\" ,\"\"\n"};
  const struct both how = {.delimiter = ',',
                           .whole = true,
                           .most = SIZE_MAX,
                           .until = SIZE_MAX,
                           .want = {.width = SIZE_MAX}};
  struct pst_buffer text = {.data = NULL};

  (void)state;
  for (size_t before = 0; before < 140; before++)
    for (size_t t = 0; t < sizeof tails / sizeof *tails; t++) {
      pst_buffer_clear(&text);
      pst_buffer_puts(&text, "\"\",");
      pst_buffer_repeat(&text, 'z', before);
      pst_buffer_puts(&text, before % 2 == 0 ? "," : "");
      pst_buffer_puts(&text, tails[t]);
      is_one((struct pst_text){.data = pst_buffer_string(&text), .size = text.size}, &how);
    }
  pst_buffer_free(&text);
}

/* Many fields in a record, and more than the splitter takes. */
static void wide_records(void **state)
{
  static bool field[20000];
  struct both how = {.delimiter = ',', .whole = true, .most = SIZE_MAX, .until = SIZE_MAX};
  struct pst_buffer text = {.data = NULL};

  (void)state;
  for (size_t i = 0; i < sizeof field; i++)
    field[i] = i % 3 == 0;
  for (size_t n = 1; n < sizeof field; n = n * 3 / 2 + 1) {
    how.want = (struct pst_delimited_want){.field = n % 2 == 0 ? field : NULL,
                                           .width = n % 2 == 0 ? sizeof field : SIZE_MAX};
    pst_buffer_clear(&text);
    for (size_t r = 0; r < 4; r++) {
      pst_buffer_puts(&text, r == 2 ? "a,b\n" : "");
      for (size_t f = 0; f < n; f++)
        pst_buffer_printf(&text, "%s%zu", f == 0 ? "" : ",", f % 10);
      pst_buffer_puts(&text, "\n");
    }
    is_one((struct pst_text){.data = pst_buffer_string(&text), .size = text.size}, &how);
  }
  pst_buffer_free(&text);
}

/* Without the exact reader: what the splitter takes, and where it stops. */
static void what_is_left_to_the_exact_reader(void **state)
{
  static const struct {
    const char *text;
    size_t records, at;
    enum pst_split_end end;
  } rows[] = {{"a,b\n1,\"2\"\n", 2, 10, PST_SPLIT_STOP}, {"a\nb", 1, 2, PST_SPLIT_STOP},
              {"a\n\"b\" \nc\n", 1, 2, PST_SPLIT_OTHER}, {"a\n \"b\"\nc\n", 1, 2, PST_SPLIT_OTHER},
              {"a\nb\"c\nd\n", 1, 2, PST_SPLIT_OTHER},   {"a\nb\xC3\nd\n", 1, 2, PST_SPLIT_OTHER},
              {"a\nb\r", 1, 2, PST_SPLIT_OTHER},         {"a\n\n \nb\n", 2, 7, PST_SPLIT_STOP}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    for (size_t way = 0; way < pst_split_ways(); way++) {
      struct pst_split_record records[4];
      struct pst_text fields[4];
      char bytes[16];
      struct pst_split split = {.text = pst_text_of(rows[i].text),
                                .delimiter = ',',
                                .width = 1,
                                .skip_blank = true,
                                .record_most = SIZE_MAX,
                                .stop = SIZE_MAX,
                                .line = 1,
                                .records = records,
                                .most_records = 4,
                                .fields = fields,
                                .most_fields = 4,
                                .bytes = bytes};

      assert_int_equal(pst_split_by(way, &split), rows[i].end);
      assert_int_equal(split.n_records, rows[i].records);
      assert_int_equal(split.at, rows[i].at);
    }
}

static void the_portable_way_is_there(void **state)
{
  (void)state;
  assert_in_range(pst_split_ways(), 1, 3);
  assert_string_equal(pst_split_name(0), "portable");
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
    assert_string_equal(pst_split_name(1), "avx2");
#endif
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_text),
      cmocka_unit_test(a_table_with_changes),
      cmocka_unit_test(at_every_place),
      cmocka_unit_test(wide_records),
      cmocka_unit_test(what_is_left_to_the_exact_reader),
      cmocka_unit_test(the_portable_way_is_there),
  };

  return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
