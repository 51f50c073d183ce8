/* pair.c -- `480-490`, `[63,1; 65,3]`, `498 to 502`: the two ends of a range of numbers. */
#include "printed/pair.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"
#include "printed/plain.h"

enum { NUMBER_MOST = 32 };

static bool is_between(const char *at, const char *word, size_t *size)
{
  *size = strlen(word);
  return strncmp(at, word, *size) == 0;
}

/* A blank with three digits behind it, and no fourth. */
static bool parts_thousands(const char *at)
{
  for (int i = 1; i <= 3; i++)
    if (!isdigit((unsigned char)at[i]))
      return false;
  return *at == ' ' && !isdigit((unsigned char)at[4]);
}

/* Digits with blanks between thousands, and one mark that may be either; a sign is in front. */
static const char *take_number(const char *at, double *number)
{
  char digits[NUMBER_MOST];
  size_t n = 0, marks = 0;

  if (*at == '-')
    digits[n++] = *at++;
  if (!isdigit((unsigned char)*at))
    return NULL;
  for (; n < sizeof digits; at++)
    if (isdigit((unsigned char)*at))
      digits[n++] = *at;
    else if ((*at == '.' || *at == ',') && isdigit((unsigned char)at[1]) && marks++ == 0)
      digits[n++] = '.';
    else if (!parts_thousands(at))
      break;
  if (!pst_number_parse((struct pst_text){digits, n}, &(struct pst_number_style){.decimal = '.'},
                        number, NULL))
    return NULL;
  return *at == '%' ? at + 1 : at;
}

static const char *take_separator(const char *at)
{
  static const char *const words[] = {" to ", " bis ", " - ", "; ", ", ", ";", "-", NULL};
  size_t size;

  for (size_t i = 0; words[i] != NULL; i++)
    if (is_between(at, words[i], &size))
      return at + size;
  return NULL;
}

/* TEXT without one pair of brackets; BRACKETS: it had one. */
static struct pst_text take_brackets(struct pst_text text, bool *brackets)
{
  char first = text.size < 3 ? '\0' : text.data[0],
       last = first == '\0' ? '\0' : text.data[text.size - 1];

  *brackets = (first == '(' && last == ')') || (first == '[' && last == ']');
  return *brackets ? pst_text_trim((struct pst_text){text.data + 1, text.size - 2}) : text;
}

bool pst_pair_read(struct pst_text cell, bool *brackets, double *low, double *high)
{
  char plain[PST_PLAIN_SIZE], text[2 * NUMBER_MOST];
  struct pst_text inside = pst_plain(cell, plain);
  const char *at;

  if (inside.data == NULL)
    return false;
  inside = take_brackets(inside, brackets);
  if (inside.size < 3 || inside.size >= sizeof text)
    return false;
  memcpy(text, inside.data, inside.size);
  text[inside.size] = '\0';
  at = take_number(text, low);
  at = at == NULL ? NULL : take_separator(at);
  at = at == NULL ? NULL : take_number(at, high);
  return at != NULL && *at == '\0' && *low <= *high;
}

bool pst_pair_number(struct pst_text cell, double *number)
{
  char plain[PST_PLAIN_SIZE], text[NUMBER_MOST];
  struct pst_text inside = pst_plain(cell, plain);
  const char *end;

  if (inside.data == NULL || inside.size == 0 || inside.size >= sizeof text)
    return false;
  memcpy(text, inside.data, inside.size);
  text[inside.size] = '\0';
  end = take_number(text, number);
  return end != NULL && *end == '\0';
}
