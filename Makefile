# polstat: one Makefile for everything.  `make help` lists the targets.
#
#   BUILD=dir      where all that is made goes (default build)
#   CC, CFLAGS     compiler and optimisation (warnings and standards are added)
#   LINK=shared    programs that load their libraries when they start (default static: they carry them)
#   PREFIX=/usr/local, DESTDIR=   where `make install` puts what it installs (BINDIR, LIBDIR ... below it)
#   TESTS=suites   what `make check` and its kin run: lint unit cli reference datasets notebooks claims extracts
#                  generated cases faults mpi install

VERSION = 0.2.0
# The day of that version, for manual pages and packages.
RELEASED = 2026-11-29
BUILD = build
CC = gcc
CFLAGS = -O2 -g1
PREFIX = /usr/local
DESTDIR =
TESTS = lint unit cli reference datasets notebooks claims extracts generated cases faults mpi install

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wdouble-promotion -Wvla \
	-Wmissing-prototypes -Wstrict-prototypes -Wcast-qual -Wwrite-strings -Wformat=2 \
	$(if $(findstring sanitize,$(EXTRA_CFLAGS)),,-Wnull-dereference) -Werror
# _GNU_SOURCE: GNU libc's locale-free strtod_l, memrchr and pipe2.
# What is installed is hardened; code of the library may stand in a shared one.  FORTIFY wants optimisation, and the
# sanitizers look for themselves.
HARDENED = -fPIC -fno-semantic-interposition -fstack-protector-strong \
	$(if $(filter -O0,$(CFLAGS))$(findstring sanitize,$(EXTRA_CFLAGS)),,-D_FORTIFY_SOURCE=2)
# Rooms of lib whose loops are measured, and those that are measured but have few loops: these are compiled with -O1,
# in two thirds of the time.  Code of the others runs once for a file, an option or a page: -Og takes a third.  Given CFLAGS
# are those of all.
HOT = base input expr table table/% printed printed/% tidy tidy/% interval/sum rank report report/write \
	stats stats/change stats/kendall stats/slope stats/slope/% stats/correlation stats/description stats/variable
WARM = interval interval/% look layout/shape layout/shape/% claim/data claim/evaluate claim/evaluate/% claim/statistic \
	stats/enclose stats/leeway stats/ranking stats/regression stats/resample stats/random
room = $(patsubst lib/%/,%,$(dir $1))
cool = $(if $(filter file,$(origin CFLAGS)),$(if $(filter $(HOT),$(call room,$1)),,$(if $(filter $(WARM),$(call room,$1)),-O1,-Og)))
# No byte tells the folder of a build: two of the same sources are the same, and share what ccache keeps.
ALL_CFLAGS = -std=c17 $(WARNINGS) $(HARDENED) -ffile-prefix-map=$(CURDIR)=. -ffp-contract=off -fopenmp-simd -pthread -D_GNU_SOURCE \
	-DPST_VERSION='"$(VERSION)"' -DPST_RELEASED='"$(RELEASED)"' -Ilib $(CFLAGS) $(EXTRA_CFLAGS)
ALL_LDFLAGS = -pthread -Wl,--as-needed -Wl,-z,relro,-z,now $(LDFLAGS) $(EXTRA_CFLAGS)
LIBS = -lgsl -lgslcblas -lglpk -lcsv -ljansson -lgmp -lnettle -lunistring -lm
# What one program alone is linked with: LIBS_NAME for polstat-NAME.
LIBS_notebook = -lcmark-gfm-extensions -lcmark-gfm
# Programs carry what they use of these libraries, where the archives are there: to find, map and bind the files
# of all is half of the time of a start.  LINK=shared leaves it to the loader.  GLPK, which wants others in its turn, and GMP are
# always shared.
LINK = static
LOADED = -lglpk -lgmp -lm
archives = $(shell for l in $(1:-l%=%); do a=$$($(CC) -print-file-name=lib$$l.a); test -f "$$a" && echo "$$a" || echo -l$$l; done)
carried = $(if $(filter static,$(LINK)),$(call archives,$(filter-out $(LOADED),$1)) $(filter $(LOADED),$1),$1)
PROGRAM_LIBS = $(eval PROGRAM_LIBS := $(call carried,$(LIBS)))$(PROGRAM_LIBS)

