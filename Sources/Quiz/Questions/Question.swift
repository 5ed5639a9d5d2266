import Basics
import Notes
import Pages
import Scheduling

/// A question of some notes.
package struct Question: Sendable {
  /// What identifies it in the log of reviews, on every device.
  package let id: String
  /// What it was known by in earlier logs; nil where it has an identity of its own.
  let formerID: String?
  /// Whether it was made from the notes by rule, not written.
  package let isGenerated: Bool
  /// The lesson that it stands in.
  package private(set) var lesson: LessonID
  /// The line of its heading in the file; for a generated one, of what it was made from.
  package let line: Int
  package let section: QuestionSection
  let kind: any QuestionKind

  /// A question from its section; throws where the author has to fix it.
  init(
    _ section: QuestionSection, lesson: LessonID, firstLine: Int, place: LessonPlace,
    isGenerated: Bool = false, kinds: [any QuestionKind.Type] = allKinds
  ) throws(Diagnostic) {
    guard let kind = try Self.kind(of: section, among: kinds) else {
      throw section.problem(
        "nothing here can be answered",
        remedy: "add options (1. [x] …), [[the answer]], or a note (> [!NOTE])"
      )
    }
    self.kind = kind
    self.section = section
    self.lesson = lesson
    self.isGenerated = isGenerated
    line = firstLine + section.line - 1
    if let identity = section.directive.identity, !QuestionName.isMade(identity) {
      // What was written for it is the one that it had.
      (id, formerID) = (identity, nil)
    } else {
      let name = QuestionName(section, kind.identity, in: place, isGenerated: isGenerated)
      (id, formerID) = (section.directive.identity ?? name.text, name.former)
    }
  }

  /// The same question where its file has another place among the notes.
  func moved(toDocument document: Int) -> Question {
    var question = self
    question.lesson.document = document
    return question
  }

  private static func kind(
    of section: QuestionSection, among kinds: [any QuestionKind.Type]
  ) throws(Diagnostic) -> (any QuestionKind)? {
    for kind in kinds {
      if let question = try kind.init(section) { return question }
    }
    return nil
  }

  /// The name of its kind.
  package var kindName: String { type(of: kind).name }
  /// What the reader is to do.
  package var task: String { type(of: kind).task }
  /// Whether the answer is shown first and judged by the reader.
  package var isSelfJudged: Bool { type(of: kind).isSelfJudged }
  /// Whether a guess is often right.
  var isEasilyGuessed: Bool { type(of: kind).isEasilyGuessed }
  /// Its place in a draw of lots: what it is for one seed says nothing of another one.
  func lot(_ seed: UInt64) -> UInt64 { SplitMix64.mixed(seed ^ StableHash(id.utf8).value) }
  /// What it asks and offers, where it does not say of which lesson it speaks.
  var asks: String {
    let offered = section.answers.map { $0.plainText } ?? ""
    return (title + "\n" + section.prompt.plainText + "\n" + offered).lowercased()
  }
  /// Whether another one says the same, wherever the two stand.
  package func reads(as other: Question) -> Bool { reading == other.reading }
  /// All that it says, what it asks for among it.
  var reading: [String] {
    [asks, section.explanation.plainText, "\u{1E}"] + section.keysMarked + ["\u{1E}"]
      + section.hints.map(\.plainText)
  }
  /// What it asks, whatever the answer.
  var askedWords: [String] { [title, section.prompt.plainText] }
  /// Its heading as plain text.
  package var title: String { section.shownHeading.plainText }
  /// The title as it is listed, with its formulas drawn.
  package func shownTitle(ascii: Bool) -> String { section.shownHeading.line(ascii: ascii) }
  /// Whether each time brings other numbers.
  package var isFresh: Bool { isComputed || !section.directive.parameters.isEmpty }
  /// Whether it is made only when it is asked.
  package var isComputed: Bool { type(of: kind).isComputed }
}

extension Question: Equatable {
  package static func == (left: Question, right: Question) -> Bool {
    left.id == right.id && left.lesson == right.lesson && left.line == right.line
      && left.section == right.section
  }
}
