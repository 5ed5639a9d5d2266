import Formulas
import Glibc
import JSONText
import Notes
import Numerics
import Plots
import TextUI

/// Two vectors, their products one by one, the running sum, and what follows from it.
package struct DotProductWidget: Widget {
  package static let name = "dot-product"
  package static let title = "The dot product"
  package static let topics = [
    "dot product", "dot products", "scalar product", "inner product", "cosine similarity", "cosine",
    "projection",
  ]
  package static let example = Inputs(["u": "3 4", "v": "4 3"])
  package static let inputKeys = ["u", "v"]
  package static let actions: [KeyRow<String>] = [
    KeyRow(
      [.character("x")], "stretch", "the vector under the cursor ten times as long",
      footer: 4, "stretch"),
    KeyRow([.character("X")], "shrink", "the vector under the cursor a tenth as long", "shrink"),
    KeyRow(
      [.character("]")], "rotate", "turn the vector by 15 degrees (two entries)",
      footer: 6, "rotate"),
    KeyRow([.character("[")], "rotate-back", "turn it back by 15 degrees", "rotate-back"),
    KeyRow([.character("s")], "swap", "exchange u and v", footer: 7, "swap"),
  ]
  /// Entries that fit on the screen.
  static let most = 16

  /// Every number of it.
  let trace: DotProduct

  package init(_ inputs: Inputs) throws(Diagnostic) {
    try inputs.check(Self.name, keys: Self.inputKeys)
    let u = try inputs.vector("u", most: Self.most)
    let v = try inputs.vector("v", most: Self.most)
    do { trace = try DotProduct(u, v) } catch {
      throw Diagnostic(.error, line: inputs.line(of: "v"), error.message)
    }
  }

  private init(_ trace: DotProduct) { self.trace = trace }

  package var inputs: Inputs { Self.inputs(trace.u, trace.v) }

  static func inputs(_ u: Vector, _ v: Vector) -> Inputs {
    Inputs(["u": Plain.text(u), "v": Plain.text(v)])
  }

  package var tables: [InputTable] {
    [
      InputTable(
        key: "u v", values: Matrix([trace.u, trace.v]) ?? Matrix(rows: 0, columns: 0),
        rowNames: ["u", "v"])
    ]
  }
  package var results: [GridSize] { [GridSize(rows: 2, columns: trace.u.count)] }
  package var status: String { "\(trace.u.count) entries" }

  // MARK: Changes

  package func inputs(setting value: Double, at cursor: WidgetCursor) -> Inputs {
    var vectors = [trace.u, trace.v]
    guard vectors.indices.contains(cursor.row), vectors[0].indices.contains(cursor.column) else {
      return inputs
    }
    vectors[cursor.row][cursor.column] = value
    return Self.inputs(vectors[0], vectors[1])
  }

  package func inputs(
    resizing change: Resizing, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    var (u, v) = (trace.u, trace.v)
    switch change {
    case .addRow, .addColumn:
      guard u.count < Self.most else { throw Diagnostic(.error, "16 entries are the most") }
      let at = min(cursor.column + 1, u.count)
      u.insert(0, at: at)
      v.insert(0, at: at)
    case .removeRow, .removeColumn:
      guard u.count > 1 else { throw Diagnostic(.error, "A vector keeps one entry at least") }
      let at = min(cursor.column, u.count - 1)
      u.remove(at: at)
      v.remove(at: at)
    }
    return Self.inputs(u, v)
  }

  package func inputs(random generator: inout SeededGenerator) -> Inputs {
    let draw = { (generator: inout SeededGenerator) in
      (0..<trace.u.count).map { _ in Double(generator.int(in: -5...5)) }
    }
    let u = draw(&generator)
    return Self.inputs(u, draw(&generator))
  }

  package func inputs(
    after action: String, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    var vectors = [trace.u, trace.v]
    let row = cursor.area == 0 ? min(max(cursor.row, 0), 1) : 0
    switch action {
    case "stretch": vectors[row] = vectors[row].map { $0 * 10 }
    case "shrink": vectors[row] = vectors[row].map { $0 / 10 }
    case "swap": vectors.reverse()
    case "rotate", "rotate-back":
      guard trace.u.count == 2 else {
        throw Diagnostic(.error, "Only vectors of two entries turn in the plane")
      }
      let angle = (action == "rotate" ? 15.0 : -15.0) * .pi / 180
      let (x, y) = (vectors[row][0], vectors[row][1])
      vectors[row] = [x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)]
        .map { ($0 * 1e12).rounded() / 1e12 }
    default: break
    }
    guard vectors.joined().allSatisfy(\.isFinite) else {
      throw Diagnostic(.error, "That would be too large for a number")
    }
    return Self.inputs(vectors[0], vectors[1])
  }

  // MARK: Pictures

  package func blocks(_ view: WidgetView) -> [WidgetBlock] {
    let grid = grid(view)
    return [
      WidgetBlock(.grids([grid]), rank: 0),
      derivation(view),
      facts(view),
    ] + pictures(view)
  }

  private func grid(_ view: WidgetView) -> Grid {
    var grid = Grid(
      "", [trace.u, trace.v, trace.products, trace.partialSums],
      rowNames: ["u", "v", view.ascii ? "u*v" : "u·v", "running sum"],
      columnNames: (1...trace.u.count).map(String.init), numbers: view.numbers, sharing: .rows)
    grid.strongRow = 2
    if view.isHidden { grid.hiddenRows = 2..<4 }
    return grid.looking(view.cursor, area: 0).looking(view.cursor, area: 1, row: 2)
  }

  private func derivation(_ view: WidgetView) -> WidgetBlock {
    let numbers = view.numbers
    let pairs = Array(zip(trace.u, trace.v))
    let column = min(max(view.cursor.column, 0), trace.u.count - 1)
    var rows: [Equation] = []
    if view.cursor.area == 1, !view.isHidden {
      rows.append(
        view.cursor.row == 0
          ? .sum(
            "product \(column + 1)", of: [pairs[column]], trace.products[column], numbers: numbers)
          : .sum(
            "sum to \(column + 1)", of: Array(trace.products[...column]),
            trace.partialSums[column], numbers: numbers))
    }
    let label = view.ascii ? "u*v" : "u · v"
    let dot = Equation.sum(label, of: pairs, trace.dot, numbers: numbers)
    rows.append(
      view.isHidden ? Equation(label, dot.expression + " = ?", value: trace.dot) : dot)
    var block = WidgetBlock.derivation("The dot product", rows, rank: 0)
    let remarks = remarks(numbers)
    if !remarks.isEmpty, case .lines(let lines) = block.content {
      block.content = .lines(lines + remarks.map { [Cell]("  " + $0, Style(.warning)) })
    }
    return block
  }

  private func remarks(_ numbers: NumberText) -> [String] {
    var remarks: [String] = []
    if let lost = trace.cancellation { remarks.append(Remark.cancellation(lost, numbers: numbers)) }
    if let overflow = trace.overflow { remarks.append(Remark.overflow(overflow)) }
    return remarks
  }

  private func facts(_ view: WidgetView) -> WidgetBlock {
    let numbers = view.numbers
    let bar = view.ascii ? "|" : "‖"
    func number(_ value: Double?) -> String {
      value.map { numbers.text($0) } ?? Remark.noDirection
    }
    let degrees = view.ascii ? " degrees" : "°"
    func kind(_ angle: Double) -> String {
      angle == 90 ? "a right angle" : (angle < 90 ? "under 90" : "over 90") + degrees
    }
    let angle =
      trace.angleDegrees.map {
        "\(numbers.text($0))\(degrees)" + ($0.isNaN ? "" : ", \(kind($0))")
      } ?? Remark.noDirection
    let hidden = view.isHidden
    var lines = [
      "length of u  \(bar)u\(bar) = \(numbers.text(trace.uNorm))",
      "length of v  \(bar)v\(bar) = \(numbers.text(trace.vNorm))",
    ]
    if !hidden {
      lines += [
        "cosine       u·v ÷ (\(bar)u\(bar)·\(bar)v\(bar)) = \(number(trace.cosine))",
        "angle        \(angle)",
        "projection   of u onto v = "
          + (trace.projection.map { numbers.vector($0) } ?? Remark.noDirection),
      ]
    }
    return .text(lines, rank: 2)
  }

  private func pictures(_ view: WidgetView) -> [WidgetBlock] {
    let ascii = view.ascii
    if trace.u.count == 2 {
      let plot = VectorPlot(
        u: PlotPoint(x: trace.u[0], y: trace.u[1]), v: PlotPoint(x: trace.v[0], y: trace.v[1]))
      return [
        WidgetBlock(
          .picture(rows: 6...40) { columns, rows in
            plot.picture(columns: min(columns, rows * 3), rows: rows, ascii: ascii)
          }, rank: 3, isBeside: true)
      ]
    }
    guard !view.isHidden else { return [] }
    let numbers = view.numbers
    let products = numbers.aligned(trace.products)
    let bars = trace.products.enumerated().map { index, product in
      BarPlot.Bar(label: "product \(index + 1)", value: product, number: products[index].trimmed)
    }
    let sum = BarPlot.Bar(
      label: "sum", value: trace.dot, number: numbers.text(trace.dot), series: 1)
    let plot = BarPlot(bars + [sum])
    let count = trace.u.count + 1
    return [
      WidgetBlock(
        .picture(rows: min(3, count)...count) { columns, rows in
          plot.picture(columns: min(columns, 72), rows: rows, ascii: ascii)
        }, rank: 3)
    ]
  }

  package func judge(_ guess: Double, at cursor: WidgetCursor) -> Judgement? {
    let column = min(max(cursor.column, 0), trace.u.count - 1)
    if cursor.area == 1, cursor.row == 0 {
      return Judgement(
        guess, truth: trace.products[column],
        mistakes: [(.entriesAdded, trace.u[column] + trace.v[column])])
    }
    let isPartial = cursor.area == 1
    let addends = isPartial ? Array(trace.products[...column]) : trace.products
    var mistakes: [(Misconception, Double)] = []
    if let cosine = trace.cosine { mistakes.append((.cosineForDot, cosine)) }
    mistakes.append((.signsForgotten, addends.map(\.magnitude).total))
    mistakes.append((.lengthsMultiplied, trace.uNorm * trace.vNorm))
    return Judgement(
      guess, truth: isPartial ? trace.partialSums[column] : trace.dot, addends: addends,
      mistakes: mistakes)
  }

  package func guessHint(at cursor: WidgetCursor) -> String? {
    Remark.guessHint(for: trace.products + trace.partialSums)
  }

  // MARK: Text

  package var summary: [String] {
    let numbers = NumberText()
    let (u, v) = (numbers.vector(trace.u), numbers.vector(trace.v))
    let angle = trace.angleDegrees.map { "   angle \(numbers.text($0))°" } ?? ""
    return ["u = \(u)   v = \(v)", "u · v = \(numbers.text(trace.dot))\(angle)"]
  }

  package var resultsJSON: JSON { .dotProduct(trace) }

  package var script: String {
    """
    import numpy as np

    u = np.array(\(Script.vector(trace.u)))
    v = np.array(\(Script.vector(trace.v)))

    products = u * v
    print("products", products)
    print("partial sums", np.cumsum(products))
    print("dot", np.cumsum(products)[-1])
    norms = np.array([np.linalg.norm(u), np.linalg.norm(v)])
    print("norms", norms)
    if norms.all():
        cosine = np.clip(u @ v / norms.prod(), -1, 1)
        print("cosine", cosine)
        print("angle in degrees", np.degrees(np.arccos(cosine)))
    if norms[1]:
        print("projection of u onto v", u @ v / (v @ v) * v)

    """
  }
}
