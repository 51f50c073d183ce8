/* rejects.c -- the records that were left out, as a CSV file: file,line,reason,record. */
#include "table/read/rejects.h"

#include <stdlib.h>

#include "base/array.h"

enum pst_status pst_rejects_open(struct pst_rejects *rejects, const char *path,
                                 struct pst_error *error)
{
  enum pst_status status;

  *rejects = (struct pst_rejects){.n_entries = 0};
  status = pst_output_open(&rejects->output, path, error);

  if (status == PST_OK)
    fputs("file,line,reason,record\n", rejects->output.file);
  return status;
}

struct pst_rejects_entry {
  unsigned long line;
  size_t start, size; /* in the text */
};

static void put_quoted(struct pst_buffer *out, struct pst_text text)
{
  pst_buffer_putc(out, '"');
  for (size_t i = 0; i < text.size; i++) {
    if (text.data[i] == '"')
      pst_buffer_putc(out, '"');
    pst_buffer_putc(out, text.data[i]);
  }
  pst_buffer_putc(out, '"');
}

static struct pst_rejects_entry *add_entry(struct pst_rejects *rejects)
{
  if (!PST_ARRAY_ROOM(rejects->entries, rejects->room, rejects->n_entries + 1)) {
    rejects->no_memory = true;
    return NULL;
  }
  return &rejects->entries[rejects->n_entries++];
}

void pst_rejects_add(struct pst_rejects *rejects, const char *file, unsigned long line,
                     const char *reason, struct pst_text raw)
{
  struct pst_buffer *text = &rejects->text;
  struct pst_rejects_entry *entry;

  if (rejects->output.file == NULL)
    return;
  entry = add_entry(rejects);
  if (entry == NULL)
    return;
  entry->line = line;
  entry->start = text->size;
  put_quoted(text, pst_text_of(file));
  pst_buffer_printf(text, ",%lu,", line);
  put_quoted(text, pst_text_of(reason));
  pst_buffer_putc(text, ',');
  put_quoted(text, raw);
  pst_buffer_putc(text, '\n');
  entry->size = text->size - entry->start;
}

static int by_line(const void *a, const void *b)
{
  const struct pst_rejects_entry *p = a, *q = b;

  return p->line != q->line ? (p->line < q->line ? -1 : 1)
                            : (p->start > q->start) - (p->start < q->start);
}

void pst_rejects_flush(struct pst_rejects *rejects)
{
  rejects->no_memory = rejects->no_memory || rejects->text.failed;
  if (rejects->n_entries > 0 && !rejects->no_memory) {
    qsort(rejects->entries, rejects->n_entries, sizeof *rejects->entries, by_line);
    for (size_t i = 0; i < rejects->n_entries; i++)
      fwrite(rejects->text.data + rejects->entries[i].start, 1, rejects->entries[i].size,
             rejects->output.file);
  }
  rejects->n_entries = 0;
  pst_buffer_clear(&rejects->text);
}

enum pst_status pst_rejects_commit(struct pst_rejects *rejects, struct pst_error *error)
{
  if (rejects->output.file == NULL)
    return PST_OK;
  pst_rejects_flush(rejects);
  if (rejects->no_memory)
    return pst_fail_memory(error);
  return pst_output_commit(&rejects->output, error);
}

void pst_rejects_discard(struct pst_rejects *rejects)
{
  if (rejects->output.file != NULL)
    pst_output_discard(&rejects->output);
  pst_buffer_free(&rejects->text);
  free(rejects->entries);
  *rejects = (struct pst_rejects){.n_entries = 0};
}
