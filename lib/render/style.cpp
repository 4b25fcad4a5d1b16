#include "render/html.h"

namespace mentor::render {

std::string_view style_sheet() {
  return R"css(
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ink: #1b2430;
  --quiet: #525c69;
  --line: #c9d0d8;
  --band: #f3f5f8;
  --accent: #17527a;
  --mark: #767f8b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12171e;
    --ink: #e9edf2;
    --quiet: #aeb8c4;
    --line: #3c4754;
    --band: #1b222b;
    --accent: #8cc4ec;
    --mark: #8a95a3;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto;
  max-width: 72rem;
  padding: 2.5rem 1.5rem 3rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif;
}
h1, h2, h3 { line-height: 1.2; margin: 0; font-weight: 650; text-wrap: balance; }
h1 { font-size: 2rem; letter-spacing: -0.01em; }
h2 { font-size: 1.35rem; color: var(--accent); }
h3 { font-size: 1.05rem; }
p { margin: 0.4rem 0 0; max-width: 44rem; }
header { padding-bottom: 1.25rem; border-bottom: 3px solid var(--accent); }
header p { color: var(--quiet); }
section { margin-top: 3rem; }
.table { margin-top: 2rem; overflow-x: auto; }
.table:focus-visible { outline: 3px solid var(--accent); outline-offset: 4px; }
table { border-collapse: collapse; min-width: min(100%, 26rem); font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: 0.6rem; }
caption p { color: var(--quiet); font-size: 0.9375rem; }
th, td { padding: 0.4rem 1.25rem 0.4rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--mark); vertical-align: bottom; font-size: 0.875rem; color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 400; }
tbody tr { border-bottom: 1px solid var(--line); }
.number { text-align: right; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.made-from { font-size: 0.8125rem; color: var(--quiet); overflow-wrap: anywhere; max-width: none; }
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 2rem; }
  h1 { font-size: 1.6rem; }
  th, td { padding-right: 0.8rem; }
}
@media print {
  @page { size: A4; margin: 18mm 16mm; }
  :root { --paper: #ffffff; --ink: #000000; --quiet: #3d4650; --line: #b8c0c9; --accent: #17527a; --mark: #6b7480; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .table { overflow: visible; }
  h1, h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
)css";
}

}  // namespace mentor::render
