import Basics
import CSystem
import Libc
import Notes
import Storage
import Widgets

/// `attend new`: what an author begins with, on standard output or as a file that was not there before.
enum NewCommand {
  static let words = ["notes", "lesson", "question", "fence"]

  static func run(
    _ invocation: Invocation, environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    let rest = Array(invocation.operands.dropFirst())
    func file(_ index: Int) throws(ReadProblem) -> String? {
      guard rest.count <= index + 1 else {
        throw ReadProblem("unexpected argument: \"\(rest[index + 1])\"", isUsage: true)
      }
      guard rest.indices.contains(index) else { return nil }
      try SecureMode(environment: environment).forbid("new FILE")
      return rest[index]
    }
    if let editor = invocation.options["snippets"] {
      return try giveSnippets(editor, invocation.operands, environment)
    }
    switch invocation.operands.first {
    case "notes":
      guard let folder = try file(0) else {
        throw ReadProblem("new notes needs a FOLDER to make", isUsage: true)
      }
      return try makeFolder(folder)
    case "lesson": return try give(Authoring.lesson, try file(0))
    case "question":
      let kinds = QuestionTemplate.all.map(\.kind)
      guard let name = rest.first else { return list("question", kinds) }
      guard let template = QuestionTemplate.named(name) else { throw unknown(name, kinds, "kind") }
      return try give(template.markdown + "\n", try file(1), isPart: true)
    case "fence":
      let names = allWidgets.map { $0.name }
      guard let name = rest.first else { return list("fence", names) }
      guard let fence = Authoring.fence(name) else { throw unknown(name, names, "widget") }
      return try give(fence, try file(1), isPart: true)
    default:
      let kinds = QuestionTemplate.all.map(\.kind).joined(separator: ", ")
      let lines = [
        "attend new notes FOLDER              a folder of notes, with a first lesson",
        "attend new lesson [FILE]             a lesson with a widget and a question",
        "attend new question KIND [FILE]      a question: \(kinds)",
        "attend new fence WIDGET [FILE]       a widget with numbers of its own",
        "attend new --snippets EDITOR [FILE]  all of them for \(Snippets.editors.joined(separator: ", "))",
      ]
      return Output.write(lines.map { $0 + "\n" }.joined()) ? 0 : 1
    }
  }

  /// Writes the snippets for an editor, to a file where one is named.
  private static func giveSnippets(
    _ editor: String, _ operands: [String], _ environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    guard let file = operands.first, file != "-" else {
      return Output.write(Snippets.text(for: editor)) ? 0 : 1
    }
    if words.contains(file) {
      throw ReadProblem(
        "new takes --snippets or \(file), not both; a file of that name is ./\(file)", isUsage: true
      )
    }
    if operands.count > 1 {
      throw ReadProblem("unexpected argument: \"\(operands[1])\"", isUsage: true)
    }
    try SecureMode(environment: environment).forbid("new FILE")
    try write(Snippets.text(for: editor), to: Path(file))
    return Output.say("\(file) is there; \(Snippets.place(for: editor))") ? 0 : 1
  }

  private static func list(_ what: String, _ names: [String]) -> Int32 {
    Output.write(names.map { "attend new \(what) \($0)\n" }.joined()) ? 0 : 1
  }

  private static func unknown(_ name: String, _ names: [String], _ what: String) -> ReadProblem {
    // A part of the one name that has it is meant for that.
    let holding = names.filter { $0.contains(name.lowercased()) }
    let near =
      holding.count == 1
      ? holding.first
      : NearestWord.nearest(to: name, among: names)
        ?? (what == "kind" ? QuestionTemplate.meant(by: name) : nil)
    return ReadProblem(
      "there is no \(what) \(name)"
        + (near.map { "; did you mean \($0)?" } ?? ": there are \(names.joined(separator: ", "))"),
      isUsage: true)
  }

  /// Writes a text where it is wanted; a part of a lesson becomes one in a file of its own.
  private static func give(
    _ text: String, _ file: String?, isPart: Bool = false
  ) throws(ReadProblem) -> Int32 {
    guard let file, file != "-" else { return Output.write(text) ? 0 : 1 }
    try write(isPart ? "# Notes\n\n## A lesson\n\n" + text : text, to: Path(file))
    return Output.say("\(file) is there; `attend \(typed(file))` opens it") ? 0 : 1
  }

  private static func makeFolder(_ folder: String) throws(ReadProblem) -> Int32 {
    let path = Path(folder)
    guard mkdir(path.cString, 0o777) == 0 else {
      throw ReadProblem(unmade(folder, errno))
    }
    try write(Authoring.lesson, to: path.appending("1-first.md"))
    let name = typed(folder)
    return Output.say(
      "\(folder) is there; `attend \(name)` opens it, `attend check \(name)` checks it")
      ? 0 : 1
  }

  /// Why a folder of notes cannot be made, by the system's code, and what to do.
  private static func unmade(_ folder: String, _ code: Int32) -> String {
    let path = Path(folder)
    switch code {
    case EEXIST where Mapping.isFolder(path):
      let lesson = path.appending("2-second.md").text
      return
        "\(folder) is there already, and nothing in it is changed; choose another name, or add a "
        + "lesson to it: attend new lesson \(typed(lesson))"
    case EEXIST: return "\(folder) is there already, and is no folder; choose another name"
    case ENOENT where path.parent != nil:
      let parent = path.parent?.text ?? ""
      return "\(folder) cannot be made: there is no folder \(parent); make it first (mkdir -p), or "
        + "correct the path"
    default: return "\(folder) cannot be made: \(String(cString: strerror(code)).lowercased())"
    }
  }

  /// A path as it is typed on a command line: with `./` where the name alone is a word that means something
  /// else there, and in quotes where a shell would part it.
  static func typed(_ path: String) -> String {
    let isWord =
      path == NotesSource.courseName || path.hasPrefix("-") || CommandTable.command(path) != nil
    return (isWord ? "./\(path)" : path).quotedForShell
  }

  private static func write(_ text: String, to path: Path) throws(ReadProblem) {
    do throws(StorageProblem) {
      try FileWriter.write(Array(text.utf8), to: path, replacing: .nothing)
    } catch { throw ReadProblem(error.message) }
  }
}
