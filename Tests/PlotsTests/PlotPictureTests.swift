import Testing

@testable import Plots

@Suite struct PlotPictureTests {
  @Test func writesAndCuts() {
    var picture = PlotPicture(columns: 5, rows: 3)
    picture.write("abc", column: -1, row: 0)
    picture.write("abc", column: 3, row: 1, series: 2)
    picture.write("no", column: 0, row: 3)
    picture.write("x", column: 1, row: 2)
    #expect(picture.text == ["bc", "   ab", " x"])
    #expect(picture.cells[8] == PlotPicture.Cell(character: "a", series: 2))
  }

  @Test func wideCharactersTakeTwoColumnsAndAreNeverHalved() {
    var picture = PlotPicture(columns: 5, rows: 4)
    for row in 0..<3 { picture.write("漢字", column: 0, row: row) }
    picture.put("x", column: 1, row: 1)
    picture.put("y", column: 2, row: 2)
    picture.write("漢字", column: 2, row: 3)
    #expect(picture.text == ["漢字", " x字", "漢y", "  漢"])
    #expect(picture.runs(row: 0) == [PlotPicture.Run(column: 0, text: "漢字", series: -1)])
  }

  @Test func aCharacterOfThreeColumnsGoesAsAWhole() {
    for column in 0..<3 {
      var picture = PlotPicture(columns: 5, rows: 1)
      for (at, character) in ["w", PlotPicture.rest, PlotPicture.rest].enumerated() {
        picture.put(character, column: at, row: 0)
      }
      picture.put("x", column: column, row: 0)
      #expect(picture.text == [String(repeating: " ", count: column) + "x"])
    }
  }

  @Test func runsJoinNeighboursOfASeries() {
    var picture = PlotPicture(columns: 9, rows: 1)
    picture.write("ab", column: 1, row: 0)
    picture.write("cd", column: 3, row: 0, series: 1)
    picture.write("e", column: 7, row: 0, series: 1)
    #expect(
      picture.runs(row: 0) == [
        PlotPicture.Run(column: 1, text: "ab", series: -1),
        PlotPicture.Run(column: 3, text: "cd", series: 1),
        PlotPicture.Run(column: 7, text: "e", series: 1),
      ])
    #expect(picture.runs(row: 1).isEmpty)
  }

  @Test func overlayIsTransparentWhereEmpty() {
    var below = PlotPicture(columns: 4, rows: 2)
    below.write("----", column: 0, row: 0)
    var above = PlotPicture(columns: 3, rows: 1)
    above.write("a b", column: 0, row: 0, series: 5)
    below.overlay(above, column: 1)
    below.overlay(above, column: 2, row: 1)
    #expect(below.text == ["-a-b", "  a"])
    #expect(below.cells[1].series == 5 && below.cells[2].series == PlotPicture.axes)
  }
}

/// Compares a picture with the one drawn in a test.
func expectPicture(
  _ text: [String], _ drawn: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let picture = text.joined(separator: "\n")
  #expect(picture == drawn, sourceLocation: sourceLocation)
}
