/* words_errors.c -- names of standard errors and deviations, which are never negative. */
#include <ctype.h>
#include <string.h>

#include "printed/words.h"

enum { NAME_MOST = 80 };

/* NAME in small letters between blanks, without dots: ` s e ` is never what `S.E.` becomes, but ` se `. */
static bool plain(const char *name, char text[NAME_MOST + 3])
{
  size_t n = 0;

  if (strlen(name) > NAME_MOST)
    return false;
  text[n++] = ' ';
  for (; *name != '\0'; name++) {
    unsigned char c = (unsigned char)*name;

    if (c == '.' && isalpha((unsigned char)name[-1]))
      continue;
    if (isalnum(c) || c >= 0x80)
      text[n++] = (char)tolower(c);
    else if (text[n - 1] != ' ')
      text[n++] = ' ';
  }
  if (text[n - 1] != ' ')
    text[n++] = ' ';
  text[n] = '\0';
  return true;
}

bool pst_words_error(const char *name)
{
  static const char *const words[] = {" standard error ",
                                      " standard errors ",
                                      " standard deviation ",
                                      " standard deviations ",
                                      " std error ",
                                      " std errors ",
                                      " std err ",
                                      " stderr ",
                                      " std dev ",
                                      " stddev ",
                                      " stdev ",
                                      " sampling error ",
                                      " margin of error ",
                                      " moe ",
                                      " rse ",
                                      " standardfehler ",
                                      " standardabweichung ",
                                      " erreur type ",
                                      " erreurs types ",
                                      " \u00E9cart type ",
                                      " ecart type ",
                                      " error est\u00E1ndar ",
                                      " error estandar ",
                                      " desviaci\u00F3n est\u00E1ndar ",
                                      " errore standard ",
                                      " standaardfout ",
                                      " erro padr\u00E3o ",
                                      NULL};
  char text[NAME_MOST + 3];
  size_t size;

  if (!plain(name[0] == '.' ? name + 1 : name, text))
    return false;
  for (size_t i = 0; words[i] != NULL; i++)
    if (strstr(text, words[i]) != NULL)
      return true;
  /* Last of several words, or with its dots: `Mean SE`, `s.e.`. */
  size = strlen(text);
  return size >= 4 && (strcmp(text + size - 4, " se ") == 0 || strcmp(text + size - 4, " sd ") == 0)
         && (size > 4 || strchr(name, '.') != NULL);
}

bool pst_words_error_alone(const char *name)
{
  char text[NAME_MOST + 3];

  return plain(name[0] == '.' ? name + 1 : name, text)
         && (strcmp(text, " se ") == 0 || strcmp(text, " sd ") == 0);
}
