import TestSupport
import Testing
import TextUI

@testable import Screens

/// What all screens have in common at their edges: text begins in one column, and ends before the last.
@Suite struct LeftEdgeTests {
  /// The first page is a page of its own; what lies over a page has an edge of its own.
  private static let places = Place.all.filter {
    $0.screen != "Welcome" && !["link question", "outline focused"].contains($0.state)
  }
  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]
  private static let edge = 2
  /// What stands left of text: what is looked at, quoted or current, and brackets of a strip.
  private static let signs: Set<Character> = ["▸", "▌", "▏", "[", "‹", "─", " "]

  @Test(arguments: places, sizes) func textBeginsInOneColumn(_ place: Place, _ size: Size) {
    let script = place.script(columns: size.columns, rows: size.rows)
    // A long message stands over the last lines.
    let last = size.rows - (script.app.message == nil ? 2 : 6)
    let body = script.canvas.text[2..<last]
    var starts: Set<Int> = []
    for line in body {
      let margin = line.prefix(Self.edge)
      #expect(margin.allSatisfy(Self.signs.contains), "\(place.name)\n\(line)")
      let text = line.dropFirst(Self.edge)
      guard let start = text.firstIndex(where: { $0 != " " }) else { continue }
      starts.insert(Self.edge + text.distance(from: text.startIndex, to: start))
    }
    #expect(
      starts.isEmpty || starts.contains(Self.edge),
      "\(place.name)\n\(body.joined(separator: "\n"))")
  }

  /// One column stays free at the right of the pane at the side, as it does in the header.
  @Test(arguments: places) func thePaneAtTheSideEndsBeforeTheLastColumn(_ place: Place) {
    let size = Size(columns: 110, rows: 30)
    let canvas = place.script(columns: size.columns, rows: size.rows).canvas
    for line in canvas.text[2..<size.rows - 2] {
      guard line.dropFirst(70).contains("│"), line.count == size.columns else { continue }
      #expect(line.last == " ", "\(place.name)\n\(line)")
    }
  }

  /// Sentences end before the last column.
  @Test(arguments: places.filter(\.isWidget)) func sentencesEndBeforeTheLastColumn(_ place: Place) {
    let size = Size(columns: 80, rows: 24)
    let script = place.script(columns: size.columns, rows: size.rows)
    let last = size.rows - (script.app.message == nil ? 2 : 6)
    for line in script.canvas.text[3..<last] where line.count == size.columns {
      guard let end = line.last, end != " " else { continue }
      // Tables, pictures and lines of tokens may be as wide as the screen.
      let words = line.split(separator: " ").filter { $0.count > 2 && $0.allSatisfy(\.isLetter) }
      #expect(words.count < 8 || line.contains("   "), "\(place.name)\n\(line)")
    }
  }

  /// However wide the screen is, sentences are no wider than is read with ease.
  @Test(arguments: places.filter(\.isWidget)) func sentencesAreNoWiderThanIsRead(_ place: Place) {
    let canvas = place.script(columns: 200, rows: 60).canvas
    // The names of all steps stand in one line.
    for line in canvas.text[3..<58] {
      for part in line.split(separator: "│").map(String.init) {
        let runs = part.replacing("   ", with: "\n").split(separator: "\n")
        let sentences = runs.filter {
          $0.split(separator: " ").count { $0.allSatisfy(\.isLetter) } > 12
        }
        #expect(sentences.allSatisfy { $0.count <= 90 }, "\(place.name)\n\(line)")
      }
    }
  }
}
