/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_RULE_FORMULA_H
#define LIB_RULE_FORMULA_H

/* Shared by the two files of the formula parser: grammar and names. */

#include "rule/operator.h"

struct fzzf__parser {
    struct fzzf__program *program;
    const char *text; /* the whole formula */
    const char *p, *end;
    const fzzf__place *place;
    unsigned depth;
    bool lost;    /* it cannot be read on; names and types are no reason */
    bool lenient; /* in the arguments of a function that does not exist */
};

bool fzzf__parser_accept(struct fzzf__parser *parser, const char *token);
bool fzzf__parser_expect(struct fzzf__parser *parser, const char *token);
/* Reports a fault behind which the formula is read on, and gives FZZF__NO_OP,
 * which stands for an operand that has been reported. */
size_t fzzf__parser_fail(struct fzzf__parser *parser, int number, const char *a,
                         const char *b);
/* As fzzf__parser_fail(), but nothing behind it can be read. */
size_t fzzf__parser_unexpected(struct fzzf__parser *parser);
/* Faults unless operator @op gives @type. */
bool fzzf__parser_want(struct fzzf__parser *parser, size_t op,
                       enum fzzf__type type);
size_t fzzf__parser_call(struct fzzf__parser *parser,
                         const struct fzzf_operator *kind,
                         const size_t *arguments, size_t count);
const char *fzzf__type_name(enum fzzf__type type);

/* How many candidates for the nearest name are looked at. */
#define FZZF__CANDIDATES_MAX 256

/* Fails because @name is not known; the nearest of @candidates goes along. */
size_t fzzf__fail_unknown(struct fzzf__parser *parser, int number,
                          const char *name, const char *const *candidates,
                          size_t count);
/* The node of "[id]" after its bracket; FZZF__NO_NODE after a fault. */
size_t fzzf__take_node(struct fzzf__parser *parser);
/* The text in quotes at the parser's place; NULL after a fault. */
const char *fzzf__take_quoted(struct fzzf__parser *parser);
/* The call of function @name, whose parenthesis was read; its text begins at
 * @start. */
size_t fzzf__parse_call(struct fzzf__parser *parser, const char *name,
                        const char *start);

size_t fzzf__parse_expression(struct fzzf__parser *parser);
/* A literal, name, reference, call or parenthesis. */
size_t fzzf__parse_primary(struct fzzf__parser *parser);
/* An observation: "name", "[id].name", with @; gives its input. */
size_t fzzf__parse_reference(struct fzzf__parser *parser);
/* Turns the literal text '2021-08-31' into a date where @wanted is one. */
void fzzf__date_literal(struct fzzf__parser *parser, size_t op,
                        enum fzzf__type wanted);
/* Faults when a level observation is compared with a text it cannot have. */
void fzzf__check_option(struct fzzf__parser *parser, size_t a, size_t b);

#endif
