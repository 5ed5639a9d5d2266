import Basics
import Notes

/// The questions as Anki's text import: tab-separated, with the identity as Anki's own, so that
/// importing again updates in place.
package struct AnkiText {
  /// What begins the line with the fingerprint of all other lines: Anki passes over keys that it
  /// does not know.
  private static let mark = "#attend:"

  /// Whether a file is such an import as it was made here, to the last byte.
  package static func isOurs(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].starts(with: mark.utf8) {
        let written = bytes[start..<end].dropFirst(mark.utf8.count)
        let others = bytes[..<start] + bytes[end...].dropFirst()
        return written.elementsEqual(fingerprint(others).utf8)
      }
      start = end + 1
    }
    return false
  }

  private static func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
    String(StableHash(bytes).value, radix: 16)
  }

  /// One line for each card.
  package let cards: [String]
  private let head: [String]

  /// The file's text.
  package var text: String {
    let lines = { (lines: [String]) in lines.map { $0 + "\n" }.joined() }
    return lines(head) + "\(Self.mark)\(Self.fingerprint(lines(head + cards).utf8))\n"
      + lines(cards)
  }

  /// The cards of a bank; a question that cannot be asked makes none.
  package init(_ bank: QuestionBank, in library: Library) {
    self.init(AnkiCard.all(bank, in: library), of: library)
  }

  /// Cards that were made of some notes.
  package init(_ cards: [AnkiCard], of library: Library) {
    head = [
      "#separator:tab", "#html:true", "#notetype:Basic",
      "#deck:" + AnkiCard.deck(of: library), "#guid column:1", "#tags column:4",
    ]
    self.cards = cards.map(Self.row)
  }

  static func card(of question: Question, in library: Library) -> String? {
    AnkiCard(question, in: library).map(row)
  }

  private static func row(_ card: AnkiCard) -> String {
    [card.id, card.front, card.back, card.tags.joined(separator: " ")].joined(separator: "\t")
  }
}
