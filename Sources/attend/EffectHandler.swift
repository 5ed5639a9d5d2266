import Basics
import CSystem
import Glibc
import Notes
import Scheduling
import Screens
import Storage
import TextUI

/// Carries effects out: the one place where the program touches the world outside.
struct EffectHandler {
  var source: NotesSource
  let session: ProgressSession
  let watch: Watch?
  /// Rows that could not be stored yet: they are tried again with the next ones.
  private var unstored: [Review] = []
  /// Whether a mark was set that is not stored, so that those that are would be too few.
  private var hasUnstoredMark = false
  private var stamps: [Path: NoteFiles.Stamp] = [:]
  private var pending = PendingChanges()
  /// Notes that were gone when they were looked at: one that is being replaced comes back.
  private var missing: Set<Path> = []

  init(source: NotesSource, session: ProgressSession, watch: Watch?) {
    self.source = source
    self.session = session
    self.watch = watch
    for piece in source.library.documents.pieces {
      for document in piece where document.state != .unread {
        stamps[Path(document.path)] = source.files?.stamp(of: document.path)
      }
    }
    if let files = source.files { watch?.add(files.folders) }
  }

  /// Carries an effect out; what came of it, or nil where the program is to end.
  mutating func perform<D: Device & ~Copyable>(
    _ effect: Effect, _ state: AppState, _ device: inout D
  ) -> [EffectResult]? {
    switch effect {
    case .quit: return nil
    case .suspend: device.suspend()
    case .redraw: device.forgetScreen()
    case .show(let theme): device.show(theme)
    default: break
    }
    if case .reload = effect { return reload(state.library) }
    let outcome = outcome(of: effect, state)
    return [outcome, session.nextNotice().map(EffectResult.message)].compactMap(\.self)
  }

  private mutating func outcome(of effect: Effect, _ state: AppState) -> EffectResult? {
    switch effect {
    case .savePlace(let lesson, let word): return told(session.save(lesson: lesson, word: word))
    case .saveBookmark(let letter, let place):
      let problem = session.saveBookmark(letter, place)
      if problem != nil { hasUnstoredMark = true }
      return told(problem)
    case .recallMarks: return hasUnstoredMark ? nil : session.bookmarks().map { .bookmarks($0) }
    case .markRead(let lesson): return told(session.markRead(lesson: lesson))
    case .saveDraft(let widget, let text):
      return told(session.saveDraft(widget: widget, text))
    case .write where state.isSecure: return .message("Nothing is written here (LESSSECURE)")
    case .write(let files): return .message(FreshFiles.write(files))
    case .record(let reviews):
      unstored += reviews
      return .trouble(storeRows())
    case .set(let change): return told(session.set(change))
    case .recall where state.progress != nil:
      return session.news().map { .news($0.rows, settings: $0.settings) }
    case .recall:
      let known = session.progress()
      return .progress(known.progress, settings: known.settings, problem: known.problem)
    case .openLink(let address) where state.isSecure:
      return .message("Links are not opened here (LESSSECURE): \(address)")
    case .openLink(let address): return .message(Browser.open(address))
    case .read(let indexes): return read(indexes, state.library)
    case .quit, .suspend, .redraw, .show, .reload: return nil
    case .open, .replace, .back, .forward, .leave, .say, .jumped: return nil  // the app's own
    }
  }

  /// What came of storing something. Where that went well, rows that wait are tried again: there is
  /// no trouble only when nothing waits any more.
  private mutating func told(_ problem: String?) -> EffectResult {
    .trouble(problem ?? storeRows())
  }

  /// Stores what waits of the log; a sentence when that failed.
  private mutating func storeRows() -> String? {
    guard !unstored.isEmpty else { return nil }
    guard let problem = session.append(unstored) else {
      unstored = []
      return nil
    }
    guard session.hasStore else { return problem }
    return "\(problem). \(counted(unstored.count, "row")) "
      + "\(unstored.count == 1 ? "is" : "are") not stored yet, and tried again with the next answer"
  }

  /// Tries for the last time to store what waits; what to say where that failed.
  mutating func finish() -> String? {
    guard !unstored.isEmpty, let problem = session.append(unstored) else { return nil }
    let answers = unstored.count { if case .answer = $0.kind { true } else { false } }
    let lost =
      answers > 0
      ? counted(answers, "answer was", "answers were")
      : counted(unstored.count, "row of progress was", "rows of progress were")
    return "\(lost) not stored: \(problem)"
  }

  private mutating func read(_ indexes: [Int], _ library: Library) -> EffectResult? {
    guard let files = source.files else { return nil }
    let documents = library.documents
    return .documents(
      indexes.filter(documents.indices.contains).map { index in
        let path = documents[index].path
        stamps[Path(path)] = files.stamp(of: path)
        return DocumentRead(index, files.read(path))
      })
  }

  /// Looks at what has changed on disk, as far as it is time.
  private mutating func reload(_ old: Library) -> [EffectResult] {
    guard var files = source.files, let watch else { return [] }
    for event in watch.events() { files.add(event, to: &pending.changes) }
    let now = Clock.ticks()
    let changes = pending.take(now: now)
    var library: Library?
    if !changes.isEmpty {
      library = changes.isEverything ? everything(old, &files) : look(changes, old, &files)
      if changes.isEverything || !changes.folders.isEmpty { watch.add(files.folders) }
      source.files = files
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
        guard stamp != nil else { continue }
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
        library.replace(at: index, with: read(name, files))
      }
      isChanged = true
    }
    return isChanged ? library : nil
  }

  /// The notes after a look at all of them; nil where all is as before.
  private mutating func everything(_ old: Library, _ files: inout NoteFiles) -> Library? {
    let names = files.list()
    var known: [Path: Document] = [:]
    for document in old.documents { known[Path(document.path)] = document }
    var changed = names.count != old.documents.count
    let documents = names.map { name -> Document in
      let stamp = files.stamp(of: name)
      let path = Path(name)
      if let document = known[path] {
        if document.state == .unread || stamp == nil || stamp == stamps[path] { return document }
      }
      changed = true
      return read(name, files)
    }
    guard changed, !documents.isEmpty else { return nil }
    return Library(title: old.title, key: old.key, documents: documents, problems: old.problems)
  }

  private mutating func read(_ name: String, _ files: NoteFiles) -> Document {
    stamps[Path(name)] = files.stamp(of: name)
    var fresh = Document(path: name)
    switch files.read(name) {
    case .success(let bytes): fresh.fill(bytes)
    case .failure(let problem): fresh.state = .unreadable(problem.message)
    }
    return fresh
  }

  private func place(of name: String, in library: Library) -> Int {
    NaturalOrder.place(of: name, among: library.documents.count) { library.documents[$0].path }
  }
}
