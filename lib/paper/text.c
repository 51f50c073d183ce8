/* text.c -- what is asked of the words of a paper. */
#include "paper/text.h"

#include <strings.h>

static bool equal(struct pst_text a, const char *word, size_t size)
{
  return a.size == size && strncasecmp(a.data, word, size) == 0;
}

/* Is TEXT one of the WORDS? */
static bool is_one(struct pst_text text, const char *words)
{
  while (*words != '\0') {
    size_t size = strcspn(words, " ");

    if (equal(text, words, size))
      return true;
    words += size;
    words += strspn(words, " ");
  }
  return false;
}

bool pst_paper_word(const struct pst_paper *paper, size_t at, const char *words)
{
  const struct pst_token *token = at < paper->token_count ? &paper->tokens[at] : NULL;

  return token != NULL && token->kind == PST_TOKEN_WORD
         && is_one(pst_paper_slice(paper, token->at, token->at + token->size), words);
}

bool pst_paper_mark(const struct pst_paper *paper, size_t at, char mark)
{
  return at < paper->token_count && paper->tokens[at].kind == PST_TOKEN_MARK
         && paper->tokens[at].mark == mark;
}

bool pst_paper_has(const struct pst_paper *paper, size_t first, size_t last, const char *words)
{
  for (size_t i = first; i < last; i++)
    if (pst_paper_word(paper, i, words))
      return true;
  return false;
}

static bool in_word(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

bool pst_paper_says(struct pst_text text, const char *words)
{
  size_t at = 0;

  while (at < text.size) {
    size_t end = at;

    while (end < text.size && in_word(text.data[end]))
      end++;
    if (end > at && is_one((struct pst_text){text.data + at, end - at}, words))
      return true;
    at = end > at ? end : at + 1;
  }
  return false;
}

const struct pst_mention *pst_paper_mention(const struct pst_paper *paper, size_t at)
{
  if (at >= paper->token_count || paper->tokens[at].kind != PST_TOKEN_NUMBER)
    return NULL;
  return &paper->mentions[paper->tokens[at].mention];
}

bool pst_paper_same_unit(const struct pst_mention *a, const struct pst_mention *b)
{
  return a->unit == b->unit && strcmp(a->currency, b->currency) == 0;
}
