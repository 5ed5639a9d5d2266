import Basics
import Notes

extension ForeignCards {
  /// Questions in quizdown's manner: a heading each, then hints, options or steps. They get the comment
  /// that makes them questions here.
  mutating func quizdown(_ written: String, _ taken: inout Taken) {
    var lines = written.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines = lines.map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
    var fence = false
    var sections: [(line: Int, heading: String, body: [String])] = []
    var number = 0
    while number < lines.count {
      let line = lines[number]
      number += 1
      if line.hasPrefix("```") { fence.toggle() }
      if !fence, line.trimmed == "---" {
        // Settings of the whole quiz, and of single questions; other such lines are there to be seen, and
        // would make a heading of what stands above them.
        number = Self.endOfSettings(lines, after: number) ?? number
        if !sections.isEmpty { sections[sections.count - 1].body.append("") }
        continue
      }
      if !fence, line.hasPrefix("#") {
        let heading = String(line.drop { $0 == "#" }).trimmed
        if !heading.isEmpty { sections.append((number, heading, [])) }
      } else if !sections.isEmpty {
        sections[sections.count - 1].body.append(line)
      }
    }
    for section in sections {
      let body = section.body.joined(separator: "\n").trimmed
      guard !body.isEmpty else { continue }
      let id = Identity(nil, [section.heading, body], &taken)
      let comment = "<!-- quiz id=\(id.text) -->"
      let question =
        "\n### \(section.heading)\n\(comment)\n\n"
        + body.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.trimmed.hasPrefix("<!-- quiz") }.joined(separator: "\n") + "\n"
      if id.standing == .repeated {
        repeated += 1
        continue
      }
      guard let problem = Self.problem(of: question) else {
        if id.standing == .there {
          found.insert(id.text)
        } else {
          take(question, id: id.text)
        }
        continue
      }
      leave(section.line, "\"\(section.heading)\" is left out: \(problem)")
    }
  }

  /// Where settings end that begin there: names with their values, to the next line of dashes. Nil where
  /// none do.
  private static func endOfSettings(_ lines: [String], after start: Int) -> Int? {
    for (number, line) in lines[start...].enumerated() {
      if line.trimmed == "---" { return start + number + 1 }
      let name = line.trimmed.prefix { $0.isLetter || $0.isNumber || "_-".contains($0) }
      let isSetting = !name.isEmpty && line.trimmed.dropFirst(name.count).hasPrefix(":")
      guard isSetting || line.trimmed.isEmpty || line.hasPrefix("  ") else { return nil }
    }
    return nil
  }

  /// What is wrong with a question alone; nil where it can be asked.
  private static func problem(of question: String) -> String? {
    let bank = QuestionBank(text: "# T\n\n## L\n\(question)")
    if let first = bank.diagnostics.first { return first.advice }
    guard bank.questions.count == 1, !bank.questions[0].isGenerated else {
      return "it is no question"
    }
    return QuestionCheck.failure(of: bank.questions[0])?.text
  }
}
