import Notes
import Scheduling
import Testing

@testable import Quiz

/// What questions without an identity are known by, wherever their file is opened from, and what goes on of logs
/// that hold the names of before.
@Suite struct FormerNameTests {
  /// A note of one course of many that ask in the same words.
  private func week(_ told: String, word: String, isYes: Bool) -> String {
    """
    # Week 1

    ## Summary

    ### What is the main idea?
    <!-- quiz -->

    > [!NOTE]
    > \(told)

    ### Which word sums it up?
    <!-- quiz -->
    In a word: [[\(word)]].

    ### Is the summary complete?
    <!-- quiz -->
    1. [\(isYes ? "x" : " ")] yes
    1. [\(isYes ? " " : "x")] no
    """
  }
  private var physics: String {
    week("Bodies at rest stay at rest.", word: "inertia", isYes: true)
  }
  private var economics: String {
    week("Scarce goods cost more.", word: "supply", isYes: false)
  }

  private func library(_ files: (path: String, text: String)..., key: String = "/k") -> Library {
    Library(
      title: "t", key: key,
      documents: files.map { Document(path: $0.path, bytes: Array($0.text.utf8)) })
  }
  private func ids(_ library: Library) -> [String] { QuestionBank(library).questions.map(\.id) }

  /// Rows as a program of before wrote them: under the former names.
  private func earlier(_ library: Library, first: Int = 1) -> [Review] {
    QuestionBank(library).questions.enumerated().map { index, question in
      Review(
        id: ReviewID(bits: UInt128(first + index)), question: question.formerID ?? question.id,
        kind: .answer(.good), time: noon, offset: 0)
    }
  }
  private func remembered(_ library: Library) -> [KnownQuestion] {
    QuestionBank(library).questions.enumerated().map { index, question in
      let known = question.known(at: index, in: library)
      return KnownQuestion(
        id: question.formerID ?? question.id, place: index, lesson: known.lesson, kind: known.kind,
        words: known.words, key: known.key)
    }
  }

  // MARK: The name

  /// Two files of one name, each opened alone or both together, share nothing but what asks for the same.
  @Test func filesOfOneNameAreToldApart() {
    let alone = [physics, economics].map { Set(ids(library(("week1.md", $0)))) }
    #expect(alone.allSatisfy { $0.count == 3 } && alone[0].isDisjoint(with: alone[1]))
    let both = library(("Physics/week1.md", physics), ("Economics/week1.md", economics))
    #expect(Set(ids(both)) == alone[0].union(alone[1]))
    // By the names of before they were one.
    let former = [physics, economics].map { text in
      QuestionBank(library(("week1.md", text))).questions.map(\.formerID)
    }
    #expect(former[0] == former[1] && !former[0].contains(nil))
  }

  /// A folder opened as a whole, one of its folders, a single file, and the file in another folder.
  @Test(arguments: ["week1.md", "Physics/week1.md", "2026/Physics/week1.md", "old/week1.md"])
  func theFolderIsNoPartOfTheName(path: String) {
    #expect(ids(library((path, physics))) == ids(library(("week1.md", physics))))
    #expect(ids(library((path, physics))) != ids(library(("week2.md", physics))))
  }

  /// A system may write the accents of a file's name apart.
  @Test func accentsOfAFilesNameMayBeApart() {
    let names = ["\u{E9}t\u{E9}.md", "e\u{301}te\u{301}.md"]
    let found = names.map { ids(library(($0, physics))) }
    #expect(found[0] == found[1])
  }

  /// What is mended far behind in an answer in prose, and a reason, changes no name.
  @Test func theEndOfALongAnswerIsNoPartOfIt() {
    let long = "One two three four five six seven eight nine ten eleven twelve"
    let told = [long + " thirteen.", long + ", and more."].map {
      ids(library(("a.md", week($0, word: "w", isYes: true))))
    }
    #expect(told[0] == told[1])
    let reasons = ["> so it is", "> as was said"].map { reason in
      ids(
        library(
          ("a.md", "# T\n\n## L\n\n### Q?\n<!-- quiz -->\n1. [x] yes\n   \(reason)\n1. [ ] no\n")))
    }
    #expect(reasons[0].count == 1 && reasons[0] == reasons[1])
  }

