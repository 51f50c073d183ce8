/* load_block.c -- the records of a block to cells, column by column: most cells in a tight loop.

   What is plain is read here as cell.c reads it: numbers of digits with a decimal mark, texts, times that
   were read before.  Any other cell goes to cell.c itself.  Where one cannot be read, nothing of the
   block counts, and load_rows.c reads it row by row, so that the first row in the order of the file is
   the one that is told of. */
#include <string.h>

#include "table/load/loader.h"
#include "table/load/plain_numbers.h"
#include "table/load/plain_times.h"
#include "table/load/texts.h"

struct run {
  struct pst_column *column;
  const struct pst_block *block;
  const struct pst_cell_rules *rules;
  size_t slot;             /* of the field, in a record's kept ones */
  size_t from, capacity;   /* rows of the table */
  uint64_t first_bytes[4]; /* with which a token of a missing cell begins */
};

static struct pst_loader_counts counts_of(const struct pst_column *column)
{
  struct pst_loader_counts counts = {.missing = column->n_missing,
                                     .bounded = column->n_bounded,
                                     .around = column->n_around,
                                     .said = column->n_said,
                                     .otherwise = column->n_otherwise,
                                     .period = column->period};

  memcpy(counts.sign, column->sign, sizeof counts.sign);
  return counts;
}

static void count_again(struct pst_column *column, const struct pst_loader_counts *counts)
{
  column->n_missing = counts->missing;
  column->n_bounded = counts->bounded;
  column->n_around = counts->around;
  column->n_said = counts->said;
  column->n_otherwise = counts->otherwise;
  column->period = counts->period;
  memcpy(column->sign, counts->sign, sizeof counts->sign);
}

static struct pst_text field_of(const struct run *run, size_t r)
{
  return run->block->fields[run->block->records[r].first + run->slot];
}

static bool begins_token(const struct run *run, char byte)
{
  unsigned char c = (unsigned char)byte;

  return run->first_bytes[c / 64] >> c % 64 & 1;
}

/* Neither empty nor a token, and nothing around it that is left out. */
static bool is_plain(const struct run *run, struct pst_text cell)
{
  return cell.size > 0 && (unsigned char)cell.data[0] > ' '
         && (unsigned char)cell.data[cell.size - 1] > ' ' && !begins_token(run, cell.data[0]);
}

static char decimal_of(const struct run *run)
{
  return run->rules->style.decimal == '\0' ? '.' : run->rules->style.decimal;
}

static enum pst_status read_one(const struct run *run, size_t r, struct pst_text cell)
{
  struct pst_error error;

  error.status = PST_OK;
  return pst_cell_read(run->column, run->from + r, run->capacity, cell, run->rules, &error);
}

/* --- numbers --------------------------------------------------------------------------------- */

static enum pst_status read_numbers(const struct run *run)
{
  struct pst_column_cells *arrays = &run->column->arrays;
  char decimal = decimal_of(run);
  enum pst_status status = PST_OK;

  for (size_t r = 0; r < run->block->n_records && status == PST_OK; r++) {
    struct pst_text cell = field_of(run, r);
    size_t row = run->from + r;

    if (arrays->bounds == NULL && arrays->rest == NULL && is_plain(run, cell)
        && pst_number_plain(cell, decimal, &arrays->value[row], &arrays->decimals[row]))
      continue;
    status = read_one(run, r, cell);
  }
  return status;
}

/* --- times ----------------------------------------------------------------------------------- */

enum { KNOWN = 256, KNOWN_BITS = 8, SHORT = 8 };

/* Times of up to eight bytes that were read in this block, by their bytes. */
struct known {
  uint64_t bytes;
  size_t size; /* 0: none */
  unsigned code;
  bool otherwise;
  double value;
};

static struct known *known_time(struct known known[KNOWN], struct pst_text cell)
{
  uint64_t bytes = pst_text_word(cell);
  struct known *found = &known[bytes * UINT64_C(0x9E3779B97F4A7C15) >> (64 - KNOWN_BITS)];

  if (found->size != cell.size || found->bytes != bytes)
    *found = (struct known){.bytes = bytes, .size = 0};
  return found;
}

static enum pst_status read_time(const struct run *run, size_t r, struct pst_text cell,
                                 struct known *known)
{
  const struct pst_column_cells *arrays = &run->column->arrays;
  size_t row = run->from + r, otherwise = run->column->n_otherwise,
         missing = run->column->n_missing;
  enum pst_status status = read_one(run, r, cell);

  *known =
      (struct known){.bytes = known->bytes,
                     .size = status == PST_OK && run->column->n_missing == missing ? cell.size : 0,
                     .code = arrays->code[row],
                     .otherwise = run->column->n_otherwise > otherwise,
                     .value = arrays->value[row]};
  return status;
}

