import Notes

/// Words that say little: they may come and go where a sentence is mended.
enum LittleWords {
  /// English.
  private static let plain: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "is", "are", "was", "were", "be", "been",
    "do", "does", "did", "has", "have", "had", "of", "in", "on", "at", "to", "for", "by", "with",
    "what", "which", "who", "whose", "whom", "how", "and", "or", "it", "its", "each", "every",
    "you", "your", "called", "there", "then", "so", "as", "here", "me", "please", "exactly",
  ]

  /// More words of English that everybody knows: what is nearly one of them is a slip of the pen, whatever else
  /// stands in the notes.
  private static let frequent: Set<String> = plain.union([
    "not", "no", "never", "without", "except", "from", "into", "onto", "over", "under", "through",
    "between", "before", "after", "about", "against", "during", "while", "when", "where", "why",
    "because", "than", "only", "also", "all", "any", "some", "both", "they", "their", "them",
    "can", "may", "must", "should", "would", "could", "will", "if",
  ])

  /// Of another language: the words by which it is known, and all that say little in it, some of which are words
  /// that tell in English.
  private struct Language: Sendable {
    let signs: Set<String>
    let little: Set<String>

    init(_ signs: String, _ more: String) {
      self.signs = Set(signs.split(separator: " ").map(String.init))
      little = self.signs.union(more.split(separator: " ").map(String.init))
    }
  }
  private static let languages = [
    Language(
      "der das dem des ein eine einen einem einer eines ist sind wird werden vom zum zur wer wie wem "
        + "wen wessen welche welcher welches welchen und für heißt heisst",
      "die den im am an was war waren hat haben zu bei als es man genau bitte mit auf von"),
    Language(
      "le les une des du est sont quel quelle quels quelles qui dans avec",
      "la un de d l qu que et en se s c ce il elle a par sur on y pour au aux comment appelle"),
    Language(
      "el los las cuál qué quién cuáles quiénes cómo",
      "la un una de del al en se y a lo que su es son con para por llama"),
    Language(
      "il lo gli dei è sono quale quali della dello",
      "la le un una l i e in si a da nel di del chi che cosa con per come chiama"),
  ]

  /// Of Chinese and Japanese; where a word of these is written with signs that tell, it tells.
  private static let signs: Set<Character> = Set(
    "的了是在有吗嗎呢吧么麼什哪谁誰这這那个個請请为為叫里裡何のはがをにへとでもかやすするたてしれらいうだねよこどそあまっょ"
  )

  /// Of words that say little these turn what is asked, where one stands in place of the other.
  private static let opposites = ["from": "to", "out": "in", "off": "on", "von": "zu"]

  /// The words of a text that tell, in their order.
  ///
  /// - Parameter isKey: whether it is what is asked for: there an article of another language is what is to be learnt.
  static func telling(_ words: [String], isKey: Bool = false) -> [String] {
    if isKey { return words.filter { !plain.contains($0) } }
    let others = languages.filter { !$0.signs.isDisjoint(with: words) }
    return words.filter { word in
      !plain.contains(word) && !others.contains { $0.little.contains(word) }
        && !(word.count == 1 && signs.contains(word.first ?? " "))
    }
  }

  /// Whether one of two words is the other, which everybody knows, with a letter mistyped.
  static func areSlips(_ one: String, _ other: String) -> Bool {
    frequent.contains(one) != frequent.contains(other) && min(one.count, other.count) > 2
      && abs(one.count - other.count) < 2 && NearestWord.edits(Array(one), Array(other)) == 1
  }

  /// Whether two texts say the opposite of each other by such words alone.
  static func areOpposite(_ one: [String], _ other: [String]) -> Bool {
    func more(_ word: String, _ one: [String], _ other: [String]) -> Bool {
      one.count { $0 == word } > other.count { $0 == word }
    }
    return opposites.contains { first, second in
      more(first, one, other) && more(second, other, one)
        || more(first, other, one) && more(second, one, other)
    }
  }
}
