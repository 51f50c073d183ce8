/* sentences.c -- lines of prose as paragraphs and sentences. */
#include <string.h>
#include <strings.h>

#include "base/array.h"
#include "paper/parts.h"
#include "paper/text.h"

enum { HEADING_WORDS = 14 };

/* A paragraph on its way: its lines, which need not stand together. */
struct paragraph {
  struct pst_paper *paper;
  size_t first; /* token */
  bool open, reference;
  size_t number;
  size_t from, to; /* bytes of lines that stand together, not yet taken apart */
};

static bool is_blank_line(struct pst_text line)
{
  return pst_text_trim(line).size == 0;
}

/* - * + and a blank, or 1. or (1) at the beginning of a line. */
static bool is_item(struct pst_text line)
{
  size_t at = 0;

  if (line.size > 2 && strchr("-*+>", line.data[0]) != NULL)
    return line.data[1] == ' ' || line.data[0] == '*';
  while (at < line.size && at < 3 && line.data[at] >= '0' && line.data[at] <= '9')
    at++;
  return at > 0 && at + 1 < line.size && (line.data[at] == '.' || line.data[at] == ')')
         && line.data[at + 1] == ' ';
}

static bool ends_sentence(struct pst_text line)
{
  char last = line.size > 0 ? line.data[line.size - 1] : '\0';

  return strchr(".!?:;\")", last) != NULL || (unsigned char)last >= 0x80;
}

/* A line that stands alone and does not end as a sentence. */
static bool is_heading(struct pst_text line, bool alone)
{
  size_t words = 1;

  if (line.data[0] == '#')
    return true;
  for (size_t i = 0; i < line.size; i++)
    words += line.data[i] == ' ';
  return alone && words <= HEADING_WORDS && !ends_sentence(line)
         && strchr(",-", line.data[line.size - 1]) == NULL
         && !(line.data[0] >= 'a' && line.data[0] <= 'z');
}

static void add_sentence(struct pst_paper *paper, enum pst_sentence_kind kind, size_t first,
                         size_t last, const struct paragraph *of)
{
  struct pst_sentence *sentence;
  const struct pst_token *end = &paper->tokens[last - 1];

  if (last == first
      || !PST_ARRAY_ROOM_IN(&paper->arena, paper->sentences, paper->sentence_capacity,
                            paper->sentence_count + 1)) {
    paper->failed = paper->failed || last > first;
    return;
  }
  sentence = &paper->sentences[paper->sentence_count];
  *sentence = (struct pst_sentence){.kind = kind,
                                    .first = first,
                                    .last = last,
                                    .at = paper->tokens[first].at,
                                    .end = end->at + end->size,
                                    .paragraph = of->number,
                                    .reference = of->reference};
  for (size_t i = first; i < last; i++)
    if (paper->tokens[i].mention != PST_PAPER_NONE)
      paper->mentions[paper->tokens[i].mention].sentence = paper->sentence_count;
  paper->sentence_count++;
}

/* Behind these a full stop ends no sentence. */
static const char abbreviations[] =
    "al etc eg ie vs cf fig figs no nos vol pp approx ca dr mr mrs ms prof st jr inc ltd co dept "
    "e.g i.e u.s u.k jan feb mar apr jun jul aug sep sept oct nov dec eq eqs sec ch ed eds resp "
    "est min max";

static bool starts_sentence(const struct pst_paper *paper, size_t token)
{
  char c = paper->text.data[paper->tokens[token].at];

  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80
         || strchr("\"([$+-", c) != NULL;
}

static bool is_end(const struct pst_paper *paper, size_t at, size_t last)
{
  const struct pst_token *token = &paper->tokens[at], *next = &paper->tokens[at + 1];
  char c = paper->text.data[token->at];

  if (token->kind != PST_TOKEN_MARK || at + 1 >= last || strchr(".!?", c) == NULL)
    return false;
  if (next->at == token->at + token->size || !starts_sentence(paper, at + 1))
    return false;
  if (c != '.' || at == 0 || paper->tokens[at - 1].kind != PST_TOKEN_WORD)
    return true;
  return !pst_paper_word(paper, at - 1, abbreviations) && paper->tokens[at - 1].size > 1;
}

static void split(struct paragraph *p)
{
  struct pst_paper *paper = p->paper;
  size_t first = p->first, last = paper->token_count;

  for (size_t i = first; i < last && !paper->failed; i++) {
    size_t end = i + 1;

    if (!is_end(paper, i, last))
      continue;
    if (pst_paper_mark(paper, end, '"') && end + 1 < last)
      end++;
    add_sentence(paper, PST_SENTENCE_PROSE, first, end, p);
    first = end;
  }
  if (first < last && !paper->failed)
    add_sentence(paper, PST_SENTENCE_PROSE, first, last, p);
}

/* Lines that stand together at once: a unit may stand on the line behind its number. */
static void take_lines(struct paragraph *p)
{
  if (p->from < p->to)
    pst_paper_tokens(p->paper, p->from, p->to, 0);
  p->from = p->to;
}

static void close_paragraph(struct paragraph *p)
{
  if (!p->open)
    return;
  take_lines(p);
  split(p);
  p->open = false;
  p->number++;
}

static void open_paragraph(struct paragraph *p)
{
  if (!p->open)
    p->first = p->paper->run = p->paper->token_count;
  p->open = true;
}

