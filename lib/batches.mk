# batches.mk -- which sources of the library are compiled together; written by `make batches`.
#
# A source that stands in no batch is compiled alone.

BATCHES = base-1 \
	base-2 \
	claim-check-1 \
	claim-data-1 \
	claim-data-2 \
	claim-data-3 \
	claim-evaluate-1 \
	claim-evaluate-2 \
	claim-evaluate-3 \
	claim-read-1 \
	claim-report-1 \
	claim-report-2 \
	cli-1 \
	cli-2 \
	compare-1 \
	compare-2 \
	composite-1 \
	composite-2 \
	expr-1 \
	expr-2 \
	figure-1 \
	figure-hover-1 \
	figure-kind-1 \
	figure-kind-2 \
	figure-kind-3 \
	figure-kind-4 \
	figure-page-1 \
	figure-page-2 \
	figure-term-1 \
	figure-term-2 \
	figure-term-3 \
	indicator-1 \
	indicator-2 \
	indicator-3 \
	indicator-4 \
	indicator-5 \
	input-1 \
	input-2 \
	interval-1 \
	interval-2 \
	interval-3 \
	job-1 \
	job-figure-1 \
	job-load-1 \
	job-load-2 \
	job-pairwise-1 \
	job-pairwise-2 \
	job-parted-1 \
	job-parted-2 \
	language-1 \
	layout-1 \
	layout-agency-1 \
	layout-shape-1 \
	layout-shape-2 \
	layout-shape-3 \
	look-1 \
	look-2 \
	method-1 \
	notebook-1 \
	notebook-2 \
	notebook-3 \
	page-1 \
	paper-1 \
	paper-2 \
	printed-1 \
	printed-2 \
	printed-3 \
	rank-1 \
	regress-1 \
	regress-2 \
	report-1 \
	report-2 \
	scale-1 \
	scale-2 \
	scan-1 \
	scan-2 \
	scan-3 \
	scan-4 \
	scan-5 \
	scan-6 \
	stats-1 \
	stats-change-1 \
	stats-correlation-1 \
	stats-correlation-2 \
	stats-description-1 \
	stats-enclose-1 \
	stats-kendall-1 \
	stats-kendall-2 \
	stats-leeway-1 \
	stats-other-1 \
	stats-other-10 \
	stats-other-11 \
	stats-other-12 \
	stats-other-13 \
	stats-other-14 \
	stats-other-15 \
	stats-other-16 \
	stats-other-17 \
	stats-other-18 \
	stats-other-2 \
	stats-other-3 \
	stats-other-4 \
	stats-other-5 \
	stats-other-6 \
	stats-other-7 \
	stats-other-8 \
	stats-other-9 \
	stats-regression-1 \
	stats-resample-1 \
	stats-slope-1 \
	stats-slope-2 \
	stats-variable-1 \
	table-1 \
	table-2 \
	table-3 \
	table-4 \
	table-5 \
	table-6 \
	tidy-1 \
	tidy-2 \
	tidy-3 \
	tidy-4 \
	trace-1 \
	trace-2 \
	trend-1

BATCH_base-1 = lib/base/arena.c \
	lib/base/array.c \
	lib/base/error.c \
	lib/base/file.c \
	lib/base/hash.c \
	lib/base/nearest.c \
	lib/base/nearest_powers.c \
	lib/base/number_print.c \
	lib/base/parallel.c \
	lib/base/text.c \
	lib/base/unicode/shown.c \
	lib/base/utf8.c
BATCH_base-2 = lib/base/number.c \
	lib/base/output.c
BATCH_claim-check-1 = lib/claim/check/check.c \
	lib/claim/check/choice.c \
	lib/claim/check/coverage.c \
	lib/claim/check/diagnose.c \
	lib/claim/check/restated.c \
	lib/claim/check/robust.c \
	lib/claim/check/trial.c
BATCH_claim-data-1 = lib/claim/data/combine.c \
	lib/claim/data/data.c \
	lib/claim/data/data_load.c \
	lib/claim/data/linear.c \
	lib/claim/data/narrow.c \
	lib/claim/data/real.c \
	lib/claim/data/squares.c \
	lib/claim/data/where.c \
	lib/claim/data/whole_number.c
BATCH_claim-data-2 = lib/claim/data/data_times.c \
	lib/claim/data/item.c \
	lib/claim/data/key_index.c \
	lib/claim/data/slope.c
BATCH_claim-data-3 = lib/claim/data/digits.c \
	lib/claim/data/number.c
BATCH_claim-evaluate-1 = lib/claim/evaluate/about.c \
	lib/claim/evaluate/arithmetic.c \
	lib/claim/evaluate/call/call_correlation.c \
	lib/claim/evaluate/call/call_count.c \
	lib/claim/evaluate/call/call_date.c \
	lib/claim/evaluate/call/call_deviation.c \
	lib/claim/evaluate/call/call_math.c \
	lib/claim/evaluate/call/call_number.c \
	lib/claim/evaluate/call/call_rank.c \
	lib/claim/evaluate/call/call_series.c \
	lib/claim/evaluate/call/call_share.c \
	lib/claim/evaluate/call/call_statistic.c \
	lib/claim/evaluate/call/calls.c \
	lib/claim/evaluate/cell/cell.c
