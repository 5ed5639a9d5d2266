import Libc
import Numerics
import Plots

/// The curve of e^x from what lies far behind to the lead, with the numbers of a row on it.
enum PowerCurve {
  /// The numbers are those of a row less its largest; `looked` is the place of the one that is looked at.
  static func companion(
    _ shifted: Vector, looked: Int?, ascii: Bool
  ) -> WidgetBlock.Companion? {
    guard let least = shifted.filter(\.isFinite).min() else { return nil }
    let from = min(-2, max(least, -12))
    let line = (0...60).map { step in
      let x = from - from * Double(step) / 60
      return PlotPoint(x: x, y: exp(x))
    }
    var plot = CurvePlot([.init(name: "", points: line)], yIncludes: [0, 1])
    let others = shifted.indices.filter { $0 != looked } + (looked.map { [$0] } ?? [])
    plot.marks = others.map { at in
      let isLooked = at == looked
      return CurvePlot.Mark(
        point: PlotPoint(x: shifted[at], y: exp(shifted[at])),
        character: ascii ? (isLooked ? "@" : "o") : (isLooked ? "●" : "○"),
        series: isLooked ? 1 : 0)
    }
    return WidgetBlock.Companion(rows: 6...9) { [plot] in
      plot.picture(columns: $0, rows: $1, ascii: ascii)
    }
  }
}
