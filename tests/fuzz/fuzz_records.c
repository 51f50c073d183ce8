/* fuzz_records.c -- any bytes as a delimited file: refused with a status, or read into records that
   have as many fields as the header and lines that go up.

   The first byte chooses the options: header, bad records, delimiter, encoding. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "table/load/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_records(const char *path, const struct pst_reader_options *options)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_reader *reader = NULL;
  struct pst_block block = {.n_records = 1};
  unsigned long line = 0;
  size_t sum = 0;
  enum pst_status status = pst_reader_open(path, options, &reader, &error);

  while (status == PST_OK && block.n_records > 0) {
    status = pst_reader_next(reader, &block, &error);
    for (size_t r = 0; status == PST_OK && r < block.n_records; r++) {
      if (block.line[r] <= line || block.n_columns != pst_reader_columns(reader))
        abort();
      line = block.line[r];
      for (size_t f = 0; f < block.n_columns; f++) {
        struct pst_text field = pst_block_field(&block, r, f);

        for (size_t i = 0; i < field.size; i++)
          sum += (unsigned char)field.data[i];
      }
    }
  }
  if (status != PST_OK && (error.status != status || error.message[0] == '\0' || sum == SIZE_MAX))
    abort();
  pst_reader_close(reader);
}

/* All columns, as what they are. */
static void load(const char *path, const struct pst_reader_options *options)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_load_options how = {.reader = *options};
  struct pst_loader *loader = NULL;
  struct pst_table table = {.n_rows = 0};
  size_t column;
  enum pst_status status = pst_loader_open(&path, 1, &how, &loader, &error);

  for (size_t i = 0; status == PST_OK && i < pst_loader_columns(loader) && i < 8; i++)
    status = pst_loader_ask_field(loader, i, (enum pst_want)(i % 4), &column, &error);
  if (status == PST_OK)
    status = pst_loader_run(loader, &table, &error);
  if (status == PST_OK && table.rows_read != table.n_rows + table.rows_rejected)
    abort();
  for (size_t i = 0; status == PST_OK && i < table.n_columns; i++) {
    size_t missing = 0;

    for (size_t r = 0; r < table.n_rows; r++)
      missing += pst_column_missing(&table.columns[i], r);
    if (missing != table.columns[i].n_missing)
      abort();
  }
  pst_loader_close(loader);
  pst_table_free(&table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char delimiters[] = {'\0', ',', ';', '\t'};
  struct pst_reader_options options = {.delimiter = '\0'};
  char path[40];
  int file;

  if (size == 0)
    return 0;
  options.no_header = data[0] & 1;
  options.skip_bad = data[0] & 2;
  options.delimiter = delimiters[data[0] >> 2 & 3];
  options.encoding = data[0] & 16 ? "UTF-16LE" : data[0] & 32 ? "CP932" : NULL;
  file = memfd_create("records", MFD_CLOEXEC);
  if (file < 0 || write(file, data + 1, size - 1) != (ssize_t)(size - 1))
    abort();
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  read_records(path, &options);
  load(path, &options);
  close(file);
  return 0;
}
