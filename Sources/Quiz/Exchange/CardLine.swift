import Notes

/// A line of a foreign card while it is written: what is bold or italic is marked where Markdown can say so.
struct CardLine {
  /// Signs of Markdown around words.
  static let strong = "**"
  static let emphasis = "*"

  /// Stand for the beginning and the end of a style until the line is whole: no card holds them.
  private static let begin: Unicode.Scalar = "\u{E001}"
  private static let end: Unicode.Scalar = "\u{E002}"
  /// The longest that is raised or lowered as a sign.
  private static let longestScript = 12

  var text = ""
  /// The styles that are open, in their order, and goes on with on the next line.
  private var styles: [String] = []
  /// Those of the line in the order of their beginnings and ends.
  private var signs: [String] = []
  private var script: (name: String, start: Int)?

  mutating func open(_ style: String) {
    // What is bold already can be no bolder.
    guard !styles.contains(style), script == nil else { return }
    styles.append(style)
    mark(style, Self.begin)
  }

  mutating func close(_ style: String) {
    guard styles.contains(style), script == nil else { return }
    // Those inside end too.
    while let last = styles.popLast() {
      mark(last, Self.end)
      if last == style { return }
    }
  }

  private mutating func mark(_ style: String, _ sign: Unicode.Scalar) {
    text.unicodeScalars.append(sign)
    signs.append(style)
  }

  // MARK: Scripts

  mutating func openScript(_ name: String) { script = (name, text.utf8.count) }

  mutating func closeScript(_ name: String) {
    guard let (open, start) = script, open == name else { return }
    script = nil
    let inner = String(text.utf8.dropFirst(start)) ?? ""
    guard !inner.trimmed.isEmpty else { return }
    text = String(text.utf8.prefix(start)) ?? ""
    let isPlain = inner.allSatisfy { $0.isLetter || $0.isNumber || "+-−".contains($0) }
    text +=
      isPlain && inner.count <= Self.longestScript
      ? "<\(name)>\(inner)</\(name)>" : "\(name == "sup" ? "\\^" : "\\_")(\(inner))"
  }

  // MARK: Ends

  /// The line as Markdown; what is open goes on in the next one.
  mutating func end() -> String {
    script = nil
    for style in styles.reversed() { mark(style, Self.end) }
    let line = Self.apart(styled)
    text = ""
    signs = []
    for style in styles { mark(style, Self.begin) }
    return line.trimmed(keeping: "\u{A0}")
  }

  /// Signs around words stay where Markdown sees them: between a word and what is none.
  private var styled: String {
    guard !signs.isEmpty else { return text }
    let scalars = Array(text.unicodeScalars)
    var place = 0
    var open: [Int] = []
    var kept: [Int: String] = [:]
    for index in scalars.indices where Self.isSign(scalars[index]) {
      let style = signs[place]
      place += 1
      guard scalars[index] == Self.end else {
        open.append(index)
        continue
      }
      // Spaces stand outside.
      guard let start = open.popLast(), let words = Self.trimmed(scalars, start..<index),
        Self.canOpen(scalars, at: words.lowerBound), Self.canClose(scalars, at: words.upperBound)
      else { continue }
      kept[words.lowerBound, default: ""] = style + (kept[words.lowerBound] ?? "")
      kept[words.upperBound + 1, default: ""] += style
    }
    var result = ""
    for index in 0...scalars.count {
      result += kept[index] ?? ""
      if index < scalars.count, !Self.isSign(scalars[index]) {
        result.unicodeScalars.append(scalars[index])
      }
    }
    return result
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar == begin || scalar == end }

  /// From the first to the last scalar between two signs that is no space.
  private static func trimmed(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>
  ) -> ClosedRange<Int>? {
    func isWord(_ index: Int) -> Bool {
      !scalars[index].properties.isWhitespace && !isSign(scalars[index])
    }
    guard let first = range.first(where: isWord), let last = range.last(where: isWord) else {
      return nil
    }
    return first...last
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark: true
    default: scalar?.properties.isAlphabetic ?? false
    }
  }

  private static func canOpen(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    isWord(scalars[index]) || !isWord(scalars[..<index].last { !isSign($0) })
  }

  private static func canClose(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    isWord(scalars[index]) || !isWord(scalars[(index + 1)...].first { !isSign($0) })
  }

  /// Of two signs that hide what stands between them, each stands alone.
  private static func apart(_ text: String) -> String {
    guard text.contains("%%") else { return text }
    var result = ""
    for character in text {
      if character == "%", result.hasSuffix("%") { result += " " }
      result.append(character)
    }
    return result
  }
}

extension String {
  /// Without white space at its ends but for that character.
  fileprivate func trimmed(keeping kept: Character) -> String {
    let isSpace = { (character: Character) in character.isWhitespace && character != kept }
    let start = drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) }
    let text = end.map { String(start[...$0]) } ?? ""
    return text.allSatisfy(\.isWhitespace) ? "" : text
  }
}
