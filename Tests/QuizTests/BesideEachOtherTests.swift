import Formulas
import Notes
import TestSupport
import Testing
import TextUI

@testable import Quiz

/// Matrices beside each other, so that the question stays on a low screen.
@Suite struct BesideEachOtherTests {
  private func picture(_ heights: [Int], width: Int) -> Picture {
    var picture = Picture()
    picture.add([[Cell]("above")])
    for (choice, height) in heights.enumerated() {
      picture.add(
        (0..<height).map { [Cell](String(repeating: "\(choice)", count: 6) + "\($0)  ") },
        choice: choice)
    }
    picture.add([[Cell]("below")])
    picture.beside = [picture.ranges]
    picture.cursor = Point(column: 2, row: 1 + heights.dropLast().reduce(0, +))
    return picture.arranged(to: width)
  }

  @Test func partsStandBesideEachOtherWhereTheyFit() {
    let picture = picture([2, 3], width: 17)
    #expect(
      picture.lines.map(\.text) == [
        "above", "0000000   1111110", "0000001   1111111", "          1111112", "below",
      ])
    #expect(picture.cursor == Point(column: 12, row: 1))
  }

  @Test func aClickFindsThePartOfItsColumn() {
    let picture = picture([2, 2], width: 20)
    #expect(picture.choice(line: 1, column: 0) == 0)
    #expect(picture.choice(line: 2, column: 16) == 1)
    #expect(picture.choice(line: 2, column: 8) == nil)
    #expect(picture.choice(line: 0, column: 0) == nil)
  }

  @Test func theyStayBelowEachOtherWhereTheyDoNotFit() {
    for picture in [picture([2, 2], width: 16), picture([1, 2], width: 40)] {
      #expect(picture.lines.count > 4)
      #expect(picture.sharedLines.isEmpty)
      #expect(picture.choice(line: 1, column: 3) == 0)
    }
  }
}
