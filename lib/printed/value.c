/* value.c -- a cell as agencies print it, taken apart: number, signs around it, flags, markers. */
#include "printed/value.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "interval/bounded.h"

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static struct pst_text from(struct pst_text text, size_t at)
{
  return pst_text_trim((struct pst_text){.data = text.data + at, .size = text.size - at});
}

static struct pst_text upto(struct pst_text text, size_t size)
{
  return pst_text_trim((struct pst_text){.data = text.data, .size = size});
}

static bool starts(struct pst_text text, const char *with)
{
  size_t size = strlen(with);

  return text.size >= size && memcmp(text.data, with, size) == 0;
}

static bool ends(struct pst_text text, const char *with)
{
  size_t size = strlen(with);

  return text.size >= size && memcmp(text.data + text.size - size, with, size) == 0;
}

/* --- missing --------------------------------------------------------------------------------- */

static bool is_one_of(struct pst_text text, const char *const *tokens)
{
  for (; tokens != NULL && *tokens != NULL; tokens++)
    if (text.size > 0 && text.data[0] == **tokens && pst_text_is(text, *tokens))
      return true;
  return false;
}

static bool is_token(struct pst_text text, const struct pst_value_rules *rules)
{
  return text.size == 0 || is_one_of(text, rules->missing) || is_one_of(text, rules->more_missing);
}

/* --- what stands around the digits ------------------------------------------------------------ */

static const char *const superscripts[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                           "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

static const char *const symbols[] = {"***",    "**",     "*",      "\u2020",
                                      "\u2021", "\u00A7", "\u00B6", "\u203B"};

static void add_marker(struct pst_value *value, const char *data, size_t size)
{
  size_t have = strlen(value->marker), blank = have > 0;

  if (have + blank + size >= sizeof value->marker)
    return;
  if (blank)
    value->marker[have] = ' ';
  memcpy(value->marker + have + blank, data, size);
  value->marker[have + blank + size] = '\0';
}

/* A superscript at the end of TEXT after its digits: its ASCII digit, or 0. */
static char superscript(struct pst_text text, size_t *size)
{
  for (int i = 0; i < 10; i++)
    if (ends(text, superscripts[i])) {
      *size = strlen(superscripts[i]);
      return (char)('0' + i);
    }
  return '\0';
}

/* `123¹`, `123¹²`: digits of superscripts, in one marker. */
static bool take_superscripts(struct pst_text *text, struct pst_value *value)
{
  char digits[8];
  size_t n = 0, size = 0;
  char digit;

  while (n < sizeof digits && (digit = superscript(*text, &size)) != '\0') {
    digits[sizeof digits - ++n] = digit;
    *text = upto(*text, text->size - size);
  }
  if (n > 0)
    add_marker(value, digits + sizeof digits - n, n);
  return n > 0;
}

static bool take_symbol(struct pst_text *text, struct pst_value *value)
{
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    size_t size = strlen(symbols[i]);

    if (ends(*text, symbols[i])) {
      *text = upto(*text, text->size - size);
    } else if (starts(*text, symbols[i])) {
      *text = from(*text, size);
    } else {
      continue;
    }
    add_marker(value, symbols[i], size);
    return true;
  }
  return false;
}

/* At most two letters or digits. */
static bool is_label(const char *data, size_t size)
{
  if (size < 1 || size > 2)
    return false;
  for (size_t i = 0; i < size; i++)
    if (!is_digit(data[i]) && !(data[i] >= 'a' && data[i] <= 'z'))
      return false;
  return true;
}

/* `123 1)`, `123 (1)`, `123 [a]`: a label after a blank; without the blank `1231)` could be 123 with
   a note or 1231 with one, and stays not understood. */
static bool take_bracket(struct pst_text *text, struct pst_value *value)
{
  size_t open;
  char close = text->size == 0 ? '\0' : text->data[text->size - 1];
  const char *blank = memrchr(text->data, ' ', text->size);
  const char *opened =
      close == ']' ? memrchr(text->data, '[', text->size) : memrchr(text->data, '(', text->size);

  if (close != ')' && close != ']')
    return false;
  if (opened != NULL && opened > text->data)
    open = (size_t)(opened - text->data) + 1;
  else if (close == ')' && opened == NULL && blank != NULL)
    open = (size_t)(blank - text->data) + 1;
  else
    return false;
  if (!is_label(text->data + open, text->size - open - 1))
    return false;
  if (opened != NULL)
    add_marker(value, text->data + open - 1, text->size - open + 1);
  else
    add_marker(value, text->data + open, text->size - open);
  *text = upto(*text, opened != NULL ? open - 1 : open);
  return true;
}

