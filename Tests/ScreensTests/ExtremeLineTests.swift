import Notes
import Testing
import TextUI

@testable import Screens

/// Numbers at the ends of what a computer counts with, typed as lines.
@Suite struct ExtremeLineTests {
  @Test(arguments: Place.all)
  func `a number that is no place is harmless`(_ place: Place) {
    let lines: [(String) -> String] =
      place.isWidget
      ? [
        { "cell \($0) \($0)" }, { "Q \($0) \($0) 1" }, { "go-to-step \($0)" }, { "guess \($0)" },
        { "step = \($0)" },
      ]
      : [
        { $0 }, { "1.\($0)" }, { "see \($0)" }, { "unfold \($0)" }, { "due \($0)" },
        { "aim \($0)" },
      ]
    for number in [Int.min, .max] {
      var script = place.script()
      for line in lines {
        _ = script.choose(line("\(number)"))
      }
      #expect(script.screen.count == script.size.rows, "\(place.name): \(number)")
    }
  }
}
