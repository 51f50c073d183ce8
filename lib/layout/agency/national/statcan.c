/* statcan.c -- Statistics Canada: REF_DATE, VALUE, STATUS, in English and French. */
/* Full tables of Statistics Canada: one record a value.  French files part cells by semicolons and write
   decimal commas.
   https://www150.statcan.gc.ca -> https://www.statcan.gc.ca/en/developers/csv/user-guide */
#include "layout/agency/named.h"

static const char *const missing[] = {"..", "...", "x", "F", NULL};

/* SCALAR_FACTOR says in words what SCALAR_ID says as a power of ten; it stays a key. */
static const struct pst_named_column names[] = {
    {"REF_DATE", PST_FRAME_PERIOD}, {"VALUE", PST_FRAME_VALUE},
    {"STATUS", PST_FRAME_FLAG},     {"SYMBOL", PST_FRAME_NOTE},
    {"UOM", PST_FRAME_UNIT},        {"P\u00C9RIODE DE R\u00C9F\u00C9RENCE", PST_FRAME_PERIOD},
    {"VALEUR", PST_FRAME_VALUE},    {"STATUT", PST_FRAME_FLAG},
    {"SYMBOLE", PST_FRAME_NOTE},    {"UNIT\u00C9 DE MESURE", PST_FRAME_UNIT},
    {NULL, PST_FRAME_KEY}};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const english[] = {"REF_DATE", "GEO", "VALUE", "VECTOR"};
  static const char *const french[] = {"P\u00C9RIODE DE R\u00C9F\u00C9RENCE", "G\u00C9O", "VALEUR",
                                       "VECTEUR"};

  return pst_layout_sees(sheet, english, 4, header, why)
         || pst_layout_sees(sheet, french, 4, header, why);
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  frame->scale = pst_frame_find(frame, "SCALAR_ID");
  if (frame->scale == PST_NO_COLUMN)
    frame->scale = pst_frame_find(frame, "IDENTIFICATEUR SCALAIRE");
  frame->native = frame->sheet->delimiter == ';' ? ',' : '.';
  return pst_named_read(frame, names, error);
}

const struct pst_layout pst_layout_statcan = {
    .name = "statcan",
    .summary = "Statistics Canada: REF_DATE, VALUE, STATUS; in French PÉRIODE DE RÉFÉRENCE, VALEUR",
    .missing = missing,
    .native = '.',
    .parted = ",;",
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