BATCH_claim-evaluate-2 = lib/claim/evaluate/cell/index.c \
	lib/claim/evaluate/cell/row.c \
	lib/claim/evaluate/cell/series.c \
	lib/claim/evaluate/cell/several.c \
	lib/claim/evaluate/compare.c \
	lib/claim/evaluate/compare_numbers.c \
	lib/claim/evaluate/direction.c \
	lib/claim/evaluate/evaluate.c \
	lib/claim/evaluate/evaluator.c \
	lib/claim/evaluate/keep.c \
	lib/claim/evaluate/list.c \
	lib/claim/evaluate/member.c \
	lib/claim/evaluate/own.c \
	lib/claim/evaluate/real_number.c
BATCH_claim-evaluate-3 = lib/claim/evaluate/call/exact_slope.c \
	lib/claim/evaluate/quantify.c \
	lib/claim/evaluate/sides.c \
	lib/claim/evaluate/tell.c \
	lib/claim/evaluate/time_key.c
BATCH_claim-read-1 = lib/claim/read/bind.c \
	lib/claim/read/bind_rate.c \
	lib/claim/read/lines.c \
	lib/claim/read/names.c \
	lib/claim/read/other_file.c \
	lib/claim/read/rate.c \
	lib/claim/read/statements.c
BATCH_claim-report-1 = lib/claim/report/html_axis.c \
	lib/claim/report/html_claim.c \
	lib/claim/report/html_error.c \
	lib/claim/report/html_interval.c \
	lib/claim/report/html_style.c \
	lib/claim/report/html_symbol.c \
	lib/claim/report/report_html.c \
	lib/claim/report/told.c
BATCH_claim-report-2 = lib/claim/report/html_series.c \
	lib/claim/report/report_parts.c \
	lib/claim/report/report_tap.c
BATCH_cli-1 = lib/cli/complete.c \
	lib/cli/files.c \
	lib/cli/help.c \
	lib/cli/list.c \
	lib/cli/main.c \
	lib/cli/man.c \
	lib/cli/memory.c \
	lib/cli/program.c \
	lib/cli/shared.c
BATCH_cli-2 = lib/cli/become.c \
	lib/cli/option_value.c
BATCH_compare-1 = lib/compare/collect.c \
	lib/compare/collect_counts.c \
	lib/compare/collect_levels.c \
	lib/compare/collect_shares.c \
	lib/compare/compare_figure.c \
	lib/compare/compare_leeway.c \
	lib/compare/figure_rows.c \
	lib/compare/plan.c \
	lib/compare/records.c \
	lib/compare/run.c \
	lib/compare/shapes.c
BATCH_compare-2 = lib/compare/order.c \
	lib/compare/run_kinds.c
BATCH_composite-1 = lib/composite/figure.c \
	lib/composite/leeway/leeway_cells.c \
	lib/composite/leeway/leeway_ranks.c \
	lib/composite/plan.c \
	lib/composite/run.c \
	lib/composite/sensitivities.c \
	lib/composite/slice.c \
	lib/composite/small_table.c
BATCH_composite-2 = lib/composite/leeway/leeway.c \
	lib/composite/notes.c \
	lib/composite/read_design.c
BATCH_expr-1 = lib/expr/bind.c \
	lib/expr/build.c \
	lib/expr/chain.c \
	lib/expr/compare.c \
	lib/expr/compile.c \
	lib/expr/compile_call.c \
	lib/expr/compile_set.c \
	lib/expr/digits.c \
	lib/expr/expr.c \
	lib/expr/fail.c \
	lib/expr/functions.c \
	lib/expr/literals.c \
	lib/expr/periods.c \
	lib/expr/subject.c
BATCH_expr-2 = lib/expr/evaluate.c \
	lib/expr/units.c
BATCH_figure-1 = lib/figure/command.c \
	lib/figure/figure.c
BATCH_figure-hover-1 = lib/figure/hover/area.c \
	lib/figure/hover/hover.c \
	lib/figure/hover/item_text.c \
	lib/figure/hover/mark.c
BATCH_figure-kind-1 = lib/figure/kind/bump.c \
	lib/figure/kind/cloud.c \
	lib/figure/kind/end_label.c \
	lib/figure/kind/kinds.c \
	lib/figure/kind/parts.c \
	lib/figure/kind/spread.c
BATCH_figure-kind-2 = lib/figure/kind/dots.c \
	lib/figure/kind/end_inside.c \
	lib/figure/kind/scatter.c
BATCH_figure-kind-3 = lib/figure/kind/lines.c \
	lib/figure/kind/rows.c
