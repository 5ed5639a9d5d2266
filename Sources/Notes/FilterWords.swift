import Basics

/// Words that a list is filtered by: an item stays that holds them all, however they are written (case and accents), in
/// whatever order.
package struct FilterWords: Equatable, Sendable {
  private let words: [String]

  /// The words of what was typed.
  package init(_ typed: String) {
    words = typed.split(whereSeparator: \.isWhitespace).map { $0.folded }
  }

  /// Whether all items stay.
  package var isEmpty: Bool { words.isEmpty }

  /// Whether a word may be the number of an item: `3.1`, or `3` where it stands alone. Beside others that is a word.
  package var hasNumber: Bool { words.contains(where: isNumber) }

  private func isNumber(_ word: String) -> Bool {
    word.first?.isNumber == true && (words.count == 1 || word.utf8.contains(0x2E))
  }

  /// Whether an item stays, by what is written of it, and where it has one by its number: `3` is 3.1 too.
  package func match(_ text: String, number: @autoclosure () -> String = "") -> Bool {
    guard !words.isEmpty else { return true }
    let (text, number) = (text.folded, hasNumber ? number() : "")
    return words.allSatisfy { word in
      text.contains(word)
        || isNumber(word) && !number.isEmpty && (number == word || number.hasPrefix(word + "."))
    }
  }
}
