/* pack.c -- the tables of lib/country as C source, on standard output.

     pack names.csv areas.csv aliases.csv

   Runs when polstat is built.  It folds the names, sorts, and stops at a text that would mean two
   countries, naming file and line: such a thing never gets into a program. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "country/fold.h"
#include "country/table.h"

enum { CELLS = 8, LINE_SIZE = 1024 };

/* --- a file ------------------------------------------------------------------------------------- */

struct file {
  const char *path;
  FILE *stream;
  unsigned line;
  char text[LINE_SIZE];
  char *cell[CELLS];
};

static void stop(const struct file *file, const char *format, ...)
{
  va_list arguments;

  va_start(arguments, format);
  fprintf(stderr, "%s:%u: ", file->path, file->line);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  exit(1);
}

/* One cell in place, without its quotes: the start of the next, or NULL at the end of the line. */
static char *read_cell(const struct file *file, char *at, char **cell)
{
  char *to = at;
  bool quoted = *at == '"';

  *cell = at;
  at += quoted;
  while (*at != '\0' && (quoted || *at != ',')) {
    if (quoted && *at == '"' && *++at != '"') {
      quoted = false;
      continue;
    }
    *to++ = *at++;
  }
  if (quoted)
    stop(file, "a quote is not closed");
  at = *at == '\0' ? NULL : at + 1;
  *to = '\0';
  return at;
}

/* The next record of N cells: false at the end of the file. */
static bool next(struct file *file, size_t n)
{
  char *at = file->text;
  size_t size, i;

  if (fgets(file->text, sizeof file->text, file->stream) == NULL)
    return false;
  file->line++;
  size = strlen(file->text);
  if (size == 0 || file->text[size - 1] != '\n')
    stop(file, "the line is too long, or does not end");
  file->text[size - 1] = '\0';
  for (i = 0; i < n && at != NULL; i++)
    at = read_cell(file, at, &file->cell[i]);
  if (i < n || at != NULL)
    stop(file, "%zu cells are needed", n);
  return true;
}

static void open_file(struct file *file, const char *path, size_t n, const char *header)
{
  *file = (struct file){.path = path, .stream = fopen(path, "r")};
  if (file->stream == NULL)
    stop(file, "cannot be opened");
  if (fgets(file->text, sizeof file->text, file->stream) == NULL || strcmp(file->text, header) != 0)
    stop(file, "the first line is not %s", header);
  file->line = 1;
  (void)n;
}

/* --- the tables --------------------------------------------------------------------------------- */

enum { ENTRIES = 1024, KEYS = 16384 };

struct entry {
  const char *code, *iso3, *iso2, *name;
  enum pst_country_kind kind;
};

struct key {
  char *text;
  unsigned entry;
  bool twice;    /* an old text of two states: means neither */
  bool old;      /* withdrawn: gives way to what is in use */
  unsigned line; /* 0: of names.csv */
};

struct keys {
  struct key list[KEYS];
  unsigned count;
};

static struct entry entries[ENTRIES];
static unsigned n_entries;
static struct keys names, codes, numbers;

static char *keep(const char *text)
{
  char *copy = malloc(strlen(text) + 1);

  if (copy == NULL)
    exit(1);
  return strcpy(copy, text);
}

static unsigned find_entry(const char *code)
{
  for (unsigned i = n_entries; i-- > 0;)
    if (strcmp(entries[i].code, code) == 0)
      return i;
  return n_entries;
}

static unsigned add_entry(const struct file *file, struct entry entry)
{
  if (n_entries == ENTRIES)
    stop(file, "more than %d countries", ENTRIES);
  entries[n_entries] = (struct entry){keep(entry.code), keep(entry.iso3), keep(entry.iso2),
                                      keep(entry.name), entry.kind};
  return n_entries++;
}

/* OLD keys give way to others and to one another; any other two for one text are a mistake. */
static void add_key(const struct file *file, struct keys *keys, const char *text, unsigned entry,
                    bool old)
{
  for (unsigned i = 0; i < keys->count; i++) {
    struct key *key = &keys->list[i];

    if (strcmp(key->text, text) != 0)
      continue;
    if (key->old && !old) {
      *key = (struct key){key->text, entry, false, false, file->line};
    } else if (key->old && old) {
      key->twice |= key->entry != entry;
    } else if (!old && key->entry != entry) {
      stop(file, "'%s' is %s already, and cannot be %s too", text, entries[key->entry].code,
           entries[entry].code);
    }
    return;
  }
  if (keys->count == KEYS)
    stop(file, "more than %d texts", KEYS);
  keys->list[keys->count++] = (struct key){keep(text), entry, false, old, file->line};
}

static void add_name(const struct file *file, const char *text, unsigned entry, bool old)
{
  char folded[PST_FOLD_SIZE];

  if (pst_country_fold(pst_text_of(text), folded) == 0)
    stop(file, "'%s' is no name", text);
  add_key(file, &names, folded, entry, old);
}

/* The five digits of UNESCO's regions stand among letters of countries: they are a code too. */
static void add_number(const struct file *file, const char *text, unsigned entry, bool old)
{
  if (strlen(text) == 5)
    add_key(file, &codes, text, entry, false);
  while (text[0] == '0' && text[1] != '\0')
    text++;
  if (text[0] != '\0')
    add_key(file, &numbers, text, entry, old);
}

/* --- the three files ---------------------------------------------------------------------------- */

