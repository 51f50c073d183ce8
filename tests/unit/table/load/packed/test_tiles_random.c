/* Random files, each cut anywhere into ranges that are packed apart, against one loader that reads the file: the table, its
   messages, its rejects and its error are the same.  COUNT of them (4,000), from SEED (1); `make tiles` takes a million.  One
   that differs is shown with its seed, its file and its cuts: COUNT 1 and that seed run it alone. */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "random.h"
#include "table/load/packed/tiles.h"

static const char *const names[] = {"g", "t", "v", "w", "a"};
static const enum pst_want wants[] = {PST_WANT_TEXT, PST_WANT_TIME, PST_WANT_NUMBER,
                                      PST_WANT_NUMBER, PST_WANT_ANY};
enum { N_COLUMNS = sizeof names / sizeof *names, RANGES_MOST = 8 };
static const char *const missing[] = {"..", "NA"};

struct trial {
  struct pst_buffer text;
  char path[40];
  int file;
  bool skip;
  unsigned long long cuts[RANGES_MOST + 1];
  size_t n; /* ranges */
  struct pst_tile tiles[RANGES_MOST];
  struct pst_buffer rows[RANGES_MOST], rejects[RANGES_MOST];
  unsigned long repaired;
};

/* --- a file as people write them, and worse ---------------------------------------------------------- */

#define ONE_OF(state, list) (list)[random_below(state, sizeof(list) / sizeof *(list))]

static void put_cell(uint64_t *state, size_t column, bool wild, struct pst_buffer *out)
{
  static const char *const groups[] = {"A",
                                       "B",
                                       "\"A, x\"",
                                       "\"a \"\"b\"\"\"",
                                       "",
                                       "\xc3\xa9",
                                       "\"\"",
                                       "\"two\nlines\"",
                                       "\"\nA,2001,1,2,3\nB,2002,1,2,3\n\"",
                                       "\"A\r\nB,1,1,1,1\r\n\"",
                                       "\"x\ry\""};
  static const char *const times[] = {"2001", "2002", "1999", "2001-Q1", "2001Q2", "1/13/2001",
                                      "2003", "..",   "7",    "12.5",    "2001-05"};
  static const char *const numbers[] = {"1",   "2.50", "-3", "NA",  "..", "",
                                        "1e3", "5%",   "<5", ">10", "$4", "9007199254740993",
                                        "0.1", "1,5"};
  static const char *const bad[] = {"oops", "1 2 3", "\"1\"", "\"a\"b", "x\"y", "\"", "--"};

  if (wild && random_below(state, 40) == 0)
    pst_buffer_puts(out, ONE_OF(state, bad));
  else if (column == 0)
    pst_buffer_puts(out, ONE_OF(state, groups));
  else if (column == 1)
    pst_buffer_puts(out, wild || random_below(state, 30) == 0 ? ONE_OF(state, times)
                                                              : times[random_below(state, 3)]);
  else
    pst_buffer_puts(out, wild ? ONE_OF(state, numbers) : numbers[random_below(state, 4)]);
}

static void put_row(uint64_t *state, char delimiter, bool wild, const char *end,
                    struct pst_buffer *out)
{
  size_t n = wild && random_below(state, 60) == 0 ? random_below(state, 7) : N_COLUMNS;

  for (size_t c = 0; c < n; c++) {
    if (c > 0)
      pst_buffer_putc(out, delimiter);
    put_cell(state, c, wild, out);
  }
  pst_buffer_puts(out, end);
}

static void write_text(uint64_t *state, struct pst_buffer *out)
{
  static const char *const ends[] = {"\n", "\n", "\r\n", "\r"};
  static const char delimiters[] = {',', ',', ',', ';', '\t'};
  const char *end = ONE_OF(state, ends);
  const char delimiter = ONE_OF(state, delimiters);
  const bool wild = random_below(state, 3) == 0, mixed = random_below(state, 12) == 0;
  size_t rows = random_below(state, 25);

  if (random_below(state, 10) == 0)
    pst_buffer_puts(out, "\xef\xbb\xbf");
  if (random_below(state, 200) == 0)
    return;
  for (size_t c = 0; c < N_COLUMNS; c++)
    pst_buffer_printf(out, "%s%c", names[c], c + 1 < N_COLUMNS ? delimiter : end[0]);
  pst_buffer_puts(out, end + 1);
  for (size_t r = 0; r < rows; r++) {
    put_row(state, delimiter, wild, mixed ? ONE_OF(state, ends) : end, out);
    if (random_below(state, 30) == 0)
      pst_buffer_puts(out, end);
  }
  if (out->size > 0 && random_below(state, 4) == 0)
    pst_buffer_cut(out, out->size - 1 - random_below(state, out->size > 9 ? 9 : 1));
}

/* --- what is seen of it -------------------------------------------------------------------------------- */

