/* lines.c -- rival readings of the lines, held against each other. */
#include <ctype.h>
#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "layout/shape/score.h"
#include "layout/shape/shape.h"

enum {
  CANDIDATES = 60, /* rows that are tried for the first record */
  HEADER_MOST = 12 /* rows of a header */
};

#define NO_HEADER 2.5 /* what a table without a header costs */
#define MIXED 0.5     /* a number in a column of texts, or a text where there are as many numbers */
#define MIXED_MOST 3.0    /* of a column */
#define ROUNDING 1e-6     /* more than sums of costs are off by */
#define MIXED_PERIODS 1.2 /* another text in a column of periods */
#define MIXED_PERIODS_MOST 9.0

/* A row of N cells; or of one less, all filled but perhaps the first, as a header above records that end with a
   delimiter. */
static bool is_of_width(const struct pst_sheet *sheet, size_t row, size_t n)
{
  size_t here = sheet->rows[row].n;

  return here == n
         || (here > 2 && here + 1 == n
             && pst_sheet_filled(sheet, row) + (pst_sheet_cell(sheet, row, 0).size == 0) == here);
}

/* Cells up to the last column in which a row of N cells has something. */
static size_t filled_width(const struct pst_sheet *sheet, size_t n)
{
  size_t width = 0;

  for (size_t r = 0; r < sheet->n_rows && width < n; r++)
    if (is_of_width(sheet, r, n) && pst_sheet_width(sheet, r) > width)
      width = pst_sheet_width(sheet, r);
  return width;
}

/* The number of cells a row of those rows that have most cells together: a few records can stand
   below many narrow lines.  Titles and notes have one cell: they decide only where nothing else is
   there twice.  Among equals the larger; without columns at the end that are empty in all. */
static size_t usual_width(const struct pst_sheet *sheet, struct pst_arena *arena)
{
  size_t most = 0, best = 0, *rows;

  for (size_t r = 0; r < sheet->n_rows; r++)
    most = sheet->rows[r].n > most ? sheet->rows[r].n : most;
  rows = pst_arena_array(arena, most + 1, sizeof *rows);
  if (rows == NULL)
    return 0;
  for (size_t r = 0; r < sheet->n_rows; r++)
    if (pst_sheet_filled(sheet, r) > 0)
      rows[sheet->rows[r].n]++;
  for (size_t n = 2; n <= most; n++)
    if (rows[n] > 1 && rows[n] * n >= rows[best] * best)
      best = n;
  for (size_t n = 1; best == 0 && n <= most; n++)
    if (rows[n] > 0)
      best = n;
  return filled_width(sheet, best);
}

/* --- rivals ---------------------------------------------------------------------------------- */

/* What rows cost as records or as titles, while the columns are what they were taken for when that was found. */
struct costs {
  double (*score)(const struct pst_kinds *grid, const struct pst_type *types, size_t row);
  unsigned char *signs; /* of each column */
  double *of;           /* of each row; below 0: to be found */
};

struct race {
  const struct pst_asked *asked;
  struct pst_shape *shape;
  struct pst_arena *arena;
  struct pst_type *types, *all,
      *either;        /* below the row that is tried; of all rows; one or the other */
  size_t end;         /* below it stand notes */
  size_t first, last; /* rows that are tried; every reading has each of them in some role */
  size_t best_header, best_body, other_header, other_body;
  double best, other;
  bool *numeric, *periodic; /* of the best */
  struct costs records, titles;
};

static bool begin(struct costs *costs, const struct race *race)
{
  const struct pst_kinds *grid = &race->shape->grid;

  costs->signs = pst_arena_array(race->arena, grid->width + 1, sizeof *costs->signs);
  costs->of = pst_arena_array(race->arena, grid->sheet->n_rows + 1, sizeof *costs->of);
  return costs->signs != NULL && costs->of != NULL;
}

/* The columns are TYPES now: what is known of other ones is forgotten. */
static void renew(struct costs *costs, const struct race *race, const struct pst_type *types)
{
  bool same = true;

  for (size_t c = 0; c < race->shape->width; c++) {
    unsigned char signs = pst_score_signs(&types[c]);

    same = same && costs->signs[c] == signs;
    costs->signs[c] = signs;
  }
  for (size_t r = race->first; r <= race->last && !same; r++)
    costs->of[r] = -1;
}

static double cost_of(struct costs *costs, const struct race *race, const struct pst_type *types,
                      size_t row)
{
  if (costs->of[row] < 0)
    costs->of[row] = costs->score(&race->shape->grid, types, row);
  return costs->of[row];
}

