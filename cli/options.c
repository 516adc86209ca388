/* SPDX-License-Identifier: Apache-2.0 */
/* Options that several commands take, each described once. */
#include "command.h"

const struct option options_of_all[] = {
    {"lang",
     OPTION_WORD,
     OPTION_FIELD(language),
     SAME("zh|en"),
     {{"语言：中文（不指定时）或英文", "the language; zh when not given"}}},
    {"help",
     OPTION_FLAG,
     OPTION_FIELD(help),
     SAME(""),
     {{"显示这份帮助", "shows this help"}}},
    {"version",
     OPTION_FLAG,
     OPTION_FIELD(version),
     SAME(""),
     {{"显示版本", "shows the version"}}},
    {.name = NULL},
};

const struct option options_of_documents[] = {
    {"system",
     OPTION_TEXT,
     OPTION_FIELD(system),
     {{"文件", "FILE"}},
     {{"指标体系", "the indicator system"}}},
    {"contract",
     OPTION_TEXT,
     OPTION_FIELD(contract),
     {{"文件", "FILE"}},
     {{"评分约定", "the scoring contract"}}},
    {"tailoring",
     OPTION_LIST,
     OPTION_FIELD(tailorings),
     {{"文件", "FILE"}},
     {{"调整；可重复，依次生效", "a tailoring; may be repeated, in order"}}},
    {.name = NULL},
};

const struct option options_of_selection[] = {
    {"unit",
     OPTION_TEXT,
     OPTION_FIELD(unit),
     {{"代码", "CODE"}},
     {{"只看这个单位", "only the unit with this code"}}},
    {"declaration",
     OPTION_TEXT,
     OPTION_FIELD(declaration),
     {{"编号", "ID"}},
     {{"只看这份申报", "only the declaration with this id"}}},
    {.name = NULL},
};
