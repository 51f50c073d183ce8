/* value.c -- a cell as agencies print it, taken apart: number, signs around it, flags, markers. */
#include <string.h>

#include "base/number.h"
#include "interval/bounded.h"
#include "printed/value_parts.h"

/* --- missing --------------------------------------------------------------------------------- */

static bool is_one_of(struct pst_text text, const char *const *tokens)
{
  for (; tokens != NULL && *tokens != NULL; tokens++)
    if (text.size > 0 && text.data[0] == **tokens && pst_text_is(text, *tokens))
      return true;
  return false;
}

static void note(const char *const *tokens, uint64_t *bits)
{
  for (; tokens != NULL && *tokens != NULL; tokens++)
    bits[(unsigned char)**tokens / 64] |= UINT64_C(1) << (unsigned char)**tokens % 64;
}

void pst_value_note_firsts(struct pst_value_rules *rules)
{
  rules->firsts =
      (struct pst_value_firsts){.missing = rules->missing, .more_missing = rules->more_missing};
  note(rules->missing, rules->firsts.bits);
  note(rules->more_missing, rules->firsts.bits);
}

/* No token of RULES begins with C, as far as is noted. */
static bool begins_no_token(char c, const struct pst_value_rules *rules)
{
  const struct pst_value_firsts *firsts = &rules->firsts;

  return firsts->missing == rules->missing && firsts->more_missing == rules->more_missing
         && !(firsts->bits[(unsigned char)c / 64] >> (unsigned char)c % 64 & 1);
}

static bool is_token(struct pst_text text, const struct pst_value_rules *rules)
{
  if (text.size == 0)
    return true;
  return !begins_no_token(text.data[0], rules)
         && (is_one_of(text, rules->missing) || is_one_of(text, rules->more_missing));
}

/* --- a cell ---------------------------------------------------------------------------------- */

static bool has_digit(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if (pst_value_digit(text.data[i]))
      return true;
  return false;
}

/* `[1.5,2]`, `[1,5;2]`, `581±4`, `581+/-4`: polstat's own notation; `(1,2)` is a number in
   parentheses here. */
static bool is_interval(struct pst_text text)
{
  const struct pst_number_style point = {.decimal = '.'}, comma = {.decimal = ','};
  struct pst_bounds bounds;

  return text.size > 0 && strchr("(<>", text.data[0]) == NULL && !pst_value_starts(text, "\u2264")
         && !pst_value_starts(text, "\u2265")
         && (pst_bounds_parse(text, &point, &bounds) || pst_bounds_parse(text, &comma, &bounds));
}

bool pst_value_is_bounded(const struct pst_value *value)
{
  const struct pst_number_style point = {.decimal = '.'}, comma = {.decimal = ','};
  struct pst_bounds bounds;

  if (!value->interval)
    return value->relation[0] != '\0';
  /* `0.1±0` is a number. */
  return !(pst_bounds_parse(value->digits, &point, &bounds)
           || pst_bounds_parse(value->digits, &comma, &bounds))
         || !(bounds.low == bounds.high);
}

/* `42.7-`; `42.7--` and `-42.7-` stay none. */
static bool take_minus_behind(struct pst_text *text, struct pst_value *value)
{
  if (text->size < 2 || text->data[text->size - 1] != '-'
      || !pst_value_digit(text->data[text->size - 2]))
    return false;
  value->negative = true;
  *text = pst_value_upto(*text, text->size - 1);
  return true;
}

static void part_number(struct pst_text text, const struct pst_value_rules *rules,
                        struct pst_value *value)
{
  enum pst_mark_reading dot, comma;
  bool sign, inside = pst_value_take_parentheses(&text);

  pst_value_take_relation(&text, value);
  sign = pst_value_take_sign(&text, rules, value);
  pst_value_take_units(&text, value);
  if (!sign)
    sign = pst_value_take_sign(&text, rules, value);
  if (!sign && !inside && rules->minus_behind)
    sign = take_minus_behind(&text, value);
  if (inside && (sign || value->relation[0] != '\0'))
    return;
  if (inside && rules->parentheses == PST_PARENTHESES_NEGATIVE)
    value->negative = true;
  else if (inside && value->flag.size == 0)
    value->flag = pst_text_of("()");
  if (!has_digit(text) || !pst_value_marks(text, &dot, &comma)
      || (!rules->lakhs && pst_value_in_lakhs(text)))
    return;
  value->digits = text;
  value->parentheses = inside;
  value->kind = PST_VALUE_NUMBER;
}

/* `1234`, `12.5`: digits with one point among them at most, which read under every reading. */
static bool is_digits(struct pst_text text)
{
  size_t points = 0;

  for (size_t i = 0; i < text.size; i++) {
    if (pst_value_digit(text.data[i]))
      continue;
    if (text.data[i] != '.' || i == 0 || i + 1 == text.size || ++points > 1)
      return false;
  }
  return true;
}

bool pst_value_is_plain(struct pst_text cell, const struct pst_value_rules *rules, char decimal)
{
  return cell.size > 0 && cell.size < PST_PLAIN_SIZE && is_digits(cell) && !is_token(cell, rules)
         && (decimal == '.' || memchr(cell.data, '.', cell.size) == NULL);
}

/* `-12.5`: a minus before such digits, with which all that is looked for around a number finds nothing else. */
static bool is_negative(struct pst_text text)
{
  return text.size > 1 && text.data[0] == '-'
         && is_digits((struct pst_text){.data = text.data + 1, .size = text.size - 1});
}

/* Nothing but ASCII letters and blanks: words, and all that is looked for around a number is a unit. */
static bool is_words(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if (!((text.data[i] | 0x20) >= 'a' && (text.data[i] | 0x20) <= 'z') && text.data[i] != ' ')
      return false;
  return true;
}

/* Nothing but digits and marks: most cells, and all that follows would find nothing. */
static bool is_bare(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if (!pst_value_digit(text.data[i]) && text.data[i] != '.' && text.data[i] != ',')
      return false;
  return true;
}

void pst_value_part(struct pst_text cell, const struct pst_value_rules *rules,
                    struct pst_value *value)
{
  struct pst_text text;

  *value = (struct pst_value){.kind = PST_VALUE_UNREADABLE, .flag = {.data = "", .size = 0}};
  text = pst_plain(cell, value->plain);
  if (text.data == NULL)
    return;
  value->token = text;
  if (is_token(text, rules)) {
    value->kind = PST_VALUE_MISSING;
    return;
  }
  value->negative = is_negative(text);
  if (value->negative)
    text = pst_value_from(text, 1);
  if (value->negative || is_digits(text)) {
    value->digits = text;
    value->kind = PST_VALUE_NUMBER;
    return;
  }
  if (is_words(text) && !rules->flags_alone) {
    pst_value_take_units(&text, value);
    return;
  }
  if (is_bare(text)) {
    part_number(text, rules, value);
    return;
  }
  if (is_interval(text)) {
    value->digits = text;
    value->interval = true;
    value->kind = PST_VALUE_NUMBER;
    return;
  }
  /* The FAO's sign for more than nothing and less than half a unit. */
  if (pst_text_is(text, "0 0")) {
    value->flag = pst_value_from(text, 2);
    text = pst_value_upto(text, 1);
  }
  pst_value_take_markers(&text, value);
  pst_value_take_flag(&text, rules, value);
  pst_value_take_markers(&text, value);
  if (text.size > 0 && is_token(text, rules)) {
    value->token = text;
    value->kind = PST_VALUE_MISSING;
    return;
  }
  part_number(text, rules, value);
}
