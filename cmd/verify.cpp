#include "cmd/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <sstream>

#include "base/text.h"
#include "cmd/reading.h"
#include "git/objects.h"
#include "render/findings.h"
#include "render/json.h"

namespace mentor::cmd {

namespace {

Kept kept_in(const std::string& bytes, const std::string& file) {
  const auto kept = read_kept(bytes);
  if (!kept) {
    throw Trouble(Cause::usage,
                  fmt::format("--verify: {} is no whole report of this program", in_quotes(file)));
  }
  if (kept->made_from.unrecorded > 0) {
    throw Trouble(Cause::usage,
                  fmt::format("--verify: {} was made while records were changed by hand and not "
                              "recorded, so no commit holds what it says",
                              in_quotes(file)));
  }
  return *kept;
}

void must_be_named(const MadeFrom& from, const std::string& name, const std::string& file) {
  if (name.empty() || name == from.asked.name) return;
  throw Trouble(Cause::usage,
                fmt::format("--verify: {} holds the report {} and not {}, name that one or none",
                            in_quotes(file), in_quotes(from.asked.name), in_quotes(name)));
}

void must_be_here(const git::Repository& repository, const MadeFrom& from) {
  if (git::Objects(repository).find(from.commit + "^{commit}")) return;
  throw Trouble(Cause::usage, fmt::format("--verify: the commit {} that it was made from is not in this "
                                          "repository, fetch it first",
                                          in_quotes(from.commit)));
}

void must_go_by_its_own_clocks(const Call& call) {
  if (!call.looks_back() && !call.globals.today) return;
  throw Trouble(Cause::usage,
                "--verify: the report itself says by which day and commit, leave out --today, --as-of and "
                "--known-at");
}

std::string made_again(const Call& call, const Kept& kept,
                       const std::function<void(const Call& again, const MadeFrom& from)>& print) {
  Globals globals;
  globals.data = call.globals.data;
  globals.format = kept.format;
  globals.known_at = kept.made_from.commit;
  (kept.made_from.later == Later::is_left_out ? globals.as_of : globals.today) = kept.made_from.as_of;
  std::ostringstream out;
  std::ostringstream err;
  Io io{out, err, call.io.in,         false, false, kept.made_from.width, kept.made_from.as_of,
        {},  {},  call.io.environment};
  print({io, globals}, kept.made_from);
  return out.str();
}

/// The first line, from 1, in which they differ; 0 when they are the same.
std::size_t first_difference(std::string_view one, std::string_view other) {
  const auto [in_one, in_other] = std::ranges::mismatch(one, other);
  if (in_one == one.end() && in_other == other.end()) return 0;
  return 1 + static_cast<std::size_t>(std::count(one.begin(), in_one, '\n'));
}

std::string line_at(std::string_view text, std::size_t number) {
  const auto lines = split_lines(text);
  return number <= lines.size() ? visible(lines[number - 1]) : "(nothing)";
}

void print_json(const Call& call, const MadeFrom& from, std::size_t line) {
  Value value = render::object();
  value.add("report", Value::of_token(from.asked.name));
  value.add("as_of", Value::of_token(from.as_of.iso()));
  value.add("commit", Value::of_token(from.commit));
  value.add("same", Value::of_truth(line == 0));
  if (line > 0) value.add("line", Value::of_number(static_cast<std::int64_t>(line)));
  call.io.out << render::to_json(value);
}

}  // namespace

int verify(const Call& call, const std::string& file, const std::string& name,
           const std::function<void(const Call& again, const MadeFrom& from)>& print) {
  must_be_format(call.globals.format, {Format::text, Format::json});
  must_go_by_its_own_clocks(call);
  const std::string bytes = bytes_of("--verify", file);
  const Kept kept = kept_in(bytes, file);
  const MadeFrom& from = kept.made_from;
  must_be_named(from, name, file);
  must_be_here(git::Repository(call.data_directory()), from);
  const std::string again = made_again(call, kept, print);
  const std::size_t line = first_difference(bytes, again);
  const bool is_same = line == 0;
  if (call.globals.format == Format::json) {
    print_json(call, from, line);
  } else if (is_same) {
    call.io.out << fmt::format("the same to the byte: the report '{}' of {}, made again from commit {}\n",
                               from.asked.name, from.as_of.in_words(), from.commit);
  } else {
    call.io.out << fmt::format("line {} differs\n- {}\n+ {}\n", line, line_at(bytes, line),
                               line_at(again, line));
  }
  if (is_same) return 0;
  call.io.err << fmt::format(
      "{} is not what the records said: - is the file, + is made again from commit {}\n", in_quotes(file),
      from.commit);
  if (from.program != MENTORCTL_VERSION)
    call.io.err << fmt::format("it was made by version {} of the program and this is {}, which may be why\n",
                               visible(from.program), MENTORCTL_VERSION);
  return static_cast<int>(Cause::refused);
}

}  // namespace mentor::cmd
