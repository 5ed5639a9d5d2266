import Notes
import Testing

@testable import Quiz

/// The form of cards in HTML, as Markdown.
@Suite struct CardFormTests {
  private func lines(_ html: String, isHTML: Bool = true) -> [String] {
    CardText.blocks(html, isHTML: isHTML).fileLines
  }

  @Test(arguments: [
    ("a<ul><li>b</li><li>c<br>d</li></ul>e", ["a", "", "- b", "- c  ", "  d", "", "e"]),
    ("<ol><li>b</li><li><p>c</p></li></ol>", ["1. b", "2. c"]),
    (
      "<ul><li>a<ol><li>b</li></ol>c</li><li># d</li></ul>",
      ["- a", "  1. b", "", "  c", "- \\# d"]
    ),
    ("<ul><ul><li>deep</li></ul></ul>", ["- deep"]),
    ("<ul>stray<li>- a</li>", ["- stray", "- \\- a"]),
    ("<ul><li>a<pre>b\n\nc</pre></li></ul>", ["- a", "", "  ```", "  b", "", "  c", "  ```"]),
  ]) func listsStayLists(html: String, markdown: [String]) { #expect(lines(html) == markdown) }

  @Test(arguments: [
    ("<pre>\nfor x in y:\n\tgo(x)</pre>z", ["```", "for x in y:", "    go(x)", "```", "", "z"]),
    (
      "<pre><code class=\"hl language-python\">x = a[[0]] * 2<br># &lt;b&gt;</code></pre>",
      ["```python", "x = a[[0]] * 2", "# <b>", "```"]
    ),
    ("<pre class=lang-quiz>a ``` b", ["````", "a ``` b", "````"]), ("<pre> \n </pre>x", ["x"]),
    ("Is <code>a*b</code> or <code>`</code>?", ["Is `a*b` or `` ` ``?"]),
    ("<code>a<br>b</code>", ["`a`  ", "`b`"]), ("<code>\\(x\\)</code>", ["`\\(x\\)`"]),
  ]) func codeStaysCode(html: String, markdown: [String]) { #expect(lines(html) == markdown) }

  @Test(arguments: [
    (
      "x<table><tr><th>a</th><th>b</th></tr><tr><td>\\(p|q\\)</td><td>1<br>2</td></tr></table>",
      ["x", "", "| a | b |", "|---|---|", "| $p\\|q$ | 1<br>2 |"]
    ),
    (
      "<table><tbody><tr><td>a<td>|<tr><td>c</table>y",
      ["| a | \\| |", "|---|---|", "| c |", "", "y"]
    ),
    ("<table><tr><td>- only</td></tr><tr><td>one</td></tr></table>", ["\\- only  ", "one"]),
    (
      "<table><tr><td>a</td><td><table><tr><td>b</td></tr></table></td></tr>",
      ["| a | b |", "|---|---|"]
    ),
  ]) func tablesStayTables(html: String, markdown: [String]) {
    #expect(lines(html) == markdown)
  }

  @Test(arguments: [
    ("a <b>bold </b>word", "a **bold** word"), ("<b>Note:</b> text", "**Note:** text"),
    ("x<b>(y)</b>z", "x(y)z"), ("x<b>y</b>z", "x**y**z"), ("<i>a<b>b</i>c</b>", "*a**b***c"),
    ("<b><i>x</i></b>", "***x***"), ("<b></b>x<b> </b>y", "x y"), ("<b>open", "**open**"),
    ("10<sup>2</sup> and x<sub>i+1</sub>", "10<sup>2</sup> and x<sub>i+1</sub>"),
    ("x<sup>a b c</sup>", "x\\^(a b c)"), ("x<sup>2", "x2"), ("x<sub></sub>", "x"),
    ("<h2>Head</h2>", "**Head**"), ("<b>e\u{301}</b>\u{301}", "**e\u{301}**\u{301}"),
    ("<b>\u{301}x</b>", "**\u{301}x**"), ("<b>a*</b>", "**a\\***"),
  ]) func wordsThatStandOutDo(html: String, markdown: String) { #expect(lines(html) == [markdown]) }

  @Test func aStyleGoesOnOverLines() {
    #expect(lines("<b>a<br>b</b> c") == ["**a**  ", "**b** c"])
    #expect(lines("# a\n- b", isHTML: false) == ["\\# a  ", "\\- b"])
  }

  // MARK: Questions

  private func questions(_ row: String) throws -> (text: String, bank: QuestionBank) {
    let cards = try ForeignCards(
      Array("#separator:tab\n#html:true\n\(row)\n".utf8), name: "a.txt", title: "T", taken: [])
    #expect(cards.leftOut == [] && cards.count == 1)
    return (cards.text, QuestionBank(notes(cards.text)))
  }

  /// In what is asked, no list becomes the answer.
  @Test(arguments: [
    "Which?<ol><li>one</li><li>two</li></ol>\tThe first",
    "Which?<ul><li>a :: b</li><li>c :: d</li></ul>\tBoth",
    "Which?<ul><li>[x] a</li><li>[ ] b</li></ul>\tBoth",
    "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>\tBoth", "a :: b\tThe two",
    "<pre>print(1)</pre>\tIt prints 1", "<pre>1</pre>What is it?\t<ol><li>a</li><li>b</li></ol>",
    "Which?<table><tr><td>a<td>b</table>\t<ul><li>a :: b</li><li>c :: d</li></ul>",
  ]) func aFrontIsAskedAndSaid(row: String) throws {
    let (text, bank) = try questions(row)
    #expect(bank.diagnostics == [] && bank.questions.map(\.kindName) == ["recall"], "\(text)")
  }

  /// Gaps stand in lists and tables, in what looks like code, and beside bold words.
  @Test(arguments: [
    "<ol><li>{{c1::one}}</li><li>two</li></ol>", "<pre>for x in {{c1::one}}:<br>  go</pre>",
    "<b>{{c1::one}}</b> is <code>{{c2::two}}</code>",
    "<table><tr><td>a<td>{{c1::one}}</table>", "<table><tr><td>a<td>{{c1::one|two}}</table>",
    "It gives {{c1::one, two}}", "It gives {{c1::one/two}}", "It is {{c1::one or two}}",
    "<ul><li>{{c1::one}} :: a</li><li>c :: d</li></ul>",
  ]) func gapsStandInAnyForm(front: String) throws {
    let (text, bank) = try questions("\(front)\tback")
    #expect(bank.diagnostics == [], "\(text)")
    #expect(bank.questions.map(\.kindName) == ["fill-the-blank"], "\(text)")
    let posed = try PresentedQuestion(try #require(bank.questions.first), seed: 1)
    #expect(posed.form.solution.hasPrefix("one"), "\(text)")
  }

  /// The form means on the page what it meant on the card.
  @Test func theNoteIsReadAsItWasMeant() throws {
    let (text, bank) = try questions(
      "What?\ta<ul><li>b<ul><li>c</li></ul></li></ul><pre>x = [[1]]</pre>"
        + "<table><tr><td>1<td>2<tr><td>3<td>10<sup>2</sup></table>")
    let blocks = try #require(bank.questions.first).section.explanation
    guard blocks.count == 4, case .list = blocks[1].kind,
      case .code(_, "x = [[1]]") = blocks[2].kind,
      case .table(let table) = blocks[3].kind
    else { return #expect(Bool(false), "\(text)\n\(blocks)") }
    #expect(table.rows[0][1] == [.text("10"), .maths("^{2}")])
  }

  /// Many rows of few cells below a row of many, many styles, many lists: what is written grows with what is
  /// read.
  @Test func theMarkdownIsNoLargerThanTheCard() {
    let wide = "<table><tr>" + String(repeating: "<td>a", count: 3_000)
    let high = String(repeating: "<tr><td>b", count: 3_000)
    let deep = String(repeating: "<ul><li>a", count: 3_000)
    let bold = String(repeating: "<b><i>a</b>", count: 3_000)
    for html in [wide + high, deep, bold] {
      #expect(lines(html).joined().utf8.count < 4 * html.utf8.count)
    }
  }
}
