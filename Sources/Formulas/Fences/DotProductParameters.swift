import Basics
import Notes
import Numerics

/// What a `dot-product` block says, for the widget that opens and the question that is made of it.
package struct DotProductParameters: Equatable, Sendable {
  package var u, v: Vector

  package init(u: Vector, v: Vector) { (self.u, self.v) = (u, v) }

  /// What a block says; throws with the input that is to blame.
  package init(reading inputs: Inputs) throws(InputProblem) {
    self = try Self.fields.parameters(of: inputs, in: Self.name, from: Self.initial)
  }

  /// The name of the block.
  package static let name = "dot-product"

  /// What is looked at and typed over.
  package enum Area: CaseIterable, Sendable { case vectors, sums }

  package static let initial = DotProductParameters(u: [3, 4], v: [4, 3])

  /// Entries that fit on the screen.
  package static let most = 16

  package typealias Field = InputField<DotProductParameters, Area>

  package static let fields: [Field] = [vector("u", \.u), vector("v", \.v)]

  /// A vector; where a matrix is given, it is said where that belongs.
  private static func vector(_ key: String, _ path: InputPath<Self, Vector>) -> Field {
    let table = Field.table(key, path, most: most, in: .vectors)
    return Field(
      key, in: table.area, numbers: table.numbers,
      read: { (text, parameters) throws(InputProblem) in
        do throws(InputProblem) { try table.read(text, &parameters) } catch {
          guard let text, NumberReader.isMatrix(text) else { throw error }
          throw InputProblem(error.advice.adding("; \(Remark.matricesElsewhere)"), at: key)
        }
      }, write: table.write, check: table.check)
  }

  /// Every number on the way; throws where the lengths differ.
  package func trace() throws(InputProblem) -> DotProduct {
    do { return try DotProduct(u, v) } catch {
      guard case .vectorLengths = error, let shorter = [u, v].map(\.count).min(), shorter > 0 else {
        throw InputProblem(error.advice, at: "v")
      }
      let (name, vector) = u.count > shorter ? ("u", u) : ("v", v)
      throw InputProblem(
        error.message,
        remedy: "write \(name) = \(Plain.text(Array(vector.prefix(shorter)))), or add numbers to "
          + (name == "u" ? "v" : "u"), at: name)
    }
  }
}
