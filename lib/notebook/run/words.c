/* words.c -- the words of commands and of claims that may name files. */
#include "notebook/run/words.h"

#include <string.h>

#include "base/text.h"

struct walk {
  pst_word_use *use;
  void *context;
  struct pst_buffer word;
};

/* The parts of WORD between commas. */
static enum pst_status use_parts(struct walk *walk, const char *word, struct pst_error *error)
{
  struct pst_buffer part = {.data = NULL};
  enum pst_status status = PST_OK;

  while (status == PST_OK && *word != '\0') {
    size_t size = strcspn(word, ",");

    pst_buffer_clear(&part);
    pst_buffer_add(&part, word, size);
    if (size > 0)
      status = walk->use(walk->context, pst_buffer_string(&part), error);
    word += size + (word[size] == ',');
  }
  pst_buffer_free(&part);
  return status;
}

static enum pst_status end_word(struct walk *walk, struct pst_error *error)
{
  const char *word = pst_buffer_string(&walk->word), *equals = strchr(word, '=');
  enum pst_status status = PST_OK;

  if (walk->word.failed)
    return pst_fail_memory(error);
  if (word[0] == '\0')
    return PST_OK;
  status = walk->use(walk->context, word, error);
  if (status == PST_OK && (equals != NULL || strchr(word, ',') != NULL))
    status = use_parts(walk, equals == NULL ? word : equals + 1, error);
  pst_buffer_clear(&walk->word);
  return status;
}

enum pst_status pst_words_shell(const char *text, pst_word_use *use, void *context,
                                struct pst_error *error)
{
  struct walk walk = {.use = use, .context = context};
  enum pst_status status = PST_OK;
  char quote = '\0';

  for (; *text != '\0' && status == PST_OK; text++) {
    if (quote == '\0' && (*text == '\'' || *text == '"'))
      quote = *text;
    else if (*text == quote)
      quote = '\0';
    else if (*text == '\\' && quote == '\0' && text[1] == '\n')
      status = end_word(&walk, error);
    else if (*text == '\\' && quote != '\'' && text[1] != '\0')
      pst_buffer_putc(&walk.word, *++text);
    else if (quote != '\0' || strchr(" \t\n;|&<>()`", *text) == NULL)
      pst_buffer_putc(&walk.word, *text);
    else
      status = end_word(&walk, error);
  }
  if (status == PST_OK)
    status = end_word(&walk, error);
  pst_buffer_free(&walk.word);
  return status;
}

enum pst_status pst_words_quoted(const char *text, pst_word_use *use, void *context,
                                 struct pst_error *error)
{
  struct pst_buffer word = {.data = NULL};
  enum pst_status status = PST_OK;

  for (text = strchr(text, '"'); text != NULL && status == PST_OK; text = strchr(text, '"')) {
    size_t size = strcspn(++text, "\"\n");

    pst_buffer_clear(&word);
    pst_buffer_add(&word, text, size);
    if (text[size] == '"' && size > 0)
      status = word.failed ? pst_fail_memory(error) : use(context, pst_buffer_string(&word), error);
    text += size + (text[size] == '"');
  }
  pst_buffer_free(&word);
  return status;
}
