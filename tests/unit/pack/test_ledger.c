/* SPDX-License-Identifier: Apache-2.0 */
/* What a receiver keeps of packages that came. */

#include "unit/pack/packs.h"

static fzzf_receipt *receipt_of(const char *sender, uint32_t sequence,
                                fzzf_acceptance verdict)
{
    static const char digest[] =
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const fzzf_acknowledgement says = {.size = sizeof says,
                                       .receiver = "3301",
                                       .level = FZZF_LEVEL_CITY,
                                       .made = "2026-10-08",
                                       .verdict = verdict,
                                       .sha256 = digest,
                                       .sm3 = digest,
                                       .batch = "2026-1",
                                       .sequence = sequence,
                                       .sender = sender};
    fzzf_receipt *receipt = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_receipt_new(&receipt, &says, NULL), FZZF_OK);
    return receipt;
}

static fzzf_record *begin(void)
{
    fzzf_record *ledger = NULL;

    CU_ASSERT_EQUAL_FATAL(fzzf_record_new(&ledger, fzzf_kind_find("ledger")),
                          FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_set(ledger, "receiver", "3301", NULL), FZZF_OK);
    return ledger;
}

static fzzf_status note(fzzf_record *ledger, const char *sender,
                        uint32_t sequence, fzzf_acceptance verdict)
{
    fzzf_receipt *const receipt = receipt_of(sender, sequence, verdict);
    const fzzf_status status = fzzf_ledger_note(ledger, receipt, NULL);

    fzzf_receipt_unref(receipt);
    return status;
}

static void keeps_the_last_number_of_each_sender(void)
{
    fzzf_record *const ledger = begin();

    CU_ASSERT_EQUAL(fzzf_ledger_last(ledger, "2026-1", "330106"), 0);
    CU_ASSERT_EQUAL(note(ledger, "330106", 3, FZZF_ACCEPTED), FZZF_OK);
    CU_ASSERT_EQUAL(note(ledger, "330108", 1, FZZF_ACCEPTED), FZZF_OK);
    CU_ASSERT_EQUAL(note(ledger, "330106", 999999999, FZZF_ACCEPTED), FZZF_OK);
    CU_ASSERT_EQUAL(fzzf_record_count(ledger, "received"), 2);
    CU_ASSERT_EQUAL(fzzf_ledger_last(ledger, "2026-1", "330106"), 999999999);
    CU_ASSERT_EQUAL(fzzf_ledger_last(ledger, "2026-1", "330108"), 1);
    CU_ASSERT_EQUAL(fzzf_ledger_last(ledger, "2026-2", "330108"), 0);
    CU_ASSERT_EQUAL(fzzf_record_check(ledger, NULL), FZZF_OK);
    fzzf_record_unref(ledger);
}

static void notes_nothing_that_was_rejected(void)
{
    fzzf_record *const ledger = begin();
    fzzf_record *other = NULL;

    CU_ASSERT_EQUAL(note(ledger, "330106", 3, FZZF_REJECTED), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_record_count(ledger, "received"), 0);
    CU_ASSERT_EQUAL_FATAL(fzzf_record_new(&other, fzzf_kind_find("exclusions")),
                          FZZF_OK);
    CU_ASSERT_EQUAL(note(other, "330106", 3, FZZF_ACCEPTED), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(note(NULL, "330106", 3, FZZF_ACCEPTED), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_ledger_note(ledger, NULL, NULL), FZZF_E_ARGUMENT);
    CU_ASSERT_EQUAL(fzzf_ledger_last(other, "2026-1", "330106"), 0);
    CU_ASSERT_EQUAL(fzzf_ledger_last(NULL, "2026-1", "330106"), 0);
    CU_ASSERT_EQUAL(fzzf_ledger_last(ledger, NULL, NULL), 0);
    fzzf_record_unref(ledger);
    fzzf_record_unref(other);
}

CU_TestInfo ledger_tests[] = {
    {"keeps the last number of each sender",
     keeps_the_last_number_of_each_sender},
    {"notes nothing that was rejected", notes_nothing_that_was_rejected},
    CU_TEST_INFO_NULL,
};
