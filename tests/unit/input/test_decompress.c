#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input/decompress.h"

/* --- one table in each compression, made by Python's modules and by zstd ------------------------- */

enum { ROWS = 30, ROOM = 1 << 18 };

/* With all parts that a header can have: extra field, name, comment and its own checksum. */
static const char gzip_bytes[] =
    "\x1f\x8b\x08\x1e\x00\x00\x00\x00\x02\x03\x06\x00\x41\x70\x02\x00\x78\x79\x74\x61"
    "\x62\x6c\x65\x2e\x63\x73\x76\x00\x61\x20\x63\x6f\x6d\x6d\x65\x6e\x74\x00\xde\x11"
    "\x25\x8f\x31\x0e\x43\x31\x08\x43\xf7\x9e\xc5\x03\x86\x40\xc2\x71\xfe\xd0\xad\x53"
    "\xa5\x56\xea\xed\x0b\xfc\x89\x27\xc7\xb1\xe1\xf7\xbc\xde\xf8\x5e\xaf\xcf\xf3\xc1"
    "\x4c\x81\xf4\x20\x6c\xf7\x54\x70\x9d\x06\x83\x99\x35\x2c\x78\x6a\x83\x23\xd5\x1b"
    "\x02\x34\x1b\x69\x83\x87\xe3\x3a\x50\x8b\xf9\x98\xd0\x7a\x78\xa8\x88\x54\xa6\x48"
    "\x13\xb1\xd6\x1e\x4d\xe1\xa6\xa7\xc9\x10\xea\xd6\xb4\xb0\xd5\xb5\xc9\x71\xac\x3a"
    "\x8a\x02\xb9\xf6\x68\xd5\x21\x91\x63\x3c\x20\xf3\xcc\xef\xec\x1d\xbc\x23\x29\xbd"
    "\xf2\xf4\x90\x60\x18\x47\xad\x43\x76\x4a\x7b\x69\x60\xfa\xee\x04\x2e\x28\x8d\x9d"
    "\x4b\xaf\x8d\x39\x65\x0c\xa8\xcb\xad\x6e\x68\xe4\xed\xad\x93\x52\xee\x84\x84\x91"
    "\x95\xfb\x07\xa4\x9d\xda\x67\x3b\x01\x00\x00";

static const char bzip2_bytes[] =
    "\x42\x5a\x68\x39\x31\x41\x59\x26\x53\x59\x83\xcd\x03\xef\x00\x00\x9d\x59\x80\x00"
    "\x10\x00\x04\x7f\xe0\x22\x04\x13\x20\x30\x00\xd6\x64\x44\xd9\x32\xa9\xf8\xa8\x0c"
    "\x86\x3f\x13\x52\x6d\x34\x83\x20\x94\xca\x69\xa4\xf5\x4f\x53\x43\xd2\x76\xb1\x57"
    "\xbe\x01\x50\xc1\x50\xc1\x50\xc1\x50\xc1\x50\xc1\xac\xd9\xd1\xb7\x59\x99\x96\x67"
    "\x8a\xea\xd5\xdc\xab\x2f\xef\x7d\x17\x6f\x7b\x7b\x03\x28\x68\xb4\x03\x82\x94\xa8"
    "\x6d\x9a\x5b\x9c\x3c\x0b\x4e\xa4\x68\x42\x9c\xe3\x09\x24\xfb\x20\xd6\x7a\xbc\x92"
    "\xb5\x41\x06\xa2\x75\x92\xfc\x8a\x98\x9a\xb6\xe0\x8b\x67\x2e\xf7\x02\x72\x19\x83"
    "\x76\x47\xaa\x85\xc9\x54\x78\x99\x12\x91\x14\x50\x5b\x6e\x1d\x05\x76\xd1\x53\xb9"
    "\xb9\xc6\xdc\xd9\xa9\x32\xf4\x64\xbc\x10\x15\x28\xc2\x69\x44\x52\x8e\x7c\xe7\x9c"
    "\x3c\xf5\xcf\xe2\xee\x48\xa7\x0a\x12\x10\x79\xa0\x7d\xe0";

