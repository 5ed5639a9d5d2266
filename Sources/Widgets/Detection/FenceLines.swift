import Notes

/// Lines that open a widget's fence nearly: with two backticks, with signs that look like backticks, and with
/// the name on the line below.
package enum FenceLines {
  /// Signs that are nearly those of a fence.
  private static let signs = Set("`'\u{B4}\u{2018}\u{2019}~\"\u{201C}\u{201D}:")

  /// Those of a file, by its lines.
  package static func find(in bytes: [UInt8]) -> [Diagnostic] {
    var fence = FenceState()
    var found: [Diagnostic] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where index + 1 < lines.count {
      let wasOpen = fence.isOpen
      let isCode = fence.isCode(line)
      if !isCode, let told = inOneLine(line, index) { found.append(told) }
      // Few lines are as short as a name with its signs.
      guard line.count < 40, !line.isEmpty else { continue }
      if isCode, !wasOpen {
        let told = below(line, index, lines) ?? indented(line, index, lines)
        found += [told].compactMap(\.self)
        continue
      }
      guard !isCode else { continue }
      let text = String(decoding: line, as: UTF8.self).trimmed
      let opening = text.prefix(while: signs.contains)
      let name = text[opening.endIndex...].filter { !"{}".contains($0) }.trimmed
      guard opening.count > (opening.hasPrefix(":") ? 2 : 1), isInput(lines[index + 1]),
        isWidget(name)
      else { continue }
      found.append(
        Diagnostic(
          line: index + 1, column: line.prefix { $0 == 0x20 }.count + 1,
          "this is nearly a fence, and none",
          remedy: "write ```\(name), and ``` on the line that closes it"))
    }
    return found
  }

  /// A widget in one line, as other programs have theirs: `{{softmax scores=1 2}}`, `<softmax scores="1 2">`.
  private static func inOneLine(_ line: ArraySlice<UInt8>, _ index: Int) -> Diagnostic? {
    guard line.count < 400, let first = line.first(where: { $0 != 0x20 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "<")
    else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmed
    let inner = text.drop { "{<% ".contains($0) }
    let name = inner.prefix { $0.isLetter || $0 == "-" }
    let rest = inner[name.endIndex...]
    guard rest.first == " ", let last = rest.last, "}>".contains(last), isWidget(String(name))
    else {
      return nil
    }
    var inputs: [String] = []
    for word in rest.filter({ !"{}<>%\"'/".contains($0) }).split(separator: " ") {
      if let sign = word.firstIndex(of: "=") {
        inputs.append("\(word[..<sign]) = \(word[sign...].dropFirst())")
      } else if !inputs.isEmpty {
        inputs[inputs.count - 1] += " \(word)"
      }
    }
    guard !inputs.isEmpty else { return nil }
    return Diagnostic(
      line: index + 1, column: line.prefix { $0 == 0x20 }.count + 1,
      "a widget stands in a fence, and this is shown as it is written",
      remedy:
        "write ```\(name), \(inputs.joined(separator: ", ")) and ```, each on a line of its own")
  }

  /// A fence without a name whose first line is one.
  private static func below(
    _ line: ArraySlice<UInt8>, _ index: Int, _ lines: [ArraySlice<UInt8>]
  ) -> Diagnostic? {
    let signs = String(decoding: line, as: UTF8.self).trimmed
    guard signs.allSatisfy({ $0 == "`" || $0 == "~" }), index + 2 < lines.count,
      lines[index + 1].count < 40, isInput(lines[index + 2])
    else { return nil }
    let name = String(decoding: lines[index + 1], as: UTF8.self).trimmed
    guard isWidget(name) else { return nil }
    return Diagnostic(
      line: index + 1, column: 1, "this fence has no name, and its first line is one",
      remedy: "write \(signs)\(name), and take the line below it away")
  }

  /// A fence that is code for its indent, below a text at the margin.
  private static func indented(
    _ line: ArraySlice<UInt8>, _ index: Int, _ lines: [ArraySlice<UInt8>]
  ) -> Diagnostic? {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard text.startIndex >= line.startIndex + 4 || line.first == 0x09 else { return nil }
    let name = String(decoding: text, as: UTF8.self).trimmed.drop { $0 == "`" || $0 == "~" }.trimmed
    // Below an item it is the item's, and below a text it is part of that.
    guard isWidget(name), index > 1, lines[index - 1].allSatisfy({ $0 <= 0x20 }),
      let above = lines[..<index].suffix(40).last(where: { !$0.allSatisfy { $0 <= 0x20 } }),
      let first = above.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A || first >= 0x80
    else { return nil }
    return Diagnostic(
      line: index + 1, column: 1, "a fence that is indented so far is code",
      remedy: "write it and all of its lines at the margin")
  }

  private static func isWidget(_ name: String) -> Bool { allWidgets.contains { $0.name == name } }

  /// Whether a line gives an input: `scores = 1 2`.
  private static func isInput(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
    return name.count < line.count && (1...20).contains(name.count)
      && name.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "(") }
  }
}
