#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "base/text.h"
#include "docs/pages.h"
#include "model/codec.h"
#include "policy/presets.h"
#include "render/text.h"
#include "rules/examples.h"
#include "rules/rulebook.h"
#include "store/yaml.h"

namespace mentor::docs {

namespace {

constexpr std::string_view rules_opening =
    R"(<!-- Made from the table of rules and the presets by `make docs`: change those, not this page. -->
# Rules

Every scheme has promised something: that mentors are prepared, that the young person has the last word, that nobody is
left waiting. This page lists what the program can look for, what you can do about each finding, and what the schemes that
come with it ask for, with their sources. Your own scheme's rules are in its file under `schemes/`, where you can change
them; `mentorctl rules` shows those in force.

A rule that says **must** refuses what would break it. One that says **should** refuses too, unless somebody answers for
going on (`--override REASON --authorised-by WHO`). One that says **advise** only tells. A rule that refuses nothing
reports: in `check` and in the nightly report.

**What time does to a rule.** Months and weeks count from the first day of the match and clamp to a month's end. A pause
lowers the time asked for in proportion, rounded up, and stops the question of silence while it lasts; it moves no other
due day: check-ins, goals, rechecks and the longest term go on. A match that ended and came back starts anew: its
periods, its least and its longest count from that day. A renewal lengthens the longest term only where the policy says
`renewable: yes`, and until its own end. A period is judged by the edition of the policy in force on its first day, an act
by that of its own day.
)";

std::string refuses(const rules::Rule& rule) {
  using rules::Act;
  constexpr std::array<std::pair<Act, std::string_view>, 4> acts{{{Act::refer, "`refer`"},
                                                                  {Act::start, "`match` and `start`"},
                                                                  {Act::end, "`end`"},
                                                                  {Act::log_session, "`log-session`"}}};
  std::vector<std::string> refused;
  for (const auto& [act, commands] : acts) {
    if (rule.refuses.has(act)) refused.emplace_back(commands);
  }
  return refused.empty() ? "It refuses nothing." : "It can refuse " + join(refused, ", ") + ".";
}

std::string parameters(const rules::Rule& rule) {
  const auto parameters = rule.parameters();
  if (parameters.empty()) return "It has no parameters of its own.\n";
  std::string text = heading({"parameter", "what is written", "required", "what it means"});
  for (const auto& each : parameters) {
    text += row({code(each.key), cell(each.type), each.required ? "yes" : "", cell(each.means)});
  }
  return text;
}

policy::Edition read(const policy::Preset& preset) {
  const auto parsed = store::parse_yaml(preset.text, preset.file);
  Problems problems;
  if (parsed.problem) problems.push_back(*parsed.problem);
  auto edition = problems.empty() ? policy::read_edition(parsed.root, preset.file, problems)
                                  : policy::Edition();
  if (!problems.empty()) throw std::runtime_error(std::string(preset.file) + ": " + problems.front().message);
  return edition;
}

std::vector<policy::Edition> editions() {
  std::vector<policy::Edition> all;
  for (const auto& preset : policy::presets()) all.push_back(read(preset));
  return all;
}

/// `from: 16, to: 25`.
std::string asks(const policy::RawRule& rule) {
  std::vector<std::string> parts;
  for (const auto& member : rule.parameters.members)
    parts.push_back(member.key + ": " + render::plain_text(member.value));
  return join(parts, ", ");
}

std::string used_by(const rules::Rule& rule, const std::vector<policy::Edition>& editions) {
  std::string rows;
  for (const auto& edition : editions) {
    const auto* used = edition.rule(rule.name);
    if (!used) continue;
    rows += row({edition.scheme, edition.in_force.iso(), std::string(name(used->severity)), cell(asks(*used)),
                 cell(used->source)});
  }
  if (rows.empty()) return "No scheme that comes with the program uses it.\n";
  return heading({"scheme", "in force from", "severity", "it asks", "source"}) + rows;
}

/// A finding of the rule, from the worked examples that the policies carry.
std::string example(const rules::Rule& rule, const std::vector<policy::Edition>& editions) {
  for (const auto& edition : editions) {
    Problems problems;
    for (const auto& run : rules::run_examples(edition, problems)) {
      if (run.rule != rule.name || run.found.empty()) continue;
      const Finding& found = run.found.front();
      return fmt::format("**For example** ({}): {}. It says {}: _{}_.\n", edition.scheme,
                         cell(title(run.says)), name(found.severity), cell(found.message));
    }
  }
  return "No policy that comes with the program has an example of it.\n";
}

std::string section(const rules::Rule& rule, const std::vector<policy::Edition>& editions) {
  const std::string_view ahead = rule.forewarns == rules::Forewarns::yes
                                     ? " The nightly report shows it before it falls due."
                                     : "";
  return fmt::format("\n## {}\n\nIt finds {}.\n\n{}\n**What to do:** {}.\n\n{}{}\n\n{}\n{}", code(rule.name),
                     rule.finds, example(rule, editions), rule.mends, refuses(rule), ahead, parameters(rule),
                     used_by(rule, editions));
}

std::string schemes(const std::vector<policy::Edition>& editions) {
  std::string text = "\n" + heading({"scheme", "in force from", "what it is", "rules"});
  for (const auto& edition : editions) {
    text += row({edition.scheme, edition.in_force.iso(), cell(edition.title),
                 fmt::format("{}", edition.rules.size())});
  }
  return text;
}

struct Weight {
  std::string_view key;
  std::string_view means;
  std::string type;
};

template <class Owner, class Member>
Weight weight_of(const Field<Owner, Member>& field) {
  return {field.key, field.means, type_name<Member>()};
}

std::vector<Weight> weights_there_are() {
  std::vector<Weight> weights;
  for_each_field<policy::Weights>([&](const auto& each) {
    if (each.key != key_of(&policy::Weights::source)) weights.push_back(weight_of(each));
  });
  return weights;
}

/// What each weight counts for, and how much in each preset; what an edition leaves out by the program.
std::string matching(const std::vector<policy::Edition>& editions) {
  std::vector<std::string> heads{"weight", "what it counts for", "what is written", "left out"};
  for (const auto& edition : editions) heads.push_back(edition.scheme);
  std::string text =
      "\n## How much each reason counts in a suggestion\n\n`suggest` and `match --all` rank by points; no "
      "reason decides. They stand in a policy's `matching:`, and what it leaves\nout counts as the program "
      "has "
      "it.\n\n" +
      heading(heads);
  const Value usual = encode(policy::Weights());
  std::vector<Value> weights;
  weights.reserve(editions.size());
  for (const auto& edition : editions) weights.push_back(encode(edition.weights()));
  const auto said = [](const Value& value, std::string_view key) {
    const Member* found = value.find(key);
    return found ? cell(render::plain_text(found->value)) : std::string("none");
  };
  for (const auto& each : weights_there_are()) {
    std::vector<std::string> cells{code(each.key), cell(each.means), cell(each.type), said(usual, each.key)};
    for (const auto& value : weights) cells.push_back(said(value, each.key));
    text += row(cells);
  }
  text += "\n" + heading({"scheme", "source"});
  for (const auto& edition : editions) text += row({edition.scheme, cell(edition.weights().source)});
  return text;
}

}  // namespace

Page rules_page() {
  const auto all = editions();
  std::string text = std::string(rules_opening) + schemes(all);
  for (const auto& rule : rules::all_rules()) text += section(rule, all);
  text += matching(all);
  return {"rules.md", text};
}

}  // namespace mentor::docs
