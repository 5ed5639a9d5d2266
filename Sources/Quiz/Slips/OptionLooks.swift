import Notes

/// Options that are told apart by how they are written, whatever they say: what is right alone is set off, as code or
/// in capitals, or all that is wrong is.
enum OptionLooks {
  /// Words for how a text is set: where a question has one, that is what is asked.
  private static let settings = words(
    "bold italic italics emphasis emphasised emphasized underlined highlighted highlight struck "
      + "strikethrough marked markdown html markup tag tags typeset font quotes quoted "
      + "fett fettgedruckt kursiv unterstrichen hervorgehoben gras italique souligné "
      + "negrita cursiva subrayado grassetto corsivo sottolineato negrito itálico sublinhado")
  /// Words for code.
  private static let codes = words(
    "code command commands keyword keywords syntax literal python swift shell monospace type "
      + "befehl commande comando código codice")
  /// Words for letters and short names.
  private static let letters = words(
    "capital capitals uppercase lowercase letters acronym abbreviation stand stands "
      + "großbuchstaben abkürzung steht majuscules sigle mayúsculas siglas maiuscolo")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  private static let code = [("`", "`")]
  private static let quotes = [
    ("\"", "\""), ("\u{201C}", "\u{201D}"), ("\u{201E}", "\u{201C}"), ("\u{AB}", "\u{BB}"),
    ("'", "'"),
  ]
  /// A shorter word in capitals is a name, as a rule.
  private static let fewestCapitals = 7

  /// The words of a question.
  private static func asked(_ section: QuestionSection) -> Set<String> {
    Set(
      "\(section.heading.plainText) \(section.prompt.plainText)".lowercased()
        .prefix(ForeignGaps.longest).split { !$0.isLetter }.map(String.init))
  }

  /// Whether a question asks how something is written, so that each sign and each capital counts.
  static func asksForSpelling(_ section: QuestionSection) -> Bool {
    !asked(section).isDisjoint(with: settings.union(codes).union(letters).union(spellings))
  }

  /// Words for how something is spelt.
  private static let spellings = words(
    "spelled spelt spelling written write punctuation stop case sensitive")

  static func find(
    _ options: [ToldOptions.Option], in section: QuestionSection
  ) -> [Diagnostic] {
    let asked = asked(section)
    guard options.contains(where: \.isRight), asked.isDisjoint(with: settings) else { return [] }
    let setOff = alone(options, "set off") { ToldOptions.withoutFrame($0, ToldOptions.frames) }
    if !setOff.isEmpty { return setOff }
    let wrong = WrongOptions.find(options)
    if !wrong.isEmpty { return wrong }
    let ends = OptionEnds.find(options)
    if !ends.isEmpty { return ends }
    // Of one wrong option it may be chance.
    guard options.count(where: { !$0.isRight }) > 1, options.allSatisfy({ isOfWords($0.text) })
    else { return [] }
    var found = alone(options, "in quotes") { ToldOptions.withoutFrame($0, quotes) }
    if found.isEmpty, asked.isDisjoint(with: codes) {
      found = alone(options, "set as code") { ToldOptions.withoutFrame($0, code) }
    }
    if found.isEmpty, asked.isDisjoint(with: letters) {
      found = alone(options, "in capitals") { inSmall($0, options) }
    }
    return found.map(\.warned)
  }

  private static func alone(
    _ options: [ToldOptions.Option], _ look: String, _ read: (String) -> String?
  ) -> [Diagnostic] {
    ToldOptions.ofRightAlone(options, read) { _ in true }.map { option, bare in
      Diagnostic(
        line: option.line, column: option.item.column,
        "what is right alone is \(look), so that it is seen at once",
        remedy: "write \(option.item.marker)[x] \(bare)")
    }
  }

  /// Whether a text is no more than words, be it as code: what else is in it may ask for code.
  private static func isOfWords(_ text: String) -> Bool {
    let bare = ToldOptions.withoutFrame(text, code + quotes) ?? text
    return bare.count(where: \.isLetter) > 3
      && bare.allSatisfy { $0.isLetter || $0.isNumber || " -".contains($0) }
  }

  /// A text in capitals as those beside it are written.
  private static func inSmall(_ text: String, _ options: [ToldOptions.Option]) -> String? {
    guard text.count(where: \.isLetter) >= fewestCapitals, text == text.uppercased() else {
      return nil
    }
    let small = text.lowercased()
    let begins = options.contains { !$0.isRight && $0.text.first?.isUppercase == true }
    return begins ? small.prefix(1).uppercased() + small.dropFirst() : small
  }
}
