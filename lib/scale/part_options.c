/* part_options.c -- the options of programs that read their input in parts. */
#include "scale/part_options.h"

#include <stdlib.h>
#include <string.h>

struct pst_option pst_option_part(const char **to)
{
  return (struct pst_option){
      .name = "part",
      .kind = PST_OPTION_TEXT,
      .group = PST_GROUP_RUNNING,
      .argument = "K/N",
      .help = "read the Kth of N parts of the files alone, and write its rows to the partial file "
              "of -o: polstat merge of all N computes what one run does; slurm is the part of this "
              "task of a job array or of srun, slurm/N that of N",
      .to.text = to};
}

struct pst_option pst_option_part_start(size_t *to, bool *given)
{
  return (struct pst_option){
      .name = "part-start",
      .kind = PST_OPTION_COUNT,
      .group = PST_GROUP_RUNNING,
      .argument = "BYTE",
      .low = 0,
      .high = 9e15,
      .help = "with --part: the byte of its first file where its first record begins, as "
              "polstat merge says it (default: found)",
      .to.count = to,
      .given = given};
}

struct pst_option pst_option_part_rows(bool *to)
{
  return (struct pst_option){
      .name = "part-rows",
      .kind = PST_OPTION_FLAG,
      .group = PST_GROUP_RUNNING,
      .help =
          "with --part and --aggregate: keep the rows of the part, not what they come to, where "
          "polstat merge says so",
      .to.flag = to};
}

struct pst_option pst_option_from_parts(struct pst_list *to)
{
  return (struct pst_option){
      .name = "from-parts",
      .kind = PST_OPTION_TEXTS,
      .group = PST_GROUP_RUNNING,
      .argument = "FILE",
      .file = PST_FILE_READ,
      .help = "take the rows from the partial file FILE that --part wrote; once for each of all "
              "parts: polstat merge does so",
      .to.list = to};
}

/* Bytes: 1000, 64K, 64M, 2G. */
static enum pst_status read_unit(void *to, const char *text, struct pst_error *error)
{
  static const char letters[] = "KMG";
  size_t size = strspn(text, "0123456789");
  const char *letter = text[size] == '\0' ? NULL : strchr(letters, text[size]);
  unsigned shift = letter == NULL ? 0 : 10 * (unsigned)(letter - letters + 1);
  unsigned long long bytes = size > 12 ? 0 : strtoull(text, NULL, 10) << shift;

  if ((text[size] != '\0' && (letter == NULL || text[size + 1] != '\0')) || bytes < 1
      || bytes >= 1ULL << 40)
    return pst_fail(error, PST_USAGE,
                    "'%s' is no size of units, such as 64M: bytes, or K, M or G of 1024", text);
  memcpy(to, &bytes, sizeof bytes);
  return PST_OK;
}

struct pst_option pst_option_checkpoint(const char **to)
{
  return (struct pst_option){
      .name = "checkpoint",
      .kind = PST_OPTION_TEXT,
      .group = PST_GROUP_RUNNING,
      .argument = "DIR",
      .help =
          "keep each unit of the input that was read in the folder DIR: the same command, after "
          "it was ended, reads the others alone",
      .to.text = to};
}

struct pst_option pst_option_unit(unsigned long long *to, bool *given)
{
  return (struct pst_option){
      .name = "unit",
      .kind = PST_OPTION_READ,
      .group = PST_GROUP_RUNNING,
      .argument = "SIZE",
      .help = "bytes of a unit of --checkpoint, and of the work of ranks (default: 64M)",
      .read = read_unit,
      .to.any = to,
      .given = given};
}

struct pst_option pst_option_ranks(unsigned *to)
{
  static const char *const choices[] = {"auto", "off", NULL};

  return (struct pst_option){
      .name = "ranks",
      .kind = PST_OPTION_CHOICE,
      .group = PST_GROUP_RUNNING,
      .choices = choices,
      .initial = "auto",
      .help = "the processes that mpirun or srun started do one piece of work together; off: each "
              "is on its own",
      .to.choice = to};
}