static const char xz_bytes[] =
    "\xfd\x37\x7a\x58\x5a\x00\x00\x04\xe6\xd6\xb4\x46\x02\x00\x21\x01\x16\x00\x00\x00"
    "\x74\x2f\xe5\xa3\xe0\x01\x3a\x00\xb4\x5d\x00\x3c\x99\x48\x49\x9d\x55\x4b\x7c\x9c"
    "\xb5\x7d\xd6\xa9\x39\x72\x19\x53\x38\xba\x53\xe6\x54\xc5\xf6\xc1\xd5\x27\xe4\x14"
    "\x77\x9b\xb1\x59\xff\x14\x8d\xff\xf0\x59\xa4\xff\x43\x84\xc4\xb8\xac\xe4\x7c\x8e"
    "\x56\xf6\xb7\xfb\x24\x8b\x34\xd1\x14\x8e\x8d\x9e\xce\x25\xb6\xc6\x30\x96\xdb\xbc"
    "\xda\xba\x36\x73\x42\x23\xe2\x07\xe7\xba\x95\x6a\x88\xbf\x27\x1f\x32\x63\x61\xc4"
    "\x32\xd2\xcf\x4c\x23\x44\xe1\x3e\x6a\xe7\x6d\x1a\x99\xe4\xef\xa1\x95\xef\x5a\x18"
    "\x04\xb0\x01\x7e\x0c\x05\xfc\x0d\xd1\x5e\x57\x55\xa6\x16\xa9\x47\x48\x00\x1a\xd9"
    "\x64\xb4\x72\x31\xc9\x91\x62\x20\xb0\xac\xa0\xf8\xcf\x91\x22\xb5\xf3\x23\x35\xc9"
    "\x45\x39\xb8\x1a\x40\x33\x11\x1f\x36\x67\xe3\x94\x18\x42\x5d\x28\x05\xd6\x32\xf7"
    "\xe7\x8e\xf3\x7f\x11\x38\x1c\x34\x75\xdd\x80\x00\x0f\xb7\x48\xfb\xa5\xd9\xbc\x8f"
    "\x00\x01\xd0\x01\xbb\x02\x00\x00\xb7\xfc\xfc\x25\xb1\xc4\x67\xfb\x02\x00\x00\x00"
    "\x00\x04\x59\x5a";

static const char zstd_bytes[] =
    "\x28\xb5\x2f\xfd\x04\x68\xcd\x04\x00\x72\xcc\x1b\x12\xc0\x17\x3a\x00\x8b\xbc\xf5"
    "\x6f\x6e\x92\x72\xcb\x9d\x12\x67\x70\x1c\x16\x00\x22\xe9\xbd\x44\xde\x95\xe9\xa3"
    "\x23\xca\x74\x63\x4a\x77\x53\x9a\x9d\x30\xcd\x39\x97\x9c\xb8\xd2\x83\x23\x4b\x70"
    "\xc2\xb1\xb9\xd7\xc9\xd5\x87\x70\x54\x12\xdf\x98\xba\x36\x9d\xd2\x84\xa7\x63\xae"
    "\x7a\x56\x22\x21\x46\x11\xf2\x44\xa4\x00\xfa\xbb\x0f\x77\xc5\xe2\xc8\xe6\xc6\xf4"
    "\x9b\x7e\x26\x6c\xcf\x25\xb8\x92\xc7\x9f\x00\x99\xfc\x04\x08\x0a\x83\x80\x61\x84"
    "\x80\xe0\x10\x1b\xa8\x10\x2e\xd9\xee\x33\x07\x40\x25\xcc\x7a\x10\xc0\x0f\x24\x1c"
    "\xe7\xcd\xfc\x2a\x2c\x25\x10\x99\x72\x61\x97\x4e\x39\x30\x35\xda\x8a\x0b\x19\x28"
    "\xac\x29\xb8\xb5\xb8\x8b";

