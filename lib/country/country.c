/* country.c -- the names and codes of countries: what a text means, said exactly or not at all. */
#include "country/country.h"

#include <string.h>

#include "country/fold.h"
#include "country/table.h"

static int compare(struct pst_text text, const char *key)
{
  size_t size = strlen(key), least = size < text.size ? size : text.size;
  int order = memcmp(text.data, key, least);

  if (order != 0 || size == text.size)
    return order;
  return text.size < size ? -1 : 1;
}

static void fill(struct pst_country *country, unsigned entry)
{
  const struct pst_country_entry *e = &pst_country_entries[entry];

  *country = (struct pst_country){.code = pst_country_texts + e->code,
                                  .iso3 = pst_country_texts + e->iso3,
                                  .iso2 = pst_country_texts + e->iso2,
                                  .name = pst_country_texts + e->name,
                                  .kind = (enum pst_country_kind)e->kind};
}

static bool find(struct pst_text text, const struct pst_country_key *keys, unsigned count,
                 struct pst_country *country)
{
  unsigned low = 0, high = count;

  while (low < high) {
    unsigned middle = low + (high - low) / 2;
    int order = compare(text, pst_country_texts + keys[middle].text);

    if (order == 0) {
      fill(country, keys[middle].entry);
      return true;
    }
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return false;
}

bool pst_country_find_code(struct pst_text text, struct pst_country *country)
{
  return find(pst_text_trim(text), pst_country_codes, pst_country_code_count, country);
}

static bool find_folded(struct pst_text text, struct pst_country *country)
{
  char folded[PST_FOLD_SIZE];
  size_t size = pst_country_fold(text, folded);

  return size > 0
         && find((struct pst_text){.data = folded, .size = size}, pst_country_names,
                 pst_country_name_count, country);
}

bool pst_country_find(struct pst_text text, struct pst_country *country)
{
  return pst_country_find_code(text, country) || find_folded(text, country);
}

/* EC among names is no Ecuador, and IDA no aggregate. */
static bool stands_among_names(struct pst_text code, const struct pst_country *country)
{
  for (size_t i = 0; i < code.size; i++)
    if (code.data[i] >= '0' && code.data[i] <= '9')
      return true;
  return code.size > 3
         || (country->kind == PST_COUNTRY_PRESENT && pst_text_is(code, country->code));
}

bool pst_country_find_name(struct pst_text text, struct pst_country *country)
{
  struct pst_country coded;

  if (find_folded(text, country))
    return true;
  if (!pst_country_find_code(text, &coded) || !stands_among_names(pst_text_trim(text), &coded))
    return false;
  *country = coded;
  return true;
}

bool pst_country_find_number(struct pst_text text, struct pst_country *country)
{
  text = pst_text_trim(text);
  while (text.size > 1 && text.size <= 3 && text.data[0] == '0') {
    text.data++;
    text.size--;
  }
  return text.size > 0 && find(text, pst_country_numbers, pst_country_number_count, country);
}

/* A slip of the pen is one character, or two in a long word: less than what other near matches
   allow, for England is not Finland. */
static bool is_slip(size_t distance, size_t size)
{
  return size >= 4 && distance <= (size < 10 ? 1 : 2);
}

/* EU27 is no slip for EU25. */
static bool same_digits(struct pst_text a, struct pst_text b)
{
  size_t i = 0, j = 0;

  for (;;) {
    while (i < a.size && (a.data[i] < '0' || a.data[i] > '9'))
      i++;
    while (j < b.size && (b.data[j] < '0' || b.data[j] > '9'))
      j++;
    if (i == a.size || j == b.size)
      return i == a.size && j == b.size;
    if (a.data[i++] != b.data[j++])
      return false;
  }
}

const char *pst_country_near(struct pst_text text)
{
  char folded[PST_FOLD_SIZE];
  struct pst_text word = {.data = folded, .size = pst_country_fold(text, folded)};
  size_t best = (size_t)-1;
  const char *name = NULL;

  for (unsigned i = 0; i < pst_country_name_count; i++) {
    struct pst_text key = pst_text_of(pst_country_texts + pst_country_names[i].text);
    size_t longer = key.size > word.size ? key.size : word.size;
    size_t distance = 0;

    if (!is_slip(longer - (key.size < word.size ? key.size : word.size), word.size))
      continue;
    distance = pst_text_distance(word, key);
    if (is_slip(distance, word.size) && distance < best && same_digits(word, key)) {
      best = distance;
      name = pst_country_texts + pst_country_entries[pst_country_names[i].entry].name;
    }
  }
  return name;
}

const char *pst_country_text(const struct pst_country *country, enum pst_country_form form)
{
  switch (form) {
  case PST_COUNTRY_ISO3:
    break;
  case PST_COUNTRY_ISO2:
    return country->iso2[0] == '\0' ? country->code : country->iso2;
  case PST_COUNTRY_NAME:
    return country->name;
  }
  return country->code;
}
