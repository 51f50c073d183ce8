/* open_judge.c -- whether a file is a plain table for the other programs. */
#include "tidy/open/open_judge.h"

#include <string.h>

#include "tidy/open/open_declared.h"
#include "tidy/open/open_rows.h"

enum { HEAD = 256 * 1024, HEAD_ROWS = 20000 };

static bool is_own(const struct pst_tidy *tidy, const char *name)
{
  static const char *const own[] = {"period", "value",    "flag",   "note",
                                    "unit",   "variable", "section"};

  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    if (strcmp(name, own[i]) == 0)
      return true;
  for (size_t k = 0; k < tidy->n_keys; k++)
    if (strcmp(name, tidy->keys[k]) == 0)
      return true;
  return false;
}

/* Some wanted column stands in the long table and not in the file's first line; headings are a column of
   either.  None that is wanted may be lost by it: another file has the rest. */
static bool wants_long(const struct pst_layout_open *how, const struct pst_tidy *tidy)
{
  bool wants = false;

  for (const char *const *name = how->wanted; *name != NULL; name++) {
    bool stands = pst_layout_has(tidy->frame.sheet, tidy->frame.header, *name) != PST_NO_COLUMN;

    if (stands && !is_own(tidy, *name))
      return false;
    wants = wants || (!stands && is_own(tidy, *name) && strcmp(*name, "section") != 0);
  }
  return wants;
}

/* A delimiter too many at the end of every record, which the reader lets pass. */
static bool has_spare(const struct pst_tidy *tidy)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;

  for (size_t i = 0; i < tidy->n_records; i++)
    if (sheet->rows[tidy->records[i]].n != sheet->rows[0].n + 1)
      return false;
  return tidy->n_records > 0;
}

/* Lines beside the header that are no records. */
static bool has_others(const struct pst_tidy *tidy)
{
  return tidy->rows.preamble + tidy->rows.footer + tidy->rows.sections + tidy->rows.repeated
             + tidy->rows.notes
         > 0;
}

/* A header in the first line and records of its width below it, nothing else. */
static bool is_clean(const struct pst_tidy *tidy)
{
  const struct pst_frame *frame = &tidy->frame;

  if (has_others(tidy) || frame->n_header != 1 || pst_tidy_is_filled(tidy))
    return false;
  if (has_spare(tidy))
    return true;
  for (size_t i = 0; i < tidy->n_records; i++)
    if (frame->sheet->rows[tidy->records[i]].n != frame->sheet->rows[0].n)
      return false;
  return true;
}

/* ROW is the header: it has a column that is wanted. */
static bool names_columns(const struct pst_layout_open *how, const struct pst_sheet *sheet,
                          size_t row)
{
  for (const char *const *name = how->wanted; name != NULL && *name != NULL; name++)
    if (pst_layout_has(sheet, row, *name) != PST_NO_COLUMN)
      return true;
  return false;
}

/* The first line has all that is wanted: nobody asks for the columns of a long table. */
static bool has_wanted(const struct pst_layout_open *how, const struct pst_sheet *sheet)
{
  for (const char *const *name = how->wanted; name != NULL && *name != NULL; name++)
    if (pst_layout_has(sheet, 0, *name) == PST_NO_COLUMN)
      return false;
  return true;
}

/* `period` or `value` is wanted, which no column of the file is called. */
static bool needs_long(const struct pst_layout_open *how, const struct pst_sheet *sheet)
{
  for (const char *const *name = how->wanted; name != NULL && *name != NULL; name++)
    if ((strcmp(*name, "period") == 0 || strcmp(*name, "value") == 0)
        && pst_layout_has(sheet, 0, *name) == PST_NO_COLUMN)
      return true;
  return false;
}

/* A question that bears on the file as it stands: who names the columns has answered what they are. */
static bool must_ask(const struct pst_layout_open *how, const struct pst_tidy *tidy)
{
  if (needs_long(how, tidy->frame.sheet))
    return true;
  if (how->wanted == NULL && tidy->frame.question == PST_QUESTION_SECTIONS)
    return true;
  if (tidy->parentheses_asked)
    return how->wanted == NULL;
  if (tidy->marks_asked)
    return how->style == NULL || (how->style->decimal == '\0' && how->style->thousands == '\0');
  if (tidy->frame.question != PST_QUESTION_LINES && tidy->frame.question != PST_QUESTION_HEADER)
    return false;
  return !names_columns(how, tidy->frame.sheet, 0);
}

/* Each wanted column that the first line of the header has is a column of the frame by that name. */
static bool keeps_names(const struct pst_layout_open *how, const struct pst_tidy *tidy)
{
  const struct pst_frame *frame = &tidy->frame;

  for (const char *const *name = how->wanted; name != NULL && *name != NULL; name++)
    if (pst_layout_has(frame->sheet, frame->header, *name) != PST_NO_COLUMN
        && pst_frame_find(frame, *name) == PST_NO_COLUMN)
      return false;
  return how->wanted != NULL || (frame->header == 0 && frame->n_header == 1);
}

/* Something is to be left out, or written otherwise. */
static bool has_changes(const struct pst_layout_open *how, const struct pst_tidy *tidy)
{
  return has_others(tidy) || tidy->frame.n_header > 1 || pst_tidy_is_filled(tidy)
         || pst_open_rewritten(how, tidy) > 0;
}

/* Lines that are no records are left out where the names are kept; with --on-bad skip they are rejects.  Below a
   title the file cannot be read as it is. */
