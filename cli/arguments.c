/* SPDX-License-Identifier: Apache-2.0 */
/* From the words of the command line to settings. */
#include "arguments.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "nearest.h"

static const struct option *find_in(const struct option *table,
                                    const char *name, size_t length)
{
    for (; table->name != NULL; table++)
        if (strlen(table->name) == length &&
            memcmp(table->name, name, length) == 0)
            return table;
    return NULL;
}

const struct option *option_find(const struct command *command,
                                 const char *name, size_t length)
{
    const struct option *found = find_in(options_of_all, name, length);
    size_t i;

    for (i = 0; found == NULL && command != NULL && command->options[i] != NULL;
         i++)
        found = find_in(command->options[i], name, length);
    return found;
}

static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0';
}

/* Whether @word is an option of any command and its value is the next word. */
static bool takes_next(const char *word)
{
    const struct command_row *row;
    const struct option *found = NULL;

    if (strncmp(word, "--", 2) != 0 || strchr(word, '=') != NULL)
        return false;
    for (row = command_rows; found == NULL && row->name != NULL; row++)
        found = option_find(row->command, word + 2, strlen(word + 2));
    return found != NULL && found->kind != OPTION_FLAG;
}

/* The language is needed to complain of anything else. */
static void find_language(struct cli *cli, int argc, char **argv)
{
    int i;

    for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--lang=en") == 0 ||
            (strcmp(argv[i], "--lang") == 0 && i + 1 < argc &&
             strcmp(argv[i + 1], "en") == 0))
            cli->language = FZZF_ENGLISH;
}

/* The place of the command among the words, or 0. */
static int find_command(int argc, char **argv)
{
    int i;

    for (i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0)
            return i + 1 < argc ? i + 1 : 0;
        if (!is_option(argv[i]))
            return i;
        if (takes_next(argv[i]))
            i++;
    }
    return 0;
}

static bool choose_command(struct cli *cli, const char *name)
{
    struct nearest nearest = {.wanted = name};
    const struct command_row *row;

    for (row = command_rows; row->name != NULL; row++) {
        if (strcmp(row->name, name) == 0) {
            cli->row = row;
            return true;
        }
        nearest_try(&nearest, row->name);
    }
    if (nearest.best != NULL)
        return refuse(cli, "没有命令“{0}”，是否为“{1}”？",
                      "there is no command '{0}'; was '{1}' meant?", name,
                      nearest.best);
    return refuse(cli, "没有命令“{0}”；运行 fzzf --help 查看全部命令",
                  "there is no command '{0}'; fzzf --help lists them", name,
                  NULL);
}

static void try_table(struct nearest *nearest, const struct option *table)
{
    for (; table->name != NULL; table++)
        nearest_try(nearest, table->name);
}

static bool refuse_option(struct cli *cli, const char *word)
{
    const char *const name = word + (word[1] == '-' ? 2 : 1);
    char bare[64];
    char meant[72];
    struct nearest nearest = {.wanted = bare};
    size_t i;

    (void)snprintf(bare, sizeof bare, "%.*s", (int)strcspn(name, "="), name);
    if (cli->row != NULL)
        for (i = 0; cli->row->command->options[i] != NULL; i++)
            try_table(&nearest, cli->row->command->options[i]);
    try_table(&nearest, options_of_all);
    if (nearest.best != NULL) {
        (void)snprintf(meant, sizeof meant, "--%s", nearest.best);
        return refuse(cli, "没有选项“{0}”，是否为“{1}”？",
                      "there is no option '{0}'; was '{1}' meant?", word,
                      meant);
    }
    return refuse(cli, "没有选项“{0}”；运行 fzzf {1} --help 查看全部选项",
                  "there is no option '{0}'; fzzf {1} --help lists them", word,
                  cli->row == NULL ? "" : cli->row->name);
}

static bool is_word_of(const char *words, const char *value)
{
    const size_t length = strlen(value);
    const char *at;

    for (at = words; at != NULL; at = strchr(at, '|')) {
        at += *at == '|' ? 1 : 0;
        if (length > 0 && strncmp(at, value, length) == 0 &&
            (at[length] == '|' || at[length] == '\0'))
            return true;
    }
    return false;
}

static bool refuse_word(struct cli *cli, const struct option *option,
                        const char *value)
{
    const char *const words = option->value.in[cli->language];
    char buffer[64];
    char shown[128];
    struct nearest nearest = {.wanted = value};

    nearest_of(&nearest, words, buffer, sizeof buffer);
    if (nearest.best != NULL) {
        (void)snprintf(shown, sizeof shown, "--%s %s", option->name,
                       nearest.best);
        return refuse(cli, "“{0}”不是可选值，是否为“{1}”？",
                      "'{0}' is no choice here; was '{1}' meant?", value,
                      shown);
    }
    (void)snprintf(shown, sizeof shown, "--%s %s", option->name, words);
    return refuse(cli, "“{0}”不是可选值；可用：{1}",
                  "'{0}' is no choice here; use {1}", value, shown);
}

static bool read_count(const char *value, size_t *count)
{
    size_t sum = 0;

    if (*value == '\0' || strlen(value) > 9)
        return false;
    for (; *value >= '0' && *value <= '9'; value++)
        sum = sum * 10 + (size_t)(*value - '0');
    *count = sum;
    return *value == '\0' && sum > 0;
}

/* A list grows by whole doublings: it is full when its count is a power of two.
 */
