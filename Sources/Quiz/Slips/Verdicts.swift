import Notes

/// Words that say of something whether it is right, in the languages that notes are mostly written in.
enum Verdicts {
  /// One language's words, in small letters, commas between them.
  private struct Language {
    let yes: String
    let no: String
    let affirmed: String
    let denied: String
    let right: String
    let wrong: String
  }

  private static let languages = [
    Language(
      yes: "yes, yep", no: "no, nope", affirmed: "true", denied: "false",
      right: "right, correct, ok, okay", wrong: "wrong, incorrect"),
    Language(
      yes: "ja", no: "nein", affirmed: "wahr", denied: "falsch", right: "richtig, korrekt, stimmt",
      wrong: "stimmt nicht"),
    Language(
      yes: "oui", no: "non", affirmed: "vrai", denied: "faux", right: "juste, correcte", wrong: ""),
    Language(
      yes: "s\u{ED}", no: "no", affirmed: "verdadero", denied: "falso", right: "correcto",
      wrong: "incorrecto"),
    Language(
      yes: "", no: "", affirmed: "vero", denied: "falso", right: "giusto, corretto",
      wrong: "sbagliato"),
    Language(
      yes: "", no: "", affirmed: "verdadeiro", denied: "falso", right: "certo, correto",
      wrong: "errado"),
    Language(
      yes: "ja", no: "", affirmed: "waar", denied: "onwaar", right: "goed, juist", wrong: "fout"),
    Language(
      yes: "ja", no: "", affirmed: "sant", denied: "falskt", right: "r\u{E4}tt", wrong: ""),
    Language(
      yes: "tak", no: "nie", affirmed: "prawda", denied: "fa\u{142}sz", right: "", wrong: ""),
    Language(
      yes: "\u{434}\u{430}", no: "\u{43D}\u{435}\u{442}", affirmed: "", denied: "",
      right: "\u{432}\u{435}\u{440}\u{43D}\u{43E}",
      wrong: "\u{43D}\u{435}\u{432}\u{435}\u{440}\u{43D}\u{43E}"),
    Language(
      yes: "", no: "", affirmed: "", denied: "",
      right: "\u{6B63}\u{786E}, \u{5BF9}, \u{6B63}\u{89E3}",
      wrong: "\u{9519}\u{8BEF}, \u{9519}, \u{4E0D}\u{6B63}\u{89E3}"),
  ]

  private static func all(_ columns: KeyPath<Language, String>...) -> Set<String> {
    Set(
      languages.flatMap { language in
        columns.flatMap { language[keyPath: $0].split(separator: ",").map { $0.trimmed } }
      })
  }

  /// All of them.
  static let words = all(\.yes, \.no, \.affirmed, \.denied, \.right, \.wrong)
  /// Those that say it is wrong.
  private static let negative = all(\.no, \.denied, \.wrong)
  /// Those that may begin what is said, too: `yes: it hides them`.
  private static let opening = all(\.yes, \.no, \.affirmed, \.denied)
    .union(["right", "wrong", "correct", "incorrect", "juste"])
  /// Those that are values of a setting too.
  private static let values = all(\.affirmed, \.denied).union(["yes", "no"])
  /// What turns the word behind it into its contrary.
  private static let negations: Set = ["not", "nicht", "pas", "n\u{E3}o"]

  /// Whether words may begin what is said, too: `yes`, `not true`.
  static func mayOpen(_ text: String) -> Bool { isMade(of: opening, text) }

  /// Whether words are the value of a setting, too: `true`, `not true`.
  static func isValue(_ text: String) -> Bool { isMade(of: values, text) }

  private static func isMade(of words: Set<String>, _ text: String) -> Bool {
    let said = text.lowercased().split { !$0.isLetter }.map(String.init)
      .filter { !negations.contains($0) }
    return !said.isEmpty && said.allSatisfy(words.contains)
  }

  /// Whether a word may be said of something that is right, or of something that is not.
  static func fits(_ word: String, isRight: Bool) -> Bool {
    !words.contains(word) || negative.contains(word) != isRight
  }

  /// Whether a few words say of something that it is right, or that it is wrong; nil where they say neither.
  static func isRight(_ text: String) -> Bool? {
    if words.contains(text) { return !negative.contains(text) }
    let said = text.split { !$0.isLetter && $0 != "'" }.map(String.init)
    guard said.contains(where: words.contains) else { return nil }
    return !said.contains { negative.contains($0) || negations.contains($0) }
  }

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
