/* Which blocks the chosen part of a notebook needs. */
#include "check.h"

#include <string.h>

#include "file.h"
#include "notebook/run/needed.h"

enum { BLOCKS = 4, NUMBERS = 3 };

struct fixture {
  struct pst_notebook notebook;
  struct pst_notebook_block blocks[BLOCKS];
  struct pst_notebook_command commands[BLOCKS];
  struct pst_notebook_number numbers[NUMBERS];
};

/* One command a block; in the folder there is input.csv, and what stands here is made by the blocks. */
static void fill(struct fixture *f, const char *const texts[BLOCKS])
{
  static char folder[4096];

  memset(f, 0, sizeof *f);
  strcpy(folder, file_text("input.csv", "a\n1\n"));
  *strrchr(folder, '/') = '\0';
  for (size_t b = 0; b < BLOCKS; b++) {
    f->commands[b].text = texts[b];
    f->blocks[b].commands = &f->commands[b];
    f->blocks[b].n_commands = 1;
  }
  f->notebook = (struct pst_notebook){.folder = folder,
                                      .blocks = f->blocks,
                                      .n_blocks = BLOCKS,
                                      .numbers = f->numbers,
                                      .n_numbers = NUMBERS};
  for (size_t i = 0; i < NUMBERS; i++)
    f->numbers[i] = (struct pst_notebook_number){.evidence = "printed#1&1", .block = BLOCKS};
}

/* "1010": the blocks that are needed. */
static void needs(struct fixture *f, const char *want)
{
  bool needed[BLOCKS];
  char got[BLOCKS + 1] = "";

  assert_int_equal(pst_needed_blocks(&f->notebook, needed, NULL), PST_OK);
  for (size_t b = 0; b < BLOCKS; b++)
    got[b] = needed[b] ? '1' : '0';
  assert_string_equal(got, want);
  pst_arena_free(&f->notebook.arena);
  f->notebook.arena = (struct pst_arena)PST_ARENA_EMPTY;
}

static const char *const chain[BLOCKS] = {"make input.csv -o a.csv", "make a.csv -o b.csv",
                                          "make -o c.csv", "show b.csv"};

/* A file that is there beforehand needs nobody; one that is not, all that name it above. */
static void files_of_chosen_blocks(void **state)
{
  static const char *const inputs[BLOCKS] = {"touch input.csv", "cat input.csv", "cat -.csv",
                                             "cat input.csv -.csv"};
  struct fixture f;

  (void)state;
  fill(&f, chain);
  needs(&f, "0000");
  f.blocks[2].chosen = true;
  needs(&f, "0010");
  f.blocks[2].chosen = false;
  f.blocks[3].chosen = true;
  needs(&f, "1101");
  f.blocks[3].chosen = false;
  f.blocks[0].chosen = true; /* what comes later is not needed */
  needs(&f, "1000");
  fill(&f, inputs);
  f.blocks[3].chosen = true; /* a word that begins like an option is no file */
  needs(&f, "0001");
}

/* A number that is held to a file needs what made it; one of a printed line, the block above it. */
static void evidence_of_chosen_numbers(void **state)
{
  struct fixture f;

  (void)state;
  for (size_t i = 0; i < NUMBERS; i++) {
    fill(&f, chain);
    f.numbers[i] = (struct pst_notebook_number){.evidence = "a.csv#x=1&y", .block = 2};
    needs(&f, "0000");
    f.numbers[i].chosen = true;
    needs(&f, "1100"); /* both name it */
    f.numbers[i].evidence = "input.csv#x=1&y";
    needs(&f, "0000");
    f.numbers[i].evidence = "c.csv";
    needs(&f, "0010");
    f.numbers[i].evidence = "printed#1&1";
    needs(&f, "1100"); /* block 1, and what it reads */
    f.numbers[i].block = 1;
    needs(&f, "1000");
    f.numbers[i].block = 0; /* before any block */
    needs(&f, "0000");
    f.numbers[i].block = BLOCKS;
    needs(&f, "1101");
    f.numbers[i].chosen = false;
    needs(&f, "0000");
  }
}

/* Numbers that are behind the last: none is looked at. */
static void no_numbers(void **state)
{
  struct fixture f;

  (void)state;
  fill(&f, chain);
  f.numbers[0].chosen = f.numbers[1].chosen = true;
  f.notebook.n_numbers = 0;
  needs(&f, "0000");
  f.notebook.n_numbers = 1;
  f.numbers[0].block = 1;
  needs(&f, "1000");
}

static void levels(void **state)
{
  static const char *const up[BLOCKS] = {"cat ../a.csv", "cat ../../b/../c.csv",
                                         "cat x/../../d.csv", "cat ..csv"};
  struct fixture f;
  size_t most;

  (void)state;
  fill(&f, chain);
  assert_int_equal(pst_needed_levels(&f.notebook, &most, NULL), PST_OK);
  assert_int_equal(most, 0);
  fill(&f, up);
  assert_int_equal(pst_needed_levels(&f.notebook, &most, NULL), PST_OK);
  assert_int_equal(most, 2);
  f.notebook.n_blocks = 1;
  assert_int_equal(pst_needed_levels(&f.notebook, &most, NULL), PST_OK);
  assert_int_equal(most, 1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(files_of_chosen_blocks),
      cmocka_unit_test(evidence_of_chosen_numbers),
      cmocka_unit_test(no_numbers),
      cmocka_unit_test(levels),
  };

  return cmocka_run_group_tests_name("notebook_needed", tests, NULL, NULL);
}
