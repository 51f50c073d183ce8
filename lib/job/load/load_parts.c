/* load_parts.c -- parts that are to be made: said with their commands, or told to who makes them. */
#include "cli/program.h"
#include "job/load/load_steps.h"

enum pst_status pst_load_fail_parts(struct pst_load *load, const struct pst_buffer *lines, size_t n,
                                    struct pst_error *error)
{
  struct pst_load_task *task = load->task;
  size_t of = load->pieces.plan->n;

  if (task->demands != NULL) {
    task->n_demands = load->pieces.n_demands;
    memcpy(task->demands, load->pieces.demands, task->n_demands * sizeof *task->demands);
  } else {
    pst_program_say(lines);
  }
  return pst_fail(error, PST_AGAIN,
                  "%zu of %zu part%s must be made, by the command%s above; then merge again", n, of,
                  of == 1 ? "" : "s", n == 1 ? "" : "s");
}

enum pst_status pst_load_fail_rows(struct pst_load *load, struct pst_error *error)
{
  struct pst_buffer lines = {.size = 0};
  enum pst_status status;
  size_t n;

  pst_pieces_say_rows(&load->pieces, &lines, &n);
  status = pst_load_fail_parts(load, &lines, n, error);
  pst_buffer_free(&lines);
  return status;
}

void pst_load_say_broken(struct pst_load *load, struct pst_error *error)
{
  struct pst_buffer line = {.size = 0};
  unsigned long long from;
  size_t tile;

  if (load->main == NULL || load->pieces.n_files == 0)
    return;
  tile = pst_loader_broken(load->main, &from);
  pst_pieces_say_broken(&load->pieces, tile, from, &line);
  pst_error_clear(error);
  pst_load_fail_parts(load, &line, 1, error);
  pst_buffer_free(&line);
}
