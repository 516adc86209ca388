/* SPDX-License-Identifier: Apache-2.0 */
/* Sorting exact numbers. */

#include "rule/sort.h"

static void sift(fzzf__arena *arena, fzzf__num *numbers, size_t root,
                 size_t count)
{
    while (root * 2 + 1 < count) {
        size_t child = root * 2 + 1;
        const fzzf__num moved = numbers[root];

        if (child + 1 < count &&
            fzzf__num_compare(arena, numbers[child], numbers[child + 1]) < 0)
            child++;
        if (fzzf__num_compare(arena, moved, numbers[child]) >= 0)
            return;
        numbers[root] = numbers[child];
        numbers[child] = moved;
        root = child;
    }
}

void fzzf__sort_numbers(fzzf__arena *arena, fzzf__num *numbers, size_t count)
{
    for (size_t i = count / 2; i > 0; i--)
        sift(arena, numbers, i - 1, count);
    for (size_t end = count; end > 1; end--) {
        const fzzf__num greatest = numbers[0];

        numbers[0] = numbers[end - 1];
        numbers[end - 1] = greatest;
        sift(arena, numbers, 0, end - 1);
    }
}