static void take_markers(struct pst_text *text, struct pst_value *value)
{
  while (
      text->size > 0
      && (take_superscripts(text, value) || take_symbol(text, value) || take_bracket(text, value)))
    continue;
}

/* --- flags ----------------------------------------------------------------------------------- */

/* The letters of a flag at the end of TEXT, behind a blank (or, ATTACHED, behind what is no
   letter): where they begin, or TEXT's size. */
static size_t find_flag(struct pst_text text, const char *letters, bool attached)
{
  size_t at = text.size;

  while (at > 0 && text.data[at - 1] != '\0' && strchr(letters, text.data[at - 1]) != NULL)
    at--;
  if (at == text.size || at == 0 || text.size - at > 4)
    return text.size;
  if (text.data[at - 1] == ' ')
    return at;
  return attached && (is_digit(text.data[at - 1]) || text.data[at - 1] == ':') ? at : text.size;
}

static void take_flag(struct pst_text *text, const struct pst_value_rules *rules,
                      struct pst_value *value)
{
  const char *letters = rules->flags == NULL ? "eprf" : rules->flags;
  size_t at = find_flag(*text, letters, rules->flags_alone);
  struct pst_text rest = upto(*text, at);

  if (at == text->size)
    return;
  if (!rules->flags_alone && !is_digit(rest.data[rest.size - 1]))
    return;
  value->flag = from(*text, at);
  *text = rest;
}

/* --- signs ----------------------------------------------------------------------------------- */

static const char *const units_before[] = {
    "US$",    "NZ$",    "HK$",    "AU$",    "CA$",    "A$",     "C$",    "R$",  "S$",
    "$",      "EUR",    "USD",    "JPY",    "GBP",    "CHF",    "CNY",   "KRW", "\u20AC",
    "\u00A3", "\u00A5", "\uFFE5", "\u20A9", "\u20B9", "\u20BD", "\u20BA"};
static const char *const units_after[] = {
    "%", "\u2030", "EUR",    "USD",    "JPY",    "GBP",    "CHF",    "CNY",    "KRW",
    "$", "\u20AC", "\u00A3", "\u00A5", "\u5186", "\u5143", "\u20A9", "\u20B9", "\u20BD"};

static void take_units(struct pst_text *text, struct pst_value *value)
{
  for (size_t i = 0; i < sizeof units_before / sizeof *units_before; i++)
    if (starts(*text, units_before[i])) {
      snprintf(value->unit, sizeof value->unit, "%s", units_before[i]);
      *text = from(*text, strlen(units_before[i]));
      return;
    }
  for (size_t i = 0; i < sizeof units_after / sizeof *units_after; i++)
    if (ends(*text, units_after[i])) {
      snprintf(value->unit, sizeof value->unit, "%s", units_after[i]);
      *text = upto(*text, text->size - strlen(units_after[i]));
      return;
    }
}

static void take_relation(struct pst_text *text, struct pst_value *value)
{
  static const struct {
    const char *text, *relation;
  } relations[] = {{"\u2265", ">="}, {"\u2264", "<="}, {">=", ">="},
                   {"<=", "<="},     {">", ">"},       {"<", "<"}};

  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
    if (starts(*text, relations[i].text)) {
      memcpy(value->relation, relations[i].relation, strlen(relations[i].relation) + 1);
      *text = from(*text, strlen(relations[i].text));
      return;
    }
}

/* One sign; true when there was one. */
static bool take_sign(struct pst_text *text, const struct pst_value_rules *rules,
                      struct pst_value *value)
{
  static const char *const triangles[] = {"\u25B3", "\u25B2"};

  for (size_t i = 0; i < 2 && rules->triangles; i++)
    if (starts(*text, triangles[i])) {
      value->negative = true;
      *text = from(*text, strlen(triangles[i]));
      return true;
    }
  if (text->size == 0 || (text->data[0] != '-' && text->data[0] != '+'))
    return false;
  value->negative = text->data[0] == '-';
  *text = from(*text, 1);
  return true;
}

/* All of TEXT in one pair of parentheses that holds a number. */
static bool take_parentheses(struct pst_text *text)
{
  if (text->size < 3 || text->data[0] != '(' || text->data[text->size - 1] != ')')
    return false;
  *text = pst_text_trim((struct pst_text){.data = text->data + 1, .size = text->size - 2});
  return true;
}

