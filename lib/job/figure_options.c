/* figure_options.c -- the options of figures: their files, texts, sizes and scales. */
#include <stdio.h>
#include <string.h>

#include "figure/figure.h"
#include "job/options.h"

static const char *const log_choices[] = {"none", "x", "y", "xy", NULL};
enum { SIZE_LEAST = PST_FIGURE_LEAST, SIZE_MOST = PST_FIGURE_MOST };

/* "1200x600". */
static enum pst_status read_size(void *to, const char *text, struct pst_error *error)
{
  struct pst_figure_size *size = to;
  int end = 0;

  if (strspn(text, "0123456789x") == strlen(text)
      && sscanf(text, "%5dx%5d%n", &size->width, &size->height, &end) == 2 && text[end] == '\0'
      && size->width >= SIZE_LEAST && size->width <= SIZE_MOST && size->height >= SIZE_LEAST
      && size->height <= SIZE_MOST)
    return PST_OK;
  return pst_fail(error, PST_USAGE,
                  "'%s' is not WIDTHxHEIGHT in pixels, from %d to %d each: 1200x600", text,
                  SIZE_LEAST, SIZE_MOST);
}

/* In the order of enum pst_figure_scale. */
static const char *const scale_choices[] = {"auto", "yes", "no", NULL};

enum pst_status pst_job_figure_table(struct pst_job_options *o, struct pst_arena *arena,
                                     struct pst_option_table *table, struct pst_error *error)
{
  const struct pst_option list[] = {
      {.name = "plot",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_FIGURE,
       .argument = "FILE.gp",
       .file = PST_FILE_WRITE,
       .help = "write the figure as a gnuplot script that stands alone",
       .to.text = &o->plot},
      {.name = "render",
       .kind = PST_OPTION_TEXTS,
       .group = PST_GROUP_FIGURE,
       .argument = "FILE.svg|png|pdf|term",
       .file = PST_FILE_WRITE,
       .help = "draw the figure (runs gnuplot); may repeat. term draws it on standard output with "
               "characters. With columns of -g in braces, "
               "'fig/{country}.svg', one "
               "a group: what is there already and would be the same is not drawn again",
       .to.list = &o->render},
      {.name = "title",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_FIGURE,
       .argument = "TEXT",
       .help = "title of the figure",
       .to.text = &o->title},
      {.name = "subtitle",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_FIGURE,
       .argument = "TEXT",
       .help = "second line under the title",
       .to.text = &o->subtitle},
      {.name = "source",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_FIGURE,
       .argument = "TEXT",
       .help = "where the data come from (default: the file's name)",
       .to.text = &o->source},
      {.name = "xlabel",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_FIGURE,
       .argument = "TEXT",
       .help = "name of the axis across (default: the column's title and unit)",
       .to.text = &o->x_label},
      {.name = "ylabel",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_FIGURE,
       .argument = "TEXT",
       .help = "name of the axis upright (default: the column's title and unit)",
       .to.text = &o->y_label},
      {.name = "size",
       .kind = PST_OPTION_READ,
       .group = PST_GROUP_FIGURE,
       .argument = "WIDTHxHEIGHT",
       .help =
           "pixels of the figure, such as 1200x600 (default: 800 wide, and as high as it needs)",
       .read = read_size,
       .to.any = &o->size},
      {.name = "height",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_FIGURE,
       .argument = "PIXELS",
       .low = SIZE_LEAST,
       .high = SIZE_MOST,
       .help = "pixels of the figure from top to bottom; --width from 300 on are those across",
       .to.count = &o->height},
      {.name = "share-scale",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = scale_choices,
       .initial = "auto",
       .help =
           "panels with one vertical scale: yes, no (each its own), or where it leaves none flat",
       .to.choice = &o->share_scale},
      {.name = "log",
       .kind = PST_OPTION_CHOICE,
       .group = PST_GROUP_FIGURE,
       .choices = log_choices,
       .initial = "none",
       .help = "axes with a logarithmic scale",
       .to.choice = &o->log_axes},
      {.name = "highlight",
       .kind = PST_OPTION_LIST,
       .group = PST_GROUP_FIGURE,
       .argument = "NAME[,NAME...]",
       .help = "series to draw in colour, the others in grey",
       .to.list = &o->highlight},
  };
  void *copy = pst_arena_copy(arena, (const char *)list, sizeof list);

  if (copy == NULL)
    return pst_fail_memory(error);
  *table = (struct pst_option_table){.options = copy, .count = sizeof list / sizeof *list};
  return PST_OK;
}