BATCH_figure-kind-4 = lib/figure/kind/lorenz.c \
	lib/figure/kind/panels.c
BATCH_figure-page-1 = lib/figure/page/axis.c \
	lib/figure/page/key.c \
	lib/figure/page/label.c \
	lib/figure/page/measure.c \
	lib/figure/page/page.c \
	lib/figure/page/period.c \
	lib/figure/page/script.c \
	lib/figure/page/stack.c \
	lib/figure/page/value.c \
	lib/figure/page/x_ticks.c
BATCH_figure-page-2 = lib/figure/page/page_text.c \
	lib/figure/page/place.c
BATCH_figure-term-1 = lib/figure/term/bars.c \
	lib/figure/term/canvas.c \
	lib/figure/term/term.c
BATCH_figure-term-2 = lib/figure/term/matrix.c \
	lib/figure/term/plot.c
BATCH_figure-term-3 = lib/figure/term/sparks.c \
	lib/figure/term/text.c
BATCH_indicator-1 = lib/indicator/figure/of_lorenz.c \
	lib/indicator/figure/of_pairs.c \
	lib/indicator/frame/cells.c \
	lib/indicator/frame/lag.c \
	lib/indicator/frame/slice_groups.c \
	lib/indicator/frame/unit.c \
	lib/indicator/group/of_groups.c \
	lib/indicator/group/of_split.c \
	lib/indicator/kind_read.c \
	lib/indicator/kinds.c \
	lib/indicator/plan.c \
	lib/indicator/row/row_columns.c \
	lib/indicator/row/row_kinds.c
BATCH_indicator-2 = lib/indicator/figure/of_records.c \
	lib/indicator/frame/frame.c \
	lib/indicator/frame/records.c \
	lib/indicator/kind.c \
	lib/indicator/row/row_package.c \
	lib/indicator/run.c
BATCH_indicator-3 = lib/indicator/figure/of_rows.c \
	lib/indicator/group/links.c \
	lib/indicator/group/of_pairs.c \
	lib/indicator/row/row_table.c
BATCH_indicator-4 = lib/indicator/group/of_structure.c \
	lib/indicator/group/structure.c
BATCH_indicator-5 = lib/indicator/group/groups_owned.c \
	lib/indicator/group/lorenz_table.c
BATCH_input-1 = lib/input/ahead.c \
	lib/input/codec_zstd.c \
	lib/input/convert.c \
	lib/input/detect.c \
	lib/input/input.c \
	lib/input/word.c
BATCH_input-2 = lib/input/codec.c \
	lib/input/decompress.c
BATCH_interval-1 = lib/interval/arithmetic.c \
	lib/interval/bounded.c \
	lib/interval/decimal.c \
	lib/interval/ends.c \
	lib/interval/functions.c \
	lib/interval/period/calendar.c \
	lib/interval/period/period.c \
	lib/interval/period/period_kinds.c \
	lib/interval/period/period_step.c \
	lib/interval/printed.c \
	lib/interval/rational.c \
	lib/interval/rational_decimal.c \
	lib/interval/sum/decimal_pack.c \
	lib/interval/sum/exact_product.c
BATCH_interval-2 = lib/interval/range.c \
	lib/interval/sum/decimal_sum.c \
	lib/interval/sum/exact_sum.c \
	lib/interval/sum/wide.c \
	lib/interval/unit.c \
	lib/interval/unit_factors.c
BATCH_interval-3 = lib/interval/sum/pair_line.c \
	lib/interval/truth.c \
	lib/interval/whole.c
BATCH_job-1 = lib/job/aggregate.c \
	lib/job/beside.c \
	lib/job/column_options.c \
	lib/job/columns.c \
	lib/job/emit.c \
	lib/job/figure_options.c \
	lib/job/job.c \
	lib/job/method_options.c \
	lib/job/options.c \
	lib/job/say.c \
	lib/job/series_options.c
BATCH_job-figure-1 = lib/job/figure/apart.c \
	lib/job/figure/correlate_figure.c \
	lib/job/figure/figure_number.c \
	lib/job/figure/figure_parts.c \
	lib/job/figure/pairs_marked.c \
	lib/job/figure/template.c \
	lib/job/figure/time_axis.c \
	lib/job/figure/trend_line.c \
	lib/job/figure/trend_names.c \
	lib/job/figure/trend_scale.c
BATCH_job-load-1 = lib/job/load/join_countries.c \
	lib/job/load/load_ask.c \
	lib/job/load/load_columns.c \
	lib/job/load/load_expressions.c \
	lib/job/load/load_join.c \
	lib/job/load/load_once.c \
	lib/job/load/load_other.c \
	lib/job/load/load_part.c \
	lib/job/load/load_rows.c \
	lib/job/load/load_sum.c \
	lib/job/load/load_texts.c \
	lib/job/load/load_times.c \
	lib/job/load/load_wanted.c \
	lib/job/load/row_expr.c
