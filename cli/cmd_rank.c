/* SPDX-License-Identifier: Apache-2.0 */
/* fzzf rank: the places of a round. */
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "message.h"
#include "result_json.h"
#include "round.h"
#include "show.h"
#include "table.h"

extern const struct command command_rank;

struct ranking {
    struct cli *cli;
    const fzzf_contract *contract;
    fzzf_member *members; /* in the order of places */
    size_t count;
    size_t placed; /* the first ones, whose place is known */
};

static int by_unit(const fzzf_member *a, const fzzf_member *b)
{
    const int order = strcmp(a->unit, b->unit);

    return order != 0 ? order : strcmp(a->declaration, b->declaration);
}

/* Known places first; then open ones, then units without a total. */
static int by_place(const void *one, const void *other)
{
    const fzzf_member *const a = one;
    const fzzf_member *const b = other;

    if (a->place != b->place) {
        if (a->place == 0 || b->place == 0)
            return a->place == 0 ? 1 : -1;
        return a->place < b->place ? -1 : 1;
    }
    if (a->place == 0 && (a->score == NULL) != (b->score == NULL))
        return a->score == NULL ? 1 : -1;
    return by_unit(a, b);
}

static bool collect(struct ranking *ranking, const fzzf_cohort *cohort)
{
    const size_t count = fzzf_cohort_count(cohort);
    size_t i;

    ranking->members = calloc(count + 1, sizeof *ranking->members);
    if (ranking->members == NULL)
        return refuse_memory(ranking->cli);
    for (i = 0; i < count; i++) {
        ranking->members[i].size = sizeof ranking->members[i];
        (void)fzzf_cohort_member(cohort, i, &ranking->members[i]);
        ranking->placed += ranking->members[i].place > 0 ? 1 : 0;
    }
    ranking->count = count;
    qsort(ranking->members, count, sizeof *ranking->members, by_place);
    return true;
}

/* How many with open places might come before or beside the unit @last; @last
 * NULL: there are not as many known places as were asked for. */
static size_t count_rivals(const struct ranking *ranking,
                           const fzzf_member *last)
{
    size_t count = 0;
    size_t i;

    for (i = ranking->placed; i < ranking->count; i++)
        if (ranking->members[i].score != NULL &&
            (last == NULL ||
             fzzf_number_compare(ranking->members[i].high, last->score) >= 0))
            count++;
    return count;
}

/* Keeps the first @top units and those that tie with the last of them. A tie
 * across that line, or an open place that may reach it, is said. */
static void cut(struct ranking *ranking, size_t top)
{
    const fzzf_member *const members = ranking->members;
    const bool reached = ranking->placed >= top;
    const size_t rivals =
        count_rivals(ranking, reached ? &members[top - 1] : NULL);
    size_t kept = reached ? top : ranking->placed;
    char text[2][32];

    while (reached && kept < ranking->placed &&
           members[kept].place == members[top - 1].place)
        kept++;
    (void)snprintf(text[0], sizeof text[0], "%zu", top);
    if (reached && kept > top) {
        (void)snprintf(text[1], sizeof text[1], "%zu", kept);
        complain(ranking->cli,
                 "前 {0} 名之后还有并列，共 {1} 个单位，须由人决定",
                 "a tie crosses place {0}: there are {1} units, people must "
                 "decide",
                 text[0], text[1]);
        end_with(ranking->cli, CODE_TIE);
    }
    if (rivals > 0) {
        (void)snprintf(text[1], sizeof text[1], "%zu", rivals);
        complain(ranking->cli, "{1} 个单位的总分未定，可能进入前 {0} 名",
                 "the totals of {1} units are open; they may be among the "
                 "first {0}",
                 text[0], text[1]);
        end_with(ranking->cli, CODE_TIE);
    }
    ranking->count = kept;
}

