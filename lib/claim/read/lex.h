/* lex.h -- the words of a claims file. */
#ifndef PST_CLAIM_READ_LEX_H
#define PST_CLAIM_READ_LEX_H

#include "claim/read/source.h"

enum pst_word_kind {
  PST_WORD_END,
  PST_WORD_LINE, /* the end of a line, outside brackets */
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
  bool is_integer;
  size_t bad_at;
  const char *message;
};

struct pst_scanner {
  struct pst_source *source;
  size_t at;
  size_t depth; /* of ( [ { */
};

/* pst_scan: the next word.  A line that begins with claim, table, let, paper, rounding, says or
   reading ends even an open bracket. */
struct pst_word pst_scan(struct pst_scanner *scanner);

/* pst_scan_id: letters, digits, _ and - from the byte AT on; *END is behind it. */
struct pst_text pst_scan_id(const struct pst_scanner *scanner, size_t at, size_t *end);

/* pst_scan_line: the first byte of the line behind AT. */
size_t pst_scan_line(const struct pst_scanner *scanner, size_t at);

/* pst_word_reserved: words that the language keeps for itself. */
bool pst_word_reserved(struct pst_text word);

#endif
