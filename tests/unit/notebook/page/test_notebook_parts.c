/* The parts of a notebook's page, by the rules of parts.h. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "file.h"
#include "notebook/page/page.h"
#include "notebook/page/parts.h"

#define USE(id) "<svg class=\"symbol\" aria-hidden=\"true\"><use href=\"#s-" id "\"/></svg>"

static void holds(struct pst_buffer *out, const char *want)
{
  assert_false(out->failed);
  assert_string_equal(pst_buffer_string(out), want);
  pst_buffer_free(out);
  *out = (struct pst_buffer){.data = NULL};
}

/* The vectors of RFC 4648, section 10, and the last two of its digits. */
static void pictures_are_data(void **state)
{
  static const char *const rows[][2] = {{"", ""},
                                        {"f", "Zg=="},
                                        {"fo", "Zm8="},
                                        {"foo", "Zm9v"},
                                        {"foob", "Zm9vYg=="},
                                        {"fooba", "Zm9vYmE="},
                                        {"foobar", "Zm9vYmFy"},
                                        {"\xFB\xFF\xBF", "+/+/"}};
  static const char *const types[][2] = {{"a.png", "image/png"},   {"a.jpg", "image/jpeg"},
                                         {"a.jpeg", "image/jpeg"}, {"a.gif", "image/gif"},
                                         {"a.webp", "image/webp"}, {"b.c.svg", "image/svg+xml"}};
  struct pst_buffer out = {.data = NULL};
  char want[256];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    snprintf(want, sizeof want, "<img src=\"data:image/png;base64,%s\" alt=\"a &lt; b\">",
             rows[i][1]);
    pst_parts_image(&out, file_text("a.png", rows[i][0]), "a < b");
    holds(&out, want);
  }
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    snprintf(want, sizeof want, "<img src=\"data:%s;base64,Zg==\" alt=\"\">", types[i][1]);
    pst_parts_image(&out, file_text(types[i][0], "f"), "");
    holds(&out, want);
  }
  /* what is no picture, or is not there */
  pst_parts_image(&out, file_text("a.txt", "f"), "a & b");
  holds(&out, "<em>a &amp; b</em>");
  pst_parts_image(&out, file_text("png", "f"), "b");
  holds(&out, "<em>b</em>");
  pst_parts_image(&out, file_path("none.png"), "c");
  holds(&out, "<em>c</em>");
}

/* An SVG stands in the page itself: its names must not be those of another. */
static void drawings_have_names_of_their_own(void **state)
{
  static const char svg[] =
      "<?xml version=\"1.0\"?>\n<svg width=\"4\" id=\"top\"><path id='p' fill=\"url(#g)\" "
      "stroke=\"url('#h')\"/><use href=\"#p\" xlink:href='#q'/><a href=\"x.html#y\" "
      "hid=\"z\"/></svg>";
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_parts_drawing(&out, file_text("a.svg", svg), "f2-", "what \"it\" shows");
  holds(&out, "<svg role=\"img\" aria-label=\"what &quot;it&quot; shows\" width=\"4\" "
              "id=\"f2-top\"><path id='f2-p' fill=\"url(#f2-g)\" stroke=\"url('#f2-h')\"/>"
              "<use href=\"#f2-p\" xlink:href='#f2-q'/><a href=\"x.html#y\" hid=\"z\"/></svg>");
  pst_parts_drawing(&out, file_text("b.svg", "no drawing"), "f2-", "a");
  holds(&out, "");
  pst_parts_drawing(&out, file_path("none.svg"), "f2-", "a");
  holds(&out, "");
  pst_parts_drawing(&out, file_text("a.png", "f"), "f2-", "a");
  holds(&out, "<img src=\"data:image/png;base64,Zg==\" alt=\"a\">");
}

