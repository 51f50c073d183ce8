/* unit.c -- units of figures, and what may be added, divided and compared. */
#include "interval/unit.h"

static const char *const scales[] = {"", "thousand", "million", "billion", "trillion"};

int pst_unit_scale(struct pst_text word)
{
  for (int i = 1; i < 5; i++)
    if (pst_text_is(word, scales[i]))
      return 3 * i;
  return 0;
}

/* --- as a schema prints it ---------------------------------------------------------------------- */

static bool is_one_of(struct pst_text text, const char *const *words, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (pst_text_is(text, words[i]))
      return true;
  return false;
}

/* The next word of REST, which then begins behind it; no bytes: there is none. */
static struct pst_text take_word(struct pst_text *rest)
{
  struct pst_text word = {.data = rest->data};

  while (rest->size > 0 && *rest->data == ' ') {
    rest->data++;
    rest->size--;
  }
  word.data = rest->data;
  while (word.size < rest->size && word.data[word.size] != ' ')
    word.size++;
  rest->data += word.size;
  rest->size -= word.size;
  return word;
}

/* The first word that is a scale is one, wherever it stands; the others are the unit's name. */
bool pst_unit_parse(struct pst_arena *arena, struct pst_text text, struct pst_unit *unit)
{
  static const char *const percent[] = {"%", "percent", "per cent"};
  static const char *const points[] = {"%p", "pp", "p.p.", "percentage points"};
  char *name = pst_arena_alloc(arena, text.size + 2);
  size_t size = 0;

  text = pst_text_trim(text);
  *unit = (struct pst_unit){.kind = PST_UNIT_PLAIN};
  if (name == NULL || text.size == 0 || pst_text_is(text, "1"))
    return false;
  if (is_one_of(text, percent, 3))
    unit->kind = PST_UNIT_PERCENT;
  if (is_one_of(text, points, 4))
    unit->kind = PST_UNIT_POINTS;
  if (unit->kind != PST_UNIT_PLAIN)
    return true;
  for (struct pst_text word = take_word(&text); word.size > 0; word = take_word(&text)) {
    if (unit->scale == 0 && pst_unit_scale(word) != 0) {
      unit->scale = pst_unit_scale(word);
      continue;
    }
    if (size > 0)
      name[size++] = ' ';
    for (size_t i = 0; i < word.size; i++)
      name[size++] = word.data[i];
  }
  if (size > 0)
    unit->kind = PST_UNIT_WORD;
  unit->word = (struct pst_text){.data = name, .size = size};
  return true;
}

bool pst_unit_same(const struct pst_unit *a, const struct pst_unit *b)
{
  return a->kind == b->kind && (a->kind != PST_UNIT_WORD || pst_text_equal(a->word, b->word));
}

const char *pst_unit_print(struct pst_arena *arena, const struct pst_unit *unit)
{
  const char *scale = scales[unit->scale / 3], *text;

  switch (unit->kind) {
  case PST_UNIT_PLAIN:
    return scale;
  case PST_UNIT_RATIO:
    return "ratio";
  case PST_UNIT_PERCENT:
    return "%";
  case PST_UNIT_POINTS:
    return "%p";
  case PST_UNIT_DATE:
    return "days";
  case PST_UNIT_WORD:
    break;
  }
  text = pst_arena_format(arena, "%s%s%.*s", scale, unit->scale == 0 ? "" : " ",
                          (int)unit->word.size, unit->word.data);
  return text == NULL ? "" : text;
}

/* --- messages ---------------------------------------------------------------------------------- */

struct name {
  char text[64];
};

static const char *name_of(const struct pst_unit *unit, struct name *name)
{
  size_t size = unit->word.size < sizeof name->text - 1 ? unit->word.size : sizeof name->text - 1;

  switch (unit->kind) {
  case PST_UNIT_PLAIN:
    return "a plain number";
  case PST_UNIT_RATIO:
    return "a ratio";
  case PST_UNIT_PERCENT:
    return "%";
  case PST_UNIT_POINTS:
    return "%p";
  case PST_UNIT_DATE:
    return "a date";
  case PST_UNIT_WORD:
    break;
  }
  for (size_t i = 0; i < size; i++)
    name->text[i] = unit->word.data[i];
  name->text[size] = '\0';
  return name->text;
}

static bool clash(const struct pst_unit *a, const struct pst_unit *b, const char *verb,
                  const char *advice, struct pst_error *error)
{
  struct name names[2];

  pst_fail(error, PST_USAGE, "%s and %s cannot be %s%s", name_of(a, &names[0]),
           name_of(b, &names[1]), verb, advice);
  return false;
}

/* --- rules ------------------------------------------------------------------------------------- */

static bool plain(const struct pst_unit *unit)
{
  return unit->kind == PST_UNIT_PLAIN || unit->kind == PST_UNIT_RATIO;
}

