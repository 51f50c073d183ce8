# install.mk -- what `make install` puts where, archives and packages.
#
# Programs, the library with headers, manual pages, completion of bash, zsh and fish, documents, datasets, notebooks
# and what is beside them: all of it below PREFIX, and DESTDIR before it.

BINDIR = $(PREFIX)/bin
LIBDIR = $(PREFIX)/lib
INCLUDEDIR = $(PREFIX)/include
DATADIR = $(PREFIX)/share
DOCDIR = $(DATADIR)/doc/polstat
# Where the programs look for it, seen from BINDIR.
MPIDIR = $(PREFIX)/lib/polstat

# The library for others: what the programs are made of, without notebooks, which need a parser of Markdown.
SOVERSION = 0
SHARED = $(BUILD)/lib/libpolstat.so.$(VERSION)
ARCHIVE = $(BUILD)/lib/libpolstat.a
SHARED_OBJECTS = $(filter-out $(BUILD)/obj/lib/notebook/% $(BUILD)/obj/batch/notebook-%,$(LIB_OBJECTS))
PUBLIC_ROOMS = base interval stats printed country input table report figure
# kernel.h is a piece of code that sources of the library include, each with its own instructions.
PUBLIC_HEADERS = $(shell cd lib && find $(PUBLIC_ROOMS) -name '*.h' ! -path table/split/kernel.h | sort)
INSTALLED_HEADERS = $(PUBLIC_HEADERS:%=$(BUILD)/include/polstat/%)
MAN_PAGES = $(patsubst $(BUILD)/bin/%,$(BUILD)/man/%.1,$(PROGRAMS)) $(BUILD)/man/polstat.7
DOCUMENTS = $(wildcard docs/*.md) README.md CHANGELOG.md COPYING
EXAMPLES = $(wildcard docs/examples/*)
# Datasets and notebooks as they stand to each other here.
SHARED_FILES = $(shell find datasets notebooks-md docs/figures -type f | sort)

$(ARCHIVE): $(SHARED_OBJECTS)
	@mkdir -p $(@D)
	@rm -f $@
	ar rcs $@ $^

$(SHARED): $(SHARED_OBJECTS)
	@mkdir -p $(@D)
	$(CC) -shared -Wl,-soname,libpolstat.so.$(SOVERSION) $(filter-out -pie,$(ALL_CFLAGS)) $^ \
		$(filter-out -pie,$(ALL_LDFLAGS)) $(LIBS) -o $@

$(BUILD)/include/polstat/%.h: lib/%.h install/header.sh
	@mkdir -p $(@D)
	@sh install/header.sh $< >$@.new && mv $@.new $@

$(BUILD)/man/polstat-%.1: $(BUILD)/bin/polstat-%
	@mkdir -p $(@D)
	@$< --help-man >$@.new && mv $@.new $@

# In pages and in polstat.pc.
FILL_IN = sed -e 's|@VERSION@|$(VERSION)|g' -e 's|@RELEASED@|$(RELEASED)|g' -e 's|@PREFIX@|$(PREFIX)|g' \
	-e 's|@LIBDIR@|$(LIBDIR)|g' -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|g' -e 's|@LIBS@|$(LIBS)|g'
$(BUILD)/man/polstat.%: install/man/polstat.%.in Makefile
	@mkdir -p $(@D)
	@$(FILL_IN) $< >$@.new && mv $@.new $@

# All that is installed, made before two recipes that install run side by side.
.PHONY: install-files
install-files: programs $(SHARED) $(ARCHIVE) $(INSTALLED_HEADERS) $(MAN_PAGES)

## install: programs, library, manual pages, completion, documents, datasets below PREFIX (/usr/local), DESTDIR before it
.PHONY: install
install: install-files $(MPI_MADE)
	@$(call put,755,$(BINDIR),$(PROGRAMS))
	@$(call put,644,$(LIBDIR),$(ARCHIVE))
	@$(call put,755,$(LIBDIR),$(SHARED))
	@$(if $(MPI_MADE),$(call put,755,$(MPIDIR),$(MPI_MADE)))
	@ln -sf libpolstat.so.$(VERSION) $(DESTDIR)$(LIBDIR)/libpolstat.so.$(SOVERSION)
	@ln -sf libpolstat.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)/libpolstat.so
	@install -d $(DESTDIR)$(LIBDIR)/pkgconfig
	@$(FILL_IN) install/polstat.pc.in >$(DESTDIR)$(LIBDIR)/pkgconfig/polstat.pc
	@chmod 644 $(DESTDIR)$(LIBDIR)/pkgconfig/polstat.pc
	@for h in $(PUBLIC_HEADERS); do \
		install -D -m 644 $(BUILD)/include/polstat/$$h $(DESTDIR)$(INCLUDEDIR)/polstat/$$h || exit; done
	@$(call put,644,$(DATADIR)/man/man1,$(filter %.1,$(MAN_PAGES)))
	@$(call put,644,$(DATADIR)/man/man7,$(filter %.7,$(MAN_PAGES)))
	@install -D -m 644 install/completion/polstat.bash $(DESTDIR)$(DATADIR)/bash-completion/completions/polstat
	@for p in $(notdir $(filter-out %/polstat,$(PROGRAMS))); do \
		ln -sf polstat $(DESTDIR)$(DATADIR)/bash-completion/completions/$$p; done
	@install -D -m 644 install/completion/_polstat $(DESTDIR)$(DATADIR)/zsh/site-functions/_polstat
	@install -D -m 644 install/completion/polstat.fish $(DESTDIR)$(DATADIR)/fish/vendor_completions.d/polstat.fish
	@$(call put,644,$(DOCDIR),$(DOCUMENTS))
	@$(call put,644,$(DOCDIR)/examples,$(EXAMPLES))
	@for f in $(SHARED_FILES); do install -D -m 644 $$f $(DESTDIR)$(DATADIR)/polstat/$$f || exit; done
	@echo "install: polstat $(VERSION) is in $(DESTDIR)$(PREFIX)"

# $(call put,MODE,FOLDER,FILES)
put = install -d $(DESTDIR)$(2) && install -m $(1) $(3) $(DESTDIR)$(2)

## uninstall: remove what install put there, and the folders that are empty then
.PHONY: uninstall
uninstall:
	@cd $(DESTDIR)/ && rm -f $(PROGRAMS:$(BUILD)/bin/%=$(DESTDIR)$(BINDIR)/%) \
		$(addprefix $(DESTDIR)$(LIBDIR)/,libpolstat.a libpolstat.so libpolstat.so.$(SOVERSION) \
			libpolstat.so.$(VERSION) pkgconfig/polstat.pc) $(DESTDIR)$(MPIDIR)/polstat-mpi.so \
		$(patsubst $(BUILD)/man/%,$(DESTDIR)$(DATADIR)/man/man1/%,$(filter %.1,$(MAN_PAGES))) \
		$(DESTDIR)$(DATADIR)/man/man7/polstat.7 \
		$(addprefix $(DESTDIR)$(DATADIR)/bash-completion/completions/,$(notdir $(PROGRAMS))) \
		$(DESTDIR)$(DATADIR)/zsh/site-functions/_polstat \
		$(DESTDIR)$(DATADIR)/fish/vendor_completions.d/polstat.fish \
		$(addprefix $(DESTDIR)$(DOCDIR)/,$(notdir $(DOCUMENTS)) $(EXAMPLES:docs/%=%)) \
		$(addprefix $(DESTDIR)$(DATADIR)/polstat/,$(SHARED_FILES)) \
		$(addprefix $(DESTDIR)$(INCLUDEDIR)/polstat/,$(PUBLIC_HEADERS))
	@for d in $(INCLUDEDIR)/polstat $(DATADIR)/polstat $(DOCDIR); do \
		if [ -d "$(DESTDIR)$$d" ]; then find "$(DESTDIR)$$d" -depth -type d -empty -delete; fi; done
	@for d in $(BINDIR) $(MPIDIR) $(LIBDIR)/pkgconfig $(LIBDIR) $(INCLUDEDIR) $(DATADIR)/man/man1 $(DATADIR)/man/man7 \
		$(DATADIR)/man $(DATADIR)/bash-completion/completions $(DATADIR)/bash-completion \
		$(DATADIR)/zsh/site-functions $(DATADIR)/zsh $(DATADIR)/fish/vendor_completions.d $(DATADIR)/fish \
		$(DATADIR)/doc $(DATADIR) $(PREFIX); do \
		rmdir "$(DESTDIR)$$d" 2>/dev/null || true; done

DIST = polstat-$(VERSION)
## dist: the sources as build/polstat-VERSION.tar.gz, the same bytes each time
.PHONY: dist
dist:
	@mkdir -p $(BUILD)
	@git ls-files -z >$(BUILD)/$(DIST).files
	@tar --create --file=$(BUILD)/$(DIST).tar.new --no-recursion --sort=name --owner=0 --group=0 --numeric-owner \
		--mtime='$(RELEASED) 00:00:00Z' --transform='s|^|$(DIST)/|' --mode=u+rw,go+r,go-w \
		--null --files-from=$(BUILD)/$(DIST).files
	@gzip -n9 <$(BUILD)/$(DIST).tar.new >$(BUILD)/$(DIST).tar.gz.new
	@rm $(BUILD)/$(DIST).files $(BUILD)/$(DIST).tar.new
	@mv $(BUILD)/$(DIST).tar.gz.new $(BUILD)/$(DIST).tar.gz
	@echo "dist: $(BUILD)/$(DIST).tar.gz"

## deb: Debian packages in build/deb: polstat, libpolstat0 and libpolstat-dev
.PHONY: deb
deb:
	@rm -rf $(BUILD)/deb && mkdir -p $(BUILD)/deb
	+@$(MAKE_QUIETLY) -s install PREFIX=/usr DESTDIR=$(abspath $(BUILD))/deb/all \
		LIBDIR=/usr/lib/$$(dpkg-architecture -qDEB_HOST_MULTIARCH) MPI_CAN=
	@sh install/deb.sh $(BUILD)/deb $(VERSION) $(RELEASED) $(SOVERSION)