/* `2016`: four digits are never a plain number of plain_times.h, and most times are these. */
static bool is_year_like(struct pst_text cell)
{
  uint32_t word;

  if (cell.size != sizeof word)
    return false;
  memcpy(&word, cell.data, sizeof word);
  /* In each byte 3 is the upper half, and the lower one does not reach it with 6 more. */
  return ((word & 0xF0F0F0F0) | ((word + 0x06060606) & 0xF0F0F0F0) >> 4) == 0x33333333;
}

/* The same text is the same time: what the column is does not change by it. */
static enum pst_status read_times(const struct run *run)
{
  struct pst_column_cells *arrays = &run->column->arrays;
  struct known all[KNOWN] = {{.size = 0}};
  const bool asked = run->rules->times != NULL; /* --time-format: no number is plain */
  enum pst_status status = PST_OK;

  for (size_t r = 0; r < run->block->n_records && status == PST_OK; r++) {
    struct pst_text cell = field_of(run, r);
    size_t row = run->from + r;
    struct known *known;

    if (!asked && !is_year_like(cell) && is_plain(run, cell)
        && pst_plain_time_read(run->column, row, cell, decimal_of(run)))
      continue;
    if (cell.size > SHORT || !is_plain(run, cell)) {
      status = read_one(run, r, cell);
      continue;
    }
    known = known_time(all, cell);
    if (known->size == 0) {
      status = read_time(run, r, cell, known);
      continue;
    }
    arrays->code[row] = known->code;
    arrays->value[row] = known->value;
    run->column->n_otherwise += known->otherwise;
  }
  return status;
}

/* --- texts ----------------------------------------------------------------------------------- */

/* Short texts that were read in this block, by their bytes: codes of countries, names of groups. */
struct known_text {
  uint64_t bytes;
  size_t size; /* 0: none */
  unsigned code;
};

enum {
  MANY = 4096
}; /* texts of a column, from which on few are the one before or known in the block */

static unsigned code_of(struct pst_dictionary *texts, struct pst_text cell,
                        struct known_text known[KNOWN])
{
  uint64_t bytes;
  struct known_text *found;

  if (cell.size > SHORT)
    return pst_dictionary_add(texts, cell);
  bytes = pst_text_word(cell);
  found = &known[bytes * UINT64_C(0x9E3779B97F4A7C15) >> (64 - KNOWN_BITS)];
  if (found->size != cell.size || found->bytes != bytes)
    *found = (struct known_text){
        .bytes = bytes, .size = cell.size, .code = pst_dictionary_add(texts, cell)};
  return found->code;
}

static bool is_ascii(struct pst_text text)
{
  unsigned char any = 0;

  for (size_t i = 0; i < text.size; i++)
    any |= (unsigned char)text.data[i];
  return any < 0x80;
}

/* Plain cells that wait to be looked up together: the records up to the one that is read now. */
struct waiting {
  struct pst_text texts[PST_DICTIONARY_TOGETHER];
  size_t n;
};

/* Those before the record R get their codes. */
static enum pst_status look_up(const struct run *run, struct waiting *waiting, size_t r)
{
  struct pst_column_cells *arrays = &run->column->arrays;
  bool good = waiting->n == 0
              || pst_dictionary_add_all(&arrays->texts, waiting->texts, waiting->n,
                                        arrays->code + run->from + r - waiting->n);

  waiting->n = 0;
  return good ? PST_OK : PST_NO_MEMORY;
}

/* From the record FIRST on, where the column has so many texts that each is somewhere else in memory. */
static enum pst_status read_many_texts(const struct run *run, size_t first)
{
  const bool keeps =
      run->column->arrays.texts.beyond == NULL; /* else some are given another form first */
  struct waiting waiting = {.n = 0};
  enum pst_status status = PST_OK;

  for (size_t r = first; r < run->block->n_records && status == PST_OK; r++) {
    struct pst_text cell = field_of(run, r);
    bool plain = is_plain(run, cell) && (keeps || is_ascii(cell));

    if (!plain || waiting.n == PST_DICTIONARY_TOGETHER)
      status = look_up(run, &waiting, r);
    if (plain)
      waiting.texts[waiting.n++] = cell;
    else if (status == PST_OK)
      status = read_one(run, r, cell);
  }
  return status == PST_OK ? look_up(run, &waiting, run->block->n_records) : status;
}

/* From the record FIRST on.  The text before first: tables stand in the order of their keys. */
static enum pst_status read_texts(const struct run *run, size_t first)
{
  struct pst_column_cells *arrays = &run->column->arrays;
  struct pst_text before = {.size = 0};
  struct known_text known[KNOWN] = {{.size = 0}};
  unsigned code = PST_CODE_MISSING;
  enum pst_status status = PST_OK;

