/* option.c -- the words of a command line, held against the tables of options. */
#include "cli/option.h"

#include <assert.h>
#include <getopt.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/option_value.h"

const char *const pst_when_choices[] = {"auto", "always", "never", NULL};

/* getopt's code of option i is CODE_FIRST + i; --help and --version come after the last, then former
   names of options. */
enum { CODE_OPERAND = 1, CODE_FIRST = 256, BUILT_IN = 2 };
static const char *const built_in[BUILT_IN] = {"help", "version"};

struct parser {
  struct pst_command_line *line;
  struct pst_arena *arena;
  struct pst_error *error;
  char **argv;
  size_t n; /* options of all tables */
  const struct pst_option **options;
  const char **names; /* n + BUILT_IN, then the former ones */
  size_t n_names;
  size_t *today; /* of a former name: the option that has it */
  bool *seen;
  struct option *longs; /* what getopt_long wants: n_names, and one of zeros */
  char *shorts;
};

static bool allocate(struct parser *p)
{
  size_t all;

  p->n = 0;
  for (size_t t = 0; t < p->line->n_tables; t++)
    p->n += p->line->tables[t].count;
  all = 2 * p->n + BUILT_IN;
  p->options = pst_arena_array(p->arena, all, sizeof *p->options);
  p->names = pst_arena_array(p->arena, all, sizeof *p->names);
  p->today = pst_arena_array(p->arena, all, sizeof *p->today);
  p->seen = pst_arena_array(p->arena, all, sizeof *p->seen);
  p->longs = pst_arena_array(p->arena, all + 1, sizeof *p->longs);
  p->shorts = pst_arena_array(p->arena, all, 2 + 3); /* "-:" and at most "x:" each */
  return p->options != NULL && p->names != NULL && p->today != NULL && p->seen != NULL
         && p->longs != NULL && p->shorts != NULL;
}

static void add_name(struct parser *p, size_t i, const char *name, int argument)
{
  for (size_t j = 0; j < i; j++)
    assert(strcmp(p->names[j], name) != 0);
  p->names[i] = name;
  p->longs[i] = (struct option){.name = name, .has_arg = argument, .val = CODE_FIRST + (int)i};
}

static int argument_of(const struct pst_option *o)
{
  if (o->kind == PST_OPTION_FLAG)
    return no_argument;
  return o->optional ? optional_argument : required_argument;
}

/* "-" first: operands come in their order, whatever POSIXLY_CORRECT says; then ":" tells a missing
   argument from an unknown option. */
static void describe(struct parser *p)
{
  char *letter = stpcpy(p->shorts, "-:");
  size_t i = 0;

  for (size_t t = 0; t < p->line->n_tables; t++) {
    for (size_t k = 0; k < p->line->tables[t].count; k++, i++) {
      const struct pst_option *o = &p->line->tables[t].options[k];
      int argument = argument_of(o);

      assert(argument == no_argument || o->argument == NULL || strncmp(o->argument, "FILE", 4) != 0
             || o->file != PST_FILE_NONE);
      p->options[i] = o;
      add_name(p, i, o->name, argument);
      if (o->letter == '\0')
        continue;
      assert(strchr(p->shorts, o->letter) == NULL);
      *letter++ = o->letter;
      assert(!o->optional);
      if (argument != no_argument)
        *letter++ = ':';
    }
  }
  for (size_t k = 0; k < BUILT_IN; k++, i++)
    add_name(p, i, built_in[k], no_argument);
  for (size_t k = 0; k < p->n; k++) {
    if (p->options[k]->former == NULL)
      continue;
    p->today[i] = k;
    add_name(p, i++, p->options[k]->former, argument_of(p->options[k]));
  }
  p->n_names = i;
}

static enum pst_status set_defaults(struct parser *p)
{
  for (size_t i = 0; i < p->n; i++) {
    const struct pst_option *o = p->options[i];
    enum pst_status status =
        o->initial == NULL ? PST_OK : pst_option_value(o, o->initial, p->arena, p->error);

    assert(status != PST_USAGE);
    if (status != PST_OK)
      return status;
  }
  return PST_OK;
}

