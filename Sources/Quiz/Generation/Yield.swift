import Basics
import Notes

/// Why a lesson yields no question, in words for its author.
package enum Yield {
  /// Fewer words say nothing to ask for.
  private static let leastWords = 30

  /// Why there is none; nil where the lesson holds too little to expect one, or is of a glossary beside what it is
  /// the glossary of.
  package static func reason(_ id: LessonID, in library: Library) -> String? {
    guard let lesson = library[id] else { return nil }
    guard !Generation.isGlossary(library.documents[id.document]) else {
      let isAlone = library.documents.allSatisfy(Generation.isGlossary)
      return isAlone && id == library.lessonIDs(inDocument: id.document).first
        ? "a file of this name is looked up in, and its words are asked for where they are taught; to have "
          + "them asked for here, rename it"
        : nil
    }
    let blocks = library.markdown(of: id).blocks
    let prose = LessonProse(blocks, title: lesson.title, hasCards: false)
    let text = prose.pieces.flatMap(\.block.proses)
    let sentences = text.flatMap { Sentences.of($0) }
    let words = sentences.reduce(0) { $0 + $1.split(separator: " ").count }
    let lists = prose.pieces.compactMap { piece in
      if case .list(let list) = piece.block.kind { (piece, list) } else { nil }
    }
    if words < leastWords {
      if prose.pieces.contains(where: \.isShownOnly) {
        return "it holds code, tables or pictures, and hardly a sentence"
      }
      return words > 0
        ? "it has \(counted(words, "word")), and fewer than \(leastWords) say little to ask for"
        : nil
    }
    var reasons: [String] = []
    if sentences.allSatisfy({ !Sentences.standsAlone($0) }) {
      reasons.append(
        "none of its \(sentences.count) sentences stands alone: they say “this”, “it” or “we”, or hold "
          + "a formula")
    } else {
      reasons.append(
        "no sentence says what a thing is or is called (“X is a …”, “is called *X*”), nor why, when or how "
          + "something is in words that stand alone")
    }
    if let (piece, _) = lists.first(where: { $0.1.start != nil && $0.1.items.count >= 3 }),
      !Heads.isOfSteps(lead: piece.lead, title: piece.heading)
    {
      reasons.append("the line before its numbered list does not say that these are steps")
    }
    if let (_, list) = lists.first(where: { $0.1.start == nil && $0.1.items.count >= 3 }) {
      let entries = list.items.compactMap { ListQuestions.Entry($0, line: 0) }
      reasons.append(
        entries.count == list.items.count
          ? "the terms of its list are not told apart by what is said of them"
          : "the items of its list do not begin with a term (**Term:** what it is)")
    }
    return reasons.joined(separator: "; ")
  }
}

extension LessonProse.Piece {
  /// Whether it is nothing to read.
  fileprivate var isShownOnly: Bool {
    switch block.kind {
    case .code, .table, .maths: true
    case .html(let html): !html.hasPrefix("<!--")
    default: false
    }
  }
}

extension Block {
  /// The texts of a paragraph, or of the items of a list.
  fileprivate var proses: [String] {
    switch kind {
    case .paragraph(let inlines): [inlines.prose]
    case .list(let list):
      list.items.flatMap { item in
        item.blocks.compactMap { block in
          if case .list = block.kind { [block].plainText } else { block.prose }
        }
      }
    default: []
    }
  }
}
