/* words_lines.c -- names that stand for a line above a table, or over its first column. */
#include <string.h>
#include <strings.h>

#include "printed/words.h"

static bool in_list(const char *word, size_t size, const char *const *list)
{
  for (; *list != NULL; list++)
    if (strlen(*list) == size && strncasecmp(*list, word, size) == 0)
      return true;
  return false;
}

bool pst_words_about(const char *name)
{
  static const char *const names[] = {"release date",
                                      "released",
                                      "release",
                                      "published",
                                      "publication date",
                                      "last update",
                                      "last updated",
                                      "updated",
                                      "update",
                                      "extracted on",
                                      "extracted",
                                      "data source",
                                      "source of data",
                                      "sources of data",
                                      "data sources",
                                      "extraction date",
                                      "last modified",
                                      "source",
                                      "sources",
                                      "dataset",
                                      "data set",
                                      "database",
                                      "table id",
                                      "table",
                                      "table number",
                                      "frequency",
                                      "time frequency",
                                      "special value",
                                      "title",
                                      "subject",
                                      "contact",
                                      "copyright",
                                      "licence",
                                      "license",
                                      "next release",
                                      "next update",
                                      "coverage",
                                      "unit",
                                      "units",
                                      "unit of measure",
                                      "geography",
                                      "geographic coverage",
                                      "survey",
                                      "universe",
                                      "seasonal adjustment",
                                      "stand",
                                      "quelle",
                                      "einheit",
                                      "titel",
                                      "tabelle",
                                      "fuente",
                                      "unidad",
                                      "titre",
                                      "unit\u00E9",
                                      "date of extraction",
                                      "download date",
                                      "downloaded on",
                                      "retrieved",
                                      "retrieved on",
                                      "accessed",
                                      "prepared by",
                                      "publisher",
                                      "series title",
                                      "measure",
                                      "notes",
                                      "note",
                                      "dataset name",
                                      "source note",
                                      NULL};
  size_t size = strlen(name);

  while (size > 0 && (name[size - 1] == ':' || name[size - 1] == ' '))
    size--;
  return in_list(name, size, names);
}

bool pst_words_stub(const char *name)
{
  static const char *const names[] = {"country",
                                      "countries",
                                      "country or area",
                                      "country name",
                                      "region",
                                      "regions",
                                      "state",
                                      "states",
                                      "province",
                                      "area",
                                      "geo",
                                      "geography",
                                      "industry",
                                      "industries",
                                      "sector",
                                      "item",
                                      "items",
                                      "indicator",
                                      "variable",
                                      "county",
                                      "district",
                                      "municipality",
                                      "reporter",
                                      "partner",
                                      "reporting country",
                                      "economy",
                                      "land",
                                      "pays",
                                      "pa\u00EDs",
                                      "year",
                                      "time",
                                      "category",
                                      "activity",
                                      "product",
                                      "donor",
                                      "characteristic",
                                      "geographic area",
                                      "commodity",
                                      NULL};

  return in_list(name, strlen(name), names);
}

bool pst_words_dimension(const char *name)
{
  static const char *const names[] = {
      "sex",      "gender",   "type",    "kind",         "class",    "group",   "currency", "basis",
      "nature",   "scenario", "variant", "geschlecht",   "art",      "sexe",    "sexo",     "tipo",
      "waehrung", "devise",   "moneda",  "w\u00E4hrung", "language", "quality", "version",  NULL};
  const char *last = strrchr(name, ' ');

  last = last == NULL ? name : last + 1;
  return pst_words_stub(name) || pst_words_called_unit(name) || in_list(last, strlen(last), names);
}
