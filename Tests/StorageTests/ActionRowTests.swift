import Scheduling
import TestSupport
import Testing

@testable import Storage

/// Actions as rows of the file and as lines of a log.
@Suite struct ActionRowTests {
  private static let day = StudyDay(number: 20_455)
  private static let actions: [Review.Action] = [
    .flag("the key is \"wrong\"\n"), .unflag, .suspend, .known, .resume, .bury(until: day),
    .due(day), .continues("made-0"), .weights(.published),
  ]

  private static let rows = actions.enumerated().map { index, action in
    Review(
      id: ReviewID(bits: UInt128(index + 1)), question: "q", kind: .action(action),
      time: noon + index, offset: 60)
  }

  @Test(arguments: rows) func aLineComesBack(row: Review) throws {
    #expect(try Review(line: Array(row.line.utf8)) == row)
  }

  @Test func aLineSaysWhatWasDecided() {
    #expect(Self.rows[0].line.contains(#""kind":"action","action":"flag","time""#))
    #expect(Self.rows[5].line.contains(#""action":"bury","day":20455,"#))
  }

  @Test(arguments: [
    ("\"action\":\"bury\"", "\"action\":\"nap\"", "action"), ("\"day\":20455,", "", "action"),
    ("\"day\":20455", "\"day\":-1", "day"), ("\"action\":\"bury\",", "", "action"),
    ("\"answer\":\"\"", "\"answer\":\"soon\"", "action"),
    ("\"kind\":\"action\"", "\"kind\":\"skip\"", "action"),
  ]) func aFaultIsNamed(part: String, replacement: String, field: String) throws {
    let line = Self.rows[5].line
    let parts = try #require(line.firstRange(of: part))
    let faulty = line.replacingCharacters(in: parts, with: replacement)
    #expect {
      try Review(line: Array(faulty.utf8))
    } throws: { error in
      switch error as? LineFault {
      case .missing(let named), .unknown(let named), .bad(let named, _): named == field
      default: false
      }
    }
  }

  @Test func theFileKeepsThemAndMergesThemAsAUnion() throws {
    try TemporaryFolder.with { folder in
      let own = try ProgressStore.open(folder: "\(folder)/a", now: noon)
      let other = try ProgressStore.open(folder: "\(folder)/b", now: noon)
      try own.append(contentsOf: [answer(1)] + Self.rows.prefix(5))
      try other.append(contentsOf: Self.rows.suffix(6))
      #expect(try own.append(Self.rows[0]) == false)
      _ = try own.merge(fileAt: "\(folder)/b/progress.sqlite")
      _ = try other.merge(lines: own.log(), from: "log")
      #expect(try Set(own.reviews()) == Set([answer(1)] + Self.rows))
      #expect(try other.history() == own.history())
      #expect(try own.history() == History(own.reviews()))
      // What was merged is not undone here.
      #expect(try other.history().lastRow()?.question == "q")
      guard case .decided(let last)? = try own.history().lastRow()?.row else {
        Issue.record("no row")
        return
      }
      #expect(last.act.action == .resume)
    }
  }

  @Test func anActionIsNeverChangedNorDeleted() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(Self.rows[0])
      #expect(throws: StorageProblem.self) {
        try store.change("UPDATE review SET action = 'unflag' WHERE action = ?", ["flag"])
      }
      #expect(throws: StorageProblem.self) {
        try store.change("DELETE FROM review WHERE action = ?", ["flag"])
      }
      #expect(try store.reviews() == [Self.rows[0]])
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