static bool is_former(const struct parser *p, int code)
{
  return code >= CODE_FIRST && (size_t)(code - CODE_FIRST) >= p->n + BUILT_IN;
}

/* The index of the option that getopt means by CODE: a letter or CODE_FIRST + i. */
static size_t find_code(const struct parser *p, int code)
{
  size_t i = 0;

  if (is_former(p, code))
    return p->today[code - CODE_FIRST];
  if (code >= CODE_FIRST)
    return (size_t)(code - CODE_FIRST);
  while (i < p->n && p->options[i]->letter != code)
    i++;
  assert(i < p->n);
  return i;
}

/* The index of the name that WORD, "--name" or "--name=...", writes in full; n_names: none. */
static size_t find_name(const struct parser *p, const char *word)
{
  struct pst_text name = {.data = word + 2, .size = strcspn(word + 2, "=")};
  size_t i = 0;

  while (i < p->n_names && !pst_text_is(name, p->names[i]))
    i++;
  return i;
}

/* What other tools, and people, call the options. */
static const struct {
  const char *said, *name;
} synonyms[] = {{"group", "by"},
                {"groupby", "by"},
                {"group-by", "by"},
                {"year", "time"},
                {"years", "time"},
                {"date", "time"},
                {"period", "time"},
                {"filter", "where"},
                {"subset", "where"},
                {"mutate", "let"},
                {"sep", "delimiter"},
                {"separator", "delimiter"},
                {"na", "missing"},
                {"out", "output"},
                {"chart", "render"},
                {"figure", "render"},
                {"value", "y"},
                {"values", "y"},
                {"confidence", "conf-level"},
                {"groups", "between"},
                {"group", "between"},
                {"groups", "by"},
                {"column", "y"},
                {"countries", "country"},
                {"merge", "join"},
                {"key", "on"},
                {"keys", "on"},
                {"alpha", "conf-level"},
                {"method", "kind"},
                {"against", "reference"},
                {"baseline", "reference"},
                {"value", "indicators"},
                {"values", "indicators"},
                {"columns", "indicators"},
                {"y", "indicators"},
                {"ci", "conf-level"},
                {"level", "conf-level"}};

/* The option that is called NAME here; N + BUILT_IN when there is none. */
static size_t find_called(const struct parser *p, const char *name)
{
  size_t i = 0;

  while (i < p->n && strcmp(p->names[i], name) != 0)
    i++;
  return i < p->n ? i : p->n + BUILT_IN;
}

/* The option that NAME is another word for; N + BUILT_IN when there is none here. */
static size_t find_synonym(const struct parser *p, struct pst_text name)
{
  for (size_t k = 0; k < sizeof synonyms / sizeof *synonyms; k++)
    if (pst_text_is(name, synonyms[k].said) && find_called(p, synonyms[k].name) < p->n)
      return find_called(p, synonyms[k].name);
  return p->n + BUILT_IN;
}

/* The same for a word that NAME is nearly. */
static size_t find_near_synonym(const struct parser *p, struct pst_text name)
{
  const char *said[sizeof synonyms / sizeof *synonyms];
  size_t count = 0, near;

  for (size_t k = 0; k < sizeof synonyms / sizeof *synonyms; k++)
    if (find_called(p, synonyms[k].name) < p->n)
      said[count++] = synonyms[k].said;
  near = count == 0 ? 0 : pst_text_near(name, said, count);
  return near < count ? find_synonym(p, pst_text_of(said[near])) : p->n + BUILT_IN;
}

/* What the user may have meant: the one option that starts with NAME, else a near one. */
static size_t find_near(const struct parser *p, struct pst_text name)
{
  size_t all = p->n + BUILT_IN, found = all, count = 0;

  for (size_t i = 0; i < all; i++) {
    if (strncmp(p->names[i], name.data, name.size) == 0) {
      found = i;
      count++;
    }
  }
  return count == 1 ? found : pst_text_near(name, p->names, all);
}

static enum pst_status fail_unknown_name(const struct parser *p, const char *word)
{
  struct pst_text name = {.data = word + 2, .size = strcspn(word + 2, "=")};
  size_t near = find_synonym(p, name);

