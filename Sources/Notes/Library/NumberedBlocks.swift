/// The numbers that MyST gives to formulas and figures with a name, where their names were put for the time of
/// reading: `\\tag{@name}` in a formula, `{@name}` behind the word for it.
extension [Block] {
  func numbered(by labels: [String: PlaceNames.Number]) -> [Block] {
    mapping(formulas: { $0.numbered(by: labels) }, { $0.numbered(by: labels) })
  }
}

extension [Inline] {
  /// Where a figure's number is not known nothing is said of it.
  fileprivate func numbered(by labels: [String: PlaceNames.Number]) -> [Inline] {
    var result: [Inline] = []
    for inline in self {
      switch inline {
      case .displayMaths(let tex): result.append(.displayMaths(tex.numbered(by: labels)))
      case .strong(let inner) where inner.plainText.hasPrefix("Figure {@"):
        if let number = inner.plainText.number(of: "{@", in: labels) {
          result.append(.strong([.text("\(number.word) \(number.count):")]))
        } else if case .text(let before)? = result.last, before.hasSuffix(" ") {
          result.removeLast()
          if before.count > 1 { result.append(.text(String(before.dropLast()))) }
        }
      default: result.append(inline)
      }
    }
    return result
  }
}

extension String {
  /// What has the name behind a sign, up to the next brace.
  fileprivate func number(
    of sign: String, in labels: [String: PlaceNames.Number]
  ) -> PlaceNames.Number? {
    guard let start = firstRange(of: sign) else { return nil }
    return labels[String(self[start.upperBound...].prefix { $0 != "}" })]
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
