/* rate.c -- `rate JPY_USD from TABLE`: a name for what one currency costs in another, period by period. */
#include "claim/read/lines.h"

static bool read_body(struct pst_language_parser *parser, struct pst_file_syntax *file,
                      struct pst_rate_syntax *rate)
{
  if (!pst_lines_name(parser, "a name for the rate, as JPY_USD", &rate->name))
    return false;
  for (struct pst_rate_syntax *r = file->rates; r != rate; r++)
    if (pst_text_equal(r->name, rate->name))
      return pst_lines_twice(parser, rate->at, "rate", rate->name, r->at);
  if (!pst_parser_take(parser, "from"))
    return pst_parser_want(parser, "from");
  rate->table_at = parser->now.at;
  return pst_lines_name(parser, "the table of the rate", &rate->table_name)
         && pst_lines_end(parser);
}

bool pst_rate_statement(struct pst_language_parser *parser, struct pst_file_syntax *file)
{
  struct pst_rate_syntax *rate;

  file->rates = pst_parser_grow(parser, file->rates, file->rate_count, sizeof *rate);
  if (file->rates == NULL)
    return false;
  rate = &file->rates[file->rate_count++];
  *rate = (struct pst_rate_syntax){.at = parser->now.at, .table = SIZE_MAX};
  if (read_body(parser, file, rate))
    return true;
  rate->error = parser->source->error_count;
  return false;
}
