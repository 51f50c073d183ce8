/* where.c -- the conditions of a table of a claims file: which rows are left, and why none is. */
#include "claim/data/where.h"

#include <stdlib.h>
#include <string.h>

#include "interval/period/period_step.h"
#include "table/columns.h"

struct filter {
  struct pst_data *data;
  struct pst_source *source;
  bool *keep; /* of each row */
};

/* One condition, and what the cells of its column are. */
struct condition {
  const struct pst_where_syntax *where;
  const struct pst_column *column;
  const struct pst_dictionary *cells;
  bool *pass;                /* of each cell */
  size_t passed, fit;        /* cells that pass; that can be compared at all */
  enum pst_period_kind kind; /* of the text, where texts are put in order */
  double start;
  unsigned open; /* the first cell of which it is not decided, or PST_CODE_MISSING */
};

static bool related(int order, enum pst_relation relation)
{
  switch (relation) {
  case PST_IS_EQUAL:
    return order == 0;
  case PST_IS_NOT_EQUAL:
    return order != 0;
  case PST_IS_LESS:
    return order < 0;
  case PST_IS_AT_MOST:
    return order <= 0;
  case PST_IS_MORE:
    return order > 0;
  case PST_IS_AT_LEAST:
    break;
  }
  return order >= 0;
}

static bool is_ordered(const struct pst_where_syntax *where)
{
  return where->relation != PST_IS_EQUAL && where->relation != PST_IS_NOT_EQUAL;
}

/* --- what a cell does ---------------------------------------------------------------------------- */

/* Against a number: a number, or a bounded cell where its bounds decide. */
static enum pst_truth number_passes(const struct condition *condition,
                                    const struct pst_digits *digits, struct pst_text cell,
                                    struct pst_exact *scratch, bool *fits)
{
  const struct pst_where_syntax *where = condition->where;
  struct pst_range point = pst_range_point(where->number), range;
  struct pst_rational number;
  bool printed;

  *fits = true;
  if (pst_digits_rational(digits, scratch, cell, &number, NULL))
    return related(pst_rational_compare(number, where->number), where->relation) ? PST_TRUTH_YES
                                                                                 : PST_TRUTH_NO;
  *fits = pst_digits_range(digits, scratch, cell, &range, &printed, &number)
          || (is_ordered(where) && pst_digits_said(digits, scratch, cell, &range));
  if (!*fits)
    return PST_TRUTH_NO;
  range = pst_range_subtract(scratch, &range, &point);
  return pst_range_sign(&range, where->relation);
}

/* As they are written, or as periods: 2015Q1 is 2015-Q1. */
static bool is_same(struct pst_text a, struct pst_text b)
{
  char x[PST_PERIOD_SIZE], y[PST_PERIOD_SIZE];

  return pst_text_equal(a, b)
         || (pst_period_respell(a, x) && pst_period_respell(b, y) && strcmp(x, y) == 0);
}

static enum pst_truth text_passes(const struct condition *condition, struct pst_text cell,
                                  bool *fits)
{
  const struct pst_where_syntax *where = condition->where;
  enum pst_period_kind kind;
  double start;
  bool passes;

  *fits = true;
  if (!is_ordered(where)) {
    passes = is_same(cell, where->text) == (where->relation == PST_IS_EQUAL);
    return passes ? PST_TRUTH_YES : PST_TRUTH_NO;
  }
  *fits = pst_period_parse(cell, &kind, &start) && kind == condition->kind;
  passes =
      *fits && related((start > condition->start) - (start < condition->start), where->relation);
  return passes ? PST_TRUTH_YES : PST_TRUTH_NO;
}

