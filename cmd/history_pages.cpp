#include "cmd/history_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/day.h"
#include "base/text.h"
#include "cmd/changes_in_words.h"

namespace mentor::cmd {

namespace {

constexpr std::string_view empty_merge = "a merge, which changed nothing itself";

Value optional_text(const std::string& text) { return text.empty() ? Value() : Value::of_text(text); }
Value optional_text(const std::optional<std::string>& text) { return text ? Value::of_text(*text) : Value(); }
Value optional_truth(bool truth) { return truth ? Value::of_truth(true) : Value(); }

Value passed_rules(const Deed& deed) {
  const auto rules = said_behind(deed.commit, store::trailer::passed);
  if (rules.empty()) return {};
  Value list = Value::of_list();
  for (const auto& each : rules) list.items.push_back(Value::of_text(each));
  return list;
}

std::string why_of(const Deed& deed) { return join(said_behind(deed.commit, store::trailer::why), "; "); }

/// What is said of a signature: where others are signed, an unsigned commit is worth a word.
std::string signature_of(const Deed& deed, bool some_are_signed) {
  if (deed.signature) return deed.signature->holds;
  return some_are_signed ? "none" : "";
}

bool is_signed(const Deed& deed) { return deed.signature.has_value(); }

std::vector<changes::FieldChange> rows_of(const Deed& deed) {
  if (!deed.changes.empty()) return deed.changes;
  return {{{}, {}, {}, {}, {}, std::string(empty_merge)}};
}

/// `Thursday 12 February 2026, 09:30`.
std::string moment_in_words(const std::string& at) {
  const auto day = Day::parse(at.substr(0, at.find('T')));
  const auto time = at.find('T') + 1;
  return day && time != 0 ? fmt::format("{}, {}", day->with_weekday(), at.substr(time, 5)) : at;
}

/// Deeds one after another, each under its moment.
class Pages {
 public:
  Pages(const Io& io, std::string asked, bool some_are_signed)
      : io_(io), asked_(std::move(asked)), some_are_signed_(some_are_signed) {}

  void print(const Deed& deed) {
    io_.out << (first_ ? "" : "\n");
    first_ = false;
    line(0, fmt::format("{}, {}", moment_in_words(deed.commit.at), deed.commit.by));
    line(2, fmt::format("{} ({})", deed.commit.subject, short_id(deed.commit)));
    if (command_of(deed.commit).empty()) line(2, "made by hand, not by mentorctl");
    if (const auto signature = signature_of(deed, some_are_signed_); !signature.empty())
      line(2, fmt::format(
                  "signature: {}{}", signature,
                  deed.signature && !deed.signature->signer.empty() ? ", " + deed.signature->signer : ""));
    for (const auto& rule : said_behind(deed.commit, store::trailer::passed)) line(2, "rule passed: " + rule);
    if (const auto why = why_of(deed); !why.empty()) line(2, "why: " + why);
    if (deed.is_merge) line(2, deed.changes.empty() ? empty_merge : "a merge, which itself changed this:");
    for (const auto& each : in_words(deed.changes, asked_)) line(4, each);
  }

 private:
  void line(std::size_t margin, std::string_view text) {
    const std::size_t width = io_.width > 2 * margin ? io_.width - margin : io_.width;
    for (const auto& each : wrap(visible(text), width)) {
      io_.out << std::string(margin, ' ') << each << '\n';
      margin = std::max<std::size_t>(margin, 2);
    }
  }

  const Io& io_;
  std::string asked_;
  bool some_are_signed_;
  bool first_ = true;
};

}  // namespace

Table history_table(const std::vector<Deed>& deeds) {
  Table table{"changes", {}, {}, {}};
  for (const char* key : {"commit", "at", "by", "command", "by_hand", "merge", "sentence", "why", "override",
                          "signature", "signer", "undoes", "id", "list", "field", "from", "to", "note"})
    table.columns.push_back({key, key});
  const bool some_are_signed = std::ranges::any_of(deeds, is_signed);
  for (const auto& deed : deeds) {
    const std::string command = command_of(deed.commit);
    for (const auto& each : rows_of(deed)) {
      table.rows.push_back({Value::of_token(deed.commit.id), Value::of_token(deed.commit.at),
                            Value::of_text(deed.commit.by), optional_text(command),
                            optional_truth(command.empty()), optional_truth(deed.is_merge),
                            optional_text(deed.commit.subject), optional_text(why_of(deed)),
                            passed_rules(deed), optional_text(signature_of(deed, some_are_signed)),
                            optional_text(deed.signature ? deed.signature->signer : std::string()),
                            optional_text(join(said_behind(deed.commit, store::trailer::undoes), "; ")),
                            optional_text(each.id), optional_text(each.list), optional_text(each.field),
                            optional_text(each.from), optional_text(each.to), optional_text(each.note)});
    }
  }
  return table;
}

void print_history(const Io& io, const std::vector<Deed>& deeds, const std::string& asked) {
  Pages pages(io, asked, std::ranges::any_of(deeds, is_signed));
  for (const auto& deed : deeds) pages.print(deed);
}

}  // namespace mentor::cmd
