import JSONText
import Notes
import Numerics
import Plots
import TextUI

/// Random queries and keys of growing width: what dividing by √dₖ is for.
package struct ScalingWidget: Widget {
  package static let name = "scaling"
  package static let title = "Why divide by √dₖ"
  package static let topics = [
    "scaling factor", "scaled scores", "square root of the dimension",
    "why divide by a square root",
    "why scale",
  ]
  package static let example = Inputs(["d": "64", "keys": "8", "seed": "1"])
  package static let inputKeys = ["d", "keys", "seed"]
  private static let widths = [1, 4, 16, 64, 256, 1024]
  /// Random numbers drawn at first, and in each slice after that.
  private static let slice = 20_000
  private static let trials = 400

  private let d: Int
  private let keys: Int
  private let seed: Int
  private var experiments: [ScalingExperiment]

  package init(_ inputs: Inputs) throws(Diagnostic) {
    try inputs.check(Self.name, keys: Self.inputKeys)
    d = try inputs.whole("d", default: 64, in: 1...1024)
    keys = try inputs.whole("keys", default: 8, in: 2...64)
    seed = try inputs.whole("seed", default: 1, in: 0...1_000_000_000)
    let (keys, seed) = (keys, UInt64(seed))
    experiments = Set(Self.widths + [d]).sorted()
      .map { ScalingExperiment(width: $0, keys: keys, seed: seed &+ UInt64($0)) }
    // What the lesson's summary shows is there at once.
    if let at = experiments.firstIndex(where: { $0.width == d }) {
      experiments[at].run(trials: min(Self.trials, Self.slice / (d * (keys + 1)) + 1))
    }
  }

  package var inputs: Inputs {
    Inputs(["d": String(d), "keys": String(keys), "seed": String(seed)])
  }
  package var tables: [InputTable] {
    zip(Self.inputKeys, [d, keys, seed]).map { InputTable(key: $0, values: .row([Double($1)])) }
  }
  package var results: [GridSize] { [GridSize(rows: experiments.count, columns: 7)] }
  package var status: String { "\(Self.trials) trials each" }

  package var isWorking: Bool { experiments.contains { $0.trials < Self.trials } }

  package mutating func work() {
    guard
      let at = experiments.indices.min(by: {
        experiments[$0].trials < experiments[$1].trials
      }), experiments[at].trials < Self.trials
    else { return }
    let count = max(1, Self.slice / (experiments[at].width * (keys + 1)))
    experiments[at].run(trials: min(count, Self.trials - experiments[at].trials))
  }

  package func inputs(random generator: inout SeededGenerator) -> Inputs {
    inputs.with("seed", String(generator.int(in: 1...9999)))
  }

  private static let columns = [
    "√d", "spread", "largest", "entropy", "spread/√d", "largest/√d", "entropy/√d",
  ]

  private func values(_ experiment: ScalingExperiment) -> Vector {
    let (plain, scaled) = (experiment.unscaled, experiment.scaled)
    return [
      Double(experiment.width).squareRoot(), plain.spread, plain.meanLargestWeight,
      plain.meanEntropy, scaled.spread, scaled.meanLargestWeight, scaled.meanEntropy,
    ]
  }

  package func blocks(_ view: WidgetView) -> [WidgetBlock] {
    let settings = tables.enumerated().map { index, table in
      Grid(table.key, table.values.rowArrays, numbers: view.numbers)
        .looking(view.cursor, area: index)
    }
    let numbers = NumberText(significant: 3, ascii: view.ascii)
    var grid = Grid(
      "", experiments.map(values), rowNames: experiments.map { "d = \($0.width)" },
      columnNames: view.ascii
        ? Self.columns.map {
          $0 == "√d"
            ? "sqrt d" : String($0.prefix { $0 != "√" }) + ($0.contains("√") ? "sqrt d" : "")
        } : Self.columns,
      numbers: numbers)
    grid.strongRow = nil
    let at = experiments.firstIndex { $0.width == d } ?? 0
    let row = view.cursor.area == 3 ? min(max(view.cursor.row, 0), experiments.count - 1) : at
    let chosen = experiments[row]
    let (plain, scaled) = (chosen.unscaled, chosen.scaled)
    let root = view.ascii ? "sqrt(\(chosen.width))" : "√\(chosen.width)"
    let text = [
      "width \(chosen.width), \(chosen.trials) trials of one query and \(keys) keys:",
      "  the scores spread by \(numbers.text(plain.spread)), about \(root) = "
        + numbers.text(Double(chosen.width).squareRoot()),
      "  the largest of \(keys) weights is \(numbers.text(plain.meanLargestWeight)) on average,"
        + " entropy \(numbers.text(plain.meanEntropy))",
      "  divided by \(root): \(numbers.text(scaled.spread)),"
        + " \(numbers.text(scaled.meanLargestWeight)), \(numbers.text(scaled.meanEntropy))",
    ]
    return [
      WidgetBlock(.grids(settings), rank: view.cursor.area < 3 ? 0 : 2),
      WidgetBlock(.grids([grid.looking(view.cursor, area: 3)]), rank: view.cursor.area < 3 ? 1 : 0),
      .text(text, rank: 1),
      curve(view),
    ]
  }

  private func curve(_ view: WidgetView) -> WidgetBlock {
    let ascii = view.ascii
    func points(_ value: (ScalingExperiment) -> Double) -> [PlotPoint] {
      experiments.map { PlotPoint(x: Double($0.width), y: value($0)) }
    }
    let plot = CurvePlot(
      [
        .init(name: "as they are", points: points(\.unscaled.meanLargestWeight)),
        .init(
          name: ascii ? "divided" : "divided by √d", points: points(\.scaled.meanLargestWeight)),
      ], xName: "width d", yName: "largest weight", logX: true, yIncludes: [0, 1])
    return WidgetBlock(
      .picture(rows: 6...16) { columns, rows in
        plot.picture(columns: min(columns, 76), rows: rows, ascii: ascii)
      }, rank: 3)
  }

  package var summary: [String] {
    let numbers = NumberText(significant: 3)
    guard let chosen = experiments.first(where: { $0.width == d }) else { return [] }
    return [
      "random queries and keys of width \(d): scores spread by \(numbers.text(chosen.unscaled.spread))",
      "largest of \(keys) weights \(numbers.text(chosen.unscaled.meanLargestWeight)), divided by √\(d) "
        + numbers.text(chosen.scaled.meanLargestWeight),
    ]
  }

  package var resultsJSON: JSON {
    [
      "widths": .array(
        experiments.map { experiment in
          [
            "d": .integer(experiment.width), "trials": .integer(experiment.trials),
            "values": .numbers(values(experiment)),
          ]
        })
    ]
  }

  package var script: String {
    """
    import numpy as np

    # The same experiment with NumPy's own random numbers: alike, not equal.
    keys, trials = \(keys), \(Self.trials)
    rng = np.random.default_rng(\(seed))

    def softmax(x):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    for d in \(experiments.map(\.width)):
        q = rng.standard_normal((trials, 1, d))
        k = rng.standard_normal((trials, keys, d))
        scores = (q * k).sum(axis=2)
        plain, scaled = softmax(scores), softmax(scores / np.sqrt(d))
        print(d, scores.std(), plain.max(axis=1).mean(), scaled.max(axis=1).mean())

    """
  }
}