static enum pst_opening choose(const struct pst_layout_open *how,
                               const struct pst_reader_options *options,
                               const struct pst_tidy *tidy)
{
  enum pst_opening otherwise = tidy->layout->table(tidy->frame.sheet, tidy->frame.header)
                                   ? PST_OPENING_AS_IS
                                   : PST_OPENING_LONG;

  if (is_clean(tidy) && pst_open_rewritten(how, tidy) == 0)
    return how->wanted != NULL && wants_long(how, tidy) ? PST_OPENING_LONG : PST_OPENING_AS_IS;
  if (how->wanted == NULL && !how->look_only_plain && !is_clean(tidy))
    return PST_OPENING_LONG;
  if (how->wanted != NULL && wants_long(how, tidy))
    return PST_OPENING_LONG;
  return has_changes(how, tidy) && tidy->rows.mended == 0 && keeps_names(how, tidy)
                 && !options->skip_bad
             ? PST_OPENING_ROWS
             : otherwise;
}

/* A record has a name and nothing else. */
static bool has_lone(const struct pst_tidy *tidy)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;

  for (size_t i = 0; i < tidy->n_records; i++)
    if (pst_sheet_filled(sheet, tidy->records[i]) == 1
        && pst_sheet_cell(sheet, tidy->records[i], 0).size > 0)
      return true;
  return false;
}

/* The fields of values, as bits, where none of their numbers has a mark. */
static unsigned long long find_unmarked(const struct pst_tidy *tidy)
{
  unsigned long long fields = 0;

  for (size_t v = 0; v < tidy->n_values && !tidy->decimal_known; v++)
    if (tidy->values[v] < 64)
      fields |= 1ULL << tidy->values[v];
  return fields;
}

static enum pst_status judge_plain(const struct pst_layout_open *how,
                                   const struct pst_reader_options *reading,
                                   const struct pst_sheet *sheet,
                                   const struct pst_tidy_recognised *known,
                                   struct pst_opened *opened, struct pst_error *error)
{
  struct pst_tidy_options options = {.known = known,
                                     .decimal = how->style == NULL ? '\0' : how->style->decimal,
                                     .thousands = how->style == NULL ? '\0' : how->style->thousands,
                                     .asked = {.missing = how->missing},
                                     .mend = true,
                                     .judging = true};
  struct pst_error here = {.status = PST_OK};
  struct pst_tidy tidy;
  enum pst_status status = pst_tidy_open(sheet, &options, &tidy, &here);

  opened->opening =
      known->layout->table(sheet, known->header) ? PST_OPENING_AS_IS : PST_OPENING_LONG;
  if (status == PST_OK) {
    opened->opening = choose(how, reading, &tidy);
    opened->lone = has_lone(&tidy);
    opened->unmarked = find_unmarked(&tidy);
    pst_tidy_close(&tidy);
  } else if (status == PST_BAD_DATA && must_ask(how, &tidy)) {
    *error = here;
    return status;
  }
  return PST_OK;
}

/* The beginning of INPUT; all of it where it is short. */
static enum pst_status read_head(struct pst_input *input, const struct pst_reader_options *options,
                                 struct pst_sheet *sheet, bool *is_text, struct pst_error *error)
{
  struct pst_text head;
  size_t bad = 0;
  const char *name = pst_input_name(input);
  enum pst_status status = pst_input_peek(input, HEAD, &head, error);

  *is_text = false;
  /* Bytes that are no UTF-8 are refused with the encodings they could be, before anything else. */
  if (status == PST_OK && !pst_utf8_valid(head, &bad) && bad + 4 < head.size)
    status = pst_sheet_head(head, name, options->delimiter, HEAD_ROWS, sheet, error);
  if (status != PST_OK)
    return status;
  *is_text = (head.size > 0 && head.size < HEAD
                  ? pst_sheet_text(head, name, options->delimiter, sheet, NULL)
                  : pst_sheet_head(head, name, options->delimiter, HEAD_ROWS, sheet, NULL))
             == PST_OK;
  return PST_OK;
}

enum pst_status pst_open_judge(const struct pst_layout_open *how, struct pst_input *input,
                               const struct pst_reader_options *options, struct pst_opened *opened,
                               struct pst_error *error)
{
  struct pst_sheet sheet;
  struct pst_tidy_recognised known = {.header = 0};
  bool is_text;
  enum pst_status status;

  *opened = (struct pst_opened){.opening = PST_OPENING_LONG, .layout = how->layout};
  if (how->layout != NULL || how->kept != NULL)
    return PST_OK;
  status = read_head(input, options, &sheet, &is_text, error);
  opened->opening = PST_OPENING_AS_IS;
  if (status != PST_OK || !is_text)
    return status;
  if (sheet.n_rows > 0) {
    opened->opening = PST_OPENING_LONG;
    opened->layout = known.layout = pst_layout_recognise(&sheet, &known.header, known.why);
    opened->judged = sheet.rows[sheet.n_rows - 1].line;
    opened->own = pst_layout_has(&sheet, 0, "period") != PST_NO_COLUMN
                  && pst_layout_has(&sheet, 0, "value") != PST_NO_COLUMN;
    if (opened->layout->table != NULL
        && (known.layout->table(&sheet, known.header) || names_columns(how, &sheet, 0)
            || names_columns(how, &sheet, known.header))) {
      if (has_wanted(how, &sheet) && pst_open_is_declared(&sheet, options))
        opened->opening = PST_OPENING_AS_IS;
      else
        status = judge_plain(how, options, &sheet, &known, opened, error);
    }
  }
  pst_sheet_free(&sheet);
  return status;
}
