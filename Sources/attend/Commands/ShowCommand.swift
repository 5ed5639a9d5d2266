import Notes
import Screens

/// `attend show`: one lesson as text.
enum ShowCommand {
  static func text(_ id: LessonID, in library: Library, width: Int, ascii: Bool) -> String {
    let lines = LessonText.lines(of: id, in: library, width: width, ascii: ascii)
    let text = lines.map { $0 + "\n" }.joined()
    return ascii ? Output.ascii(text) : text
  }
}
