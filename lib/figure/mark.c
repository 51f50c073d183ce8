/* mark.c -- a mark in a file of a figure that tells what it was drawn from. */
#include "figure/mark.h"

#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

/* The mark stands among the last bytes of a file: a png has its end and a checksum behind it. */
enum { TAIL = 256, PNG_END = 12, CHUNK_MOST = 128 };

static const char word[] = "polstat ";

static void add_text(struct sha256_ctx *hash, const char *text)
{
  if (text != NULL)
    sha256_update(hash, strlen(text), (const uint8_t *)text);
  sha256_update(hash, 1, (const uint8_t *)"");
}

void pst_mark_make(char mark[PST_MARK_SIZE], const char *script, const struct pst_figure *figure)
{
  struct sha256_ctx hash;
  uint8_t digest[SHA256_DIGEST_SIZE];

  sha256_init(&hash);
  add_text(&hash, PST_VERSION);
  add_text(&hash, script);
  add_text(&hash, figure->title);
  add_text(&hash, figure->y_label);
  for (size_t i = 0; i < figure->n_series; i++) {
    const struct pst_figure_series *series = &figure->series[i];

    add_text(&hash, series->name);
    for (size_t k = 0; series->labels != NULL && k < series->n; k++)
      add_text(&hash, series->labels[k]);
  }
  sha256_digest(&hash, sizeof digest, digest);
  for (size_t i = 0; i < sizeof digest; i++)
    snprintf(mark + 2 * i, 3, "%02x", (unsigned)digest[i]);
}

bool pst_mark_stands(const char *path, const char *mark)
{
  const int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  char tail[TAIL];
  ssize_t got = 0;
  off_t size;

  if (file < 0)
    return false;
  size = lseek(file, 0, SEEK_END);
  if (size > 0)
    got = pread(file, tail, sizeof tail, size > TAIL ? size - TAIL : 0);
  close(file);
  return got > 0 && memmem(tail, (size_t)got, mark, strlen(mark)) != NULL;
}

/* --- png ---------------------------------------------------------------------------------------- */

/* The checksum of a chunk: CRC-32 of ISO 3309, as the PNG specification has it. */
static uint32_t checksum(const unsigned char *data, size_t n)
{
  uint32_t crc = UINT32_MAX;

  for (size_t i = 0; i < n; i++) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; bit++)
      crc = (crc & 1) != 0 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
  }
  return crc ^ UINT32_MAX;
}

static void put_number(FILE *file, uint32_t number)
{
  for (int shift = 24; shift >= 0; shift -= 8)
    fputc((int)(number >> shift & 0xFF), file);
}

static void put_chunk(FILE *file, const char *mark)
{
  unsigned char chunk[CHUNK_MOST] = "tEXtComment";
  const size_t head = sizeof "tEXtComment"; /* with the 0 that ends the keyword */
  const size_t n =
      head + (size_t)snprintf((char *)chunk + head, sizeof chunk - head, "%s%s", word, mark);

  put_number(file, (uint32_t)(n - 4));
  fwrite(chunk, 1, n, file);
  put_number(file, checksum(chunk, n));
}

void pst_mark_put(FILE *file, const char *format, const char *data, size_t n, const char *mark)
{
  if (strcmp(format, "png") == 0 && n > PNG_END) {
    fwrite(data, 1, n - PNG_END, file);
    put_chunk(file, mark);
    fwrite(data + n - PNG_END, 1, PNG_END, file);
    return;
  }
  fwrite(data, 1, n, file);
  if (strcmp(format, "pdf") == 0)
    fprintf(file, "%%%s%s\n", word, mark);
  else
    fprintf(file, "<!-- %s%s -->\n", word, mark);
}
