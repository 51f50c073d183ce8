# paper.mk -- the analysis of the paper: what `make paper` computes and draws, in build/paper.
#
# A result is one line of paper_result (a table) or paper_figure (a table and its figure) below.

, := ,
PAPER = $(BUILD)/paper
PAPER_RESULTS :=
ODA_SOURCE = World Bank$(,) World Development Indicators (OECD DAC)
FLOWS_SOURCE = MEXT$(,) Overview of international research exchange$(,) FY2013
BENCHMARKING_SOURCE = Saka and Igami (2015)$(,) NISTEP$(,) in Miyamoto (2016)

# $(call paper_result,NAME,PROGRAM,DATASETS,ARGUMENTS): NAME.csv and NAME.md from DATASETS (the first is
# the table read) by polstat-PROGRAM.  paper_figure: NAME.svg and NAME.png as well.
# A datapackage.json gives units, titles and missing tokens, so that it counts as data.
define paper_result
PAPER_FILES := $(foreach e,csv md $(if $(5),gp svg png),$(PAPER)/$(1).$(e))
PAPER_RESULTS += $$(PAPER_FILES)
$$(PAPER_FILES) &: $(BUILD)/bin/polstat-$(2) $(3) $(addsuffix datapackage.json,$(sort $(dir $(3)))) \
		paper/paper.mk
	$$(shell mkdir -p $(PAPER))$$(file >$(PAPER)/$(1).cmd,polstat $(2) $(firstword $(3)) $(4) $(5))
	@$(BUILD)/bin/polstat-$(2) $(firstword $(3)) -q $(4) $(5) -o $(PAPER)/$(1).md
	@$(BUILD)/bin/polstat-$(2) $(firstword $(3)) -q $(4) -o $(PAPER)/$(1).csv
endef
define paper_figure
$(call paper_result,$(1),$(2),$(3),$(4),--plot $(PAPER)/$(1).gp --render $(PAPER)/$(1).svg --render $(PAPER)/$(1).png $(5))
endef

# The figure of README.md.
$(eval $(call paper_figure,net_aid,trend,datasets/oda/net_oda.csv,\
	-g country --time year -y oda_musd --where 'country != "Russia"' --method mann-kendall,\
	--highlight Japan --title "Net aid of the Group of Seven" \
	--source "World Bank$(,) World Development Indicators (origin: OECD DAC)"))

# Net ODA of the G8 (the paper's Figure 1), and Japan among them.
$(eval $(call paper_figure,oda_current,trend,datasets/oda/net_oda.csv,\
	-g country --time year -y oda_musd,\
	--title "Net ODA of the G8 countries" --subtitle "Million USD at current prices" \
	--highlight Japan --source "$(ODA_SOURCE); Russia: OECD"))
$(eval $(call paper_figure,oda_constant,trend,datasets/oda/net_oda.csv,\
	--where 'country != "Russia" and known(oda_const_musd) and (not known(const_flag) or const_flag != "break")' \
	-g country --time year -y oda_const_musd,\
	--title "Net ODA of the G7 countries at constant prices" \
	--subtitle "Million USD of 2023; Germany from 1970 (its deflator breaks before)" \
	--highlight Japan --source "$(ODA_SOURCE)"))
$(eval $(call paper_figure,oda_share,trend,datasets/oda/net_oda.csv,\
	--where 'known(oda_pct_gni) and country != "Russia"' -g country --time year -y oda_pct_gni,\
	--title "Net ODA of the G7 countries as a share of national income" --subtitle "Per cent of GNI" \
	--highlight Japan --source "$(ODA_SOURCE)"))
$(eval $(call paper_figure,oda_rank,rank,datasets/oda/net_oda.csv,\
	--entity country --time year -y oda_musd,\
	--title "Japan led the donors of the G8 from 1993 to 2000" \
	--subtitle "Rank by net ODA at current prices; Russia where it is known" \
	--highlight Japan --source "$(ODA_SOURCE); Russia: OECD"))
$(eval $(call paper_figure,oda_rank_change,rank,datasets/oda/net_oda.csv,\
	--where 'country != "Russia"' --entity country --time year -y oda_musd --from 2000 --to 2015 --change,\
	--title "From first to fourth: the rank of donors in 2000 and 2015" \
	--subtitle "Rank by net ODA at current prices$(,) G7" --highlight Japan --source "$(ODA_SOURCE)"))
