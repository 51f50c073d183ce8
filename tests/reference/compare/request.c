/* request.c -- what a run of driver_compare is asked, read from its options and its standard input. */
#include "request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void read_probs(const char *text, struct request *request)
{
  char *end;

  while (*text != '\0' && request->n_probs < MOST_PROBS) {
    request->probs[request->n_probs++] = strtod(text, &end);
    text = *end == ',' ? end + 1 : end + strlen(end);
  }
}

static bool read_number(const char *option, struct pst_test *test)
{
  if (strncmp(option, "level=", 6) == 0)
    test->conf_level = strtod(option + 6, NULL);
  else if (strncmp(option, "permutations=", 13) == 0)
    test->permutations = strtoul(option + 13, NULL, 10);
  else if (strncmp(option, "seed=", 5) == 0)
    test->seed = strtoul(option + 5, NULL, 10);
  else if (strncmp(option, "threads=", 8) == 0)
    test->threads = strtoul(option + 8, NULL, 10);
  else
    return false;
  return true;
}

/* Options that are one word: each sets one value. */
static bool read_word(const char *option, struct request *request)
{
  const struct {
    const char *word;
    int *to;
    int value;
  } words[] = {
      {"continuity=yes", (int *)&request->test.continuity, PST_CONTINUITY_YES},
      {"continuity=no", (int *)&request->test.continuity, PST_CONTINUITY_NO},
      {"p=asymptotic", (int *)&request->test.p_kind, PST_P_ASYMPTOTIC},
      {"p=exact", (int *)&request->test.p_kind, PST_P_EXACT},
      {"p=permutation", (int *)&request->test.p_kind, PST_P_PERMUTATION},
      {"alternative=less", (int *)&request->test.alternative, PST_LESS},
      {"alternative=greater", (int *)&request->test.alternative, PST_GREATER},
      {"adjust=holm", (int *)&request->adjust, PST_ADJUST_HOLM},
      {"adjust=bh", (int *)&request->adjust, PST_ADJUST_BH},
  };

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcmp(option, words[i].word) == 0) {
      *words[i].to = words[i].value;
      return true;
    }
  return false;
}

void request_option(const char *option, struct request *request)
{
  if (read_number(option, &request->test) || read_word(option, request))
    return;
  if (strncmp(option, "probs=", 6) == 0)
    read_probs(option + 6, request);
  else if (strncmp(option, "statistic=", 10) == 0)
    request->median = strcmp(option + 10, "median") == 0;
  else {
    fprintf(stderr, "driver_compare: unknown option %s\n", option);
    exit(2);
  }
}

void request_row(char *line, struct input *input)
{
  double cells[MOST_COLUMNS];
  size_t count = 0;
  char *rest = NULL;
  double *grown;

  for (char *word = strtok_r(line, " \n", &rest); word != NULL && count < MOST_COLUMNS;
       word = strtok_r(NULL, " \n", &rest))
    cells[count++] = strtod(word, NULL);
  if (count == 0)
    return;
  if (input->rows == 0)
    input->columns = count;
  grown = realloc(input->cells, (input->rows + 1) * input->columns * sizeof *grown);
  if (grown == NULL || count != input->columns) {
    fputs("driver_compare: rows of different length, or out of memory\n", stderr);
    exit(4);
  }
  input->cells = grown;
  memcpy(grown + input->rows * input->columns, cells, count * sizeof *cells);
  input->rows++;
}
