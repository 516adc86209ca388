/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LIB_MODEL_VALUES_H
#define LIB_MODEL_VALUES_H

/* The forms that attribute values have; see doc/format.md, "Values". */

#include <stdbool.h>
#include <stddef.h>

#include "model/words.h"

enum fzzf__form {
    FZZF__FORM_TEXT,    /* any, at most 64 KiB */
    FZZF__FORM_FORMULA, /* the same, not empty; planning reads it */
    FZZF__FORM_ID,
    FZZF__FORM_NAME,
    FZZF__FORM_NAMES, /* separated by single spaces */
    FZZF__FORM_DECIMAL,
    FZZF__FORM_NUMBER,
    FZZF__FORM_POSITIVE, /* a number without a sign */
    FZZF__FORM_NUMBERS,
    FZZF__FORM_AMOUNT,
    FZZF__FORM_DATE,
    FZZF__FORM_WORD,     /* one of the row's words */
    FZZF__FORM_WORDS,    /* some of them, each at most once */
    FZZF__FORM_WHOLE,    /* 1 to 18 digits */
    FZZF__FORM_REVISION, /* from 1, at most 9 digits */
    FZZF__FORM_SHA256,
    FZZF__FORM_PERIOD, /* a name or a year */
    FZZF__FORM_PERIODS,
    FZZF__FORM_PLACES, /* 0 to 12 */
    FZZF__FORM_PLACES_OR_NONE,
    FZZF__FORM_LANGUAGE, /* such as "zh" or "zh-CN" */
    FZZF__FORM_EXACT,    /* a number of any size; "inf", "-inf" */
    FZZF__FORM_EXACTS,
    FZZF__FORM_CODE,   /* small letters and hyphens */
    FZZF__FORM_DIGEST, /* 64 small hexadecimal digits */
    FZZF__FORM_MEDIA,  /* such as "application/pdf" */
    FZZF__FORM_CODES,
    FZZF__FORM_WHEN,      /* a day, month or year; "unknown" */
    FZZF__FORM_MONTH_DAY, /* of every year, such as 01-31; "unknown" */
    FZZF__FORM_WHOLE_OR_UNKNOWN,
    FZZF__FORM_IDENTITY /* not empty, and never kept */
};

#define FZZF__TEXT_MAX ((size_t)64 * 1024)

/*
 * 0 when @text, of @length bytes before its zero, has that form; else the
 * number of the finding. @words is for words; *code becomes the word's value.
 */
int fzzf__value_check(enum fzzf__form form, const struct fzzf__words *words,
                      const char *text, size_t length, int *code);

/* What the form is called, such as "places-or-none". */
const char *fzzf__form_name(enum fzzf__form form);

/* Words that only documents know; code 0 is the first. */
extern const struct fzzf__words fzzf__yes_no_words, fzzf__confidence_words,
    fzzf__bonus_order_words, fzzf__nodes_words, fzzf__ties_words,
    fzzf__submitted_words, fzzf__role_words, fzzf__eligible_words,
    fzzf__reason_words;

/* Those of a type of the model, less the ones that do not fit. */
extern const struct fzzf__words fzzf__contract_treatment_words,
    fzzf__no_value_words, fzzf__statement_state_words;

#endif
