#include <mentor/base/day.h>

int main() { return mentor::Day::parse("2026-01-31").has_value() ? 0 : 1; }
