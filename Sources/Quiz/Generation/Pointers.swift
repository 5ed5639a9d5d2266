import Notes

/// Words at the end of a definition that send the reader elsewhere, `; see also weights`, `(see Softmax)`: they are
/// no part of it, and may name what is asked for.
enum Pointers {
  private static let also = ["see also ", "cf. "]
  private static let words = also + ["see ", "compare "]
  private static let brackets: [Character: Character] = ["(": ")", "[": "]"]
  /// Longer ones say something.
  private static let most = (signs: 120, words: 12)

  /// How many characters stand before such words at the end of a text; nil where none do.
  static func start(in text: String) -> Int? {
    let tail = Array(text.suffix(most.signs))
    let before = text.count - tail.count
    return tail.indices.first { at in
      at + before > 0 && isStart(tail[at], then: tail[(at + 1)...])
    }.map { $0 + before }
  }

  private static func isStart(_ sign: Character, then tail: ArraySlice<Character>) -> Bool {
    guard sign == ";" || sign == "," || brackets[sign] != nil else { return false }
    let rest = String(tail).trimmed.lowercased()
    // Behind a comma something may be said to see: `heads, see different parts`.
    guard (sign == "," ? also : words).contains(where: rest.hasPrefix),
      rest.split(separator: " ").count <= most.words
    else { return false }
    let end = rest.hasSuffix(".") ? rest.dropLast() : rest[...]
    guard let close = brackets[sign] else {
      return brackets.allSatisfy { open, close in
        end.count(where: { $0 == open }) == end.count { $0 == close }
      }
    }
    // `(see X) and more` goes on.
    return end.last == close && !end.dropLast().contains(close)
  }

  /// A text without them, with the full stop that stood behind.
  static func taken(from text: String) -> String {
    guard let start = start(in: text) else { return text }
    let bare = String(text.prefix(start)).trimmed
    return text.hasSuffix(".") && !bare.hasSuffix(".") ? bare + "." : bare
  }
}

extension [Inline] {
  /// The same without the words at the end that send the reader elsewhere.
  var withoutPointer: [Inline] {
    // A place in a text may be told by the texts alone: a link that stands in it is cut off with it.
    let texts = map { [$0].plainText }
    guard let start = Pointers.start(in: texts.joined()) else { return self }
    var kept: [Inline] = []
    var count = 0
    for (inline, text) in zip(self, texts) {
      let left = start - count
      count += text.count
      if text.count <= left {
        kept.append(inline)
      } else if case .text(let text) = inline, left > 0 {
        kept.append(.text(String(text.prefix(left))))
      }
      if count >= start { break }
    }
    let bare = kept.trimmed
    let hadStop = texts.joined().hasSuffix(".")
    return hadStop && !bare.plainText.hasSuffix(".") ? (bare + [.text(".")]).joinedAtEnd : bare
  }

  /// The same with two texts at the end made one.
  private var joinedAtEnd: [Inline] {
    guard count > 1, case .text(let last) = self[count - 1], case .text(let text) = self[count - 2]
    else { return self }
    return dropLast(2) + [.text(text + last)]
  }
}
