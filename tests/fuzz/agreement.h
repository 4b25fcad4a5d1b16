/// What must hold of any bytes: that the two readers of YAML never differ.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>

#include "store/plain_reader.h"
#include "store/yaml.h"
#include "support/bounded.h"
#include "support/identical.h"

namespace mentor {

inline void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << '\n';
  std::abort();
}

/// What the quick reader takes the strict one takes too, as the same tree with the same places.
inline void readers_must_agree(const std::string& text) {
  store::PlainReader plain;
  const test::Bounded bounded(text);
  const FlatValue* quick = plain.read(bounded.view());
  if (!quick) return;
  const store::Parsed strict = store::parse_yaml_strictly(text, "f");
  must(!strict.problem, "the quick reader takes nothing that the strict one refuses");
  must(identical(to_value(*quick), strict.root), "both readers read the same");
}

}  // namespace mentor
