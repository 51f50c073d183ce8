/* fuzz_options.c -- any bytes as a command line, a word a line: refused with a message of one line, or read into
   destinations that are in their ranges.

       clang -fsanitize=fuzzer,address,undefined -DPST_ARENA_PIECES ... && fuzz_options -runs=1000000  */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/option.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS_MOST = 40 };

static const char *const choices[] = {"csv", "json", "text", NULL};

struct settings {
  bool flag, given;
  const char *text, *path;
  unsigned choice;
  size_t count;
  long integer;
  double number;
  char character;
  struct pst_list items, chosen, texts;
};

static void require(bool good)
{
  if (!good)
    abort();
}

static enum pst_status read_lines(struct settings *to, int argc, char **argv,
                                  struct pst_arena *arena, struct pst_command_line *line,
                                  struct pst_error *error)
{
  const struct pst_option own[] = {
      {.name = "flag", .letter = 'f', .kind = PST_OPTION_FLAG, .to.flag = &to->flag},
      {.name = "text",
       .letter = 't',
       .kind = PST_OPTION_TEXT,
       .argument = "X",
       .to.text = &to->text},
      {.name = "output",
       .letter = 'o',
       .kind = PST_OPTION_TEXT,
       .argument = "X",
       .file = PST_FILE_WRITE,
       .to.text = &to->path},
      {.name = "format",
       .former = "form",
       .kind = PST_OPTION_CHOICE,
       .choices = choices,
       .to.choice = &to->choice},
      {.name = "count",
       .letter = 'n',
       .kind = PST_OPTION_COUNT,
       .argument = "X",
       .low = 1,
       .high = 9,
       .to.count = &to->count},
      {.name = "integer",
       .kind = PST_OPTION_INTEGER,
       .argument = "X",
       .low = -5,
       .high = 5,
       .to.integer = &to->integer},
      {.name = "number",
       .letter = 'x',
       .kind = PST_OPTION_NUMBER,
       .argument = "X",
       .low = 0,
       .high = 1,
       .open = true,
       .initial = "0.5",
       .to.number = &to->number,
       .given = &to->given},
      {.name = "mark",
       .kind = PST_OPTION_CHARACTER,
       .argument = "X",
       .initial = ",",
       .to.character = &to->character},
  };
  const struct pst_option shared[] = {
      {.name = "items",
       .letter = 'i',
       .kind = PST_OPTION_LIST,
       .argument = "X",
       .to.list = &to->items},
      {.name = "chosen",
       .kind = PST_OPTION_LIST,
       .argument = "X",
       .choices = choices,
       .to.list = &to->chosen},
      {.name = "let", .kind = PST_OPTION_TEXTS, .argument = "X", .to.list = &to->texts},
  };
  const struct pst_option_table tables[] = {PST_OPTION_TABLE(own), PST_OPTION_TABLE(shared)};

  *line = (struct pst_command_line){.tables = tables, .n_tables = 2};
  return pst_options_parse(line, argc, argv, arena, error);
}

static void require_ranges(const struct settings *to, const struct pst_command_line *line)
{
  require(to->choice < 3 && to->count <= 9 && to->integer >= -5 && to->integer <= 5);
  require(to->number > 0 && to->number < 1 && to->character > 0);
  for (size_t i = 0; i < to->chosen.count; i++)
    require(strcmp(to->chosen.items[i], "csv") == 0 || strcmp(to->chosen.items[i], "json") == 0
            || strcmp(to->chosen.items[i], "text") == 0);
  require(line->operands.count < WORDS_MOST);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct settings to = {.flag = false};
  struct pst_error error = {.status = PST_OK};
  struct pst_command_line line;
  char *text = malloc(size + 1), *argv[WORDS_MOST + 1] = {(char[]){"program"}};
  int argc = 1;

  require(text != NULL);
  memcpy(text, data, size);
  text[size] = '\0';
  for (char *rest = text, *word; argc < WORDS_MOST && (word = strsep(&rest, "\n")) != NULL;)
    argv[argc++] = word;
  argv[argc] = NULL;
  if (read_lines(&to, argc, argv, &arena, &line, &error) == PST_OK) {
    if (line.request == PST_RUN)
      require_ranges(&to, &line);
  } else {
    require(error.status == PST_USAGE && error.message[0] != '\0');
  }
  pst_arena_free(&arena);
  free(text);
  return 0;
}
