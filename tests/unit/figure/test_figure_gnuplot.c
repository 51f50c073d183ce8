/* Scripts are run: gnuplot must accept every kind of figure in silence, and nothing in a label may
   act.  Needs gnuplot and rsvg-convert. */
#include "check.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "figure/figure.h"

enum { MOST = 40 };

static char directory[] = "/tmp/pst-figure-XXXXXX";

/* A small world of data that every kind can draw. */
struct world {
  struct pst_figure figure;
  struct pst_figure_series series[MOST];
  double x[MOST], y[MOST][MOST], low[MOST], high[MOST], cells[16];
  const char *labels[MOST];
};

static void fill(struct world *world, enum pst_figure_kind kind, size_t n_series, const char *text)
{
  memset(world, 0, sizeof *world);
  for (size_t k = 0; k < MOST; k++) {
    world->x[k] = 1980 + (double)k;
    world->labels[k] = text;
    world->low[k] = k % 3 == 0 ? 2 : (double)NAN;
    world->high[k] = k % 6 == 0 ? (double)INFINITY : k % 3 == 0 ? 5 : (double)NAN;
  }
  for (size_t i = 0; i < n_series; i++) {
    for (size_t k = 0; k < MOST; k++)
      world->y[i][k] = k == 7 ? (double)NAN : 1 + (double)((k * 7 + i * 5) % 11);
    world->series[i] = (struct pst_figure_series){
        .name = text, .n = 10, .x = world->x, .y = world->y[i], .labels = world->labels};
  }
  world->series[0].y_low = world->low;
  world->series[0].y_high = world->high;
  for (size_t c = 0; c < 16; c++)
    world->cells[c] = c == 5 ? (double)NAN : cos((double)c);
  world->figure = (struct pst_figure){.kind = kind,
                                      .title = text,
                                      .subtitle = text,
                                      .source = text,
                                      .note = text,
                                      .x_label = text,
                                      .y_label = text,
                                      .x_year = true,
                                      .series = world->series,
                                      .n_series = n_series,
                                      .rows = 4,
                                      .columns = 4,
                                      .row_names = world->labels,
                                      .column_names = world->labels,
                                      .cells = world->cells};
}

static char *read_file(const char *path, size_t *size)
{
  FILE *file = fopen(path, "rb");
  char *data = malloc(1 << 22);

  assert_non_null(file);
  assert_non_null(data);
  *size = fread(data, 1, (1 << 22) - 1, file);
  data[*size] = '\0';
  fclose(file);
  return data;
}

static void draw(const struct pst_figure *figure, const char *path)
{
  struct pst_buffer script = {.data = NULL};
  struct pst_error error = {.status = PST_OK};

  if (pst_figure_write(figure, &script, &error) != PST_OK
      || pst_figure_render(script.data, figure, path, &error) != PST_OK)
    fail_msg("%s", error.message);
  pst_buffer_free(&script);
}

/* The names in the directory, counted and then removed. */
static size_t empty_directory(void)
{
  DIR *open = opendir(directory);
  size_t n = 0;

  assert_non_null(open);
  for (struct dirent *entry; (entry = readdir(open)) != NULL;)
    if (entry->d_name[0] != '.') {
      unlink(entry->d_name);
      n++;
    }
  closedir(open);
  return n;
}

static void every_kind_is_drawn_the_same_twice(void **state)
{
  static const char *const endings[] = {"svg", "png", "pdf"};
  static struct world world;

  (void)state;
  for (int kind = PST_FIGURE_LINES; kind < PST_FIGURE_KINDS; kind++)
    for (int e = 0; e < 3; e++) {
      char one[16], two[16];
      size_t n, m;
      char *a, *b;

      fill(&world, (enum pst_figure_kind)kind, 3, "Japan");
      snprintf(one, sizeof one, "one.%s", endings[e]);
      snprintf(two, sizeof two, "two.%s", endings[e]);
      draw(&world.figure, one);
      draw(&world.figure, two);
      a = read_file(one, &n);
      b = read_file(two, &m);
      assert_true(n > 1000 && n == m);
      assert_memory_equal(a, b, n);
      free(a);
      free(b);
    }
  assert_int_equal(empty_directory(), 6);
}

