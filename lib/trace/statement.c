/* statement.c -- the statement `table` of a file, to start from. */
#include <stdlib.h>
#include <string.h>

#include "language/scan.h"
#include "trace/table.h"

/* A column's name, in quotes where it is no word. */
static void put_column(struct pst_buffer *out, const char *name)
{
  bool word = name[0] != '\0' && !(name[0] >= '0' && name[0] <= '9')
              && !pst_scan_reserved(pst_text_of(name), PST_CLAIMS);

  for (const char *c = name; *c != '\0'; c++)
    word = word
           && ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9')
               || *c == '_');
  pst_buffer_printf(out, word ? "%s" : "\"%s\"", name);
}

static void put_string(struct pst_buffer *out, const char *text)
{
  pst_buffer_putc(out, '"');
  for (; *text != '\0'; text++) {
    if (*text == '"' || *text == '\\')
      pst_buffer_putc(out, '\\');
    pst_buffer_putc(out, *text);
  }
  pst_buffer_putc(out, '"');
}

void pst_trace_name(struct pst_buffer *out, const struct pst_trace_table *table, size_t value)
{
  size_t before = out->size;

  pst_buffer_puts(out, table->name);
  if (table->value_count > 1) {
    pst_buffer_putc(out, '_');
    for (const char *c = table->columns[value].column->name; *c != '\0'; c++)
      pst_buffer_putc(out, (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z')
                                   || (*c >= '0' && *c <= '9')
                               ? *c
                               : '_');
  }
  if (!out->failed && pst_scan_reserved(pst_text_of(out->data + before), PST_CLAIMS))
    pst_buffer_putc(out, '_');
}

void pst_trace_index(struct pst_buffer *out, const struct pst_trace_table *table, size_t row,
                     size_t key)
{
  const struct pst_trace_column *c = &table->columns[table->keys[key]];
  unsigned code = pst_column_code(c->column, row);
  const char *text = pst_dictionary_string(pst_column_texts(c->column), code);

  if (c->role == PST_TRACE_TIME && (c->whole || c->fiscal))
    pst_buffer_puts(out, c->fiscal ? text + 2 : text);
  else
    put_string(out, text);
}

/* Years that there should be, where some are lacking: then they are missing cells, and no slips. */
static void put_range(struct pst_buffer *out, const struct pst_trace_table *table, size_t key)
{
  const struct pst_trace_column *c = &table->columns[table->keys[key]];
  double low = 0, high = 0;

  if (c->role != PST_TRACE_TIME || !(c->whole || c->fiscal) || c->distinct < 2)
    return;
  low = high = c->value[0];
  for (size_t i = 1; i < c->distinct; i++) {
    low = c->value[i] < low ? c->value[i] : low;
    high = c->value[i] > high ? c->value[i] : high;
  }
  if (high - low + 1 > (double)c->distinct)
    pst_buffer_printf(out, " %.0f..%.0f", low, high);
}

static void put_value(struct pst_buffer *out, const struct pst_trace_column *c)
{
  struct pst_arena arena = PST_ARENA_EMPTY;

  put_column(out, c->column->name);
  if (c->has_unit && c->unit.kind != PST_UNIT_PLAIN)
    pst_buffer_printf(out, " %s", pst_unit_print(&arena, &c->unit));
  if (c->decimals > 0)
    pst_buffer_puts(out, " printed");
  pst_arena_free(&arena);
}

/* Folders that OUTPUT is below the current one; -1: that cannot be told from its name. */
static int depth_of(const char *output)
{
  int depth = 0;

  if (output == NULL || strcmp(output, "-") == 0)
    return 0;
  if (output[0] == '/')
    return -1;
  for (const char *slash; (slash = strchr(output, '/')) != NULL; output = slash + 1) {
    size_t size = (size_t)(slash - output);

    if (size == 2 && strncmp(output, "..", 2) == 0)
      return -1;
    depth += size > 0 && !(size == 1 && output[0] == '.');
  }
  return depth;
}

void pst_trace_path(struct pst_buffer *out, const char *path, const char *output)
{
  struct pst_buffer text = {.data = NULL};
  int depth = depth_of(output);
  char *whole = path[0] != '/' && depth < 0 ? realpath(path, NULL) : NULL;

  for (int i = 0; i < depth && path[0] != '/'; i++)
    pst_buffer_puts(&text, "../");
  pst_buffer_puts(&text, whole != NULL ? whole : path);
  put_string(out, pst_buffer_string(&text));
  out->failed = out->failed || text.failed;
  pst_buffer_free(&text);
  free(whole);
}

void pst_trace_statement(struct pst_buffer *out, const struct pst_trace_table *table, size_t value,
                         const char *output)
{
  pst_buffer_puts(out, "table ");
  pst_trace_name(out, table, value);
  pst_buffer_putc(out, ' ');
  pst_trace_path(out, table->path, output);
  pst_buffer_puts(out, "\n  key ");
  for (size_t k = 0; k < table->key_count; k++) {
    pst_buffer_puts(out, k > 0 ? ", " : "");
    put_column(out, table->columns[table->keys[k]].column->name);
    put_range(out, table, k);
  }
  pst_buffer_puts(out, "\n  value ");
  put_value(out, &table->columns[value]);
  pst_buffer_putc(out, '\n');
}