$(eval $(call paper_result,oda_rank_agreement,rank,datasets/oda/net_oda.csv,\
	--where 'country != "Russia"' --entity country --time year -y oda_musd --from 2000 --to 2015 --agreement))

# When the level of Japan's ODA changed.
ODA_CHANGES = --method breaks$(,)pettitt$(,)segmented --terms all
$(eval $(call paper_figure,oda_current_changes,trend,datasets/oda/net_oda.csv,\
	--where 'country = "Japan"' --time year -y oda_musd $(ODA_CHANGES),\
	--title "When the level of Japan's net ODA changed" --subtitle "Million USD at current prices" \
	--source "$(ODA_SOURCE)"))
$(eval $(call paper_figure,oda_constant_changes,trend,datasets/oda/net_oda.csv,\
	--where 'country = "Japan" and known(oda_const_musd)' --time year -y oda_const_musd $(ODA_CHANGES),\
	--title "When the level of Japan's net ODA changed" --subtitle "Million USD at prices of 2023" \
	--source "$(ODA_SOURCE)"))
$(eval $(call paper_figure,oda_budget_changes,trend,datasets/oda/japan_budget.csv,\
	--time fiscal_year -y budget_bn_yen $(ODA_CHANGES),\
	--title "When the level of Japan's ODA budget changed" \
	--subtitle "General account$(,) initial budget$(,) billion yen" \
	--source "Ministry of Foreign Affairs and Ministry of Finance of Japan; years without a source are left open"))

# Shares of the donors and their concentration over time, and the index of flows.
$(eval $(call paper_figure,oda_donor_share,indicator,datasets/oda/net_oda.csv,\
	--where 'country != "Russia"' --entity country --time year -y oda_musd --kind share,\
	--title "Shares of the G7 in their net ODA" --subtitle "Per cent$(,) current prices" \
	--source "$(ODA_SOURCE)"))
$(eval $(call paper_figure,oda_concentration,indicator,datasets/oda/net_oda.csv,\
	--where 'country != "Russia"' --entity country --time year -y oda_musd --kind hhi,\
	--title "Fewer donors$(,) or more: concentration of the net ODA of the G7" \
	--subtitle "Herfindahl-Hirschman index of the donors' shares; 1/7 = 0.143 if all gave the same" \
	--source "$(ODA_SOURCE)"))
$(eval $(call paper_figure,oda_index,indicator,datasets/oda/net_oda.csv,\
	--where 'country != "Russia" and year >= 1990' --entity country --time year -y oda_const_musd --kind 'index(2000)',\
	--title "Net ODA of the G7 since 1990$(,) 2000 = 100" --subtitle "Prices of 2023" \
	--highlight Japan --source "$(ODA_SOURCE)"))
PAPER_RESULTS += $(PAPER)/oda_concentration_trend.csv
$(PAPER)/oda_concentration_trend.csv: $(PAPER)/oda_concentration.csv $(BUILD)/bin/polstat-trend
	@$(BUILD)/bin/polstat-trend $< -q --time year -y estimate -o $@

$(eval $(call paper_figure,oda_budget,trend,datasets/oda/japan_budget.csv,\
	--time fiscal_year -y budget_bn_yen,\
	--title "Japan's ODA budget" \
	--subtitle "General account$(,) initial budget$(,) billion yen; open: known only as a range" \
	--source "Ministry of Foreign Affairs and Ministry of Finance of Japan; years without a source are left open"))

# The same trends by methods that allow for years that depend on each other.
DEPENDENT = --method mann-kendall$(,)hamed-rao$(,)newey-west --time
$(eval $(call paper_result,oda_current_dependent,trend,datasets/oda/net_oda.csv,\
	--where 'country = "Japan"' $(DEPENDENT) year -y oda_musd))
$(eval $(call paper_result,oda_constant_dependent,trend,datasets/oda/net_oda.csv,\
	--where 'country = "Japan" and known(oda_const_musd)' $(DEPENDENT) year -y oda_const_musd))
$(eval $(call paper_result,oda_share_dependent,trend,datasets/oda/net_oda.csv,\
	--where 'country = "Japan" and known(oda_pct_gni)' $(DEPENDENT) year -y oda_pct_gni))
$(eval $(call paper_result,oda_budget_dependent,trend,datasets/oda/japan_budget.csv,\
	$(DEPENDENT) fiscal_year -y budget_bn_yen))

