/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

/*
 * What a command is: its function, its options as a table, and the state that
 * a run of it carries. Parsing, help and manual all read the same tables.
 */

#include <stdbool.h>
#include <stddef.h>

#include <fzzf/fzzf.h>

#include "out.h"
#include "progress.h"

/* Exit codes; when several apply the lowest is given. */
enum {
    CODE_DONE = 0,
    CODE_TROUBLE = 1, /* usage, reading or writing */
    CODE_INVALID = 2, /* a document does not hold */
    CODE_NOT_ELIGIBLE = 3,
    CODE_TIE = 4,
    CODE_SIGNATURE = 5
};

enum format { FORMAT_TABLE, FORMAT_JSON, FORMAT_CSV, FORMAT_XML };

/* A text in Chinese and English, in the order of fzzf_language. */
struct both {
    const char *in[2];
};

struct list {
    const char **items;
    size_t count;
};

/* Everything that can stand on the command line. */
struct settings {
    struct list arguments;
    struct list tailorings;
    struct list inputs;
    const char *language;
    const char *format;
    const char *system;
    const char *contract;
    const char *folder;
    const char *unit;
    const char *declaration;
    const char *node;
    const char *aim;
    const char *form;
    struct list materials;
    struct list trusts;
    const char *batch;
    const char *sender;
    const char *level;
    const char *date;
    const char *file;
    const char *key;
    const char *password;
    const char *name;
    const char *receiver;
    const char *compare;
    const char *ledger;
    size_t sequence;
    size_t last;
    bool unsigned_entries;
    bool force;
    bool add; /* rows: to what is there */
    const char *part;
    const char *rows;
    const char *encoding;
    const char *evidence;
    const char *to_system;
    const char *to_contract;
    const char *own;
    const char *beside;
    struct list systems; /* besides the first */
    size_t tailored;     /* tailorings that found their system */
    const char *exclusions;
    const char *history;
    const char *reg;
    const char *scores;
    const char *objections;
    const char *day;
    const char *decision;
    const char *by;
    const char *assessor;
    bool duplicates;
    struct list publicity;
    bool carried;
    size_t top;
    bool compact;
    size_t threads;
    size_t largest;
    bool help;
    bool version;
    bool require_eligible;
};

enum option_kind {
    OPTION_FLAG,  /* bool */
    OPTION_TEXT,  /* const char * */
    OPTION_WORD,  /* const char *, one of the words of its value */
    OPTION_COUNT, /* size_t, from 1 */
    OPTION_LIST   /* struct list, may be repeated */
};

/* One option; a table of them ends with a row without a name. */
struct option {
    const char *name; /* without the hyphens */
    enum option_kind kind;
    size_t offset;     /* of its field in struct settings */
    struct both value; /* what follows it, or its words: "zh|en" */
    struct both summary;
};

#define OPTION_FIELD(field) offsetof(struct settings, field)
/* A value that is written the same in both languages. */
#define SAME(text)                                                             \
    {                                                                          \
        {                                                                      \
            text, text                                                         \
        }                                                                      \
    }

/* The row of --format: which of its forms a command has, and what comes when
 * none is given. */
#define OPTION_FORM(forms, zh, english)                                        \
    {                                                                          \
        "format", OPTION_WORD, OPTION_FIELD(format), SAME(forms),              \
        {                                                                      \
            {                                                                  \
                "输出形式；不指定时为" zh,                                     \
                    "the form of output; " english " when not given"           \
            }                                                                  \
        }                                                                      \
    }
#define OPTION_FORMAT(forms) OPTION_FORM(forms, "表格", "table")

struct cli;

struct command {
    struct both arguments; /* what stands beside options, for the help */
    struct both details;   /* paragraphs of the help, one a line */
    const char *examples;  /* one a line */
    const struct option *const *options; /* tables, ended by NULL */
    size_t least;                        /* arguments it needs */
    size_t most;                         /* and takes; 0: any number */
    void (*run)(struct cli *cli);
};

/* A row of commands.def. */
struct command_row {
    const char *name;
    const struct command *command;
    struct both summary;
};

/* Takes a finding instead of standard error. */
typedef void (*finding_fn)(void *user, const fzzf_diags *diags, size_t index);

/* One run of the program. */
struct cli {
    const struct command_row *row; /* NULL: fzzf without a command */
    struct settings settings;
    fzzf_limits limits; /* of what is read; zero: the default */
    fzzf_language language;
    enum format format;
    struct out out;
    struct progress progress;
    fzzf_diags *diags;
    finding_fn finding; /* NULL: findings are said on standard error */
    void *user;         /* for it */
    size_t errors;      /* found so far */
    size_t warnings;
    int code;
};

/* The rows of commands.def, ended by one without a name. */
extern const struct command_row command_rows[];

/* Options that several commands take. */
extern const struct option options_of_all[];
extern const struct option options_of_documents[];
extern const struct option options_of_selection[];
extern const struct option options_of_dispatch[];
extern const struct option options_of_trust[];
extern const struct option options_of_ledger[];
extern const struct option options_of_telling[];

/* The text in the language of the run. */
const char *in_language(const struct cli *cli, const char *zh, const char *en);
/* Notes that the run ends with @code; the lowest but 0 stays. */
void end_with(struct cli *cli, int code);
/* The exit code that says the same as @status. */
int code_of(fzzf_status status);

#endif
