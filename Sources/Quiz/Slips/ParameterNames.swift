import Formulas
import Notes

extension QuestionSection {
  /// How a name is to be drawn that a question uses, and shown where it is not.
  func drawn(_ name: String) -> String {
    let formulas = indexesOfMarks.compactMap { marks.formula($0).1 }
    let rule =
      formulas.contains { $0.takesMatrix(name) }
      ? "mat(2,2,1,9)" : formulas.contains { $0.takesVector(name) } ? "ints(3,1,9)" : "int(1,9)"
    let isShown = indexesShown.contains {
      !marks.all[$0].isBlank && marks.formula($0).1?.names.contains(name) == true
    }
    return "draw it in the comment, such as \(name)=\(rule)"
      + (isShown ? "" : ", and write {{\(name)}} where it is to show")
  }
}

extension Expression {
  /// Functions of vectors.
  private static let ofVectors: Set<Function> = [
    .dot, .norm, .cosine, .softmax, .argmax, .sum, .max, .min, .entry,
  ]
  private static let ofMatrices: Set<Function> = [.attention, .transpose, .matmul]

  /// Whether a name stands for a vector in it, by what is done with it.
  func takesVector(_ name: String) -> Bool { takes(name, in: Self.ofVectors) }

  /// Whether it stands for a matrix.
  func takesMatrix(_ name: String) -> Bool { takes(name, in: Self.ofMatrices) }

  private func takes(_ name: String, in functions: Set<Function>) -> Bool {
    functions.contains { calls($0).contains { $0.contains(.name(name)) } }
  }
}

extension String {
  /// The text with a name in it replaced, wherever it stands as a word.
  func replacing(name: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let place = rest.firstRange(of: name) {
      let before = rest[..<place.lowerBound].last ?? result.last ?? " "
      let behind = rest[place.upperBound...].first ?? " "
      func isPart(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber || sign == "_" }
      result += rest[..<place.lowerBound]
      result += isPart(before) || isPart(behind) ? name : other
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
