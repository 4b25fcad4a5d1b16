#include "cmd/report_page.h"

#include <ostream>
#include <utility>

#include "render/html.h"
#include "render/markdown.h"

namespace mentor::cmd {

void print_page(const Call& call, std::string title, std::vector<std::string> lead, std::vector<Table> tables,
                const MadeFrom& made_from) {
  const render::Page page{std::move(title), std::move(lead), std::move(tables), in_one_line(made_from)};
  call.io.out << (call.globals.format == Format::html ? render::to_html(page) : render::to_markdown(page));
}

}  // namespace mentor::cmd