/* --- digits ---------------------------------------------------------------------------------- */

/* Where the mantissa ends: an exponent is e, a sign perhaps, and digits. */
static size_t mantissa_size(struct pst_text digits)
{
  size_t at = digits.size;

  while (at > 0 && is_digit(digits.data[at - 1]))
    at--;
  if (at == digits.size)
    return digits.size;
  if (at > 0 && (digits.data[at - 1] == '-' || digits.data[at - 1] == '+'))
    at--;
  if (at > 1 && (digits.data[at - 1] == 'e' || digits.data[at - 1] == 'E')
      && is_digit(digits.data[at - 2]))
    return at - 1;
  return digits.size;
}

/* The separator at AT stands between a group of one to three digits (three but for the first) and
   three digits. */
static bool parts_thousands(struct pst_text text, size_t at, size_t group)
{
  size_t before = at - group;

  if (before < 1 || before > 3 || (group > 0 && before != 3))
    return false;
  return at + 3 < text.size && is_digit(text.data[at + 1]) && is_digit(text.data[at + 2])
         && is_digit(text.data[at + 3]) && (at + 4 == text.size || !is_digit(text.data[at + 4]));
}

/* The whole part TEXT: digits, parted in thousands by SEPARATOR alone ('\0': not parted). */
static bool whole_part(struct pst_text text, char separator)
{
  size_t group = 0;

  if (text.size == 0)
    return true;
  for (size_t i = 0; i < text.size; i++) {
    if (is_digit(text.data[i]))
      continue;
    if (separator == '\0' || text.data[i] != separator || !parts_thousands(text, i, group))
      return false;
    group = i + 1;
  }
  return is_digit(text.data[text.size - 1]);
}

static size_t count(struct pst_text text, char c)
{
  size_t n = 0;

  for (size_t i = 0; i < text.size; i++)
    n += text.data[i] == c;
  return n;
}

/* The one kind of separator that TEXT has besides the decimal mark; '\0' none, '?' several. */
static char only_separator(struct pst_text text)
{
  char found = '\0';

  for (size_t i = 0; i < text.size; i++) {
    if (is_digit(text.data[i]))
      continue;
    if (found != '\0' && text.data[i] != found)
      return '?';
    found = text.data[i];
  }
  return found != '\0' && strchr(".,' ", found) == NULL ? '?' : found;
}

/* MANTISSA with DECIMAL as its mark ('\0': it has none). */
static bool reads(struct pst_text mantissa, char decimal)
{
  const char *mark = decimal == '\0' ? NULL : memchr(mantissa.data, decimal, mantissa.size);
  struct pst_text whole = mantissa;
  size_t fraction = 0;

  if (mark != NULL) {
    whole.size = (size_t)(mark - mantissa.data);
    fraction = mantissa.size - whole.size - 1;
    if (fraction == 0)
      return false;
    for (size_t i = whole.size + 1; i < mantissa.size; i++)
      if (!is_digit(mantissa.data[i]))
        return false;
  }
  if (whole.size == 0 && fraction == 0)
    return false;
  if (decimal != '\0' && only_separator(whole) == decimal)
    return false;
  return only_separator(whole) != '?' && whole_part(whole, only_separator(whole));
}

/* `0,123` and `012.345` part no thousands: a group of thousands begins with 1 to 9. */
static bool leading_zero(struct pst_text mantissa)
{
  return mantissa.size > 1 && mantissa.data[0] == '0';
}

static enum pst_mark_reading read_mark(struct pst_text digits, struct pst_text mantissa, char mark,
                                       char other)
{
  bool decimal, thousands;

  if (count(mantissa, mark) == 0)
    return PST_MARK_NONE;
  decimal = count(mantissa, mark) == 1 && reads(mantissa, mark);
  thousands = !leading_zero(mantissa) && mantissa.size == digits.size
              && reads(mantissa, count(mantissa, other) > 0 ? other : '\0');
  if (decimal && thousands)
    return PST_MARK_EITHER;
  if (decimal)
    return PST_MARK_DECIMAL;
  return thousands ? PST_MARK_THOUSANDS : PST_MARK_WRONG;
}

bool pst_value_marks(struct pst_text digits, enum pst_mark_reading *dot,
                     enum pst_mark_reading *comma)
{
  struct pst_text mantissa = {.data = digits.data, .size = mantissa_size(digits)};

