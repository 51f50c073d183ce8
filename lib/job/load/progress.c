/* progress.c -- how far reading, or a long computation, has come, on standard error. */
#include "job/load/progress.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/option.h"

static double now(void)
{
  struct timespec t;

  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static struct {
  double begun, drawn;
  bool shown;
  int tenths; /* that draw_always has said */
  const char *what;
} state = {.tenths = -1, .what = "reading"};

static void draw(double fraction)
{
  double t = now();

  if (state.begun == 0)
    state.begun = t;
  if (t - state.begun < 0.5 || t - state.drawn < 0.1)
    return;
  state.drawn = t;
  state.shown = true;
  if (fraction >= 0)
    fprintf(stderr, "\r%s: %3.0f %%", state.what, 100 * fraction);
  else
    fprintf(stderr, "\r%s: %.0f s", state.what, t - state.begun);
}

/* --progress always: a line for each tenth, also where no terminal can redraw it. */
static void draw_always(double fraction)
{
  int now_tenths = fraction >= 0 ? (int)(10 * fraction) : 0;

  if (now_tenths == state.tenths)
    return;
  state.tenths = now_tenths;
  fprintf(stderr, "%s: %d %%\n", state.what, 10 * state.tenths);
}

void (*pst_progress_for(unsigned when))(double)
{
  if (when == PST_WHEN_NEVER || (when == PST_WHEN_AUTO && !pst_file_is_terminal(STDERR_FILENO)))
    return NULL;
  return pst_file_is_terminal(STDERR_FILENO) ? draw : draw_always;
}

void (*pst_progress_of(unsigned when, const char *what))(double)
{
  state.begun = state.drawn = 0;
  state.tenths = -1;
  state.what = what;
  return pst_progress_for(when);
}

void pst_progress_clear(unsigned when)
{
  if (when != PST_WHEN_NEVER && state.shown)
    fprintf(stderr, "\r%20s\r", "");
}
