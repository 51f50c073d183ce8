# bench.mk -- polstat beside its peers: bench/run.py, and what it runs with.

BENCH = $(BUILD)/bench
BENCH_RUNS = 5
BENCH_JOBS =
# Debian packages of the peers; DuckDB and Polars come from npm.
PEERS = miller gretl datamash r-base-core r-cran-data.table python3-pandas python3-scipy nodejs npm
# The binary of Polars is named too: npm leaves it out where it asks for a newer node than it needs.
PEERS_NPM = @duckdb/node-api nodejs-polars nodejs-polars-linux-$$(node -p process.arch)-gnu

$(BENCH)/workload $(BENCH)/launch: $(BENCH)/%: bench/%.c
	@mkdir -p $(@D)
	$(CC) -std=gnu17 -O2 -Wall -Wextra $< -o $@ -lm

## bench: time polstat beside the peers that are installed (BENCH_JOBS=names, BENCH_RUNS=5) and write bench/RESULTS.md
.PHONY: bench
bench: $(BENCH)/workload $(BENCH)/launch
	+@$(MAKE_QUIETLY) -s programs
	@python3 -B bench/run.py --build $(BUILD) -n $(BENCH_RUNS) $(if $(BENCH_JOBS),,--write bench/RESULTS.md) $(BENCH_JOBS)

## bench-trends: time five trend methods on 10,000 series beside the same in scipy, statsmodels and numpy
.PHONY: bench-trends
bench-trends:
	+@$(MAKE_QUIETLY) -s programs
	@python3 -B bench/trends.py --build $(BUILD)

## bench-growth: how time and memory grow with rows, groups and columns (GROWTH_MOST=1e7)
GROWTH_MOST = 1e7
.PHONY: bench-growth
bench-growth: $(BENCH)/workload $(BENCH)/launch
	+@$(MAKE_QUIETLY) -s programs
	@python3 -B bench/growth.py --build $(BUILD) --most $(GROWTH_MOST)

## bench-peers: install the peers: DuckDB and Polars from npm into build/bench, the others from Debian
.PHONY: bench-peers
bench-peers:
	@if command -v npm >/dev/null; then \
		$(call install_packages,$(filter-out nodejs npm,$(PEERS))); \
	else \
		$(call install_packages,$(PEERS)); \
	fi
	@mkdir -p $(BENCH)/npm
	@cd $(BENCH)/npm && { test -f package.json || npm init -y >/dev/null; } \
		&& npm install --no-audit --no-fund $(PEERS_NPM)
