/// What stands between two signs that CommonMark does not know: `==marked==`, and `%%a comment%%` of
/// Obsidian, which is not shown.
extension [Inline] {
  var withPairedSigns: [Inline] { paired("==").paired("%%") }

  private func paired(_ written: StaticString) -> [Inline] {
    let sign = "\(written)"
    let isThere = contains { if case .text(let text) = $0 { text.holds(written) } else { false } }
    guard isThere else { return self }
    var result: [Inline] = []
    /// Where the last opening sign stands in the result.
    var open: Int?
    for (index, inline) in enumerated() {
      guard case .text(let text) = inline, text.holds(written) else {
        result.append(inline)
        continue
      }
      var rest = text[...]
      var previous: Character? = index > 0 ? self[index - 1].edge : nil
      while let found = rest.firstRange(of: sign) {
        let before = rest[..<found.lowerBound]
        let after = rest[found.upperBound...]
        let left = before.last ?? previous
        let right = after.first ?? (index + 1 < count ? self[index + 1].edge : nil)
        // A longer run, such as a rule of `====`, pairs with nothing.
        let isAlone = left != sign.first && right != sign.first
        if isAlone, let start = open, sign == "%%" || left != " ", left != nil, right.parts {
          if !before.isEmpty { result.append(.text(String(before))) }
          let inner = Array(result[(start + 1)...])
          result.removeSubrange(start...)
          if sign == "==" { result.append(.marked(inner)) }
          open = nil
          if sign == "%%", right == " ", result.endsInBlank {
            // Of the blanks around it one is left.
            previous = " "
            rest = after.dropFirst()
            continue
          }
        } else if isAlone, open == nil, right != nil, sign == "%%" || right != " ", left.parts {
          if !before.isEmpty { result.append(.text(String(before))) }
          open = result.count
          result.append(.text(sign))
        } else {
          result.append(.text(String(before) + sign))
        }
        previous = sign.last
        rest = after
      }
      if !rest.isEmpty { result.append(.text(String(rest))) }
    }
    return result.joinedTexts
  }
}

extension [Inline] {
  /// Whether a blank behind them would be one too many.
  fileprivate var endsInBlank: Bool {
    switch last {
    case nil, .softBreak?, .lineBreak?: true
    case .text(let text)?: text.last == " "
    default: false
    }
  }
}

extension Inline {
  /// What stands at its edges, as far as it matters beside a sign.
  fileprivate var edge: Character {
    switch self {
    case .text(let text): text.last ?? " "
    case .softBreak, .lineBreak: " "
    default: "x"
    }
  }
}

extension Character? {
  /// Whether a word ends or begins beside it.
  fileprivate var parts: Bool {
    guard let self else { return true }
    return self.isWhitespace || self.isPunctuation || self.isSymbol
  }
}
