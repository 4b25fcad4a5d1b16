/// Changes of whole files, as people or the history made them: no action planned them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/change.h"
#include "store/source.h"
#include "workspace.h"

namespace mentor {

/// Path to bytes, or to nothing where there is no file.
using Files = store::OverlaySource::Files;

/// What paths are called in the history: by the identifiers of their records, the settings, activities and
/// policies by themselves. A name that is no identifier may be somebody's, and stands for nothing.
[[nodiscard]] std::vector<std::string> names_of(const Files& files);

/// `M-7KQ2D, P-9X2MC`, or `12 records`.
[[nodiscard]] std::string in_few_words(const std::vector<std::string>& names);

/// What the last commit holds of these paths.
[[nodiscard]] Files committed(git::Repository& repository, const git::Paths& paths);

/// The change to these files, its reason without the names that the records held before and hold afterwards.
[[nodiscard]] store::Change change_of(const actions::Plan& plan, const Files& files, std::string_view command,
                                      const std::vector<const Register*>& registers);

/// The difference as git shows it. `before` has every path of `after`.
[[nodiscard]] std::string diff_of(const Files& before, const Files& after);

/// Notes what went, so that nobody loses it without noticing.
void note_losses(const Files& before, const Files& after, actions::Plan& plan);

/// What the rules newly say; all of it when the records were not sound before.
[[nodiscard]] Findings new_in(Desk& before, Desk& after);

/// Reads what hangs on a file: on the settings or a policy everything does.
void read_around(store::Reader& reader, const std::string& path);

}  // namespace mentor
