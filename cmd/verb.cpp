#include "cmd/verb.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <istream>
#include <ostream>

#include "base/text.h"

namespace mentor::cmd {

std::string option_name(std::string_view key) {
  std::string name = "--" + std::string(key);
  std::ranges::replace(name, '_', '-');
  return name;
}

void must_be_text(const std::string& option, const std::string& text) {
  if (text.empty()) throw Trouble(Cause::usage, option + " has no value");
  if (const auto bad = first_bad_character(text)) {
    throw Trouble(Cause::usage, fmt::format("{}: {} is not allowed in a record", option, bad->what));
  }
}

std::function<bool()> Verb::add(const std::string& name, std::string_view help,
                                std::function<void(const std::string&)> take, Repeats repeats) {
  const CLI::callback_t read = [take = std::move(take)](const CLI::results_t& texts) {
    for (const auto& text : texts) take(text);
    return true;
  };
  // Exactly one value each time, so that a text arrives as it was typed and no word behind it is swallowed.
  CLI::Option* option = app_.add_option(name, read, std::string(help))->expected(1)->allow_extra_args(false);
  if (repeats == Repeats::yes) option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return [option] { return option->count() > 0; };
}

void Verb::need(Needed needed, Need need) {
  if (needed == Needed::yes) needs_.push_back(std::move(need));
}

void Verb::flag(const std::string& name, bool& target, std::string_view help) {
  app_.add_flag(name, target, std::string(help));
}

void Verb::positional(const std::string& name, std::string& target, std::string_view help, Needed needed) {
  const auto read = [&target](const std::string& text) { target = text; };
  need(needed, {name, std::string(help), add(name, help, read, Repeats::no), read});
}

void Verb::positionals(const std::string& name, std::vector<std::string>& target, std::string_view help) {
  const CLI::Option* option = app_.add_option(name, target, std::string(help));
  need(Needed::yes, {name, std::string(help), [option] { return option->count() > 0; },
                     [&target](const std::string& text) { target = {text}; }});
}

void Verb::ask(Call& call, const Need& need) const {
  for (std::string text; call.io.err << need.help << ": " << std::flush, std::getline(call.io.in, text);) {
    try {
      return need.take(text);
    } catch (const Trouble& trouble) {
      call.io.err << trouble.what() << '\n';
    }
  }
  throw Trouble(Cause::usage, need.name + " is missing");
}

int Verb::run(Call& call) const {
  std::vector<std::string> missing;
  for (const auto& need : needs_) {
    if (need.given()) continue;
    if (call.io.asks) {
      ask(call, need);
    } else {
      missing.push_back(need.name);
    }
  }
  if (missing.empty()) return run_(call);
  throw Trouble(Cause::usage, fmt::format("{} {} missing, see 'mentorctl {} --help'", join(missing, ", "),
                                          missing.size() == 1 ? "is" : "are", app_.get_name()));
}

}  // namespace mentor::cmd
