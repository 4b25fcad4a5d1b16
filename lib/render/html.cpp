#include "render/html.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/text.h"
#include "render/svg.h"
#include "render/text.h"

namespace mentor::render {

namespace {

std::string head(std::string_view title) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
      sha256_in_base64(style_sheet()), html_text(title), style_sheet());
}

std::string id_of(const Table& table) { return html_text("table-" + table.key); }

std::string_view class_of(const PageColumn& column) { return column.right ? " class=\"number\"" : ""; }

/// An identifier or a date stays in one line.
std::string_view class_of(const PageColumn& column, const Value& value) {
  constexpr std::size_t longest = 10;
  const bool stays_whole = value.form == Form::token && value.text.size() <= longest;
  return column.right || !stays_whole ? class_of(column) : " class=\"whole\"";
}

std::string heading_row(const std::vector<PageColumn>& columns) {
  std::string row = "<thead>\n<tr>";
  for (const auto& column : columns) {
    const std::string_view unseen = column.is_named ? "" : " class=\"unseen\"";
    row += fmt::format("<th scope=\"col\"{}><span{}>{}</span></th>", class_of(column), unseen,
                       html_text(column.heading));
  }
  return row + "</tr>\n</thead>\n";
}

std::string body_rows(const Table& table, const std::vector<PageColumn>& columns) {
  std::string rows = "<tbody>\n";
  for (const auto& row : table.rows) {
    rows += "<tr>";
    for (const auto& column : columns) {
      const std::string text = html_text(plain_text(row[column.at]));
      const std::string_view kind = class_of(column, row[column.at]);
      const bool names_row = &column == &columns.front() && !text.empty();
      rows += names_row ? fmt::format("<th scope=\"row\"{}>{}</th>", kind, text)
                        : fmt::format("<td{}>{}</td>", kind, text);
    }
    rows += "</tr>\n";
  }
  return rows + "</tbody>\n";
}

/// The heading of a table, and what its figures mean.
std::string heading_of(const Table& table, int level) {
  const std::string title = html_text(table.title.empty() ? as_heading(table.key) : table.title);
  std::string text = fmt::format("<h{0} id=\"{1}\">{2}</h{0}>", level, id_of(table), title);
  if (!table.about.empty()) text += fmt::format("<p>{}</p>", html_text(table.about));
  return text;
}

/// A table of one column says one thing after another.
std::string list_of(const Table& table, const PageColumn& column, int level) {
  std::string text = fmt::format("<div class=\"list\">\n{}\n<ul>\n", heading_of(table, level));
  for (const auto& row : table.rows)
    text += fmt::format("<li>{}</li>\n", html_text(plain_text(row[column.at])));
  return text + "</ul>\n</div>\n";
}

/// A table that scrolls within itself where it is wider than the screen, and can be reached by key for that;
/// beside it its chart.
std::string rows_of(const Table& table, int level) {
  const auto columns = columns_of(table);
  if (columns.empty()) return heading_of(table, level) + "\n";
  if (columns.size() == 1) return list_of(table, columns.front(), level);
  std::string shown = fmt::format(
      "<div class=\"table{}\" role=\"region\" aria-labelledby=\"{}\" tabindex=\"0\">\n<table>\n"
      "<caption>{}</caption>\n{}{}</table>\n</div>\n",
      table.section.empty() ? "" : " figures", id_of(table), heading_of(table, level), heading_row(columns),
      body_rows(table, columns));
  const std::string chart = to_svg(table);
  if (chart.empty()) return shown;
  return fmt::format("<div class=\"drawn\">\n{}<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n</div>\n",
                     shown, html_text(table.chart->title), chart);
}

std::string to_html(const Table& table, int level) {
  if (is_empty(table)) return {};
  std::string text = rows_of(table, level);
  if (!table.more.empty()) text += fmt::format("<p>{}</p>\n", html_text(table.more));
  return text;
}

std::string sections(const Page& page) {
  std::string text;
  std::string section;
  for (const auto& table : page.tables) {
    const std::string shown = to_html(table, table.section.empty() ? 2 : 3);
    if (shown.empty()) continue;
    if (table.section != section) {
      if (!section.empty()) text += "</section>\n";
      if (!table.section.empty()) text += fmt::format("<section>\n<h2>{}</h2>\n", html_text(table.section));
    }
    section = table.section;
    text += shown;
  }
  return section.empty() ? text : text + "</section>\n";
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string escaped;
  for (const char c : visible(text)) {
    switch (c) {
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '&':
        escaped += "&amp;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string to_html(const Page& page) {
  std::string text = head(page.title) + fmt::format("<body>\n<header>\n<h1>{}</h1>\n", html_text(page.title));
  for (const auto& line : page.lead) text += fmt::format("<p>{}</p>\n", html_text(line));
  text += "</header>\n<main>\n" + sections(page);
  if (is_empty(page)) text += "<p>Nothing to show.</p>\n";
  return text + fmt::format("</main>\n<footer>\n<p class=\"made-from\">{}</p>\n</footer>\n</body>\n</html>\n",
                            html_text(page.foot));
}

}  // namespace mentor::render
