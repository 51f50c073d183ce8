/* predict_file.c -- the file of --predict, read as the data are. */
#include "regress/predict_file.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool is_role(const struct pst_job *other, const char *name, size_t size)
{
  for (size_t i = 0; i < other->n_roles; i++)
    if (strncmp(other->roles[i].name, name, size) == 0 && other->roles[i].name[size] == '\0')
      return true;
  return false;
}

/* The name that "NAME=EXPR" makes, without blanks. */
static size_t name_size(const char *let)
{
  return strcspn(let, "= ");
}

static bool is_word(char c)
{
  return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* NAME of SIZE bytes is a word of EXPRESSION, not a part of one. */
static bool has_word(const char *expression, const char *name, size_t size)
{
  for (const char *at = expression; *at != '\0'; at++)
    if (strncmp(at, name, size) == 0 && !is_word(at[size])
        && (at == expression || !is_word(at[-1])))
      return true;
  return false;
}

/* A column of the model, or a word in an expression that makes one. */
static bool is_needed(const struct pst_job *other, const struct pst_list *kept, const char *let)
{
  size_t size = name_size(let);

  for (size_t i = 0; i < kept->count; i++)
    if (has_word(kept->items[i] + name_size(kept->items[i]), let, size))
      return true;
  return is_role(other, let, size);
}

/* The lets that are needed, in their order. */
static enum pst_status keep_lets(struct pst_job *other, struct pst_error *error)
{
  const struct pst_list all = other->options.let;
  struct pst_list kept = {.count = 0}, in_order = {.count = 0};
  enum pst_status status = PST_OK;

  for (size_t i = all.count; i-- > 0 && status == PST_OK;)
    if (is_needed(other, &kept, all.items[i]))
      status = pst_list_add(&kept, &other->arena, all.items[i], error);
  for (size_t i = kept.count; i-- > 0 && status == PST_OK;)
    status = pst_list_add(&in_order, &other->arena, kept.items[i], error);
  other->options.let = in_order;
  return status;
}

static enum pst_status keep_countries(struct pst_job *other, struct pst_error *error)
{
  const struct pst_list all = other->options.country;
  enum pst_status status = PST_OK;

  other->options.country = (struct pst_list){.count = 0};
  for (size_t i = 0; i < all.count && status == PST_OK; i++)
    if (is_role(other, all.items[i], strlen(all.items[i])))
      status = pst_list_add(&other->options.country, &other->arena, all.items[i], error);
  other->options.given.country_form &= other->options.country.count > 0;
  other->options.countries_only &= other->options.country.count > 0;
  return status;
}

enum pst_status pst_regress_predict_load(struct pst_job *job, struct pst_job *other,
                                         struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  size_t n = s->by.count + s->x.count + s->factors.count, role;
  enum pst_status status;

  *other =
      (struct pst_job){.options = job->options, .program = job->program, .settings = job->settings};
  other->options.where = other->options.rejects = other->options.schema = NULL;
  other->options.join = other->options.join_prefix = other->options.on =
      (struct pst_list){.count = 0};
  other->options.given.aggregate = false;
  status = pst_list_add(&other->operands, &other->arena, s->predict, error);
  for (size_t i = 0; i < n && status == PST_OK; i++)
    status = pst_job_role(other, job->roles[i].name, job->roles[i].want, &role, error);
  if (status == PST_OK)
    status = keep_lets(other, error);
  if (status == PST_OK)
    status = keep_countries(other, error);
  if (status == PST_OK)
    status = pst_job_load(other, error);
  if (other->log.size > 0)
    pst_buffer_puts(&job->log, pst_buffer_string(&other->log));
  return status;
}

void pst_regress_predict_free(struct pst_job *other)
{
  pst_table_free(&other->table);
  pst_buffer_free(&other->log);
  free(other->roles);
  pst_arena_free(&other->arena);
}