# Debian packages: to build and run; to test; to look at the page of verdicts; to fuzz.
# Of the compression libraries only the headers are used; they are loaded when a file asks for them.
DEPS_BUILD = gcc libc6-dev make libgsl-dev libglpk-dev libcsv-dev libjansson-dev libgmp-dev \
	libunistring-dev nettle-dev libcmark-gfm-dev libcmark-gfm-extensions-dev \
	zlib1g-dev libbz2-dev liblzma-dev gnuplot-nox librsvg2-bin fonts-dejavu-core poppler-utils
DEPS_CHECK = $(DEPS_BUILD) git python3 libcmocka-dev clang-format valgrind
DEPS_BROWSER = chromium
# To test what is installed, and to make packages; what is missing is skipped.
DEPS_INSTALL = mandoc fish zsh pkg-config g++ lintian dpkg-dev
# Ranks of MPI, and a Slurm of three nodes: without them their tests are skipped.
DEPS_MPI = libopenmpi-dev openmpi-bin
DEPS_CLUSTER = $(DEPS_MPI) slurmctld slurmd slurm-client munge iproute2 util-linux
DEPS_FUZZ = clang libclang-rt-14-dev

# A room is a folder of lib/, and may have rooms inside; tables/ holds programs that write tables.
ALL_SOURCES := $(wildcard lib/*/*.c lib/*/*/*.c lib/*/*/*/*.c)
LIB_SOURCES := $(foreach f,$(ALL_SOURCES),$(if $(findstring /tables/,$f),,$f))
# Most sources are compiled several at once; a plain `BATCHES=` compiles each alone.
include lib/batches.mk
BATCHED := $(foreach b,$(BATCHES),$(BATCH_$b))
BATCH_OBJECTS := $(foreach b,$(BATCHES),$(if $(filter $(LIB_SOURCES),$(BATCH_$b)),$(BUILD)/obj/batch/$b.o))
LIB_OBJECTS := $(BATCH_OBJECTS) $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out $(BATCHED),$(LIB_SOURCES))) \
	$(BUILD)/obj/gen/style.o $(BUILD)/obj/gen/choosing.o $(BUILD)/obj/gen/countries.o
LIB = $(BUILD)/libpolstat.a

PROGRAM_SOURCES = $(wildcard analysis/*.c)
PROGRAMS = $(patsubst analysis/%.c,$(BUILD)/bin/polstat-%,$(filter-out analysis/polstat.c,$(PROGRAM_SOURCES))) \
	$(patsubst analysis/polstat.c,$(BUILD)/bin/polstat,$(filter analysis/polstat.c,$(PROGRAM_SOURCES)))

# The test of lib/R/x.c is tests/unit/R/test_x.c.
UNIT_SOURCES = $(wildcard tests/unit/*/test_*.c tests/unit/*/*/test_*.c tests/unit/*/*/*/test_*.c)
UNIT_TESTS = $(UNIT_SOURCES:%.c=$(BUILD)/%)
SUPPORT_OBJECTS = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard tests/support/*.c))
SUPPORT = $(BUILD)/libsupport.a
TEST_OBJECTS = $(UNIT_SOURCES:%.c=$(BUILD)/obj/%.o) $(SUPPORT_OBJECTS)
REFERENCE_DRIVER = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/reference/driver*.c))
# Drivers of several files: tests/reference/NAME becomes driver_NAME.
ROOM_DRIVERS = $(BUILD)/tests/reference/driver_compare $(BUILD)/tests/reference/driver_indicator
ROOM_DRIVER_OBJECTS = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard tests/reference/*/*.c))
FUZZ_ONLY = *
FUZZERS = $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,$(foreach f,$(FUZZ_ONLY),$(wildcard tests/fuzz/fuzz_$(f).c)))

# No rule is make's own: without this, it looks through all of them for each of a thousand files of prerequisites.
MAKEFLAGS += -r
# A plain `make` uses all cores: one takes minutes.
ifeq ($(MAKECMDGOALS),)
MAKEFLAGS := $(MAKEFLAGS) $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc))
endif
# Builds that a recipe starts use all cores, unless -j was given and they share in it.
PARALLEL = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc))
MAKE_QUIETLY = $(MAKE) --no-print-directory $(PARALLEL)
RUN_TESTS = python3 -B tests/run.py --build $(BUILD)
# $(STEP) 'what is done' COMMAND...: one line of a long run, with its seconds.
STEP = sh paper/step.sh

