import TestSupport
import Testing
import TextUI

@testable import Plots

/// Every plot at every size with any numbers: it must end, and keep to its size.
@Suite struct PlotTotalityTests {
  private static let sizes = [
    (0, 0), (1, 1), (0, 5), (5, 0), (2, 1), (1, 7), (3, 3), (7, 4), (12, 5), (16, 6), (33, 9),
    (80, 24), (-4, -4), (.min, .min),
  ]

  private func check(_ picture: PlotPicture, _ columns: Int, _ rows: Int) {
    #expect(picture.columns == max(columns, 0) && picture.rows <= max(rows, 0))
    #expect(picture.cells.count == picture.columns * picture.rows)
    for line in picture.text { #expect(line.displayWidth <= picture.columns) }
  }

  @Test func vectors() {
    var random = SplitMix(seed: 1)
    for (columns, rows) in Self.sizes {
      for ascii in [false, true] {
        for _ in 0..<12 {
          var plot = VectorPlot(u: random.point(), v: random.point())
          plot.uName = random.text()
          check(plot.picture(columns: columns, rows: rows, ascii: ascii), columns, rows)
        }
      }
    }
  }

  @Test func clocks() {
    var random = SplitMix(seed: 4)
    for (columns, rows) in Self.sizes {
      for ascii in [false, true] {
        for count in 0..<6 {
          let clocks = (0..<count).map { _ in
            ClockPlot.Clock(
              random.text(),
              hands: (0..<count % 3).map { _ in
                .init(random.text(), before: random.point(), after: random.point())
              })
          }
          let picture = ClockPlot(clocks).picture(columns: columns, rows: rows, ascii: ascii)
          check(picture, columns, rows)
        }
      }
    }
  }

  @Test func bars() {
    var random = SplitMix(seed: 2)
    for (columns, rows) in Self.sizes {
      for ascii in [false, true] {
        for count in 0..<8 {
          let bars = (0..<count).map { _ in
            BarPlot.Bar(label: random.text(), value: random.number(), number: random.text())
          }
          let plot = BarPlot(bars, fullScale: count % 2 == 0 ? nil : random.number())
          check(plot.picture(columns: columns, rows: rows, ascii: ascii), columns, rows)
          check(plot.picture(columns: columns, ascii: ascii), columns, count)
        }
      }
    }
  }

  @Test func curves() {
    var random = SplitMix(seed: 3)
    for (columns, rows) in Self.sizes {
      for ascii in [false, true] {
        for count in 0..<5 {
          let series = (0..<count).map { _ in
            CurvePlot.Series(name: random.text(), points: (0..<count).map { _ in random.point() })
          }
          let plot = CurvePlot(
            series, xName: random.text(), yName: random.text(), logX: count % 2 == 1,
            yIncludes: [random.number()])
          check(plot.picture(columns: columns, rows: rows, ascii: ascii), columns, rows)
        }
      }
    }
  }

  @Test func rasters() {
    var random = SplitMix(seed: 4)
    for (columns, rows) in Self.sizes {
      for ascii in [false, true] {
        var plot = BraillePlot(columns: columns, rows: rows, ascii: ascii)
        for series in 0..<20 {
          plot.line(from: random.point(), to: random.point(), series: series, stroke: .dashed)
          plot.arrow(from: random.point(), to: random.point(), series: series)
          plot.point(random.point(), series: series)
          plot.arc(
            centre: random.point(), radius: random.number(), from: random.number(),
            to: random.number(), series: series)
          plot.label(random.text(), column: series - 3, row: series - 3, series: series)
        }
        check(plot.picture, columns, rows)
      }
    }
  }

  @Test func hugeSizesAreBounded() {
    let picture = PlotPicture(columns: .max, rows: 2)
    #expect(picture.columns == PlotPicture.largest.columns)
    #expect(PlotPicture(columns: 1, rows: .max).rows == PlotPicture.largest.rows)
    let plot = VectorPlot(u: PlotPoint(x: 1, y: 0), v: PlotPoint(x: 0, y: 1))
    check(plot.picture(columns: 300, rows: 100, ascii: false), 300, 100)
  }
}

/// Numbers, points and texts, the awkward ones often among them.
extension SplitMix {
  mutating func number() -> Double {
    let awkward: [Double] = [
      .nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, 1e300, -1e300, 1e-300, 1, -1, 0.5,
    ]
    let choice = int(below: 28)
    return choice < awkward.count ? awkward[choice] : Double.random(in: -100...100, using: &self)
  }

  mutating func point() -> PlotPoint { PlotPoint(x: number(), y: number()) }

  mutating func text() -> String {
    ["", "a", "key 1", "漢字と漢字", "a long label that goes on", "é\u{301}\0\u{1B}[1m"].randomElement(
      using: &self) ?? ""
  }
}
