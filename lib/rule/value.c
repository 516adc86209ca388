/* SPDX-License-Identifier: Apache-2.0 */
/* Values: settling, covering, comparing, and lists of causes. */

#include "rule/value.h"

const struct fzzf__value fzzf__value_none = FZZF__VALUE_NONE;

bool fzzf__value_is_exact(fzzf__arena *arena, const struct fzzf__value *value)
{
    (void)arena; /* as in comparisons: no size of number needs it */
    return value->condition == FZZF__HAS_VALUE &&
           (fzzf__num_alike(value->lo, value->hi) ||
            fzzf__num_equal(value->lo, value->hi));
}

void fzzf__value_settle(fzzf__arena *arena, enum fzzf__type type,
                        struct fzzf__value *value)
{
    if (value->condition != FZZF__HAS_VALUE) {
        if (value->condition != FZZF__NOT_APPLICABLE || !value->open)
            value->absent = 0;
        return;
    }
    if (type == FZZF__TYPE_TEXT ? value->text == NULL
                                : !fzzf__value_is_exact(arena, value))
        return;
    value->lo_open = value->hi_open = false;
    value->enclosed = false;
    if (value->may_fail)
        return; /* whether there is a value is still open */
    value->open = false;
    value->absent = 0;
}

struct fzzf__cause *fzzf__cause_add(fzzf__arena *arena,
                                    struct fzzf__cause **list,
                                    enum fzzf__cause_code code, fzzf__num low,
                                    fzzf__num high)
{
    struct fzzf__cause *cause = fzzf__arena_alloc(arena, sizeof *cause);

    if (cause == NULL)
        return NULL;
    cause->code = code;
    cause->low = low;
    cause->high = high;
    for (size_t i = 0; i < FZZF__CAUSE_ARGS; i++)
        cause->args[i] = FZZF__ZERO;
    while (*list != NULL)
        list = &(*list)->next;
    *list = cause;
    return cause;
}

void fzzf__causes_append(fzzf__arena *arena, struct fzzf__cause **list,
                         const struct fzzf__cause *from)
{
    while (*list != NULL)
        list = &(*list)->next;
    for (; from != NULL; from = from->next) {
        struct fzzf__cause *copy = fzzf__arena_alloc(arena, sizeof *copy);

        if (copy == NULL)
            return;
        *copy = *from;
        copy->next = NULL;
        *list = copy;
        list = &copy->next;
    }
}

static bool same_text(const char *a, const char *b)
{
    return a == b; /* labels are the system's own texts */
}

/* The cause of @list that tells the same as @wanted; NULL: none. */
static struct fzzf__cause *find_like(struct fzzf__cause *list,
                                     const struct fzzf__cause *wanted)
{
    for (; list != NULL; list = list->next)
        if (list->code == wanted->code && list->node == wanted->node &&
            same_text(list->label, wanted->label) &&
            fzzf__num_sign(list->high) == 0)
            return list;
    return NULL;
}

/*
 * Causes for an interval whose lower end came from @low and whose upper end
 * from @high: what both tell is told once.
 */
static struct fzzf__cause *join_causes(fzzf__arena *arena,
                                       const struct fzzf__cause *low,
                                       const struct fzzf__cause *high)
{
    struct fzzf__cause *list = NULL;
    struct fzzf__cause *c;

    if (low == high) {
        fzzf__causes_append(arena, &list, low);
        return list;
    }
    fzzf__causes_append(arena, &list, low);
    for (c = list; c != NULL; c = c->next)
        c->high = FZZF__ZERO;
    for (; high != NULL; high = high->next) {
        c = find_like(list, high);
        if (c == NULL) {
            c = fzzf__cause_add(arena, &list, high->code, FZZF__ZERO,
                                high->high);
            if (c == NULL)
                return list;
            c->label = high->label;
            c->veto = high->veto;
            c->node = high->node;
            for (size_t i = 0; i < FZZF__CAUSE_ARGS; i++)
                c->args[i] = high->args[i];
        } else {
            c->high = high->high;
        }
    }
    return list;
}

static void hull_text(struct fzzf__value *into, const struct fzzf__value *value)
{
    if (into->text != value->text) {
        into->text = NULL;
        into->open = true;
    }
}

