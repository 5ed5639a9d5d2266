import Notes

/// What an answer is called in the languages that notes are mostly written in, and what tells it in a sentence:
/// `Answer: softmax`, `Richtige Antwort: softmax`, `La réponse est softmax`, `答案是 softmax`.
enum AnswerWords {
  /// One language's words, in small letters.
  private struct Language {
    /// What an answer is called.
    let nouns: String
    /// What says beside such a noun that it is the right one.
    let rights: String
    /// What joins it to the answer in a sentence.
    let verbs: String
    let articles: String
    /// What is called so that is told after an answer.
    let reasons: String
  }

  private static let languages = [
    Language(
      nouns: "answer answers ans solution solutions",
      rights: "correct right model sample expected best final accepted", verbs: "is are was",
      articles: "the an my", reasons: "explanation explanations because feedback"),
    Language(
      nouns: "antwort antworten antw lösung lösungen auflösung lsg",
      rights: "richtig richtige richtigen richtiger korrekt korrekte", verbs: "ist sind lautet",
      articles: "die der das eine", reasons: "erklärung begründung"),
    Language(
      nouns: "réponse réponses reponse reponses rép corrigé",
      rights: "bonne bonnes juste justes correcte correctes exacte", verbs: "est sont",
      articles: "la le les une", reasons: "explication explications"),
    Language(
      nouns: "respuesta respuestas resp rpta solución soluciones",
      rights: "correcta correctas correcto", verbs: "es son", articles: "el las los una",
      reasons: "explicación"),
    Language(
      nouns: "risposta risposte risp soluzione soluzioni",
      rights: "corretta corrette giusta giuste esatta", verbs: "è sono", articles: "il",
      reasons: "spiegazione"),
    Language(
      nouns: "resposta respostas gabarito solução",
      rights: "correta corretas certa certas", verbs: "é são", articles: "a o as os uma",
      reasons: "explicação"),
    Language(
      nouns: "antwoord antwoorden oplossing", rights: "juiste goede",
      verbs: "luidt zijn", articles: "het de", reasons: "uitleg"),
    Language(
      nouns: "svar svaret svaren facit fasit lösning løsning",
      rights: "rätt rätta riktig riktige rigtig rigtige", verbs: "är er", articles: "det den",
      reasons: "förklaring forklaring"),
    Language(
      nouns: "odpowiedź odpowiedzi odpověď rozwiązanie řešení",
      rights: "prawidłowa poprawna właściwa správná", verbs: "to jest brzmi je", articles: "",
      reasons: "wyjaśnienie vysvětlení"),
    Language(
      nouns: "ответ ответы відповідь отговор решение",
      rights: "правильный верный правильна правильні", verbs: "это це", articles: "",
      reasons: "объяснение пояснение пояснення"),
    Language(
      nouns: "cevap yanıt vastaus απάντηση çözüm ratkaisu λύση",
      rights: "doğru oikea σωστή", verbs: "on είναι", articles: "η", reasons: "açıklama selitys"),
    Language(
      nouns: "الإجابة إجابة الجواب جواب תשובה התשובה उत्तर जवाब الحل פתרון",
      rights: "الصحيحة صحيحة הנכונה सही", verbs: "هي היא है", articles: "", reasons: "شرح הסבר"),
  ]

  private static func all(_ words: KeyPath<Language, String>) -> Set<String> {
    Set(languages.flatMap { $0[keyPath: words].split(separator: " ").map(String.init) })
  }

  private static let nouns = all(\.nouns)
  private static let rights = all(\.rights)
  /// All words that the name of an answer is made of.
  private static let parts = nouns.union(rights).union(all(\.articles))
  private static let verbs = all(\.verbs)
  private static let reasons = all(\.reasons)

  /// Names of several words that are none without one of them, and those of languages without spaces.
  private static let whole: Set = [
    "answer key", "correct option", "right option", "correct choice", "réponse attendue",
    "答案", "正确答案", "正確答案", "参考答案", "標準答案", "标准答案", "解答", "解答例", "回答", "答", "答え", "正解",
    "정답", "답", "해답",
  ]
  private static let unspacedVerbs = ["是", "为", "為", "は", "은", "는"]
  private static let unspacedReasons: Set = ["解释", "解析", "解釋", "解説", "説明", "说明", "해설", "설명"]

  /// Words that say alone of what stands behind them that it is right, and may be words of a sentence too.
  static let verdicts: Set = [
    "correct", "right", "key", "richtig", "korrekt", "correcto", "correcta", "corretto", "corretta",
    "correto", "correta", "正确", "正確",
  ]

  /// No name of an answer is longer.
  static let longest = 60

  /// What parts a name from the answer: a colon of whatever keyboard.
  static func isColon(_ sign: Character) -> Bool { sign == ":" || sign == "\u{FF1A}" }

  /// Whether a text names an answer, or says of one that it is right: `correct answer`, `correct`.
  static func isLabel(_ text: some StringProtocol) -> Bool {
    isName(text) || verdicts.contains(text.lowercased())
  }

