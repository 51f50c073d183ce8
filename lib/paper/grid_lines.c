/* grid_lines.c -- tables in a text: cells between tabs, between bars, or in columns of blanks. */
#include <string.h>

#include "base/array.h"
#include "paper/parts.h"

static bool has(struct pst_text line, char c)
{
  return line.size > 0 && memchr(line.data, c, line.size) != NULL;
}

/* |---|:--:| */
static bool is_rule(struct pst_text line)
{
  for (size_t i = 0; i < line.size; i++)
    if (strchr("|-: \t", line.data[i]) == NULL)
      return false;
  return has(line, '|') && has(line, '-');
}

static size_t count_of(struct pst_text line, char c)
{
  size_t count = 0;

  for (size_t i = 0; i < line.size; i++)
    count += line.data[i] == c;
  return count;
}

static size_t offset(const struct pst_paper *paper, struct pst_text text)
{
  return (size_t)(text.data - paper->text.data);
}

/* The cells of LINE between marks C. */
static void put_row(struct pst_paper *paper, struct pst_paper_grid *grid, size_t row,
                    struct pst_text line, char c)
{
  size_t from = 0, column = 0;

  for (size_t i = 0; i <= line.size && column < grid->columns && !paper->failed; i++) {
    if (i < line.size && line.data[i] != c)
      continue;
    pst_paper_grid_put(paper, grid, row, column++, offset(paper, line) + from,
                       offset(paper, line) + i);
    from = i + 1;
  }
}

static struct pst_text inner(struct pst_text line)
{
  line = pst_text_trim(line);
  if (line.size > 0 && line.data[0] == '|') {
    line.data++;
    line.size--;
  }
  if (line.size > 0 && line.data[line.size - 1] == '|')
    line.size--;
  return line;
}

/* Lines FROM to TO; the rules of Markdown are no rows. */
static void make_grid(struct pst_paper *paper, size_t from, size_t to, char c)
{
  size_t columns = 0, rows = 0;
  struct pst_paper_grid *grid;

  for (size_t i = from; i < to; i++) {
    struct pst_text line = c == '|' ? inner(pst_paper_line(paper, i)) : pst_paper_line(paper, i);
    size_t cells = count_of(line, c) + 1;

    columns = cells > columns ? cells : columns;
    rows += c != '|' || !is_rule(pst_paper_line(paper, i));
  }
  grid = pst_paper_grid_begin(paper, rows, columns);
  rows = 0;
  for (size_t i = from; i < to && grid != NULL && !paper->failed; i++)
    if (c != '|' || !is_rule(pst_paper_line(paper, i)))
      put_row(paper, grid, rows++,
              c == '|' ? inner(pst_paper_line(paper, i)) : pst_paper_line(paper, i), c);
  if (grid == NULL || paper->failed)
    return;
  grid->at = paper->lines[from];
  grid->end = offset(paper, pst_paper_line(paper, to - 1)) + pst_paper_line(paper, to - 1).size;
  pst_paper_grid_end(paper, grid);
}

/* --- columns of blanks ----------------------------------------------------------------------------- */

enum { SEGMENTS_MOST = 64, ROWS_MOST = 400 };

struct segment {
  size_t left, right; /* places on the line, in characters */
  size_t at, end;     /* bytes */
  bool number;
};

struct row {
  struct segment segments[SEGMENTS_MOST];
  size_t count;
};

static bool is_number(const char *data, size_t size)
{
  bool digit = false;

  for (size_t i = 0; i < size; i++) {
    digit = digit || (data[i] >= '0' && data[i] <= '9');
    if ((data[i] < '0' || data[i] > '9') && strchr(".,+-()%* ", data[i]) == NULL
        && (unsigned char)data[i] < 0x80)
      return false;
  }
  return digit;
}

/* The parts of LINE between two blanks or more. */
static void cut(const struct pst_paper *paper, struct pst_text line, struct row *row)
{
  size_t at = 0, place = 0;

  row->count = 0;
  while (at < line.size && row->count < SEGMENTS_MOST) {
    struct segment *s = &row->segments[row->count];
    size_t blanks = 0;

    while (at < line.size && (line.data[at] == ' ' || line.data[at] == '\f')) {
      at++;
      place++;
    }
    if (at == line.size)
      return;
    s->left = place;
    s->at = offset(paper, line) + at;
    for (; at < line.size && blanks < 2; at++) {
      blanks = line.data[at] == ' ' ? blanks + 1 : 0;
      place += ((unsigned char)line.data[at] & 0xC0) != 0x80;
    }
    s->right = place - blanks;
    s->end = offset(paper, line) + at - blanks;
    s->number = is_number(paper->text.data + s->at, s->end - s->at);
    row->count++;
  }
}

static bool is_data(const struct row *row)
{
  size_t numbers = 0;

  for (size_t i = 0; i < row->count; i++)
    numbers += row->segments[i].number;
  return row->count > 1 && numbers > 0;
}

struct columns {
  size_t left[SEGMENTS_MOST], right[SEGMENTS_MOST], count;
};

