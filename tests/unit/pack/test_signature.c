/* SPDX-License-Identifier: Apache-2.0 */
/* The files of signatures: one form, and no other. */

#include "pack/signature.h"
#include "unit/pack/packs.h"

#define KEY "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define FILE_OF(algorithm, key, value)                                         \
    "fzzf-signature 1\nalgorithm " algorithm "\nkey " key "\nvalue " value "\n"

static bool reads(struct fzzf__signature_file *file, const char *text)
{
    return fzzf__signature_read(file, text, strlen(text));
}

static void reads_what_it_writes(void)
{
    const char *const text = FILE_OF("sm2-sm3", KEY, "AQID");
    struct fzzf__signature_file file;
    fzzf__text again = {0};

    CU_ASSERT_TRUE_FATAL(reads(&file, text));
    CU_ASSERT_EQUAL(file.algorithm, FZZF_SM2_SM3);
    CHECK_TEXT(file.key, KEY);
    CU_ASSERT_EQUAL(file.length, 3);
    CU_ASSERT_EQUAL(memcmp(file.value, "\x01\x02\x03", 3), 0);
    fzzf__signature_write(&file, &again);
    CHECK_TEXT(again.bytes, text);
    fzzf__text_free(&again);
}

static void refuses_every_other_form(void)
{
    static const char *const wrong[] = {
        "",
        FILE_OF("md5", KEY, "AQID"),
        FILE_OF("sm2-sm3", "0123", "AQID"),
        FILE_OF("sm2-sm3", KEY, ""),
        FILE_OF("sm2-sm3", KEY, "AQI"),
        FILE_OF("sm2-sm3", KEY, "AQ!D"),
        FILE_OF("sm2-sm3", KEY, "AQJ="), /* bits beyond the end */
        FILE_OF("sm2-sm3", KEY, " AQID"),
        FILE_OF("sm2-sm3", KEY, "AQID") "\n",
        FILE_OF("sm2-sm3", KEY, "AQID") "certificate x\n",
        "fzzf-signature 2\nalgorithm sm2-sm3\nkey " KEY "\nvalue AQID\n",
        "fzzf-signature 1\r\nalgorithm sm2-sm3\nkey " KEY "\nvalue AQID\n",
    };
    struct fzzf__signature_file file;

    for (size_t i = 0; i < LENGTH(wrong); i++)
        CU_ASSERT_FALSE(reads(&file, wrong[i]));
    CU_ASSERT_FALSE(fzzf__signature_read(&file, "a\0b", 3));
}

static void has_words_for_all(void)
{
    CHECK_TEXT(fzzf_algorithm_name(FZZF_ECDSA_P256_SHA256),
               "ecdsa-p256-sha256");
    CHECK_TEXT(fzzf_algorithm_name(FZZF_RSA_PSS_SHA256), "rsa-pss-sha256");
    CHECK_TEXT(fzzf_algorithm_name((fzzf_algorithm)0), NULL);
    CHECK_TEXT(fzzf_algorithm_name((fzzf_algorithm)4), NULL);
    CHECK_TEXT(fzzf_signature_status_name(FZZF_SIGNATURE_UNCHECKED),
               "unchecked");
    CHECK_TEXT(fzzf_signature_status_name(FZZF_SIGNATURE_EXPIRED), "expired");
    CHECK_TEXT(fzzf_signature_status_name((fzzf_signature_status)5), NULL);
}

CU_TestInfo signature_tests[] = {
    {"reads what it writes", reads_what_it_writes},
    {"refuses every other form", refuses_every_other_form},
    {"has words for all", has_words_for_all},
    CU_TEST_INFO_NULL,
};
