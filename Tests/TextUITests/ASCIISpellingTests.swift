import Testing
import TextUI

/// Signs spelled out where only ASCII can be shown.
@Suite struct ASCIISpellingTests {
  /// A dot at a word stands for the space that a token begins with; any other is a times sign.
  @Test(arguments: [
    ("·to", "_to"), ("(·to)", "(_to)"), ("\"·Mia\" @3", "\"_Mia\" @3"),
    ("·The·story", "_The·story"),
    ("··two", "__two"), ("·1", "_1"), ("2 · 3", "2 · 3"), ("2·3", "2·3"), ("a·b", "a·b"),
    ("(1)·x", "(1)·x"), ("·", "·"), ("· ·", "· ·"), ("√dₖ·to", "sqrt(dk)·to"),
  ])
  func aDotAtAWordIsASpace(text: String, spelled: String) {
    #expect(ASCIISpelling.text(text) == spelled)
  }

  /// A dot is a space by what stands before it and the first sign behind it that is none, in any row of
  /// them.
  @Test func eachDotGoesByItsNeighbours() {
    let signs: [Character] = ["·", "a", " ", ")", "("]
    var rows: [[Character]] = [[]]
    for _ in 0..<5 { rows = [[]] + rows.flatMap { row in signs.map { row + [$0] } } }
    for row in rows {
      var spelled: [Character] = []
      for (index, sign) in row.enumerated() {
        let next = row[index...].first { $0 != "·" }
        let isSpace =
          sign == "·" && !(spelled.last.map { "a)".contains($0) } ?? false)
          && (next.map { "a(".contains($0) } ?? false)
        spelled.append(isSpace ? "_" : sign)
      }
      #expect(ASCIISpelling.text(String(row)) == String(spelled))
    }
  }

  @Test func aLongRowOfDotsIsSpelled() {
    let dots = String(repeating: "·", count: 50_000)
    #expect(ASCIISpelling.text(dots) == dots)
    #expect(ASCIISpelling.text(dots + "to") == String(repeating: "_", count: 50_000) + "to")
  }

  /// A face is spelled out, for a colon alone looks like a sign that was left over.
  @Test(arguments: [
    ("A 😄.", "A :smile:."), ("💯", ":100:"), ("😀", ":grinning_face:"),
    ("🙏", ":person_with_folded_hands:"), ("🤓", ":nerd_face:"), ("🤔", ":thinking:"),
  ])
  func facesAreSpelled(text: String, spelled: String) {
    #expect(ASCIISpelling.text(text) == spelled)
  }
}
