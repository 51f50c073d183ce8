/* detect.c -- what the first bytes of a text say about its encoding, where they leave no choice. */
#include "input/detect.h"

#include <string.h>

const char *pst_detect_mark(struct pst_text first, size_t *size)
{
  /* The mark of UTF-32 begins with that of UTF-16. */
  static const struct {
    const char *mark;
    size_t size;
    const char *name;
  } marks[] = {{"\xef\xbb\xbf", 3, "UTF-8"},
               {"\xff\xfe\0\0", 4, "UTF-32"},
               {"\0\0\xfe\xff", 4, "UTF-32"},
               {"\xff\xfe", 2, "UTF-16"},
               {"\xfe\xff", 2, "UTF-16"}};

  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (first.size >= marks[i].size && memcmp(first.data, marks[i].mark, marks[i].size) == 0) {
      *size = marks[i].size;
      return marks[i].name;
    }
  return NULL;
}

/* What the text is when read in one byte order. */
struct reading {
  size_t n, ascii, parting; /* units; those of ASCII; line ends and delimiters */
  size_t not_ascii;         /* others that are not two bytes of an ASCII text */
  bool possible;
};

static bool in_text(unsigned byte)
{
  return (byte >= 0x20 && byte < 0x7f) || byte == '\n' || byte == '\r' || byte == '\t';
}

static bool count_unit(struct reading *reading, unsigned unit)
{
  reading->n++;
  if (unit < 0x80) {
    reading->ascii++;
    reading->parting += unit != 0 && strchr("\n\r\t,;|", (int)unit) != NULL;
    return in_text(unit);
  }
  reading->not_ascii +=
      !(in_text(unit >> 8) || unit >> 8 == 0) || !(in_text(unit & 0xff) || (unit & 0xff) == 0);
  return unit >= 0xa0 && unit < 0xfffe;
}

/* HIGH: the place of the high byte in a unit. */
static struct reading read_as(struct pst_text first, size_t high)
{
  struct reading reading = {.possible = true};
  bool half = false; /* the unit before begins a pair */

  for (size_t i = 0; reading.possible && i + 1 < first.size; i += 2) {
    unsigned unit = (unsigned)(unsigned char)first.data[i + high] << 8
                    | (unsigned char)first.data[i + 1 - high];
    bool begins = unit >= 0xd800 && unit < 0xdc00, ends = unit >= 0xdc00 && unit < 0xe000;

    reading.possible = count_unit(&reading, unit) && half == ends;
    half = begins;
  }
  return reading;
}

static bool plausible(const struct reading *reading)
{
  size_t others = reading->n - reading->ascii;

  return reading->possible && reading->parting > 0
         && (reading->ascii >= others
             || (reading->ascii >= reading->n / 50 && reading->not_ascii >= others / 8
                 && reading->not_ascii > 0));
}

const char *pst_detect_utf16(struct pst_text first)
{
  struct reading little, big;

  if (first.size == 0 || memchr(first.data, '\0', first.size) == NULL)
    return NULL;
  little = read_as(first, 1);
  big = read_as(first, 0);
  if (plausible(&little) == plausible(&big))
    return NULL;
  return plausible(&little) ? "UTF-16LE" : "UTF-16BE";
}