/* A dictionary of 1 GiB, a window of 2 GiB. */
static const char xz_large[] =
    "\xfd\x37\x7a\x58\x5a\x00\x00\x04\xe6\xd6\xb4\x46\x02\x00\x21\x01\x24\x00\x00\x00"
    "\x5e\x1f\xc7\xf9\xe0\x01\x3a\x00\xb4\x5d\x00\x3c\x99\x48\x49\x9d\x55\x4b\x7c\x9c"
    "\xb5\x7d\xd6\xa9\x39\x72\x19\x53\x38\xba\x53\xe6\x54\xc5\xf6\xc1\xd5\x27\xe4\x14"
    "\x77\x9b\xb1\x59\xff\x14\x8d\xff\xf0\x59\xa4\xff\x43\x84\xc4\xb8\xac\xe4\x7c\x8e"
    "\x56\xf6\xb7\xfb\x24\x8b\x34\xd1\x14\x8e\x8d\x9e\xce\x25\xb6\xc6\x30\x96\xdb\xbc"
    "\xda\xba\x36\x73\x42\x23\xe2\x07\xe7\xba\x95\x6a\x88\xbf\x27\x1f\x32\x63\x61\xc4"
    "\x32\xd2\xcf\x4c\x23\x44\xe1\x3e\x6a\xe7\x6d\x1a\x99\xe4\xef\xa1\x95\xef\x5a\x18"
    "\x04\xb0\x01\x7e\x0c\x05\xfc\x0d\xd1\x5e\x57\x55\xa6\x16\xa9\x47\x48\x00\x1a\xd9"
    "\x64\xb4\x72\x31\xc9\x91\x62\x20\xb0\xac\xa0\xf8\xcf\x91\x22\xb5\xf3\x23\x35\xc9"
    "\x45\x39\xb8\x1a\x40\x33\x11\x1f\x36\x67\xe3\x94\x18\x42\x5d\x28\x05\xd6\x32\xf7"
    "\xe7\x8e\xf3\x7f\x11\x38\x1c\x34\x75\xdd\x80\x00\x0f\xb7\x48\xfb\xa5\xd9\xbc\x8f"
    "\x00\x01\xd0\x01\xbb\x02\x00\x00\xb7\xfc\xfc\x25\xb1\xc4\x67\xfb\x02\x00\x00\x00"
    "\x00\x04\x59\x5a";

static const char zstd_large[] = "\x28\xb5\x2f\xfd\x00\xa8\x09\x00\x00\x61";

struct kind {
  const char *name, *bytes;
  size_t size;
};

#define KIND(name)                                                                                 \
  {                                                                                                \
#name, name##_bytes, sizeof name##_bytes - 1                                                   \
  }
static const struct kind kinds[] = {KIND(gzip), KIND(bzip2), KIND(xz), KIND(zstd)};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

static const char *table(void)
{
  static char text[ROOM];
  size_t n = (size_t)sprintf(text, "year,value\n");

  for (int i = 0; i < ROWS; i++)
    n += (size_t)sprintf(text + n, "%d,%d\n", 1990 + i, i * i * 37);
  return text;
}

/* --- reading ------------------------------------------------------------------------------------- */

struct bytes {
  const char *data;
  size_t size, at, piece;
};

static enum pst_status next_bytes(void *context, char *data, size_t size, size_t *got,
                                  struct pst_error *error)
{
  struct bytes *bytes = context;
  size_t left = bytes->size - bytes->at;

  (void)error;
  *got = left < size ? left : size;
  *got = *got < bytes->piece ? *got : bytes->piece;
  memcpy(data, bytes->data + bytes->at, *got);
  bytes->at += *got;
  return PST_OK;
}

/* What SIZE bytes of KIND's compression say, in TEXT of ROOM bytes, taken and given by PIECE. */
static enum pst_status expand(const struct kind *kind, const char *data, size_t size, size_t piece,
                              char *text, struct pst_error *error)
{
  struct bytes bytes = {.data = data, .size = size, .piece = piece};
  struct pst_decompress *decompress;
  size_t n = 0, got = 1;
  enum pst_status status =
      pst_decompress_open(pst_decompress_codec((struct pst_text){kind->bytes, kind->size}),
                          next_bytes, &bytes, &decompress, error);

  assert_int_equal(status, PST_OK);
  while (status == PST_OK && got > 0) {
    status =
        pst_decompress_read(decompress, text + n, piece < ROOM - n ? piece : ROOM - n, &got, error);
    n += got;
    assert_true(n < ROOM);
  }
  text[n] = '\0';
  pst_decompress_close(decompress);
  return status;
}

