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
BENCH_VENV = .venv-bench
BENCH_FOLDER = .build-bench
BENCH_PACKAGE = --package-path Benchmarks --scratch-path $(BENCH_FOLDER)/swift
# Options of the benchmark, see docs/performance.md.
BENCH =
# Target and seconds of the fuzzer.
SYNTAX = turtle
SECONDS = 60
# Steps of make soak.
STEPS = 10000
BENCH_LAYOUT = --package-path Benchmarks/Layout --scratch-path $(BENCH_FOLDER)/layout
LINTED = Sources Tests Package.swift Benchmarks/Sources Benchmarks/Tests Benchmarks/Package.swift \
  Benchmarks/Layout/Sources/bench-layout Benchmarks/Layout/Package.swift
SAMPLES = $(CURDIR)/.build/reader-samples
# A browser's driver, pages of three sizes, and pictures of them for a person to look at.
PAGE_VENV = .venv-page
PAGE_SAMPLES = $(CURDIR)/.build/page-samples
PAGE_PICTURES = .build/page-pictures
# Programs that open graphs, which are heavy to install, and pictures of one's window.
VIEWERS_VENV = .venv-viewers
SPARK_VENV = .venv-spark
VIEWER_PICTURES = .build/viewer-pictures
# Installed binaries carry the Swift runtime, so that they run where no toolchain is.
STATIC = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
INSTALL_SCRATCH = .build-install
INSTALL_BINARY = $(INSTALL_SCRATCH)/release/simpul
INSTALL = install
DESTINATION = $(DESTDIR)$(PREFIX)

# What is made here is made anew, whatever earlier builds of the user have kept.
export SIMPUL_CACHE = off

.DEFAULT_GOAL := help
.PHONY: help setup build exports test readers soak peers tour install uninstall format lint clean \
  installable page-test page-bench viewers viewer-pictures bench-rdf bench-jsonld bench-graph bench-sparql \
  bench-changes bench-layout bench-layers bench-read bench-extract bench-build bench-lineage bench-test fuzz \
  fixtures spark-test store-test

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

spark-test: build $(SPARK_VENV)/.complete ## extract on a cluster of two workers, kill one, compare the exports
	@sh Scripts/setup.sh spark
	$(SPARK_VENV)/bin/python deploy/spark/test_extract.py $(BINARY) ontology

