import Libc
import Notes
import Screens
import Storage

/// `attend show`: one lesson as text, or all of a file or folder that is named alone.
enum ShowCommand {
  static func run(
    _ invocation: Invocation, _ file: ConfigFile, width: Int
  ) throws(ReadProblem) -> Int32 {
    if let warning = file.warning { Output.complain(warning) }
    let words = invocation.operands
    // Standard input has no lesson's name.
    let path = words.count == 1 && words[0] == "-" ? words[0] : words.dropFirst().first
    var source = try NotesSource(path: path)
    source.readAll()
    let lessons = try lessons(named: invocation.operands, &source)
    for problem in [source.notice].compactMap(\.self)
      + (lessons.count > 1 ? source.library.problems : [])
    {
      Output.complain(problem)
    }
    let ascii = invocation.has("ascii")
    for (index, id) in lessons.enumerated() {
      let lines = LessonText.lines(of: id, in: source.library, width: width, ascii: ascii)
      let text = (index > 0 ? "\n\n" : "") + lines.map { $0 + "\n" }.joined()
      guard Output.write(ascii ? Output.ascii(text) : text) else { return 1 }
    }
    return 0
  }

  /// The lesson of that name; where none has it, and it is what notes are called on disk, all of theirs.
  private static func lessons(
    named words: [String], _ source: inout NotesSource
  ) throws(ReadProblem) -> [LessonID] {
    if words == ["-"] { return source.library.lessonIDs }
    let isThere = words.count == 1 && access(Path(words[0]).cString, F_OK) == 0
    do throws(ReadProblem) {
      let lesson = try source.lesson(named: words[0])
      if isThere {
        Output.complain(
          "\(words[0]) is a lesson of the course; the notes of that name here are ./\(words[0])")
      }
      return [lesson]
    } catch {
      guard isThere else { throw error }
    }
    source = try NotesSource(path: words[0])
    source.readAll()
    return source.library.lessonIDs
  }
}
