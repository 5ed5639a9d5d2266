import Formulas
import Basics
import JSONText
import Notes
import Numerics
import TextUI

/// A row of activations normalised: mean, variance, normalised, output; by layer normalisation or
/// RMSNorm.
package struct LayerNormWidget: RowWidget {
  package struct Parameters: Equatable, Sendable {
    var x: Vector
    /// Ones where not given.
    var gamma: Vector?
    /// Zeros where not given.
    var beta: Vector?
    var epsilon = 1e-5
    var method = LayerNorm.Method.layer
  }
  package enum Area: CaseIterable, Sendable { case row, epsilon, moments, steps }
  package enum Action: CaseIterable, Sendable { case method }

  package static let name = "layer-norm"
  package static let title = "Layer normalisation"
  package static let topics = [
    "layer normalisation", "layer normalization", "layer norm", "layernorm", "rmsnorm", "rms norm",
    "root mean square normalisation", "root mean square normalization",
  ]
  package static let initial = Parameters(x: [1, 2, 3, 6])
  package static let fields: [Field] = [
    .table("x", \.x, most: most, in: .row),
    .table("gamma", \.gamma, most: most, in: .row) { $0.x.map { _ in 1 } },
    .table("beta", \.beta, most: most, in: .row) { $0.x.map { _ in 0 } },
    .number("epsilon", \.epsilon, from: 0...1, default: 1e-5, in: .epsilon),
    .choice("method", \.method, ["layer": .layer, "rms": .rms], shown: ["LayerNorm", "RMSNorm"]),
  ]
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding([.character("m")], "method", "layer normalisation, or RMSNorm", footer: 1, .method)
  ]
  private static let most = 16

  package let parameters: Parameters
  let trace: LayerNorm
  var isRMS: Bool { trace.method == .rms }

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    let x = parameters.x
    for (key, vector) in [("gamma", parameters.gamma), ("beta", parameters.beta)] {
      if let count = vector?.count, count != x.count {
        throw InputProblem(
          "x has \(counted(x.count, "number")) and \(key) has \(count)",
          remedy: "give \(key) "
            + "\(counted(x.count, "number"))", at: key)
      }
    }
    guard
      let trace = LayerNorm(
        x, gamma: parameters.gamma ?? x.map { _ in 1 }, beta: parameters.beta ?? x.map { _ in 0 },
        epsilon: parameters.epsilon, method: parameters.method)
    else { throw InputProblem("x", "a row needs at least one number", remedy: "write x = 1 2 3") }
    self.trace = trace
  }

  package static let hasFit = true
  package static func fitted(_ parameters: Parameters, to keys: [String]) -> Parameters {
    var fitted = parameters
    let typed: [(String, Vector?)] = [
      ("x", fitted.x), ("gamma", fitted.gamma), ("beta", fitted.beta),
    ].filter {
      keys.contains($0.0)
    }
    let count = typed.compactMap { $0.1?.count }.max() ?? fitted.x.count
    fitted.x = fitted.x.fitted(count)
    fitted.gamma = fitted.gamma?.fitted(count, filler: 1)
    fitted.beta = fitted.beta?.fitted(count)
    return fitted
  }

  package var status: String {
    (isRMS ? "RMSNorm, " : "") + counted(trace.x.count, "entry")
  }

  // MARK: Changes

  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    let at = [.row, .steps].contains(cursor.area) ? cursor.column : 0
    var changed = parameters
    let (x, added) = try trace.x.resized(by: change, at: at, most: Self.most)
    changed.x = x
    changed.gamma = try parameters.gamma?.resized(by: change, at: at, most: Self.most).vector
    changed.beta = try parameters.beta?.resized(by: change, at: at, most: Self.most).vector
    if change.adds { changed.gamma?[added] = 1 }
    return changed
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.x = trace.x.map { _ in Double(generator.int(in: -5...5)) }
    return changed
  }

  package func changed(by action: Action, at cursor: Cursor) -> Parameters {
    var changed = parameters
    switch action {
    case .method: changed.method = isRMS ? .layer : .rms
    }
    return changed
  }

  // MARK: Numbers

  package func rows(in area: Area) -> [ResultRow] {
    switch area {
    case .moments: [moments]
    case .steps: (isRMS ? [] : [centred]) + [squares, normalised, output]
    case .row, .epsilon: []
    }
  }

  package func sources(of result: Cursor) -> [Cursor] {
    func moment(_ column: Int) -> [Cursor] {
      cells(.moments, row: 0, columns: column..<column + 1)
    }
    guard result.area == .steps else {
      // Each is made of those before it; from the mean on, of the squares.
      let squares = cells(.steps, row: isRMS ? 0 : 1)
      return cells(.moments, row: 0, columns: 0..<result.column)
        + (isRMS || result.column > 0 ? squares : [])
    }
    let own = result.column..<result.column + 1
    // Without a mean the entries themselves are squared and divided.
    switch result.row + (isRMS ? 1 : 0) {
    case 0: return moment(0)
    case 1: return isRMS ? [] : cells(.steps, row: 0, columns: own)
    case 2:
      return moment(momentNames.count - 1) + (isRMS ? [] : cells(.steps, row: 0, columns: own))
    default: return cells(.steps, row: result.row - 1, columns: own)
    }
  }

  /// What is computed of the row as a whole, by its columns.
  private var momentNames: [String] {
    isRMS ? ["mean square", "divisor"] : ["mean", "variance", "divisor"]
  }

  private var sampleVariance: Double {
    let d = Double(trace.x.count)
    return trace.meanSquare * (d / (d - 1))
  }

  private var moments: ResultRow {
    let names = momentNames
    let values = (trace.mean.map { [$0] } ?? []) + [trace.meanSquare, trace.divisor]
    let vanishes =
      (isRMS ? [] : [trace.meanVanishes]) + [
        trace.meanSquareVanishes, trace.divisorVanishes,
      ]
    return ResultRow("", values) { column in
      switch names.count - column {
      case 1: [(.rootNotTaken, trace.meanSquare)]
      case 2: [(.dividedByOneLess, sampleVariance), (.rootTaken, trace.divisor)]
      default: []
      }
    } equations: { column, numbers in
      (0...column).map { at in
        switch names.count - at {
        case 1: trace.divisorEquation(names[at], numbers: numbers)
        case 2: trace.meanSquareEquation(names[at], numbers: numbers)
        default:
          .mean(
            names[at], of: trace.x, values[at], numbers: numbers, underflows: trace.meanVanishes)
        }
      }
    }.vanishing { vanishes[$0] }
  }

  private var centred: ResultRow {
    ResultRow("x − mean", trace.centred) { at, numbers in
      .difference(
        "x − mean", trace.x[at], trace.mean ?? 0, trace.centred[at], numbers: numbers,
        underflows: trace.centredVanishes(at), vanished: { $0 == 1 && trace.meanVanishes })
    }.vanishing(trace.centredVanishes)
  }

  private var squares: ResultRow {
    let name = isRMS ? "x²" : "(x − mean)²"
    return ResultRow(name, trace.squares) { at, numbers in
      .sum(
        name, of: [(trace.centred[at], trace.centred[at])], trace.squares[at], numbers: numbers,
        vanished: { _ in trace.centredVanishes(at) })
    }.vanishing(trace.squareVanishes)
  }

  private var normalised: ResultRow {
    ResultRow("normalised", trace.normalised) { at in
      let (entry, epsilon) = (trace.centred[at], trace.epsilon)
      return [
        (.rootNotTaken, entry / (trace.meanSquare + epsilon)),
        (.dividedByOneLess, entry / (sampleVariance + epsilon).squareRoot()),
        (.meanKept, trace.x[at] / trace.divisor),
      ]
    } equation: { at, numbers in
      // Where the entry itself leaves the range of numbers, both are counted in units.
      let isCounted = trace.unit != 1 && !(trace.centred[at].isNormal && trace.divisor.isNormal)
      return .quotient(
        "normalised", isCounted ? trace.counted.centred[at] : trace.centred[at],
        isCounted ? trace.counted.divisor : trace.divisor, trace.normalised[at], numbers: numbers)
    }.vanishing(trace.normalisedVanishes)
  }

  private var output: ResultRow {
    ResultRow("output", trace.output) { at in
      [(.scaleForgotten, trace.normalised[at])]
    } equation: { at, numbers in
      Equation(
        "output", [trace.gamma[at], trace.normalised[at]] + (isRMS ? [] : [trace.beta[at]]),
        trace.output[at], numbers: numbers, underflows: trace.outputVanishes(at),
        vanished: { $0 == 1 && trace.normalisedVanishes(at) }
      ) { texts in
        let product = texts[0] + numbers.times + numbers.factor(texts[1])
        return ([product] + texts.dropFirst(2).map(numbers.factor)).joined(separator: " + ")
      } compute: {
        $0[0] * $0[1] + $0.dropFirst(2).total
      }
    }.vanishing(trace.outputVanishes)
  }

  // MARK: Pictures

  package func blocks(_ view: View) -> [WidgetBlock] {
    var whole = Grid(
      "", [moments.values], columnNames: momentNames, numbers: view.numbers, sharing: .columns)
    whole.vanishes = { [vanishes = moments.vanishes] _, column in vanishes(column) }
    whole = whole.guessing(view, at: .moments)
    let shown: [WidgetBlock] = [
      grid(
        ["x": trace.x, "γ": trace.gamma, isRMS ? "β (unused)" : "β": trace.beta], in: .row,
        then: .steps, columns: trace.x.indices.map { "\($0 + 1)" }, view),
      .grids(whole.looking(view.cursor, at: .moments), rank: view.cursor.area == .moments ? 0 : 2),
      settings([.epsilon], view, rank: view.cursor.area == .epsilon ? 0 : 3),
    ]
    let explained =
      view.isHidden
      ? []
      : [
        derivation(view, remarks: view.isGuessing ? [] : remarks(view.numbers)) { column in
          view.cursor.area == .moments ? "The row" : "Entry \(column + 1)"
        }
      ]
    guard view.isWide else { return shown + explained }
    let entries = trace.x.indices.map { "output \($0 + 1)" }
    let bars = WidgetBlock.bars(
      trace.output, names: entries, vanishes: trace.outputVanishes, view.numbers)
    return shown + [bars] + guide(view).pane(around: explained)
  }

  private func guide(_ view: View) -> Guide {
    Guide(
      heading: isRMS ? "RMSNorm" : "Layer normalisation",
      why: [
        isRMS
          ? "Every row gets the same length, so that no entry runs away from block to block; its mean "
            + "stays. γ then sets what the next part wants."
          : "Every row gets mean 0 and spread 1, so that no entry runs away from block to block. "
            + "γ and β then set what the next part wants."
      ],
      tries: [
        (
          "m",
          isRMS ? "layer normalisation: what becomes of the mean?" : "RMSNorm: what is left out?"
        ),
        ("=", "type all entries ten times as large: what moves?"),
        Guide.guess(isOn: view.isGuessing),
      ])
  }

  private func remarks(_ numbers: NumberText) -> [String] {
    [Remark.spread(of: trace), Remark.units(of: trace, numbers: numbers)].compactMap(\.self)
      + (trace.underflows ? [Remark.underflow] : [])
  }

  // MARK: Text

  package func preview(_ view: View) -> [WidgetBlock] {
    let numbers = NumberText()
    let moments = moments
    let parts = [
      ["x = \(numbers.vector(trace.x))"]
        + momentNames.indices.dropLast().map {
          "\(momentNames[$0]) = "
            + numbers.telling(moments.values[$0], vanishes: moments.vanishes($0))
        },
      ["output = \(numbers.vector(trace.output, vanishes: trace.outputVanishes))"],
    ]
    return [.text(parts.map { $0.joined(separator: "   ") }, rank: 0)]
  }

  package var resultsJSON: JSON { .layerNorm(trace) }
}
