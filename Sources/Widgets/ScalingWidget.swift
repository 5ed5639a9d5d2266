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
  /// Random numbers drawn in each slice.
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
  }

  package var inputs: Inputs {
    Inputs(["d": String(d), "keys": String(keys), "seed": String(seed)])
  }
  package var tables: [InputTable] {
    zip(Self.inputKeys, [d, keys, seed]).map { InputTable(key: $0, values: .row([Double($1)])) }
  }
  package var results: [GridSize] { [GridSize(rows: experiments.count, columns: 7)] }
  package var status: String {
    isWorking
      ? "\(experiments.map(\.trials).min() ?? 0) of \(Self.trials) trials"
      : "\(Self.trials) trials each"
  }

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
    let numbers = view.numbers
    let grid = Grid(
      "", experiments.map(values), rowNames: experiments.map { "d = \($0.width)" },
      columnNames: view.ascii
        ? Self.columns.map {
          $0 == "√d"
            ? "sqrt d" : String($0.prefix { $0 != "√" }) + ($0.contains("√") ? "sqrt d" : "")
        } : Self.columns,
      numbers: numbers, sharing: .columns)
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
    let root = NumberText().text(Double(d).squareRoot())
    return [
      "random queries and keys of width \(d): scores spread by about √\(d) = \(root)",
      "\(Self.trials) trials of a query and \(keys) keys, as they are and divided by √\(d)",
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

    # The same experiment with the same random numbers: SplitMix64, and Box and Muller's normals.
    keys, trials, seed = \(keys), \(Self.trials), \(seed)

    def normals(seed, count):
        with np.errstate(over="ignore"):
            steps = np.arange(1, count + count % 2 + 1, dtype=np.uint64)
            z = np.uint64(seed) + steps * np.uint64(0x9E3779B97F4A7C15)
            z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            z = z ^ (z >> np.uint64(31))
        unit = (z >> np.uint64(11)) * 2.0**-53
        radius, angle = np.sqrt(-2 * np.log(1 - unit[0::2])), 2 * np.pi * unit[1::2]
        pairs = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
        return pairs.ravel()[:count]

    def softmax(x):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def entropy(p):
        return -np.where(p > 0, p * np.log(np.where(p > 0, p, 1)), 0).sum(axis=1)

    print("d, then spread, mean largest weight and entropy: as they are, and divided by sqrt(d)")
    for d in \(experiments.map(\.width)):
        draws = normals(seed + d, trials * (keys + 1) * d).reshape(trials, keys + 1, d)
        scores = (draws[:, :1] * draws[:, 1:]).sum(axis=2)
        print(d, *(f(s) for s in (scores, scores / np.sqrt(d)) for f in (
            np.std, lambda s: softmax(s).max(axis=1).mean(), lambda s: entropy(softmax(s)).mean())))

    """
  }
}