static void fails(const struct kind *kind, const char *data, size_t size, const char *message)
{
  static const size_t pieces[] = {1, 7, ROOM};
  char text[ROOM];

  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    struct pst_error error = {.status = PST_OK};

    assert_int_equal(expand(kind, data, size, pieces[i], text, &error), PST_BAD_DATA);
    assert_string_equal(error.message, message);
    assert_memory_equal(text, table(),
                        strlen(text) < strlen(table()) ? strlen(text) : strlen(table()));
  }
}

static void reads(const struct kind *kind, const char *data, size_t size, const char *want)
{
  static const size_t pieces[] = {1, 2, 13, ROOM};
  char text[ROOM];

  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    assert_int_equal(expand(kind, data, size, pieces[i], text, NULL), PST_OK);
    assert_string_equal(text, want);
  }
}

/* KIND's bytes with SIZE bytes of MORE behind them. */
static char *joined(const struct kind *kind, const char *more, size_t size)
{
  char *data = malloc(kind->size + size);

  assert_non_null(data);
  memcpy(data, kind->bytes, kind->size);
  memcpy(data + kind->size, more, size);
  return data;
}

/* --- tests --------------------------------------------------------------------------------------- */

static void kinds_are_known_by_their_first_bytes(void **state)
{
  (void)state;
  for (size_t i = 0; i < N_KINDS; i++) {
    struct pst_text first = {kinds[i].bytes, kinds[i].size};

    assert_string_equal(pst_decompress_name(pst_decompress_codec(first)), kinds[i].name);
    assert_null(pst_decompress_cut_off(first));
    first.size = 1;
    assert_null(pst_decompress_codec(first));
    assert_string_equal(pst_decompress_name(pst_decompress_cut_off(first)), kinds[i].name);
  }
  assert_null(pst_decompress_codec(pst_text_of("BZh91,BZh92,BZh93\n")));
  assert_null(pst_decompress_codec(pst_text_of("year,value\n")));
  assert_null(pst_decompress_codec(pst_text_of("")));
  assert_null(pst_decompress_cut_off(pst_text_of("")));
  assert_string_equal(
      pst_decompress_ending(pst_decompress_codec((struct pst_text){"\x52\x2a\x4d\x18", 4})),
      ".zst");
}

static void each_kind_whole(void **state)
{
  (void)state;
  for (size_t i = 0; i < N_KINDS; i++)
    reads(&kinds[i], kinds[i].bytes, kinds[i].size, table());
}

static void members_follow_each_other(void **state)
{
  char twice[ROOM];

  (void)state;
  strcpy(twice, table());
  strcat(twice, table());
  for (size_t i = 0; i < N_KINDS; i++) {
    char *data = joined(&kinds[i], kinds[i].bytes, kinds[i].size);

    reads(&kinds[i], data, 2 * kinds[i].size, twice);
    free(data);
  }
}

/* After a whole member the end cannot be told from one that was cut off there. */
static void cut_off_at_each_byte(void **state)
{
  (void)state;
  for (size_t i = 0; i < N_KINDS; i++) {
    const struct kind *kind = &kinds[i];
    char *data = joined(kind, kind->bytes, kind->size), message[200];

    for (size_t size = 1; size < 2 * kind->size; size++) {
      snprintf(message, sizeof message,
               "the %s data end too early: the file was cut off after %zu byte%s; fetch it again",
               kind->name, size, size == 1 ? "" : "s");
      if (size != kind->size)
        fails(kind, data, size, message);
    }
    free(data);
  }
}

/* Some bytes say nothing about the text, such as the time in gzip's header: the text is then the
   same. */
static void no_changed_bit_changes_the_text(void **state)
{
  char text[ROOM];

  (void)state;
  for (size_t i = 0; i < N_KINDS; i++) {
    char *data = joined(&kinds[i], "", 0);
    size_t refused = 0;

    for (size_t bit = 0; bit < 8 * kinds[i].size; bit++) {
      struct pst_error error = {.status = PST_OK};
      enum pst_status status;

      data[bit / 8] ^= (char)(1 << bit % 8);
      status = expand(&kinds[i], data, kinds[i].size, ROOM - 1, text, &error);
      if (status == PST_OK)
        assert_string_equal(text, table());
      else
        assert_int_equal(status, PST_BAD_DATA);
      refused += status == PST_BAD_DATA;
      data[bit / 8] ^= (char)(1 << bit % 8);
    }
    assert_true(refused >= 7 * kinds[i].size);
    free(data);
  }
}

