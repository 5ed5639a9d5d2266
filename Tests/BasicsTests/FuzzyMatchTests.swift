import Basics
import Testing

/// How well letters name a title.
@Suite struct FuzzyMatchTests {
  @Test(arguments: [
    ("dp", ["Dot product", "Depth", "Adapter rank"]),
    ("norm", ["Norm", "Normalisation", "A norm of one", "Not often remembered"]),
    ("sdpa", ["Scaled dot-product attention", "Saved place and words"]),
    ("at", ["Attention", "Add two", "What"]),
  ])
  func bestFirst(wanted: String, titles: [String]) throws {
    let scores = try titles.map { try #require(FuzzyMatch(wanted, in: $0)).score }
    #expect(scores == scores.sorted(by: >), "\(scores)")
    #expect(Set(scores).count == scores.count)
  }

  @Test func allWordsHaveToBeThereInAnyOrder() throws {
    #expect(FuzzyMatch("product dot", in: "Dot product") != nil)
    #expect(FuzzyMatch("dot norm", in: "Dot product") == nil)
    #expect(FuzzyMatch("pd", in: "Dp") == nil)
    #expect(try #require(FuzzyMatch("dpr", in: "Dot product")).places == [0, 4, 5])
  }

  @Test func accentsAndCapitalsAreFolded() throws {
    #expect(try #require(FuzzyMatch("ubung", in: "Die Übung")).places == [4, 5, 6, 7, 8])
  }

  @Test func longTitlesTakeNoTime() {
    let title = String(repeating: "a", count: 100_000)
    #expect(FuzzyMatch(String(repeating: "a", count: 100), in: title) != nil)
  }
}
