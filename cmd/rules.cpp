#include <fmt/format.h>

#include <array>
#include <ostream>
#include <span>

#include "actions/answers.h"
#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/reading.h"
#include "cmd/weights.h"
#include "render/csv.h"
#include "render/findings.h"
#include "render/json.h"
#include "render/text.h"
#include "rules/examples.h"

namespace mentor::cmd {

namespace {

struct RulesOptions {
  std::string rule;
  std::string scheme;
  std::optional<Day> on;
  bool test = false;
};

/// `from: 16, to: 25`.
std::string parameters(const policy::RawRule& rule) {
  std::vector<std::string> parts;
  for (const auto& [key, place, offset, value] : rule.parameters.members) {
    parts.push_back(key + ": " + render::plain_text(value));
  }
  return join(parts, ", ");
}

/// A parameter as JSON has it: figures are numbers there.
Value typed(const Value& value) {
  if (const auto count = value.is_scalar() ? Count::parse(value.text) : std::nullopt) {
    return Value::of_number(count->count);
  }
  if (value.is_scalar() && Pence::parse(value.text)) return Value::of_decimal(value.text);
  Value copy = value;
  for (auto& item : copy.items) item = typed(item);
  for (auto& member : copy.members) member.value = typed(member.value);
  return copy;
}

Value row_of(const policy::Edition& edition, const policy::RawRule& rule) {
  Value row = Value::of_map();
  row.add("scheme", Value::of_token(edition.scheme));
  row.add("rule", Value::of_token(rule.name));
  row.add("severity", Value::of_token(name(rule.severity)));
  row.add("in_force", Value::of_token(edition.in_force.iso()));
  row.add("parameters", typed(rule.parameters));
  row.add("asks", Value::of_text(parameters(rule)));
  row.add("source", Value::of_text(rule.source));
  const auto* known = rules::find_rule(rule.name);
  row.add("finds", Value::of_text(known ? known->finds : std::string_view()));
  return row;
}

/// All schemes, or the one that is named.
std::vector<std::string> schemes_meant(const policy::Policies& policies, const RulesOptions& options) {
  if (options.scheme.empty()) return policies.schemes();
  actions::must_be_scheme(options.scheme, policies);
  return {options.scheme};
}

/// The rules in force on the day, of every scheme; of one rule only, when it is named.
std::vector<Value> rows_in_force(const Desk& desk, const RulesOptions& options, Day on) {
  std::vector<Value> rows;
  for (const auto& scheme : schemes_meant(desk.policies(), options)) {
    const auto* edition = desk.policies().in_force(scheme, on);
    for (const auto& rule : edition->rules) {
      if (options.rule.empty() || rule.name == options.rule) rows.push_back(row_of(*edition, rule));
    }
  }
  return rows;
}

/// How much each reason counts under the editions in force on the day; nothing when a rule is named.
std::vector<Value> weights_in_force(const Desk& desk, const RulesOptions& options, Day on) {
  std::vector<Value> weights;
  if (!options.rule.empty() && options.rule != matching_word) return weights;
  for (const auto& scheme : schemes_meant(desk.policies(), options))
    weights.push_back(weights_of(*desk.policies().in_force(scheme, on)));
  return weights;
}

/// A rule in force for people: what it asks and who says so, indented under its name.
void print_rule(const Call& call, const Value& row) {
  constexpr std::size_t margin = 8;
  const auto said = [&](std::string_view key) { return row.find(key)->value.text; };
  call.io.out << fmt::format("{:<7} {} ({})\n", said("severity"), said("rule"), said("scheme"));
  for (const std::string_view key : {"asks", "source"}) {
    if (said(key).empty()) continue;
    for (const auto& line : wrap(visible(said(key)), call.io.width - margin)) {
      call.io.out << std::string(margin, ' ') << line << '\n';
    }
  }
}

void explain(const Call& call, const rules::Rule& rule) {
  call.io.out << fmt::format("{}: {}\n", rule.name, rule.finds);
  for (const auto& parameter : rule.parameters()) {
    call.io.out << fmt::format("  {}: {} ({}{})\n", parameter.key, parameter.means, parameter.type,
                               parameter.required ? "" : "; may be left out");
  }
  call.io.out << fmt::format("  what to do: {}\n\n", rule.mends);
}

Value row_of(const policy::Edition& edition, const rules::ExampleRun& run) {
  Value row = Value::of_map();
  row.add("scheme", Value::of_token(edition.scheme));
  row.add("in_force", Value::of_token(edition.in_force.iso()));
  row.add("rule", Value::of_token(run.rule));
  row.add("says", Value::of_text(run.says));
  row.add("holds", Value::of_truth(run.wrong.empty()));
  row.add("wrong", run.wrong.empty() ? Value() : Value::of_text(run.wrong));
  add_spot(row, run.spot);
  return row;
}

/// The examples of every edition, or those about one rule.
Table tested(const policy::Policies& policies, const RulesOptions& options) {
  Table table{"examples",
              {},
              {{"holds", "holds"},
               {"scheme", "scheme"},
               {"in_force", "in force"},
               {"rule", "rule"},
               {"says", "what it says"},
               {"wrong", "what is found instead"},
               {"file", "", Shown::data},
               {"line", "", Shown::data},
               {"column", "", Shown::data}},
              {}};
  for (const auto& scheme : schemes_meant(policies, options)) {
    for (const auto& edition : policies.editions(scheme)) {
      Problems told_already;
      for (const auto& run : rules::run_examples(edition, told_already)) {
        if (options.rule.empty() || run.rule == options.rule) add_row(table, row_of(edition, run));
      }
    }
  }
  return table;
}

std::string how_many_failed(std::size_t failed) {
  return failed == 0 ? "all hold" : fmt::format("{} {} not hold", failed, failed == 1 ? "does" : "do");
}

/// Runs the examples, of one rule when it is named. 1 when one does not hold. People who name no rule are
/// shown those that don't.
int run_tests(const Call& call, ReadingRoom& room, const RulesOptions& options) {
  Table table = tested(room.desk().policies(), options);
  const auto failed = std::ranges::count_if(table.rows, [](const auto& row) { return row[0].text == "no"; });
  if (call.globals.format == Format::json) {
    Value value = render::object();
    add_provenance(value, room, room.desk());
    value.add("examples", render::to_value(table));
    call.io.out << render::to_json(value);
  } else {
    const std::size_t run = table.rows.size();
    const bool all = !options.rule.empty() || call.globals.format == Format::csv;
    if (!all) std::erase_if(table.rows, [](const auto& row) { return row[0].text != "no"; });
    print_tables(call, {&table, 1});
    call.io.err << fmt::format("{} run, {}\n", counted(run, "example", "examples"),
                               how_many_failed(static_cast<std::size_t>(failed)));
  }
  return failed == 0 ? 0 : static_cast<int>(Cause::refused);
}

void print_json(const Call& call, ReadingRoom& room, const std::vector<Value>& rows,
                const std::vector<Value>& weights) {
  Value value = render::object();
  add_provenance(value, room, room.desk());
  value.add("rules", Value::of_list(rows));
  value.add(matching_word, Value::of_list(weights));
  call.io.out << render::to_json(value);
}

void print_text(const Call& call, const RulesOptions& options, const std::vector<Value>& rows,
                const std::vector<Value>& weights) {
  if (options.rule == matching_word) {
    explain_weights(call);
  } else if (!options.rule.empty()) {
    explain(call, *rules::find_rule(options.rule));
  }
  for (const auto& row : rows) print_rule(call, row);
  for (const auto& each : weights) print_weights(call, each);
}

void print_csv(const Call& call, const std::vector<Value>& rows, const std::vector<Value>& weights) {
  std::array tables{Table{"rules",
                          {},
                          {{"scheme", "scheme"},
                           {"severity", "weight"},
                           {"rule", "rule"},
                           {"asks", "asks"},
                           {"source", "source"}},
                          {}},
                    weights_table(weights)};
  for (const auto& row : rows) add_row(tables.front(), row);
  print_tables(call, std::span(tables).first(weights.empty() ? 1 : tables.size()));
}

int run_rules(Call& call, const RulesOptions& options) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv});
  if (!options.rule.empty() && (options.test || options.rule != matching_word))
    actions::must_be_rule(options.rule);
  ReadingRoom room = call.open("rules", options.test ? store::Examples::read : store::Examples::leave);
  store::require_sound(room.desk().reader());
  if (options.test) return run_tests(call, room, options);
  const Day on = options.on.value_or(room.desk().today());
  const auto rows = rows_in_force(room.desk(), options, on);
  const auto weights = weights_in_force(room.desk(), options, on);
  if (call.globals.format == Format::json) {
    print_json(call, room, rows, weights);
  } else if (call.globals.format == Format::text) {
    print_text(call, options, rows, weights);
  } else {
    print_csv(call, rows, weights);
  }
  return 0;
}

}  // namespace

void add_rules(Verb& verb) {
  auto options = std::make_shared<RulesOptions>();
  verb.positional(
      "RULE", options->rule,
      "the rule to explain, such as commitment.time; or matching, for what counts in a suggestion",
      Needed::no);
  verb.option("--scheme", options->scheme, "of that scheme alone");
  verb.day("--on", options->on, "show what was in force on that day");
  verb.flag(
      "--test", options->test,
      "run the worked examples that the policies carry, and show those that do not hold; of a rule, all");
  verb.runs([options](Call& call) { return run_rules(call, *options); });
}

}  // namespace mentor::cmd
