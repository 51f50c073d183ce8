/* compare_figure.c -- the figures of polstat-compare: forest plot, levels with intervals, a scale.
   */
#include "compare/compare_figure.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "compare/figure_rows.h"
#include "compare/shape.h"
#include "job/emit.h"
#include "job/figure/figure_number.h"
#include "job/figure/figure_parts.h"

/* More comparisons than this are no figure to read: a page has room for so many. */
enum { FOREST_MOST = 60 };

/* A row of a figure: an estimate, and whose it is. */
static const char *join(struct pst_job *job, const char *a, const char *b)
{
  if (a == NULL || *a == '\0' || b == NULL || *b == '\0')
    return a == NULL || *a == '\0' ? b : a;
  return pst_arena_format(&job->arena, "%s, %s", a, b);
}

static const char *variable_name(const struct pst_job *job, size_t v)
{
  const struct pst_compare_settings *s = job->settings;

  return pst_figure_column_name(
      pst_job_column(job, s->y.count > 0 ? s->y.roles[v] : s->count_role));
}

/* "Chile, trust": the group, and the variable where there are several. */
static const char *unit_name(struct pst_job *job, const struct pst_groups *groups,
                             const struct pst_compare_figure_row *row)
{
  const struct pst_compare_settings *s = job->settings;

  return join(job, pst_job_group_label(job, groups, row->unit->group),
              s->y.count > 1 ? variable_name(job, row->unit->variable) : NULL);
}

/* What the figure is about: the variable, or the question of a poll. */
static const char *title_of(const struct pst_job *job)
{
  const struct pst_compare_settings *s = job->settings;

  return s->category_role == SIZE_MAX
             ? variable_name(job, 0)
             : pst_figure_column_name(pst_job_column(job, s->category_role));
}

/* --- notes -------------------------------------------------------------------------------------- */

static void add_n(const struct pst_compare_figure_rows *rows, struct pst_buffer *note)
{
  size_t least = SIZE_MAX, most = 0;

  for (size_t i = 0; i < rows->n; i++) {
    least = rows->rows[i].estimate->n < least ? rows->rows[i].estimate->n : least;
    most = rows->rows[i].estimate->n > most ? rows->rows[i].estimate->n : most;
  }
  pst_buffer_puts(note, "; ");
  pst_figure_put_n(note, least, most);
}

static const char *adjust_name(unsigned adjust)
{
  static const char *const names[] = {NULL,       "Bonferroni",         "Holm",
                                      "Hochberg", "Benjamini-Hochberg", "Benjamini-Yekutieli"};

  return names[adjust];
}

static size_t family_of(const struct pst_compare_figure_rows *rows)
{
  return rows->family;
}

/* The rows of the marked groups; the family of their p-values is that of all. */
static void keep_marked(struct pst_compare_figure_rows *rows, const bool *marked)
{
  size_t n = 0;

  rows->family = 0;
  for (size_t i = 0; i < rows->n; i++)
    rows->family += rows->rows[i].test != NULL && !isnan(rows->rows[i].test->p_value);
  for (size_t i = 0; i < rows->n; i++)
    if (marked == NULL || marked[rows->rows[i].unit->group])
      rows->rows[n++] = rows->rows[i];
  rows->n = n;
}

/* ", adjusted for 6 comparisons by Holm". */
static void add_family(const struct pst_compare_figure_rows *rows, const char *adjust,
                       struct pst_buffer *note)
{
  if (adjust == NULL && family_of(rows) <= 1)
    return;
  pst_buffer_puts(note, adjust == NULL ? ", not adjusted for " : ", adjusted for ");
  pst_figure_put_count(note, family_of(rows));
  pst_buffer_puts(note, " comparisons");
  if (adjust != NULL)
    pst_buffer_printf(note, " by %s", adjust);
}

