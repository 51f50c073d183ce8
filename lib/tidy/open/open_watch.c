/* open_watch.c -- a plain table was judged by its beginning: what the rest may not hold. */
#include "tidy/open/open_watch.h"

#include <stdio.h>
#include <string.h>

struct watch {
  const struct pst_reader *reader;
  unsigned long judged;
  bool lone;
  unsigned long long unmarked;
  char reason[240];
};

/* The first field of RAW, without quotes; *REST: what stands behind it. */
static struct pst_text first_field(struct pst_text raw, char delimiter, struct pst_text *rest)
{
  bool quoted = raw.size > 0 && raw.data[0] == '"';
  const char *from = raw.data + quoted,
             *end = memchr(from, quoted ? '"' : delimiter, raw.size - (size_t)quoted);

  if (end == NULL)
    end = raw.data + raw.size;
  rest->data = end + (quoted && end < raw.data + raw.size);
  rest->size = (size_t)(raw.data + raw.size - rest->data);
  return pst_text_trim((struct pst_text){.data = from, .size = (size_t)(end - from)});
}

static bool is_empty(struct pst_text rest, char delimiter)
{
  for (size_t i = 0; i < rest.size; i++)
    if (rest.data[i] != delimiter && strchr(" \"\r\n", rest.data[i]) == NULL)
      return false;
  return true;
}

/* Each field of RAW is the name of its column. */
static bool is_header(const struct pst_reader *reader, struct pst_text raw)
{
  size_t n = pst_reader_columns(reader);

  for (size_t c = 0; c < n; c++) {
    struct pst_text rest, field = first_field(raw, pst_reader_delimiter(reader), &rest);

    if (!pst_text_is(field, pst_reader_column(reader, c)))
      return false;
    raw =
        (struct pst_text){.data = rest.data + (rest.size > 0), .size = rest.size - (rest.size > 0)};
  }
  return true;
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* A letter or a digit. */
static bool is_plain(char c)
{
  return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Most records: the first field begins as the header's does not, it begins no
   note, for that has a colon, and the last field is there. */
static bool is_beyond_doubt(const struct pst_reader *reader, struct pst_text raw)
{
  char last = raw.size == 0 ? '\0' : raw.data[raw.size - 1];

  if ((unsigned char)last <= ' ' || last == '"' || last == pst_reader_delimiter(reader)
      || !is_plain(raw.data[0]) || raw.data[0] == pst_reader_column(reader, 0)[0])
    return false;
  return (raw.size > 1 && is_digit(raw.data[0]) && is_digit(raw.data[1]))
         || memchr(raw.data, ':', raw.size) == NULL;
}

/* `1.234`, `-12.345`: what parts thousands, or decimals. */
static bool is_either(struct pst_text cell)
{
  size_t at = cell.size > 0 && cell.data[0] == '-', digits = 0;

  while (at + digits < cell.size && is_digit(cell.data[at + digits]))
    digits++;
  return digits > 0 && digits < 4 && cell.data[at] != '0' && cell.size == at + digits + 4
         && cell.data[at + digits] == '.' && is_digit(cell.data[cell.size - 3])
         && is_digit(cell.data[cell.size - 2]) && is_digit(cell.data[cell.size - 1]);
}

/* The reason where a value of RAW can be read in two ways, and nothing above says in which; NULL. */
static const char *find_either(struct watch *watch, struct pst_text raw)
{
  const struct pst_reader *reader = watch->reader;
  size_t n = pst_reader_columns(reader);

  if (memchr(raw.data, '.', raw.size) == NULL)
    return NULL;
  for (size_t c = 0; c < n && c < 64; c++) {
    struct pst_text rest, field = first_field(raw, pst_reader_delimiter(reader), &rest);

    if ((watch->unmarked >> c & 1) && is_either(field)) {
      snprintf(
          watch->reason, sizeof watch->reason,
          "field %zu (%.60s): '%.*s' can be %.*s%.*s or %.*s; the file was judged by its first "
          "%lu lines, where no number has a mark: say --thousands '.' for the first or "
          "--decimal '.' for the second",
          c + 1, pst_reader_column(reader, c), (int)field.size, field.data, (int)field.size - 4,
          field.data, 3, field.data + field.size - 3, (int)field.size, field.data, watch->judged);
      return watch->reason;
    }
    raw =
        (struct pst_text){.data = rest.data + (rest.size > 0), .size = rest.size - (rest.size > 0)};
  }
  return NULL;
}

static const char *doubt(void *context, unsigned long line, struct pst_text raw)
{
  struct watch *watch = context;
  const struct pst_reader *reader = watch->reader;
  char delimiter = pst_reader_delimiter(reader);
  struct pst_text rest, first;
  const char *last = raw.data + raw.size;

  if (watch->unmarked != 0 && line > watch->judged) {
    const char *either = find_either(watch, raw);

    if (either != NULL)
      return either;
  }
  if (is_beyond_doubt(reader, raw))
    return NULL;
  while (last > raw.data && strchr("\r\n", last[-1]) != NULL)
    last--;
  first = first_field(raw, delimiter, &rest);
  if (first.size > 3 && pst_frame_is_named_note(first)) {
    snprintf(watch->reason, sizeof watch->reason,
             "'%.*s' stands among the records and begins as a note does",
             (int)pst_utf8_head(first, 60).size, first.data);
    return watch->reason;
  }
  if (line <= watch->judged)
    return NULL;
  if (pst_text_is(first, pst_reader_column(reader, 0)) && is_header(reader, raw))
    return "the header stands here again";
  if (!watch->lone && pst_reader_columns(reader) > 2 && first.size > 0 && last > raw.data
      && (last[-1] == delimiter || last[-1] == '"') && is_empty(rest, delimiter)) {
    snprintf(watch->reason, sizeof watch->reason,
             "'%.*s' and nothing else: a heading of the rows below, or a record without values; "
             "the file was judged by its first %lu lines: --layout plain judges all of it, "
             "--layout as-is takes this for a record",
             (int)pst_utf8_head(first, 60).size, first.data, watch->judged);
    return watch->reason;
  }
  return NULL;
}

enum pst_status pst_open_watch(struct pst_reader *reader, const struct pst_opened *opened,
                               struct pst_error *error)
{
  const struct watch watch = {.reader = reader,
                              .judged = opened->judged,
                              .lone = opened->lone,
                              .unmarked = opened->unmarked};

  return pst_reader_watch(reader, doubt, &watch, sizeof watch, error);
}
