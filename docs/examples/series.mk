# series.mk -- a table of results and a figure for each series of a table: in parallel, and restartable.
#
#   make -f series.mk -j8 TABLE=aid.csv SERIES=country TIME=year VALUE=aid OUT=out
#
# OUT/names has the series, a line each; OUT/0001.csv and OUT/0001.svg are the first of them; OUT/all.csv has all.
# A file is there in full or not at all, so that a run that was ended goes on where it stood: start it again.

TABLE = aid.csv
SERIES = country
TIME = year
VALUE = aid
OUT = out
OPTIONS = --method theil-sen,mann-kendall
SHELL = /bin/sh
.DELETE_ON_ERROR:
.SECONDARY:

N := $(shell mkdir -p '$(OUT)' && { [ '$(OUT)/names' -nt '$(TABLE)' ] || { \
	polstat describe '$(TABLE)' -g '$(SERIES)' -y '$(VALUE)' --format tsv -q >'$(OUT)/names.new' && \
	sed -e 1d -e 's/	.*//' -e 's/^"\(.*\)"$$/\1/' -e 's/""/"/g' '$(OUT)/names.new' | uniq >'$(OUT)/names.uniq' && \
	mv '$(OUT)/names.uniq' '$(OUT)/names' ; } ; \
	rm -f '$(OUT)/names.new' ; } && grep -c '' '$(OUT)/names')
$(if $(filter-out 0,$(N)),,$(error series.mk: no series of $(SERIES) in $(TABLE): see the message above))
NUMBERS := $(shell seq -f '%04g' 1 $(or $(N),0))

.PHONY: all
all: $(OUT)/all.csv $(NUMBERS:%=$(OUT)/%.svg)

# The condition that chooses series $*: its name as a text of the language, " and \ behind a backslash.
WHERE = $$(sed -n '$*p' '$(OUT)/names' | sed -e 's/[\\"]/\\&/g' -e 's/^/$(SERIES) = "/' -e 's/$$/"/')

# One call for both files.  Exit code 5, nothing can be computed for this series, is a result: its table says why.
$(OUT)/%.csv $(OUT)/%.svg: $(TABLE)
	@polstat trend '$(TABLE)' -g '$(SERIES)' --where "$(WHERE)" --time '$(TIME)' -y '$(VALUE)' $(OPTIONS) -q \
		--threads 1 --render '$(OUT)/$*.svg' -o '$(OUT)/$*.csv' 2>'$(OUT)/$*.log' || \
		{ code=$$?; [ $$code = 5 ] || { echo "series $*: exit code $$code" >&2; cat '$(OUT)/$*.log' >&2; exit $$code; }; \
		  [ -e '$(OUT)/$*.svg' ] || : >'$(OUT)/$*.svg'; }
	@touch '$(OUT)/$*.svg'; rm -f '$(OUT)/$*.log'

$(OUT)/all.csv: $(NUMBERS:%=$(OUT)/%.csv)
	@{ head -n 1 '$(OUT)/0001.csv'; for n in $(NUMBERS); do tail -n +2 "$(OUT)/$$n.csv"; done; } >$@.new
	@mv $@.new $@
