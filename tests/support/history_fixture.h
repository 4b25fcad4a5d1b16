/// The pair of PairFixture, and its history in short.
#pragma once

#include <algorithm>
#include <string>

#include "support/command_fixture.h"

namespace mentor::test {

class HistoryFixture : public PairFixture {
 public:
  /// Each change of a history as `COMMAND ID FIELD FROM>TO`, a hyphen for what is not there.
  Words told(const Words& words) {
    Words lines;
    const json all = json_of(with({"history"}, words)).data();
    for (const auto& each : all.at("changes")) {
      const auto said = [&](const char* key) { return each.value(key, "-"); };
      lines.push_back(
          said("command") + " " + said("id") + " " +
          (each.contains("note") ? said("note") : said("field") + " " + said("from") + ">" + said("to")));
    }
    return lines;
  }
  Words last(const Words& words, std::size_t count = 1) {
    Words all = told(words);
    return {all.end() - static_cast<std::ptrdiff_t>(std::min(count, all.size())), all.end()};
  }
  /// Replaces a part of a file and commits it as a person would.
  void by_hand(const std::string& path, const std::string& part, const std::string& with) const {
    std::string text = read(path).value();
    text.replace(text.find(part), part.size(), with);
    commit_file(path, text);
  }
};

}  // namespace mentor::test
