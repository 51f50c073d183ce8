/* scale.c -- decimals times a power of ten, exactly. */
#include "tidy/check/scale.h"

#include <string.h>
#include <strings.h>

bool pst_scale_power(struct pst_text text, int *power)
{
  static const struct {
    const char *word;
    int power;
  } words[] = {{"units", 0},     {"unit", 0},     {"tens", 1},       {"hundreds", 2},
               {"thousands", 3}, {"thousand", 3}, {"millions", 6},   {"million", 6},
               {"billions", 9},  {"billion", 9},  {"trillions", 12}, {"trillion", 12}};
  const char *colon = memchr(text.data, ':', text.size);
  size_t at = text.size > 0 && text.data[0] == '-';

  if (colon != NULL)
    text.size = (size_t)(colon - text.data);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i].word) == text.size
        && strncasecmp(words[i].word, text.data, text.size) == 0) {
      *power = words[i].power;
      return true;
    }
  if (text.size == at || text.size > at + 2)
    return false;
  *power = 0;
  for (size_t i = at; i < text.size; i++) {
    if (text.data[i] < '0' || text.data[i] > '9')
      return false;
    *power = *power * 10 + (text.data[i] - '0');
  }
  *power = at > 0 ? -*power : *power;
  return true;
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

struct pst_text pst_scale_none(struct pst_text text)
{
  bool labelled = memchr(text.data, ':', text.size) != NULL;

  if (text.size == 0)
    return text;
  return pst_text_of(labelled                                        ? "0: Units"
                     : is_digit(text.data[0]) || text.data[0] == '-' ? "0"
                                                                     : "Units");
}

bool pst_scale_is_label(const char *name)
{
  static const char *const names[] = {
      "Unit multiplier", "Unit of multiplier", "PowerCode",        "Power code",
      "SCALAR_FACTOR",   "Multiplier",         "FACTEUR SCALAIRE", "Scale"};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcasecmp(name, names[i]) == 0)
      return true;
  return false;
}

/* The digits of NUMBER without its point, and how many stand behind the point. */
static bool take_digits(struct pst_text number, char *digits, size_t most, size_t *n, int *behind)
{
  bool point = false;

  *n = 0;
  *behind = 0;
  for (size_t i = 0; i < number.size; i++) {
    if (number.data[i] == '.' && !point) {
      point = true;
      continue;
    }
    if (number.data[i] < '0' || number.data[i] > '9' || *n == most)
      return false;
    digits[(*n)++] = number.data[i];
    *behind += point;
  }
  return *n > 0;
}

bool pst_scale_shift(struct pst_text number, int power, struct pst_buffer *out)
{
  char digits[400];
  size_t before = 0, n, whole, first = 0;
  int behind;

  while (before < number.size && strchr("<>=-+", number.data[before]) != NULL)
    before++;
  if (!take_digits((struct pst_text){.data = number.data + before, .size = number.size - before},
                   digits, 300, &n, &behind))
    return false;
  for (behind -= power; behind < 0; behind++)
    digits[n++] = '0';
  while ((size_t)behind >= n) {
    memmove(digits + 1, digits, n++);
    digits[0] = '0';
  }
  whole = n - (size_t)behind;
  while (first + 1 < whole && digits[first] == '0')
    first++;
  pst_buffer_add(out, number.data, before);
  pst_buffer_add(out, digits + first, whole - first);
  if (behind > 0) {
    pst_buffer_putc(out, '.');
    pst_buffer_add(out, digits + whole, (size_t)behind);
  }
  return true;
}
