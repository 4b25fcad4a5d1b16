/// People whose records were taken away: the commits still know them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"
#include "model/id.h"

namespace mentor {

/// Those whose name held the text when their record was taken away, which none of the commits that lead to
/// `until` undid; sorted. None for a text of one letter, which is in most names.
[[nodiscard]] std::vector<Id> removed_people(const git::Repository& repository, std::string_view name,
                                             const std::string& until);

}  // namespace mentor