.PHONY: all
all: programs

## programs: build every program into build/bin
.PHONY: programs
programs: $(PROGRAMS)

## deps: install the Debian packages that building and testing need and that are missing
.PHONY: deps
deps:
	@$(call install_packages,$(DEPS_CHECK))
	@( $(call install_packages,$(DEPS_INSTALL)) ) || echo "deps: without $(DEPS_INSTALL) parts of the test of make install are skipped"
	@( $(call install_packages,$(DEPS_MPI)) ) || echo "deps: without $(DEPS_MPI) polstat-mpi.so is not built, and the test of ranks is skipped"
	@( $(call install_packages,$(DEPS_BROWSER)) ) || echo "deps: without $(DEPS_BROWSER) the test of the page is skipped"

# $(call install_packages,LIST): nothing when all are there; apt-get, with sudo when not root.
define install_packages
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then \
	echo "deps: this is not Debian; what is needed are the counterparts of: $(1)" >&2; \
	exit 0; \
fi; \
here=" $$(dpkg-query -W -f '$${db:Status-Abbrev} $${Package}\n' $(1) 2>/dev/null | sed -n 's/^.i[^ ]* *//p' | tr '\n' ' ')"; \
missing=; \
for p in $(1); do case $$here in *" $$p "*) ;; *) missing="$$missing $$p" ;; esac; done; \
if [ -z "$$missing" ]; then exit 0; fi; \
sudo=; \
if [ "$$(id -u)" != 0 ]; then \
	sudo=sudo; \
	if ! command -v sudo >/dev/null; then \
		echo "deps: as root, run: apt-get install$$missing" >&2; exit 1; \
	fi; \
fi; \
echo "deps: installing$$missing"; \
$$sudo apt-get -qq update </dev/null; \
$$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $$missing </dev/null
endef

# --- building -----------------------------------------------------------------------------------

$(LIB): $(LIB_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

# What a build was made with: a change of flags makes all of it again.
FLAGS_NOW = $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) $(LINK)
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(FLAGS_NOW))' | cmp -s - $@ || echo '$(subst ','\'',$(FLAGS_NOW))' >$@
.PHONY: FORCE
FORCE:

$(BUILD)/obj/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(call cool,$<) -MMD -MP -c $< -o $@

$(BATCH_OBJECTS): $(BUILD)/obj/batch/%.o: lib/batches.mk lib/batch.sh $(BUILD)/flags
	@sh lib/batch.sh $@ $(filter $(LIB_SOURCES),$(BATCH_$*)) -- $(CC) $(ALL_CFLAGS) $(call cool,$(firstword $(BATCH_$*)))

$(BUILD)/obj/tests/%.o: private ALL_CFLAGS += -Itests/support

# The figure style travels inside the programs, so that a script they write stands alone.
$(BUILD)/gen/style.c: plots/style.gp plots/embed.sh
	@mkdir -p $(@D)
	sh plots/embed.sh pst_style_gp plots/style.gp >$@.new
	@mv $@.new $@

# What `polstat help choose` prints.
$(BUILD)/gen/choosing.c: docs/CHOOSING.md plots/embed.sh
	@mkdir -p $(@D)
	sh plots/embed.sh pst_choosing docs/CHOOSING.md >$@.new
	@mv $@.new $@

# The tables of countries, folded and sorted by a program that runs here.
COUNTRIES = datasets/countries/names.csv datasets/countries/areas.csv datasets/countries/aliases.csv
PACK_SOURCES = lib/country/tables/pack.c lib/country/fold.c $(addprefix lib/base/,arena.c array.c error.c text.c utf8.c)
$(BUILD)/gen/pack: $(PACK_SOURCES) lib/country/fold.h lib/country/table.h $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) -std=c17 $(WARNINGS) -D_GNU_SOURCE -Ilib -O1 $(PACK_SOURCES) -o $@

$(BUILD)/gen/countries.c: $(BUILD)/gen/pack $(COUNTRIES)
	$(BUILD)/gen/pack $(COUNTRIES) >$@.new
	@mv $@.new $@

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(BUILD)/bin/polstat-%: $(BUILD)/obj/analysis/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $< $(LIB) $(ALL_LDFLAGS) $(call carried,$(LIBS_$*)) $(PROGRAM_LIBS) -o $@

