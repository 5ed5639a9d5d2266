import Formulas
import Basics
import Libc
import JSONText
import Notes
import Numerics
import TextUI

/// Two vectors, their products one by one, the running sum, and what follows from it.
package struct DotProductWidget: Widget {
  package typealias Parameters = DotProductParameters
  package typealias Area = DotProductParameters.Area
  package enum Action: CaseIterable, Sendable { case stretch, shrink, rotate, rotateBack, swap }

  package static let name = DotProductParameters.name
  package static let title = "The dot product"
  package static let topics = [
    "dot product", "dot products", "scalar product", "inner product", "cosine similarity", "cosine",
    "projection",
  ]
  package static let initial = DotProductParameters.initial
  package static let fields = DotProductParameters.fields
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding(
      [.character("x")], "stretch", "the vector under the cursor ten times as long",
      footer: 4, .stretch),
    KeyBinding([.character("X")], "shrink", "the vector under the cursor a tenth as long", .shrink),
    KeyBinding(
      [.character(")")], "rotate", "turn the vector by 15 degrees (two entries)",
      footer: 6, .rotate),
    KeyBinding([.character("(")], "rotate-back", "turn it back by 15 degrees", .rotateBack),
    KeyBinding([.character("s")], "swap", "swap u and v", footer: 7, .swap),
  ]
  /// Entries that fit on the screen.
  static let most = DotProductParameters.most

  package let parameters: Parameters
  let trace: DotProduct

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    trace = try parameters.trace()
  }

  package static let hasFit = true
  package static func fitted(_ parameters: Parameters, to keys: [String]) -> Parameters {
    let counts = [keys.contains("u"), keys.contains("v")]
    let count =
      counts[0] == counts[1]
      ? max(parameters.u.count, parameters.v.count)
      : (counts[1] ? parameters.v : parameters.u).count
    return Parameters(u: parameters.u.fitted(count), v: parameters.v.fitted(count))
  }

  static func inputs(_ u: Vector, _ v: Vector) -> Inputs { inputs(of: Parameters(u: u, v: v)) }

  package func results(in area: Area) -> GridSize { GridSize(rows: 2, columns: trace.u.count) }
  package var status: String { counted(trace.u.count, "entry") }

  // MARK: Changes

  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    Parameters(
      u: try trace.u.resized(by: change, at: cursor.column, most: Self.most).vector,
      v: try trace.v.resized(by: change, at: cursor.column, most: Self.most).vector)
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    let u = trace.u.map { _ in Double(generator.int(in: -5...5)) }
    return Parameters(u: u, v: trace.v.map { _ in Double(generator.int(in: -5...5)) })
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    let vector: WritableKeyPath<Parameters, Vector> =
      cursor.row(in: .vectors) == 1 ? \.v : \.u
    switch action {
    case .stretch: changed[keyPath: vector] = changed[keyPath: vector].map { $0 * 10 }
    case .shrink: changed[keyPath: vector] = changed[keyPath: vector].map { $0 / 10 }
    case .swap: changed = Parameters(u: parameters.v, v: parameters.u)
    case .rotate, .rotateBack:
      guard trace.u.count == 2 else {
        throw InputProblem("Only vectors of two entries turn in the plane")
      }
      let angle = (action == .rotate ? 15.0 : -15.0) * .pi / 180
      let (x, y) = (changed[keyPath: vector][0], changed[keyPath: vector][1])
      changed[keyPath: vector] = [x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)]
        .map { ($0 * 1e12).rounded() / 1e12 }
    }
    return changed
  }

  // MARK: Guesses

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    let column = cursor.column
    let row = cursor.row(in: .sums)
    if row == 0 {
      return Judgement(
        guess,
        truth: Quantity(trace.products[column], vanishes: trace.productVanishes(column)),
        mistakes: [(.entriesAdded, trace.u[column] + trace.v[column])])
    }
    let addends = row == nil ? trace.products : Array(trace.products[...column])
    var mistakes: [(Misconception, Double)] = []
    if let cosine = trace.cosine { mistakes.append((.cosineForDot, cosine)) }
    mistakes.append((.signsForgotten, addends.map(\.magnitude).total))
    mistakes.append((.lengthsMultiplied, trace.uNorm * trace.vNorm))
    let truth =
      row == nil
      ? Quantity(trace.dot, vanishes: trace.dotVanishes)
      : Quantity(trace.partialSums[column], vanishes: trace.partialSumVanishes(column))
    return Judgement(guess, truth: truth, addends: addends, mistakes: mistakes)
  }

  package func guessHint(at cursor: Cursor) -> String? {
    Remark.guessHint(for: trace.products + trace.partialSums)
  }

  // MARK: Text

  /// The products and their sum: what stretching, angle and length come to is for the figure itself.
  package func preview(_ view: View) -> [WidgetBlock] {
    let (numbers, digits) = (view.numbers, digits(view))
    var grid = Grid(
      "", [trace.u, trace.v, trace.products], rowNames: ["u", "v", "u·v"],
      columnNames: (1...trace.u.count).map(String.init), numbers: numbers, sharing: .rows)
    grid.strongRow = 2
    grid.style = { row, _ in [digits.left, digits.right, digits.products][row] }
    let sum = Equation.sum(
      view.ascii ? "u*v" : "u · v", of: trace.products, trace.dot, numbers: digits.sums,
      vanished: trace.productVanishes)
    return [
      .grids(grid, rank: 0),
      .text(
        [
          "\(sum.label) = \(sum.expression)"
            + (sum.result.map { " \(sum.sign(ascii: view.ascii)) \($0)" } ?? "")
        ], rank: 0,
        hasGap: false),
    ]
  }

  package var resultsJSON: JSON { .dotProduct(trace) }
}
