import Notes
import Scheduling
import Testing

@testable import Quiz

/// A question that several files hold and that is changed in one of them.
@Suite struct SharedQuestionTests {
  private let text = """
    # C

    ## L

    ### What does the softmax make of the scores?
    <!-- quiz -->
    It makes [[weights]] of them.
    """
  private var mended: String { text.replacing("the scores?", with: "all the scores?") }
  private var mendedTwice: String { text.replacing("the scores?", with: "the row of scores?") }

  private func library(_ files: [String: String], key: String = "/n") -> Library {
    Library(
      title: "t", key: key,
      documents: files.sorted { $0.key < $1.key }.map {
        Document(path: $0.key, bytes: Array($0.value.utf8))
      })
  }
  private func ids(_ text: String) -> String {
    QuestionBank(library(["w.md": text])).questions[0].id
  }
  private func answer(_ number: Int, _ question: String) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number)), question: question, kind: .answer(.good),
      time: noon + number, offset: 0)
  }
  private func recognise(
    _ library: Library, _ progress: inout Progress, before: [KnownQuestion] = [],
    elsewhere: Set<String> = [], later: Int = 1
  ) -> Recognition {
    let found = Recognition(
      QuestionBank(library), in: library, before: before, elsewhere: elsewhere, progress: progress)
    progress.add(found.rows(moment(noon + later * day), under: progress.scheduler))
    return found
  }
  private func reviews(_ progress: Progress, _ texts: String...) -> [Int] {
    texts.map { progress.cards[ids($0)]?.reviews ?? 0 }
  }

  /// Whichever of the two it was, and whether it is opened with the other one or by itself.
  @Test(arguments: ["a/w.md", "b/w.md"], [true, false])
  func theChangedOneHasWhatWasOfBoth(path: String, isAlone: Bool) {
    let files = ["a/w.md": text, "b/w.md": text]
    var progress = Progress(reviews: [answer(1, ids(text))])
    let known = recognise(library(files), &progress).known
    #expect(known.count == 2 && known.filter(\.isCopy).map(\.lesson) == ["b/w.md#L"])
    var changed = files
    changed[path] = mended
    if isAlone {
      let alone = library(["w.md": mended], key: "/n/\(path.prefix(1))")
      var before = known.filter { !$0.isCopy }
      before[0].lesson = "w.md#L"
      _ = recognise(alone, &progress, before: before, elsewhere: [ids(text)])
    }
    let whole = recognise(library(changed), &progress, before: known, later: 2)
    #expect(whole.matches.count == (isAlone ? 0 : 1))
    #expect(reviews(progress, text, mended) == [1, 1])
    // From then on each has its own.
    progress.add([answer(2, ids(mended)), answer(3, ids(mended)), answer(4, ids(text))])
    #expect(reviews(progress, text, mended) == [2, 3])
    // Nothing is found again.
    #expect(recognise(library(changed), &progress, before: whole.known, later: 3).matches.isEmpty)
    // Who undoes it has a new question.
    let row = progress.history.matches(of: ids(mended))[0]
    progress.add([Review(voiding: row.id, of: ids(mended), moment(noon + 4 * day))])
    #expect(reviews(progress, text, mended) == [2, 2])
    #expect(recognise(library(changed), &progress, before: known, later: 5).matches.isEmpty)
  }

  /// One was opened alone, and went on, before anything was known of the other.
  @Test(arguments: [true, false]) func twoThatWereOnePart(areTogether: Bool) throws {
    var progress = Progress(reviews: [answer(1, ids(text))])
    let before = recognise(library(["w.md": text]), &progress).known
    let first = recognise(library(["w.md": mended]), &progress, before: before)
    #expect(first.matches.map(\.until) == [nil])
    progress.add([answer(2, ids(mended))])
    #expect(reviews(progress, text, mended) == [2, 2])
    let other =
      areTogether
      ? library(["a/w.md": text, "b/w.md": mended]) : library(["w.md": text], key: "/other")
    let found = recognise(
      other, &progress, elsewhere: areTogether ? [] : [ids(mended)], later: 2)
    #expect(
      found.words
        == "A question was changed in one of two files: each has its own answers from now on")
    progress.add([answer(3, ids(text))])
    #expect(reviews(progress, text, mended) == [2, 2])
    // It is said once; and not again where it was taken back.
    #expect(
      recognise(other, &progress, elsewhere: [ids(mended)], later: 3).matches.isEmpty)
    let last = try #require(progress.history.lastDecision())
    progress.add([Review(voiding: last.decided.id, of: last.question, moment(noon + 4 * day))])
    #expect(reviews(progress, text, mended) == [3, 3])
    #expect(
      recognise(other, &progress, elsewhere: [ids(mended)], later: 5).matches.isEmpty)
  }

  /// Changed in both, in the same words or in others.
  @Test func bothMayBeChanged() {
    let files = ["a/w.md": text, "b/w.md": text]
    var progress = Progress(reviews: [answer(1, ids(text))])
    let known = recognise(library(files), &progress).known
    var same = progress
    let found = recognise(library(["a/w.md": mended, "b/w.md": mended]), &same, before: known)
    #expect(found.matches.map(\.until) == [nil] && reviews(same, mended) == [1])
    let both = library(["a/w.md": mended, "b/w.md": mendedTwice])
    _ = recognise(both, &progress, before: known)
    progress.add([answer(2, ids(mended))])
    #expect(reviews(progress, mended, mendedTwice) == [2, 1])
    // One after the other: what is left of the first is one again.
    var later = Progress(reviews: [answer(1, ids(text))])
    _ = recognise(
      library(["w.md": mended], key: "/n/a"), &later,
      before: [known[0]].map { question in
        var question = question
        question.lesson = "w.md#L"
        return question
      }, elsewhere: [ids(text)])
    later.add([answer(2, ids(text))])
    #expect(reviews(later, text, mended) == [2, 1])
    _ = recognise(
      library(["a/w.md": mended, "b/w.md": mended]), &later, before: known, later: 2)
    #expect(reviews(later, mended) == [2])
  }

  /// A file that only moved takes its questions along.
  @Test func aFileThatMovedIsNoChange() {
    var progress = Progress(reviews: [answer(1, ids(text))])
    let known = recognise(library(["a/w.md": text, "b/w.md": text]), &progress).known
    for files in [["c/w.md": text, "b/w.md": text], ["b/w.md": text], ["a/w.md": text]] {
      #expect(recognise(library(files), &progress, before: known).matches.isEmpty)
    }
  }

  /// What two shared is counted once.
  @Test func theStatisticsCountAnAnswerOnce() {
    let files = ["a/w.md": text, "b/w.md": text]
    var progress = Progress(reviews: [answer(1, ids(text))])
    let known = recognise(library(files), &progress).known
    let changed = library(["a/w.md": mended, "b/w.md": text])
    _ = recognise(changed, &progress, before: known)
    progress.add([answer(2, ids(mended))])
    let report = Report(
      progress, bank: QuestionBank(changed), now: noon + day, today: moment(noon + day).day)
    #expect(report.reviews == 2 && report.elsewhere == 0 && report.unseen == 0)
  }

  /// A file that goes and comes back is nothing to tell, and both are as they were.
  @Test func aFileThatCameBackIsNoNews() throws {
    let (one, both) = (["b/w.md": mended], ["a/w.md": text, "b/w.md": mended])
    var progress = Progress(reviews: [answer(1, ids(text))])
    var known = recognise(library(["a/w.md": text, "b/w.md": text]), &progress).known
    let first = recognise(library(both), &progress, before: known)
    #expect(first.told(of: first.matches).count == 1 && first.words != nil)
    known = first.known
    progress.add([answer(2, ids(mended))])
    for round in 1...3 {
      let gone = recognise(library(one), &progress, before: known, later: 2 * round)
      #expect(gone.words == nil && gone.told(of: gone.matches).isEmpty)
      let back = recognise(
        library(both), &progress, before: gone.known, later: 2 * round + 1)
      #expect(back.words == nil && back.matches.count == 1)
      // Nothing more is said of them.
      let again = recognise(library(both), &progress, before: back.known, later: 2 * round + 1)
      #expect(again.matches.isEmpty)
      known = again.known
      progress.add([answer(10 + round, ids(text))])
      #expect(reviews(progress, text, mended) == [1 + round, 2])
    }
  }

  /// What goes on from another one is counted with it, unless the notes hold both.
  @Test func aBranchIsNoQuestionMore() {
    var progress = Progress(reviews: [answer(1, ids(text)), answer(2, "elsewhere")])
    let known = recognise(library(["a/w.md": text, "b/w.md": text]), &progress).known
    let both = library(["a/w.md": text, "b/w.md": mended])
    _ = recognise(both, &progress, before: known)
    progress.add([answer(3, ids(mended)), answer(4, ids(text))])
    func count(_ library: Library) -> Int {
      Report(
        progress, bank: QuestionBank(library), now: noon + day, today: moment(noon + day).day
      ).questions
    }
    #expect(count(library(["b/w.md": mended])) == 2 && count(library(["a/w.md": text])) == 2)
    #expect(count(both) == 3 && count(library([:])) == 2)
  }
}