$(BUILD)/bin/polstat: $(BUILD)/obj/analysis/polstat.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $< $(LIB) $(ALL_LDFLAGS) $(PROGRAM_LIBS) -o $@

$(SUPPORT): $(SUPPORT_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/tests/unit/%: $(BUILD)/obj/tests/unit/%.o $(SUPPORT) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $< $(SUPPORT) $(LIB) $(ALL_LDFLAGS) -lcmocka $(if $(findstring notebook,$*),$(LIBS_notebook)) $(LIBS) -o $@

$(REFERENCE_DRIVER): $(BUILD)/tests/reference/%: $(BUILD)/obj/tests/reference/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $< $(LIB) $(ALL_LDFLAGS) $(LIBS) -o $@

$(ROOM_DRIVERS): $(BUILD)/tests/reference/driver_%: $(ROOM_DRIVER_OBJECTS) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(filter $(BUILD)/obj/tests/reference/$*/%,$(ROOM_DRIVER_OBJECTS)) $(LIB) $(ALL_LDFLAGS) $(LIBS) -o $@

NUMBERS = $(BUILD)/tests/numbers/numbers
$(NUMBERS): $(BUILD)/obj/tests/numbers/numbers.o $(SUPPORT) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $< $(SUPPORT) $(LIB) $(ALL_LDFLAGS) -lcmocka $(LIBS) -o $@

.PHONY: build-tests
build-tests: programs $(UNIT_TESTS) $(REFERENCE_DRIVER) $(ROOM_DRIVERS) $(BUILD)/bench/workload

include mpi/mpi.mk
include install/install.mk

# --- testing ------------------------------------------------------------------------------------

## check: install what is missing, build, and run every test; the last line is the tally
.PHONY: check
check:
	+@$(STEP) 'packages: what building and testing need' $(MAKE_QUIETLY) deps
	+@$(STEP) 'build: programs and tests' $(MAKE_QUIETLY) -s build-tests
	@$(RUN_TESTS) $(TESTS)

# One suite of `make check` alone: what is built already is not built again.
.PHONY: lint unit cli reference datasets notebooks claims extracts generated cases test-mpi test-install
## lint: layers and calls of the library, their picture, headers, names, comments, sizes, silence, texts, documents, format
lint:
	@$(RUN_TESTS) $@
datasets:
	@$(RUN_TESTS) $@
## cli: the programs from the command line; CASE=name runs one case (of extracts, one file) and shows it
## reference: reference values (where ../shared/reference or $POLSTAT_REFERENCE is there)
## datasets: every dataset against its datapackage.json and the paper
## claims: the claims of the paper, the examples of docs/CLAIMS.md, the page (where Chromium is there)
## extracts: agencies' files as polstat-tidy reads them, and hostile versions (real ones where ../shared/extracts is there)
## generated: 500 random tables as agencies write them, with their truth, and tables of each kind once read wrong
## cases: every row of the table of cases (where ../shared/cases or $POLSTAT_CASES is there); CASE=word runs some rows
cli reference claims extracts generated cases:
	+@$(MAKE_QUIETLY) -s build-tests
	@$(if $(CASE),python3 -B tests/$@/run.py --build $(BUILD) $(CASE),$(RUN_TESTS) $@)

## unit: the unit tests; CASE=name builds and runs tests/unit/.../test_name.c alone
UNIT_CASE = $(or $(filter %/test_$(CASE),$(UNIT_TESTS)),$(error no file test_$(CASE).c below tests/unit))
unit:
	+@$(MAKE_QUIETLY) -s $(if $(CASE),$(UNIT_CASE),build-tests)
	@$(if $(CASE),$(UNIT_CASE),$(RUN_TESTS) $@)

## notebooks: check README.md and notebooks-md, open what `make paper` makes in a browser, and render all to build/notebooks
notebooks:
	+@$(MAKE_QUIETLY) -s programs
	@$(if $(CASE),$(BUILD)/bin/polstat-notebook check $(CASE),$(RUN_TESTS) $@)
	@mkdir -p $(BUILD)/notebooks
	@$(BUILD)/bin/polstat-notebook render -q --timeout 300 notebooks-md/*.md -o $(BUILD)/notebooks/
	@echo "notebooks: pages in $(BUILD)/notebooks"

## gallery: every kind of figure, as build/gallery.html (docs/GALLERY.md)
.PHONY: gallery
gallery:
	+@$(MAKE_QUIETLY) -s programs
	@$(BUILD)/bin/polstat-notebook render --timeout 300 docs/GALLERY.md -o $(BUILD)/gallery.html
	@echo "gallery: $(BUILD)/gallery.html"

## test-install: what make install and make deb make, used away from the sources
test-install:
	+@$(MAKE_QUIETLY) -s programs
	@$(RUN_TESTS) install

## test-mpi: the ranks of mpirun against one process (openmpi-bin and libopenmpi-dev, else skipped)
test-mpi:
	+@$(MAKE_QUIETLY) -s programs
	@$(RUN_TESTS) mpi

## ranks-cost: processor instructions of ranks and parts for each row, and of a start beside polstat-mpi.so (minutes; valgrind)
.PHONY: ranks-cost
ranks-cost:
	+@$(MAKE_QUIETLY) -s programs $(BUILD)/bench/workload
	@python3 -B tests/mpi/cost.py --build $(BUILD)

## without-mpi: all built where there is no mpicc, in build/without-mpi, and the suites that could miss it (minutes)
.PHONY: without-mpi
without-mpi:
	+@$(MAKE_QUIETLY) -s build-tests BUILD=$(BUILD)/without-mpi MPICC=no-such-mpicc
	@test ! -e $(BUILD)/without-mpi/lib/polstat/polstat-mpi.so
	@MPICC=no-such-mpicc python3 -B tests/run.py --build $(BUILD)/without-mpi unit cli mpi install

## test-deb: the packages of make deb, installed by apt in a clean root (minutes; root and debootstrap, else skipped)
.PHONY: test-deb
test-deb: deb
	@python3 -B tests/install/deb_root.py --build $(BUILD)

## cluster: parts of an input under Slurm, three nodes on this machine (root and the packages of Slurm, else skipped)
.PHONY: cluster
cluster:
	@( $(call install_packages,$(DEPS_CLUSTER)) ) || true
	+@$(MAKE_QUIETLY) -s programs
	@python3 -B tests/cluster/run.py --build $(BUILD)

## warnings: all sources as WARNINGS_AT (-O3) sees them, where the compiler follows values farther, in build/warnings
.PHONY: warnings
WARNINGS_AT = -O3
warnings:
	+@$(MAKE_QUIETLY) -s build-tests BUILD=$(BUILD)/warnings CFLAGS='$(WARNINGS_AT) -g0'
	@echo "warnings: none"

## reproducible: two builds in other folders, zones and languages give the same bytes (minutes)
.PHONY: reproducible
reproducible:
	@python3 -B tests/install/reproducible.py

## asan: `check` under the address and undefined-behaviour sanitizers, in build/asan
.PHONY: asan
asan:
	+@$(MAKE_QUIETLY) -s build-tests BUILD=$(BUILD)/asan CFLAGS='-O1 -g -fno-omit-frame-pointer' \
		EXTRA_CFLAGS='-fsanitize=address,undefined -fno-sanitize-recover=all -DPST_ARENA_PIECES'
	@python3 -B tests/run.py --build $(BUILD)/asan --mode asan $(filter-out lint datasets,$(TESTS))

## valgrind: the unit tests and the command line under valgrind
.PHONY: valgrind
valgrind:
	+@$(MAKE_QUIETLY) -s build-tests BUILD=$(BUILD)/valgrind CFLAGS='-O1 -g' EXTRA_CFLAGS=-DPST_ARENA_PIECES
	@python3 -B tests/run.py --build $(BUILD)/valgrind --mode valgrind $(filter unit cli,$(TESTS))

## fuzz: each fuzzer for FUZZ_SECONDS (60) with clang's libFuzzer, FUZZ_ONLY=names some of them
.PHONY: fuzz
FUZZ_SECONDS = 60
fuzz:
	@$(call install_packages,$(DEPS_BUILD) $(DEPS_FUZZ))
	+@$(MAKE_QUIETLY) -s build-fuzzers BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-O1 -g' WARNINGS= \
		EXTRA_CFLAGS='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -DPST_ARENA_PIECES'
	@python3 -B tests/fuzz/seeds.py $(BUILD)/fuzz/corpus
	@for f in $(patsubst $(BUILD)/%,$(BUILD)/fuzz/%,$(FUZZERS)); do \
		name=$${f##*/}; corpus=$(BUILD)/fuzz/corpus/$$name; log=$(BUILD)/fuzz/$$name.log; \
		words=tests/fuzz/dictionary/$${name#fuzz_}.dict; \
		mkdir -p $$corpus; \
		$$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
			$$(test ! -f $$words || echo -dict=$$words) \
			-artifact_prefix=$(BUILD)/fuzz/$$name- $$corpus >$$log 2>&1 || { tail -60 $$log; exit 1; }; \
		sed -n "s/^stat::number_of_executed_units: /$$name: nothing found in runs: /p" $$log; \
	done

.PHONY: build-fuzzers
build-fuzzers: $(FUZZERS)

$(BUILD)/tests/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(SUPPORT) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $< $(SUPPORT) $(LIB) $(ALL_LDFLAGS) -lcmocka $(if $(findstring notebook,$*),$(LIBS_notebook)) $(LIBS) -o $@

## faults: every allocation refused once, each place that asks for memory in the cases too, every system call failing with each errno, SIGNAL_RUNS (60) signals at random moments
.PHONY: faults
SIGNAL_RUNS = 60
SIGNAL_SEED = 1
faults:
	+@$(MAKE_QUIETLY) -s programs
	@$(call install_packages,strace)
	@python3 -B tests/faults/run.py --build $(BUILD) --system
	@python3 -B tests/faults/signals.py --build $(BUILD) --runs $(SIGNAL_RUNS) --seed $(SIGNAL_SEED)
	+@$(MAKE_QUIETLY) -s programs BUILD=$(BUILD)/pieces EXTRA_CFLAGS=-DPST_ARENA_PIECES
	@python3 -B tests/faults/sites.py --build $(BUILD)/pieces

## numbers: NUMBERS_COUNT (100 million) random decimals, read bit for bit as strtod reads them (five minutes)
.PHONY: numbers
NUMBERS_COUNT = 100000000
NUMBERS_SEED = 1
numbers: $(NUMBERS)
	@$(NUMBERS) $(NUMBERS_COUNT) $(NUMBERS_SEED)

## tiles: TILES_COUNT (1,000,000) random files in random parts, from TILES_SEED (1), against one process (ten minutes)
.PHONY: tiles
TILES_COUNT = 1000000
TILES_SEED = 1
TILES = $(BUILD)/tests/unit/table/load/packed/test_tiles_random
tiles: $(TILES)
	@$(TILES) $(TILES_COUNT) $(TILES_SEED)

## hostile: HOSTILE_RUNS (1000) hostile versions of each fixture and extract, HOSTILE_TABLES (20000) random tables, with HOSTILE_SEED (2)
.PHONY: hostile
HOSTILE_RUNS = 1000
HOSTILE_TABLES = 20000
HOSTILE_SEED = 2
hostile:
	+@$(MAKE_QUIETLY) -s programs
	@python3 -B tests/extracts/hostile.py --build $(BUILD) --runs $(HOSTILE_RUNS) --seed $(HOSTILE_SEED) \
		--keep $(BUILD)/hostile
	@python3 -B tests/generated/run.py --build $(BUILD) --runs $(HOSTILE_TABLES) --seed $(HOSTILE_SEED) \
		--keep $(BUILD)/generated

## fuzz-labels: random labels through figures and gnuplot for FUZZ_SECONDS (60)
.PHONY: fuzz-labels
fuzz-labels: programs
	@python3 -B tests/cli/test_labels.py --build $(BUILD) --seconds $(FUZZ_SECONDS) --seed $$(date +%s)

## mutate: N (200) small faults in lib, drawn with SEED (1), one at a time: which does no test notice? (hours; MUTATE='--near', '--programs' or '--cases': minutes)
.PHONY: mutate
N = 200
SEED = 1
TRACE = $(BUILD)/trace
mutate:
	+@$(MAKE_QUIETLY) -s build-tests BATCHES= BUILD=$(BUILD)/mutate
	@mkdir -p $(TRACE)
	@$(CC) -std=c17 $(WARNINGS) -O2 -D_GNU_SOURCE -c tests/mutate/trace.c -o $(TRACE)/trace.o
	+@$(if $(filter --near --programs,$(MUTATE)),:,$(MAKE_QUIETLY) -s $(if $(filter --cases,$(MUTATE)),programs,build-tests) BATCHES= BUILD=$(TRACE) CFLAGS='-O0 -g1' \
		EXTRA_CFLAGS=-fsanitize-coverage=trace-pc LDFLAGS=$(abspath $(TRACE)/trace.o))
	@python3 -B tests/mutate/run.py --build $(BUILD)/mutate --trace $(TRACE) --count $(N) --seed $(SEED) --cc '$(CC)' \
		--cflags '$(subst ','\'',$(ALL_CFLAGS))' --ldflags '$(ALL_LDFLAGS)' \
		--libs '-lcmocka $(LIBS_notebook) $(LIBS)' $(MUTATE)