$(SPARK_VENV)/.complete: deploy/spark/requirements.txt
	$(PYTHON) -m venv $(SPARK_VENV)
	$(SPARK_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

store-test: build $(VENV)/.complete ## load the exports into Virtuoso and run the named queries there and here
	@sh Scripts/setup.sh store
	$(VENV)/bin/python -B deploy/virtuoso/test_load.py $(BINARY) exports/graph.nq Examples/queries

readers: $(VENV)/.complete ## read the exports with independent programs
	PYTHON=$(VENV)/bin/python sh Tests/Readers/run.sh

soak: setup ## run what takes minutes: a build of 100,000 files, STEPS=10000 updates that are killed at any moment
	SIMPUL_SOAK=1 $(SWIFT) test $(TEST_FLAGS) --filter SoakTests
	SIMPUL_UPDATE_STEPS=$(STEPS) $(SWIFT) test $(TEST_FLAGS) --filter KilledUpdateTests

peers: build $(VENV)/.complete ## answer named, benchmark and random queries as Oxigraph does, PEERS="--cases 5000"
	$(VENV)/bin/python Tests/Readers/check_peers.py $(BINARY) exports/graph.nq \
	  --kit $(or $(SIMPUL_SHARED),../shared)/bench $(PEERS)

fuzz: setup ## run libFuzzer for SECONDS on SYNTAX: a format, iri, xsd or documents
	SIMPUL_FUZZ=1 $(SWIFT) build $(FLAGS) --product simpul-fuzz --scratch-path .build-fuzz
	sh Scripts/fuzz.sh .build-fuzz/release/simpul-fuzz $(SYNTAX) $(SECONDS)

fixtures: ## write the documents of the tests in all formats again
	@sh Scripts/setup.sh fixtures
	$(PYTHON) -B Scripts/make-fixtures.py Tests/DocumentsTests/Fixtures

page-test: build $(PAGE_SAMPLES) $(PAGE_VENV)/.complete ## drive the page in a browser: every control, hostile data, pictures
	$(PAGE_VENV)/bin/python Tests/Page/check_page.py $(BINARY) $(PAGE_SAMPLES) $(PAGE_PICTURES) $(wildcard exports/graph.html)

viewers: build $(SAMPLES) $(VIEWERS_VENV)/.complete ## open the graphs with graph-tool, NetworKit, JGraphT, Tulip and ndex2
	@sh Scripts/setup.sh viewers
	PYTHONPATH=Tests/Readers $(VIEWERS_VENV)/bin/python -m unittest discover -q -s Tests/Viewers -p "test_*.py"
	VIEWERS_PYTHON=$(VIEWERS_VENV)/bin/python PYTHONPATH=Tests/Readers \
	  $(VIEWERS_VENV)/bin/python Tests/Viewers/check_viewers.py $(BINARY) ontology exports/graph.nq \
	  $(VIEWER_PICTURES) $(SAMPLES)/prefixes.nt

viewer-pictures: build $(VIEWERS_VENV)/.complete ## draw the pictures of docs/viewers from the exports
	@sh Scripts/setup.sh viewers
	@sh Scripts/setup.sh browser
	$(VIEWERS_VENV)/bin/python -B Tests/Viewers/draw_pictures.py $(BINARY) ontology exports docs/viewers

.PHONY: $(SAMPLES)
$(SAMPLES): setup
	SIMPUL_READER_SAMPLES=$@ $(SWIFT) test $(TEST_FLAGS) --filter TurtleSerializerTests/samples

$(VIEWERS_VENV)/.complete: Tests/Viewers/requirements.txt
	$(PYTHON) -m venv $(VIEWERS_VENV)
	$(VIEWERS_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

page-bench: $(PAGE_SAMPLES) $(PAGE_VENV)/.bench-complete ## measure the page beside sigma.js and force-graph
	$(PAGE_VENV)/bin/python Tests/Page/bench_page.py $(PAGE_SAMPLES)

.PHONY: $(PAGE_SAMPLES)
$(PAGE_SAMPLES): setup
	rm -rf $@
	SIMPUL_PAGE_SAMPLES=$@ $(SWIFT) test $(TEST_FLAGS) --filter SamplePageFiles

$(PAGE_VENV)/.complete: Tests/Page/requirements.txt
	@sh Scripts/setup.sh browser
	$(PYTHON) -m venv $(PAGE_VENV)
	$(PAGE_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Page/requirements.txt
	touch $@

$(PAGE_VENV)/.bench-complete: $(PAGE_VENV)/.complete Tests/Page/requirements-bench.txt
	$(PAGE_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
	  -r Tests/Page/requirements-bench.txt
	touch $@

tour: build $(VENV)/.complete ## renew the output that the READMEs show
	$(VENV)/bin/python Tests/Readers/check_tour.py $(BINARY) --write

$(VENV)/.complete: Tests/Readers/requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Readers/requirements.txt
	touch $@

installable: setup ## build the program as it is installed, and as benchmarks measure it
	$(SWIFT) build $(FLAGS) $(STATIC) --product simpul --scratch-path $(INSTALL_SCRATCH)

install: installable ## install under PREFIX (default /usr/local): program, pack, completions, manual
	$(INSTALL) -d $(DESTINATION)/bin $(DESTINATION)/share/man/man1 \
	  $(DESTINATION)/share/bash-completion/completions \
	  $(DESTINATION)/share/zsh/site-functions \
	  $(DESTINATION)/share/fish/vendor_completions.d
	$(INSTALL) -m 755 $(INSTALL_BINARY) $(DESTINATION)/bin/simpul
	strip $(DESTINATION)/bin/simpul
	rm -rf $(DESTINATION)/share/simpul/ontology
	find ontology -type d -exec $(INSTALL) -d $(DESTINATION)/share/simpul/{} \;
	find ontology -type f -exec $(INSTALL) -m 644 {} $(DESTINATION)/share/simpul/{} \;
	rm -rf $(DESTINATION)/share/simpul/queries
	$(INSTALL) -d $(DESTINATION)/share/simpul/queries
	$(INSTALL) -m 644 Examples/queries/*.rq $(DESTINATION)/share/simpul/queries
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

bench-rdf: installable $(BENCH_VENV)/.complete ## measure simpul convert beside other programs
	@sh Scripts/setup.sh bench
	$(SWIFT) build -c release $(BENCH_PACKAGE) --product bench-data
	$(PYTHON) -B Benchmarks/harness/bench_rdf.py --simpul $(INSTALL_BINARY) \
	  --oxigraph $(BENCH_VENV)/bin/oxigraph --folder $(BENCH_FOLDER) \
	  --generator $(BENCH_FOLDER)/swift/release/bench-data $(BENCH)
	@$(MAKE) --no-print-directory bench-jsonld BENCH=

bench-jsonld: installable $(BENCH_VENV)/.complete ## measure JSON-LD and RDFC-1.0 beside other programs, a part of bench-rdf
	$(SWIFT) build -c release $(BENCH_PACKAGE) --product bench-data
	$(SWIFT) build -c release $(BENCH_PACKAGE) --product bench-canonical
	$(PYTHON) -B Benchmarks/harness/bench_jsonld.py --simpul $(INSTALL_BINARY) \
	  --oxigraph $(BENCH_VENV)/bin/oxigraph --python $(BENCH_VENV)/bin/python --folder $(BENCH_FOLDER) \
	  --generator $(BENCH_FOLDER)/swift/release/bench-data \
	  --canonical $(BENCH_FOLDER)/swift/release/bench-canonical --pack ontology $(BENCH)

bench-graph: installable $(BENCH_VENV)/.complete ## measure the writing of graphs beside igraph and networkx
	$(SWIFT) build -c release $(BENCH_PACKAGE) --product bench-data
	$(PYTHON) -B Benchmarks/harness/bench_graph.py --simpul $(INSTALL_BINARY) \
	  --python $(BENCH_VENV)/bin/python --folder $(BENCH_FOLDER) \
	  --generator $(BENCH_FOLDER)/swift/release/bench-data $(BENCH)

bench-sparql: installable $(BENCH_VENV)/.complete ## measure simpul query beside pyoxigraph and Jena, JENA=folder of other jars
	@sh Scripts/setup.sh queries
	$(PYTHON) -B Benchmarks/harness/bench_sparql.py --simpul $(INSTALL_BINARY) \
	  --python $(BENCH_VENV)/bin/python --kit $(or $(SIMPUL_SHARED),../shared)/bench \
	  --folder $(BENCH_FOLDER) $(if $(JENA),--jena $(JENA)) $(BENCH)

bench-changes: installable ## measure queries of a snapshot with changes beside it
	$(PYTHON) -B Benchmarks/harness/bench_changes.py --simpul $(INSTALL_BINARY) \
	  --kit $(or $(SIMPUL_SHARED),../shared)/bench --folder $(BENCH_FOLDER) $(BENCH)

bench-layout: setup $(BENCH_VENV)/.complete ## measure the layout beside igraph's
	$(SWIFT) build -c release $(BENCH_LAYOUT)
	$(BENCH_VENV)/bin/python -B Benchmarks/Layout/bench_layout.py \
	  --program $(BENCH_FOLDER)/layout/release/bench-layout $(BENCH)

bench-layers: installable $(BENCH_VENV)/.complete ## measure drawings in layers beside Graphviz dot's
	$(SWIFT) build -c release $(BENCH_LAYOUT)
	$(BENCH_VENV)/bin/python -B Benchmarks/Layout/bench_layers.py \
	  --program $(BENCH_FOLDER)/layout/release/bench-layout --simpul $(INSTALL_BINARY) --pack ontology $(BENCH)

bench-read: setup ## measure the reading of documents, BENCH names other files or folders
	$(SWIFT) build -c release $(BENCH_PACKAGE) --product bench-read
	$(BENCH_FOLDER)/swift/release/bench-read --pack ontology $(or $(BENCH),Examples/corpus Tests/DocumentsTests/Fixtures)

bench-extract: setup $(BENCH_VENV)/.complete ## measure extraction beside spaCy and pyahocorasick
	$(SWIFT) build -c release $(BENCH_PACKAGE) --product bench-extract
	$(PYTHON) -B Benchmarks/harness/bench_extract.py --pack ontology \
	  --program $(BENCH_FOLDER)/swift/release/bench-extract \
	  --python $(BENCH_VENV)/bin/python --folder $(BENCH_FOLDER) $(BENCH)

bench-build: installable $(BENCH_VENV)/.complete ## measure whole builds, from files to exports
	$(SWIFT) build -c release $(BENCH_PACKAGE) --product bench-extract
	$(PYTHON) -B Benchmarks/harness/bench_build.py --simpul $(INSTALL_BINARY) \
	  --phrases $(BENCH_FOLDER)/swift/release/bench-extract --python $(BENCH_VENV)/bin/python \
	  --pack ontology --folder $(BENCH_FOLDER) --shared $(or $(SIMPUL_SHARED),../shared) $(BENCH)

bench-lineage: setup ## measure questions about regulations in a small and a large graph, and writing all
	$(SWIFT) build -c release $(BENCH_PACKAGE) --product bench-lineage
	$(BENCH_FOLDER)/swift/release/bench-lineage --pack ontology --folder $(BENCH_FOLDER) $(BENCH)

bench-test: setup $(BENCH_VENV)/.complete ## test what makes and measures the benchmarks' data
	$(SWIFT) test $(TEST_FLAGS) $(BENCH_PACKAGE)
	$(PYTHON) -B -m unittest discover --start-directory Benchmarks/harness
	$(BENCH_VENV)/bin/python -B -m unittest discover --start-directory Benchmarks/Layout

$(BENCH_VENV)/.complete: Benchmarks/requirements.txt
	$(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

format: ## bring the Swift sources into the house's format
	$(SWIFT) format --in-place --parallel --recursive $(LINTED)

lint: ## check the format and the documentation comments
	$(SWIFT) format lint --strict --parallel --recursive $(LINTED)

clean: ## remove everything that was built
	rm -rf .build .build-* $(VENV) $(BENCH_VENV) $(PAGE_VENV) $(VIEWERS_VENV) $(SPARK_VENV)
