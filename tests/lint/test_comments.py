#!/usr/bin/env python3
"""Break each rule of comments.py in a small house: it must see that, and nothing where all is well.  TAP."""
import importlib.util
import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from tap import Tap  # noqa: E402

SPEC = importlib.util.spec_from_file_location("comments", ROOT / "tests/lint/comments.py")
COMMENTS = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(COMMENTS)

READ = """/* read.h -- cells of a table. */
#include "base/error.h"

/* pst_read_cell: the cell at PLACE.
   Given     PLACE below the table's size
   Returned  OUT, a number
   Status    PST_BAD_DATA when it is none; PST_NO_MEMORY
   Cost      O(1)
   Tested    tests/unit/table/test_read.c  */
enum pst_status pst_read_cell(const struct pst_table *table, size_t place, double *out,
                              struct pst_error *error);

/* --- asking --------------------------------------------------------------------------
   Given     a table
   Returned  the answer
   Tested    tests/unit/table/test_read.c, test_more.c  */

/* pst_read_size: how many cells; pst_read_close: no more of them. */
static inline size_t pst_read_size(const struct pst_table *table)
{
  return pst_read_other(table);
}

/* pst_read_more: in steps.
   Cost      O(n)  */
size_t pst_read_more(const struct pst_table *table);

/* pst_read_close: TABLE is empty then.
   Cost      O(1)  */
void pst_read_close(struct pst_table *table);
"""
READ_C = """/* read.c -- cells of a table. */
static enum pst_status no_number(struct pst_error *error)
{
  return pst_fail(error, PST_BAD_DATA, "'x' is no number");
}

static enum pst_status look(double x)
{
  return x < 0 ? PST_UNDEFINED : PST_OK;
}

enum pst_status pst_read_cell(const struct pst_table *table, size_t place, double *out,
                              struct pst_error *error)
{
  if (table->fail)
    return pst_fail_memory(error);
  return look(*out) == PST_OK ? PST_OK : no_number(error);
}
"""
KERNEL = """/* kernel.h -- the form of a method. */
/* As it should be. */
typedef enum pst_status pst_pair_kernel(const struct pst_sample *sample, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error);
"""
MEAN = """/* mean.h -- means.

   pst_mean, pst_median: of y.
   Given     n finite values
   Returned  the estimate
   Status    PST_UNDEFINED when n < 1
   Cost      O(n)
   Published Student (1908)
   Tested    tests/unit/table/test_mean.c, by way of the programs; tests/reference (family mean) */
pst_pair_kernel pst_mean, pst_median;
"""
HOUSE = {"lib/table/read.h": READ, "lib/table/read.c": READ_C, "lib/stats/kernel.h": KERNEL, "lib/stats/mean.h": MEAN,
         "tests/unit/table/test_read.c": '#include "table/read.h"\n', "tests/unit/table/test_more.c": "int x;\n",
         "tests/unit/table/test_mean.c": "int x;\n", "tests/reference/values.py": ""}