static size_t offset(const struct pst_paper *paper, struct pst_text text)
{
  return (size_t)(text.data - paper->text.data);
}

/* A heading without its marks: `## 7. References:` is References. */
static struct pst_text bare(struct pst_text line)
{
  size_t at = 0;

  while (at < line.size && strchr("#0123456789. ", line.data[at]) != NULL)
    at++;
  line = pst_text_trim((struct pst_text){.data = line.data + at, .size = line.size - at});
  while (line.size > 0 && strchr(":.#*", line.data[line.size - 1]) != NULL)
    line.size--;
  return line;
}

/* The heading of the list of what is cited, and nothing else: `2. Literature review` is none. */
static bool is_reference(struct pst_text line)
{
  static const char *const words[] = {"References",         "Bibliography",     "Literature",
                                      "Works cited",        "Literature cited", "References cited",
                                      "List of references", "Reference list"};
  struct pst_text text = bare(line);

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (text.size == strlen(words[i]) && strncasecmp(text.data, words[i], text.size) == 0)
      return true;
  return false;
}

/* Behind the list a paper goes on. */
static bool ends_references(struct pst_text line)
{
  static const char *const words[] = {"Appendix",      "Annex",  "Supplement", "Online appendix",
                                      "Supplementary", "Tables", "Figures"};
  struct pst_text text = bare(line);

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (text.size >= strlen(words[i]) && strncasecmp(text.data, words[i], strlen(words[i])) == 0)
      return true;
  return line.data[0] == '#';
}

/* The heading alone: a line that holds nothing else, whatever stands around it. */
static bool is_reference_line(struct pst_text line)
{
  return line.data[0] >= 'A' && line.data[0] <= 'Z' && is_reference(line);
}

enum { SECTION_WORDS = 8 };

/* The name of a section right above its text, as PDFs have it: `3. Results`, `Abstract`; NEXT is the line below. */
static bool is_section(struct pst_text line, struct pst_text next)
{
  static const char *const names[] = {"Abstract",    "Summary",    "Introduction", "Background",
                                      "Methods",     "Method",     "Data",         "Results",
                                      "Discussion",  "Conclusion", "Conclusions",  "Findings",
                                      "Limitations", "Highlights", "Key points"};
  const struct pst_text text = bare(line);
  size_t words = 1;

  if (text.size == 0 || next.size == 0 || text.data[0] < 'A' || text.data[0] > 'Z'
      || next.data[0] < 'A' || next.data[0] > 'Z' || ends_sentence(line)
      || strchr(",-.", line.data[line.size - 1]) != NULL)
    return false;
  for (size_t i = 0; i < text.size; i++)
    words += text.data[i] == ' ';
  if (line.data[0] >= '1' && line.data[0] <= '9')
    return words <= SECTION_WORDS;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (text.size == strlen(names[i]) && strncasecmp(text.data, names[i], text.size) == 0)
      return true;
  return false;
}

static void take_heading(struct paragraph *p, struct pst_text line)
{
  struct pst_paper *paper = p->paper;
  size_t first;

  close_paragraph(p);
  first = paper->run = paper->token_count;
  p->reference = is_reference(line) || (p->reference && !ends_references(line));
  pst_paper_tokens(paper, offset(paper, line), offset(paper, line) + line.size,
                   paper->sentence_count);
  if (!paper->failed && paper->token_count > first)
    add_sentence(paper, PST_SENTENCE_HEADING, first, paper->token_count, p);
  p->number++;
}

enum { LONG_LINE = 60 };

/* Does the paragraph that is open go on behind a blank line with LINE?  A page ended between. */
static bool goes_on(const struct paragraph *p, struct pst_text before, struct pst_text line)
{
  bool is_small = line.data[0] >= 'a' && line.data[0] <= 'z';
  bool is_large = line.data[0] >= 'A' && line.data[0] <= 'Z' && before.size > LONG_LINE
                  && line.size > LONG_LINE;

  return p->open && before.size > 0 && !ends_sentence(before) && (is_small || is_large);
}

static struct pst_text trimmed(const struct pst_paper *paper, size_t line)
{
  return pst_text_trim(pst_paper_line(paper, line));
}

void pst_paper_sentences(struct pst_paper *paper, size_t from, size_t to)
{
  const struct pst_sentence *last =
      paper->sentence_count > 0 ? &paper->sentences[paper->sentence_count - 1] : NULL;
  struct paragraph p = {.paper = paper,
                        .number = last == NULL ? 0 : last->paragraph + 1,
                        .reference = last != NULL && last->reference};
  struct pst_text before = {0};
  bool blank = true;

  for (size_t i = from; i < to && !paper->failed; i++) {
    struct pst_text line = trimmed(paper, i);
    bool alone = blank && (i + 1 >= to || is_blank_line(pst_paper_line(paper, i + 1)));

    if (line.size == 0) {
      take_lines(&p);
      blank = true;
      continue;
    }
    if (blank ? !goes_on(&p, before, line) : is_item(line))
      close_paragraph(&p);
    blank = false;
    if ((!p.open && is_heading(line, alone)) || is_reference_line(line)
        || (!p.open && i + 1 < to && is_section(line, trimmed(paper, i + 1)))) {
      take_heading(&p, line);
      continue;
    }
    open_paragraph(&p);
    p.from = p.from < p.to ? p.from : offset(paper, line);
    p.to = offset(paper, line) + line.size;
    before = line;
  }
  close_paragraph(&p);
}
