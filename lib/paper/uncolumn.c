/* uncolumn.c -- text that was set in two columns: read one below the other. */
#include "paper/uncolumn.h"

#include <string.h>

#include "base/array.h"
#include "paper/parts.h"

enum { WIDTH_MOST = 400, LEFT_LEAST = 16, LINES_LEAST = 6, WORDS_OF_PROSE = 4, PASSES = 2 };

/* A line, or a part of one, and where it stands in the text. */
struct piece {
  struct pst_text text;
  size_t line, column; /* column: characters before it */
  bool opens;          /* the first of a block: of a page, or a column */
};

struct pieces {
  struct pst_arena *arena;
  struct piece *items;
  size_t count, capacity;
  bool failed, split;
};

static void add(struct pieces *list, struct piece piece)
{
  list->failed =
      list->failed || !PST_ARRAY_ROOM_IN(list->arena, list->items, list->capacity, list->count + 1);
  if (!list->failed)
    list->items[list->count++] = piece;
}

/* --- a line as characters --------------------------------------------------------------------------- */

static bool begins_character(char c)
{
  return ((unsigned char)c & 0xC0) != 0x80;
}

/* The byte of TEXT where character PLACE begins; its size when it is shorter. */
static size_t byte_of(struct pst_text text, size_t place)
{
  size_t at = 0, seen = 0;

  for (; at < text.size; at++)
    if (begins_character(text.data[at]) && seen++ == place)
      break;
  return at;
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\f' || c == '\t';
}

static struct pst_text behind(struct pst_text text, size_t at)
{
  return (struct pst_text){text.data + at, text.size - at};
}

static bool is_empty(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if (!is_blank(text.data[i]))
      return false;
  return true;
}

/* How a line stands to a gap that ends before character PLACE. */
struct halves {
  struct pst_text left, right;
  bool crosses, aligned; /* aligned: the right half begins at PLACE */
};

static struct halves cut(struct pst_text line, size_t place)
{
  const size_t at = byte_of(line, place);
  struct halves halves = {.left = {line.data, at}, .right = behind(line, at)};

  if (is_empty(halves.right))
    return halves;
  halves.crosses = at >= 2 && (!is_blank(line.data[at - 1]) || !is_blank(line.data[at - 2]));
  halves.aligned = !is_blank(line.data[at]);
  return halves;
}

/* Words of letters: a cell of a table has few. */
static bool is_prose(struct pst_text text)
{
  size_t words = 0, letters = 0;

  for (size_t i = 0; i <= text.size; i++) {
    const char c = i < text.size ? text.data[i] : ' ';

    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80) {
      letters++;
      continue;
    }
    words += letters >= 2;
    letters = 0;
  }
  return words >= WORDS_OF_PROSE;
}

/* --- the gap ---------------------------------------------------------------------------------------- */

/* Where text begins behind two blanks or more that stand behind text. */
static void count_starts(struct pst_text line, size_t starts[WIDTH_MOST])
{
  size_t place = 0, blanks = 0;
  bool text = false;

  for (size_t i = 0; i < line.size && place < WIDTH_MOST; i++) {
    if (!begins_character(line.data[i]))
      continue;
    if (is_blank(line.data[i])) {
      blanks++;
    } else {
      starts[place] += text && blanks >= 2;
      text = true;
      blanks = 0;
    }
    place++;
  }
}

struct gap {
  size_t both, crossing, aligned, left, right; /* lines; of prose on the left, on the right */
};

static struct gap look_at(const struct piece *pieces, size_t count, size_t place)
{
  struct gap gap = {0};

  for (size_t i = 0; i < count; i++) {
    const struct halves halves = cut(pieces[i].text, place);

    gap.crossing += halves.crosses;
    if (halves.crosses || is_empty(halves.right) || is_empty(halves.left))
      continue;
    gap.both++;
    gap.aligned += halves.aligned;
    gap.left += is_prose(halves.left);
    gap.right += is_prose(halves.right);
  }
  return gap;
}

/* Prose on both sides of most lines, and the right side begins at one place. */
static bool is_gap(const struct gap *gap)
{
  return gap->both >= LINES_LEAST && gap->crossing <= gap->both && 2 * gap->aligned >= gap->both
         && 5 * gap->left >= 2 * gap->both && 5 * gap->right >= 2 * gap->both;
}

/* The place where the right column of the lines begins; 0: there is none. */
static size_t find_gap(const struct piece *pieces, size_t count)
{
  size_t starts[WIDTH_MOST] = {0}, best = 0, most = 0;

  for (size_t i = 0; i < count; i++)
    count_starts(pieces[i].text, starts);
  for (size_t place = LEFT_LEAST; place < WIDTH_MOST; place++) {
    struct gap gap;

    if (starts[place] < LINES_LEAST / 2 || starts[place] < most / 2)
      continue;
    gap = look_at(pieces, count, place);
    if (is_gap(&gap) && gap.aligned > most) {
      best = place;
      most = gap.aligned;
    }
  }
  return best;
}

