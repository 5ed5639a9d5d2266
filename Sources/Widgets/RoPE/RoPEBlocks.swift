import Basics
import Numerics
import Plots
import TextUI

extension RoPEWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let isSetting = [.m, .n, .base].contains(view.cursor.area)
    var scores = Grid(
      "the score, from where it is seen", rows(in: .scores).map(\.values),
      rowNames: PositionScores.Kind.allCases.map(\.rawValue),
      columnNames: PositionScores.moveNames, numbers: view.numbers)
    scores = scores.guessing(view, at: .scores)
    let turned: WidgetBlock = grid(
      ["q": q, "k": k], in: .vectors, then: .turned, columns: columnNames, view)
    return [
      settings([.m, .n, .base], view, rank: isSetting ? 0 : 2),
      turned,
      .grids(scores.looking(view.cursor, at: .scores), rank: view.cursor.area == .scores ? 0 : 1),
    ] + (view.isHidden ? [] : [derivation(view)]) + [
      clocks(view), .text(explanation, rank: 2), curve(view),
    ]
  }

  /// Each entry as a side of a hand: of clock 1 `x1` across, and `y1` upwards.
  private var columnNames: [String] {
    q.indices.map { entry in
      let pair = positions.pair(of: entry, width: q.count)
      return (positions.pair(pair, width: q.count).0 == entry ? "x" : "y") + "\(pair + 1)"
    }
  }

  private func derivation(_ view: View) -> WidgetBlock {
    guard view.cursor.area == .scores else {
      return derivation(view) { entry in
        let name = columnNames[entry]
        return "\(name), entry \(entry + 1): a hand of clock \(name.dropFirst()), "
          + (name.hasPrefix("x") ? "across" : "upwards")
      }
    }
    let kind = PositionScores.Kind.allCases[view.cursor.row]
    let words =
      switch kind {
      case .rotary: "q and k turned"
      case .sinusoids: "sines and cosines added to q and k"
      case .learnt: "a learnt row added to q and k (numbers at random stand for it)"
      case .none: "q and k without their positions"
      }
    return derivation(view, alone: true) { column in
      let move = PositionScores.moves[column]
      return "positions \(m + move.0) and \(n + move.1): \(words)"
    }
  }

  private func clocks(_ view: View) -> WidgetBlock {
    let pairs = q.count / 2
    let clocks = (0..<pairs).map { pair in
      let (a, b) = positions.pair(pair, width: q.count)
      func hand(_ name: String, _ rotation: Rotation) -> ClockPlot.Hand {
        ClockPlot.Hand(
          name, before: PlotPoint(x: rotation.matrix[0, a], y: rotation.matrix[0, b]),
          after: PlotPoint(x: rotation.rotated[0, a], y: rotation.rotated[0, b]))
      }
      return ClockPlot.Clock("clock \(pair + 1)", hands: [hand("q", query), hand("k", key)])
    }
    let plot = ClockPlot(clocks)
    return WidgetBlock(
      .picture(rows: 8...18) { [ascii = view.ascii] columns, rows in
        plot.picture(columns: min(columns, rows * 2 * pairs), rows: rows, ascii: ascii)
      }, rank: 3, isBeside: true)
  }

  private var explanation: [String] {
    let distance = abs(m - n)
    return [
      "Turned, the score depends on the distance alone, here \(distance): it stays when both move on.",
      "What is added makes it depend on both places; without either, no place counts at all.",
    ]
  }

  /// The score of the two against their distance, the key where it is.
  private func curve(_ view: View) -> WidgetBlock {
    let scores = PositionScores(kind: .rotary, positions: positions)
    let points = (-24...24).map { distance in
      let pairs = scores.pairs(q, at: n + distance, k, at: n)
      return PlotPoint(x: Double(distance), y: pairs.map(\.0).dot(pairs.map(\.1)))
    }
    let plot = CurvePlot(
      [.init(name: "", points: points)], xName: "distance m - n", yName: "rotary score")
    return WidgetBlock(
      .picture(rows: 6...14) { [ascii = view.ascii] columns, rows in
        plot.picture(columns: min(columns, 76), rows: rows, ascii: ascii)
      }, rank: 4)
  }
}