def look(files):
    """What comments.py says of a house of FILES."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, name).write_text(text)
        COMMENTS.ROOMS = ["table", "stats"]
        COMMENTS.lint_comments(Tap(out), COMMENTS.House(Path(folder)))
    return [line.removeprefix("#   ") for line in out.getvalue().splitlines() if line.startswith("#   ")]


def changed(name, *pairs):
    text = HOUSE[name]
    for old, new in pairs:
        assert text.count(old) >= 1, old
        text = text.replace(old, new)
    return {**HOUSE, name: text}


READ_H, MEAN_H = "lib/table/read.h", "lib/stats/mean.h"
CELL = f"{READ_H}: the comment of pst_read_cell lacks "
CASES = [
    ("all is well", HOUSE, []),
    ("a function without a comment", changed(READ_H, ("/* pst_read_more: in steps.", "/* In steps.")),
     [f"{READ_H}: no comment names pst_read_more", f"{READ_H}: the comment of pst_read_more lacks Cost"]),
    ("another's longer name is not its name", changed(READ_H, ("pst_read_more: in", "pst_read_more_of: in")),
     [f"{READ_H}: no comment names pst_read_more", f"{READ_H}: the comment of pst_read_more lacks Cost"]),
    ("no Given", changed(READ_H, ("Given     PLACE below", "It is      below")), [CELL + "Given"]),
    ("an empty field is none", changed(READ_H, ("Given     PLACE below the table's size", "Given")),
     [CELL + "Given"]),
    ("no Given where nothing is taken",
     changed(READ_H, ("size_t pst_read_more(const struct pst_table *table);", "size_t pst_read_more(void);"),
             ("   Given     a table\n", "")),
     [f"{READ_H}: the comment of {name} lacks Given" for name in ("pst_read_size", "pst_read_close")]),
    ("no Returned of what is filled", changed(READ_H, ("Returned  OUT, a number", "Gives     OUT")),
     [CELL + "Returned"]),
    ("no Returned of a part's functions; what closes gives nothing",
     changed(READ_H, ("Returned  the answer", "Says      the answer")),
     [f"{READ_H}: the comment of {name} lacks Returned" for name in ("pst_read_size", "pst_read_more")]),
    ("no Status", changed(READ_H, ("   Status    PST_BAD_DATA when it is none; PST_NO_MEMORY\n", "")),
     [CELL + "Status PST_BAD_DATA PST_NO_MEMORY"]),
    ("a Status that names none", changed(READ_H, ("PST_BAD_DATA when it is none; PST_NO_MEMORY", "as ever")),
     [CELL + "Status PST_BAD_DATA PST_NO_MEMORY"]),
    ("a status of a function that it calls", changed(READ_H, ("PST_BAD_DATA when it is none; ", "")),
     [CELL + "Status PST_BAD_DATA"]),
    ("the status of a failed allocation", changed(READ_H, ("; PST_NO_MEMORY", "")), [CELL + "Status PST_NO_MEMORY"]),
    ("a status that it returns without a message",
     changed("lib/table/read.c", ("    return pst_fail_memory(error);", "    return PST_IO;")),
     [CELL + "Status PST_IO"]),
    ("no Cost", changed(READ_H, ("   Cost      O(n)  */", "   */")),
     [f"{READ_H}: the comment of pst_read_more lacks Cost"]),
    ("no Tested", changed(READ_H, ("   Cost      O(1)\n   Tested    tests/unit/table/test_read.c  */", "   Cost      O(1)  */")),
     [CELL + "Tested"]),
    ("a Tested without a file", changed(READ_H, ("Tested    tests/unit/table/test_read.c  */", "Tested    by others  */")),
     [CELL + "Tested"]),
    ("a test that is not there", changed(READ_H, ("tests/unit/table/test_read.c, test_more.c", "tests/unit/table/test_read.c, test_x.c")),
     [f"{READ_H}: there is no test_x.c"]),
    ("a test that sees something else", changed(READ_H, ("tests/unit/table/test_read.c  */", "tests/unit/table/test_more.c  */")),
     [f"{READ_H}: test_more.c tests it by way of what?"]),
    ("by way of another header, said over two lines",
     changed(READ_H, ("tests/unit/table/test_read.c  */", "tests/unit/table/test_more.c, by\n             way of more.h  */")), []),
    ("a test that calls the function",
     {**changed(READ_H, ("tests/unit/table/test_read.c  */", "tests/unit/table/test_more.c  */")),
      "tests/unit/table/test_more.c": "pst_read_cell(a, 0, b, c);\n"}, []),
    ("a pattern of tests", changed(READ_H, ("test_read.c, test_more.c", "test_re*.c")), []),
    ("a statistic without a source", changed(MEAN_H, ("   Published Student (1908)\n", "")),
     [f"{MEAN_H}: the comment of {name} lacks Published" for name in ("pst_mean", "pst_median")]),
    ("its definition is a source", changed(MEAN_H, ("Published Student (1908)", "Source    its definition")), []),
    ("a kernel without a comment", changed(MEAN_H, ("pst_mean, pst_median: of y", "pst_mean: of y")),
     [f"{MEAN_H}: no comment names pst_median"]),
    ("a kernel without a Status", changed(MEAN_H, ("PST_UNDEFINED when", "when")),
     [f"{MEAN_H}: the comment of {name} lacks Status" for name in ("pst_mean", "pst_median")]),
    ("a room that is not there", {k: v for k, v in HOUSE.items() if "/stats/" not in k},
     ["lib/stats: there is no such room"]),
]


def main():
    tap = Tap()
    for title, files, want in CASES:
        tap.equal(look(files), want, title)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
