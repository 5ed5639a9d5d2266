/// The way back inside a lesson: the words that stood on top before each jump.
struct ReaderTrail: Equatable, Sendable {
  /// So many are kept; after that the oldest is dropped.
  private static let most = 64

  private var behind: [Int] = []
  private var ahead: [Int] = []

  /// Takes in a jump away from a word.
  mutating func left(_ word: Int) {
    behind.append(word)
    if behind.count > Self.most { behind.removeFirst() }
    ahead = []
  }

  /// Where the reader was before the last jump; nil where that leads out of the lesson.
  mutating func back(from here: Int) -> Int? {
    guard let word = Self.next(of: &behind, but: here) else { return nil }
    ahead.append(here)
    return word
  }

  /// Where the reader went back from last; nil where nothing is left of that.
  mutating func forward(from here: Int) -> Int? {
    guard let word = Self.next(of: &ahead, but: here) else { return nil }
    behind.append(here)
    return word
  }

  private static func next(of words: inout [Int], but here: Int) -> Int? {
    while let word = words.popLast() { if word != here { return word } }
    return nil
  }
}
