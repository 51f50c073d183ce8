/* texts.c -- what a text alone says of the line it begins: a note, a sentence, a total. */
#include <string.h>
#include <ctype.h>
#include <strings.h>

#include "layout/frame.h"
#include "printed/when/when.h"
#include "printed/words.h"

/* `1/22/2011`: no mark of a footnote. */
static bool is_slashed_day(struct pst_text text)
{
  return text.size > 2 && text.data[1] == '/' && isdigit((unsigned char)text.data[0])
         && isdigit((unsigned char)text.data[2]);
}

/* `Generated 30/05/2024`, `Exported on 2024-05-30 12:00`, `Erstellt am 30.05.2024`: when, or by whom, the file was made. */
static bool is_stamp(struct pst_text text)
{
  static const char *const verbs[] = {"generated",
                                      "exported",
                                      "created",
                                      "printed",
                                      "produced",
                                      "prepared",
                                      "compiled",
                                      "report run",
                                      "run date",
                                      "report date",
                                      "query run",
                                      "as of",
                                      "as at",
                                      "erstellt",
                                      "abgerufen",
                                      "exportiert",
                                      "g\u00E9n\u00E9r\u00E9",
                                      "export\u00E9",
                                      "cr\u00E9\u00E9",
                                      "date d'extraction",
                                      "generado",
                                      "creado",
                                      "exportado",
                                      "gerado"};
  static const char *const links[] = {" on ", " at ",  " by ", " with ", " from ", " am ", " von ",
                                      " le ", " par ", " el ", " por ",  " em ",   " in ", ":"};
  size_t i = 0, at;

  while (
      i < sizeof verbs / sizeof *verbs
      && !(text.size > strlen(verbs[i]) && strncasecmp(text.data, verbs[i], strlen(verbs[i])) == 0))
    i++;
  if (i == sizeof verbs / sizeof *verbs)
    return false;
  at = strlen(verbs[i]);
  for (i = 0; i < sizeof links / sizeof *links; i++)
    if (text.size - at >= strlen(links[i])
        && strncasecmp(text.data + at, links[i], strlen(links[i])) == 0)
      return true;
  return text.size > at + 1 && text.data[at] == ' ' && isdigit((unsigned char)text.data[at + 1]);
}

bool pst_frame_is_note(struct pst_text text)
{
  static const char *const words[] = {"source",        "note",
                                      "data from",     "data extracted",
                                      "last updated",  "footnote",
                                      "legend",        "quelle",
                                      "downloaded",    "retrieved",
                                      "stand:",        "hinweis",
                                      "fuente",        "nota",
                                      "champ",         "lecture",
                                      "copyright",     "extracted",
                                      "symbols",       "international monetary",
                                      "(c)",           "updated",
                                      "faostat",       "remarks",
                                      "special value", "available flags",
                                      "disclaimer",    "last update",
                                      "anmerkung",     "fu\u00DFnote",
                                      "avertissement"};
  static const char *const marks[] = {"\u00A9",
                                      "\u8CC7\u6599",
                                      "\u6CE8",
                                      "\u51FA\u5178",
                                      "\u6570\u636E\u6765\u6E90",
                                      "\u6765\u6E90",
                                      "\u8D44\u6599",
                                      "\uCD9C\uCC98",
                                      "\uC790\uB8CC",
                                      "\uC8FC)",
                                      "\u5099\u8003",
                                      "\uFF08\u6CE8",
                                      "\u203B",
                                      "*",
                                      "__",
                                      "--",
                                      "(1)",
                                      "1)",
                                      "[1]",
                                      "1/",
                                      "==",
                                      "\u00B9",
                                      "\u00B2",
                                      "\u00B3",
                                      "\u2020",
                                      "# "};

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (text.size >= strlen(words[i]) && strncasecmp(text.data, words[i], strlen(words[i])) == 0)
      return true;
  if (is_stamp(text))
    return true;
  if (is_slashed_day(text))
    return false;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (text.size >= strlen(marks[i]) && memcmp(text.data, marks[i], strlen(marks[i])) == 0)
      return true;
  return false;
}