BATCH_job-load-2 = lib/job/load/load_cells.c \
	lib/job/load/load_countries.c \
	lib/job/load/load_parts.c
BATCH_job-pairwise-1 = lib/job/pairwise/describe_leeway.c \
	lib/job/pairwise/describe_table.c \
	lib/job/pairwise/describe_unit.c \
	lib/job/pairwise/pairs.c \
	lib/job/pairwise/pairs_compute.c \
	lib/job/pairwise/pairs_count.c \
	lib/job/pairwise/pairs_packed.c \
	lib/job/pairwise/square.c \
	lib/job/pairwise/unit_intervals.c \
	lib/job/pairwise/variables.c
BATCH_job-pairwise-2 = lib/job/pairwise/pairs_leeway.c \
	lib/job/pairwise/pairs_owned.c \
	lib/job/pairwise/square_stream.c
BATCH_job-parted-1 = lib/job/parted/load.c \
	lib/job/parted/part.c \
	lib/job/parted/ranks.c \
	lib/job/parted/units.c \
	lib/job/parted/units_room.c \
	lib/job/parted/units_sent.c
BATCH_job-parted-2 = lib/job/parted/owned.c \
	lib/job/parted/owned_records.c
BATCH_language-1 = lib/language/atom.c \
	lib/language/expression.c \
	lib/language/function.c \
	lib/language/habit.c \
	lib/language/letter.c \
	lib/language/literal.c \
	lib/language/parser.c \
	lib/language/row.c \
	lib/language/scan.c \
	lib/language/source.c
BATCH_layout-1 = lib/layout/footer.c \
	lib/layout/frame.c \
	lib/layout/header.c \
	lib/layout/layout.c \
	lib/layout/texts.c
BATCH_layout-agency-1 = lib/layout/agency/any.c \
	lib/layout/agency/named.c \
	lib/layout/agency/series.c
BATCH_layout-shape-1 = lib/layout/shape/ask.c \
	lib/layout/shape/beside.c \
	lib/layout/shape/facts.c \
	lib/layout/shape/frame.c \
	lib/layout/shape/header/header.c \
	lib/layout/shape/header/header_names.c \
	lib/layout/shape/header/header_parts.c \
	lib/layout/shape/header/header_units.c \
	lib/layout/shape/panels.c \
	lib/layout/shape/roles_empty.c \
	lib/layout/shape/score_header.c \
	lib/layout/shape/score_rows.c \
	lib/layout/shape/sections/sections_settle.c \
	lib/layout/shape/types.c
BATCH_layout-shape-2 = lib/layout/shape/lines.c \
	lib/layout/shape/roles.c \
	lib/layout/shape/sections/sections_above.c \
	lib/layout/shape/sections/sections_outline.c \
	lib/layout/shape/times/time.c \
	lib/layout/shape/times/time_format.c \
	lib/layout/shape/times/time_names.c \
	lib/layout/shape/times/time_parts.c
BATCH_layout-shape-3 = lib/layout/shape/kinds.c \
	lib/layout/shape/sections/sections.c \
	lib/layout/shape/split.c \
	lib/layout/shape/weigh.c
BATCH_look-1 = lib/look/alike.c \
	lib/look/cells.c \
	lib/look/column.c \
	lib/look/gaps.c \
	lib/look/grid.c \
	lib/look/json.c \
	lib/look/look.c \
	lib/look/page/html.c \
	lib/look/top.c \
	lib/look/words.c \
	lib/look/words_notes.c \
	lib/look/words_parts.c
BATCH_look-2 = lib/look/key.c \
	lib/look/mixed.c \
	lib/look/page/html_columns.c \
	lib/look/page/html_series.c \
	lib/look/repeats.c \
	lib/look/text.c
BATCH_method-1 = lib/method/family.c \
	lib/method/methods_agreement.c
BATCH_notebook-1 = lib/notebook/accept.c \
	lib/notebook/compare/evidence.c \
	lib/notebook/compare/numeral.c \
	lib/notebook/compare/same.c \
	lib/notebook/compare/untied.c \
	lib/notebook/compare/weigh.c \
	lib/notebook/page/blocks.c \
	lib/notebook/page/drawing.c \
	lib/notebook/page/page.c \
	lib/notebook/page/style.c \
	lib/notebook/path_from.c \
	lib/notebook/read/lines.c \
	lib/notebook/read/markdown.c \
	lib/notebook/read/settings.c
BATCH_notebook-2 = lib/notebook/compare/printed.c \
	lib/notebook/page/claims.c \
	lib/notebook/read/read.c \
	lib/notebook/run/child.c \
	lib/notebook/run/copy.c \
	lib/notebook/run/needed.c \
	lib/notebook/run/run.c \
	lib/notebook/run/words.c \
	lib/notebook/tell.c
BATCH_notebook-3 = lib/notebook/read/record.c \
	lib/notebook/start.c
