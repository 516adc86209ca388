/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_SYSTEM_H
#define LIB_MODEL_SYSTEM_H

/*
 * An indicator system as written: data only. The reader fills it, tailoring
 * makes a changed copy, everybody else reads. All texts and arrays lie in the
 * system's arena (or in that of the system it was tailored from, which it
 * keeps alive).
 */

#include <stdatomic.h>
#include <stdbool.h>

#include "base/diag.h"
#include "base/names.h"
#include "base/num.h"
#include "base/number.h"
#include "fzzf/system.h"
#include "model/source.h"

enum fzzf__given { FZZF__ABSENT, FZZF__GIVEN, FZZF__UNPUBLISHED };

struct fzzf__amount {
    enum fzzf__given given;
    fzzf__num num;      /* when GIVEN */
    const char *origin; /* id of the tailoring that set it, or NULL */
};

/* One element of a rule as written; its kind is looked up when planning. */
struct fzzf__attr {
    const char *name;
    const char *value;
};

struct fzzf__element {
    const char *name;
    const struct fzzf__attr *attrs;
    size_t attr_count;
    struct fzzf__element *children; /* first */
    struct fzzf__element *next;     /* sibling */
    fzzf__place place;
};

/* The value of attribute @name, or NULL. */
const char *fzzf__element_attr(const struct fzzf__element *element,
                               const char *name);

/* Where a value comes from: <source>. */
struct fzzf__source {
    const char *confidence; /* seen, recalled, inferred, given */
    const char *href;       /* or NULL */
    const char *text;
    struct fzzf__source *next;
};

/* An <extension>: its XML text, namespaces declared, written back as it is. */
struct fzzf__extension {
    const char *xml;
    struct fzzf__extension *next;
};

struct fzzf__option {
    const char *id;
    const char *title; /* or NULL */
};

struct fzzf__observe {
    const char *id;
    const char *title; /* or NULL */
    const char *unit;  /* or NULL */
    fzzf_observation_kind kind;
    struct fzzf__amount min, max;
    bool whole;
    const struct fzzf__option *options;
    size_t option_count;
    const char *const *periods;
    size_t period_count;
    fzzf__place place;
};

/* <for>: other values for the units of a group. */
struct fzzf__variant {
    const char *group;
    struct fzzf__amount points, weight; /* ABSENT: as the indicator's own */
    int applies;                        /* fzzf_applies, or -1: as its own */
};

enum fzzf__effect {
    FZZF__EFFECT_ZERO,
    FZZF__EFFECT_FIX,
    FZZF__EFFECT_LOSE,
    FZZF__EFFECT_LOWER,
    FZZF__EFFECT_GRADE,
    FZZF__EFFECT_STOP,
    FZZF__EFFECT_BAR
};

struct fzzf__veto {
    const char *id;
    const char *title; /* or NULL */
    const char *when;
    const char *value; /* formula or NULL */
    const char *grade; /* or NULL */
    enum fzzf__effect effect;
    fzzf__place place;
};

struct fzzf__require {
    const char *id;
    const char *title; /* or NULL */
    const char *when;
    fzzf__place place;
};

enum fzzf__treatment {
    FZZF__NA_UNSAID, /* the contract says */
    FZZF__NA_RESCALE,
    FZZF__NA_SPREAD,
    FZZF__NA_FULL,
    FZZF__NA_NO_LOSS,
    FZZF__NA_LEAVE_OUT,
    FZZF__NA_SUBSTITUTE
};

/* A node of the tree; number 0 is the whole ("total"). */
struct fzzf_indicator {
    struct fzzf_system *system;
    size_t index; /* in document order */
    size_t end;   /* one past the last descendant: [index + 1, end) are below */
    size_t parent;
    size_t child_count;
    int level; /* 0 for the whole */

    const char *id;
    const char *title;
    const char *title_origin;
    const char *number;    /* or NULL */
    const char *criterion; /* or NULL */
    const char *criterion_origin;
    const char *confidence; /* or NULL */
    const char *measuring;  /* or NULL */
    const char *const *tags;
    size_t tag_count;
    const char *applies_origin;
    fzzf_applies applies;
    bool bonus;
    struct fzzf__amount points, weight, effort;
    enum fzzf__treatment na;
    const char *substitute; /* or NULL */

    const struct fzzf__observe *observes;
    size_t observe_count;
    const struct fzzf__variant *variants;
    size_t variant_count;
    struct fzzf__source *sources;

    const char *rule_value;           /* <rule value>, or NULL */
    const struct fzzf__element *rule; /* the element in <rule>, or NULL */
    fzzf__place rule_place;           /* line 0 when there is no <rule> */
    const char *met;                  /* <met when>, or NULL */
    fzzf__place met_place;
    const struct fzzf__veto *vetoes;
    size_t veto_count;
    const struct fzzf__element *grading; /* the element in <grading>, or NULL */
    struct fzzf__extension *extensions;
    fzzf__place place;

    /* For the getters, made when the system is sealed; NULL when not given. */
    const fzzf_number *points_number, *weight_number, *effort_number;
};

struct fzzf__parameter_variant {
    const char *group;
    struct fzzf__amount value;
};

struct fzzf__parameter {
    const char *id;
    const char *title; /* or NULL */
    struct fzzf__amount value;
    const struct fzzf__parameter_variant *variants;
    size_t variant_count;
    fzzf__place place;
};

struct fzzf__calendar_day {
    long date; /* days since 1970-01-01 */
    bool work;
};

struct fzzf__calendar {
    long from, to;
    const struct fzzf__calendar_day *days; /* by date */
    size_t count;
};

struct fzzf_system {
    atomic_size_t references;
    fzzf__arena arena;
    struct fzzf_system *base;    /* tailored from, or NULL; one reference */
    struct fzzf__sources inputs; /* digests of the bytes it was made from */

    const char *id;
    const char *edition;
    const char *language; /* or NULL */
    const struct fzzf__parameter *parameters;
    size_t parameter_count;
    const struct fzzf__calendar *calendar; /* or NULL */
    const struct fzzf__option *grades;     /* best first */
    size_t grade_count;
    struct fzzf_indicator *nodes; /* [0] is the whole */
    size_t node_count;
    const struct fzzf__require *requires;
    size_t require_count;
    fzzf__names by_id; /* node id to index */
};

/*
 * A number that may stand in a document where an amount may: a decimal of at
 * most 30 + 30 digits, a fraction "24/19" or a percentage. 0: another form.
 */
int fzzf__amount_parse(fzzf__arena *arena, const char *text,
                       struct fzzf__amount *out);

/* A new unsealed system with one reference and nothing in it; NULL: memory. */
struct fzzf_system *fzzf__system_new(void);

/*
 * Called once when everything was filled in: sets index, end, parent, level
 * and child_count from the order and @depths (of each node; the whole is 0),
 * makes by_id and the numbers. Duplicate ids are findings.
 */
fzzf_status fzzf__system_seal(struct fzzf_system *system, const int *depths,
                              fzzf_diags *diags);

/* The observation @id of @indicator, or NULL. */
const struct fzzf__observe *
fzzf__observe_find(const struct fzzf_indicator *indicator, const char *id);

#endif
