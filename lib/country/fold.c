/* fold.c -- the form in which two spellings of one name are the same bytes. */
#include "country/fold.h"

#include <string.h>

/* Unicode's letters with accents as their ASCII letter; '-' where there is none. */
struct letters {
  unsigned long first;
  const char *plain;
};

static const struct letters accented[] = {
    {0x00C0, "aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-y"
             "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii--jjkkkllllllllllnnnnnnnnnoooooo--"
             "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
    {0x01A0, "oo"},
    {0x01AF, "uu"},
    {0x01CD, "aaiioouuuuuuuuuu"},
    {0x0218, "sstt"},
    {0x1E00,
     "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppp"
     "rrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy"},
    {0x1EA0,
     "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyy"
     "yy"},
};

static const struct {
  unsigned long code;
  const char *plain;
} digraphs[] = {{0xC6, "ae"}, {0xDE, "th"},  {0xDF, "ss"},  {0xE6, "ae"},
                {0xFE, "th"}, {0x152, "oe"}, {0x153, "oe"}, {0x1E9E, "ss"}};

/* The katakana of U+FF66 to U+FF9D, without U+3000. */
static const unsigned char half_width[] = {
    0xF2, 0xA1, 0xA3, 0xA5, 0xA7, 0xA9, 0xE3, 0xE5, 0xE7, 0xC3, 0xFC, 0xA2, 0xA4, 0xA6,
    0xA8, 0xAA, 0xAB, 0xAD, 0xAF, 0xB1, 0xB3, 0xB5, 0xB7, 0xB9, 0xBB, 0xBD, 0xBF, 0xC1,
    0xC4, 0xC6, 0xC8, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD2, 0xD5, 0xD8, 0xDB, 0xDE,
    0xDF, 0xE0, 0xE1, 0xE2, 0xE4, 0xE6, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEF, 0xF3};

/* What is not one character: nothing, a word's end, the word "and". */
enum { GONE = 0, BLANK = ' ', AND = '&', DOT = '.' };

static bool is_one_of(unsigned long code, const unsigned long *list, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (list[i] == code)
      return true;
  return false;
}

#define IS_ONE_OF(code, list) is_one_of(code, list, sizeof(list) / sizeof *(list))

static bool parts_words(unsigned long code)
{
  static const unsigned long list[] = {
      '\t',   '\n',   '\r',   ' ',    ',',    ';',    ':',    '(',    ')',    '[',    ']',
      '{',    '}',    '-',    '/',    '"',    '_',    0xA0,   0xAB,   0xBB,   0x1680, 0x2010,
      0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x201C, 0x201D, 0x201E, 0x202F, 0x205F, 0x2212,
      0x3000, 0x3001, 0x300C, 0x300D, 0x3010, 0x3011, 0x3014, 0x3015};

  return (code >= 0x2000 && code <= 0x200A) || IS_ONE_OF(code, list);
}

/* Apostrophes of all kinds, marks without width, the middle dot between Japanese words. */
static bool goes(unsigned long code)
{
  static const unsigned long list[] = {'\'',   '`',    0xAD,   0xB4,   0x2BB,  0x2BC,
                                       0x2018, 0x2019, 0x201B, 0x2032, 0x200B, 0x200C,
                                       0x200D, 0x2060, 0x30A0, 0x30FB, 0xFEFF};

  return (code >= 0x300 && code <= 0x36F) || IS_ONE_OF(code, list);
}

/* Full-width and half-width forms as the usual characters. */
static unsigned long usual_width(unsigned long code)
{
  if (code >= 0xFF01 && code <= 0xFF5E)
    return code - 0xFEE0;
  if (code >= 0xFF66 && code <= 0xFF9D)
    return 0x3000UL + half_width[code - 0xFF66];
  switch (code) {
  case 0xFF65:
    return 0x30FB;
  case 0xFF9E:
    return 0x3099;
  case 0xFF9F:
    return 0x309A;
  default:
    return code;
  }
}

static unsigned long plain_letter(unsigned long code)
{
  if (code >= 'A' && code <= 'Z')
    return code - 'A' + 'a';
  for (size_t i = 0; code >= 0xC0 && i < sizeof accented / sizeof *accented; i++)
    if (code >= accented[i].first && code - accented[i].first < strlen(accented[i].plain)
        && accented[i].plain[code - accented[i].first] != '-')
      return (unsigned char)accented[i].plain[code - accented[i].first];
  return code;
}

/* --- characters to a line of plain ones --------------------------------------------------------- */

struct line {
  char data[PST_FOLD_SIZE];
  size_t size;
  bool too_long;
  unsigned long last; /* the character put last */
};

static void put_bytes(struct line *line, const char *data, size_t size)
{
  if (size >= sizeof line->data - line->size) {
    line->too_long = true;
    return;
  }
  memcpy(line->data + line->size, data, size);
  line->size += size;
}

static void put_code(struct line *line, unsigned long code)
{
  char utf8[4];
  size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

  for (size_t i = n; i-- > 1; code >>= 6)
    utf8[i] = (char)(0x80 | (code & 0x3F));
  utf8[0] = (char)(n == 1 ? code : (0xF00UL >> n & 0xFF) | code);
  put_bytes(line, utf8, n);
}

/* The kana with the sound mark MARK (U+3099 or U+309A), or 0 when there is no such character. */
static unsigned long with_mark(unsigned long kana, unsigned long mark)
{
  unsigned long row = kana >= 0x30A1 ? kana - 0x60 : kana;
  bool ha = row == 0x306F || row == 0x3072 || row == 0x3075 || row == 0x3078 || row == 0x307B;

  if (row < 0x3041 || row > 0x3096)
    return 0;
  if (ha)
    return kana + (mark == 0x309A ? 2 : 1);
  if (mark == 0x309A)
    return 0;
  if (kana == 0x30A6)
    return 0x30F4;
  if ((row >= 0x304B && row <= 0x3061 && row % 2 == 1) || row == 0x3064 || row == 0x3066
      || row == 0x3068)
    return kana + 1;
  return 0;
}

static void put_mark(struct line *line, unsigned long mark)
{
  unsigned long both = with_mark(line->last, mark);

  if (both != 0)
    line->size -= 3;
  put_code(line, both != 0 ? both : mark);
}

static void put(struct line *line, unsigned long code)
{
  for (size_t i = 0; i < sizeof digraphs / sizeof *digraphs; i++)
    if (digraphs[i].code == code) {
      put_bytes(line, digraphs[i].plain, 2);
      return;
    }
  if (goes(code))
    return;
  if (code == 0x3099 || code == 0x309A)
    put_mark(line, code);
  else if (code == AND)
    put_bytes(line, " and ", 5);
  else if (parts_words(code))
    put_code(line, BLANK);
  else
    put_code(line, plain_letter(code));
  line->last = code;
}

/* --- the words of the line ---------------------------------------------------------------------- */

/* All pieces between the dots are single letters, as in U.S.A. */
static bool is_initials(struct pst_text word)
{
  size_t piece = 0;

  for (size_t i = 0; i < word.size; i++) {
    piece = word.data[i] == DOT ? 0 : piece + 1;
    if (piece > 1)
      return false;
  }
  return true;
}

static void put_word(struct line *out, struct pst_text word)
{
  if (word.size == 0 || pst_text_is(word, "the"))
    return;
  if (out->size > 0)
    put_bytes(out, " ", 1);
  if (pst_text_is(word, "st"))
    word = pst_text_of("saint");
  put_bytes(out, word.data, word.size);
}

static void put_dotted(struct line *out, struct pst_text word)
{
  char joined[PST_FOLD_SIZE];
  size_t n = 0, start = 0;

  if (is_initials(word)) {
    for (size_t i = 0; i < word.size; i++)
      if (word.data[i] != DOT)
        joined[n++] = word.data[i];
    put_word(out, (struct pst_text){.data = joined, .size = n});
    return;
  }
  for (size_t i = 0; i <= word.size; i++)
    if (i == word.size || word.data[i] == DOT) {
      put_word(out, (struct pst_text){.data = word.data + start, .size = i - start});
      start = i + 1;
    }
}

static void split(struct line *out, const struct line *in)
{
  size_t start = 0;

  for (size_t i = 0; i <= in->size; i++)
    if (i == in->size || in->data[i] == BLANK) {
      put_dotted(out, (struct pst_text){.data = in->data + start, .size = i - start});
      start = i + 1;
    }
}

static bool has_letter(const struct line *line)
{
  for (size_t i = 0; i < line->size; i++)
    if ((line->data[i] >= 'a' && line->data[i] <= 'z') || (unsigned char)line->data[i] >= 0x80)
      return true;
  return false;
}

size_t pst_country_fold(struct pst_text text, char out[PST_FOLD_SIZE])
{
  struct line plain = {.size = 0}, words = {.size = 0};
  size_t at = 0;

  out[0] = '\0';
  if (text.size == 0 || text.size >= PST_FOLD_SIZE || memchr(text.data, '\0', text.size) != NULL
      || !pst_utf8_valid(text, &at))
    return 0;
  for (at = 0; at < text.size;)
    put(&plain, usual_width(pst_utf8_next(text, &at)));
  split(&words, &plain);
  if (plain.too_long || words.too_long || !has_letter(&words))
    return 0;
  memcpy(out, words.data, words.size);
  out[words.size] = '\0';
  return words.size;
}