## golden: rewrite the expectations of the command-line cases that differ, and show the diff
.PHONY: golden
golden:
	+@$(MAKE_QUIETLY) -s build-tests
	@python3 -B tests/cli/run.py --build $(BUILD) golden | grep -v '^ok'
	@python3 -B tests/extracts/run.py --build $(BUILD) golden | grep -v '^ok'
	@git --no-pager diff --stat -- tests/cli tests/extracts

## accept: write what README.md, the notebooks and docs/CLAIMS.md print now into them, and what make paper makes into README.md
.PHONY: accept
accept:
	+@$(MAKE_QUIETLY) -s build-tests
	@python3 -B tests/notebooks/run.py --build $(BUILD) accept
	@python3 -B tests/claims/run_docs.py --build $(BUILD) accept
	+@$(MAKE_QUIETLY) -s paper-results
	@python3 -B paper/readme.py $(PAPER) README.md accept
	@git --no-pager diff --stat -- README.md notebooks-md docs/CLAIMS.md

include tests/tests.mk
include paper/paper.mk
include bench/bench.mk

# --- the rest -----------------------------------------------------------------------------------

## tables: compute the checked-in null distributions of Spearman's rho again (minutes)
.PHONY: tables
tables:
	@mkdir -p $(BUILD)/tables
	$(CC) -std=c17 -O3 -fopenmp lib/stats/tables/spearman_null.c -o $(BUILD)/tables/spearman_null -lm
	$(BUILD)/tables/spearman_null >$(BUILD)/tables/spearman_table.c
	mv $(BUILD)/tables/spearman_table.c lib/stats/correlation/spearman_table.c

