/* json.c -- a grid as JSON, as one array or a line a row. */
#include <math.h>

#include "report/escape.h"
#include "report/write/writer.h"

static void put_value(struct pst_buffer *out, const struct pst_grid_column *column, size_t row)
{
  if (pst_cell_missing(column, row))
    pst_buffer_puts(out, "null");
  else if (column->kind == PST_CELL_TEXT)
    pst_escape_json(out, pst_grid_text(column, row));
  else if (isinf(pst_grid_number(column, row)))
    pst_buffer_puts(out, "null"); /* JSON has no infinity */
  else
    pst_cell_exact(out, column, row);
}

/* The names as `"name":`, one after the other; START[j] is where the j-th begins. */
static void put_names(struct pst_buffer *names, size_t *start, const struct pst_grid *grid)
{
  for (size_t j = 0; j < grid->n_columns; j++) {
    start[j] = names->size;
    pst_buffer_putc(names, j == 0 ? '{' : ',');
    pst_escape_json(names, grid->columns[j].name);
    pst_buffer_putc(names, ':');
  }
  start[grid->n_columns] = names->size;
}

/* What stands around the objects. */
struct frame {
  const char *open, *before, *between, *close, *empty;
};

static void put_objects(const struct pst_grid *grid, const struct frame *frame,
                        const struct pst_buffer *names, const size_t *start, struct pst_sink *sink)
{
  struct pst_buffer *out = sink->buffer;

  pst_buffer_puts(out, grid->n_rows == 0 ? frame->empty : frame->open);
  for (size_t row = 0; row < grid->n_rows; row++) {
    pst_buffer_puts(out, row == 0 ? frame->before : frame->between);
    for (size_t j = 0; j < grid->n_columns; j++) {
      pst_buffer_add(out, names->data + start[j], start[j + 1] - start[j]);
      put_value(out, &grid->columns[j], row);
    }
    pst_buffer_puts(out, grid->n_columns == 0 ? "{}" : "}");
    pst_sink_drain(sink);
  }
  if (grid->n_rows > 0)
    pst_buffer_puts(out, frame->close);
}

static enum pst_status write_objects(const struct pst_grid *grid, const struct frame *frame,
                                     struct pst_sink *sink, struct pst_error *error)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_buffer names = {.data = NULL};
  size_t *start = pst_arena_array(&arena, grid->n_columns + 1, sizeof *start);
  enum pst_status status = PST_OK;

  if (start != NULL)
    put_names(&names, start, grid);
  if (start == NULL || names.failed)
    status = pst_fail_memory(error);
  else
    put_objects(grid, frame, &names, start, sink);
  pst_buffer_free(&names);
  pst_arena_free(&arena);
  return status;
}

enum pst_status pst_write_json(const struct pst_grid *grid,
                               const struct pst_report_options *options, struct pst_sink *sink,
                               struct pst_error *error)
{
  static const struct frame frame = {"[\n", "", ",\n", "\n]\n", "[]\n"};

  (void)options;
  return write_objects(grid, &frame, sink, error);
}

enum pst_status pst_write_jsonl(const struct pst_grid *grid,
                                const struct pst_report_options *options, struct pst_sink *sink,
                                struct pst_error *error)
{
  static const struct frame frame = {"", "", "\n", "\n", ""};

  (void)options;
  return write_objects(grid, &frame, sink, error);
}
