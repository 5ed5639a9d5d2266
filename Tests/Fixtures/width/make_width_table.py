#!/usr/bin/env python3
"""Writes Sources/TextUI/Text/WidthTable.swift from glibc's wcwidth, the table that ncurses goes by.

Usage: make_width_table.py > Sources/TextUI/Text/WidthTable.swift   (Debian 12: glibc 2.36, Unicode 15)
"""
import ctypes
import locale

locale.setlocale(locale.LC_ALL, "C.UTF-8")
wcwidth = ctypes.CDLL(None).wcwidth


def ranges(test):
    out, start = [], None
    for c in range(0x300, 0x110001):
        hit = c < 0x110000 and not 0xD800 <= c <= 0xDFFF and test(c)
        if hit and start is None:
            start = c
        if not hit and start is not None:
            out.append((start, c - 1))
            start = None
    return out


def table(name, what, rows):
    print(f"  /// {what}, as first and last scalar in turn.")
    print(f"  static let {name}: [UInt32] = [")
    line = "   "
    for a, b in rows:
        item = f" 0x{a:X}, 0x{b:X},"
        if len(line) + len(item) > 98:
            print(line)
            line = "   "
        line += item
    print(line)
    print("  ]")


print("// Written by Tests/Fixtures/width/make_width_table.py; do not edit.\n")
print("/// Display widths of scalars from U+0300 up, by range; what is in none of them is one column.")
print("enum WidthTable {")
table("wide", "Two columns", ranges(lambda c: wcwidth(c) == 2))
print()
table("zero", "No column: combining marks and invisible scalars", ranges(lambda c: wcwidth(c) == 0))
print()
table("unknown", "Unassigned: their width differs between terminals", ranges(lambda c: wcwidth(c) < 0))
print("}")
