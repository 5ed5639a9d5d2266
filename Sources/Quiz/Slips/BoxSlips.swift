import Notes

/// Boxes of options that are none to the parser: `[x weights`, `[x]weights`, `［x］`.
enum BoxSlips {
  private static let opening = Set("[\u{FF3B}\u{3010}")
  private static let closing = Set("]\u{FF3D}\u{3011}")
  /// What stands in a ticked box: in other tools, on other keyboards.
  private static let ticks = Set(
    "xX*vV\u{00D7}\u{2612}\u{0445}\u{0425}\u{FF58}".unicodeScalars
  ).union(checks).union(crosses)
  private static let checks = Set("\u{2713}\u{2714}\u{2705}\u{2611}".unicodeScalars)
  /// They mark what is wrong where something else marks what is right.
  private static let crosses = Set("\u{2717}\u{2718}\u{274C}".unicodeScalars)

  private static func isTick(_ sign: Character) -> Bool {
    sign.unicodeScalars.first.map(ticks.contains) == true
  }

  static func find(in source: QuestionSource) -> [Diagnostic] {
    let items = source.lines.map(\.item)
    let hasCheck = items.contains { $0.map { isChecked($0.text) } == true }
    // Beside a sign for what is right an x may be one for what is wrong.
    let hasGlyph = items.contains { $0.map { tick(of: $0.text).map(checks.contains) } == true }
    let hasPlain = items.contains { $0.map { tick(of: $0.text) == "x" } == true }
    return source.lines.indices.compactMap { index in
      guard let item = items[index] else { return undotted(source.lines[index]) }
      if isEmpty(item, at: index, in: source) {
        return Diagnostic(
          line: source.lines[index].number, column: item.column, "an option shows nothing",
          remedy: "write its text behind the box")
      }
      if item.hasBox, let inner = doubled(item.text) {
        return Diagnostic(
          line: source.lines[index].number, column: item.column,
          "a second box is text of the option", remedy: "write \(item.marker.trimmed) \(inner)")
      }
      guard let right = mended(item.text, besideCheck: hasCheck) else { return nil }
      return Diagnostic(
        line: source.lines[index].number, column: item.column,
        "this is nearly the box of an option, and none",
        remedy: "write \(sign(of: item, at: index, in: items)) \(right)"
          + (hasGlyph && hasPlain
            ? "; and [ ] in place of [x] at options that are wrong, if that is what it marks" : ""))
    }
  }

  /// An option whose number has no dot right behind it, `1 [x] weights`, `1 . [x] weights`, `1, [x] weights`: it begins
  /// no list, and its box would be read.
  private static func undotted(_ line: QuestionSource.Line) -> Diagnostic? {
    guard line.signs.contains("[") else { return nil }
    let number = line.trimmed.prefix { $0.isASCII && $0.isNumber }
    let rest = line.trimmed[number.endIndex...].drop { " .,;)-\u{2013}".contains($0) }
    let between = line.trimmed[number.endIndex..<rest.startIndex]
    // With a dot or a bracket alone it is told as an item without its space.
    guard !number.isEmpty, (1...4).contains(between.count),
      ![".", ")"].contains(between.trimmed) || between.first == " ",
      ItemLine.boxes.contains(where: rest.hasPrefix)
    else { return nil }
    return Diagnostic(
      line: line.number, column: line.text.utf8.prefix { $0 == 0x20 }.count + 1,
      "an option's number has no dot right behind it", remedy: "write \(number). \(rest)")
  }

  /// An option that begins with two boxes, with one of them: the ticked one, if there is one.
  private static func doubled(_ text: Substring) -> String? {
    let rest = text.dropFirst(4)
    guard ItemLine.boxes.contains(where: rest.hasPrefix) else { return nil }
    let isTicked = [text, rest].contains { !$0.hasPrefix("[ ]") }
    return "\(ForeignTicks.box(isTicked)) \(rest.dropFirst(4).trimmed)"
  }

  /// Whether nothing stands behind a box, and nothing below it that could be shown.
  private static func isEmpty(_ item: ItemLine, at index: Int, in source: QuestionSource) -> Bool {
    // Without a bracket there is no box.
    guard item.text.utf8.contains(0x5B), ["[ ]", "[x]", "[X]", "[]"].contains(item.text.trimmed)
    else { return false }
    guard index + 1 < source.lines.count else { return true }
    let next = source.lines[index + 1]
    // What is left out between is a fence or a formula.
    return next.number == source.lines[index].number + 1
      && (next.item != nil || !next.isIndented)
  }

  /// The sign of a list that an option ought to have: its own number, else that of an option beside it; and
  /// a number where all boxes are round, as other tools have them, and one of them is ticked, for one alone
  /// is right.
  private static func sign(of item: ItemLine, at index: Int, in items: [ItemLine?]) -> String {
    guard !item.isNumbered else { return item.marker.trimmed }
    let before = items[..<index].reversed().prefix { $0 != nil }.compactMap(\.self)
    let others = before + items[(index + 1)...].prefix { $0 != nil }.compactMap(\.self)
    if let other = others.first(where: \.hasBox) { return other.marker.trimmed }
    let boxes = ([item] + others).map { round($0.text) }
    let isOne =
      boxes.count > 1 && boxes.allSatisfy { $0 != nil }
      && boxes.count { $0?.hasPrefix("[x]") == true } == 1
    return isOne ? "1." : item.marker.trimmed
  }

