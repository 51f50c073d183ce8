/* partials.h -- partial files for tests: parts of tiles without rows. */
#ifndef PST_TESTS_SCALE_PARTIALS_H
#define PST_TESTS_SCALE_PARTIALS_H

#include "file.h"
#include "scale/part_file.h"

static inline struct pst_plan plan_of(size_t n, struct pst_stamp *stamp)
{
  static const char *const operands[] = {"a.csv", "b.csv"};
  static struct pst_list list;
  static const char *items[2];

  items[0] = operands[0];
  items[1] = operands[1];
  list = (struct pst_list){.items = items, .count = 2};
  return (struct pst_plan){.version = "1",
                           .program = "polstat-trend",
                           .operands = list,
                           .stamps = stamp,
                           .n_stamps = 1,
                           .n = n};
}

/* The file NAME with the part K of PLAN, whose one tile is of FILE, from START to STOP, and which has SUMS. */
static inline const char *put_sums(const char *name, const struct pst_plan *plan, size_t k,
                                   size_t file, unsigned long long start, unsigned long long stop,
                                   const char *sums)
{
  const char *path = file_path(name);
  const struct pst_tile tile = {.file = file,
                                .start = start,
                                .stop = stop,
                                .lines = 3,
                                .n_rows = 2,
                                .rows = {.data = "rows", .size = 4},
                                .rejects = {.data = "", .size = 0}};
  struct pst_buffer plan_bytes = {.size = 0}, bytes = {.size = 0};
  struct pst_part part = {.k = k};

  pst_plan_pack(plan, &plan_bytes);
  pst_part_pack(k, &tile, 1, pst_text_of(sums), &bytes);
  part.bytes = (struct pst_text){bytes.data, bytes.size};
  assert_int_equal(
      pst_partial_write(path, (struct pst_text){plan_bytes.data, plan_bytes.size}, &part, 1, NULL),
      PST_OK);
  pst_buffer_free(&plan_bytes);
  pst_buffer_free(&bytes);
  return path;
}

/* The same with its rows alone. */
static inline const char *put_part(const char *name, const struct pst_plan *plan, size_t k,
                                   size_t file, unsigned long long start, unsigned long long stop)
{
  return put_sums(name, plan, k, file, start, stop, "");
}

#endif
