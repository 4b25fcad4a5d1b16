#!/usr/bin/env bash
# Proves that layering.sh can fail: each planted breach is found, and what only looks like one is not.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
failed=0

# FILE LINE: makes a small sound library in which FILE holds LINE, and checks it.
check_planted() {
  rm -rf "${box:?}/lib"
  mkdir -p "$box/lib"/{base,model,policy,rules,reports,actions,store,git,render,gadgets}
  echo '#pragma once' >"$box/lib/base/day.h"
  printf '#include "base/day.h"\n' >"$box/lib/rules/time.cpp"
  printf '#include "rules/time.h"\n' >"$box/lib/workspace.cpp"
  printf '%s\n' "$2" >"$box/lib/$1"
  bash "$here/layering.sh" "$box/lib" >"$box/found" 2>&1
}

found() {
  if check_planted "$1" "$2"; then echo "not found in $1: $2"; failed=1; fi
  grep -q "^$1:1: " "$box/found" || { echo "no place given in $1 for: $2"; cat "$box/found"; failed=1; }
}

passes() { check_planted "$1" "$2" || { echo "found in $1, wrongly: $2"; cat "$box/found"; failed=1; }; }

found base/x.h '#include "model/id.h"'
found model/x.h '#include "policy/edition.h"'
found policy/x.cpp '  #  include "rules/table.h"'
found rules/x.cpp '#include "reports/nightly.h"'
found reports/x.cpp '#include "actions/end.h"'
found actions/x.cpp '#include "store/read.h"'
found store/x.cpp '#include "rules/table.h"'
found git/x.cpp '#include "model/id.h"'
found render/x.cpp '#include "reports/nightly.h"'
found rules/x.cpp '#include "workspace.h"'
found rules/x.cpp '#include "../base/day.h"'
found gadgets/x.cpp '#include "base/day.h"'
found base/x.cpp '#include <CLI/CLI.hpp>'
found base/x.cpp '#include <iostream>'
found base/x.cpp 'void f() { std::cout << 1; }'
found base/x.cpp 'void f() { printf("x"); }'
found base/x.cpp 'void f() { std::puts("x"); }'
found base/x.cpp 'void f() { if (isatty(1)) return; }'
found base/x.cpp 'auto now = std::chrono::system_clock::now();'
found base/x.cpp 'auto now = time(nullptr);'
found base/x.cpp 'auto now = std::time(0);'
found base/x.cpp 'void f() { std::exit(1); }'
found workspace.cpp 'void f() { abort(); }'

passes rules/x.cpp '#include "policy/edition.h"'
passes store/x.cpp '#include "model/id.h"'
passes workspace.cpp '#include "store/read.h"'
passes base/x.cpp '// printf("x"); std::exit(1)'
passes base/x.cpp '/* time(nullptr) */ int commitment_time(int minutes);'
passes base/x.cpp 'auto text = "say \"exit(1)\" and <iostream>";'
passes base/x.cpp 'void f(char* b) { snprintf(b, 2, "x"); vfork_and_exit_later(); }'
passes git/x.cpp 'void f() { _exit(127); }'
passes rules/x.cpp 'Findings time(const Pair& pair);'

((!failed)) || { echo "layering.sh is not to be trusted"; exit 1; }
