/// The numbers that MyST gives to formulas, figures, tables and code with a name, where their names were put for the
/// time of reading: `\\tag{@name}` in a formula, `{@name}` behind the word for it.
extension [Block] {
  func numbered(by labels: [String: PlaceNames.Number]) -> [Block] {
    mapping(
      formulas: { $0.numbered(by: labels) }, heads: { $0.headNumbered(by: labels) },
      { $0.numbered(by: labels) })
  }
}

/// What stands for a number until it is known.
enum NumberSign {
  /// What is called by one of these words has its number before what it says.
  private static let words = ["Figure", "Table"]

  /// `Figure {@name}`.
  static func written(_ word: String, _ name: String) -> String { "\(word) {@\(name)}" }

  fileprivate static func isNumbered(_ word: String) -> Bool { words.contains(word) }

  fileprivate static func isOne(_ text: String) -> Bool {
    text.hasSuffix("}") || text.hasSuffix("}:")
      ? words.contains { text.hasPrefix("\($0) {@") } : false
  }
}

extension [Inline] {
  /// Where a figure's number is not known nothing is said of it.
  fileprivate func numbered(by labels: [String: PlaceNames.Number]) -> [Inline] {
    var result: [Inline] = []
    for inline in self {
      switch inline {
      case .displayMaths(let tex): result.append(.displayMaths(tex.numbered(by: labels)))
      case .strong(let inner) where NumberSign.isOne(inner.plainText):
        let text = inner.plainText
        if let number = text.number(of: "{@", in: labels) {
          let end = text.hasSuffix(":") ? ":" : ""
          result.append(.strong([.text("\(number.word) \(number.sign)\(end)")]))
        } else if case .text(let before)? = result.last, before.hasSuffix(" ") {
          result.removeLast()
          if before.count > 1 { result.append(.text(String(before.dropLast()))) }
        }
      case .text(let text): result.append(.text(text.kindNumbered(by: labels)))
      default: result.append(inline)
      }
    }
    return result
  }
}

extension String {
  /// A text that begins with what something is and its name, `Theorem {@name}: Words`, with its number.
  fileprivate func kindNumbered(by labels: [String: PlaceNames.Number]) -> String {
    let kind = prefix { $0.isLetter }
    let rest = self[kind.endIndex...]
    // Figures and tables are numbered where their number stands in bold, or lose it.
    guard !kind.isEmpty, !NumberSign.isNumbered(String(kind)), rest.hasPrefix(" {@"),
      let close = rest.firstIndex(of: "}")
    else {
      return self
    }
    let number = labels[String(rest[..<close].dropFirst(3))].map { " \($0.sign)" } ?? ""
    return kind + number + rest[close...].dropFirst()
  }

  /// What has the name behind a sign, up to the next brace.
  fileprivate func number(
    of sign: String, in labels: [String: PlaceNames.Number]
  ) -> PlaceNames.Number? {
    guard let start = firstRange(of: sign) else { return nil }
    return labels[String(self[start.upperBound...].prefix { $0 != "}" })]
  }

  /// The head of a fence with the number of its code in its title, or without the name where that has none.
  fileprivate func headNumbered(by labels: [String: PlaceNames.Number]) -> String {
    let sign = NumberSign.written("Listing", "").dropLast()
    guard let start = firstRange(of: String(sign)),
      let end = self[start.upperBound...].firstRange(of: "}: ")
    else { return self }
    let number = number(of: String(sign), in: labels).map { "\($0.word) \($0.sign): " } ?? ""
    return self[..<start.lowerBound] + number + self[end.upperBound...]
  }

  /// A formula with its number at its end, or without the name where that has none.
  fileprivate func numbered(by labels: [String: PlaceNames.Number]) -> String {
    let sign = "\\tag{@"
    guard let start = firstRange(of: sign) else { return self }
    let name = self[start.upperBound...].prefix { $0 != "}" }
    let rest = self[..<start.lowerBound] + self[name.endIndex...].dropFirst()
    // A number that its author gave holds.
    guard let number = labels[String(name)], !rest.contains("\\tag{") else { return String(rest) }
    return "\(String(rest).trimmed) \\tag{\(number.count)}"
  }
}
