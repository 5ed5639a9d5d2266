import Testing

@testable import TextUI

/// Lines that are cut where there is no room for all of them.
@Suite struct ShortenedTests {
  @Test(arguments: [
    ("one two three", 13, "one two three"), ("one two three", 12, "one two…"),
    ("one two three", 8, "one two…"), ("one two three", 7, "one…"),
    ("onetwothree four", 8, "onetwot…"),
    ("a bcdefghijk", 8, "a bcdef…"), ("one  two", 6, "one…"), ("one two", 1, "…"),
    ("one two", 0, ""),
  ])
  func wordsAreLeftWhole(text: String, width: Int, shown: String) {
    #expect([Cell](text).shortenedToWords(in: width).text == shown)
  }
}
