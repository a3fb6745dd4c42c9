# The commands of this project. A fresh Debian needs git, make, python3 (3.11 or newer) and python3-venv.
# Everything that is installed, built or cached stays in this folder: .venv/, build/, site/.

PYTHON   ?= python3
VENV     := .venv
PY       := $(VENV)/bin/python
BULLETIN := $(VENV)/bin/bulletin
LOCKED   := $(VENV)/.locked
READY    := $(VENV)/.ready

export PIP_CACHE_DIR := $(CURDIR)/build/cache/pip
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export XDG_CACHE_HOME := $(CURDIR)/build/cache
export MYPY_CACHE_DIR := $(CURDIR)/build/cache/mypy
export RUFF_CACHE_DIR := $(CURDIR)/build/cache/ruff
export HYPOTHESIS_STORAGE_DIRECTORY := $(CURDIR)/build/cache/hypothesis
export TMPDIR := $(CURDIR)/build/tmp
export PYTHONUTF8 := 1

.DEFAULT_GOAL := site
.PHONY: site test check serve bench clean words lock

# Build the site of every bulletin, in both languages, into site/.
site: $(READY) | build/tmp
	$(BULLETIN) build

# Everything that must hold before a change is merged: style, types, tests. Browser tests use Chromium, which would
# leave reports of crashes among the user's settings; pip reads its own settings there, so only the tests are told.
test: $(READY) | build/tmp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	XDG_CONFIG_HOME="$(CURDIR)/build/cache/config" $(PY) -m pytest -n 2 --dist loadgroup

# Check the data of every bulletin and write nothing.
check: $(READY) | build/tmp
	$(BULLETIN) check

# Build, show the site on this machine, and build again whenever a file changes.
serve: $(READY) | build/tmp
	$(BULLETIN) serve

# Time builds stage by stage: the shipped bulletins, panels of up to 900 areas or 5,000 projects; see build/bench/.
bench: $(READY) | build/tmp
	$(PY) tests/bench/bench.py

# Remove what was built and cached; the installed packages in .venv/ stay.
clean:
	rm -rf build site

# Bring the wording catalog of the pages up to date with the messages in generator/pages and templates.
words: $(READY) | build/tmp
	$(VENV)/bin/pybabel -q extract -F babel.cfg -k t -k n:1,2 --no-location --sort-output -o build/bulletin.pot .
	$(VENV)/bin/pybabel -q update -i build/bulletin.pot -d templates/locale -D bulletin -l zh_Hans \
	  --no-fuzzy-matching --ignore-obsolete --omit-header --width 120

# Write requirements.lock anew from pyproject.toml; needs uv (a package of that name), which nothing else needs.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --extra test --extra zensical pyproject.toml -o requirements.lock

# The program itself, installed so that it runs from this folder.
$(READY): $(LOCKED) pyproject.toml
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# The packages, exactly those of the lock file. --upgrade-deps is left out on purpose: it would fetch an unlocked pip.
$(LOCKED): requirements.lock | build/tmp
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "This project needs Python 3.11 or newer as '$(PYTHON)'. Name another one with: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "The module that makes virtual environments is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

build/tmp:
	@mkdir -p $@
