/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FZZF_CODES_H
#define FZZF_CODES_H

/**
 * @file
 * @brief Codes that documents carry: administrative divisions (GB/T 2260),
 *        unified social credit codes (GB 32100), numbers of official documents
 *        (GB/T 9704), dates, resident identity numbers (GB 11643).
 *
 * Each call reads a text leniently: full-width characters, small letters and
 * blanks around it are put right, and what is odd is told in the view. The call
 * returns 0 for a text that is no such code at all. Nothing is looked up in
 * lists that change every year: a code of the right form may be of a place that
 * does not exist. All calls may be made by any number of threads at once.
 */

#include <stddef.h>

#include "fzzf/declaration.h"
#include "fzzf/diag.h"
#include "fzzf/export.h"
#include "fzzf/status.h"
#include "fzzf/xml.h"

FZZF_BEGIN_DECLS

/** What can be odd about a code; several may hold, so each is a bit. */
typedef enum fzzf_oddity {
    FZZF_ODD_NOTHING = 0,
    FZZF_ODD_WRITTEN = 1,    /**< Full-width or small characters, blanks. */
    FZZF_ODD_UNASSIGNED = 2, /**< No province has these first two digits. */
    FZZF_ODD_CORPS = 4,      /**< 66: not in GB/T 2260, the Corps' own list. */
    FZZF_ODD_SUMMARY = 8,    /**< Stands for several places together. */
    FZZF_ODD_CITY = 16,      /**< The second pair is in no range. */
    FZZF_ODD_LONG = 32,      /**< Zeros beyond what its level needs. */
    FZZF_ODD_CHECK = 64,     /**< The check character is another. */
    FZZF_ODD_ORGANISATION = 128, /**< That of the organisation code is. */
    FZZF_ODD_LETTER = 256,       /**< A letter that is never used: I O S V Z. */
    FZZF_ODD_KIND = 512,         /**< The first two characters are unknown. */
    FZZF_ODD_BRACKETS = 1024,    /**< Other brackets than 〔〕. */
    FZZF_ODD_SERIAL = 2048, /**< 第, zeros before the number, or no 号. */
    FZZF_ODD_DATE = 4096    /**< Not 2025-06-13, 20250613, 2025年6月13日. */
} fzzf_oddity;

/** One sentence on @p oddity, a single bit; NULL for others. */
FZZF_API const char *fzzf_oddity_text(fzzf_oddity oddity,
                                      fzzf_language language);

/** Levels of divisions. */
typedef enum fzzf_division_level {
    FZZF_DIVISION_PROVINCE = 1, /**< 省级 */
    FZZF_DIVISION_CITY = 2,     /**< 地级 */
    FZZF_DIVISION_COUNTY = 3,   /**< 县级 */
    FZZF_DIVISION_TOWNSHIP = 4, /**< 乡级 (GB/T 10114, nine digits) */
    FZZF_DIVISION_VILLAGE = 5   /**< 村级 (twelve digits) */
} fzzf_division_level;

/** A division code. Filled by fzzf_division_read(). */
typedef struct fzzf_division {
    size_t size;               /**< sizeof(fzzf_division) */
    char code[13];             /**< 6, 9 or 12 digits, no more than needed. */
    char parent[13];           /**< The code above by the rule of GB/T 2260: the
                                    last pair not zero becomes zero, of XX90ZZ
                                    it is the province; "" of a province. */
    char superior[13];         /**< The government above: as @c parent, but no
                                    summary code, and the Corps' for its own. */
    fzzf_division_level level; /**< Its level. */
    const char *province; /**< 北京市 … 新疆生产建设兵团, or NULL. */
    const char *name;     /**< Of a place of the Corps' list, else NULL. */
    unsigned odd;         /**< Bits of ::fzzf_oddity. */
} fzzf_division;

/**
 * Reads a division code of 6, 9 or 12 digits.
 *
 * The standard has no code for the Xinjiang Production and Construction Corps;
 * systems use 660000. Its cities have codes below Xinjiang (659001 …), and the
 * Corps is above them: that list is data of the library.
 * @return 0 when @p text is none.
 */
FZZF_API int fzzf_division_read(const char *text, fzzf_division *view);

