import Libc
import TextUI

/// What a screen showed when somebody last looked at it and found it right, kept in `Tests/Goldens`
/// and compared from then on. `ATTEND_RECORD=1 swift test --filter Goldens` records all again.
package struct Golden {
  package static let folder = Files.tests + "/Goldens"
  package static let isRecording = getenv("ATTEND_RECORD") != nil

  private let name: String
  private let text: String

  /// A text, kept in the file of that name.
  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  /// A picture, kept under its folder, its state and its size: `Reader/at-a-link.80x24.txt`.
  package init(_ folder: String, _ state: String, _ canvas: Canvas, ascii: Bool = false) {
    self.init(Self.name(folder, state, canvas.size), CanvasPicture(canvas, ascii: ascii).text)
  }

  /// The file of a picture, as a path from the folder of all.
  package static func name(_ folder: String, _ state: String, _ size: Size) -> String {
    let stem = state.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return "\(folder)/\(stem).\(size.columns)x\(size.rows).txt"
  }

  /// Says what differs from what was recorded.
  package struct Mismatch: Error, CustomStringConvertible {
    package let description: String
  }

  /// Compares with what was recorded; where nothing was yet, records it and says so.
  package func check() throws {
    let path = "\(Self.folder)/\(name)"
    let recorded = try? Files.text(of: path)
    if recorded == text { return }
    if Self.isRecording || recorded == nil {
      Files.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      try Files.write(text.utf8, to: path)
    }
    if Self.isRecording { return }
    guard let recorded else {
      throw Mismatch(description: "recorded Tests/Goldens/\(name): look at it, and commit it")
    }
    throw Mismatch(
      description: """
        differs from Tests/Goldens/\(name); where the new picture is right, record it by
        ATTEND_RECORD=1 swift test --filter Goldens
        \(SideBySide(recorded, text).text)
        """)
  }

  /// The files of goldens that have none of these names, and that no test names in quotes either;
  /// while recording they are removed.
  package static func strays(besides names: Set<String>) -> [String] {
    let rest = Files.paths(under: folder).filter { !names.contains($0) }
    guard !rest.isEmpty else { return [] }
    let sources = Files.paths(under: Files.tests).filter { $0.hasSuffix(".swift") }
      .compactMap { try? Files.text(of: "\(Files.tests)/\($0)") }
    let strays = rest.filter { file in !sources.contains { $0.contains("\"\(file)\"") } }
    guard isRecording else { return strays }
    for stray in strays { Files.remove("\(folder)/\(stray)") }
    return []
  }
}