static void test_cells(struct condition *condition, const struct pst_digits *digits,
                       const bool *used, struct pst_arena *arena)
{
  for (unsigned c = 0; c < condition->cells->count; c++) {
    struct pst_arena_mark mark = pst_arena_mark(arena);
    struct pst_exact scratch = {.arena = arena};
    struct pst_text cell = condition->cells->texts[c];
    enum pst_truth truth;
    bool fits;

    if (used[c]) {
      truth = condition->where->is_text ? text_passes(condition, cell, &fits)
                                        : number_passes(condition, digits, cell, &scratch, &fits);
      condition->pass[c] = truth == PST_TRUTH_YES;
      condition->passed += condition->pass[c];
      condition->fit += fits;
      if (truth == PST_TRUTH_UNDECIDED && condition->open == PST_CODE_MISSING)
        condition->open = c;
    }
    pst_arena_release(arena, mark);
  }
}

/* --- why none passes ------------------------------------------------------------------------------ */

static bool fail(struct filter *filter, const struct condition *condition, const char *what)
{
  const struct pst_where_syntax *where = condition->where;

  pst_source_fail(filter->source, where->at, "the column %.*s: %s", (int)where->column.size,
                  where->column.data, what);
  filter->data->error = filter->source->error_count;
  return true;
}

static const char *format_near(struct filter *filter, const struct condition *condition,
                               const bool *used, bool *near)
{
  const struct pst_where_syntax *where = condition->where;
  const struct pst_dictionary *cells = condition->cells;
  const char **names = pst_arena_array(filter->source->arena, cells->count + 1, sizeof *names);
  const char *text;
  size_t count = 0, found;

  for (unsigned c = 0; names != NULL && c < cells->count; c++)
    if (used[c])
      names[count++] = pst_dictionary_string(cells, c);
  found = names == NULL || count > 200000 ? count : pst_text_near(where->text, names, count);
  *near = found < count;
  if (*near)
    text = pst_arena_format(filter->source->arena, "it has no \"%.*s\"; did you mean \"%s\"?",
                            (int)where->text.size, where->text.data, names[found]);
  else
    text =
        pst_arena_format(filter->source->arena, "it has no \"%.*s\"; it has %s%s%s%s%s",
                         (int)where->text.size, where->text.data, count > 0 ? names[0] : "no value",
                         count > 1 ? ", " : "", count > 1 ? names[1] : "", count > 2 ? ", " : "",
                         count > 3   ? "..."
                         : count > 2 ? names[2]
                                     : "");
  return text == NULL ? "" : text;
}

/* The first cell that is used, for an example. */
static const char *example(const struct condition *condition, const bool *used)
{
  unsigned c = 0;

  while (c < condition->cells->count && !used[c])
    c++;
  return c < condition->cells->count ? pst_dictionary_string(condition->cells, c) : "";
}

/* A number beside texts, or a period beside what is none. */
static bool fail_unfit(struct filter *filter, const struct condition *condition, const bool *used)
{
  const char *cell = example(condition, used), *text;

  if (condition->where->is_text)
    text = pst_arena_format(filter->source->arena, "no cell of it is a %s; it has '%.60s'",
                            pst_period_name(condition->kind), cell);
  else
    text = pst_arena_format(
        filter->source->arena,
        "it holds text, such as '%.60s', and no number; a text stands in quotes", cell);
  return fail(filter, condition, text == NULL ? "" : text);
}

static bool fail_value(struct filter *filter, const struct condition *condition, const bool *used)
{
  bool near;

  if (condition->where->is_text && !is_ordered(condition->where))
    return fail(filter, condition, format_near(filter, condition, used, &near));
  return fail(filter, condition,
              "no cell of it passes; if the table may be empty, say so below it: may be "
              "empty");
}

/* Texts have an order only where they are periods. */
static bool check_order(struct filter *filter, struct condition *condition)
{
  struct pst_exact scratch = {.arena = filter->source->arena};
  const struct pst_where_syntax *where = condition->where;
  struct pst_rational number;

  if (!where->is_text || !is_ordered(where)
      || pst_period_parse(where->text, &condition->kind, &condition->start))
    return true;
  fail(filter, condition,
       pst_rational_parse(&scratch, where->text, &number, NULL)
           ? "a number in quotes is a text, and texts have no order; write it without quotes"
           : "texts have no order; only periods have, such as \"2015\" or \"2015-04\"");
  return false;
}

