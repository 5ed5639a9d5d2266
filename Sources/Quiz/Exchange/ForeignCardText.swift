import Basics
import Notes

/// What is written of a card.
extension ForeignCards {
  /// Tags as a setting of a question: each of letters, digits, hyphens and underscores.
  static func tags(_ text: String) -> String {
    var tags: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
      var tag = ""
      for character in word {
        let isPlain =
          character.isASCII && (character.isLetter || character.isNumber || character == "_")
        if isPlain || !tag.hasSuffix("-") { tag.append(isPlain ? character : "-") }
      }
      while tag.hasSuffix("-") { tag.removeLast() }
      tag = String(tag.prefix(64))
      if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
    return tags.isEmpty ? "" : " tags=\(tags.joined(separator: ","))"
  }

  /// The first words of a note.
  static func start(of fields: [String]) -> String {
    let words = fields.lazy.map {
      CardText.plain(CardText.markdown($0, isHTML: true))
    }
    .first { !$0.isEmpty }
    guard let words else { return "" }
    return "\"\(words.prefix(40))\(words.count > 40 ? "…" : "")\": "
  }

  static func line(_ text: String) -> String {
    CardText.markdown(text, isHTML: false).joined(separator: " ").trimmed
  }

  /// A card as a question that is said, or whose gaps are filled.
  ///
  /// - Parameter typed: what is to be typed, where the card asks for that.
  static func card(
    _ fields: [String], isHTML: Bool, typed: String?, comment: String
  ) throws(ClozeCard.Problem) -> String {
    let none = ClozeCard.Problem(
      reason: "it needs a question and an answer, or a gap {{c1::…}}")
    // What is asked on a picture cannot be shown.
    guard let first = fields.first, !first.contains("::image-occlusion:") else { throw none }
    let back = fields.dropFirst().map { CardText.blocks($0, isHTML: isHTML) }.filter {
      !$0.isEmpty
    }
    if let cloze = try ClozeCard(first, isHTML: isHTML) {
      return cloze.question(comment) + (back.isEmpty ? "" : note(back))
    }
    var front = CardText.blocks(first, isHTML: isHTML).map(\.asked)
    guard !front.isEmpty, !back.isEmpty else { throw none }
    let heading = front.takeHeading() ?? "What is on the back of this card?"
    var text = "\n### \(heading)\n\(comment)\n"
    if !front.isEmpty { text += "\n" + front.fileLines.joined(separator: "\n") + "\n" }
    if let typed, let mark = ClozeCard.typed(typed, isHTML: isHTML) {
      text += "\n\(mark)\n"
      // What was typed is told anyway.
      let more = back.filter { $0 != CardText.blocks(typed, isHTML: isHTML) }
      return more.isEmpty ? text : text + note(more)
    }
    return text + note(back)
  }

  /// What is told after the answer, as a note.
  private static func note(_ told: [[CardBlock]]) -> String {
    let lines = Array(told.map(\.fileLines).joined(separator: [""]))
    return "\n> [!NOTE]\n" + lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
      + "\n"
  }
}
