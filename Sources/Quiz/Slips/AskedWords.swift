import Notes

/// What a question says by which it is known what its lists are meant for.
extension QuestionSection {
  /// The sentences that ask, without lists and tables.
  private var asking: String {
    let texts = prompt.map { block in
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
  var asksForOrder: Bool {
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
