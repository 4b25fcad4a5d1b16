#include "cmd/reasons.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/scalar.h"
#include "policy/severity.h"
#include "render/findings.h"

namespace mentor::cmd {

Value to_value(const matching::Reasons& reasons, const matching::Reasons& urgency) {
  Value list = Value::of_list();
  for (const auto* each : {&reasons, &urgency}) {
    for (const auto& [about, points, says] : *each) {
      Value reason = Value::of_map();
      reason.add("about", Value::of_token(word(about)));
      reason.add("points", Value::of_number(points));
      reason.add("says", Value::of_text(says));
      list.items.push_back(std::move(reason));
    }
  }
  return list;
}

Value texts(const std::vector<std::string>& sentences) {
  Value list = Value::of_list();
  for (const auto& each : sentences) list.items.push_back(Value::of_text(each));
  return list;
}

Value to_value(const matching::NotReady& not_ready) {
  Value value = Value::of_map();
  value.add("mentor", Value::of_token(not_ready.mentor->id.view()));
  value.add("findings", render::to_value(not_ready.findings));
  value.add("because", texts(not_ready.because));
  return value;
}

std::string called(const Mentor& mentor, Day today) {
  std::string name = fmt::format("{} ({})", mentor.name, mentor.id.view());
  if (!mentor.gender.empty()) name += ", " + mentor.gender;
  if (mentor.born) name += fmt::format(", {}", mentor.born->age_on(today));
  return visible(name);
}

std::string called(const YoungPerson& young_person) {
  return visible(fmt::format("{} ({})", young_person.name, young_person.id.view()));
}

std::string line(std::string_view points, std::string_view sentence, std::size_t width) {
  constexpr std::size_t margin = 9;
  std::string lines;
  for (const auto& each : wrap(visible(sentence), width > margin * 3 ? width - margin : width)) {
    lines += fmt::format("{:>7}  {}\n", lines.empty() ? points : "", each);
  }
  return lines;
}

std::string lines(const matching::Reasons& reasons, std::size_t width) {
  std::string text;
  for (const auto& each : reasons)
    text += line(each.points == 0 ? "" : fmt::format("{:+}", each.points), each.says, width);
  return text;
}

std::string lines(const Findings& findings, std::size_t width) {
  std::string text;
  for (const auto& each : findings) text += line(name(each.severity), each.message, width);
  return text;
}

std::string lines(const matching::NotReady& not_ready, Day today, std::size_t width) {
  const auto& [mentor, findings, because] = not_ready;
  std::string text = fmt::format("\n      {}\n", called(*mentor, today));
  for (const auto& each : because) text += line("", each, width);
  return text + lines(findings, width);
}

}  // namespace mentor::cmd
