import Notes

/// Items of a list that are none to the parser, so that they become text of the one above, and items that
/// begin another list: `-[x] a`, `1.[ ] a`, `[ ] a`, `2 a` below `1. b`, `1) a` below `1. b`.
enum ItemSlips {
  /// What is taken for a sign of a list.
  private static let signs = Set("-*+\u{2022}\u{2013}\u{2014}\u{2212}\u{00B7}\u{2023}\u{25E6}")

  static func find(in source: QuestionSource) -> [Diagnostic] {
    var found: [Diagnostic] = []
    /// The item above, where nothing but its own text stands between.
    var above: (item: ItemLine, count: Int)?
    for (index, line) in source.lines.enumerated() {
      let text = line.trimmed
      if text.isEmpty {
        // A list may go on behind an empty line.
        continue
      }
      let indent = line.text.prefix { $0 == " " }.count
      if let item = line.item {
        if let (before, count) = above, before.indent == item.indent {
          let isOther =
            before.kind != item.kind && before.hasBox == item.hasBox && index > 0
            && !source.lines[index - 1].trimmed.isEmpty
          if isOther {
            found.append(
              Diagnostic(
                line: line.number, column: indent + 1, "this line begins another list",
                remedy: "write \(before.marker(like: item, count + 1))\(item.text.trimmed)"))
          }
          above = (isOther ? before : item, count + 1)
        } else if above.map({ item.indent < $0.item.marker.utf8.count }) ?? true {
          above = (item, 1)
        }
        continue
      }
      if line.signs.contains("["), let right = boxed(text, above?.item) {
        found.append(
          Diagnostic(
            line: line.number, column: indent + 1, "this is nearly an option, and none",
            remedy: "write \(right)"))
        continue
      }
      if let (before, count) = above, before.isNumbered,
        indent < before.marker.utf8.count,
        let right = step(text, count + 1, source, index)
          ?? StoplessSteps.further(text, below: before, at: index, in: source)
      {
        found.append(
          Diagnostic(
            line: line.number, column: indent + 1, "this is nearly a step of the list, and none",
            remedy: "write \(before.marker(count + 1))\(right)"))
        above = (before, count + 1)
        continue
      }
      if above == nil, let next = StoplessSteps.first(text, at: index, in: source) {
        found.append(
          Diagnostic(
            line: line.number, column: indent + 1, "this is nearly a step of the list, and none",
            remedy: "write \(next.first)\(StoplessSteps.step(text) ?? text)"))
        above = (next.item, 1)
        continue
      }
      if indent == 0 { above = nil }
    }
    return found
  }

  /// The option that a line nearly is: a box with no space before it, with no sign of a list, or with one
  /// of another keyboard.
  private static func boxed(_ text: String, _ above: ItemLine?) -> String? {
    var rest = text[...]
    var marker = ""
    if let first = rest.first, signs.contains(first) {
      rest = rest.dropFirst()
      marker = "- "
    } else if let number = ItemLine.number(rest) {
      rest = rest[number.endIndex...]
      marker = "\(number) "
    } else if let above, above.hasBox {
      marker = above.isNumbered ? "\(above.marker.trimmed) " : "- "
    } else {
      return nil
    }
    rest = rest.drop { $0 == " " || $0 == "\u{A0}" }
    for box in ItemLine.boxes where rest.hasPrefix(box) {
      return marker + box.lowercased() + rest.dropFirst(box.count).trimmed
    }
    return nil
  }

  /// The step that a line of text nearly is: `1.scaling`, `2: scaling`, `(2) scaling`, `② scaling`, or `2 scaling`
  /// between the first and the third.
  private static func step(
    _ text: String, _ count: Int, _ source: QuestionSource, _ index: Int
  ) -> String? {
    guard let byte = text.utf8.first else { return nil }
    if byte == 0x28 || byte > 0x7F {
      return LineMarker(text).flatMap { $0.isNumber && $0.isLine(count) ? $0.rest : nil }
    }
    guard (0x30...0x39).contains(byte) else { return nil }
    if let number = ItemLine.number(text[...]) {
      let rest = text[number.endIndex...]
      return rest.first?.isLetter == true ? rest.trimmed : nil
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    if rest.hasPrefix(": "), digits.count < 3 { return rest.dropFirst().trimmed }
    guard rest.hasPrefix(" "), digits == "\(count)", index + 1 < source.lines.count,
      source.lines[index + 1].item?.isNumbered == true
    else { return nil }
    return rest.trimmed
  }
}

extension ItemLine {
  /// The columns before its sign.
  fileprivate var indent: Int { marker.utf8.prefix { $0 == 0x20 }.count }
  /// What lists are told apart by: the bullet, or what stands behind the number.
  fileprivate var kind: Character { marker.trimmed.last ?? "-" }
  var isNumbered: Bool { marker.utf8.contains { (0x30...0x39).contains($0) } }

  /// Its sign for another item of the list, with the space behind it.
  fileprivate func marker(_ count: Int) -> String {
    guard isNumbered else { return marker }
    let isCounted = Int(marker.filter(\.isNumber)) == count - 1 && count > 2
    return isCounted ? "\(count)\(kind) " : marker
  }

  /// The sign that an item of another list ought to have.
  fileprivate func marker(like other: ItemLine, _ count: Int) -> String {
    guard isNumbered else { return marker }
    let number = other.isNumbered ? String(other.marker.filter(\.isNumber)) : nil
    return number.map { "\($0)\(kind) " } ?? marker(count)
  }
}
