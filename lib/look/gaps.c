/* gaps.c -- times that a series lacks between its first and its last. */
#include "look/gaps.h"

#include <stdint.h>
#include <stdlib.h>

static int compare_times(const void *a, const void *b)
{
  size_t x = *(const size_t *)a, y = *(const size_t *)b;

  return (x > y) - (x < y);
}

/* The times of each series, one after the other: those of series S are time[first[S]] and on. */
struct series {
  size_t *first; /* n_series + 1 */
  size_t *time;
  size_t *last; /* of the rows so far, its time + 1 */
  bool *unsorted;
};

static bool make_series(struct series *series, size_t n, size_t n_series, struct pst_arena *arena)
{
  series->first = pst_arena_array(arena, n_series + 2, sizeof *series->first);
  series->time = pst_arena_array(arena, n + 1, sizeof *series->time);
  series->last = pst_arena_array(arena, n_series + 1, sizeof *series->last);
  series->unsorted = pst_arena_array(arena, n_series + 1, sizeof *series->unsorted);
  return series->first != NULL && series->time != NULL && series->last != NULL
         && series->unsorted != NULL;
}

/* A counting sort by series; first[S + 1] is where the next time of S goes while it runs. */
static void fill_series(struct series *series, const struct pst_gap_row *rows, size_t n,
                        size_t n_series, struct pst_gaps *out)
{
  for (size_t i = 0; i < n; i++)
    series->first[rows[i].series + 2]++;
  for (size_t s = 2; s <= n_series; s++)
    series->first[s] += series->first[s - 1];
  for (size_t i = 0; i < n; i++) {
    size_t s = rows[i].series, before = series->last[s];

    series->time[series->first[s + 1]++] = rows[i].time;
    series->last[s] = rows[i].time + 1;
    if (before <= rows[i].time + 1)
      continue;
    if (out->unsorted == SIZE_MAX)
      out->unsorted = i;
    out->n_unsorted += !series->unsorted[s];
    series->unsorted[s] = true;
  }
}

static void look_at(size_t s, const size_t *time, size_t n, size_t n_times, size_t named,
                    struct pst_gaps *out)
{
  size_t distinct = 1;
  bool broken = false;

  for (size_t i = 1; i < n; i++) {
    size_t before = time[i - 1], lacking = time[i] > before ? time[i] - before - 1 : 0;

    distinct += time[i] > before;
    if (lacking == 0)
      continue;
    broken = true;
    out->n_lacking += lacking;
    if (out->n_gaps < named)
      out->gaps[out->n_gaps++] =
          (struct pst_gap){.series = s, .first = before + 1, .last = time[i] - 1};
  }
  out->n_series++;
  out->n_complete += distinct == n_times;
  out->n_broken += broken;
  out->broken[s] = broken;
}

enum pst_status pst_gaps_find(const struct pst_gap_row *rows, size_t n, size_t n_series,
                              size_t n_times, size_t named, struct pst_arena *arena,
                              struct pst_gaps *out, struct pst_error *error)
{
  struct series series;

  *out = (struct pst_gaps){.unsorted = SIZE_MAX};
  out->gaps = pst_arena_array(arena, named + 1, sizeof *out->gaps);
  out->broken = pst_arena_array(arena, n_series + 1, sizeof *out->broken);
  if (out->gaps == NULL || out->broken == NULL || !make_series(&series, n, n_series, arena))
    return pst_fail_memory(error);
  fill_series(&series, rows, n, n_series, out);
  for (size_t s = 0; s < n_series; s++) {
    size_t *time = series.time + series.first[s], count = series.first[s + 1] - series.first[s];

    if (count == 0)
      continue;
    if (series.unsorted[s])
      qsort(time, count, sizeof *time, compare_times);
    look_at(s, time, count, n_times, named, out);
  }
  return PST_OK;
}
