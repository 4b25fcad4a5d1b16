#include "base/finding_value.h"

namespace mentor {

namespace {

Value day_value(const std::optional<Day>& day) { return day ? Value::of_token(day->iso()) : Value(); }

Value number_value(const std::optional<std::int64_t>& number) {
  return number ? Value::of_number(*number) : Value();
}

Value text_value(std::string_view text) { return text.empty() ? Value() : Value::of_token(text); }

Value place_value(std::size_t number) {
  return number == 0 ? Value() : Value::of_number(static_cast<std::int64_t>(number));
}

Value to_value(const std::optional<Answer>& answer) {
  if (!answer) return {};
  Value value = Value::of_map();
  value.add("on", day_value(answer->on));
  value.add("reason", Value::of_text(answer->reason));
  value.add("authorised_by", Value::of_text(answer->authorised_by));
  value.add("until", day_value(answer->until));
  return value;
}

}  // namespace

void add_spot(Value& value, const Spot& spot) {
  value.add("file", text_value(spot.file));
  value.add("line", place_value(spot.place.line));
  value.add("column", place_value(spot.place.column));
}

Value to_value(const Finding& finding) {
  Value value = Value::of_map();
  value.add("rule", Value::of_token(finding.rule));
  value.add("severity", Value::of_token(name(finding.severity)));
  value.add("scheme", text_value(finding.scheme));
  value.add("subject", text_value(finding.subject));
  value.add("mentor", text_value(finding.mentor));
  value.add("young_person", text_value(finding.young_person));
  value.add("message", Value::of_text(finding.message));
  value.add("from", day_value(finding.from));
  value.add("to", day_value(finding.to));
  value.add("due", day_value(finding.due));
  value.add("measured", number_value(finding.measured));
  value.add("required", number_value(finding.required));
  value.add("unit", text_value(finding.unit));
  value.add("source", Value::of_text(finding.source));
  add_spot(value, finding.spot);
  value.add("overridden", to_value(finding.overridden));
  value.add("waived", to_value(finding.waived));
  return value;
}

}  // namespace mentor
