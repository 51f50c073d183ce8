# parts.mk -- one command on one large input, read in N parts at the same time, on one machine:
#
#   make -f parts.mk -j8 COMMAND="polstat trend big.csv -g region --time year -y value" OUT=out N=16
#
# OUT/result.csv is what the command prints; OUT/parts has the parts.  Started again it makes what is not there; a part that
# merge asks for (exit code 6) is made by the command that it prints, or by taking the part's file away.

COMMAND =
OUT = out
N = 16
PARTS := $(foreach k,$(shell seq $(N)),$(OUT)/parts/$(k).pst)

$(OUT)/result.csv: $(PARTS)
	polstat merge $(PARTS) -o $@

$(PARTS): $(OUT)/parts/%.pst:
	@mkdir -p $(@D)
	$(COMMAND) -q --threads 1 --part $*/$(N) -o $@

.DELETE_ON_ERROR:
