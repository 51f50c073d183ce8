/* sniff.c -- which delimiter a file uses, from its first bytes. */
#include "table/read/sniff.h"

enum { LINES_MOST = 100, COMMA = 0, SEMICOLON = 1, TAB = 2, N_CANDIDATES = 4 };

static const char candidates[N_CANDIDATES] = {',', ';', '\t', '|'};

struct tally {
  size_t now[N_CANDIDATES];   /* in the line being read */
  size_t first[N_CANDIDATES]; /* in the first line */
  size_t same[N_CANDIDATES];  /* lines with as many as the first */
  size_t lines;
  size_t tight; /* commas of the line being read that no blank follows: a sentence has the others */
  bool comma_after_tab; /* in some line */
};

static void end_line(struct tally *tally, bool blank)
{
  for (int c = 0; c < N_CANDIDATES && !blank; c++) {
    if (tally->lines == 0)
      tally->first[c] = tally->now[c];
    tally->same[c] += tally->now[c] == tally->first[c];
    tally->now[c] = 0;
  }
  tally->lines += !blank;
}

/* Quotes, line ends and candidates; other bytes say nothing. */
static bool says_nothing(char byte)
{
  static const bool says[256] = {['"'] = true, ['\n'] = true, ['\r'] = true, [','] = true,
                                 [';'] = true, ['\t'] = true, ['|'] = true};

  return !says[(unsigned char)byte];
}

static void take(struct tally *tally, char byte)
{
  tally->comma_after_tab = tally->comma_after_tab || (byte == ',' && tally->now[TAB] > 0);
  for (int c = 0; c < N_CANDIDATES; c++)
    tally->now[c] += byte == candidates[c];
}

/* Most lines that agree; among equals the one that occurs most in a line, then the order above.
   Where all commas stand before the first tab, they part keys in one cell (`A,PC,AT<tab>3.5`). */
static char choose(const struct tally *tally)
{
  int best = -1;

  for (int c = 0; c < N_CANDIDATES; c++) {
    if (tally->first[c] == 0)
      continue;
    if (best < 0 || tally->same[c] > tally->same[best]
        || (tally->same[c] == tally->same[best] && tally->first[c] > tally->first[best]))
      best = c;
  }
  if (best == COMMA && tally->first[TAB] > 0 && tally->same[TAB] == tally->same[COMMA]
      && !tally->comma_after_tab)
    best = TAB;
  return best < 0 ? ',' : candidates[best];
}

char pst_sniff_delimiter(struct pst_text sample, bool at_end)
{
  struct tally tally = {.lines = 0};
  bool quoted = false, blank = true;

  for (size_t i = 0; i < sample.size && tally.lines < LINES_MOST; i++) {
    char byte = sample.data[i];

    if (says_nothing(byte)) {
      blank = false;
      continue;
    }
    if (byte == '"')
      quoted = !quoted;
    if (!quoted && (byte == '\n' || byte == '\r')) {
      end_line(&tally, blank);
      blank = true;
      continue;
    }
    blank = false;
    if (!quoted)
      take(&tally, byte);
  }
  if (at_end || tally.lines == 0)
    end_line(&tally, blank);
  return choose(&tally);
}

/* --- a file with more in it than its table ---------------------------------------------------- */

enum { FIELDS_MOST = 64 }; /* counts above are one class: enough to tell delimiters apart */

struct histogram {
  size_t lines[N_CANDIDATES][FIELDS_MOST + 1]; /* lines with so many delimiters */
  size_t tight[FIELDS_MOST + 1];               /* lines with so many tight commas */
  size_t commas, loose; /* lines with commas, and those that have no tight one */
};

static void count_line(struct histogram *histogram, struct tally *tally)
{
  histogram->commas += tally->now[COMMA] > 0;
  histogram->loose += tally->now[COMMA] > 0 && tally->tight == 0;
  histogram->tight[tally->tight < FIELDS_MOST ? tally->tight : FIELDS_MOST]++;
  tally->tight = 0;
  for (int c = 0; c < N_CANDIDATES; c++) {
    histogram->lines[c][tally->now[c] < FIELDS_MOST ? tally->now[c] : FIELDS_MOST]++;
    tally->now[c] = 0;
  }
}

/* The most lines that agree on a number of delimiters, and that number. */
static size_t mode_of(const size_t *lines, size_t *fields)
{
  size_t best = 0;

  for (size_t n = 1; n <= FIELDS_MOST; n++)
    if (lines[n] >= best && lines[n] > 0) {
      best = lines[n];
      *fields = n;
    }
  return best;
}

static size_t mode(const struct histogram *histogram, int c, size_t *fields)
{
  return mode_of(histogram->lines[c], fields);
}

/* Four lines in five have as many of candidate C as commas, and no fewer (MORE: and more): the commas are decimal ones, and the
   lines that have them alone are notes.  Commas before a blank part sentences, unless most lines have no others. */
static bool are_decimal(const struct histogram *histogram, int c, bool more)
{
  bool sentences = histogram->loose * 2 < histogram->commas;
  size_t commas = 0, marks = 0,
         lines = mode_of(sentences ? histogram->tight : histogram->lines[COMMA], &commas),
         parted = mode(histogram, c, &marks);

  return parted > 0 && parted * 5 >= lines * 4 && marks >= commas + more;
}

static char choose_by_mode(const struct histogram *histogram, bool comma_after_tab)
{
  static const int order[N_CANDIDATES] = {2, 1, 0, 3}; /* tab ; , | */
  size_t best_lines = 0, best_fields = 0;
  char best = ',';

  for (int i = 0; i < N_CANDIDATES; i++) {
    size_t fields = 0, lines = mode(histogram, order[i], &fields);

    if (order[i] == COMMA && best == '\t' && lines == best_lines && !comma_after_tab)
      continue;
    if (lines > best_lines || (lines == best_lines && fields > best_fields)) {
      best_lines = lines;
      best_fields = fields;
      best = candidates[order[i]];
    }
  }
  for (int c = 0; c < N_CANDIDATES && best == ','; c++)
    if (c != COMMA && are_decimal(histogram, c, c != SEMICOLON))
      best = candidates[c];
  return best;
}

char pst_sniff_sheet(struct pst_text sample, bool at_end)
{
  struct histogram histogram = {.lines = {{0}}};
  struct tally tally = {.lines = 0};
  bool quoted = false;

  for (size_t i = 0; i < sample.size; i++) {
    char byte = sample.data[i];

    if (says_nothing(byte))
      continue;
    if (byte == '"')
      quoted = !quoted;
    if (quoted)
      continue;
    if (byte == '\n' || byte == '\r')
      count_line(&histogram, &tally);
    else
      take(&tally, byte);
    tally.tight += byte == ',' && i + 1 < sample.size && sample.data[i + 1] != ' ';
  }
  if (at_end)
    count_line(&histogram, &tally);
  return choose_by_mode(&histogram, tally.comma_after_tab);
}
