import TestSupport
import Testing

@testable import Plots

@Suite struct PlotBrailleTests {
  private func plot(
    _ columns: Int, _ rows: Int, ascii: Bool = false, _ draw: (inout BraillePlot) -> Void
  ) -> [String] {
    var plot = BraillePlot(columns: columns, rows: rows, ascii: ascii)
    draw(&plot)
    return plot.picture.text
  }

  @Test func dotsFollowUnicodesNumbering() {
    let numbered = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    for (bit, dot) in numbered.enumerated() {
      let text = plot(1, 1) {
        $0.point(PlotPoint(x: Double(dot.0), y: Double(dot.1)), series: 0)
      }
      let scalar: UInt32 = 0x2800 + (1 << UInt32(bit))
      #expect(text.first?.unicodeScalars.first?.value == scalar)
    }
  }

  @Test func linesInBraille() {
    let text = plot(10, 5) {
      for (x, y) in [(0, 0), (19, 0), (0, 19), (19, 19), (9, 0), (0, 9)] {
        let end = PlotPoint(x: Double(x), y: Double(y))
        $0.line(from: PlotPoint(x: 9, y: 9), to: end, series: 0)
      }
    }
    expectPicture(
      text,
      """
      ⠑⢄  ⢸   ⡠⠊
        ⠑⢄⢸⢀⠔⠉
      ⠒⠒⠒⢒⠟⢅
        ⡔⠁  ⠑⢄
      ⡠⠊      ⠑⢄
      """)
  }

  @Test func linesInASCIIShowTheirDirection() {
    let text = plot(21, 6, ascii: true) { plot in
      for (x, y) in [(0, 10), (2, 2), (12, 0), (20, 0), (28, 0), (38, 2), (40, 10)] {
        let end = PlotPoint(x: Double(x), y: Double(y))
        plot.line(from: PlotPoint(x: 20, y: 20), to: end, series: 0)
      }
      plot.line(from: PlotPoint(x: 0, y: 22), to: PlotPoint(x: 41, y: 22), series: 0)
    }
    expectPicture(
      text,
      #"""
       .    \   |  /     .
        '.   \  |  /   .'
      ..  '.  \ | /  .'  .-
        '-..'.\ |/ .'.-''
            '-'\/.-''
      ---------------------
      """#)
  }

  private func arrows(ascii: Bool) -> [String] {
    plot(11, 5, ascii: ascii) {
      for (x, y) in [(20, 9), (0, 9), (10, 0), (10, 19)] {
        let tip = PlotPoint(x: Double(x), y: Double(y))
        $0.arrow(from: PlotPoint(x: 10, y: 9), to: tip, series: 0)
      }
      $0.point(PlotPoint(x: 18, y: 17), series: 1)
      $0.label("tip", column: 7, row: 0, series: 2)
    }
  }

  @Test func arrowsAndPoints() {
    expectPicture(
      arrows(ascii: false),
      """
          ⡰⡷⡀tip
       ⢀⡀ ⠁⡇⠁ ⣀
      ⠺⢗⡒⠒⠒⡗⠒⠒⣒⠿⠂
          ⡀⡇⡀
          ⠱⡷⠁  ⠂
      """)
    expectPicture(
      arrows(ascii: true),
      """
           ^ tip
           |
      <----|---->
           |
           V   *
      """)
  }

  private func arcs(ascii: Bool) -> [String] {
    plot(15, 6, ascii: ascii) {
      let circle = PlotPoint(x: 9.5, y: 11.5)
      $0.arc(centre: circle, radius: 9, from: 0, to: 2 * .pi, series: 0)
      // A quarter, from the right upwards.
      let corner = PlotPoint(x: 20, y: 11.5)
      $0.arc(centre: corner, radius: 8.6, from: 0, to: .pi / 2, series: 0)
    }
  }

  @Test func arcsTurnAnticlockwise() {
    expectPicture(
      arcs(ascii: false),
      """
         ⣀⣀⣀⣀⡀  ⣀⡀
      ⢀⠔⠉    ⠈⢢  ⠈⠉⢆
      ⢸        ⢇    ⡇
      ⢸        ⡜    ⠈
       ⠣⡀    ⣀⠔⠁
        ⠈⠉⠒⠊⠉
      """)
    expectPicture(
      arcs(ascii: true),
      """
         ....   ..
       ..    ..  ...
      .        .    .
      .        .    .
       ..    ..
         ....
      """)
  }

  @Test func strokesRunOnThroughACorner() {
    let corner = [(0.0, 1.0), (10.5, 1.0), (19.0, 1.0)].map { PlotPoint(x: $0.0, y: $0.1) }
    for (stroke, row) in [
      (BraillePlot.Stroke.solid, "⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒"), (.dashed, "⠒⠒ ⠐⠒⠂ ⠒⠒"), (.dotted, "⠂⠐ ⠂⠐ ⠂⠐ ⠂"),
    ] {
      #expect(plot(10, 1) { $0.polyline(corner, series: 0, stroke: stroke) } == [row])
    }
  }

  @Test func polylinesBreakAtWhatIsNotFinite() {
    let points = [0, 2, .nan, 6, .infinity, 9].map { PlotPoint(x: $0, y: 0) }
    #expect(plot(5, 1) { $0.polyline(points, series: 0) } == ["⠉⠁ ⠁⠈"])
    #expect(plot(5, 1, ascii: true) { $0.polyline(points, series: 0, mark: "o") } == ["oo oo"])
  }

  @Test func theLastSeriesOwnsTheCellAndLabelsLieAbove() {
    var plot = BraillePlot(columns: 2, rows: 1, ascii: false)
    plot.label("a", column: 1, row: 0, series: 9)
    plot.line(from: PlotPoint(x: 0, y: 0), to: PlotPoint(x: 3, y: 0), series: 1)
    plot.point(PlotPoint(x: 0, y: 3), series: 2)
    #expect(plot.picture.text == ["⡉a"])
    #expect(plot.picture.cells.map(\.series) == [2, 9])
  }

  /// Every dot of a clipped line lies near the line as it was given, but for the rounding
  /// of its ends and its steps.
  @Test func clippedLinesStayOnTheirCourse() {
    var random = SplitMix(seed: 21)
    for _ in 0..<300 {
      let ends = (0..<4).map { _ in Double.random(in: -200...200, using: &random) }
      let (a, b) = (PlotPoint(x: ends[0], y: ends[1]), PlotPoint(x: ends[2], y: ends[3]))
      let way = b - a
      let length = (way.x * way.x + way.y * way.y).squareRoot()
      DotLine(from: a, to: b, width: 40, height: 40)?.forEachDot { x, y in
        let off = way.x * (Double(y) - a.y) - way.y * (Double(x) - a.x)
        #expect(abs(off) / length <= 1.25)
      }
    }
  }

  @Test func linesFarBeyondTheRasterCrossIt() {
    let huge = Double.greatestFiniteMagnitude
    let text = plot(4, 2) {
      $0.line(from: PlotPoint(x: -huge, y: 3), to: PlotPoint(x: huge, y: 3), series: 0)
    }
    #expect(text == ["⣀⣀⣀⣀", ""])
    #expect(
      DotLine(from: PlotPoint(x: 0, y: -1), to: PlotPoint(x: 9, y: -1), width: 9, height: 9) == nil)
  }
}