/** A unified social credit code. Filled by fzzf_credit_code_read(). */
typedef struct fzzf_credit_code {
    size_t size;           /**< sizeof(fzzf_credit_code) */
    char code[19];         /**< 18 characters, put right. */
    char division[7];      /**< Of the registering body. */
    char organisation[10]; /**< The organisation code (GB 11714) inside. */
    char expected[2];      /**< The right check character, or "". */
    const char *registrar; /**< 机构编制 … by the first character, or NULL. */
    int valid;    /**< Strictly: as the standard writes it, the check holds. */
    unsigned odd; /**< Bits of ::fzzf_oddity. */
} fzzf_credit_code;

/**
 * Reads a unified social credit code. Strict callers ask for @c valid, lenient
 * ones look at @c odd: codes with a wrong check character are in use.
 * @return 0 when @p text has not 18 letters and digits.
 */
FZZF_API int fzzf_credit_code_read(const char *text, fzzf_credit_code *view);

/** The number of an official document. Filled by fzzf_document_number_read().
 */
typedef struct fzzf_document_number {
    size_t size;     /**< sizeof(fzzf_document_number) */
    char text[128];  /**< Put right: 金政发〔2025〕33号. */
    char agency[96]; /**< 金政发; at most 20 characters. */
    int year;        /**< 2025 */
    int serial;      /**< 33 */
    unsigned odd;    /**< Bits of ::fzzf_oddity. */
} fzzf_document_number;

/** Reads 金政发〔2025〕33号, with other brackets too. @return 0 for others. */
FZZF_API int fzzf_document_number_read(const char *text,
                                       fzzf_document_number *view);

/** A day. Filled by fzzf_date_read(). */
typedef struct fzzf_date {
    size_t size;   /**< sizeof(fzzf_date) */
    char text[11]; /**< 2025-06-13 */
    unsigned odd;  /**< Bits of ::fzzf_oddity. */
} fzzf_date;

/** Reads a day from 1900 to 2199, also 20250613, 2025年6月13日, and with '/'
 *  or '.'. @return 0 for others. */
FZZF_API int fzzf_date_read(const char *text, fzzf_date *view);

/** A resident identity number in a text. Filled by fzzf_identity_find(). */
typedef struct fzzf_identity {
    size_t size;     /**< sizeof(fzzf_identity) */
    size_t at;       /**< Where it begins, in bytes, */
    size_t length;   /**< and how many bytes it takes. */
    char masked[19]; /**< 110105********002X or 110105******002, whatever way
                          it is written: what may be shown. */
    int valid;       /**< The check character holds, or there is none. */
} fzzf_identity;

/**
 * Finds the next resident identity number in @p text from byte @p from on. The
 * digits may be full-width, and up to three blanks, hyphens or dashes of any
 * width may stand between two of them. It is one when it begins with a province
 * and has a birthday, no other digit or letter adjoins it, and
 *
 * - of 18 characters the last is the check of GB 11643; or is not, in a number
 *   written without a gap whose birthday is before 2010 and that is no valid
 *   credit code: somebody's number mistyped;
 * - of 15 digits, as given until 1999, the birthday is after 1929; with gaps
 *   only as 6, 6 and 3 digits, and not inside a decimal, nor in a text that
 *   is a fraction and nothing else.
 *
 * Letters may stand before one of 18 with the right check when they cannot be
 * of a digest ("ID110105…").
 * @return 0 when there is none.
 */
FZZF_API int fzzf_identity_find(const char *text, size_t from,
                                fzzf_identity *view);

/**
 * Hands @p text to @p write with every identity number masked, as
 * fzzf_identity_find() finds them. All that the library and its commands write
 * passes here: documents, tables, pages, findings.
 * @return 0, or what @p write returned to stop it. NULL is no text.
 */
FZZF_API int fzzf_identity_mask(const char *text, fzzf_write_fn write,
                                void *user);

/**
 * Looks at what is odd in a declaration and does not make it invalid: the
 * unit's code against its level and the standard, identity numbers in any text,
 * evidence that is classified; in titles, links and awards, credit codes whose
 * checks do not hold, document numbers that are not written as GB/T 9704 has
 * them or are of a later year than the evidence, and days that are in no
 * calendar. Every finding is a warning. Codes that begin
 * with 99 are assigned to nobody and are for made-up places: they pass.
 *
 * @return FZZF_OK, FZZF_E_ARGUMENT for NULL or when evidence was only counted,
 *         FZZF_E_MEMORY.
 */
FZZF_API fzzf_status fzzf_declaration_inspect(
    const fzzf_declaration *declaration, fzzf_diags *diags) FZZF_MUST_CHECK;

FZZF_END_DECLS

#endif