BATCH_page-1 = lib/page/element.c \
	lib/page/page.c \
	lib/page/style.c
BATCH_paper-1 = lib/paper/grid.c \
	lib/paper/grid_csv.c \
	lib/paper/number.c \
	lib/paper/number_words.c \
	lib/paper/paper.c \
	lib/paper/pdf.c \
	lib/paper/place.c \
	lib/paper/sentences.c \
	lib/paper/text.c
BATCH_paper-2 = lib/paper/blanks.c \
	lib/paper/grid_lines.c
BATCH_printed-1 = lib/printed/marks.c \
	lib/printed/meant.c \
	lib/printed/plain.c \
	lib/printed/times_prove.c \
	lib/printed/times_weeks.c \
	lib/printed/value.c \
	lib/printed/value_digits.c \
	lib/printed/when/when.c \
	lib/printed/when/when_japan.c \
	lib/printed/when/when_marks.c \
	lib/printed/when/when_names.c \
	lib/printed/when/when_short.c \
	lib/printed/words/words_errors.c \
	lib/printed/words/words_missing.c
BATCH_printed-2 = lib/printed/pair.c \
	lib/printed/times.c \
	lib/printed/times_short.c \
	lib/printed/value_around.c \
	lib/printed/when/when_as_it_is.c \
	lib/printed/when/when_days.c \
	lib/printed/when/when_first.c \
	lib/printed/when/when_packed.c \
	lib/printed/when/when_parts.c \
	lib/printed/when/when_seen.c \
	lib/printed/when/when_weeks.c \
	lib/printed/words/words.c \
	lib/printed/words/words_lines.c \
	lib/printed/words/words_times.c
BATCH_printed-3 = lib/printed/when/when_months.c \
	lib/printed/when/when_part.c \
	lib/printed/words/list.c
BATCH_rank-1 = lib/rank/place_order.c \
	lib/rank/rank_agreement.c \
	lib/rank/rank_change.c \
	lib/rank/rank_digits.c \
	lib/rank/rank_leeway.c \
	lib/rank/rank_periods.c \
	lib/rank/rank_places.c \
	lib/rank/rank_sets.c \
	lib/rank/ranking.c
BATCH_regress-1 = lib/regress/lines.c \
	lib/regress/model.c \
	lib/regress/plan.c \
	lib/regress/predict_file.c \
	lib/regress/regress_figure.c \
	lib/regress/regress_leeway.c \
	lib/regress/rows_table.c \
	lib/regress/run.c \
	lib/regress/sample.c \
	lib/regress/table.c \
	lib/regress/unit.c
BATCH_regress-2 = lib/regress/predict.c \
	lib/regress/records.c
BATCH_report-1 = lib/report/escape.c \
	lib/report/estimates.c \
	lib/report/format.c \
	lib/report/grid.c \
	lib/report/lines.c \
	lib/report/packed.c \
	lib/report/report.c \
	lib/report/view/align.c \
	lib/report/view/fit.c \
	lib/report/view/footnote.c \
	lib/report/view/hoist.c \
	lib/report/view/view.c \
	lib/report/view/view_keep.c \
	lib/report/wrap.c
BATCH_report-2 = lib/report/write/cell.c \
	lib/report/write/json.c \
	lib/report/write/latex.c \
	lib/report/write/sink.c \
	lib/report/write/text.c
BATCH_scale-1 = lib/scale/part_options.c \
	lib/scale/pieces.c \
	lib/scale/room.c \
	lib/scale/share.c
BATCH_scale-2 = lib/scale/hashed.c \
	lib/scale/part_file.c \
	lib/scale/plan.c
BATCH_scan-1 = lib/scan/find/change/beside.c \
	lib/scan/find/change/change.c \
	lib/scan/find/change/change_columns.c \
	lib/scan/find/change/gap.c \
	lib/scan/find/date/dates.c \
	lib/scan/find/date/span.c \
	lib/scan/find/finders.c \
	lib/scan/find/grid.c \
	lib/scan/find/grim.c \
	lib/scan/find/long/long.c \
	lib/scan/find/long/long_tables.c \
	lib/scan/find/numbers.c \
	lib/scan/find/order.c \
	lib/scan/find/p.c
BATCH_scan-2 = lib/scan/find/change/said.c \
	lib/scan/find/change/than.c \
	lib/scan/find/find.c \
	lib/scan/find/hundred.c \
	lib/scan/find/long/long_ranks.c \
	lib/scan/find/p_columns.c \
	lib/scan/find/pair.c \
	lib/scan/find/share/share_make.c \
	lib/scan/find/words.c \
	lib/scan/report/html.c \
	lib/scan/report/parts.c
BATCH_scan-3 = lib/scan/find/date/duration.c \
	lib/scan/find/long/long_changes.c \
	lib/scan/report/report.c