/* "Newcombe, 95 % intervals; n = ...; p by pooled-z, adjusted for 6 by Holm." */
static const char *make_note(struct pst_job *job, const struct pst_compare_figure_rows *rows)
{
  const char *adjust = adjust_name(job->options.adjust);
  const struct pst_estimate *first = rows->rows[0].estimate, *test = NULL;
  struct pst_buffer note = {.data = NULL};
  const char *text;

  for (size_t i = 0; i < rows->n && test == NULL; i++)
    if (rows->rows[i].test != NULL && !isnan(rows->rows[i].test->p_value))
      test = rows->rows[i].test;
  /* "goodman share", but "odds-ratio" once. */
  pst_buffer_puts(&note, first->method);
  if (strncmp(first->method, first->term, strlen(first->term)) != 0)
    pst_buffer_printf(&note, " %s", first->term);
  pst_buffer_printf(&note, ", %g %% interval", 100 * job->options.conf_level);
  add_n(rows, &note);
  if (test != NULL)
    pst_buffer_printf(&note, "; p: %s (%s)", test->method, test->p_method);
  if (test != NULL)
    add_family(rows, adjust, &note);
  for (size_t i = 0; i < rows->n && i < 3; i++)
    pst_figure_leeway(job,
                      &(struct pst_estimates){
                          .items = (struct pst_estimate[]){*rows->rows[i].estimate}, .count = 1},
                      &note);
  pst_buffer_putc(&note, '.');
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

/* --- forest ------------------------------------------------------------------------------------- */

/* All rows set the same two levels against each other. */
static bool one_pair(const struct pst_compare_figure_rows *rows)
{
  for (size_t i = 1; i < rows->n; i++)
    if (strcmp(rows->rows[i].subject->level, rows->rows[0].subject->level) != 0
        || strcmp(rows->rows[i].subject->against, rows->rows[0].subject->against) != 0)
      return false;
  return rows->n > 0;
}

/* A difference, or a ratio. */
static const char *pair_name(struct pst_job *job, const struct pst_compare_figure_rows *rows,
                             size_t i)
{
  const struct pst_compare_subject *subject = rows->rows[i].subject;

  return pst_arena_format(&job->arena, "%s %s %s", subject->level,
                          rows->method->compare->null == 1 ? "/" : "−", subject->against);
}

static const char *p_text(struct pst_job *job, const struct pst_estimate *test)
{
  double p = test == NULL              ? (double)NAN
             : isnan(test->p_adjusted) ? test->p_value
                                       : test->p_adjusted;

  if (isnan(p))
    return "";
  if (p < 0.001)
    return "< 0.001";
  return pst_arena_format(&job->arena, p < 0.1 ? "%.3f" : "%.2f", p);
}

/* Shares are drawn in per cent. */
static double scale_of(const struct pst_job *job, const struct pst_compare_figure_rows *rows)
{
  const struct pst_compare_settings *s = job->settings;
  const char *term = rows->rows[0].estimate->term;

  return s->shape->shares && (strcmp(term, "difference") == 0 || strcmp(term, "share") == 0) ? 100
                                                                                             : 1;
}

static enum pst_status fill_series(struct pst_job *job, const struct pst_compare_figure_rows *rows,
                                   double scale, struct pst_figure_series *series,
                                   const char ***labels, const char ***texts,
                                   struct pst_error *error)
{
  const size_t n = rows->n;
  double *y = pst_arena_array(&job->arena, n + 1, sizeof *y);
  double *low = pst_arena_array(&job->arena, n + 1, sizeof *low);
  double *high = pst_arena_array(&job->arena, n + 1, sizeof *high);

  *labels = pst_arena_array(&job->arena, n + 1, sizeof **labels);
  *texts = pst_arena_array(&job->arena, n + 1, sizeof **texts);
  if (y == NULL || low == NULL || high == NULL || *labels == NULL || *texts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    y[i] = rows->rows[i].estimate->estimate * scale;
    low[i] = rows->rows[i].estimate->conf_low * scale;
    high[i] = rows->rows[i].estimate->conf_high * scale;
  }
  *series = (struct pst_figure_series){
      .n = n, .y = y, .y_low = low, .y_high = high, .labels = *labels, .texts = *texts};
  return PST_OK;
}

static const char *axis_of(struct pst_job *job, const struct pst_compare_figure_rows *rows,
                           double scale)
{
  const struct pst_estimate *first = rows->rows[0].estimate;
  const bool difference = strcmp(first->term, "difference") == 0;

  if (scale > 1)
    return difference ? "Difference in percentage points" : "Share (%)";
  if (first->unit == NULL)
    return first->term;
  return pst_arena_format(&job->arena, "%s (%s)", first->term, first->unit);
}

/* Rows of one first group stand together, groups by first appearance: "Europe, Spain", "Europe, Italy". */
static enum pst_status sort_rows(struct pst_job *job, const struct pst_groups *groups,
                                 struct pst_compare_figure_rows *rows, struct pst_error *error)
{
  struct pst_compare_figure_row *sorted = pst_arena_array(&job->arena, rows->n + 1, sizeof *sorted);
  bool *taken = pst_arena_array(&job->arena, rows->n + 1, sizeof *taken);
  size_t n = 0;

  if (sorted == NULL || taken == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rows->n; i++) {
    const char *key = groups->keys[rows->rows[i].unit->group * groups->n_keys];

    for (size_t k = i; k < rows->n; k++)
      if (!taken[k] && strcmp(groups->keys[rows->rows[k].unit->group * groups->n_keys], key) == 0) {
        sorted[n++] = rows->rows[k];
        taken[k] = true;
      }
  }
  rows->rows = sorted;
  return PST_OK;
}

static enum pst_status refuse_highlight(const struct pst_job *job, struct pst_error *error)
{
  return job->options.highlight.count == 0
             ? PST_OK
             : pst_fail(error, PST_USAGE, "--highlight has no meaning for this kind of figure");
}

/* "The 60 of 1,770 comparisons with the least p. welch difference, ..." */
static const char *note_kept(struct pst_job *job, const struct pst_compare_figure_rows *rows,
                             size_t all, const char *more)
{
  struct pst_buffer note = {.data = NULL};
  const char *text;

  pst_buffer_printf(&note, "The %zu of ", rows->n);
  pst_figure_put_count(&note, all);
  pst_buffer_printf(&note, " comparisons with the %s. %s",
                    family_of(rows) > 0 ? "least p" : "largest differences", more);
  text = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return text;
}

static enum pst_status forest(struct pst_job *job, const struct pst_groups *groups,
                              struct pst_compare_figure_rows *rows, struct pst_error *error)
{
  const bool one = one_pair(rows) && rows->n > 1;
  const size_t all = rows->n;
  const char *adjust = adjust_name(job->options.adjust);
  struct pst_figure_series series;
  struct pst_figure figure = {.kind = PST_FIGURE_FOREST, .series = &series, .n_series = 1};
  const char **labels, **texts;
  const double scale = scale_of(job, rows);
  enum pst_status status = refuse_highlight(job, error);

  if (status == PST_OK && groups->n_keys > 1)
    status = sort_rows(job, groups, rows, error);
  if (status == PST_OK)
    status = pst_compare_rows_keep(job, rows, FOREST_MOST, error);
  if (status == PST_OK)
    status = fill_series(job, rows, scale, &series, &labels, &texts, error);
  for (size_t i = 0; i < rows->n && status == PST_OK; i++) {
    const char *unit = unit_name(job, groups, &rows->rows[i]);

    labels[i] = one ? unit : join(job, unit, pair_name(job, rows, i));
    texts[i] = p_text(job, rows->rows[i].test);
  }
  if (status != PST_OK)
    return status;
  figure.title =
      pst_arena_format(&job->arena, "%s: %s", variable_name(job, 0),
                       one || rows->n == 1 ? pair_name(job, rows, 0) : "levels compared");
  figure.null = rows->method->compare->null * scale;
  figure.text_header = family_of(rows) == 0 ? NULL
                       : adjust == NULL     ? "p"
                                            : pst_arena_format(&job->arena, "p (%s)", adjust);
  figure.x_label = axis_of(job, rows, scale);
  figure.note = make_note(job, rows);
  if (rows->n < all)
    figure.note = note_kept(job, rows, all, figure.note);
  return pst_job_draw(job, &figure, error);
}

/* --- dots --------------------------------------------------------------------------------------- */

/* The name of a row's colour, and of its place: of a level in groups the level has the colour. */
static void names_of(struct pst_job *job, const struct pst_groups *groups,
                     const struct pst_compare_figure_row *row, const char **colour,
                     const char **place)
{
  const char *unit = unit_name(job, groups, row);

  *colour = *place = row->subject->level == NULL ? "" : row->subject->level;
  if (row->subject->column != NULL) {
    *colour = row->subject->column;
    *place = join(job, unit, row->subject->level);
  } else if (unit != NULL && *unit != '\0')
    *place = unit;
  else
    *colour = "";
}

static size_t find(const char **names, size_t *n, const char *name)
{
  for (size_t i = 0; i < *n; i++)
    if (strcmp(names[i], name) == 0)
      return i;
  names[*n] = name;
  return (*n)++;
}

/* The rows of one colour. */
static enum pst_status one_colour(struct pst_job *job, const struct pst_groups *groups,
                                  const struct pst_compare_figure_rows *rows, const char *name,
                                  double scale, struct pst_figure_series *series,
                                  struct pst_error *error)
{
  struct pst_compare_figure_rows mine = *rows;
  const char **labels, **texts;
  enum pst_status status;

  mine.n = 0;
  mine.rows = pst_arena_array(&job->arena, rows->n + 1, sizeof *mine.rows);
  if (mine.rows == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rows->n; i++) {
    const char *colour, *place;

    names_of(job, groups, &rows->rows[i], &colour, &place);
    if (strcmp(colour, name) == 0)
      mine.rows[mine.n++] = rows->rows[i];
  }
  status = fill_series(job, &mine, scale, series, &labels, &texts, error);
  series->name = *name == '\0' ? NULL : name;
  series->highlight = *name != '\0' && pst_figure_highlighted(job, name);
  for (size_t i = 0; i < mine.n && status == PST_OK; i++) {
    const char *colour;

    names_of(job, groups, &mine.rows[i], &colour, &labels[i]);
  }
  return status;
}

static enum pst_status dots(struct pst_job *job, const struct pst_groups *groups,
                            const struct pst_compare_figure_rows *rows, struct pst_error *error)
{
  const char **names = pst_arena_array(&job->arena, rows->n + 1, sizeof *names);
  struct pst_figure_series *series = pst_arena_array(&job->arena, rows->n + 1, sizeof *series);
  struct pst_figure figure = {.kind = PST_FIGURE_DOTS, .series = series};
  const double scale = scale_of(job, rows);
  enum pst_status status = names == NULL || series == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t i = 0; i < rows->n && status == PST_OK; i++) {
    const char *colour, *place;

    names_of(job, groups, &rows->rows[i], &colour, &place);
    find(names, &figure.n_series, colour);
  }
  for (size_t i = 0; i < figure.n_series && status == PST_OK; i++)
    status = one_colour(job, groups, rows, names[i], scale, &series[i], error);
  if (status == PST_OK)
    status = pst_figure_check_highlight(job, &figure, error);
  if (status != PST_OK)
    return status;
  figure.title = title_of(job);
  figure.decimals = scale > 1 ? 1 : 0;
  figure.x_label = axis_of(job, rows, scale);
  figure.note = make_note(job, rows);
  return pst_job_draw(job, &figure, error);
}

