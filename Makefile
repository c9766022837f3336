# Kontragent. `make` lists what can be done here; the work itself stands in scripts/.

# A person's own toolchain comes first; the other two are where Swift's own installers put it.
export PATH := $(PATH):/opt/swift/usr/bin:$(HOME)/.local/share/swiftly/bin

# The compiler refuses an import that Package.swift does not allow.
BUILD := swift build --explicit-target-dependency-import-check error
TOOL  := .build/debug/kontragent

.DEFAULT_GOAL := help
.PHONY: help setup build run serve work test screens postgres release bench nightly planted fuzz fuzz-merge golden problems fmt tidy clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20
	@echo
	@echo "  make test T=Payments    runs only the tests whose name holds the word"
	@echo "  Environment: FUZZ_SECONDS, KONTRAGENT_CAMPAIGN, KONTRAGENT_SHARED, UPDATE_GOLDEN, ONCE (see CONTRIBUTING.md)"

setup: ## install the Debian packages that are missing, check the Swift toolchain
	@scripts/setup

build: setup ## debug build of the program and of all tests
	@echo "build: the program and its tests, debug (the first time takes minutes)"
	@$(BUILD) --build-tests

run: build ## play the demo cast, print what came out, show it on 127.0.0.1:8080 (ONCE=1 stops before that)
	@rm -rf demo
	@mkdir -p demo
	@echo "run: $(TOOL) demo --db demo/demo.db --out demo/out"
	@$(TOOL) demo --db demo/demo.db --out demo/out
	@if [ -z "$(ONCE)" ]; then \
	    echo; echo "run: $(TOOL) serve --db demo/demo.db --open-pages --demo-sign-in --no-work (Ctrl-C ends it)"; \
	    exec $(TOOL) serve --db demo/demo.db --open-pages --demo-sign-in --no-work --quiet --or-any-port; \
	fi

serve: build ## serve your own database (DB=./kontragent.db); ARGS="…" as `kontragent help serve` tells
	@exec $(TOOL) serve --db $(or $(DB),./kontragent.db) $(ARGS)

work: build ## do the work behind the doors on your own database, without serving (DB, ARGS as above)
	@exec $(TOOL) work --db $(or $(DB),./kontragent.db) $(ARGS)

test: build ## run every test; the last line is "N passed, N failed"
	@scripts/test $(T)

screens: build ## pictures of every page into screens/ (ARGS=--readme: README's three too)
	@scripts/screens $(ARGS)

release: setup ## release build of the program, Swift's own libraries inside
	@echo "release: .build/release/kontragent"
	@$(BUILD) -c release --static-swift-stdlib --product kontragent

bench: release ## measure speed with the release build, on both engines
	@scripts/bench $(ARGS)

nightly: build ## the tests with long random and crash campaigns, then the planted bugs
	@KONTRAGENT_CAMPAIGN=nightly scripts/test $(T)
	@$(if $(T),,scripts/planted)

planted: setup ## plant known bugs one at a time (T=name: one of them); the tests must turn red for each
	@scripts/planted $(T)

fuzz: setup ## hunt with libFuzzer, FUZZ_SECONDS (60) a target; T=csv hunts in one
	@scripts/fuzz $(T)

fuzz-merge: setup ## of what was found, the inputs that reach something new
	@scripts/fuzz --merge $(T)

postgres: setup ## start a private PostgreSQL for trying, print its URL (scripts/postgres stop ends it)
	@scripts/postgres start

golden: build ## rewrite golden files and docs/problems.md; then read `git diff`
	@UPDATE_GOLDEN=1 scripts/test $(T)
	@scripts/tidy --write-problems
	@echo "golden: rewritten; read what changed with: git diff --stat"

problems: ## write the codes, kinds and meanings of problems into docs/problems.md
	@scripts/tidy --write-problems

fmt: ## format every Swift file
	@swift format --in-place --recursive --parallel Package.swift Sources Tests scripts

tidy: ## check format and house rules, without a build
	@echo "tidy: swift format lint"
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests scripts
	@scripts/tidy

clean: ## remove what was built and what the demo made
	rm -rf .build demo screens
