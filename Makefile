# make help lists the targets.

PREFIX ?= /usr/local
SWIFT ?= swift
PYTHON ?= python3
# One build serves program and tests: the flags are the same, and tests use package access, since
# testable imports would compile everything a second time.
FLAGS = -c release $(SWIFTFLAGS)
TEST_FLAGS = $(FLAGS) --disable-testable-imports
BINARY = .build/release/simpul
VENV = .venv
SAMPLES = $(CURDIR)/.build/reader-samples
# A browser's driver, pages of three sizes, and pictures of them for a person to look at.
PAGE_VENV = .venv-page
PAGE_SAMPLES = $(CURDIR)/.build/page-samples
PAGE_PICTURES = .build/page-pictures
# Installed binaries carry the Swift runtime, so that they run where no toolchain is.
STATIC = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
INSTALL_SCRATCH = .build-install
INSTALL_BINARY = $(INSTALL_SCRATCH)/release/simpul
INSTALL = install
DESTINATION = $(DESTDIR)$(PREFIX)

.DEFAULT_GOAL := help
.PHONY: help setup build exports test readers page-test page-bench tour install uninstall format lint clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing on this machine, and say so
	@sh Scripts/setup.sh

build: setup ## build the program in release mode
	$(SWIFT) build $(FLAGS) --product simpul

exports: build ## run the main job on Examples/corpus and write exports/
	$(BINARY) build Examples/corpus -o exports

test: setup ## run every test, then the independent readers
	SIMPUL_READER_SAMPLES=$(SAMPLES) $(SWIFT) test $(TEST_FLAGS)
	$(MAKE) --no-print-directory readers

readers: $(VENV)/.complete ## read the exports with independent programs
	PYTHON=$(VENV)/bin/python sh Tests/Readers/run.sh

page-test: $(PAGE_SAMPLES) $(PAGE_VENV)/.complete ## drive the page in a browser: every control, hostile data, pictures
	$(PAGE_VENV)/bin/python Tests/Page/check_page.py $(PAGE_SAMPLES) $(PAGE_PICTURES) $(wildcard exports/graph.html)

page-bench: $(PAGE_SAMPLES) $(PAGE_VENV)/.complete ## measure the processor time of the page's first frame and of zooming
	$(PAGE_VENV)/bin/python Tests/Page/bench_page.py $(PAGE_SAMPLES)

.PHONY: $(PAGE_SAMPLES)
$(PAGE_SAMPLES): setup
	rm -rf $@
	SIMPUL_PAGE_SAMPLES=$@ $(SWIFT) test $(TEST_FLAGS) --filter SamplePageFiles

$(PAGE_VENV)/.complete: Tests/Page/requirements.txt
	sh Scripts/setup-browser.sh
	$(PYTHON) -m venv $(PAGE_VENV)
	$(PAGE_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Page/requirements.txt
	touch $@

tour: build $(VENV)/.complete ## renew the output that the READMEs show
	$(VENV)/bin/python Tests/Readers/check_tour.py $(BINARY) --write

$(VENV)/.complete: Tests/Readers/requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Readers/requirements.txt
	touch $@

install: setup ## install under PREFIX (default /usr/local): program, pack, completions, manual
	$(SWIFT) build $(FLAGS) $(STATIC) --product simpul --scratch-path $(INSTALL_SCRATCH)
	$(INSTALL) -d $(DESTINATION)/bin $(DESTINATION)/share/man/man1 \
	  $(DESTINATION)/share/bash-completion/completions \
	  $(DESTINATION)/share/zsh/site-functions \
	  $(DESTINATION)/share/fish/vendor_completions.d
	$(INSTALL) -m 755 $(INSTALL_BINARY) $(DESTINATION)/bin/simpul
	strip $(DESTINATION)/bin/simpul
	rm -rf $(DESTINATION)/share/simpul/ontology
	find ontology -type d -exec $(INSTALL) -d $(DESTINATION)/share/simpul/{} \;
	find ontology -type f -exec $(INSTALL) -m 644 {} $(DESTINATION)/share/simpul/{} \;
	$(INSTALL_BINARY) --generate-completion-script bash \
	  > $(DESTINATION)/share/bash-completion/completions/simpul
	$(INSTALL_BINARY) --generate-completion-script zsh \
	  > $(DESTINATION)/share/zsh/site-functions/_simpul
	$(INSTALL_BINARY) --generate-completion-script fish \
	  > $(DESTINATION)/share/fish/vendor_completions.d/simpul.fish
	$(INSTALL) -m 644 man/simpul.1 $(DESTINATION)/share/man/man1/simpul.1

uninstall: ## remove what install wrote under PREFIX
	rm -f $(DESTINATION)/bin/simpul $(DESTINATION)/share/man/man1/simpul.1 \
	  $(DESTINATION)/share/bash-completion/completions/simpul \
	  $(DESTINATION)/share/zsh/site-functions/_simpul \
	  $(DESTINATION)/share/fish/vendor_completions.d/simpul.fish
	rm -rf $(DESTINATION)/share/simpul

format: ## bring the Swift sources into the house's format
	$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

lint: ## check the format and the documentation comments
	$(SWIFT) format lint --strict --parallel --recursive Sources Tests Package.swift

clean: ## remove everything that was built
	rm -rf .build .build-* $(VENV) $(PAGE_VENV)
