import Notes
import Testing
import TextUI

@testable import Widgets

/// Inputs that fit together come to the same in whatever order they are typed, singly or several at
/// once, and one that never fits keeps none of the others back.
@Suite struct WaitingOrderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// What the widget shows before.
    var before: [String] = []
    /// What is typed, each by itself or with others.
    let typed: [String]
    /// What fits whatever else is typed no more than by itself.
    var never: String?

    var testDescription: String { (typed + [never].compactMap(\.self)).joined(separator: "  ") }
  }

  private static let q = "Q = 1 2 3 4; 0 1 0 1; 2 0 0 1"
  private static let k = "K = 1 0 1 0; 0 1 0 1; 1 1 0 0; 0 0 1 1"
  private static let v = "V = 1 2 3 4; 3 4 5 6; 5 6 7 8; 7 8 9 0"
  private static let mask = "mask = 1 1 0 0; 1 1 1 0; 1 1 1 1"

  private static let cases = [
    Case(typed: [q, k, v]),
    Case(typed: [q, k, v, mask]),
    Case(typed: [q, k, v, mask + "  heads = 4"]),
    Case(typed: [q, k, v, "mask = padding 1 1 1 0  dO = 1 0 0 0; 0 1 0 0; 0 0 1 0"]),
    // Two heads of Q share one of K and V.
    Case(
      typed: [
        q, "K = 1 0; 0 1; 1 1; 0 0", "V = 1 2; 3 4; 5 6; 7 8", "heads = 4  kv-heads = 2",
      ]),
    Case(typed: [q, k, v], never: "heads = 7"),
    Case(typed: [q, k, v], never: "mask = 1 1 1 1 1; 1 1 1 1 1"),
    Case(typed: [q, k, v], never: "dO = 1 2 3 4 5"),
    // A mask, gradients and heads of other sizes stand in the way of none.
    Case(before: ["mask = 1 0 0; 1 1 0", "dO = 1 2; 3 4"], typed: [q, k, v]),
    Case(before: ["heads = 2"], typed: ["Q = 1 2 3", "K = 1 0 1; 0 1 0", "V = 1 2 3; 4 5 6"]),
    Case(
      before: ["heads = 2", "mask = causal"],
      typed: ["Q = 1 2 3", "K = 1 0 1; 0 1 0", "V = 1 2 3; 4 5 6", "scale = none"]),
  ]

  /// Every way to type some lines one after the other, several of them at once or not.
  static func ways(_ lines: [String]) -> [[String]] {
    guard !lines.isEmpty else { return [[]] }
    return (1..<1 << lines.count).flatMap { bits in
      let (first, rest) = (
        lines.indices.filter { bits >> $0 & 1 == 1 }.map { lines[$0] },
        lines.indices.filter { bits >> $0 & 1 == 0 }.map { lines[$0] }
      )
      return ways(rest).map { [first.joined(separator: "  ")] + $0 }
    }
  }

  /// What is typed comes to; the rows' words do not go by order alone.
  private func end(_ lines: [String], before: [String]) throws -> (inputs: [String?], said: String)
  {
    var panel = try panel(AttentionWidget.self)
    for line in before + lines { #expect(panel.choose(line) == [], "\(line)") }
    return (
      AttentionWidget.inputKeys.filter { $0 != "words" }.map { panel.inputs[$0] }, panel.text
    )
  }

  @Test(arguments: cases) func endIsTheSameInEveryOrder(_ set: Case) throws {
    let expected = try end([set.typed.joined(separator: "  ")], before: set.before)
    #expect(!expected.said.contains("Kept until it fits"), "\(expected.said)")
    for lines in Self.ways(set.typed) {
      // What never fits is typed at each place.
      let places = set.never == nil ? 0...0 : 0...lines.count
      for place in places {
        var lines = lines
        if let never = set.never { lines.insert(never, at: place) }
        let found = try end(lines, before: set.before)
        #expect(found.inputs == expected.inputs, "\(lines): \(found.said)")
        let kept = found.said.split(separator: "\n").filter { $0.contains("Kept until it fits") }
        #expect(kept == [set.never.map { "Kept until it fits: \($0)" }].compactMap(\.self))
      }
    }
  }

  @Test func everyWayIsTried() {
    #expect(Self.ways(["a", "b"]).map { $0.joined(separator: ", ") } == ["a, b", "b, a", "a  b"])
    #expect(Self.ways(["a", "b", "c"]).count == 13 && Self.ways(["1", "2", "3", "4"]).count == 75)
  }

  /// What waited is replaced by what is typed anew, and what else waits goes on waiting.
  @Test func aNewTrioReplacesWhatWaits() throws {
    var panel = try panel(AttentionWidget.self)
    #expect(panel.choose("Q = 1 2 3; 4 5 6") == [] && panel.choose("mask = 1 0; 0 1") == [])
    #expect(panel.text.contains("Kept until it fits: Q = 1 2 3; 4 5 6   mask = 1 0; 0 1"))
    #expect(panel.choose([Self.q, Self.k, Self.v].joined(separator: "  ")) == [])
    #expect(panel.inputs["Q"] == "1 2 3 4; 0 1 0 1; 2 0 0 1")
    #expect(panel.text.contains("Kept until it fits: mask = 1 0; 0 1"))
    #expect(panel.text.contains("Q 3×4, K 4×4, V 4×4"), "\(panel.text)")
  }

  /// A mask that fits stays when heads give way.
  @Test func nothingGivesWayThatFits() throws {
    var panel = try panel(AttentionWidget.self)
    #expect(panel.choose("heads = 2") == [] && panel.choose("mask = causal and window 2") == [])
    #expect(panel.choose("Q = 1 2 3  K = 1 0 1; 0 1 0  V = 1 2; 3 4") == [])
    #expect(panel.inputs["mask"] == "causal and window 2 top-left", "\(panel.inputs)")
    #expect(panel.inputs["heads"] == nil)
    #expect(panel.text.contains("Dropped, as made for other sizes: heads"))
    panel.press(.tab, .character("a"))
    #expect(panel.inputs["mask"] == "causal and window 2 top-left")
  }
}
