/* scan.h -- the words of the language: those of claims files, and of --where and --let.

   All     Given     a scanner of an open source; AT, a byte of its text; names in UTF-8
           Returned  what each says; texts are those of the source, but for strings, in its arena
           Cost      O(bytes that are stepped over)
           Tested    test_language.c, tests/fuzz/fuzz_language.c  */
#ifndef PST_LANGUAGE_SCAN_H
#define PST_LANGUAGE_SCAN_H

#include "language/source.h"

/* Who reads: each admits its part of the one language (admit.h). */
enum pst_dialect {
  PST_ROWS = 1,  /* an expression of --where or --let: a column's name stands for the row's cell */
  PST_CLAIMS = 2 /* a claims file */
};

enum pst_word_kind {
  PST_WORD_END,
  PST_WORD_LINE, /* the end of a line, outside brackets; in claims files only */
  PST_WORD_NUMBER,
  PST_WORD_STRING,
  PST_WORD_NAME,
  PST_WORD_RESERVED, /* and or not in ... */
  PST_WORD_SIGN,
  PST_WORD_BAD /* no word: message and bad_at say why */
};

struct pst_word {
  enum pst_word_kind kind;
  size_t at;
  struct pst_text raw;  /* as it stands there */
  struct pst_text text; /* of a string: without quotes and escapes */
  bool is_integer;      /* of a number: digits only */
  size_t bad_at;
  const char *message;
};

struct pst_scanner {
  struct pst_source *source;
  enum pst_dialect dialect;
  size_t at;
  size_t depth; /* of ( [ { */
};

/* pst_scan: the next word.  A line that begins with claim, table, let, paper, rounding, says or
   reading ends even an open bracket.
   Cost    O(size of the word, and of the blanks before it)
   Tested  test_language.c, tests/fuzz/fuzz_language.c  */
struct pst_word pst_scan(struct pst_scanner *scanner);

/* pst_scan_id: letters, digits, _ and - from the byte AT on; *END is behind it. */
struct pst_text pst_scan_id(const struct pst_scanner *scanner, size_t at, size_t *end);

/* pst_scan_line: the first byte of the line behind AT. */
size_t pst_scan_line(const struct pst_scanner *scanner, size_t at);

/* pst_scan_reserved: words that the language keeps for itself in DIALECT. */
bool pst_scan_reserved(struct pst_text word, enum pst_dialect dialect);

/* pst_scan_normal: TEXT, a name or a value, as headers and cells are read: in one form of accents and without
   what does not show.  Paths stay as they are. */
struct pst_text pst_scan_normal(struct pst_source *source, struct pst_text text);

/* pst_scan_is_name: could NAME be written as it is in DIALECT, without quotes? */
bool pst_scan_is_name(struct pst_text name, enum pst_dialect dialect);

#endif
