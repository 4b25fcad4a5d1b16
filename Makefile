# The front door. `make help` lists what it does.

# What a fresh Debian 12 or Ubuntu 24.04 lacks: for building and testing, and beside these for `make check`.
PACKAGES := g++ cmake ninja-build pkgconf libcli11-dev libyaml-cpp-dev libfmt-dev doctest-dev \
            nlohmann-json3-dev libutf8proc-dev libmd-dev libsqlite3-dev sqlite3 libical-dev \
            liblemon-dev openssh-client jq
CHECK_PACKAGES := clang-format-14 clang-tidy-14 clang-16 libclang-rt-16-dev shellcheck strace
TORTURE_PACKAGES := strace clang-16 libclang-rt-16-dev
BENCH_PACKAGES := hyperfine hledger mawk sqlite3 time jq
# With Node.js of another source npm comes along, and Debian's would be in its way.
PAGES_PACKAGES := chromium $(shell command -v npm >/dev/null || echo nodejs npm)

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
.PHONY: build demo test check torture format docs bench pages clean help packages check-packages bench-packages pages-packages torture-packages
.NOTPARALLEL:

JOBS := $(shell nproc)
CPP_FILES = $$(find cmd lib tests -name '*.cpp' -o -name '*.h')
SHELL_FILES = $$(grep -rIlE '^(\#!/usr/bin/env bash|\# shellcheck shell=bash)' $(wildcard .ci docs tests))

# Configures a preset once, and again when the presets change; Ninja serves where it is there.
define configure
  stamp=$(1)/.configured; \
  if [[ CMakePresets.json -nt $$stamp ]]; then \
    generator=(); [[ -e $(1)/CMakeCache.txt ]] || ! command -v ninja >/dev/null || generator=(-G Ninja); \
    log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
    cmake --preset $(2) "$${generator[@]}" >"$$log" 2>&1 || { cat "$$log" >&2; exit 1; }; \
    touch "$$stamp"; \
  fi
endef

# Shows progress on a terminal, else only what goes wrong, and all of that.
define compile
  build=(cmake --build $(1) --parallel $(JOBS) -- -k); \
  [[ ! -e $(1)/build.ninja ]] || build+=(0); \
  if [[ -t 1 ]]; then "$${build[@]}"; exit; fi; \
  log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
  "$${build[@]}" >"$$log" 2>&1 || { cat "$$log" >&2; exit 1; }
endef

define install_missing
  command -v dpkg-query >/dev/null || exit 0; \
  missing=(); \
  for p in $(1); do \
    [[ $$(dpkg-query -W -f '$${Status}' "$$p" 2>/dev/null) == *' installed' ]] || missing+=("$$p"); \
  done; \
  (($${#missing[@]})) || exit 0; \
  apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300); \
  by_hand() { \
    echo "packages are missing; as root, run:" >&2; \
    echo "  apt-get update && apt-get install -y --no-install-recommends $${missing[*]}" >&2; \
    exit 1; \
  }; \
  if ((EUID)); then \
    command -v sudo >/dev/null || by_hand; \
    if [[ -t 0 ]]; then sudo -v || by_hand; else sudo -n true 2>/dev/null || by_hand; fi; \
    apt=(sudo "$${apt[@]}"); \
  fi; \
  echo "installing $${missing[*]}" >&2; \
  log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
  { "$${apt[@]}" update && "$${apt[@]}" install -y --no-install-recommends "$${missing[@]}"; } \
    </dev/null >"$$log" 2>&1 || { cat "$$log" >&2; by_hand; }
endef

build: packages  ## builds build/cmd/mentorctl (the default)
	@$(call configure,build,release)
	@$(call compile,build)

demo: build  ## shows what the program is for, on a copy of data-example/
	@MENTORCTL=$(CURDIR)/build/cmd/mentorctl bash tests/demo.sh

test: build  ## builds, and runs every test
	@ctest --test-dir build --output-on-failure --parallel $(JOBS) --no-tests=error

check: build check-packages  ## format, lint, the cases under the sanitizers, and a short torture
	@clang-format-14 --dry-run -Werror $(CPP_FILES)
	@shellcheck --severity=warning $(SHELL_FILES)
	@$(call configure,build-check,check)
	@$(call compile,build-check)
	@ASAN_OPTIONS=malloc_context_size=5:quarantine_size_mb=32:detect_stack_use_after_return=0 \
	  ctest --test-dir build-check --output-on-failure --parallel $(JOBS) --no-tests=error --label-exclude long
	@MENTORCTL=$(CURDIR)/build/cmd/mentorctl tests/torture/run || (($$? == 77))

torture: build check-packages torture-packages  ## compiles each file alone, tests without the quick reader, then kills, starves, races and fuzzes the program for an hour
	@$(call configure,build-debug,debug)
	@$(call compile,build-debug)
	@$(call configure,build-check,check)
	@$(call compile,build-check)
	@ctest --test-dir build-check --output-on-failure --parallel $(JOBS) --no-tests=error --label-regex long
	@$(call configure,build-strict,strict)
	@$(call compile,build-strict)
	@ctest --test-dir build-strict --output-on-failure --parallel $(JOBS) --no-tests=error
	@MENTORCTL=$(CURDIR)/build/cmd/mentorctl tests/torture/run --long || (($$? == 77))
	@MENTORCTL_TRIES=30000 build/tests/mentor_tests --source-file='*property_test*'
	@MENTORCTL=$(CURDIR)/build/cmd/mentorctl tests/soak 1000
	@tests/fuzz/run 600

format: check-packages  ## rewrites the C++ sources in the house format
	@clang-format-14 -i $(CPP_FILES)

docs: build  ## writes the pages of docs/ that are made from the code
	@build/tests/mentorctl_docs docs

bench: build bench-packages  ## measures the speed, as ratios to other programs (SIZES="250 10000" pairs, RUNS=10, HISTORY=0)
	@MENTORCTL=$(CURDIR)/build/cmd/mentorctl BENCH_TOOLS=$(CURDIR)/build/tests \
	  SIZES="$(SIZES)" RUNS="$(RUNS)" HISTORY="$(HISTORY)" bash tests/bench/run

pages: build pages-packages  ## tries the pages of reports in a browser: WCAG, three sizes, light and dark (PICTURES=DIR keeps what it saw)
	@MENTORCTL=$(CURDIR)/build/cmd/mentorctl tests/pages/run $(PICTURES) || (($$? == 77))

clean:  ## removes what was built
	@rm -rf build build-debug build-asan build-strict build-check build-fuzz

help:  ## lists the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

packages:
	@$(call install_missing,$(PACKAGES))

bench-packages:
	@$(call install_missing,$(BENCH_PACKAGES))

pages-packages:
	@$(call install_missing,$(PAGES_PACKAGES))

torture-packages:
	@$(call install_missing,$(TORTURE_PACKAGES))

check-packages:
	@$(call install_missing,$(CHECK_PACKAGES))
