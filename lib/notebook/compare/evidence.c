/* evidence.c -- the cell of a table that a number of the prose rests on. */
#include "notebook/compare/evidence.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "table/read/records.h"

/* --- reading ------------------------------------------------------------------------------------- */

static int hexadecimal(char c)
{
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                : -1;
}

/* TEXT with %26 and its like as what they stand for. */
static const char *decode(struct pst_arena *arena, struct pst_text text)
{
  char *made = pst_arena_copy(arena, text.data, text.size), *to = made;

  for (size_t i = 0; made != NULL && i < text.size; i++) {
    bool coded = text.data[i] == '%' && i + 2 < text.size && hexadecimal(text.data[i + 1]) >= 0
                 && hexadecimal(text.data[i + 2]) >= 0;

    *to++ = coded ? (char)(16 * hexadecimal(text.data[i + 1]) + hexadecimal(text.data[i + 2]))
                  : text.data[i];
    i += coded ? 2 : 0;
  }
  if (made != NULL)
    *to = '\0';
  return made;
}

/* "-100*estimate", "-estimate", "estimate". */
static enum pst_status read_column(struct pst_arena *arena, struct pst_text part,
                                   struct pst_evidence *evidence, struct pst_error *error)
{
  const char *star = memchr(part.data, '*', part.size);

  if (evidence->column != NULL)
    return pst_fail(error, PST_USAGE, "'%.*s' has no =; only one column gives the number",
                    (int)part.size, part.data);
  if (star != NULL) {
    struct pst_text factor = {.data = part.data, .size = (size_t)(star - part.data)};

    if (!pst_number_parse(pst_text_trim(factor), NULL, &evidence->factor, NULL))
      return pst_fail(error, PST_USAGE, "'%.*s' is no number to multiply with", (int)factor.size,
                      factor.data);
    part.size -= factor.size + 1;
    part.data = star + 1;
  } else if (part.size > 1 && part.data[0] == '-') {
    evidence->factor = -1;
    part.data++;
    part.size--;
  }
  evidence->column = decode(arena, pst_text_trim(part));
  return evidence->column == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status read_part(struct pst_arena *arena, struct pst_text part,
                                 struct pst_evidence *evidence, struct pst_error *error)
{
  const char *equals = memchr(part.data, '=', part.size), *name, *value;
  enum pst_status status;

  if (equals == NULL)
    return read_column(arena, part, evidence, error);
  name = decode(arena, (struct pst_text){part.data, (size_t)(equals - part.data)});
  value =
      decode(arena, (struct pst_text){equals + 1, part.size - (size_t)(equals - part.data) - 1});
  if (name == NULL || value == NULL)
    return pst_fail_memory(error);
  status = pst_list_add(&evidence->names, arena, name, error);
  return status == PST_OK ? pst_list_add(&evidence->values, arena, value, error) : status;
}

enum pst_status pst_evidence_read(struct pst_arena *arena, const char *text,
                                  struct pst_evidence *evidence, struct pst_error *error)
{
  size_t size = strcspn(text, "#");
  enum pst_status status = PST_OK;

  *evidence = (struct pst_evidence){.file = pst_arena_copy(arena, text, size), .factor = 1};
  if (evidence->file == NULL)
    return pst_fail_memory(error);
  if (size == 0)
    return pst_fail(error, PST_USAGE, "no file stands before #; write FILE#COLUMN=VALUE");
  for (text += size; *text != '\0' && status == PST_OK;) {
    size = strcspn(++text, "&");
    if (size > 0)
      status = read_part(arena, (struct pst_text){.data = text, .size = size}, evidence, error);
    text += size;
  }
  if (status == PST_OK && evidence->column == NULL)
    evidence->column = "estimate";
  return status;
}

/* --- finding ------------------------------------------------------------------------------------- */

struct finding {
  const struct pst_evidence *evidence;
  const struct pst_reader *reader;
  size_t *columns; /* of the names */
  size_t column, n_found;
  struct pst_arena *arena;
  const char *cell, *first, *second; /* the first rows that were found, as text for a message */
};

static enum pst_status find_column(struct finding *finding, const char *name, size_t *column,
                                   struct pst_error *error)
{
  size_t n = pst_reader_columns(finding->reader), near;
  const char **names = pst_arena_array(finding->arena, n + 1, sizeof *names);

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    names[i] = pst_reader_column(finding->reader, i);
    if (strcmp(names[i], name) == 0) {
      *column = i;
      return PST_OK;
    }
  }
  near = pst_text_near(pst_text_of(name), names, n);
  if (near < n)
    return pst_fail(error, PST_USAGE, "%s has no column '%s'; did you mean '%s'?",
                    finding->evidence->file, name, names[near]);
  return pst_fail(error, PST_USAGE,
                  "%s has no column '%s'; name the column of the number behind "
                  "the last &",
                  finding->evidence->file, name);
}

