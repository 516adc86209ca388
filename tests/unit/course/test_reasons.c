/* SPDX-License-Identifier: Apache-2.0 */
/* Reasons as one who was not chosen reads them. */

#include <stdio.h>

#include "unit/course/deciding.h"
#include "unit/suites.h"

/* Of two places one is for the east at most: the third moves up. */
static void says_who_moved_up_and_past_whom(void)
{
    fzzf_record *decided = decide(
        read_candidates(
            "<candidate declaration='a' unit='510104' type='comprehensive'"
            " eligible='yes' score='99' groups='east' date='2025-03-01'/>"
            "<candidate declaration='b' unit='510105' type='comprehensive'"
            " eligible='yes' score='99' groups='east' date='2025-03-02'/>" ONE(
                "c", "510106", "1000/11")),
        read_batch(QUOTA("2", "outside") "<balance level='city' "
                                         "type='comprehensive' by='east'"
                                         " most='1'/><tie order='1' by='date'"
                                         " better='low'/>",
                   "no"),
        NULL);

    expect(decided, "b", "no", "most-tie",
           "place 2 for a quota of 2, but at most 1 of the group 'east' may be "
           "chosen: 510104 has 99 points too and comes before by step 1 of the "
           "ties, date, the earlier first: 2025-03-02 against 2025-03-01");
    expect(decided, "c", "yes", "chosen-moved",
           "place 3 with 1000/11 ≈ 90.91 points; moves up into the quota of 2, "
           "because by the balance not all before it may be chosen: 510105");
    fzzf_record_unref(decided);
}

/* The own declaration takes no place before the others. A parent is called by
 * the name that a candidate gives it, a province by that of the standard. */
static void calls_what_is_balanced_by_name(void)
{
    static const struct {
        const char *by, *called;
    } cases[] = {{"parent", "n-own 510100"}, {"province", "四川省 510000"}};

    for (size_t i = 0; i < 2; i++) {
        char inside[512], wanted[256];
        fzzf_record *decided;

        snprintf(inside, sizeof inside,
                 QUOTA("2", "outside") "<balance level='city' by='%s'"
                                       " type='comprehensive' most='1'/>",
                 cases[i].by);
        snprintf(wanted, sizeof wanted,
                 "place 2 with 80 points for a quota of 2, but at most 1 of "
                 "what lies below %s may be chosen: n-a 510104 comes before "
                 "with 90 points",
                 cases[i].called);
        decided = decide(read_candidates(ONE("own", "510100", "95") ONE(
                             "a", "510104", "90") ONE("b", "510105", "80")),
                         read_batch(inside, "no"), NULL);
        expect(decided, "own", "yes", "own-outside",
               "the level's own declaration, with 95 points: it is not ranked "
               "and takes none of the quota of 2");
        expect(decided, "a", "yes", "chosen",
               "place 1, within the quota of 2, with 90 points");
        expect(decided, "b", "no", "most", wanted);
        fzzf_record_unref(decided);
    }
}

/* Who may turn out not to be eligible does not surely come before. */
static void counts_before_only_who_is_surely_there(void)
{
    fzzf_record *decided = decide(
        read_candidates(
            "<candidate declaration='a' unit='510104' type='comprehensive'"
            " eligible='undetermined' score='95'/>" ONE("b", "510105", "90")),
        read_batch(QUOTA("1", "outside"), "no"), NULL);

    expect(decided, "b", "open", "rival-open",
           "place 1–2 with 90 points for a quota of 1: whether it is chosen "
           "depends on 510104, whose standing is open");
    fzzf_record_unref(decided);
}

/* The score ties, and what the step compares is known of one only. */
static void names_the_step_that_leaves_the_order_open(void)
{
    fzzf_record *decided = decide(
        read_candidates(
            "<candidate declaration='a' unit='510104' type='comprehensive'"
            " eligible='yes' score='90'><value order='1' low='5'/></candidate>"
            "<candidate declaration='b' unit='510105' type='comprehensive'"
            " eligible='yes' score='90'/>"),
        read_batch(QUOTA("1", "outside") "<tie order='1' by='node' of='3.1'"
                                         " better='high'/>",
                   "no"),
        NULL);

    expect(decided, "a", "open", "step-open",
           "place 1–2 for a quota of 1: 90 points like 510105; step 1 of the "
           "ties has to decide, node 3.1, the higher first, and is 5 of this "
           "one and not known of the other; nobody is chosen for that place");
    fzzf_record_unref(decided);
}

CU_TestInfo reasons_tests[] = {
    {"says who moved up, and past whom", says_who_moved_up_and_past_whom},
    {"calls what is balanced by name", calls_what_is_balanced_by_name},
    {"counts before only who is surely there",
     counts_before_only_who_is_surely_there},
    {"names the step that leaves the order open",
     names_the_step_that_leaves_the_order_open},
    CU_TEST_INFO_NULL,
};