  if (arrays->texts.count > MANY || arrays->texts.beyond != NULL)
    return read_many_texts(run, first);
  for (size_t r = first; r < run->block->n_records && status == PST_OK; r++) {
    struct pst_text cell = field_of(run, r);

    if (!is_plain(run, cell)) {
      status = read_one(run, r, cell);
      continue;
    }
    if (code == PST_CODE_MISSING || !pst_text_equal(cell, before)) {
      code = code_of(&arrays->texts, cell, known);
      before = cell;
    }
    if (code == PST_CODE_MISSING)
      return PST_NO_MEMORY;
    arrays->code[run->from + r] = code;
  }
  return status;
}

/* --- any kind --------------------------------------------------------------------------------- */

static bool is_missing(const struct run *run, struct pst_text cell)
{
  size_t token;

  return !is_plain(run, cell) && pst_cell_is_missing(pst_text_trim(cell), run->rules, &token);
}

/* Plain numbers as long as there is nothing else; the record that is other; N_RECORDS: none. */
static size_t read_plain_numbers(const struct run *run, enum pst_status *status)
{
  const char decimal = decimal_of(run);
  size_t r = 0;

  for (*status = PST_OK; r < run->block->n_records && *status == PST_OK; r++) {
    struct pst_text cell = field_of(run, r);

    if (is_plain(run, cell) && pst_plain_number_read(run->column, run->from + r, cell, decimal))
      continue;
    if (!is_missing(run, cell))
      return r;
    *status = read_one(run, r, cell);
  }
  return r;
}

static enum pst_status read_any(const struct run *run, struct pst_loader *loader, size_t i)
{
  struct pst_error error;
  enum pst_status status = pst_loader_close_texts(loader, i, &error);
  size_t first = 0;

  if (status != PST_OK)
    return status;
  if (loader->asked[i].plain)
    first = read_plain_numbers(run, &status);
  if (status == PST_OK && first < run->block->n_records)
    status = pst_plain_numbers_spell(loader, i, run->from + first, &error);
  return status == PST_OK ? read_texts(run, first) : status;
}

/* --- a block --------------------------------------------------------------------------------- */

static enum pst_status read_column(const struct run *run, struct pst_loader *loader, size_t i)
{
  switch (run->column->want) {
  case PST_WANT_NUMBER:
    return read_numbers(run);
  case PST_WANT_TIME:
    return read_times(run);
  case PST_WANT_ANY:
    return read_any(run, loader, i);
  case PST_WANT_TEXT:
    break;
  }
  return read_texts(run, 0);
}

static void mark_tokens(struct run *run)
{
  for (size_t i = 0; i < run->rules->n_missing; i++) {
    unsigned char c = (unsigned char)run->rules->missing[i][0];

    run->first_bytes[c / 64] |= UINT64_C(1) << c % 64;
  }
}

static void place_rows(struct pst_loader *loader, const struct pst_loader_source *source,
                       const struct pst_block *block)
{
  struct pst_table *table = loader->table;
  unsigned file = (unsigned)(source - loader->sources);

  for (size_t r = 0; r < block->n_records; r++)
    pst_table_place(table, table->n_rows + r, pst_block_line(block, r), file);
  table->n_rows += block->n_records;
}

/* The columns that WANT is asked of; BEFORE keeps what they were. */
static enum pst_status read_columns(struct run *run, struct pst_loader *loader,
                                    const struct pst_loader_source *source, enum pst_want want)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < loader->n_asked && status == PST_OK; i++) {
    size_t field = source->field[i];

    if (loader->asked[i].want != want)
      continue;
    run->column = &loader->table->columns[i];
    run->slot = run->block->slot == NULL ? field : run->block->slot[field];
    status = read_column(run, loader, i);
  }
  return status;
}

/* Texts are last: they are always read, so that those of rows that are left out are in no dictionary. */
bool pst_loader_read_block(struct pst_loader *loader, const struct pst_loader_source *source,
                           const struct pst_block *block)
{
  static const enum pst_want order[] = {PST_WANT_NUMBER, PST_WANT_TIME, PST_WANT_TEXT,
                                        PST_WANT_ANY};
  struct pst_table *table = loader->table;
  struct run run = {.block = block,
                    .rules = &loader->rules,
                    .from = table->n_rows,
                    .capacity = table->rows_capacity};
  enum pst_status status = PST_OK;

  mark_tokens(&run);
  for (size_t i = 0; i < loader->n_asked; i++)
    loader->asked[i].before = counts_of(&table->columns[i]);
  for (size_t i = 0; i < sizeof order / sizeof *order && status == PST_OK; i++)
    status = read_columns(&run, loader, source, order[i]);
  if (status == PST_OK)
    place_rows(loader, source, block);
  for (size_t i = 0; i < loader->n_asked && status != PST_OK; i++)
    count_again(&table->columns[i], &loader->asked[i].before);
  return status == PST_OK;
}
