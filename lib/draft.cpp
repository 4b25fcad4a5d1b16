#include "draft.h"

#include "git/merge_file.h"
#include "store/atomic_file.h"

namespace mentor {

namespace {

namespace fs = std::filesystem;

/// `mentors/M-7KQ2D` for `mentors/M-7KQ2D.yaml`.
std::string without_ending(const std::string& path) { return path.substr(0, path.rfind('.')); }

}  // namespace

Draft::Draft(const git::Repository& repository, const std::string& path)
    : git_folder_(repository.git_path("")),
      folder_("mentorctl-edit/" + without_ending(repository.prefix() + path)),
      copy_(folder_ + "/" + fs::path(path).filename().string()),
      before_(folder_ + "/before") {
  std::error_code ignored;
  fs::create_directories(git_folder_ / folder_, ignored);
  fs::permissions(git_folder_ / "mentorctl-edit", fs::perms::owner_all, ignored);
  lock_.emplace(git_folder_ / (folder_ + ".lock"), store::Hold::exclusive, "edit",
                std::chrono::milliseconds(0), store::Lock::Heirs::none, "'" + path + "'");
}

fs::path Draft::file() const { return git_folder_ / copy_; }

bool Draft::is_there() const { return store::read_file(git_folder_, copy_).has_value(); }

std::string Draft::before() const { return store::read_file(git_folder_, before_).value_or(""); }

std::string Draft::now() const { return store::read_file(git_folder_, copy_).value_or(""); }

void Draft::begin(const std::string& bytes) const {
  store::write_file(git_folder_, before_, bytes);
  store::write_file(git_folder_, copy_, bytes);
}

// Killed between the two, the next edit merges once more, and gets the same.
void Draft::begin_again(const std::string& bytes) const {
  const git::Versions versions{now(), before(), bytes};
  store::write_file(git_folder_, copy_, git::merge_file(versions, "what you typed", "recorded meanwhile"));
  store::write_file(git_folder_, before_, bytes);
}

void Draft::drop() const {
  std::error_code ignored;
  fs::remove_all(git_folder_ / folder_, ignored);
}

}  // namespace mentor