BATCH_scan-4 = lib/scan/find/interval.c \
	lib/scan/find/long/long_totals.c \
	lib/scan/find/share/share_of.c
BATCH_scan-5 = lib/scan/find/mean.c \
	lib/scan/find/ranks.c \
	lib/scan/find/share/share.c
BATCH_scan-6 = lib/scan/find/share/count.c \
	lib/scan/find/share/respectively.c \
	lib/scan/find/total.c
BATCH_stats-1 = lib/stats/adjust.c \
	lib/stats/deviations.c \
	lib/stats/estimate.c \
	lib/stats/fisher_z.c \
	lib/stats/null_cache.c \
	lib/stats/rank.c \
	lib/stats/sample.c \
	lib/stats/serial.c \
	lib/stats/sort.c \
	lib/stats/sum.c \
	lib/stats/tails.c
BATCH_stats-change-1 = lib/stats/change/breaks.c \
	lib/stats/change/pettitt.c \
	lib/stats/change/regimes.c \
	lib/stats/change/series.c
BATCH_stats-correlation-1 = lib/stats/correlation/agreement.c \
	lib/stats/correlation/distance.c \
	lib/stats/correlation/partial.c \
	lib/stats/correlation/spearman_exact.c \
	lib/stats/correlation/volatility.c
BATCH_stats-correlation-2 = lib/stats/correlation/lagged.c \
	lib/stats/correlation/overlap.c \
	lib/stats/correlation/product_permutation.c \
	lib/stats/correlation/spearman.c \
	lib/stats/correlation/spearman_table.c \
	lib/stats/correlation/weighted.c
BATCH_stats-description-1 = lib/stats/description/describe.c \
	lib/stats/description/moments.c \
	lib/stats/description/quantile.c
BATCH_stats-enclose-1 = lib/stats/contingency/row_shares.c \
	lib/stats/enclose/bounds_kendall.c \
	lib/stats/enclose/bounds_moments.c \
	lib/stats/enclose/bounds_product.c \
	lib/stats/enclose/enclose.c \
	lib/stats/enclose/median_slope.c \
	lib/stats/enclose/orders.c \
	lib/stats/enclose/places.c \
	lib/stats/leeway/vacant.c \
	lib/stats/random/permutation.c \
	lib/stats/regression/errors.c
BATCH_stats-kendall-1 = lib/stats/kendall/bit_inversions.c \
	lib/stats/kendall/inversions_pick.c \
	lib/stats/kendall/kendall.c \
	lib/stats/kendall/kendall_count.c \
	lib/stats/kendall/kendall_exact.c \
	lib/stats/kendall/kendall_p.c \
	lib/stats/kendall/kendall_permutation.c
BATCH_stats-kendall-2 = lib/stats/kendall/inversions.c \
	lib/stats/kendall/kendall_table.c
BATCH_stats-leeway-1 = lib/stats/leeway/leeway.c \
	lib/stats/leeway/lineup.c \
	lib/stats/leeway/one_sided.c \
	lib/stats/leeway/ordered.c \
	lib/stats/leeway/proof.c \
	lib/stats/leeway/rules.c \
	lib/stats/leeway/walk.c \
	lib/stats/poll/printed_difference.c
BATCH_stats-other-1 = lib/stats/bounded/akritas.c \
	lib/stats/bounded/decided.c \
	lib/stats/bounded/turnbull.c \
	lib/stats/composite/closed_bounds.c \
	lib/stats/composite/copeland.c \
	lib/stats/composite/normalise.c \
	lib/stats/composite/rank_bounds.c \
	lib/stats/composite/score_range.c \
	lib/stats/composite/sensitivity/draws.c \
	lib/stats/composite/sensitivity/leave_one_out.c \
	lib/stats/concentration/theil.c \
	lib/stats/concentration/theil_groups.c \
	lib/stats/concentration/top.c \
	lib/stats/contingency/fisher_network.c
BATCH_stats-other-10 = lib/stats/composite/minmax_gap.c \
	lib/stats/contingency/network.c \
	lib/stats/distribution/beta_quantile.c \
	lib/stats/distribution/factorial.c \
	lib/stats/distribution/mass.c \
	lib/stats/distribution/noncentral.c \
	lib/stats/fit/newey_west.c \
	lib/stats/groups/groups.c \
	lib/stats/groups/groups_permutation.c \
	lib/stats/groups/pairwise.c \
	lib/stats/indicator/cell.c \
	lib/stats/indicator/contribution.c \
	lib/stats/indicator/cumulative.c \
	lib/stats/poll/printed.c
BATCH_stats-other-11 = lib/stats/contingency/random_table.c \
	lib/stats/distribution/unimodal.c \
	lib/stats/fit/polynomial.c \
	lib/stats/indicator/growth.c \
	lib/stats/indicator/index_number.c \
	lib/stats/indicator/position.c \
	lib/stats/indicator/ratio.c \
	lib/stats/indicator/total.c \
	lib/stats/indicator/window.c \
	lib/stats/leeway/search.c \
	lib/stats/proportion/ratio.c