  /// A copy in another folder shares the answers: it asks the same, and is asked once, which its author is told.
  @Test func aCopyIsAskedOnce() {
    let copied = library(("a/week1.md", physics), ("b/week1.md", physics))
    let bank = QuestionBank(copied)
    #expect(bank.questions.map(\.id) == ids(library(("week1.md", physics))))
    #expect(bank.diagnostics.count == 3 && bank.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      bank.diagnostics[0].text.hasPrefix(
        "b/week1.md:5:1: warning: the same question with the same answer stands at a/week1.md:5"),
      "\(bank.diagnostics[0].text)")
  }

  // MARK: Earlier logs

  private func recognised(
    _ library: Library, _ rows: [Review], before: [KnownQuestion] = [],
    held: [KnownQuestion] = []
  ) -> (progress: Progress, words: String?) {
    var progress = Progress(reviews: rows)
    let found = Recognition(
      QuestionBank(library), in: library, before: before, held: held, progress: progress)
    progress.add(found.rows(moment(noon + day), under: progress.scheduler))
    return (progress, found.words)
  }

  private func reviews(_ library: Library, _ progress: Progress) -> [Int] {
    ids(library).map { progress.cards[$0]?.reviews ?? 0 }
  }

  /// With what is remembered of the notes, and without, as on another device; nothing is said, for nothing changed.
  @Test func answersUnderFormerNamesGoOn() {
    for path in ["week1.md", "Physics/week1.md"] {
      let notes = library((path, physics))
      for before in [remembered(notes), []] {
        let found = recognised(notes, earlier(notes), before: before)
        #expect(reviews(notes, found.progress) == [1, 1, 1] && found.words == nil)
        // It is said once.
        let again = Recognition(
          QuestionBank(notes), in: notes, before: before, progress: found.progress)
        #expect(again.matches.isEmpty)
      }
    }
  }

  /// What the same words of other notes asked for is not theirs.
  @Test func otherNotesDoNotTakeThem() {
    let own = library(("week1.md", physics), key: "/p")
    let other = library(("week1.md", economics), key: "/e")
    let rows = earlier(own)
    let first = recognised(other, rows, held: remembered(own))
    #expect(reviews(other, first.progress) == [0, 0, 0])
    // Nor where its own notes went on with them.
    let went = recognised(own, rows, before: remembered(own))
    let then = Recognition(
      QuestionBank(other), in: other, before: [], progress: went.progress)
    #expect(then.matches.isEmpty)
    // A copy of the notes elsewhere does.
    let copy = library(("week1.md", physics), key: "/copy")
    #expect(
      reviews(copy, recognised(copy, rows, held: remembered(own)).progress) == [1, 1, 1])
  }

  /// The folder and a folder in it were opened both: what was answered in either counts.
  @Test func answersOfFolderAndSubfolderJoin() {
    let (whole, part) = (library(("Physics/week1.md", physics)), library(("week1.md", physics)))
    let rows = earlier(whole) + earlier(part, first: 11)
    var progress = recognised(whole, rows, before: remembered(whole)).progress
    #expect(reviews(whole, progress) == [1, 1, 1])
    let found = Recognition(
      QuestionBank(part), in: part, before: remembered(part), progress: progress)
    progress.add(found.rows(moment(noon + day), under: progress.scheduler))
    #expect(reviews(part, progress) == [2, 2, 2])
  }

  /// An identity that `check --mint` wrote is the name of then or of now; one of an author's own is another matter.
  @Test func whatWasMintedGoesOn() throws {
    let plain = library(("week1.md", physics))
    let rows = earlier(plain)
    let parts = physics.split(separator: "<!-- quiz -->", omittingEmptySubsequences: false)
    let former = QuestionBank(plain).questions.map { $0.formerID ?? "" }
    for names in [ids(plain), former] {
      let text = zip(parts, names.map { "<!-- quiz id=\($0) -->" } + [""]).map { $0 + $1 }.joined()
      let minted = library(("week1.md", text))
      #expect(ids(minted) == names)
      #expect(reviews(minted, recognised(minted, rows).progress) == [1, 1, 1])
    }
    let own = library(("week1.md", physics.replacing("quiz -->", with: "quiz id=x -->")))
    #expect(QuestionBank(own).questions.allSatisfy { $0.formerID == nil })
  }

  /// What the reader parted is not put together again.
  @Test func aFormerNameThatWasPartedStaysSo() throws {
    let notes = library(("week1.md", physics))
    var progress = recognised(notes, earlier(notes)).progress
    let id = ids(notes)[0]
    let match = try #require(progress.history.matches(of: id).last)
    progress.add([Review(voiding: match.id, of: id, moment(noon + 2 * day), parts: true)])
    #expect(reviews(notes, progress) == [0, 1, 1])
    let again = Recognition(QuestionBank(notes), in: notes, before: [], progress: progress)
    #expect(again.matches.isEmpty)
  }
}
