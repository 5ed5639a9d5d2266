import Formulas
import Notes
import Testing
import TextUI

@testable import Widgets

/// What a message shows as an example can be typed where it is shown.
@Suite struct FieldExampleTests {
  private func sample<W: Widget>(_ type: W.Type) -> String { W.sample(W.initial) }

  /// The example of an input stands in help, and wherever a line is not understood.
  @Test func aSampleIsTaken() throws {
    for type in allWidgets {
      let sample = sample(type)
      var panel = try type.opened(type.example)
      panel.isLinear = true
      #expect(panel.choose(sample) == [], "\(type.name): \(sample)")
      let parts = sample.split(separator: " = ", maxSplits: 1).map(String.init)
      #expect(parts.count == 2 && type.inputKeys.contains(parts[0]), "\(type.name): \(sample)")
      var long = try type.opened(type.example)
      let said = long.choose("no-such-thing = 1") ?? []
      #expect(!"\(said)".contains("text = 1 2 3"), "\(said)")
    }
  }

  /// Of the values that a message names after `such as`, the input takes one at least.
  @Test func anExampleInAMessageIsTaken() throws {
    for type in allWidgets {
      for key in type.inputKeys {
        for wrong in ["?", "", "x y", "-1", "99999999999", "nan"] {
          for problem in type.problems(type.example.with(key, wrong)) {
            guard let start = problem.advice.firstRange(of: "such as ")?.upperBound else {
              continue
            }
            let words = problem.advice[start...].prefix { $0 != ";" }
            // Sizes that have to match another's show how a part of it is written.
            guard !problem.advice.contains("counterpart") else { continue }
            let values = examples(String(words), of: key)
            #expect(
              values.contains {
                type.problems(type.example.with(key, $0)).isEmpty || fits(key, $0, type)
              },
              "\(type.name), \(key) = \(wrong): \(problem.advice)")
          }
        }
      }
    }
  }

  /// A table of a size that no other input has yet is read all the same.
  private func fits(_ key: String, _ value: String, _ type: any Widget.Type) -> Bool {
    let unread = ["is not", "no number", "write one such", "write some,", "write a decimal"]
    return type.problems(type.example.with(key, value)).allSatisfy { problem in
      !unread.contains { problem.advice.contains($0) }
    }
  }

  /// `start = -3`, or one of `2, -0.5 or 25%`, or all of it.
  private func examples(_ words: String, of key: String) -> [String] {
    let own = words.hasPrefix("\(key) = ") ? String(words.dropFirst(key.count + 3)) : words
    let parts = own.replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
    return [own] + parts
  }
}