static void damage_has_a_place(void **state)
{
  char *data = joined(&kinds[0], "", 0);

  (void)state;
  data[kinds[0].size - 5] ^= 1; /* the last byte of the CRC */
  fails(&kinds[0], data, kinds[0].size,
        "the gzip data are damaged near byte 207 of the file; fetch it again");
  free(data);
}

static void something_else_follows(void **state)
{
  char message[200];

  (void)state;
  for (size_t i = 0; i < N_KINDS; i++) {
    const struct kind *kind = &kinds[i];
    char *data = joined(kind, "<html>", 6), *padded = joined(kind, "\0\0\0\0\0\0\0\0", 8);

    snprintf(
        message, sizeof message,
        "something that is not %s follows the %s data, from byte %zu; fetch the file again, or "
        "cut it off there",
        kind->name, kind->name, kind->size + 1);
    fails(kind, data, kind->size + 6, message);
    if (i == 0 || i == 2)
      reads(kind, padded, kind->size + 8, table());
    else
      fails(kind, padded, kind->size + 8, message);
    free(data);
    free(padded);
  }
}

static void members_without_text(void **state)
{
  static const char skipped[] = "\x5e\x2a\x4d\x18\x03\0\0\0abc";
  static const char empty_bzip2[] = "BZh9\x17\x72\x45\x38\x50\x90\0\0\0\0";
  const struct kind skip = {"zstd", skipped, sizeof skipped - 1},
                    empty = {"bzip2", empty_bzip2, sizeof empty_bzip2 - 1};
  char *data = joined(&skip, kinds[3].bytes, kinds[3].size);

  (void)state;
  reads(&skip, data, skip.size + kinds[3].size, table());
  free(data);
  reads(&empty, empty.bytes, empty.size, "");
  data = joined(&empty, kinds[1].bytes, kinds[1].size);
  reads(&empty, data, empty.size + kinds[1].size, table());
  free(data);
}

static void too_large_a_window(void **state)
{
  (void)state;
  fails(&kinds[2], xz_large, sizeof xz_large - 1,
        "the xz data were made with a window so large that reading them takes more memory than is "
        "allowed here; compress the file again with an ordinary level");
  fails(
      &kinds[3], zstd_large, sizeof zstd_large - 1,
      "the zstd data were made with a window so large that reading them takes more memory than is "
      "allowed here; compress the file again with an ordinary level");
}

static enum pst_status no_bytes(void *context, char *data, size_t size, size_t *got,
                                struct pst_error *error)
{
  (void)context;
  (void)data;
  (void)size;
  (void)got;
  return pst_fail(error, PST_IO, "Input/output error");
}

static void the_source_fails(void **state)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_decompress *decompress;
  char text[16];
  size_t got;

  (void)state;
  assert_int_equal(
      pst_decompress_open(pst_decompress_codec((struct pst_text){kinds[0].bytes, kinds[0].size}),
                          no_bytes, NULL, &decompress, &error),
      PST_OK);
  assert_int_equal(pst_decompress_read(decompress, text, sizeof text, &got, &error), PST_IO);
  assert_int_equal(got, 0);
  assert_string_equal(error.message, "Input/output error");
  pst_decompress_close(decompress);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kinds_are_known_by_their_first_bytes),
      cmocka_unit_test(each_kind_whole),
      cmocka_unit_test(members_follow_each_other),
      cmocka_unit_test(cut_off_at_each_byte),
      cmocka_unit_test(no_changed_bit_changes_the_text),
      cmocka_unit_test(damage_has_a_place),
      cmocka_unit_test(something_else_follows),
      cmocka_unit_test(members_without_text),
      cmocka_unit_test(too_large_a_window),
      cmocka_unit_test(the_source_fails),
  };

  return cmocka_run_group_tests_name("decompress", tests, NULL, NULL);
}
