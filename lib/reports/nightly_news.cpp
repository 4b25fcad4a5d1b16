#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "reports/cells.h"
#include "reports/findings.h"
#include "reports/nightly.h"

namespace mentor::reports {

namespace {

/// People read of the latest; what somebody wrote who used git may name people.
Table changes_table(std::string key, std::string title, const std::vector<ChangeMade>& changes) {
  constexpr std::size_t most = 10;
  Table table{std::move(key),
              std::move(title),
              {{"commit", "", Shown::data},
               {"at", "", Shown::data},
               {"by", "by", Shown::always, Says::names},
               {"command", "", Shown::data},
               {"how", "with", Shown::people},
               {"sentence", "what", Shown::always, Says::names}},
              {}};
  for (const auto& each : changes) {
    table.rows.push_back({Value::of_token(each.commit), Value::of_token(each.at), Value::of_text(each.by),
                          cell(each.command), Value::of_text(each.command.empty() ? "by hand" : each.command),
                          Value::of_text(each.sentence)});
  }
  Part part{table.title, {}, {}};
  const std::size_t first = changes.size() - std::min(changes.size(), most);
  for (std::size_t i = first; i < changes.size(); ++i) part.rows.push_back(i);
  if (first > 0)
    part.more = fmt::format("and {} before, see 'mentorctl history'", counted(first, "change", "changes"));
  table.parts = {std::move(part)};
  return table;
}

}  // namespace

std::vector<Table> news_tables(const News& news, const Basis& basis) {
  const std::string judged = fmt::format("since {}, both as of {}", news.since, basis.today.in_words());
  std::vector<ChangeMade> silent = news.changes;
  std::erase_if(silent, [](const ChangeMade& each) { return !each.is_by_hand; });
  return {latest_table("broke", "New " + judged, latest_of(news.broke), basis),
          latest_table("lapsed", fmt::format("Newly late since {}, as days passed", news.since),
                       latest_of(news.lapsed), basis),
          latest_table("mended", "Mended " + judged, latest_of(news.mended), basis),
          changes_table("silent", "Changed by hand since " + news.since, silent),
          changes_table("changes", "Changed since " + news.since, news.changes)};
}

}  // namespace mentor::reports
