#include "check.h"

#include <iconv.h>
#include <string.h>

#include "input/detect.h"

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

static const char *detected(const char *text, const char *encoding)
{
  char out[4096];
  size_t size = encode(text, encoding, out, sizeof out);

  return pst_detect_utf16((struct pst_text){out, size});
}

static void both_orders(const char *text)
{
  assert_string_equal(detected(text, "UTF-16LE"), "UTF-16LE");
  assert_string_equal(detected(text, "UTF-16BE"), "UTF-16BE");
}

static void utf16_without_a_mark(void **state)
{
  (void)state;
  both_orders("year,value\n2000,1\n");
  both_orders("a\n");
  both_orders("pays;valeur\r\nC\u00f4te d\u2019Ivoire;1\r\n");
  both_orders("\u56fd\t\u5e74\t\u5024\n\u65e5\u672c\t2000\t12.5\n\u4e00\u3000\u4e00\t2001\t3\n");
  both_orders("\u0441\u0442\u0440\u0430\u043d\u0430,"
              "\u0433\u043e\u0434\n\u0420\u043e\u0441\u0441\u0438\u044f,2000\n");
  both_orders("name,n\n\U0001f600,1\n");
  /* Little but text: one delimiter in thirty characters. */
  both_orders("\u65e5\u672c\u56fd\u5185\u306e\u7814\u7a76\u8005\u306e\u79fb\u52d5\u306b\u95a2\u3059"
              "\u308b\u8abf\u67fb,"
              "\u6587\u90e8\u79d1\u5b66\u7701\u306e\u56fd\u969b\u4ea4\u6d41\u306e\u6982\u6cc1\u306b"
              "\u3064\u3044\u3066\n");
}

static void none(const char *bytes, size_t size)
{
  assert_null(pst_detect_utf16((struct pst_text){bytes, size}));
}

static void nul_bytes_of_another_cause(void **state)
{
  (void)state;
  none("", 0);
  none("year,value\n2000,1\n", 18);
  none("a\0", 2);                            /* nothing parts anything */
  none("year,va\0ue\n2000,1\n2001,2\n", 25); /* one stray byte */
  none("abcd\0\nabcd\0\nabcd\0\n", 18);      /* lines of a program that ended them by NUL */
  none("abc\0\nabc\0\nabcd\0\n", 16);
  none("a\0\0\0,\0\0\0\n\0\0\0", 12); /* UTF-32 */
  none("\x1b\0a\0\n\0", 6);           /* a control character */
  none("a\0\n\0\x00\xdc", 6);         /* half of a pair */
  none("a\0\n\0\x00\xd8"
       "b\0",
       8);
  none("a\0\0b\n\0\0\n", 8); /* now one order, now the other */
}

static void marks(void **state)
{
  static const struct {
    const char *bytes;
    size_t n;
    const char *name;
    size_t size;
  } cases[] = {
      {"\xef\xbb\xbf"
       "a",
       4, "UTF-8", 3},
      {"\xff\xfe"
       "a\0",
       4, "UTF-16", 2},
      {"\xfe\xff\0a", 4, "UTF-16", 2},
      {"\xff\xfe\0\0", 4, "UTF-32", 4},
      {"\0\0\xfe\xff", 4, "UTF-32", 4},
  };
  size_t size = 0;

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_string_equal(pst_detect_mark((struct pst_text){cases[i].bytes, cases[i].n}, &size),
                        cases[i].name);
    assert_int_equal(size, cases[i].size);
  }
  assert_null(pst_detect_mark(pst_text_of("\xef\xbb"), &size));
  assert_null(pst_detect_mark(pst_text_of(""), &size));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(utf16_without_a_mark),
      cmocka_unit_test(nul_bytes_of_another_cause),
      cmocka_unit_test(marks),
  };

  return cmocka_run_group_tests_name("detect", tests, NULL, NULL);
}
