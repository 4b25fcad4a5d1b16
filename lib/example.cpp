#include "example.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "policy/presets.h"
#include "store/paths.h"
#include "store/record_file.h"

namespace mentor {

namespace {

/// What a record of the example says in the line of a key. The program wrote it: a key has a line of its own.
std::string_view said(std::string_view text, std::string_view key) {
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    if (line.starts_with(key) && line.substr(key.size()).starts_with(": "))
      return line.substr(key.size() + 2);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return {};
}

using SchemesOfRecords = std::map<std::string_view, std::string_view>;

/// The scheme of each record that names one, by identifier.
SchemesOfRecords schemes_of_records() {
  SchemesOfRecords schemes;
  for (const auto& file : policy::example()) {
    if (const auto scheme = said(file.text, "scheme"); !scheme.empty())
      schemes[store::stem(file.file)] = scheme;
  }
  return schemes;
}

/// The record whose scheme is that of the file: itself, or whom or what it is about.
std::string_view whose(const policy::Preset& file) {
  const auto about = said(file.text, "about");
  return about.empty() ? store::stem(file.file) : about;
}

std::string settings_of(std::string_view text, const std::string& organisation,
                        const std::vector<std::string>& schemes) {
  Problems none;
  const auto before = store::read_record<Settings>(text, store::settings_path, none);
  Settings after = before;
  after.organisation = organisation;
  after.schemes = schemes;
  return store::rewrite_record(text, before, after);
}

}  // namespace

void add_example(const std::string& organisation, const std::vector<std::string>& schemes,
                 store::Change& change) {
  const auto scheme_of = schemes_of_records();
  for (const auto& file : policy::example()) {
    const std::string path(file.file);
    if (path == store::settings_path) {
      change.files[path] = settings_of(file.text, organisation, schemes);
      continue;
    }
    const auto scheme = scheme_of.find(whose(file));
    if (scheme == scheme_of.end() || std::ranges::find(schemes, scheme->second) != schemes.end())
      change.files[path] = file.text;
  }
}

}  // namespace mentor
