/* tokens.c -- a text as words, marks and numbers. */
#include <string.h>

#include "base/array.h"
#include "paper/parts.h"
#include "paper/text.h"

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Marks beyond ASCII, and what they are read as. */
static const struct {
  unsigned long code;
  char mark;
} others[] = {{0x2010, '-'}, {0x2011, '-'}, {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'},
              {0x2015, '-'}, {0x2212, '-'}, {0xFF0D, '-'}, {0x00B1, '~'}, {0x2264, '<'},
              {0x2265, '>'}, {0x201C, '"'}, {0x201D, '"'}, {0x2018, '"'}, {0x00AB, '"'},
              {0x00BB, '"'}, {0x00D7, '*'}, {0x2026, '?'}, {0x2022, '?'}, {0x00B7, '?'},
              {0x2020, '*'}, {0x2021, '*'}, {0x00A7, '?'}, {0x00A3, '?'}, {0x00A5, '?'},
              {0x20AC, '?'}, {0x20A9, '?'}, {0x20B9, '?'}};

/* The mark of CODE; 0 when it is part of words. */
static char mark_of(unsigned long code)
{
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (others[i].code == code)
      return others[i].mark;
  if (code < 0x80)
    return strchr("()[],.;:=<>-+*/|%\"&", (int)code) != NULL ? (char)code : '?';
  return 0;
}

static struct pst_token *add(struct pst_paper *paper, enum pst_token_kind kind, size_t at,
                             size_t end)
{
  struct pst_token *token;

  if (!PST_ARRAY_ROOM_IN(&paper->arena, paper->tokens, paper->token_capacity,
                         paper->token_count + 1)) {
    paper->failed = true;
    return NULL;
  }
  token = &paper->tokens[paper->token_count++];
  *token = (struct pst_token){.kind = kind, .at = at, .size = end - at, .mention = PST_PAPER_NONE};
  return token;
}

/* Letters and digits; - and ' and . between them: co-authored, U.S., COVID-19. */
static size_t word_end(const struct pst_paper *paper, size_t at, size_t to)
{
  const char *data = paper->text.data;

  while (at < to) {
    size_t next = at;
    unsigned long code;

    if (is_letter(data[at]) || is_digit(data[at]) || data[at] == '_') {
      at++;
      continue;
    }
    if (at + 1 < to && strchr("-'.", data[at]) != NULL && at > 0 && is_letter(data[at - 1])
        && (is_letter(data[at + 1]) || (data[at] == '-' && is_digit(data[at + 1])))) {
      at++;
      continue;
    }
    code = pst_utf8_next((struct pst_text){data, to}, &next);
    if (code < 0x80 || mark_of(code) != 0 || code == 0xA0 || code == 0x202F || code == 0x2009
        || code == 0x3000)
      break;
    at = next;
  }
  return at;
}

/* Vagueness of the words before token AT. */
static enum pst_paper_vague vague_before(const struct pst_paper *paper, size_t at)
{
  size_t behind = at - paper->run; /* words that stand before it */
  bool than = behind >= 2 && pst_paper_word(paper, at - 1, "than");

  if (behind == 0)
    return PST_PAPER_AS_PRINTED;
  if (than && pst_paper_word(paper, at - 2, "more greater higher larger"))
    return PST_PAPER_OVER;
  if (than && pst_paper_word(paper, at - 2, "less fewer lower smaller"))
    return PST_PAPER_UNDER;
  if (behind >= 2 && pst_paper_word(paper, at - 2, "at") && pst_paper_word(paper, at - 1, "least"))
    return PST_PAPER_OVER;
  if (behind >= 2 && pst_paper_word(paper, at - 2, "at") && pst_paper_word(paper, at - 1, "most"))
    return PST_PAPER_UNDER;
  if (pst_paper_word(paper, at - 1, "over above exceeding"))
    return PST_PAPER_OVER;
  if (pst_paper_word(paper, at - 1, "under below"))
    return PST_PAPER_UNDER;
  if (pst_paper_word(paper, at - 1,
                     "about around approximately roughly nearly almost some circa "
                     "approx ca"))
    return PST_PAPER_ABOUT;
  return pst_paper_mark(paper, at - 1, '?') && paper->text.data[paper->tokens[at - 1].at] == '~'
             ? PST_PAPER_ABOUT
             : PST_PAPER_AS_PRINTED;
}

static void add_number(struct pst_paper *paper, struct pst_mention *mention, size_t sentence)
{
  struct pst_token *token;

  /* The sign and the currency were taken for marks and words before the digits were reached. */
  while (paper->token_count > 0 && paper->tokens[paper->token_count - 1].at >= mention->at)
    paper->token_count--;
  mention->token = paper->token_count;
  mention->sentence = sentence;
  mention->vague = vague_before(paper, paper->token_count);
  if (mention->vague != PST_PAPER_AS_PRINTED)
    pst_paper_printed(paper, mention);
  token = add(paper, PST_TOKEN_NUMBER, mention->at, mention->at + mention->size);
  if (token == NULL
      || !PST_ARRAY_ROOM_IN(&paper->arena, paper->mentions, paper->mention_capacity,
                            paper->mention_count + 1)) {
    paper->failed = true;
    return;
  }
  token->mention = paper->mention_count;
  paper->mentions[paper->mention_count++] = *mention;
}

static size_t add_mark_or_blank(struct pst_paper *paper, size_t at, size_t to)
{
  size_t next = at;
  unsigned long code = pst_utf8_next((struct pst_text){paper->text.data, to}, &next);
  struct pst_token *token;

  if (code <= 0x20 || code == 0xA0 || code == 0x202F || code == 0x2009 || code == 0x3000
      || code == 0x7F)
    return next;
  token = add(paper, PST_TOKEN_MARK, at, next);
  if (token != NULL)
    token->mark = mark_of(code) == 0 ? '?' : mark_of(code);
  return next;
}

/* FY2015 is a year; N300 is not a number. */
static size_t prefix_of_year(const struct pst_paper *paper, size_t at, size_t end)
{
  return end - at == 6 && memcmp(paper->text.data + at, "FY", 2) == 0
                 && is_digit(paper->text.data[at + 2])
             ? at + 2
             : end;
}

static size_t take(struct pst_paper *paper, size_t at, size_t to, size_t sentence)
{
  const char *data = paper->text.data;
  struct pst_mention mention;
  size_t end, chain;

  if (is_digit(data[at]) || (data[at] == '.' && at + 1 < to && is_digit(data[at + 1]))) {
    end = pst_paper_number(paper, at, to, &mention, &chain);
    if (end > at) {
      add_number(paper, &mention, sentence);
      return end;
    }
    chain = chain > to ? to : chain;
    add(paper, PST_TOKEN_WORD, at, chain > at ? chain : at + 1);
    return chain > at ? chain : at + 1;
  }
  end = word_end(paper, at, to);
  if (end == at)
    return add_mark_or_blank(paper, at, to);
  end = prefix_of_year(paper, at, end);
  add(paper, PST_TOKEN_WORD, at, end);
  return end;
}

void pst_paper_tokens(struct pst_paper *paper, size_t from, size_t to, size_t sentence)
{
  size_t first = paper->token_count;

  while (from < to && !paper->failed)
    from = take(paper, from, to, sentence);
  pst_paper_number_words(paper, first);
}
