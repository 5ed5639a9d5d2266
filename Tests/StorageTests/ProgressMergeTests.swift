import Libc
import Notes
import Scheduling
import TestSupport
import Testing

@testable import Storage

/// A log drawn at random from few identifiers and contents, so that rows repeat and collide.
private func randomLog(_ random: inout SplitMix) -> [Review] {
  (0..<Int.random(in: 0...12, using: &random)).map { _ in
    Review(
      id: ReviewID(bits: UInt128.random(in: 0...6, using: &random)),
      question: ["q", "r"].randomElement(using: &random)!,
      kind: [.answer(.good), .answer(.again), .skip, .void(ReviewID(bits: 3))]
        .randomElement(using: &random)!,
      time: noon + Int.random(in: 0...3, using: &random), offset: 0,
      answer: ["", "é", "e\u{301}"].randomElement(using: &random)!)
  }
}

@Suite struct ProgressMergeTests {
  private func lines(_ reviews: [Review]) -> [String] { reviews.map(\.line) }

  @Test func theUnionIsCommutativeAssociativeAndIdempotent() {
    var random = SplitMix(seed: 1)
    for _ in 0..<100 {
      let a = randomLog(&random)
      let b = randomLog(&random)
      let c = randomLog(&random)
      let all = lines(union([a, b, c]))
      #expect(lines(union([c, a, b])) == all)
      #expect(lines(union([union([a, b]), c])) == all)
      #expect(lines(union([a, union([b, c])])) == all)
      #expect(lines(union([a, b, c, a, b, c])) == all)
      #expect(lines(union([union([a, b, c])])) == all)
      #expect(Set(all.map { Array($0.utf8) }).count == all.count)
      #expect(
        Set(all.map { Array($0.utf8) }) == Set((a + b + c).map { Array($0.line.utf8) }))
    }
  }

  /// What was taken in is not part of what an undo takes back, also after the file was opened again.
  @Test func whatWasTakenInIsNotTheReadersOwn() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      try store.append(contentsOf: [answer(1), answer(2)])
      let log = [answer(2), answer(7), answer(8)].map(\.line).joined(separator: "\n")
      #expect(try store.merge(lines: Array(log.utf8), from: "log").new == 2)
      #expect(try store.history().last()?.entry.id == answer(2).id)
      try store.append(answer(3))
      #expect(try store.merge(lines: Array(answer(9).line.utf8), from: "log").new == 1)
      let again = try ProgressStore.open(folder: folder, now: noon)
      #expect(try again.history().last()?.entry.id == answer(3).id)
      #expect(try again.history().answers(to: "q").count == 6)
      // A hostile or broken setting does no harm.
      for text in ["9-1 x 3 -4 99999999999999999999-1 1-2-3", "0-9223372036854775807", ""] {
        try again.setSetting(MergedRows.setting, to: text)
        #expect(try again.merge(lines: Array(answer(20 + text.count).line.utf8), from: "").new == 1)
        _ = try again.history().last()
      }
    }
  }

  @Test func rangesOfRowsAreKeptShort() {
    var rows = MergedRows()
    rows.add(3...5)
    rows.add(6...6)
    rows.add(9...9)
    #expect(rows.text == "3-6 9-9" && MergedRows(rows.text) == rows)
    #expect([2, 3, 6, 7, 9].map(rows.contains) == [false, true, true, false, true])
    for row in 0..<1_000 { rows.add(20 + 2 * row...20 + 2 * row) }
    #expect(rows.ranges.count == 100 && rows.contains(2_018))
  }

  @Test func storesThatMergeInAnyOrderHoldTheSameCards() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<2 {
      let logs = (0..<3).map { _ in randomLog(&random) }
      let expected = lines(union(logs))
      for order in [[0, 1, 2], [2, 1, 0], [1, 1, 0, 2, 0]] {
        try TemporaryFolder.with { folder in
          let store = try ProgressStore.open(folder: folder, now: noon)
          for index in order {
            let text = lines(logs[index]).joined(separator: "\n")
            _ = try store.merge(lines: Array(text.utf8), from: "log")
          }
          let stored = try store.reviews()
          #expect(lines(union([stored])) == expected)
          #expect(stored.count == expected.count)
          #expect(
            History(stored).cards(by: Scheduler()) == History(union(logs)).cards(by: Scheduler()))
        }
      }
    }
  }

  @Test func goodLinesAreTakenAndBadOnesReportedWithTheirNumber() throws {
    try TemporaryFolder.with { folder in
      let text = [
        answer(1).line, "", "{", "  \r", answer(2).line + "\r", "[1]", answer(1).line, "\u{0}x",
        answer(3).line,
      ].joined(separator: "\n")
      let store = try ProgressStore.open(folder: folder, now: noon)
      let report = try store.merge(lines: Array(text.utf8) + [0x0a, 0xff, 0xfe], from: "/log")
      #expect(report.new == 3)
      #expect(report.known == 1)
      #expect(report.badLines == 4)
      #expect(
        report.problems.map(\.message).map { $0.prefix(8) } == [
          "/log:3: ", "/log:6: ", "/log:8: ", "/log:10:",
        ])
      #expect(try store.reviews() == [answer(1), answer(2), answer(3)])
    }
  }

  @Test func onlySoManyProblemsAreTold() throws {
    try TemporaryFolder.with { folder in
      let store = try ProgressStore.open(folder: folder, now: noon)
      let report = try store.merge(
        lines: Array(String(repeating: "x\n", count: 5_000).utf8), from: "/log")
      #expect(report.badLines == 5_000)
      #expect(report.problems.count == ReviewLog.tellableProblems)
      #expect(!Disk.exists(store.path))
    }
  }

  @Test func anotherDatabaseIsTakenInAndOnlyRead() throws {
    try TemporaryFolder.with { folder in
      do {
        let other = try ProgressStore.open(folder: "\(folder)/other", now: noon)
        try other.append(contentsOf: [answer(1), answer(2)])
      }
      let path = "\(folder)/other/progress.sqlite"
      let before = try Files.bytes(of: path)
      let store = try ProgressStore.open(folder: "\(folder)/mine", now: noon)
      try store.append(answer(2))
      #expect(try store.merge(fileAt: path) == MergeReport(new: 1, known: 1))
      #expect(try store.reviews() == [answer(2), answer(1)])
      #expect(try Files.bytes(of: path) == before)
    }
  }

  @Test func linesComeFromAFileToo() throws {
    try TemporaryFolder.with { folder in
      try Files.write(answer(1).line.utf8, to: "\(folder)/log.jsonl")
      let store = try ProgressStore.open(folder: folder, now: noon)
      #expect(try store.merge(fileAt: "\(folder)/log.jsonl") == MergeReport(new: 1))
      #expect {
        try store.merge(fileAt: "\(folder)/none")
      } throws: {
        $0 as? StorageProblem
          == .unreadable(path: "\(folder)/none", reason: "No such file or directory")
      }
      #expect(throws: StorageProblem.misplaced(path: folder, .isAFolder)) {
        try store.merge(fileAt: folder)
      }
    }
  }
}
