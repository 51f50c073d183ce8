/* open.c -- files as agencies publish them, opened for programs that read tables. */
#include "tidy/open/open.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "tidy/kept.h"
#include "tidy/open/open_judge.h"
#include "tidy/open/open_rows.h"
#include "tidy/open/open_watch.h"

/* --- the long table as records ---------------------------------------------------------------- */

struct making {
  const struct pst_tidy *tidy;
  struct pst_made_records made;
  size_t cell, most;
};

static void put(struct making *making, struct pst_text text)
{
  making->made.start[making->cell++] = making->made.bytes.size;
  pst_buffer_add(&making->made.bytes, text.data, text.size);
}

static enum pst_status take(void *context, const struct pst_tidy_row *row, struct pst_error *error)
{
  struct making *making = context;
  const struct pst_tidy *tidy = making->tidy;

  for (size_t k = 0; k < tidy->n_keys; k++)
    put(making, row->keys[k]);
  put(making, pst_text_of(row->period));
  put(making, row->value);
  if (tidy->units)
    put(making, row->unit);
  put(making, row->flag);
  put(making, row->note);
  making->made.line[making->made.n_records++] = row->line;
  return making->made.bytes.failed ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status make(const struct pst_tidy *tidy, struct pst_arena *arena,
                            struct making *making, struct pst_error *error)
{
  const char *const own[] = {"period", "value", pst_tidy_unit_name(tidy), "flag", "note"};
  size_t n_rows = tidy->n_records * tidy->n_values, n = tidy->n_keys + 4 + tidy->units;
  const char **names = pst_arena_array(arena, n, sizeof *names);
  enum pst_status status;

  *making = (struct making){.tidy = tidy, .made = {.names = names, .n_columns = n}};
  if (names == NULL || (n_rows > 0 && n > SIZE_MAX / sizeof(size_t) / n_rows - 1))
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    names[i] = i < tidy->n_keys ? tidy->keys[i]
                                : own[i - tidy->n_keys + (!tidy->units && i > tidy->n_keys + 1)];
  making->made.start = malloc((n_rows * n + 1) * sizeof(size_t));
  making->made.line = malloc((n_rows + 1) * sizeof(unsigned long));
  if (making->made.start == NULL || making->made.line == NULL)
    return pst_fail_memory(error);
  status = pst_tidy_each(tidy, take, making, error);
  making->made.start[making->cell] = making->made.bytes.size;
  return status;
}

static void forget(struct making *making)
{
  free(making->made.start);
  free(making->made.line);
  pst_buffer_free(&making->made.bytes);
}

/* --- what is said ----------------------------------------------------------------------------- */

static void say_found(const struct pst_layout_open *how, const struct pst_tidy *tidy)
{
  struct pst_buffer line = {.size = 0};

  if (how->say == NULL)
    return;
  pst_buffer_printf(&line, "%s: layout %s: columns ", tidy->frame.sheet->name, tidy->layout->name);
  for (size_t k = 0; k < tidy->n_keys; k++)
    pst_buffer_printf(&line, "%s, ", tidy->keys[k]);
  pst_buffer_puts(&line, "period, value, ");
  if (tidy->units)
    pst_buffer_printf(&line, "%s, ", pst_tidy_unit_name(tidy));
  pst_buffer_puts(&line, "flag, note");
  if (tidy->rows.preamble + tidy->rows.footer > 0)
    pst_buffer_printf(&line, "; %zu line%s above the table and %zu below", tidy->rows.preamble,
                      tidy->rows.preamble == 1 ? "" : "s", tidy->rows.footer);
  pst_buffer_puts(&line, " (--layout as-is reads the file as it stands)");
  how->say(how->context, pst_buffer_string(&line));
  pst_buffer_clear(&line);
  for (const char *at = pst_buffer_string(&tidy->warnings); *at != '\0'; at++) {
    if (*at != '\n') {
      pst_buffer_putc(&line, *at);
      continue;
    }
    how->say(how->context, pst_buffer_string(&line));
    pst_buffer_clear(&line);
  }
  if (pst_tidy_say_changed(tidy, &line)) {
    how->say(how->context, pst_buffer_string(&line));
    pst_buffer_clear(&line);
  }
  if (tidy->cells.not_understood > 0) {
    pst_buffer_printf(
        &line, "%s: %zu cell%s not understood, taken as missing; first line %lu: '%s'",
        tidy->frame.sheet->name, tidy->cells.not_understood,
        tidy->cells.not_understood == 1 ? "" : "s", tidy->troubles[0].line, tidy->troubles[0].text);
    how->say(how->context, pst_buffer_string(&line));
  }
  pst_buffer_free(&line);
}

/* --- opening --------------------------------------------------------------------------------- */

/* Where rows are wanted as they stand, a delimiter too many is no fault, and the file's numbers are not yet
   looked at. */
static enum pst_status open_tidy(const struct pst_layout_open *how, struct pst_input *input,
                                 const struct pst_reader_options *options,
                                 const struct pst_opened *opened, struct pst_reader **reader,
                                 struct pst_error *error)
{
  bool rows = opened->opening == PST_OPENING_ROWS;
  struct pst_tidy_options tidy_options = {
      .layout = how->layout, /* recognised again, from the whole file */
      .decimal = how->style == NULL ? '\0' : how->style->decimal,
      .thousands = how->style == NULL ? '\0' : how->style->thousands,
      .asked = {.missing = how->missing == NULL || how->missing[0] == NULL ? NULL : how->missing},
      .skip_bad = options->skip_bad,
      .tokens_pass = true,
      .mend = rows,
      .rows = rows,
      .strict = options->skip_bad || rows ? NULL : ", or use --on-bad skip"};
  struct pst_sheet sheet;
  struct pst_tidy tidy;
  struct making making = {.tidy = NULL};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  enum pst_status status = PST_OK;
  bool made = false;

