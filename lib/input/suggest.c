/* suggest.c -- bytes that are not in the encoding they were said to be in: in which they may be. */
#include "input/suggest.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "input/word.h"

enum { MOST_SHOWN = 3, LONGEST_CHARACTER = 4 };

enum script { ASCII, ASCII_LETTER, LETTER, SYMBOL, IDEOGRAPH, KANA, HALF_KANA, NO_CHARACTER };

/* What tables of the country are made of; an encoding without one has NULL. */
static const char japanese[] =
    "年度月日計合総数県都道府額円人口国区分和平成令大学研究者東京北海市町村産業教育労働費用率値増減"
    "男女"
    "性別地域方収入支出予算歳西南全世帯務所得金千百万億外内校立名科目省庁平均割";
static const char chinese[] = "年月日的地区省市县人口合计总数万亿元中国北京上海广东学校生教育经济工"
                              "业农收入支出增长比重产值户家大小不"
                              "一是在了有和为级名称单位指标全男女城乡镇村平均率";

struct candidate {
  const char *name;
  const char *common;
};

static const struct candidate candidates[] = {
    {"ISO-8859-1", NULL}, {"ISO-8859-15", NULL}, {"WINDOWS-1252", NULL},
    {"CP932", japanese},  {"EUC-JP", japanese},  {"GB18030", chinese},
};
enum { N_CANDIDATES = sizeof candidates / sizeof *candidates };

/* The block as one encoding reads it. */
struct reading {
  const char *name;
  double likely; /* mean of its characters' weights, in [0, 1] */
  struct pst_input_word word;
};

/* --- characters ------------------------------------------------------------------------------ */

static bool between(unsigned long c, unsigned long low, unsigned long high)
{
  return c >= low && c <= high;
}

static enum script script_of(unsigned long c)
{
  if (c < 0x80)
    return between(c | 0x20, 'a', 'z') ? ASCII_LETTER : ASCII;
  if (c < 0xa0 || between(c, 0xe000, 0xf8ff) || c >= 0xf0000 || c == 0xfffd)
    return NO_CHARACTER;
  if (between(c, 0xc0, 0x24f) && c != 0xd7 && c != 0xf7)
    return LETTER;
  if (between(c, 0x3041, 0x30ff))
    return KANA;
  if (between(c, 0xff61, 0xff9f))
    return HALF_KANA;
  if (between(c, 0x3000, 0x3040) || between(c, 0x3400, 0x9fff) || between(c, 0xf900, 0xfaff)
      || between(c, 0xff01, 0xff60) || between(c, 0x20000, 0x3ffff))
    return IDEOGRAPH;
  return SYMBOL;
}

/* The character of SIZE bytes at DATA; 0 when there is none, and *SIZE is then 0 when the block ends
   within one. */
static unsigned long decode(iconv_t iconv_state, const char *data, size_t left, size_t *size)
{
  unsigned char code[4];
  size_t in_left = left < LONGEST_CHARACTER ? left : LONGEST_CHARACTER, most = in_left;
  char *in = (char *)(uintptr_t)data, *out = (char *)code;
  size_t out_left = sizeof code, result = iconv(iconv_state, &in, &in_left, &out, &out_left);

  *size = most - in_left;
  if (out_left == 0)
    return (unsigned long)code[0] << 24 | (unsigned long)code[1] << 16 | (unsigned long)code[2] << 8
           | code[3];
  *size = result == (size_t)-1 && errno == EINVAL && left < LONGEST_CHARACTER ? 0 : 1;
  return 0;
}

/* --- how likely ------------------------------------------------------------------------------ */

/* A run of characters beyond ASCII of one kind, and what stands at its ends. */
struct run {
  enum script before, kind; /* kind: LETTER, SYMBOL, IDEOGRAPH (with kana), HALF_KANA */
  size_t n;
  double weight; /* of its ideographs and kana */
};

struct tally {
  struct run run;
  enum script last;
  double sum;
  size_t n;
};

static double weight_of_run(const struct run *run, enum script after)
{
  bool in_word = run->before == ASCII_LETTER || after == ASCII_LETTER;

  switch (run->kind) {
  case LETTER:
    return run->n > 2 ? 0 : (in_word ? 1 : 0.5) * (double)run->n;
  case IDEOGRAPH:
    return run->n > 1 ? run->weight : in_word ? 0 : run->weight / 2;
  case HALF_KANA:
    return run->n > 1 && !in_word ? 0.3 * (double)run->n : 0;
  default:
    return 0.5 * (double)run->n;
  }
}

static void end_run(struct tally *tally, enum script after)
{
  if (tally->run.n == 0)
    return;
  tally->sum += weight_of_run(&tally->run, after);
  tally->n += tally->run.n;
  tally->run.n = 0;
}

/* C in UTF-8 among the characters of COMMON. */
static bool is_common(const char *common, unsigned long c)
{
  char utf8[8];

  pst_input_utf8(c, utf8);
  return common != NULL && strstr(common, utf8) != NULL;
}

