#include "cmd/verb.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

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
  if (text.find_first_not_of(" \t\n") == std::string::npos)
    throw Trouble(Cause::usage, option + " has no value");
  if (const auto bad = forbidden_in_text(text)) {
    throw Trouble(Cause::usage, fmt::format("{}: {} is not allowed in a record", option, *bad));
  }
}

namespace {

std::string spaced(std::string key) {
  std::ranges::replace(key, '_', ' ');
  return key;
}

}  // namespace

std::string_view value_name(Kind kind) {
  switch (kind) {
    case Kind::date:
      return "DATE";
    case Kind::span:
      return "TIME";
    case Kind::truth:
      return "yes|no";
    case Kind::minutes:
      return "MINUTES";
    case Kind::money:
      return "POUNDS";
    case Kind::share:
      return "SHARE";
    case Kind::count:
      return "NUMBER";
    case Kind::ages:
      return "AGES";
    case Kind::id:
      return "ID";
    case Kind::word:
      return "WORD";
    case Kind::text:
    case Kind::group:
    case Kind::entry:
      break;
  }
  return "TEXT";
}

std::string OptionHelp::in_full() const {
  std::string full = means;
  if (!words.empty()) full += "; one of " + join(words, ", ");
  if (!vocabulary.empty()) full += "; one of the scheme's " + spaced(vocabulary);
  if (has_name() && repeats == Repeats::yes) full += "; once for each";
  return full;
}

std::string Verb::name() const { return app_.get_name(); }

void Verb::add(const OptionHelp& help, Take take) {
  const CLI::callback_t read = [take](const CLI::results_t& texts) {
    for (const auto& text : texts) take(text);
    return true;
  };
  // Exactly one value each time, so that a text arrives as it was typed and no word behind it is swallowed.
  CLI::Option* option = app_.add_option(help.name, read)->expected(1)->allow_extra_args(false);
  if (help.repeats == Repeats::yes) option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add(
      help, [option] { return option->count() > 0; }, std::move(take));
}

void Verb::add(const OptionHelp& help, std::function<bool()> given, Take take) {
  options_.push_back(help);
  if (help.needed == Needed::yes) needs_.push_back({help, std::move(given), std::move(take)});
}

void Verb::flag(const std::string& name, bool& target, std::string_view help) {
  app_.add_flag(name, target);
  options_.push_back({name, "", std::string(help)});
}

void Verb::positional(const std::string& name, std::string& target, std::string_view help, Needed needed) {
  add({name, "", std::string(help), needed}, [&target](const std::string& text) { target = text; });
}

void Verb::positionals(const std::string& name, std::vector<std::string>& target, std::string_view help) {
  const CLI::Option* option = app_.add_option(name, target);
  add(
      {name, "", std::string(help), Needed::yes, Repeats::yes}, [option] { return option->count() > 0; },
      [&target](const std::string& text) { target = {text}; });
}

void Verb::ask(Call& call, const Need& need) const {
  for (std::string text;
       call.io.err << need.help.in_full() << ": " << std::flush, std::getline(call.io.in, text);) {
    try {
      return need.take(text);
    } catch (const Trouble& trouble) {
      call.io.err << visible(trouble.what()) << '\n';
    }
  }
  throw Trouble(Cause::usage, need.help.name + " is missing");
}

int Verb::run(Call& call) const {
  std::vector<std::string> missing;
  for (const auto& need : needs_) {
    if (need.given() || told_otherwise_()) continue;
    if (call.io.asks) {
      ask(call, need);
    } else {
      missing.push_back(need.help.name);
    }
  }
  if (missing.empty()) return run_(call);
  throw Trouble(Cause::usage, fmt::format("{} {} missing, see 'mentorctl {} --help'", join(missing, ", "),
                                          missing.size() == 1 ? "is" : "are", app_.get_name()));
}

}  // namespace mentor::cmd
