import Formulas

/// Where in a typed line the word stands that a message quotes: the cursor goes there.
enum FaultyPlace {
  /// How many characters the line has up to the end of that word; nil where none of it is quoted.
  static func end(of message: String, in line: String) -> Int? {
    guard let word = InputProblem.quoted(in: message).map(Array.init), !word.isEmpty else {
      return nil
    }
    let line = Array(line)
    // What is wrong with a value stands behind its name.
    let start = line.firstIndex(of: "=").map { $0 + 1 } ?? 0
    return first(word, in: line, from: start) ?? first(word, in: line, from: 0)
  }

  /// The end of a word that is not part of a longer one.
  private static func first(_ word: [Character], in line: [Character], from start: Int) -> Int? {
    guard line.count >= word.count else { return nil }
    return (start..<max(start, line.count - word.count + 1)).first { at in
      line[at..<at + word.count].elementsEqual(word)
        && !(at > 0 && isInWord(line[at - 1]) && isInWord(word[0]))
        && !(at + word.count < line.count && isInWord(line[at + word.count])
          && isInWord(word[word.count - 1]))
    }.map { $0 + word.count }
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._-+".contains(character)
  }
}