static bool append(struct cli *cli, struct list *list, const char *value)
{
    const size_t count = list->count;
    const char **grown;

    if ((count & (count - 1)) == 0) {
        grown =
            realloc(list->items, (count == 0 ? 1 : 2 * count) * sizeof *grown);
        if (grown == NULL)
            return refuse_memory(cli);
        list->items = grown;
    }
    list->items[list->count++] = value;
    return true;
}

static bool set_value(struct cli *cli, const struct option *option,
                      const char *value)
{
    char *const field = (char *)&cli->settings + option->offset;

    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)(void *)field = true;
        return true;
    case OPTION_WORD:
        if (!is_word_of(option->value.in[cli->language], value))
            return refuse_word(cli, option, value);
        *(const char **)(void *)field = value;
        return true;
    case OPTION_TEXT:
        *(const char **)(void *)field = value;
        return true;
    case OPTION_COUNT:
        return read_count(value, (size_t *)(void *)field) ||
               refuse(cli, "--{0} 应为从 1 起的整数，而不是“{1}”",
                      "--{0} takes a whole number from 1, not '{1}'",
                      option->name, value);
    case OPTION_LIST:
        return append(cli, (struct list *)(void *)field, value);
    }
    return false;
}

/* Reads the option at argv[*at]; moves *at to its last word. */
static bool read_option(struct cli *cli, int argc, char **argv, int *at)
{
    const char *const word = argv[*at];
    const char *const name = word + 2;
    const size_t length = strcspn(name, "=");
    const char *value = name[length] == '=' ? name + length + 1 : NULL;
    const struct option *option;

    if (strcmp(word, "-h") == 0) {
        cli->settings.help = true;
        return true;
    }
    option = strncmp(word, "--", 2) != 0
                 ? NULL
                 : option_find(cli->row == NULL ? NULL : cli->row->command,
                               name, length);
    if (option == NULL)
        return refuse_option(cli, word);
    if (option->kind == OPTION_FLAG && value != NULL)
        return refuse(cli, "--{0} 不带值，却给了“{1}”",
                      "--{0} takes no value, but has '{1}'", option->name,
                      value);
    if (option->kind != OPTION_FLAG && value == NULL) {
        if (*at + 1 >= argc || strncmp(argv[*at + 1], "--", 2) == 0)
            return refuse(cli, "--{0} 之后缺少 {1}", "--{0} needs {1} after it",
                          option->name, option->value.in[cli->language]);
        value = argv[++*at];
    }
    return set_value(cli, option, value);
}

static bool read_words(struct cli *cli, int argc, char **argv, int command)
{
    struct list *const arguments = &cli->settings.arguments;
    bool ended = false;
    int i;

    for (i = 1; i < argc; i++) {
        if (!ended && strcmp(argv[i], "--") == 0)
            ended = true;
        else if (!ended && is_option(argv[i])) {
            if (!read_option(cli, argc, argv, &i))
                return false;
        } else if (i != command && !append(cli, arguments, argv[i])) {
            return false;
        }
    }
    return true;
}

static size_t count_stdin(const struct list *list)
{
    size_t count = 0;
    size_t i;

    for (i = 0; i < list->count; i++)
        count += strcmp(list->items[i], "-") == 0 ? 1 : 0;
    return count;
}

static bool is_stdin(const char *name)
{
    return name != NULL && strcmp(name, "-") == 0;
}

/* What no single option shows. */
static bool check_whole(struct cli *cli)
{
    const struct settings *const settings = &cli->settings;
    const struct command *const command = cli->row->command;
    const size_t streams =
        count_stdin(&settings->arguments) + count_stdin(&settings->tailorings) +
        count_stdin(&settings->trusts) + count_stdin(&settings->publicity) +
        (is_stdin(settings->key) ? 1U : 0U) +
        (is_stdin(settings->compare) ? 1U : 0U) +
        (is_stdin(settings->system) ? 1U : 0U) +
        (is_stdin(settings->contract) ? 1U : 0U);

    if (settings->arguments.count < command->least)
        return refuse(cli, "{0} 需要 {1}；运行 --help 查看用法",
                      "{0} needs {1}; --help tells how to use it",
                      cli->row->name, command->arguments.in[cli->language]);
    if (command->most > 0 && settings->arguments.count > command->most)
        return refuse(cli, "“{0}”多余：{1} 不再接受更多参数",
                      "'{0}' is one too many for {1}",
                      settings->arguments.items[command->most], cli->row->name);
    if (streams > 1)
        return refuse(cli, "标准输入（-）只能读取一次",
                      "standard input (-) can be read only once", NULL, NULL);
    return true;
}

static enum format format_of(const char *word)
{
    if (word == NULL || strcmp(word, "table") == 0)
        return FORMAT_TABLE;
    if (strcmp(word, "json") == 0)
        return FORMAT_JSON;
    return strcmp(word, "csv") == 0 ? FORMAT_CSV : FORMAT_XML;
}

bool arguments_read(struct cli *cli, int argc, char **argv)
{
    const int command = find_command(argc, argv);

    find_language(cli, argc, argv);
    if (command > 0 && !choose_command(cli, argv[command]))
        return false;
    if (!read_words(cli, argc, argv, command))
        return false;
    cli->format = format_of(cli->settings.format);
    cli->limits.size = sizeof cli->limits;
    cli->limits.stream = (uint64_t)cli->settings.largest << 30;
    if (cli->row == NULL || cli->settings.help || cli->settings.version)
        return true;
    return check_whole(cli);
}

void arguments_free(struct cli *cli)
{
    free(cli->settings.arguments.items);
    free(cli->settings.tailorings.items);
    free(cli->settings.inputs.items);
    free(cli->settings.materials.items);
    free(cli->settings.trusts.items);
    free(cli->settings.publicity.items);
}
