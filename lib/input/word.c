/* word.c -- the word around one character of a text that goes by, short enough for a message. */
#include "input/word.h"

#include <string.h>

/* Characters of at most four bytes on both sides, the wanted one and two marks fit in the text. */
enum { MOST_BESIDE = 10 };
static const char shortened[] = "\xe2\x80\xa6";

size_t pst_input_utf8(unsigned long c, char *text)
{
  size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};

  text[n] = '\0';
  for (size_t i = n - 1; i > 0; i--, c >>= 6)
    text[i] = (char)(0x80 | (c & 0x3f));
  text[0] = (char)(leads[n] | c);
  return n;
}

static bool parts_words(unsigned long c)
{
  return c <= ' ' || c == 0x7f || c == 0x3000 || (c < 0x80 && strchr(",;|\"'", (int)c) != NULL);
}

static void append(struct pst_input_word *word, const char *text, size_t size)
{
  memcpy(word->text + word->size, text, size);
  word->size += size;
  word->text[word->size] = '\0';
}

/* The first character goes, or the first behind the mark that others have gone. */
static void drop_first(struct pst_input_word *word)
{
  size_t mark = sizeof shortened - 1, n = 1, from = 0;

  if (word->size >= mark && memcmp(word->text, shortened, mark) == 0)
    from = mark;
  while ((word->text[from + n] & 0xc0) == 0x80)
    n++;
  memmove(word->text + mark, word->text + from + n, word->size - from - n + 1);
  memcpy(word->text, shortened, mark);
  word->size = word->size - from - n + mark;
}

void pst_input_word_add(struct pst_input_word *word, unsigned long c, bool wanted)
{
  char utf8[8];
  size_t n = pst_input_utf8(c, utf8);

  if (word->ended)
    return;
  if (parts_words(c) && !wanted) {
    word->ended = word->found;
    if (!word->found)
      word->size = word->before = 0;
    return;
  }
  if (!word->found && !wanted && word->before == MOST_BESIDE) {
    drop_first(word);
    word->before--;
  }
  if (word->found && word->after == MOST_BESIDE) {
    append(word, shortened, sizeof shortened - 1);
    word->ended = true;
    return;
  }
  append(word, utf8, n);
  if (wanted)
    word->found = true;
  else if (word->found)
    word->after++;
  else
    word->before++;
}
