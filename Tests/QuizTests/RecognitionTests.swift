import Notes
import Scheduling
import Testing

@testable import Quiz

/// Questions whose words or place changed are found again.
@Suite struct RecognitionTests {
  private static let text = """
    # Attention

    ## Scores

    - **Query**: the vector that asks what the other words of the sentence hold
    - **Key**: the vector that a query is compared with before any weighting
    - **Value**: the vector that is added up by its weight into the output

    ## Pooling

    ### Which part decides how much each value counts?
    <!-- quiz -->
    1. [ ] the scores before the softmax
    1. [x] the weights that the softmax makes
    1. [ ] the values by themselves

    ### What is a weight divided by?
    <!-- quiz -->
    By the sum of all [[exponentials]] of its row.
    """

  private func library(_ text: String, path: String = "a.md", key: String = "k") -> Library {
    Library(title: "t", key: key, documents: [Document(path: path, bytes: Array(text.utf8))])
  }

  /// Each question answered once.
  private func progress(_ library: Library) -> Progress {
    Progress(
      reviews: QuestionBank(library).questions.enumerated().map { index, question in
        Review(
          id: ReviewID(bits: UInt128(index + 1)), question: question.id, kind: .answer(.good),
          time: noon, offset: 0)
      })
  }

  private func known(_ library: Library, _ progress: Progress) -> [KnownQuestion] {
    Recognition(QuestionBank(library), in: library, before: [], progress: progress).known
  }

  /// What is recognised where `before` has become `after`.
  private func recognised(
    _ before: Library, _ after: Library, _ progress: Progress? = nil
  ) -> Recognition {
    let progress = progress ?? self.progress(before)
    return Recognition(
      QuestionBank(after), in: after, before: known(before, progress), progress: progress)
  }

  private var bank: QuestionBank { QuestionBank(library(Self.text)) }

  @Test func whatStaysNeedsNoMatch() {
    #expect(bank.questions.count >= 2)
    let same = recognised(library(Self.text), library(Self.text))
    #expect(same.matches.isEmpty && same.words == nil)
    #expect(same.known.count == bank.questions.count)
    #expect(same.known.map(\.place) == Array(0..<bank.questions.count))
  }

  /// The edits of which each lost the history of some questions.
  @Test(arguments: [
    ("", "", "b.md"),
    ("## Pooling", "## How values are pooled", "a.md"),
    ("the weights that the softmax makes", "the weights which the softmax makes", "a.md"),
    ("By the sum of all", "By the total of all", "a.md"),
    ("the scores before the softmax", "the plain scores", "a.md"),
    ("each value counts", "every value counts", "a.md"),
  ]) func anEditLosesNothing(old: String, new: String, path: String) {
    let before = library(Self.text)
    let edited = old.isEmpty ? Self.text : Self.text.replacing(old, with: new)
    let after = library(edited, path: path)
    let progress = progress(before)
    let found = recognised(before, after, progress)
    var later = progress
    later.add(found.rows(moment(noon + day), under: progress.scheduler))
    for question in QuestionBank(after).questions {
      #expect(later.cards[question.id]?.reviews == 1, "\(question.title)")
    }
    #expect(!found.matches.isEmpty && found.words != nil)
  }

  /// What a chapter is called is no part of what a question is.
  @Test func aChaptersNewTitleChangesNothing() {
    let after = library(Self.text.replacing("# Attention", with: "# Looking at each other"))
    #expect(recognised(library(Self.text), after).matches.isEmpty)
  }

  @Test func anotherQuestionIsNotTakenForIt() {
    let before = library(Self.text)
    let other = """
      # Attention

      ## Pooling

      ### How many heads has a small model?
      <!-- quiz -->
      It has [[twelve]].
      """
    #expect(recognised(before, library(other)).matches.isEmpty)
    // What was never answered has nothing to keep.
    let renamed = library(Self.text, path: "b.md")
    #expect(recognised(before, renamed, Progress()).matches.isEmpty)
  }

  @Test func whatIsGoneIsRememberedUntilItComesBack() throws {
    let before = library(Self.text)
    let progress = progress(before)
    let start = try #require(Self.text.firstRange(of: "### What is a weight")?.lowerBound)
    let without = library(String(Self.text[..<start]))
    let found = recognised(before, without, progress)
    #expect(found.matches.isEmpty && found.known.last?.place == nil)
    #expect(found.known.count == bank.questions.count)
    let moved = Self.text.replacing("## Pooling", with: "## Sums")
    let again = Recognition(
      QuestionBank(library(moved)), in: library(moved), before: found.known, progress: progress)
    #expect(again.matches.contains { $0.former == found.known.last?.id })
  }

  @Test func aMatchThatWasPartedIsNotMadeAgain() throws {
    let (before, after) = (library(Self.text), library(Self.text, path: "b.md"))
    var progress = progress(before)
    let rows = recognised(before, after, progress).rows(moment(noon + day), under: Scheduler())
    progress.add(rows)
    let first = try #require(rows.first)
    progress.add([Review(voiding: first.id, of: first.question, moment(noon + 2 * day))])
    #expect(progress.cards[first.question] == nil)
    let again = recognised(before, after, progress)
    #expect(!again.matches.contains { $0.question == first.question })
    // On another device the same match has the same name, so it is parted there too.
    let elsewhere = recognised(before, after, self.progress(before))
    let names = elsewhere.rows(moment(noon + 5 * day), under: Scheduler()).map(\.id)
    #expect(Set(names) == Set(rows.map(\.id)))
  }

  /// A single file that was renamed is other notes.
  @Test func ofOtherNotesOnlyTheVerySameAreTaken() {
    let before = library(Self.text, key: "/one.md")
    let progress = progress(before)
    let others = known(before, progress)
    let same = library(Self.text, path: "two.md", key: "/two.md")
    let found = Recognition(
      QuestionBank(same), in: same, before: [], others: others, progress: progress)
    #expect(found.matches.count == QuestionBank(same).questions.count)
    let changed = library(
      Self.text.replacing("the values by themselves", with: "nothing at all, ever"), path: "two.md",
      key: "/two.md")
    let some = Recognition(
      QuestionBank(changed), in: changed, before: [], others: others, progress: progress)
    #expect(some.matches.count == found.matches.count - 1)
  }
}
