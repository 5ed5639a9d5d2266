/// A text to patch from: the same with two of its words in each other's place, so that it has as many tokens and
/// another answer.
package enum SwappedText {
  /// Names are swapped where there are two, else colours, places or things; nil where there are no two of a kind.
  package static func of(_ text: String) -> String? {
    let pieces = pieces(of: text)
    for kind in [Lexicon.names, Lexicon.colours, Lexicon.places, Lexicon.things] {
      let kind = Set(kind)
      guard let first = pieces.first(where: kind.contains),
        let second = pieces.first(where: { $0 != first && kind.contains($0) })
      else { continue }
      return pieces.map { $0 == first ? second : $0 == second ? first : $0 }.joined()
    }
    return nil
  }

  /// Words, and what stands between them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var isWord = false
    for character in text {
      if pieces.isEmpty || character.isLetter != isWord {
        pieces.append("")
        isWord = character.isLetter
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }
}
