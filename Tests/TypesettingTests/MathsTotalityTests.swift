import TestSupport
import Testing
import TextUI

@testable import Typesetting

/// Every input gives a well-formed result in bounded time.
@Suite struct MathsTotalityTests {
  private static let tokens = [
    "a", "x", "12", "3.5", "+", "-", "=", "(", ")", "[", "]", "|", "{", "}", "{", "}", "^", "_",
    "&", "\\\\", "'", ",", " ", "~", "\n", "\t", "\r\n", "/", "!", "<", "\\", "$", "%", "é", "漢",
    "\u{301}", "\u{200D}", "\u{1B}", "👍🏽", "\u{2028}", #"\alpha "#, #"\log"#, #"\max"#, #"\sum"#,
    #"\int"#, #"\prod"#, #"\frac"#, #"\sqrt"#, #"\sqrt["#, #"\hat"#, #"\overline"#, #"\vec"#,
    #"\left("#, #"\right)"#, #"\left."#, #"\right\}"#, #"\middle|"#, #"\big["#, #"\not"#,
    #"\text{a b}"#, #"\text{x $y$ z}"#, #"\mathrm"#, #"\mathbb"#, #"\operatorname*"#, #"\foo{x}"#,
    #"\begin{pmatrix}"#, #"\end{pmatrix}"#, #"\begin{cases}"#, #"\end{cases}"#,
    #"\begin{aligned}"#, #"\end{aligned}"#, #"\begin{array}{c|r}"#, #"\begin{bad}"#, #"\end{"#,
    #"\begin{gathered}"#, #"\substack{"#, #"\underbrace"#, #"\overset"#, #"\binom"#, #"\over "#,
    #"\choose "#, #"\limits"#, #"\nolimits"#, #"\quad"#, #"\,"#, #"\tag{1}"#, #"\color{red}"#,
    #"\pmod"#, #"\mathop"#, #"\xrightarrow["#, #"\boxed"#, #"\le "#, #"\cdots "#, #"\{"#, #"\|"#,
  ]
  private static let plainTokens = tokens.filter { $0.unicodeScalars.allSatisfy(\.isASCII) }

  private func check(_ box: MathsBox, _ tex: String) {
    #expect(!box.rows.isEmpty && box.rows.indices.contains(box.baseline), "\(tex)")
    #expect(box.rows.allSatisfy { $0.displayWidth == box.width }, "\(tex)")
    let broken = box.rows.contains { row in
      row.unicodeScalars.contains { MathsScanner.isBreak($0) }
    }
    #expect(!broken, "\(tex)")
  }

  private static func soup(of tokens: [String], _ generator: inout SplitMix) -> String {
    let length = Int.random(in: 1...40, using: &generator)
    return (0..<length).map { _ in tokens.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test(arguments: 0..<8)
  func soup(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    for _ in 0..<30 {
      let tex = Self.soup(of: Self.tokens, &generator)
      let line = Maths.inline(tex)
      #expect(!line.unicodeScalars.contains { MathsScanner.isBreak($0) }, "\(tex)")
      let widest = line.reduce(0) { max($0, String($1).displayWidth) }
      for width in [0, 20, 80] {
        let box = Maths.display(tex, width: width)
        check(box, tex)
        #expect(box.width <= max(width, widest), "\(tex)")
      }
    }
  }

  @Test(arguments: 100..<108)
  func plainSoup(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    for _ in 0..<30 {
      let tex = Self.soup(of: Self.plainTokens, &generator)
      #expect(Maths.inline(tex, ascii: true).unicodeScalars.allSatisfy { $0.isASCII }, "\(tex)")
      let box = Maths.display(tex, width: 60, ascii: true)
      check(box, tex)
      #expect(box.rows.allSatisfy { $0.unicodeScalars.allSatisfy { $0.isASCII } }, "\(tex)")
    }
  }

  @Test(arguments: [
    "{", "}", "(", "()", "[", #"\left("#, #"\hat"#, #"\frac"#, #"\frac{"#, #"\sqrt"#, "^", "_{",
    "x^",
    #"\sqrt["#, #"\begin{matrix}"#, #"\begin{aligned}"#, "&", #"\\"#, #"\not"#, #"a\over "#,
    #"\text{$"#, #"\foo{"#, #"\middle|"#, #"\underbrace{"#, #"\overset"#, #"\substack{"#, "x'",
    #"\mathop{"#, "\\", #"\sum_{"#, "🇩🇪", "\u{301}", #"\limits"#,
  ])
  func repeated(token: String) {
    // Within what is set in two dimensions, and beyond what is read at all.
    for length in [3_900, 10_100] {
      let tex = String(repeating: token, count: length / token.unicodeScalars.count + 1)
      #expect(!Maths.inline(tex).unicodeScalars.contains { MathsScanner.isBreak($0) })
      check(Maths.display(tex, width: 40), token)
    }
  }

  @Test func nestedBracesKeepWhatWasWritten() {
    let tex = String(repeating: "{", count: 50_000) + "x" + String(repeating: "}", count: 50_000)
    let line = Maths.inline(tex)
    #expect(line.contains("{{{") && line.contains("x}"))
  }

  @Test func balancedParenthesesOfAnyDepth() {
    let tex = String(repeating: "(", count: 900) + "x" + String(repeating: ")", count: 900)
    #expect(Maths.inline(tex) == tex)
    check(Maths.display(tex, width: 80), "parentheses")
  }

  @Test func megabyteKeepsItsLength() {
    let tex = String(repeating: "x + y ", count: 170_000)
    let line = Maths.inline(tex)
    #expect(line.hasPrefix("x + yx + y"))
    #expect(line.hasSuffix("x + y "))
    check(Maths.display(tex, width: 80), "a megabyte")
  }

  @Test func gridOfManyCells() {
    let tex =
      #"\begin{matrix}"# + String(repeating: "&", count: 1_500)
      + String(repeating: #"\\"#, count: 1_000)
    check(Maths.display(tex, width: 80), "many cells")
  }
}