bool pst_unit_beside(struct pst_unit *unit, const struct pst_unit *b)
{
  if (!plain(unit) || !plain(b))
    return pst_unit_same(unit, b);
  if (b->kind == PST_UNIT_RATIO)
    unit->kind = PST_UNIT_RATIO;
  return true;
}

static int larger(int a, int b)
{
  return a > b ? a : b;
}

static bool add_dates(const struct pst_unit *a, const struct pst_unit *b, bool subtract,
                      struct pst_unit *out, struct pst_error *error)
{
  *out = (struct pst_unit){.kind = PST_UNIT_DATE};
  if (a->kind == b->kind && subtract) {
    out->kind = PST_UNIT_PLAIN;
    return true;
  }
  if (a->kind == b->kind || (subtract && b->kind == PST_UNIT_DATE) || !(plain(a) || plain(b)))
    return clash(a, b, subtract ? "subtracted" : "added", "", error);
  return true;
}

bool pst_unit_add(const struct pst_unit *a, const struct pst_unit *b, bool subtract,
                  struct pst_unit *out, struct pst_error *error)
{
  bool percents = a->kind == PST_UNIT_PERCENT || a->kind == PST_UNIT_POINTS;

  percents = percents && (b->kind == PST_UNIT_PERCENT || b->kind == PST_UNIT_POINTS);
  *out = *a;
  out->scale = larger(a->scale, b->scale);
  if (a->kind == PST_UNIT_DATE || b->kind == PST_UNIT_DATE)
    return add_dates(a, b, subtract, out, error);
  if (percents) {
    if (subtract && a->kind == PST_UNIT_POINTS && b->kind == PST_UNIT_PERCENT)
      return clash(a, b, "subtracted", "", error);
    out->kind = (a->kind == PST_UNIT_POINTS && b->kind == PST_UNIT_POINTS)
                        || (subtract && a->kind == b->kind)
                    ? PST_UNIT_POINTS
                    : PST_UNIT_PERCENT;
    return true;
  }
  if (plain(a) && plain(b)) {
    out->kind = a->kind == b->kind ? a->kind : PST_UNIT_RATIO;
    return true;
  }
  return pst_unit_same(a, b) || clash(a, b, subtract ? "subtracted" : "added", "", error);
}

bool pst_unit_multiply(const struct pst_unit *a, const struct pst_unit *b, struct pst_unit *out,
                       bool *per_cent, struct pst_error *error)
{
  *per_cent = false;
  if (a->kind == PST_UNIT_DATE || b->kind == PST_UNIT_DATE)
    return clash(a, b, "multiplied", "", error);
  if (plain(a)) {
    *out = *b;
    if (a->kind == PST_UNIT_RATIO && b->kind == PST_UNIT_PLAIN)
      out->kind = PST_UNIT_RATIO;
    return true;
  }
  *out = *a;
  if (plain(b))
    return true;
  if (a->kind == PST_UNIT_PERCENT)
    *out = *b;
  else if (b->kind != PST_UNIT_PERCENT)
    return clash(a, b, "multiplied", "", error);
  *per_cent = true;
  return true;
}

bool pst_unit_divide(const struct pst_unit *a, const struct pst_unit *b, struct pst_unit *out,
                     struct pst_error *error)
{
  bool percents = a->kind == PST_UNIT_POINTS && b->kind == PST_UNIT_PERCENT;

  *out = *a;
  if (a->kind == PST_UNIT_DATE || b->kind == PST_UNIT_DATE)
    return clash(a, b, "divided", "", error);
  if (percents || pst_unit_same(a, b)) {
    *out = (struct pst_unit){.kind = PST_UNIT_RATIO};
    return true;
  }
  if (plain(b))
    return true;
  return clash(a, b, "divided", "", error);
}

bool pst_unit_compare(const struct pst_unit *a, const struct pst_unit *b, int *times_a,
                      int *times_b, struct pst_error *error)
{
  bool percent_a = a->kind == PST_UNIT_PERCENT || a->kind == PST_UNIT_POINTS;
  bool percent_b = b->kind == PST_UNIT_PERCENT || b->kind == PST_UNIT_POINTS;

  *times_a = a->kind == PST_UNIT_RATIO && percent_b ? 100 : 1;
  *times_b = b->kind == PST_UNIT_RATIO && percent_a ? 100 : 1;
  if (pst_unit_same(a, b) || (plain(a) && plain(b)) || *times_a != 1 || *times_b != 1)
    return true;
  if (percent_a && percent_b)
    return clash(a, b, "compared",
                 ": a difference is in %p; if the paper says %, write growth(a, b)", error);
  if (percent_a || percent_b) {
    if (plain(a) || plain(b))
      return clash(a, b, "compared", "; write the unit behind the number, as in 28.5 %", error);
  }
  return clash(a, b, "compared", "", error);
}