/* --- columns ---------------------------------------------------------------------------------------- */

/* One side of the lines, as a block of its own. */
static void add_side(struct pieces *out, const struct piece *pieces, size_t count, size_t place,
                     bool right)
{
  for (size_t i = 0; i < count; i++) {
    const struct halves halves = cut(pieces[i].text, place);

    add(out, (struct piece){.text = right ? halves.right : halves.left,
                            .line = pieces[i].line,
                            .column = pieces[i].column + (right ? place : 0),
                            .opens = i == 0});
  }
  if (count > 0) /* a blank line ends the column */
    add(out, (struct piece){.text = {pieces[0].text.data, 0}, .line = pieces[count - 1].line});
}

static bool has_right(const struct piece *pieces, size_t count, size_t place)
{
  for (size_t i = 0; i < count; i++)
    if (!is_empty(cut(pieces[i].text, place).right))
      return true;
  return false;
}

/* Lines of a block that stand between those that run over both columns. */
static void add_zone(struct pieces *out, const struct piece *pieces, size_t count, size_t place)
{
  if (has_right(pieces, count, place)) {
    add_side(out, pieces, count, place, false);
    add_side(out, pieces, count, place, true);
    out->split = true;
    return;
  }
  for (size_t i = 0; i < count; i++)
    add(out, pieces[i]);
}

static void add_block(struct pieces *out, const struct piece *pieces, size_t count)
{
  const size_t place = find_gap(pieces, count);
  size_t from = 0;

  for (size_t i = 0; i <= count; i++) {
    if (i < count && place > 0 && !cut(pieces[i].text, place).crosses)
      continue;
    if (place > 0)
      add_zone(out, pieces + from, i - from, place);
    if (i < count)
      add(out, pieces[i]);
    from = i + 1;
  }
}

/* Block by block: pages, then what they were taken apart into. */
static struct pieces take_apart(const struct pieces *list)
{
  struct pieces out = {.arena = list->arena};
  size_t from = 0;

  for (size_t i = 1; i <= list->count && !out.failed; i++)
    if (i == list->count || list->items[i].opens) {
      add_block(&out, list->items + from, i - from);
      from = i;
    }
  return out;
}

/* --- the text --------------------------------------------------------------------------------------- */

static void list_lines(const struct pst_paper *paper, struct pieces *list)
{
  struct pst_text rest = paper->text;

  for (size_t line = 0; rest.size > 0 && !list->failed; line++) {
    const char *end = memchr(rest.data, '\n', rest.size);
    size_t size = end == NULL ? rest.size : (size_t)(end - rest.data), next = size + (end != NULL);

    while (size > 0 && rest.data[size - 1] == '\r')
      size--;
    add(list, (struct piece){.text = {rest.data, size},
                             .line = line,
                             .opens = line == 0 || (size > 0 && rest.data[0] == '\f')});
    rest = behind(rest, next);
  }
}

static enum pst_status put_together(struct pst_paper *paper, const struct pieces *list,
                                    struct pst_error *error)
{
  size_t size = 0, at = 0;
  char *text;

  for (size_t i = 0; i < list->count; i++)
    size += list->items[i].text.size + 1;
  text = pst_arena_array(&paper->arena, size + 1, 1);
  paper->origins = pst_arena_array(&paper->arena, list->count + 2, sizeof *paper->origins);
  if (text == NULL || paper->origins == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < list->count; i++) {
    const struct piece *piece = &list->items[i];

    if (piece->text.size > 0)
      memcpy(text + at, piece->text.data, piece->text.size);
    at += piece->text.size;
    text[at++] = '\n';
    paper->origins[i] = (struct pst_paper_origin){piece->line, piece->column};
  }
  paper->text = (struct pst_text){text, at};
  return PST_OK;
}

enum pst_status pst_paper_uncolumn(struct pst_paper *paper, struct pst_error *error)
{
  struct pst_arena own = PST_ARENA_EMPTY;
  struct pieces list = {.arena = &own};
  enum pst_status status = PST_OK;
  bool split = false;

  list_lines(paper, &list);
  for (int pass = 0; pass < PASSES && !list.failed; pass++) {
    list = take_apart(&list);
    split = split || list.split;
  }
  if (list.failed)
    status = pst_fail_memory(error);
  else if (split)
    status = put_together(paper, &list, error);
  pst_arena_free(&own);
  return status;
}
