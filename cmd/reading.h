/// What the commands that read have in common.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "cmd/call.h"
#include "matching/suggestion.h"
#include "render/sink.h"
#include "reports/report.h"

namespace mentor::cmd {

/// What a report of what was read is made from.
[[nodiscard]] reports::Basis basis_of(Desk& desk);

/// All mentors as they offer themselves on the desk's day, with whatever that hangs on read.
[[nodiscard]] matching::Pool pool_of(Desk& desk);

/// Adds `as_of`, `commit` and `policies`: when, from what and by which rules an answer was made.
void add_provenance(Value& value, const ReadingRoom& room, Desk& desk);

/// The bytes of a file that an option names. Throws Trouble (usage) when it can't be read.
[[nodiscard]] std::string bytes_of(std::string_view option, const std::string& file);

/// Adds figures under their keys.
void add_figures(Value& value, const std::vector<reports::Figure>& figures);

/// Writes on standard output.
[[nodiscard]] render::Sink sink_of(const Call& call);

/// Shows tables in the format asked for: text, or CSV. JSON is the caller's.
void print_tables(const Call& call, std::span<const Table> tables);

/// `23 mentors, 32 young people, 25 matches`.
[[nodiscard]] std::string what_was_read(const Register& records);

/// 1 when a `must` is broken that nobody answered for, else 0.
[[nodiscard]] int status_of(const Findings& findings);

}  // namespace mentor::cmd