/* Each of these would act, fail or vanish if it were not literal. */
static const struct {
  const char *text, *in_svg;
} hostile[] = {
    {"`touch HACKED`", "`touch HACKED`"},
    {"\"`touch HACKED`\"", "\"`touch HACKED`\""},
    {"'.system('touch HACKED').'", "'.system('touch HACKED').'"},
    {"a'; system 'touch HACKED'; print 'b", "a'; system 'touch HACKED'; print 'b"},
    {"''''", "''''"},
    {"'; system 'touch HACKED'; '", "'; system 'touch HACKED'; '"},
    {"'' ''' '", "'' ''' '"},
    {"a]]>b", "a]]\xE2\x80\x8B>b"},
    {"EOD", "EOD"},
    {"x\nEOD\nsystem 'touch HACKED'\n$s1 << EOD\n1 1", "x EOD system 'touch HACKED' $s1"},
    {"@ARG0 a_b^c {/Bold x} 100% %s %d \\n ~ $x", "@ARG0 a_b^c {/Bold x} 100% %s %d \\n ~ $x"},
    {"tail \\", "tail \\"},
    {"# no comment", "# no comment"},
    {"<b>&amp;", "&lt;b>&amp;amp;"},
    {"\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5\xE6\x9C\xAC"},
    {"\xFF\x80 bytes", "\xEF\xBF\xBD\xEF\xBF\xBD bytes"},
};

static void hostile_text_stays_text(void **state)
{
  static struct world world;

  (void)state;
  for (size_t h = 0; h < sizeof hostile / sizeof *hostile; h++)
    for (int kind = PST_FIGURE_LINES; kind < PST_FIGURE_KINDS; kind++) {
      static struct pst_figure_tick tick;
      size_t size;
      char *svg;

      fill(&world, (enum pst_figure_kind)kind, 2, hostile[h].text);
      tick = (struct pst_figure_tick){1984, hostile[h].text};
      world.figure.x_ticks = &tick;
      world.figure.n_x_ticks = 1;
      draw(&world.figure, "h.svg");
      svg = read_file("h.svg", &size);
      if (strstr(svg, hostile[h].in_svg) == NULL)
        fail_msg("kind %d does not show %s", kind, hostile[h].in_svg);
      free(svg);
      assert_int_equal(empty_directory(), 1);
    }
}

static void odd_data_are_drawn_in_silence(void **state)
{
  static const double scales[] = {1, 0, -1, 1e-290, 1e290, 1e9};
  static struct world world;
  static const char long_name[] =
      "The former Yugoslav Republic of Macedonia, and a name that goes on "
      "and on well beyond what any margin of any figure could hold";

  (void)state;
  for (int kind = PST_FIGURE_LINES; kind < PST_FIGURE_KINDS; kind++)
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++)
      for (size_t n = 1; n <= 10; n += 9) {
        fill(&world, (enum pst_figure_kind)kind, 2, long_name);
        for (size_t i = 0; i < 2; i++) {
          world.series[i].n = n;
          for (size_t k = 0; k < n && kind != PST_FIGURE_BUMP; k++)
            world.y[i][k] *= scales[s];
        }
        draw(&world.figure, "odd.svg");
      }
  empty_directory();
}

static void many_series_and_empty_panels_are_drawn(void **state)
{
  static struct world world;

  (void)state;
  for (int kind = PST_FIGURE_LINES; kind < PST_FIGURE_KINDS; kind++)
    for (int log = 0; log < 2; log++) {
      fill(&world, (enum pst_figure_kind)kind, MOST, "name");
      for (size_t k = 0; k < MOST; k++)
        world.y[3][k] = (double)NAN;
      world.figure.log_y = log == 1;
      world.series[5].highlight = log == 1;
      draw(&world.figure, "many.svg");
      world.figure.panels = PST_FIGURE_PANELS_NEVER;
      draw(&world.figure, "many.svg");
    }
  empty_directory();
}

static void script_runs_alone(void **state)
{
  static struct world world;
  struct pst_buffer script = {.data = NULL};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  fill(&world, PST_FIGURE_LINES, 2, "Japan");
  assert_int_equal(pst_figure_write(&world.figure, &script, &error), PST_OK);
  assert_int_equal(pst_figure_save(script.data, "fig.gp", &error), PST_OK);
  assert_int_equal(system("gnuplot fig.gp >out 2>&1 && test ! -s out && test -s fig.svg"), 0);
  assert_int_equal(
      system("gnuplot -e \"terminal='png'; output='x.png'\" fig.gp >out 2>&1 && test ! -s out "
             "&& test -s x.png"),
      0);
  assert_int_equal(empty_directory(), 4);
  pst_buffer_free(&script);
}

