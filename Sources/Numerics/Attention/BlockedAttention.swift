import Libc

/// Computes attention's output for a few queries at a time, so that the memory needed grows with
/// the inputs and never with queries times keys. Inputs must keep every intermediate finite.
struct BlockedAttention {
  typealias Lanes = SIMD8<Double>

  private static let blockRows = 16

  private let inputs: AttentionInputs
  private let query: Matrix
  /// Kᵀ, d × m.
  private let keys: PackedMatrix
  /// V, m × dᵥ.
  private let values: PackedMatrix

  private var mask: AttentionMask { inputs.options.mask }
  private var scale: Double { inputs.scale }

  init(_ inputs: AttentionInputs) {
    self.inputs = inputs
    query = inputs.scoredQuery
    let (key, value) = (inputs.scoredKey, inputs.value)
    keys = PackedMatrix(rows: key.columns, columns: key.rows) { key[$1, $0] }
    values = PackedMatrix(rows: value.rows, columns: value.columns) { value[$0, $1] }
  }

  /// The output, n × dᵥ, row after row.
  func output() -> [Double] {
    var output: [Double] = []
    output.reserveCapacity(query.rows * values.columns)
    var weights = [Lanes](repeating: Lanes(), count: Self.blockRows * keys.panelCount)
    var sums = [Lanes](repeating: Lanes(), count: Self.blockRows * values.panelCount)
    query.elements.withUnsafeBufferPointer { query in
      weights.withUnsafeMutableBufferPointer { weights in
        sums.withUnsafeMutableBufferPointer { sums in
          guard let query = query.baseAddress, let weights = weights.baseAddress,
            let sums = sums.baseAddress
          else { return }
          for first in stride(from: 0, to: self.query.rows, by: Self.blockRows) {
            appendBlock(first, query, weights, sums, to: &output)
          }
        }
      }
    }
    return output
  }

  private func appendBlock(
    _ first: Int, _ query: UnsafePointer<Double>, _ weights: UnsafeMutablePointer<Lanes>,
    _ sums: UnsafeMutablePointer<Lanes>, to output: inout [Double]
  ) {
    let rows = min(Self.blockRows, self.query.rows - first)
    let visible = mask == .causal ? min(keys.columns, first + rows) : keys.columns
    let panels = (visible + 7) / 8
    let width = self.query.columns
    weights.update(repeating: Lanes(), count: rows * keys.panelCount)
    sums.update(repeating: Lanes(), count: rows * values.panelCount)
    keys.accumulate(
      .init(start: query + first * width, rows: rows, stride: width), count: width,
      panels: panels, into: .init(start: weights, stride: keys.panelCount))
    var rowSums: [Double] = []
    for row in 0..<rows {
      let scores = weights + row * keys.panelCount
      for panel in 0..<panels { scores[panel] *= scale }
      scores.withMemoryRebound(to: Double.self, capacity: panels * 8) {
        block($0, count: panels * 8, query: first + row)
      }
      rowSums.append(exponentiate(scores, panels: panels))
    }
    weights.withMemoryRebound(to: Double.self, capacity: rows * keys.panelCount * 8) {
      values.accumulate(
        .init(start: $0, rows: rows, stride: keys.panelCount * 8), count: visible,
        panels: values.panelCount, into: .init(start: sums, stride: values.panelCount))
    }
    for row in 0..<rows {
      for column in 0..<values.columns {
        let sum = sums[row * values.panelCount + column / 8][column % 8]
        output.append(rowSums[row] == 0 ? 0 : sum / rowSums[row])
      }
    }
  }

  /// Applies softcap and mask to the scaled scores of a query, and blocks what fills up the last panel.
  private func block(_ scores: UnsafeMutablePointer<Double>, count: Int, query: Int) {
    let keys = min(count, self.keys.columns)
    if let c = inputs.options.softcap {
      for j in 0..<keys { scores[j] = c * tanh(scores[j] / c) }
    }
    switch mask {
    case .none:
      break
    case .causal:
      for j in min(query + 1, keys)..<keys { scores[j] = -.infinity }
    default:
      let addends = inputs.addends(query: query)
      for j in 0..<keys {
        scores[j] = addends[j] == -.infinity ? addends[j] : scores[j] + addends[j]
      }
    }
    for j in keys..<count { scores[j] = -.infinity }
  }

  /// Replaces masked scores by e^(score − maximum), and returns their sum; 0 if all are blocked.
  private func exponentiate(_ scores: UnsafeMutablePointer<Lanes>, panels: Int) -> Double {
    var maxima = Lanes(repeating: -.infinity)
    for panel in 0..<panels {
      maxima = maxima.replacing(with: scores[panel], where: scores[panel] .> maxima)
    }
    let maximum = maxima.max()
    if maximum == -.infinity {
      scores.update(repeating: Lanes(), count: panels)
      return 0
    }
    var sums = Lanes()
    for panel in 0..<panels {
      let exponentials = exponential(ofNonpositive: scores[panel] - maximum)
      scores[panel] = exponentials
      sums += exponentials
    }
    return sums.sum()
  }
}
