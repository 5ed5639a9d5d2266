import Testing

@testable import Plots

@Suite struct PlotCurveTests {
  /// Rational functions, exact on every machine.
  private let losses = CurvePlot(
    [
      CurvePlot.Series(
        name: "train",
        points: (0...200).map { PlotPoint(x: Double($0), y: 46 / (Double($0) + 20)) }),
      CurvePlot.Series(
        name: "validation",
        points: (0...200).map {
          PlotPoint(x: Double($0), y: 46 / (Double($0) + 20) + 0.004 * Double($0))
        }),
    ], xName: "step", yName: "loss")

  private let spread = CurvePlot(
    [
      CurvePlot.Series(
        name: "unscaled", points: (0...10).map { PlotPoint(x: Double(1 << $0), y: Double(1 << $0)) }
      ),
      CurvePlot.Series(
        name: "scaled", points: (0...10).map { PlotPoint(x: Double(1 << $0), y: 1) }),
    ], xName: "dk", yName: "variance", logX: true)

  @Test func braille() {
    expectPicture(
      losses.picture(columns: 40, rows: 12, ascii: false).text,
      """
      loss           ⠒⠒⠒ train  ⠒⠒  validation
      3 ┤
        │⡀
      2 ┤⢱
        │ ⢳⡀
        │  ⠙⢤⣀
      1 ┤    ⠙⠳⢤⣲⡄ ⢤⡀ ⣀⣀ ⢀⣀⡀ ⣀⣀ ⠠⠤⠄ ⠤⠤ ⠠⠒⠂ ⠒⠒
        │        ⠉⠉⠒⠒⠦⠤⠤⢤⣀⣀⣀⣀⣀⡀
      0 ┤                     ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠓⠒⠒⠒⠒⠒
        └┬────────┬────────┬────────┬────────┬
         0       50       100      150     200
                         step
      """)
    expectPicture(
      losses.picture(columns: 60, rows: 20, ascii: false).text,
      """
      loss                               ⠒⠒⠒ train  ⠒⠒  validation
      2.5 ┤
          │⢆
          │⢸
      2.0 ┤ ⣇
          │ ⠸⡀
          │  ⢧
      1.5 ┤  ⠈⢦⡀
          │   ⠈⢇
          │    ⠈⢻⡢
      1.0 ┤      ⠘⢦⡒⠤                                     ⢀ ⢀⣀⡀⠠⠤⠄
          │        ⠙⠢⣄⠈⠑⠂ ⠤⠤ ⣀⣀ ⢀⣀⡀ ⣀⣀ ⢀⣀⡀ ⣀⡠ ⠠⠤⠄ ⠒⠒ ⠐⠊⠁ ⠉⠁
          │           ⠙⠒⠤⣀
      0.5 ┤               ⠉⠑⠒⠤⠤⣀⣀⡀
          │                      ⠉⠉⠉⠒⠒⠒⠦⠤⠤⠤⣀⣀⣀⣀⣀
          │                                     ⠉⠉⠉⠉⠉⠉⠑⠒⠒⠒⠒⠒⠒⠒⠒⠦⠤⠤
        0 ┤
          └┬────────────┬─────────────┬─────────────┬────────────┬
           0           50            100           150         200
                                    step
      """)
  }

  @Test func ascii() {
    expectPicture(
      losses.picture(columns: 40, rows: 12, ascii: true).text,
      """
      loss           *** train  +++ validation
      3 +
        |+
      2 ++
        | ++
        |  +++
      1 +    +++++++++++++++++++++++++++++++++
        |        **************
      0 +                     ****************
        ++--------+--------+--------+--------+
         0       50       100      150     200
                         step
      """)
  }

  @Test func logarithmicAxis() {
    expectPicture(
      spread.picture(columns: 40, rows: 12, ascii: false).text,
      """
      variance        ⠒⠒⠒ unscaled  ⠒⠒  scaled
      1500 ┤
           │
      1000 ┤                                 ⡠
           │                                ⡔⠁
           │                              ⢠⠊
       500 ┤                            ⢀⠔⠁
           │                        ⢀⣀⡠⠔⠁
         0 ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣠⠤⢤⣤⡤⠤⣒⣒⠉⢁⣀⡀ ⣀⣀ ⢀⣀⡀
           └┬──────────┬──────────┬──────────┬
            1         10         100      1000
                            dk
      """)
  }

  @Test func littleRoom() {
    expectPicture(
      losses.picture(columns: 20, rows: 6, ascii: true).text,
      """
      *** train
      3 ++
        |++++           ++
      0 +  *+++++++++++++*
        ++---------------+
         0             200
      """)
    expectPicture(
      losses.picture(columns: 11, rows: 4, ascii: false).text,
      """
      ⣇
      ⢸⡀
       ⠻⣤⣄ ⢀⣀⡀⠠⠤⠄
        ⠈⠙⠲⠤⠤⢤⣀⣀⣀
      """)
  }

  @Test func aConstantAndNothingAtAll() {
    let constant = CurvePlot([
      CurvePlot.Series(name: "", points: [PlotPoint(x: 0, y: 3), PlotPoint(x: 9, y: 3)])
    ])
    expectPicture(
      constant.picture(columns: 20, rows: 7, ascii: true).text,
      """
      6 +
      4 +
        |*****************
      2 +
      0 +
        ++--------+-------
         0        5
      """)
    let empty = CurvePlot([]).picture(columns: 20, rows: 7, ascii: true)
    #expect(empty.cells.allSatisfy { $0.series == PlotPicture.axes })
  }

  @Test func curvesBreakWhereAPointIsMissing() {
    let ys: [Double] = [0, 0, .nan, 0, .infinity, 0, 0]
    let points = ys.enumerated().map { PlotPoint(x: Double($0.offset), y: $0.element) }
    let plot = CurvePlot([CurvePlot.Series(name: "", points: points)])
    let text = plot.picture(columns: 13, rows: 1, ascii: true).text
    #expect(text == ["***   *   ***"])
  }

  @Test func aLogarithmicAxisLeavesOutWhatHasNoLogarithm() {
    let points = [(-5.0, 9.0), (0, 9), (1, 0), (100, 1)].map { PlotPoint(x: $0.0, y: $0.1) }
    let series = [CurvePlot.Series(name: "", points: points)]
    let kept = [CurvePlot.Series(name: "", points: Array(points.suffix(2)))]
    #expect(
      CurvePlot(series, logX: true).picture(columns: 30, rows: 8, ascii: true)
        == CurvePlot(kept, logX: true).picture(columns: 30, rows: 8, ascii: true))
  }

  @Test func valuesToBeShownInAnyCaseWidenTheAxis() {
    let points = [PlotPoint(x: 0, y: 4), PlotPoint(x: 1, y: 5)]
    let plot = CurvePlot([CurvePlot.Series(name: "", points: points)], yIncludes: [0, .nan])
    let text = plot.picture(columns: 20, rows: 10, ascii: true).text
    #expect(text[7].hasPrefix("0 +") && text[0].hasPrefix("6 +"))
  }
}