  /// Whether a text names an answer: `la bonne réponse`, `the answer is`.
  static func isName(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let text = text.lowercased()
    if whole.contains(text) { return true }
    // Short forms end in a full stop.
    var words = text.split { $0.isWhitespace || $0 == "." }.map(String.init)
    if words.count > 1, let last = words.last, verbs.contains(last) { words.removeLast() }
    return words.count <= 4 && words.contains(where: nouns.contains)
      && words.allSatisfy(parts.contains)
  }

  /// Whether a text is called what is told after an answer: `explanation`, `Erklärung`.
  static func isReason(_ text: some StringProtocol) -> Bool {
    let text = text.lowercased()
    return reasons.contains(text) || unspacedReasons.contains(text)
  }

  /// What points at an option in a sentence that says whether it is right: `this is the right one`.
  private static let pointing: Set = [
    "this", "that", "it", "here", "one", "is", "this's", "that's", "it's", "not", "das", "dies",
    "hier",
    "ist", "w\u{E4}re", "nicht", "c'est", "ceci", "cela", "est", "pas", "esta", "esto", "eso", "es",
    "questa",
    "questo", "\u{E8}", "isto", "isso", "\u{E9}", "n\u{E3}o",
  ]

  /// Whether a text says of an option whether it is right: `richtig`, `the right answer`, `this is correct`.
  static func isVerdict(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let text = text.lowercased()
    if Verdicts.words.contains(text) || whole.contains(text) { return true }
    let words = text.replacing("\u{2019}", with: "'")
      .split { $0.isWhitespace || ",.!:".contains($0) }.map(String.init)
    let said = words.filter { !pointing.contains($0) }
    // A word for what is right alone may be one of what is asked.
    return words.count <= 7
      && said.contains { nouns.contains($0) || words.count > said.count && isSaid($0) }
      && said.allSatisfy { parts.contains($0) || Verdicts.words.contains($0) }
  }

  /// Words beside the name of an answer that say nothing without it: `this model`.
  private static let beside: Set = ["model", "sample", "expected", "best", "final", "accepted"]

  /// Whether a word says in a sentence that something is right or wrong.
  private static func isSaid(_ word: String) -> Bool {
    Verdicts.words.contains(word) || rights.contains(word) && !beside.contains(word)
  }

  /// The answer in a sentence that tells it, without what ends that: `softmax` of `The answer is softmax.`; nil for
  /// another sentence.
  static func told(in sentence: some StringProtocol) -> String? {
    guard sentence.utf8.count <= 400 else { return nil }
    let text = String(sentence).drop { "*_ ".contains($0) }
    if let first = text.utf8.first, first > 0x7F,
      let name = whole.filter({ text.hasPrefix($0) }).max(by: { $0.count < $1.count }),
      case let rest = String(text.dropFirst(name.count)).trimmed,
      let verb = unspacedVerbs.first(where: rest.hasPrefix)
    {
      return bare(rest.dropFirst(verb.count))
    }
    let words = text.prefix(200).split(separator: " ")
    for count in 1..<max(1, min(5, words.count)) where verbs.contains(words[count].lowercased()) {
      let name = words[..<count].joined(separator: " ")
      guard isLabel(name), name.lowercased() != "right", words.count > count + 1 else { continue }
      return bare(text[words[count].endIndex...])
    }
    return nil
  }

  private static func bare(_ text: Substring) -> String? {
    var text = text.drop { "*_ \"\u{201C}:".contains($0) }
    while let last = text.last, "*_ \"\u{201D}.!。".contains(last) { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }

  // MARK: What is asked of an answer

  private static let ways: Set = [
    "in", "with", "as", "using", "by", "write", "give", "type", "choose", "use", "round",
    "one", "a", "two", "three", "only", "mit", "auf", "als", "nur", "ein", "eine", "en", "avec",
    "un", "une", "con", "una", "uno", "com", "em", "um", "uma",
  ]
  private static let measures: Set = [
    "word", "words", "sentence", "sentences", "number", "numbers", "letter", "letters", "line",
    "lines", "digit", "digits", "decimal", "decimals", "place", "places", "integer", "fraction",
    "paragraph", "units", "percent", "wort", "worten", "w\u{F6}rtern", "satz", "s\u{E4}tzen",
    "zahl", "zahlen", "mot", "mots", "phrase", "phrases", "nombre", "palabra", "palabras",
    "n\u{FA}mero", "frase", "frasi", "parola", "parole", "numero", "palavra", "palavras", "frases",
  ]

  /// Whether what stands behind `Answer:` says how to answer, and is no answer: `in one word`, `yes or no`.
  static func isRequest(_ text: some StringProtocol) -> Bool {
    let words = text.lowercased().prefix(120).split { !$0.isLetter && !$0.isNumber }
      .map(String.init)
    guard let first = words.first, words.count > 1 else { return false }
    if ways.contains(first), words.dropFirst().prefix(4).contains(where: measures.contains) {
      return true
    }
    return words.count == 3 && ["or", "oder", "ou", "o"].contains(words[1])
      && Verdicts.words.contains(first) && Verdicts.words.contains(words[2])
  }
}
