/* grid_words.c -- tables in a text whose columns stand one blank apart: rows of a name and always as many numbers. */
#include <string.h>

#include "paper/parts.h"

enum { WORDS_MOST = 64, ROWS_MOST = 400, ROWS_LEAST = 3, NAME_MOST = 8, EMPTY = 6, APART = 3 };

/* Some characters of a line without a blank. */
struct word {
  size_t left, right; /* places on the line, in characters */
  size_t at, end;     /* bytes */
};

struct words {
  struct word items[WORDS_MOST];
  size_t count;
  bool whole; /* all of the line */
};

static size_t offset(const struct pst_paper *paper, struct pst_text text)
{
  return (size_t)(text.data - paper->text.data);
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\f';
}

static void read_words(const struct pst_paper *paper, size_t line, struct words *words)
{
  const struct pst_text text = pst_paper_line(paper, line);
  size_t place = 0;
  bool inside = false;

  words->count = 0;
  words->whole = true;
  for (size_t i = 0; i < text.size && words->whole; i++) {
    if (is_blank(text.data[i]))
      inside = false;
    else if (!inside && words->count == WORDS_MOST)
      words->whole = false;
    else if (!inside)
      words->items[words->count++] = (struct word){.left = place, .at = offset(paper, text) + i};
    inside = !is_blank(text.data[i]);
    place += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    if (inside && words->whole) {
      words->items[words->count - 1].right = place;
      words->items[words->count - 1].end = offset(paper, text) + i + 1;
    }
  }
}

/* --- rows ------------------------------------------------------------------------------------------ */

/* 42,200 +1.5 (0.3) 28.4% 12* - and what stands for a number that is not given. */
static bool is_number(const struct pst_paper *paper, const struct word *word)
{
  const char *data = paper->text.data + word->at;
  const size_t size = word->end - word->at;
  bool digit = false;

  for (size_t i = 0; i < size; i++) {
    digit = digit || (data[i] >= '0' && data[i] <= '9');
    if ((data[i] < '0' || data[i] > '9') && strchr(".,+-()[]%*<>=$", data[i]) == NULL
        && (unsigned char)data[i] < 0x80)
      return false;
  }
  return digit || (size == 1 && data[0] == '-') || (size == 2 && memcmp(data, "..", 2) == 0)
         || (size == 3 && (memcmp(data, "\xE2\x80\x93", 3) == 0 || memcmp(data, "...", 3) == 0));
}

/* What belongs to the number before it: (0.3) % *. */
static bool goes_with_number(const struct pst_paper *paper, const struct word *word)
{
  return strchr("([%*", paper->text.data[word->at]) != NULL;
}

static size_t digits_of(const struct pst_paper *paper, const struct word *word)
{
  size_t digits = 0;

  for (size_t i = word->at; i < word->end; i++)
    digits += paper->text.data[i] >= '0' && paper->text.data[i] <= '9';
  return digits == word->end - word->at ? digits : 0;
}

/* 41 200: two numbers, or one whose thousands stand apart. */
static bool may_be_one(const struct pst_paper *paper, const struct word *word)
{
  const size_t before = digits_of(paper, word - 1);

  return before > 0 && before <= 3 && digits_of(paper, word) == 3;
}

/* A row: a number before its name or none, the name, numbers. */
struct row {
  size_t lead, count;
  struct word cells[WORDS_MOST];
};

static void join(struct word *to, const struct word *next)
{
  to->right = next->right;
  to->end = next->end;
}

static bool read_row(const struct pst_paper *paper, size_t line, struct row *row)
{
  struct words words;
  size_t at = 0, names = 0;

  read_words(paper, line, &words);
  *row = (struct row){.lead = words.count > 0 && is_number(paper, &words.items[0])};
  if (!words.whole || words.count < 3)
    return false;
  for (; at < row->lead; at++)
    row->cells[row->count++] = words.items[at];
  for (; at < words.count && !is_number(paper, &words.items[at]); at++)
    if (names++ == 0)
      row->cells[row->count++] = words.items[at];
    else
      join(&row->cells[row->count - 1], &words.items[at]);
  if (names == 0 || names > NAME_MOST)
    return false;
  for (names = row->count; at < words.count; at++)
    if (may_be_one(paper, &words.items[at]))
      return false;
    else if (row->count > names && goes_with_number(paper, &words.items[at]))
      join(&row->cells[row->count - 1], &words.items[at]);
    else if (is_number(paper, &words.items[at]))
      row->cells[row->count++] = words.items[at];
    else
      return false;
  return row->count > names && row->count > 2;
}

static bool is_like(const struct row *a, const struct row *b)
{
  return a->lead == b->lead && a->count == b->count;
}

/* How many lines from FROM on are rows like the first. */
static size_t rows_from(const struct pst_paper *paper, size_t from, struct row *rows)
{
  size_t count = 0;

  while (count < ROWS_MOST && from + count < paper->line_count
         && read_row(paper, from + count, &rows[count])
         && (count == 0 || is_like(&rows[0], &rows[count])))
    count++;
  return count < ROWS_LEAST ? 0 : count;
}

/* --- the header ------------------------------------------------------------------------------------- */

/* Where a column stands, on average. */
struct place {
  double left, right;
};

static struct place place_of(const struct row *rows, size_t count, size_t column)
{
  struct place sum = {0, 0};

