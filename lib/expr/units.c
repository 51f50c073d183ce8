/* units.c -- units in the expressions of rows.

   A column has the unit of its schema, a literal the one written behind it, and a bare number fits
   beside any: x_pct > 5 and x_pct > 5 % are the same where the schema says %.  A unit is followed
   through sums, differences and what keeps a number's size; of products nothing is known. */
#include "expr/bind.h"

static bool is_literal(const struct pst_operand *operand)
{
  return operand->leaf != NULL && operand->leaf->op == PST_OP_NUMBER
         && operand->leaf->literal != NULL && operand->leaf->literal->number.has_unit;
}

static struct pst_text literal_text(const struct pst_binder *binder,
                                    const struct pst_operand *operand)
{
  const struct pst_syntax *literal = operand->leaf->literal;

  return pst_text_trim((struct pst_text){.data = binder->expr->source.data + literal->place,
                                         .size = literal->end - literal->place});
}

/* The literal OPERAND as a number of the scale 10^SCALE, and for % of a ratio over 100. */
static void convert(struct pst_binder *binder, struct pst_operand *operand, int scale, bool share)
{
  struct pst_exact exact = {.arena = binder->expr->arena};
  struct pst_rational value = operand->leaf->literal->number.value;

  value =
      pst_rational_multiply(&exact, value, pst_rational_power(&exact, share ? -2 - scale : -scale));
  operand->leaf->constant = pst_expr_number(pst_rational_to_double(value));
  operand->unit.scale = scale;
}

static enum pst_status fail_unknown(struct pst_binder *binder, const struct pst_operand *literal,
                                    const struct pst_operand *other)
{
  struct pst_text text = literal_text(binder, literal);
  char object[PST_DESCRIPTION_SIZE];

  pst_bind_object(object, binder, other);
  return pst_expr_fail_at(binder->error, binder->expr->source, literal->leaf->literal->place,
                          "%.*s has a unit, and %s beside it has none; write the number as the "
                          "column has it",
                          (int)text.size, text.data, object);
}

/* One side has no unit: a bare number fits, but no literal with a unit beside it. */
static enum pst_status join_unknown(struct pst_binder *binder, struct pst_operand *known,
                                    struct pst_operand *other, struct pst_operand *joint)
{
  bool plain = known->unit.kind == PST_UNIT_PLAIN;

  if (is_literal(known) && !plain)
    return fail_unknown(binder, known, other);
  if (joint != NULL && !(is_literal(known) && plain)) {
    joint->has_unit = true;
    joint->unit = known->unit;
  }
  return PST_OK;
}

static bool allowed(enum pst_units_use use, const struct pst_operand *left,
                    const struct pst_operand *right, struct pst_unit *unit, int times[2],
                    struct pst_error *error)
{
  times[0] = times[1] = 1;
  if (use != PST_UNITS_COMPARE)
    return pst_unit_add(&left->unit, &right->unit, use == PST_UNITS_SUBTRACT, unit, error);
  *unit = left->unit;
  return pst_unit_compare(&left->unit, &right->unit, &times[0], &times[1], error);
}

/* Two columns, or what is computed from them: their numbers stand as they are. */
static enum pst_status need_one_scale(struct pst_binder *binder,
                                      const struct pst_instruction *instruction,
                                      const struct pst_operand *left,
                                      const struct pst_operand *right, const int times[2])
{
  const char *a = pst_unit_print(binder->expr->arena, &left->unit);
  const char *b = pst_unit_print(binder->expr->arena, &right->unit);

  if (left->unit.scale == right->unit.scale && times[0] == 1 && times[1] == 1)
    return PST_OK;
  return pst_expr_fail_at(binder->error, binder->expr->source, instruction->at,
                          "one side is in %s and the other in %s; multiply one of them, as in 1000 "
                          "* x",
                          a, b);
}

enum pst_status pst_units_join(struct pst_binder *binder, const struct pst_instruction *instruction,
                               enum pst_units_use use, struct pst_operand *left,
                               struct pst_operand *right, struct pst_operand *joint)
{
  struct pst_error error;
  struct pst_unit unit;
  int times[2];

  if (!left->has_unit && !right->has_unit)
    return PST_OK;
  if (!left->has_unit || !right->has_unit)
    return join_unknown(binder, left->has_unit ? left : right, left->has_unit ? right : left,
                        joint);
  pst_error_clear(&error);
  if (!allowed(use, left, right, &unit, times, &error))
    return pst_expr_fail_at(binder->error, binder->expr->source, instruction->at, "%s",
                            error.message);
  if (is_literal(right))
    convert(binder, right, left->unit.scale, times[0] != 1);
  else if (is_literal(left))
    convert(binder, left, right->unit.scale, times[1] != 1);
  else if (need_one_scale(binder, instruction, left, right, times) != PST_OK)
    return PST_USAGE;
  if (joint != NULL) {
    joint->has_unit = true;
    joint->unit = unit;
    joint->unit.scale = left->unit.scale;
  }
  return PST_OK;
}

/* 5 % of a thing is 0.05 of it; like over like is a ratio. */
enum pst_status pst_units_product(struct pst_binder *binder, bool divide, struct pst_operand *left,
                                  struct pst_operand *right, struct pst_operand *joint)
{
  struct pst_operand *share = is_literal(left) ? left : right;
  const struct pst_operand *thing = share == left ? right : left;
  bool alike = left->has_unit && right->has_unit && pst_unit_same(&left->unit, &right->unit);

  if (divide && alike && is_literal(right))
    convert(binder, right, left->unit.scale, false);
  else if (divide && alike && is_literal(left))
    convert(binder, left, right->unit.scale, false);
  if (divide && alike && left->unit.scale == right->unit.scale) {
    joint->has_unit = true;
    joint->unit = (struct pst_unit){.kind = PST_UNIT_RATIO};
  } else if (!divide && is_literal(share) && share->unit.kind == PST_UNIT_PERCENT) {
    convert(binder, share, 0, true);
    joint->has_unit = thing->has_unit;
    joint->unit = thing->unit;
  }
  return PST_OK;
}

enum pst_status pst_units_refuse(struct pst_binder *binder,
                                 const struct pst_instruction *instruction,
                                 const struct pst_operand *operand)
{
  struct pst_text source = binder->expr->source, text;

  if (!is_literal(operand) || operand->unit.kind == PST_UNIT_PLAIN)
    return PST_OK;
  text = literal_text(binder, operand);
  return pst_expr_fail_at(binder->error, source, operand->leaf->literal->place,
                          "%.*s has a unit, but %.*s takes plain numbers", (int)text.size,
                          text.data, (int)instruction->size, source.data + instruction->at);
}
