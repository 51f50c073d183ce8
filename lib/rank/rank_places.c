/* rank_places.c -- the table of places: a row an entity and period, found when it is written. */
#include "rank/rank_places.h"

#include <math.h>
#include <string.h>

#include "rank/rank_digits.h"

/* What a column is, behind those of the groups. */
enum what {
  OF_VARIABLE,
  OF_ENTITY,
  OF_PERIOD,
  OF_VALUE,
  OF_LOW,
  OF_HIGH,
  OF_N,
  OF_BOUNDS,
  OF_SET_LOW,
  OF_SET_HIGH,
  OF_SET_ALL_LOW,
  OF_SET_ALL_HIGH,
  OF_ORDER,
  OF_KEY /* of group 0, 1, ... */
};

/* A row: a place of a ranking. */
struct row {
  uint32_t ranking, place;
};

struct places {
  const struct pst_rankings *rankings;
  const struct pst_column *entity;
  const struct pst_column **y; /* of each variable */
  const struct row *rows;
  size_t n_rows;
  char *text; /* PST_CELL_SIZE bytes */
};

static const struct pst_ranking *ranking_of(const struct places *places, size_t row)
{
  return &places->rankings->list[places->rows[row].ranking];
}

static const struct pst_place *place_of(const struct places *places, size_t row)
{
  return &ranking_of(places, row)->places[places->rows[row].place];
}

/* Entities stand in the order of their ranks, all over the table: what is wanted soon is fetched meanwhile.  Inlined, as
   pst_column_fetch says. */
static inline __attribute__((always_inline)) void fetch(const struct places *places, size_t row)
{
  enum { TEXT = 6, CODE = 12, PLACE = 24 };
  const struct pst_dictionary *texts = pst_column_texts(places->entity);
  const struct pst_place *place;

  if (row + PLACE >= places->n_rows)
    return;
  place = place_of(places, row + PLACE);
  pst_column_fetch(places->entity, place->row);
  pst_column_fetch(places->y[ranking_of(places, row)->variable], place->row);
  place = place_of(places, row + CODE);
  __builtin_prefetch(&texts->texts[pst_column_code(places->entity, place->row)]);
  place = place_of(places, row + TEXT);
  __builtin_prefetch(pst_column_string(places->entity, place->row));
}

static const char *text(const void *context, size_t row, size_t what)
{
  const struct places *places = context;
  const struct pst_ranking *ranking = ranking_of(places, row);
  const struct pst_place *place = place_of(places, row);
  const struct pst_column *y = places->y[ranking->variable];

  switch (what) {
  case OF_VARIABLE:
    return y->name;
  case OF_ENTITY:
    fetch(places, row);
    return pst_column_string(places->entity, place->row);
  case OF_PERIOD:
    return places->rankings->periods[place->period].text;
  case OF_VALUE: /* of more digits than a number of the grid has */
    return pst_column_known(y, place->row) ? pst_column_text(y, place->row, places->text) : NULL;
  case OF_BOUNDS:
    return pst_column_bounded(y, place->row) ? pst_column_text(y, place->row, places->text) : NULL;
  case OF_ORDER:
    return pst_rank_order(y, ranking, places->rows[row].place);
  default:
    return places->rankings->groups
        .keys[ranking->group * places->rankings->groups.n_keys + what - OF_KEY];
  }
}

static double number(const void *context, size_t row, size_t what)
{
  const struct places *places = context;
  const struct pst_ranking *ranking = ranking_of(places, row);
  const struct pst_place *place = place_of(places, row);
  const struct pst_rank_set *set =
      ranking->sets == NULL ? NULL : &ranking->sets[places->rows[row].place];

  switch (what) {
  case OF_VALUE:
    return pst_column_number(places->y[ranking->variable], place->row);
  case OF_LOW:
    return place->low;
  case OF_HIGH:
    return place->high;
  case OF_N:
    return (double)place->n;
  case OF_SET_LOW:
    return set == NULL ? (double)NAN : set->low;
  case OF_SET_HIGH:
    return set == NULL ? (double)NAN : set->high;
  case OF_SET_ALL_LOW:
    return set == NULL ? (double)NAN : set->all_low;
  default:
    return set == NULL ? (double)NAN : set->all_high;
  }
}

