/// All kinds; of several that take a section the first one has it.
package let allKinds: [any QuestionKind.Type] = [
  OneOfSeveral.self,
  AllThatApply.self,
  MatrixAnswer.self,
  NumberAnswer.self,
  FillTheBlank.self,
  PutInOrder.self,
  MatchPairs.self,
  AskTheModel.self,
  Recall.self,
]
