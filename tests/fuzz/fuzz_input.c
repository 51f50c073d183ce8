/* fuzz_input.c -- any bytes as a file: compressed, in any encoding, or refused with a message; the
   same text however it is read and peeked at; then as records.

   The first byte chooses the encoding, the second the pieces. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "input/input.h"
#include "table/read/records.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 1 << 20 }; /* of a text, so that a few bytes do not take seconds */

static void require(bool good)
{
  if (!good)
    abort();
}

static void require_message(enum pst_status status, const struct pst_error *error)
{
  require(status == PST_OK
          || (error->status == status && error->message[0] != '\0'
              && (status == PST_USAGE || error->file[0] != '\0')));
}

/* Up to MOST bytes to TEXT, in pieces of PIECE with a peek of PEEK before each (0: none). */
static enum pst_status read_all(const char *path, const char *encoding, size_t piece, size_t peek,
                                struct pst_buffer *text)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_input *input = NULL;
  enum pst_status status = pst_input_open(path, encoding, &input, &error);
  char *data = malloc(piece);
  size_t got = 1;

  require(data != NULL);
  while (status == PST_OK && got > 0 && text->size < MOST) {
    struct pst_text ahead = {"", 0};

    if (peek > 0)
      status = pst_input_peek(input, peek, &ahead, &error);
    if (status != PST_OK) { /* what came before the fault */
      pst_buffer_add(text, ahead.data, ahead.size);
      break;
    }
    status = pst_input_read(input, data, piece, &got, &error);
    require(got <= piece && (status == PST_OK || got == 0));
    pst_buffer_add(text, data, got);
  }
  require_message(status, &error);
  free(data);
  pst_input_close(input);
  return status;
}

static void same_text(const char *path, const char *encoding, size_t piece)
{
  struct pst_buffer one = {.data = NULL}, two = {.data = NULL};
  enum pst_status first = read_all(path, encoding, 1 << 16, 0, &one),
                  second = read_all(path, encoding, 16 + piece, piece, &two);
  size_t n = one.size < two.size ? one.size : two.size;

  require(n == 0 || memcmp(one.data, two.data, n) == 0);
  if (n < MOST)
    require(first == second && (first != PST_OK || one.size == two.size));
  pst_buffer_free(&one);
  pst_buffer_free(&two);
}

static void read_records(const char *path, const char *encoding)
{
  struct pst_reader_options options = {.skip_bad = true};
  struct pst_error error = {.status = PST_OK};
  struct pst_block block = {.n_records = 1};
  struct pst_input *input;
  struct pst_reader *reader = NULL;
  struct pst_text first;
  enum pst_status status = pst_input_open(path, encoding, &input, &error);

  if (status != PST_OK)
    return;
  if (pst_input_peek(input, 100, &first, &error) != PST_OK)
    pst_error_clear(&error);
  status = pst_reader_open_input(input, &options, &reader, &error);
  for (int i = 0; i < 100 && status == PST_OK && block.n_records > 0; i++) {
    double fraction = pst_reader_fraction(reader);

    require(fraction >= 0 && fraction <= 1);
    status = pst_reader_next(reader, &block, &error);
  }
  require_message(status, &error);
  pst_reader_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const encodings[] = {
      NULL,     NULL,      NULL,          "UTF-8",        "UTF-16",   "UTF-16LE", "CP932",
      "EUC-JP", "GB18030", "ISO-8859-15", "WINDOWS-1252", "UTF-32LE", "NONE"};
  const char *encoding;
  char path[40];
  int file;

  if (size < 2)
    return 0;
  encoding = encodings[data[0] % (sizeof encodings / sizeof *encodings)];
  file = memfd_create("input", MFD_CLOEXEC);
  require(file >= 0 && write(file, data + 2, size - 2) == (ssize_t)(size - 2));
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  same_text(path, encoding, data[1]);
  read_records(path, encoding);
  close(file);
  return 0;
}