static bool is_wanted(const struct pst_rank_settings *settings, const struct pst_rankings *rankings,
                      const struct pst_place *place)
{
  return place->period >= rankings->from && place->period <= rankings->to
         && (settings->top == 0 || pst_rank_in_top(place, settings->top) != 0);
}

static bool list_rows(struct pst_job *job, const struct pst_rank_settings *settings,
                      struct places *places)
{
  const struct pst_rankings *rankings = places->rankings;
  struct row *rows;
  size_t most = 0;

  for (size_t r = 0; r < rankings->count; r++)
    most += rankings->list[r].n_places;
  rows = pst_arena_alloc(&job->arena, (most + 1) * sizeof *rows);
  for (size_t r = 0; r < rankings->count && rows != NULL; r++)
    for (size_t i = 0; i < rankings->list[r].n_places; i++)
      if (is_wanted(settings, rankings, &rankings->list[r].places[i]))
        rows[places->n_rows++] = (struct row){.ranking = (uint32_t)r, .place = (uint32_t)i};
  places->rows = rows;
  return rows != NULL;
}

/* What the column called NAME is, of those behind the labels. */
static size_t what_of(const char *name)
{
  static const struct {
    const char *name;
    enum what what;
  } own[] = {{"period", OF_PERIOD},
             {"value", OF_VALUE},
             {"rank_low", OF_LOW},
             {"rank_high", OF_HIGH},
             {"n", OF_N},
             {"value_bounds", OF_BOUNDS},
             {"set_low", OF_SET_LOW},
             {"set_high", OF_SET_HIGH},
             {"set_all_low", OF_SET_ALL_LOW},
             {"set_all_high", OF_SET_ALL_HIGH},
             {"order", OF_ORDER}};
  size_t i = 0;

  while (strcmp(own[i].name, name) != 0)
    i++;
  return own[i].what;
}

static void set_sources(const struct pst_rank_settings *settings,
                        const struct pst_rankings *rankings, const struct pst_grid_source *source,
                        struct pst_grid *grid)
{
  const size_t keys = rankings->groups.n_keys, several = settings->y.count > 1;

  for (size_t c = 0; c < grid->n_columns; c++) {
    grid->columns[c].source = source;
    grid->columns[c].place = c < keys                         ? OF_KEY + c
                             : c < keys + several             ? (size_t)OF_VARIABLE
                             : c < keys + several + (size_t)1 ? (size_t)OF_ENTITY
                                                              : what_of(grid->columns[c].name);
  }
}

enum pst_status pst_rank_places_fill(struct pst_job *job, const struct pst_rank_settings *settings,
                                     const struct pst_rankings *rankings, struct pst_grid *grid,
                                     struct pst_error *error)
{
  struct places *places = pst_arena_array(&job->arena, 1, sizeof *places);
  struct pst_grid_source *source = pst_arena_array(&job->arena, 1, sizeof *source);

  if (places == NULL || source == NULL)
    return pst_fail_memory(error);
  *places = (struct places){
      .rankings = rankings,
      .entity = pst_job_column(job, settings->entity_role),
      .y = pst_arena_array(&job->arena, settings->y.count + 1, sizeof *places->y),
      .text = pst_arena_array(&job->arena, PST_CELL_SIZE, 1),
  };
  if (places->y == NULL || places->text == NULL || !list_rows(job, settings, places))
    return pst_fail_memory(error);
  for (size_t v = 0; v < settings->y.count; v++)
    places->y[v] = pst_job_column(job, settings->y.roles[v]);
  *source = (struct pst_grid_source){.number = number, .text = text, .context = places};
  set_sources(settings, rankings, source, grid);
  return pst_grid_add_rows(grid, places->n_rows, error);
}