static void hull_number(fzzf__arena *arena, struct fzzf__value *into,
                        const struct fzzf__value *value)
{
    const bool lower = fzzf__num_compare(arena, value->lo, into->lo) < 0;
    const bool higher = fzzf__num_compare(arena, value->hi, into->hi) > 0;
    const struct fzzf__cause *low = lower ? value->causes : into->causes;
    const struct fzzf__cause *high = higher ? value->causes : into->causes;

    if (lower)
        into->lo = value->lo;
    if (higher)
        into->hi = value->hi;
    into->lo_open = into->hi_open = false; /* a closed cover is enough */
    if (lower || higher) {
        into->causes = join_causes(arena, low, high);
        into->surd = NULL;
    }
}

/* One of the two has no value: what the other has may fail. */
static void merge_failing(struct fzzf__value *into,
                          const struct fzzf__value *value,
                          const struct fzzf__value *flags)
{
    const bool both = into->condition == value->condition;
    const struct fzzf__why why =
        into->condition == FZZF__NO_VALUE ? into->why : value->why;

    if (into->condition == FZZF__NO_VALUE)
        *into = *value;
    into->absent = flags->absent;
    into->open = flags->open;
    into->enclosed = flags->enclosed;
    if (into->condition == FZZF__HAS_VALUE) {
        into->may_fail = true;
        into->why = why;
    }
    into->open |= !both;
}

void fzzf__value_hull(fzzf__arena *arena, enum fzzf__type type,
                      struct fzzf__value *into, size_t *count,
                      const struct fzzf__value *value)
{
    struct fzzf__value merged;

    if ((*count)++ == 0) {
        *into = *value;
        return;
    }
    merged = *into;
    merged.absent |= value->absent;
    merged.open |= value->open;
    merged.enclosed |= value->enclosed;
    merged.may_fail |= value->may_fail;
    if (value->condition == FZZF__NO_VALUE ||
        into->condition == FZZF__NO_VALUE) {
        merge_failing(into, value, &merged);
        return;
    }
    *into = merged;
    if (into->condition == FZZF__NOT_APPLICABLE)
        return;
    if (value->condition != FZZF__HAS_VALUE) {
        into->condition = value->condition;
        into->why = value->why;
        return;
    }
    if (into->condition != FZZF__HAS_VALUE)
        return;
    if (type == FZZF__TYPE_TEXT)
        hull_text(into, value);
    else
        hull_number(arena, into, value);
}

/* An exact value to the power *k by which it is rational, sign apart. */
static bool as_power(fzzf__arena *arena, const struct fzzf__value *value,
                     fzzf__num *power, int *k, int *sign)
{
    const struct fzzf__surd rational = {value->lo, FZZF__ONE, 1};
    const struct fzzf__surd *surd =
        value->surd != NULL ? value->surd : &rational;

    if (value->surd == NULL && !fzzf__value_is_exact(arena, value))
        return false;
    *k = surd->k;
    *sign = fzzf__num_sign(surd->r);
    *power = fzzf__num_pow(arena, fzzf__num_abs(arena, surd->r), surd->k);
    *power = fzzf__num_mul(arena, *power, surd->q);
    return true;
}

int fzzf__value_compare(fzzf__arena *arena, const struct fzzf__value *a,
                        const struct fzzf__value *b)
{
    fzzf__num x, y;
    int x_k, y_k, x_sign, y_sign;

    if (fzzf__num_compare(arena, a->hi, b->lo) < 0)
        return -1;
    if (fzzf__num_compare(arena, a->lo, b->hi) > 0)
        return 1;
    if (!as_power(arena, a, &x, &x_k, &x_sign) ||
        !as_power(arena, b, &y, &y_k, &y_sign))
        return 2;
    if (x_sign != y_sign)
        return x_sign < y_sign ? -1 : 1;
    /* x^(1/k) and y^(1/m) stand to each other as x^m and y^k. */
    return x_sign * fzzf__num_compare(arena, fzzf__num_pow(arena, x, y_k),
                                      fzzf__num_pow(arena, y, x_k));
}