static struct pst_loader *open_loader(const struct trial *trial, struct pst_error *error)
{
  const struct pst_load_options options = {.reader = {.skip_bad = trial->skip},
                                           .missing = missing,
                                           .n_missing = 2,
                                           .numbers_alone = true};
  const char *path = trial->path;
  struct pst_loader *loader = NULL;
  enum pst_status status = pst_loader_open(&path, 1, &options, &loader, error);
  size_t column;

  for (size_t c = 0; c < N_COLUMNS && status == PST_OK; c++)
    status = pst_loader_ask(loader, names[c], wants[c], &column, error);
  if (status == PST_OK)
    return loader;
  pst_loader_close(loader);
  return NULL;
}

static void tell_cell(const struct pst_column *column, size_t r, struct pst_buffer *told)
{
  char text[PST_CELL_SIZE];
  const bool none = pst_column_missing(column, r);

  pst_buffer_printf(told, "|%s", none ? "missing " : pst_column_text(column, r, text));
  if (none)
    pst_buffer_printf(told, "%zu", pst_column_token(column, r));
  else if (column->type == PST_COLUMN_NUMBER)
    pst_buffer_printf(told, " %d %g", pst_column_decimals(column, r), pst_column_rest(column, r));
}

static void tell_table(struct pst_loader *loader, const struct pst_table *table,
                       struct pst_buffer *told)
{
  for (size_t r = 0; r < table->n_rows; r++) {
    pst_buffer_printf(told, "%lu", pst_table_line(table, r));
    for (size_t c = 0; c < table->n_columns; c++)
      tell_cell(&table->columns[c], r, told);
    pst_buffer_putc(told, '\n');
  }
  for (size_t c = 0; c < table->n_columns; c++)
    pst_buffer_printf(told, "%d %d %zu %zu %zu %s\n", (int)table->columns[c].type,
                      (int)table->columns[c].period, table->columns[c].n_missing,
                      table->columns[c].n_bounded, table->columns[c].n_around,
                      table->columns[c].unit == NULL ? "-" : table->columns[c].unit);
  for (size_t n = 0; pst_loader_told(loader, n) != NULL; n++)
    pst_buffer_printf(told, "%s\n", pst_loader_told(loader, n));
}

static enum pst_status tell(struct pst_loader *loader, struct pst_buffer *told)
{
  struct pst_table table = {.n_rows = 0};
  struct pst_error error = {.status = PST_OK};
  const char *first;

  pst_buffer_clear(told);
  if (pst_loader_run(loader, &table, &error) != PST_OK)
    pst_buffer_printf(told, "%d %s:%lu: %s\n", (int)error.status, error.file, error.line,
                      error.message);
  else
    tell_table(loader, &table, told);
  first = error.status == PST_OK ? pst_loader_first_reject(loader) : NULL;
  if (error.status == PST_OK)
    pst_buffer_printf(told, "%zu %zu %s\n", table.rows_read, table.rows_rejected,
                      first == NULL ? "-" : first);
  pst_table_free(&table);
  return error.status;
}

/* --- parts ------------------------------------------------------------------------------------------- */

static bool pack(struct trial *trial, size_t i, bool known, unsigned long long start)
{
  const struct pst_tile_range range = {.from = known ? start : trial->cuts[i],
                                       .until = trial->cuts[i + 1],
                                       .size = trial->text.size,
                                       .begins = i == 0,
                                       .is_start = known};
  struct pst_table table = {.n_rows = 0};
  struct pst_loader *loader = open_loader(trial, NULL);
  struct pst_tile *tile = &trial->tiles[i];
  bool has = false, good;

  pst_buffer_clear(&trial->rows[i]);
  pst_buffer_clear(&trial->rejects[i]);
  good = loader != NULL
         && pst_loader_pack(loader, &table, &range, tile, &has, &trial->rows[i], &trial->rejects[i],
                            NULL, NULL)
                == PST_OK;
  tile->rows = (struct pst_text){pst_buffer_string(&trial->rows[i]), trial->rows[i].size};
  tile->rejects = (struct pst_text){pst_buffer_string(&trial->rejects[i]), trial->rejects[i].size};
  pst_table_free(&table);
  pst_loader_close(loader);
  return good && has;
}

/* Each by itself, as processes do that know nothing of each other; then those that do not meet, with their true start. */
static bool pack_all(struct trial *trial)
{
  bool good = true;

  for (size_t i = 0; i < trial->n && good; i++)
    good = pack(trial, i, false, 0);
  for (size_t i = 1; i < trial->n && good; i++) {
    const struct pst_tile *before = &trial->tiles[i - 1];

    if (before->again || trial->tiles[i].start == before->stop)
      continue;
    good = pack(trial, i, true, before->stop);
    trial->repaired++;
  }
  return good;
}

