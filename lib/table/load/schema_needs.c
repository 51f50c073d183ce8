/* schema_needs.c -- of the text of a datapackage.json, the members that a schema is read from. */
#include "table/load/schema_needs.h"

#include <string.h>

/* What a value is. DROPPED and WHOLE hold for all that is in it. */
enum level { DROPPED, WHOLE, PACKAGE, RESOURCES, RESOURCE, SCHEMA, FIELDS, FIELD };

static const struct {
  enum level in;
  const char *name;
  enum level value;
} members[] = {
    {PACKAGE, "resources", RESOURCES},
    {RESOURCE, "path", WHOLE},
    {RESOURCE, "schema", SCHEMA},
    {SCHEMA, "fields", FIELDS},
    {SCHEMA, "primaryKey", WHOLE},
    {SCHEMA, "missingValues", WHOLE},
    {FIELD, "name", WHOLE},
    {FIELD, "type", WHOLE},
    {FIELD, "title", WHOLE},
    {FIELD, "unit", WHOLE},
    {FIELD, "decimalChar", WHOLE},
    {FIELD, "groupChar", WHOLE},
};

enum { DEEPEST = 32, LONGEST_NUMBER = 15 };

struct walk {
  const char *at, *end;
  struct pst_buffer *out;
  struct {
    char close;
    enum level level;
    bool any; /* a member of it was put */
  } open[DEEPEST];
  size_t depth;
  enum level next; /* of the value to come */
};

static void skip_blanks(struct walk *walk)
{
  while (walk->at < walk->end
         && (*walk->at == ' ' || *walk->at == '\n' || *walk->at == '\t' || *walk->at == '\r'))
    walk->at++;
}

/* A string with its quotes; of no size where it is not plain. */
static struct pst_text take_string(struct walk *walk)
{
  const char *start = walk->at, *at = start + 1;

  for (; at < walk->end && *at != '"'; at++) {
    if ((unsigned char)*at < 0x20)
      return (struct pst_text){.data = start, .size = 0};
    if (*at == '\\' && (++at == walk->end || strchr("\"\\/bfnrt", *at) == NULL || *at == '\0'))
      return (struct pst_text){.data = start, .size = 0};
  }
  if (at == walk->end)
    return (struct pst_text){.data = start, .size = 0};
  walk->at = at + 1;
  return (struct pst_text){.data = start, .size = (size_t)(walk->at - start)};
}

static size_t count_digits(const char *at, const char *end)
{
  const char *start = at;

  while (at < end && *at >= '0' && *at <= '9')
    at++;
  return (size_t)(at - start);
}

/* A number without an exponent, or a word of JSON; of no size where it is neither. */
static struct pst_text take_word(struct walk *walk)
{
  static const char *const words[] = {"true", "false", "null"};
  struct pst_text rest = {.data = walk->at, .size = (size_t)(walk->end - walk->at)};
  const char *at = walk->at;
  size_t digits;

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (pst_text_begins(rest, words[i])) {
      walk->at += strlen(words[i]);
      return (struct pst_text){.data = rest.data, .size = strlen(words[i])};
    }
  at += *at == '-';
  digits = count_digits(at, walk->end);
  if (digits == 0 || digits > LONGEST_NUMBER || (digits > 1 && *at == '0'))
    return (struct pst_text){.data = rest.data, .size = 0};
  at += digits;
  if (at < walk->end && *at == '.') {
    digits = count_digits(at + 1, walk->end);
    if (digits == 0)
      return (struct pst_text){.data = rest.data, .size = 0};
    at += 1 + digits;
  }
  walk->at = at;
  return (struct pst_text){.data = rest.data, .size = (size_t)(at - rest.data)};
}

static enum level member_level(enum level in, struct pst_text quoted)
{
  struct pst_text name = {.data = quoted.data + 1, .size = quoted.size - 2};

  if (in == DROPPED || in == WHOLE)
    return in;
  for (size_t i = 0; i < sizeof members / sizeof *members; i++)
    if (members[i].in == in && pst_text_is(name, members[i].name))
      return members[i].value;
  return DROPPED;
}

static enum level item_level(enum level in)
{
  return in == RESOURCES ? RESOURCE : in == FIELDS ? FIELD : in;
}

