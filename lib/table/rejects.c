#include "table/rejects.h"

enum pst_status pst_rejects_open(struct pst_rejects *rejects, const char *path,
                                 struct pst_error *error)
{
  enum pst_status status = pst_output_open(&rejects->output, path, error);

  if (status == PST_OK)
    fputs("file,line,reason,record\n", rejects->output.file);
  return status;
}

static void put_quoted(FILE *file, struct pst_text text)
{
  putc('"', file);
  for (size_t i = 0; i < text.size; i++) {
    if (text.data[i] == '"')
      putc('"', file);
    putc(text.data[i], file);
  }
  putc('"', file);
}

void pst_rejects_add(struct pst_rejects *rejects, const char *file, unsigned long line,
                     const char *reason, struct pst_text raw)
{
  FILE *out = rejects->output.file;

  if (out == NULL)
    return;
  put_quoted(out, pst_text_of(file));
  fprintf(out, ",%lu,", line);
  put_quoted(out, pst_text_of(reason));
  putc(',', out);
  put_quoted(out, raw);
  putc('\n', out);
}

enum pst_status pst_rejects_commit(struct pst_rejects *rejects, struct pst_error *error)
{
  return rejects->output.file == NULL ? PST_OK : pst_output_commit(&rejects->output, error);
}

void pst_rejects_discard(struct pst_rejects *rejects)
{
  if (rejects->output.file != NULL)
    pst_output_discard(&rejects->output);
}