/* --- a scale ------------------------------------------------------------------------------------ */

/* The bar of a row: the group of a poll, the row of a table. */
static const char *bar_of(struct pst_job *job, const struct pst_groups *groups,
                          const struct pst_compare_figure_row *row)
{
  const char *unit = unit_name(job, groups, row);
  const char *name = row->subject->column == NULL ? unit : join(job, unit, row->subject->level);

  return name == NULL || *name == '\0' ? variable_name(job, row->unit->variable) : name;
}

static const char *answer_of(const struct pst_compare_figure_row *row)
{
  return row->subject->column != NULL ? row->subject->column : row->subject->level;
}

static enum pst_status fill_cells(struct pst_job *job, const struct pst_groups *groups,
                                  const struct pst_compare_figure_rows *rows,
                                  struct pst_figure *figure, struct pst_error *error)
{
  const char **bars = pst_arena_array(&job->arena, rows->n + 1, sizeof *bars);
  const char **answers = pst_arena_array(&job->arena, rows->n + 1, sizeof *answers);
  double *cells;

  if (bars == NULL || answers == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rows->n; i++) {
    find(bars, &figure->rows, bar_of(job, groups, &rows->rows[i]));
    find(answers, &figure->columns, answer_of(&rows->rows[i]));
  }
  cells = pst_arena_array(&job->arena, figure->rows * figure->columns + 1, sizeof *cells);
  if (cells == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rows->n; i++) {
    const size_t row = find(bars, &figure->rows, bar_of(job, groups, &rows->rows[i]));
    const size_t column = find(answers, &figure->columns, answer_of(&rows->rows[i]));

    cells[row * figure->columns + column] = 100 * rows->rows[i].estimate->estimate;
  }
  figure->row_names = bars;
  figure->column_names = answers;
  figure->cells = cells;
  return PST_OK;
}