  tidy_options.style.delimiter = options->delimiter;
  if (how->kept != NULL)
    status = pst_kept_read(how->kept, &scratch, &tidy_options, error);
  tidy_options.style.comment = tidy_options.asked.comment;
  if (status == PST_OK)
    status = pst_sheet_read_style(input, &tidy_options.style, SIZE_MAX, &sheet, error);
  if (status == PST_OK) {
    status = pst_tidy_open(&sheet, &tidy_options, &tidy, error);
    made = status == PST_OK;
    if (status == PST_OK)
      status = rows ? pst_open_rows(how, &tidy, &scratch, &making.made, error)
                    : make(&tidy, &scratch, &making, error);
    if (status == PST_OK) {
      if (rows)
        pst_open_say_rows(how, &tidy);
      else
        say_found(how, &tidy);
      status = pst_reader_of(input, &making.made, sheet.delimiter, reader, error);
      input = NULL;
    } else {
      forget(&making);
    }
    if (made)
      pst_tidy_close(&tidy);
    pst_sheet_free(&sheet);
  }
  pst_arena_free(&scratch);
  pst_input_close(input);
  return status;
}

static enum pst_status open_plain(struct pst_input *input, const struct pst_reader_options *options,
                                  const struct pst_opened *opened, struct pst_reader **reader,
                                  struct pst_error *error)
{
  enum pst_status status = pst_reader_open_input(input, options, reader, error);

  if (status != PST_OK || opened->judged == 0)
    return status;
  status = pst_open_watch(*reader, opened, error);
  if (status != PST_OK) {
    pst_reader_close(*reader);
    *reader = NULL;
  }
  return status;
}

/* What tidy asks is answered there: its options are not those of the program that runs. */
static enum pst_status advise(enum pst_status status, struct pst_error *error)
{
  static const char *const options[] = {"--header-rows", "--skip",  "--sections",   "--keys",
                                        "--values",      "--flag",  "--mend",       "--strict",
                                        "--scale",       "--time ", "--parentheses"};
  static const char advice[] =
      "; these are options of polstat tidy, whose --save-layout FILE keeps the "
      "answer for --layout FILE here";
  size_t size = strlen(error->message);
  bool any = false;

  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    any = any || strstr(error->message, options[i]) != NULL;
  if (status == PST_BAD_DATA && any && size + sizeof advice <= sizeof error->message)
    memcpy(error->message + size, advice, sizeof advice);
  return status;
}

/* `period` or `value` will be asked for: a file without such columns may be wanted as a long table now. */
static bool may_want_long(const struct pst_layout_open *how)
{
  for (const char *const *name = how->wanted; name != NULL && *name != NULL; name++)
    if (strcmp(*name, "period") == 0 || strcmp(*name, "value") == 0)
      return true;
  return false;
}

static bool was_seen(const struct pst_layout_open *how, const char *path, struct pst_opened *opened)
{
  const struct pst_layout_seen *seen = how->seen;

  for (size_t i = 0; seen != NULL && i < seen->n; i++)
    if (strcmp(seen->items[i].path, path) == 0 && (seen->items[i].own || !may_want_long(how))) {
      *opened = (struct pst_opened){.opening = PST_OPENING_AS_IS,
                                    .judged = seen->items[i].judged,
                                    .lone = seen->items[i].lone,
                                    .unmarked = seen->items[i].unmarked,
                                    .own = seen->items[i].own};
      return true;
    }
  return false;
}

/* Where memory is out it is judged again the next time. */
static void keep_seen(struct pst_layout_seen *seen, const char *path,
                      const struct pst_opened *opened)
{
  if (seen == NULL || opened->opening != PST_OPENING_AS_IS || strcmp(path, "-") == 0
      || !PST_ARRAY_ROOM(seen->items, seen->capacity, seen->n + 1))
    return;
  seen->items[seen->n++] = (struct pst_layout_seen_file){.path = path,
                                                         .judged = opened->judged,
                                                         .lone = opened->lone,
                                                         .unmarked = opened->unmarked,
                                                         .own = opened->own};
}

enum pst_status pst_layout_open(void *context, const char *path,
                                const struct pst_reader_options *options,
                                struct pst_reader **reader, struct pst_error *error)
{
  const struct pst_layout_open *how = context;
  struct pst_opened opened;
  struct pst_input *input;
  enum pst_status status;

  if (how->as_is || options->no_header)
    return pst_reader_open(path, options, reader, error);
  status = pst_input_open(path, options->encoding, &input, error);
  if (status != PST_OK)
    return status;
  if (!was_seen(how, path, &opened)) {
    status = pst_open_judge(how, input, options, &opened, error);
    if (status != PST_OK) {
      pst_input_close(input);
      return advise(status, error);
    }
    keep_seen(how->seen, path, &opened);
  }
  if (opened.opening != PST_OPENING_AS_IS)
    return advise(open_tidy(how, input, options, &opened, reader, error), error);
  return open_plain(input, options, &opened, reader, error);
}