  if (near == p->n + BUILT_IN)
    near = find_near(p, name);
  if (near == p->n + BUILT_IN)
    near = find_near_synonym(p, name);
  if (near < p->n + BUILT_IN)
    return pst_fail(p->error, PST_USAGE, "unknown option '--%.*s'; did you mean '%s%s'?",
                    (int)name.size, name.data, p->names[near][1] == '\0' ? "-" : "--",
                    p->names[near]);
  return pst_fail(p->error, PST_USAGE, "unknown option '--%.*s'; --help lists the options",
                  (int)name.size, name.data);
}

static enum pst_status fail_unknown_letter(const struct parser *p, int letter)
{
  unsigned char byte = (unsigned char)letter;
  const char said[] = {(char)letter, '\0'};
  size_t near;

  if (byte > 0x7E)
    return pst_fail(p->error, PST_USAGE, "unknown option '-\\x%02X'; --help lists the options",
                    byte);
  near = find_synonym(p, (struct pst_text){.data = said, .size = 1});
  if (near < p->n)
    return pst_fail(p->error, PST_USAGE, "unknown option '-%c'; did you mean '%s%s'?", byte,
                    p->names[near][1] == '\0' ? "-" : "--", p->names[near]);
  return pst_fail(p->error, PST_USAGE, "unknown option '-%c'; --help lists the options", byte);
}

static enum pst_status fail_argument(const struct parser *p, const struct pst_option *o,
                                     const char *instead)
{
  struct pst_buffer argument = {.data = NULL};
  enum pst_status status;

  pst_option_argument(&argument, o);
  if (instead == NULL)
    status = pst_fail(p->error, PST_USAGE, "%s%s needs an argument: %s", pst_option_dashes(o),
                      o->name, pst_buffer_string(&argument));
  else
    status = pst_fail(p->error, PST_USAGE,
                      "%s%s needs an argument: %s; '%s' is an option (if it is meant, write"
                      " --%s=%s)",
                      pst_option_dashes(o), o->name, pst_buffer_string(&argument), instead, o->name,
                      instead);
  pst_buffer_free(&argument);
  return status;
}

/* getopt takes a unique beginning for the name, we do not: is WORD a long name cut short? */
static bool is_cut(const struct parser *p, const char *word)
{
  return strncmp(word, "--", 2) == 0 && find_name(p, word) == p->n_names;
}

static bool may_repeat(const struct pst_option *o)
{
  return o->kind == PST_OPTION_FLAG || o->kind == PST_OPTION_LIST || o->kind == PST_OPTION_TEXTS;
}

static enum pst_status add_file(struct parser *p, const struct pst_option *o)
{
  const char *name = pst_arena_format(p->arena, "%s%s", pst_option_dashes(o), o->name);

  if (name == NULL)
    return pst_fail_memory(p->error);
  return pst_files_add(&p->line->files, p->arena, o->file, name, optarg, p->error);
}

/* The word behind an option without its argument is that argument, unless a file is called so. */
static const char *argument_behind(const struct parser *p, const struct pst_option *o)
{
  const char *word = p->argv[optind];

  if (!o->optional || word == NULL || word[0] == '-' || word[0] == '\0' || access(word, F_OK) == 0)
    return NULL;
  optind++;
  return word;
}

static enum pst_status note_said(struct parser *p, const struct pst_option *o, const char *value)
{
  const char *said = pst_arena_format(p->arena, "--%s%s%s", o->name, value == NULL ? "" : "=",
                                      value == NULL ? "" : value);

  return said == NULL ? pst_fail_memory(p->error)
                      : pst_list_add(&p->line->said, p->arena, said, p->error);
}

static enum pst_status take_value(struct parser *p, size_t i)
{
  const struct pst_option *o = p->options[i];
  const char *value;
  bool apart = o->kind != PST_OPTION_FLAG && optarg == p->argv[optind - 1];