## countries: write datasets/countries/names.csv from the Debian package iso-codes
.PHONY: countries
countries:
	python3 -B lib/country/tables/names.py >datasets/countries/names.csv.new
	mv datasets/countries/names.csv.new datasets/countries/names.csv

## format: rewrite the C sources in the house style
.PHONY: format
format:
	clang-format -i $$(git ls-files --cached --others --exclude-standard '*.c' '*.h')

## batches: write lib/batches.mk, which sources of the library are compiled together, again
.PHONY: batches
batches:
	@python3 -B tests/lint/batches.py --write $(CC) $(ALL_CFLAGS)

## picture: draw the picture of includes in docs/INTERNALS.md again
.PHONY: picture
picture:
	python3 -B tests/lint/picture.py --write

## compile_commands: write compile_commands.json, which editors and clang-tidy read
.PHONY: compile_commands
compile_commands:
	@python3 -B tests/support/compile_commands.py '$(CC)' '$(subst ','\'',$(ALL_CFLAGS))' $(LIB_SOURCES) $(PROGRAM_SOURCES) \
		$(UNIT_SOURCES) $(wildcard tests/support/*.c) >compile_commands.json

## clean: remove all that was built
.PHONY: clean
clean:
	rm -rf $(BUILD)

## help: list these targets
.PHONY: help
help:
	@sed -n 's/^## \([a-z_-]*\): /\1\t/p' $(filter-out %.d,$(MAKEFILE_LIST)) | while IFS='	' read -r name text; do \
		printf '  %-16s %s\n' "$$name" "$$text"; done

.SECONDARY:
.DELETE_ON_ERROR:
-include $(LIB_OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d) $(ROOM_DRIVER_OBJECTS:.o=.d) $(PROGRAM_SOURCES:%.c=$(BUILD)/obj/%.d) \
	$(REFERENCE_DRIVER:$(BUILD)/%=$(BUILD)/obj/%.d) $(BUILD)/obj/tests/numbers/numbers.d $(FUZZERS:$(BUILD)/%=$(BUILD)/obj/%.d)
