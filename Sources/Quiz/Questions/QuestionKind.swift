import Notes

/// A kind of question. A new kind is one file in `Kinds` and one line in `allKinds`.
package protocol QuestionKind: Sendable {
  /// Its name, as `list --json` gives it.
  static var name: String { get }
  /// What the reader is to do, in a few words.
  static var task: String { get }
  /// The question in a section; nil where it is of another kind.
  init?(_ section: Section) throws(Diagnostic)
  /// The question with the numbers of one instance, its options shuffled by the instance's seed.
  func exercise(_ instance: Instance) throws(ExpressionProblem) -> any Exercise
}

/// All kinds; of several that take a section the first one has it.
package let allKinds: [any QuestionKind.Type] = [
  OneOfSeveral.self,
  AllThatApply.self,
  MatrixAnswer.self,
  NumberAnswer.self,
  FillTheBlank.self,
  PutInOrder.self,
  Recall.self,
]
