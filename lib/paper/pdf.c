/* pdf.c -- the text of a PDF, by pdftotext: its standard output is a file in memory. */
#include "paper/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "figure/command.h"

bool pst_pdf_is(const char *path)
{
  char head[5] = "";
  FILE *file = strcmp(path, "-") == 0 ? NULL : fopen(path, "rb");
  size_t got = file == NULL ? 0 : fread(head, 1, sizeof head, file);

  if (file != NULL)
    fclose(file);
  return got == sizeof head && memcmp(head, "%PDF-", sizeof head) == 0;
}

/* Above the standard streams, so that it never takes the place of one. */
static int memory_file(void)
{
  int fd = memfd_create("polstat", MFD_CLOEXEC), high;

  if (fd < 0 || fd > 2)
    return fd;
  high = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  close(fd);
  return high;
}

static enum pst_status read_back(int fd, struct pst_buffer *text, struct pst_error *error)
{
  char block[1 << 14];
  ssize_t got = 1;

  if (lseek(fd, 0, SEEK_SET) < 0)
    return pst_fail(error, PST_IO, "cannot read a memory file: %s", strerror(errno));
  while ((got = read(fd, block, sizeof block)) > 0)
    pst_buffer_add(text, block, (size_t)got);
  return text->failed ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status run(const char *path, bool as_laid_out, const int streams[3],
                           struct pst_error *error)
{
  const char *const laid_out[] = {"pdftotext", "-q", "-layout", "-enc", "UTF-8",
                                  "--",        path, "-",       NULL};
  const char *const in_order[] = {"pdftotext", "-q", "-enc", "UTF-8", "--", path, "-", NULL};

  return pst_command_run(as_laid_out ? laid_out : in_order, "poppler-utils", streams, error);
}

enum pst_status pst_pdf_text(const char *path, bool as_laid_out, struct pst_buffer *text,
                             struct pst_error *error)
{
  int in = memory_file(), out = memory_file(), errors = memory_file();
  enum pst_status status = PST_OK;

  if (in < 0 || out < 0 || errors < 0)
    status = pst_fail(error, PST_IO, "cannot make a memory file: %s", strerror(errno));
  if (status == PST_OK)
    status = run(path, as_laid_out, (const int[]){in, out, errors}, error);
  if (status == PST_OK)
    status = read_back(out, text, error);
  else
    pst_error_prefix(error, "%s is a PDF: ", path);
  for (size_t i = 0; i < 3; i++)
    if ((const int[]){in, out, errors}[i] >= 0)
      close((const int[]){in, out, errors}[i]);
  return status;
}