static void numbers_link_to_what_computed_them(void **state)
{
  struct pst_notebook_number number = {
      .text = "28.6 %", .evidence = "a.csv#c=J&y", .value = "28.55", .source = 1, .chosen = true};
  const struct pst_notebook notebook = {.n_blocks = 2, .numbers = &number, .n_numbers = 1};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_parts_number(&out, &notebook, 0);
  holds(&out, "<a class=\"number verified\" href=\"#block-2\" title=\"a.csv#c=J&amp;y is 28.55\">"
              "28.6 %</a>");
  number.source = 2; /* an input */
  pst_parts_number(&out, &notebook, 0);
  holds(&out, "<a class=\"number verified\" title=\"a.csv#c=J&amp;y is 28.55\">28.6 %</a>");
  number.differs = true;
  number.corrected = "28.5 %";
  number.source = 0;
  pst_parts_number(&out, &notebook, 0);
  holds(&out, "<a class=\"number contradicted\" href=\"#block-1\" "
              "title=\"a.csv#c=J&amp;y is 28.55\">" USE(
                  "contradicted") "28.6 %</a> "
                                  "<span class=\"quiet\">(28.5 % by its evidence)</span>");
  number = (struct pst_notebook_number){
      .text = "7", .evidence = "b.csv#y", .failure = "no file <b.csv>", .chosen = true};
  pst_parts_number(&out, &notebook, 0);
  holds(&out, "<a class=\"number contradicted\" title=\"b.csv#y\">" USE(
                  "contradicted") "7</a> "
                                  "<span class=\"quiet\">(no file &lt;b.csv&gt;)</span>");
  /* One that --only left out was held to nothing. */
  number = (struct pst_notebook_number){.text = "7", .evidence = "b.csv#y"};
  pst_parts_number(&out, &notebook, 0);
  holds(&out, "<a class=\"number\" title=\"b.csv#y, not looked at: --only left it out\">7</a>");
}

static void blocks(void **state)
{
  struct pst_notebook_command command = {.shown = "$ cat a\n> b\n",
                                         .recorded = "1 < 2\n2> a warning\n2>\n\\2> no warning\n",
                                         .ran = true};
  struct pst_notebook_block block = {
      .kind = PST_NOTEBOOK_CONSOLE, .commands = &command, .n_commands = 1, .caption = ""};
  const struct pst_notebook notebook = {.blocks = &block, .n_blocks = 1};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  command.printed = command.recorded;
  pst_parts_block(&out, &notebook, 0);
  holds(&out, "<div class=\"block\" id=\"block-1\">\n<pre><code>"
              "<span class=\"command\">$ cat a</span>\n<span class=\"command\">&gt; b</span>\n"
              "1 &lt; 2\n<span class=\"aside\">a warning</span>\n<span class=\"aside\"></span>\n"
              "2&gt; no warning\n</code></pre>\n"
              "<p class=\"state verified\">" USE("verified") "as recorded</p>\n\n</div>\n");
  command.ran = false;
  command.recorded = "";
  pst_parts_block(&out, &notebook, 0);
  holds(&out, "<div class=\"block\" id=\"block-1\">\n<pre><code>"
              "<span class=\"command\">$ cat a</span>\n<span class=\"command\">&gt; b</span>\n"
              "</code></pre>\n<p class=\"state quiet\">not run: --only left it out</p>\n</div>\n");
  block.kind = PST_NOTEBOOK_FIGURE;
  command = (struct pst_notebook_command){.shown = "draw <it>", .recorded = "", .ran = true};
  block.figure = file_text("a.svg", "<svg id=\"a\"/>");
  pst_parts_block(&out, &notebook, 0);
  holds(&out, "<div class=\"block\" id=\"block-1\">\n<figure>\n"
              "<svg role=\"img\" aria-label=\"figure\" id=\"f1-a\"/><details><summary>The command "
              "that draws it</summary><pre><code>draw &lt;it&gt;</code></pre></details>\n"
              "</figure>\n\n</div>\n");
}

/* The verdicts of claims that ran, and the claims as they are written. */
static void blocks_of_claims(void **state)
{
  struct pst_notebook_command command = {
      .text = "claim a\n  1 < 2\n",
      .ran = true,
      .recorded = "",
      .printed = "",
      .output = "{\"claims\": [{\"id\": \"a\", \"verdict\": \"holds\", \"checks\": []}]}"};
  struct pst_notebook_block block = {
      .kind = PST_NOTEBOOK_CLAIMS, .commands = &command, .n_commands = 1, .caption = ""};
  const struct pst_notebook notebook = {.blocks = &block, .n_blocks = 1};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_parts_block(&out, &notebook, 0);
  holds(&out,
        "<div class=\"block\" id=\"block-1\">\n<ul class=\"claims\">\n<li class=\"holds\">" USE(
            "holds") "<span class=\"verdict\">holds</span>: a</li>\n</ul>\n<details><summary>"
                     "The claims as they are written</summary><pre><code>claim a\n  1 &lt; "
                     "2\n</code></pre>"
                     "</details>\n\n</div>\n");
}

