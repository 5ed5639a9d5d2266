import Libc
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// The numbers of a step down.
@Suite struct DescentStepTests {
  private func step(_ inputs: KeyValuePairs<String, String>) throws -> DescentStep {
    var all = Inputs()
    for (key, value) in inputs { all[key] = value }
    return DescentStep(try DescentWidget(all), NumberText())
  }

  /// A number has one text, however many digits a line takes of it: none is passed off for another.
  @Test func aNumberReadsTheSameEverywhere() throws {
    let step = try step(["step": "40"])
    #expect(step.title == "At step 40 w is 1.999996817, and the loss 5.067e-12")
    #expect(step.lines.map(\.expression) == ["1.999996817 − 2", "1.999996817 − 0.3·(−3.183e-6)"])
    #expect(step.lines[0].result == "−3.183e-6")
  }

  /// What comes up on the way reads as a part like it read as a result.
  @Test(arguments: ["0", "0.8"]) func resultsGoOnAsTheyAre(momentum: String) throws {
    for at in stride(from: 0, through: 16, by: 2) {
      let lines = try step(["landscape": "chain", "momentum": momentum, "step": "\(at)"]).lines
      let results = lines.map { $0.result ?? "" }
      #expect(lines[1].expression.hasPrefix(results[0] + " "), "\(at): \(lines[1].expression)")
      for slope in lines[2...3] {
        #expect(slope.expression.hasPrefix(results[1] + "·"), "\(at): \(slope.expression)")
      }
    }
  }

  /// Whoever computes the next place from the numbers that are shown comes to the one that is shown, in all its
  /// digits; and it is another than the last.
  @Test(arguments: ["bowl", "valley", "chain"], ["0", "0.8"])
  func theNextPlaceIsFollowedByHand(landscape: String, momentum: String) throws {
    func number(_ text: some StringProtocol) throws -> Double {
      let plain = text.filter { !"() ".contains($0) }.map { $0 == "−" ? "-" : String($0) }.joined()
      return try #require(Double(plain), "\(text)")
    }
    for rate in ["0.01", "0.08", "0.3"] {
      for at in 0...40 {
        let lines = try step([
          "landscape": landscape, "momentum": momentum, "rate": rate, "step": "\(at)",
        ]).lines.filter { $0.label.hasPrefix("next") }
        #expect(!lines.isEmpty)
        for line in lines {
          let result = try #require(line.result)
          let minus = try #require(line.expression.firstRange(of: " − "))
          let here = try number(line.expression[..<minus.lowerBound])
          let factors = try line.expression[minus.upperBound...].split(separator: "·").map(number)
          let next = here - factors[0] * factors[1]
          let parts = result.split(separator: "e")
          let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
          let unit = pow(10, Double((parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - decimals))
          let shown = try number(result)
          #expect((next - shown).magnitude <= unit * (0.5 + 1e-6), "\(line.expression) = \(result)")
          #expect(line.sign(ascii: true) == "=")
          let move = (factors[0] * factors[1]).magnitude
          if move > 1e-10 * here.magnitude {
            #expect(shown != here, "\(line.expression) = \(result)")
          }
        }
      }
    }
  }

  /// Numbers keep to few digits: as many as their lines take, and no more.
  @Test(arguments: ["bowl", "valley", "chain"], ["0", "0.8"])
  func linesAreShort(landscape: String, momentum: String) throws {
    for at in stride(from: 0, through: 16, by: 2) {
      let step = try step(["landscape": landscape, "momentum": momentum, "step": "\(at)"])
      for line in step.lines { #expect(line.expression.count <= 36, "\(at): \(line.expression)") }
    }
  }

  /// Of two weights each has all its lines, on the screen of most terminals too.
  @Test(arguments: [("0", ["dL/dw₁", "dL/dw₂"]), ("0.8", ["velocity w₁", "velocity w₂"])])
  func eachWeightHasItsLines(momentum: String, more: [String]) throws {
    var panel = try panel(
      DescentWidget.self,
      Inputs(["landscape": "chain", "momentum": momentum, "step": "9", "seen": "40"]))
    let lines = panel.canvas(80, 21).text
    for label in ["w₂·w₁·x", "dL/dŷ", "dL/dw₁", "dL/dw₂", "next w₁", "next w₂"] + more {
      #expect(
        lines.contains { $0.contains("  \(label)  ") }, "\(label)\n\(lines.joined(separator: "\n"))"
      )
    }
    #expect(lines.contains { $0.contains("● ") || $0.contains("●") })
    panel.press(.end)
    #expect(panel.text.contains("next w₁"))
  }
}
