#include "matching/assignment.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cstdint>

namespace mentor::matching {

namespace {

using Graph = lemon::SmartDigraph;
using Cost = std::int64_t;
using Costs = Graph::ArcMap<Cost>;
using Solver = lemon::NetworkSimplex<Graph, int, Cost>;

/// A row's way to a column, or past all of them.
struct Option {
  std::optional<std::size_t> column;
  int score = 0;
  Graph::Arc arc;
};

/// The rows on the left, each with one unit to send; the columns in the middle, which let as many through as
/// they have room for; the sink, which takes all of them and those that no column takes.
class Network {
 public:
  Network(const Scores& scores, const std::vector<std::size_t>& capacities) : options_(scores.size()) {
    sink_ = graph_.addNode();
    for (const std::size_t capacity : capacities) {
      columns_.push_back(graph_.addNode());
      const std::size_t most = std::min(capacity, scores.size());
      add(columns_.back(), sink_, static_cast<int>(most), 0);
    }
    const Cost match = worth_of_a_match(scores);
    for (std::size_t row = 0; row < scores.size(); ++row) add_row(scores[row], options_[row], match);
    supply_[sink_] = -static_cast<int>(scores.size());
  }

  /// Nothing stands in the way of an answer: all rows can do without. From here on, whatever makes that
  /// answer dearer is out of the question.
  void keep_to_the_best() {
    Solver solver(graph_);
    run(solver, cost_);
    for (Graph::ArcIt arc(graph_); arc != lemon::INVALID; ++arc) {
      const Cost reduced = cost_[arc] + solver.potential(graph_.source(arc)) -
                           solver.potential(graph_.target(arc));
      if (reduced != 0) fix(arc, solver.flow(arc));
      flow_[arc] = solver.flow(arc);
    }
  }

  /// Of what is left, the best for that row; from here on it has that.
  std::optional<std::size_t> settle(std::size_t row) {
    const std::vector<Option>& options = options_[row];
    if (!has_best_left(options)) improve(options);
    for (const Option& each : options) fix(each.arc, flow_[each.arc]);
    return taken(options).column;
  }

 private:
  /// More than all that scores can make of it, so that one match more is always better.
  static Cost worth_of_a_match(const Scores& scores) {
    return 1 + 2 * static_cast<Cost>(most_score) * static_cast<Cost>(scores.size());
  }

  Graph::Arc add(Graph::Node from, Graph::Node to, int capacity, Cost cost) {
    const Graph::Arc arc = graph_.addArc(from, to);
    upper_[arc] = capacity;
    cost_[arc] = cost;
    return arc;
  }

  /// The options of a row, the best for it first.
  void add_row(const std::vector<std::optional<int>>& scores, std::vector<Option>& options, Cost match) {
    const Graph::Node node = graph_.addNode();
    supply_[node] = 1;
    for (std::size_t column = 0; column < scores.size(); ++column) {
      if (!scores[column]) continue;
      const int score = std::clamp(*scores[column], -most_score, most_score);
      options.push_back({column, score, add(node, columns_[column], 1, -match - most_score - score)});
    }
    std::ranges::stable_sort(options, std::ranges::greater(), &Option::score);
    options.push_back({std::nullopt, 0, add(node, sink_, 1, 0)});
  }

  const Option& taken(const std::vector<Option>& options) const {
    return *std::ranges::find_if(options, [&](const Option& each) { return flow_[each.arc] > 0; });
  }

  /// Whether what the row has is the first of what it could have.
  bool has_best_left(const std::vector<Option>& options) const {
    const auto best = std::ranges::find_if(options, [&](const Option& each) { return upper_[each.arc] > 0; });
    return flow_[best->arc] > 0;
  }

  /// Finds the answer that is best for this row.
  void improve(const std::vector<Option>& options) {
    Costs ranks(graph_, 0);
    for (std::size_t rank = 0; rank < options.size(); ++rank)
      ranks[options[rank].arc] = static_cast<Cost>(rank);
    Solver solver(graph_);
    run(solver, ranks);
    for (Graph::ArcIt arc(graph_); arc != lemon::INVALID; ++arc) flow_[arc] = solver.flow(arc);
  }

  void run(Solver& solver, const Costs& costs) {
    solver.lowerMap(lower_).upperMap(upper_).costMap(costs).supplyMap(supply_).run();
  }

  void fix(Graph::Arc arc, int flow) {
    lower_[arc] = flow;
    upper_[arc] = flow;
  }

  Graph graph_;
  Graph::NodeMap<int> supply_{graph_, 0};
  Graph::ArcMap<int> lower_{graph_, 0};
  Graph::ArcMap<int> upper_{graph_, 0};
  Graph::ArcMap<int> flow_{graph_, 0};
  Costs cost_{graph_, 0};
  Graph::Node sink_;
  std::vector<Graph::Node> columns_;
  std::vector<std::vector<Option>> options_;
};

}  // namespace

Assignment assign(const Scores& scores, const std::vector<std::size_t>& capacities) {
  Assignment assignment;
  if (scores.empty()) return assignment;
  Network network(scores, capacities);
  network.keep_to_the_best();
  for (std::size_t row = 0; row < scores.size(); ++row) assignment.push_back(network.settle(row));
  return assignment;
}

}  // namespace mentor::matching
