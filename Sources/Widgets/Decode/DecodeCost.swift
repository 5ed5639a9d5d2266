import Basics
import Numerics
import TextUI

/// Multiplications with an addition each, and bytes, of a turn.
struct DecodeCost: Equatable {
  let projections, scores, sums: Int
  /// Keys and values that are kept after it.
  let cached: Int

  var total: Int { projections + scores + sums }

  /// With the cache the new words alone are projected and look; without it, all words so far.
  init(_ turn: DecodeTurn, _ parameters: DecodeWidget.Parameters, isCached: Bool) {
    let (width, keys, values) = (
      parameters.x.columns, parameters.wk.columns, parameters.wv.columns
    )
    let rows = isCached ? turn.new.count : turn.count
    projections = rows * width * (2 * keys + values)
    scores = rows * turn.count * keys
    sums = rows * turn.count * values
    cached = isCached ? turn.count * (keys + values) * parameters.bytes : 0
  }
}

extension DecodeWidget {
  /// The turns up to the one that is shown.
  private func costs(isCached: Bool) -> [DecodeCost] {
    turns[...turn].map { DecodeCost($0, parameters, isCached: isCached) }
  }

  package func extras(_ view: View) -> [WidgetBlock] {
    let rows = [true, false].map { isCached in
      let costs = costs(isCached: isCached)
      let all = costs.reduce(0) { $0 + $1.total }
      guard let last = costs.last else { return [String]() }
      return [last.projections, last.scores, last.sums, last.total, all, last.cached].map {
        "\($0)"
      }
    }
    let names = ["projections", "scores", "sum", "this turn", "all so far", "bytes kept"]
    var grid = Grid(
      "multiply-adds", texts: rows, rowNames: ["with the cache", "without"], columnNames: names)
    grid.isDim = true
    return [.grids(grid, rank: 2)] + (view.isGuessing ? [] : [.text(same, .muted, rank: 3)])
  }

  /// How far the output is off that without the cache.
  private var same: [String] {
    let off = NumberText().text(difference)
    return ["With and without the cache the outputs differ by \(off) at most."]
  }

  /// The largest difference between the outputs with and without the cache, over all words.
  var difference: Double {
    var other = parameters
    other.isCached.toggle()
    guard let (chain, _) = try? other.turns() else { return .nan }
    let (one, two) = (outputs(self.chain), outputs(chain))
    return zip(one, two).map { (x, y) in
      // Without the cache the rows of earlier words come again.
      zip(x.elements.reversed(), y.elements.reversed()).map { ($0 - $1).magnitude }.largest ?? 0
    }.largest ?? 0
  }

  private func outputs(_ chain: Chain) -> [Matrix] {
    chain.tables.filter { $0.table.symbol.hasPrefix("O_") }.map(\.table.values)
  }
}
