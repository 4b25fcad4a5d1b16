#include <fmt/format.h>

#include "base/text.h"
#include "exchange/form.h"
#include "exchange/schema_lines.h"
#include "store/yaml.h"

namespace mentor::exchange {

namespace {

constexpr std::size_t line_width = 98;

std::string comment(std::string_view text, std::string_view indentation = "") {
  std::string lines;
  for (const auto& line : wrap(text, line_width - indentation.size()))
    lines += fmt::format("{}# {}\n", indentation, line);
  return lines;
}

enum class Stands : bool { alone, in_group };

/// The form of some schemes, as their policies in force say.
class Printer {
 public:
  Printer(const PaperForm& form, const std::vector<std::string>& schemes, const policy::Policies& policies,
          Day today)
      : form_(form) {
    for (const auto& each : schemes) editions_.push_back(policies.in_force(each, today));
  }

  [[nodiscard]] std::string print() const {
    std::string text;
    for (const auto& each : form_.head) text += (text.empty() ? "" : "#\n") + comment(each);
    if (form_.act) {
      for (const auto* edition : editions_) text += refusals(*edition, *form_.act);
    }
    for (const auto& shape : form_.fields) text += "\n" + lines_of(shape, Stands::alone);
    return text;
  }

 private:
  /// What the scheme refuses such a form for.
  static std::string refusals(const policy::Edition& edition, rules::Act act) {
    std::string lines;
    for (const auto& each : edition.rules) {
      const rules::Rule* rule = rules::find_rule(each.name);
      if (!rule || !rule->refuses.has(act) || each.severity == Severity::advise) continue;
      lines += comment(fmt::format("- {}{}", rule->finds, figures(each)));
    }
    return lines.empty() ? lines : fmt::format("#\n# {} refuses:\n{}", edition.scheme, lines);
  }

  /// ` (from 16, to 25)`.
  static std::string figures(const policy::RawRule& rule) {
    std::vector<std::string> figures;
    for (const auto& [key, place, offset, value] : rule.parameters.members)
      figures.push_back(fmt::format("{} {}", key, value.is_scalar() ? value.text : store::write_flow(value)));
    return figures.empty() ? "" : fmt::format(" ({})", join(figures, ", "));
  }

  [[nodiscard]] std::string lines_of(const FieldShape& shape, Stands stands) const {
    const std::string indentation = stands == Stands::alone ? "" : "  ";
    const bool only_scheme = is_scheme(shape) && editions_.size() == 1;
    std::string lines = comment(std::string(shape.means) + explained(shape, stands), indentation);
    lines += fmt::format("{}{}:{}\n", indentation, shape.key,
                         only_scheme ? " " + editions_.front()->scheme : "");
    if (shape.is_list) lines += indentation + "  -\n";
    for (const auto& each : shape.fields) lines += lines_of(each, Stands::in_group);
    return lines;
  }

  [[nodiscard]] std::string explained(const FieldShape& shape, Stands stands) const {
    std::string text;
    if (is_scheme(shape)) text += ": " + schemes();
    if (!shape.traits.vocabulary.empty()) text += "; " + words(shape.traits.vocabulary);
    if (shape.kind != Kind::text && shape.kind != Kind::group) text += "; " + shape.type;
    if (!shape.traits.required || shape.kind == Kind::group) return text;
    if (stands == Stands::alone) return text + " (needed)";
    return text + (shape.traits.dated ? " (today when empty)" : " (needed with what follows)");
  }

  [[nodiscard]] std::string schemes() const {
    std::vector<std::string> names;
    for (const auto* each : editions_) names.push_back(each->scheme);
    return join(names, " or ");
  }

  /// Of all the schemes where they agree, else scheme by scheme.
  [[nodiscard]] std::string words(std::string_view vocabulary) const {
    std::vector<std::string> by_scheme;
    bool agree = true;
    for (const auto* each : editions_) {
      by_scheme.push_back(fmt::format("{}: {}", each->scheme, words_of(*each, vocabulary)));
      agree = agree && words_of(*each, vocabulary) == words_of(*editions_.front(), vocabulary);
    }
    return agree ? words_of(*editions_.front(), vocabulary) : join(by_scheme, "; ");
  }

  static std::string words_of(const policy::Edition& edition, std::string_view vocabulary) {
    const auto found = edition.words.find(vocabulary);
    if (found == edition.words.end()) return "in any words";
    return found->second.empty() ? "none" : join(found->second, ", ");
  }

  const PaperForm& form_;
  std::vector<const policy::Edition*> editions_;
};

}  // namespace

std::string empty_form(const PaperForm& form, const std::vector<std::string>& schemes,
                       const policy::Policies& policies, Day today) {
  return Printer(form, schemes, policies, today).print();
}

}  // namespace mentor::exchange
