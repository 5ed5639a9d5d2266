import Scheduling
import Testing

@testable import attend

/// Which questions of other notes those that are open may have taken over.
@Suite struct OtherNotesTests {
  private func known(
    _ document: String, _ lesson: String, place: Int? = 0, id: String = "q", key: String? = "k"
  ) -> (document: String, question: KnownQuestion) {
    (
      document,
      KnownQuestion(
        id: id, place: place, lesson: lesson, kind: "recall", words: "words", key: key)
    )
  }

  /// The keys of the lessons of those that are free, as seen from the notes that are open.
  private func free(
    _ known: [(document: String, question: KnownQuestion)], open: String, there: Set<String>
  ) -> [String] {
    let notes = OtherNotes(key: open, isThere: there.contains)
    return notes.free(known, held: notes.held(known)).map(\.lesson)
  }

  @Test func aFileThatIsThereKeepsItsQuestions() {
    for (document, lesson) in [("/x/a.md", "a.md#L"), ("/x", "a.md#L")] {
      let question = known(document, lesson)
      #expect(free([question], open: "/x/b.md", there: ["/x/a.md"]).isEmpty)
      #expect(free([question], open: "/x/b.md", there: []) == ["/x/a.md#L"])
      // That it was gone from the file was seen when the notes were last open.
      let gone = known(document, lesson, place: nil)
      #expect(free([gone], open: "/x/b.md", there: ["/x/a.md"]) == ["/x/a.md#L"])
      // Then what it asked for has to be known.
      let old = known(document, lesson, place: nil, key: nil)
      #expect(free([old], open: "/x/b.md", there: ["/x/a.md"]).isEmpty)
      #expect(free([old], open: "/x/b.md", there: []) == ["/x/a.md#L"])
    }
  }

  /// A file that was open by itself and in its folder is one file, whose text is read now.
  @Test func whatIsOpenIsLookedAtItself() {
    let there: Set = ["/x/a.md", "/x/sub/c.md"]
    #expect(free([known("/x/a.md", "a.md#L")], open: "/x", there: there) == ["a.md#L"])
    #expect(free([known("/x", "a.md#L")], open: "/x/a.md", there: there) == ["a.md#L"])
    #expect(free([known("/x/sub", "c.md#L")], open: "/x", there: there) == ["sub/c.md#L"])
    #expect(free([known("/xy/a.md", "a.md#L")], open: "/x", there: ["/xy/a.md"]).isEmpty)
  }

  /// What was known of the same file where more or less was open is known here, once.
  @Test func theSameFileIsKnownHoweverItWasOpened() {
    func found(_ open: String) -> [String] {
      OtherNotes(key: open, isThere: { _ in true }).ofSameFiles([
        known("/x", "sub/c.md#L"), known("/x/sub", "c.md#L"), known("/x", "a.md#L", id: "other"),
      ]).map(\.lesson)
    }
    #expect(found("/x/sub") == ["c.md#L"])
    #expect(found("/x/sub/c.md") == ["c.md#L"])
    #expect(found("/x") == ["sub/c.md#L", "a.md#L"])
  }

  @Test func whatAnyOfThemHoldsIsNotFree() {
    let twice = [known("/x/a.md", "a.md#L"), known("/gone/a.md", "a.md#L")]
    #expect(free(twice, open: "/y", there: ["/x/a.md"]).isEmpty)
    #expect(free([known("course", "01.md#L")], open: "/y", there: []).isEmpty)
    // Where standard input came from nobody knows.
    #expect(free([known("-", "-#L", key: nil)], open: "/y", there: []).isEmpty)
    #expect(free([known("-", "-#L")], open: "/y", there: []).count == 1)
  }

  /// What files hold that are there, and are none of the notes that are open.
  @Test func whatOthersHoldIsTold() {
    func held(_ open: String, _ known: [(document: String, question: KnownQuestion)]) -> Set<String>
    {
      OtherNotes(key: open, isThere: ["/x/a.md", "/x/b.md"].contains).held(known)
    }
    let question = known("/x", "b.md#L")
    #expect(held("/x/a.md", [question]) == ["q"] && held("/x", [question]).isEmpty)
    #expect(held("/x/a.md", [known("/x", "gone.md#L")]).isEmpty)
    #expect(held("/x/a.md", [known("/x", "b.md#L", place: nil)]).isEmpty)
    #expect(held("/x/a.md", [known("course", "01.md#L")]) == ["q"])
    // A copy of it stands there still.
    var copy = known("/x", "b.md#L", place: nil)
    copy.question.isCopy = true
    #expect(held("/x/a.md", [copy]) == ["q"])
    #expect(free([copy], open: "/x/c.md", there: []).isEmpty)
  }
}