static enum pst_status likert(struct pst_job *job, const struct pst_groups *groups,
                              const struct pst_compare_figure_rows *rows, struct pst_error *error)
{
  struct pst_figure figure = {.kind = PST_FIGURE_LIKERT};
  struct pst_buffer note = {.data = NULL};
  enum pst_status status = refuse_highlight(job, error);

  if (status == PST_OK)
    status = fill_cells(job, groups, rows, &figure, error);
  if (status != PST_OK)
    return status;
  pst_buffer_printf(&note, "Shares of all answers of a row, %s",
                    figure.columns % 2 == 1 ? "the middle answer about 0"
                                            : "0 in the middle of the scale");
  add_n(rows, &note);
  pst_buffer_putc(&note, '.');
  figure.title = title_of(job);
  figure.x_label = "Share (%)";
  figure.note = pst_arena_copy(&job->arena, pst_buffer_string(&note), note.size);
  pst_buffer_free(&note);
  return pst_job_draw(job, &figure, error);
}

/* --- which -------------------------------------------------------------------------------------- */

enum pst_status pst_compare_figure(struct pst_job *job, const struct pst_groups *groups,
                                   const struct pst_compare_units *units, const bool *marked,
                                   struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  struct pst_compare_figure_rows two = {.n = 0}, each = {.n = 0};
  enum pst_status status = pst_compare_rows_of_two(job, units, &two, error);

  if (status == PST_OK)
    status = pst_compare_rows_of_each(job, units, &each, error);
  if (status != PST_OK)
    return status;
  keep_marked(&two, marked);
  keep_marked(&each, marked);
  if (s->chart == PST_CHART_LIKERT && !each.scale)
    return pst_fail(error, PST_USAGE,
                    "--chart likert needs the answers of a scale: --counts N --category COL, or -x "
                    "A -y B");
  if (s->chart == PST_CHART_FOREST && two.n == 0)
    return pst_fail(error, PST_USAGE,
                    "--chart forest needs a method of two levels that gives an interval");
  if (s->chart == PST_CHART_DOTS && each.n == 0)
    return pst_fail(
        error, PST_USAGE,
        "--chart dots needs a method of each level that gives an interval: mean, median, "
        "wilson");
  if (two.n == 0 && each.n == 0)
    return pst_fail(error, PST_UNDEFINED, "nothing to draw: no method gives an interval");
  if (s->chart == PST_CHART_LIKERT)
    return likert(job, groups, &each, error);
  if (s->chart == PST_CHART_DOTS || two.n == 0)
    return dots(job, groups, &each, error);
  return forest(job, groups, &two, error);
}