static void take_column(struct columns *columns, size_t at)
{
  for (size_t i = at; i + 1 < columns->count; i++) {
    columns->left[i] = columns->left[i + 1];
    columns->right[i] = columns->right[i + 1];
  }
  columns->count--;
}

/* S becomes part of the columns that it touches, which become one, or a new one. */
static void widen(struct columns *columns, const struct segment *s)
{
  size_t at = 0;

  while (at < columns->count && columns->right[at] <= s->left)
    at++;
  if (at < columns->count && columns->left[at] < s->right) {
    columns->left[at] = s->left < columns->left[at] ? s->left : columns->left[at];
    columns->right[at] = s->right > columns->right[at] ? s->right : columns->right[at];
    while (at + 1 < columns->count && columns->left[at + 1] < columns->right[at]) {
      if (columns->right[at + 1] > columns->right[at])
        columns->right[at] = columns->right[at + 1];
      take_column(columns, at + 1);
    }
    return;
  }
  if (columns->count == SEGMENTS_MOST)
    return;
  for (size_t i = columns->count++; i > at; i--) {
    columns->left[i] = columns->left[i - 1];
    columns->right[i] = columns->right[i - 1];
  }
  columns->left[at] = s->left;
  columns->right[at] = s->right;
}

/* The column that S lies over, else the nearest. */
static size_t column_of(const struct columns *columns, const struct segment *s)
{
  size_t best = 0, least = SIZE_MAX, middle = (s->left + s->right) / 2;

  for (size_t i = 0; i < columns->count; i++) {
    size_t own = (columns->left[i] + columns->right[i]) / 2;
    size_t far = own > middle ? own - middle : middle - own;

    if (s->left < columns->right[i] && columns->left[i] < s->right)
      far = far < 4 ? 0 : far / 4;
    if (far < least) {
      least = far;
      best = i;
    }
  }
  return best;
}

static void fill(struct pst_paper *paper, size_t from, const struct row *rows, size_t count,
                 const struct columns *columns)
{
  struct pst_paper_grid *grid = pst_paper_grid_begin(paper, count, columns->count);

  for (size_t r = 0; r < count && grid != NULL; r++)
    for (size_t i = 0; i < rows[r].count && !paper->failed; i++) {
      size_t c = column_of(columns, &rows[r].segments[i]);

      if (grid->cells[r * grid->columns + c].size == 0)
        pst_paper_grid_put(paper, grid, r, c, rows[r].segments[i].at, rows[r].segments[i].end);
    }
  if (grid == NULL || paper->failed)
    return;
  grid->at = paper->lines[from];
  grid->end = offset(paper, pst_paper_line(paper, from + count - 1))
              + pst_paper_line(paper, from + count - 1).size;
  pst_paper_grid_end(paper, grid);
}

/* Lines from FROM on that have cells far from each other; how many, 0 when they are no table. */
static size_t laid_out(struct pst_paper *paper, size_t from)
{
  struct pst_arena own = PST_ARENA_EMPTY;
  struct row *rows = pst_arena_array(&own, ROWS_MOST, sizeof *rows);
  struct columns columns = {.count = 0};
  size_t count = 0, data = 0, beside;

  if (rows == NULL)
    return paper->failed = true, 0;
  while (count < ROWS_MOST && from + count < paper->line_count) {
    cut(paper, pst_paper_line(paper, from + count), &rows[count]);
    if (rows[count].count < 2)
      break;
    data += is_data(&rows[count]);
    count++;
  }
  for (size_t r = 0; r < count; r++)
    for (size_t i = 0; is_data(&rows[r]) && i < rows[r].count; i++)
      widen(&columns, &rows[r].segments[i]);
  if (count < 3 || 2 * data < count || columns.count < 2)
    count = columns.count = 0;
  beside = pst_paper_words_at(paper, from, columns.count);
  if (beside > from)
    count = beside - from;
  else if (count > 0)
    fill(paper, from, rows, count, &columns);
  pst_arena_free(&own);
  return count;
}

/* --- which ----------------------------------------------------------------------------------------- */

static size_t run_of(const struct pst_paper *paper, size_t line, char c)
{
  size_t end = line;

  while (end < paper->line_count && has(pst_paper_line(paper, end), c))
    end++;
  return end;
}

/* Two blanks or more between other characters. */
static bool has_gap(struct pst_text line)
{
  struct pst_text text = pst_text_trim(line);

  for (size_t i = 0; i + 1 < text.size; i++)
    if (text.data[i] == ' ' && text.data[i + 1] == ' ')
      return true;
  return false;
}

size_t pst_paper_table_at(struct pst_paper *paper, size_t line)
{
  struct pst_text text = pst_paper_line(paper, line);
  size_t end;

  if (has(text, '|') && line + 1 < paper->line_count && is_rule(pst_paper_line(paper, line + 1))) {
    end = run_of(paper, line, '|');
    make_grid(paper, line, end, '|');
    return end;
  }
  if (has(text, '\t')) {
    end = run_of(paper, line, '\t');
    if (end < line + 2)
      return line;
    make_grid(paper, line, end, '\t');
    return end;
  }
  return has_gap(text) ? line + laid_out(paper, line) : pst_paper_words_at(paper, line, 0);
}
