/* result_table.c -- scores, ranks and what decides them, a row an entity. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include "base/number.h"
#include "composite/notes.h"
#include "composite/results.h"
#include "indicator/frame/cells.h"
#include "job/emit.h"
#include "job/leeway.h"

struct table {
  struct pst_job *job;
  const struct pst_composite_slices *slices;
  struct pst_grid grid;
};

static const struct pst_composite_settings *settings(const struct table *table)
{
  return table->job->settings;
}

/* A number of entity I of slice S. */
typedef double cell_of(const struct table *table, size_t s, size_t i);

static double rank_or_none(size_t rank)
{
  return rank == 0 ? (double)NAN : (double)rank;
}

static double of_score(const struct table *table, size_t s, size_t i)
{
  return table->slices->list[s].score[i];
}

static double of_rank(const struct table *table, size_t s, size_t i)
{
  return rank_or_none(table->slices->list[s].rank[i]);
}

static double of_n(const struct table *table, size_t s, size_t i)
{
  size_t n = 0;

  (void)i;
  for (size_t j = 0; j < table->slices->list[s].n; j++)
    if (table->slices->list[s].rank[j] > 0)
      n++;
  return (double)n;
}

static double of_left_low(const struct table *table, size_t s, size_t i)
{
  return table->slices->robust[s].left[i].low;
}

static double of_left_high(const struct table *table, size_t s, size_t i)
{
  return table->slices->robust[s].left[i].high;
}

static double of_reach_low(const struct table *table, size_t s, size_t i)
{
  const struct pst_rank_reach *reach = table->slices->robust[s].reach;

  return reach == NULL ? (double)NAN : rank_or_none(reach[i].low);
}

static double of_reach_high(const struct table *table, size_t s, size_t i)
{
  const struct pst_rank_reach *reach = table->slices->robust[s].reach;

  return reach == NULL ? (double)NAN : rank_or_none(reach[i].high);
}

static double of_q05(const struct table *table, size_t s, size_t i)
{
  return table->slices->robust[s].drawn[i].q05;
}

static double of_q50(const struct table *table, size_t s, size_t i)
{
  return table->slices->robust[s].drawn[i].q50;
}

static double of_q95(const struct table *table, size_t s, size_t i)
{
  return table->slices->robust[s].drawn[i].q95;
}

static double of_share_rank(const struct table *table, size_t s, size_t i)
{
  return table->slices->robust[s].drawn[i].share_nominal;
}

static double of_share_top(const struct table *table, size_t s, size_t i)
{
  return table->slices->robust[s].drawn[i].share_top;
}

static const struct pst_composite_open *open_of(const struct table *table, size_t s, size_t i)
{
  return &table->slices->leeway[s].of[i];
}

static double of_least(const struct table *table, size_t s, size_t i)
{
  return open_of(table, s, i)->least;
}

static double of_greatest(const struct table *table, size_t s, size_t i)
{
  return open_of(table, s, i)->greatest;
}

static double of_rank_low(const struct table *table, size_t s, size_t i)
{
  return rank_or_none(open_of(table, s, i)->rank_low);
}

static double of_rank_high(const struct table *table, size_t s, size_t i)
{
  return rank_or_none(open_of(table, s, i)->rank_high);
}

/* When a column is there: always, but for copeland, with replicates, with --top, with --printed or --bounds. */
enum presence { ALWAYS, OF_MEANS, DRAWN, TOP, OPEN };