  if (apart && strncmp(optarg, "--", 2) == 0 && !is_cut(p, optarg) && optarg[2] != '\0')
    return fail_argument(p, o, optarg);
  if (p->seen[i] && !may_repeat(o))
    return pst_fail(p->error, PST_USAGE, "%s%s is given twice; give it once", pst_option_dashes(o),
                    o->name);
  if (!p->seen[i] && o->initial != NULL && may_repeat(o) && o->kind != PST_OPTION_FLAG)
    o->to.list->count = 0;
  p->seen[i] = true;
  if (o->given != NULL)
    *o->given = true;
  if (o->file != PST_FILE_NONE && add_file(p, o) != PST_OK)
    return PST_NO_MEMORY;
  value = optarg == NULL ? argument_behind(p, o) : optarg;
  if (note_said(p, o, value) != PST_OK)
    return PST_NO_MEMORY;
  return pst_option_value(o, value, p->arena, p->error);
}

static enum pst_status note_former(struct parser *p, int code)
{
  enum pst_status status =
      pst_list_add(&p->line->former, p->arena, p->names[code - CODE_FIRST], p->error);

  if (status != PST_OK)
    return status;
  return pst_list_add(&p->line->former, p->arena, p->options[find_code(p, code)]->name, p->error);
}

/* CODE is an option that getopt knows. */
static enum pst_status take_option(struct parser *p, int code)
{
  size_t i = find_code(p, code);
  bool apart = i < p->n && p->options[i]->kind != PST_OPTION_FLAG && optarg == p->argv[optind - 1];
  const char *word = p->argv[optind - (apart ? 2 : 1)];

  if (code >= CODE_FIRST && is_cut(p, word))
    return fail_unknown_name(p, word);
  if (is_former(p, code) && note_former(p, code) != PST_OK)
    return PST_NO_MEMORY;
  if (i < p->n)
    return take_value(p, i);
  p->line->request = i == p->n ? PST_SHOW_HELP : PST_SHOW_VERSION;
  return PST_OK;
}

/* CODE is '?' or ':', and getopt has left the option's own code in optopt. */
static enum pst_status fail_option(const struct parser *p, int code)
{
  const char *word = p->argv[optind - 1];

  if (optopt == 0 || (optopt >= CODE_FIRST && is_cut(p, word)))
    return fail_unknown_name(p, word);
  if (code == ':')
    return fail_argument(p, p->options[find_code(p, optopt)], NULL);
  if (optopt >= CODE_FIRST)
    return pst_fail(p->error, PST_USAGE, "--%s takes no argument", p->names[find_code(p, optopt)]);
  return fail_unknown_letter(p, optopt);
}

static enum pst_status add_operand(struct parser *p, const char *operand)
{
  return pst_list_add(&p->line->operands, p->arena, operand, p->error);
}

static enum pst_status read_words(struct parser *p, int argc)
{
  enum pst_status status = PST_OK;

  optind = 0; /* start anew: a test parses many command lines */
  opterr = 0;
  while (status == PST_OK && p->line->request == PST_RUN) {
    int code = getopt_long(argc, p->argv, p->shorts, p->longs, NULL);

    if (code == -1)
      break;
    if (code == CODE_OPERAND)
      status = add_operand(p, optarg);
    else if (code == '?' || code == ':')
      status = fail_option(p, code);
    else
      status = take_option(p, code);
  }
  while (status == PST_OK && p->line->request == PST_RUN && optind < argc)
    status = add_operand(p, p->argv[optind++]);
  return status;
}

enum pst_status pst_options_parse(struct pst_command_line *line, int argc, char **argv,
                                  struct pst_arena *arena, struct pst_error *error)
{
  struct parser p = {.line = line, .arena = arena, .error = error, .argv = argv};
  enum pst_status status;

  line->operands = (struct pst_list){.items = NULL};
  line->files = (struct pst_files){.items = NULL};
  line->former = (struct pst_list){.items = NULL};
  line->said = (struct pst_list){.items = NULL};
  line->request = PST_RUN;
  if (!allocate(&p))
    return pst_fail_memory(error);
  describe(&p);
  status = set_defaults(&p);
  return status == PST_OK ? read_words(&p, argc) : status;
}
