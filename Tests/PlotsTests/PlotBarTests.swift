import Testing

@testable import Plots

@Suite struct PlotBarTests {
  private func bars(_ values: [(String, Double, String)], full: Double? = nil) -> BarPlot {
    BarPlot(
      values.map { BarPlot.Bar(label: $0.0, value: $0.1, number: $0.2) }, fullScale: full)
  }

  private let weights = [
    ("the", 0.51, "0.5100"), ("attention", 0.12, "0.1200"), ("sat", 0.001, "0.0010"), ("", 0, "0"),
  ]

  @Test func sharesOfAFullScale() {
    expectPicture(
      bars(weights, full: 1).picture(columns: 40, ascii: false).text,
      """
      the       0.5100 │███████████▎
      attention 0.1200 │██▋
      sat       0.0010 │▏
                     0 │
      """)
    expectPicture(
      bars(weights, full: 1).picture(columns: 40, ascii: true).text,
      """
      the       0.5100 |###########
      attention 0.1200 |###
      sat       0.0010 |.
                     0 |
      """)
  }

  private let products = [
    ("u1·v1", 3, "3"), ("u2·v2", -1.2, "-1.2"), ("u3·v3", -0.01, "-0.01"), ("nan", .nan, "nan"),
    ("inf", -.infinity, "-inf"),
  ]

  @Test func belowAndAboveZero() {
    expectPicture(
      bars(products).picture(columns: 40, ascii: false).text,
      """
      u1·v1     3         │███████████████████
      u2·v2  -1.2 ▐███████│
      u3·v3 -0.01        ▕│
      nan     nan         │×
      inf    -inf ◂███████│
      """)
    expectPicture(
      bars(products).picture(columns: 40, ascii: true).text,
      """
      u1·v1     3         |###################
      u2·v2  -1.2 ########|
      u3·v3 -0.01        .|
      nan     nan         |?
      inf    -inf <#######|
      """)
  }

  @Test func eighths() {
    let plot = bars((0...8).map { ("", Double($0) / 8, "") })
    let ends = plot.picture(columns: 2, ascii: false).text
    #expect(ends == ["│", "│▏", "│▎", "│▍", "│▌", "│▋", "│▊", "│▉", "│█"])
  }

  @Test func allBelowZero() {
    let plot = bars([("a", -4, "-4"), ("b", -1, "-1")])
    expectPicture(
      plot.picture(columns: 14, ascii: false).text,
      """
      a -4 ████████│
      b -1       ██│
      """)
  }

  @Test func beyondTheFullScaleBarsEndInAPointer() {
    let plot = bars([("a", 5, "5"), ("b", -2, "-2"), ("c", .infinity, "inf")], full: 2)
    expectPicture(
      plot.picture(columns: 25, ascii: false).text,
      """
      a   5          │████████▸
      b  -2 █████████│
      c inf          │████████▸
      """)
  }

  @Test func labelsGiveWayByDisplayWidth() {
    let plot = bars([("a rather long label", 1, "1.0000"), ("漢字と漢字です", 0.5, "0.5000")])
    expectPicture(
      plot.picture(columns: 24, ascii: false).text,
      """
      a rather… 1.0000 │██████
      漢字と漢… 0.5000 │███
      """)
    expectPicture(
      plot.picture(columns: 24, ascii: true).text,
      """
      a rather. 1.0000 |######
      漢字と漢. 0.5000 |###
      """)
    #expect(plot.picture(columns: 5, ascii: true).text == ["|####", "|##"])
  }

  @Test func theLastRowCountsWhatIsLeftOut() {
    let plot = bars(products)
    #expect(plot.picture(columns: 20, rows: 3, ascii: true).text[2] == "+ 3 more")
    #expect(plot.picture(columns: 20, rows: 5, ascii: true).text[4].hasPrefix("inf"))
    #expect(plot.picture(columns: 20, rows: 9, ascii: true).rows == 5)
  }

  @Test func barsNeverReachIntoTheText() {
    let plot = bars([("ab", -3, "-3"), ("cd", .infinity, "inf")], full: 1)
    for columns in 1..<20 {
      for row in plot.picture(columns: columns, ascii: true).text {
        let words = row.prefix { $0 != "|" && $0 != "<" }.split(separator: " ")
        #expect(
          [[], ["ab"], ["-3"], ["ab", "-3"], ["cd"], ["inf"], ["cd", "inf"]].contains(words))
      }
    }
    #expect(plot.picture(columns: 11, ascii: true).text == ["ab  -3 <#|", "cd inf   |>"])
  }

  @Test func barsBearTheirSeries() {
    let plot = BarPlot([BarPlot.Bar(label: "a", value: 1, number: "1", series: 7)])
    let cells = plot.picture(columns: 8, ascii: true).cells
    #expect(cells.map(\.series) == [-1, -1, -1, -1, -1, 7, 7, 7])
  }
}
