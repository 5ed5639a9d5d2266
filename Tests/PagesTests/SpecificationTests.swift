import JSONText
import Notes
import TestSupport
import TextUI
import Testing

@testable import Pages

/// CommonMark's and GitHub's own examples show the text here that their HTML shows, white space aside. The
/// few that do not are listed, each with its reason.
@Suite struct SpecificationTests {
  private struct Example {
    let name: String
    let markdown: String
    let text: String
  }

  private static func examples() throws -> [Example] {
    let bytes = try Files.bytes(of: "\(Files.tests)/Fixtures/commonmark/examples.json")
    return try #require(try JSON.parse(utf8: bytes)["examples"]?.array).map { json in
      Example(
        name: "\(try #require(json["of"]?.string)) \(try #require(json["number"]?.int))",
        markdown: try #require(json["markdown"]?.string), text: try #require(json["text"]?.string))
    }
  }

  /// Why another text is shown.
  private enum Departure {
    /// It is about what HTML is shown: tags are a reader's own matter.
    case tags(String)
    /// All that is shown there is shown, and more.
    case more(String)
    case other(String)
  }

  @Test func theirTextIsShown() throws {
    let examples = try Self.examples()
    #expect(examples.count == 705)
    var others = 0
    var withoutTags = examples.count
    for example in examples {
      let blocks = Markdown.parse(Array(example.markdown.utf8)).blocks
      let shown = blocks.map(Self.text).joined().filter { !$0.isWhitespace }
      guard let departure = Self.departures[example.name] else {
        #expect(shown == example.text, "\(example.name): \(example.markdown)")
        continue
      }
      #expect(shown != example.text, "\(example.name) needs no reason any more")
      switch departure {
      case .tags: withoutTags -= 1
      case .more:
        var rest = example.text[...]
        for character in shown where rest.first == character { rest.removeFirst() }
        #expect(rest.isEmpty, "\(example.name) lacks \(rest)")
      case .other: others += 1
      }
    }
    let names = examples.map(\.name)
    for name in Self.departures.keys { #expect(names.contains(name), "\(name) is no example") }
    #expect(Double(others) <= 0.01 * Double(withoutTags))
  }

  private static let departures: [String: Departure] = {
    let unknown = Departure.tags(
      "A tag that HTML does not have is text, for models have such tokens.")
    let declared = Departure.tags("Declarations, instructions and CDATA are text.")
    let unended = Departure.tags("What begins a tag that never ends is not shown.")
    let struck = Departure.tags("What is struck out shows its `~~`.")
    let comment = Departure.tags("A comment holds no `--`, as up to CommonMark 0.30.")
    let head = Departure.other("A table may have more titles than its rule has columns.")
    let cells = Departure.more("No cell of a table is dropped.")
    return [
      "CommonMark 150": unknown, "CommonMark 156": unended, "CommonMark 157": unended,
      "CommonMark 158": unended, "CommonMark 163": unknown, "CommonMark 166": struck,
      "CommonMark 167": struck,
      "CommonMark 171": .tags("`<textarea>` holds Markdown behind a blank line."),
      "CommonMark 180": declared, "CommonMark 181": declared, "CommonMark 182": declared,
      "CommonMark 201": .tags(
        "A definition may have what reads as an unknown tag for its address."),
      "CommonMark 354": .other("Signs such as £ are no punctuation, as up to CommonMark 0.30."),
      "CommonMark 356": .other("A product keeps its signs."),
      "CommonMark 491": unknown, "CommonMark 494": unknown, "CommonMark 524": unknown,
      "CommonMark 536": unknown,
      "CommonMark 590": .other("`![[…]]` embeds a note or a picture, as in Obsidian."),
      "CommonMark 613": unknown, "CommonMark 614": unknown, "CommonMark 615": unknown,
      "CommonMark 616": unknown, "CommonMark 617": unknown, "CommonMark 623": unknown,
      "CommonMark 625": comment, "CommonMark 626": comment, "CommonMark 627": declared,
      "CommonMark 628": declared, "CommonMark 629": declared,
      "GFM 203": head, "GFM 204": cells, "GFM 653": unknown, "cmark-gfm 7": head,
      "cmark-gfm 8": cells, "cmark-gfm 22": unknown,
      "cmark-gfm 25": .tags("A footnote's label holds no tag."),
    ]
  }()

  private static func text(_ block: Block) -> String {
    switch block.kind {
    case .heading(_, let inlines), .paragraph(let inlines): text(inlines)
    case .code(_, let text), .maths(let text): text
    case .quote(let blocks), .callout(_, let blocks): blocks.map(text).joined()
    case .list(let list): list.items.flatMap(\.blocks).map(text).joined()
    case .definitions(let all):
      all.map { text($0.term) + $0.texts.joined().map(text).joined() }.joined()
    case .table(let table): (table.head + table.rows.joined()).map(text).joined()
    case .footnotes(let notes): notes.flatMap(\.blocks).map(text).joined()
    case .rule: ""
    case .html: PageComposer.compose([.block(block)], width: 200).text.joined()
    }
  }

  private static func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text), .maths(let text), .displayMaths(let text): text
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
        .link(_, let inner):
        text(inner)
      case .image(let alternative, _): text(alternative)
      case .footnote(let number): "\(number)"
      case .lineBreak, .softBreak, .html: ""
      }
    }.joined()
  }
}
