/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_XML_WRITE_H
#define LIB_XML_WRITE_H

/*
 * Writing canonical XML: an element is opened, gets its attributes, then its
 * content, and is closed. The root gets the declaration and the namespace. The
 * first fault stays in the status and stops all output. Identity numbers in
 * values and texts are masked.
 */

#include <stdbool.h>

#include "fzzf/xml.h"
#include "model/contract.h"
#include "model/system.h"
#include "model/words.h"

struct fzzf__writer {
    fzzf_write_fn write;
    void *user;
    fzzf_status status;
    fzzf__arena arena; /* for the texts of numbers */
    int depth;
    bool compact;
    bool in_tag;     /* a start tag still wants its end */
    bool after_text; /* the end tag follows at once */
    size_t used;
    char buffer[4096];
};

fzzf_status fzzf__write_begin(struct fzzf__writer *writer, fzzf_write_fn write,
                              void *user, const fzzf_write_options *options);
fzzf_status fzzf__write_end(struct fzzf__writer *writer);

void fzzf__write_open(struct fzzf__writer *writer, const char *name);
void fzzf__write_close(struct fzzf__writer *writer, const char *name);
void fzzf__write_text(struct fzzf__writer *writer, const char *text);
/* Nothing when @text is NULL. */
void fzzf__write_text_element(struct fzzf__writer *writer, const char *name,
                              const char *text);
void fzzf__write_extensions(struct fzzf__writer *writer,
                            const struct fzzf__extension *extension);

/* Attributes; what is not given (NULL, absent, no word, none) is not written.
 */
void fzzf__write_attr(struct fzzf__writer *writer, const char *name,
                      const char *value);
/* A number, word or day, which needs neither escapes nor a mask. */
void fzzf__write_attr_plain(struct fzzf__writer *writer, const char *name,
                            const char *value);
void fzzf__write_attr_list(struct fzzf__writer *writer, const char *name,
                           const char *const *items, size_t count);
void fzzf__write_attr_word(struct fzzf__writer *writer, const char *name,
                           const struct fzzf__words *words, int value);
void fzzf__write_attr_int(struct fzzf__writer *writer, const char *name,
                          long long value);
void fzzf__write_attr_date(struct fzzf__writer *writer, const char *name,
                           long days);
void fzzf__write_attr_num(struct fzzf__writer *writer, const char *name,
                          fzzf__num num);
void fzzf__write_attr_number(struct fzzf__writer *writer, const char *name,
                             const fzzf_number *number);
void fzzf__write_attr_amount(struct fzzf__writer *writer, const char *name,
                             const struct fzzf__amount *amount);

/* The element <declaration>, alone or in a batch. */
struct fzzf_declaration;
void fzzf__write_declaration(struct fzzf__writer *writer,
                             const struct fzzf_declaration *declaration);
/* The element <contract>, alone or inside a result. */
void fzzf__write_contract(struct fzzf__writer *writer,
                          const struct fzzf_contract *contract);

#endif