  /// The options that have no box where others have one.
  static func missing(in list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    list.items.compactMap { item in
      guard item.task == nil || item.mark != nil, let (number, item) = source.line(of: item)
      else { return nil }
      let (isTicked, text) = nearBox(item.text) ?? (nil, item.text)
      let label = String(text).trimmed
      guard !label.isEmpty else {
        return Diagnostic(
          line: number, column: item.column, "an option shows nothing",
          remedy: "write its text behind the box")
      }
      if let tick = ForeignTicks.tick(item.text) {
        return Diagnostic(
          line: number, column: item.column, "this is nearly the box of an option, and none",
          remedy:
            "write \(item.marker.trimmed) \(ForeignTicks.box(tick.isTicked)) \(tick.label)")
      }
      if let isTicked {
        return Diagnostic(
          line: number, column: item.column, "this is nearly the box of an option, and none",
          remedy: "write \(item.marker.trimmed) \(ForeignTicks.box(isTicked)) \(label)")
      }
      // Where nothing else is ticked, an x by itself does.
      if ["x ", "X "].contains(where: label.hasPrefix),
        !list.items.contains(where: { $0.task == true })
      {
        return Diagnostic(
          line: number, column: item.column, "this is nearly the box of an option, and none",
          remedy: "write \(item.marker.trimmed) [x] \(label.dropFirst(2).trimmed)")
      }
      return Diagnostic(
        line: number, column: item.column, "an option has no box, and others have one",
        remedy:
          "write \(item.marker.trimmed) [ ] \(label), or [x] in place of [ ] where it is right")
    }
  }

  private static let yes: Set = ["x", "v", "y", "yes", "true", "right", "ok", "+", "*"]
  private static let no: Set = ["", "o", "n", "no", "false", "wrong", "-", "_", "0"]

  /// What stands behind the brackets, or signs like them, that an item begins with, and whether what is in them
  /// ticks it: `[yes] a`, `[[x]] a`, `x] a`, `|x| a`; nil for a text without.
  static func nearBox(_ text: Substring) -> (isTicked: Bool?, label: Substring)? {
    let opening = text.prefix { "[({|<".contains($0) }
    let inner = text[opening.endIndex...].prefix { !"])}|> ".contains($0) }
    let closing = text[inner.endIndex...].drop { $0 == " " }.prefix { "])}|>".contains($0) }
    let word = inner.lowercased()
    guard !closing.isEmpty, inner.count < 8 else { return nil }
    let isTicked = yes.contains(word) ? true : no.contains(word) ? false : nil
    guard !opening.isEmpty || isTicked == true,
      opening.isEmpty || opening.first == "[" || isTicked != nil
    else { return nil }
    return (isTicked, text[closing.endIndex...])
  }

  /// Whether the box of an item has a sign for what is right: a cross beside it is none.
  private static func isChecked(_ text: Substring) -> Bool {
    tick(of: text).map { checks.contains($0) || $0 == "x" } ?? false
  }

  /// The sign in the box of an item, which a capital of it is too.
  private static func tick(of text: Substring) -> Unicode.Scalar? {
    guard let first = text.first, opening.contains(first),
      let sign = text.dropFirst().first(where: { $0 != " " })?.unicodeScalars.first
    else { return nil }
    if sign == "x" || sign == "X" {
      return text.hasPrefix("[x] ") || text.hasPrefix("[X] ") ? "x" : nil
    }
    return sign
  }

  /// An item's text with the box that it nearly has; nil where it has one, or nothing like it.
  ///
  /// - Parameter besideCheck: whether another option is marked as right, so that a cross is for a wrong one.
  static func mended(_ text: Substring, besideCheck: Bool = false) -> String? {
    if isBox(text.utf8.prefix(5)) { return nil }
    guard let first = text.first else { return nil }
    if first == "(" { return round(text) }
    guard opening.contains(first) else { return nil }
    let rest = text.dropFirst()
    let inner = rest.prefix { $0 == " " || isTick($0) || $0 == "\u{3000}" }
    let marks = inner.filter(isTick)
    guard marks.count <= 1 else { return nil }
    let after = rest[inner.endIndex...]
    let isCross = marks.first?.unicodeScalars.first.map(crosses.contains) == true
    let box = marks.isEmpty || (besideCheck && isCross) ? "[ ]" : "[x]"
    if let close = after.first, closing.contains(close) || close == ")" || close == "}" {
      let label = after.dropFirst()
      let isExact =
        first == "[" && close == "]" && (inner == " " || inner == "x" || inner == "X")
        && (label.first == " " || label.first == "\t")
      // A box without anything in it may be a link's text.
      guard !isExact, label.first != "(", !(inner.isEmpty && label.first.map { $0 != " " } ?? true)
      else { return nil }
      return "\(box) \(String(label.drop { ":;.,".contains($0) }).trimmed)"
    }
    // Never closed: `[x weights`, `[ weights`.
    guard !inner.isEmpty, inner.last == " ", first != "[" || !after.contains("]"), !after.isEmpty
    else { return nil }
    return "\(box) \(String(after).trimmed)"
  }

  /// Whether a text begins with a box as it ought to be, and a sign of ASCII behind it, so that nothing is part
  /// of its space.
  private static func isBox(_ text: Substring.UTF8View.SubSequence) -> Bool {
    let bytes = Array(text)
    return bytes.count == 5 && bytes[0] == 0x5B && [0x20, 0x78, 0x58].contains(bytes[1])
      && bytes[2] == 0x5D && bytes[3] == 0x20 && bytes[4] < 0x80
  }

  /// `( ) ` and `(x) `, as other tools have them.
  private static func round(_ text: Substring) -> String? {
    for (sign, box) in [("( ) ", "[ ]"), ("(x) ", "[x]"), ("(X) ", "[x]"), ("(*) ", "[x]")]
    where text.hasPrefix(sign) {
      return "\(box) \(String(text.dropFirst(4)).trimmed)"
    }
    return nil
  }
}