  *dot = read_mark(digits, mantissa, '.', ',');
  *comma = read_mark(digits, mantissa, ',', '.');
  if (*dot == PST_MARK_NONE && *comma == PST_MARK_NONE)
    return reads(mantissa, '\0') && !(leading_zero(mantissa) && only_separator(mantissa) != '\0');
  return *dot != PST_MARK_WRONG && *comma != PST_MARK_WRONG;
}

/* --- a cell ---------------------------------------------------------------------------------- */

static bool has_digit(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if (is_digit(text.data[i]))
      return true;
  return false;
}

/* `[1.5,2]`, `[1,5;2]`, `581±4`, `581+/-4`: polstat's own notation; `(1,2)` is a number in
   parentheses here. */
static bool is_interval(struct pst_text text)
{
  const struct pst_number_style point = {.decimal = '.'}, comma = {.decimal = ','};
  struct pst_bounds bounds;

  return text.size > 0 && strchr("(<>", text.data[0]) == NULL && !starts(text, "\u2264")
         && !starts(text, "\u2265")
         && (pst_bounds_parse(text, &point, &bounds) || pst_bounds_parse(text, &comma, &bounds));
}

bool pst_value_is_bounded(const struct pst_value *value)
{
  return value->interval || value->relation[0] != '\0';
}

static void part_number(struct pst_text text, const struct pst_value_rules *rules,
                        struct pst_value *value)
{
  enum pst_mark_reading dot, comma;
  bool sign, inside = take_parentheses(&text);

  take_relation(&text, value);
  sign = take_sign(&text, rules, value);
  take_units(&text, value);
  if (!sign)
    sign = take_sign(&text, rules, value);
  if (inside && (sign || value->relation[0] != '\0'))
    return;
  if (inside && rules->parentheses == PST_PARENTHESES_NEGATIVE)
    value->negative = true;
  else if (inside && value->flag.size == 0)
    value->flag = pst_text_of("()");
  if (!has_digit(text) || !pst_value_marks(text, &dot, &comma))
    return;
  value->digits = text;
  value->kind = PST_VALUE_NUMBER;
}

/* Nothing but digits and marks: most cells, and all that follows would find nothing. */
static bool is_bare(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if (!is_digit(text.data[i]) && text.data[i] != '.' && text.data[i] != ',')
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
    value->flag = from(text, 2);
    text = upto(text, 1);
  }
  take_markers(&text, value);
  take_flag(&text, rules, value);
  take_markers(&text, value);
  if (text.size > 0 && is_token(text, rules)) {
    value->token = text;
    value->kind = PST_VALUE_MISSING;
    return;
  }
  part_number(text, rules, value);
}

/* --- writing --------------------------------------------------------------------------------- */

static bool write_interval(struct pst_text text, char decimal, struct pst_buffer *out)
{
  const struct pst_number_style style = {.decimal = decimal};
  struct pst_bounds bounds;
  char printed[PST_BOUNDS_SIZE];

  if (!pst_bounds_parse(text, &style, &bounds))
    return false;
  pst_bounds_print(printed, &bounds);
  pst_buffer_puts(out, printed);
  return true;
}

/* No program could read 1e400 back; a number of few digits without an exponent is never too large. */
static bool fits_a_double(struct pst_text written, bool has_exponent)
{
  double value;

  return (!has_exponent && written.size < 300) || pst_number_parse(written, NULL, &value, NULL);
}

bool pst_value_write(const struct pst_value *value, char decimal, struct pst_buffer *out)
{
  size_t start = out->size, first;
  struct pst_text digits = value->digits,
                  mantissa = {.data = digits.data, .size = mantissa_size(digits)};
  char mark = count(mantissa, decimal) > 0 ? decimal : '\0';

  if (value->interval)
    return write_interval(digits, decimal, out);
  if (!reads(mantissa, mark)
      || (mark == '\0' && leading_zero(mantissa) && only_separator(mantissa) != '\0'))
    return false;
  pst_buffer_puts(out, value->relation);
  first = out->size;
  if (value->negative)
    pst_buffer_putc(out, '-');
  if (mantissa.data[0] == mark)
    pst_buffer_putc(out, '0');
  for (size_t i = 0; i < digits.size; i++) {
    if (i >= mantissa.size || is_digit(digits.data[i]))
      pst_buffer_putc(out, digits.data[i]);
    else if (digits.data[i] == mark)
      pst_buffer_putc(out, '.');
  }
  if (fits_a_double(
          (struct pst_text){.data = pst_buffer_string(out) + first, .size = out->size - first},
          digits.size > mantissa.size))
    return true;
  out->size = start;
  return false;
}
