#include "cmd/weights.h"

#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "model/codec.h"
#include "render/text.h"

namespace mentor::cmd {

namespace {

constexpr std::string_view source_key = key_of(&policy::Weights::source);
constexpr std::string_view weights_key = "weights";

std::string weights_in_words(const Value& weights) {
  std::vector<std::string> parts;
  for (const auto& [key, place, offset, value] : weights.members)
    parts.push_back(fmt::format("{}: {}", key, render::plain_text(value)));
  return join(parts, ", ");
}

}  // namespace

Value weights_of(const policy::Edition& edition) {
  Value weights = encode(edition.weights());
  std::erase_if(weights.members, [](const Member& each) { return each.key == source_key; });
  const std::string source = edition.matching ? edition.matching->source
                                              : "not in the policy; set by the program";
  Value value = Value::of_map();
  value.add("scheme", Value::of_token(edition.scheme));
  value.add("in_force", Value::of_token(edition.in_force.iso()));
  value.add(weights_key, std::move(weights));
  value.add(source_key, Value::of_text(source));
  return value;
}

void explain_weights(const Call& call) {
  call.io.out << fmt::format(
      "{}: how much each reason counts in a suggestion, in points; what a policy leaves out counts as the "
      "program has it\n",
      matching_word);
  for_each_field<policy::Weights>(
      [&](const auto& each) { call.io.out << fmt::format("  {}: {}\n", each.key, each.means); });
  call.io.out << '\n';
}

void print_weights(const Call& call, const Value& weights) {
  constexpr std::size_t margin = 8;
  call.io.out << fmt::format("points  {} ({})\n", matching_word, weights.find("scheme")->value.text);
  for (const auto& text :
       {weights_in_words(weights.find(weights_key)->value), weights.find(source_key)->value.text}) {
    for (const auto& line : wrap(visible(text), call.io.width - margin))
      call.io.out << std::string(margin, ' ') << line << '\n';
  }
}

Table weights_table(const std::vector<Value>& weights) {
  Table table{std::string(matching_word),
              {},
              {{"scheme", "scheme"}, {"weight", "weight"}, {"counts", "counts"}, {"source", "source"}},
              {}};
  for (const auto& each : weights) {
    for (const auto& [key, place, offset, value] : each.find(weights_key)->value.members)
      table.rows.push_back(
          {each.find("scheme")->value, Value::of_token(key), value, each.find(source_key)->value});
  }
  return table;
}

}  // namespace mentor::cmd
