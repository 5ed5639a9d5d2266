import Notes

/// Options in the lines of a text that is no list to the parser, so that their boxes would be shown: `a) [x] b`,
/// `[x] b`, `1: [x] b`, `☑ b`, `• b (correct)`, and letters with the right one below them, `ANSWER: B`.
enum LineOptions {
  /// A line that is an option, or counted as the options beside it are.
  private struct Found {
    let line: QuestionSource.Line
    /// Nil where no mark says whether it is right.
    let isTicked: Bool?
    let label: String
  }

  static func find(in source: QuestionSource) -> [Diagnostic] {
    let isRound = hasRounds(source)
    let isGift = hasGift(source)
    var found: [Diagnostic] = []
    /// Options on lines that follow each other, empty ones left out.
    var run: [Found] = []
    for line in source.lines where !line.trimmed.isEmpty {
      if let several = inOneLine(line) {
        found.append(several)
        continue
      }
      let gift = isGift ? gift(line) : nil
      if let option = gift ?? option(line, isRound: isRound) {
        run.append(option)
        continue
      }
      if let letters = answer(line.trimmed), run.count > 1 {
        found += told(run, letters, line)
      } else {
        found += told(run)
      }
      run = []
    }
    return found + told(run)
  }

  /// A label without the signs that set all of it off: it may be the right one alone that has them.
  private static func bare(_ text: Substring) -> String {
    var label = String(text).trimmed[...]
    while label.count > 2, let sign = label.first, "*_".contains(sign), label.last == sign {
      label = label.dropFirst().dropLast()
    }
    return String(label)
  }

  /// Round brackets are boxes where some are empty: `( ) a` and `(x) b`.
  private static func hasRounds(_ source: QuestionSource) -> Bool {
    source.lines.contains { $0.trimmed.hasPrefix("( ) ") }
      && source.lines.contains { $0.trimmed.lowercased().hasPrefix("(x) ") }
  }

  /// Lines of GIFT without its braces: `~ a` and `= b`.
  private static func hasGift(_ source: QuestionSource) -> Bool {
    ["~", "="].allSatisfy { sign in source.lines.contains { $0.trimmed.hasPrefix(sign) } }
  }

  private static func gift(_ line: QuestionSource.Line) -> Found? {
    guard let sign = line.trimmed.first, "~=".contains(sign),
      case let label = String(line.trimmed.dropFirst()).trimmed, label.first?.isLetter == true
    else { return nil }
    return Found(line: line, isTicked: sign == "=", label: label)
  }

  /// Several options in one line: `[ ] a [x] b`.
  private static func inOneLine(_ line: QuestionSource.Line) -> Diagnostic? {
    guard line.item == nil, line.signs.contains("["), line.trimmed.hasPrefix("["),
      line.text.utf8.count <= ForeignGaps.longest
    else { return nil }
    var options: [String] = []
    for part in line.trimmed.split(separator: "[").map({ "[\($0)" }) {
      guard let option = ForeignTicks.box(part[...]), !option.label.isEmpty else { return nil }
      options.append("- \(ForeignTicks.box(option.isTicked)) \(option.label)")
    }
    guard options.count > 1, options.contains(where: { $0.hasPrefix("- [x]") }) else { return nil }
    return Diagnostic(
      line: line.number, column: 1, "options in one line are text, and would be shown",
      remedy: "write \(options.joined(separator: ", ")), each on a line of its own")
  }

  private static func option(_ line: QuestionSource.Line, isRound: Bool) -> Found? {
    let text = line.trimmed
    if let item = line.item {
      // Items are options where a line below says which of them is right.
      return item.hasBox ? nil : Found(line: line, isTicked: nil, label: bare(item.text))
    }
    // `[x]` and `(x)` look like a letter in brackets.
    if isRound || text.hasPrefix("["), let tick = ForeignTicks.box(text[...]) {
      return Found(line: line, isTicked: tick.isTicked, label: tick.label)
    }
    let marker = LineMarker(text)
    if let tick = ForeignTicks.tick(text[...]), marker != nil || tick.isInFront {
      let label = tick.isInFront ? tick.label : LineMarker(tick.label)?.rest ?? tick.label
      return Found(line: line, isTicked: tick.isTicked, label: label)
    }
    return marker.map { Found(line: line, isTicked: nil, label: $0.rest) }
  }

  /// The place of an option that is called by its number or its letter; nil for another name.
  static func place(_ name: some StringProtocol) -> Int? {
    if let number = Int(name) { return number }
    let letter = name.lowercased()
    guard letter.utf8.count == 1, let byte = letter.utf8.first, byte > 0x60 else { return nil }
    return Int(byte) - 0x60
  }

  /// The letters or numbers in a line that says which options are right: `ANSWER: B, C`.
  private static func answer(_ text: String) -> [Int]? {
    guard let (word, rest) = ToldAnswers.label(text),
      AnswerWords.isLabel(word)
    else { return nil }
    let words = rest.split { " ,.;()*&".contains($0) }.filter { $0.lowercased() != "and" }
    let numbers = words.compactMap { place($0) }
    return numbers.isEmpty || numbers.count < words.count ? nil : numbers
  }

  private static func told(_ run: [Found]) -> [Diagnostic] {
    let ticks = run.filter { $0.isTicked != nil }
    // One alone is a sentence.
    guard ticks.count > 1 || ticks.first?.isTicked == true else { return [] }
    return told(run) { _, option in option.isTicked }
  }

  private static func told(
    _ run: [Found], _ right: [Int], _ answer: QuestionSource.Line
  ) -> [Diagnostic] {
    guard right.allSatisfy({ (1...run.count).contains($0) }), run.allSatisfy({ $0.isTicked == nil })
    else { return told(run) }
    // An answer that names all of them says their order.
    if right.count == run.count, Set(right).count == run.count, run.count > 1 {
      return ordered(run, right) + [
        Diagnostic(
          line: answer.number, column: 1, "this shows the order that is asked for",
          remedy: "take this line away")
      ]
    }
    let found = told(run) { index, _ in right.contains(index + 1) }
    return found + [
      Diagnostic(
        line: answer.number, column: 1, "this shows which options are right",
        remedy: "take this line away")
    ]
  }

  /// The steps as they ought to stand; nothing where they do.
  private static func ordered(_ run: [Found], _ order: [Int]) -> [Diagnostic] {
    let isRight =
      order == Array(1...run.count) && run.allSatisfy { $0.line.item?.isNumbered == true }
    guard !isRight else { return [] }
    return run.indices.map { index in
      Diagnostic(
        line: run[index].line.number, column: run[index].line.text.prefix { $0 == " " }.count + 1,
        "steps are numbered, and stand in their right order",
        remedy: "write \(index + 1). \(run[order[index] - 1].label)")
    }
  }

  private static func told(
    _ run: [Found], _ isTicked: (Int, Found) -> Bool?
  ) -> [Diagnostic] {
    let written = ForeignTicks.options(
      run.enumerated().map { (isTicked($0, $1) == true, $1.label) })
    return zip(run, written).map { option, right in
      Diagnostic(
        line: option.line.number, column: option.line.text.prefix { $0 == " " }.count + 1,
        "this is nearly an option, and none",
        remedy: "write \(right)")
    }
  }
}
