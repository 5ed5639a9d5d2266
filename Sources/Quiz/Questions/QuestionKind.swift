import Formulas
import Notes
import TextUI

/// A kind of question. All words and rules that differ from kind to kind are here and in the
/// `AnswerForm` that it makes: the rest of the program never asks which kind it has. A new kind is
/// one file in `Kinds` and one line in `allKinds`.
package protocol QuestionKind: Sendable {
  /// As it stands in `list --json` and as a tag of Anki's.
  static var name: String { get }
  /// What the reader is to do, in a few words.
  static var task: String { get }
  /// What makes a question of this kind, in Markdown: for whoever shows what kinds there are.
  static var example: String { get }
  /// Every key of its answers, whatever their state.
  static var keys: [Shortcut] { get }
  /// Whether the answer is shown first, and readers say themselves how well they knew it.
  static var isSelfJudged: Bool { get }
  /// Whether a guess is often right, so that a right answer says little of what is known.
  static var isEasilyGuessed: Bool { get }
  /// Whether all of it is computed anew each time that it is asked, which takes its time: where it only
  /// stands, as in its lesson, nothing is.
  static var isComputed: Bool { get }
  /// The block of a section that is answered with and thus no part of what is asked; nil where there
  /// is none, be it that marks in the text ask.
  static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block?
  /// The question in a section; nil where it is of another kind.
  init?(_ section: QuestionSection) throws(Diagnostic)
  /// What tells the question from others, besides its place, heading and text. Where it changes,
  /// a question without an `id=` is another one, and begins again.
  var identity: [String] { get }
  /// Words that are an answer here, so that elsewhere they are not a slip of the pen.
  var wordsAskedFor: [String] { get }
  /// Where it is answered: with its numbers drawn, and shuffled as the draw says.
  func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm
}

extension QuestionKind {
  package static var isSelfJudged: Bool { false }
  package static var isEasilyGuessed: Bool { false }
  package static var isComputed: Bool { false }
  package static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    nil
  }
  package var identity: [String] { [] }
  package var wordsAskedFor: [String] { [] }
}

extension KeyScope {
  /// Where a question of a kind is answered.
  package static func answer(_ kind: String) -> KeyScope {
    KeyScope("answer.\(kind)", "Quiz, \(kind)")
  }
}
