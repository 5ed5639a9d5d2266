import Notes

/// A lesson as the rules look through it.
struct LessonProse {
  /// A block, with the headings that it stands under.
  struct Piece {
    let block: Block
    /// The nearest heading, without its number; the lesson's title where there is none.
    let heading: String
    /// The paragraph right before it; empty where there is none.
    let lead: String
  }

  let title: String
  /// Whether cards are said to stand in the file: `#flashcards`.
  let hasCards: Bool
  private(set) var pieces: [Piece] = []
  /// Headings, each with its number among the pieces that follow it.
  private(set) var headings: [(title: String, line: Int, next: Int)] = []

  init(_ blocks: [Block], title: String, hasCards: Bool) {
    self.title = title.withoutNumber
    self.hasCards = hasCards
    var heading = self.title
    var lead = ""
    for block in blocks {
      if case .heading(_, let inlines) = block.kind {
        heading = inlines.prose.withoutNumber
        headings.append((heading, block.line, pieces.count))
        lead = ""
        continue
      }
      pieces.append(Piece(block: block, heading: heading, lead: lead))
      lead = block.prose ?? ""
    }
  }
}
