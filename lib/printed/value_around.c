/* value_around.c -- what stands around the digits of a printed cell: markers, flags, units, signs. */
#include "printed/pair.h"
#include "printed/value_parts.h"

static bool ends(struct pst_text text, const char *with)
{
  size_t size = strlen(with);

  return text.size >= size && memcmp(text.data + text.size - size, with, size) == 0;
}

/* The byte AT of TEXT, if it has one, is a character of its own. */
static bool is_ascii(struct pst_text text, size_t at)
{
  return at >= text.size || (unsigned char)text.data[at] < 0x80;
}

/* --- markers --------------------------------------------------------------------------------- */

static const char *const superscripts[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                           "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

static const char *const symbols[] = {"***",    "**",     "*",      "\u2020", "\u2021",
                                      "\u00A7", "\u00B6", "\u203B", "\u00B1"};

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
  if (is_ascii(text, text.size - 1))
    return '\0';
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
    *text = pst_value_upto(*text, text->size - size);
  }
  if (n > 0)
    add_marker(value, digits + sizeof digits - n, n);
  return n > 0;
}

static bool take_symbol(struct pst_text *text, struct pst_value *value)
{
  if (is_ascii(*text, 0) && is_ascii(*text, text->size - 1) && text->data[0] != '*'
      && text->data[text->size - 1] != '*')
    return false;
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    size_t size = strlen(symbols[i]);

    if (ends(*text, symbols[i])) {
      *text = pst_value_upto(*text, text->size - size);
    } else if (pst_value_starts(*text, symbols[i])) {
      *text = pst_value_from(*text, size);
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
    if (!pst_value_digit(data[i]) && !(data[i] >= 'a' && data[i] <= 'z'))
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
  *text = pst_value_upto(*text, opened != NULL ? open - 1 : open);
  return true;
}

/* `64.2 [63.1-65.3]`: a range behind its number, as health agencies print it. */
static bool take_range(struct pst_text *text, struct pst_value *value)
{
  char close = text->size < 8 ? '\0' : text->data[text->size - 1];
  const char *open = close == ']'   ? memrchr(text->data, '[', text->size)
                     : close == ')' ? memrchr(text->data, '(', text->size)
                                    : NULL;
  size_t at = open == NULL ? 0 : (size_t)(open - text->data), size = text->size - at;
  double low, high;
  bool brackets;

  if (at < 2 || text->data[at - 1] != ' '
      || !(pst_value_digit(text->data[at - 2]) || text->data[at - 2] == '%')
      || strlen(value->marker) + size + 2 > sizeof value->marker
      || !pst_pair_read((struct pst_text){open, size}, &brackets, &low, &high))
    return false;
  add_marker(value, open, size);
  *text = pst_value_upto(*text, at);
  return true;
}

/* `10.8 \3` */
static bool take_backslash(struct pst_text *text, struct pst_value *value)
{
  const char *slash = memrchr(text->data, '\\', text->size);
  size_t size = slash == NULL ? 0 : (size_t)(text->data + text->size - slash);

  if (size < 2 || size > 3 || !pst_value_digit(slash[1]) || !pst_value_digit(slash[size - 1]))
    return false;
  add_marker(value, slash, size);
  *text = pst_value_upto(*text, text->size - size);
  return true;
}

void pst_value_take_markers(struct pst_text *text, struct pst_value *value)
{
  while (text->size > 0
         && (take_superscripts(text, value) || take_symbol(text, value) || take_bracket(text, value)
             || take_range(text, value) || take_backslash(text, value)))
    continue;
}

/* --- flags ----------------------------------------------------------------------------------- */

/* `2019 Feb`, `100 per`: words of the letters that flags have. */
static bool is_word(struct pst_text text, size_t at)
{
  static const char *const words[] = {"feb", "per", "pre", "pref", "free", "fee", "bee", "beef"};
  size_t size = text.size - at;

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == size && strncasecmp(words[i], text.data + at, size) == 0)
      return true;
  return false;
}

/* The letters of a flag at the end of TEXT, behind a blank (or, ATTACHED, behind what is no
   letter): where they begin, or TEXT's size. */
static size_t find_flag(struct pst_text text, const char *letters, bool attached)
{
  size_t at = text.size;

  while (at > 0 && text.data[at - 1] != '\0' && strchr(letters, text.data[at - 1]) != NULL)
    at--;
  if (at == text.size || at == 0 || text.size - at > 4 || is_word(text, at))
    return text.size;
  if (text.data[at - 1] == ' ')
    return at;
  return attached && (pst_value_digit(text.data[at - 1]) || text.data[at - 1] == ':') ? at
                                                                                      : text.size;
}

/* A digit, or a sign such as % or the euro's. */
static bool ends_a_number(struct pst_text text)
{
  char last = text.size == 0 ? '\0' : text.data[text.size - 1];

  return pst_value_digit(last) || last == '%' || last == '$' || (unsigned char)last >= 0x80;
}

