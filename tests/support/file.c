/* file.c -- files and pipes with given bytes, for tests of what reads them. */
#include "file.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "random.h"

static char folder[] = "/tmp/polstat-test-XXXXXX";
static char *paths[256];
static size_t n_paths;
static pid_t owner, writer;

static void clean(void)
{
  if (getpid() != owner)
    return;
  for (size_t i = 0; i < n_paths; i++) {
    unlink(paths[i]);
    free(paths[i]);
  }
  rmdir(folder);
}

const char *file_path(const char *name)
{
  char *path;

  if (owner == 0) {
    assert_non_null(mkdtemp(folder));
    owner = getpid();
    atexit(clean);
  }
  assert_true(asprintf(&path, "%s/%s", folder, name) > 0);
  for (size_t i = 0; i < n_paths; i++)
    if (strcmp(paths[i], path) == 0) {
      free(path);
      return paths[i];
    }
  assert_true(n_paths < sizeof paths / sizeof *paths);
  return paths[n_paths++] = path;
}

const char *file_put(const char *name, const char *data, size_t size)
{
  const char *path = file_path(name);
  FILE *file = fopen(path, "wb");

  assert_non_null(file);
  assert_int_equal(fwrite(data, 1, size, file), size);
  assert_int_equal(fclose(file), 0);
  return path;
}

const char *file_text(const char *name, const char *text)
{
  return file_put(name, text, strlen(text));
}

char *file_get(const char *path)
{
  FILE *file = fopen(path, "rb");
  size_t size;
  char *text;

  assert_non_null(file);
  fseek(file, 0, SEEK_END);
  size = (size_t)ftell(file);
  rewind(file);
  text = malloc(size + 1);
  assert_non_null(text);
  assert_int_equal(fread(text, 1, size, file), size);
  text[size] = '\0';
  fclose(file);
  return text;
}

static void write_pieces(int descriptor, const char *data, size_t size, size_t most, uint64_t seed)
{
  signal(SIGPIPE, SIG_DFL);
  while (size > 0) {
    size_t piece = most == 0 ? 1 : 1 + random_below(&seed, most);
    ssize_t done = write(descriptor, data, piece < size ? piece : size);

    if (done < 0)
      break;
    data += done;
    size -= (size_t)done;
  }
  _exit(0);
}

void pipe_put(const char *data, size_t size, size_t most, uint64_t seed)
{
  int ends[2];

  assert_int_equal(pipe(ends), 0);
  writer = fork();
  assert_true(writer >= 0);
  if (writer == 0) {
    close(ends[0]);
    write_pieces(ends[1], data, size, most, seed);
  }
  close(ends[1]);
  assert_true(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
  close(ends[0]);
}

void pipe_end(void)
{
  int nothing = open("/dev/null", O_RDONLY);

  dup2(nothing, STDIN_FILENO);
  close(nothing);
  waitpid(writer, NULL, 0);
}
