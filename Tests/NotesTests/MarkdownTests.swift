import TestSupport
import Testing

@testable import Notes

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("[a](b\\(c\\(d\\))", "b(c(d)"), ("[a](b(c$x$)d)", "b(c$x$)d"), ("[a](<b>)", "b"),
    ("[a](<b c$x$>)", "b c$x$"), ("[a](b\\[x^2\\])", "b[x^2]"),
  ])
  func addressesAreNotLookedInto(_ text: String, _ address: String) {
    #expect(
      Markdown.parse(Array(text.utf8)).blocks.map(\.kind)
        == [.paragraph([.link(destination: address, [.text("a")])])])
  }

  @Test func inlinesKeepTheirKind() {
    #expect(
      inlines("a *b* **c** ~~d~~ `e` $f$ [g](h) ![i](j)") == [
        .text("a "), .emphasis([.text("b")]), .text(" "), .strong([.text("c")]), .text(" "),
        .struck([.text("d")]), .text(" "), .code("e"), .text(" "), .maths("f"), .text(" "),
        .link(destination: "h", [.text("g")]), .text(" "),
        .image(alternative: [.text("i")], source: "j"),
      ])
  }

  /// Of what a picture shows, words and formulas are kept, and what else is written there as its words.
  @Test func picturesKeepTheirFormulas() {
    #expect(
      inlines("![*Score* $q_1$ of [a](b.md)|120](c.png)") == [
        .image(
          alternative: [.text("Score "), .maths("q_1"), .text(" of a")], source: "c.png")
      ])
  }

  @Test func bareAddressesAreLinks() {
    #expect(
      inlines("see https://a.org/x_(y), or www.b.org.") == [
        .text("see "), .link(destination: "https://a.org/x_(y)", [.text("https://a.org/x_(y)")]),
        .text(", or "), .link(destination: "http://www.b.org", [.text("www.b.org")]), .text("."),
      ])
  }

  @Test func entitiesAreDecodedEvenToControls() {
    #expect(inlines("&amp; &#955; &#x3BB; &#27; &none;") == [.text("& λ λ \u{1B} &none;")])
  }

  @Test(arguments: [
    ("1*4 + 2*5 + 3*6 = 32", "1*4 + 2*5 + 3*6 = 32"), ("2*3*4", "2*3*4"),
    ("3*(1 + 2)*4", "3*(1 + 2)*4"), ("2*3 + a*4", "2*3 + a*4"), ("2**3 + 2**4", "2**3 + 2**4"),
    ("19*84* and un*believ*able", "1984 and unbelievable"), ("2*x and 3*", "2x and 3"),
    ("a*1* 2", "a1 2"), ("*1* 2*3", "1 2*3"),
  ])
  func productsAreNoEmphasis(_ written: String, _ shown: String) {
    #expect(inlines(written).plainText == shown)
  }

  @Test func blocksHaveTheirLines() {
    let found = blocks("# A\n\ntext\n\n```py\nx\n```\n\n- a\n- b\n\n| h |\n|---|\n| c |\n")
    #expect(found.map(\.line) == [1, 3, 6, 9, 12])
  }

  @Test func tasksAlertsAndMathsAreRecognised() {
    guard case .list(let list)? = blocks("- [x] done\n- [ ] open\n- plain\n").first?.kind else {
      Issue.record("no list")
      return
    }
    #expect(list.items.map(\.task) == [true, false, nil])
    guard case .list(let quoted)? = blocks("1. [ ] a\n   > why\n1. [x] b\n").first?.kind else {
      Issue.record("no list")
      return
    }
    #expect(quoted.items.map(\.task) == [false, true])
    guard
      case .callout(Callout(.warning), let inner)? = blocks("> [!WARNING]\n> mind\n").first?.kind
    else {
      Issue.record("no alert")
      return
    }
    #expect(inner.first?.kind == .paragraph([.text("mind")]))
    #expect(blocks("$$\na+b\n$$\n").first?.kind == .maths("a+b"))
    #expect(blocks("```math\na+b\n```\n").first?.kind == .maths("a+b"))
  }

  @Test func invalidBytesAreReplacedAndReported() {
    let parsed = Markdown.parse(Array("ok\nbad ".utf8) + [0xFF, 0x0A])
    #expect(parsed.diagnostics.map(\.line) == [2])
    #expect(
      parsed.blocks.first?.kind == .paragraph([.text("ok"), .softBreak, .text("bad \u{FFFD}")]))
  }

  @Test func hostileTextsAreReadToTheirEnd() {
    let texts = [
      String(repeating: "[", count: 50_000), String(repeating: "> ", count: 50_000),
      String(repeating: "- ", count: 50_000), String(repeating: "*a ", count: 50_000),
      String(repeating: "`", count: 50_000), String(repeating: "$", count: 50_000),
      String(repeating: "<", count: 50_000), String(repeating: "![](", count: 20_000),
      "|" + String(repeating: "a|", count: 1000) + "\n|" + String(repeating: "-|", count: 1000)
        + "\n" + String(repeating: "|\n", count: 3000),
      String(repeating: "[^a]: x\n", count: 5000), String(repeating: "\u{0}", count: 100),
    ]
    for text in texts { _ = Markdown.parse(Array(text.utf8)) }
    let deep = Markdown.parse(Array(String(repeating: ">", count: 500).utf8) + [0x61])
    #expect(deep.diagnostics.count == 1)
  }

  @Test func searchFindsEitherCaseAtEveryPosition() {
    var random = SplitMix(seed: 3)
    let alphabet = Array("abAB[{@`".utf8)
    for _ in 0..<400 {
      let text = (0..<60).map { _ in alphabet[random.int(below: 8)] }
      let needle = (0...random.int(below: 3)).map { _ in alphabet[random.int(below: 8)] }
      func lower(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
      }
      let plain = lower(text)
      let wanted = lower(needle)
      let expected = (0...(text.count - needle.count)).first {
        plain[$0..<$0 + wanted.count].elementsEqual(wanted)
      }
      let search = ByteSearch(String(decoding: needle, as: UTF8.self))
      #expect(search?.first(in: text, from: 0, to: text.count) == expected)
    }
  }
}