void pst_value_take_flag(struct pst_text *text, const struct pst_value_rules *rules,
                         struct pst_value *value)
{
  const char *letters = rules->flags == NULL ? "eprf" : rules->flags;
  size_t at = find_flag(*text, letters, rules->flags_alone);
  struct pst_text rest = pst_value_upto(*text, at);

  if (at == text->size)
    return;
  if (!rules->flags_alone && !ends_a_number(rest))
    return;
  value->flag = pst_value_from(*text, at);
  *text = rest;
}

/* --- signs ----------------------------------------------------------------------------------- */

#define UNIT(TEXT)                                                                                 \
  {                                                                                                \
    .data = TEXT, .size = sizeof TEXT - 1                                                          \
  }
static const struct pst_text units_before[] = {
    UNIT("US$"),    UNIT("NZ$"),    UNIT("HK$"),    UNIT("AU$"),    UNIT("CA$"),
    UNIT("A$"),     UNIT("C$"),     UNIT("R$"),     UNIT("S$"),     UNIT("$"),
    UNIT("EUR"),    UNIT("USD"),    UNIT("JPY"),    UNIT("GBP"),    UNIT("CHF"),
    UNIT("CNY"),    UNIT("KRW"),    UNIT("\u20AC"), UNIT("\u00A3"), UNIT("\u00A5"),
    UNIT("\uFFE5"), UNIT("\u20A9"), UNIT("\u20B9"), UNIT("\u20BD"), UNIT("\u20BA")};
static const struct pst_text units_after[] = {
    UNIT("%"),      UNIT("\u2030"), UNIT("EUR"),    UNIT("USD"),    UNIT("JPY"),    UNIT("GBP"),
    UNIT("CHF"),    UNIT("CNY"),    UNIT("KRW"),    UNIT("$"),      UNIT("\u20AC"), UNIT("\u00A3"),
    UNIT("\u00A5"), UNIT("\u5186"), UNIT("\u5143"), UNIT("\u20A9"), UNIT("\u20B9"), UNIT("\u20BD")};

static bool begins_with(struct pst_text text, struct pst_text unit)
{
  return text.size >= unit.size && text.data[0] == unit.data[0]
         && memcmp(text.data, unit.data, unit.size) == 0;
}

static bool ends_with(struct pst_text text, struct pst_text unit)
{
  return text.size >= unit.size && text.data[text.size - 1] == unit.data[unit.size - 1]
         && memcmp(text.data + text.size - unit.size, unit.data, unit.size) == 0;
}

static void keep_unit(struct pst_value *value, struct pst_text unit)
{
  memcpy(value->unit, unit.data, unit.size);
  value->unit[unit.size] = '\0';
}

/* Most numbers have no sign at them, and no unit begins or ends with a digit. */
static bool is_between_digits(struct pst_text text)
{
  return text.size > 0 && pst_value_digit(text.data[0])
         && pst_value_digit(text.data[text.size - 1]);
}

void pst_value_take_units(struct pst_text *text, struct pst_value *value)
{
  if (is_between_digits(*text))
    return;
  for (size_t i = 0; i < sizeof units_before / sizeof *units_before; i++)
    if (begins_with(*text, units_before[i])) {
      keep_unit(value, units_before[i]);
      *text = pst_value_from(*text, units_before[i].size);
      return;
    }
  for (size_t i = 0; i < sizeof units_after / sizeof *units_after; i++)
    if (ends_with(*text, units_after[i])) {
      keep_unit(value, units_after[i]);
      *text = pst_value_upto(*text, text->size - units_after[i].size);
      return;
    }
}

void pst_value_take_relation(struct pst_text *text, struct pst_value *value)
{
  static const struct {
    const char *text, *relation;
  } relations[] = {{"\u2265", ">="}, {"\u2264", "<="}, {">=", ">="},
                   {"<=", "<="},     {">", ">"},       {"<", "<"}};

  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
    if (pst_value_starts(*text, relations[i].text)) {
      memcpy(value->relation, relations[i].relation, strlen(relations[i].relation) + 1);
      *text = pst_value_from(*text, strlen(relations[i].text));
      return;
    }
}

/* One sign; true when there was one. */
bool pst_value_take_sign(struct pst_text *text, const struct pst_value_rules *rules,
                         struct pst_value *value)
{
  static const char *const triangles[] = {"\u25B3", "\u25B2"};

  for (size_t i = 0; i < 2 && rules->triangles; i++)
    if (pst_value_starts(*text, triangles[i])) {
      value->negative = true;
      *text = pst_value_from(*text, strlen(triangles[i]));
      return true;
    }
  if (text->size == 0 || (text->data[0] != '-' && text->data[0] != '+'))
    return false;
  value->negative = text->data[0] == '-';
  *text = pst_value_from(*text, 1);
  return true;
}

/* All of TEXT in one pair of parentheses that holds a number. */
bool pst_value_take_parentheses(struct pst_text *text)
{
  if (text->size < 3 || text->data[0] != '(' || text->data[text->size - 1] != ')')
    return false;
  *text = pst_text_trim((struct pst_text){.data = text->data + 1, .size = text->size - 2});
  return true;
}
