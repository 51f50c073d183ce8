/* unit.c -- what the columns of kinds are called, and their units. */
#include "indicator/frame/unit.h"

#include <string.h>

/* "persons" and "people" are "person": what one is. */
static const char *singular(struct pst_job *job, const char *unit)
{
  size_t size = strlen(unit);

  if (strcmp(unit, "people") == 0)
    return "person";
  if (size > 3 && unit[size - 1] == 's' && unit[size - 2] != 's' && strchr(unit, ' ') == NULL)
    return pst_arena_copy(&job->arena, unit, size - 1);
  return unit;
}

static const char *quotient(struct pst_job *job, const struct pst_indicator_ask *ask,
                            const struct pst_column *y)
{
  const struct pst_column *divisor = pst_job_column(job, ask->role);

  if (y->unit == NULL)
    return NULL;
  if (divisor->unit == NULL)
    return pst_arena_format(&job->arena, "%s per %s", y->unit, divisor->name);
  if (strcmp(y->unit, divisor->unit) == 0)
    return "ratio";
  return pst_arena_format(&job->arena, "%s per %s", y->unit, singular(job, divisor->unit));
}

static const char *base(struct pst_job *job, const struct pst_indicator_ask *ask)
{
  if (strcmp(ask->from, ask->to) == 0)
    return pst_arena_format(&job->arena, "%s = 100", ask->from);
  return pst_arena_format(&job->arena, "%s..%s = 100", ask->from, ask->to);
}

const char *pst_indicator_unit(struct pst_job *job, const struct pst_indicator_ask *ask,
                               const struct pst_column *y)
{
  const struct pst_indicator_settings *s = job->settings;

  switch (ask->kind->unit) {
  case PST_INDICATOR_NO_UNIT:
    return NULL;
  case PST_INDICATOR_UNIT_PERCENT:
    return "%";
  case PST_INDICATOR_UNIT_POINTS:
    return "%p";
  case PST_INDICATOR_UNIT_RATIO:
    return "ratio";
  case PST_INDICATOR_UNIT_SD:
    return "sd";
  case PST_INDICATOR_UNIT_OF_VALUE:
    return y->unit;
  case PST_INDICATOR_UNIT_OF_DIFFERENCE:
    return y->unit != NULL && strcmp(y->unit, "%") == 0 ? "%p" : y->unit;
  case PST_INDICATOR_UNIT_OF_BASE:
    return base(job, ask);
  case PST_INDICATOR_UNIT_OF_QUOTIENT:
    return quotient(job, ask, y);
  case PST_INDICATOR_UNIT_OF_PRICES:
    return y->unit == NULL ? NULL
                           : pst_arena_format(&job->arena, "%s, %s prices", y->unit, ask->from);
  case PST_INDICATOR_UNIT_PERCENT_A_STEP:
    return pst_arena_format(&job->arena, "%% per %s",
                            pst_period_name(pst_job_column(job, s->keys.time_role)->period));
  }
  return NULL;
}

const char *pst_indicator_name(struct pst_job *job, const struct pst_indicator_ask *ask,
                               const struct pst_column *y)
{
  struct pst_buffer name = {.data = NULL};
  const char *copy;

  pst_buffer_printf(&name, "%s_", y->name);
  for (const char *at = ask->text; *at != '\0'; at++) {
    bool plain = (unsigned char)*at >= 0x80 || (*at >= '0' && *at <= '9')
                 || (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || *at == '_';

    if (plain)
      pst_buffer_putc(&name, *at);
    else if (pst_buffer_string(&name)[name.size - 1] != '_')
      pst_buffer_putc(&name, '_');
  }
  while (name.size > 0 && name.data[name.size - 1] == '_')
    pst_buffer_cut(&name, name.size - 1);
  copy = name.failed ? NULL : pst_arena_copy(&job->arena, name.data, name.size);
  pst_buffer_free(&name);
  return copy;
}