static void read_name(const struct file *file)
{
  char *const *c = file->cell;
  const char *code = c[0], *iso3 = c[1], *iso2 = c[2], *language = c[4], *kind = c[5], *name = c[6];
  bool former_name = strcmp(kind, "former") == 0;
  bool old = former_name || strlen(code) == 4;
  unsigned entry = find_entry(code);

  if (entry == n_entries)
    entry = add_entry(file, (struct entry){c[0], c[1], old ? "" : c[2], c[6],
                                           old ? PST_COUNTRY_FORMER : PST_COUNTRY_PRESENT});
  if (strcmp(language, "en") == 0 && strcmp(kind, "common") == 0)
    entries[entry].name = keep(name);
  add_key(file, &codes, code, entry, false);
  add_key(file, &codes, iso3, entry, old);
  add_key(file, &codes, iso2, entry, old);
  if (!former_name)
    add_number(file, c[3], entry, old);
  add_name(file, name, entry, old);
}

static enum pst_country_kind read_kind(const struct file *file, const char *kind)
{
  static const char *const kinds[] = {"country", "former", "territory", "aggregate"};

  for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp(kind, kinds[i]) == 0)
      return (enum pst_country_kind)i;
  stop(file, "'%s' is not one of country, former, territory and aggregate", kind);
  return PST_COUNTRY_PRESENT;
}

static bool is_number(const char *text)
{
  return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

static void read_area(const struct file *file)
{
  char *const *c = file->cell;
  unsigned entry;

  if (find_entry(c[0]) < n_entries)
    stop(file, "the code '%s' is there already", c[0]);
  entry = add_entry(file, (struct entry){c[0], c[0], c[2], c[4], read_kind(file, c[1])});
  if (is_number(c[0]))
    add_number(file, c[0], entry, false);
  else
    add_key(file, &codes, c[0], entry, false);
  if (c[2][0] != '\0')
    add_key(file, &codes, c[2], entry, false);
  add_number(file, c[3], entry, false);
  add_name(file, c[4], entry, false);
}

static void read_alias(const struct file *file)
{
  const char *text = file->cell[0];
  unsigned entry = find_entry(file->cell[1]);

  if (entry == n_entries)
    stop(file, "there is no code '%s'", file->cell[1]);
  if (read_kind(file, file->cell[2]) != entries[entry].kind)
    stop(file, "%s is not of the kind '%s'", file->cell[1], file->cell[2]);
  if (is_number(text))
    add_number(file, text, entry, false);
  else if (text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] == '\0')
    add_key(file, &codes, text, entry, false);
  else
    add_name(file, text, entry, false);
}

static void read_file(const char *path, size_t n, const char *header,
                      void (*read)(const struct file *))
{
  struct file file;

  open_file(&file, path, n, header);
  while (next(&file, n))
    read(&file);
  fclose(file.stream);
}

/* --- the source --------------------------------------------------------------------------------- */

static unsigned texts_size;

static unsigned put_text(const char *text)
{
  unsigned at = texts_size;

  for (size_t i = 0; i <= strlen(text); i++, texts_size++)
    printf("%d,%s", text[i], texts_size % 24 == 23 ? "\n" : "");
  return at;
}

static int by_text(const void *a, const void *b)
{
  return strcmp(((const struct key *)a)->text, ((const struct key *)b)->text);
}

static void sort(struct keys *keys)
{
  unsigned n = 0;

  for (unsigned i = 0; i < keys->count; i++)
    if (!keys->list[i].twice)
      keys->list[n++] = keys->list[i];
  keys->count = n;
  qsort(keys->list, n, sizeof *keys->list, by_text);
}

static void put_keys(const struct keys *keys, const unsigned *places, const char *name)
{
  printf("const struct pst_country_key pst_country_%ss[] = {\n", name);
  for (unsigned i = 0; i < keys->count; i++)
    printf("{%u, %u},\n", places[i], keys->list[i].entry);
  printf("};\nconst unsigned pst_country_%s_count = %u;\n", name, keys->count);
}

static void put_tables(void)
{
  static unsigned places[4 * ENTRIES + 3 * KEYS];
  struct keys *const all[] = {&names, &codes, &numbers};
  static const char *const called[] = {"name", "code", "number"};
  unsigned n = 0;

  puts("#include \"country/table.h\"\n\nconst char pst_country_texts[] = {");
  for (unsigned i = 0; i < n_entries; i++) {
    places[n++] = put_text(entries[i].code);
    places[n++] = put_text(entries[i].iso3);
    places[n++] = put_text(entries[i].iso2);
    places[n++] = put_text(entries[i].name);
  }
  for (unsigned k = 0; k < 3; k++)
    for (unsigned i = 0; i < all[k]->count; i++)
      places[n++] = put_text(all[k]->list[i].text);
  puts("};\nconst struct pst_country_entry pst_country_entries[] = {");
  for (unsigned i = 0; i < n_entries; i++)
    printf("{%u, %u, %u, %u, %u},\n", places[4 * i], places[4 * i + 1], places[4 * i + 2],
           places[4 * i + 3], (unsigned)entries[i].kind);
  puts("};");
  n = 4 * n_entries;
  for (unsigned k = 0; k < 3; n += all[k++]->count)
    put_keys(all[k], places + n, called[k]);
}

int main(int argc, char **argv)
{
  if (argc != 4) {
    fputs("usage: pack names.csv areas.csv aliases.csv\n", stderr);
    return 2;
  }
  read_file(argv[1], 7, "code,iso3,iso2,numeric,language,kind,name\n", read_name);
  read_file(argv[2], 6, "code,kind,iso2,numeric,name,source\n", read_area);
  read_file(argv[3], 5, "alias,code,kind,who,source\n", read_alias);
  sort(&names);
  sort(&codes);
  sort(&numbers);
  put_tables();
  return fflush(stdout) == 0 ? 0 : 1;
}