bool pst_frame_is_named_note(struct pst_text text)
{
  const char *colon = memchr(text.data, ':', text.size);

  return colon != NULL && colon - text.data <= 16 && pst_frame_is_note(text);
}

size_t pst_frame_words(struct pst_text text)
{
  size_t n = 0;

  for (size_t i = 0; i < text.size; i++)
    n += text.data[i] == ' ' && i + 1 < text.size && text.data[i + 1] != ' ';
  return n + 1;
}

/* A row of one cell below the values that is no name: a sentence, an explanation (`r : revised`,
   `p = provisional`), a marker and its text (`a Preliminary`, `1 Without islands`, `1. Rows may not add`). */
bool pst_frame_is_sentence(struct pst_text text)
{
  size_t words = pst_frame_words(text);
  bool numbered = text.size > 6 && isdigit((unsigned char)text.data[0])
                  && memcmp(text.data + 1, ". ", 2) == 0 && words > 3;
  bool marked = text.size > 3
                && (text.data[1] == ' ' || text.data[1] == ')'
                    || (text.data[1] == '/' && text.data[2] != '/'))
                && !(text.data[0] >= 'A' && text.data[0] <= 'Z' && words < 3);

  if (pst_frame_is_note(text) || words > 7 || marked || numbered)
    return true;
  if (memmem(text.data, text.size, ": ", 2) != NULL
      || memmem(text.data, text.size, " = ", 3) != NULL
      || memmem(text.data, text.size, " : ", 3) != NULL)
    return true;
  return words > 2 && text.data[text.size - 1] == '.';
}

bool pst_frame_says_count(struct pst_text cell)
{
  static const char *const words[] = {"records",
                                      "record count",
                                      "number of records",
                                      "total records",
                                      "rows",
                                      "row count",
                                      "number of rows",
                                      "total rows",
                                      "count",
                                      "n",
                                      "observations",
                                      "number of observations",
                                      "obs",
                                      "cases",
                                      "lines",
                                      "datens\u00E4tze",
                                      "anzahl datens\u00E4tze",
                                      "zeilen",
                                      "enregistrements",
                                      "nombre d'enregistrements",
                                      "lignes",
                                      "registros",
                                      "n\u00FAmero de registros",
                                      "total de registros",
                                      "filas",
                                      "\u4EF6\u6570",
                                      "\u8A18\u9332\u6570"};

  while (cell.size > 0 && (cell.data[cell.size - 1] == ':' || cell.data[cell.size - 1] == ' '))
    cell.size--;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (cell.size == strlen(words[i]) && strncasecmp(cell.data, words[i], cell.size) == 0)
      return true;
  return false;
}

bool pst_frame_says_total(struct pst_text cell)
{
  char buffer[PST_PLAIN_SIZE], text[32];

  cell = pst_when_without_leaders(cell, buffer);
  if (cell.size == 0 || cell.size >= sizeof text)
    return false;
  memcpy(text, cell.data, cell.size);
  text[cell.size] = '\0';
  return pst_words_total(text) || strcasecmp(text, "world") == 0;
}

/* Digits alone, two and more and as many. */
bool pst_frame_are_codes_alike(struct pst_text a, struct pst_text b)
{
  if (a.size != b.size || a.size < 2)
    return false;
  for (size_t i = 0; i < a.size; i++)
    if (!isdigit((unsigned char)a.data[i]) || !isdigit((unsigned char)b.data[i]))
      return false;
  return true;
}

/* A code as `CHE` or `D06`: capitals, digits and points, no more than eight. */
bool pst_frame_is_code(struct pst_text cell)
{
  if (cell.size < 2 || cell.size > 8 || !isupper((unsigned char)cell.data[0]))
    return false;
  for (size_t i = 1; i < cell.size; i++)
    if (!isupper((unsigned char)cell.data[i]) && !isdigit((unsigned char)cell.data[i])
        && cell.data[i] != '.')
      return false;
  return true;
}
