/* part_options.c -- the options of programs that read their input in parts. */
#include "scale/part_options.h"

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
