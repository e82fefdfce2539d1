# Everything that can be run. The short scripts in tools/ do the work.

# The port of `make demo`.
PORT ?= 8080
# Microsoft's own client library. `make demo` serves it instead of the demo's library (it needs PORT=80).
CIF_LIBRARY ?=
export CIF_LIBRARY
# The commit with which `make lines` compares.
SINCE ?=
# The part of the bench that runs, instead of all.
BENCH ?=
export BENCH

.PHONY: help demo check test test-all test-flex screenshots dist functions run-functions bench bench-functions check-model lines weight

help: ## Shows this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## A simulated Dynamics and Flex around the real panel, on http://localhost:8080/ (PORT=, CIF_LIBRARY=<file>)
	@tools/setup
	@tools/demo $(PORT)

check: ## What everyday work wants to know in a few minutes: format, lint, types, native tests
	@tools/setup browser
	@tools/test check

test: ## Installs what is missing, then runs the tests that have to pass before a change lands
	@tools/setup browser functions
	@tools/test

test-all: ## The same, with a deep search of the model, every fault in Chromium, and broken rules that have to be noticed
	@tools/setup browser functions
	@tools/test all

test-flex: ## Those tests alone in which the real Flex UI stands in the panel
	@tools/setup browser
	@tools/test build
	@tools/test flex

screenshots: ## Takes the pictures of every state anew, in docs/screenshots/states/
	@tools/setup browser
	@tools/test build
	@LOOKS_TAKE_PICTURES=1 tools/test looks pictures

dist: ## The production build, in dist/
	@tools/setup
	@tools/dist

functions: ## The Twilio Functions, in functions/, ready for `twilio serverless:deploy`
	@tools/setup
	@tools/functions

run-functions: ## The same on http://localhost:3000/, with the variables of functions/.env
	@tools/setup functions
	@tools/functions
	@cd functions && npm start

bench: ## Compares the build in dist/ with a panel of React, one without a library and a bare relay, by turns (BENCH=<part>)
	@tools/setup bench
	@[ -f dist/index.html ] || tools/dist
	@node benches/run.mjs

bench-functions: ## The Twilio Functions beside a JavaScript pair of the same behaviour, by turns: how much longer they take
	@tools/setup functions
	@tools/functions
	@cargo bench -p functions --bench twilio --profile dev

check-model: ## The deep search of the model, then the check of the check: broken rules have to be noticed
	@tools/setup
	@MODEL_SECONDS=600 tools/test model
	@tools/test mutants

weight: dist ## What a browser has to load of the production build, and the module by crate; fails if a part passes its budget
	@tools/weight

lines: ## How many lines of Rust outside tests/ and of the bridge are neither blank nor comment (SINCE=<commit> compares)
	@tools/lines $(SINCE)
