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

  package static let fields: [InputField<DotProductParameters, Area>] = [
    .table("u", \.u, most: most, in: .vectors), .table("v", \.v, most: most, in: .vectors),
  ]

  /// Every number on the way; throws where the lengths differ.
  package func trace() throws(InputProblem) -> DotProduct {
    do { return try DotProduct(u, v) } catch { throw InputProblem(error.message, at: "v") }
  }
}
