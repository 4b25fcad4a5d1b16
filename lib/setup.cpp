#include "setup.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>

#include "base/errors.h"
#include "base/text.h"
#include "founding.h"
#include "git/settings.h"
#include "merge_driver.h"
#include "store/atomic_file.h"
#include "store/paths.h"
#include "store/source.h"
#include "transaction.h"

namespace mentor {

namespace {

namespace fs = std::filesystem;

constexpr auto of_others = fs::perms::group_all | fs::perms::others_all;

/// Of the file that a link leads to, too.
std::optional<std::string> bytes_of(const fs::path& file) {
  std::error_code gone;
  const fs::path real = fs::canonical(file, gone);
  if (gone) return std::nullopt;
  return store::read_file(real.parent_path(), real.filename().string());
}

/// In one piece, in a folder that is made if it isn't there.
void put(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  store::write_file(file.parent_path(), file.filename().string(), text);
}

Provision identity(const Machine& machine, git::Repository& repository) {
  Provision provision{"identity", "the history says who recorded what", {}, {}, {}};
  const bool told = !machine.name.empty() || !machine.email.empty();
  const auto known = repository.identity();
  if (known && !told) return provision;
  provision.lacks = known ? "somebody else is to be named from now on" : "git doesn't know who you are";
  if (!known && (machine.name.empty() || machine.email.empty())) {
    provision.by_hand = "say it with 'mentorctl setup --name NAME --email ADDRESS'";
    return provision;
  }
  provision.mend = [&] {
    if (!machine.name.empty()) git::set(repository, "user.name", machine.name);
    if (!machine.email.empty()) git::set(repository, "user.email", machine.email);
  };
  return provision;
}

Provision merge_driver(const Machine& machine, const git::Repository& repository) {
  Provision provision{
      "merge-driver", "git merges what two people wrote record by record, not line by line", {}, {}, {}};
  if (has_merge_driver(repository, machine.program)) return provision;
  provision.lacks = "git doesn't ask this program";
  provision.mend = [&] { install_merge_driver(repository, machine.program); };
  return provision;
}

Provision attributes(const Machine& machine, git::Repository& repository) {
  Provision provision{"attributes", "records are kept to the byte and go to the merge driver", {}, {}, {}};
  if (git::attribute(repository, "merge", "mentors/M-00000.yaml") == "mentorctl") return provision;
  provision.lacks = "'.gitattributes' doesn't send records to the merge driver";
  provision.mend = [&] {
    const store::FolderSource source(machine.root);
    std::string text = source.read(store::attributes_path).bytes.value_or("");
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    store::Change change;
    change.files[std::string(store::attributes_path)] = text + std::string(record_attributes());
    change.sentence = "send records to the merge driver";
    change.trailers = {{std::string(store::trailer::command), "setup"}};
    (void)Transaction(machine.root, repository, "setup").commit(change);
  };
  return provision;
}

constexpr std::string_view hook_head = "#!/bin/sh\n# Written by 'mentorctl setup'.\n";

constexpr std::string_view lines_begin = "if [ -x ";
constexpr std::string_view lines_end = "\nfi\n";

/// What is run for one data directory, by whichever program. A hook starts at the top of the work tree.
std::string hook_check(const git::Repository& repository) {
  const std::string& prefix = repository.prefix();
  return fmt::format(" --data {} check --staged ", in_shell(prefix.empty() ? "." : prefix));
}

/// The lines that run the check. A program that is gone stops nobody.
std::string hook_lines(const Machine& machine, const git::Repository& repository) {
  return fmt::format(
      "{0}{1} ]; then\n"
      "  {1}{2}|| exit $?\n"
      "else\n"
      "  echo 'mentorctl is gone from where it was, nothing was checked: run mentorctl setup' >&2{3}",
      lines_begin, in_shell(machine.program.string()), hook_check(repository), lines_end);
}

/// A hook of ours without the lines for one data directory: those for others stay.
std::string without_lines(std::string hook, const std::string& check) {
  for (std::size_t at = 0; (at = hook.find(check)) != std::string::npos;) {
    const std::size_t begin = hook.rfind(lines_begin, at);
    const std::size_t end = hook.find(lines_end, at);
    if (begin == std::string::npos || end == std::string::npos) return hook;
    hook.erase(begin, end + lines_end.size() - begin);
  }
  if (!hook.ends_with('\n')) hook += '\n';
  return hook;
}

bool can_run(const fs::path& file) {
  std::error_code gone;
  return (fs::status(file, gone).permissions() & fs::perms::owner_exec) != fs::perms::none;
}

Provision hook(const Machine& machine, const git::Repository& repository) {
  Provision provision{"hook", "what is committed by hand is checked first", {}, {}, {}};
  const git::Hooks hooks = git::hooks(repository);
  const fs::path file = hooks.folder / "pre-commit";
  const std::string lines = hook_lines(machine, repository);
  const auto found = bytes_of(file);
  if (found && found->find(lines) != std::string::npos && can_run(file)) return provision;
  std::error_code gone;
  const bool is_link = fs::is_symlink(fs::symlink_status(file, gone));
  const bool is_free = !is_link && (!found || found->starts_with(hook_head));
  provision.lacks = !is_free ? "the pre-commit hook is somebody's own, and doesn't run the check"
                    : found  ? "the pre-commit hook doesn't run this program here, or cannot be run"
                             : "there is no pre-commit hook";
  if (!is_free || hooks.elsewhere) {
    provision.by_hand = fmt::format("add to '{}':\n{}", file.string(), lines);
    return provision;
  }
  provision.mend =
      [file, text = without_lines(found.value_or(std::string(hook_head)), hook_check(repository)) + lines] {
        put(file, text);
        fs::permissions(file, fs::perms::owner_all);
      };
  return provision;
}

/// The records that others on this machine could read, or write; and git's folders, which hold them all.
std::vector<fs::path> open_to_others(const fs::path& root, const git::Repository& repository) {
  std::vector<fs::path> open;
  const auto look_at = [&](const fs::path& path) {
    std::error_code gone;
    const auto about = fs::symlink_status(path, gone);
    if (gone || fs::is_symlink(about) || !fs::exists(about)) return;
    if ((about.permissions() & of_others) != fs::perms::none) open.push_back(path);
  };
  const fs::path own = repository.git_path("");
  const fs::path common = git::common_folder(repository);
  std::error_code unknown;
  if (!fs::equivalent(own, common, unknown)) look_at(common);
  look_at(own);
  for (const auto& path : git::tracked_files(repository)) look_at(root / path);
  return open;
}

Provision permissions(const Machine& machine, const git::Repository& repository) {
  Provision provision{"permissions", "nobody else on this machine reads the records", {}, {}, {}};
  auto open = open_to_others(machine.root, repository);
  if (open.empty()) return provision;
  provision.lacks = fmt::format("{} open to other people of this machine",
                                counted(open.size(), "file or folder is", "files and folders are"));
  provision.mend = [open = std::move(open)] {
    for (const auto& path : open) fs::permissions(path, of_others, fs::perm_options::remove);
  };
  return provision;
}

Provision completion(const Machine& machine) {
  Provision provision{"completion", "the tab key completes commands and options in bash", {}, {}, {}};
  if (machine.completion_file.empty()) {
    provision.lacks = "there is no home directory to put it in";
    provision.by_hand = "set HOME";
    return provision;
  }
  const auto found = bytes_of(machine.completion_file);
  if (found == machine.completion) return provision;
  provision.lacks = found ? "it is that of another version" : "it is not there";
  provision.mend = [&] { put(machine.completion_file, machine.completion); };
  return provision;
}

}  // namespace

std::vector<Provision> provisions(const Machine& machine, git::Repository& repository) {
  std::vector<Provision> all;
  all.push_back(identity(machine, repository));
  all.push_back(merge_driver(machine, repository));
  all.push_back(attributes(machine, repository));
  all.push_back(hook(machine, repository));
  all.push_back(permissions(machine, repository));
  all.push_back(completion(machine));
  return all;
}

}  // namespace mentor