  for (size_t r = 0; r < count; r++) {
    sum.left += (double)rows[r].cells[column].left;
    sum.right += (double)rows[r].cells[column].right;
  }
  return (struct place){sum.left / (double)count, sum.right / (double)count};
}

static double apart(double a, double b)
{
  return a > b ? a - b : b - a;
}

/* How badly words FROM to TO stand over a column: by their nearest edges, or middles; and what stands apart is no one cell. */
static double misfit(const struct words *words, size_t from, size_t to, const struct place *place)
{
  const double left = (double)words->items[from].left, right = (double)words->items[to - 1].right;
  double least = apart(left, place->left), other = apart(right, place->right);

  least = other < least ? other : least;
  other = apart((left + right) / 2, (place->left + place->right) / 2);
  least = other < least ? other : least;
  for (size_t i = from + 1; i < to; i++)
    least += words->items[i].left > words->items[i - 1].right + 1 ? APART : 0;
  return least;
}

/* The words of a header over its columns, in order: FIRST[c] is the first of column c, FIRST[columns] their number.  A column may have
   none. */
static void part_header(const struct words *words, const struct row *rows, size_t count,
                        size_t first[WORDS_MOST + 1])
{
  double best[WORDS_MOST + 1][WORDS_MOST + 1];
  size_t from[WORDS_MOST + 1][WORDS_MOST + 1];
  const size_t columns = rows[0].count;

  for (size_t w = 0; w <= words->count; w++)
    best[0][w] = w == 0 ? 0 : 1e9;
  for (size_t c = 0; c < columns; c++) {
    const struct place place = place_of(rows, count, c);

    for (size_t to = 0; to <= words->count; to++) {
      best[c + 1][to] = best[c][to] + EMPTY;
      from[c + 1][to] = to;
      for (size_t w = 0; w < to; w++) {
        const double cost = best[c][w] + misfit(words, w, to, &place);

        if (cost < best[c + 1][to]) {
          best[c + 1][to] = cost;
          from[c + 1][to] = w;
        }
      }
    }
  }
  first[columns] = words->count;
  for (size_t c = columns; c > 0; c--)
    first[c - 1] = from[c][first[c]];
}

/* A line of titles: it ends no sentence, and has a word for each number at least. */
static bool is_header(const struct pst_paper *paper, size_t line, const struct row *row)
{
  struct words words;

  read_words(paper, line, &words);
  return words.whole && words.count + 1 >= row->count
         && strchr(".:;", paper->text.data[words.items[words.count - 1].end - 1]) == NULL;
}

/* --- the table -------------------------------------------------------------------------------------- */

/* Columns of the page that were taken apart may leave a blank line behind the titles, whose gaps tell what they are. */
static size_t blank_behind(const struct pst_paper *paper, size_t line)
{
  struct words words;

  read_words(paper, line, &words);
  if (line + 1 >= paper->line_count || pst_text_trim(pst_paper_line(paper, line + 1)).size > 0)
    return 0;
  for (size_t i = 1; i < words.count; i++)
    if (words.items[i].left > words.items[i - 1].right + 1)
      return 1;
  return 0;
}

static void put_header(struct pst_paper *paper, struct pst_paper_grid *grid, size_t line,
                       const struct row *rows, size_t count)
{
  struct words words;
  size_t first[WORDS_MOST + 1];

  read_words(paper, line, &words);
  part_header(&words, rows, count, first);
  for (size_t c = 0; c < rows[0].count && !paper->failed; c++)
    if (first[c + 1] > first[c])
      pst_paper_grid_put(paper, grid, 0, c, words.items[first[c]].at,
                         words.items[first[c + 1] - 1].end);
}

static void put_table(struct pst_paper *paper, size_t line, bool header, const struct row *rows,
                      size_t count)
{
  struct pst_paper_grid *grid = pst_paper_grid_begin(paper, count + header, rows[0].count);

  if (grid != NULL && header)
    put_header(paper, grid, line, rows, count);
  for (size_t r = 0; r < count && grid != NULL; r++)
    for (size_t c = 0; c < rows[r].count && !paper->failed; c++)
      pst_paper_grid_put(paper, grid, r + header, c, rows[r].cells[c].at, rows[r].cells[c].end);
  if (grid == NULL || paper->failed)
    return;
  grid->at = paper->lines[line];
  grid->end = rows[count - 1].cells[rows[0].count - 1].end;
  pst_paper_grid_end(paper, grid);
}

size_t pst_paper_words_at(struct pst_paper *paper, size_t line, size_t more_than)
{
  struct pst_arena own = PST_ARENA_EMPTY;
  struct row *rows = pst_arena_array(&own, ROWS_MOST, sizeof *rows);
  size_t count = 0, lines = 0, blank = 0;
  bool header;

  if (rows == NULL)
    return paper->failed = true, line;
  if (paper->blank_groups || pst_text_trim(pst_paper_line(paper, line)).size == 0) {
    pst_arena_free(&own);
    return line;
  }
  header = !read_row(paper, line, &rows[0]);
  if (header)
    blank = blank_behind(paper, line);
  count = rows_from(paper, line + header + blank, rows);
  if (count > 0 && rows[0].count > more_than && (!header || is_header(paper, line, &rows[0]))) {
    put_table(paper, line, header, rows, count);
    lines = count + header + blank;
  }
  pst_arena_free(&own);
  return line + lines;
}
