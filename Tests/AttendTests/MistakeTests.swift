import JSONText
import Notes
import Quiz
import TestSupport
import Testing

@testable import attend

/// What authors mistype, one kind at a time: each is told with a remedy, and the remedy, typed as told, mends
/// it; no finding is without one. `Tests/Fixtures/author/mistakes.jsonl` holds first lessons without a mistake, then what is written in
/// the place of what is right, a part of what is said of it, and what to type where that is not what stood
/// there before.
@Suite struct MistakeTests {
  /// A lesson without a mistake, and the kinds of its questions.
  private struct Base {
    let text: String
    let kinds: [String]
  }

  struct Mistake: CustomStringConvertible, Sendable {
    let base: String
    let right: String
    let wrong: String
    let says: String
    let mend: String
    var description: String { "\(base): \(right) -> \(wrong)" }
  }

  private static func lines() throws -> [JSON] {
    let text = try Files.bytes(of: "\(Files.tests)/Fixtures/author/mistakes.jsonl")
    return try text.split(separator: UInt8(ascii: "\n")).map { try JSON.parse(utf8: Array($0)) }
  }

  private static func text(_ line: JSON, _ name: String) throws -> String {
    try #require(line[name]?.string)
  }

  private func look(_ text: String) -> (findings: [Diagnostic], kinds: [String]) {
    let library = Library(
      title: "a", key: "a", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    let bank = QuestionBank(library)
    let found = CheckCommand.diagnostics(
      library, bank: bank, path: { $0 }, isThere: { _ in false }, isFile: { _ in false })
    return (
      found.filter { $0.severity != .note },
      bank.questions.filter { !$0.isGenerated }.map(\.kindName)
    )
  }

  @Test func eachKindIsToldWithARemedyThatMendsIt() throws {
    var bases: [String: Base] = [:]
    var count = 0
    for line in try Self.lines() {
      let name = try Self.text(line, "base")
      if let text = line["text"]?.string {
        let (findings, kinds) = look(text)
        #expect(findings == [] && !kinds.isEmpty, "\(name)")
        bases[name] = Base(text: text, kinds: kinds)
        continue
      }
      let base = try #require(bases[name])
      let right = try Self.text(line, "right")
      let mistake = Mistake(
        base: name, right: right, wrong: try Self.text(line, "wrong"),
        says: try Self.text(line, "says"), mend: line["mend"]?.string ?? right)
      let place = try #require(base.text.firstRange(of: mistake.right), "\(mistake)")
      func written(_ part: String) -> String {
        String(base.text[..<place.lowerBound]) + part + base.text[place.upperBound...]
      }
      let (findings, _) = look(written(mistake.wrong))
      #expect(
        findings.contains { $0.advice.contains(mistake.says) },
        "\(mistake)\n\(findings.map(\.text))")
      // Of a link to nowhere it is not known what was meant.
      for finding in findings where !finding.message.contains("leads nowhere") {
        #expect(!finding.remedy.isEmpty, "no remedy: \(mistake)\n\(finding.text)")
      }
      let mended = look(written(mistake.mend))
      #expect(
        mended.findings == [] && mended.kinds.count == base.kinds.count,
        "\(mistake)\n\(mended.findings.map(\.text))")
      count += 1
    }
    #expect(count >= 150)
  }
}
