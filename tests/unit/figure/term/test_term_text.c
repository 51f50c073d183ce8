/* Texts in columns of a terminal, by the rules of drawing.h. */
#include "check.h"

#include <math.h>

#include "figure/term/canvas.h"
#include "figure/term/drawing.h"

#define E_ACUTE "\xC3\xA9"
#define WIDE "\xE6\x97\xA5" /* two columns */
#define DOTS "\xE2\x80\xA6"

static void holds(struct pst_buffer *out, const char *want)
{
  assert_false(out->failed);
  assert_string_equal(pst_buffer_string(out), want);
  pst_buffer_free(out);
  *out = (struct pst_buffer){.data = NULL};
}

static void a_text_is_padded_or_cut(void **state)
{
  static const struct {
    const char *text;
    size_t width;
    bool right;
    const char *want;
  } rows[] = {
      {"abc", 5, false, "abc  "},
      {"abc", 5, true, "  abc"},
      {"abc", 3, false, "abc"},
      {"abc", 3, true, "abc"},
      {"abcd", 3, false, "ab" DOTS},
      {"abcd", 3, true, "ab" DOTS},
      {"abc", 1, false, DOTS},
      {"abc", 0, false, ""},
      {"", 2, true, "  "},
      {NULL, 2, false, "  "},
      {E_ACUTE E_ACUTE, 3, true, " " E_ACUTE E_ACUTE},
      {WIDE WIDE, 4, false, WIDE WIDE},
      {WIDE WIDE, 3, false, WIDE DOTS},
      {WIDE WIDE WIDE, 4, false, WIDE DOTS " "}, /* half of a wide one is not drawn */
      {WIDE WIDE WIDE, 4, true, " " WIDE DOTS},
      {"a\nb\tc\x7F", 6, false, "a b c "},
  };
  struct pst_buffer out = {.data = NULL};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pst_term_pad(&out, rows[i].text, rows[i].width, rows[i].right);
    holds(&out, rows[i].want);
  }
  assert_int_equal(pst_term_columns(NULL), 0);
  assert_int_equal(pst_term_columns(WIDE "a" E_ACUTE), 4);
}

static void words_fill_lines(void **state)
{
  static const struct {
    const char *before, *text;
    size_t width;
    const char *want;
  } rows[] = {
      {"", "one two three", 40, "one two three\n"},
      {"", "one two three", 7, "one two\nthree\n"},
      {"", "one two three", 6, "one\ntwo\nthree\n"},
      {"", "one twothree four", 5, "one\ntwothree\nfour\n"}, /* never cut */
      {"Note: ", "one", 9, "Note: one\n"},
      {"Note: ", "one", 8, "Note:\none\n"},
      {"Note: ", "", 8, ""},
      {"Note: ", NULL, 8, ""},
      {"", "a  b\n c", 10, "a b c\n"},
      {"", WIDE " " WIDE, 5, WIDE " " WIDE "\n"},
      {"", WIDE " " WIDE, 4, WIDE "\n" WIDE "\n"},
      /* an equation and a per cent stay on one line */
      {"", "aa n = 65 bb", 8, "aa\nn = 65\nbb\n"},
      {"", "aa n = 65 bb", 9, "aa n = 65\nbb\n"},
      {"", "aa 95 % bb", 6, "aa\n95 %\nbb\n"},
      {"", "p < 0.05 > 0", 3, "p < 0.05 > 0\n"},
      {"", "a =  b", 3, "a =\nb\n"},
      {"", "a =", 2, "a =\n"},
  };
  struct pst_buffer out = {.data = NULL};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_drawing d = {.width = rows[i].width, .out = &out};

    pst_term_words(&d, rows[i].before, rows[i].text);
    holds(&out, rows[i].want);
  }
}

/* A name that is wider than its place stands whole in lines of its own. */
static void a_name_is_never_cut(void **state)
{
  struct pst_buffer out = {.data = NULL};
  struct pst_drawing d = {.width = 6, .out = &out};

  (void)state;
  pst_term_name(&d, "abcd", 4);
  holds(&out, "abcd");
  pst_term_name(&d, "abc", 4);
  holds(&out, "abc ");
  pst_term_name(&d, "abcde fg", 4);
  holds(&out, "abcde\nfg\n    ");
}

static void lines_end_without_blanks(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_buffer_puts(&out, "a  ");
  pst_term_end(&out);
  pst_term_end(&out);
  pst_term_repeat(&out, "-", 3);
  pst_term_repeat(&out, "x", 0);
  pst_term_end(&out);
  pst_buffer_puts(&out, "  ");
  pst_term_end(&out);
  holds(&out, "a\n\n---\n\n");
}

static struct pst_axis axis_of(double low, double high)
{
  struct pst_axis axis;

  pst_axis_start(&axis, false, false);
  axis.low = low;
  axis.high = high;
  return axis;
}

