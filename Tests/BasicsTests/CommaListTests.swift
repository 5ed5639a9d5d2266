import Basics
import Testing

/// Lists that people type: nothing of them is passed over.
@Suite struct CommaListTests {
  @Test(arguments: [
    ("", []), ("  ", []), ("L0H1", ["L0H1"]), ("L0H1,L2", ["L0H1", "L2"]),
    (" a , b c,d ", ["a", "b", "c", "d"]), ("1 2", ["1", "2"]),
  ])
  func wordsArePartedByCommasAndBlanks(text: String, words: [String]) {
    #expect(CommaList.words(of: text) == words)
  }

  @Test(arguments: [",", ", ", "a,", ",a", "a,,b", "a, ,b"]) func aMissingPartIsNoList(text: String)
  {
    #expect(CommaList.words(of: text) == nil)
  }
}
