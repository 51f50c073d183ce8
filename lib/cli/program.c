/* program.c -- how a program starts, says what went wrong, and ends. */
#include "cli/program.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/unicode/shown.h"
#include "cli/memory.h"

int pst_exit_code(enum pst_status status)
{
  switch (status) {
  case PST_OK:
    return PST_EXIT_DONE;
  case PST_UNDEFINED:
    return PST_EXIT_UNDEFINED;
  case PST_USAGE:
    return PST_EXIT_USAGE;
  case PST_BAD_DATA:
    return PST_EXIT_BAD_DATA;
  case PST_IO:
  case PST_NO_MEMORY:
    return PST_EXIT_ENVIRONMENT;
  case PST_AGAIN:
    return PST_EXIT_AGAIN;
  }
  return PST_EXIT_ENVIRONMENT;
}

/* A closed descriptor 0, 1 or 2 would be given to the next file that is opened.  Filled the wrong
   way round, using it fails as it did when it was closed. */
static void fill_descriptors(void)
{
  static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};

  for (int descriptor = 0; descriptor < 3; descriptor++)
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF)
      open("/dev/null", modes[descriptor]);
}

void pst_program_begin(void)
{
  fill_descriptors();
  pst_memory_begin();
  signal(SIGPIPE, SIG_DFL);
  signal(SIGXFSZ, SIG_IGN); /* a file beyond the limit is a write that fails, and is told */
}

void pst_program_message(struct pst_buffer *out, const char *name, const struct pst_error *error,
                         bool bold)
{
  pst_buffer_printf(out, bold ? "\033[1m%s:\033[0m " : "%s: ", name);
  if (error->file[0] != '\0') {
    pst_buffer_shown(out, pst_text_of(error->file));
    if (error->line > 0)
      pst_buffer_printf(out, ":%lu", error->line);
    if (error->line > 0 && error->column > 0)
      pst_buffer_printf(out, ":%lu", error->column);
    pst_buffer_puts(out, ": ");
  }
  pst_buffer_shown(out, pst_text_of(error->message));
  pst_buffer_putc(out, '\n');
  for (const char *line = error->detail; *line != '\0'; line += strcspn(line, "\n") + 1) {
    pst_buffer_shown(out, (struct pst_text){line, strcspn(line, "\n")});
    pst_buffer_putc(out, '\n');
  }
}

bool pst_program_color(enum pst_when color, int descriptor)
{
  const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

  if (color != PST_WHEN_AUTO)
    return color == PST_WHEN_ALWAYS;
  if (no_color != NULL && no_color[0] != '\0')
    return false;
  return (term == NULL || strcmp(term, "dumb") != 0) && pst_file_is_terminal(descriptor);
}

void pst_program_say_terminal(const char *name)
{
  const char *dash = strchr(name, '-');

  if (isatty(STDIN_FILENO))
    fprintf(stderr, "%s: reading from the terminal; end with Ctrl-D, or name a file\n",
            dash == NULL ? name : dash + 1);
}

static enum pst_status check_stdout(struct pst_error *error)
{
  bool failed = ferror(stdout) != 0;

  errno = 0;
  if (fflush(stdout) != 0 || failed)
    return pst_fail_at(error, PST_IO, "standard output", 0, "%s",
                       errno != 0 ? strerror(errno) : "a write failed");
  return PST_OK;
}

/* The message of ERROR, and the status that it leaves: without memory for it, that is what is told. */
static enum pst_status print_message(const char *name, enum pst_when color,
                                     const struct pst_error *error)
{
  struct pst_buffer message = {.data = NULL};
  enum pst_status status = error->status;

  pst_program_message(&message, name, error, pst_program_color(color, STDERR_FILENO));
  if (message.failed) {
    fprintf(stderr, "%s: not enough memory\n", name);
    status = PST_NO_MEMORY;
  } else {
    fputs(message.data, stderr);
  }
  pst_buffer_free(&message);
  return status;
}

int pst_program_end(const char *name, enum pst_when color, struct pst_error *error)
{
  /* What a refusal was taken for (a bad file, say) is not what went wrong. */
  if (pst_error_memory_is_short() && error->status != PST_IO && error->status != PST_NO_MEMORY) {
    pst_error_clear(error);
    pst_fail_memory(error);
  }
  check_stdout(error);
  return pst_exit_code(error->status == PST_OK ? PST_OK : print_message(name, color, error));
}

void pst_program_say(const struct pst_buffer *text)
{
  struct pst_buffer shown = {.data = NULL};
  size_t size;

  pst_buffer_shown_lines(&shown, pst_text_of(pst_buffer_string(text)));
  for (size = shown.size; size > 0 && shown.data[size - 1] != '\n'; size--)
    ;
  fwrite(pst_buffer_string(&shown), 1, size, stderr);
  pst_buffer_free(&shown);
}

enum pst_status pst_program_print(const struct pst_buffer *text, struct pst_error *error)
{
  if (text->failed || pst_error_memory_is_short())
    return pst_fail_memory(error);
  if (fwrite(pst_buffer_string(text), 1, text->size, stdout) != text->size)
    return pst_fail_at(error, PST_IO, "standard output", 0, "%s", strerror(errno));
  return check_stdout(error);
}