BATCH_stats-other-12 = lib/stats/enclose/bounds_kendall_many.c \
	lib/stats/fit/powers.c \
	lib/stats/groups/anova.c \
	lib/stats/samples/t_test.c
BATCH_stats-other-13 = lib/stats/ranking/rank_sets_normal.c \
	lib/stats/samples/variance_ratio.c
BATCH_stats-other-14 = lib/stats/groups/kruskal.c \
	lib/stats/specialisation/affinity.c
BATCH_stats-other-15 = lib/stats/groups/welch_anova.c \
	lib/stats/specialisation/quasi.c
BATCH_stats-other-16 = lib/stats/paired/paired_t.c \
	lib/stats/specialisation/rca.c \
	lib/stats/trend/seasonal_slope.c
BATCH_stats-other-17 = lib/stats/paired/sign_test.c \
	lib/stats/weighted/quantile.c
BATCH_stats-other-18 = lib/stats/paired/signed_rank.c \
	lib/stats/weighted/weighted.c
BATCH_stats-other-2 = lib/stats/bounded/bounded_kendall.c \
	lib/stats/composite/score.c \
	lib/stats/composite/score_rank.c \
	lib/stats/composite/sensitivity/jansen.c \
	lib/stats/composite/sensitivity/monte_carlo.c \
	lib/stats/composite/sensitivity/sensitivity.c \
	lib/stats/concentration/atkinson.c \
	lib/stats/concentration/entropy.c \
	lib/stats/concentration/gini.c \
	lib/stats/concentration/gradients.c \
	lib/stats/concentration/hhi.c \
	lib/stats/concentration/hoover.c \
	lib/stats/concentration/lorenz.c \
	lib/stats/concentration/table.c
BATCH_stats-other-3 = lib/stats/concentration/amounts.c \
	lib/stats/fit/loess.c
BATCH_stats-other-4 = lib/stats/concentration/bounds.c \
	lib/stats/groups/jonckheere.c
BATCH_stats-other-5 = lib/stats/concentration/counts.c \
	lib/stats/contingency/chi_squared.c \
	lib/stats/contingency/table.c \
	lib/stats/distribution/odds.c \
	lib/stats/fit/other_lines.c \
	lib/stats/groups/slopes.c \
	lib/stats/indicator/corners.c \
	lib/stats/indicator/share.c \
	lib/stats/paired/differences.c \
	lib/stats/paired/rank_biserial.c \
	lib/stats/paired/signed_rank_exact.c \
	lib/stats/poll/goodman.c \
	lib/stats/poll/nu.c \
	lib/stats/proportion/association.c
BATCH_stats-other-6 = lib/stats/contingency/fisher.c \
	lib/stats/groups/levene.c \
	lib/stats/indicator/panel.c \
	lib/stats/poll/poll.c \
	lib/stats/proportion/limits.c \
	lib/stats/proportion/miettinen_nurminen.c \
	lib/stats/proportion/newcombe.c \
	lib/stats/proportion/share.c \
	lib/stats/samples/effect_size.c \
	lib/stats/samples/rank_sum/dominance.c
BATCH_stats-other-7 = lib/stats/contingency/goodness_of_fit.c \
	lib/stats/poll/same_sample.c \
	lib/stats/proportion/proportion.c \
	lib/stats/samples/rank_sum/pair_select.c \
	lib/stats/samples/rank_sum/rank_groups.c \
	lib/stats/samples/rank_sum/rank_sum_exact.c \
	lib/stats/samples/samples.c \
	lib/stats/specialisation/grubel_lloyd.c \
	lib/stats/specialisation/structure.c \
	lib/stats/trend/corrected.c \
	lib/stats/trend/derived.c \
	lib/stats/trend/hamed_rao.c \
	lib/stats/trend/parts.c \
	lib/stats/trend/prewhitening.c
BATCH_stats-other-8 = lib/stats/contingency/mcnemar.c \
	lib/stats/poll/sison_glaz.c \
	lib/stats/trend/rest.c \
	lib/stats/trend/seasonal.c \
	lib/stats/trend/spacing.c \
	lib/stats/weighted/share.c
BATCH_stats-other-9 = lib/stats/ranking/rank_sets_counts.c \
	lib/stats/samples/quantile_interval.c
BATCH_stats-regression-1 = lib/stats/poll/printed_share.c \
	lib/stats/regression/basis.c \
	lib/stats/regression/checks.c \
	lib/stats/regression/regression.c \
	lib/stats/regression/robust.c \
	lib/stats/regression/summary.c
BATCH_stats-resample-1 = lib/stats/poll/printed_test.c \
	lib/stats/resample/bootstrap.c \
	lib/stats/resample/interval.c \
	lib/stats/resample/statistics.c
