#include <ostream>

#include "base/text.h"
#include "base/trouble.h"
#include "cmd/commands.h"
#include "cmd/made_report.h"
#include "cmd/print_report.h"
#include "cmd/reading.h"
#include "cmd/report_file.h"
#include "cmd/report_mail.h"
#include "cmd/verify.h"

namespace mentor::cmd {

namespace {

struct ReportOptions {
  std::string name;
  AskedReport asked;
  std::string told_to;
  std::vector<std::string> mail;
  std::string output;
  std::string verify;
};

int make_and_print(const Call& call, const AskedReport& asked, const std::vector<std::string>& mail) {
  must_be_format(call.globals.format, {Format::text, Format::json, Format::csv, Format::md, Format::html});
  ReadingRoom room = call.open("report");
  room.expect_unrecorded();
  const Made made = make_report(room, asked);
  if (mail.empty()) {
    print_report(call, room, made);
  } else {
    print_mail(call, room, made, mail);
  }
  for (const auto& note : made.notes) call.io.err << "note: " << note << '\n';
  return status_of(made.report.findings);
}

AskedReport asked_of(const ReportOptions& options) {
  AskedReport asked = options.asked;
  if (!options.name.empty()) asked.name = options.name;
  asked.for_young_person = !options.told_to.empty();
  if (asked.for_young_person && options.told_to != "young-person")
    throw usage("--for: {} is nobody whom it is told to, say young-person or leave it out",
                in_quotes(options.told_to));
  if (!options.mail.empty()) must_be_mail(asked, options.mail);
  return asked;
}

/// What a report was asked for is told by its file.
void must_only_name(const ReportOptions& options) {
  if (!options.output.empty()) throw usage("-o: --verify makes no file, leave it out");
  const AskedReport& asked = options.asked;
  const auto refuse = [](bool is_given, std::string_view option) {
    if (is_given) throw usage("{}: the file that --verify reads says it itself, leave it out", option);
  };
  refuse(!asked.match.empty(), "MATCH");
  refuse(asked.from.has_value(), "--from");
  refuse(asked.to.has_value(), "--to");
  refuse(!options.told_to.empty(), "--for");
  refuse(!asked.since.empty(), "--since");
  refuse(asked.ids_only, "--ids-only");
  refuse(!options.mail.empty(), "--mail");
}

int run_report(const Call& call, const ReportOptions& options) {
  if (!options.verify.empty()) {
    must_only_name(options);
    return verify(call, options.verify, options.name, [](const Call& again, const MadeFrom& from) {
      static_cast<void>(make_and_print(again, from.asked, {}));
    });
  }
  const AskedReport asked = asked_of(options);
  const auto print = [&](const Call& into) { return make_and_print(into, asked, options.mail); };
  return options.output.empty() ? print(call) : into_file(call, options.output, print);
}

}  // namespace

void add_report(Verb& verb) {
  auto options = std::make_shared<ReportOptions>();
  AskedReport& asked = options->asked;
  verb.positional(
      "NAME", options->name,
      "nightly (when not given), caseload, commitment, pool, reach, impact, expenses, capacity, board or "
      "journey",
      Needed::no);
  verb.positional("MATCH", asked.match, "of journey: whose story it is", Needed::no);
  verb.option("--from DAY", asked.from, "count what happened on that day and later");
  verb.option("--to DAY", asked.to, "count what happened up to that day, as things stood then");
  verb.option("--for WHOM", options->told_to,
              "of journey: young-person leaves out what is not theirs to read");
  verb.option(
      "--since REV|DATE", asked.since,
      "of nightly: what changed, broke and was mended since that commit or day, else since the day before");
  verb.flag("--ids-only", asked.ids_only,
            "of nightly: with identifiers alone, no names and nothing that somebody wrote, for a report that "
            "leaves the building");
  verb.option("--mail ADDRESS", options->mail,
              "of nightly: as a message to that address, for `sendmail -t -i`");
  verb.option("-o FILE", options->output,
              "write it into that file, whole or not at all, instead of showing it");
  verb.option("--verify FILE", options->verify,
              "make a report that was kept in a file again from its commit, and say whether it is the same");
  verb.runs([options](Call& call) { return run_report(call, *options); });
}

}  // namespace mentor::cmd
