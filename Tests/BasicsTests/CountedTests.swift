import Basics
import Testing

@Suite struct CountedTests {
  @Test(
    arguments: [
      (0, "line", "0 lines"), (1, "line", "1 line"), (2, "line", "2 lines"), (2, "day", "2 days"),
      (3, "query", "3 queries"), (1, "query", "1 query"), (2, "entry", "2 entries"),
      (2, "match", "2 matches"), (2, "guess", "2 guesses"), (2, "box", "2 boxes"),
      (2, "y", "2 ys"),
    ])
  func aCountAndItsNoun(_ count: Int, _ noun: String, _ text: String) {
    #expect(counted(count, noun) == text)
  }
}