static void write_table(const struct ranking *ranking)
{
    const struct shown shown = shown_as(ranking->cli, ranking->contract);
    struct table table;
    size_t i;

    table_begin(&table, "rllrll",
                in_language(ranking->cli, "名次|单位|名称|总分|等次|合格",
                            "place|unit|name|total|grade|eligible"));
    for (i = 0; i < ranking->count; i++) {
        const fzzf_member *const member = &ranking->members[i];

        if (member->place > 0)
            table_count(&table, member->place);
        else
            table_cell(&table, SHOW_NOTHING);
        table_cell(&table, member->unit);
        table_cell(&table, member->unit_name);
        show_range(&table.cells, &shown, member->score, member->high);
        if (member->score == NULL)
            out_fill(&table.cells, " {0}",
                     state_word(shown.language, member->state), NULL, NULL);
        table_next(&table);
        table_cell(&table, or_nothing(member->grade));
        table_cell(&table, answer_word(shown.language, member->eligible));
    }
    table_end(&table, &ranking->cli->out, "");
}

static void write_csv(const struct ranking *ranking)
{
    struct csv csv = {.out = &ranking->cli->out};
    size_t i;

    csv_header(&csv, "place,unit,unit_name,declaration,state,total,high,grade,"
                     "eligible");
    for (i = 0; i < ranking->count; i++) {
        const fzzf_member *const member = &ranking->members[i];

        if (member->place > 0)
            csv_count(&csv, member->place);
        else
            csv_cell(&csv, NULL);
        csv_cell(&csv, member->unit);
        csv_cell(&csv, member->unit_name);
        csv_cell(&csv, member->declaration);
        csv_cell(&csv, fzzf_score_state_name(member->state));
        csv_cell(&csv, exact_text(member->score));
        csv_cell(&csv, exact_text(member->high));
        csv_cell(&csv, member->grade);
        csv_cell(&csv, fzzf_answer_name(member->eligible));
        csv_end_row(&csv);
    }
}

static void write_json(const struct ranking *ranking)
{
    struct json json;
    size_t i;

    json_begin(&json, &ranking->cli->out, "rank");
    json_array(&json, "units");
    for (i = 0; i < ranking->count; i++) {
        const fzzf_member *const member = &ranking->members[i];

        json_object(&json, NULL);
        if (member->place > 0)
            json_count(&json, "place", member->place);
        else
            json_text(&json, "place", NULL);
        json_text(&json, "unit", member->unit);
        json_text(&json, "unit_name", member->unit_name);
        json_text(&json, "declaration", member->declaration);
        json_text(&json, "state", fzzf_score_state_name(member->state));
        json_text(&json, "total", exact_text(member->score));
        json_text(&json, "high", exact_text(member->high));
        json_text(&json, "grade", member->grade);
        json_text(&json, "eligible", fzzf_answer_name(member->eligible));
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
}

static void run(struct cli *cli)
{
    struct ranking ranking = {.cli = cli};
    struct round round;

    if (round_begin(cli, &round, true)) {
        if (round_gather(&round, false) && collect(&ranking, round.cohort)) {
            ranking.contract = fzzf_plan_contract(round.plan);
            if (cli->settings.top > 0)
                cut(&ranking, cli->settings.top);
            progress_clear(&cli->progress);
            if (cli->format == FORMAT_JSON)
                write_json(&ranking);
            else if (cli->format == FORMAT_CSV)
                write_csv(&ranking);
            else
                write_table(&ranking);
        }
        free(ranking.members);
    }
    round_end(&round);
}

static const struct option own[] = {
    OPTION_FORMAT("table|json|csv"),
    {"top",
     OPTION_COUNT,
     OPTION_FIELD(top),
     SAME("N"),
     {{"只列前 N 名；末位并列或有未定者时，退出码为 4",
       "only the first N; exit with 4 when that is open"}}},
    {"threads",
     OPTION_COUNT,
     OPTION_FIELD(threads),
     SAME("N"),
     {{"用 N 个线程读文件；结果相同",
       "read files with N threads; the outcome is the same"}}},
    {.name = NULL},
};

static const struct option *const options[] = {options_of_documents, own, NULL};

const struct command command_rank = {
    .arguments = {{"文件|文件夹|- …", "FILE|FOLDER|- ..."}},
    .details = {{"每份申报只读一遍，只留下数。先按名次、再按单位代码排列；名次"
                 "未定的列在\n"
                 "其后。",
                 "Each declaration is read once and only numbers are kept. "
                 "Units come in the\n"
                 "order of places, then of their codes; those whose place is "
                 "open come last."}},
    .examples = "fzzf rank --system s.xml --contract c.xml counties.xml\n"
                "fzzf rank --system s.xml --contract c.xml --top 10 county/",
    .options = options,
    .least = 1,
    .run = run,
};
