/* number_words.c -- numbers in words, from two to ninety-nine. */
#include <string.h>
#include <strings.h>

#include "base/array.h"
#include "paper/parts.h"

static const char *const units[] = {"",        "",        "two",       "three",    "four",
                                    "five",    "six",     "seven",     "eight",    "nine",
                                    "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};

static const char *const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                   "fifty", "sixty", "seventy", "eighty", "ninety"};

static bool is(struct pst_text text, const char *word)
{
  return word[0] != '\0' && text.size == strlen(word)
         && strncasecmp(text.data, word, text.size) == 0;
}

static int unit_of(struct pst_text text)
{
  if (text.size == 3 && strncasecmp(text.data, "one", 3) == 0)
    return 1;
  for (int i = 2; i < 20; i++)
    if (is(text, units[i]))
      return i;
  return 0;
}

/* The number that WORD is; 0 for none.  "one" alone is none: it is most often no number. */
static int number_of(struct pst_text word)
{
  const char *dash = memchr(word.data, '-', word.size);
  struct pst_text head = word;
  int unit;

  if (dash != NULL)
    head.size = (size_t)(dash - word.data);
  for (int i = 2; i < 10; i++) {
    if (!is(head, tens[i]))
      continue;
    if (dash == NULL)
      return 10 * i;
    unit = unit_of((struct pst_text){dash + 1, word.size - head.size - 1});
    return unit > 0 && unit < 10 ? 10 * i + unit : 0;
  }
  unit = dash == NULL ? unit_of(word) : 0;
  return unit > 1 ? unit : 0;
}

static void add(struct pst_paper *paper, size_t token, int number, size_t sentence)
{
  struct pst_token *at = &paper->tokens[token];
  struct pst_mention mention = {.at = at->at,
                                .size = at->size,
                                .token = token,
                                .sentence = sentence,
                                .value = pst_rational_whole(number),
                                .in_words = true};

  mention.range = pst_range_point(mention.value);
  if (!PST_ARRAY_ROOM_IN(&paper->arena, paper->mentions, paper->mention_capacity,
                         paper->mention_count + 1)) {
    paper->failed = true;
    return;
  }
  at->mention = paper->mention_count;
  paper->mentions[paper->mention_count++] = mention;
}

void pst_paper_number_words(struct pst_paper *paper, size_t first)
{
  for (size_t i = first; i < paper->token_count && !paper->failed; i++) {
    const struct pst_token *token = &paper->tokens[i];
    int number = token->kind == PST_TOKEN_WORD
                     ? number_of(pst_paper_slice(paper, token->at, token->at + token->size))
                     : 0;

    if (number > 0)
      add(paper, i, number, paper->sentence_count);
  }
}
