import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// What the stepper says of its settings.
@Suite struct AttentionTellingTests {
  @Test func headsAreToldWhenTheyChange() throws {
    var panel = try panel(AttentionWidget.self)
    panel.press(.character("h"))
    #expect(panel.text.contains("2 heads, each of width 1; Tab goes to the next"))
    #expect(!panel.text.contains("head 2 of 2:"))
    panel.press(.tab)
    #expect(panel.text.contains("head 2, query"), "\(panel.text)")
    panel.press(.character("h"))
    #expect(panel.text.contains("One head of width 2"))
  }

  /// The number in double by NumPy: 1 / (1 + e^(−1/√2) + 1).
  @Test(arguments: ["bf16", "half", "torch.float32", "fp16"])
  func aLowerPrecisionIsToldBesideDouble(name: String) throws {
    var panel = try panel(AttentionWidget.self, AttentionWidget.example.with("step", "7"))
    #expect(!panel.text.contains("in double"))
    #expect(panel.choose("precision = \(name)") == [])
    let precision = try #require(panel.inputs["precision"])
    #expect(panel.text.contains("in \(precision) 0.40"), "\(panel.text)")
    #expect(panel.text.contains("in double 0.4011121"), "\(panel.text)")
    // What is hidden is not told so.
    panel.press(.character("g"))
    #expect(!panel.text.contains("in double"))
    #expect(panel.choose("precision = fp8")?.count == 1)
  }

  /// On a low screen both readings of a mask, and the key between them, are in view.
  @Test func aLowScreenTellsHowAMaskWasRead() throws {
    var panel = try panel(AttentionWidget.self)
    #expect(panel.choose("mask = True True False; True False True") == [])
    let lines = panel.canvas(40, 9).text.joined(separator: " ").split(separator: " ")
    #expect(lines.joined(separator: " ").contains("Mask (m reads it another way) read as true"))
  }

  @Test func shortHintsLeaveTheTableItsPlace() throws {
    var panel = try panel(AttentionWidget.self)
    panel.press(.character("="))
    for text in ["", "mask ="] {
      for character in text { panel.press(.character(character)) }
      let lines = panel.canvas(40, 9).text
      #expect(lines.contains { $0.contains("the [") }, "\(lines)")
    }
  }

  /// Where a large table stands alone, as many of its columns are seen as fit.
  @Test func aLargeTableFillsItsLine() throws {
    let row = (1...64).map { "\(Double($0) / 7)" }.joined(separator: " ")
    let table = Array(repeating: row, count: 40).joined(separator: "; ")
    var panel = try panel(AttentionWidget.self, Inputs(["Q": table, "K": table, "V": table]))
    panel.press(.tab)
    let title = panel.canvas(78, 20).text.first { $0.contains("queries Q") } ?? ""
    let last = title.split(separator: "–").dropFirst().first?.prefix { $0.isNumber } ?? ""
    #expect(Int(last).map { $0 >= 8 } == true, "\(title)")
  }

  /// A row or column too many says the same in every widget.
  @Test func limitsAreToldAlike() throws {
    var dot = try panel(DotProductWidget.self, Inputs(["u": "1", "v": "2"]))
    #expect(dot.press(.character("d")) == [.say("At least one entry must stay")])
    var product = try panel(MatrixProductWidget.self, Inputs(["a": "[[1]]", "b": "[[2]]"]))
    #expect(product.press(.character("d")) == [.say("At least one row must stay")])
    #expect(product.press(.character("D")) == [.say("At least one column must stay")])
    var rope = try panel(RoPEWidget.self, Inputs(["q": "1 0", "k": "0 1"]))
    #expect(rope.press(.character("d")) == [.say("At least one pair must stay")])
  }

  /// Where one row's shares find a line alone, it names the largest with their shares, whole.
  @Test func aRowsSharesAreNamed() throws {
    var all = Inputs([
      "words": (1...8).map { "word\($0)" }.joined(separator: ", "),
      "Q": (1...8).map { "\($0) 0" }.joined(separator: "; "),
      "K": (1...8).map { "0.\($0) 1" }.joined(separator: "; "),
      "V": (1...8).map { "\($0) 1" }.joined(separator: "; "), "step": "7",
    ])
    all["cursor"] = "8 1"
    let panel = try panel(AttentionWidget.self, all)
    let line = try #require(panel.canvas(79, 21).text.first { $0.contains("most:") })
    let trace = try AttentionWidget(all.with("cursor", nil)).trace
    let weights = Array(trace.heads[0].weights.row(7))
    let best = try #require(weights.max().flatMap(weights.firstIndex))
    let said = line.split(separator: "most:").last?.trimmed ?? ""
    #expect(said.contains("word\(best + 1) ") && said.hasSuffix("%"), "\(line)")
  }
}