BATCH_stats-slope-1 = lib/stats/slope/band.c \
	lib/stats/slope/bracket.c \
	lib/stats/slope/cagr.c \
	lib/stats/slope/line.c \
	lib/stats/slope/ols.c \
	lib/stats/slope/select/few_slopes.c \
	lib/stats/slope/select/slope_exact.c \
	lib/stats/slope/select/slope_narrow.c \
	lib/stats/slope/select/slope_places.c \
	lib/stats/slope/select/slopes.c
BATCH_stats-slope-2 = lib/stats/slope/select/slope_bracket.c \
	lib/stats/slope/select/slope_order.c \
	lib/stats/slope/select/slope_search.c \
	lib/stats/slope/select/slope_words.c \
	lib/stats/slope/siegel.c
BATCH_stats-variable-1 = lib/stats/variable/deviations.c \
	lib/stats/variable/lanes.c \
	lib/stats/variable/order.c \
	lib/stats/variable/radix.c \
	lib/stats/variable/variable.c
BATCH_table-1 = lib/table/column.c \
	lib/table/columns.c \
	lib/table/dictionary.c \
	lib/table/group/cell_pack.c \
	lib/table/group/cells.c \
	lib/table/group/cells_pack.c \
	lib/table/group/group.c \
	lib/table/join.c \
	lib/table/load/around.c \
	lib/table/load/cell.c \
	lib/table/load/load.c \
	lib/table/load/load_open.c \
	lib/table/load/load_rows.c \
	lib/table/load/plain_numbers.c
BATCH_table-2 = lib/table/group/cell_pick.c \
	lib/table/group/cell_value.c \
	lib/table/group/cells_merge.c \
	lib/table/join_index.c \
	lib/table/load/load_ask.c \
	lib/table/load/load_settle.c \
	lib/table/load/plain_times.c \
	lib/table/load/schema.c \
	lib/table/read/aside.c \
	lib/table/read/delimited.c \
	lib/table/read/delimited_split.c \
	lib/table/read/lines.c \
	lib/table/read/records_open.c \
	lib/table/read/rejects.c
BATCH_table-3 = lib/table/beyond.c \
	lib/table/group/cells_table.c \
	lib/table/group/move_take.c \
	lib/table/load/load_block.c \
	lib/table/load/texts.c \
	lib/table/read/records.c \
	lib/table/read/sheet_style.c \
	lib/table/read/sniff.c \
	lib/table/read/window.c \
	lib/table/retext.c \
	lib/table/split/split.c
BATCH_table-4 = lib/table/load/packed/rows_pack.c \
	lib/table/load/packed/tiles.c \
	lib/table/load/packed/tiles_take.c \
	lib/table/load/times.c \
	lib/table/split/split_avx512.c \
	lib/table/table.c
BATCH_table-5 = lib/table/load/packed/facts.c \
	lib/table/load/packed/rows_take.c \
	lib/table/read/sheet.c \
	lib/table/split/split_neon.c
BATCH_table-6 = lib/table/read/tile.c \
	lib/table/split/split_portable.c
BATCH_tidy-1 = lib/tidy/asked_options.c \
	lib/tidy/check/scale.c \
	lib/tidy/check/tidy_check.c \
	lib/tidy/check/tidy_expected.c \
	lib/tidy/check/tidy_fill.c \
	lib/tidy/check/tidy_keys.c \
	lib/tidy/check/tidy_names.c \
	lib/tidy/check/tidy_periods.c \
	lib/tidy/check/tidy_unread.c \
	lib/tidy/country_rows.c \
	lib/tidy/explain.c \
	lib/tidy/open/open_judge.c \
	lib/tidy/open/open_rows.c \
	lib/tidy/tidy.c
BATCH_tidy-2 = lib/tidy/check/tidy_minus.c \
	lib/tidy/check/tidy_records.c \
	lib/tidy/kept.c \
	lib/tidy/open/open_watch.c \
	lib/tidy/tidy_cell.c \
	lib/tidy/tidy_columns.c \
	lib/tidy/tidy_package.c \
	lib/tidy/tidy_write.c
BATCH_tidy-3 = lib/tidy/check/tidy_again.c \
	lib/tidy/check/tidy_scale.c \
	lib/tidy/open/open.c \
	lib/tidy/open/open_declared.c \
	lib/tidy/tidy_report.c
BATCH_tidy-4 = lib/tidy/check/tidy_parentheses.c \
	lib/tidy/tidy_countries.c
BATCH_trace-1 = lib/trace/answer.c \
	lib/trace/context.c \
	lib/trace/data.c \
	lib/trace/draft.c \
	lib/trace/offer.c \
	lib/trace/search.c \
	lib/trace/statement.c \
	lib/trace/table.c \
	lib/trace/tries.c
BATCH_trace-2 = lib/trace/draft_html.c \
	lib/trace/scan_data.c
BATCH_trend-1 = lib/trend/compare.c \
	lib/trend/partial.c \
	lib/trend/season.c
