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

  /// A file that is moved while its notes are open stands there twice for a moment: what was seen beside the one that
  /// goes, the same to the letter and never answered, goes on with it.
  @Test func whatStoodThereTwiceGoesOn() {
    func notes(_ paths: [String]) -> Library {
      Library(
        title: "t", key: "k",
        documents: paths.map { Document(path: $0, bytes: Array(Self.text.utf8)) })
    }
    let progress = progress(notes(["a.md"]))
    let twice = notes(["a.md", "b.md"])
    let between = Recognition(
      QuestionBank(twice), in: twice, before: known(notes(["a.md"]), progress), progress: progress)
    #expect(between.matches.isEmpty)
    let after = notes(["b.md"])
    let found = Recognition(
      QuestionBank(after), in: after, before: between.known, progress: progress)
    #expect(found.matches.count == 2)
    // One that was mended on its way too, where its file is gone; another one takes nothing over.
    for (words, expected) in [("Which of the parts decides", 2), ("Which layer decides", 1)] {
      let text = Self.text.replacing("Which part decides", with: words)
      func document(_ path: String, _ text: String) -> Document {
        Document(path: path, bytes: Array(text.utf8))
      }
      let both = Library(
        title: "t", key: "k", documents: [document("a.md", Self.text), document("b.md", text)])
      let left = Library(title: "t", key: "k", documents: [document("b.md", text)])
      let seen = Recognition(
        QuestionBank(both), in: both, before: known(notes(["a.md"]), progress), progress: progress)
      #expect(seen.matches.isEmpty)
      let rest = Recognition(
        QuestionBank(left), in: left, before: seen.known, progress: progress)
      #expect(rest.matches.count == expected, "\(words)")
    }
  }

  /// The edits of which each lost the history of some questions.
  @Test(arguments: [
    ("", "", "b.md"),
    ("## Pooling", "## How values are pooled", "a.md"),
    ("the weights that the softmax makes", "the weights which the softmax makes", "a.md"),
    ("By the sum of all", "By the whole sum of all", "a.md"),
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

  /// A single file that was renamed is other notes: what was mended in it is known as it is in its folder.
  @Test(arguments: [
    ("the values by themselves", "nothing at all, ever", true),
    ("each value counts", "every value of them counts", true),
    ("each value counts", "each query counts", false),
  ]) func itDoesNotMatterWhereARenamedFileIsOpened(old: String, new: String, goesOn: Bool) {
    let text = Self.text.replacing(old, with: new)
    let before = library(Self.text, key: "/x")
    let progress = progress(before)
    let others = known(before, progress).map { question in
      var moved = question
      moved.lesson = "/x/" + question.lesson
      return moved
    }
    let alone = library(text, path: "two.md", key: "/x/two.md")
    let found = Recognition(
      QuestionBank(alone), in: alone, before: [], others: others, progress: progress)
    let folder = library(text, path: "two.md", key: "/x")
    let ofFolder = recognised(before, folder, progress)
    func sorted(_ found: Recognition) -> [String] {
      found.matches.map { "\($0.question) \($0.former)" }.sorted()
    }
    #expect(sorted(found) == sorted(ofFolder))
    #expect(found.matches.count == QuestionBank(alone).questions.count - (goesOn ? 0 : 1))
    #expect(found.matches.allSatisfy { $0.until == nil })
    // Whichever was first, the rows are the same, and are made once.
    #expect(
      Set(found.rows(moment(noon + day), under: Scheduler()).map(\.id))
        == Set(ofFolder.rows(moment(noon + 2 * day), under: Scheduler()).map(\.id)))
  }

  /// Of very many that moved at once the few are known too that were mended.
  @Test func ofManyThatMovedTheMendedOnesAreKnown() {
    let names = (0..<700).map { "n\($0)x" }
    func text(_ verb: String) -> String {
      "# C\n\n## L\n\n"
        + names.enumerated().map {
          "### What does \($1) \($0 % 100 == 0 ? verb : "give")?\n<!-- quiz -->\nIt is [[\($1)]].\n\n"
        }.joined()
    }
    let (before, after) = (library(text("give")), library(text("please give"), path: "b.md"))
    let found = recognised(before, after)
    #expect(found.matches.count == 700 && Set(found.matches.map(\.former)).count == 700)
  }

  // MARK: What is asked for

  /// A question in like words, in a lesson of that name.
  private func asking(_ answer: String, lesson: String = "Names") -> String {
    "# C\n\n## \(lesson)\n\n### What is it, as the lecture has it?\n<!-- quiz -->\n\n\(answer)\n"
  }

  /// Many ask in like words: one of another file has to ask for the same.
  @Test(arguments: [
    ("It is called [[softmax]].", "It is called [[dropout]]."),
    ("It is [[12]] of them.", "It is [[96]] of them."),
    ("It is [[0.707 ± 0.001]].", "It is [[0.708 ± 0.001]]."),
    ("Whose book?\n\n> [!NOTE]\n> Tolstoy.", "Whose book?\n\n> [!NOTE]\n> Dickens."),
    ("1. [x] the mean\n1. [ ] the sum", "1. [ ] the mean\n1. [x] the sum"),
  ]) func anotherFileHasToAskForTheSame(old: String, new: String) {
    let before = library(asking(old))
    let progress = progress(before)
    #expect(recognised(before, library(asking(new), path: "b.md"), progress).matches.isEmpty)
    #expect(recognised(before, library(asking(old), path: "b.md"), progress).matches.count == 1)
    // Nor does the same file go on with what asks for something else; under another heading it does.
    for (answer, count) in [(new, 0), (old, 1)] {
      let after = library(asking(answer, lesson: "Called"))
      #expect(recognised(before, after, progress).matches.count == count)
    }
    // The same holds for other notes altogether.
    let others = known(library(asking(old), path: "/x/a.md", key: "/x/a.md"), progress)
    for (answer, count) in [(old, 1), (new, 0)] {
      let open = library(asking(answer), path: "c.md", key: "/y/c.md")
      let answered = self.progress(library(asking(old), path: "/x/a.md"))
      let found = Recognition(
        QuestionBank(open), in: open, before: [], others: others, progress: answered)
      #expect(found.matches.count == count)
    }
  }

  /// What was remembered before keys were is taken for that of another file only where its own is gone.
  @Test func whereNoKeyIsKnownTheFileHasToBeGone() {
    let one = Document(path: "a.md", bytes: Array(asking("It is [[so]].").utf8))
    let two = Document(path: "b.md", bytes: Array(asking("It is [[so]].").utf8))
    let other = Document(path: "a.md", bytes: Array("# C\n\n## L\n\nWords.\n".utf8))
    let before = Library(title: "t", key: "k", documents: [one])
    let progress = progress(before)
    let former = known(before, progress).map {
      KnownQuestion(id: $0.id, place: $0.place, lesson: $0.lesson, kind: $0.kind, words: $0.words)
    }
    for (documents, count) in [([two], 1), ([other, two], 0)] {
      let after = Library(title: "t", key: "k", documents: documents)
      let found = Recognition(
        QuestionBank(after), in: after, before: former, progress: progress)
      #expect(found.matches.count == count)
    }
  }

  @Test(arguments: [
    ("Softmax", "soft max", true), ("softmax", "dropout", false), ("-1", "1", false),
    ("it is larger here", "it is smaller here", false),
    ("The weights that the softmax makes.", "the weights which the softmax makes", true),
    ("a b c 12", "a b c 13", false),
    ("", "", true), ("yes", "", false),
  ]) func longKeysMayBeMended(one: String, other: String, isNear: Bool) {
    #expect(Succession.isNear(one, other) == isNear)
    #expect(Succession.isNear(other, one) == isNear)
  }
}
