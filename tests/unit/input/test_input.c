#include "check.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "input/convert.h"
#include "input/input.h"
#include "random.h"

/* All that PATH holds, read in pieces of PIECE bytes; NULL when it fails. */
static char *read_all(const char *path, const char *encoding, size_t piece, size_t *size,
                      struct pst_error *error)
{
  struct pst_input *input = NULL;
  size_t got = 1, capacity = 1 << 22;
  char *text = malloc(capacity);
  enum pst_status status = pst_input_open(path, encoding, &input, error);

  *size = 0;
  while (status == PST_OK && got > 0) {
    assert_true(*size + piece < capacity);
    status = pst_input_read(input, text + *size, piece, &got, error);
    *size += status == PST_OK ? got : 0;
  }
  pst_input_close(status == PST_OK || input != NULL ? input : NULL);
  if (status == PST_OK)
    return text;
  free(text);
  return NULL;
}

static void reads(const char *bytes, size_t n, const char *encoding, const char *want)
{
  static const size_t pieces[] = {16, 17, 100, 1 << 16};
  const char *path = file_put("input", bytes, n);
  size_t size;

  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    struct pst_error error = {.status = PST_OK};
    char *text = read_all(path, encoding, pieces[i], &size, &error);

    assert_non_null(text);
    assert_int_equal(size, strlen(want));
    assert_memory_equal(text, want, size);
    free(text);
  }
}

static void byte_order_marks(void **state)
{
  (void)state;
  reads("", 0, NULL, "");
  reads("a", 1, NULL, "a");
  reads("\xef\xbb\xbf", 3, NULL, "");
  reads("\xef\xbb\xbfyear,y\n", 10, NULL, "year,y\n");
  reads("\xff\xfe"
        "a\0,\0\xe9\0",
        8, NULL, "a,\xc3\xa9");
  reads("\xfe\xff\0a\0,\0\xe9", 8, NULL, "a,\xc3\xa9");
  reads("\xff\xfe"
        "a\0",
        4, "UTF-16", "a");
  reads("\xef\xbb\xbf\xc3\xa9", 5, "UTF-8", "\xc3\xa9");
}

static void encodings(void **state)
{
  (void)state;
  reads("C\xf4te d'Ivoire, 10 \x80", 19, "WINDOWS-1252", "C\xc3\xb4te d'Ivoire, 10 \xe2\x82\xac");
  reads("\x93\xfa\x96{", 4, "CP932", "\xe6\x97\xa5\xe6\x9c\xac");
  reads("a\0b\0", 4, "UTF-16LE", "ab");
  reads("BZhao,n\n1,2\n", 12, NULL, "BZhao,n\n1,2\n");
}

/* gzip's header, one block that is only stored, CRC-32 and length, as Python's zlib has them. */
static const char gzip_utf16[] = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x01\x08\x00\xf7\xffy\x00"
                                 ",\x00\xe9\x00\x0a\x00\xa7v\xcb\xf7\x08\x00\x00\x00";
static const char gzip_cp932[] = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x01\x05\x00\xfa\xff\x93"
                                 "\xfa\x96{\x0a\x7f\xd1\xdfl\x05\x00\x00\x00";

static void compressed(void **state)
{
  struct pst_input *input;
  struct pst_text text;
  char data[8];
  size_t got, size = sizeof gzip_utf16 - 1;

  (void)state;
  reads(gzip_utf16, size, NULL, "y,\xc3\xa9\n");
  reads(gzip_utf16, size, "UTF-16LE", "y,\xc3\xa9\n");
  reads(gzip_cp932, sizeof gzip_cp932 - 1, "CP932", "\xe6\x97\xa5\xe6\x9c\xac\n");
  assert_int_equal(pst_input_open(file_put("input", gzip_utf16, size), NULL, &input, NULL), PST_OK);
  assert_int_equal(pst_input_size(input), size);
  assert_int_equal(pst_input_peek(input, 3, &text, NULL), PST_OK);
  assert_memory_equal(text.data, "y,\xc3", 3);
  assert_int_equal(pst_input_read(input, data, sizeof data, &got, NULL), PST_OK);
  while (got > 0)
    assert_int_equal(pst_input_read(input, data, sizeof data, &got, NULL), PST_OK);
  assert_int_equal(pst_input_position(input), size);
  pst_input_close(input);
}

