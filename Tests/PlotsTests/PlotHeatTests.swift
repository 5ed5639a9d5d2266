import Testing

@testable import Plots

@Suite struct PlotHeatTests {
  @Test func theNearestShade() {
    let values = [0, 0.12, 0.13, 0.37, 0.38, 0.62, 0.63, 0.87, 0.88, 1]
    #expect(String(values.map { HeatScale.glyph($0, ascii: false) }) == "··░░▒▒▓▓██")
    #expect(String(values.map { HeatScale.glyph($0, ascii: true) }) == "  ..::**##")
  }

  @Test func clampsAndMarksWhatIsNoNumber() {
    let values = [-1, -.infinity, 2, .infinity, 1e300, .nan, -.nan]
    #expect(String(values.map { HeatScale.glyph($0, ascii: false) }) == "··███××")
    #expect(String(values.map { HeatScale.glyph($0, ascii: true) }) == "  ###??")
  }
}
