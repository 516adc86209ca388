/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_VALUE_H
#define LIB_RULE_VALUE_H

/*
 * What an operator yields: a value, perhaps an interval, its condition, and the
 * causes that lead from full marks to it.
 */

#include <stdbool.h>

#include "model/cause.h"

enum fzzf__type {
    FZZF__TYPE_NUMBER,
    FZZF__TYPE_TRUTH, /* 0 or 1; both ends when unknown */
    FZZF__TYPE_TEXT,
    FZZF__TYPE_DATE, /* days since 1970-01-01 */
    FZZF__TYPE_NONE  /* of a part whose faults leave open what it gives */
};

enum fzzf__condition {
    FZZF__HAS_VALUE,
    FZZF__NOT_APPLICABLE,
    FZZF__NOT_COMPUTABLE, /* with more knowledge it could be */
    FZZF__NO_VALUE
};

/* In which states absent observations were that a value was made from. */
enum {
    FZZF__ABSENT_MISSING = 1,
    FZZF__ABSENT_NOT_ASSESSED = 2,
    FZZF__ABSENT_DISPUTED = 4
};

/* A number r * q^(1/k), known exactly although irrational. The factors stay
 * apart until they are compared, for then both are raised to the k. */
struct fzzf__surd {
    fzzf__num r; /* not 0 */
    fzzf__num q; /* > 0 */
    int k;
};

struct fzzf__value {
    enum fzzf__condition condition;
    unsigned char absent;          /* bits: what absent was read on the way */
    bool open;                     /* an interval for lack of data; of what
                                      does not apply: perhaps it does */
    bool enclosed;                 /* an interval round an irrational number */
    bool may_fail;                 /* perhaps it has no value; why says it */
    bool lo_open, hi_open;         /* the end itself is not reached */
    fzzf__num lo, hi;              /* equal: exact */
    fzzf__num full;                /* of a score: what it is measured against */
    bool full_known;               /* else full is 0 for want of points */
    const char *text;              /* of a text; NULL: open */
    const struct fzzf__surd *surd; /* or NULL */
    struct fzzf__why why;
    struct fzzf__cause *causes; /* full + their sum = value, at both ends */
};

/* No value yet: zeros. */
#define FZZF__VALUE_NONE                                                       \
    {                                                                          \
        .lo = {0, 1, NULL}, .hi = {0, 1, NULL}, .full = { 0, 1, NULL }         \
    }
extern const struct fzzf__value fzzf__value_none;

bool fzzf__value_is_exact(fzzf__arena *arena, const struct fzzf__value *value);

/* What came out as one value is no longer open, whatever was absent. */
void fzzf__value_settle(fzzf__arena *arena, enum fzzf__type type,
                        struct fzzf__value *value);

/*
 * Widens @into (empty while @*count is 0) so that it also covers @value. Causes
 * follow: those at an end are of the value that has that end.
 */
void fzzf__value_hull(fzzf__arena *arena, enum fzzf__type type,
                      struct fzzf__value *into, size_t *count,
                      const struct fzzf__value *value);

/* Exact comparison of two exact or enclosed values: -1, 0, 1; 2 when the
 * enclosures overlap and no surd settles it. */
int fzzf__value_compare(fzzf__arena *arena, const struct fzzf__value *a,
                        const struct fzzf__value *b);

/* Appends a cause and returns it, or NULL when spoiled. */
struct fzzf__cause *fzzf__cause_add(fzzf__arena *arena,
                                    struct fzzf__cause **list,
                                    enum fzzf__cause_code code, fzzf__num low,
                                    fzzf__num high);
/* Appends copies of @from. */
void fzzf__causes_append(fzzf__arena *arena, struct fzzf__cause **list,
                         const struct fzzf__cause *from);

#endif