/* Text of TIMES random characters, and the same in UTF-16. */
static void any_text_in_any_pieces(void **state)
{
  static const unsigned points[] = {'a', ',', '\n', 0xe9, 0x65e5, 0x1f600, '"'};
  enum { N = 300000 };
  uint64_t seed = 7;
  char *utf8 = malloc(N * 4), *utf16 = malloc(N * 4 + 4), *text;
  uint32_t *all = malloc(N * sizeof *all);
  char *in = (char *)all, *out;
  size_t in_left = N * sizeof *all, left8 = N * 4, left16 = N * 4, size;
  iconv_t to8 = iconv_open("UTF-8", "UTF-32LE"), to16 = iconv_open("UTF-16LE", "UTF-32LE");
  struct pst_error error = {.status = PST_OK};

  (void)state;
  for (size_t i = 0; i < N; i++)
    all[i] = points[random_below(&seed, sizeof points / sizeof *points)];
  out = utf8;
  assert_int_equal(iconv(to8, &in, &in_left, &out, &left8), 0);
  in = (char *)all;
  in_left = N * sizeof *all;
  memcpy(utf16, "\xff\xfe", 2);
  out = utf16 + 2;
  assert_int_equal(iconv(to16, &in, &in_left, &out, &left16), 0);
  for (size_t piece = 16; piece < 300000; piece = piece * 3 + 1) {
    pipe_put(utf16, 2 + N * 4 - left16, piece % 7000, piece);
    text = read_all("-", NULL, piece, &size, &error);
    pipe_end();
    assert_non_null(text);
    assert_int_equal(size, N * 4 - left8);
    assert_memory_equal(text, utf8, size);
    free(text);
  }
  iconv_close(to8);
  iconv_close(to16);
  free(utf8);
  free(utf16);
  free(all);
}

static void fails(const char *bytes, size_t n, const char *encoding, enum pst_status status,
                  unsigned long line, const char *message)
{
  struct pst_error error = {.status = PST_OK};
  size_t size;

  assert_null(read_all(file_put("input", bytes, n), encoding, 1000, &size, &error));
  assert_int_equal(error.status, status);
  assert_int_equal(error.line, line);
  assert_string_equal(error.message, message);
}

static void bytes_that_the_encoding_does_not_have(void **state)
{
  (void)state;
  fails("ab\ncd\xff\n", 7, "ASCII", PST_BAD_DATA, 2,
        "byte 0xFF is not ASCII; as ISO-8859-1 it reads 'cdÿ'; name the encoding with --encoding");
  fails(
      "ab\ncd\x82\n", 7, "CP932", PST_BAD_DATA, 2,
      "byte 0x82 is not CP932; as WINDOWS-1252 it reads 'cd‚'; name the encoding with --encoding");
  fails("ab\ncd\x82", 6, "CP932", PST_BAD_DATA, 2,
        "the file ends within a character of CP932, behind byte 0x82; fetch it again, or name the "
        "encoding that it has with --encoding");
  fails("\xff\xfe"
        "a\0b",
        5, NULL, PST_BAD_DATA, 1,
        "the file ends within a character of UTF-16, behind byte 0x62; fetch it again, or name the "
        "encoding that it has with --encoding");
  fails(
      "a\0\n\0\x3d\xd8"
      "b\0",
      8, "UTF-16LE", PST_BAD_DATA, 2,
      "the bytes 0x3D 0xD8 are no character of UTF-16LE; mend the file, or name the encoding that "
      "it has with --encoding");
  fails("\xff\xfe"
        "a\0\n\0\x00\xdc\x0a\0",
        10, NULL, PST_BAD_DATA, 2,
        "the bytes 0x00 0xDC are no character of UTF-16; mend the file, or name the encoding that "
        "it has with --encoding");
  fails("ab", 2, "UTF-16", PST_BAD_DATA, 0,
        "this has no byte-order mark; say with --encoding whether it is UTF-16LE or UTF-16BE");
  fails("a", 1, "CP932//IGNORE", PST_USAGE, 0,
        "--encoding: 'CP932//IGNORE' is not a known encoding; iconv --list names them");
  fails("a", 1, "", PST_USAGE, 0,
        "--encoding: '' is not a known encoding; iconv --list names them");
  fails("a", 1, "KLINGON", PST_USAGE, 0,
        "--encoding: 'KLINGON' is not a known encoding; iconv --list names them");
}

static void files_that_are_no_text(void **state)
{
  (void)state;
  fails("\x1f\x8b\x08\0\0\0\0\0\0\0", 10, NULL, PST_BAD_DATA, 0,
        "the gzip data end too early: the file was cut off after 10 bytes; fetch it again");
  fails("\x1f", 1, NULL, PST_BAD_DATA, 0,
        "the gzip data end too early: the file was cut off after 1 byte; fetch it again");
  fails("PK\x03\x04xxxxxxx", 11, NULL, PST_BAD_DATA, 0,
        "the zip data end too early: the file was cut off after 11 bytes; fetch it again");
  fails("%PDF-1.7\n", 9, NULL, PST_BAD_DATA, 0,
        "this is a PDF document; text is expected: pdftotext -layout FILE.pdf FILE.txt takes it "
        "out (data: save as CSV)");
}

