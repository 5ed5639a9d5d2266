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
}