static bool is_blank(const struct race *race, size_t row)
{
  return pst_sheet_filled(race->shape->grid.sheet, row) == 0;
}

/* The user's words rule a reading out. */
static bool is_allowed(const struct race *race, size_t header, size_t body)
{
  const struct pst_sheet *sheet = race->shape->grid.sheet;
  size_t rows = 0;

  if (race->asked == NULL)
    return header < body;
  if (header < sheet->n_rows && sheet->rows[header].line <= race->asked->skip)
    return false;
  if (race->asked->skip > 0 && header > 0 && sheet->rows[header - 1].line > race->asked->skip
      && !is_blank(race, header - 1))
    return false;
  for (size_t r = header; r < body; r++)
    rows += !is_blank(race, r);
  return race->asked->header_given ? rows == race->asked->header_rows : header < body;
}

static void keep(struct race *race, size_t header, size_t body, double cost)
{
  if (cost >= race->best) {
    if (cost < race->other) {
      race->other = cost;
      race->other_header = header;
      race->other_body = body;
    }
    return;
  }
  race->other = race->best;
  race->other_header = race->best_header;
  race->other_body = race->best_body;
  race->best = cost;
  race->best_header = header;
  race->best_body = body;
  for (size_t c = 0; c < race->shape->width; c++) {
    race->numeric[c] = race->types[c].numeric;
    race->periodic[c] = race->types[c].periodic;
    race->shape->empty[c] = race->types[c].numbers + race->types[c].amounts + race->types[c].tokens
                                + race->types[c].texts
                            == 0;
  }
}

/* Numbers, or dates: a table of these alone has its header too, though nothing is measured. */
static bool any_numeric(const struct race *race)
{
  for (size_t c = 0; c < race->shape->width; c++)
    if (race->types[c].numeric || race->types[c].periodic)
      return true;
  return false;
}

/* Numbers and texts in one column that is taken for none of numbers. */
static double mixed_cost(const struct race *race)
{
  double cost = 0;

  for (size_t c = 0; c < race->shape->width; c++) {
    const struct pst_type *at = &race->types[c];
    size_t less = at->numbers < at->texts ? at->numbers : at->texts;

    if (!at->periodic && !at->numeric && at->periods > at->texts - at->periods
        && at->texts >= at->periods && at->periods > 2)
      cost += MIXED_PERIODS * (double)(at->texts - at->periods) < MIXED_PERIODS_MOST
                  ? MIXED_PERIODS * (double)(at->texts - at->periods)
                  : MIXED_PERIODS_MOST;
    if (!at->numeric && !at->periodic)
      cost += MIXED * (double)less < MIXED_MOST ? MIXED * (double)less : MIXED_MOST;
  }
  return cost;
}

/* All headers above BODY; what would cost more than the next to the best is not looked at further. */
static void try_body(struct race *race, size_t body)
{
  const struct pst_kinds *grid = &race->shape->grid;
  double records, titles = 0, less;
  size_t header = body, rows = 0;

  pst_types_settle(race->types, grid->width);
  if (!any_numeric(race))
    return;
  records = mixed_cost(race);
  renew(&race->records, race, race->types);
  for (size_t r = body; r <= race->last; r++)
    records += cost_of(&race->records, race, race->types, r);
  for (size_t c = 0; c < grid->width; c++)
    race->either[c].numeric = race->types[c].numeric || race->all[c].numeric;
  renew(&race->titles, race, race->either);
  for (size_t r = race->first; r < body; r++)
    titles += cost_of(&race->titles, race, race->either, r);
  if (is_allowed(race, body, body) || (race->asked == NULL || !race->asked->header_given))
    keep(race, body, body, titles + records + NO_HEADER);
  while (header > 0 && rows < HEADER_MOST && titles + records < race->best + race->best + 100) {
    header--;
    if (header >= race->first)
      titles -= cost_of(&race->titles, race, race->either, header);
    if (is_blank(race, header))
      continue;
    rows++;
    less = race->other - (titles + records) + ROUNDING;
    if (less + PST_SCORE_HEADER_LESS * (double)rows >= 0 && is_allowed(race, header, body))
      keep(race, header, body,
           titles + records + pst_score_header(grid, race->types, header, body, less, race->arena));
  }
}

/* The rows that may be the first record: those with more than one cell, and the first of the others. */
static size_t find_last(const struct pst_kinds *grid, size_t first, size_t end)
{
  size_t n = 0, row = first;

  for (size_t r = first; r < end && n < CANDIDATES; r++)
    if (pst_sheet_filled(grid->sheet, r) > 0) {
      n += pst_kinds_is_full(grid, r);
      row = r;
    }
  return row;
}

