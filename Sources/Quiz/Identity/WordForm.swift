import Notes

/// Whether two words are one in another form: spelled as elsewhere, inflected, or mistyped.
enum WordForm {
  /// Of longer words one letter may be mended, but for the first.
  private static let longEnough = 6
  /// Of shorter ones two letters that were swapped, or a double one.
  private static let longEnoughToSwap = 4
  /// What is longer is no word.
  private static let longest = 64

  /// Whether a word is another one spelled or inflected otherwise.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let bases = [one, other].map { irregular[$0] ?? spelled($0) }
    return bases[0] == bases[1]
      || max(one.count, other.count) <= longest && areInflected(bases[0], bases[1])
  }

  /// Whether a word is another one with a letter mistyped, or two neighbours.
  ///
  /// - Parameter longEnough: letters that both have where any of them but the first may be mended.
  static func isMistyped(
    _ one: String, _ other: String, longEnough: Int = WordForm.longEnough
  ) -> Bool {
    let short = min(one.count, other.count)
    guard short >= longEnoughToSwap, max(one.count, other.count) <= longest,
      one.first == other.first, !(one + other).contains(where: \.isNumber),
      !differInMeaning(one, other), NearestWord.edits(Array(one), Array(other)) == 1
    else { return false }
    return short >= longEnough || single(one) == single(other) || one.sorted() == other.sorted()
  }

  /// Whether a word may have an s more than the other one.
  static func isPlural(_ one: String, _ other: String) -> Bool {
    min(one.count, other.count) > 1 && (one + "s" == other || other + "s" == one)
  }

  /// What stands for a word where it is only counted how much two texts have in common.
  static func stem(_ word: String) -> String {
    let word = irregular[word] ?? word
    for ending in ["ing", "ies", "ed", "es", "s", "e", "y"]
    where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  /// Each letter once where it is doubled.
  private static func single(_ word: String) -> String {
    word.reduce(into: "") { if $0.last != $1 { $0.append($1) } }
  }

  // MARK: Spelling

  /// What is spelled in one way here and in another there, at the end of words: the second stands for both.
  private static let ends = [
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"),
    ("iser", "izer"), ("ises", "izes"), ("isers", "izers"), ("yse", "yze"), ("ysed", "yzed"),
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("tre", "ter"), ("tres", "ters"),
    ("ogue", "og"), ("ogues", "ogs"), ("ence", "ense"), ("grey", "gray"),
    ("programme", "program"), ("adviser", "advisor"),
  ]
  /// The same of long words alone: "filled" and "filed", "poet" and "pet" are two.
  private static let longEnds = [("lled", "led"), ("lling", "ling"), ("ller", "ler")]
  private static let inside = [("ae", "e"), ("oe", "e"), ("ph", "f")]
  private static let lengths = (spelled: 4, inside: 6, longEnds: 8)
  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  private static func spelled(_ word: String) -> String {
    if let number = numbers.firstIndex(of: word) { return String(number) }
    // Accents may be left out.
    var plain = String(word.map { letters[$0] ?? $0 }).replacing("ß", with: "ss")
    let count = plain.count
    guard count >= lengths.spelled else { return plain }
    if count >= lengths.inside {
      for (old, new) in inside { plain = plain.replacing(old, with: new) }
    }
    for (old, new) in ends + (count >= lengths.longEnds ? longEnds : []) where plain.hasSuffix(old)
    {
      return String(plain.dropLast(old.count)) + new
    }
    return plain
  }

  /// Letters without their accents.
  private static let letters: [Character: Character] =
    ([
      "a": "àáâãäå", "c": "ç", "e": "èéêë", "i": "ìíîï", "n": "ñ", "o": "òóôõöø", "u": "ùúûü",
      "y": "ýÿ", "s": "š", "z": "ž",
    ] as [Character: String]).reduce(into: [:]) { plain, row in
      for letter in row.value { plain[letter] = row.key }
    }

  // MARK: Inflection

  /// So many letters two forms have in common at their beginning; where endings are those that other words have
  /// too, more.
  private static let shortestStem = (plain: 3, doubtful: 4)
  private static let endings: Set<String> = ["", "s", "es", "e", "ed", "ing"]
  /// Of German and French, and of Spanish.
  private static let doubtful: [Set<String>] = [
    ["", "e", "en", "es", "em"], ["o", "a", "os", "as"],
  ]
  private static let behindE: Set<String> = ["", "n", "s"]
  private static let pairs: [Set<String>] = [
    ["y", "ies"], ["y", "ied"], ["ies", "ied"], ["ying", "ies"], ["ying", "ied"], ["is", "es"],
    ["um", "a"], ["us", "i"], ["on", "a"], ["ex", "ices"], ["x", "ces"], ["f", "ves"],
    ["fe", "ves"], ["al", "aux"], ["t", "en"],
  ]
  /// What Korean puts behind a noun.
  private static let particles: Set<String> = [
    "", "은", "는", "이", "가", "을", "를", "의", "에", "에서", "로", "으로", "와", "과", "도",
  ]

  private static func areInflected(_ one: String, _ other: String) -> Bool {
    let stem = zip(one, other).prefix { $0 == $1 }.map(\.0)
    let tails = [one, other].map { String($0.dropFirst(stem.count)) }
    guard let last = stem.last else { return false }
    if ("가"..."힣").contains(last) { return tails.allSatisfy(particles.contains) }
    guard one.allSatisfy(\.isLetter), other.allSatisfy(\.isLetter) else { return false }
    if isPlural(one, other) { return true }
    guard stem.count >= shortestStem.plain else { return false }
    if pairs.contains(Set(tails)) { return true }
    let isPlain = tails.allSatisfy { tail in
      endings.contains(tail) || tail == "d" && last == "e"
        || tail.first == last && ["ed", "ing"].contains(tail.dropFirst())
    }
    let isLonelyE = Set(tails) == ["", "e"]
    if isPlain, !isLonelyE { return true }
    guard stem.count >= shortestStem.doubtful else { return false }
    // "Plane" is no form of "plan", nor "morale" of "moral".
    if isLonelyE, "nl".contains(last) { return false }
    return doubtful.contains { tails.allSatisfy($0.contains) }
      || last == "e" && tails.allSatisfy(behindE.contains)
  }

  private static let irregular: [String: String] =
    ([
      "write": "wrote written", "find": "found", "make": "made", "build": "built",
      "give": "gave given", "take": "took taken", "come": "came", "get": "got", "hold": "held",
      "know": "knew known", "say": "said", "see": "saw seen", "show": "shown",
      "begin": "began begun", "become": "became", "choose": "chose chosen", "draw": "drew drawn",
      "fall": "fell fallen", "grow": "grew grown", "lead": "led", "lose": "lost", "mean": "meant",
      "run": "ran", "send": "sent", "speak": "spoke spoken", "stand": "stood", "teach": "taught",
      "tell": "told", "think": "thought", "win": "won", "bring": "brought", "break": "broke broken",
      "drive": "drove driven", "eat": "ate eaten", "fight": "fought", "keep": "kept",
      "feel": "felt",
      "rise": "rose risen", "spend": "spent", "man": "men", "woman": "women", "child": "children",
      "foot": "feet", "tooth": "teeth", "mouse": "mice", "axis": "axes", "use": "using",
      "vertex": "vertices",
      "matrix": "matrices", "index": "indices",
    ] as [String: String]).reduce(into: [:]) { forms, row in
      for form in row.value.split(separator: " ") { forms[String(form)] = row.key }
    }

  // MARK: Meaning

  /// What parts one word from another although a single letter differs: a nitrate is no nitrite.
  private static let beginnings: [[String]] = [["macro", "micro"], ["ab", "ad"], ["pre", "pro"]]
  private static let suffixes: [[String]] = [
    ["ate", "ite", "ide"], ["ane", "ene", "yne", "ine", "one"], ["er", "ee"], ["or", "ee"],
    ["ase", "ose"], ["ist", "ism"],
  ]

  private static func differInMeaning(_ one: String, _ other: String) -> Bool {
    func differ(_ parts: [[String]], _ rest: (String, String) -> Substring?) -> Bool {
      parts.contains { group in
        let rests = [one, other].map { word in
          group.compactMap { part in rest(word, part).map { (part, $0) } }
        }
        return rests[0].contains { first in
          rests[1].contains { $0.0 != first.0 && $0.1 == first.1 }
        }
      }
    }
    return differ(beginnings) { $0.hasPrefix($1) ? $0.dropFirst($1.count) : nil }
      || differ(suffixes) { word, part in
        let word = word.hasSuffix("s") ? word.dropLast() : word[...]
        return word.hasSuffix(part) ? word.dropLast(part.count) : nil
      }
  }
}
