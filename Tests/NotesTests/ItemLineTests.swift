import Testing

@testable import Notes

/// Lines that follow each other as items each begin a line.
@Suite struct ItemLineTests {
  private func lines(_ text: String) -> [String] {
    inlines(text).split(separator: .lineBreak).map { Array($0).plainText }
  }

  @Test(arguments: [
    ("(1) a\n(2) b\n(3) c", ["(1) a", "(2) b", "(3) c"]),
    ("Take:\n(a) one\n(b) two", ["Take:", "(a) one", "(b) two"]),
    ("a) one\nb) two\n   more", ["a) one", "b) two more"]),
    ("i. x\nii. y\niii. z", ["i. x", "ii. y", "iii. z"]),
    ("h. x\ni. y\nj. z", ["h. x", "i. y", "j. z"]), ("A. x\nB. y", ["A. x", "B. y"]),
    ("#. x\n#. y", ["#. x", "#. y"]), ("(1) *a*\n(2) `b`", ["(1) a", "(2) b"]),
    ("I. x\nII. y", ["I. x", "II. y"]),
    ("Answer: C\nAnswer: C", ["Answer: C", "Answer: C"]),
    ("A. x\nB. y\nAnswer: B", ["A. x", "B. y", "Answer: B"]),
  ])
  func items(text: String, shown: [String]) { #expect(lines(text) == shown) }

  /// Prose in which a line happens to begin so stays one paragraph.
  @Test(arguments: [
    "As said in\n(2) and\nmore", "see (a) and\n(c) there\n(b) here", "(1) a\n(3) b",
    "(a) x\nb) y", "by J. and\nA. Smith of\nC. Street", "a\nb", "(see\n(a)", "etc.\nfin.",
    "Note: that\nthis is so", "a: b\nc: d", "One more thing: x\nAnd of course: y",
  ])
  func prose(text: String) { #expect(lines(text).count == 1) }
}