# Co-authorship (Table 2), and Japan as a partner (section 3.1.1).
$(eval $(call paper_figure,coauthorship_change,rank,datasets/coauthorship/shares.csv,\
	--where 'kind = "total"' --entity country --time period -y share_pct --printed --change,\
	--chart slope --title "Internationally co-authored papers of six countries" \
	--subtitle "Per cent of all papers$(,) and the change in percentage points" \
	--highlight Japan --source "$(BENCHMARKING_SOURCE)"))
$(eval $(call paper_figure,japan_as_partner,rank,datasets/coauthorship/japan_as_partner.csv,\
	--where 'source = "saka_igami_2015"' --entity partner --time period -y rank --given --change,\
	--title "Japan's rank as a co-authoring partner fell everywhere" \
	--subtitle "Its rank among the partners of each country; below the line: lower than 10th" \
	--source "$(BENCHMARKING_SOURCE)"))

# Researchers (Table 4) and agreements (Table 1).
$(eval $(call paper_figure,flows,correlate,datasets/researchers/flows.csv,\
	-x inbound -y outbound --method pearson$(,)spearman$(,)kendall,\
	--label country --log xy --title "Researchers who came and went" \
	--subtitle "Inbound and outbound researchers of Japan$(,) FY2013$(,) logarithmic scales" \
	--source "$(FLOWS_SOURCE)"))
$(eval $(call paper_figure,agreements_inbound,correlate,datasets/researchers/flows.csv datasets/agreements/parties.csv,\
	--join datasets/agreements/parties.csv --on country \
	-x years_since_agreement -y inbound --method pearson$(,)spearman$(,)kendall,\
	--title "Older agreements$(,) more researchers?" \
	--subtitle "Inbound researchers in FY2013 by the years since the agreement" --source "$(FLOWS_SOURCE)"))
$(eval $(call paper_figure,agreements_outbound,correlate,datasets/researchers/flows.csv datasets/agreements/parties.csv,\
	--join datasets/agreements/parties.csv --on country \
	-x years_since_agreement -y outbound --method pearson$(,)spearman$(,)kendall,\
	--title "Agreements and outbound researchers" \
	--subtitle "Outbound researchers in FY2013 by the years since the agreement" --source "$(FLOWS_SOURCE)"))
$(eval $(call paper_result,agreements_with_without,describe,datasets/researchers/flows.csv datasets/agreements/parties.csv,\
	--join datasets/agreements/parties.csv --on country --let agreement='known(years_since_agreement)' \
	-g agreement -y inbound$(,)outbound))
$(eval $(call paper_figure,flows_specialisation,indicator,datasets/researchers/flows.csv,\
	--where 'inbound > 296 and outbound > 2105' --category country -y inbound$(,)outbound --kind rca --counts,\
	--title "Who comes rather than who is visited" \
	--subtitle "Location quotient of each country in either direction$(,) where both counts are published; 1: as all together" \
	--source "$(FLOWS_SOURCE)"))
$(eval $(call paper_figure,researchers_index,indicator,datasets/researchers/totals.csv,\
	--where 'duration = "total" and fiscal_year >= 2005' --entity direction --time fiscal_year \
	-y researchers --kind 'index(FY2010)',\
	--title "Researchers who came to Japan and left it$(,) FY2010 = 100" \
	--subtitle "All durations; the survey was widened in FY2010 and FY2013; years without a figure are left open" \
	--source "MEXT$(,) Overview of international research exchange"))
$(eval $(call paper_figure,researchers_inbound,trend,datasets/researchers/totals.csv,\
	--where 'direction = "inbound" and duration = "total" and fiscal_year <= 2014' --time fiscal_year -y researchers,\
	--title "Researchers who came to Japan" \
	--subtitle "All durations; the survey was widened in FY1997$(,) FY2000$(,) FY2010 and FY2013" \
	--source "MEXT$(,) Overview of international research exchange"))
$(eval $(call paper_result,researchers_inbound_dependent,trend,datasets/researchers/totals.csv,\
	--where 'direction = "inbound" and duration = "total" and fiscal_year <= 2014' \
	$(DEPENDENT) fiscal_year -y researchers))

