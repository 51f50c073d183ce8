/* list.c -- whether a name has a word of a list, and where. */
#include "printed/words/list.h"

#include <ctype.h>
#include <string.h>

#include "base/unicode/letters.h"

bool pst_list_is_word_byte(char c)
{
  return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* A and B, whatever the case of their letters. */
static bool is_same(struct pst_text a, struct pst_text b)
{
  while (a.size > 0 && b.size > 0) {
    size_t here = 1, there = 1;
    bool ascii = (((unsigned char)*a.data | (unsigned char)*b.data) & 0x80) == 0;

    if (ascii ? tolower((unsigned char)*a.data) != tolower((unsigned char)*b.data)
              : pst_letter_small(a, &here) != pst_letter_small(b, &there))
      return false;
    a = (struct pst_text){a.data + here, a.size - here};
    b = (struct pst_text){b.data + there, b.size - there};
  }
  return a.size == b.size;
}

/* Of ASCII the first letter tells of most; lists are asked of every name and of many cells. */
static bool may_be(const char *word, const char *listed)
{
  return ((unsigned char)*word | (unsigned char)*listed) >= 0x80
         || tolower((unsigned char)*word) == tolower((unsigned char)*listed);
}

bool pst_list_has(const char *word, size_t size, const char *const *list)
{
  for (size_t i = 0; list[i] != NULL; i++)
    if ((size == 0 || may_be(word, list[i]))
        && is_same((struct pst_text){word, size}, pst_text_of(list[i])))
      return true;
  return false;
}

/* The next word of NAME from *AT on; its size is 0 at the end. */
struct pst_text pst_list_next_word(const char **at)
{
  struct pst_text word = {.size = 0};

  while (**at != '\0' && !pst_list_is_word_byte(**at))
    ++*at;
  word.data = *at;
  while (**at != '\0' && pst_list_is_word_byte(**at))
    ++*at;
  word.size = (size_t)(*at - word.data);
  return word;
}

bool pst_list_has_text(struct pst_text word, const char *const *list)
{
  return word.size > 0 && pst_list_has(word.data, word.size, list);
}

/* One of the words of NAME is in LIST. */
bool pst_list_has_word(const char *name, const char *const *list)
{
  struct pst_text word;

  while ((word = pst_list_next_word(&name)).size > 0)
    if (pst_list_has_text(word, list))
      return true;
  return false;
}

static bool is_digits(const char *word, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!isdigit((unsigned char)word[i]))
      return false;
  return true;
}

/* A word of LIST is what NAME is about: it comes first, or is one of three words at most, and no
   `per` or number stands before it (`hours per year`, `10-year yield`). */
bool pst_list_is_about(const char *name, const char *const *list)
{
  static const char *const per[] = {"per", "pro", "par", "por", "each", "je", NULL};
  struct pst_text word, last = {.size = 0};
  size_t words = 0;
  bool first = false, found = false;

  for (; (word = pst_list_next_word(&name)).size > 0; last = word, words++)
    if (pst_list_has_text(word, list)) {
      first = first || words == 0;
      found =
          found
          || (last.size > 0 && !pst_list_has_text(last, per) && !is_digits(last.data, last.size));
    }
  return first || (found && words <= 3);
}

static bool is_ascii(const char *name)
{
  while (*name != '\0' && (unsigned char)*name < 0x80)
    name++;
  return *name == '\0';
}

/* Parts of words are of scripts without blanks. */
bool pst_list_has_part(const char *name, const char *const *list)
{
  if (is_ascii(name))
    return false;
  for (size_t i = 0; list[i] != NULL; i++)
    if (strstr(name, list[i]) != NULL)
      return true;
  return false;
}

bool pst_list_name_ends(const char *name, const char *with)
{
  size_t size = strlen(name), tail = strlen(with);

  return size >= tail && memcmp(name + size - tail, with, tail) == 0;
}

/* The last word of NAME is in LIST. */
bool pst_list_ends(const char *name, const char *const *list)
{
  struct pst_text word;
  bool last = false;

  while ((word = pst_list_next_word(&name)).size > 0)
    last = pst_list_has_text(word, list);
  return last;
}