static enum pst_status find_columns(struct finding *finding, struct pst_error *error)
{
  const struct pst_evidence *evidence = finding->evidence;
  enum pst_status status;

  finding->columns =
      pst_arena_array(finding->arena, evidence->names.count + 1, sizeof *finding->columns);
  if (finding->columns == NULL)
    return pst_fail_memory(error);
  status = find_column(finding, evidence->column, &finding->column, error);
  for (size_t i = 0; i < evidence->names.count && status == PST_OK; i++)
    status = find_column(finding, evidence->names.items[i], &finding->columns[i], error);
  return status;
}

static bool is_chosen(const struct finding *finding, const struct pst_block *block, size_t row)
{
  for (size_t i = 0; i < finding->evidence->names.count; i++)
    if (!pst_text_is(pst_text_trim(pst_block_field(block, row, finding->columns[i])),
                     finding->evidence->values.items[i]))
      return false;
  return true;
}

static void look_at(struct finding *finding, const struct pst_block *block)
{
  for (size_t row = 0; row < block->n_records; row++) {
    struct pst_text cell, raw;

    if (!is_chosen(finding, block, row))
      continue;
    cell = pst_text_trim(pst_block_field(block, row, finding->column));
    raw = pst_block_raw(block, row);
    if (raw.size > 120)
      raw = pst_utf8_head(raw, 120);
    if (finding->n_found == 0) {
      finding->cell = pst_arena_copy(finding->arena, cell.data, cell.size);
      finding->first = pst_arena_copy(finding->arena, raw.data, raw.size);
    } else if (finding->n_found == 1) {
      finding->second = pst_arena_copy(finding->arena, raw.data, raw.size);
    }
    finding->n_found++;
  }
}

/* "country=Japan, term=slope" */
static void describe(struct pst_buffer *out, const struct pst_evidence *evidence)
{
  for (size_t i = 0; i < evidence->names.count; i++)
    pst_buffer_printf(out, "%s%s=%s", i == 0 ? "" : ", ", evidence->names.items[i],
                      evidence->values.items[i]);
}

static enum pst_status judge(const struct finding *finding, struct pst_error *error)
{
  struct pst_buffer chosen = {.data = NULL};

  describe(&chosen, finding->evidence);
  if (finding->n_found == 0)
    pst_fail(error, PST_USAGE, "%s has no row with %s", finding->evidence->file,
             pst_buffer_string(&chosen));
  else if (finding->n_found > 1)
    pst_fail(error, PST_USAGE, "%s has %zu rows%s%s; choose one by another &COLUMN=VALUE: %s | %s",
             finding->evidence->file, finding->n_found, chosen.size > 0 ? " with " : "",
             pst_buffer_string(&chosen), finding->first, finding->second);
  else if (finding->cell == NULL)
    pst_fail_memory(error);
  pst_buffer_free(&chosen);
  return finding->n_found != 1 ? PST_USAGE : finding->cell == NULL ? PST_NO_MEMORY : PST_OK;
}

enum pst_status pst_evidence_find(const struct pst_evidence *evidence, const char *path,
                                  struct pst_arena *arena, const char **cell,
                                  struct pst_error *error)
{
  struct finding finding = {.evidence = evidence, .arena = arena};
  const struct pst_reader_options options = {.delimiter = '\0'};
  struct pst_block block = {.n_records = 1};
  struct pst_reader *reader;
  enum pst_status status = pst_reader_open(path, &options, &reader, error);

  if (status != PST_OK)
    return status;
  finding.reader = reader;
  status = find_columns(&finding, error);
  while (status == PST_OK && block.n_records > 0) {
    status = pst_reader_next(reader, &block, error);
    if (status == PST_OK)
      look_at(&finding, &block);
  }
  pst_reader_close(reader);
  if (status == PST_OK)
    status = judge(&finding, error);
  *cell = finding.cell;
  return status;
}