# Interest in Japan (Table 3): science and technology less culture, sample by sample.  The polls let people name
# several areas, so that both shares are of the same respondents, and how many named both is not printed: the
# result is that of all overlaps, and of all counts that print so.  The number of respondents is known of every poll.
INTEREST = datasets/interest/interest.csv datasets/interest/surveys.csv
INTEREST_AREAS = --join datasets/interest/surveys.csv --on sample --join-prefix poll_ \
	--let 'topic=if(item in {"Science and technology", "Industry / Science and technology", "Technology"}, "science and technology", if(item in {"Culture", "Culture/Art", "Culture / Entertainment", "Culture / Art / Foods / Language", "Culture and tradition / History / Religion"}, "culture", "other"))' \
	--let 'area=if(country in {"Spain", "Turkey", "Austria", "Russia", "United Kingdom", "Germany", "France", "Italy", "Netherlands"}, "Europe", "elsewhere")' \
	--levels 'culture,science and technology' --between topic
$(eval $(call paper_figure,interest_science_culture,compare,$(INTEREST),\
	$(INTEREST_AREAS) --percent share_pct --trials poll_n -g area$(,)sample --same-sample \
	--method same-sample-printed --adjust holm,\
	--title "Science and technology or culture?" \
	--subtitle "Interest in science and technology of Japan less interest in culture$(,) share of respondents of opinion polls" \
	--source "Ministry of Foreign Affairs of Japan$(,) opinion polls$(,) in Miyamoto (2016)$(,) Table 3"))
$(eval $(call paper_result,interest_by_area,compare,$(INTEREST),\
	$(INTEREST_AREAS) -y share_pct --paired sample -g area --method wilcoxon$(,)sign))

# With and without an agreement, against flows: the countries on the lists of Table 4.
$(eval $(call paper_result,agreements_flows,compare,datasets/researchers/flows.csv datasets/agreements/parties.csv,\
	--join datasets/agreements/parties.csv --on country \
	--let 'agreement=if(known(years_since_agreement)$(,) "with"$(,) "without")' --levels without$(,)with \
	--between agreement -y inbound$(,)outbound --method mann-whitney$(,)mann-whitney-bounds$(,)median))

# Its claims.  Exit 1, something is contradicted, is a finding.
CLAIMS = datasets/claims/miyamoto2016.claims
PAPER_RESULTS += $(PAPER)/claims.json
$(PAPER)/claims.json: $(BUILD)/bin/polstat-claims $(CLAIMS) $(wildcard datasets/*/*.csv)
	@mkdir -p $(PAPER)
	@$(BUILD)/bin/polstat-claims check -q $(CLAIMS) -o $(PAPER)/claims.html || test $$? -eq 1
	@$(BUILD)/bin/polstat-claims check -q $(CLAIMS) -o $@ || test $$? -eq 1

# The notebooks as pages, and the site over all of it.
NOTEBOOKS = $(wildcard notebooks-md/*.md)
$(PAPER)/notebooks/made: $(NOTEBOOKS) $(BUILD)/bin/polstat-notebook $(filter-out %/polstat-notebook,$(PROGRAMS)) \
		$(wildcard datasets/*/*)
	@mkdir -p $(@D)
	@$(BUILD)/bin/polstat-notebook render -q --timeout 300 $(NOTEBOOKS) -o $(@D)/
	@touch $@
$(PAPER)/index.html: $(PAPER_RESULTS) $(PAPER)/notebooks/made paper/site.py paper/site.css paper/site.js
	@python3 -B paper/site.py $(PAPER) $(NOTEBOOKS)
$(PAPER)/summary.txt: $(PAPER_RESULTS) paper/summary.py
	@python3 -B paper/summary.py $(PAPER) >$@.tmp && mv $@.tmp $@

## paper: analyse the paper's data and check its claims: build/paper/index.html, and a summary of one screen
.PHONY: paper
paper:
	+@$(STEP) 'packages: what building and drawing need' $(MAKE_QUIETLY) deps-run
	+@$(STEP) 'build: the programs' $(MAKE_QUIETLY) -s programs
	+@$(STEP) 'results: $(words $(filter %.csv,$(PAPER_RESULTS))) tables, $(words $(filter %.svg,$(PAPER_RESULTS))) figures, the claims, $(words $(NOTEBOOKS)) notebooks' \
		$(MAKE_QUIETLY) -s $(PAPER)/notebooks/made paper-results
	+@$(STEP) 'site: the page over all' $(MAKE_QUIETLY) -s $(PAPER)/index.html $(PAPER)/summary.txt
	@cat $(PAPER)/summary.txt
	@echo "All of it, to read: $(PAPER)/index.html"

.PHONY: deps-run
deps-run:
	@$(call install_packages,$(DEPS_BUILD) python3)

.PHONY: paper-results
paper-results: $(PAPER_RESULTS)
