/// Words that say of something whether it is right, in the languages that notes are mostly written in.
enum Verdicts {
  /// In small letters.
  static let words: Set = [
    "true", "false", "right", "wrong", "correct", "incorrect", "yes", "no", "wahr", "falsch",
    "richtig", "ja", "nein", "korrekt", "vrai", "faux", "juste", "oui", "non", "correcte",
    "verdadero", "falso", "correcto", "incorrecto", "s\u{ED}", "vero", "giusto", "sbagliato",
    "corretto", "verdadeiro", "certo", "errado", "correto", "waar", "onwaar", "goed", "fout",
    "juist", "sant", "falskt", "r\u{E4}tt", "prawda", "fa\u{142}sz", "tak", "nie",
    "\u{432}\u{435}\u{440}\u{43D}\u{43E}", "\u{43D}\u{435}\u{432}\u{435}\u{440}\u{43D}\u{43E}",
    "\u{434}\u{430}", "\u{43D}\u{435}\u{442}", "\u{6B63}\u{786E}", "\u{9519}\u{8BEF}",
    "\u{5BF9}", "\u{9519}", "\u{6B63}\u{89E3}", "\u{4E0D}\u{6B63}\u{89E3}", "stimmt",
    "stimmt nicht",
  ]

  /// Those that say it is wrong.
  private static let negative: Set = [
    "false", "wrong", "incorrect", "no", "falsch", "nein", "stimmt nicht", "faux", "non", "falso",
    "incorrecto", "sbagliato", "errado", "onwaar", "fout", "falskt", "fa\u{142}sz", "nie",
    "\u{43D}\u{435}\u{432}\u{435}\u{440}\u{43D}\u{43E}", "\u{43D}\u{435}\u{442}",
    "\u{9519}\u{8BEF}", "\u{9519}", "\u{4E0D}\u{6B63}\u{89E3}",
  ]

  /// Whether a word may be said of something that is right, or of something that is not.
  static func fits(_ word: String, isRight: Bool) -> Bool {
    !words.contains(word) || negative.contains(word) != isRight
  }

  /// Those that are values of a setting too.
  static let values: Set = [
    "true", "false", "yes", "no", "wahr", "falsch", "vrai", "faux", "vero", "falso", "verdadero",
    "verdadeiro",
  ]

  private static let pairs: [Character: Character] = [
    ")": "(", "]": "[", "}": "{", "\u{FF09}": "\u{FF08}", "\u{3011}": "\u{3010}",
    "\u{FF3D}": "\u{FF3B}",
  ]

  /// The text before brackets at its end, and what stands in them; nil where it ends in none, or they are all of it.
  static func bracketed(_ text: Substring) -> (bare: Substring, inner: Substring)? {
    guard let last = text.last, let opening = pairs[last],
      let open = text.lastIndex(of: opening), open > text.startIndex
    else { return nil }
    return (text[..<open], text[open...].dropFirst().dropLast())
  }
}