/* Eleven columns from 0 to 10: a value goes to the nearest, and what is outside to the end. */
static void values_have_columns(void **state)
{
  const struct pst_axis axis = axis_of(0, 10);

  (void)state;
  assert_int_equal(pst_term_column(&axis, 0, 11), 0);
  assert_int_equal(pst_term_column(&axis, 0.49, 11), 0);
  assert_int_equal(pst_term_column(&axis, 0.5, 11), 1);
  assert_int_equal(pst_term_column(&axis, 7, 11), 7);
  assert_int_equal(pst_term_column(&axis, 9.49, 11), 9);
  assert_int_equal(pst_term_column(&axis, 10, 11), 10);
  assert_int_equal(pst_term_column(&axis, 12, 11), 10);
  assert_int_equal(pst_term_column(&axis, -3, 11), 0);
  assert_int_equal(pst_term_column(&axis, 10, 1), 0);
}

static void add_tick(struct pst_axis *axis, double at, const char *text)
{
  struct pst_axis_tick *tick = &axis->ticks[axis->n_ticks++];

  tick->at = at;
  for (size_t i = 0; (tick->text[i] = text[i]) != '\0'; i++)
    ;
}

/* Each stands with its middle below its column, two blanks at least from the one before, and no farther than two
   columns beyond the axis. */
static void ticks_stand_apart(void **state)
{
  struct pst_buffer out = {.data = NULL};
  struct pst_axis axis = axis_of(0, 10);

  (void)state;
  add_tick(&axis, 0, "0");
  add_tick(&axis, 4, "400");
  add_tick(&axis, 10, "1,000");
  /* left 4: the columns 4 to 14; 400 is 7 to 9, 1,000 is 12 to 16, which is two beyond. */
  pst_term_ticks(&out, &axis, 4, 11);
  holds(&out, "    0  400  1,000\n");
  axis.ticks[2].at = 9; /* 11 to 15 would leave one blank */
  pst_term_ticks(&out, &axis, 4, 11);
  holds(&out, "    0  400\n");
  axis = axis_of(0, 10);
  add_tick(&axis, 10, "100,000"); /* 11 to 17 is too far: it ends with the axis */
  pst_term_ticks(&out, &axis, 4, 11);
  holds(&out, "        100,000\n");
  axis = axis_of(0, 10);
  add_tick(&axis, 0, "-10"); /* no room at the left */
  add_tick(&axis, 10, "10");
  pst_term_ticks(&out, &axis, 0, 11);
  holds(&out, "-10      10\n");
}

static void series_have_signs(void **state)
{
  struct pst_figure_series series[11] = {{.highlight = false}};
  struct pst_figure figure = {.series = series, .n_series = 11};
  struct pst_drawing d = {.figure = &figure};

  (void)state;
  assert_string_equal(pst_term_glyph(&d, 0), "\xE2\x97\x8F");
  assert_string_equal(pst_term_glyph(&d, 7), "\xE2\x97\x87");
  assert_string_equal(pst_term_glyph(&d, 8), "\xE2\x97\x8F");
  d.any_highlight = true;
  series[2].highlight = series[9].highlight = true;
  assert_string_equal(pst_term_glyph(&d, 0), "\xC2\xB7");
  assert_string_equal(pst_term_glyph(&d, 2), "\xE2\x97\x8F");
  assert_string_equal(pst_term_glyph(&d, 9), "\xE2\x96\xA0");
  assert_string_equal(pst_term_glyph(&d, 10), "\xC2\xB7");
}

static void a_canvas_keeps_what_stands(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_buffer out = {.data = NULL};
  struct pst_canvas canvas;

  (void)state;
  assert_true(pst_canvas_make(&canvas, &arena, 4, 2));
  pst_canvas_set(&canvas, 0, 0, "a");
  pst_canvas_set(&canvas, 3, 0, "b");
  pst_canvas_set(&canvas, 3, 0, WIDE);
  pst_canvas_under(&canvas, 3, 0, "c");
  pst_canvas_under(&canvas, 1, 1, "d");
  pst_canvas_set(&canvas, 1, 1, "e");
  pst_canvas_under(&canvas, 2, 1, "f");
  pst_canvas_put(&canvas, 0, &out);
  holds(&out, "a  " WIDE);
  pst_canvas_put(&canvas, 1, &out);
  holds(&out, " ef ");
  assert_int_equal(canvas.count[3], 2);
  assert_int_equal(canvas.count[4 + 1], 1);
  assert_int_equal(canvas.count[4 + 2], 0);
  pst_arena_free(&arena);
}

static void nothing_to_draw(void **state)
{
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_term_fail(&error), PST_UNDEFINED);
  assert_string_equal(error.message, "nothing to draw: the figure has no value that is known");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_text_is_padded_or_cut), cmocka_unit_test(words_fill_lines),
      cmocka_unit_test(a_name_is_never_cut),     cmocka_unit_test(lines_end_without_blanks),
      cmocka_unit_test(values_have_columns),     cmocka_unit_test(ticks_stand_apart),
      cmocka_unit_test(series_have_signs),       cmocka_unit_test(a_canvas_keeps_what_stands),
      cmocka_unit_test(nothing_to_draw),
  };

  return cmocka_run_group_tests_name("term_text", tests, NULL, NULL);
}