static void places_that_cannot_be_read(void **state)
{
  struct pst_error error = {.status = PST_OK};
  size_t size;

  (void)state;
  assert_null(read_all(file_path("none.csv"), NULL, 100, &size, &error));
  assert_int_equal(error.status, PST_IO);
  assert_string_equal(error.file, file_path("none.csv"));
  assert_string_equal(error.message, "No such file or directory");
  error = (struct pst_error){.status = PST_OK};
  assert_null(read_all("/", NULL, 100, &size, &error));
  assert_int_equal(error.status, PST_IO);
  assert_string_equal(error.message, "this is a directory; name a file");
}

static void name_size_and_position(void **state)
{
  struct pst_input *input;
  char data[8];
  size_t got;

  (void)state;
  assert_int_equal(pst_input_open(file_text("input", "0123456789abcdefghij"), NULL, &input, NULL),
                   PST_OK);
  assert_string_equal(pst_input_name(input), file_path("input"));
  assert_int_equal(pst_input_size(input), 20);
  while (pst_input_read(input, data, sizeof data, &got, NULL) == PST_OK && got > 0)
    continue;
  assert_int_equal(pst_input_position(input), 20);
  pst_input_close(input);
  pipe_put("abc", 3, 0, 1);
  assert_int_equal(pst_input_open("-", NULL, &input, NULL), PST_OK);
  assert_string_equal(pst_input_name(input), "standard input");
  assert_int_equal(pst_input_size(input), 0);
  pst_input_close(input);
  pipe_end();
}

/* What was peeked at is read again, however much of each: bytes as they are, and converted ones. */
static void peeks(const char *bytes, size_t n, const char *want)
{
  static const size_t sizes[] = {0, 1, 3, 2, 9, 100, 4};
  char data[16];
  size_t got = 1, at = 0, size = strlen(want);

  for (size_t step = 0; step < 4; step++) {
    struct pst_input *input;

    pipe_put(bytes, n, 3, step);
    assert_int_equal(pst_input_open("-", NULL, &input, NULL), PST_OK);
    for (at = 0, got = 1; got > 0; at += got) {
      for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t left = size - at, here = sizes[i] < left ? sizes[i] : left;
        struct pst_text text;

        assert_int_equal(pst_input_peek(input, sizes[i], &text, NULL), PST_OK);
        assert_int_equal(text.size, here);
        assert_memory_equal(here == 0 ? "" : text.data, want + at, here);
      }
      assert_int_equal(pst_input_read(input, data, step == 3 ? 16 : step + 1, &got, NULL), PST_OK);
      assert_memory_equal(data, want + at, got);
    }
    assert_int_equal(at, size);
    pst_input_close(input);
    pipe_end();
  }
}

static void peeking(void **state)
{
  char a_to_z[27 * 40 + 1];

  (void)state;
  for (size_t i = 0; i < sizeof a_to_z - 1; i++)
    a_to_z[i] = i % 27 == 26 ? '\n' : (char)('a' + i % 27);
  a_to_z[sizeof a_to_z - 1] = '\0';
  peeks("", 0, "");
  peeks("abc", 3, "abc");
  peeks("\xef\xbb\xbfyear,y\n2000,1\n", 17, "year,y\n2000,1\n");
  peeks(a_to_z, sizeof a_to_z - 1, a_to_z);
  peeks("\xfe\xff\0a\0,\0\xe9\x65\xe5\0\n\0b", 14, "a,\xc3\xa9\xe6\x97\xa5\nb");
}

/* A failure is the same whether it is met when peeking or when reading. */
static void peeking_fails(void **state)
{
  struct pst_input *input;
  struct pst_error error = {.status = PST_OK};
  struct pst_text text;

  (void)state;
  assert_int_equal(pst_input_open(file_text("input", "ab\ncd\xff\n"), "ASCII", &input, NULL),
                   PST_OK);
  assert_int_equal(pst_input_peek(input, 5, &text, &error), PST_OK);
  assert_memory_equal(text.data, "ab\ncd", 5);
  assert_int_equal(pst_input_peek(input, 100, &text, &error), PST_BAD_DATA);
  assert_int_equal(error.line, 2);
  pst_input_close(input);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(byte_order_marks),
      cmocka_unit_test(encodings),
      cmocka_unit_test(compressed),
      cmocka_unit_test(any_text_in_any_pieces),
      cmocka_unit_test(bytes_that_the_encoding_does_not_have),
      cmocka_unit_test(files_that_are_no_text),
      cmocka_unit_test(places_that_cannot_be_read),
      cmocka_unit_test(name_size_and_position),
      cmocka_unit_test(peeking),
      cmocka_unit_test(peeking_fails),
  };

  return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