static void count(struct tally *tally, unsigned long c, const char *common)
{
  enum script script = script_of(c), kind = script == KANA ? IDEOGRAPH : script;

  if (c < 0x80 || kind != tally->run.kind)
    end_run(tally, script);
  if (c >= 0x80) {
    if (tally->run.n++ == 0) {
      tally->run.before = tally->last;
      tally->run.kind = kind;
      tally->run.weight = 0;
    }
    tally->run.weight += script == KANA ? 0.9 : is_common(common, c) ? 1 : 0.5;
  }
  tally->last = script;
}

/* Whether CANDIDATE reads all of BLOCK. */
static bool read_as(const struct candidate *candidate, struct pst_text block, size_t bad,
                    struct reading *reading)
{
  struct tally tally = {.last = ASCII};
  iconv_t iconv_state = iconv_open("UTF-32BE", candidate->name);
  bool possible = iconv_state != (iconv_t)-1;

  if (!possible && errno == ENOMEM)
    pst_error_no_memory();
  *reading = (struct reading){.name = candidate->name};
  for (size_t i = 0, size = 1; possible && i < block.size && size > 0; i += size) {
    unsigned long c = (unsigned char)block.data[i];

    size = 1;
    if (c >= 0x80)
      c = decode(iconv_state, block.data + i, block.size - i, &size);
    possible = size == 0 || (c != 0 && script_of(c) != NO_CHARACTER) || block.data[i] == '\0';
    if (!possible || size == 0)
      break;
    count(&tally, c, candidate->common);
    pst_input_word_add(&reading->word, c, bad >= i && bad < i + size);
  }
  end_run(&tally, ASCII);
  if (iconv_state != (iconv_t)-1)
    iconv_close(iconv_state);
  reading->likely = tally.n == 0 ? 0 : tally.sum / (double)tally.n;
  return possible && reading->word.found;
}

/* --- the message ----------------------------------------------------------------------------- */

/* Into READINGS, likeliest first, unless one that is as likely has the same word already. */
static size_t insert(struct reading *readings, size_t n, const struct reading *reading)
{
  size_t at = n;

  for (size_t i = 0; i < n; i++)
    if (strcmp(readings[i].word.text, reading->word.text) == 0) {
      if (readings[i].likely >= reading->likely)
        return n;
      memmove(readings + i, readings + i + 1, (--n - i) * sizeof *readings);
      at = n;
    }
  while (at > 0 && readings[at - 1].likely < reading->likely)
    at--;
  memmove(readings + at + 1, readings + at, (n - at) * sizeof *readings);
  readings[at] = *reading;
  return n + 1;
}

static enum pst_status fail_with(const char *what, const struct reading *readings, size_t n,
                                 const char *file, unsigned long line, struct pst_error *error)
{
  struct pst_buffer words = {.data = NULL};
  enum pst_status status;

  for (size_t i = 0; i < n && i < MOST_SHOWN; i++)
    pst_buffer_printf(&words, "%s as %s %s'%s'", i == 0 ? "" : ",", readings[i].name,
                      i == 0 ? "it reads " : "", readings[i].word.text);
  status = pst_fail_at(error, PST_BAD_DATA, file, line, "%s;%s; name the encoding with --encoding",
                       what, pst_buffer_string(&words));
  pst_buffer_free(&words);
  return status;
}

/* One damaged place is no other encoding: characters of UTF-8 by far outnumber what is none. */
static bool is_nearly_utf8(struct pst_text block)
{
  size_t good = 0, wrong = 0;

  for (size_t i = 0; i < block.size;) {
    size_t at = i;
    bool ascii = (unsigned char)block.data[i] < 0x80;

    pst_utf8_next(block, &i);
    good += i - at > 1;
    wrong += i - at == 1 && !ascii;
  }
  return good > 2 * wrong;
}

enum pst_status pst_suggest_encoding(const char *encoding, struct pst_text block, size_t bad,
                                     const char *file, unsigned long line, struct pst_error *error)
{
  struct reading readings[N_CANDIDATES + 1], reading;
  char what[128];
  size_t n = 0;
  bool utf8 = strcasecmp(encoding, "UTF-8") == 0;

  snprintf(what, sizeof what, "byte 0x%02X is not %.40s", (unsigned char)block.data[bad], encoding);
  if (is_nearly_utf8(block))
    return pst_fail_at(error, PST_BAD_DATA, file, line,
                       utf8 ? "%s, but the text around it is; mend the line, or name with "
                              "--encoding the encoding that all of the file has"
                            : "%s, and the text around it is UTF-8; leave --encoding out",
                       what);
  for (size_t i = 0; i < N_CANDIDATES; i++)
    if (strcasecmp(candidates[i].name, encoding) != 0
        && read_as(&candidates[i], block, bad, &reading))
      n = insert(readings, n, &reading);
  if (n > 0)
    return fail_with(what, readings, n, file, line, error);
  return pst_fail_at(error, PST_BAD_DATA, file, line,
                     "%s; name the encoding that the file has with --encoding (iconv --list names "
                     "all)",
                     what);
}
