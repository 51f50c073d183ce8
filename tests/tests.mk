# tests.mk -- what looks at all of the sources at length: peers, coverage, threads, analyzers.  None of it is in `make check`.

## differential: DIFFERENTIAL_COUNT (1000) random tables by polstat and by scipy, R, DuckDB and Miller, where they are there; indicators by their definitions, and expressions of rows by those of claims
.PHONY: differential
DIFFERENTIAL_COUNT = 1000
DIFFERENTIAL_SEED = 1
differential:
	+@$(MAKE_QUIETLY) -s programs
	@python3 -B tests/differential/run.py --build $(BUILD) --count $(DIFFERENTIAL_COUNT) --seed $(DIFFERENTIAL_SEED)
	@python3 -B tests/differential/definitions.py --build $(BUILD) --seed $(DIFFERENTIAL_SEED)
	@python3 -B tests/differential/expressions.py --build $(BUILD) --seed $(DIFFERENTIAL_SEED)

## coverage: lines and branches of lib that the tests come by, as pages in build/coverage/pages; at least 95 and 90 per cent
.PHONY: coverage
COVERAGE = $(BUILD)/coverage
COVERAGE_TESTS = unit cli reference claims extracts notebooks generated cases faults
coverage:
	@$(call install_packages,gcovr)
	+@$(MAKE_QUIETLY) -s build-tests BATCHES= BUILD=$(COVERAGE) CFLAGS='-O0 -g1' EXTRA_CFLAGS='--coverage -fprofile-update=atomic'
	@find $(COVERAGE) -name '*.gcda' -delete
	-@python3 -B tests/run.py --build $(COVERAGE) $(COVERAGE_TESTS)
	@mkdir -p $(COVERAGE)/pages
	@gcovr --root . --object-directory $(COVERAGE)/obj --filter lib/ --exclude-unreachable-branches $(PARALLEL) \
		--html-details $(COVERAGE)/pages/index.html --json-summary $(COVERAGE)/summary.json --txt $(COVERAGE)/summary.txt \
		--print-summary --fail-under-line 95 --fail-under-branch 90
	@echo "coverage: pages in $(COVERAGE)/pages"

## tsan: the unit tests and the command line under the thread sanitizer, in build/tsan
.PHONY: tsan
tsan:
	+@$(MAKE_QUIETLY) -s build-tests BUILD=$(BUILD)/tsan CFLAGS='-O1 -g' EXTRA_CFLAGS='-fsanitize=thread'
	@TSAN_OPTIONS='halt_on_error=1 exitcode=66' python3 -B tests/run.py --build $(BUILD)/tsan $(filter unit cli,$(TESTS))

## analyze: gcc's analyzer, clang-tidy and cppcheck on all sources; ANALYZE=words names some of gcc tidy cppcheck
.PHONY: analyze
ANALYZE = gcc tidy cppcheck
analyze:
	@$(call install_packages,clang-tidy cppcheck)
	+@$(MAKE_QUIETLY) -s programs
	@python3 -B tests/analyze/run.py --cc '$(CC)' --cflags '$(subst ','\'',$(ALL_CFLAGS))' $(ANALYZE)
