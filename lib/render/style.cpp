#include "render/html.h"

namespace mentor::render {

namespace {

constexpr std::string_view style = R"css(
:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ink: #1b2430;
  --quiet: #525c69;
  --line: #c9d0d8;
  --accent: #17527a;
  --mark: #767f8b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12171e;
    --ink: #e9edf2;
    --quiet: #aeb8c4;
    --line: #3c4754;
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
header { padding-bottom: 1.5rem; border-bottom: 3px solid var(--accent); }
header p { color: var(--quiet); }
header p:first-of-type { color: var(--ink); font-size: 1.2rem; margin: 0.5rem 0 0.75rem; }
section { margin-top: 3.25rem; }
section > h2 { padding-bottom: 0.4rem; border-bottom: 1px solid var(--line); }
.table, .list { margin-top: 1.75rem; }
.table { overflow-x: auto; }
.table:focus-visible { outline: 3px solid var(--accent); outline-offset: 4px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: 0.5rem; }
caption > * { position: sticky; left: 0; width: fit-content; max-width: min(44rem, calc(100vw - 3rem)); }
caption p { color: var(--quiet); font-size: 0.9375rem; }
th, td { padding: 0.4rem 0 0.4rem 1.25rem; text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
thead th { border-bottom: 2px solid var(--mark); vertical-align: bottom; font-size: 0.875rem; color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 400; }
tbody tr { border-bottom: 1px solid var(--line); }
.number { text-align: right; white-space: nowrap; }
.whole { white-space: nowrap; }
.figures { max-width: 50rem; }
.figures th.number, .figures td.number { width: 6.25rem; }
.figures tbody th::first-letter { text-transform: uppercase; }
.list ul { margin: 0.75rem 0 0; padding: 0; list-style: none; max-width: 44rem; }
.list li { margin: 0.75rem 0 0; padding: 0.25rem 0 0.25rem 1.25rem; border-left: 3px solid var(--accent); font-size: 1.125rem; }
.list p { color: var(--quiet); font-size: 0.9375rem; }
.drawn { display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
figure { margin: 1.75rem 0 0; max-width: 30rem; }
figcaption { font-size: 0.9375rem; color: var(--quiet); padding-bottom: 0.6rem; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 13.5px; font-family: inherit; }
svg .value { fill: var(--quiet); font-size: 12.5px; }
.full { fill: var(--accent); }
.hatched, .outlined { stroke: var(--accent); stroke-width: 1; }
.outlined { fill: var(--paper); }
.hatch { stroke: var(--accent); stroke-width: 1.6; fill: none; }
.axis { stroke: var(--mark); stroke-width: 1; fill: none; }
@media (min-width: 62rem) {
  .drawn { grid-template-columns: minmax(0, 1fr) 26rem; }
}
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.made-from { font-size: 0.8125rem; color: var(--quiet); overflow-wrap: anywhere; max-width: none; }
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 2rem; }
  h1 { font-size: 1.6rem; }
  section { margin-top: 2.5rem; }
  table { font-size: 0.875rem; line-height: 1.4; }
  thead th { font-size: 0.8125rem; }
  th, td { padding-left: 0.45rem; }
  caption > * { max-width: calc(100vw - 2rem); }
  th.number { white-space: normal; }
  .figures th.number, .figures td.number { width: auto; }
  .figures tbody th { min-width: 6rem; }
}
@media print {
  @page { size: A4; margin: 16mm; }
  :root { --paper: #ffffff; --ink: #000000; --quiet: #3d4650; --line: #b8c0c9; --accent: #17527a; --mark: #6b7480; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  .table { overflow: visible; }
  .table, .list, figure { margin-top: 1.25rem; }
  section { margin-top: 2rem; }
  th, td { padding-top: 0.22rem; padding-bottom: 0.22rem; }
  .figures th.number, .figures td.number { width: 4.75rem; }
  .drawn .figures th.number, .drawn .figures td.number { width: 3.75rem; white-space: normal; }
  .drawn { grid-template-columns: minmax(0, 1fr) 22rem; gap: 0 1.5rem; break-inside: avoid; }
  figure, .list li, .figures { break-inside: avoid; }
  h1, h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
)css";

}  // namespace

std::string_view style_sheet() { return style; }

}  // namespace mentor::render
