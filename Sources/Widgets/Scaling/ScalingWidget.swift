import Basics
import Formulas
import JSONText
import Notes
import Numerics
import Plots
import TextUI

/// Random queries and keys of growing width: what dividing by √dₖ is for.
package struct ScalingWidget: Widget {
  package struct Parameters: Equatable, Sendable {
    var d = 64
    var keys = 8
    var seed = 1
  }
  package enum Area: CaseIterable, Sendable { case d, keys, seed, widths }

  package static let name = "scaling"
  package static let title = "Why divide by √dₖ"
  package static let topics = [
    "scaling factor", "scaled scores", "square root of the dimension",
    "why divide by a square root",
    "why scale",
  ]
  package static let initial = Parameters()
  package static let fields: [Field] = [
    .whole("d", \.d, from: 1...1024, in: .d, default: 64),
    .whole("keys", \.keys, from: 2...64, in: .keys, default: 8),
    .whole("seed", \.seed, from: 0...1_000_000_000, in: .seed, default: 1),
  ]
  package static let hasGuesses = false

  package let parameters: Parameters
  package var record: ScalingRecord
  private var d: Int { parameters.d }
  private var keys: Int { parameters.keys }
  private var experiments: [ScalingExperiment] { record.experiments }

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    record = ScalingRecord(parameters)
  }

  package func results(in area: Area) -> GridSize {
    GridSize(rows: experiments.count, columns: Self.columns(root: "").count)
  }
  package var status: String {
    record.isComplete
      ? "\(ScalingRecord.trials) trials each" : "\(record.trials) of \(ScalingRecord.trials) trials"
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.seed = generator.int(in: 1...9999)
    return changed
  }

  private static func columns(root: String) -> [String] {
    let measures = ["spread", "largest", "entropy"]
    return ["√d"] + measures + measures.map { "÷\(root): \($0)" }
  }

  /// What was measured of a width; of one that was not tried yet nothing is known but its root.
  private func values(_ experiment: ScalingExperiment) -> [Double?] {
    let measured = [experiment.unscaled, experiment.scaled].flatMap { result in
      [result?.spread, result?.meanLargestWeight, result?.meanEntropy]
    }
    return [Double(experiment.width).squareRoot()] + measured
  }

  package func blocks(_ view: View) -> [WidgetBlock] {
    let numbers = view.numbers
    let grid = Grid(
      "", measured: experiments.map(values), rowNames: experiments.map { "d = \($0.width)" },
      columnNames: Self.columns(root: view.ascii ? "root" : "√d"), numbers: numbers)
    let at = experiments.firstIndex { $0.width == d } ?? 0
    let row = view.cursor.row(in: .widths) ?? at
    let chosen = experiments[row]
    let isResult = view.cursor.area == .widths
    return [
      settings([.d, .keys, .seed], view, rank: isResult ? 2 : 0),
      .grids(grid.looking(view.cursor, at: .widths), rank: isResult ? 0 : 1),
      .text(text(chosen, numbers), rank: 1),
      curve(view),
    ]
  }

  /// A width in words.
  private func text(_ chosen: ScalingExperiment, _ numbers: NumberText) -> [String] {
    let root = "√\(chosen.width)"
    guard let plain = chosen.unscaled, let scaled = chosen.scaled else {
      return ["width \(chosen.width): not tried yet"]
    }
    return [
      "width \(chosen.width), \(counted(chosen.trials, "trial")) of one query and \(keys) keys:",
      "  the scores spread by \(numbers.text(plain.spread)), about \(root) = "
        + numbers.text(Double(chosen.width).squareRoot()),
      "  the largest of \(keys) weights is \(numbers.text(plain.meanLargestWeight)) on average,"
        + " entropy \(numbers.text(plain.meanEntropy))",
      "  divided by \(root): \(numbers.text(scaled.spread)),"
        + " \(numbers.text(scaled.meanLargestWeight)), \(numbers.text(scaled.meanEntropy))",
    ]
  }

  private func curve(_ view: View) -> WidgetBlock {
    let ascii = view.ascii
    func points(_ result: (ScalingExperiment) -> ScalingExperiment.Result?) -> [PlotPoint] {
      experiments.compactMap { experiment in
        result(experiment).map {
          PlotPoint(x: Double(experiment.width), y: $0.meanLargestWeight)
        }
      }
    }
    let plot = CurvePlot(
      [
        .init(name: "as they are", points: points(\.unscaled)),
        .init(
          name: ascii ? "divided" : "divided by √d", points: points(\.scaled)),
      ], xName: "width d", yName: "largest weight", logX: true, yIncludes: [0, 1])
    return WidgetBlock(
      .picture(rows: 6...16) { columns, rows in
        plot.picture(columns: min(columns, 76), rows: rows, ascii: ascii)
      }, rank: 3)
  }

  package func preview(_ view: View) -> [WidgetBlock] {
    let root = NumberText().text(Double(d).squareRoot())
    let parts = [
      ["random queries and keys of width \(d): scores spread by about √\(d) = \(root)"],
      [
        "\(ScalingRecord.trials) trials of a query and \(keys) keys, as they are and divided by √\(d)"
      ],
    ]
    return [.text(parts.map { $0.joined(separator: "   ") }, rank: 0)]
  }

  package var resultsJSON: JSON {
    [
      "widths": .array(
        experiments.map { experiment in
          [
            "d": .integer(experiment.width), "trials": .integer(experiment.trials),
            "values": .array(values(experiment).map { .optional($0) }),
          ]
        })
    ]
  }

  package var script: String {
    """
    import numpy as np

    # The same experiment with the same random numbers: SplitMix64, and Box and Muller's normals.
    keys, trials, seed = \(keys), \(ScalingRecord.trials), \(parameters.seed)

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
