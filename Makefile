# make run     answer questions on http://127.0.0.1:8080
# make test    everything that CI checks
# make bench   measure speed and retrieval quality
# make clean   remove what the above made; var/ (your data) stays

PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
AXE := build/node_modules/axe-core/axe.min.js
CHROMIUM := /usr/bin/chromium
ROOT := $(shell test "$$(id -u)" = 0 || echo sudo -n)

.PHONY: run test bench clean constraints chromium
.DELETE_ON_ERROR:

run: .venv/installed
	$(BIN)/magdat index build
	$(BIN)/magdat serve --host 127.0.0.1 --port 8080

test: .venv/installed-test chromium $(AXE)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --cov

bench: .venv/installed-bench
	$(BIN)/python -m bench

clean:
	rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find knowledge indexer bot tests bench -name __pycache__ -prune -exec rm -rf {} +

# Python: installed again only when the dependencies or their versions change.

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Magdat needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e .
	@touch $@

.venv/installed-%: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e '.[$*]'
	@touch $@ .venv/installed

constraints:
	rm -rf build/newest && $(PYTHON) -m venv build/newest
	build/newest/bin/pip --quiet --quiet --disable-pip-version-check install -e '.[test,bench]'
	sed -n '/^#/p' constraints.txt > build/constraints.txt
	build/newest/bin/pip freeze --exclude-editable >> build/constraints.txt
	mv build/constraints.txt constraints.txt && rm -rf build/newest

# The browser and the accessibility checks of the page tests.

chromium:
	@test -x $(CHROMIUM) || { command -v apt-get >/dev/null && $(ROOT) true 2>/dev/null; } || \
		{ echo "the page tests need $(CHROMIUM): install Chromium (Debian: apt-get install chromium)"; exit 1; }
	@test -x $(CHROMIUM) || { $(ROOT) apt-get update -qq && \
		$(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }

$(AXE): tests/package.json
	@command -v npm >/dev/null || { echo "the page tests need npm (Debian: apt-get install npm)"; exit 1; }
	@mkdir -p build && cp tests/package.json build/
	npm install --prefix build --no-package-lock --ignore-scripts --no-audit --no-fund --silent
	@touch $@