/* What merge says to make again is made again. */
static bool give_all(struct trial *trial, struct pst_buffer *got)
{
  enum pst_status status = PST_AGAIN;

  for (size_t rounds = 0; status == PST_AGAIN && rounds <= 2 * RANGES_MOST; rounds++) {
    struct pst_loader *loader = open_loader(trial, NULL);
    unsigned long long from = 0;
    size_t broken = trial->n;

    if (loader == NULL || pst_loader_give(loader, trial->tiles, trial->n, NULL) != PST_OK)
      return false;
    status = tell(loader, got);
    if (status == PST_AGAIN)
      broken = pst_loader_broken(loader, &from);
    pst_loader_close(loader);
    if (status == PST_AGAIN && (broken >= trial->n || !pack(trial, broken, true, from)))
      return false;
    trial->repaired += status == PST_AGAIN;
    for (size_t i = broken + 1; status == PST_AGAIN && i < trial->n; i++)
      if (!trial->tiles[i - 1].again && trial->tiles[i].start != trial->tiles[i - 1].stop
          && !pack(trial, i, true, trial->tiles[i - 1].stop))
        return false;
  }
  return status != PST_AGAIN;
}

/* --- one run ----------------------------------------------------------------------------------------- */

static int by_size(const void *a, const void *b)
{
  const unsigned long long *p = a, *q = b;

  return (*p > *q) - (*p < *q);
}

static bool begin(struct trial *trial, uint64_t *state)
{
  pst_buffer_clear(&trial->text);
  write_text(state, &trial->text);
  trial->skip = random_below(state, 2) == 0;
  trial->n = 1 + random_below(state, RANGES_MOST);
  trial->cuts[0] = 0;
  for (size_t i = 1; i < trial->n; i++)
    trial->cuts[i] = random_below(state, trial->text.size + 1);
  trial->cuts[trial->n] = trial->text.size;
  qsort(trial->cuts, trial->n, sizeof *trial->cuts, by_size);
  return ftruncate(trial->file, 0) == 0
         && pwrite(trial->file, pst_buffer_string(&trial->text), trial->text.size, 0)
                == (ssize_t)trial->text.size;
}

static void show(const struct trial *trial, unsigned long long seed, const struct pst_buffer *want,
                 const struct pst_buffer *got)
{
  printf("# seed %llu, %s, cut at", seed, trial->skip ? "--on-bad skip" : "--on-bad error");
  for (size_t i = 1; i < trial->n; i++)
    printf(" %llu", trial->cuts[i]);
  printf("\n# file: ");
  for (size_t i = 0; i < trial->text.size; i++)
    printf(trial->text.data[i] < ' ' || trial->text.data[i] == '\\' ? "\\%03o" : "%c",
           (unsigned char)trial->text.data[i]);
  printf("\n# want: %s\n# got: %s\n", pst_buffer_string(want), pst_buffer_string(got));
}

/* True: the parts give what one loader gives, or nobody can open the file. */
static bool run(struct trial *trial, unsigned long long seed)
{
  uint64_t state = seed * UINT64_C(0x9e3779b97f4a7c15);
  struct pst_buffer want = {.size = 0}, got = {.size = 0};
  struct pst_error error = {.status = PST_OK};
  struct pst_loader *whole;
  bool good = begin(trial, &state);

  whole = good ? open_loader(trial, &error) : NULL;
  if (whole != NULL) {
    tell(whole, &want);
    good = pack_all(trial) && give_all(trial, &got) && want.size == got.size
           && memcmp(pst_buffer_string(&want), pst_buffer_string(&got), want.size) == 0;
  }
  if (!good)
    show(trial, seed, &want, &got);
  pst_loader_close(whole);
  pst_buffer_free(&want);
  pst_buffer_free(&got);
  return good;
}

int main(int argc, char **argv)
{
  const unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 4000;
  const unsigned long long seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  struct trial trial = {.file = memfd_create("tiles", MFD_CLOEXEC)};
  unsigned long wrong = 0, ranges = 0;

  /* Windows are made by the million: the system is not asked for each. */
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  snprintf(trial.path, sizeof trial.path, "/proc/self/fd/%d", trial.file);
  for (unsigned long i = 0; i < count && wrong < 5; i++) {
    wrong += !run(&trial, seed + i);
    ranges += trial.n;
  }
  printf("%sok 1 - %lu random files in %lu parts, %lu of them made again; %lu not as one process "
         "reads them\n1..1\n",
         wrong > 0 ? "not " : "", count, ranges, trial.repaired, wrong);
  for (size_t i = 0; i < RANGES_MOST; i++) {
    pst_buffer_free(&trial.rows[i]);
    pst_buffer_free(&trial.rejects[i]);
  }
  pst_buffer_free(&trial.text);
  return wrong > 0;
}