static bool is_list(enum level level)
{
  return level == RESOURCES || level == FIELDS;
}

/* A member or an item is put: a comma before it, where others were. */
static void put_between(struct walk *walk)
{
  if (walk->depth == 0)
    return;
  if (walk->open[walk->depth - 1].any)
    pst_buffer_putc(walk->out, ',');
  walk->open[walk->depth - 1].any = true;
}

/* The name of a member and its colon.  A name with a backslash may be one of those that are asked for. */
static bool walk_name(struct walk *walk)
{
  struct pst_text name = {.size = 0};

  skip_blanks(walk);
  if (walk->at < walk->end && *walk->at == '"')
    name = take_string(walk);
  if (name.size == 0 || memchr(name.data, '\\', name.size) != NULL)
    return false;
  skip_blanks(walk);
  if (walk->at == walk->end || *walk->at++ != ':')
    return false;
  walk->next = member_level(walk->open[walk->depth - 1].level, name);
  if (walk->next != DROPPED) {
    put_between(walk);
    pst_buffer_add(walk->out, name.data, name.size);
    pst_buffer_putc(walk->out, ':');
  }
  return true;
}

/* What comes after '{', '[' or a comma inside them, up to a value. */
static bool walk_to_value(struct walk *walk)
{
  if (walk->open[walk->depth - 1].close == '}')
    return walk_name(walk);
  walk->next = item_level(walk->open[walk->depth - 1].level);
  if (walk->next != DROPPED)
    put_between(walk);
  return true;
}

static void close_one(struct walk *walk)
{
  if (walk->open[--walk->depth].level != DROPPED)
    pst_buffer_putc(walk->out, walk->open[walk->depth].close);
  walk->at++;
}

/* A list where an object is asked for, and the other way round, is left to who parses it. */
static bool open_one(struct walk *walk)
{
  enum level level = walk->next;
  bool list = *walk->at == '[';

  if (walk->depth == DEEPEST)
    return false;
  if (level > WHOLE && list != is_list(level))
    level = WHOLE;
  if (level != DROPPED)
    pst_buffer_putc(walk->out, *walk->at);
  walk->open[walk->depth].close = list ? ']' : '}';
  walk->open[walk->depth].level = level;
  walk->open[walk->depth++].any = false;
  walk->at++;
  skip_blanks(walk);
  if (walk->at < walk->end && *walk->at == walk->open[walk->depth - 1].close)
    close_one(walk);
  else if (!walk_to_value(walk))
    return false;
  return true;
}

/* A value up to its end, or an object or a list up to the first value inside. */
static bool walk_value(struct walk *walk)
{
  struct pst_text value;

  skip_blanks(walk);
  if (walk->at == walk->end)
    return false;
  if (*walk->at == '{' || *walk->at == '[')
    return open_one(walk);
  value = *walk->at == '"' ? take_string(walk) : take_word(walk);
  if (walk->next != DROPPED)
    pst_buffer_add(walk->out, value.data, value.size);
  return value.size > 0;
}

/* After a value: the ends of what it was in, and what leads to the next. */
static bool walk_on(struct walk *walk)
{
  skip_blanks(walk);
  while (walk->depth > 0 && walk->at < walk->end
         && *walk->at == walk->open[walk->depth - 1].close) {
    close_one(walk);
    skip_blanks(walk);
  }
  if (walk->depth == 0)
    return true;
  return walk->at < walk->end && *walk->at++ == ',' && walk_to_value(walk);
}

bool pst_schema_needs(struct pst_text text, struct pst_buffer *out)
{
  struct walk walk = {.out = out, .next = PACKAGE};
  size_t bad;

  if (text.size == 0) /* of an empty file there may be no first byte to point at */
    return false;
  walk.at = text.data;
  walk.end = text.data + text.size;
  skip_blanks(&walk);
  if (walk.at == walk.end || *walk.at != '{' || !pst_utf8_valid(text, &bad))
    return false;
  do {
    size_t before = walk.depth;

    if (!walk_value(&walk))
      return false;
    /* An object that was opened has its first value to come. */
    if (walk.depth > before)
      continue;
    if (!walk_on(&walk))
      return false;
  } while (walk.depth > 0);
  return walk.at == walk.end && !out->failed;
}
