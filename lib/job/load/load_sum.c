/* load_sum.c -- what the rows of a part come to, kept in the place of the rows. */
#include <math.h>

#include "base/pack.h"
#include "job/load/cells_run.h"
#include "table/load/packed/facts.h"

/* The last digits of logarithms and powers depend on the mathematical library, and on the processor that it finds:
   values that --let and --where compute on two machines may go together only where these numbers are the same. */
static uint64_t probe(void)
{
  uint64_t hash = UINT64_C(0xCBF29CE484222325);

  for (int i = 1; i <= 64; i++) {
    double x = 0.37 * i, values[] = {log(x), exp(x / 8), pow(x, 1.7), log10(x), pow(10, -x)};

    for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
      uint64_t bits;

      memcpy(&bits, &values[v], sizeof bits);
      hash = (hash ^ bits) * UINT64_C(0x100000001B3);
    }
  }
  return hash;
}

bool pst_load_beside_pack(const struct pst_load *load, struct pst_buffer *out)
{
  pst_pack_number(out, probe());
  pst_pack_number(out, load->job->count.where);
  pst_pack_number(out, load->undecided);
  pst_pack_number(out, load->job->cells.parts);
  for (size_t i = 0; i < load->n_lets; i++)
    pst_pack_number(out, load->lets[i].undefined);
  return pst_facts_pack(load->main, out);
}

enum pst_status pst_load_beside_join(struct pst_load *load, struct pst_unpack *in, bool *enough,
                                     struct pst_error *error)
{
  enum pst_period_kind parts;

  *enough = pst_unpack_number(in) == probe() && *enough;
  load->job->count.where += (size_t)pst_unpack_number(in);
  load->undecided += (size_t)pst_unpack_number(in);
  parts = (enum pst_period_kind)pst_unpack_number(in);
  if (load->job->cells.parts == PST_PERIOD_NONE && parts < PST_PERIOD_KINDS)
    load->job->cells.parts = parts;
  for (size_t i = 0; i < load->n_lets; i++)
    load->lets[i].undefined += (size_t)pst_unpack_number(in);
  return pst_facts_join(load->main, in, enough, error);
}

enum pst_status pst_load_sum_pack(const struct pst_cells_run *run, struct pst_buffer *out,
                                  bool *enough, struct pst_error *error)
{
  *enough = pst_load_beside_pack(run->load, out);
  return pst_cells_pack(run->cells, out) && !out->failed ? PST_OK : pst_fail_memory(error);
}

/* --- all parts ------------------------------------------------------------------------------------- */

struct joining {
  struct pst_cells_run *run;
  struct pst_load_lines lines;
  unsigned long long rows;
  bool enough;
};

enum pst_status pst_load_lines_new(struct pst_load *load, struct pst_load_lines *lines,
                                   struct pst_error *error)
{
  size_t n = load->job->table.n_files + 1;

  lines->behind = pst_arena_array(&load->job->arena, n, sizeof *lines->behind);
  lines->next = pst_arena_array(&load->job->arena, n, sizeof *lines->next);
  return lines->behind == NULL || lines->next == NULL ? pst_fail_memory(error) : PST_OK;
}

/* Lines of a tile are counted from where it knew them. */
void pst_load_lines_place(struct pst_load_lines *lines, const struct pst_part *part)
{
  for (size_t t = 0; t < part->n_tiles; t++) {
    const struct pst_tile *tile = &part->tiles[t];
    unsigned long at = lines->next[tile->file] == 0 ? tile->line : lines->next[tile->file];

    lines->behind[tile->file] = at - tile->line;
    lines->next[tile->file] = at + tile->lines;
  }
}

static enum pst_status join_cells(struct joining *joining, struct pst_unpack *in,
                                  struct pst_error *error)
{
  struct pst_cells_run *run = joining->run;
  struct pst_cells *cells = NULL;
  unsigned long long rows = 0;
  enum pst_status status = pst_cells_unpack(in, &cells, error);

  if (status != PST_OK)
    return status;
  if (!pst_cells_files(cells, run->load->job->table.n_files))
    status = pst_fail(error, PST_BAD_DATA, "the sums of a part are of other files");
  if (status == PST_OK) {
    rows = pst_cells_rows(cells);
    pst_cells_shift(cells, joining->rows, joining->lines.behind);
    joining->rows += rows;
    /* Times of two kinds: the rows tell which is the first. */
    status = pst_cells_merge(run->cells, cells, run->load->job->table.files, NULL);
    joining->enough = joining->enough && status != PST_BAD_DATA;
    status = status == PST_BAD_DATA ? PST_OK : status;
    if (status != PST_OK)
      pst_fail_memory(error);
  }
  pst_cells_free(cells);
  return status;
}

static enum pst_status join_part(struct joining *joining, const struct pst_part *part,
                                 struct pst_error *error)
{
  struct pst_unpack in = {.left = part->sums};
  enum pst_status status = pst_load_beside_join(joining->run->load, &in, &joining->enough, error);

  pst_load_lines_place(&joining->lines, part);
  if (status == PST_OK && joining->enough && !in.failed)
    status = join_cells(joining, &in, error);
  if (status == PST_OK && in.failed)
    status = pst_fail(error, PST_BAD_DATA, "the sums of a part are not those of these options");
  return status;
}

enum pst_status pst_load_sum_join(struct pst_cells_run *run, struct pst_error *error)
{
  struct pst_load *load = run->load;
  const struct pst_pieces *pieces = &load->pieces;
  struct joining joining = {.run = run, .enough = true};
  enum pst_status status = pst_load_lines_new(load, &joining.lines, error);

  for (size_t i = 0; i < pieces->n_parts && status == PST_OK; i++)
    status = join_part(&joining, pieces->parts[i], error);
  if (status == PST_OK && !(joining.enough && pst_facts_same(load->main)))
    status = pst_load_fail_rows(load, error);
  return status;
}
