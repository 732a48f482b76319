PYTHON ?= python3
PORT ?= 8000
CONTENT ?= content
PROPERDOCS ?= 1.6.7
ZENSICAL ?= 0.0.73
AUDITOR ?= 2.10.1
OF_THE_SITE := tests/page tests/finder tests/search/test_box.py tests/sheet tests/builder tests/start
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
.PHONY: help serve site zip test check publishable format figures words pdf audit bench upkeep deployed builders screenshot clean browser paper
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1 — /p' $(MAKEFILE_LIST)

serve: $(BIN)/.site ## live preview; edits and mistakes show in the browser by themselves
	@exec $(BIN)/python -m generator --content $(CONTENT) serve --port $(PORT)

site: $(BIN)/.site ## build the whole site into build/site
	$(BIN)/python -m generator --content $(CONTENT) build $(SHARE) && rm -rf build/site.new build/site.old
	$(BIN)/mkdocs build --strict --quiet --site-dir build/site.new
	$(BIN)/python -m generator.offline build/site.new
	if [ -d build/site ]; then mv build/site build/site.old; fi && mv build/site.new build/site && rm -rf build/site.old

zip: site ## pack the whole site as one archive that opens from a disk
	$(BIN)/python -m generator.offline --zip

test: $(BIN)/.test browser ## every check and every test
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	$(BIN)/python -m generator check && $(MAKE) --no-print-directory site
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder

check: $(BIN)/.site ## report problems in the content, change nothing
	$(BIN)/python -m generator --content $(CONTENT) check

publishable: $(BIN)/.site ## report what a handbook still has of the example that it began with
	$(BIN)/python -m generator --content $(CONTENT) publishable

format: $(BIN)/.test ## lay out the code as the checks want it
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

figures: $(BIN)/.site ## draw every figure on one contact sheet to look at
	$(BIN)/python -m generator --content $(CONTENT) figures

pdf: site browser $(BIN)/.test ## print the sheets and the handbook to PDF, draw pictures to share, and offer both on the site
	$(BIN)/python -m generator.press --content $(CONTENT) && $(MAKE) --no-print-directory site SHARE=--share

audit: site browser $(BIN)/.test ## the long tests: every sheet in every variant, the whole book; writes content/tested.yml
	$(BIN)/python -m pytest -m audit
	$(BIN)/python -m tests.tested
	$(BIN)/python -m tests.engines

bench: site browser paper $(BIN)/.test ## measure the build and what is printed
	$(BIN)/python -m tests.bench

upkeep: $(BIN)/.test build/packages.txt ## what a week may bring: reviews that run out, sources that are gone, holes in packages
	$(BIN)/python -m tests.upkeep.licences
	$(BIN)/uv export --quiet --locked --no-dev --format cyclonedx1.5 --output-file build/sbom.json >/dev/null
	$(BIN)/uv tool run --quiet pip-audit==$(AUDITOR) --requirement build/packages.txt --disable-pip
	$(BIN)/python -m tests.upkeep.reviews
	$(BIN)/python -m tests.upkeep.sources

deployed: $(BIN)/.test ## look whether the site at the handbook's address is the one in build/site
	$(BIN)/python -m tests.upkeep.deployed

builders: $(BIN)/.test browser build/packages.txt ## build the same tree with ProperDocs, then with Zensical, and run the site's tests on both
	$(BIN)/python -m generator build
	for way in "--from properdocs==$(PROPERDOCS) --with-requirements build/packages.txt properdocs build --strict --quiet" \
	  "--from zensical==$(ZENSICAL) zensical build"; do \
	  rm -rf build/site && $(BIN)/uv tool run --quiet $$way --config-file mkdocs.yml && $(BIN)/python -m generator.offline && \
	  $(BIN)/python -m pytest --numprocesses=auto --dist=loadfile $(OF_THE_SITE) || exit 1; done

words: $(BIN)/.test ## draw every word of a pose into POSING.md
	$(BIN)/python -m tests.pose_words
	$(BIN)/python -m tests.shown_words
	$(BIN)/python -m tests.posing_reference

screenshot: site browser ## take the README's picture anew
	$(BIN)/python -m tests.screenshot

clean: ## remove everything that is made, and the virtual environment
	$(PYTHON) -c 'from pathlib import Path; from generator.writer import clean; clean(Path("."))' && rm -rf .venv build

browser: ## install Chromium from Debian's packages where no Chromium or Chrome is found
	@command -v chromium chromium-browser google-chrome >/dev/null || { SUDO=$$(command -v sudo || true); $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq chromium fonts-liberation >/dev/null; }

paper: ## install Poppler, which turns a printed page into pixels, where it is missing
	@command -v pdftoppm >/dev/null || { SUDO=$$(command -v sudo || true); $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq poppler-utils >/dev/null; }

build/packages.txt: $(BIN)/.site
	mkdir -p build && $(BIN)/uv export --quiet --locked --no-dev --no-emit-project --output-file $@ >/dev/null

# The lock file decides every version; uv, which reads it, is held by its hashes in .ci/uv.txt.
$(BIN)/uv:
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Unknot needs Python 3.11 or newer; try: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv && $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement .ci/uv.txt

$(BIN)/.site: $(BIN)/uv pyproject.toml uv.lock
	$(BIN)/uv sync --locked --inexact --no-dev --quiet && touch $@

$(BIN)/.test: $(BIN)/.site
	$(BIN)/uv sync --locked --inexact --quiet && touch $@
