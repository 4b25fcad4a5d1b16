#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>

#include "base/text.h"
#include "by_hand.h"
#include "cmd/commands.h"
#include "cmd/print.h"
#include "cmd/way_out.h"
#include "draft.h"
#include "render/findings.h"

namespace mentor::cmd {

namespace {

/// Off a terminal nobody says that it is enough.
constexpr int most_openings = 3;

struct EditOptions {
  std::string record;
  bool anew = false;
};

/// One person's work on one record, from the first opening of the editor until it is kept or left.
class Editing {
 public:
  Editing(const Call& call, const EditOptions& options, const std::string& path)
      : call_(call),
        record_(options.record),
        writing_(call.writing("edit")),
        path_(path),
        bytes_(bytes_to_edit(writing_, path)),
        draft_(git::Repository(writing_.root), path) {
    if (options.anew) draft_.drop();
  }

  int run() {
    try {
      begin();
      return until_it_is_kept();
    } catch (const Trouble& trouble) {
      const int status = shown_ ? static_cast<int>(trouble.cause())
                                : print_trouble(call_.io, call_.globals.format, trouble);
      if (!shown_) print_way_out(call_, trouble);
      say_that_it_is_kept();
      return status;
    }
  }

 private:
  void begin() {
    if (!draft_.is_there()) return draft_.begin(bytes_);
    note("going on with what was typed before; --anew begins from the record");
    if (draft_.before() != bytes_) catch_up("the record was changed since");
  }

  /// Lays what was recorded meanwhile under what was typed.
  void catch_up(std::string_view why) {
    draft_.begin_again(bytes_to_edit(writing_, path_));
    const bool conflict = draft_.now().find("\n<<<<<<< ") != std::string::npos;
    note(fmt::format(
        "{}: both are merged{}", why,
        conflict ? ", settle what stands between conflict markers" : ", look it over and save it"));
  }

  int until_it_is_kept() {
    for (int openings = 1;; ++openings) {
      open();
      const std::string typed = draft_.now();
      if (typed == draft_.before()) return leave_unchanged();
      try {
        if (const auto outcome = keep_edited(writing_, {path_, draft_.before(), typed}))
          return keep(*outcome);
        catch_up("the record was changed while you typed");
      } catch (const Trouble& trouble) {
        if (trouble.cause() != Cause::records || !wants_to_mend(trouble, typed, openings)) throw;
      }
    }
  }

  void open() {
    const int status = call_.io.edit(draft_.file());
    if (status == 0) return;
    if (draft_.now() == draft_.before()) draft_.drop();
    constexpr int no_such_program = 127;
    throw Trouble(Cause::machine,
                  status == no_such_program
                      ? std::string("there is no such editor, name yours, for example: export EDITOR=nano")
                      : fmt::format("the editor ended with status {}, so nothing was recorded", status));
  }

  int leave_unchanged() {
    draft_.drop();
    note("nothing was changed");
    return 0;
  }

  int keep(const Outcome& outcome) {
    const int status = print_outcome(call_, outcome);
    if (writing_.dry_run == DryRun::yes) {
      say_that_it_is_kept();
    } else {
      draft_.drop();
    }
    return status;
  }

  /// Shows what is wrong. On a terminal somebody says whether they go on, off one it is until nothing gets
  /// better.
  bool wants_to_mend(const Trouble& trouble, const std::string& typed, int openings) {
    const bool as_wrong_as_before = refused_ == typed;
    refused_ = typed;
    if (!call_.io.asks && (as_wrong_as_before || openings >= most_openings)) return false;
    for (const auto& problem : trouble.problems()) call_.io.err << render::to_text(problem);
    if (!call_.io.asks) return true;
    call_.io.err << "Enter opens the editor again, q leaves it: " << std::flush;
    std::string answer;
    shown_ = !std::getline(call_.io.in, answer) || !answer.empty();
    return !shown_;
  }

  void say_that_it_is_kept() const {
    if (!draft_.is_there()) return;
    note(fmt::format("what you typed is kept, 'mentorctl edit {}' goes on with it", visible(record_)));
  }

  void note(std::string_view text) const { call_.io.err << "note: " << text << '\n'; }

  const Call& call_;
  std::string record_;
  Writing writing_;
  std::string path_;
  std::string bytes_;
  Draft draft_;
  std::string refused_;  ///< what was typed when it was last refused
  bool shown_ = false;   ///< what is wrong with it was shown, and they left it
};

std::string path_of(const Call& call, const std::string& text) {
  ReadingRoom room = call.open("edit");
  return store::find_file(room.desk().reader(), text);
}

int run_edit(Call& call, const EditOptions& options) {
  call.must_be_now("edit");
  return Editing(call, options, path_of(call, options.record)).run();
}

}  // namespace

void add_edit(Verb& verb) {
  auto options = std::make_shared<EditOptions>();
  verb.positional("RECORD", options->record,
                  "a record, one of its entries such as P-9X2MC/S-8F3K2, or a file such as mentorctl.yaml");
  verb.flag("--anew", options->anew, "begin from the record, without what was typed before");
  verb.runs([options](Call& call) { return run_edit(call, *options); });
}

}  // namespace mentor::cmd