/* What was printed otherwise: gone and come, line by line. */
static void blocks_that_differ(void **state)
{
  struct pst_notebook_command command = {.shown = "$ a\n",
                                         .recorded = "same\nold\n",
                                         .printed = "same\nnew\n",
                                         .output = "",
                                         .ran = true,
                                         .differs = true};
  struct pst_notebook_block block = {
      .kind = PST_NOTEBOOK_CONSOLE, .commands = &command, .n_commands = 1, .caption = ""};
  const struct pst_notebook notebook = {.blocks = &block, .n_blocks = 1};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  /* one that ran for what --only chose is not held to its record, but not said to be as recorded */
  pst_parts_block(&out, &notebook, 0);
  assert_null(strstr(pst_buffer_string(&out), ">as recorded"));
  assert_non_null(
      strstr(pst_buffer_string(&out),
             "<p class=\"state quiet\">not as recorded: it ran for what --only chose, and "
             "is not part of it</p>"));
  pst_buffer_free(&out);
  out = (struct pst_buffer){.data = NULL};
  block.chosen = true;
  pst_parts_block(&out, &notebook, 0);
  assert_non_null(
      strstr(pst_buffer_string(&out), USE("contradicted") "printed otherwise than recorded"));
  assert_non_null(strstr(pst_buffer_string(&out), "<pre class=\"diff\"><code>"));
  assert_non_null(strstr(pst_buffer_string(&out), "<span class=\"gone\">-old</span>\n"));
  assert_non_null(strstr(pst_buffer_string(&out), "<span class=\"come\">+new</span>\n"));
  assert_non_null(strstr(pst_buffer_string(&out), "<span class=\"aside\"> same</span>\n"));
  pst_buffer_free(&out);
}

/* What a claim says, or its name; a diagnosis has the evidence in it. */
static void claims(void **state)
{
  struct pst_notebook_command command = {
      .ran = true,
      .output =
          "{\"claims\": [{\"id\": \"a\", \"verdict\": \"holds\", \"says\": \"x < 1\", \"checks\": "
          "[{\"evidence\": [\"one\", 2, \"three\"]}]}, {\"id\": \"b\", \"verdict\": \"not "
          "checkable\", \"checks\": [{\"diagnosis\": \"why\", \"evidence\": [\"no\"]}]}]}"};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  pst_parts_claims(&out, &command);
  holds(
      &out,
      "<ul class=\"claims\">\n<li class=\"holds\">" USE(
          "holds") "<span class=\"verdict\">holds</span>: x &lt; 1<span class=\"quiet\">one</span>"
                   "<span class=\"quiet\">three</span></li>\n<li class=\"not-checkable\">" USE(
                       "not-checkable") "<span class=\"verdict\">not checkable</span>: b"
                                        "<span class=\"quiet\">why</span></li>\n</ul>\n");
  command.output = "{\"claims\": []}";
  pst_parts_claims(&out, &command);
  holds(&out, "");
  command.output = "no JSON";
  pst_parts_claims(&out, &command);
  holds(&out, "");
}

static void titles(void **state)
{
  struct pst_notebook_heading heading = {.text = "First"};
  struct pst_notebook notebook = {.path = "a/b.md"};

  (void)state;
  assert_string_equal(pst_notebook_title(&notebook), "b.md");
  notebook.path = "b.md";
  assert_string_equal(pst_notebook_title(&notebook), "b.md");
  notebook.headings = &heading;
  notebook.n_headings = 1;
  assert_string_equal(pst_notebook_title(&notebook), "First");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pictures_are_data),
      cmocka_unit_test(drawings_have_names_of_their_own),
      cmocka_unit_test(numbers_link_to_what_computed_them),
      cmocka_unit_test(blocks),
      cmocka_unit_test(claims),
      cmocka_unit_test(blocks_of_claims),
      cmocka_unit_test(blocks_that_differ),
      cmocka_unit_test(titles),
  };

  return cmocka_run_group_tests_name("notebook_parts", tests, NULL, NULL);
}