static const struct {
  struct pst_grid_column spec;
  cell_of *cell;
  enum presence presence;
  const char *people; /* this column and the next are one interval for people, of this name */
} columns[] = {
    {{.name = "score", .kind = PST_CELL_NUMBER}, of_score, ALWAYS, NULL},
    {{.name = "rank", .kind = PST_CELL_INTEGER}, of_rank, ALWAYS, NULL},
    {{.name = "n", .kind = PST_CELL_INTEGER, .role = PST_ROLE_LABEL}, of_n, ALWAYS, NULL},
    {{.name = "without_one_low", .kind = PST_CELL_INTEGER}, of_left_low, ALWAYS, "without_one"},
    {{.name = "without_one_high", .kind = PST_CELL_INTEGER}, of_left_high, ALWAYS, NULL},
    {{.name = "weights_low", .kind = PST_CELL_INTEGER}, of_reach_low, OF_MEANS, "weights"},
    {{.name = "weights_high", .kind = PST_CELL_INTEGER}, of_reach_high, OF_MEANS, NULL},
    {{.name = "rank_q05", .kind = PST_CELL_NUMBER}, of_q05, DRAWN, "q05_to_q95"},
    {{.name = "rank_q95", .kind = PST_CELL_NUMBER}, of_q95, DRAWN, NULL},
    {{.name = "rank_median", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR}, of_q50, DRAWN, NULL},
    {{.name = "share_same_rank", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
     of_share_rank,
     DRAWN,
     NULL},
    {{.name = "share_top", .kind = PST_CELL_NUMBER}, of_share_top, TOP, NULL},
    {{.name = "least", .kind = PST_CELL_NUMBER}, of_least, OPEN, "score_within"},
    {{.name = "greatest", .kind = PST_CELL_NUMBER}, of_greatest, OPEN, NULL},
    {{.name = "rank_low", .kind = PST_CELL_INTEGER}, of_rank_low, OPEN, "rank_within"},
    {{.name = "rank_high", .kind = PST_CELL_INTEGER}, of_rank_high, OPEN, NULL},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static const char *const own[] = {"score",
                                  "rank",
                                  "n",
                                  "without_one_low",
                                  "without_one_high",
                                  "weights_low",
                                  "weights_high",
                                  "rank_q05",
                                  "rank_q95",
                                  "rank_median",
                                  "share_same_rank",
                                  "share_top",
                                  "least",
                                  "greatest",
                                  "rank_low",
                                  "rank_high",
                                  "sign",
                                  "order",
                                  "found_by",
                                  "note",
                                  "score_within",
                                  "rank_within",
                                  "without_one",
                                  "weights",
                                  "q05_to_q95",
                                  NULL};

static bool present(const struct table *table, enum presence presence)
{
  const struct pst_composite_settings *s = settings(table);
  bool drawn = s->replicates > 0 && !s->design.copeland;

  switch (presence) {
  case ALWAYS:
    return true;
  case OF_MEANS:
    return !s->design.copeland;
  case DRAWN:
    return drawn;
  case TOP:
    return drawn && s->given.top;
  case OPEN:
    return pst_job_has_leeway(table->job);
  }
  return false;
}

/* --- keys -------------------------------------------------------------------------------------------------------- */

/* Row R of the result is entity I of slice S, in the order of the ranks. */
struct place {
  size_t s, i;
};

static size_t count_rows(const struct pst_composite_slices *slices)
{
  size_t n = 0;

  for (size_t s = 0; s < slices->count; s++)
    n += slices->list[s].n;
  return n;
}

/* The entities of a slice by rank; those without one last, all else in the order of the file. */
static void place_slice(const struct pst_composite_slice *slice, size_t s, struct place *places)
{
  size_t at = 0;

  for (size_t rank = 1; rank <= slice->n; rank++)
    for (size_t i = 0; i < slice->n; i++)
      if (slice->rank[i] == rank)
        places[at++] = (struct place){.s = s, .i = i};
  for (size_t i = 0; i < slice->n; i++)
    if (slice->rank[i] == 0)
      places[at++] = (struct place){.s = s, .i = i};
}

static struct place *place_all(struct pst_job *job, const struct pst_composite_slices *slices)
{
  struct place *places = pst_arena_array(&job->arena, count_rows(slices) + 1, sizeof *places);
  size_t at = 0;

  for (size_t s = 0; s < slices->count && places != NULL; s++) {
    place_slice(&slices->list[s], s, places + at);
    at += slices->list[s].n;
  }
  return places;
}

static size_t frame_row(const struct table *table, const struct place *place)
{
  return table->slices->list[place->s].rows[place->i];
}

static enum pst_status add_keys(struct table *table, const struct place *places,
                                struct pst_error *error)
{
  const struct pst_indicator_frame *frame = table->slices->frame;
  const struct pst_composite_settings *s = settings(table);
  const struct pst_column *entity = pst_job_column(table->job, s->keys.entity_role);
  size_t keys = frame->groups.n_keys;
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < keys && status == PST_OK; k++)
    status =
        pst_indicator_add_label(&table->grid, frame->group_names[k], PST_ROLE_LABEL, own, error);
  if (status == PST_OK && frame->time_text != NULL)
    status =
        pst_indicator_add_label(&table->grid, pst_job_column(table->job, s->keys.time_role)->name,
                                PST_ROLE_LABEL, own, error);
  if (status == PST_OK)
    status = pst_indicator_add_label(&table->grid, entity->name, PST_ROLE_PLAIN, own, error);
  for (size_t r = 0; r < table->grid.n_rows && status == PST_OK; r++) {
    size_t row = frame_row(table, &places[r]);

    for (size_t k = 0; k < keys; k++)
      pst_grid_set_text(&table->grid, r, k, frame->groups.keys[frame->group[row] * keys + k]);
    if (frame->time_text != NULL)
      pst_grid_set_text(&table->grid, r, keys, frame->time_text[row]);
    pst_grid_set_text(&table->grid, r, table->grid.n_columns - 1,
                      pst_column_string(entity, frame->row[row]));
  }
  return status;
}

/* --- numbers ------------------------------------------------------------------------------------------------------- */

static enum pst_status add_column(struct table *table, const struct place *places, size_t c,
                                  struct pst_error *error)
{
  enum pst_status status = pst_grid_add_column(&table->grid, &columns[c].spec, error);

  for (size_t r = 0; r < table->grid.n_rows && status == PST_OK; r++)
    pst_grid_set_number(&table->grid, r, table->grid.n_columns - 1,
                        columns[c].cell(table, places[r].s, places[r].i));
  return status;
}

/* "3", or "3 to 5". */
static enum pst_status add_interval(struct table *table, const struct place *places, size_t c,
                                    struct pst_error *error)
{
  const struct pst_grid_column spec = {.name = columns[c].people,
                                       .align = PST_ALIGN_RIGHT,
                                       .role = columns[c].cell == of_least ? PST_ROLE_MINOR
                                                                           : PST_ROLE_PLAIN};
  enum pst_status status = pst_grid_add_column(&table->grid, &spec, error);

  for (size_t r = 0; r < table->grid.n_rows && status == PST_OK; r++) {
    double low = columns[c].cell(table, places[r].s, places[r].i);
    double high = columns[c + 1].cell(table, places[r].s, places[r].i);
    char first[PST_NUMBER_SIZE], last[PST_NUMBER_SIZE], text[2 * PST_NUMBER_SIZE + 8];

    if (isnan(low) || isnan(high))
      continue;
    pst_number_print_digits(first, low, 6);
    pst_number_print_digits(last, high, 6);
    snprintf(text, sizeof text, "%s%s%s", first, low == high ? "" : " to ",
             low == high ? "" : last);
    status = pst_grid_copy_text(&table->grid, r, table->grid.n_columns - 1, text, error);
  }
  return status;
}

static enum pst_status add_numbers(struct table *table, const struct place *places,
                                   struct pst_error *error)
{
  bool people = pst_job_format(table->job)->for_people;
  enum pst_status status = PST_OK;

  for (size_t c = 0; c < COLUMNS && status == PST_OK; c++) {
    if (!present(table, columns[c].presence))
      continue;
    if (people && columns[c].people != NULL)
      status = add_interval(table, places, c++, error);
    else
      status = add_column(table, places, c, error);
  }
  return status;
}

/* Whether the sign of the score and the rank are the same throughout, and how that is known. */
static enum pst_status add_open(struct table *table, const struct place *places,
                                struct pst_error *error)
{
  static const struct pst_grid_column spec[] = {{.name = "sign", .role = PST_ROLE_MINOR},
                                                {.name = "order"},
                                                {.name = "found_by", .role = PST_ROLE_MINOR}};
  const size_t first = table->grid.n_columns;
  enum pst_status status = PST_OK;

  if (!pst_job_has_leeway(table->job))
    return PST_OK;
  for (size_t c = 0; c < 3 && status == PST_OK; c++)
    status = pst_grid_add_column(&table->grid, &spec[c], error);
  for (size_t r = 0; r < table->grid.n_rows && status == PST_OK; r++) {
    const struct pst_composite_leeway *leeway = &table->slices->leeway[places[r].s];
    const struct pst_composite_open *open = &leeway->of[places[r].i];
    char text[PST_COMPOSITE_FOUND_SIZE];

    if (pst_composite_has_sign(&settings(table)->design))
      pst_grid_set_text(&table->grid, r, first, pst_composite_open_sign(open));
    pst_grid_set_text(&table->grid, r, first + 1, pst_composite_open_order(open));
    pst_composite_found_by(leeway, open, table->job->options.seed, text);
    if (text[0] != '\0')
      status = pst_grid_copy_text(&table->grid, r, first + 2, text, error);
  }
  return status;
}

static enum pst_status add_pillars(struct table *table, const struct place *places,
                                   struct pst_error *error)
{
  const struct pst_composite_design *design = &settings(table)->design;
  enum pst_status status = PST_OK;

  for (size_t p = 0; p < design->n_pillars && status == PST_OK; p++) {
    const struct pst_grid_column spec = {
        .name = pst_arena_format(&table->grid.texts, "score_%s", design->names[p]),
        .kind = PST_CELL_NUMBER,
        .role = PST_ROLE_MINOR};

    status = spec.name == NULL ? pst_fail_memory(error)
                               : pst_grid_add_column(&table->grid, &spec, error);
    for (size_t r = 0; r < table->grid.n_rows && status == PST_OK; r++)
      pst_grid_set_number(
          &table->grid, r, table->grid.n_columns - 1,
          table->slices->list[places[r].s].pillar[places[r].i * design->n_pillars + p]);
  }
  return status;
}

/* --- notes ----------------------------------------------------------------------------------------------------------- */

static enum pst_status add_notes(struct table *table, const struct place *places,
                                 struct pst_error *error)
{
  const struct pst_grid_column spec = {.name = "note", .role = PST_ROLE_NOTE};
  struct pst_buffer note = {.data = NULL};
  enum pst_status status = pst_grid_add_column(&table->grid, &spec, error);

  for (size_t r = 0; r < table->grid.n_rows && status == PST_OK; r++) {
    const struct pst_composite_slice *slice = &table->slices->list[places[r].s];

    pst_buffer_clear(&note);
    pst_composite_note(settings(table), slice, &table->slices->robust[places[r].s],
                       &table->slices->leeway[places[r].s], places[r].i, &note);
    if (note.size > 0)
      status = pst_grid_copy_text(&table->grid, r, table->grid.n_columns - 1,
                                  pst_buffer_string(&note), error);
  }
  pst_buffer_free(&note);
  return status;
}

static bool any_score(const struct pst_composite_slices *slices)
{
  for (size_t s = 0; s < slices->count; s++)
    for (size_t i = 0; i < slices->list[s].n; i++)
      if (slices->list[s].rank[i] > 0
          || (slices->leeway[s].of != NULL && slices->leeway[s].of[i].rank_low > 0))
        return true;
  return false;
}

/* Why no entity has a score: bounds may be what they are known by. */
static enum pst_status fail_empty(const struct pst_composite_slices *slices,
                                  struct pst_error *error)
{
  for (size_t s = 0; s < slices->count; s++)
    if (slices->leeway[s].endless != NULL)
      return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                      slices->leeway[s].endless);
  return pst_fail(error, PST_UNDEFINED,
                  "nothing can be computed: every entity is without an indicator; --missing "
                  "renormalise(SHARE) scores by the others");
}

enum pst_status pst_composite_table(struct pst_job *job, const struct pst_composite_slices *slices,
                                    struct pst_error *error)
{
  struct table table = {.job = job, .slices = slices};
  const struct place *places = place_all(job, slices);
  enum pst_status status = places == NULL
                               ? pst_fail_memory(error)
                               : pst_grid_add_rows(&table.grid, count_rows(slices), error);

  if (status == PST_OK)
    status = add_keys(&table, places, error);
  if (status == PST_OK)
    status = add_numbers(&table, places, error);
  if (status == PST_OK)
    status = add_open(&table, places, error);
  if (status == PST_OK)
    status = add_pillars(&table, places, error);
  if (status == PST_OK)
    status = add_notes(&table, places, error);
  if (status == PST_OK)
    status = pst_job_emit(job, &table.grid, error);
  if (status == PST_OK && !any_score(slices))
    status = fail_empty(slices, error);
  pst_grid_free(&table.grid);
  return status;
}
