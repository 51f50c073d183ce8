/* tell.c -- what a run of a notebook found, for people. */
#include "notebook/tell.h"

#include <string.h>

#include "base/unicode/shown.h"
#include "notebook/compare/same.h"
#include "notebook/read/lines.h"

/* A block outside the chosen part was run for its files: its record is not looked at. */
bool pst_notebook_command_is_wrong(const struct pst_notebook_block *block,
                                   const struct pst_notebook_command *command)
{
  if (!command->ran)
    return false;
  return command->failure != NULL || (block->chosen && command->differs);
}

struct pst_notebook_tally pst_notebook_count(const struct pst_notebook *notebook)
{
  struct pst_notebook_tally tally = {.blocks = 0};

  for (size_t b = 0; b < notebook->n_blocks; b++) {
    const struct pst_notebook_block *block = &notebook->blocks[b];

    tally.blocks += block->chosen;
    for (size_t i = 0; i < block->n_commands; i++) {
      const struct pst_notebook_command *command = &block->commands[i];

      tally.differ += pst_notebook_command_is_wrong(block, command);
      tally.failed += command->failure != NULL
                      || (block->chosen && command->differs && block->kind != PST_NOTEBOOK_CONSOLE);
    }
  }
  for (size_t i = 0; i < notebook->n_numbers; i++) {
    const struct pst_notebook_number *number = &notebook->numbers[i];

    tally.numbers += number->chosen;
    tally.differ += number->differs || number->failure != NULL;
    tally.failed += number->failure != NULL;
  }
  return tally;
}

static void put_place(struct pst_buffer *out, const struct pst_notebook *notebook,
                      unsigned long line)
{
  pst_buffer_shown(out, pst_text_of(notebook->path));
  pst_buffer_printf(out, ":%lu: ", line);
}

void pst_notebook_why(struct pst_buffer *out, const struct pst_notebook_block *block,
                      const struct pst_notebook_command *command)
{
  if (command->failure != NULL) {
    pst_buffer_puts(out, command->failure);
  } else if (block->kind != PST_NOTEBOOK_CONSOLE && command->differs) {
    pst_buffer_printf(out, "exit code %d, and not %d", command->code, command->expected);
  }
}

/* What a command says on standard error. */
static void tell_complaints(struct pst_buffer *out, const char *printed)
{
  struct pst_text rest = pst_text_of(printed), line;

  while (pst_lines_next(&rest, &line))
    if (pst_text_begins(line, "2> "))
      pst_buffer_printf(out, "  %.*s\n", (int)line.size - 3, line.data + 3);
}

static void tell_command(struct pst_buffer *out, const struct pst_notebook *notebook,
                         const struct pst_notebook_block *block,
                         const struct pst_notebook_command *command)
{
  static const char *const kinds[] = {[PST_NOTEBOOK_CONSOLE] = "",
                                      [PST_NOTEBOOK_FIGURE] = "figure: ",
                                      [PST_NOTEBOOK_CLAIMS] = "claims: "};
  struct pst_buffer why = {.data = NULL};

  pst_notebook_why(&why, block, command);
  put_place(out, notebook, command->line);
  if (why.size > 0)
    pst_buffer_printf(out, "%s%s\n", kinds[block->kind], pst_buffer_string(&why));
  else
    pst_buffer_puts(out, "printed otherwise than recorded\n");
  if (block->kind == PST_NOTEBOOK_CONSOLE) {
    pst_buffer_puts(out, command->shown);
    if (command->failure == NULL)
      pst_same_diff(out, command->recorded, command->printed);
  } else {
    tell_complaints(out, command->printed);
  }
  pst_buffer_free(&why);
}

static void tell_number(struct pst_buffer *out, const struct pst_notebook *notebook,
                        const struct pst_notebook_number *number)
{
  put_place(out, notebook, number->line);
  pst_buffer_putc(out, '\'');
  pst_buffer_shown(out, pst_text_of(number->text));
  if (number->failure != NULL) {
    pst_buffer_puts(out, "': ");
    pst_buffer_shown(out, pst_text_of(number->failure));
  } else {
    pst_buffer_puts(out, "' is ");
    pst_buffer_shown(out, pst_text_of(number->corrected));
    pst_buffer_puts(out, " by its evidence: ");
    pst_buffer_shown(out, pst_text_of(number->value));
    pst_buffer_puts(out, " in ");
    pst_buffer_shown(out, pst_text_of(number->evidence));
  }
  pst_buffer_putc(out, '\n');
}

static void tell_block(struct pst_buffer *out, const struct pst_notebook *notebook,
                       const struct pst_notebook_block *block)
{
  for (size_t i = 0; i < block->n_commands; i++)
    if (pst_notebook_command_is_wrong(block, &block->commands[i]))
      tell_command(out, notebook, block, &block->commands[i]);
}

void pst_notebook_tell(struct pst_buffer *out, const struct pst_notebook *notebook)
{
  for (size_t b = 0; b < notebook->n_blocks; b++)
    tell_block(out, notebook, &notebook->blocks[b]);
  for (size_t i = 0; i < notebook->n_numbers; i++)
    if (notebook->numbers[i].differs || notebook->numbers[i].failure != NULL)
      tell_number(out, notebook, &notebook->numbers[i]);
}

void pst_notebook_tally_print(struct pst_buffer *out, const struct pst_notebook_tally *tally)
{
  pst_buffer_printf(out, "%zu %s", tally->blocks, tally->blocks == 1 ? "block" : "blocks");
  if (tally->numbers > 0)
    pst_buffer_printf(out, ", %zu %s of the prose", tally->numbers,
                      tally->numbers == 1 ? "number" : "numbers");
  if (tally->differ == 0)
    pst_buffer_puts(out, ": as recorded");
  else
    pst_buffer_printf(out, ": %zu %s", tally->differ, tally->differ == 1 ? "differs" : "differ");
}
