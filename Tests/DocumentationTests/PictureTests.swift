import TestSupport
import Testing
import TextUI

@testable import shot

/// Pictures in the documentation are screens as they are drawn now. Above each stands, as a comment,
/// the command that makes it: `<!-- shot --widget attention 7 -->`.
@Suite struct PictureTests {
  struct Picture: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let path: String
    var testDescription: String { path }
  }

  private static let pictures: [Picture] = Page.all.flatMap { page in
    zip(page.prose, page.prose.dropFirst()).compactMap { line, next in
      guard line.text.hasPrefix("<!-- shot "), next.text.hasPrefix("!["),
        let target = page.links.first(where: { $0.number == next.number })?.target
      else { return nil }
      let words = CommandLine([String(line.text.dropFirst(10).dropLast(4))]).commands.first ?? []
      return Picture(arguments: words, path: page.folder + target)
    }
  }

  @Test(arguments: pictures)
  func isAsDrawnNow(_ picture: Picture) throws {
    let path = "\(Files.package)/\(picture.path)"
    let drawn = try Shot.picture(Options(picture.arguments)) + "\n"
    if (try? Files.text(of: path)) == drawn { return }
    if Golden.isRecording { return try Files.write(drawn.utf8, to: path) }
    Issue.record(
      """
      \(picture.path) differs from the screen; where the screen is right, record it by
      ATTEND_RECORD=1 swift test --filter PictureTests
      """)
  }

  /// A picture without a command would rot, and one that no page shows is left over.
  @Test func everyPictureHasItsCommand() {
    let files = Files.names(in: "\(Files.package)/\(Page.folder)").filter { $0.hasSuffix(".svg") }
    #expect(Set(Self.pictures.map(\.path)) == Set(files.map { "\(Page.folder)/\($0)" }))
    #expect(files.count >= 2)
  }

  @Test func wrongArgumentsAreExplained() {
    func message(_ words: String...) -> String? {
      do {
        _ = try Shot.picture(Options(words))
        return nil
      } catch { return "\(error)" }
    }
    #expect(message("--size", "80") == "--size needs a value (see --help)")
    #expect(message("--sise", "80x24") == "there is no option --sise (see --help)")
    #expect(message("--widget", "x") == "there is no widget x; `attend widget` lists them")
    #expect(message("--size", "20x5", "--lesson", "1.1", "j", "Ctrl-D") == nil)
  }
}

@Suite struct SVGPictureTests {
  @Test func wordsLinesAndGroundsAreWhereTheirCellsAre() {
    var canvas = Canvas(size: Size(columns: 6, rows: 2))
    canvas.put("a<é", column: 1, row: 0, style: Style(.strong, .bold))
    canvas.put("──▌", column: 0, row: 1)
    canvas.put(" ", column: 5, row: 1, style: .heat(1))
    let lines = SVGPicture(canvas, theme: .dark, title: "A & B").text.split(separator: "\n")
    #expect(lines[1] == "<title>A &amp; B</title>")
    #expect(
      Array(lines.dropFirst(4)) == [
        "<text y=\"14\" x=\"9 18 27\" font-weight=\"bold\">a&lt;é</text>",
        "<rect x=\"45\" y=\"18\" width=\"9\" height=\"18\" fill=\"#ffff5f\"/>",
        "<rect x=\"0\" y=\"26.46\" width=\"18\" height=\"1.08\"/>",
        "<rect x=\"18\" y=\"18\" width=\"4.5\" height=\"18\"/>",
        "</g>", "</svg>",
      ])
  }
}
