import Notes

/// A sentence that gives something its name, which is set apart in it: `The sum of both is called the *total*.`
enum NamingSentence {
  private static let calls = [
    "called ", "known as ", "termed ", "named ", "referred to as ", "dubbed ", "call this ",
    "call it ", "speak of ",
  ]

  /// The words by which a sentence gives something a name: `is called a`, or `call the product`.
  private static func call(of term: String, in sentence: String) -> String? {
    let calls = calls.lazy.flatMap { call in ["", "a ", "an ", "the "].map { call + $0 + term } }
    if let call = calls.first(where: { call in
      sentence.firstRange(of: call).map { TermEnd.isBefore(sentence[$0.upperBound...]) } ?? false
    }) {
      return call
    }
    // `We call the sum of both the *total*`: few words, and no comma, stand between.
    guard let place = sentence.firstRange(of: term),
      TermEnd.isBefore(sentence[place.upperBound...]),
      let verb = [" call ", " calls "].lazy.compactMap({ sentence.firstRange(of: $0) }).first,
      verb.upperBound < place.lowerBound,
      case let named = sentence[verb.upperBound..<place.lowerBound],
      (2...8).contains(named.split(separator: " ").count),
      !named.contains(where: { ",.;:".contains($0) }),
      ["the", "a", "an", "each", "such", "this", "these", "every"].contains(
        named.split(separator: " ").first.map { $0.lowercased() } ?? "")
    else { return nil }
    return "call " + named + term
  }

  /// What something set apart is that a sentence gives its name.
  static func section(
    _ sentence: String, _ sentences: [String], _ index: Int, _ text: CodedText, _ line: Int
  ) -> QuestionSection? {
    guard sentence.utf8.count < 400, sentence.hasSuffix("."), !sentence.contains(Sentences.hole)
    else { return nil }
    for term in text.setApart where sentence.contains(term) {
      guard Heads.isTerm(term), (1...4).contains(term.split(separator: " ").count), term.count > 2,
        !term.contains(where: { ".,:;()=<>/\\_".contains($0) || CodedText.isSign($0) }),
        let call = call(of: term, in: sentence)
      else { continue }
      let first = Sentences.words(sentence.prefix(30)).first ?? ""
      let leans =
        ["this", "that", "these", "it", "they", "such"].contains(first)
        || call.hasPrefix("call this ") || call.hasPrefix("call it ")
        || Sentences.words(sentence).contains { $0 == "this" || $0 == "these" }
      guard !leans || index > 0, sentence.split(separator: " ").count >= (leans ? 3 : 7) else {
        return nil
      }
      guard leans || Stems.of(sentence).subtracting(Stems.of(term)).count >= 4 else { return nil }
      let before = leans ? sentences[index - 1] + " " : ""
      guard !leans || Sentences.isWhole(sentences[index - 1]) else { return nil }
      return .recall(
        [.text("What is meant by “\(term)”?")], line: line,
        answer: [Block(.paragraph(text.inlines(before + sentence)))])
    }
    return nil
  }
}
