import Basics
import Notes
import Screens
import Storage

/// Reads notes as they are needed, and again when they change on disk.
struct NotesReloading {
  private var files: NoteFiles?
  private let watch: Watch?
  private var stamps: [Path: NoteFiles.Stamp] = [:]
  private var pending = PendingChanges()
  /// Notes that were gone when they were looked at: one that is being replaced comes back.
  private var missing: Set<Path> = []

  init(_ source: NotesSource, _ watch: Watch?) {
    files = source.files
    self.watch = watch
    for piece in source.library.documents.pieces {
      // By index: each would be copied else.
      for index in piece.indices where piece[index].state != .unread {
        stamps[Path(piece[index].path)] = files?.stamp(of: piece[index].path)
      }
    }
    if let files { watch?.add(files.folders) }
  }

  /// The file of a note; nil where notes are no files.
  func path(of name: String) -> Path? { files?.path(of: name) }

  /// Reads notes that were not read yet; nil where there are no files.
  mutating func read(_ indexes: [Int], _ library: Library) -> EffectResult? {
    guard var files else { return nil }
    let documents = library.documents
    let watched = files.folders.count
    let found = indexes.filter(documents.indices.contains).map { index in
      let path = documents[index].path
      stamps[Path(path)] = files.stamp(of: path)
      return files.document(index, path)
    }
    // What they pull in may lie where no note does.
    if files.folders.count > watched { watch?.add(Array(files.folders[watched...])) }
    self.files = files
    return .documents(found)
  }

  /// Reads a note beside the file that was opened, which is then one of these notes; nil where there
  /// is none.
  mutating func neighbour(_ wanted: Neighbour) -> Document? {
    guard let name = files?.neighbour(wanted), var files else { return nil }
    let document = read(Document(path: name), &files)
    watch?.add(files.folders)
    self.files = files
    return document
  }

  /// What to say of what lies where a link leads and is none of these notes; nil where nothing does.
  func remark(on wanted: Neighbour) -> String? { files?.remark(on: wanted) }

  /// Where it is kept how far a lesson was read, if that is a note beside the opened file.
  func ownPlace(ofLesson key: String) -> (document: String, lesson: String)? {
    files?.ownPlace(ofLesson: key)
  }

  /// What the progress of a note beside the opened file is kept under.
  func ownKey(of note: Document) -> String? { files?.ownKey(of: note.path) }

  /// Looks at what has changed on disk, as far as it is time.
  mutating func reload(_ old: Library) -> [EffectResult] {
    guard var files, let watch else { return [] }
    for event in watch.events() {
      files.add(event, to: &pending.changes)
      // They are as they were, and what they pull in is not.
      for note in files.notes(pullingIn: event) {
        pending.changes.add(note: Path(note))
        stamps[Path(note)] = nil
      }
    }
    let now = Clock.ticks()
    let changes = pending.take(now: now)
    var library: Library?
    let watched = files.folders.count
    if !changes.isEmpty {
      // Where a table says what the order is, what is new has its place from there.
      let isArranged = files.hasTables && comes(changes, old)
      library =
        changes.isEverything || isArranged
        ? everything(old, &files) : look(changes, old, &files)
      if changes.isEverything || !changes.folders.isEmpty || files.folders.count != watched {
        watch.add(files.folders)
      }
      self.files = files
    }
    let wait = pending.wait(now: now).map { Duration.milliseconds($0) }
    return [.lookAgain(wait)] + (library.map { [.library($0)] } ?? [])
  }

  /// The notes after a look at what was named; nil where all is as before.
  private mutating func look(
    _ changes: Changes, _ old: Library, _ files: inout NoteFiles
  ) -> Library? {
    var library = old
    var names = changes.notes
    for folder in changes.folders {
      names.formUnion(files.list(under: folder.text).map { Path($0) })
      var index = place(of: folder.text, in: library)
      while index < library.documents.count,
        library.documents[index].path.hasPrefix(folder.text + "/")
      {
        names.insert(Path(library.documents[index].path))
        index += 1
      }
    }
    var isChanged = false
    for path in names {
      let name = path.text
      let index = place(of: name, in: library)
      let known = library.documents.indices.contains(index) ? library.documents[index] : nil
      let stamp = files.stamp(of: name)
      if stamp != nil { missing.remove(path) }
      if known.map({ Path($0.path) }) != path {
        guard stamp != nil, !files.parts.contains(name) else { continue }
        library.insert(Document(path: name), at: index)
      } else if stamp == nil {
        guard !missing.insert(path).inserted else {
          pending.changes.add(note: path)
          continue
        }
        // What is read stays where nothing else would be left.
        guard library.documents.count > 1 else { continue }
        missing.remove(path)
        library.remove(at: index)
      } else {
        guard known?.state != .unread, stamp != stamps[path] else { continue }
        library.replace(
          at: index,
          with: read(known?.afresh ?? Document(path: name), &files))
      }
      isChanged = true
    }
    return isChanged ? library : nil
  }

  /// The notes after a look at all of them; nil where all is as before.
  private mutating func everything(_ old: Library, _ files: inout NoteFiles) -> Library? {
    let book = files.list()
    var known: [Path: Document] = [:]
    for document in old.documents { known[Path(document.path)] = document }
    var changed = !book.paths.elementsEqual(old.documents.lazy.map(\.path))
    let documents = book.paths.map { name -> Document in
      let stamp = files.stamp(of: name)
      let path = Path(name)
      let listed = book.document(name)
      if let document = known[path], document.isListed(like: listed) {
        if document.state == .unread || stamp == nil || stamp == stamps[path] { return document }
      }
      changed = true
      return read(listed, &files)
    }
    guard changed, !documents.isEmpty else { return nil }
    var library = Library(
      title: old.title, key: old.key, documents: documents, problems: old.problems)
    library.isFile = old.isFile
    library.keepsLines = old.keepsLines
    library.missing = book.missing
    return library
  }

  private mutating func read(_ document: Document, _ files: inout NoteFiles) -> Document {
    stamps[Path(document.path)] = files.stamp(of: document.path)
    var fresh = document
    fresh.take(files.document(0, document.path))
    return fresh
  }

  /// Whether notes were named that are not known, or whole folders.
  private func comes(_ changes: Changes, _ library: Library) -> Bool {
    let known = Set(library.documents.lazy.map { Path($0.path) })
    return !changes.folders.isEmpty || !changes.notes.isSubset(of: known)
  }

  /// Where a note stands, or would stand where no table says what the order is.
  private func place(of name: String, in library: Library) -> Int {
    if files?.hasTables == true || files?.isFolder == false {
      return library.documents.firstIndex { $0.path == name } ?? library.documents.count
    }
    return NaturalOrder.place(of: name, among: library.documents.count) {
      library.documents[$0].path
    }
  }
}
