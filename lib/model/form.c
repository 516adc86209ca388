/* SPDX-License-Identifier: Apache-2.0 */
/* What the forms of values are called, in schemas and descriptions. */

#include "model/values.h"

static const char *const names[] = {
    [FZZF__FORM_TEXT] = "text",
    [FZZF__FORM_FORMULA] = "formula",
    [FZZF__FORM_ID] = "id",
    [FZZF__FORM_NAME] = "name",
    [FZZF__FORM_NAMES] = "names",
    [FZZF__FORM_DECIMAL] = "decimal",
    [FZZF__FORM_NUMBER] = "number",
    [FZZF__FORM_POSITIVE] = "positive",
    [FZZF__FORM_NUMBERS] = "numbers",
    [FZZF__FORM_AMOUNT] = "amount",
    [FZZF__FORM_DATE] = "date",
    [FZZF__FORM_WORD] = "word",
    [FZZF__FORM_WORDS] = "words",
    [FZZF__FORM_WHOLE] = "whole",
    [FZZF__FORM_REVISION] = "revision",
    [FZZF__FORM_SHA256] = "sha256",
    [FZZF__FORM_PERIOD] = "period",
    [FZZF__FORM_PERIODS] = "periods",
    [FZZF__FORM_PLACES] = "places",
    [FZZF__FORM_PLACES_OR_NONE] = "places-or-none",
    [FZZF__FORM_LANGUAGE] = "language",
    [FZZF__FORM_EXACT] = "exact",
    [FZZF__FORM_EXACTS] = "exacts",
    [FZZF__FORM_CODE] = "code",
    [FZZF__FORM_DIGEST] = "digest",
    [FZZF__FORM_CODES] = "codes",
    [FZZF__FORM_WHEN] = "when",
    [FZZF__FORM_MONTH_DAY] = "month-day",
    [FZZF__FORM_WHOLE_OR_UNKNOWN] = "whole-or-unknown",
    [FZZF__FORM_IDENTITY] = "identity",
};

const char *fzzf__form_name(enum fzzf__form form)
{
    return names[form];
}
