/* arithmetic.c -- + - * / and `of` of two numbers of a claim, with their units. */
#include "claim/evaluate/arithmetic.h"

#include "claim/evaluate/tell.h"

/* What an operator makes of two units: the unit of the result, and the power of ten that it is to be
   multiplied by, since 46 % is 46. */
struct units {
  struct pst_unit out;
  int power;
};

static bool are_words(const struct pst_unit *a, const struct pst_unit *b)
{
  return a->kind == PST_UNIT_WORD && b->kind == PST_UNIT_WORD;
}

static bool multiply(struct pst_evaluator *evaluator, const struct pst_unit *a,
                     const struct pst_unit *b, struct units *units, struct pst_error *error)
{
  bool percent = false;

  if (are_words(a, b))
    return pst_unit_product(evaluator->source->arena, a, b, &units->out, error);
  if (!pst_unit_multiply(a, b, &units->out, &percent, error))
    return false;
  units->power = percent ? -2 : 0;
  return true;
}

/* A total is its part over the share that this is: 321 billion / 66.5 %. */
static bool divide(struct pst_evaluator *evaluator, const struct pst_unit *a,
                   const struct pst_unit *b, struct units *units, struct pst_error *error)
{
  if (are_words(a, b) && !pst_unit_same(a, b))
    return pst_unit_quotient(evaluator->source->arena, a, b, &units->out, error);
  if (b->kind == PST_UNIT_PERCENT && (a->kind == PST_UNIT_WORD || a->kind == PST_UNIT_PLAIN)) {
    units->out = *a;
    units->power = 2;
    return true;
  }
  return pst_unit_divide(a, b, &units->out, error);
}

/* 46 % of 340, 46 % of 12 %, a third of 340. */
static bool part_of(const struct pst_unit *a, const struct pst_unit *b, struct units *units,
                    struct pst_error *error)
{
  units->out = *b;
  units->power = a->kind == PST_UNIT_PERCENT ? -2 : 0;
  if (b->kind != PST_UNIT_DATE
      && (a->kind == PST_UNIT_PERCENT || a->kind == PST_UNIT_PLAIN || a->kind == PST_UNIT_RATIO))
    return true;
  pst_fail(error, PST_USAGE,
           b->kind == PST_UNIT_DATE ? "there is no part of a date"
                                    : "a share stands before of: 46 %% of 340, or 1 / 3 of 340");
  return false;
}

static bool units_of(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                     const struct pst_unit *a, const struct pst_unit *b, struct units *units,
                     struct pst_error *error)
{
  *units = (struct units){.power = 0};
  switch (node->kind) {
  case PST_SYNTAX_MULTIPLY:
    return multiply(evaluator, a, b, units, error);
  case PST_SYNTAX_DIVIDE:
    return divide(evaluator, a, b, units, error);
  case PST_SYNTAX_OF:
    return part_of(a, b, units, error);
  default:
    return pst_unit_add(a, b, node->kind == PST_SYNTAX_SUBTRACT, &units->out, error);
  }
}

static enum pst_number_kind kind_of(const struct pst_syntax *node)
{
  switch (node->kind) {
  case PST_SYNTAX_MULTIPLY:
  case PST_SYNTAX_OF:
    return PST_NUMBER_MULTIPLY;
  case PST_SYNTAX_DIVIDE:
    return PST_NUMBER_DIVIDE;
  case PST_SYNTAX_SUBTRACT:
    return PST_NUMBER_SUBTRACT;
  default:
    return PST_NUMBER_ADD;
  }
}

bool pst_arithmetic(struct pst_evaluator *evaluator, const struct pst_syntax *node,
                    const struct pst_claim_value *a, const struct pst_claim_value *b,
                    struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  struct units units;
  struct pst_error error;
  bool zero = false;

  pst_error_clear(&error);
  if (!units_of(evaluator, node, &a->unit, &b->unit, &units, &error))
    return pst_evaluator_fail_unit(evaluator, node->place, &error);
  *out = (struct pst_claim_value){
      .kind = PST_CLAIM_VALUE_NUMBER, .unit = units.out, .table = SIZE_MAX};
  out->number = pst_number_binary(exact, kind_of(node), a->number, b->number, &zero);
  if (zero && pst_range_is_point(&b->number->range))
    return pst_evaluator_fail(evaluator, node->place, "the divisor is 0");
  if (zero)
    return pst_evaluator_fail(evaluator, node->place, "the divisor %s holds 0",
                              pst_tell_number(evaluator, b->number, &b->unit));
  if (units.power != 0 && out->number != NULL)
    out->number =
        pst_number_binary(exact, PST_NUMBER_MULTIPLY, out->number,
                          pst_number_point(exact, pst_rational_power(exact, units.power)), &zero);
  return out->number != NULL || pst_evaluator_memory(evaluator);
}
