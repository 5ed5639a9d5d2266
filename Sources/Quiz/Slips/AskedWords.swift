import Notes

/// What a question says by which it is known what its lists are meant for.
extension QuestionSection {
  /// Whether a block of what is asked is given, as a sentence that ends in a colon stands before it.
  func isGiven(_ index: Int) -> Bool {
    index > 0 && prompt[index - 1].plainText.trimmed.hasSuffix(":")
  }

  /// The sentences that ask, without lists and tables.
  private var asking: String { Self.asking(heading, prompt) }

  /// The same of a heading and what stands below it, in small letters.
  static func asking(_ heading: [Inline], _ blocks: [Block]) -> String {
    let texts = blocks.map { block in
      if case .paragraph(let inlines) = block.kind { inlines.plainText } else { "" }
    }
    return ([heading.plainText] + texts).joined(separator: " ").lowercased()
  }

  /// Whether one of some texts stands in what asks.
  func says(_ words: [String]) -> Bool {
    let asking = asking
    return words.contains { asking.contains($0) }
  }

  /// Whether an order is asked for.
  var asksForOrder: Bool { Self.asksForOrder(asking) }

  /// Whether a text in small letters asks for an order.
  static func asksForOrder(_ asking: String) -> Bool {
    let other = ["in order to", "order of magnitude", "orders of magnitude"]
    let asking = other.reduce(asking) { $0.replacing($1, with: "") }
    return ["order", "arrange", "sort the", "comes first", "step by step", "sequence of"].contains {
      asking.contains($0)
    }
  }

  /// What stands below the comment, without HTML, hints and notes.
  var shown: [Block] { prompt.filter { if case .html = $0.kind { false } else { true } } }

  /// Whether nothing stands below the comment but lists of text, hints and notes.
  var isBareList: Bool {
    let blocks = shown
    return !blocks.isEmpty
      && blocks.allSatisfy { $0.list.map { $0.start == nil && !$0.isTasks } ?? false }
  }
}
