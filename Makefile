# polstat: one Makefile for everything.  `make help` lists the targets.
#
#   BUILD=dir      where all that is made goes (default build)
#   CC, CFLAGS     compiler and optimisation (warnings and standards are added)
#   PREFIX=/usr/local, DESTDIR=   where `make install` puts the programs

VERSION = 0.1.0
BUILD = build
CC = gcc
CFLAGS = -O2 -g
PREFIX = /usr/local
DESTDIR =

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wdouble-promotion -Wvla \
	-Wmissing-prototypes -Wstrict-prototypes -Werror
# _GNU_SOURCE: GNU libc's locale-free strtod_l, memrchr and pipe2.
ALL_CFLAGS = -std=c17 $(WARNINGS) -ffp-contract=off -fopenmp -D_GNU_SOURCE \
	-DPST_VERSION='"$(VERSION)"' -Ilib -I$(BUILD)/gen $(CFLAGS) $(EXTRA_CFLAGS)
ALL_LDFLAGS = -fopenmp -Wl,--as-needed $(LDFLAGS) $(EXTRA_CFLAGS)
LIBS = -lgsl -lgslcblas -lcsv -ljansson -lgmp -lnettle -lm

# What Debian must have; `make deps` installs what is missing.
DEPS = gcc libc6-dev make libgsl-dev libcsv-dev libjansson-dev libgmp-dev nettle-dev libcmocka-dev gnuplot-nox \
	librsvg2-bin fonts-dejavu-core python3 clang-format valgrind

MODULES = base input interval stats figure cli table expr report job claim
LIB_SOURCES = $(foreach m,$(MODULES),$(wildcard lib/$(m)/*.c))
LIB_OBJECTS = $(LIB_SOURCES:%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/gen/style.o
LIB = $(BUILD)/libpolstat.a

PROGRAM_SOURCES = $(wildcard analysis/*.c)
PROGRAMS = $(patsubst analysis/%.c,$(BUILD)/bin/polstat-%,$(filter-out analysis/polstat.c,$(PROGRAM_SOURCES))) \
	$(patsubst analysis/polstat.c,$(BUILD)/bin/polstat,$(filter analysis/polstat.c,$(PROGRAM_SOURCES)))

UNIT_SOURCES = $(wildcard tests/unit/*.c)
UNIT_TESTS = $(UNIT_SOURCES:%.c=$(BUILD)/%)
SUPPORT_OBJECTS = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard tests/support/*.c))

.PHONY: all
all: programs

## programs: build every program into build/bin
.PHONY: programs
programs: $(PROGRAMS)

$(LIB): $(LIB_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

# The figure style travels inside the programs, so that a script they write stands alone.
$(BUILD)/gen/style.c: plots/style.gp plots/embed.sh
	@mkdir -p $(@D)
	sh plots/embed.sh pst_style_gp plots/style.gp >$@

$(BUILD)/obj/gen/style.o: $(BUILD)/gen/style.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(BUILD)/bin/polstat-%: $(BUILD)/obj/analysis/%.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $< $(LIB) $(ALL_LDFLAGS) $(LIBS) -o $@

$(BUILD)/bin/polstat: $(BUILD)/obj/analysis/polstat.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $< $(LIB) $(ALL_LDFLAGS) $(LIBS) -o $@

$(BUILD)/tests/unit/%: tests/unit/%.c $(SUPPORT_OBJECTS) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests/support -MMD -MP $< $(SUPPORT_OBJECTS) $(LIB) $(ALL_LDFLAGS) -lcmocka $(LIBS) -o $@

## unit: build and run the unit tests
.PHONY: unit
unit: $(UNIT_TESTS)
	@set -e; for t in $(UNIT_TESTS); do echo "# $$t"; CMOCKA_MESSAGE_OUTPUT=TAP $$t; done

## format: rewrite the C sources in the house style
.PHONY: format
format:
	clang-format -i $$(git ls-files --cached --others --exclude-standard '*.c' '*.h')

## clean: remove all that was built
.PHONY: clean
clean:
	rm -rf $(BUILD)

## help: list these targets
.PHONY: help
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

.SECONDARY:
-include $(LIB_OBJECTS:.o=.d) $(UNIT_TESTS:=.d) $(PROGRAM_SOURCES:%.c=$(BUILD)/obj/%.d)
