import Basics
import JSONText
import Notes
import Quiz
import Screens
import Storage

/// `attend due`: what there is to do today, on one line, without a look at any notes but those that are named.
enum DueCommand {
  /// What there is to do in some notes.
  struct Notes: Equatable {
    /// Their key: a path, or the course's.
    let key: String
    let due: Int
    let new: Int

    /// As people call them.
    var name: String {
      key == Library.courseKey ? "the course" : Path(key).name.text
    }
  }

  static func run(
    _ invocation: Invocation, _ file: ConfigFile, environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    for warning in [NotesSource.notice(invocation.operands.first), file.warning].compactMap(\.self)
    {
      Output.complain(warning)
    }
    var notes: [Notes] = []
    if let path = invocation.operands.first {
      notes = [try read(path, environment: environment)]
    } else {
      let session = ProgressSession(key: Library.courseKey, environment: environment)
      if let warning = session.warning { Output.complain(warning) }
      notes = try session.due(Clock.now())
    }
    if invocation.has("json") { return Output.write(json(notes)) ? 0 : 1 }
    if invocation.has("short") {
      return Output.say("\(notes.reduce(0) { $0 + $1.due })") ? 0 : 1
    }
    return Output.say(line(notes)) ? 0 : 1
  }

  /// What waits in notes as they are now.
  private static func read(
    _ path: String, environment: [String: String]
  ) throws(ReadProblem) -> Notes {
    var source = try NotesSource(path: path)
    source.readAll()
    let session = ProgressSession(key: source.library.key, environment: environment)
    if let warning = session.warning { Output.complain(warning) }
    let bank = QuestionBank(source.library)
    let known = session.progress(of: bank, in: source.library)
    if let problem = known.problem { throw ReadProblem(problem) }
    let now = Clock.now()
    let progress = known.progress
    let questions = bank.questions.map(\.id)
    let due = questions.count { progress.isDue($0, at: now.utc, on: now.day) }
    let new = questions.count { progress.cards[$0] == nil && progress.isAsked($0, on: now.day) }
    let room = known.settings.limits.left(
      after: progress.tally(on: now.day, among: { bank[$0] != nil }))
    return Notes(key: source.library.key, due: min(due, room.due), new: min(new, room.new))
  }

  /// `15 due, 17 new: the course 12 and 12, notes 3 and 5`; two of one name by their paths.
  static func line(_ notes: [Notes]) -> String {
    let busy = notes.filter { $0.due + $0.new > 0 }
    guard !busy.isEmpty else { return "nothing is due" }
    let (due, new) = busy.reduce((0, 0)) { ($0.0 + $1.due, $0.1 + $1.new) }
    let names = Dictionary(grouping: busy, by: \.name)
    func name(_ notes: Notes) -> String {
      names[notes.name, default: []].count > 1 ? notes.key : notes.name
    }
    let total = "\(due) due, \(new) new"
    if busy.count == 1 { return "\(total): \(busy[0].name)" }
    return total + ": "
      + busy.map { "\(name($0)) \($0.due) and \($0.new)" }.joined(separator: ", ")
  }

  private static func json(_ notes: [Notes]) -> String {
    Output.json([
      "due": .integer(notes.reduce(0) { $0 + $1.due }),
      "new": .integer(notes.reduce(0) { $0 + $1.new }),
      "notes": .array(
        notes.map { notes -> JSON in
          [
            "notes": .string(notes.key), "due": .integer(notes.due), "new": .integer(notes.new),
          ]
        }),
    ])
  }
}
