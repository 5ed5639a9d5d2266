import Testing

@testable import Notes

/// Where notes are read otherwise than CommonMark says, GitHub's extensions aside: all of it, each
/// with its reason. What is not in this list is a fault.
struct Departure: Sendable, CustomTestStringConvertible {
  let reason: String
  let markdown: String
  /// What CommonMark makes of it, for comparison.
  let commonMark: String
  /// What is made of it here.
  let blocks: [Block.Kind]
  var testDescription: String { reason }

  init(_ reason: String, _ markdown: String, not commonMark: String, but blocks: Block.Kind...) {
    self.reason = reason
    self.markdown = markdown
    self.commonMark = commonMark
    self.blocks = blocks
  }

  private static let details: Block.Kind = {
    var callout = Callout(name: "details", title: [.text("a")])
    callout.fold = .closed
    return .callout(callout, [Block(.paragraph([.text("b")]), line: 3)])
  }()

  static let all: [Departure] = [
    Departure(
      "A tag that HTML does not have is text: language models have tokens of that form.",
      "<think> a </think>", not: "<p><think> a </think></p>",
      but: .paragraph([.text("<think> a </think>")])),
    Departure(
      "So is one that HTML has, with attributes that it has not: a comparison is no tag.",
      "a<b and c>d", not: "<p>a<b and c>d</p>", but: .paragraph([.text("a<b and c>d")])),
    Departure(
      "`<s>` begins a sequence.", "<s>a</s>", not: "<p><s>a</s></p>",
      but: .paragraph([.text("<s>a</s>")])),
    Departure(
      "Declarations, processing instructions and CDATA are text.", "<?php 1 ?>\n<!X y>",
      not: "<?php 1 ?>\n<!X y>",
      but: .paragraph([.text("<?php 1 ?>"), .softBreak, .text("<!X y>")])),
    Departure(
      "Dollars part formulas, in which nothing else is read.", "$a*b*c$",
      not: "<p>$a<em>b</em>c$</p>", but: .paragraph([.maths("a*b*c")])),
    Departure(
      "So do `\\(` and `\\[`, which stand for brackets otherwise.", "\\(a_b\\)",
      not: "<p>(a_b)</p>",
      but: .paragraph([.maths("a_b")])),
    Departure(
      "A product keeps its signs.", "1*4 + 2*5", not: "<p>1<em>4 + 2</em>5</p>",
      but: .paragraph([.text("1*4 + 2*5")])),
    Departure(
      "Some tags are what they mean: a power, a link, what is struck out, the end of a line.",
      "2<sup>3</sup> <a href=\"b\">c</a><br>d",
      not: "<p>2<sup>3</sup> <a href=\"b\">c</a><br>d</p>",
      but: .paragraph([
        .text("2"), .maths("^{3}"), .text(" "), .link(destination: "b", [.text("c")]),
        .html("<br>"), .lineBreak, .text("d"),
      ])),
    Departure(
      "`<pre>` is code.", "<pre>\na &lt; b\n</pre>", not: "<pre>\na &lt; b\n</pre>",
      but: .code(info: "", text: "a < b")),
    Departure(
      "A table may stand right under text.", "a\n| b |\n|---|\n| c |",
      not: "<p>a\n| b |\n|---|\n| c |</p>", but: .paragraph([.text("a")]),
      .table(
        Block.Table(
          alignments: [.standard], head: [[.text("b")]], rows: [[[.text("c")]]]))),
    Departure(
      "What stands between `<textarea>` and its end is parsed behind a blank line.",
      "<textarea>\n\n*a*\n", not: "<textarea>\n\n*a*\n", but: .html("<textarea>\n"),
      .paragraph([.emphasis([.text("a")])])),
    Departure(
      "A definition may have what reads as an unknown tag for its address.",
      "[a]: <bar>(c)\n\n[a]", not: "<p>[a]: <bar>(c)</p><p>[a]</p>",
      but: .paragraph([.link(destination: "<bar>(c)", [.text("a")])])),
    Departure(
      "What Pandoc sets higher and lower is a power and an index.", "2^10^ H~2~O",
      not: "<p>2^10^ H~2~O</p>",
      but: .paragraph([
        .text("2"), .maths("^{10}"), .text(" H"), .maths("_{2}"), .text("O"),
      ])),
    Departure(
      "`<details>` folds what stands in it.", "<details><summary>a</summary>\n\nb\n\n</details>",
      not: "<details><summary>a</summary>\n<p>b</p>\n</details>", but: Self.details),
    Departure(
      "A single tilde before a number means \"about\".", "(~$3) or (~$4)",
      not: "<p>(~$3) or (~$4)</p>", but: .paragraph([.text("(~$3) or (~$4)")])),
  ]
}

@Suite struct CommonMarkTests {
  @Test(arguments: Departure.all) func isReadAsListed(_ departure: Departure) {
    let blocks = Markdown.parse(Array(departure.markdown.utf8)).blocks.map(\.kind)
    #expect(blocks == departure.blocks)
  }
}
