import Notes

/// A term and its definition, as one item of a list has them: `term :: definition`.
struct Pair: Equatable, Sendable {
  let term: [Inline]
  let definition: [Inline]

  init(term: [Inline], definition: [Inline]) {
    self.term = term
    self.definition = definition
  }

  /// Reads an item's blocks; nil where they are not a pair.
  init?(_ blocks: [Block]) {
    guard blocks.count == 1, case .paragraph(let inlines) = blocks[0].kind else { return nil }
    for (index, inline) in inlines.enumerated() {
      guard case .text(let text) = inline, let (before, after) = Self.split(text) else { continue }
      term = inlines[..<index] + [.text(before)]
      definition = [.text(after)] + inlines[(index + 1)...]
      if term.plainText.trimmed.isEmpty || definition.plainText.trimmed.isEmpty { return nil }
      return
    }
    return nil
  }

  var item: [Inline] { term + [.text(" :: ")] + definition }

  /// Whether a list is one of pairs: bullets, with a pair among them.
  static func isList(_ list: Block.List) -> Bool {
    list.start == nil && !list.isTasks && list.items.contains { Pair($0.blocks) != nil }
  }

  /// What stands before and after the first `::` that has space around it, as `std::vector` has not.
  private static func split(_ text: String) -> (before: String, after: String)? {
    var rest = text[...]
    while let sign = rest.firstRange(of: "::") {
      let before = text[..<sign.lowerBound]
      let after = text[sign.upperBound...]
      if before.last?.isWhitespace ?? true, after.first?.isWhitespace ?? true {
        let end = before.lastIndex { !$0.isWhitespace }.map(before.index(after:))
        return (
          String(before[..<(end ?? before.startIndex)]), String(after.drop(while: \.isWhitespace))
        )
      }
      rest = after
    }
    return nil
  }
}
