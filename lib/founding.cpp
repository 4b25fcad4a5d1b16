#include "founding.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.h"
#include "base/text.h"
#include "example.h"
#include "git/repository.h"
#include "merge_driver.h"
#include "policy/presets.h"
#include "store/edition_file.h"
#include "store/journal.h"
#include "store/paths.h"
#include "store/record_file.h"
#include "transaction.h"

namespace mentor {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view git_attributes =
    "# Records are kept to the byte, and merged record by record, never line by line.\n"
    "*.yaml -text merge=mentorctl\n";
constexpr std::string_view ignored =
    "# What editors and interrupted commands leave.\n"
    "*~\n"
    ".*.swp\n"
    ".mentorctl-*.tmp\n";
constexpr std::string_view settings_head =
    "# The settings of this data directory; this file marks its root.\n";
constexpr std::string_view settings_tail =
    "# contacts: whom a mentor calls after the young person's own contacts, first one first, such as\n"
    "#   [\"Jo Field, Service Manager, 01709 000000\"]\n";

std::vector<std::string> preset_names() {
  std::vector<std::string> names;
  for (const auto& preset : policy::presets()) {
    if (names.empty() || names.back() != preset.scheme) names.emplace_back(preset.scheme);
  }
  return names;
}

/// A scheme's name is a folder's too.
void must_be_name(const std::string& scheme) {
  const auto allowed = [](char each) {
    return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-';
  };
  if (!scheme.empty() && scheme.front() != '-' && std::ranges::all_of(scheme, allowed)) return;
  throw Trouble(Cause::usage,
                fmt::format("--scheme: {} can't be a scheme's name, write small letters, digits and "
                            "hyphens, such as south-tyneside",
                            in_quotes(scheme)));
}

/// The example's people are in the schemes that come with the program.
void must_have_example(const Founding& founding, const std::string& scheme) {
  if (founding.example == WithExample::no) return;
  throw Trouble(Cause::usage,
                fmt::format("--example: there is none for {}, leave the option out or take one of: {}",
                            in_quotes(scheme), preset_choices()));
}

void must_have_presets(const Founding& founding) {
  const auto known = preset_names();
  if (!founding.like.empty() && !has_preset(founding.like)) {
    throw Trouble(Cause::usage, fmt::format("--like: there is no preset {}{}", in_quotes(founding.like),
                                            suggestion(founding.like, known)));
  }
  for (const auto& scheme : founding.schemes) {
    if (has_preset(scheme)) continue;
    must_be_name(scheme);
    must_have_example(founding, scheme);
    if (!founding.like.empty()) continue;
    throw Trouble(
        Cause::usage,
        fmt::format("--scheme: there is no preset for {}{}; to begin with a copy of the one nearest to "
                    "yours, add --like and its name: {}",
                    in_quotes(scheme), suggestion(scheme, known), preset_choices()));
  }
}

/// The preset as a scheme of another name has it, to be changed by those whose scheme it is.
std::string copy_of(const policy::Preset& preset, const std::string& scheme) {
  const std::string own_line = fmt::format("\nscheme: {}\n", preset.scheme);
  std::string text(preset.text);
  text.replace(text.find(own_line), own_line.size(), fmt::format("\nscheme: {}\n", scheme));
  return fmt::format(
             "# Copied from the policy of {}: change the title, the figures and their sources to what {} "
             "agreed.\n#\n",
             preset.scheme, scheme) +
         text;
}

/// The editions that a scheme begins with.
void add_policy(const std::string& scheme, const Founding& founding, store::Change& change) {
  const bool own = !has_preset(scheme);
  for (const auto& preset : policy::presets()) {
    if (preset.scheme != (own ? founding.like : scheme)) continue;
    const std::string file(preset.file.substr(preset.file.rfind('/') + 1));
    change.files[fmt::format("{}/{}", store::policy_folder(scheme), file)] = own ? copy_of(preset, scheme)
                                                                                 : std::string(preset.text);
  }
}

/// The directory's own name, however it was given: `scheme/` and `.` have one too.
std::string own_name(const fs::path& directory) {
  const fs::path path = fs::absolute(directory).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

std::string organisation_of(const Founding& founding) {
  if (!founding.organisation.empty()) return founding.organisation;
  std::string name = own_name(founding.directory);
  if (!name.empty() && !first_bad_character(name)) return name;
  throw Trouble(Cause::usage, "--organisation is missing, and the directory's name cannot stand for it");
}

std::vector<std::string> each_once(const std::vector<std::string>& names) {
  std::vector<std::string> once;
  for (const auto& name : names) {
    if (std::ranges::find(once, name) == once.end()) once.push_back(name);
  }
  return once;
}

std::string first_settings(const std::string& organisation, const std::vector<std::string>& schemes) {
  Settings settings;
  settings.organisation = organisation;
  settings.schemes = schemes;
  return std::string(settings_head) + store::write_record(settings) + std::string(settings_tail);
}

store::Change first_change(const Founding& founding) {
  store::Change change;
  const std::string organisation = organisation_of(founding);
  const auto schemes = each_once(founding.schemes);
  change.files[std::string(store::settings_path)] = first_settings(organisation, schemes);
  change.files[std::string(store::attributes_path)] = record_attributes();
  change.files[std::string(store::ignored_path)] = ignored;
  for (const auto& scheme : schemes) add_policy(scheme, founding, change);
  if (founding.example == WithExample::yes) add_example(organisation, schemes, change);
  change.sentence = fmt::format("begin records for {}", join(schemes, ", "));
  change.trailers = {{std::string(store::trailer::command), "init"}};
  return change;
}

/// Takes away what was made when the rest does not come off.
class Undo {
 public:
  explicit Undo(fs::path directory)
      : directory_(std::move(directory)),
        existed_(fs::exists(directory_)),
        had_git_(fs::exists(directory_ / ".git")) {}
  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;
  ~Undo() {
    std::error_code ignore;
    if (done_) return;
    if (!existed_) {
      fs::remove_all(directory_, ignore);
    } else if (!had_git_) {
      fs::remove_all(directory_ / ".git", ignore);
    }
  }
  void keep() { done_ = true; }

 private:
  fs::path directory_;
  bool existed_;
  bool had_git_;
  bool done_ = false;
};

/// What an init that was killed wrote is taken away, unless it was committed.
void recover_earlier(const fs::path& directory) {
  if (!store::has_journal(directory / ".git")) return;
  const git::Repository repository(directory);
  const ReadHold hold(repository, "init");
}

void must_be_new(const fs::path& directory) {
  if (directory.empty()) throw Trouble(Cause::usage, "DIR has no value");
  if (fs::exists(directory / store::settings_path)) {
    throw Trouble(Cause::usage, fmt::format("{} is a data directory already", in_quotes(directory.string())));
  }
  if (fs::exists(directory) && !fs::is_directory(directory)) {
    throw Trouble(Cause::usage, fmt::format("{} is no directory", in_quotes(directory.string())));
  }
}

/// Nobody's file is written over.
void must_be_free(const fs::path& directory, const store::Change& change) {
  for (const auto& [path, bytes] : change.files) {
    if (!fs::exists(directory / path)) continue;
    throw Trouble(Cause::person, fmt::format("there is a file {} in {} already, move it away first",
                                             in_quotes(path), in_quotes(directory.string())));
  }
}

}  // namespace

std::string_view record_attributes() { return git_attributes; }

bool has_preset(std::string_view scheme) {
  return std::ranges::find(policy::presets(), scheme, &policy::Preset::scheme) != policy::presets().end();
}

std::string preset_choices() {
  std::vector<std::string> choices;
  for (const auto& name : preset_names()) {
    const auto first = std::ranges::find(policy::presets(), name, &policy::Preset::scheme);
    choices.push_back(
        fmt::format("{} ({})", name, store::edition_in(first->text, std::string(first->file)).title));
  }
  return join(choices, ", ");
}

store::Change founding_change(const Founding& founding) {
  must_have_presets(founding);
  must_be_new(founding.directory);
  store::Change change = first_change(founding);
  must_be_free(founding.directory, change);
  return change;
}

std::string found(const Founding& founding) {
  recover_earlier(founding.directory);
  const store::Change change = founding_change(founding);
  Undo undo(founding.directory);
  std::error_code error;
  fs::create_directories(founding.directory, error);
  if (error) {
    throw Trouble(Cause::machine,
                  fmt::format("cannot make {}: {}", in_quotes(founding.directory.string()), error.message()));
  }
  if (!fs::exists(founding.directory / ".git")) {
    git::Repository::initialise(founding.directory);
    // Its objects hold what the records hold, and git lets everybody read them.
    fs::permissions(founding.directory / ".git", fs::perms::owner_all);
  }
  git::Repository repository(founding.directory, git::Repository::For::writing);
  if (!founding.program.empty()) install_merge_driver(repository, founding.program);
  std::string commit = Transaction(founding.directory, repository, "init").commit(change);
  undo.keep();
  return commit;
}

}  // namespace mentor
