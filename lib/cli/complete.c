/* complete.c -- what may stand next on a command line, for the shells. */
#include "cli/complete.h"

#include <string.h>
#include <unistd.h>

#include "cli/option_value.h"

struct line {
  const struct pst_program *program;
  pst_suggest *suggest;
  void *context;
  const char *const *words;
  size_t n;
  struct pst_buffer *out;
};

static bool begins(const char *text, const char *start)
{
  return strncmp(text, start, strlen(start)) == 0;
}

/* The option that WORD, "--name" or "-x" alone, names; NULL: none. */
static const struct pst_option *find(const struct pst_program *program, const char *word,
                                     size_t size)
{
  bool is_long = size > 2 && word[1] == '-';
  size_t skip = is_long ? 2 : 1;

  for (size_t t = 0; size > 1 && word[0] == '-' && t < program->n_tables; t++)
    for (size_t i = 0; i < program->tables[t].count; i++) {
      const struct pst_option *option = &program->tables[t].options[i];

      if ((strlen(option->name) == size - skip
           && memcmp(option->name, word + skip, size - skip) == 0)
          || (!is_long && size == 2 && option->letter == word[1]))
        return option;
    }
  return NULL;
}

static bool takes_argument(const struct pst_option *option)
{
  return option != NULL && option->kind != PST_OPTION_FLAG && !option->optional;
}

/* The first word that is a file which can be read, and no option's argument. */
static const char *find_file(const struct line *line)
{
  for (size_t i = 0; i + 1 < line->n; i++) {
    const char *word = line->words[i];

    if (i > 0
        && takes_argument(find(line->program, line->words[i - 1], strlen(line->words[i - 1]))))
      continue;
    if (word[0] != '-' && word[0] != '\0' && access(word, R_OK) == 0)
      return word;
  }
  return NULL;
}

/* --- values -------------------------------------------------------------------------------------- */

/* CANDIDATE behind PREFIX, when it goes on as TYPED. */
static void offer(const struct line *line, struct pst_text prefix, const char *typed,
                  const char *candidate, const char *help)
{
  if (!begins(candidate, typed))
    return;
  pst_buffer_add(line->out, prefix.data, prefix.size);
  pst_buffer_puts(line->out, candidate);
  if (help != NULL)
    pst_buffer_printf(line->out, "\t%.*s", (int)strcspn(help, ";:("), help);
  pst_buffer_putc(line->out, '\n');
}

static bool has_list(const struct pst_option *option)
{
  return option->kind == PST_OPTION_LIST
         || (option->argument != NULL && strchr(option->argument, ',') != NULL);
}

/* What the program suggests, line by line. */
static void offer_suggested(const struct line *line, struct pst_text prefix, const char *typed,
                            const struct pst_option *option)
{
  struct pst_buffer values = {.data = NULL};
  const char *at;

  line->suggest(line->context, option->argument, find_file(line), &values);
  for (at = pst_buffer_string(&values); *at != '\0';) {
    size_t size = strcspn(at, "\n");
    struct pst_buffer value = {.data = NULL};

    pst_buffer_add(&value, at, size);
    offer(line, prefix, typed, pst_buffer_string(&value), NULL);
    pst_buffer_free(&value);
    at += size + (at[size] == '\n');
  }
  pst_buffer_free(&values);
}

/* Values of OPTION that go on as WORD; BEFORE stands before them in the word ("--format="). */
static void offer_values(const struct line *line, const struct pst_option *option,
                         const char *before, size_t before_size, const char *value)
{
  const char *comma = has_list(option) ? strrchr(value, ',') : NULL;
  size_t kept = comma == NULL ? 0 : (size_t)(comma - value) + 1;
  struct pst_buffer prefix = {.data = NULL};

  pst_buffer_add(&prefix, before, before_size);
  pst_buffer_add(&prefix, value, kept);
  for (size_t i = 0; option->choices != NULL && option->choices[i] != NULL; i++)
    offer(line, pst_text_of(pst_buffer_string(&prefix)), value + kept, option->choices[i], NULL);
  if (option->choices == NULL && option->argument != NULL && line->suggest != NULL)
    offer_suggested(line, pst_text_of(pst_buffer_string(&prefix)), value + kept, option);
  if (option->file != PST_FILE_NONE
      || (option->argument != NULL
          && (begins(option->argument, "FILE") || strcmp(option->argument, "FOLDER") == 0
              || strcmp(option->argument, "OTHER") == 0)))
    pst_buffer_puts(line->out, ":files\n");
  pst_buffer_free(&prefix);
}

/* --- options and commands ------------------------------------------------------------------------ */

static void offer_options(const struct line *line, const char *typed)
{
  const struct pst_text dashes = {.data = "--", .size = 2};

  if (strcmp(typed, "-") == 0)
    typed = "--";
  if (!begins(typed, "--"))
    return;
  for (size_t t = 0; t < line->program->n_tables; t++)
    for (size_t i = 0; i < line->program->tables[t].count; i++) {
      const struct pst_option *option = &line->program->tables[t].options[i];

      if (option->name[1] != '\0')
        offer(line, dashes, typed + 2, option->name, option->help);
    }
  offer(line, dashes, typed + 2, "help", "print the help");
  offer(line, dashes, typed + 2, "version", "print the version");
}

/* The commands of a usage that begins with them: "check|accept FILE..." or "check FILE...". */
static void offer_commands(const struct line *line, const char *typed)
{
  const char *usage = line->program->usage;
  size_t size = strcspn(usage, " ");

  for (size_t at = 0; at < size && usage[0] >= 'a' && usage[0] <= 'z';) {
    size_t length = strcspn(usage + at, "| ");
    struct pst_buffer word = {.data = NULL};

    pst_buffer_add(&word, usage + at, length);
    offer(line, (struct pst_text){.data = "", .size = 0}, typed, pst_buffer_string(&word), NULL);
    pst_buffer_free(&word);
    at += length + 1;
  }
}

static bool has_commands(const struct pst_program *program)
{
  return program->usage[0] >= 'a' && program->usage[0] <= 'z';
}

void pst_complete_print(struct pst_buffer *out, const struct pst_program *program,
                        pst_suggest *suggest, void *context, const char *const *words, size_t n)
{
  const struct line line = {.program = program,
                            .suggest = suggest,
                            .context = context,
                            .words = words,
                            .n = n,
                            .out = out};
  const char *last = n > 0 ? words[n - 1] : "", *equals = strchr(last, '=');
  const struct pst_option *before =
      n > 1 ? find(program, words[n - 2], strlen(words[n - 2])) : NULL;
  const struct pst_option *own =
      equals != NULL ? find(program, last, (size_t)(equals - last)) : NULL;

  if (takes_argument(before))
    offer_values(&line, before, "", 0, last);
  else if (own != NULL && own->kind != PST_OPTION_FLAG)
    offer_values(&line, own, last, (size_t)(equals - last) + 1, equals + 1);
  else if (last[0] == '-')
    offer_options(&line, last);
  else if (n <= 1 && has_commands(program))
    offer_commands(&line, last);
  else
    pst_buffer_puts(out, ":files\n");
}
