import Testing

@testable import Notes

/// What lists show of a lesson that is a question itself: no further than it asks; it is known by all of its title.
@Suite struct AskedTitleTests {
  private func library(_ text: String) -> Library {
    Library(
      title: "notes", key: "notes", documents: [Document(path: "n.md", bytes: Array(text.utf8))])
  }

  @Test(arguments: [
    ("Which makes shares? softmax", "Which makes shares?"), ("Which (softmax)?", "Which?"),
    ("Which makes shares? (Answer: softmax)", "Which makes shares?"), ("哪个？softmax", "哪个？"),
    ("Which makes shares?", "Which makes shares?"), ("Order: the steps", "Order: the steps"),
    ("What (if anything) helps?", "What (if anything) helps?"),
  ]) func noFurtherThanItAsks(title: String, shown: String) throws {
    for comment in [
      "<!-- quiz -->", "<!-- quiz id=a -->", "<!-- quizz -->", "<!-- note -->\n<!-- quiz -->",
    ] {
      let lessons = library(
        "# C\n\n## \(title)\n\(comment)\n- [ ] a\n- [x] b\n\n## Next\n\nText.\n")
      let id = try #require(lessons.lessonIDs.first)
      #expect(lessons[id]?.shownTitle == shown && lessons[id]?.title == title, "\(comment)")
      #expect(lessons.key(of: id).hasSuffix("#\(title)"))
    }
    let text = library("# C\n\n## \(title)\n\nText with <!-- quiz --> in it.\n")
    let id = try #require(text.lessonIDs.first)
    #expect(text[id]?.shownTitle == title)
  }

  @Test func aChapterThatIsAQuestion() throws {
    let notes = library("# Which makes shares? softmax\n<!-- quiz -->\n- [ ] a\n- [x] b\n")
    let id = try #require(notes.lessonIDs.first)
    #expect(notes.chapter(of: id)?.title == "Which makes shares?")
    #expect(notes.chapter(of: id)?.heading == "Which makes shares? softmax")
    #expect(notes[id]?.shownTitle == "Which makes shares?")
  }
}
