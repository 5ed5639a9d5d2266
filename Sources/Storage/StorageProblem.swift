import Basics
import Notes
import JSONText

/// What went wrong with a stored file, in facts; `message` is the one place for the wording.
package enum StorageProblem: Error, Equatable, Sendable {
  /// A folder or file that cannot be written, with the reason the system gave.
  case unwritable(path: String, reason: String)
  /// A file that cannot be opened or read, with the reason the system gave.
  case unreadable(path: String, reason: String)
  /// A path that leads nowhere or to what is not a file.
  case misplaced(path: String, Misplacement)
  /// There is no room left on the disk, or the file may not grow.
  case full(path: String)
  /// Another program kept the file locked for longer than we wait.
  case busy(path: String)
  /// The file was written by a later version, and was left as it is.
  case newer(path: String, found: Int, known: Int)
  /// The file belongs to another program, and was left as it is.
  case foreign(path: String)
  /// The file is damaged and could not be set aside.
  case damaged(path: String)
  /// The file is ours by its mark, and defines what we do not; what that is.
  case altered(path: String, what: String)
  /// Something else than a file stands where the file should be; what it is.
  case notAFile(path: String, kind: String)
  /// A file that is there already, and is not replaced.
  case occupied(path: String)
  /// A file that is there already, and is not what this would replace; what that would be.
  case notOurs(path: String, kind: String)
  /// A file that is there already, and of which a line, counted from 1, is not an answer.
  case notALog(path: String, line: Int, fault: LineFault)
  /// A log that is there already, and holds answers that are nowhere else.
  case wouldLose(path: String, answers: Int)
  /// A file that holds progress, or the place for it.
  case store(path: String)
  /// A file that is not what it was when it was read.
  case changed(path: String)
  /// The file was damaged, or altered by what is named; it now has another name, and this many
  /// answers went over to a new one.
  case setAside(path: String, name: String, kept: Int, altered: String?)
  /// One line of a log that was left out, counted from 1.
  case badLine(path: String, line: Int, fault: LineFault)
  /// A log in a shared folder that has not arrived in full, or was changed.
  case incomplete(path: String)
  /// Such a log whose answers stand in the folder all the same.
  case replaced(path: String)
  /// Anything else the database reported.
  case failed(path: String, reason: String)

  /// What happened, where, and what to do: one line for standard error or a footer.
  package var message: String {
    switch self {
    case .unwritable(let path, let reason):
      "cannot write \(path): \(reason); make it writable, or choose another place "
        + "(for progress: XDG_STATE_HOME)"
    case .unreadable(let path, let reason):
      "cannot read \(path): \(reason); check that it exists and is yours to read"
    case .misplaced(let path, let misplacement):
      "\(path.isEmpty ? "an empty path" : path) \(misplacement.words)"
    case .full(let path):
      "no room to write \(path): the disk is full; free some space and try again"
    case .busy(let path):
      "\(path) is in use by another program; wait for it to finish and try again"
    case .newer(let path, let found, let known):
      "\(path) has format \(found) and this program knows \(known); "
        + "install the newer attend (the file was not touched)"
    case .foreign(let path):
      "\(path) is another program's database; move it away (it was not touched)"
    case .damaged(let path):
      "\(path) is damaged and could not be renamed; move it away by hand"
    case .altered(let path, let what):
      "\(path) holds \(what), which attend did not make; it is not read (it was not touched)"
    case .notAFile(let path, let kind):
      "\(path) is \(kind), and progress is a file of that name; move it away"
    case .occupied(let path):
      "\(path) is there already, and is not replaced; choose another name"
    case .notOurs(let path, let kind):
      "\(path) is there already, and is not, byte for byte, what attend wrote as \(kind); "
        + "choose another name, "
        + "or replace it with --force"
    case .notALog(let path, let line, let fault):
      "\(path) is there already, and its line \(line) is no answer that attend wrote: "
        + "\(fault.words); choose another name, or replace it with --force"
    case .wouldLose(let path, let answers):
      "\(path) holds \(counted(answers, "answer")) that your progress does not; "
        + "take them in first (attend progress merge \(path)), or replace the file with --force"
    case .store(let path):
      "\(path) holds your progress, and is never replaced; choose another name"
    case .changed(let path):
      "\(path) has just changed; it was not written, try again"
    case .setAside(let path, let name, let kept, let altered):
      path
        + (altered.map { " holds \($0), which attend did not make" } ?? " was damaged")
        + ": it is kept as \(name), and \(counted(kept, "answer was", "answers were")) saved from it; "
        + "\"sqlite3 \(name) .recover\" may show more"
    case .badLine(let path, let line, let fault):
      "\(path):\(line): \(fault.words); the line was left out"
    case .incomplete(let path):
      "\(path) has not arrived in full, or was changed; it was left out, so sync again later; "
        + "once each device has done so, it may be deleted"
    case .replaced(let path):
      "\(path) is not whole, and its answers stand in other files of the folder; it may be deleted"
    case .failed(let path, let reason):
      "\(path): \(reason); try again, and keep a copy of the file if it happens again"
    }
  }
}

/// Why no file can be where a path leads, in facts.
package enum Misplacement: Equatable, Sendable {
  /// Nothing is named.
  case noName
  /// One of its folders is not there.
  case noFolder(String)
  /// What should be one of its folders is none.
  case notAFolder(String)
  /// A folder has that name.
  case isAFolder
  /// One of its names, or all of it, is longer than the system takes.
  case tooLong
  /// Its links lead back to themselves.
  case linkCircle
  /// The disk takes no changes.
  case readOnlyDisk

  fileprivate var words: String {
    switch self {
    case .noName: "names nothing; give a name"
    case .noFolder(let folder):
      "cannot be made: there is no folder \(folder); make it first (mkdir -p), or correct the path"
    case .notAFolder(let file):
      "cannot be there: \(file) is not a folder; choose another path, or move that file away"
    case .isAFolder: "is a folder, and a file is wanted; name one in it"
    case .tooLong: "has too long a name; shorten it to 255 bytes at most between slashes"
    case .linkCircle:
      "is a link that leads back to itself; correct the link, or choose another path"
    case .readOnlyDisk: "is on a disk that is mounted read-only; choose another place"
    }
  }
}

/// Why a line of a log is not a review, in facts.
package enum LineFault: Error, Equatable, Sendable {
  /// The line is not JSON.
  case notJSON(JSONProblem)
  /// The line is JSON, and no object.
  case notAnObject
  /// A field that every such review has is not there.
  case missing(field: String)
  /// A field that is not known, as a later version may write.
  case unknown(field: String)
  /// A line with more bytes than any review has.
  case tooLong(limit: Int)
  /// A field whose value is of the wrong kind or out of bounds.
  case bad(field: String, expected: String)

  fileprivate var words: String {
    switch self {
    case .notJSON(let problem): "not JSON: \(problem.message)"
    case .notAnObject: "not an object in braces"
    case .missing(let field): "\"\(field)\" is missing"
    case .unknown(let field): "\"\(field)\" is not known here: a newer attend may have written it"
    case .tooLong(let limit): "longer than \(limit) bytes, which no answer is"
    case .bad(let field, let expected): "\"\(field)\" should be \(expected)"
    }
  }
}
