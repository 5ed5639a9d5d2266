extension [Block] {
  /// Numbers of the footnotes that are referred to in them; what those refer to is shown as it is written.
  package var footnotesUsed: Set<Int> {
    var used: Set<Int> = []
    _ = filter { !$0.isFootnotes }.mapping { inlines in
      for case .footnote(let number) in inlines { used.insert(number) }
      return inlines
    }
    return used
  }

  /// The footnotes that stand at their end, those of some numbers alone; the other blocks as they are.
  package func keepingFootnotes(_ isKept: (Int) -> Bool) -> [Block] {
    compactMap { block in
      guard case .footnotes(let notes) = block.kind else { return block }
      var block = block
      let kept = notes.filter { isKept($0.number) }
      block.kind = .footnotes(kept)
      return kept.isEmpty ? nil : block
    }
  }
}

extension Block {
  /// Whether it holds the footnotes of a text.
  package var isFootnotes: Bool { if case .footnotes = kind { true } else { false } }
}
