#include "reports/figures.h"

#include <utility>

namespace mentor::reports {

Column column_of(const Stretch& stretch) {
  return {std::string(stretch.key), std::string(stretch.heading), Shown::always, Says::facts, Holds::numbers};
}

FigureTable::FigureTable(std::string key, std::string title, std::vector<const Stretch*> stretches)
    : stretches_(std::move(stretches)) {
  table_.key = std::move(key);
  table_.title = std::move(title);
  table_.columns = {{"figure", "", Shown::data}, {"what", "", Shown::people}};
  for (const Stretch* each : stretches_) table_.columns.push_back(column_of(*each));
}

FigureTable& FigureTable::rows(const std::vector<Called>& called,
                               const std::function<std::vector<Value>(const Stretch&)>& values_of) {
  const std::size_t first = table_.rows.size();
  for (const auto& [key, words] : called)
    table_.rows.push_back({Value::of_token(key), Value::of_text(words)});
  for (const Stretch* each : stretches_) {
    std::vector<Value> values = each->is_recorded ? values_of(*each) : std::vector<Value>(called.size());
    for (std::size_t i = 0; i < called.size(); ++i) table_.rows[first + i].push_back(std::move(values[i]));
  }
  return *this;
}

FigureTable& FigureTable::section(std::string section) {
  table_.section = std::move(section);
  return *this;
}

FigureTable& FigureTable::about(std::string about) {
  table_.about = std::move(about);
  return *this;
}

FigureTable& FigureTable::chart(std::string title) {
  Chart chart{Chart::Kind::bars, std::move(title), 1, {}};
  for (std::size_t i = 2; i < table_.columns.size(); ++i) chart.values.push_back(i);
  table_.chart = std::move(chart);
  return *this;
}

}  // namespace mentor::reports
