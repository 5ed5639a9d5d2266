import Notes

/// The words and signs that make a question what it is: "What is the capital of France?" is another one than that
/// of Italy, however much the two have in common, and whatever is asked for.
struct TellingWords {
  /// All words, in their order.
  private let all: [String]
  /// Those that tell, of scripts with spaces.
  private let words: [String]
  /// The signs that tell of scripts without, in runs as they stand together.
  private let runs: [String]

  /// Where one of these is another, so is the question.
  private static let signs: Set<Character> = Set("+-−*/=<>≤≥≠×÷^√∑∏∫∂¬")
  /// Of so many words it is looked at whether they were mended.
  private static let mostMended = 8
  /// Of the words of what is asked for, letters that both have where one of them may be mended.
  private static let longEnoughInKey = 4

  /// Where one of these comes or goes, the sentence says something else.
  private static let turning: Set<String> = [
    "not", "no", "never", "without", "except", "least", "nicht", "kein", "keine", "nie", "ohne",
    "ne", "pas", "jamais", "sans", "nunca", "sin", "non", "mai", "senza", "t",
    "不", "没", "沒", "非", "无", "無", "未", "否",
  ]
  /// What is written together or apart, or says no inside a word.
  private static let parted = [
    ("’", "'"), ("can't", "can not"), ("cannot", "can not"), ("won't", "will not"),
    ("n't", " not"), ("'s ", " "), ("ません", " not "), ("ない", " not "),
  ]

  /// - Parameter isKey: whether the text is what is asked for.
  init(_ text: String, isKey: Bool = false) {
    all = Self.all(text)
    let telling = Set(LittleWords.telling(all, isKey: isKey))
    words = all.filter { telling.contains($0) && !Self.isUnspaced($0) }
    // What says little parts the runs.
    runs = all.split { !telling.contains($0) || !Self.isUnspaced($0) }.map { $0.joined() }
  }

  private static func all(_ text: String) -> [String] {
    var text = text.lowercased()
    for (old, new) in parted where text.contains(old) { text = text.replacing(old, with: new) }
    return WordSplit.words(text, keeping: signs)
  }

  private static func isUnspaced(_ word: String) -> Bool {
    word.first.map(WordSplit.isUnspaced) ?? false
  }

  /// Those that tell of what is asked for, in the order in which they stand.
  static func sequence(ofKey text: String) -> [String] {
    LittleWords.telling(all(text), isKey: true)
  }

  /// Whether any word is left that tells.
  var isOfSome: Bool { !(words.isEmpty && runs.isEmpty) }

  /// How many words and signs it has.
  private var total: Int { words.count + runs.reduce(0) { $0 + $1.count } }

  /// Dice's coefficient: twice what both have, of what they have together.
  func likeness(to other: TellingWords) -> Double {
    let own = words + runs.flatMap { $0.map(String.init) }
    let theirs = other.words + other.runs.flatMap { $0.map(String.init) }
    let common = own.count - Self.without(own, theirs).count
    return 2 * Double(common) / Double(max(1, total + other.total))
  }

  /// Whether a word may not come or go in a sentence that is mended.
  static func isDecisive(_ word: String) -> Bool {
    turning.contains(word) || word.contains { $0.isNumber || signs.contains($0) }
  }

  /// Whether something else stands where something stood; words that were only added, or left out, replace none.
  ///
  /// - Parameter isWord: whether a word that the other one has is a word of these notes, so that it was not mistyped.
  func isReplaced(
    _ other: TellingWords, isWord: (String) -> Bool = { _ in false }
  ) -> Bool {
    guard let (own, theirs) = unmended(other, isWord), hasRuns(like: other) else { return true }
    // A word may also give way to signs of the other script.
    let counts = (runs.joined().count, other.runs.joined().count)
    let isMore = (own: counts.0 > counts.1, theirs: counts.1 > counts.0)
    return (!own.isEmpty || isMore.own) && (!theirs.isEmpty || isMore.theirs)
      || (own + theirs).contains(where: Self.isDecisive)
      || LittleWords.areOpposite(all, other.all) || hasOtherWord(other)
  }

  /// Whether they are the same but for one word, which tells in one of them and says little in the other: "a layer" and
  /// "two layers", "in 1990" and "before 1990".
  private func hasOtherWord(_ other: TellingWords) -> Bool {
    guard all.count == other.all.count else { return false }
    var found: (own: String, theirs: String)?
    for (own, theirs) in zip(all, other.all) where own != theirs && !WordForm.isSame(own, theirs) {
      guard found == nil, !Self.isUnspaced(own), !Self.isUnspaced(theirs) else { return false }
      found = (own, theirs)
    }
    guard let found else { return false }
    return words.contains(found.own) != other.words.contains(found.theirs)
      && !LittleWords.areSlips(found.own, found.theirs)
  }

  /// Whether each word or sign that one of them has alone is a mended one of the other.
  func mayBe(_ other: TellingWords) -> Bool {
    guard let (own, theirs) = unmended(other, { _ in false }) else { return false }
    return own.isEmpty && theirs.isEmpty && runs.joined() == other.runs.joined()
  }

  // MARK: Words

  /// What each has alone that is no mended word of the other; nil where that is too much to look at.
  private func unmended(
    _ other: TellingWords, _ isWord: (String) -> Bool
  ) -> (own: [String], theirs: [String])? {
    var own = Self.without(words, other.words)
    var theirs = Self.without(other.words, words)
    if own.isEmpty || theirs.isEmpty { return (own, theirs) }
    // More than a few are another question, and not looked at one by one.
    guard own.count <= Self.mostMended, theirs.count <= Self.mostMended else { return nil }
    // One word may be written as two.
    if own.joined() == theirs.joined() { return ([], []) }
    func pass(_ isMended: (String, String) -> Bool) {
      own.removeAll { word in
        guard let mended = theirs.firstIndex(where: { isMended(word, $0) }) else { return false }
        theirs.remove(at: mended)
        return true
      }
    }
    pass(WordForm.isSame)
    pass(LittleWords.areSlips)
    pass { WordForm.isMistyped($0, $1) && !isWord($1) }
    return (own, theirs)
  }

  /// What is left of some words without others, each as often as it stands there.
  private static func without(_ words: [String], _ others: [String]) -> [String] {
    var counts = others.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return words.filter { word in
      guard let count = counts[word], count > 0 else { return true }
      counts[word] = count - 1
      return false
    }
  }

  /// Whether a word of what is asked for is another one with a letter mistyped.
  static func isMistyped(_ one: String, _ other: String) -> Bool {
    !(one + other).contains { $0.isNumber || signs.contains($0) }
      && (WordForm.isPlural(one, other)
        || WordForm.isMistyped(one, other, longEnough: longEnoughInKey))
  }

  // MARK: Scripts without spaces

  /// Whether signs were only added or left out, or stand in another order in whole runs.
  private func hasRuns(like other: TellingWords) -> Bool {
    let texts = [runs.joined(), other.runs.joined()].sorted { $0.count < $1.count }
    let (short, long) = (texts[0], texts[1])
    if short.count == long.count { return runs.sorted() == other.runs.sorted() || short == long }
    var rest = short[...]
    for sign in long {
      if rest.first == sign {
        rest.removeFirst()
      } else if Self.isDecisive(String(sign)) {
        return false
      }
    }
    return rest.isEmpty
  }
}
