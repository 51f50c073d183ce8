/* Text in two columns, read one below the other; each number where it stands in the file. */
#include "paper/uncolumn.h"

#include "check.h"

static struct pst_paper *read_text(const char *text)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_paper *paper;

  if (pst_paper_of_text("a.txt", text, strlen(text), false, &paper, &error) != PST_OK)
    fail_msg("%s: %s", text, error.message);
  return paper;
}

/* The sentence that number WHICH stands in is WANTED, and the number is on LINE in COLUMN. */
static void check_mention(const struct pst_paper *paper, size_t which, const char *wanted,
                          unsigned long line, unsigned long column)
{
  const struct pst_mention *m = &paper->mentions[which];
  const struct pst_sentence *s = &paper->sentences[m->sentence];
  const struct pst_paper_place place = pst_paper_place(paper, m->at);
  char text[400] = "";

  for (size_t i = s->at, n = 0; i < s->end && n + 1 < sizeof text; i++) {
    const char c = paper->text.data[i] == '\n' ? ' ' : paper->text.data[i];

    if (c != ' ' || (n > 0 && text[n - 1] != ' '))
      text[n++] = c;
  }
  assert_string_equal(text, wanted);
  assert_int_equal(place.line, line);
  assert_int_equal(place.column, column);
}

#define LEFT_AND_RIGHT                                                                             \
  "It rose from a low level of 12 in the year      which stood still after that had come.\n"       \
  "before to one of \xC3\xA4 15 in that which             Others fell by half from a level of "    \
  "30\n"                                                                                           \
  "came next. That was more than most of us        to one of 15 and did not come back to\n"        \
  "had thought, and it went on like this for       what they had been for as long as the\n"        \
  "some years. Nobody knew the reason why, or      records of this office tell us. There\n"        \
  "who had done what to whom in those days,        was no other cause than this one here.\n"

static void columns(void **state)
{
  struct pst_paper *paper =
      read_text("A title over all of the page, which runs from left to right\n"
                "\n" LEFT_AND_RIGHT "\n"
                "At the end there is a line of 7 words over both columns.\n");

  (void)state;
  assert_int_equal(paper->mention_count, 5);
  check_mention(
      paper, 0,
      "It rose from a low level of 12 in the year before to one of \xC3\xA4 15 in that which "
      "came next.",
      3, 29);
  check_mention(
      paper, 1,
      "It rose from a low level of 12 in the year before to one of \xC3\xA4 15 in that which "
      "came next.",
      4, 20);
  check_mention(
      paper, 2,
      "Others fell by half from a level of 30 to one of 15 and did not come back to what they "
      "had been for as long as the records of this office tell us.",
      4, 85);
  check_mention(paper, 4, "At the end there is a line of 7 words over both columns.", 10, 31);
  pst_paper_close(paper);
}

/* A column that has columns itself is read one below the other too. */
static void three_columns(void **state)
{
  struct pst_paper *paper = read_text(
      "It rose from a low of 12,     Others fell by half from        The last of them stood\n"
      "which it had come to          a level of 30 to one of         still at its level of 17\n"
      "in the year before that       16 and did not come back        as long as there was one\n"
      "one, to a level of 15         to what they had been in        who looked at it, and he\n"
      "in that which came next       all of the years for that       left it to others, who\n"
      "after it. Nobody knew.        we have any record here.        did not write of it.\n");

  (void)state;
  assert_int_equal(paper->mention_count, 5);
  check_mention(paper, 0,
                "It rose from a low of 12, which it had come to in the year before that one, to a "
                "level of 15 in that which came next after it.",
                1, 23);
  check_mention(paper, 2,
                "Others fell by half from a level of 30 to one of 16 and did not come back to what "
                "they had been in all of the years for that we have any record here.",
                2, 42);
  check_mention(paper, 4,
                "The last of them stood still at its level of 17 as long as there was one who "
                "looked at it, and he left it to others, who did not write of it.",
                2, 85);
  pst_paper_close(paper);
}

/* Each page by itself; a page of one column stays. */
static void pages(void **state)
{
  struct pst_paper *paper = read_text("A page of 1 column, with all its text in it.\n"
                                      "\f" LEFT_AND_RIGHT "\fA last page of 9 lines or so.\n");

  (void)state;
  assert_int_equal(paper->mention_count, 6);
  check_mention(paper, 0, "A page of 1 column, with all its text in it.", 1, 11);
  check_mention(paper, 5, "A last page of 9 lines or so.", 8, 17);
  pst_paper_close(paper);
}

/* A table has gaps too, but few words; spaced lines have gaps that do not stand below each other. */
static void others_stay(void **state)
{
  static const char *const texts[] = {"Name of the item sold      first       last\n"
                                      "Bread and what is like it    12.1      13.2\n"
                                      "Milk in bottles of glass     22.1      23.4\n"
                                      "Books that were read once     3.5       4.4\n"
                                      "Shoes of leather or cloth     8.1       9.0\n"
                                      "Hats for all sizes of heads   1.4       2.2\n"
                                      "Coats of wool and of felt     7.7       8.3\n",
                                      "It  is a text  that someone has  spaced  as he liked in\n"
                                      "a way  that  puts gaps between  some words, but  at no\n"
                                      "place  twice.  There are  as many of  them as  one could\n"
                                      "wish  for, and all  lines are  of about  the same length\n"
                                      "which makes  it look like  a page that was  set by hand\n"
                                      "in days  when that was  done with  care and  some lead.\n"};

  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct pst_paper *paper = read_text(texts[i]);

    assert_null(paper->origins);
    assert_int_equal(paper->text.size, strlen(texts[i]));
    pst_paper_close(paper);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(columns),
      cmocka_unit_test(three_columns),
      cmocka_unit_test(pages),
      cmocka_unit_test(others_stay),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
