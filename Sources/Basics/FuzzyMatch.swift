/// How well some letters name a title, as fuzzy finders have it: they stand in it in that order, with
/// anything between them. Best are those that begin words, and those that stand together.
package struct FuzzyMatch: Equatable, Sendable {
  /// The higher, the better.
  package let score: Int
  /// Where the letters stand, as places of characters in the title.
  package let places: [Int]

  private static let letter = 16
  private static let together = 12
  private static let wordStart = 10
  private static let titleStart = 4
  /// Taken off for what stands between two letters, however much that is.
  private static let mostGap = 12
  /// Longer titles are compared as far as that.
  private static let longest = 400

  /// Each word of what is wanted has to be found; nil where one is not.
  package init?(_ wanted: String, in title: String) {
    let text = Text(title, most: Self.longest)
    var score = 0
    var places: Set<Int> = []
    for word in wanted.folded.split(whereSeparator: \.isWhitespace) {
      guard let found = Self.best(Array(word.unicodeScalars), text) else { return nil }
      score += found.score
      places.formUnion(found.places)
    }
    // Of equals the one that says less else.
    self.score = score * 8 - min(text.scalars.count, Self.longest) / 8
    self.places = places.sorted()
  }

  /// A title, scalar by scalar as searches compare them.
  private struct Text {
    var scalars: [Unicode.Scalar] = []
    /// The character that each comes from.
    var characters: [Int] = []
    /// What each is worth for its place.
    var bonus: [Int] = []

    init(_ title: String, most: Int) {
      var before: Character = " "
      for (index, character) in title.prefix(most).enumerated() {
        let begins = !(before.isLetter || before.isNumber) && !character.isWhitespace
        let place = begins ? wordStart + (index == 0 ? titleStart : 0) : 0
        for (offset, scalar) in String(character).folded.unicodeScalars.enumerated() {
          scalars.append(scalar)
          characters.append(index)
          bonus.append(offset == 0 ? place : 0)
        }
        before = character
      }
    }
  }

  private static func best(
    _ word: [Unicode.Scalar], _ text: Text
  ) -> (score: Int, places: [Int])? {
    // Most titles do not hold the letters at all.
    var next = 0
    for scalar in text.scalars where next < word.count && scalar == word[next] { next += 1 }
    guard next == word.count else { return nil }
    let count = text.scalars.count
    // The best score with each letter at each place, and the place of the letter before it.
    var scores = [[Int?]](repeating: [Int?](repeating: nil, count: count), count: word.count)
    var from = [[Int]](repeating: [Int](repeating: -1, count: count), count: word.count)
    for (row, wanted) in word.enumerated() {
      for place in 0..<count where text.scalars[place] == wanted {
        let own = letter + text.bonus[place]
        guard row > 0 else {
          scores[0][place] = own
          continue
        }
        for before in 0..<place {
          guard let score = scores[row - 1][before] else { continue }
          let gap = place - before - 1
          let whole = score + own + (gap == 0 ? together : -min(gap, mostGap))
          if scores[row][place].map({ whole > $0 }) ?? true {
            scores[row][place] = whole
            from[row][place] = before
          }
        }
      }
    }
    let last = word.count - 1
    guard
      var place = scores[last].indices.filter({ scores[last][$0] != nil })
        .max(by: { (scores[last][$0] ?? 0) < (scores[last][$1] ?? 0) }),
      let score = scores[last][place]
    else { return nil }
    var places = [text.characters[place]]
    for row in stride(from: last, to: 0, by: -1) {
      place = from[row][place]
      places.append(text.characters[place])
    }
    return (score, places)
  }
}
