import Testing

@testable import Plots

@Suite struct PlotHeatTests {
  @Test func oneShadeForEachFifth() {
    let values = [0, 0.19, 0.2, 0.39, 0.41, 0.59, 0.61, 0.79, 0.81, 1]
    #expect(String(values.map { HeatScale.glyph($0, ascii: false) }) == "··░░▒▒▓▓██")
    #expect(String(values.map { HeatScale.glyph($0, ascii: true) }) == "  ..::**##")
  }

  @Test func clampsAndMarksWhatIsNoNumber() {
    let values = [-1, -.infinity, 2, .infinity, 1e300, .nan, -.nan]
    #expect(String(values.map { HeatScale.glyph($0, ascii: false) }) == "··███××")
    #expect(String(values.map { HeatScale.glyph($0, ascii: true) }) == "  ###??")
  }
}