/* A batch job has no locale; gnuplot complains of utf8 there. */
static void the_locale_does_not_matter(void **state)
{
  char *old = getenv("LC_ALL") == NULL ? NULL : strdup(getenv("LC_ALL"));
  struct world world;

  (void)state;
  fill(&world, PST_FIGURE_LINES, 2, "Japan");
  setenv("LC_ALL", "C", 1);
  draw(&world.figure, "c.png");
  draw(&world.figure, "c.pdf");
  if (old == NULL)
    unsetenv("LC_ALL");
  else
    setenv("LC_ALL", old, 1);
  free(old);
  assert_int_equal(empty_directory(), 2);
}

/* pngcairo's box for a character that no font has hides the figure; rsvg-convert's is a small one. */
static void text_without_a_font_hides_nothing(void **state)
{
  struct world world;

  (void)state;
  fill(&world, PST_FIGURE_LINES, 2, "\xEE\x80\x80\xF0\x90\xBF\xBE");
  draw(&world.figure, "x.png");
  draw(&world.figure, "x.svg");
  assert_int_equal(system("rsvg-convert -z 2 -f png x.svg -o y.png && cmp x.png y.png"), 0);
  assert_int_equal(empty_directory(), 3);
}

static void a_full_disk_is_told(void **state)
{
  static const char *const names[] = {"full.svg", "full.png", "full.pdf"};
  struct pst_buffer script = {.data = NULL};
  struct pst_error error = {.status = PST_OK};
  struct world world;

  (void)state;
  fill(&world, PST_FIGURE_LINES, 2, "Japan");
  assert_int_equal(pst_figure_write(&world.figure, &script, &error), PST_OK);
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(symlink("/dev/full", names[i]), 0);
    pst_error_clear(&error);
    assert_int_equal(pst_figure_render(script.data, &world.figure, names[i], &error), PST_IO);
    assert_string_equal(error.file, names[i]);
  }
  pst_buffer_free(&script);
  assert_int_equal(empty_directory(), 3);
}

static void failures_are_told_and_leave_nothing(void **state)
{
  struct pst_error error = {.status = PST_OK};
  char *path = strdup(getenv("PATH"));

  (void)state;
  assert_int_equal(pst_figure_render("plot x", NULL, "a.jpeg", &error), PST_USAGE);
  assert_string_equal(error.message,
                      "a figure's file name ends in .svg, .png or .pdf, unlike 'a.jpeg'");
  pst_error_clear(&error);
  assert_int_equal(pst_figure_render("nonsense", NULL, "a.svg", &error), PST_IO);
  assert_non_null(strstr(error.message, "gnuplot failed: "));
  pst_error_clear(&error);
  assert_int_equal(pst_figure_render("plot x", NULL, "none/a.svg", &error), PST_IO);
  assert_string_equal(error.file, "none/a.svg");
  pst_error_clear(&error);
  assert_int_equal(pst_figure_save("plot x", "none/a.gp", &error), PST_IO);
  setenv("PATH", "/nowhere", 1);
  pst_error_clear(&error);
  assert_int_equal(pst_figure_render("plot x", NULL, "a.svg", &error), PST_IO);
  assert_string_equal(error.message, "gnuplot is not installed; apt-get install gnuplot-nox");
  setenv("PATH", path, 1);
  free(path);
  assert_int_equal(empty_directory(), 0);
}

static int enter_directory(void **state)
{
  (void)state;
  return mkdtemp(directory) == NULL || chdir(directory) != 0;
}

static int leave_directory(void **state)
{
  (void)state;
  empty_directory();
  return chdir("/") != 0 || rmdir(directory) != 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_kind_is_drawn_the_same_twice),
      cmocka_unit_test(hostile_text_stays_text),
      cmocka_unit_test(odd_data_are_drawn_in_silence),
      cmocka_unit_test(many_series_and_empty_panels_are_drawn),
      cmocka_unit_test(script_runs_alone),
      cmocka_unit_test(the_locale_does_not_matter),
      cmocka_unit_test(text_without_a_font_hides_nothing),
      cmocka_unit_test(a_full_disk_is_told),
      cmocka_unit_test(failures_are_told_and_leave_nothing),
  };

  return cmocka_run_group_tests_name("figure_gnuplot", tests, enter_directory, leave_directory);
}
