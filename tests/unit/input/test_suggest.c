#include "check.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input/suggest.h"
#include "input/word.h"

/* TEXT in ENCODING; returns its size. */
static size_t encode(const char *text, const char *encoding, char *out, size_t size)
{
  iconv_t to = iconv_open(encoding, "UTF-8");
  char *in = (char *)(uintptr_t)text, *start = out;
  size_t in_left = strlen(text);

  assert_true(to != (iconv_t)-1);
  assert_int_equal(iconv(to, &in, &in_left, &out, &size), 0);
  iconv_close(to);
  return (size_t)(out - start);
}

static void says(const char *bytes, size_t size, const char *said, const char *message)
{
  struct pst_text block = {bytes, size};
  struct pst_error error = {.status = PST_OK};
  size_t bad = 0;

  assert_false(pst_utf8_valid(block, &bad));
  assert_int_equal(pst_suggest_encoding(said, block, bad, "a.csv", 7, &error), PST_BAD_DATA);
  assert_string_equal(error.file, "a.csv");
  assert_int_equal(error.line, 7);
  assert_string_equal(error.message, message);
}

static void suggests(const char *text, const char *encoding, const char *message)
{
  char bytes[1024];

  says(bytes, encode(text, encoding, bytes, sizeof bytes), "UTF-8", message);
}

static void western_tables(void **state)
{
  (void)state;
  suggests("land,Gebietsfläche\nBayern,1\n", "ISO-8859-1",
           "byte 0xE4 is not UTF-8; as ISO-8859-1 it reads 'Gebietsfläche', as CP932 "
           "'Gebietsfl臘he', as GB18030 'Gebietsfl鋍he'; name the encoding with --encoding");
  suggests("país,año\nEspaña,2000\nPerú,2001\n", "ISO-8859-1",
           "byte 0xED is not UTF-8; as ISO-8859-1 it reads 'país'; name the encoding with "
           "--encoding");
  suggests("pays,v\nCôte d’Ivoire,1\n", "WINDOWS-1252",
           "byte 0xF4 is not UTF-8; as WINDOWS-1252 it reads 'Côte', as GB18030 'C魌e'; name the "
           "encoding with --encoding");
  suggests("pays,v\n12 €,1\nœuvre,2\n", "ISO-8859-15",
           "byte 0xA4 is not UTF-8; as ISO-8859-15 it reads '€', as ISO-8859-1 '¤', as CP932 '､'; "
           "name the encoding with --encoding");
}

static void eastern_tables(void **state)
{
  (void)state;
  suggests(
      "国,年,値\n日本,2000,1\nアメリカ合衆国,2000,2\n", "CP932",
      "byte 0x8D is not UTF-8; as CP932 it reads '国', as GB18030 '崙'; name the encoding with "
      "--encoding");
  suggests("国,年,値\n日本,2000,1\nアメリカ合衆国,2000,2\n", "EUC-JP",
           "byte 0xB9 is not UTF-8; as EUC-JP it reads '国', as GB18030 '柜', as ISO-8859-1 '¹ñ'; "
           "name the encoding with --encoding");
  suggests("地区,年份,总人口(万人)\n北京市,2000,1363\n", "GB18030",
           "byte 0xB5 is not UTF-8; as GB18030 it reads '地区', as EUC-JP '仇曝', as ISO-8859-1 "
           "'µØÇø'; name the encoding with --encoding");
  suggests("ﾆﾎﾝ,年\nｱﾒﾘｶ,2000\n", "CP932",
           "byte 0xC6 is not UTF-8; as CP932 it reads 'ﾆﾎﾝ', as WINDOWS-1252 'ÆÎÝ'; name the "
           "encoding with --encoding");
}

static void blocks_end_anywhere(void **state)
{
  char bytes[100];
  size_t size = encode("国,年\n日本,2000\n中", "CP932", bytes, sizeof bytes);

  (void)state;
  says(bytes, size - 1, "UTF-8",
       "byte 0x8D is not UTF-8; as CP932 it reads '国', as GB18030 '崙'; name the encoding with "
       "--encoding");
}

static void no_encoding_or_utf8_after_all(void **state)
{
  (void)state;
  says("a,b\na\xff\x81,1\n", 10, "UTF-8",
       "byte 0xFF is not UTF-8; name the encoding that the file has with --encoding (iconv --list "
       "names all)");
  says("\xc3\xa9,\xc3\xbc\n\xc3\xa9,\xff\n", 10, "UTF-8",
       "byte 0xFF is not UTF-8, but the text around it is; mend the line, or name with --encoding "
       "the encoding that all of the file has");
  says("\xc3\xa9,\xc3\xbc\n\xc3\xa9,\xff\n", 10, "EUC-JP",
       "byte 0xFF is not EUC-JP, and the text around it is UTF-8; leave --encoding out");
}

/* What was named is not suggested again. */
static void a_wrong_name(void **state)
{
  (void)state;
  says("Gr\xf6\xdf"
       "e\n",
       6, "cp932",
       "byte 0xF6 is not cp932; as ISO-8859-1 it reads 'Größe', as GB18030 'Gr鲞e'; name the "
       "encoding with --encoding");
}

static void word_of(const char *text, size_t wanted, const char *want)
{
  struct pst_input_word word = {.size = 0};
  struct pst_text all = pst_text_of(text);

  for (size_t at = 0; at < all.size;) {
    size_t here = at;

    pst_input_word_add(&word, pst_utf8_next(all, &at), here == wanted);
  }
  assert_true(word.found);
  assert_string_equal(word.text, want);
}

static void words(void **state)
{
  (void)state;
  word_of("a", 0, "a");
  word_of("ab,cd;ef", 4, "cd");
  word_of("ab \"c|d\"", 4, "c");
  word_of("0123456789x0123456789", 10, "0123456789x0123456789");
  word_of("a0123456789x0123456789b", 11, "…0123456789x0123456789…");
  word_of("äöüäöüäöüäöüß,", 24, "…üäöüäöüäöüß");
  word_of("a\u3000日本 b", 4, "日本");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(western_tables),      cmocka_unit_test(eastern_tables),
      cmocka_unit_test(blocks_end_anywhere), cmocka_unit_test(no_encoding_or_utf8_after_all),
      cmocka_unit_test(a_wrong_name),        cmocka_unit_test(words),
  };

  return cmocka_run_group_tests_name("suggest", tests, NULL, NULL);
}