/* CELL goes on with a sentence: two words and more, of which the first is no name. */
static bool goes_on(struct pst_text cell)
{
  return cell.size > 0
         && (islower((unsigned char)cell.data[0]) || isdigit((unsigned char)cell.data[0]))
         && memchr(cell.data, ' ', cell.size) != NULL;
}

/* `1997, 1998 and 2003, when no count was made.`: a sentence that its commas part into fewer cells than records have,
   or into as many, which then all go on with it. */
static bool is_parted_sentence(const struct pst_kinds *grid, size_t row)
{
  const struct pst_sheet *sheet = grid->sheet;
  size_t n = sheet->rows[row].n, words = 0;

  if (n < 2 || n > grid->width || pst_kinds_kind(grid, row, n - 1) != PST_KIND_TEXT)
    return false;
  for (size_t c = 1; c < n && n == grid->width; c++)
    if (!goes_on(pst_sheet_cell(sheet, row, c)))
      return false;
  for (size_t c = 0; c < n; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);

    words += cell.size > 0;
    for (size_t i = 1; i < cell.size; i++)
      words += cell.data[i] == ' ' && cell.data[i - 1] != ' ';
  }
  return words > 6;
}

/* Above the notes at the end: rows of one cell, blank ones, and what begins like a source. */
static size_t find_end(const struct pst_kinds *grid, const struct pst_asked *asked)
{
  const struct pst_sheet *sheet = grid->sheet;
  size_t end = sheet->n_rows, notes = end;

  if (asked != NULL && asked->footer_given)
    return asked->footer < end ? end - asked->footer : 1;
  while (end > 1) {
    struct pst_text first = pst_sheet_cell(sheet, end - 1, 0);

    if (pst_frame_is_note(first) || is_parted_sentence(grid, end - 1))
      notes = end - 1;
    else if (pst_sheet_filled(sheet, end - 1) > 1)
      break;
    else if (pst_sheet_filled(sheet, end - 1) == 0 || pst_frame_is_sentence(first))
      notes = end - 1;
    end--;
  }
  return end > 1 ? notes : sheet->n_rows;
}

static bool run(struct race *race)
{
  const struct pst_kinds *grid = &race->shape->grid;
  size_t n = race->end = find_end(grid, race->asked);

  while (race->first < n && is_blank(race, race->first))
    race->first++;
  race->last = find_last(grid, race->first, n);
  if (!begin(&race->records, race) || !begin(&race->titles, race))
    return false;
  for (size_t r = 0; r < n; r++)
    pst_types_count(grid, r, 1, race->types);
  pst_types_same(grid, race->types);
  memcpy(race->all, race->types, grid->width * sizeof *race->all);
  pst_types_settle(race->all, grid->width);
  memcpy(race->either, race->all, grid->width * sizeof *race->all);
  for (size_t r = race->first; r < n && r <= race->last; r++) {
    if (!is_blank(race, r))
      try_body(race, r);
    pst_types_count(grid, r, -1, race->types);
  }
  return race->best < DBL_MAX / 2;
}

bool pst_shape_find(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                    const struct pst_asked *asked, struct pst_arena *arena, struct pst_shape *shape)
{
  struct race race = {.asked = asked,
                      .shape = shape,
                      .arena = arena,
                      .best = DBL_MAX,
                      .other = DBL_MAX,
                      .other_body = PST_NO_COLUMN,
                      .records = {.score = pst_score_record},
                      .titles = {.score = pst_score_title}};

  *shape = (struct pst_shape){.width = usual_width(sheet, arena)};
  race.numeric = shape->numeric = pst_arena_array(arena, shape->width + 1, sizeof(bool));
  race.periodic = shape->periodic = pst_arena_array(arena, shape->width + 1, sizeof(bool));
  race.types = pst_arena_array(arena, shape->width + 1, sizeof *race.types);
  shape->empty = pst_arena_array(arena, shape->width + 1, sizeof(bool));
  race.all = pst_arena_array(arena, shape->width + 1, sizeof *race.all);
  race.either = pst_arena_array(arena, shape->width + 1, sizeof *race.either);
  if (shape->empty == NULL || race.either == NULL || race.all == NULL || race.numeric == NULL
      || race.periodic == NULL || race.types == NULL || shape->width == 0
      || !pst_kinds_make(sheet, rules, shape->width, arena, &shape->grid) || !run(&race))
    return false;
  shape->header = race.best_header;
  shape->body = race.best_body;
  shape->cost = race.best;
  shape->other_header = race.other_header;
  shape->other_body = race.other_body;
  shape->margin = race.other - race.best;
  return true;
}
