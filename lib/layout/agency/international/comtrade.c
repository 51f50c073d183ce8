/* comtrade.c -- UN Comtrade: quantities and trade values by reporter, partner and commodity. */
/* UN Comtrade: a line a reporter, partner, flow and commodity, with quantities and values side by
   side; the older site's column names and the newer one's. */
#include "layout/layout.h"

#include <strings.h>

static const char *const missing[] = {NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const legacy[] = {"Reporter Code", "Partner Code", "Commodity Code"};
  static const char *const present[] = {"reporterCode", "partnerCode", "primaryValue"};

  static const char *const chosen[] = {"Reporter", "Partner", "Trade Value (US$)"};

  return pst_layout_sees(sheet, legacy, 3, header, why)
         || pst_layout_sees(sheet, chosen, 3, header, why)
         || pst_layout_sees(sheet, present, 3, header, why);
}

static bool is_value(const char *name)
{
  static const char *const names[] = {"Qty",
                                      "Alt Qty",
                                      "Quantity",
                                      "Netweight (kg)",
                                      "Net weight (kg)",
                                      "Net Weight",
                                      "Gross weight (kg)",
                                      "Trade Value (US$)",
                                      "CIF Trade Value (US$)",
                                      "FOB Trade Value (US$)",
                                      "altQty",
                                      "netWgt",
                                      "grossWgt",
                                      "cifvalue",
                                      "fobvalue",
                                      "primaryValue"};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcasecmp(name, names[i]) == 0)
      return true;
  return false;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  static const char *const twins[] = {"Year", "Period Desc.", "refYear", "refPeriodId"};
  size_t flag = pst_frame_find(frame, "Flag"), n = 0;

  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_value(frame->columns[c].name)) {
      pst_frame_value(frame, c, flag, PST_NO_COLUMN);
      n++;
    }
  for (size_t i = 0; i < sizeof twins / sizeof *twins; i++)
    pst_frame_set(frame, twins[i], PST_FRAME_TWIN);
  if (pst_frame_set(frame, "Period", PST_FRAME_PERIOD) == PST_NO_COLUMN
      && pst_frame_set(frame, "refYear", PST_FRAME_PERIOD) == PST_NO_COLUMN)
    pst_frame_set(frame, "Year", PST_FRAME_PERIOD);
  frame->when |= PST_WHEN_COMPACT;
  frame->variables = n > 1;
  if (n > 0)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "the header has no column of a quantity or of a trade value");
}

const struct pst_layout pst_layout_comtrade = {
    .name = "comtrade",
    .summary = "UN Comtrade: quantities and trade values by reporter, partner and commodity",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
