#!/usr/bin/env bash
# Holds the layers of lib/ to docs/architecture.md: who may include whom, and that the library knows no command
# line, terminal, standard output or clock. Prints file:line: message for each breach: layering.sh LIB
set -euo pipefail
lib=${1:?usage: layering.sh LIB}
cd "$lib"
mapfile -d '' files < <(find . -type f \( -name '*.h' -o -name '*.cpp' \) -printf '%P\0' | sort -z)
((${#files[@]})) || { echo "layering: no source is below $lib" >&2; exit 2; }

awk '
BEGIN {
  # A layer, and what it may include beside itself. Files directly in lib/ may include everything.
  may["base"]     = ""
  may["model"]    = "base"
  may["policy"]   = "base model"
  may["rules"]    = "base model policy"
  may["matching"] = "base model policy rules"
  may["reports"]  = "base model policy rules"
  may["actions"]  = "base model policy rules"
  may["store"]    = "base model policy"
  may["changes"]  = "base model policy store"
  may["exchange"] = "base model policy rules store reports"
  may["render"]   = "base"
  may["git"]      = "base"
  for (layer in may) {
    n = split(may[layer], below, " ")
    allowed[layer, layer] = 1
    for (i = 1; i <= n; i++) allowed[layer, below[i]] = 1
  }

  # What no part of the library may know: a pattern of the text outside of comments and strings.
  edge = "(^|[^A-Za-z0-9_])"
  forbid("# *include *<CLI/", "the command line")
  forbid("# *include *<(iostream|print)>", "standard output")
  forbid(edge "std::(cout|cerr|clog|cin|print|println)" "([^A-Za-z0-9_]|$)", "standard output")
  forbid(edge "(stdout|stderr|stdin)([^A-Za-z0-9_]|$)", "standard output")
  forbid(edge "(printf|fprintf|vprintf|puts|putchar|fmt::print|fmt::println) *\\(", "standard output")
  forbid(edge "(isatty|ttyname|tcgetattr) *\\(", "the terminal")
  forbid("(system_clock|utc_clock|file_clock|high_resolution_clock)::now", "the clock")
  forbid(edge "time *\\( *(nullptr|NULL|0|&)", "the clock")
  forbid(edge "(clock_gettime|gettimeofday|localtime|localtime_r|gmtime|gmtime_r) *\\(", "the clock")
  forbid(edge "(exit|quick_exit|abort|terminate) *\\(", "how the process ends")
}

function forbid(pattern, subject) { ++bans; ban[bans] = pattern; knows[bans] = subject }

function complain(message) { print FILENAME ":" FNR ": " message; wrong = 1 }

function layer_of(path) { return index(path, "/") ? substr(path, 1, index(path, "/") - 1) : "" }

# The line without its comments and the insides of its strings; in_comment lasts from line to line.
function code_of(line,   out, two, c) {
  out = ""
  while (line != "") {
    two = substr(line, 1, 2)
    c = substr(line, 1, 1)
    if (in_comment) {
      if (two == "*/") { in_comment = 0; line = substr(line, 3) } else line = substr(line, 2)
    } else if (two == "/*") {
      in_comment = 1
      line = substr(line, 3)
    } else if (two == "//") {
      break
    } else if (match(line, /^"([^"\\]|\\.)*"/) || match(line, /^\047(\\.|[^\047\\])[^\047]*\047/)) {
      out = out "\"\""
      line = substr(line, RLENGTH + 1)
    } else {
      out = out c
      line = substr(line, 2)
    }
  }
  return out
}

FNR == 1 {
  in_comment = 0
  from = layer_of(FILENAME)
  if (from != "" && !(from in may)) complain("\"" from "\" is no layer: add it to tests/layering.sh")
}

!in_comment && /^[ \t]*#[ \t]*include[ \t]*"/ {
  split($0, quoted, "\"")
  to = layer_of(quoted[2])
  if (quoted[2] ~ /(^|\/)\.\.?\//)
    complain("\"" quoted[2] "\" is relative: write it from lib/")
  else if (from != "" && (from in may) && !((from, to) in allowed))
    complain(from " may not include \"" quoted[2] "\": it may include " (may[from] ? may[from] : "itself only"))
}

{
  code = code_of($0)
  for (i = 1; i <= bans; i++)
    if (code ~ ban[i]) complain("the library may not know " knows[i] ": " $0)
}

END { exit wrong }
' "${files[@]}"
