import Basics
import Content
import Libc
import Notes
import Quiz
import Storage

/// The notes that a command line names, and how to read them.
struct NotesSource {
  var library: Library
  /// Where they are on disk; nil for the course and for standard input.
  var files: NoteFiles?

  /// As a path to notes the course; a file of that name is `./course`.
  static let courseName = "course"

  /// What to say where the course is meant by its name, and notes of that name are here too.
  let notice: String?

  /// What is said of a path that may be meant for notes of the course's name; nil where it is clear.
  static func notice(
    _ path: String?, isThere: (Path) -> Bool = Mapping.isThere
  ) -> String? {
    guard let path, path == courseName, isThere(Path(path)) else { return nil }
    return "\(path) is the course that comes with attend; the notes of that name here are ./\(path)"
  }

  /// What notes from standard input are kept under: they may be other ones each time.
  static let standardInputKey = "-"

  /// The course, without a path; standard input for `-`; else a file or folder.
  ///
  /// - Parameter isHasty: whether the beginning of a long file will do for now.
  init(path: String?, isHasty: Bool = false) throws(ReadProblem) {
    notice = Self.notice(path)
    guard let path, path != Self.courseName else {
      let documents = Course.files.map { file in
        Document(
          path: file.name,
          bytes: Array(
            UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)))
      }
      library = Library(title: "The course", key: Library.courseKey, documents: documents)
      return
    }
    if path == "-" {
      let bytes: [UInt8]
      do { bytes = try NoteFiles.readAll(STDIN_FILENO, refusing: Document.problem).get() } catch {
        throw ReadProblem("standard input \(error.message)")
      }
      let document = Document(path: "standard input", bytes: bytes)
      if case .unreadable(let reason) = document.state {
        throw ReadProblem("standard input \(reason)")
      }
      library = Library(
        title: "standard input", key: Self.standardInputKey, documents: [document])
      return
    }
    var files = try Self.files(at: path)
    let book = files.list()
    if book.paths.isEmpty, let (folder, reason) = files.unreadable.first {
      throw ReadProblem("\(folder) \(reason)")
    }
    guard !book.paths.isEmpty else {
      let endings = NoteName.endings.joined(separator: ", ")
      throw ReadProblem("\(path) holds no notes: no file whose name ends in \(endings)")
    }
    let whole = NoteFiles.absolute(Path(path))
    library = Library(
      title: whole.name.description, key: whole.text, documents: book.paths.map(book.document),
      problems: files.unreadable.map { "\($0.folder) \($0.reason)" })
    library.isFile = !files.isFolder
    library.keepsLines = files.keepsLines
    library.missing = book.missing
    self.files = files
    if !files.isFolder {
      if isHasty, let head = files.head(of: library.documents[0].path) {
        var begun = library.documents[0]
        begun.begin(head)
        library.replace(at: 0, with: begun)
        if begun.isBegun { return }
      }
      read([0])
      if case .unreadable(let reason) = library.documents[0].state {
        throw ReadProblem("\(path) \(reason)")
      }
    }
  }

  /// The file or folder of a path, which is there.
  static func files(at path: String) throws(ReadProblem) -> NoteFiles {
    guard !path.isEmpty else {
      throw ReadProblem("an empty path names no notes; leave it out to open the course")
    }
    let files: NoteFiles
    do { files = try NoteFiles(root: Path(path)) } catch {
      if !Mapping.isThere(Path(path)), let near = NearPath.of(path) {
        throw ReadProblem("\(path) is not there; did you mean \(near)?")
      }
      throw ReadProblem("\(path) \(error.message)")
    }
    guard files.isFolder || !ForeignCards.isPackage(named: path) else {
      throw ReadProblem(
        "\(path) is by its name a package of Anki's: `attend import \(path) --into FOLDER` makes notes of it"
      )
    }
    return files
  }

  /// Reads some of the documents.
  mutating func read(_ indexes: [Int]) {
    guard var files else { return }
    library.fill(indexes.map { files.document($0, library.documents[$0].path) })
    self.files = files
  }

  /// The lesson that a name stands for. Of many notes only those are read that may have it in a title, and
  /// all where that does not tell one.
  mutating func lesson(named name: String) throws(ReadProblem) -> LessonID {
    // As far as a long file is known, its numbers hold; of the last lesson more may come.
    if library.documents.count == 1, library.documents[0].isBegun,
      !name.contains(where: \.isLetter),
      let found = try? LessonName.find(name, in: library), found != library.lessonIDs.last
    {
      return found
    }
    let runs = name.contains(where: \.isLetter) ? Folding.sureRuns(in: name) : []
    if let files, library.documents.count > 64, !runs.isEmpty {
      let searches = runs.compactMap { ByteSearch($0) }
      var buffer: [UInt8] = []
      let may = library.documents.indices.filter { index in
        let path = library.documents[index].path
        return library.documents[index].state == .unread
          && (files.mayHold(searches, path, &buffer) || runs.allSatisfy(path.folded.contains))
      }
      read(may)
      if let found = try? LessonName.find(name, in: library) { return found }
    }
    readAll()
    do throws(LessonName.Problem) {
      return try LessonName.find(name, in: library)
    } catch { throw ReadProblem(error.message) }
  }

  /// What a note is called where its place is told: its path as the command line begins it.
  func name(of note: String) -> String { files?.path(of: note).text ?? note }

  /// Reads all that is still unread.
  mutating func readAll() {
    read(library.documents.indices.filter { library.documents[$0].state == .unread })
  }
}