/* What is wrong with a condition that has been tried; the value of != may be misspelt too. */
static void judge(struct filter *filter, const struct condition *condition, const bool *used)
{
  const struct pst_where_syntax *where = condition->where;
  const char *text;
  bool near = false;

  if (condition->open != PST_CODE_MISSING) {
    text = pst_arena_format(filter->source->arena, "whether '%.60s' passes is not decided",
                            pst_dictionary_string(condition->cells, condition->open));
    fail(filter, condition, text == NULL ? "" : text);
  } else if (condition->fit == 0) {
    fail_unfit(filter, condition, used);
  } else if (condition->passed == 0 && !filter->data->syntax->may_be_empty) {
    fail_value(filter, condition, used);
  } else if (where->is_text && where->relation == PST_IS_NOT_EQUAL
             && condition->passed == condition->fit) {
    text = format_near(filter, condition, used, &near);
    if (near)
      fail(filter, condition, text);
  }
}

/* --- rows ---------------------------------------------------------------------------------------- */

static bool apply(struct filter *filter, const struct pst_where_syntax *where,
                  const struct pst_column *column)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  const size_t n = filter->data->table.n_rows;
  struct condition condition = {.where = where,
                                .column = column,
                                .cells = pst_column_texts(column),
                                .open = PST_CODE_MISSING};
  const struct pst_digits none = {.decimal.data = NULL};
  bool *used = pst_arena_array(&arena, condition.cells->count + 1, sizeof *used), any = false;

  condition.pass = pst_arena_array(&arena, condition.cells->count + 1, sizeof *condition.pass);
  if (used != NULL && condition.pass != NULL && check_order(filter, &condition)) {
    for (size_t r = 0; r < n; r++) {
      if (pst_column_code(column, r) != PST_CODE_MISSING)
        any = used[pst_column_code(column, r)] = true;
    }
    test_cells(&condition,
               pst_text_equal(where->column, filter->data->syntax->value) ? &filter->data->digits
                                                                          : &none,
               used, &arena);
    if (any)
      judge(filter, &condition, used);
    for (size_t r = 0; r < n; r++)
      filter->keep[r] = filter->keep[r] && pst_column_code(column, r) != PST_CODE_MISSING
                        && condition.pass[pst_column_code(column, r)];
  }
  pst_arena_free(&arena);
  return used != NULL && condition.pass != NULL;
}

static void check_rows(struct filter *filter)
{
  const struct pst_table_syntax *syntax = filter->data->syntax;

  if (filter->data->table.n_rows > 0 || syntax->may_be_empty || filter->data->error != 0)
    return;
  pst_source_fail(filter->source, syntax->file_at,
                  "%s%s; if it may be empty, say so below the table: "
                  "may be empty",
                  filter->data->path,
                  syntax->where_count > 0 ? " has no row that passes every where" : " has no rows");
  filter->data->error = filter->source->error_count;
}

bool pst_where_filter(struct pst_data *data, const size_t *columns, struct pst_source *source)
{
  struct filter filter = {.data = data, .source = source};
  const struct pst_table_syntax *syntax = data->syntax;
  bool good = true;

  if (syntax->where_count > 0) {
    filter.keep = malloc(data->table.n_rows + 1);
    if (filter.keep == NULL)
      return false;
    memset(filter.keep, 1, data->table.n_rows + 1);
    for (size_t w = 0; w < syntax->where_count && good && data->error == 0; w++)
      good = apply(&filter, &syntax->wheres[w], &data->table.columns[columns[w]]);
    if (good && data->error == 0)
      pst_table_keep(&data->table, filter.keep);
    free(filter.keep);
  }
  if (good)
    check_rows(&filter);
  return good;
}
